"""The list inside the command palette: groups of entries, painted by a delegate."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ats.gui.controls.glyphs import paint_stage
from ats.gui.icons import pixmap
from ats.gui.palette_entries import Entry, Group
from ats.gui.theme import Radius, Space, TextStyle, theme

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_NONE = QModelIndex()
_INSET, _TEXT_AT = 10, 38


class PaletteList(QListView):
    """Never takes the focus: the field above it does. `picked` follows a click."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Lines(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("surface", "plain")
        self.setAccessibleName("Results")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._pick)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these and make the first entry the current one."""
        lines: list[str | Entry] = []
        for group in groups:
            lines += [group.title, *group.entries]
        self._model.show(lines)
        self.scrollToTop()
        self._select(1 if lines else -1)

    def current(self) -> Entry | None:
        line = self._model.line(self.currentIndex())
        return line if isinstance(line, Entry) else None

    def step(self, by: int) -> None:
        """Move the current entry, over titles; a single step goes round at the ends."""
        rows = self._model.entry_rows()
        if not rows:
            return
        row = self.currentIndex().row()
        at = rows.index(row) if row in rows else 0
        to = (at + by) % len(rows) if abs(by) == 1 else min(max(at + by, 0), len(rows) - 1)
        self._select(rows[to])
        if to == 0:
            self.scrollToTop()

    def wanted_height(self) -> int:
        rows = range(self._model.rowCount())
        return sum(self.sizeHintForRow(row) for row in rows) + Space.S

    def _select(self, row: int) -> None:
        self.setCurrentIndex(self._model.index(row) if row >= 0 else _NONE)

    def _pick(self, index: QModelIndex) -> None:
        line = self._model.line(index)
        if isinstance(line, Entry):
            self.picked.emit(line)


class _Lines(QAbstractListModel):
    """Titles (text) and entries, one a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: Sequence[str | Entry] = ()

    def show(self, lines: Sequence[str | Entry]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> str | Entry | None:
        return self._lines[index.row()] if index.isValid() else None

    def entry_rows(self) -> list[int]:
        return [row for row, line in enumerate(self._lines) if isinstance(line, Entry)]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        line = self.line(index)
        if line is None or role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        if isinstance(line, str):
            return line
        return ", ".join(filter(None, (line.name, line.beside, line.keys)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.line(index), Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = theme().metrics
        is_title = not isinstance(_line(index), Entry)
        return QSize(200, metrics.dense_row + 2 if is_title else metrics.row + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = _line(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(_INSET, 0, -_INSET, 0)
        if isinstance(line, Entry):
            state = option.state
            self._paint_entry(painter, rect, line, state)
        elif line is not None:
            painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
            painter.setPen(theme().colour("text2"))
            where = rect.adjusted(_INSET, Space.XS, 0, 0)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()

    def _paint_entry(
        self, painter: QPainter, rect: QRect, entry: Entry, state: QStyle.StateFlag
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected"))
            painter.drawRoundedRect(rect, Radius.CONTROL, Radius.CONTROL)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("hover"))
            painter.drawRoundedRect(rect, Radius.CONTROL, Radius.CONTROL)
        self._paint_icon(painter, rect, entry)
        self._paint_words(painter, rect, entry, bool(state & QStyle.StateFlag.State_Selected))

    def _paint_icon(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        size = theme().metrics.icon
        where = QRect(rect.left() + _INSET, rect.center().y() - size // 2 + 1, size, size)
        if entry.stage_kind is not None:
            paint_stage(painter, QRectF(where), entry.stage_kind, entry.outcome)
        elif entry.icon:
            device = painter.device()
            ratio = device.devicePixelRatio() if device else 1.0
            role = "text2" if entry.enabled else "muted"
            painter.drawPixmap(where.topLeft(), pixmap(entry.icon, role, size, ratio))

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry, current: bool) -> None:
        flags = Qt.AlignmentFlag.AlignVCenter
        room = rect.adjusted(_TEXT_AT, 0, -Space.M, 0)
        right = entry.keys or ("Open" if current and entry.kind == "application" else "")
        painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
        painter.setPen(theme().colour("text2"))
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, right)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(right) - Space.M)
        painter.setFont(theme().font(TextStyle.STRONG))
        painter.setPen(theme().colour("text" if entry.enabled else "muted"))
        name = _fit(painter, entry.name, room)
        painter.drawText(room, flags, name)
        room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(name) + 10)
        if entry.beside and room.width() > Space.HUGE:
            painter.setFont(theme().font(TextStyle.CAPTION))
            painter.setPen(theme().colour("text2"))
            painter.drawText(room, flags, _fit(painter, entry.beside, room))


def _fit(painter: QPainter, text: str, room: QRect) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())


def _line(index: Index) -> str | Entry | None:
    model = index.model()
    return model.line(index) if isinstance(model, _Lines) else None
