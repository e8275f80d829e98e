"""A day that was a guess is one no longer, once a person says another."""

from __future__ import annotations

from datetime import date

import pytest

from ats.commands.importing import import_plan, plan_import
from ats.commands.stages import move
from ats.commands.timeline import edit_event
from ats.domain.stage import StageKind
from ats.domain.timeline import Event
from ats.exchange.application_columns import DAY_UNKNOWN, is_guessed_day, without_guess
from ats.store import Store
from ats.store.queries.records import records
from ats.store.queries.stages import stages

FILE = b"Company,Title,Status,Date applied\nAlpha,Baker,Interviewing,2026-08-03\n"
DAY = date(2026, 8, 20)


@pytest.fixture
def guessed(store: Store) -> Event:
    """The move to interviewing, of which the file gives no day."""
    import_plan(store, plan_import(store, FILE, "search.csv"))
    (found,) = [event for event in records(store, Event) if is_guessed_day(event.note)]
    return found


def test_another_day_in_the_timeline_is_no_guess(store: Store, guessed: Event) -> None:
    edit_event(store, guessed.id, note=f"{guessed.note}\nWith Ann")
    assert is_guessed_day(noted(store, guessed))
    edit_event(store, guessed.id, on=DAY)
    assert noted(store, guessed) == "With Ann"
    store.undo()
    assert is_guessed_day(noted(store, guessed))


def test_another_day_by_a_move_is_no_guess(store: Store, guessed: Event) -> None:
    stage = next(each for each in stages(store) if each.kind is StageKind.INTERVIEWING)
    move(store, [guessed.application_id], stage.id, on=DAY, note="With Ann")
    assert noted(store, guessed) == "With Ann"


def test_only_the_first_line_tells() -> None:
    assert without_guess(DAY_UNKNOWN) == ""
    assert without_guess(f"Ann said:\n{DAY_UNKNOWN}") == f"Ann said:\n{DAY_UNKNOWN}"


def noted(store: Store, event: Event) -> str:
    return next(each.note for each in records(store, Event) if each.id == event.id)
