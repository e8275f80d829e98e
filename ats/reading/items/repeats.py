"""Finds the places that say again what was already read: boards paste a summary below a posting."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from ats.domain.reading import FoundItem, Span
from ats.reading.keyed import Letters, lowered

_WORD = re.compile(r"\w+")
_LETTERS = Letters(r"\w")
_SHORTEST = 4
"""Items of fewer words may stand twice by chance."""


def merge_repeats(text: str, items: list[FoundItem]) -> tuple[list[FoundItem], list[Span]]:
    """The items once each, and the spans where they stand again. `items` are in text order.

    Places are compared by their words, so that bullets, full stops and line breaks that a copy
    lost make no difference."""
    firsts: dict[tuple[str, ...], int] = {}
    for item in items:
        firsts.setdefault(_key(item.text), item.span[0])
    keys = _perhaps_repeated(lowered(text), [key for key in firsts if len(key) >= _SHORTEST])
    repeats = _long_repeats(text, items, firsts, keys) if keys else []
    repeats += _short_repeats(items, firsts)
    if not repeats and len(firsts) == len(items):
        return items, []
    repeats = _outermost(repeats)
    return [item for item in items if not _repeated(item, repeats, firsts)], repeats


def _perhaps_repeated(low: str, keys: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those whose words occur twice, a cheap look before the exact one; the outer words may be
    glued to others, and letters of other alphabets are left out."""
    keys = [key for key in keys if _has_no_word_once(low, key)]
    words = _plain(low) if keys else ""
    return [key for key in keys if _stands_twice(words, _plain(" ".join(key[1:-1])))]


def _plain(words: str) -> str:
    return " ".join(_LETTERS.words(words))


def _has_no_word_once(low: str, key: tuple[str, ...]) -> bool:
    """Whether its inner words all stand twice, as they do in what is repeated; of long ones that
    is seen soonest."""
    return all(_stands_twice(low, word) for word in sorted(key[1:-1], key=len, reverse=True))


def _stands_twice(words: str, inner: str) -> bool:
    first = words.find(inner)
    return first >= 0 and words.find(inner, first + 1) >= 0


def _long_repeats(
    text: str,
    items: list[FoundItem],
    firsts: dict[tuple[str, ...], int],
    keys: list[tuple[str, ...]],
) -> list[Span]:
    words, starts, ends = _tokens(text, items)
    places = _occurrences(words, keys)
    repeats: list[Span] = []
    for key, found in places.items():
        for at in found:
            span = (starts[at], ends[at + len(key) - 1])
            if span[0] > firsts[key] + 1:
                repeats.append(span)
    return repeats


@lru_cache(maxsize=256)
def _key(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _tokens(text: str, items: list[FoundItem]) -> tuple[list[str], list[int], list[int]]:
    """The words of the text; an item's end also ends a word, where it was glued to the next."""
    places = [match.span() for match in _WORD.finditer(text)]
    starts, ends = [a for a, _ in places], [b for _, b in places]
    for edge in {edge for item in items for edge in item.span}:
        number = bisect_left(starts, edge) - 1
        if number >= 0 and edge < ends[number]:
            starts.insert(number + 1, edge)
            ends.insert(number, edge)
    low = lowered(text)
    return [low[a:b] for a, b in zip(starts, ends, strict=True)], starts, ends


def _occurrences(words: list[str], keys: list[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Where each sequence of words stands; found by its first words, so each place is looked at
    once."""
    by_head: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in keys:
        by_head.setdefault(key[:_SHORTEST], []).append(key)
    first = {key[0] for key in keys}
    found: dict[tuple[str, ...], list[int]] = {key: [] for key in keys}
    for at, word in enumerate(words):
        if word not in first:
            continue
        for key in by_head.get(tuple(words[at : at + _SHORTEST]), ()):
            if tuple(words[at : at + len(key)]) == key:
                found[key].append(at)
    return found


def _short_repeats(items: list[FoundItem], firsts: dict[tuple[str, ...], int]) -> list[Span]:
    return [
        item.span
        for item in items
        if len(_key(item.text)) < _SHORTEST and firsts[_key(item.text)] != item.span[0]
    ]


def _outermost(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _repeated(item: FoundItem, repeats: list[Span], firsts: dict[tuple[str, ...], int]) -> bool:
    """Whether an item is a copy, or a line most of which is made of copies."""
    if firsts[_key(item.text)] != item.span[0]:
        return True
    start, end = item.span
    covered = sum(max(0, min(end, b) - max(start, a)) for a, b in repeats)
    return covered > 0.5 * (end - start)
