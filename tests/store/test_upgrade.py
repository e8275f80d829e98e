"""A store of an earlier version opens as it was, with its history."""

from __future__ import annotations

import gzip
from pathlib import Path

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


def test_the_schema_is_that_of_a_new_store(tmp_path: Path, store: Store, clock: FixedClock) -> None:
    old = upgraded(tmp_path, clock)
    assert schema(old) == schema(store)
    for table in ("import_batch", "undo_row"):
        columns = f'pragma table_info("{table}")'
        assert old.connection.execute(columns).fetchall() == (
            store.connection.execute(columns).fetchall()
        )
    old.close()


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
