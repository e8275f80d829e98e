"""Arranges a reading for the eye: where paragraphs begin, which lines are headings, and which
words belong to which field. Plain values, made in the job that reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ats.domain.reading import Reading, Span
from ats.gui.capture.shown_text import ShownText
from ats.reading.layout import Line, lay_out
from ats.reading.sections import Section, sections, split_inline

SHOWN_AT_MOST = 60_000
"""Characters that are shown. The longest posting seen has a third; a text view takes too long
to lay out more. All of the text is kept."""

_LAST_WORD = re.compile(r"\S+\s*$")


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
    parts = sections(text, split_inline(text, lay_out(text)))
    headings = [part.heading.span for part in parts if part.heading]
    lines = sorted(_lines(parts), key=lambda line: line.start)
    shown = ShownText(text, _breaks(text, lines, reading.repeats))
    return Arrangement(
        reading=reading,
        shown=shown,
        headings=tuple(shown.to_shown(span) for span in headings),
        paragraphs=frozenset(shown.to_shown(line.span)[0] for line in lines if not line.bullet),
        marks=tuple(sorted(_marks(reading, shown, len(text)), key=lambda mark: mark.start)),
        cut=len(reading.text) > SHOWN_AT_MOST,
    )


def _lines(parts: list[Section]) -> Iterator[Line]:
    for part in parts:
        if part.heading:
            yield part.heading
        yield from part.lines


def _breaks(text: str, lines: list[Line], repeats: tuple[Span, ...]) -> Iterator[int]:
    """Where a line begins in the middle of a line of the text, and where repeats begin."""
    end = 0
    for line in lines:
        yield from _break(text, end, line.start)
        end = line.end
    end = 0
    for start, stop in sorted(repeats):
        yield from _break(text, max(end, start - 1), start)
        yield from _break(text, stop, min(stop + 1, len(text)))
        end = stop


def _break(text: str, end: int, start: int) -> Iterator[int]:
    """A place between the end of one line and the start of the next, before its bullet; none
    where the text has a line break there itself."""
    between = text[end:start]
    if not end or "\n" in between or "\r" in between:
        return
    bullet = _LAST_WORD.search(between)
    yield end + bullet.start() if bullet else start


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
