"""The full-text index: one entry per application over everything a person would search for.

It is an external-content FTS5 table over the view `search_source`, kept right by triggers:
before a row changes, the applications it feeds leave the index with their old words; after
it, they enter with the new ones. The index holds no second copy of the texts, and no lengths
of them, which serve ranking only.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlite_utils import Database

# What each column of the index holds, in parts: the table a part is from, and its words. A part
# is "" where the table has no row for the application.
_PARTS = {
    "title": (("application", "application.title"),),
    "company": (
        (
            "company",
            "coalesce((select name from company where company.id = application.company_id), '')",
        ),
    ),
    "notes": (
        (
            "application_notes",
            "coalesce((select text from application_notes"
            " where application_id = application.id), '')",
        ),
        (
            "event",
            "coalesce((select group_concat(words, char(10)) from"
            " (select title || ' ' || note as words from event"
            " where application_id = application.id and (title != '' or note != '')"
            " order by id)), '')",
        ),
        (
            "imported_value",
            "coalesce((select group_concat(value, char(10)) from"
            " (select value from imported_value where application_id = application.id"
            " order by id)), '')",
        ),
    ),
    "posting": (
        (
            "posting",
            "coalesce((select group_concat(text, char(10)) from"
            " (select text from posting where application_id = application.id order by id)), '')",
        ),
    ),
    "people": (
        (
            "application_contact",
            "coalesce((select group_concat(name, char(10)) from"
            " (select name from contact"
            " join application_contact on contact_id = contact.id"
            " where application_id = application.id order by contact.id)), '')",
        ),
        (
            "interview",
            "coalesce((select group_concat(people, char(10)) from"
            " (select people from interview join event on event.id = event_id"
            " where application_id = application.id and people != ''"
            " order by interview.id)), '')",
        ),
    ),
}
_COLUMNS = tuple(_PARTS)

# Bytes of memory for words not yet written; FTS5's own measure, and one for many applications.
_ROOM = 1 << 20
_ROOM_FOR_MANY = 16 << 20


def _select(tables: Container[str] | None = None) -> str:
    """The id and the columns of each application; with `tables`, of applications that have
    rows in no other table."""
    columns = []
    for name, parts in _PARTS.items():
        words = [sql for table, sql in parts if tables is None or table in tables]
        columns.append(f"{' || char(10) || '.join(words) or repr('')} as {name}")
    return f"select application.id as id, {', '.join(columns)} from application"


_INDEX = """
create virtual table search using fts5(
    title, company, notes, posting, people,
    content = 'search_source', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0)
