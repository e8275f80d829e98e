"""Pairs what an archive holds with what a store holds, by one key after the other."""

from __future__ import annotations

from collections.abc import Container, Hashable, Mapping, Sequence

Keys = Sequence[Hashable]
"""What each thing of one side is known by, in their order; None where it says nothing."""


class Pairs:
    """Each thing is paired once at most, so the surest key has to be tried first."""

    def __init__(self) -> None:
        self.found: dict[int, int] = {}
        """Place among theirs to place among mine."""
        self._taken: set[int] = set()

    def add(self, mine: Keys, theirs: Keys, *, in_order: bool = False) -> None:
        """Pair what is left and has the same key. One that fits several things tells nothing,
        unless they are alike and may be paired `in_order`."""
        here, there = _places(mine, self._taken), _places(theirs, self.found)
        for key, places in there.items():
            fitting = here.get(key, [])
            if not in_order and (len(places) > 1 or len(fitting) > 1):
                continue
            for their_place, my_place in zip(places, fitting, strict=False):
                self.found[their_place] = my_place
                self._taken.add(my_place)

    def only_with(self, mine: Keys, theirs: Keys) -> Mapping[int, int]:
        """The pairs found whose key nothing else has on either side."""
        alone = [_alone(keys) for keys in (mine, theirs)]
        return {
            their_place: my_place
            for their_place, my_place in self.found.items()
            if my_place in alone[0] and their_place in alone[1]
        }


def _places(keys: Keys, but: Container[int] = ()) -> dict[Hashable, list[int]]:
    left: dict[Hashable, list[int]] = {}
    for place, key in enumerate(keys):
        if key is not None and place not in but:
            left.setdefault(key, []).append(place)
    return left


def _alone(keys: Keys) -> set[int]:
    return {places[0] for places in _places(keys).values() if len(places) == 1}
