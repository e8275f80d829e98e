"""The foot of the review: what holds now, and the way out or on."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import label
from ats.gui.theme import Space

NOTHING_SAVED = "Nothing is saved until you create the application."
NOTHING_LEFT = "Everything else is done."
NEEDS_A_NAME = "An application needs a role title or a company."


class Footer(QWidget):
    """Cancel and Create application; where several postings came in, the way to the others, and
    one button to create all of them. `create_wanted` follows the button, but not the second
    click of a double click: another posting may have come in between."""

    create_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ready, self._queue, self._nothing = True, "", ""
        self._words = label(NOTHING_SAVED, "caption2", wrap=True)
        self.cancel_button = button("Cancel")
        self.previous_button = IconButton("chevron-left", "Previous posting (Ctrl+PgUp)")
        self.next_button = IconButton("chevron-right", "Next posting (Ctrl+PgDown)")
        self.rest_button = button("Create all")
        self.rest_button.setToolTip(
            "Create every posting that names a role and a company and isn’t tracked yet"
        )
        self.create_button = button("C&reate application", "primary")
        self.create_button.setToolTip("Ctrl+Enter")
        self._last_click = QElapsedTimer()
        self.create_button.clicked.connect(self._want)
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
        self,
        at: int,
        count: int,
        left: int,
        *,
        read: int,
        refused: int,
        before: bool,
        after: bool,
        is_reading: bool,
    ) -> None:
        """Of `count` postings `refused` could not be read, and of the others the one `at`, from 1,
        is shown; `left` are still to be decided on, and `read` of these are read; whether there
        are such `before` and `after` it. All that are read can be created while nothing is read
        any more."""
        self._queue = f"Posting {at:,} of {count - refused:,}." if left else ""
        none = f"None of the {count:,} files could be read."
        self._nothing = "" if left else none if refused == count else NOTHING_LEFT
        if self.is_stepping():
            # A button that is disabled would hand the keyboard on to Cancel.
            (self.next_button if after else self.previous_button).setFocus()
        self.previous_button.setEnabled(before)
        self.next_button.setEnabled(after)
        self.rest_button.setText(f"Create &all {read:,}")
        self.rest_button.setEnabled(not is_reading)
        self.previous_button.setVisible(left > 0)
        self.next_button.setVisible(left > 0)
        self.rest_button.setVisible(read > 1 or is_reading)
        self._tell()

    def is_stepping(self) -> bool:
        """Whether a button to another posting has the keyboard."""
        return self.previous_button.hasFocus() or self.next_button.hasFocus()

    def text(self) -> str:
        return self._words.text()

    def _want(self) -> None:
        clicked, self._last_click = self._last_click, QElapsedTimer()
        self._last_click.start()
        if not clicked.isValid() or clicked.elapsed() > QApplication.doubleClickInterval():
            self.create_wanted.emit()

    def _tell(self) -> None:
        """What holds now; beside more buttons in fewer words."""
        self.cancel_button.setText("Close" if self._nothing else "Cancel")
        self.create_button.setVisible(not self._nothing)
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
