"""A row that repeats an application adds the history that it lacks, and leads on where it tells
of a later day than all that is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats.commands.applications import NewApplication, add_application
from ats.commands.exporting import exported
from ats.commands.importing import ImportResult, expected_result, import_plan, plan_import
from ats.commands.stages import add_stage, move, rename_stage
from ats.commands.timeline import add_interview, add_message, add_note, edit_event, remove_event
from ats.domain.importing import Handling
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import Event, EventKind
from ats.exchange.application_columns import COLUMNS
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.records import records
from ats.store.queries.stages import stages
from tests.commands.test_undo_of_everything import dump
from tests.exchange.searches import SEARCHES, empty_store, fill, told

FEWER = settings(max_examples=settings.default.max_examples // 4)


def update(store: Store, content: bytes | str, name: str = "more.csv") -> ImportResult:
    """Import with what is missing added, and check that the dry run said the same."""
    plan = plan_import(store, content if isinstance(content, bytes) else content.encode(), name)
    before = dump(store)
    expected = expected_result(store, plan, otherwise=Handling.UPDATE)
    assert dump(store) == before, "a dry run writes nothing"
    result = import_plan(store, plan, otherwise=Handling.UPDATE)
    for number in ("rows", "created", "updated", "duplicates", "moved_on"):
        assert getattr(result, number) == getattr(expected, number)
    return result


def own(stage: str, history: str, kind: str = "") -> str:
    """Our own table of the welder, who applied on 2 November."""
    cells = {"Title": "Welder", "Company": "Alpha", "Stage": stage, "Applied": "2026-11-02"}
    cells |= {"History": history, "Stage kind": kind}
    return f"{','.join(COLUMNS)}\n{','.join(cells.get(name, '') for name in COLUMNS)}\n"


def stage(store: Store, kind: StageKind) -> int:
    return next(each.id for each in stages(store) if each.kind is kind)


def applied(store: Store) -> int:
    """A welder, saved and applied for in November."""
    id = add_application(
        store, NewApplication(title="Welder", company="Alpha", on=date(2026, 11, 1))
    )
    move(store, [id], stage(store, StageKind.APPLIED), on=date(2026, 11, 2))
    return id


def history(store: Store, id: int) -> list[tuple[str, str]]:
    """(day, stage or kind) of every event."""
    detail = application_detail(store, id)
    assert detail is not None
    return [(f"{each.event.on:%m-%d}", each.stage or each.event.kind) for each in detail.events]


def events(store: Store) -> list[Any]:
    """Every event with its interview, but for ids and the time of adding."""
    found = []
    for shown in told(store):
        for event in shown["events"]:
            rest = {name: value for name, value in event.items() if name not in ("id", "recorded")}
            found.append((shown["title"], sorted(rest.items(), key=str)))
    return sorted(found, key=str)


@FEWER
@given(SEARCHES)
def test_the_own_export_has_nothing_to_add(search: list[dict[str, Any]]) -> None:
    with empty_store() as store:
        fill(store, search)
        before = told(store)
        if not before:
            return
        for content in (exported(store, ".csv"), exported(store, ".xlsx")):
            result = update(store, content)
            assert (result.created, result.updated, result.duplicates) == (0, 0, len(before))
        assert told(store) == before


@FEWER
@given(SEARCHES, st.randoms(use_true_random=False))
def test_events_that_are_gone_come_back_from_the_own_export(
    search: list[dict[str, Any]], random: Any
) -> None:
    with empty_store() as store:
        # Of two with one name, the table can't tell which is meant.
        fill(store, [{**each, "title": f"{at}"} for at, each in enumerate(search)])
        content, before = exported(store, ".csv"), events(store)
        others = [event for event in records(store, Event) if event.kind is not EventKind.STAGE]
        gone = [event for event in others if random.random() < 0.5]
        for event in gone:
            remove_event(store, event.id)
        if not gone:
            return
        less = dump(store)
        result = update(store, content)
        assert result.updated == len({event.application_id for event in gone})
        assert events(store) == before
        store.undo()
        assert dump(store) == less


def test_what_is_known_by_its_title_stays_as_it_is(store: Store) -> None:
    id = applied(store)
    event = add_interview(store, id, date(2026, 11, 9), title="First talk", note="As told")
    add_message(store, id, "Thanks", title="Mail to Ann", on=date(2026, 11, 10))
    add_note(store, id, "Bring papers", on=date(2026, 11, 11))
    content = exported(store, ".csv")
    edit_event(store, event, note="Better words")
    before = dump(store)
    assert update(store, content).updated == 0
    assert dump(store) == before
    edit_event(store, event, title="Second talk")
    assert update(store, content).updated == 1
    assert history(store, id).count(("11-09", "interview")) == 2


def test_each_interview_of_a_day_stands_for_one(store: Store) -> None:
    id = applied(store)
    first = add_interview(store, id, date(2026, 11, 9))
    add_interview(store, id, date(2026, 11, 9))
    content, before = exported(store, ".csv"), events(store)
    remove_event(store, first)
    assert update(store, content).updated == 1
    assert events(store) == before


def test_an_event_whose_words_were_left_out_is_none_of_its_own(store: Store) -> None:
    id = applied(store)
    add_message(store, id, "Thanks", on=date(2026, 11, 10))
    text = own("Applied", "2026-11-02 Applied; 2026-11-10 {message}; 2026-11-10 {message}")
    assert update(store, text).updated == 1
    assert history(store, id).count(("11-10", "message")) == 2


def test_the_own_table_leads_on_by_a_later_day(store: Store) -> None:
    id = applied(store)
    before = dump(store)
    text = own(
        "Onsite",
        "2026-11-01 Saved; 2026-11-02 Applied; 2026-11-05 Screening; "
        "2026-11-09 Onsite [interviewing]: By train",
        "interviewing",
    )
    result = update(store, text)
    assert (result.updated, result.moved_on) == (1, 1)
    assert history(store, id) == [
        ("11-01", "Saved"), ("11-02", "Applied"), ("11-05", "Screening"), ("11-09", "Onsite"),
    ]  # fmt: skip
    (row,) = applications(store)
    assert (row.stage, row.stage_since) == ("Onsite", date(2026, 11, 9))
    assert update(store, text).updated == 0
    store.undo()
    assert dump(store) == before


def test_the_own_table_may_lead_back_and_reopen(store: Store) -> None:
    id = applied(store)
    move(
        store,
        [id],
        stage(store, StageKind.CLOSED),
        on=date(2026, 11, 9),
        outcome=Outcome.REJECTED,
    )
    moves = "2026-11-02 Applied; 2026-11-09 Closed (rejected); 2026-11-12 Interviewing"
    assert update(store, own("Interviewing", moves)).moved_on == 1
    (row,) = applications(store)
    assert (row.stage, row.outcome) == ("Interviewing", None)
    assert ("11-09", "Closed") in history(store, id)
    detail = application_detail(store, id)
    assert detail is not None
    assert Outcome.REJECTED in {each.event.outcome for each in detail.events}, "history stays"


def test_a_close_in_the_middle_of_a_history_is_added(store: Store) -> None:
    id = applied(store)
    move(store, [id], stage(store, StageKind.INTERVIEWING), on=date(2026, 11, 20))
    moves = "2026-11-02 Applied; 2026-11-09 Closed (rejected); 2026-11-20 Interviewing"
    result = update(store, own("Interviewing", moves))
    assert (result.updated, result.moved_on) == (1, 0)
    assert history(store, id)[2:] == [("11-09", "Closed"), ("11-20", "Interviewing")]


def test_a_stage_that_was_given_another_name_is_the_same(store: Store) -> None:
    onsite = add_stage(store, "Onsite", StageKind.INTERVIEWING)
    id = applied(store)
    move(store, [id], onsite, on=date(2026, 11, 9))
    content = exported(store, ".csv")
    rename_stage(store, onsite, "Last round")
    assert update(store, content).updated == 0


def test_another_stage_of_the_same_day_is_added(store: Store) -> None:
    add_stage(store, "Onsite", StageKind.INTERVIEWING)
    id = applied(store)
    move(store, [id], stage(store, StageKind.INTERVIEWING), on=date(2026, 11, 9))
    moves = "2026-11-02 Applied; 2026-11-09 Onsite [interviewing]; 2026-11-09 Interviewing"
    assert update(store, own("Interviewing", moves)).updated == 1
    assert ("11-09", "Onsite") in history(store, id)
    assert applications(store)[0].stage == "Interviewing"


FOREIGN = "Company,Role,Status,Date applied,Interview date,Rejected date\n"


@pytest.mark.parametrize(
    ("row", "stands"),
    [
        ("Interview,2026-11-02,2026-11-09,", ("Interviewing", None)),
        ("Rejected,2026-11-02,2026-11-09,2026-11-12", ("Closed", Outcome.REJECTED)),
        # Its day is not told, or not later than what is known.
        ("Interview,2026-11-02,,", ("Applied", None)),
        ("Rejected,2026-11-02,2026-11-09,", ("Applied", None)),
        ("Interview,2026-11-02,2026-11-02,", ("Applied", None)),
        ("Saved,,,", ("Applied", None)),
    ],
)
def test_another_table_leads_on_by_a_later_day(
    store: Store, row: str, stands: tuple[str, Outcome | None]
) -> None:
    applied(store)
    before = dump(store)
    result = update(store, f"{FOREIGN}Alpha,Welder,{row}\n")
    (one,) = applications(store)
    assert (one.stage, one.outcome) == stands
    assert result.moved_on == (one.stage != "Applied")
    again = dump(store)
    assert update(store, f"{FOREIGN}Alpha,Welder,{row}\n").updated == 0
    assert dump(store) == again
    if result.updated:
        store.undo()
    assert dump(store) == before


def test_another_table_does_not_lead_back(store: Store) -> None:
    id = applied(store)
    move(store, [id], stage(store, StageKind.OFFER), on=date(2026, 11, 12))
    update(store, f"{FOREIGN}Alpha,Welder,Interview,2026-11-02,2026-11-20,\n")
    assert applications(store)[0].stage == "Offer"
    assert ("11-20", "Interviewing") in history(store, id)


def test_a_guessed_day_is_no_second_interview(store: Store) -> None:
    id = applied(store)
    move(store, [id], stage(store, StageKind.INTERVIEWING), on=date(2026, 11, 9))
    assert update(store, f"{FOREIGN}Alpha,Welder,Interview,2026-11-02,,\n").duplicates == 0
    assert history(store, id).count(("11-09", "Interviewing")) == 1
    assert ("11-02", "Interviewing") not in history(store, id)


def test_rows_of_one_file_lead_on_one_after_the_other(store: Store) -> None:
    applied(store)
    text = (
        "Company,Role,Status,Date applied,Interview date,Offer date\n"
        "Alpha,Welder,Interview,2026-11-02,2026-11-09,\n"
        "Alpha,Welder,Offer,2026-11-02,2026-11-09,2026-11-15\n"
        "Alpha,Welder,Offer,2026-11-02,2026-11-09,2026-11-15\n"
    )
    result = update(store, text)
    assert (result.updated, result.moved_on, result.duplicates) == (2, 2, 1)
    (row,) = applications(store)
    assert (row.stage, row.stage_since) == ("Offer", date(2026, 11, 15))
