"""The way from records to rows and back.

The name of a record and of its fields are those of its table and columns: none is written a
second time, and an insert can never create a misspelt table.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ats.domain.stored_text import storable

if TYPE_CHECKING:
    from sqlite_utils import Database

Record = TypeVar("Record")


class Rows:
    """The reading and writing side of a step. Every method takes and gives records."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, record: Any) -> int:
        """Insert a record and return its new id; the record's own id is ignored."""
        values = to_row(record)
        del values["id"]
        return int(self._table(type(record)).insert(values).last_rowid or 0)

    def add_all(self, records: Sequence[Any]) -> None:
        """Insert many records of one kind, many with each statement: the search index works
        once a statement, so that one statement a record takes twice as long."""
        if not records:
            return
        rows = []
        for record in records:
            values = to_row(record)
            del values["id"]
            rows.append(values)
        self._table(type(records[0])).insert_all(rows)

    def change(self, kind: type, id: int, /, **values: Any) -> None:
        """Set some fields of one record. Raises NotFoundError where there is none."""
        unknown = values.keys() - _parsers(kind).keys()
        if unknown:
            raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
        self._table(kind).update(id, {name: _to_cell(value) for name, value in values.items()})

    def remove(self, kind: type, id: int) -> None:
        """Delete one record; what belongs to it goes with it."""
        self._table(kind).delete(id)

    def get(self, kind: type[Record], id: int, /) -> Record:
        """The record with this id. Raises KeyError where there is none."""
        found = self.find(kind, id=id)
        if found is None:
            raise KeyError(f"no {table_name(kind)} {id}")
        return found

    def find(self, kind: type[Record], /, **values: Any) -> Record | None:
        """The first record whose fields have these values. Names of companies and tags are
        the same whatever their case."""
        return next(iter(self._matching(kind, values, "limit 1")), None)

    def all(self, kind: type[Record], /, **values: Any) -> list[Record]:
        """The records whose fields have these values, in order of id."""
        return self._matching(kind, values, "")

    def least(self, kind: type, field: str, /, **values: Any) -> int | None:
        """The least value of a whole-number field among such records."""
        return self._extreme("min", kind, field, values)

    def greatest(self, kind: type, field: str, /, **values: Any) -> int | None:
        """The greatest value of a whole-number field among such records."""
        return self._extreme("max", kind, field, values)

    def _matching(self, kind: type[Record], values: dict[str, Any], limit: str) -> list[Record]:
        sql = f'select * from "{table_name(kind)}" where {_where(values)} order by id {limit}'
        return list(read(self._db.conn, kind, sql, _cells(values)))

    def _extreme(self, what: str, kind: type, field: str, values: dict[str, Any]) -> int | None:
        sql = f'select {what}("{field}") from "{table_name(kind)}" where {_where(values)}'
        (found,) = self._db.conn.execute(sql, _cells(values)).fetchone()
        return None if found is None else int(found)

    def _table(self, kind: type) -> Any:
        return self._db.table(table_name(kind))


def read(
    connection: sqlite3.Connection,
    kind: type[Record],
    sql: str,
    parameters: Sequence[Any] = (),
    known: dict[tuple[Any, ...], Record] | None = None,
) -> Iterator[Record]:
    """The records a query gives. Its columns may come in any order and hold more than needed.

    `known` remembers, from one reading with the same SQL to the next, which record each row
    of values made; a row whose values are the same then costs nothing but a look.
    """
    cursor = connection.execute(sql, parameters)
    columns = {column[0]: position for position, column in enumerate(cursor.description)}
    plan = [(name, columns[name], parse) for name, parse in _parsers(kind).items()]
    for row in cursor.fetchall():
        record = None if known is None else known.get(row)
        if record is None:
            record = kind(**{name: parse(row[at]) for name, at, parse in plan})
            if known is not None:
                known[row] = record
        yield record


def to_row(record: Any) -> dict[str, Any]:
    """A record's fields as column values."""
    return {field.name: _to_cell(getattr(record, field.name)) for field in fields(record)}


def column_cells(kind: type, columns: Mapping[str, Sequence[Any]]) -> list[Sequence[Any]]:
    """Values of fields, given field by field, as column values in the same order: for very many
    records. Raises TypeError for a field that is none."""
    unknown = columns.keys() - _parsers(kind).keys()
    if unknown:
        raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
    hints = _hints(kind)
    return [_FIELD_CELLS.get(hints[name], _few_cells)(values) for name, values in columns.items()]


def table_name(kind: type) -> str:
    """`NextAction` lives in table `next_action`."""
    return _snake(kind.__name__)


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _where(values: dict[str, Any]) -> str:
    return " and ".join(f'"{name}" is ?' for name in values) or "1"


def _cells(values: dict[str, Any]) -> list[Any]:
    return [_to_cell(value) for value in values.values()]


def _to_cell(value: Any) -> Any:
    match value:
        case None:
            return None
        case Enum():
            return value.value
        case str():
            return storable(value)
        case int():
            return int(value)
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case tuple():
            return json.dumps([_to_cell(item) for item in value], ensure_ascii=False)
    raise TypeError(f"no column holds a {type(value).__name__}")


def _texts(values: Sequence[str]) -> Sequence[str]:
    # Most are plain, and looking at each costs more than this look at all of them.
    together = "".join(values)
    if together.isascii() and "\0" not in together:
        return values
    return [storable(value) for value in values]


def _numbers(values: Sequence[int | None]) -> Sequence[int | None]:
    return values


def _few_cells(values: Sequence[Any]) -> Sequence[Any]:
    """The cells of a field that has few different values, each written once."""
    if values and values.count(values[0]) == len(values):
        return [_to_cell(values[0])] * len(values)
    known = {value: _to_cell(value) for value in set(values)}
    return [known[value] for value in values]


_FIELD_CELLS: dict[Any, Callable[[Sequence[Any]], Sequence[Any]]] = {
    str: _texts,
    int: _numbers,
    int | None: _numbers,
    bool: _numbers,
}


_known_parsers: dict[type, dict[str, Callable[[Any], Any]]] = {}


def _parsers(kind: type) -> dict[str, Callable[[Any], Any]]:
    known = _known_parsers.get(kind)
    if known is None:
        hints = _hints(kind)
        known = {field.name: _parser(hints[field.name]) for field in fields(kind)}
        _known_parsers[kind] = known
    return known


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _parser(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) in (Union, UnionType):
        (kind,) = (part for part in get_args(hint) if part is not type(None))
        parse = _parser(kind)
        return lambda value: None if value is None else parse(value)
    if get_origin(hint) is tuple:
        item = _parser(get_args(hint)[0])
        return lambda value: tuple(item(part) for part in json.loads(value))
    if issubclass(hint, (datetime, date, time)):
        parsed: Callable[[Any], Any] = hint.fromisoformat
        return parsed
    if issubclass(hint, (Enum, bool)):
        made: Callable[[Any], Any] = hint
        return made
    return _as_it_is


def _as_it_is(value: Any) -> Any:
    return value
