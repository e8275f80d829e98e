"""The history of a store: what each step changed, kept so that it can be taken back, repeated
and told.

Each record's table has temporary triggers, which belong to this connection. They put the row as
it was and as it became into `undo_row`, in the step's own transaction: history lasts across
restarts, and no crash can part a step from it. Outside a step they refuse the write.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from ats.domain.stored_text import storable
from ats.store import search_index
from ats.store.bulk import SEARCH, Bulk, put_back, take_out

if TYPE_CHECKING:
    from sqlite_utils import Database

STEPS_KEPT = 500
DAYS_KEPT = 30
MERGE_WITHIN = timedelta(minutes=5)

T = TypeVar("T")

_ROWS = ("old", "new")
_ROWS_OF_EVENT = {"insert": ("new",), "update": _ROWS, "delete": ("old",)}
_REFUSING = 0
_REPLAYING = -1


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows a step touched: table name to the ids of its rows."""

    label: str
    rows: dict[str, Set[int]]


class Ids(Set[int]):
    """Ids of rows: single ones, and ranges that take no room."""

    def __init__(self, single: Iterable[int] = (), ranges: Iterable[range] = ()) -> None:
        self._ranges = tuple(ranges)
        self._single = frozenset(id for id in single if not self._in_range(id))

    def __contains__(self, id: object) -> bool:
        return id in self._single or self._in_range(id)

    def __iter__(self) -> Iterator[int]:
        return chain(self._single, *self._ranges)

    def __len__(self) -> int:
        return len(self._single) + sum(map(len, self._ranges))

    def __repr__(self) -> str:
        return f"Ids({sorted(self._single)}, {self._ranges})"

    @classmethod
    def _from_iterable(cls, it: Iterable[T]) -> Set[T]:
        return frozenset(it)

    def _in_range(self, id: object) -> bool:
        return any(id in ids for ids in self._ranges)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the person's own steps, as history lists it."""

    id: int
    label: str
    done_at: datetime
    undone: bool


