"""Steps: what joins, what merges, what is refused and what is forgotten."""

from __future__ import annotations

import sqlite3

import pytest

from ats.commands.applications import NewApplication, add_application, edit_application, set_notes
from ats.commands.requirements import add_requirement
from ats.domain.application import ApplicationNotes
from ats.domain.company import Company
from ats.store import Changes, Rows, Store
from ats.store.journal import STEPS_KEPT, Ids
from ats.store.queries.application import application_detail
from ats.store.queries.applications import application_row
from ats.store.queries.records import record, records
from tests.conftest import FixedClock


@pytest.fixture
def application(store: Store) -> int:
    return add_application(store, NewApplication(title="Welder", company="Brightforge"))


def labels(store: Store) -> list[str]:
    return [step.label for step in store.history() if not step.undone]


def _add_and_fail(rows: Rows) -> None:
    rows.add(Company(name="Gone"))
    raise ZeroDivisionError


def test_a_write_outside_a_step_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="write outside a step"):
        store.connection.execute("insert into company (name) values ('x')")


def test_a_step_inside_a_step_joins_it(store: Store) -> None:
    with store.step("Both"):
        id = add_application(store, NewApplication(title="Baker"))
        add_requirement(store, id, "Early mornings")
    assert labels(store) == ["Both"]
    store.undo()
    assert application_row(store, id) is None


def test_an_exception_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.step("Doomed") as rows:
        _add_and_fail(rows)
    assert records(store, Company) == []
    assert labels(store) == []


def test_an_inner_step_that_fails_leaves_nothing_of_itself(store: Store) -> None:
    with store.step("Outer") as rows:
        rows.add(Company(name="Kept"))
        with pytest.raises(ZeroDivisionError), store.step("Inner") as inner:
            _add_and_fail(inner)
    assert [company.name for company in records(store, Company)] == ["Kept"]
    store.undo()
    assert records(store, Company) == []


def test_nothing_changed_makes_no_step_and_no_announcement(store: Store, application: int) -> None:
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    edit_application(store, application, title="Welder")
    assert labels(store) == ["Add Welder"]
    assert heard == []


def test_listeners_hear_which_rows_changed(store: Store, application: int) -> None:
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    set_notes(store, application, "Ask about shifts")
    store.undo()
    store.redo()
    notes = records(store, ApplicationNotes)[0]
    assert [changes.rows for changes in heard] == [{"application_notes": frozenset({notes.id})}] * 3


def test_typing_in_one_field_is_one_step(store: Store, application: int) -> None:
    for text in ("A", "As", "Ask"):
        set_notes(store, application, text)
    assert labels(store) == ["Add Welder", "Edit notes"]
    store.undo()
    detail = application_detail(store, application)
    assert detail is not None
    assert detail.notes == ""
    store.redo()
    detail = application_detail(store, application)
    assert detail is not None
    assert detail.notes == "Ask"


def test_typing_keeps_no_copy_of_every_pause(store: Store, application: int) -> None:
    for number in range(1, 40):
        set_notes(store, application, "word " * number)
    kept = store.connection.execute("select count(*) from undo_row where step_id = 2").fetchone()
    assert kept == (1,)
    store.undo()
    assert records(store, ApplicationNotes) == []
    store.redo()
    assert records(store, ApplicationNotes)[0].text == "word " * 39


def test_typing_after_a_pause_is_another_step(
    store: Store, application: int, clock: FixedClock
) -> None:
    set_notes(store, application, "Ask")
    clock.advance(minutes=6)
    set_notes(store, application, "Ask again")
    assert labels(store) == ["Add Welder", "Edit notes", "Edit notes"]


def test_typing_and_taking_it_back_leaves_no_step(store: Store, application: int) -> None:
    edit_application(store, application, title="Pipe welder")
    edit_application(store, application, title="Welder")
    assert labels(store) == ["Add Welder"]


def test_a_new_step_drops_what_was_undone(store: Store, application: int) -> None:
    set_notes(store, application, "Old")
    store.undo()
    edit_application(store, application, title="Pipe welder")
    assert store.redo_label is None
    assert store.redo() is None


def test_steps_name_themselves_to_undo(store: Store, application: int) -> None:
    assert (store.undo_label, store.redo_label) == ("Add Welder", None)
    store.undo()
    assert (store.undo_label, store.redo_label) == (None, "Add Welder")


def test_history_survives_a_restart(store: Store, application: int, clock: FixedClock) -> None:
    set_notes(store, application, "Ask")
    folder = store.path.parent
    store.close()
    again = Store.open(folder, clock=clock)
    assert again.undo_label == "Edit notes"
    again.undo()
    again.undo()
    assert application_row(again, application) is None
    again.redo()
    assert application_row(again, application) is not None
    again.close()


def test_old_steps_are_forgotten_but_not_what_they_did(
    store: Store, application: int, clock
) -> None:  # type: ignore[no-untyped-def]
    for number in range(STEPS_KEPT + 20):
        clock.advance(minutes=10)
        edit_application(store, application, source=f"Fair {number}")
    assert len(store.history()) == STEPS_KEPT
    row = application_row(store, application)
    assert row is not None
    assert row.source == f"Fair {STEPS_KEPT + 19}"
    clock.advance(days=31)
    folder = store.path.parent
    store.close()
    again = Store.open(folder, clock=clock)
    assert again.history() == []
    assert application_row(again, application) == row
    again.close()


def test_a_clock_set_back_for_a_while_leaves_no_gap(
    store: Store, application: int, clock: FixedClock
) -> None:
    now = clock.time
    clock.advance(days=-60)
    edit_application(store, application, title="Pipe welder")
    clock.time = now
    edit_application(store, application, source="Fair")
    folder = store.path.parent
    store.close()
    again = Store.open(folder, clock=clock)
    assert [step.label for step in again.history()] == ["Edit source"]
    again.close()


def test_ids_are_never_used_again(store: Store) -> None:
    with store.step("Add") as rows:
        first = rows.add(Company(name="First"))
    store.undo()
    with store.step("Add") as rows:
        second = rows.add(Company(name="Second"))
    assert second > first
    assert record(store, Company, first) is None


def test_ids_are_a_set_of_single_ones_and_ranges() -> None:
    ids = Ids([3, 7], [range(5, 9), range(20, 22)])
    assert ids == {3, 5, 6, 7, 8, 20, 21}
    assert frozenset({3, 5, 6, 7, 8, 20, 21}) == ids
    assert len(ids) == 7
    assert 7 in ids
    assert 9 not in ids
    assert frozenset({1}) | ids == {1, 3, 5, 6, 7, 8, 20, 21}
    assert ids & {3, 4, 20} == {3, 20}
