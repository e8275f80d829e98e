"""Under the posting: which of several places is shown, and the way to the others; else what
can be done with the posting's words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ats.gui.controls.buttons import IconButton
from ats.gui.controls.field import label
from ats.gui.theme import Space, theme

HINT = (
    "Select words and press R to add a requirement. On a line: M must have, N nice to have, "
    "W what you will do, C condition, B benefit, X nothing."
)


class PlaceBar(QWidget):
    """`step_wanted` carries 1 for the next place and -1 for the one before."""

    step_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label(HINT, "caption2", wrap=True)
        self.before = IconButton("chevron-up", "Previous place (Shift+F3)")
        self.after = IconButton("chevron-down", "Next place (F3)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XXS)
        row.addWidget(self._words, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.before.clicked.connect(lambda: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.step_wanted.emit(1))
        theme().changed.connect(self._fit)
        self._fit()
        self.show_place("", 0, 0)

    def show_place(self, name: str, at: int, count: int) -> None:
        """Show which place of how many of a field is pointed out; with one or none, the hint."""
        several = count > 1
        self._words.setText(f"{name}: place {at} of {count} in the posting" if several else HINT)
        self.before.setVisible(several)
        self.after.setVisible(several)

    def text(self) -> str:
        return self._words.text()

    def _fit(self) -> None:
        self.setMinimumHeight(theme().metrics.target + Space.XS)
