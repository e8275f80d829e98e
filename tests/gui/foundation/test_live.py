"""Pages follow the store."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ats.gui.live import Live
from ats.store import Changes


class Announcer:
    """The part of a store that pages listen to."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Changes], None]] = []

    def announce(self, label: str, **rows: set[int]) -> None:
        changes = Changes(label, {table: frozenset(ids) for table, ids in rows.items()})
        for listener in self.listeners:
            listener(changes)


@pytest.fixture
def store() -> Announcer:
    return Announcer()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_changes_of_one_turn_come_together(store: Announcer, qtbot: QtBot) -> None:
    live = Live(store)
    seen: list[Changes] = []
    live.changed.connect(seen.append)
    store.announce("Move", application={1})
    store.announce("Tag", application={2}, tag={5})
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert seen[0].label == "Tag"
    assert seen[0].rows == {"application": frozenset({1, 2}), "tag": frozenset({5})}


def test_a_visible_page_refreshes_at_once(store: Announcer, page: QWidget) -> None:
    live, calls = Live(store), []
    live.follow(page, {"application"}, lambda: calls.append(1))
    assert len(calls) == 1
    page.show()
    store.announce("Move", application={1})
    live.announce()
    assert len(calls) == 2


def test_other_tables_do_not_matter(store: Announcer, page: QWidget) -> None:
    live, calls = Live(store), []
    live.follow(page, {"application"}, lambda: calls.append(1))
    page.show()
    store.announce("Note", evidence={1})
    live.announce()
    assert len(calls) == 1


def test_a_hidden_page_waits_until_it_is_shown(store: Announcer, page: QWidget) -> None:
    live, calls = Live(store), []
    live.follow(page, {"application"}, lambda: calls.append(1))
    for number in range(3):
        store.announce("Move", application={number})
        live.announce()
    assert len(calls) == 1
    page.show()
    assert len(calls) == 2
    page.hide()
    page.show()
    assert len(calls) == 2


def test_closing_stops_listening(store: Announcer) -> None:
    live = Live(store)
    live.close()
    assert not store.listeners
