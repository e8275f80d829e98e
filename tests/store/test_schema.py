"""The rules of the schema that the journal, the rows and the search index rely on."""

from __future__ import annotations

from dataclasses import fields

import pytest

from ats.store import Store
from ats.store.rows import table_name
from ats.store.store import RECORDS

# Deleted by cascade beside an application's own: nothing of theirs is in the search index.
_NOT_SEARCHED = {"evidence_link", "evidence_document", "application_document", "application_tag"}


def columns(store: Store, table: str) -> dict[str, str]:
    rows = store.connection.execute(f'pragma table_info("{table}")')
    return {row[1]: row[2].upper() for row in rows}


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_table_holds_just_its_records_fields(store: Store, kind: type) -> None:
    found = columns(store, table_name(kind))
    assert set(found) == {field.name for field in fields(kind)}
    assert set(found.values()) <= {"INTEGER", "TEXT"}


def test_every_table_is_strict_and_never_uses_an_id_twice(store: Store) -> None:
    tables = store.connection.execute(
        "select name, sql from sqlite_master where type = 'table'"
        " and name not like 'sqlite%' and name not like 'search%' and name not glob '_*'"
    ).fetchall()
    assert {name for name, _ in tables} == {table_name(kind) for kind in RECORDS} | {
        "undo_step",
        "undo_row",
    }
    for name, sql in tables:
        assert sql.rstrip().endswith("strict"), name
        assert "id integer primary key autoincrement" in sql, name


def test_every_reference_is_indexed(store: Store) -> None:
    for kind in RECORDS:
        table = table_name(kind)
        references = {
            row[3] for row in store.connection.execute(f"pragma foreign_key_list({table})")
        }
        led_by = set()
        for index in store.connection.execute(f"pragma index_list({table})").fetchall():
            first = store.connection.execute(f'pragma index_info("{index[1]}")').fetchone()
            led_by.add(first[2])
        assert references <= led_by, table


def test_what_feeds_the_search_index_is_not_deleted_by_another_cascade(store: Store) -> None:
    for kind in RECORDS:
        table = table_name(kind)
        for row in store.connection.execute(f"pragma foreign_key_list({table})"):
            parent, action = row[2], row[6]
            if action == "CASCADE" and table not in _NOT_SEARCHED:
                assert parent in {"application", "event", "offer", "requirement"}, table


def test_the_connection_is_as_safe_as_promised(store: Store) -> None:
    def pragma(name: str) -> object:
        return store.connection.execute(f"pragma {name}").fetchone()[0]

    assert pragma("journal_mode") == "wal"
    assert pragma("synchronous") == 2
    assert pragma("locking_mode") == "exclusive"
    assert pragma("foreign_keys") == 1
    assert pragma("recursive_triggers") == 1
