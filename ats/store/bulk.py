"""New rows by the thousand, inside a step.

Row by row, the journal and the search index each cost several times what the row does. Here
the rows of one kind go in with one prepared statement; the journal keeps the range of their ids
and the index reads the new applications once, when all that belongs to them is there. Nothing of
the promise is given up: what happened after a range is undone before it, so the images of its
rows are taken when they leave, in the transaction of the undo.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from ats.domain.application import Application
from ats.store import search_index
from ats.store.rows import cells_writer, table_name

# A range as long as this has an image of a few hundred kilobytes.
_RANGE = 1_000
_INDEXED_AT_ONCE = 2_000
_TOGETHER = 100
SEARCH = "search"

Progress = Callable[[float], None]


class Bulk:
    """Adds new applications and what belongs to them. While it is open, nothing else may be
    written, and only new applications may get new rows."""

    def __init__(self, connection: sqlite3.Connection, step: int, tables: Iterable[str]) -> None:
        self._connection = connection
        self._step = step
        self._applications: list[range] = []
        self._next = {table: self._last_id(table) + 1 for table in tables}

    def add(self, kind: type, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> range:
        """Insert records of one kind, given as the values of some of its fields; the others
        get the table's defaults. Their ids, in the order of the rows."""
        table = table_name(kind)
        first = self._next[table]
        added = range(first, first + self._insert(kind, names, iter(rows)))
        if not added:
            return added
        self._next[table] = added.stop
        if kind is Application:
            self._applications.append(added)
        elif "application_id" in names:
            self._check_new(table, added)
        self._record(table, added)
        return added

    def close(self) -> None:
        """Raises RuntimeError where somebody else added rows meanwhile, which no journal
        knows."""
        self.index()
        for table, next_id in self._next.items():
            if self._last_id(table) + 1 != next_id:
                raise RuntimeError(f"a row of {table} was added beside the bulk")

    def index(self, progress: Progress | None = None) -> None:
        """Enter the new applications into the search index, once all that belongs to them is
        there; done by itself at the end. `progress` is told 0 to 1."""
        total, done = sum(map(len, self._applications)) or 1, 0
        for ids in self._applications:
            for start in range(ids.start, ids.stop, _INDEXED_AT_ONCE):
                part = range(start, min(start + _INDEXED_AT_ONCE, ids.stop))
                search_index.enter(self._connection, part.start, part.stop - 1)
                done += len(part)
                if progress is not None:
                    progress(done / total)
            self._record(SEARCH, ids)
        self._applications = []

    def _insert(self, kind: type, names: Sequence[str], rows: Iterator[Sequence[Any]]) -> int:
        """How many there were. Many go with each statement: what a table checks is made ready
        once a statement."""
        into = f'insert into "{table_name(kind)}" ({", ".join(map(_quoted, names))}) values '
        row = f"({', '.join('?' for _ in names)})"
        cells = cells_writer(kind, names)
        most = self._connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // len(names)
        count = 0
        while part := list(islice(rows, min(_TOGETHER, most))):
            count += len(part)
            # Few different statements, so that each is made ready once.
            for together in (_TOGETHER, 10, 1):
                whole = len(part) // together * together
                if not whole:
                    continue
                self._connection.executemany(
                    into + ", ".join([row] * together),
                    (cells(part[at : at + together]) for at in range(0, whole, together)),
                )
                part = part[whole:]
        return count

    def _last_id(self, table: str) -> int:
        found = self._connection.execute(
            "select seq from sqlite_sequence where name = ?", [table]
        ).fetchone()
        return 0 if found is None else int(found[0])

    def _check_new(self, table: str, added: range) -> None:
        """A row for an application that was there before would be missing in its index."""
        first = min((ids.start for ids in self._applications), default=0)
        old = self._connection.execute(
            f'select 1 from "{table}" where id between ? and ? and application_id < ? limit 1',
            [added.start, added.stop - 1, first],
        ).fetchone()
        if old is not None or not self._applications:
            raise ValueError(f"a bulk of {table} belongs to an application that is not new")

    def _record(self, table: str, ids: range) -> None:
        self._connection.executemany(
            "insert into undo_row (step_id, table_name, row_id, last_id) values (?, ?, ?, ?)",
            [
                (self._step, table, start, min(start + _RANGE, ids.stop) - 1)
                for start in range(ids.start, ids.stop, _RANGE)
            ],
        )


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
