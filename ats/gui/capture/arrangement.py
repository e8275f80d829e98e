"""Arranges a reading for the eye: where paragraphs begin, which lines are headings, and which
words belong to which field. Plain values, made in the job that reads."""

from __future__ import annotations

from dataclasses import dataclass

from ats.domain.reading import Reading, Span
from ats.gui.capture.marks import Mark, field_marks
from ats.gui.posting.laid_out import laid_out
from ats.gui.posting.shown_text import ShownText

SHOWN_AT_MOST = 60_000
"""Characters that are shown. The longest posting seen has a third; a text view takes too long
to lay out more. All of the text is kept."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the posting view shows. `headings` and `paragraphs` are places in the view where a
    heading, or a paragraph that wants air above, begins; `lines` the stored places of the lines,
    without bullets; `marks` the words of the fields. `shown_length` is in characters; `cut`
    tells that text was left out."""

    reading: Reading
    shown: ShownText
    headings: tuple[Span, ...]
    paragraphs: frozenset[int]
    lines: tuple[Span, ...]
    marks: tuple[Mark, ...]
    shown_length: int

    @property
    def cut(self) -> bool:
        return self.shown_length < len(self.reading.text)


def arranged(reading: Reading) -> Arrangement:
    """Lays a reading out for the view."""
    text = reading.text[:SHOWN_AT_MOST]
    laid = laid_out(text, reading.repeats)
    return Arrangement(
        reading=reading,
        shown=laid.shown,
        headings=laid.headings,
        paragraphs=laid.paragraphs,
        lines=laid.lines,
        marks=tuple(field_marks(reading, laid.shown, len(text))),
        shown_length=len(text),
    )
