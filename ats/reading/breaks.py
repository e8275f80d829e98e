"""Finds where lines ended in text that lost its line breaks: "... of herbs Ability to plan" or
"... of herbsAbility to plan". The words on both sides tell, by a small model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats.reading.weights import load

MODEL = "line_breaks.txt"
ANSWERS = ("same", "new")
_PLACE = re.compile(
    r"(?<=[^\s(/\"“'’-])\s+(?=[\"“(]?[A-ZÀ-ÖØ-Þ0-9])|(?<=[a-zß-öø-ÿ0-9.!?;:)%+])(?=[A-ZÀ-ÖØ-Þ])"
)
_LEFT = re.compile(r"([\w’'+#&-]*)(\W*?)([\w’'+#&-]+)([^\w\s]*)$")
_RIGHT = re.compile(r"\W*([\w’'+#&-]+)(\W+)?([\w’'+#&-]+)?")
_REACH = 60


def places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a line might end and another begin: the white space there, if any."""
    for match in _PLACE.finditer(text, start, end):
        if match.start() > start:
            yield match.span()


def features(text: str, at: int, after: int) -> list[str]:
    """The words around a place, their shapes, and what parts them."""
    left = _LEFT.search(text[max(0, at - _REACH) : at])
    right = _RIGHT.match(text, after, after + _REACH)
    if not left or not right:
        return []
    before, between, last, mark = left.groups()
    first, gap, second = right.groups()
    low, new = last.lower(), first.lower()
    next_word = (second or "").lower()
    sep = "_" if after > at else ""
    mark = mark[-1:]
    return [
        "<" + low,
        "<" + low[-3:] + "~",
        "<<" + before.lower(),
        ">" + new,
        ">" + new[-3:] + "~",
        ">>" + next_word,
        new + " " + next_word,
        low + "|" + new,
        f"s{sep}{mark}",
        f"s{sep}{mark}{_shape(last)}{_shape(first)}{_shape(second or '')}",
        f"l{sep}{min(len(last), 5)}{_shape(last)}",
        f"r{_shape(first)}{_shape(second or '')}{(gap or '').strip()[:1]}",
        f"b{between.strip()[:1]}{_shape(before)}{_shape(last)}",
    ]


def _shape(word: str) -> str:
    if not word:
        return "-"
    if word[0].isdigit():
        return "0"
    if word.islower():
        return "a"
    if word.isupper():
        return "A" if len(word) > 1 else "I"
    return "T" if word[0].isupper() and word[1:].islower() else "X"


def score(text: str, at: int, after: int) -> float:
    """Above nought where the place more likely parts two lines than not."""
    found = features(text, at, after)
    if not found:
        return 0.0
    same, new = load(MODEL).sums(found)
    return new - same