"""


@dataclass(frozen=True, slots=True)
class _Feed:
    """A table that feeds the index: which applications one of its rows belongs to, which of
    its columns count, and when a row has any words at all. {row} is old or new."""

    table: str
    applications: str
    columns: tuple[str, ...]
    has_words: str = ""


_FEEDS = (
    _Feed("application", "select {row}.id", ("title", "company_id")),
    _Feed("company", "select id from application where company_id = {row}.id", ("name",)),
    _Feed("application_notes", "select {row}.application_id", ("application_id", "text")),
    _Feed("posting", "select {row}.application_id", ("application_id", "text")),
    _Feed("imported_value", "select {row}.application_id", ("application_id", "value")),
    _Feed(
        "event",
        "select {row}.application_id",
        ("application_id", "title", "note"),
        # Its interview goes with it, and can't tell any more where it belonged.
        "{row}.title != '' or {row}.note != '' or {row}.kind = 'interview'",
    ),
    _Feed(
        "interview",
        "select application_id from event where id = {row}.event_id",
        ("event_id", "people"),
        "{row}.people != ''",
    ),
    _Feed("application_contact", "select {row}.application_id", ("application_id", "contact_id")),
    _Feed(
        "contact",
        "select application_id from application_contact where contact_id = {row}.id",
        ("name",),
    ),
)

# The texts of a table that the index takes in: what counts of it, but for references.
_WORDS = {
    feed.table: tuple(name for name in feed.columns if not name.endswith("_id")) for feed in _FEEDS
}


def create_search_index(db: Database) -> None:
    """Create the view, the index and its triggers, and fill the index."""
    db.execute(f"create view search_source as {_select()}")
    db.execute(_INDEX)
    for feed in _FEEDS:
        for event, rows in (("insert", ["new"]), ("update", ["old", "new"]), ("delete", ["old"])):
            _create_triggers(db, feed, event, rows)
    db.execute("insert into search(search) values ('rebuild')")


def drop_search_index(db: Database) -> None:
    """Drop the view, the index and its triggers, to create them anew."""
    for name in _triggers(db.conn):
        db.execute(f"drop trigger {name}")
    db.execute("drop table search")
    db.execute("drop view search_source")


def enter(
    connection: sqlite3.Connection, first: int, last: int, tables: Container[str] | None = None
) -> None:
    """Enter the applications with ids from `first` to `last`, which are not in the index.
    Where it is known that they have rows only in some tables, the others need not be asked."""
    connection.execute(
        f"insert into search(rowid, {', '.join(_COLUMNS)})"
        f" {_select(tables)} where application.id between ? and ?",
        [first, last],
    )


def words_in(table: str, columns: Mapping[str, Sequence[Any]]) -> int:
    """How many letters new rows of a table, given by columns, bring for the index."""
    texts = [columns.get(name, ()) for name in _WORDS.get(table, ())]
    return sum(len(text) for column in texts for text in column)


@contextmanager
def filled_by_many(connection: sqlite3.Connection) -> Iterator[None]:
    """Meanwhile, the index gathers more words in memory before it writes them."""
    _set(connection, _ROOM_FOR_MANY)
    yield
    _set(connection, _ROOM)


def _set(connection: sqlite3.Connection, room: int) -> None:
    connection.execute("insert into search(search, rank) values ('hashsize', ?)", [room])


def leave(connection: sqlite3.Connection, first: int, last: int) -> None:
    """Take the applications with ids from `first` to `last` out of the index."""
    connection.execute(_leave("select id from application where id between ? and ?"), [first, last])


@contextmanager
def suspended(connection: sqlite3.Connection) -> Iterator[None]:
    """The index does not follow meanwhile: whoever writes enters or takes out applications
    themselves. Inside a savepoint that goes back on an exception, and the triggers with it."""
    triggers = _triggers(connection)
    for name in triggers:
        connection.execute(f"drop trigger main.{name}")
    yield
    for statement in triggers.values():
        connection.execute(statement)


def _triggers(connection: sqlite3.Connection) -> dict[str, str]:
    """Name to statement of every trigger that feeds the index."""
    return dict(
        connection.execute(
            "select name, sql from sqlite_master where type = 'trigger' and name glob 'search_*'"
            " order by rowid"
        )
    )


def _create_triggers(db: Database, feed: _Feed, event: str, rows: list[str]) -> None:
    which = " union ".join(feed.applications.format(row=row) for row in rows)
    of = f" of {', '.join(feed.columns)}" if event == "update" else ""
    given = f" when {feed.has_words.format(row=rows[0])}" if feed.has_words and not of else ""
    for when, statement in (("before", _leave(which)), ("after", _enter(which))):
        db.execute(
            f"create trigger search_{when}_{event}_{feed.table} {when} {event}{of}"
            f" on {feed.table}{given} begin {statement}; end"
        )


def _leave(applications: str) -> str:
    columns = ", ".join(_COLUMNS)
    return (
        f"insert into search(search, rowid, {columns})"
        f" select 'delete', id, {columns} from search_source where id in ({applications})"
    )


def _enter(applications: str) -> str:
    columns = ", ".join(_COLUMNS)
    return (
        f"insert into search(rowid, {columns})"
        f" select id, {columns} from search_source where id in ({applications})"
    )
