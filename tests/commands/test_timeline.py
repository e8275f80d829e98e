"""What is taken off the timeline is not found any more."""

from __future__ import annotations

from datetime import date

from ats.commands.applications import NewApplication, add_application
from ats.commands.timeline import add_interview, remove_event
from ats.store import Store
from ats.store.queries.search import matching


def check_index(store: Store) -> None:
    """Compare every entry of the search index with the texts it stands for."""
    store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")


def test_an_interview_that_tells_only_who_is_there(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker"))
    event = add_interview(store, id, date(2026, 11, 20), people="Ann")
    assert matching(store, "ann") == {id}
    remove_event(store, event)
    check_index(store)
    assert matching(store, "ann") == set()
    store.undo()
    check_index(store)
    assert matching(store, "ann") == {id}
    store.redo()
    check_index(store)
    assert matching(store, "ann") == set()
