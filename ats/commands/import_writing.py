"""The writing of an import: applications with all that belongs to them, inside one step."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ats.commands.applications import POSITION_GAP, top_position
from ats.commands.companies import company_named
from ats.commands.stages import add_stage
from ats.domain.application import (
    Application,
    ApplicationNotes,
    ApplicationTag,
    NextAction,
    Tag,
)
from ats.domain.company import ApplicationContact, Contact
from ats.domain.importing import ImportBatch, ImportedValue
from ats.domain.posting import Posting
from ats.domain.stage import Stage, StageKind
from ats.domain.timeline import Event, EventKind
from ats.exchange.imports.plan import ImportPlan, ImportRow
from ats.store import Rows, Store


@dataclass(slots=True)
class _Belongings:
    """Records to be added kind by kind, which is much faster than one at a time."""

    events: list[Event] = field(default_factory=list)
    notes: list[ApplicationNotes] = field(default_factory=list)
    tags: list[ApplicationTag] = field(default_factory=list)
    contacts: list[ApplicationContact] = field(default_factory=list)
    actions: list[NextAction] = field(default_factory=list)
    postings: list[Posting] = field(default_factory=list)
    values: list[ImportedValue] = field(default_factory=list)

    def add_to(self, rows: Rows) -> None:
        for records in (
            self.events, self.notes, self.tags, self.contacts, self.actions, self.postings,
            self.values,
        ):  # fmt: skip
            rows.add_all(records)


class ImportWriting:
    """One import under way, inside its step."""

    def __init__(self, store: Store, rows: Rows, plan: ImportPlan, created: int) -> None:
        self._store = store
        self._rows = rows
        self._plan = plan
        self._now = store.now()
        self._named: dict[str, Stage] = {}
        self._companies: dict[str, int | None] = {}
        self._tags: dict[str, int] = {}
        self._contacts: dict[tuple[str, int | None], int] = {}
        self._belongings = _Belongings()
        self._stages = sorted(rows.all(Stage), key=lambda stage: (stage.position, stage.id))
        self.batch_id = rows.add(
            ImportBatch(
                file_name=plan.name,
                sha256=plan.sha256,
                imported_at=self._now,
                rows=plan.row_count,
                created=created,
                mapping=json.dumps(plan.mapping, ensure_ascii=False),
            )
        )

    def create(self, new: Sequence[ImportRow]) -> tuple[int, ...]:
        """Add the applications, first row on top of its column; their ids."""
        records = self._placed([self._application(row) for row in new])
        self._rows.add_all(records)
        # Ids are given out one after the other, and nobody else writes meanwhile.
        last = self._rows.greatest(Application, "id") or 0
        ids = tuple(range(last - len(records) + 1, last + 1))
        for id, row, record in zip(ids, new, records, strict=True):
            self._collect(id, row, record.company_id)
        self._belongings.add_to(self._rows)
        return ids

    def _application(self, row: ImportRow) -> Application:
        return Application(
            title=row.title,
            company_id=self._company(row.company),
            stage_id=self._stage(row.stage, row.stage_kind, present=True).id,
            outcome=row.outcome,
            locations=row.locations,
            work_mode=row.work_mode,
            employment_type=row.employment_type,
            pay_least=row.pay.least,
            pay_most=row.pay.most,
            pay_currency=row.pay.currency,
            pay_period=row.pay.period,
            bonus=row.bonus,
            equity=row.equity,
            deadline=row.deadline,
            posted_on=row.posted_on,
            reference=row.reference,
            link=row.link,
            source=row.source,
            excitement=row.excitement,
            created_at=self._now,
        )

    def _placed(self, records: list[Application]) -> list[Application]:
        counts = Counter(record.stage_id for record in records)
        tops = {
            stage: top_position(self._rows, stage) - POSITION_GAP * (count - 1)
            for stage, count in counts.items()
        }
        placed = []
        for record in records:
            placed.append(replace(record, position=tops[record.stage_id]))
            tops[record.stage_id] += POSITION_GAP
        return placed

    def _collect(self, id: int, row: ImportRow, company_id: int | None) -> None:
        kept = self._belongings
        kept.events += self._events(id, row)
        if row.notes:
            kept.notes.append(ApplicationNotes(application_id=id, text=row.notes))
        tags = dict.fromkeys(self._tag(name) for name in row.tags)
        kept.tags += [ApplicationTag(application_id=id, tag_id=tag) for tag in tags]
        contacts = dict.fromkeys(self._contact(name, company_id) for name in row.contacts)
        kept.contacts += [
            ApplicationContact(application_id=id, contact_id=contact) for contact in contacts
        ]
        if row.next_action:
            kept.actions.append(self._next_action(id, row))
        if row.posting_text or row.posting_html:
            kept.postings.append(self._posting(id, row))
        kept.values += self._values(id, row)

    def _events(self, id: int, row: ImportRow) -> list[Event]:
        return [
            Event(
                application_id=id,
                kind=EventKind.STAGE,
                on=move.on,
                stage_id=self._stage(move.stage, move.kind or row.stage_kind).id,
                outcome=move.outcome,
                note=move.note,
                recorded_at=self._now,
            )
            for move in row.moves
            if move.on is not None
        ]

    def _next_action(self, id: int, row: ImportRow) -> NextAction:
        return NextAction(
            application_id=id,
            text=row.next_action,
            due_on=row.next_action_on,
            created_at=self._now,
        )

    def _values(self, id: int, row: ImportRow) -> list[ImportedValue]:
        return [
            ImportedValue(
                application_id=id,
                import_batch_id=self.batch_id,
                header=header,
                value=value,
                position=position,
            )
            for position, (header, value) in enumerate(row.imported)
        ]

    def _posting(self, id: int, row: ImportRow) -> Posting:
        return Posting(
            application_id=id,
            text=row.posting_text,
            html=row.posting_html,
            link=row.link,
            captured_at=self._now,
        )

    def _stage(self, name: str, kind: StageKind, *, present: bool = False) -> Stage:
        """The person's stage of that name, else the first of that kind. A stage named in our
        own table is made where it is missing. History may name a removed stage."""
        key = f"{name.casefold()}:{kind}:{present}"
        if key not in self._named:
            self._named[key] = self._found_stage(name, kind, present=present)
        return self._named[key]

    def _found_stage(self, name: str, kind: StageKind, *, present: bool) -> Stage:
        in_use = [stage for stage in self._stages if not stage.archived]
        removed = [] if present else [stage for stage in self._stages if stage.archived]
        for stage in [*in_use, *removed]:
            if name and stage.name.casefold() == name.casefold():
                return stage
        if name and self._plan.own:
            made = self._rows.get(Stage, add_stage(self._store, name, kind))
            self._stages.append(made)
            return made
        return next((stage for stage in in_use if stage.kind is kind), in_use[0])

    def _company(self, name: str) -> int | None:
        if name not in self._companies:
            self._companies[name] = company_named(self._rows, name)
        return self._companies[name]

    def _tag(self, name: str) -> int:
        return _remembered(self._tags, name, lambda: _id_of(self._rows, Tag(name=name), name=name))

    def _contact(self, name: str, company_id: int | None) -> int:
        wanted: dict[str, Any] = {"name": name, "company_id": company_id}
        return _remembered(
            self._contacts,
            (name, company_id),
            lambda: _id_of(self._rows, Contact(**wanted), **wanted),
        )


def _remembered(known: dict[Any, int], key: Any, make: Callable[[], int]) -> int:
    if key not in known:
        known[key] = make()
    return known[key]


def _id_of(rows: Rows, record: Any, **wanted: Any) -> int:
    """The id of the record that is there with these values, or of the new one."""
    found = rows.find(type(record), **wanted)
    return int(found.id) if found is not None else rows.add(record)
