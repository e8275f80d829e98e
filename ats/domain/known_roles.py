"""Roles that are known, to look others up in: hundreds of thousands without comparing each
with each."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import islice
from typing import Protocol

from ats.domain.sameness import (
    alike,
    company_key,
    leads_to_one_posting,
    link_key,
    same_company,
    same_role,
    shape,
    title_keys,
)

# A person who tries again a season later means another try.
CLOSE_DAYS = 90
# Of many known roles under one key, the newest are looked at.
_LOOKED_AT = 50


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


def likeness(one: Role, other: Role) -> Likeness | None:
    """Whether two tries are the same, and why; None where nothing speaks for it.

    The same link, title and company are the same try, unless the applied days lie more than
    CLOSE_DAYS apart; so are the same company and title on the same day, unless link, reference
    or place differ. The same company and nearly the same title within CLOSE_DAYS may be.
    """
    close = _close(one.applied_on, other.applied_on)
    link = link_key(one.link)
    if link and link == link_key(other.link):
        if (
            close
            and _agree(one.title, other.title, same_role)
            and _agree(one.company, other.company, same_company)
        ):
            return Likeness.LINK
        if leads_to_one_posting(link):
            return Likeness.LIKELY_LINK
    if not close or company_key(one.company) != company_key(other.company):
        return None
    return _by_name(one, other)


def _by_name(one: Role, other: Role) -> Likeness | None:
    """Of two at the same company, within the days that count as close."""
    keys, others = title_keys(one.title), title_keys(other.title)
    if (
        keys[0] == others[0]
        and one.applied_on == other.applied_on
        and (keys[0] or company_key(one.company))
        and not _differ(one, other)
    ):
        return Likeness.DAY
    return Likeness.LIKELY if company_key(one.company) and alike(keys, others) else None


def _close(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= CLOSE_DAYS


def _agree(one: str, other: str, same: Callable[[str, str], bool]) -> bool:
    """Whether two are the same, or one says nothing."""
    return not one.strip() or not other.strip() or same(one, other)


def _differ(one: Role, other: Role) -> bool:
    """Whether something says that it is another one."""
    places = {place.casefold() for place in one.locations}
    others = {place.casefold() for place in other.locations}
    return (
        bool(one.link and other.link and link_key(one.link) != link_key(other.link))
        or bool(one.reference and other.reference and one.reference != other.reference)
        or bool(places and others and places.isdisjoint(others))
    )


class _Chains:
    """Places under keys, the newest first. Only hashes are kept: whoever looks compares."""

    def __init__(self) -> None:
        self._last: dict[int, int] = {}
        self._before = array("i")

    def add(self, key: Hashable, place: int) -> None:
        hashed = hash(key)
        self._before.extend([-1] * (place + 1 - len(self._before)))
        self._before[place] = self._last.get(hashed, -1)
        self._last[hashed] = place

    def of(self, key: Hashable) -> Iterator[int]:
        place = self._last.get(hash(key), -1)
        while place >= 0:
            yield place
            place = self._before[place]


class KnownRoles:
    """Tries at roles, each with its place: the first is 0."""

    def __init__(self) -> None:
        self._roles: list[Role] = []
        self._by_link = _Chains()
        self._by_day = _Chains()
        self._by_title = _Chains()
        self._by_core = _Chains()
        self._by_shape = _Chains()

    def add(self, role: Role) -> None:
        place = len(self._roles)
        self._roles.append(role)
        if link := link_key(role.link):
            self._by_link.add(link, place)
        company, (full, core) = company_key(role.company), title_keys(role.title)
        self._by_day.add((company, full, role.applied_on), place)
        if company and full:
            self._by_title.add((company, full), place)
            self._by_shape.add((company, *shape(full)), place)
            if core != full:
                self._by_core.add((company, core), place)

    def find(self, role: Role) -> tuple[int, Likeness] | None:
        """The place of the same try, and why it is: one beyond doubt where there is one, else
        the newest likely one; None where there is none."""
        likely = None
        for place in self._candidates(role):
            found = likeness(self._roles[place], role)
            if found is not None and found.certain:
                return place, found
            if found is not None and likely is None:
                likely = place, found
        return likely

    def same(self, role: Role) -> int | None:
        """The place of the newest with the same link, or the same company and title, whenever
        that was; None where there is none."""
        link, company, keys = link_key(role.link), company_key(role.company), title_keys(role.title)
        found = -1
        for place in self._candidates(role):
            other = self._roles[place]
            by_link = link and link == link_key(other.link)
            by_name = company and company == company_key(other.company)
            if by_link or (by_name and alike(keys, title_keys(other.title))):
                found = max(found, place)
        return found if found >= 0 else None

    def _candidates(self, role: Role) -> Iterator[int]:
        for chain in self._chains(role):
            yield from islice(chain, _LOOKED_AT)

    def _chains(self, role: Role) -> Iterator[Iterator[int]]:
        if link := link_key(role.link):
            yield self._by_link.of(link)
        company, (full, core) = company_key(role.company), title_keys(role.title)
        yield self._by_day.of((company, full, role.applied_on))
        if not company or not full:
            return
        yield self._by_title.of((company, full))
        yield self._by_core.of((company, full))
        if core != full:
            yield self._by_title.of((company, core))
        count, letters = shape(full)
        for near in (letters - 1, letters, letters + 1):
            yield self._by_shape.of((company, count, near))
