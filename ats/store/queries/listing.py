"""Applications as a list that leaves the program needs them, read all at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ats.domain.importing import ImportedValue
from ats.domain.overview import ApplicationRow, EventDetail, ListedApplication
from ats.domain.stage import StageKind
from ats.domain.timeline import Event
from ats.store.queries.applications import application_rows
from ats.store.rows import read
from ats.store.store import Store

_AT_ONCE = 500


def listed(store: Store, rows: Sequence[ApplicationRow]) -> list[ListedApplication]:
    """The rows, in their order, with notes, imported values, contacts and moves."""
    found: list[ListedApplication] = []
    for start in range(0, len(rows), _AT_ONCE):
        found += _listed(store, rows[start : start + _AT_ONCE])
    return found


def listed_by_id(store: Store, ids: Sequence[int]) -> list[ListedApplication]:
    """Those of these applications that are there and not in the Trash."""
    return listed(store, application_rows(store, ids))


def imported_headers(store: Store) -> tuple[str, ...]:
    """The headers of what was imported and has no field of its own, in the order they came."""
    sql = "select header from imported_value group by header order by min(id)"
    return tuple(row[0] for row in store.connection.execute(sql))


def with_posting(store: Store) -> set[int]:
    """The applications that have a posting."""
    return {row[0] for row in store.connection.execute("select application_id from posting")}


def _listed(store: Store, rows: Sequence[ApplicationRow]) -> list[ListedApplication]:
    ids = [row.id for row in rows]
    among = f"application_id in ({','.join('?' for _ in ids)})"
    notes = dict(
        store.connection.execute(
            f"select application_id, text from application_notes where {among}", ids
        )
    )
    people: dict[int, list[str]] = {}
    contacts = (
        "select application_id, contact.name from application_contact"
        f" join contact on contact.id = contact_id where {among} order by application_contact.id"
    )
    for id, name in store.connection.execute(contacts, ids):
        people.setdefault(id, []).append(name)
    imported = _imported(store, among, ids)
    moves = _moves(store, among, ids)
    return [
        ListedApplication(
            row=row,
            notes=notes.get(row.id, ""),
            imported=tuple(imported.get(row.id, ())),
            contacts=tuple(people.get(row.id, ())),
            moves=tuple(moves.get(row.id, ())),
        )
        for row in rows
    ]


def _imported(store: Store, among: str, ids: list[Any]) -> dict[int, list[ImportedValue]]:
    found: dict[int, list[ImportedValue]] = {}
    sql = f"select * from imported_value where {among} order by position, id"
    for value in read(store.connection, ImportedValue, sql, ids):
        found.setdefault(value.application_id, []).append(value)
    return found


def _moves(store: Store, among: str, ids: list[Any]) -> dict[int, list[EventDetail]]:
    stages = {
        id: (name, StageKind(kind))
        for id, name, kind in store.connection.execute("select id, name, kind from stage")
    }
    found: dict[int, list[EventDetail]] = {}
    sql = f"select * from event where {among} and kind = 'stage' order by \"on\", id"
    for event in read(store.connection, Event, sql, ids):
        name, kind = stages[event.stage_id or 0]
        found.setdefault(event.application_id, []).append(
            EventDetail(event=event, stage=name, stage_kind=kind)
        )
    return found
