"""Arranges a reading for the eye: where paragraphs begin, which lines are headings, and which
words belong to which field. Plain values, made in the job that reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ats.domain.reading import Reading, Span
from ats.gui.posting.laid_out import laid_out
from ats.gui.posting.shown_text import ShownText

SHOWN_AT_MOST = 60_000
"""Characters that are shown. The longest posting seen has a third; a text view takes too long
to lay out more. All of the text is kept."""


class MarkKind(StrEnum):
    """Why words are highlighted, in the order of the legend."""

    REQUIREMENT = "Requirement"
    PAY = "Pay"
    DETAIL = "Other details"
    REPEAT = "Repeats lines above"


@dataclass(frozen=True, slots=True)
class Mark:
    """Highlighted words: their place in the view, and the field or item they belong to."""

    start: int
    end: int
    kind: MarkKind
    key: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the posting view shows. `headings` and `paragraphs` are places in the view where a
    heading, or a paragraph that wants air above, begins. `cut` tells that text was left out."""

    reading: Reading
    shown: ShownText
    headings: tuple[Span, ...]
    paragraphs: frozenset[int]
    marks: tuple[Mark, ...]
    cut: bool

    def marks_of(self, key: str) -> list[Mark]:
        return [mark for mark in self.marks if mark.key == key]


def item_key(index: int) -> str:
    """The key of the item at this place in `Reading.items`."""
    return f"item {index}"


def arranged(reading: Reading) -> Arrangement:
    """Lays a reading out for the view."""
    text = reading.text[:SHOWN_AT_MOST]
    laid = laid_out(text, reading.repeats)
    shown = laid.shown
    return Arrangement(
        reading=reading,
        shown=shown,
        headings=laid.headings,
        paragraphs=laid.paragraphs,
        marks=tuple(sorted(_marks(reading, shown, len(text)), key=lambda mark: mark.start)),
        cut=len(reading.text) > SHOWN_AT_MOST,
    )


def _marks(reading: Reading, shown: ShownText, length: int) -> Iterator[Mark]:
    def marks(spans: tuple[Span, ...], kind: MarkKind, key: str) -> Iterator[Mark]:
        for span in spans:
            if span[1] <= length:
                start, end = shown.to_shown(span)
                yield Mark(start, end, kind, key)

    for index, item in enumerate(reading.items):
        yield from marks((item.span,), MarkKind.REQUIREMENT, item_key(index))
    yield from marks(reading.repeats, MarkKind.REPEAT, "")
    for field, kind in _FIELDS.items():
        yield from marks(_first_only(field, reading.spans.get(field, ())), kind, field)


def _first_only(field: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """A company or a title is named again and again; the first place is telling enough."""
    return spans[:1] if field in _NAMED_OFTEN else spans


_FIELDS = {
    "salary": MarkKind.PAY,
    "bonus": MarkKind.PAY,
    "equity": MarkKind.PAY,
    "title": MarkKind.DETAIL,
    "title_suggestions": MarkKind.DETAIL,
    "company": MarkKind.DETAIL,
    "locations": MarkKind.DETAIL,
    "work_mode": MarkKind.DETAIL,
    "employment_type": MarkKind.DETAIL,
    "posted": MarkKind.DETAIL,
    "deadline": MarkKind.DETAIL,
    "reference": MarkKind.DETAIL,
    "link": MarkKind.DETAIL,
}
_NAMED_OFTEN = ("title", "title_suggestions", "company")
