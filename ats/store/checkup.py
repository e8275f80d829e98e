"""Looks through the whole store for damage: pages, references, the search index."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ats.store.rows import table_name
from ats.store.store import RECORDS, Store

_MOST_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """What was found. `problems` are plain sentences; `rows` counts the rows of each table."""

    problems: tuple[str, ...]
    rows: dict[str, int]
    sqlite: str

    @property
    def ok(self) -> bool:
        return not self.problems


def check(store: Store) -> Checkup:
    """Check every page, every reference and the search index; nothing is changed."""
    problems = [*_pages(store), *_references(store), *_search_index(store)]
    rows = {
        table_name(kind): int(
            store.connection.execute(f'select count(*) from "{table_name(kind)}"').fetchone()[0]
        )
        for kind in RECORDS
    }
    return Checkup(problems=tuple(problems), rows=rows, sqlite=sqlite3.sqlite_version)


def _pages(store: Store) -> list[str]:
    found = store.connection.execute(f"pragma integrity_check({_MOST_TOLD})").fetchall()
    return [f"The file is damaged: {row[0]}." for row in found if row[0] != "ok"]


def _references(store: Store) -> list[str]:
    found = store.connection.execute("pragma foreign_key_check").fetchmany(_MOST_TOLD)
    return [
        f"Row {row} of {table} refers to a row of {parent} that is gone."
        for table, row, parent, _ in found
    ]


def _search_index(store: Store) -> list[str]:
    """The index compares itself with the texts it was made from (sqlite.org/fts5.html)."""
    try:
        store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return ["The search index does not match the applications."]
    return []
