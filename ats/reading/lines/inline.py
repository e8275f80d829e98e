"""Puts headings that stand inside a line on a line of their own: "... of herbs. Requirements:
Five years of ..."."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ats.reading.keyed import Keyed
from ats.reading.lines.headings import Role, role_of, usual
from ats.reading.lines.layout import Line, sentences, trimmed
from ats.reading.lines.person_specification import split_specification

_WRAPPED, _MOST_WRAPPED = 45, 20
_NEWLINES = re.compile(r"[\r\n]")
_SHORTEST = 24
"""Characters: a shorter line holds no heading beside other words."""
_LEAD = re.compile(r"([^:\n.!?]{2,60}?)\s*:(?:\s+|(?=[A-Z•]))")
_INLINE = Keyed(
    r"(?:(?<=[.!?:;)])|(?<=[a-z0-9]))\s(?=(?:Key |Main "
    r"|DUTIES AND |Primary |Minimum |Basic |Preferred "
    r"|Required |Desired |Additional "
    r"|Essential |Job |Core |Your |Our |Position |Role )?"
    r"(?:Responsibilities|Qualifications|Requirements|Benefits|Duties|Nice [Tt]o [Hh]ave"
    r"|About (?:[Tt]he [Rr]ole|[Yy]ou|[Uu]s|[Tt]he [Jj]ob|[Tt]he [Tt]eam)"
    r"|What [Yy]ou(?:’|'|\s)?(?:[Ww]ill|ll|re|ve|d)? ?(?:[Dd]o|[Bb]ring|[Nn]eed|[Hh]ave"
    r"|[Bb]e)\b|What [Ww]e(?:’|'|\s)?(?:[Oo]ffer|re|[Aa]re)\b"
    r"|Who [Yy]ou [Aa]re|Who [Ww]e [Aa]re|Why [Jj]oin|Perks|RESPONSIBILITIES"
    r"|QUALIFICATIONS|REQUIREMENTS|BENEFITS)\b(?=\s*:|\s*[\n\r]|\s*$|\s+[A-Z0-9•*-]))",
    "responsibilit|qualification|requirement|benefits|duties|nice to have|about |what y|what w"
    "|who y|who w|why join|perks",
    flags=0,
    before=30,
    after=60,
)


def split_inline(text: str, lines: list[Line]) -> list[Line]:
    """Puts usual headings that stand inside a line, or before a colon in it, on their own line."""
    result: list[Line] = []
    headings = [match.end() for match in _INLINE.finditer(text)]
    for line in _joined(text, split_specification(text, lines)):
        for part in _cut_inline(text, line, headings):
            result.extend(_cut_lead(text, part))
    return result


def _joined(text: str, lines: list[Line]) -> Iterator[Line]:
    """Puts together a heading that stands on two lines ("Your", "responsibilities:"), and
    sentences that were wrapped to a width."""
    before: Line | None = None
    wrapped = 0
    for line in lines:
        heading = before is not None and _one_heading(text, before, line)
        if before and (heading or (wrapped < _MOST_WRAPPED and _goes_on(text, before, line))):
            whole = _NEWLINES.sub(" ", text[before.start : line.end])
            before = replace(before, end=line.end, text=whole, marked=before.marked or heading)
            wrapped += 1
            continue
        wrapped = 0
        if before:
            yield before
        before = line
    if before:
        yield before


def _goes_on(text: str, first: Line, second: Line) -> bool:
    """Whether a sentence goes on: the second line begins small, the first is long and has no
    end."""
    if second.bullet or second.gap or not second.text[0].islower() or second.start == first.end:
        return False
    if first.text[-1] in ".!?:;" or first.marked:
        return False
    between = text[first.end : second.start]
    last = max(text.rfind("\n", first.start, first.end), first.start)
    return "\n" in between and first.end - last > _WRAPPED


def _one_heading(text: str, first: Line, second: Line) -> bool:
    if len(first.text) > 24 or len(second.text) > 40 or second.gap or second.bullet or first.bullet:
        return False
    if first.text[-1] in ".:!?," or not (second.text[0].isupper() or second.text.endswith(":")):
        return False
    whole = text[first.start : second.end]
    return role_of(first.text) is None and role_of(second.text) is not None and usual(whole)


def _cut_inline(text: str, line: Line, headings: list[int]) -> list[Line]:
    if len(line.text) < _SHORTEST:
        return [line]
    first, last = bisect_right(headings, line.start), bisect_left(headings, line.end)
    cuts = headings[first:last]
    glued = text[line.end : line.end + 1].isalnum()
    if line.bullet or len(line.text) > 60 or glued:
        cuts += _trailing_heading(text, line)
    if not cuts:
        return [line]
    places = [line.start, *sorted(set(cuts)), line.end]
    spans = [trimmed(text, a, b) for a, b in pairwise(places)]
    return [
        replace(
            line,
            start=a,
            end=b,
            text=text[a:b],
            bullet=line.bullet and index == 0,
            gap=line.gap and index == 0,
        )
        for index, (a, b) in enumerate(spans)
        if a < b
    ]


def _trailing_heading(text: str, line: Line) -> list[int]:
    """A last "sentence" without an end that is a heading: "... processes. What you need"."""
    if line.text[-1] in ".!;,":
        return []
    ends = sentences(text, line.span)
    if len(ends) < 2:
        return []
    last = text[ends[-1][0] : ends[-1][1]]
    return [ends[-1][0]] if len(last) < 60 and usual(last) and role_of(last) else []


def _cut_lead(text: str, line: Line) -> list[Line]:
    """ "Requirements: 5 years of baking" is a heading and a line."""
    match = _LEAD.match(text, line.start, line.end) if ":" in line.text else None
    if not match or match.end() >= line.end or not usual(match[1]):
        return _cut_glued_heading(text, line)
    role = role_of(match[1])
    if role is None or role is Role.PAY or (line.bullet and role not in (Role.NICE, Role.MUST)):
        return [line]
    if line.bullet:
        return [line]
    head = Line(
        line.start, match.end(1) + 1, text[line.start : match.end(1) + 1], False, line.gap, True
    )
    start, end = trimmed(text, match.end(), line.end)
    return [head, *_cut_lead(text, Line(start, end, text[start:end]))] if start < end else [head]


_GLUED_HEADING = re.compile(
    r"(?:Key |Job |Minimum |Basic |Preferred |Required )?(?:Responsibilities"
    r"|Qualifications|Requirements|Duties"
    r"|What You(?:’|'| )?(?:ll|Will) (?:Do|Bring|Need|Have)|What We(?:’|'| )?(?:re|Are) "
    r"Looking For|Who You Are"
    r"|Nice [Tt]o [Hh]ave|Benefits|Essential (?:Job )?Functions|Education|Knowledge"
    r"|(?:DUTIES AND )?RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS)\s+(?=[A-Z0-9•])"
)


def _cut_glued_heading(text: str, line: Line) -> list[Line]:
    match = None if line.bullet else _GLUED_HEADING.match(text, line.start, line.end)
    if not match:
        return [line]
    cut = line.start + len(match[0].rstrip())
    rest = trimmed(text, cut, line.end)
    if usual(text[rest[0] : rest[1]]) or len(line.text) < 50:
        return [line]
    head = Line(line.start, cut, text[line.start : cut], False, line.gap, True)
    return [head, Line(*rest, text[rest[0] : rest[1]])]
