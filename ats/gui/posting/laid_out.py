"""Lays the text of a posting out for a view: where lines, paragraphs and headings begin. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ats.domain.reading import Span
from ats.gui.posting.shown_text import ShownText
from ats.reading.lines.layout import Line, lay_out
from ats.reading.lines.sections import Section, sections, split_inline

_LAST_WORD = re.compile(r"\S+\s*$")


@dataclass(frozen=True, slots=True)
class LaidOut:
    """`headings` and `paragraphs` are places in the view where a heading, or a paragraph that
    wants air above, begins; `lines` are the stored places of the lines, without bullets."""

    shown: ShownText
    headings: tuple[Span, ...]
    paragraphs: frozenset[int]
    lines: tuple[Span, ...]


def laid_out(
    text: str, repeats: tuple[Span, ...] = (), *, most: int | None = None, airy: bool = False
) -> LaidOut:
    """Lays a text out, only its first `most` characters where given: the rest stays as it is.
    Lines that repeat others stand alone. An `airy` one has empty lines above headings that
    had lost their line break, for a view that knows no space between paragraphs."""
    part = text[:most]
    found = sections(part, split_inline(part, lay_out(part)))
    headings = [each.heading.span for each in found if each.heading]
    lines = sorted(_lines(found), key=lambda line: line.start)
    gaps = {start for start, _ in headings} if airy else set()
    shown = ShownText(text, _breaks(part, lines, repeats), gaps)
    return LaidOut(
        shown,
        tuple(shown.to_shown(span) for span in headings),
        frozenset(shown.to_shown(line.span)[0] for line in lines if not line.bullet),
        tuple(line.span for line in lines),
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
