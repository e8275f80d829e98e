"""The index says what is there, also where rows go with the row they belong to."""

from __future__ import annotations

from datetime import date

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.commands.timeline import add_interview, remove_event
from ats.store import Store
from ats.store.queries.search import matching
from tests.store.test_bulk import is_sound


@pytest.mark.parametrize("title", ["", "First talk"])
def test_the_people_of_an_interview_go_with_its_event(store: Store, title: str) -> None:
    id = add_application(store, NewApplication(title="Welder"))
    event = add_interview(store, id, date(2026, 11, 4), title=title, people="Ann Lee")
    assert matching(store, "lee") == {id}
    remove_event(store, event)
    assert is_sound(store)
    assert not matching(store, "lee")
    store.undo()
    assert is_sound(store)
    assert matching(store, "lee") == {id}
    store.redo()
    assert is_sound(store)
    assert not matching(store, "lee")
