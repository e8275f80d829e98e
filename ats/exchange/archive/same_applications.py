"""Which application of an archive is which of a store.

The moment it was added tells most, but the rows of an import share it. Among them an id tells
which is which: it is the same in the store the archive was made of, and where an archive was
brought in the ids have moved together, by as much as those of the applications beside them,
which are the same on both sides.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ats.domain.sameness import company_key, link_key, words
from ats.domain.stage import StageKind
from ats.exchange.archive.facts import Facts, Telling, values_of
from ats.exchange.archive.pairing import Pairs
from ats.exchange.archive.search import ArchivedApplication


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an application is known by. `imported` is whether it came with an import."""

    id: int
    added: datetime
    imported: bool
    values: tuple[Any, ...]
    title: tuple[str, ...]
    company: str
    link: str
    applied: date | None


def known(one: ArchivedApplication, facts: Facts, telling: Telling) -> Known:
    """What an application is known by; `facts` are those that `telling` told of it."""
    its = one.application
    return Known(
        id=its.id,
        added=its.created_at,
        imported=its.import_batch_id is not None,
        values=values_of(facts),
        title=tuple(sorted(words(its.title))),
        company=company_key(telling.company_of(its)),
        link=link_key(its.link),
        applied=_applied(one, telling),
    )


def _applied(one: ArchivedApplication, telling: Telling) -> date | None:
    days = [
        event.event.on
        for event in one.events
        if telling.stage_kind(event.event.stage_id) is StageKind.APPLIED
    ]
    return min(days, default=None)


def same_applications(mine: Sequence[Known], theirs: Sequence[Known]) -> Mapping[int, int]:
    """Place in theirs to place in mine; each accounts for one other at most."""
    return _Recognising(mine, theirs).all()


class _Recognising:
    def __init__(self, mine: Sequence[Known], theirs: Sequence[Known]) -> None:
        self._mine, self._theirs = mine, theirs
        self._pairs = Pairs()
        self._shared = _shared(mine) | _shared(theirs)

    def all(self) -> Mapping[int, int]:
        self._same_moment()
        self._by(lambda one: one.values, in_order=True)
        self._by(lambda one: one.link and (one.link, one.title, one.company))
        self._by(lambda one: one.link)
        self._by(lambda one: one.title and one.company and (one.title, one.company, one.applied))
        return self._pairs.found

    def _same_moment(self) -> None:
        """Those added at the same moment. Where several were, a title or a company alone is no
        sign: the row that had it may be gone."""
        self._by(lambda one: (one.added, one.values), in_order=True)
        self._by_number()
        for tell in _ALIKE:
            self._by(_added_with(tell))
        self._by(lambda one: None if one.added in self._shared else one.added)

    def _by_number(self) -> None:
        """By the id that theirs has here, where that is beyond doubt; else only if something
        else is the same."""
        numbers = self._numbers()
        here = [one.id for one in self._mine]
        sure = [low if low == high and certain else None for low, high, certain in numbers]
        self._by_numbers(here, sure, lambda one: True)
        for tell in _AGREEING:
            self._by_numbers(here, [low for low, _, _ in numbers], tell)
            self._by_numbers(here, [high for _, high, _ in numbers], tell)

    def _by_numbers(
        self, here: Sequence[int], there: Sequence[int | None], tell: Callable[[Known], Hashable]
    ) -> None:
        def keys(side: Sequence[Known], numbers: Sequence[int | None]) -> list[Hashable]:
            return [
                (one.added, number, tell(one)) if number is not None and tell(one) else None
                for one, number in zip(side, numbers, strict=True)
            ]

        self._pairs.add(keys(self._mine, here), keys(self._theirs, there))

    def _numbers(self) -> list[tuple[int, int, bool]]:
        """For each of theirs the id it has here, as those before and as those after it have
        moved; and whether anything but their being the same tells so."""
        moved = self._moved()
        ids = [id for id, _ in moved]
        everywhere = len({by for _, by in moved}) == 1
        numbers = []
        for one in self._theirs:
            at = bisect(ids, one.id)
            beside = [by for _, by in moved[max(at - 1, 0) : at + 1]] or [0]
            certain = everywhere or 0 < at < len(ids)
            numbers.append((one.id - beside[0], one.id - beside[-1], certain))
        return numbers

    def _moved(self) -> list[tuple[int, int]]:
        """The ids of theirs that are beyond doubt, in order, and how much less they are here."""
        mine, theirs = ([(one.added, one.values) for one in side] for side in self._sides)
        certain = self._pairs.only_with(mine, theirs)
        ids = ((self._theirs[place].id, self._mine[certain[place]].id) for place in certain)
        return sorted((there, there - here) for there, here in ids)

    def _by(self, tell: Callable[[Known], Hashable], *, in_order: bool = False) -> None:
        mine, theirs = ([tell(one) or None for one in side] for side in self._sides)
        self._pairs.add(mine, theirs, in_order=in_order)

    @property
    def _sides(self) -> tuple[Sequence[Known], Sequence[Known]]:
        return self._mine, self._theirs


_AGREEING: tuple[Callable[[Known], Hashable], ...] = (
    lambda one: one.link,
    lambda one: one.title,
    lambda one: one.company,
)
_ALIKE: tuple[Callable[[Known], Hashable], ...] = (
    lambda one: (one.title or one.link) and (one.title, one.company, one.link, one.applied),
    lambda one: one.link and (one.title, one.company, one.link),
    lambda one: one.link,
    lambda one: one.title and one.company and (one.title, one.company),
)


def _added_with(tell: Callable[[Known], Hashable]) -> Callable[[Known], Hashable]:
    return lambda one: tell(one) and (one.added, tell(one))


def _shared(side: Sequence[Known]) -> set[datetime]:
    """The moments at which more than one was added."""
    counts = Counter(one.added for one in side)
    return {one.added for one in side if one.imported or counts[one.added] > 1}
