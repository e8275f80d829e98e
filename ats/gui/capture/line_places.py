"""Which lines of a posting a place or a selection means. Pure; places are stored ones."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ats.domain.reading import Span
from ats.gui.capture.lines import Item
from ats.reading.lines.layout import sentences

_SIGNS = re.compile(r"[+#]{1,2}(?!\w)")
_NOT_APART = "\u0e00"  # Thai, Chinese and other scripts without spaces come from here on
_ONE_LINE = 200
"""A longer line is a paragraph, of which its sentences are looked at one by one."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Items that are listed already, and places that are not."""

    items: tuple[Item, ...] = ()
    places: tuple[Span, ...] = ()


def chosen_at(text: str, lines: Sequence[Span], items: Iterable[Item], at: int) -> Chosen:
    """The narrowest item around a place; else its line, or its sentence where the line is long
    or holds an item elsewhere."""
    items = list(items)
    around = [item for item in items if any(a <= at <= b for a, b in _places(item))]
    if around:
        return Chosen((min(around, key=_length),))
    number = bisect_right(lines, (at, len(text)))
    if not number:
        return Chosen()
    line = lines[number - 1]
    if text[line[1] : at].count("\n"):
        return Chosen()
    shared = any(_overlap(span, line) for item in items for span in _places(item))
    if shared or line[1] - line[0] > _ONE_LINE:
        line = next((each for each in sentences(text, line) if each[1] >= at), line)
    return Chosen(places=(line,))


def chosen_in(text: str, lines: Sequence[Span], items: Iterable[Item], span: Span) -> Chosen:
    """What a selection means. Items that are wholly or mostly in it are meant themselves; of
    the rest, each line stands for itself, as far as it is selected."""
    items = list(items)
    meant = [item for item in items if any(_mostly_in(place, span) for place in _places(item))]
    taken = [place for item in meant for place in _places(item)]
    pieces = [
        piece
        for line in lines
        if (piece := _common(text, line, span)) and not any(_overlap(piece, at) for at in taken)
    ]
    if not pieces and not meant:
        pieces = [span]
    return Chosen(tuple(meant), tuple(pieces))


def whole_words(text: str, span: Span) -> Span:
    """A place with the rest of the words at its edges; signs end a word as in C++ and C#."""
    start, end = span
    while start > 0 and _in_word(text[start]) and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    signs = _SIGNS.match(text, end) if _in_word(text[end - 1]) else None
    return (start, signs.end() if signs else end)


def _in_word(sign: str) -> bool:
    """Whether it is a letter or digit of a script that sets words apart."""
    return sign.isalnum() and sign < _NOT_APART


def _places(item: Item) -> tuple[Span, ...]:
    return ((item.span,) if item.span else ()) + item.also


def _length(item: Item) -> int:
    return min(end - start for start, end in _places(item))


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _mostly_in(place: Span, span: Span) -> bool:
    return _overlap(place, span) * 10 >= (place[1] - place[0]) * 8


def _common(text: str, line: Span, span: Span) -> Span | None:
    """The words of a line that are selected."""
    start, end = max(line[0], span[0]), min(line[1], span[1])
    words = text[start:end] if start < end else ""
    if not any(map(str.isalnum, words)):
        return None
    return (start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
