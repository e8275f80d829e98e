"""The one JSON document that holds a whole search, or a part of one: how it is made from the
rows of a store. docs/formats.md tells of it, ats.schema.json checks it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ats.domain.application import Application, NextAction
from ats.domain.company import Company, Contact
from ats.domain.document import ApplicationDocument, Document
from ats.domain.evidence import Evidence
from ats.domain.importing import ImportBatch, ImportedValue
from ats.domain.offer import Offer, OfferComponent
from ats.domain.posting import Posting, Requirement
from ats.domain.saved_view import SavedView
from ats.domain.stage import Stage, StageKind
from ats.domain.timeline import Event, EventKind, Interview
from ats.exchange.archive.records import json_of

FORMAT = "ats"
VERSION = 1

Cells = Mapping[str, Any]
Tables = Mapping[str, Sequence[Cells]]
"""The rows of each table of a store, in order of id, as SQLite gives them."""


def whole_document(tables: Tables, *, made_at: datetime, program: str) -> dict[str, Any]:
    """All that the tables hold. `program` is the version of the program that writes it."""
    return _document(tables, "everything", made_at, program)


def part_document(
    tables: Tables, ids: Collection[int], *, made_at: datetime, program: str
) -> dict[str, Any]:
    """The applications with these ids, and of all else only what they refer to."""
    chosen = dict(tables)
    chosen["application"] = [row for row in tables["application"] if row["id"] in ids]
    chosen["saved_view"] = []
    document = _document(chosen, "applications", made_at, program)
    return _without_unused(document)


def _document(tables: Tables, contains: str, made_at: datetime, program: str) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "contains": contains,
        "made_at": made_at.isoformat(),
        "program": program,
        "stages": _all(tables, "stage", Stage),
        "companies": _all(tables, "company", Company),
        "contacts": _contacts(tables),
        "tags": [row["name"] for row in tables["tag"]],
        "evidence": _evidence(tables),
        "documents": _all(tables, "document", Document),
        "import_batches": _all(tables, "import_batch", ImportBatch),
        "saved_views": _all(tables, "saved_view", SavedView),
        "applications": _Applications(tables).all(),
    }


def _all(tables: Tables, table: str, kind: type) -> list[dict[str, Any]]:
    return [json_of(kind, row) for row in tables[table]]


def _contacts(tables: Tables) -> list[dict[str, Any]]:
    companies = _names(tables["company"])
    return [
        {**json_of(Contact, row), "company": companies.get(row["company_id"])}
        for row in tables["contact"]
    ]


def _evidence(tables: Tables) -> list[dict[str, Any]]:
    files = _lists(tables["evidence_document"], "evidence_id", "document_id")
    return [
        {**json_of(Evidence, row), "documents": files.get(row["id"], [])}
        for row in tables["evidence"]
    ]


class _Applications:
    """Each application with what belongs to it, gathered from all tables at once."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._companies = _names(tables["company"])
        self._stages = {row["id"]: row for row in tables["stage"]}
        self._evidence = _lists(tables["evidence_link"], "requirement_id", "evidence_id")
        self._people = _lists(tables["event_contact"], "event_id", "contact_id")
        self._interviews = {row["event_id"]: row for row in tables["interview"]}
        self._components = _grouped(tables["offer_component"], "offer_id")
        self._notes = {row["application_id"]: row["text"] for row in tables["application_notes"]}
        self._contacts = _lists(tables["application_contact"], "application_id", "contact_id")
        self._tags = _lists(tables["application_tag"], "application_id", "tag_id")
        self._tag_names = _names(tables["tag"])
        self._belongings: dict[str, tuple[dict[int, list[Cells]], Callable[[Cells], Any]]] = {
            "next_actions": (self._of("next_action"), self._next_action),
            "postings": (self._of("posting"), self._posting),
            "requirements": (self._of("requirement"), self._requirement),
            "events": (self._of("event"), self._event),
            "offers": (self._of("offer"), self._offer),
            "documents": (self._of("application_document"), self._sent),
            "imported": (self._of("imported_value"), self._imported),
        }

    def all(self) -> list[dict[str, Any]]:
        return [self._application(row) for row in self._tables["application"]]

    def _application(self, row: Cells) -> dict[str, Any]:
        id, stage = row["id"], self._stages[row["stage_id"]]
        told = json_of(Application, row)
        told["company"] = self._companies.get(row["company_id"])
        told["stage"], told["stage_kind"] = stage["name"], stage["kind"]
        told["applied"] = self._applied(id)
        told["notes"] = self._notes.get(id)
        told["contacts"] = self._contacts.get(id, [])
        told["tags"] = [self._tag_names[tag] for tag in self._tags.get(id, ())]
        for name, (rows, tell) in self._belongings.items():
            told[name] = [tell(one) for one in rows.get(id, ())]
        return told

    def _applied(self, id: int) -> str | None:
        rows, _ = self._belongings["events"]
        moves = (row for row in rows.get(id, ()) if row["kind"] == EventKind.STAGE)
        applied = (
            row["on"] for row in moves if self._stages[row["stage_id"]]["kind"] == StageKind.APPLIED
        )
        return min(applied, default=None)

    def _of(self, table: str) -> dict[int, list[Cells]]:
        return _grouped(self._tables[table], "application_id")

    def _next_action(self, row: Cells) -> dict[str, Any]:
        return json_of(NextAction, row, "id", "application_id")

    def _posting(self, row: Cells) -> dict[str, Any]:
        return json_of(Posting, row, "application_id")

    def _requirement(self, row: Cells) -> dict[str, Any]:
        told = json_of(Requirement, row, "id", "application_id")
        told["evidence"] = self._evidence.get(row["id"], [])
        return told

    def _event(self, row: Cells) -> dict[str, Any]:
        told = json_of(Event, row, "id", "application_id")
        stage = self._stages.get(row["stage_id"])
        told["stage"] = stage and stage["name"]
        interview = self._interviews.get(row["id"])
        told["interview"] = interview and json_of(Interview, interview, "id", "event_id")
        told["contacts"] = self._people.get(row["id"], [])
        return told

    def _offer(self, row: Cells) -> dict[str, Any]:
        told = json_of(Offer, row, "id", "application_id")
        told["components"] = [
            json_of(OfferComponent, part, "id", "offer_id")
            for part in self._components.get(row["id"], ())
        ]
        return told

    def _sent(self, row: Cells) -> dict[str, Any]:
        return json_of(ApplicationDocument, row, "id", "application_id")

    def _imported(self, row: Cells) -> dict[str, Any]:
        return json_of(ImportedValue, row, "id", "application_id")


