"""A line in which a requirement or a benefit is typed that no words of the posting name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class AddLine(QLineEdit):
    """Enter adds what was typed; empty, it leaves Enter to the page."""

    entered = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription("Enter adds it")

    def enter(self) -> None:
        """Add what was typed, if anything."""
        text = self.text()
        self.clear()
        if text.strip():
            self.entered.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and plain and self.text().strip():
            self.enter()
            event.accept()
        else:
            super().keyPressEvent(event)
