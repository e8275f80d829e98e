"""The foot of the review: what holds now, and the way out or on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.theme import Space

NOTHING_SAVED = "Nothing is saved until you create the application."
NEEDS_A_NAME = "An application needs a role title or a company."


class Footer(QWidget):
    """Cancel and Create application; where several postings came in, the way to the others, and
    one button to create all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready, self._queue, self._nothing = True, "", ""
        self._words = ElidedLabel(NOTHING_SAVED, role="caption2")
        self.cancel_button = button("Cancel")
        self.previous_button = IconButton("chevron-left", "Previous posting (Ctrl+PgUp)")
        self.next_button = IconButton("chevron-right", "Next posting (Ctrl+PgDown)")
        self.rest_button = button("Create all")
        self.rest_button.setToolTip(
            "Create every posting that names a role and a company and isn’t tracked yet"
        )
        self.create_button = button("C&reate application", "primary")
        self.create_button.setToolTip("Ctrl+Enter")
        self._build()
        self.show_single()

    def show_ready(self, ready: bool) -> None:
        """Whether it can be created; where not, the reason is said."""
        self._ready = ready
        self.create_button.setEnabled(ready)
        self.create_button.setAccessibleDescription("" if ready else NEEDS_A_NAME)
        self._tell()

    def show_single(self) -> None:
        """One posting, or none."""
        self._queue = self._nothing = ""
        for each in (self.previous_button, self.next_button, self.rest_button):
            each.hide()
        self._tell()

    def show_queue(
        self, at: int, count: int, left: int, *, before: bool, after: bool, is_reading: bool
    ) -> None:
        """Posting `at` of `count`, from 1, of which `left` are still to be decided on; whether
        there are such `before` and `after` it. All can be created once all are read."""
        self._queue = f"Posting {at:,} of {count:,}." if left else ""
        self._nothing = "" if left else f"None of the {count:,} postings could be read."
        self.previous_button.setEnabled(before)
        self.next_button.setEnabled(after)
        self.rest_button.setText(f"Create &all {left:,}")
        self.rest_button.setEnabled(not is_reading)
        self.previous_button.setVisible(left > 0)
        self.next_button.setVisible(left > 0)
        self.rest_button.setVisible(left > 1)
        self._tell()

    def text(self) -> str:
        return self._words.text()

    def _tell(self) -> None:
        """What holds now; beside more buttons in fewer words."""
        if self._nothing:
            self._words.setText(self._nothing)
        elif not self._queue:
            self._words.setText(NOTHING_SAVED if self._ready else NEEDS_A_NAME)
        else:
            state = "It isn’t saved yet." if self._ready else "It needs a title or a company."
            self._words.setText(f"{self._queue} {state}")

    def _build(self) -> None:
        line = QFrame()
        line.setProperty("line", "true")
        row = QHBoxLayout()
        row.setContentsMargins(Space.L + Space.XS, Space.S + 2, Space.L + Space.XS, Space.S + 2)
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        for each in (
            self.previous_button,
            self.next_button,
            self.cancel_button,
            self.rest_button,
            self.create_button,
        ):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(row)
