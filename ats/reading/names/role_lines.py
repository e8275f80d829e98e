"""Collects what may be the title from lines: those near the top, headers with bars, the first
words of notices, and values after a label."""

from __future__ import annotations

import re
from itertools import pairwise

from ats.reading.late import late
from ats.reading.lines.layout import Line
from ats.reading.names import role_words as lists
from ats.reading.names.role_phrases import Phrases, has_noun

_TOP = 12
"""Lines from the top that may be the title as they stand."""
_PART = re.compile(r"\s+[-–—|•]+\s+|[-–—]\s+|:\s+|\s+@\s+|\s+(?:at|bei|hos)\s+(?=[A-Z])|\s*\|\s*")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")
_DASH = re.compile(r",?\s?[—–](?=\s?[A-Z(]|\s*$)")
_COMMA = re.compile(r", ")
_REGION = late(
    r"\b(?:County|City|Town|Parish|Board|Department|Dept|Office|State|Borough|Village|Commission"
    r"|University|Council)\b"
)
_MOST_FIELDS = 20
_PIECE = re.compile(r",\s|/|;| and | & | or ")


def from_lines(phrases: Phrases, lines: list[Line]) -> None:
    """Lines near the top that are no sentences."""
    for number, line in enumerate(lines[:_TOP]):
        body = line.text
        if number < 2 and body.count("|") >= 2:
            _from_bars(phrases, line)
            continue
        if line.bullet or (number == 0 and _from_notice(phrases, line)):
            continue
        if not 3 < len(body) <= 100 or body[-1] in ".;!?" or len(body.split()) > 14:
            continue
        if body[0].islower() or (body[-1] == ":" and number > 0):
            continue
        rank = "first line" if number == 0 else "line near the top" if number < 4 else "line"
        labels = [rank, *(["marked line"] if line.marked else [])]
        _variants(phrases, line.start, line.end, *labels)


def _variants(phrases: Phrases, start: int, end: int, *labels: str) -> None:
    """The words as they stand, without brackets, and the parts a dash or a colon makes."""
    text = phrases.text
    phrases.add(start, end, *labels, "whole")
    bracket = _BRACKETS.search(text, start, end)
    if bracket and bracket.start() > start + 3:
        phrases.add(start, bracket.start(), *labels, "before brackets")
    cuts = [start]
    for match in _PART.finditer(text, start, end):
        if match.start() > cuts[-1]:
            _part(phrases, cuts[-1], match.start(), len(cuts), *labels)
            if len(cuts) > 1:
                phrases.add(start, match.start(), *labels, "first parts")
            cuts.append(match.end())
    if len(cuts) > 1:
        _part(phrases, cuts[-1], end, len(cuts), *labels)
    if phrases.company:
        named = text.find(phrases.company, start + 4, end)
        if named >= 0:
            phrases.add(start, named, *labels, "before the company")
    comma = text.find(", ", start, end)
    if comma > start:
        phrases.add(start, comma, *labels, "before a comma")


def _part(phrases: Phrases, start: int, end: int, number: int, *labels: str) -> None:
    noun = has_noun(phrases.text[start:end])
    name = "first part" if number == 1 else "later part"
    labels = (*labels, name + (" with a noun" if noun else " without a noun"))
    phrases.add(start, end, *labels)
    bracket = _BRACKETS.search(phrases.text, start, end) if noun else None
    if bracket and number > 1:
        phrases.add(start, bracket.start(), *labels, "before brackets")


def _from_bars(phrases: Phrases, line: Line) -> None:
    """The fields of a header with bars; the first is most often the company."""
    at, seen = line.start, False
    for number, part in enumerate(phrases.text[line.start : line.end].split("|")[:_MOST_FIELDS]):
        start, end = at, at + len(part)
        at = end + 1
        if number and lists.SEVERAL.search(part.strip()):
            phrases.add(start, end, "several roles field")
        if has_noun(part):
            name = "role field" if number and not seen else "later role field"
            seen = seen or number > 0
            _field(phrases, start, end, name if number else "the first field")


def _field(phrases: Phrases, start: int, end: int, name: str) -> None:
    """One field, without its brackets, and the roles it may list."""
    phrases.add(start, end, name)
    bracket = _BRACKETS.search(phrases.text, start, end)
    if bracket:
        phrases.add(start, bracket.start(), name, "before brackets")
    cuts = [(start, start), *(m.span() for m in _PIECE.finditer(phrases.text, start, end))]
    if len(cuts) > 1:
        for (_, left), (right, _) in pairwise([*cuts, (end, end)]):
            phrases.add(left, right, name, "piece of a field")


def _from_notice(phrases: Phrases, line: Line) -> bool:
    """ "Baker, City Bakery— The bakery ...", the form of notices: the title ends at a comma."""
    end = _notice_end(phrases.text, line)
    commas = [m.start() for m in _COMMA.finditer(phrases.text, line.start, end)]
    if not commas or not has_noun(phrases.text[line.start : end]):
        return False
    for left, at in enumerate(reversed(commas[-3:]), 1):
        region = _REGION.search(phrases.text[at:end].split(",")[1])
        phrases.add(
            line.start,
            at,
            "notice",
            f"notice, {left} parts left",
            "notice, then a region" if region else "notice, then other",
        )
    return True


def _notice_end(text: str, line: Line) -> int:
    """Where the dash stands that ends a notice's header; the line's start where none does."""
    for match in _DASH.finditer(text, line.start, min(line.end, line.start + 200)):
        if "," in text[line.start : match.start()]:
            return match.start()
    return line.start


def from_labels(phrases: Phrases, lines: list[Line]) -> None:
    """Values after a label, on its line or on the next."""
    for number, line in enumerate(lines):
        body = line.text
        if len(body) > 400:
            continue
        labelled = ":" in body or " - " in body or " – " in body
        match = lists.LABEL.match(phrases.text, line.start, line.end) if labelled else None
        if match:
            start = match.start("title")
            end = start + len(lists.NEXT_LABEL.split(match["title"])[0])
            if end - start < 110:
                _variants(phrases, start, end, _label(match["kind"]))
        elif number + 1 < len(lines) and len(body) < 30 and lists.LABEL_ALONE.fullmatch(body):
            below = lines[number + 1]
            if len(below.text) < 100 and not below.bullet:
                _variants(phrases, below.start, below.end, "below a label")


def _label(kind: str) -> str:
    kind = " ".join(kind.casefold().split())
    if any(word in kind for word in lists.ODD_KINDS):
        return "odd label"
    strong = "title" in kind or "titel" in kind or kind in {"job", "position", "befattning"}
    return "title label" if strong else "other label"
