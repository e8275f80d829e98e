"""Putting what an archive holds into a store, inside one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from ats.commands.applications import top_position
from ats.commands.arriving_shared import SharedIds
from ats.domain.application import (
    Application,
    ApplicationNotes,
    ApplicationTag,
    NextAction,
)
from ats.domain.company import ApplicationContact
from ats.domain.document import ApplicationDocument
from ats.domain.evidence import EvidenceLink
from ats.domain.importing import ImportedValue
from ats.domain.offer import Offer
from ats.domain.posting import Posting, Requirement
from ats.domain.problem import Problem
from ats.domain.timeline import Event, EventContact
from ats.exchange.archive.plan import ArchiveItem, ArchivePlan, Choice, State
from ats.exchange.archive.search import ArchivedApplication
from ats.store import Rows, Store

_BELONGINGS: tuple[type, ...] = (
    ApplicationNotes, ApplicationContact, ApplicationTag, NextAction, Requirement, Posting, Event,
    Offer, ApplicationDocument, ImportedValue,
)  # fmt: skip
"""What goes when an application is replaced; what belongs to these goes with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """What bringing in an archive did. `created` and `updated` are ids of applications;
    `same` and `kept` count those that were the same and those that differ and stayed as they
    were here, `left_out` the new ones the person did not want; `missing` are hashes of
    documents whose file the archive did not hold."""

    created: tuple[int, ...]
    updated: tuple[int, ...]
    same: int
    kept: int
    left_out: int
    missing: tuple[str, ...]


def _choice(item: ArchiveItem, choices: Mapping[int, Choice]) -> Choice:
    choice = choices.get(item.number, item.choices[0])
    if item.state is State.NEW and choice is Choice.BOTH:
        return Choice.THEIRS
    return choice if choice in item.choices else item.choices[0]


