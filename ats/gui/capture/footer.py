"""The foot of the review: what holds now, and the way out or on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ats.gui.controls.buttons import button
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.theme import Space

NOTHING_SAVED = "Nothing is saved until you create the application."
NEEDS_A_NAME = "An application needs a role title or a company."


class Footer(QWidget):
    """Cancel, Skip while more postings wait, and Create application."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready, self._queue = True, ""
        self._words = ElidedLabel(NOTHING_SAVED, role="caption2")
        self.cancel_button = button("Cancel")
        self.skip_button = button("Skip", "secondary")
        self.skip_button.setToolTip("Leave this posting out and go on with the next")
        self.create_button = button("C&reate application", "primary")
        self.create_button.setToolTip("Ctrl+Enter")
        line = QFrame()
        line.setProperty("line", "true")
        row = QHBoxLayout()
        row.setContentsMargins(Space.L + Space.XS, Space.S + 2, Space.L + Space.XS, Space.S + 2)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        for each in (self.cancel_button, self.skip_button, self.create_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)
        self.show_queue(0, 0)

    def show_ready(self, ready: bool) -> None:
        """Whether it can be created; where not, the reason is said."""
        self._ready = ready
        self.create_button.setEnabled(ready)
        self.create_button.setAccessibleDescription("" if ready else NEEDS_A_NAME)
        self._tell()

    def show_queue(self, at: int, count: int) -> None:
        """Which posting of how many is under review."""
        self._queue = f"Posting {at} of {count}. " if count > 1 else ""
        self.skip_button.setVisible(at < count)
        self._tell()

    def text(self) -> str:
        return self._words.text()

    def _tell(self) -> None:
        self._words.setText(self._queue + (NOTHING_SAVED if self._ready else NEEDS_A_NAME))
