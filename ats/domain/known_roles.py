"""Roles that are known, to look others up in: hundreds of thousands without comparing each
with each."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, Protocol

from ats.domain.sameness import (
    alike,
    company_key,
    leads_to_one_posting,
    link_key,
    one_misspelt,
    title_keys,
)

# A person who tries again a season later means another try.
CLOSE_DAYS = 90
# Of many tries at one role, or titles that may be misspelt, the newest are looked at.
LOOKED_AT = 50


class Role(Protocol):
    """What tells one try at a role from another."""

    @property
    def title(self) -> str: ...
    @property
    def company(self) -> str: ...
    @property
    def link(self) -> str: ...
    @property
    def reference(self) -> str: ...
    @property
    def locations(self) -> tuple[str, ...]: ...
    @property
    def applied_on(self) -> date | None: ...


@dataclass(frozen=True, slots=True)
class NamedRole:
    """A role of which no more is known than what names it."""

    title: str
    company: str
    link: str = ""
    reference: str = ""
    locations: tuple[str, ...] = ()
    applied_on: date | None = None


class Likeness(Enum):
    """Why two are taken for the same try: beyond doubt by the link, or by company, title and
    applied day; or only likely."""

    LINK = "link"
    DAY = "day"
    LIKELY_LINK = "likely link"
    LIKELY = "likely"

    @property
    def certain(self) -> bool:
        return self in (Likeness.LINK, Likeness.DAY)


class Facts(NamedTuple):
    """What is compared of a role. Titles of different families are never nearly the same
    (`title_families`); where families are not known, all are of one. `among` is shared by those
    whose titles are compared: the company, or only those of the family there."""

    link: str
    company: str
    title: tuple[str, str]
    on: date | None
    role: Role
    among: Hashable
    family: int = 0


def facts_of(role: Role) -> Facts:
    """Those of a role by itself, whose family is not known."""
    company = company_key(role.company)
    return Facts(
        link_key(role.link), company, title_keys(role.title), role.applied_on, role, company
    )


def likeness(one: Role, other: Role) -> Likeness | None:
    """Whether two tries are the same, and why; None where nothing speaks for it.

    The same link, title and company are the same try, unless the applied days lie more than
    CLOSE_DAYS apart; so are the same company and title on the same day, unless link, reference
    or place differ. The same company and nearly the same title within CLOSE_DAYS may be.
    """
    return _likeness(facts_of(one), facts_of(other))


def _likeness(one: Facts, other: Facts) -> Likeness | None:
    close = one.on is None or other.on is None or abs((one.on - other.on).days) <= CLOSE_DAYS
    if one.link and one.link == other.link:
        if close and _agree(one, other):
            return Likeness.LINK
        if leads_to_one_posting(one.link):
            return Likeness.LIKELY_LINK
    if not close or one.company != other.company:
        return None
    if (
        one.title[0] == other.title[0]
        and one.on == other.on
        and (one.title[0] or one.company)
        and not _differ(one, other)
    ):
        return Likeness.DAY
    return Likeness.LIKELY if one.company and alike(one.title, other.title) else None


def _agree(one: Facts, other: Facts) -> bool:
    """Whether title and company are the same, or one says nothing of them."""
    if one.company and other.company and one.company != other.company:
        return False
    return not one.title[0] or not other.title[0] or alike(one.title, other.title)


def _differ(one: Facts, other: Facts) -> bool:
    """Whether something says that it is another one."""
    if one.link != other.link and one.role.link and other.role.link:
        return True
    references = (one.role.reference, other.role.reference)
    if all(references) and references[0] != references[1]:
        return True
    if not one.role.locations or not other.role.locations:
        return False
    places = {place.casefold() for place in one.role.locations}
    return places.isdisjoint(place.casefold() for place in other.role.locations)


class _Title:
    """A title at one company: how many tries at it are known, and the titles that are nearly
    the same. Its `shape` is how many words and letters it has; `number` says how many titles
    of that shape were there before."""

    __slots__ = ("core", "family", "full", "near", "number", "tries", "words")

    def __init__(self, full: str, core: str, family: int) -> None:
        self.full = full
        self.core = core
        self.family = family
        self.words = frozenset(full.split())
        self.number = 0
        self.tries = 0
        self.near: tuple[_Title, ...] = ()

    @property
    def shape(self) -> tuple[int, int]:
        spaces = self.full.count(" ")
        return spaces + 1, len(self.full) - spaces


# The same few titles meet at many companies.
@lru_cache(maxsize=20_000)
def _one_misspelt(one: str, other: str) -> bool:
    return one_misspelt(one.split(), other.split())


class _Company:
    """The titles at one company, or those of one family there."""

    __slots__ = ("_index", "titles")

    def __init__(self) -> None:
        self.titles: dict[str, _Title] = {}
        # Most have one title, which needs no index.
        self._index: _NearTitles | None = None

    def title(self, facts: Facts) -> _Title:
        """The title of a role, known from now on."""
        known = self.titles.get(facts.title[0])
        if known is not None:
            return known
        new = _Title(*facts.title, facts.family)
        if self.titles:
            if self._index is None:
                self._index = _NearTitles(self.titles)
            self._index.add(new)
        self.titles[new.full] = new
        return new


class _NearTitles:
    """Titles at one company. Each is compared once, when it comes, with those of its family that
    have as many words and, but for one, as many letters, if they are among the newest of
    these."""

    __slots__ = ("_by_core", "_by_full", "_by_shape", "_shapes")

    def __init__(self, titles: dict[str, _Title]) -> None:
        self._by_full = titles
        self._by_core: dict[str, list[_Title]] = {}
        self._by_shape: dict[tuple[int, int, int], list[_Title]] = {}
        self._shapes: dict[tuple[int, int], int] = {}
        for title in titles.values():
            self._keep(title)

    def add(self, new: _Title) -> None:
        alike = list(self._by_core.get(new.full, ())[-LOOKED_AT:])
        if new.core != new.full and new.core in self._by_full:
            alike.append(self._by_full[new.core])
        alike += self._misspelt(new)
        for like in dict.fromkeys(alike):
            new.near += (like,)
            like.near += (new,)
        self._keep(new)

    def _misspelt(self, new: _Title) -> Iterator[_Title]:
        """Those with one letter misspelt in one; the cheap looks first."""
        words, letters = new.shape
        own, least = new.words, len(new.words) - 1
        for near in (letters, letters - 1, letters + 1):
            perhaps = self._by_shape.get((new.family, words, near))
            if perhaps is None:
                continue
            oldest = self._shapes[words, near] - LOOKED_AT
            for known in perhaps[-LOOKED_AT:]:
                if known.number < oldest or len(own & known.words) < least:
                    continue
                if _one_misspelt(new.full, known.full):
                    yield known

    def _keep(self, title: _Title) -> None:
        shape = title.shape
        title.number = self._shapes.get(shape, 0)
        self._shapes[shape] = title.number + 1
        self._by_shape.setdefault((title.family, *shape), []).append(title)
        if title.core != title.full:
            self._by_core.setdefault(title.core, []).append(title)


class _Chains:
    """For each key the newest place, and for each place the one before it with the same key."""

    def __init__(self) -> None:
        self._newest: dict[Hashable, int] = {}
        self._before: dict[int, int] = {}

    def add(self, key: Hashable, place: int) -> None:
        before = self._newest.get(key)
        if before is not None:
            self._before[place] = before
        self._newest[key] = place

    def newest(self, key: Hashable) -> int | None:
        return self._newest.get(key)

    def of(self, key: Hashable) -> Iterator[int]:
        """The newest places of a key."""
        place = self._newest.get(key)
        for _ in range(LOOKED_AT):
            if place is None:
                return
            yield place
            place = self._before.get(place)


class KnownRoles:
    """Tries at roles, each with its place: the first is 0."""

    def __init__(self) -> None:
        self._known: list[Facts] = []
        self._companies: dict[Hashable, _Company] = {}
        self._by_link = _Chains()
        self._by_title = _Chains()
        self._by_day = _Chains()

    def add(self, role: Role) -> None:
        self.add_facts(facts_of(role))

    def add_facts(self, facts: Facts) -> None:
        self._add(facts, self._title(facts))

    def find_or_add(self, facts: Facts, preferred: int = 0) -> tuple[int, Likeness] | None:
        """The place of the same try, and why it is: one beyond doubt where there is one, else
        a likely one; one of the first `preferred` places before others, newer ones before
        older; None where there is none. The role is known from now on unless it is beyond doubt
        the same as another."""
        title = self._title(facts)
        found = self._find(facts, title, preferred)
        if found is None or not found[1].certain:
            self._add(facts, title)
        return found

    def same(self, role: Role) -> int | None:
        """The place of the newest with the same link, or the same company and title, whenever
        that was; None where there is none."""
        facts = facts_of(role)
        places = [self._by_link.newest(facts.link)] if facts.link else []
        if facts.company and facts.title[0]:
            title = self._title(facts)
            places += [self._by_title.newest(each) for each in (title, *title.near)]
        return max((place for place in places if place is not None), default=None)

    def _add(self, facts: Facts, title: _Title) -> None:
        place = len(self._known)
        self._known.append(facts)
        if facts.link:
            self._by_link.add(facts.link, place)
        self._by_title.add(title, place)
        title.tries += 1
        if title.tries > LOOKED_AT:
            self._index_days(title, place)

    def _index_days(self, title: _Title, place: int) -> None:
        """Of very many tries at one title, those of a day are found by the day."""
        if title.tries == LOOKED_AT + 1:
            for earlier in reversed([*self._by_title.of(title)]):
                self._by_day.add((title, self._known[earlier].on), earlier)
        else:
            self._by_day.add((title, self._known[place].on), place)

    def _title(self, facts: Facts) -> _Title:
        company = self._companies.get(facts.among)
        if company is None:
            company = self._companies[facts.among] = _Company()
        return company.title(facts)

    def _find(self, facts: Facts, title: _Title, preferred: int) -> tuple[int, Likeness] | None:
        if not title.tries and not title.near and self._by_link.newest(facts.link) is None:
            return None
        best, best_rank, highest = None, (False, False), (True, preferred > 0)
        for place in self._candidates(facts, title):
            found = _likeness(self._known[place], facts)
            if found is None:
                continue
            rank = (found.certain, place < preferred)
            if best is None or rank > best_rank:
                best, best_rank = (place, found), rank
                if rank == highest:
                    break
        return best

    def _candidates(self, facts: Facts, title: _Title) -> Iterator[int]:
        if facts.link:
            yield from self._by_link.of(facts.link)
        if title.tries > LOOKED_AT:
            yield from self._by_day.of((title, facts.on))
        if title.tries:
            yield from self._by_title.of(title)
        for near in title.near:
            yield from self._by_title.of(near)
