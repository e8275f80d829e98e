"""Finds the places that say again what was already read: boards paste a summary below a posting."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from ats.domain.reading import FoundItem, Span
from ats.reading.keyed import lowered

_WORD = re.compile(r"\w+")
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
    repeats = _outermost(repeats)
    return [item for item in items if not _repeated(item, repeats, firsts)], repeats


def _perhaps_repeated(low: str, keys: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Those whose words and pairs of words all occur twice, a cheap look before the exact one;
    the outer words may be glued to others."""
    words = _WORD.findall(low)
    counts = Counter(words)
    keys = [key for key in keys if all(counts[word] > 1 for word in key[1:-1])]
    if not keys:
        return []
    pairs = Counter(pairwise(words))
    return [key for key in keys if all(pairs[pair] > 1 for pair in pairwise(key[1:-1]))]


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
    edges = sorted({edge for item in items for edge in item.span})
    words, starts, ends = [], [], []
    next_edge = 0
    low = lowered(text)
    for match in _WORD.finditer(text):
        a, b = match.span()
        while next_edge < len(edges) and edges[next_edge] < b:
            cut = edges[next_edge]
            next_edge += 1
            if cut > a:
                words.append(low[a:cut])
                starts.append(a)
                ends.append(cut)
                a = cut
        words.append(low[a:b])
        starts.append(a)
        ends.append(b)
    return words, starts, ends


def _occurrences(words: list[str], keys: list[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Where each sequence of words stands; found by its first words, so each place is looked at
    once."""
    by_head: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in keys:
        by_head.setdefault(key[:_SHORTEST], []).append(key)
    found: dict[tuple[str, ...], list[int]] = {key: [] for key in keys}
    for at in range(len(words) - _SHORTEST + 1):
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
