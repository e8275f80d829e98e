"""Titles sorted into families, so that only within one are they compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable
from itertools import chain

# The shortest word that another can be misspelt from; see `sameness.one_misspelt`.
_SHORTEST = 4
# Longer words are not told apart: what they are with each letter left out would be too much.
_LONGEST = 40


def title_families(titles: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """For each of these keys of titles (`sameness.title_keys`) the number of its family: any
    two that are `sameness.alike` have the same. Two that are not may have it too."""
    distinct = set(titles)
    words = {key: frozenset(key.split()) for pair in distinct for key in pair}
    kind = _kinds(_to_spell(words.values()))
    kinds = {key: frozenset([kind.get(word, word) for word in own]) for key, own in words.items()}
    families = _Partition()
    for full, core in distinct:
        if core != full:
            families.join(kinds[full], kinds[core])
    numbers: dict[Hashable, int] = {}
    return {
        pair: numbers.setdefault(families.of(kinds[pair[0]]), len(numbers)) for pair in distinct
    }


def _to_spell(titles: Collection[frozenset[str]]) -> set[str]:
    """The words that could be all that tells a title from another: its other words are also
    in others."""
    titles_with = Counter(chain.from_iterable(titles))
    found: set[str] = set()
    for own in titles:
        rare = [word for word in own if titles_with[word] == 1]
        if not rare:
            found |= own
        elif len(rare) == 1:
            found.add(rare[0])
    return found


def _kinds(words: set[str]) -> dict[str, Hashable]:
    """For each word one that stands for it and all it could be misspelt from: they share what
    remains with one letter left out, or one is that."""
    kinds = _Partition()
    first = {word: word for word in words}
    for word in words:
        if len(word) < _SHORTEST or any(map(str.isdigit, word)):
            continue
        if len(word) >= _LONGEST:
            # All long words share this.
            kinds.join(first.setdefault("", word), word)
        if len(word) <= _LONGEST:
            for at in range(len(word)):
                other = first.setdefault(word[:at] + word[at + 1 :], word)
                if other is not word:
                    kinds.join(other, word)
    return {word: kinds.of(word) for word in words}


class _Partition:
    """Which of many belong together. What was never joined stands alone."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def of(self, one: Hashable) -> Hashable:
        """The one that stands for all that belong together with this one."""
        above = self._above
        while (next := above.get(one, one)) != one:
            # Ways get shorter each time they are gone.
            above[one] = above.get(next, next)
            one = next
        return one

    def join(self, one: Hashable, other: Hashable) -> None:
        one, other = self.of(one), self.of(other)
        if one != other:
            self._above[other] = one
