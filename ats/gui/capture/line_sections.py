"""The lines of a posting in the form: what it asks for, what is not sorted yet, and what it
offers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ats.commands.applications import NewRequirement
from ats.domain.posting import RequirementKind
from ats.domain.reading import Reading, Span
from ats.domain.words import counted
from ats.gui.capture.add_line import AddLine
from ats.gui.capture.found_lines import found_lines
from ats.gui.capture.line_kinds import ASKED, LABELS, LineKind
from ats.gui.capture.line_list import LineList
from ats.gui.capture.line_section import LineSection
from ats.gui.capture.lines import Item, Lines
from ats.gui.theme import Space

NONE_FOUND = "No requirements were recognised. Select words in the posting and press R."
NONE_BUT_UNSORTED = (
    "No requirements were recognised. Look at the lines below, or select words in the posting "
    "and press R."
)
UNSORTED = (
    "These lines may ask for something. Press M must have, N nice to have, W what you will do, "
    "C condition, B benefit or X nothing."
)


class LineSections(QWidget):
    """`pointed` carries the key of the item the person is at; `typing` follows what is typed
    into the lines that add one; `left` tells that the list with the keyboard became empty."""

    pointed = Signal(str)
    typing = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = Lines(self)
        self.adding = AddLine("Add a requirement")
        self.adding_benefit = AddLine("Add a benefit")
        self.asked = LineSection("Requirements", self.lines, ASKED, self.adding)
        self.unsorted = LineSection("Not sorted", self.lines, (LineKind.UNSORTED,))
        benefits = (LineKind.BENEFIT,)
        self.benefits = LineSection("Benefits", self.lines, benefits, self.adding_benefit)
        self._repeats, self._from_posting = 0, False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for section in self._sections():
            column.addWidget(section)
            section.list.pointed.connect(self.pointed)
            section.list.emptied.connect(self._leave)
        self.adding.entered.connect(lambda text: self._enter(text, self._kind_near(None)))
        self.adding_benefit.entered.connect(lambda text: self._enter(text, LineKind.BENEFIT))
        for line in (self.adding, self.adding_benefit):
            line.textChanged.connect(self.typing)
        self.lines.moved_to.connect(self.go_to)
        self.lines.changed.connect(self._tell)
        self._tell()

    def show_reading(self, reading: Reading | None) -> None:
        """Show the lines of a posting, or none to add by hand."""
        self._repeats = len(reading.repeats) if reading else 0
        self._from_posting = reading is not None
        # Benefits are kept with a posting; without one there is no place for them.
        offered = [each for each in LABELS if reading or each.kind is not LineKind.BENEFIT]
        for rows in self.lists():
            rows.offer(offered)
        self.benefits.setVisible(reading is not None)
        for line in (self.adding, self.adding_benefit):
            line.clear()
        self.lines.show(found_lines(reading) if reading else ())
        self._tell()

    def lists(self) -> list[LineList]:
        return [section.list for section in self._sections()]

    def go_to(self, key: str) -> None:
        """Make an item the current one, wherever it is listed."""
        for rows in self.lists():
            if rows.go_to(key):
                return

    def add_requirements(
        self, found: Sequence[tuple[str, Span]], kind: LineKind | None, keys: Sequence[str] = ()
    ) -> None:
        """Add words of the posting as items of a kind, and make items with these keys the same;
        without a kind they are must have, or nice to have in a list of such."""
        places = [span for _, span in found]
        chosen = kind or self._kind_near(min(places, default=None))
        made = self.lines.add(found, chosen, keys)
        for key in (*made[:1], *keys[:1]):
            self.go_to(key)

    def finish(self) -> None:
        """What stands in an open editor, or in a line to add one, counts."""
        self.finish_editing()
        for line in (self.adding, self.adding_benefit):
            line.enter()

    def finish_editing(self) -> None:
        for rows in self.lists():
            rows.finish_editing()

    def requirements(self) -> tuple[NewRequirement, ...]:
        """What is to be created, in the order shown."""
        return tuple(
            NewRequirement(text=item.text, kind=RequirementKind(item.kind.value), span=item.span)
            for item in self.asked.model.items
            if item.kept
        )

    def _sections(self) -> tuple[LineSection, ...]:
        return (self.asked, self.unsorted, self.benefits)

    def _enter(self, text: str, kind: LineKind) -> None:
        for key in self.lines.add([(text, None)], kind):
            self.go_to(key)

    def _kind_near(self, span: Span | None) -> LineKind:
        """The kind of the requirement that stands last before these words."""
        asked = self.lines.of((LineKind.MUST, LineKind.NICE))
        before = [item for item in asked if span and item.span and item.span < span]
        nearest: Item | None = max(before, key=lambda item: item.span or (0, 0), default=None)
        return nearest.kind if nearest else LineKind.MUST

    def _leave(self) -> None:
        """From a list that became empty to another; keys pressed on must not be typed."""
        for rows in self.lists():
            if rows.model().rowCount():
                rows.setFocus()
                return
        self.left.emit()

    def _tell(self) -> None:
        items, unsorted = self.asked.model.items, self.unsorted.model.items
        left_out = sum(not item.kept for item in items)
        parts = (
            *_counts(items),
            f"{counted(self._repeats, 'repeated line')} merged" if self._repeats else "",
            f"{left_out} left out" if left_out else "",
        )
        none = NONE_BUT_UNSORTED if unsorted else NONE_FOUND
        shown = none if self._from_posting and not items else ""
        self.asked.show_words(", ".join(filter(None, parts)), shown, "warn")
        self.unsorted.show_words(counted(len(unsorted), "line"), UNSORTED)
        self.unsorted.setVisible(bool(unsorted))
        benefits = self.benefits.model.items
        kept = sum(item.kept for item in benefits)
        words = [f"{len(benefits)} found" if benefits else "None found"]
        words += [f"{len(benefits) - kept} left out"] if kept < len(benefits) else []
        self.benefits.show_words(", ".join(words) if self._from_posting or benefits else "")


def _counts(items: Sequence[Item]) -> Iterator[str]:
    """How many requirements there are, and what else stands among them."""
    kinds = Counter(item.kind for item in items)
    if wanted := kinds[LineKind.MUST] + kinds[LineKind.NICE]:
        yield f"{wanted} found"
    if duties := kinds[LineKind.DUTY]:
        yield f"{duties} of what you will do"
    if conditions := kinds[LineKind.CONDITION]:
        yield counted(conditions, "condition")
