"""Finds where lines ended in text that lost its line breaks: "... of herbs Ability to plan" or
"... of herbsAbility to plan". The words on both sides tell, by a small model."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats.reading.lines.weights import load

MODEL = "line_breaks.txt"
ANSWERS = ("same", "new")
_SPACE = r"\s(?<=[^\s(/\"“'’-]\s)\s*(?=[\"“(]?[A-ZÀ-ÖØ-Þ0-9])"
_SPACES = re.compile(_SPACE)
_PLACE = re.compile(_SPACE + "|(?<=[a-zß-öø-ÿ0-9.!?;:)%+])(?=[A-ZÀ-ÖØ-Þ])")
_TOKEN = re.compile(r"[\w’'+#&-]+|[^\w\s]+")
_FIRST_FOUR = re.compile(r"\s*([\w’'+#&-]++|[^\w\s]++)" + r"(?:\s*([\w’'+#&-]++|[^\w\s]++))?" * 3)
_REACH = 60


def places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a line might end and another begin: the white space there, if any."""
    for match in _PLACE.finditer(text, start, end):
        if match.start() > start:
            yield match.span()


def spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Those `places` that are white space."""
    for match in _SPACES.finditer(text, start, end):
        if match.start() > start:
            yield match.span()


def features(text: str, at: int, after: int) -> list[str]:
    """The words around a place, their shapes, and what parts them."""
    left = _last_tokens(text, at)
    mark = left.pop()[-1] if left and not _word(left[-1]) else ""
    first, gap, third = _first_tokens(text, after)
    if not left or not first or not _word(left[-1]):
        return []
    last = left.pop()
    between = left.pop() if left and not _word(left[-1]) else ""
    before = left.pop() if left else ""
    second, gap = (gap, "") if _word(gap) else (third if _word(third) else "", gap)
    low, new, next_word = last.lower(), first.lower(), second.lower()
    shapes = _shape(last), _shape(first), _shape(second)
    sep = "_" if after > at else ""
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
        f"s{sep}{mark}{shapes[0]}{shapes[1]}{shapes[2]}",
        f"l{sep}{min(len(last), 5)}{shapes[0]}",
        f"r{shapes[1]}{shapes[2]}{gap[:1]}",
        f"b{between[:1]}{_shape(before)}{shapes[0]}",
    ]


def _first_tokens(text: str, after: int) -> tuple[str, str, str]:
    """The first word behind a place and two tokens more; "" where there is none."""
    words = _FIRST_FOUR.match(text, after, after + _REACH)
    if not words:
        return ("", "", "")
    first, second, third, fourth = words.groups("")
    return (first, second, third) if _word(first) else (second, third, fourth)


def _last_tokens(text: str, at: int) -> list[str]:
    """The tokens in front of a place, four at least where there are so many."""
    start = max(0, at - _REACH)
    parts = text[start:at].rsplit(None, 4)
    return _TOKEN.findall(text, start + len(parts[0]) if len(parts) > 4 else start, at)


def _word(token: str) -> bool:
    return token.isalnum() or any(map(str.isalnum, token))


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
