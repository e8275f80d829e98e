"""Arbitrary stores: every kind of record, every field, any text that SQLite can hold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from ats.domain.application import Application, NextAction, Tag
from ats.domain.company import Company
from ats.domain.document import Document
from ats.domain.importing import ImportBatch
from ats.domain.posting import Posting
from ats.domain.timeline import Event, EventKind
from ats.exchange.archive.records import JSON_TEXTS
from ats.paths import document_file
from ats.store import Store
from ats.store.queries.snapshot import snapshot
from ats.store.rows import table_name
from ats.store.store import RECORDS

HARD = [
    "", " ", "=1+1", "\r\n", "a\rb", "\u202eevil\u202c", "\u05d0\u05d1\u200f",
    "\U0010ffff", "\ufeff", "\x01\x1b[31m", "\u2028", "</script>", '{"a": 1}', "00601", "N/A",
    "\x7f", "_x0041_", "\U0001f98a\u200d\ufe0f",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HARD),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12),
)
LARGEST = 2**63 - 1


def _of_hint(hint: Any) -> st.SearchStrategy[Any]:
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (part for part in get_args(hint) if part is not type(None))
        return st.one_of(st.none(), _of_hint(kind))
    if get_origin(hint) is tuple:
        return st.lists(_of_hint(get_args(hint)[0]), max_size=3).map(tuple)
    if issubclass(hint, datetime):
        return st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1)).map(
            lambda moment: moment.replace(tzinfo=UTC)
        )
    if issubclass(hint, date):
        return st.dates()
    if issubclass(hint, time):
        return st.times().map(lambda at: at.replace(second=0, microsecond=0))
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return {bool: st.booleans(), str: TEXTS, int: st.integers(-LARGEST, LARGEST)}[hint]


def _records(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    parts = {
        field.name: _of_hint(hints[field.name])
        for field in fields(kind)
        if field.name != "id" and not field.name.endswith("_id")
    }
    # Which record is meant; it is made to fit when it is put into a store.
    parts |= {
        field.name: st.integers(0, 99) for field in fields(kind) if field.name.endswith("_id")
    }
    json_texts = st.sampled_from(["{}", "[]", '{"stages": [1, 2], "imports": [2]}', '{"ä": "b"}'])
    parts |= dict.fromkeys(JSON_TEXTS.get(kind, ()), json_texts)
    if kind is Application:
        parts["excitement"] = st.one_of(st.none(), st.integers(1, 5))
    if kind is Document:
        parts["sha256"] = st.sampled_from([b"one", b"two", b"three"]).map(
            lambda content: hashlib.sha256(content).hexdigest()
        )
    return st.builds(kind, **parts)


WHOLE_STORES = st.fixed_dictionaries(
    {table_name(kind): st.lists(_records(kind), max_size=3) for kind in RECORDS}
)


def fill_whole(store: Store, whole: dict[str, list[Any]], *, files: bool = False) -> None:
    """Put arbitrary records into a store, each reference turned to a record that is there."""
    with store.step("Fill") as rows:
        # Applications refer to imports, which are listed after them.
        for kind in (ImportBatch, *(kind for kind in RECORDS if kind is not ImportBatch)):
            for record in whole[table_name(kind)]:
                fitted = _fitted(rows, record)
                if fitted is not None:
                    rows.add(fitted)
    if files:
        for content in (b"one", b"two"):
            place = document_file(store.path.parent, hashlib.sha256(content).hexdigest())
            place.parent.mkdir(exist_ok=True)
            place.write_bytes(content)


def _fitted(rows: Any, record: Any) -> Any:
    """The record with references that hold; None where that or its being unique can't be."""
    changed: dict[str, Any] = {}
    for field in fields(record):
        if field.name.endswith("_id"):
            owner = next(kind for kind in RECORDS if f"{table_name(kind)}_id" == field.name)
            there = rows.all(owner)
            optional = "None" in str(get_type_hints(type(record))[field.name])
            number = getattr(record, field.name)
            if optional and (not there or number % 3 == 0):
                changed[field.name] = None
            elif there:
                changed[field.name] = there[number % len(there)].id
            else:
                return None
    if isinstance(record, Event):
        stage = changed["stage_id"] if record.kind is EventKind.STAGE else None
        changed["stage_id"] = stage or (1 if record.kind is EventKind.STAGE else None)
    record = replace(record, **changed)
    if getattr(record, "posting_id", None):
        posting = rows.get(Posting, record.posting_id)
        record = replace(record, application_id=posting.application_id)
    return record if _is_new(rows, record) else None


def _is_new(rows: Any, record: Any) -> bool:
    match record:
        case Company() | Tag():
            return rows.find(type(record), name=record.name) is None
        case NextAction():
            return record.done_at is not None or (
                rows.find(NextAction, application_id=record.application_id, done_at=None) is None
            )
    owned = {
        field.name: getattr(record, field.name)
        for field in fields(record)
        if field.name.endswith("_id")
    }
    unique = {
        "application_notes", "application_contact", "application_tag", "evidence_link",
        "event_contact", "interview", "evidence_document",
    }  # fmt: skip
    return table_name(type(record)) not in unique or rows.find(type(record), **owned) is None


def without_ids(store: Store) -> dict[str, list[Any]]:
    """Every row of a store, told without ids: a reference is told as the row it leads to."""
    tables = snapshot(store)
    kinds = {f"{table}_id": table for table in tables}
    known: dict[tuple[str, int], Any] = {}

    def told(table: str, row: dict[str, Any]) -> Any:
        key = (table, row["id"])
        if key not in known:
            known[key] = tuple(
                (name, value_of(table, name, value)) for name, value in row.items() if name != "id"
            )
        return known[key]

    def value_of(table: str, name: str, value: Any) -> Any:
        if name in kinds and value is not None:
            owner = next(row for row in tables[kinds[name]] if row["id"] == value)
            return told(kinds[name], owner)
        if table == "saved_view" and name == "filter":
            return asked_of(value)
        return value

    def asked_of(filter: str) -> Any:
        """A filter in which the ids of stages and imports are told as rows."""
        asked = json.loads(filter)
        for name, owner in (("stages", "stage"), ("imports", "import_batch")):
            if isinstance(asked, dict) and name in asked:
                by_id = {row["id"]: row for row in tables[owner]}
                asked[name] = [told(owner, by_id[id]) if id in by_id else id for id in asked[name]]
        return repr(asked)

    return {
        table: sorted((told(table, row) for row in rows), key=repr)
        for table, rows in tables.items()
    }
