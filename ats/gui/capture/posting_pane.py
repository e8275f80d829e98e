"""The left side of the review: the posting, what its highlights mean, and where in it the person
is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ats.gui.capture.arrangement import SHOWN_AT_MOST, Arrangement
from ats.gui.capture.legend import Legend
from ats.gui.capture.marks import Mark
from ats.gui.capture.place_bar import PlaceBar
from ats.gui.capture.posting_view import PostingView
from ats.gui.controls.field import MessageLine, label
from ats.gui.theme import Space


class PostingPane(QWidget):
    """The view with its heading, legend and the bar that goes through the places of a field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PostingView()
        self._heading = label("Posting", "subtitle")
        self.legend = Legend()
        self.places = PlaceBar()
        self._cut = MessageLine()
        self._fields: Sequence[Mark] = ()
        self._pointed: Sequence[Mark] = ()
        self._name, self._at = "", 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.legend, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self.places)
        column.addWidget(self._cut)
        self.places.step_wanted.connect(self.step)
        self.view.taken_over.connect(lambda: self.point_out("", ()))

    def show_arrangement(self, arrangement: Arrangement | None, lines: Sequence[Mark]) -> None:
        """Show a posting with the words of its fields and lines highlighted, or nothing."""
        self._fields = arrangement.marks if arrangement else ()
        marks = [*self._fields, *lines]
        self.view.show_arrangement(arrangement, marks)
        self._explain(marks)
        self.point_out("", ())
        cut = arrangement is not None and arrangement.cut
        words = f"The first {SHOWN_AT_MOST:,} characters are shown. All of the text is kept."
        self._cut.show_text(words if cut else "")

    def show_heading(self, shown: bool) -> None:
        """Show the heading, or leave it out where something else says what this is."""
        self._heading.setVisible(shown)

    def show_lines(self, marks: Sequence[Mark]) -> None:
        """Highlight other words of lines, besides those of the fields."""
        marks = [*self._fields, *marks]
        self.view.show_marks(marks)
        self._explain(marks)

    def point_out(self, name: str, marks: Sequence[Mark]) -> None:
        """Show where a field's value came from, beginning with the first place."""
        self._name, self._pointed, self._at = name, list(marks), 0
        self._show_place()

    def can_step(self) -> bool:
        """Whether there is another place to go to."""
        return len(self._pointed) > 1

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; around the end."""
        if self._pointed:
            self._at = (self._at + by) % len(self._pointed)
            self._show_place()

    def _explain(self, marks: Sequence[Mark]) -> None:
        self.legend.show_kinds({mark.kind for mark in marks if not mark.quiet})

    def _show_place(self) -> None:
        self.view.point_out(self._pointed, self._at)
        self.places.show_place(self._name, self._at + 1, len(self._pointed))
