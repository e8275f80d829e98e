"""A store of an earlier version opens as it was, with its history."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest

from ats.domain.importing import ImportBatch
from ats.store import STORE_FILE, Store
from ats.store.queries.applications import applications
from ats.store.queries.records import records
from ats.store.queries.search import matching
from tests.commands.test_undo_of_everything import dump
from tests.conftest import FixedClock
from tests.store.test_bulk import is_sound, schema

VERSION_1 = Path(__file__).with_name("version-1.sqlite.gz")


def upgraded(folder: Path, clock: FixedClock) -> Store:
    """A store that version 1 wrote: an application, an import of two, an edit."""
    (folder / STORE_FILE).write_bytes(gzip.decompress(VERSION_1.read_bytes()))
    return Store.open(folder, clock=clock)


def test_version_1_opens_with_all_it_holds(tmp_path: Path, clock: FixedClock) -> None:
    store = upgraded(tmp_path, clock)
    assert {row.title for row in applications(store)} == {"Night welder", "Baker", "Nurse"}
    (batch,) = records(store, ImportBatch)
    assert (batch.file_name, batch.created, batch.updated) == ("search.csv", 2, 0)
    assert len(matching(store, "forty-two") or ()) == 1, "imported values are searched now"
    assert is_sound(store)
    store.close()
    assert Store.open(tmp_path).close() is None


def whole_schema(store: Store) -> list[tuple[str, str, str]]:
    found = store.connection.execute("select type, name, coalesce(sql, '') from sqlite_master")
    return sorted((kind, name, " ".join(sql.split())) for kind, name, sql in found)


def test_the_schema_is_that_of_a_new_store(tmp_path: Path, store: Store, clock: FixedClock) -> None:
    old = upgraded(tmp_path, clock)
    assert whole_schema(old) == whole_schema(store)
    assert schema(old) == schema(store)
    old.close()


def test_an_upgraded_store_refuses_what_a_check_forbids(tmp_path: Path, clock: FixedClock) -> None:
    store = upgraded(tmp_path, clock)
    with pytest.raises(sqlite3.IntegrityError, match="outcome"), store.step("x"):
        store.connection.execute("update application set outcome = 'bored'")
    with store.step("x"):
        store.connection.execute("update application set outcome = 'role_gone'")
    assert store.connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    store.close()


def test_steps_of_version_1_can_be_undone(tmp_path: Path, clock: FixedClock) -> None:
    store = upgraded(tmp_path, clock)
    before = dump(store)
    steps = len(store.history())
    for _ in range(steps):
        store.undo()
        assert is_sound(store)
    assert applications(store) == []
    for _ in range(steps):
        store.redo()
    assert dump(store) == before
    assert is_sound(store)
    store.close()
