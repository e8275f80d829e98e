"""New rows by the thousand, inside a step.

Row by row, the journal and the search index each cost several times what the row does. Here
the rows of one kind go in with one prepared statement; the journal keeps the range of their ids
and the index reads the new applications once, when all that belongs to them is there. Nothing of
the promise is given up: what happened after a range is undone before it, so the images of its
rows are taken when they leave, in the transaction of the undo.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import inf
from typing import Any

from ats.domain.application import Application
from ats.domain.company import ApplicationContact
from ats.store import search_index
from ats.store.rows import column_cells, table_name

# A range as long as this has an image of a few hundred kilobytes.
_RANGE = 1_000
_TOGETHER = 100
# Letters; they keep the index busy for some tenths of a second.
_WORDS_AT_ONCE = 4_000_000
_PLAIN = re.compile(r"[A-Za-z0-9_:.+-]*")
SEARCH = "search"


class Bulk:
    """Adds new applications and what belongs to them. While it is open, nothing else may be
    written, and only new applications may get new rows."""

    def __init__(self, connection: sqlite3.Connection, step: int, tables: Iterable[str]) -> None:
        self._connection = connection
        self._step = step
        self._applications: list[range] = []
        # The tables that new applications have words in. Each has a title and may name a company
        # of before.
        self._fed = {"application", "company"}
        self._words = 0
        self._next = {table: self._last_id(table) + 1 for table in tables}

    def add(self, kind: type, /, **columns: Sequence[Any]) -> range:
        """Insert records of one kind, given as the values that they have in some of the fields;
        the others get the table's defaults. Their ids, in the order of the values. Raises
        TypeError for a field that is none, and ValueError for columns of unequal length."""
        table = table_name(kind)
        self._check_new(table, columns.get("application_id"))
        first = self._next[table]
        added = range(first, first + self._insert(kind, columns))
        if not added:
            return added
        self._next[table] = added.stop
        if kind is Application:
            self._applications.append(added)
        words = search_index.words_in(table, columns)
        self._words += words
        if words or kind is ApplicationContact:  # whose contact has the words
            self._fed.add(table)
        self._record(table, added)
        return added

    def close(self) -> None:
        """Raises RuntimeError where somebody else added rows meanwhile, which no journal
        knows."""
        self._index()
        for table, next_id in self._next.items():
            if self._last_id(table) + 1 != next_id:
                raise RuntimeError(f"a row of {table} was added beside the bulk")

    def settle(self) -> None:
        """All that belongs to the applications so far is there: the index may read them. It does
        so once they have many words, which takes less time than a few at once."""
        if self._words > _WORDS_AT_ONCE:
            self._index()

    def _index(self) -> None:
        self._words = 0
        if not self._applications:
            return
        first, last = self._applications[0].start, self._applications[-1].stop - 1
        search_index.enter(self._connection, first, last, self._fed)
        for ids in self._applications:
            self._record(SEARCH, ids)
        self._applications = []

    def _insert(self, kind: type, columns: Mapping[str, Sequence[Any]]) -> int:
        """How many there were. Many go with each statement: what a table checks is made ready
        once a statement."""
        cells = dict(zip(columns, column_cells(kind, columns), strict=True))
        count, *others = set(map(len, cells.values()))
        if others:
            raise ValueError(f"columns of unequal length for {table_name(kind)}")
        fixed = {name: sql for name, column in cells.items() if (sql := _same_for_all(column))}
        varying = [column for name, column in cells.items() if name not in fixed]
        flat, width = [*chain.from_iterable(zip(*varying, strict=True))], len(varying)
        into = f'insert into "{table_name(kind)}" ({", ".join(map(_quoted, columns))}) values '
        row = f"({', '.join(fixed.get(name, '?') for name in columns)})"
        most = self._connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(columns)
        start = 0
        # Few different statements, so that each is made ready once.
        for together in (min(_TOGETHER, most), 10, 1):
            stop = start + (count - start) // together * together
            if stop > start:
                self._connection.executemany(
                    into + ", ".join([row] * together),
                    (
                        flat[at * width : (at + together) * width]
                        for at in range(start, stop, together)
                    ),
                )
            start = stop
        return count

    def _last_id(self, table: str) -> int:
        found = self._connection.execute(
            "select seq from sqlite_sequence where name = ?", [table]
        ).fetchone()
        return 0 if found is None else int(found[0])

    def _check_new(self, table: str, applications: Sequence[int] | None) -> None:
        """A row for an application that was there before would be missing in its index."""
        if not applications:
            return
        first = min((ids.start for ids in self._applications), default=inf)
        if min(applications) < first:
            raise ValueError(f"a bulk of {table} belongs to an application that is not new")

    def _record(self, table: str, ids: range) -> None:
        self._connection.executemany(
            "insert into undo_row (step_id, table_name, row_id, last_id) values (?, ?, ?, ?)",
            [
                (self._step, table, start, min(start + _RANGE, ids.stop) - 1)
                for start in range(ids.start, ids.stop, _RANGE)
            ],
        )


def _same_for_all(cells: Sequence[Any]) -> str:
    """The SQL of what all the cells are, where that is plain; "" elsewhere. It need not be
    handed over for every row then."""
    first = cells[0] if cells else ""
    if isinstance(first, str) and not _PLAIN.fullmatch(first):
        return ""
    if len(cells) < 2 or cells.count(first) < len(cells):
        return ""
    if first is None:
        return "null"
    return f"'{first}'" if isinstance(first, str) else str(int(first))


def take_out(connection: sqlite3.Connection, undo_row: int, table: str, ids: range) -> None:
    """Undo a range: its rows leave, and their images stay in the journal."""
    first_last = [ids.start, ids.stop - 1]
    if table == SEARCH:
        search_index.leave(connection, *first_last)
        return
    columns = ", ".join(_columns(connection, table))
    connection.execute(
        f"update undo_row set after = (select json_group_array(json_array({columns}))"
        f' from (select * from "{table}" where id between ? and ? order by id)) where id = ?',
        [*first_last, undo_row],
    )
    connection.execute(f'delete from "{table}" where id between ? and ?', first_last)


def put_back(connection: sqlite3.Connection, undo_row: int, table: str, ids: range) -> None:
    """Redo a range: its rows come back from their images."""
    if table == SEARCH:
        search_index.enter(connection, ids.start, ids.stop - 1)
        return
    columns = _columns(connection, table)
    cells = ", ".join(f"json_extract(value, '$[{n}]')" for n in range(len(columns)))
    connection.execute(
        f'insert into "{table}" ({", ".join(columns)}) select {cells}'
        " from json_each((select after from undo_row where id = ?))",
        [undo_row],
    )
    connection.execute("update undo_row set after = null where id = ?", [undo_row])


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [_quoted(row[1]) for row in connection.execute(f'pragma table_info("{table}")')]


def _quoted(name: str) -> str:
    return f'"{name}"'
