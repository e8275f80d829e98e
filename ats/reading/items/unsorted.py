"""Finds the lines that may ask for something and were given no place, so that a person can look
at them: nothing read must never look like nothing asked."""

from __future__ import annotations

from bisect import bisect_left

from ats.domain.reading import Span
from ats.reading.lines import cues
from ats.reading.lines.layout import Line, sentences
from ats.reading.lines.line_roles import ROLES, shares
from ats.reading.lines.sections import Role, Section

_MUST, _NICE, _DUTY = (ROLES.index(name) for name in ("must", "nice", "duty"))
_MAY, _MAY_IN_LIST = 0.5, 0.25
_MOST = 40
_SHORTEST, _LONGEST = 12, 400


def unsorted(text: str, parts: list[Section], taken: list[Span]) -> list[Span]:
    """The places in text order, at most forty; none of them meets one of those `taken`."""
    places = sorted(taken)
    starts = [start for start, _ in places]
    reach = _furthest(places)
    found: list[Span] = []
    for part in parts:
        for line in part.lines:
            for span in [line.span] if line.bullet else sentences(text, line.span):
                before = bisect_left(starts, span[1])
                free = before == 0 or reach[before - 1] <= span[0]
                if free and _may_ask(text[span[0] : span[1]], part, line):
                    found.append(span)
    return sorted(found)[:_MOST]


def _furthest(places: list[Span]) -> list[int]:
    """For each place, how far it and those before it reach."""
    reach: list[int] = []
    for _, end in places:
        reach.append(max(end, reach[-1]) if reach else end)
    return reach


def _may_ask(words: str, part: Section, line: Line) -> bool:
    if not _SHORTEST < len(words) < _LONGEST:
        return False
    found = shares(words, line.bullet)
    asks = found[_MUST] + found[_NICE] + found[_DUTY]
    listed = line.bullet and part.role is Role.UNKNOWN
    if asks <= (_MAY_IN_LIST if listed else _MAY):
        return False
    return not cues.legal(words) and not cues.asks_nothing(words)
