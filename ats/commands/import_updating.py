"""The writing of what rows of a file add to applications that are there, inside a step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ats.commands.applications import top_position
from ats.commands.companies import company_named
from ats.commands.import_additions import Additions
from ats.commands.import_stages import StagesOfFile
from ats.domain.application import Application, ApplicationNotes, ApplicationTag, NextAction, Tag
from ats.domain.company import ApplicationContact, Contact
from ats.domain.importing import ImportedValue
from ats.domain.posting import Posting
from ats.domain.timeline import Event, EventKind
from ats.exchange.imports.plan import ImportRow
from ats.store import Rows, Store


class ImportUpdating:
    """Adds what is missing; `batch_id` is the import the additions belong to."""

    def __init__(self, store: Store, rows: Rows, stages: StagesOfFile, batch_id: int) -> None:
        self._rows = rows
        self._stages = stages
        self._batch_id = batch_id
        self._now = store.now()

    def add(self, id: int, row: ImportRow, added: Additions) -> None:
        """Give an application what a row has and it lacks."""
        self._change(id, added)
        self._add_texts(id, row, added)
        self._add_moves(id, row, added)
        self._add_happenings(id, added)
        for name in added.tags:
            tag = self._id_of(Tag(name=name), name=name)
            self._rows.add(ApplicationTag(application_id=id, tag_id=tag))
        self._add_contacts(id, row, added)
        self._add_values(id, added)

    def _change(self, id: int, added: Additions) -> None:
        values = dict(added.fields)
        if added.company:
            values["company_id"] = company_named(self._rows, added.company)
        if values:
            self._rows.change(Application, id, **values)

    def _add_moves(self, id: int, row: ImportRow, added: Additions) -> None:
        find = self._stages.find
        stages = [find(move.stage, move.kind or row.stage_kind) for move in added.moves]
        if added.moves_on:
            stages[-1] = find(row.stage, row.stage_kind, present=True)
            self._rows.change(
                Application,
                id,
                stage_id=stages[-1],
                outcome=row.outcome,
                position=top_position(self._rows, stages[-1]),
            )
        for move, stage in zip(added.moves, stages, strict=True):
            self._rows.add(
                Event(
                    application_id=id,
                    kind=EventKind.STAGE,
                    on=move.on,  # type: ignore[arg-type]
                    stage_id=stage,
                    outcome=move.outcome,
                    note=move.note,
                    recorded_at=self._now,
                )
            )

    def _add_happenings(self, id: int, added: Additions) -> None:
        for one in added.happenings:
            event = self._rows.add(
                Event(
                    application_id=id,
                    kind=one.kind,
                    on=one.on,
                    at=one.at,
                    zone=one.zone,
                    title=one.title,
                    note=one.note,
                    recorded_at=self._now,
                )
            )
            if one.interview is not None:
                self._rows.add(replace(one.interview, event_id=event))

    def _add_texts(self, id: int, row: ImportRow, added: Additions) -> None:
        if added.notes:
            self._add_notes(id, added.notes)
        if added.next_action:
            self._rows.add(
                NextAction(
                    application_id=id,
                    text=row.next_action,
                    due_on=row.next_action_on,
                    created_at=self._now,
                )
            )
        if added.posting:
            self._rows.add(
                Posting(
                    application_id=id,
                    text=row.posting_text,
                    html=row.posting_html,
                    link=row.link,
                    captured_at=self._now,
                )
            )

    def _add_notes(self, id: int, text: str) -> None:
        emptied = self._rows.find(ApplicationNotes, application_id=id)
        if emptied is None:
            self._rows.add(ApplicationNotes(application_id=id, text=text))
        else:
            self._rows.change(ApplicationNotes, emptied.id, text=text)

    def _add_contacts(self, id: int, row: ImportRow, added: Additions) -> None:
        if not added.contacts:
            return
        company = self._rows.get(Application, id).company_id
        for name in added.contacts:
            person: dict[str, Any] = {"name": name, "company_id": company}
            email = dict(row.emails).get(name, "")
            contact = self._id_of(Contact(**person, email=email), **person)
            link = {"application_id": id, "contact_id": contact}
            if self._rows.find(ApplicationContact, **link) is None:
                self._rows.add(ApplicationContact(**link))

    def _add_values(self, id: int, added: Additions) -> None:
        if not added.imported:
            return
        last = self._rows.greatest(ImportedValue, "position", application_id=id)
        start = 0 if last is None else last + 1
        self._rows.add_all(
            [
                ImportedValue(
                    application_id=id,
                    import_batch_id=self._batch_id,
                    header=header,
                    value=value,
                    position=position,
                )
                for position, (header, value) in enumerate(added.imported, start)
            ]
        )

    def _id_of(self, record: Any, **wanted: Any) -> int:
        """The id of the record that is there with these values, or of the new one."""
        found = self._rows.find(type(record), **wanted)
        return int(found.id) if found is not None else self._rows.add(record)
