"""Which things of an archive are in a store already, and whether they are the same.

Nothing carries a number that is the same everywhere, so things are recognised by what they
are: applications as `same_applications` says, the rest by name. Each thing accounts for one
other at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from ats.domain.stored_text import same_name_key
from ats.exchange.archive.document import Tables, whole_document
from ats.exchange.archive.document_in import searched
from ats.exchange.archive.facts import Facts, Telling, differences, values_of
from ats.exchange.archive.pairing import Pairs
from ats.exchange.archive.plan import (
    Archive,
    ArchiveItem,
    ArchivePlan,
    ItemKind,
    State,
)
from ats.exchange.archive.same_applications import known, same_applications
from ats.exchange.archive.search import ArchivedApplication, ArchivedSearch

Progress = Callable[[float], None]
Thing = TypeVar("Thing")
Key = Callable[[Thing], Hashable]
_TELL_EVERY = 100  # applications


def compared(
    tables: Tables, archive: Archive, today: date, progress: Progress | None = None
) -> ArchivePlan:
    """The plan for bringing an archive into the store whose rows these are. `progress` gets 0 to
    1 and may raise to stop."""
    tell = progress or (lambda done: None)
    tell(0.0)
    document = whole_document(tables, made_at=archive.made_at, program="")
    tell(0.15)
    store, _ = searched(document, archive.name)
    tell(0.4)
    items = _Comparing(store, archive.search, today, tell).items()
    return ArchivePlan(
        archive=archive,
        items=items,
        into_empty=is_empty(tables),
        counts=Counter(item.state for item in items),
    )


def is_empty(tables: Tables) -> bool:
    """Whether a store holds nothing yet but the stages every store begins with."""
    return not any(rows for table, rows in tables.items() if table != "stage")


class _Comparing:
    """One archive beside one store."""

    def __init__(
        self, mine: ArchivedSearch, theirs: ArchivedSearch, today: date, tell: Progress
    ) -> None:
        self._mine, self._theirs = mine, theirs
        self._tell = tell
        self._my_telling, self._their_telling = Telling(mine, today), Telling(theirs, today)
        self._found: list[ArchiveItem] = []

    def items(self) -> tuple[ArchiveItem, ...]:
        self._applications()
        self._tell(0.95)
        self._companies()
        self._contacts()
        self._evidence()
        self._documents()
        self._saved_views()
        return tuple(self._found)

    def _applications(self) -> None:
        mine, theirs = self._mine.applications, self._theirs.applications
        my_facts = self._told(mine, self._my_telling, 0.4)
        their_facts = self._told(theirs, self._their_telling, 0.6)
        found = same_applications(
            [known(one, facts, self._my_telling) for one, facts in _both(mine, my_facts)],
            [known(one, facts, self._their_telling) for one, facts in _both(theirs, their_facts)],
        )
        for at, (one, facts) in enumerate(_both(theirs, their_facts)):
            match = found.get(at)
            application = one.application
            company = self._their_telling.company_of(application)
            self._add(
                ItemKind.APPLICATION,
                application.title or company,
                " · ".join(filter(None, (company, self._their_telling.stage_of(application)))),
                facts,
                None if match is None else (mine[match].application.id, my_facts[match]),
            )

    def _told(
        self, applications: Sequence[ArchivedApplication], telling: Telling, begun: float
    ) -> list[Facts]:
        """The facts of each, in the fifth of the work that begins at `begun`."""
        facts = []
        for done, one in enumerate(applications):
            if not done % _TELL_EVERY:
                self._tell(begun + 0.2 * done / len(applications))
            facts.append(telling.application(one))
        self._tell(begun + 0.2)
        return facts

    def _companies(self) -> None:
        self._shared(
            ItemKind.COMPANY,
            [(one.id, one.name, one) for one in self._mine.companies],
            [(one.id, one.name, one) for one in self._theirs.companies],
            (self._my_telling.company, self._their_telling.company),
            [lambda one: same_name_key(one.name)],
        )

    def _contacts(self) -> None:
        self._shared(
            ItemKind.CONTACT,
            [(one.id, one.name, one) for one in self._mine.contacts],
            [(one.id, one.name, one) for one in self._theirs.contacts],
            (self._my_telling.contact, self._their_telling.contact),
            [lambda one: (one.name, one.email), lambda one: one.name],
        )

    def _evidence(self) -> None:
        self._shared(
            ItemKind.EVIDENCE,
            [(one.evidence.id, one.evidence.title, one) for one in self._mine.evidence],
            [(one.evidence.id, one.evidence.title, one) for one in self._theirs.evidence],
            (self._my_telling.evidence, self._their_telling.evidence),
            [
                lambda one: (one.evidence.title, one.evidence.place, one.evidence.period),
                lambda one: one.evidence.title,
            ],
        )

    def _documents(self) -> None:
        self._shared(
            ItemKind.DOCUMENT,
            [(one.id, one.name, one) for one in self._mine.documents],
            [(one.id, one.name, one) for one in self._theirs.documents],
            (self._my_telling.document, self._their_telling.document),
            [lambda one: (one.sha256, one.name), lambda one: one.sha256],
        )

    def _saved_views(self) -> None:
        self._shared(
            ItemKind.SAVED_VIEW,
            [(one.id, one.name, one) for one in self._mine.saved_views],
            [(one.id, one.name, one) for one in self._theirs.saved_views],
            (self._my_telling.saved_view, self._their_telling.saved_view),
            [lambda one: one.name],
        )

    def _shared(
        self,
        kind: ItemKind,
        mine: Sequence[tuple[int, str, Any]],
        theirs: Sequence[tuple[int, str, Any]],
        tell: tuple[Callable[[Any], Facts], Callable[[Any], Facts]],
        keys: Sequence[Key[Any]],
    ) -> None:
        my_facts = [tell[0](one) for _, _, one in mine]
        their_facts = [tell[1](one) for _, _, one in theirs]
        found = _pairs(
            [_keys(one, facts, keys) for (_, _, one), facts in _both(mine, my_facts)],
            [_keys(one, facts, keys) for (_, _, one), facts in _both(theirs, their_facts)],
        )
        for at, ((_, name, _), facts) in enumerate(_both(theirs, their_facts)):
            match = found.get(at)
            self._add(
                kind, name, "", facts, None if match is None else (mine[match][0], my_facts[match])
            )

    def _add(
        self,
        kind: ItemKind,
        title: str,
        detail: str,
        facts: Facts,
        match: tuple[int, Facts] | None,
    ) -> None:
        differ = differences(match[1], facts) if match is not None else ()
        state = State.NEW if match is None else State.DIFFERS if differ else State.SAME
        self._found.append(
            ArchiveItem(
                number=len(self._found),
                kind=kind,
                title=title,
                detail=detail,
                state=state,
                mine=match[0] if match is not None else None,
                differences=differ,
            )
        )


def _both(one: Sequence[Thing], other: Sequence[Facts]) -> Iterable[tuple[Thing, Facts]]:
    return zip(one, other, strict=True)


def _keys(one: Any, facts: Facts, keys: Sequence[Key[Any]]) -> Sequence[Hashable]:
    name = keys[-1](one)
    return [(name, values_of(facts)), *(key(one) for key in keys)]


_ALIKE = (0, 1)
"""Which keys may fit several things, which are then paired in their order."""


def _pairs(
    mine: Sequence[Sequence[Hashable]], theirs: Sequence[Sequence[Hashable]]
) -> Mapping[int, int]:
    """Place in theirs to place in mine. The surest key is tried on all before the next."""
    pairs = Pairs()
    rounds = len(mine[0]) if mine and theirs else 0
    for at in range(rounds):
        pairs.add([keys[at] for keys in mine], [keys[at] for keys in theirs], in_order=at in _ALIKE)
    return pairs.found
