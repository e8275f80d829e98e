"""The way around: search, the pages with what waits there, and where the data is kept. A
column of names, or a rail of icons where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ats.gui.icons import pixmap
from ats.gui.theme import Radius, Space, TextStyle, theme
from ats.gui.tooltips import plain

WIDE, RAIL = 212, 56
_SIDE = Space.S
_TEXT_AT = 39  # from the item's left edge to its text


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the sidebar. `at_bottom` puts it into the lower group."""

    page: str
    text: str
    icon: str
    at_bottom: bool = False


ENTRIES = (
    Entry("applications", "Applications", icon="briefcase"),
    Entry("evidence", "Evidence", icon="badge-check"),
    Entry("transfer", "Import and export", icon="arrow-down-up", at_bottom=True),
    Entry("trash", "Trash", icon="trash-2", at_bottom=True),
    Entry("settings", "Settings", icon="settings", at_bottom=True),
)


class Sidebar(QWidget):
    """`chosen` carries the name of a page; `search_wanted` asks for the palette."""

    chosen = Signal(str)
    search_wanted = Signal()

    def __init__(self, search_keys: str, folder: str, parent: QWidget | None = None) -> None:
        """`search_keys` is the palette's shortcut as people read it; `folder` holds the data."""
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Sidebar")
        self.search = _SearchBox(search_keys)
        self.search.clicked.connect(self.search_wanted)
        self.items = {entry.page: _Item(entry.text, entry.icon) for entry in ENTRIES}
        self.storage = _Storage(folder)
        self.storage.clicked.connect(lambda: self.chosen.emit("settings"))
        self._build()
        self._collapsed = False
        self.set_collapsed(False)
        theme().changed.connect(self._fit)

    @property
    def collapsed(self) -> bool:
        return self._collapsed

    def set_collapsed(self, collapsed: bool) -> None:
        """Show a rail of icons instead of names."""
        self._collapsed = collapsed
        self._fit()
        for row in self._rows():
            row.set_narrow(collapsed)

    def select(self, page: str) -> None:
        """Mark the page on screen; a page that is not here marks none."""
        for name, item in self.items.items():
            item.setChecked(name == page)

    def show_count(self, page: str, count: int | None, meaning: str = "") -> None:
        """A number beside a page, with what it counts for those who listen: "12 open"."""
        self.items[page].show_count(count, meaning)

    def focus_content(self) -> None:
        chosen = next((item for item in self.items.values() if item.isChecked()), self.search)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        rows = self._rows()
        focused = next((at for at, row in enumerate(rows) if row.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        rows[(focused + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        """Wide enough for the names also where the text is larger."""
        usual = RAIL if self._collapsed else WIDE
        self.setFixedWidth(round(usual * theme().metrics.icon / 16))

    def _rows(self) -> list[_Row]:
        return [self.search, *self.items.values(), self.storage]

    def _build(self) -> None:
        column, foot = QVBoxLayout(), QVBoxLayout()
        column.setContentsMargins(_SIDE, Space.M, _SIDE, 0)
        column.setSpacing(Space.XXS)
        foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        column.addWidget(self.search)
        column.addSpacing(Space.S)
        for entry in ENTRIES:
            if entry.at_bottom and not ENTRIES[ENTRIES.index(entry) - 1].at_bottom:
                column.addStretch()
            column.addWidget(self.items[entry.page])
            self.items[entry.page].clicked.connect(self._chooser(entry.page))
        column.addSpacing(Space.S)
        rule = QFrame()
        rule.setProperty("line", "true")
        foot.addWidget(self.storage)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)  # the sidebar's own right line
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(rule)
        whole.addLayout(foot)

    def _chooser(self, page: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(page)


class _Row(QAbstractButton):
    """What all lines of the sidebar share: an icon, a text when wide, the focus ring."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__()
        self.icon_name = icon_name
        self.narrow = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setToolTip(plain(self.hint()) if narrow else "")
        self.update()

    def hint(self) -> str:
        """What the tooltip says where there is no room for the text."""
        return self.text()

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 2 * _SIDE, theme().metrics.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the sidebar moves the focus
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        self.paint_icon(painter)
        if not self.narrow:
            self.paint_text(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, Radius.CONTROL, Radius.CONTROL)
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """The fill below everything else."""
        if self.underMouse() or self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            role = "selected" if self.isChecked() else "hover"
            painter.setBrush(theme().colour(role))
            painter.drawRoundedRect(QRectF(self.rect()), Radius.CONTROL, Radius.CONTROL)

    def icon_role(self) -> str:
        return "accent" if self.isChecked() else "text2"

    def paint_icon(self, painter: QPainter) -> None:
        size = theme().metrics.icon
        left = (self.width() - size) // 2 if self.narrow else round(13 * size / 16)
        picture = pixmap(self.icon_name, self.icon_role(), size, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - size) // 2, picture)

    def paint_text(self, painter: QPainter) -> None:
        self.draw(painter, self.text(), TextStyle.MEDIUM, "text2", self.room(Space.S))

    def room(self, right: int) -> QRect:
        """Where the text goes, leaving `right` pixels."""
        left = round(_TEXT_AT * theme().metrics.icon / 16)
        return self.rect().adjusted(left, 0, -right, 0)

    def draw(self, painter: QPainter, text: str, style: TextStyle, role: str, where: QRect) -> None:
        painter.setFont(theme().font(style))
        painter.setPen(theme().colour(role))
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, where.width())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, short)


class _Item(_Row):
    """A page, with an accent bar while it is on screen."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__(text, icon_name)
        self.setCheckable(True)
        self._count = self._meaning = ""

    def show_count(self, count: int | None, meaning: str) -> None:
        self._count = f"{count:,}" if count else ""
        self._meaning = meaning
        self.setAccessibleDescription(meaning)
        self.set_narrow(self.narrow)

    def hint(self) -> str:
        return f"{self.text()}: {self._meaning}" if self._meaning else self.text()

    def nextCheckState(self) -> None:
        """The window says which page is on screen; a click alone does not."""

    def paint_ground(self, painter: QPainter) -> None:
        super().paint_ground(painter)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            bar = QRectF(0, self.height() / 2 - 8, 3, 16)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def paint_text(self, painter: QPainter) -> None:
        font = theme().font(TextStyle.MEDIUM, figures=True)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._count)
        where = QRect(self.width() - 11 - width, 0, width + 1, self.height())
        painter.setPen(theme().colour("text2"))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._count)
        style = TextStyle.STRONG if self.isChecked() else TextStyle.MEDIUM
        role = "text" if self.isChecked() else "text2"
        self.draw(painter, self.text(), style, role, self.room(width + 2 * Space.S))


class _SearchBox(_Row):
    """Looks like a field, opens the palette."""

    def __init__(self, keys: str) -> None:
        super().__init__("Search or run…", "search")
        self._keys = keys
        self.setAccessibleName("Search or run a command")

    def hint(self) -> str:
        return f"Search or run a command ({self._keys})"

    def paint_ground(self, painter: QPainter) -> None:
        if self.narrow:
            super().paint_ground(painter)
            return
        hovered = "control_border" if self.underMouse() else "border"
        painter.setPen(QPen(theme().colour(hovered), 1))
        painter.setBrush(theme().colour("surface"))
        frame = QRectF(self.rect()).adjusted(4.5, 0.5, -4.5, -0.5)
        painter.drawRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)

    def paint_text(self, painter: QPainter) -> None:
        font = theme().font(TextStyle.CAPTION)
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(self._keys)
        where = QRect(self.width() - 14 - width, 0, width + 1, self.height())
        painter.setPen(theme().colour("muted"))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, self._keys)
        self.draw(painter, self.text(), TextStyle.BODY, "text2", self.room(width + 18))


class _Storage(_Row):
    """Says where the data is; its tooltip is the folder."""

    def __init__(self, folder: str) -> None:
        super().__init__("Only on this computer", "hard-drive")
        self._folder = folder
        self.setAccessibleDescription(folder)

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self.setToolTip(plain(self.hint()))

    def hint(self) -> str:
        return f"{self.text()}: {self._folder}"

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 2 * _SIDE, theme().metrics.control + Space.XS)

    def icon_role(self) -> str:
        return "muted"

    def paint_text(self, painter: QPainter) -> None:
        where = self.room(Space.S).adjusted(-6, 0, 0, 0)
        self.draw(painter, self.text(), TextStyle.CAPTION, "muted", where)