def _without_unused(document: dict[str, Any]) -> dict[str, Any]:
    """The document with no more of what applications share than its own refer to. The stages
    stay whole: they are the pipeline."""
    its = document["applications"]
    evidence = {id for one in its for item in one["requirements"] for id in item["evidence"]}
    document["evidence"] = [item for item in document["evidence"] if item["id"] in evidence]
    files = {item["document_id"] for one in its for item in one["documents"]}
    files.update(id for item in document["evidence"] for id in item["documents"])
    people = {id for one in its for id in one["contacts"]}
    people.update(id for one in its for event in one["events"] for id in event["contacts"])
    document["contacts"] = [item for item in document["contacts"] if item["id"] in people]
    companies = {one["company_id"] for one in (*its, *document["contacts"])}
    batches = {value["import_batch_id"] for one in its for value in one["imported"]}
    batches.update(one["import_batch_id"] for one in its)
    for name, used in (("documents", files), ("companies", companies), ("import_batches", batches)):
        document[name] = [item for item in document[name] if item["id"] in used]
    tags = {tag for one in its for tag in one["tags"]}
    document["tags"] = [tag for tag in document["tags"] if tag in tags]
    return document


def _names(rows: Iterable[Cells]) -> dict[Any, str]:
    return {row["id"]: row["name"] for row in rows}


def _grouped(rows: Iterable[Cells], by: str) -> dict[int, list[Cells]]:
    groups: dict[int, list[Cells]] = {}
    for row in rows:
        groups.setdefault(row[by], []).append(row)
    return groups


def _lists(rows: Iterable[Cells], by: str, column: str) -> dict[int, list[int]]:
    return {id: [row[column] for row in found] for id, found in _grouped(rows, by).items()}
