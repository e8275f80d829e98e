"""All rows of all records at one moment, as plain values that any thread may work on."""

from __future__ import annotations

from typing import Any

from ats.store.rows import table_name
from ats.store.store import RECORDS, Store

TABLES = frozenset(table_name(kind) for kind in RECORDS)
"""What it reads."""


def snapshot(store: Store) -> dict[str, list[dict[str, Any]]]:
    """The rows of each record's table, in order of id: column name to what SQLite holds. Read
    in one transaction, while nothing can change between two tables."""
    begun = not store.connection.in_transaction
    if begun:
        store.connection.execute("begin")
    try:
        return {table_name(kind): _rows(store, table_name(kind)) for kind in RECORDS}
    finally:
        if begun:
            store.connection.execute("commit")


def _rows(store: Store, table: str) -> list[dict[str, Any]]:
    cursor = store.connection.execute(f'select * from "{table}" order by id')
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