class Arriving:
    """One archive on its way in, inside its step."""

    def __init__(
        self,
        store: Store,
        rows: Rows,
        plan: ArchivePlan,
        choices: Mapping[int, Choice],
        progress: Callable[[float], None] | None = None,
    ) -> None:
        self._rows = rows
        self._plan = plan
        self._chosen = {item.number: _choice(item, choices) for item in plan.items}
        self._ids = SharedIds(store, rows, plan, self._chosen)
        self._progress = progress or (lambda done: None)

    def all(self) -> Arrived:
        """Bring in what the plan says. Raises Problem where the store changed since it was
        made."""
        new: list[ArchivedApplication] = []
        replaced: list[tuple[int, ArchivedApplication]] = []
        counts = {"same": 0, "kept": 0, "left_out": 0}
        for item, one in zip(
            self._plan.applications, self._plan.archive.search.applications, strict=True
        ):
            choice = self._chosen[item.number]
            if item.state is State.SAME:
                counts["same"] += 1
            elif choice is Choice.MINE:
                counts["left_out" if item.state is State.NEW else "kept"] += 1
            elif item.state is State.DIFFERS and choice is Choice.THEIRS:
                replaced.append((item.mine or 0, one))
            else:
                new.append(one)
        for id, one in replaced:
            self._replace(id, one)
        created = self._create(new)
        self._progress(0.3)
        self._belongings([*zip(created, new, strict=True), *replaced])
        self._progress(1.0)
        return Arrived(
            created=created,
            updated=tuple(id for id, _ in replaced),
            missing=self._plan.archive.missing,
            **counts,
        )

    def _create(self, new: Sequence[ArchivedApplication]) -> tuple[int, ...]:
        return self._added([self._application(one.application) for one in new])

    def _application(self, told: Application) -> Application:
        return replace(
            told,
            company_id=self._ids.company(told.company_id),
            stage_id=self._ids.stage(told.stage_id),
            import_batch_id=self._ids.import_batch(told.import_batch_id),
        )

    def _replace(self, id: int, one: ArchivedApplication) -> None:
        """Make an application what the archive says. It stays where it is on the board, or
        comes on top of another column."""
        mine = self._rows.find(Application, id=id)
        if mine is None:
            raise Problem(
                f"“{one.application.title}” was removed meanwhile. Nothing was brought in."
            )
        for kind in _BELONGINGS:
            belonging: list[Any] = self._rows.all(kind, application_id=id)
            for record in belonging:
                self._rows.remove(kind, record.id)
        theirs = self._application(one.application)
        stays = mine.stage_id == theirs.stage_id
        position = mine.position if stays else top_position(self._rows, theirs.stage_id)
        values = {field.name: getattr(theirs, field.name) for field in fields(theirs)}
        self._rows.change(Application, id, **{**values, "id": id, "position": position})

    def _belongings(self, arrived: Sequence[tuple[int, ArchivedApplication]]) -> None:
        """Everything that belongs to the applications, kind by kind, which is much faster
        than one application after the other."""
        of_each: list[Callable[[int, ArchivedApplication], Iterable[Any]]] = [
            self._notes, self._contacts, self._tags, self._next_actions, self._documents,
            self._imported,
        ]  # fmt: skip
        for records in of_each:
            found: list[Any] = [one for id, told in arrived for one in records(id, told)]
            self._rows.add_all(found)
        self._progress(0.4)
        self._requirements(arrived, self._postings(arrived))
        self._progress(0.6)
        self._events(arrived)
        self._progress(0.8)
        self._offers(arrived)

    def _notes(self, id: int, one: ArchivedApplication) -> Iterable[ApplicationNotes]:
        return [] if one.notes is None else [ApplicationNotes(application_id=id, text=one.notes)]

    def _contacts(self, id: int, one: ArchivedApplication) -> Iterable[ApplicationContact]:
        people = self._once(one.contacts, self._ids.contact)
        return (ApplicationContact(application_id=id, contact_id=person) for person in people)

    def _tags(self, id: int, one: ArchivedApplication) -> Iterable[ApplicationTag]:
        tags = self._once(one.tags, self._ids.tag)
        return (ApplicationTag(application_id=id, tag_id=tag) for tag in tags)

    def _next_actions(self, id: int, one: ArchivedApplication) -> Iterable[NextAction]:
        return (replace(action, application_id=id) for action in one.next_actions)

    def _documents(self, id: int, one: ArchivedApplication) -> Iterable[ApplicationDocument]:
        return (
            replace(sent, application_id=id, document_id=self._ids.document(sent.document_id))
            for sent in one.documents
        )

    def _imported(self, id: int, one: ArchivedApplication) -> Iterable[ImportedValue]:
        return (
            replace(
                value,
                application_id=id,
                import_batch_id=self._ids.import_batch(value.import_batch_id),
            )
            for value in one.imported
        )

    def _postings(self, arrived: Iterable[tuple[int, ArchivedApplication]]) -> dict[Any, int]:
        """The new id by application and the id in the file."""
        told = [(id, posting) for id, one in arrived for posting in one.postings]
        ids = self._added([replace(posting, application_id=id) for id, posting in told])
        return {(id, posting.id): new for (id, posting), new in zip(told, ids, strict=True)}

    def _requirements(
        self, arrived: Iterable[tuple[int, ArchivedApplication]], postings: Mapping[Any, int]
    ) -> None:
        told = [(id, item) for id, one in arrived for item in one.requirements]
        ids = self._added(
            [
                replace(
                    item.requirement,
                    application_id=id,
                    posting_id=postings.get((id, item.requirement.posting_id)),
                )
                for id, item in told
            ]
        )
        self._rows.add_all(
            [
                EvidenceLink(requirement_id=new, evidence_id=evidence)
                for (_, item), new in zip(told, ids, strict=True)
                for evidence in self._once(item.evidence, self._ids.evidence)
            ]
        )

    def _events(self, arrived: Iterable[tuple[int, ArchivedApplication]]) -> None:
        told = [(id, event) for id, one in arrived for event in one.events]
        ids = self._added(
            [
                replace(
                    one.event,
                    application_id=id,
                    stage_id=one.event.stage_id and self._ids.stage(one.event.stage_id),
                )
                for id, one in told
            ]
        )
        interviews, people = [], []
        for (_, one), id in zip(told, ids, strict=True):
            if one.interview is not None:
                interviews.append(replace(one.interview, event_id=id))
            people += [
                EventContact(event_id=id, contact_id=person)
                for person in self._once(one.contacts, self._ids.contact)
            ]
        self._rows.add_all(interviews)
        self._rows.add_all(people)

    def _offers(self, arrived: Iterable[tuple[int, ArchivedApplication]]) -> None:
        told = [(id, offer) for id, one in arrived for offer in one.offers]
        ids = self._added([replace(one.offer, application_id=id) for id, one in told])
        self._rows.add_all(
            [
                replace(part, offer_id=id)
                for (_, one), id in zip(told, ids, strict=True)
                for part in one.components
            ]
        )

    def _added(self, records: Sequence[Any]) -> tuple[int, ...]:
        """Add records and give their ids."""
        self._rows.add_all(records)
        if not records:
            return ()
        # Ids are given out one after the other, and nobody else writes meanwhile.
        last = self._rows.greatest(type(records[0]), "id") or 0
        return tuple(range(last - len(records) + 1, last + 1))

    @staticmethod
    def _once(told: Iterable[Any], id_of: Callable[[Any], int]) -> Iterable[int]:
        """The ids, each once: two people of the file may be one here."""
        return dict.fromkeys(id_of(one) for one in told)
