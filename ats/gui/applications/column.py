"""One stage on the board: its header over its cards, or a narrow strip while it is collapsed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ats.domain.overview import ApplicationRow
from ats.domain.stage import Stage, StageKind
from ats.domain.words import counted
from ats.gui.applications.card import CardPainter
from ats.gui.applications.card_delegate import CardDelegate
from ats.gui.applications.column_list import CardModel, ColumnList
from ats.gui.applications.drag import ids_in
from ats.gui.controls.buttons import IconButton
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import StageGlyph
from ats.gui.theme import Space, TextStyle, theme

_SIDE = 10  # between a column's edge and its cards
STRIP = 44


class StageColumn(QFrame):
    """`add_wanted` comes from the plus, `collapsed_wanted` from the arrows of a closed stage."""

    add_wanted = Signal()
    collapse_wanted = Signal(bool)
    dropped = Signal(object, object)

    def __init__(
        self,
        stage: Stage,
        painter: CardPainter,
        today: Callable[[], date],
        dragged: Callable[[], Sequence[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.stage = stage
        self.setProperty("surface", "sunken")
        self.model = CardModel(today, self)
        self._delegate = CardDelegate(painter, self)
        self.cards = ColumnList(self.model, self._delegate, dragged)
        self.cards.dropped.connect(self.dropped)
        self._glyph = StageGlyph(stage.kind, theme().metrics.icon)
        self._name = ElidedLabel(role="strong")
        self._count = label("", "muted")
        self.button = self._make_button()
        self._open_part = self._build()
        self.strip = _Strip()
        self.strip.opened.connect(lambda: self.collapse_wanted.emit(False))
        self.strip.dropped.connect(lambda ids: self.dropped.emit(ids, self._top(ids)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._open_part)
        column.addWidget(self.strip)
        self.strip.hide()
        self.show_stage(stage)

    @property
    def is_collapsed(self) -> bool:
        return self._open_part.isHidden()

    def set_collapsed(self, collapsed: bool) -> None:
        self._open_part.setVisible(not collapsed)
        self.strip.setVisible(collapsed)

    def set_width(self, width: int) -> None:
        """The width of the column, in device-independent pixels."""
        self.setFixedWidth(width)
        if not self.is_collapsed and self._delegate.card_width != width - 2 * _SIDE:
            self._delegate.card_width = width - 2 * _SIDE
            self.cards.scheduleDelayedItemsLayout()

    def show_stage(self, stage: Stage) -> None:
        self.stage = stage
        self._glyph.show_stage(stage.kind)
        self._name.setText(stage.name)
        self._show_count()

    def show_rows(self, rows: Sequence[ApplicationRow]) -> None:
        """Show these cards; what stays keeps its place."""
        self.model.show(rows)
        self._show_count()

    def relayout(self) -> None:
        """Measure every card again, after a change of theme or text size."""
        self.cards.scheduleDelayedItemsLayout()

    def _top(self, ids: Sequence[int]) -> int | None:
        """The card above which the strip puts dropped ones."""
        return next((id for id in self.cards.ids if id not in ids), None)

    def _show_count(self) -> None:
        count = len(self.model.records)
        self._count.setText(f"{count:,}")
        self.cards.setAccessibleName(f"{self.stage.name}, {counted(count, 'application')}")
        self.strip.show_stage(self.stage.name, count)
        add = f"Add an application to {self.stage.name}"
        closed = self.stage.kind is StageKind.CLOSED
        name = f"Collapse {self.stage.name}" if closed else add
        self.button.show_as("chevrons-right" if closed else "plus", name)

    def _make_button(self) -> IconButton:
        button = IconButton("plus", "Add")
        if self.stage.kind is StageKind.CLOSED:
            button.clicked.connect(lambda: self.collapse_wanted.emit(True))
        else:
            button.clicked.connect(self.add_wanted)
        return button

    def _build(self) -> QWidget:
        part = QWidget(self)
        column = QVBoxLayout(part)
        column.setContentsMargins(_SIDE, Space.S, 0, Space.S)
        column.setSpacing(Space.S)
        header = QHBoxLayout()
        header.setContentsMargins(Space.XS, 0, _SIDE, 0)
        header.setSpacing(Space.S)
        header.addWidget(self._glyph)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        header.addWidget(self._name)
        header.addWidget(self._count)
        header.addStretch(1)
        header.addWidget(self.button)
        column.addLayout(header)
        column.addWidget(self.cards, 1)
        return part


class _Strip(QWidget):
    """A collapsed stage: a click opens it, a drop puts cards into it."""

    opened = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._over = False
        self._button = IconButton("chevrons-left", "Expand")
        self._button.clicked.connect(self.opened)
        self._words = _Upright()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, Space.S)
        column.setSpacing(Space.M)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words, 1, Qt.AlignmentFlag.AlignHCenter)
        theme().changed.connect(self.update)

    def show_stage(self, name: str, count: int) -> None:
        self._button.show_as("chevrons-left", f"Expand {name}, {counted(count, 'application')}")
        self._words.show_words(name, f"{count:,}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if ids_in(event.mimeData()):
            self._mark(True)
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark(False)
        self.dropped.emit(ids_in(event.mimeData()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._over:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme().colour("accent"))
            painter.setBrush(theme().colour("accent_soft"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 12, 12)
            painter.end()

    def _mark(self, over: bool) -> None:
        self._over = over
        self.update()


class _Upright(QLabel):
    """A name and a count that read from top to bottom."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._figure = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme().changed.connect(self.updateGeometry)

    def show_words(self, name: str, figure: str) -> None:
        self._words, self._figure = name, figure
        self.setAccessibleName(f"{name} {figure}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._metrics().height(), 120)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._metrics().height(), 40)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(self.width(), 0)
        painter.rotate(90)
        painter.setFont(theme().font(TextStyle.STRONG))
        painter.setPen(theme().colour("text"))
        metrics = self._metrics()
        room = self.height() - metrics.horizontalAdvance(self._figure) - Space.M
        name = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        base = (self.width() + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(0, base, name)
        painter.setFont(theme().font(TextStyle.BODY))
        painter.setPen(theme().colour("muted"))
        painter.drawText(metrics.horizontalAdvance(name) + Space.M, base, self._figure)
        painter.end()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme().font(TextStyle.STRONG))
