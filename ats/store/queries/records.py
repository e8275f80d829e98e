"""One record by its id, for those who are not inside a step."""

from __future__ import annotations

from ats.store.rows import Record, read, table_name
from ats.store.store import Store


def record(store: Store, kind: type[Record], id: int) -> Record | None:
    """The record with this id; None where there is none."""
    sql = f'select * from "{table_name(kind)}" where id = ?'
    return next(read(store.connection, kind, sql, [id]), None)


def records(store: Store, kind: type[Record]) -> list[Record]:
    """All records of a kind, in order of id."""
    return list(read(store.connection, kind, f'select * from "{table_name(kind)}" order by id'))
