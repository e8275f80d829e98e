"""Cuts a sentence of running text into the things it asks for, or the things it says there is to
do, where each part can be checked alone."""

from __future__ import annotations

import re

from ats.domain.reading import Span
from ats.reading.lines import cues
from ats.reading.lines.layout import trimmed
from ats.reading.lines.line_roles import ROLES, shares
from ats.reading.lines.vocabulary import DUTY_VERBS

_MUST, _NICE = ROLES.index("must"), ROLES.index("nice")
_SURELY = 0.7
_LONGEST = 400
_COMMA = re.compile(
    r"[,;]\s+(?:(?:and|as well as|plus|und|sowie|och|samt|et|ainsi que|y|e|en)\s+(?:also\s+)?)?"
    r"|\s+(?:as well as|sowie|samt|ainsi que)\s+"
)
_SEMICOLON = re.compile(r";\s+(?=\S+\s+\S)(?=[^;]*$)")
_LEANS = re.compile(r"(?:prefer\w*|ideally|and|or|but|with|this|these|it|in|not)\b", re.I)
"""How a part begins that is about what stands before it."""
_NEXT_DUTY = re.compile(r"[,;]\s+(?:and\s+|or\s+)?(?:then\s+|also\s+)?(?=([a-z]+)\s)")
_TOLD = re.compile(r"(?:\w+[\w ,]{0,60}, )?[Yy]ou(?:\W?ll| will| would|\W?d)?\s")
_NEXT_FOREIGN = re.compile(
    r"(?:[,;]\s+(?:(?:und|och|et)\s+)?|\s+(?:und|och|et)\s+)(?=[a-zà-ÿ]{2,}(?:st|r|ez)\s+\w)"
)
_FOREIGN_TOLD = re.compile(r"(?:Du|Vous|Tu)\s+[a-zà-ÿ]+\s")


def demands(text: str, span: Span) -> list[Span]:
    """The demands in a sentence; a part that asks nothing by itself stays with the one before."""
    start, end = span
    if end - start > _LONGEST:
        return [span]
    result: list[Span] = []
    at = start
    for match in [*_COMMA.finditer(text, start, end), None]:
        stop = match.start() if match else end
        if text.count("(", at, stop) > text.count(")", at, stop):
            continue
        if result and not _asks(text[at:stop]):
            result[-1] = (result[-1][0], stop)
        else:
            result.append((at, stop))
        at = match.end() if match else end
    if len(result) > 1 and not _asks(text[slice(*result[0])]):
        return [span]
    return [trimmed(text, a, b) for a, b in result] or [span]


def demand_and_wish(text: str, span: Span) -> list[Span]:
    """ "A diploma in nursing; a degree preferred" is a demand and a wish: cut before the first
    part that is only wished for, where the parts before it are not."""
    start, end = span
    if text.find(";", start, end) < 0 or not cues.wish(text[start:end]):
        return [span]
    for match in _SEMICOLON.finditer(text, start, end):
        if text.count("(", start, match.start()) > text.count(")", start, match.start()):
            continue
        if cues.wish(text[start : match.start()]):
            return [span]
        if cues.wish(text[match.end() : end]) and not _LEANS.match(text, match.end(), end):
            return [trimmed(text, start, match.start()), trimmed(text, match.end(), end)]
    return [span]


def duties(text: str, span: Span) -> list[Span]:
    """The duties in a sentence: "you will mend nets, tar boats and splice ropes"."""
    start, end = span
    cuts = [start]
    if _FOREIGN_TOLD.match(text, start, end):
        found = list(_NEXT_FOREIGN.finditer(text, start, end))
    elif _TOLD.match(text, start, end):
        found = [m for m in _NEXT_DUTY.finditer(text, start, end) if _is_verb(m[1])]
    else:
        return [span]
    spans = []
    for match in found:
        if _words(text, cuts[-1], match.start()) >= _FEWEST:
            spans.append((cuts[-1], match.start()))
            cuts.append(match.end())
    spans.append((cuts[-1], end))
    if len(spans) > 1 and _words(text, *spans[-1]) < _FEWEST - 1:
        spans[-2:] = [(spans[-2][0], end)]
    return [trimmed(text, a, b) for a, b in spans]


_FEWEST = 4
"""Words: a shorter part is no duty of its own ("plan and lead")."""


def _is_verb(word: str) -> bool:
    return word in DUTY_VERBS and not word.endswith(("ing", "s"))


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _asks(part: str) -> bool:
    if len(part.split()) < 2:
        return False
    if cues.plain_demand(part):
        return True
    found = shares(part)
    return found[_MUST] + found[_NICE] > _SURELY and cues.demand(part)
