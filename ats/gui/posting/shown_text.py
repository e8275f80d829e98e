"""The posting as a text view holds it: the stored text with line breaks added where it lost
its own, and the map of places between the two. What is stored is never changed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ats.domain.reading import Span

# What a text view counts differently: two characters as one line break, and characters
# outside the basic plane as two.
_UNEVEN = re.compile("\r\n|[\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Change:
    """Stored text from `stored` on, `taken` characters long, shown as `units` units."""

    stored: int
    taken: int
    units: int
    text: str


class ShownText:
    """`text` is what a view shows. Stored places are in characters, shown places in the UTF-16
    units that Qt counts. `breaks` are stored places where a line break is added, two of them
    where the place is in `gaps`."""

    def __init__(self, stored: str, breaks: Iterable[int] = (), gaps: Collection[int] = ()) -> None:
        self._length = len(stored)
        changes = list(_changes(stored, breaks, gaps))
        self.text = _applied(stored, changes)
        self._starts = [change.stored for change in changes]
        self._ends = [change.stored + change.taken for change in changes]
        self._shown_ends: list[int] = []
        self._shown_starts: list[int] = []
        shift = 0
        for change in changes:
            self._shown_starts.append(change.stored + shift)
            shift += change.units - change.taken
            self._shown_ends.append(change.stored + change.taken + shift)
        self.units = self._length + shift

    def to_shown(self, span: Span) -> Span:
        """Where a stored span stands in the view; added breaks at its edges stay outside."""
        start, end = (min(max(place, 0), self._length) for place in span)
        left, right = self._after(start), self._before(end)
        return (left, max(left, right))

    def to_stored(self, span: Span) -> Span:
        """The stored span behind a place in the view."""
        start, end = (min(max(place, 0), self.units) for place in span)
        left = self._stored(start)
        return (left, max(left, self._stored(end)))

    def _after(self, place: int) -> int:
        """The shown place of a stored one, after breaks added there."""
        return self._moved(place, bisect_right(self._ends, place))

    def _before(self, place: int) -> int:
        """The same, before breaks added there."""
        count = bisect_right(self._ends, place)
        while count and self._starts[count - 1] == place:
            count -= 1
        return self._moved(place, count)

    def _moved(self, place: int, count: int) -> int:
        if not count:
            return place
        return self._shown_ends[count - 1] + place - self._ends[count - 1]

    def _stored(self, place: int) -> int:
        count = bisect_right(self._shown_ends, place)
        stored = place
        if count:
            stored = self._ends[count - 1] + place - self._shown_ends[count - 1]
        if count < len(self._starts):
            stored = min(stored, self._starts[count])
        return stored


def _changes(stored: str, breaks: Iterable[int], gaps: Collection[int]) -> Iterator[_Change]:
    """All changes in order of their place; a break comes before the character it precedes."""
    uneven = [match.span() for match in _UNEVEN.finditer(stored)]
    starts = [start for start, _ in uneven]
    added = {place for place in breaks if 0 < place < len(stored)}
    # Never between the two halves of one line break.
    added -= {start + 1 for start, end in uneven if end - start == 2}
    wanted = sorted(added)
    at = 0
    for place in wanted:
        upto = bisect_left(starts, place)
        yield from (_even(stored, *span) for span in uneven[at:upto])
        at = upto
        count = 2 if place in gaps else 1
        yield _Change(place, 0, count, "\n" * count)
    yield from (_even(stored, *span) for span in uneven[at:])


def _even(stored: str, start: int, end: int) -> _Change:
    if end - start == 2:
        return _Change(start, 2, 1, "\n")
    return _Change(start, 1, 2, stored[start])


def _applied(stored: str, changes: Iterable[_Change]) -> str:
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += (stored[at : change.stored], change.text)
        at = change.stored + change.taken
    parts.append(stored[at:])
    # A view takes each of these for a line break of its own, one for one.
    return "".join(parts).replace("\r", "\n").replace("\u2029", "\n")
