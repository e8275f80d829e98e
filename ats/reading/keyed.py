"""Searches with a pattern only near the words without which it cannot match. Plain substring
search is some hundred times faster than a pattern of many alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ats.reading.late import late

_SHORT = 300
_LINE = 2000


class Keyed:
    """A pattern with its key words, in lower case: one of them stands in every match."""

    def __init__(
        self,
        pattern: str,
        words: str,
        *,
        foreign: str = "",
        flags: int = re.IGNORECASE,
        before: int = 90,
        after: int = 200,
    ):
        """`words` are parted by bars; those in `foreign` are looked for only where the text has a
        letter that English does not have. `before` and `after` bound, in characters, how far a
        match reaches from a key word's beginning."""
        self._pattern = late(pattern, flags)
        self._words = words.split("|")
        self._all_words = self._words + (foreign.split("|") if foreign else [])
        self._before, self._after = before, after

    def search(self, text: str) -> re.Match[str] | None:
        if not self._keyed(lowered(text)):
            return None
        return (
            self._pattern.search(text) if len(text) <= _SHORT else next(self.finditer(text), None)
        )

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        if len(text) <= _SHORT:
            if self._keyed(lowered(text)):
                yield from self._pattern.finditer(text)
            return
        for start, end in self._windows(lowered(text)):
            yield from self._pattern.finditer(text, start, end)

    def _keyed(self, low: str) -> bool:
        # A plain loop: a generator for each of a posting's lines would cost more than the search.
        for word in self._all_words:  # noqa: SIM110
            if word in low:
                return True
        return False

    def _windows(self, low: str) -> Iterator[tuple[int, int]]:
        last: tuple[int, int] | None = None
        for at in sorted(self._hits(low)):
            start, end = max(0, at - self._before), min(len(low), at + self._after)
            if last and start <= last[1]:
                last = (last[0], end)
                continue
            if last:
                yield last
            last = (start, end)
        if last:
            yield last

    def _hits(self, low: str) -> Iterator[int]:
        for word in self._all_words if accented(low) else self._words:
            at = low.find(word)
            while at >= 0:
                yield at
                at = low.find(word, at + len(word))


def lowered(text: str) -> str:
    """The text in lower case with every character in its place."""
    return _lowered_line(text) if len(text) < _LINE else _lowered(text)


def _lower(text: str) -> str:
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := c.lower()) == 1 else c for c in text)


_lowered, _lowered_line = lru_cache(maxsize=4)(_lower), lru_cache(maxsize=64)(_lower)
"""Kept apart, so that the paragraphs of a posting don't drive out the posting."""


class Letters:
    """The letters of Latin-1 that words are made of. Parting a text at all others takes half the
    time of a pattern that finds its words."""

    def __init__(self, pattern: str):
        """`pattern` matches one letter."""
        known = re.compile(pattern)
        self._table = bytes(n if known.fullmatch(chr(n)) else 32 for n in range(256))

    def words(self, text: str) -> list[str]:
        """The words in order; letters of other alphabets are gaps."""
        plain = text.encode("latin-1", "replace").translate(self._table)
        return plain.decode("latin-1").split()


@lru_cache(maxsize=4)
def accented(low: str) -> bool:
    """Whether the text, in lower case, has a letter of German, French, Swedish, Spanish or
    Portuguese that English does without."""
    return not low.isascii() and any(letter in low for letter in "éäöåüñçãáàèíóúßø")
