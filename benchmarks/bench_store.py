"""What undo, search and reading the board cost, each beside the least that could do the job.

python benchmarks/bench_store.py [APPLICATIONS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ats.commands.stages import move
from ats.domain.saved_view import ApplicationFilter
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.queries.search import matching
from benchmarks.generated import fill
from benchmarks.timing import in_turns, line, milliseconds


def main(number: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        took = milliseconds(lambda: fill(Path(folder) / "data", number).close())
        print(f"{number} applications made in {took / 1000:.1f} s")
        store = Store.open(Path(folder) / "data")
        size = store.path.stat().st_size
        print(f"{size / 1e6:.0f} MB")
        board(store)
        search(store)
        moves(store)
        store.close()


def board(store: Store) -> None:
    ours, theirs = in_turns(
        lambda: applications(store),
        lambda: store.connection.execute("select * from application").fetchall(),
        7,
    )
    print(line("read the whole board", ours, theirs, "a bare select of the table"))
    ours, theirs = in_turns(
        lambda: applications(store, ApplicationFilter(words="welder oslo")),
        lambda: applications(store),
        7,
    )
    print(line("read it filtered by two words", ours, theirs, "unfiltered"))


def search(store: Store) -> None:
    for words in ("w", "we", "wel", "bakeba", "bakeba kelo"):
        ours, theirs = in_turns(
            lambda words=words: matching(store, words),
            lambda words=words: _like(store, words),
            7,
        )
        print(line(f"find “{words}”", ours, theirs, "LIKE over the postings"))


def _like(store: Store, words: str) -> object:
    where = " and ".join("text like ?" for _ in words.split())
    values = [f"%{word}%" for word in words.split()]
    return store.connection.execute(
        f"select application_id from posting where {where}", values
    ).fetchall()


def moves(store: Store) -> None:
    ids = [row.id for row in applications(store)]
    bare = Path(store.path).with_name("bare.sqlite")
    import sqlite3

    other = sqlite3.connect(bare, isolation_level=None)
    other.execute("pragma journal_mode = wal")
    other.execute("pragma synchronous = full")
    other.execute("create table a(id integer primary key, stage int)")
    other.execute("create table e(id integer primary key, a int, stage int, d text)")
    other.executemany("insert into a values (?, 1)", [(id,) for id in ids])
    turn = iter(range(10**6))

    def ours() -> None:
        count = next(turn)
        move(store, [ids[count % len(ids)]], 1 + count % 6)

    def theirs() -> None:
        count = next(turn)
        other.execute("begin")
        other.execute("update a set stage = ? where id = ?", [count % 6, ids[count % len(ids)]])
        other.execute("insert into e (a, stage, d) values (1, 1, '2026-01-01')")
        other.execute("commit")

    print(line("move one, with undo", *in_turns(ours, theirs, 101), "two bare writes"))
    print(
        line(
            "undo and redo it",
            *in_turns(lambda: (store.undo(), store.redo()), theirs, 51),
            "two bare writes",
        )
    )
    many = ids[:1000]
    took = milliseconds(lambda: move(store, many, 2))
    back = milliseconds(store.undo)
    print(f"move {len(many)} at once {took:.0f} ms, undo it {back:.0f} ms")
    other.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
