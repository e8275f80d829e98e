"""Text fields that save themselves: what is typed is committed after a pause, on leaving the
field and on `flush()`. Text shown from the store never overwrites what is being typed."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

_PAUSE_MS = 600


class _Pending(QObject):
    """Keeps apart what the store has and what the person has typed."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stored = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.due)

    def typed(self) -> None:
        self._timer.start()

    def settle(self, text: str) -> bool:
        """Take `text` as stored; True when that is news."""
        self._timer.stop()
        changed, self.stored = text != self.stored, text
        return changed


class AutosaveText(QPlainTextEdit):
    """A text of several lines that grows with its content. Ctrl+Z undoes typing."""

    committed = Signal(str)

    def __init__(
        self, placeholder: str = "", parent: QWidget | None = None, *, lines: int = 3
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._pending = _Pending(self)
        self._pending.due.connect(self.flush)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def text(self) -> str:
        return self.toPlainText()

    def is_touched(self) -> bool:
        """True while something typed is not committed."""
        return self.text() != self._pending.stored

    def show_text(self, text: str) -> None:
        """Show what the store has, unless the person is in the middle of changing it."""
        if self.is_touched():
            return
        self._pending.settle(text)
        if text != self.text():
            place = self.textCursor().position()
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(place, len(text)))
            self.setTextCursor(cursor)
            self._fit()

    def flush(self) -> None:
        """Commit at once what has been typed, if anything."""
        if self._pending.settle(self.text()):
            self.committed.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _typed(self) -> None:
        if self.is_touched():
            self._pending.typed()

    def _fit(self) -> None:
        """As high as the text, at least the lines asked for; the page scrolls, not the field."""
        line = self.fontMetrics().lineSpacing()
        shown = self.document().documentLayout().documentSize().height()  # in lines
        around = 2 * round(self.document().documentMargin()) + line // 2 + 14
        height = math.ceil(max(shown, self._lines) * line) + around
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)


class AutosaveLine(QLineEdit):
    """One line with the same contract; Enter commits too."""

    committed = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pending = _Pending(self)
        self._pending.due.connect(self.flush)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._pending.typed)
        self.returnPressed.connect(self.flush)

    def is_touched(self) -> bool:
        """True while something typed is not committed."""
        return self.text() != self._pending.stored

    def show_text(self, text: str) -> None:
        """Show what the store has, unless the person is in the middle of changing it."""
        if self.is_touched():
            return
        self._pending.settle(text)
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(place if self.hasFocus() else 0)

    def flush(self) -> None:
        """Commit at once what has been typed, if anything."""
        if self._pending.settle(self.text()):
            self.committed.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
