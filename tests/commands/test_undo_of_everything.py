"""Whatever a person does in whatever order: undo restores every row, redo repeats it, a
failed command leaves nothing, and all of it survives closing and opening again."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import ats.commands
from ats.domain.problem import Problem
from ats.store import Store
from ats.store.rows import table_name
from ats.store.store import RECORDS
from tests.commands.acts import ACTS, NothingThere, Values

Dump = dict[str, list[Any]]

TEXTS = st.one_of(
    st.sampled_from(["", " ", "Alpha", "alpha", "Ålesund", "x\x00y", "\ud800", "'; --", "a\nb"]),
    st.text(max_size=12),
)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


def dump(store: Store) -> Dump:
    """Every row of every record."""
    return {
        table_name(kind): store.connection.execute(
            f'select * from "{table_name(kind)}" order by id'
        ).fetchall()
        for kind in RECORDS
    }


class Everything(RuleBasedStateMachine):
    """`known` gives for each kept step the rows before and after it."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.time = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=1)))
        self.store = Store.open(Path(self.folder.name), clock=lambda: self.time)
        self.known: dict[int, tuple[Dump, Dump]] = {}
        for n, title in enumerate(["Welder", "Baker", "Nurse"]):
            self.act("add_application", n, n, title, date(2026, 11, n + 1))

    def done(self) -> list[int]:
        return [step.id for step in self.store.history() if not step.undone]

    @rule(
        name=st.sampled_from(sorted(ACTS)),
        n=st.integers(0, 99),
        m=st.integers(0, 99),
        text=TEXTS,
        day=DAYS,
    )
    def try_something(self, name: str, n: int, m: int, text: str, day: date) -> None:
        self.act(name, n, m, text, day)

    def act(self, name: str, n: int, m: int, text: str, day: date) -> None:
        before, steps = dump(self.store), self.done()
        try:
            ACTS[name](Values(self.store, n, m, text, day))
        except (Problem, NothingThere):
            assert dump(self.store) == before, f"{name} failed and left something"
            assert self.done() == steps
            return
        after, now = dump(self.store), self.done()
        if now and now[-1] not in steps:
            assert after != before, f"{name} made a step of nothing"
            self.known[now[-1]] = (before, after)
        elif now and now == steps and after != before:
            self.known[now[-1]] = (self.known[now[-1]][0], after)
        elif after != before:
            # The merged steps cancelled each other out.
            assert now == steps[:-1]
            assert after == self.known[steps[-1]][0]

    @rule(minutes=st.integers(0, 20))
    def wait(self, minutes: int) -> None:
        self.time += timedelta(minutes=minutes)

    @precondition(lambda self: self.store.undo_label is not None)
    @rule()
    def undo(self) -> None:
        step = self.done()[-1]
        changes = self.store.undo()
        assert changes is not None
        assert changes.rows
        assert dump(self.store) == self.known[step][0]

    @precondition(lambda self: self.store.redo_label is not None)
    @rule()
    def redo(self) -> None:
        self.store.redo()
        assert dump(self.store) == self.known[self.done()[-1]][1]

    @rule()
    def close_and_open(self) -> None:
        before, history = dump(self.store), self.store.history()
        self.store.close()
        self.store = Store.open(Path(self.folder.name), clock=lambda: self.time)
        assert dump(self.store) == before
        assert self.store.history() == history

    @rule()
    def undo_all_and_redo_all(self) -> None:
        now, depth = dump(self.store), len(self.done())
        for _ in range(depth):
            self.store.undo()
        for _ in range(depth):
            self.store.redo()
        assert dump(self.store) == now

    @invariant()
    def sound(self) -> None:
        if not hasattr(self, "store"):
            return
        execute = self.store.connection.execute
        assert execute("pragma foreign_key_check").fetchall() == []
        # Compares every entry of the search index with the texts it stands for.
        execute("insert into search(search, rank) values ('integrity-check', 1)")

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()


TestEverything = Everything.TestCase


def test_every_command_is_tried() -> None:
    """A command that the machine above does not call is not proved to be undoable."""
    found = set()
    for module in pkgutil.iter_modules(ats.commands.__path__):
        for name, thing in vars(importlib.import_module(f"ats.commands.{module.name}")).items():
            if inspect.isfunction(thing) and thing.__module__ == f"ats.commands.{module.name}":
                parameters = list(inspect.signature(thing).parameters)
                if not name.startswith("_") and parameters[:1] == ["store"]:
                    found.add(name)
    assert found == set(ACTS)