class Journal:
    """The history of one open store. `clock` gives the time of a step."""

    def __init__(
        self,
        database: Callable[[], Database],
        connection: sqlite3.Connection,
        tables: Iterable[str],
        clock: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._connection = connection
        self._clock = clock
        self._mode = _REFUSING
        self._tables = tuple(tables)
        connection.create_function("journal_mode", 0, lambda: self._mode)
        for table in self._tables:
            self._watch(table)

    @property
    def recording(self) -> bool:
        return self._mode > 0

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._text("select label from undo_step where not undone order by id desc limit 1")

    @property
    def redo_label(self) -> str | None:
        """What redo would do again, or None."""
        return self._text("select label from undo_step where undone order by id limit 1")

    def steps(self) -> list[Step]:
        """The kept history, oldest first."""
        rows = self._connection.execute(
            "select id, label, done_at, undone from undo_step order by id"
        )
        return [
            Step(id, label, datetime.fromisoformat(at), bool(undone))
            for id, label, at, undone in rows
        ]

    @contextmanager
    def step(self, label: str, merge: str | None = None) -> Iterator[list[Changes]]:
        """One transaction and one undo step. A step inside a step joins it.

        Steps in a row with the same `merge` key, not more than MERGE_WITHIN apart, become
        one: typing in a field is one undo step, however often it is saved. The list holds
        the announcement once the transaction is done; a step that changed nothing leaves
        no trace and announces nothing.
        """
        announced: list[Changes] = []
        if self.recording:
            # A savepoint, so that a part that fails leaves nothing where the whole goes on.
            with self._database().atomic():
                yield announced
            return
        with self._database().atomic():
            step = self._begin(label, merge)
            try:
                self._mode = step
                yield announced
            finally:
                self._mode = _REFUSING
            changes = self._finish(step, label, merge)
        if changes:
            announced.append(changes)

    @contextmanager
    def bulk(self) -> Iterator[Bulk]:
        """A way to add very many new rows, inside a step; every other write is refused."""
        if not self.recording:
            raise RuntimeError("a bulk outside a step")
        step = self._mode
        with (
            self._database().atomic(),
            search_index.suspended(self._connection),
            search_index.filled_by_many(self._connection),
            self._unwatched("insert"),
        ):
            try:
                self._mode = _REFUSING
                bulk = Bulk(self._connection, step, self._tables)
                yield bulk
                bulk.close()
            finally:
                self._mode = step

    def undo(self) -> Changes | None:
        """Take back the last step. None where there is none."""
        return self._replay(
            "select id, label from undo_step where not undone order by id desc limit 1", back=True
        )

    def redo(self) -> Changes | None:
        """Do the last undone step again. None where there is none."""
        return self._replay(
            "select id, label from undo_step where undone order by id limit 1", back=False
        )

    def thin(self) -> None:
        """Forget steps beyond STEPS_KEPT or older than DAYS_KEPT days."""
        oldest = self._clock() - timedelta(days=DAYS_KEPT)
        # Always from the start of the history on: a gap could not be undone over.
        self._connection.execute(
            "delete from undo_step where id <= (select max(id) from undo_step where done_at < ?)",
            [_stamp(oldest)],
        )
        self._keep_last(STEPS_KEPT)

    def _keep_last(self, number: int) -> None:
        self._connection.execute(
            "delete from undo_step where id <="
            " (select id from undo_step order by id desc limit 1 offset ?)",
            [number],
        )

    def _begin(self, label: str, merge: str | None) -> int:
        cursor = self._connection.execute(
            "insert into undo_step (label, done_at, undone, merge_key) values (?, ?, 0, ?)",
            [storable(label), _stamp(self._clock()), merge],
        )
        return int(cursor.lastrowid or 0)

    def _finish(self, step: int, label: str, merge: str | None) -> Changes | None:
        execute = self._connection.execute
        execute(
            "delete from undo_row where step_id = ? and before is after and last_id is null", [step]
        )
        changes = self._changes(step, label)
        if not changes.rows:
            execute("delete from undo_step where id = ?", [step])
            return None
        execute("delete from undo_step where undone")
        if merge is not None:
            self._merge(step, merge)
        self._keep_last(STEPS_KEPT)
        return changes

    def _merge(self, step: int, merge: str) -> None:
        execute = self._connection.execute
        earlier = execute(
            "select id, merge_key, done_at from undo_step where id < ? order by id desc limit 1",
            [step],
        ).fetchone()
        if earlier is None or earlier[1] != merge:
            return
        if self._clock() - datetime.fromisoformat(earlier[2]) > MERGE_WITHIN:
            return
        into = earlier[0]
        execute("update undo_row set step_id = ? where step_id = ?", [into, step])
        execute("update undo_step set done_at = ? where id = ?", [_stamp(self._clock()), into])
        execute("delete from undo_step where id = ?", [step])
        self._fold(into)

    def _fold(self, step: int) -> None:
        """Keep the first and the last image of a row that was not deleted in this step."""
        execute = self._connection.execute
        rows = execute(
            "select table_name, row_id, min(id), max(id), count(*) from undo_row"
            " where step_id = ? and last_id is null group by table_name, row_id"
            " having count(*) > 1 and min(after is not null)",
            [step],
        ).fetchall()
        for table, row, first, last, _ in rows:
            execute(
                "update undo_row set after ="
                " (select after from undo_row where id = ?) where id = ?",
                [last, first],
            )
            execute(
                "delete from undo_row"
                " where step_id = ? and table_name = ? and row_id = ? and id > ?",
                [step, table, row, first],
            )
        execute(
            "delete from undo_row where step_id = ? and before is after and last_id is null", [step]
        )
        if not execute("select 1 from undo_row where step_id = ? limit 1", [step]).fetchone():
            execute("delete from undo_step where id = ?", [step])

    def _replay(self, which: str, *, back: bool) -> Changes | None:
        if self.recording:
            raise RuntimeError("undo inside a step")
        found = self._connection.execute(which).fetchone()
        if found is None:
            return None
        step, label = found
        with self._database().atomic():
            # Rows come back one at a time; the references between them hold at the end.
            self._connection.execute("pragma defer_foreign_keys = on")
            try:
                self._mode = _REPLAYING
                self._replay_rows(step, back=back)
            finally:
                self._mode = _REFUSING
            self._connection.execute(
                "update undo_step set undone = ?, merge_key = null where id = ?", [int(back), step]
            )
            return self._changes(step, label)

    def _replay_rows(self, step: int, *, back: bool) -> None:
        rows = self._connection.execute(
            "select last_id is not null, id, table_name, row_id, last_id from undo_row"
            f" where step_id = ? order by id {'desc' if back else 'asc'}",
            [step],
        ).fetchall()
        for in_range, some in groupby(rows, key=itemgetter(0)):
            if in_range:
                self._replay_ranges(some, back=back)
            else:
                for _, id, table, *_ in some:
                    self._replay_row(id, table, back=back)

    def _replay_row(self, id: int, table: str, *, back: bool) -> None:
        stored = self._connection.execute("select before, after from undo_row where id = ?", [id])
        images = [json.loads(image) if image else {} for image in stored.fetchone()]
        now, wanted = reversed(images) if back else images
        self._connection.execute(_turning(table, now, wanted), wanted or now)

    def _replay_ranges(self, rows: Iterable[tuple[Any, ...]], *, back: bool) -> None:
        replay = take_out if back else put_back
        with search_index.suspended(self._connection), self._unwatched("insert", "delete"):
            for _, id, table, first, last in rows:
                replay(self._connection, id, table, range(first, last + 1))

    def _changes(self, step: int, label: str) -> Changes:
        single: dict[str, set[int]] = {}
        ranges: dict[str, list[range]] = {}
        found = self._connection.execute(
            "select distinct table_name, row_id, last_id from undo_row"
            " where step_id = ? and table_name != ?",
            [step, SEARCH],
        )
        for table, first, last in found:
            if last is None:
                single.setdefault(table, set()).add(first)
            else:
                ranges.setdefault(table, []).append(range(first, last + 1))
        return Changes(
            label,
            {
                table: Ids(single.get(table, ()), ranges.get(table, ()))
                for table in single.keys() | ranges.keys()
            },
        )

    @contextmanager
    def _unwatched(self, *events: str) -> Iterator[None]:
        """Rows may come or go ("insert", "delete") and are not kept. Inside a savepoint that
        goes back on an exception, and the triggers with it."""
        for table in self._tables:
            for event in events:
                self._connection.execute(f'drop trigger temp."keep_{event}_{table}"')
        yield
        for table in self._tables:
            self._watch(table, events)

    def _watch(self, table: str, events: Iterable[str] = tuple(_ROWS_OF_EVENT)) -> None:
        columns = self._connection.execute(f'pragma table_info("{table}")')
        names = [name for _, name, *_ in columns]
        for event in events:
            rows = _ROWS_OF_EVENT[event]
            before, after = (_as_json(row, names) if row in rows else "null" for row in _ROWS)
            self._connection.execute(f"""
                create temp trigger "keep_{event}_{table}" after {event} on main."{table}" begin
                    select raise(abort, 'write outside a step') where journal_mode() = {_REFUSING};
                    insert into undo_row (step_id, table_name, row_id, before, after)
                    select journal_mode(), '{table}', {rows[0]}.id, {before}, {after}
                    where journal_mode() > 0;
                end""")

    def _text(self, sql: str) -> str | None:
        row = self._connection.execute(sql).fetchone()
        return None if row is None else str(row[0])


def _as_json(row: str, names: Iterable[str]) -> str:
    """The SQL that makes one object of a row's columns; `row` is old or new."""
    parts = (f"'{name}', {row}.{_quoted(name)}" for name in names)
    return f"json_object({', '.join(parts)})"


def _turning(table: str, now: dict[str, Any], wanted: dict[str, Any]) -> str:
    """The SQL that turns a row into what is wanted, with its values named as the columns; an
    empty image means that there is no row."""
    if not wanted:
        return f'delete from "{table}" where id = :id'
    if not now:
        names, values = map(_quoted, wanted), (f":{name}" for name in wanted)
        return f'insert into "{table}" ({", ".join(names)}) values ({", ".join(values)})'
    # Only what differs: an unchanged title must not refresh the search index.
    changed = (name for name in wanted if wanted[name] != now.get(name))
    parts = ", ".join(f"{_quoted(name)} = :{name}" for name in changed)
    return f'update "{table}" set {parts} where id = :id'


def _quoted(name: str) -> str:
    return f'"{name}"'


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
