"""Tells from a line's own words what part it plays in a posting: a demand, a wish, a duty, a
benefit, words about the company, or the rest. It needs no heading, and knows nothing of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import exp

from ats.reading.lines.weights import Weights, load
from ats.reading.remembered import remembered

ROLES = ("must", "nice", "duty", "benefit", "about", "other")
MODEL = "line_roles.txt"
_MOST, _MOST_WORDS = 300, 40
_TOKEN = re.compile(r"\w+|[$€£%+:;?!@]")
_LENGTHS = ("s", "s", "m", "l", "l", "x", "x", "x", "y")


_MOST_KEPT = 20_000
"""Words of which the weights are kept at hand; postings use some thousand again and again."""


def features(line: str, bullet: bool) -> list[str]:
    """What the model looks at: words, pairs of words, how the line begins, its shape. Training
    learns from this list; `_total` adds the weights of the same features without making it."""
    words = _TOKEN.findall(line[:_MOST].lower())[:_MOST_WORDS]
    if not words:
        return []
    words = ["0" if word.isdigit() else word for word in words]
    found = [*words, *map(" ".join, pairwise(words))]
    found += [word[:5] + "~" for word in words if len(word) > 6]
    found += _of_form(line, bullet, words[:2], words[-1])
    return found


def _of_form(line: str, bullet: bool, begins: list[str], ends: str) -> tuple[str, ...]:
    """The features of a line that are there once: its ends, its length, its marks."""
    first = begins[0]
    length = len(line)
    return (
        "^" + first,
        "^~" + first[-3:],
        "^" + " ".join(begins),
        ends + "$",
        "#" + _LENGTHS[min(length // 20, 8)],
        f"#{min(length // 40, 7)}{'b' if bullet else 'p'}{line[-1] in '.!'}",
        "#lower" if line[0].islower() else "#upper",
    )


class _Words(dict[str, tuple[int, dict[str, int] | None, str]]):
    """For a word: the weights of the word with those of its beginning, the weights of the pairs
    it is the first word of, and the word it counts as. Filled as words are met."""

    def __init__(self, packed: dict[str, int]):
        super().__init__()
        self._packed = packed
        self._pairs: dict[str, dict[str, int]] = {}
        for feature, weight in packed.items():
            first, space, second = feature.partition(" ")
            if space and first[0] != "^":
                self._pairs.setdefault(first, {})[second] = weight

    def __missing__(self, word: str) -> tuple[int, dict[str, int] | None, str]:
        if len(self) >= _MOST_KEPT:
            self.clear()
        counts_as = "0" if word.isdigit() else word
        weight = self._packed.get(counts_as, 0)
        if len(counts_as) > 6:
            weight += self._packed.get(counts_as[:5] + "~", 0)
        known = self[word] = (weight, self._pairs.get(counts_as), counts_as)
        return known


@lru_cache(maxsize=1)
def _words() -> _Words:
    return _Words(load(MODEL).packed)


def _total(model: Weights, line: str, bullet: bool) -> int:
    """The weights of the line's `features`, added up."""
    words = _TOKEN.findall(line[:_MOST].lower())[:_MOST_WORDS]
    if not words:
        return 0
    known = _words()
    total = 0
    pairs: dict[str, int] | None = None
    for word in words:
        weight, following, counts_as = known[word]
        total += weight
        if pairs and counts_as in pairs:
            total += pairs[counts_as]
        pairs = following
    begins = [known[word][2] for word in words[:2]]
    get = model.packed.get
    for feature in _of_form(line, bullet, begins, counts_as):
        total += get(feature, 0)
    return total


def shares(line: str, bullet: bool = False) -> tuple[float, ...]:
    """How likely each of `ROLES` is for the line; the shares make one."""
    return _shares(line, bullet)


@remembered(2048)
def _shares(line: str, bullet: bool) -> tuple[float, ...]:
    # The cache would keep a call with two arguments apart from the same call with one.
    model = load(MODEL)
    sums = model.parted(_total(model, line, bullet))
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    whole = sum(powers)
    return tuple([power / whole for power in powers])
