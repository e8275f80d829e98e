"""Find an application or run a command by typing a few letters, over the dimmed window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ats.gui.controls.field import label
from ats.gui.icons import pixmap
from ats.gui.palette_entries import Entry, Group
from ats.gui.palette_list import PaletteList
from ats.gui.theme import Radius, Space, theme

_WIDE, _TOP = 620, 110
_DIM = QColor(8, 14, 17, 140)

Source = Callable[[str], Sequence[Group]]
"""Gives what to offer for the text typed so far."""


class CommandPalette(QWidget):
    """Lies over its window. `chosen` carries the Entry and whether Ctrl was held (move to a
    stage); `closed` follows in every case, after the focus is back where it was."""

    chosen = Signal(object, bool)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._source: Source = lambda query: ()
        self._opener: QWidget | None = None
        self.setAccessibleName("Command palette")
        self.box = QFrame(self)
        self.box.setObjectName("palette")
        self.query = QLineEdit()
        self.query.setProperty("variant", "palette")
        self.query.textChanged.connect(self._search)
        self.query.installEventFilter(self)
        self.list = PaletteList()
        self.list.picked.connect(lambda entry: self._choose(entry, False))
        self._nothing = label("Nothing found.", "muted")
        self._footer = QHBoxLayout()
        self._icon = QLabel()
        self._build()
        window.installEventFilter(self)
        theme().changed.connect(self._dress)
        self._dress()
        self.hide()

    def open(self, source: Source, prompt: str, keys: Sequence[str]) -> None:
        """Offer what `source` gives; `prompt` says what to type, `keys` what Enter and others
        do. Opened again while open, it shows the new offer and keeps its opener."""
        if not self.isVisible():
            focus = QApplication.focusWidget()
            self._opener = focus if focus and self._window.isAncestorOf(focus) else None
        self._source = source
        self.query.setPlaceholderText(prompt)
        self.query.setAccessibleName(prompt)
        self._show_keys(keys)
        self.query.clear()
        self._search("")
        self._cover()
        self.show()
        self.raise_()
        self.query.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Close it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self._opener = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._cover()
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.query and pressed and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), _DIM)
        painter.setPen(theme().colour("control_border"))
        painter.setBrush(theme().colour("raised"))
        frame = self.box.geometry().adjusted(-1, -1, 0, 0)
        painter.drawRoundedRect(frame, Radius.SHEET, Radius.SHEET)
        painter.end()

    def _key(self, event: QKeyEvent) -> bool:
        """Keys of the list, while the focus stays in the field."""
        key, modifiers = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            entry = self.list.current()
            if entry is not None:
                self._choose(entry, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self.list.step(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self.list.step(-1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.list.step(8 if key == Qt.Key.Key_PageDown else -8)
        else:
            return False
        self._speak()
        return True

    def _choose(self, entry: Entry, with_ctrl: bool) -> None:
        if entry.enabled:
            self.chosen.emit(entry, with_ctrl)

    def _search(self, query: str) -> None:
        groups = self._source(query)
        self.list.show_groups(groups)
        self._nothing.setVisible(not groups)
        self.list.setVisible(bool(groups))
        self._place()
        self._speak()

    def _speak(self) -> None:
        """The field's description is what a screen reader reads with it."""
        entry = self.list.current()
        spoken = ", ".join(filter(None, (entry.name, entry.beside, entry.keys))) if entry else ""
        self.query.setAccessibleDescription(spoken or "Nothing found")

    def _build(self) -> None:
        column = QVBoxLayout(self.box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(20, Space.S, Space.L, Space.S)
        top.setSpacing(Space.S)
        top.addWidget(self._icon)
        top.addWidget(self.query, 1)
        bottom = QWidget()
        bottom.setLayout(self._footer)
        self._footer.setContentsMargins(20, Space.S, 20, Space.S)
        self._footer.setSpacing(Space.XL)
        self._nothing.setContentsMargins(20, Space.M, 20, Space.M)
        column.addLayout(top)
        column.addWidget(_rule())
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        column.addWidget(_rule())
        column.addWidget(bottom)

    def _show_keys(self, keys: Sequence[str]) -> None:
        while self._footer.count():
            item = self._footer.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words in keys:
            self._footer.addWidget(label(words, "caption2"))
        self._footer.addStretch()

    def _dress(self) -> None:
        self._icon.setPixmap(pixmap("search", "text2", 16, self.devicePixelRatioF()))
        self._place()

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        self._place()

    def _place(self) -> None:
        """In the upper middle, as high as the list needs and the window allows."""
        width = min(_WIDE, self.width() - 2 * Space.XL)
        top = min(_TOP, self.height() // 8)
        self.list.setFixedHeight(max(0, min(self.list.wanted_height(), self.height() - top - 160)))
        self.box.setFixedWidth(max(320, width))
        self.box.adjustSize()
        self.box.move((self.width() - self.box.width()) // 2, top)
        self.update()


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("line", "true")
    return rule
