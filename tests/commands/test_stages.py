"""Moves through the pipeline: history is added to, and where an application is stays clear."""

from __future__ import annotations

from datetime import date

import pytest

from ats.commands import stages, timeline
from ats.commands.applications import NewApplication, add_application, reorder
from ats.domain.problem import Problem
from ats.domain.saved_view import ApplicationFilter
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import EventKind
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import ApplicationRow, application_row, applications
from ats.store.queries.stages import first_of_kind, stage_named
from ats.store.queries.stages import stages as all_stages

SAVED, APPLIED, SCREENING, INTERVIEWING, OFFER, CLOSED = range(1, 7)


@pytest.fixture
def application(store: Store) -> int:
    return add_application(store, NewApplication(title="Welder", company="Brightforge"))


def row(store: Store, id: int) -> ApplicationRow:
    found = application_row(store, id)
    assert found is not None
    return found


def history(store: Store, id: int) -> list[tuple[str | None, date, Outcome | None]]:
    detail = application_detail(store, id)
    assert detail is not None
    return [
        (item.stage, item.event.on, item.event.outcome)
        for item in detail.events
        if item.event.kind is EventKind.STAGE
    ]


def column(store: Store, stage: int) -> list[int]:
    return [row.id for row in applications(store, ApplicationFilter(stages=(stage,)))]


def test_a_rejection_keeps_the_interviews_before_it(store: Store, application: int) -> None:
    stages.move(store, [application], APPLIED, on=date(2026, 11, 4))
    stages.move(store, [application], INTERVIEWING, on=date(2026, 11, 10))
    stages.move(store, [application], CLOSED, on=date(2026, 11, 20), outcome=Outcome.REJECTED)
    assert history(store, application) == [
        ("Saved", date(2026, 11, 4), None),
        ("Applied", date(2026, 11, 4), None),
        ("Interviewing", date(2026, 11, 10), None),
        ("Closed", date(2026, 11, 20), Outcome.REJECTED),
    ]
    now = row(store, application)
    assert (now.stage_kind, now.outcome) == (StageKind.CLOSED, Outcome.REJECTED)
    assert now.applied_on == date(2026, 11, 4)


def test_moving_out_of_closed_drops_the_outcome(store: Store, application: int) -> None:
    stages.move(store, [application], CLOSED, outcome=Outcome.NO_RESPONSE)
    stages.move(store, [application], INTERVIEWING)
    assert row(store, application).outcome is None
    assert (Outcome.NO_RESPONSE) in [outcome for _, _, outcome in history(store, application)]


def test_a_changed_outcome_is_recorded(store: Store, application: int) -> None:
    stages.move(store, [application], CLOSED, outcome=Outcome.NO_RESPONSE)
    stages.move(store, [application], CLOSED, outcome=Outcome.REJECTED)
    assert row(store, application).outcome is Outcome.REJECTED
    assert len(history(store, application)) == 3


def test_an_open_stage_has_no_outcome(store: Store, application: int) -> None:
    with pytest.raises(Problem, match="Only a closed application has an outcome"):
        stages.move(store, [application], APPLIED, outcome=Outcome.REJECTED)


def test_moving_where_it_is_records_nothing(store: Store, application: int) -> None:
    stages.move(store, [application], SAVED)
    assert len(history(store, application)) == 1
    assert store.undo_label == "Add Welder"


def test_moving_where_it_is_on_another_day_corrects_the_day(store: Store, application: int) -> None:
    stages.move(store, [application], APPLIED)
    stages.move(store, [application], APPLIED, on=date(2026, 10, 30))
    assert history(store, application) == [
        ("Saved", date(2026, 10, 30), None),
        ("Applied", date(2026, 10, 30), None),
    ]


def test_a_note_on_staying_is_kept(store: Store, application: int) -> None:
    stages.move(store, [application], APPLIED, note="By post")
    stages.move(store, [application], APPLIED, note="And by mail")
    detail = application_detail(store, application)
    assert detail is not None
    assert detail.events[-1].event.note == "By post\nAnd by mail"


def test_only_the_first_saving_moves_back(store: Store, application: int) -> None:
    stages.move(store, [application], APPLIED, on=date(2026, 11, 4))
    stages.move(store, [application], SAVED, on=date(2026, 11, 20))
    stages.move(store, [application], INTERVIEWING, on=date(2019, 1, 3))
    assert history(store, application) == [
        ("Saved", date(2019, 1, 3), None),
        ("Interviewing", date(2019, 1, 3), None),
        ("Applied", date(2026, 11, 4), None),
        ("Saved", date(2026, 11, 20), None),
    ]


def test_several_move_in_one_step(store: Store, application: int) -> None:
    other = add_application(store, NewApplication(title="Baker"))
    stages.move(store, [application, other], APPLIED)
    assert store.undo_label == "Move to Applied"
    store.undo()
    assert column(store, SAVED) == [other, application]


def test_cards_are_dropped_where_they_are_dropped(store: Store) -> None:
    a, b, c, d = (add_application(store, NewApplication(title=t)) for t in "ABCD")
    assert column(store, SAVED) == [d, c, b, a]
    reorder(store, a, d)
    reorder(store, d, c)
    reorder(store, c, None)
    assert column(store, SAVED) == [a, d, b, c]
    stages.move(store, [b], APPLIED)
    stages.move(store, [d], APPLIED, before=b)
    assert column(store, APPLIED) == [d, b]
    for _ in range(30):
        reorder(store, a, c)
        reorder(store, c, a)
    assert column(store, SAVED) == [c, a]


def test_applied_date_of_a_saved_one_moves_it(store: Store, application: int) -> None:
    timeline.set_applied_on(store, application, date(2026, 9, 1))
    assert row(store, application).stage == "Applied"
    assert row(store, application).applied_on == date(2026, 9, 1)
    timeline.set_applied_on(store, application, date(2026, 8, 1))
    assert row(store, application).applied_on == date(2026, 8, 1)


def test_applied_date_far_back_does_not_move_a_later_stage(store: Store, application: int) -> None:
    stages.move(store, [application], INTERVIEWING)
    timeline.set_applied_on(store, application, date(2020, 2, 29))
    assert row(store, application).stage == "Interviewing"
    assert row(store, application).applied_on == date(2020, 2, 29)


def test_a_corrected_applied_date_takes_the_saving_along(store: Store, application: int) -> None:
    stages.move(store, [application], APPLIED)
    timeline.set_applied_on(store, application, date(2026, 11, 4))
    detail = application_detail(store, application)
    assert detail is not None
    assert [(event.stage, event.event.on) for event in detail.events] == [
        ("Saved", date(2026, 11, 4)), ("Applied", date(2026, 11, 4)),
    ]  # fmt: skip


def test_removing_the_last_move_steps_back(store: Store, application: int) -> None:
    stages.move(store, [application], APPLIED)
    stages.move(store, [application], CLOSED, outcome=Outcome.REJECTED)
    detail = application_detail(store, application)
    assert detail is not None
    timeline.remove_event(store, detail.events[-1].id)
    assert (row(store, application).stage, row(store, application).outcome) == ("Applied", None)


def test_the_only_move_stays(store: Store, application: int) -> None:
    detail = application_detail(store, application)
    assert detail is not None
    with pytest.raises(Problem, match="first stage"):
        timeline.remove_event(store, detail.events[0].id)


def test_own_stages(store: Store, application: int) -> None:
    added = stages.add_stage(store, "Take-home", StageKind.SCREENING)
    assert [stage.name for stage in all_stages(store)] == [
        "Saved", "Applied", "Screening", "Take-home", "Interviewing", "Offer", "Closed",
    ]  # fmt: skip
    stages.rename_stage(store, added, "Homework")
    stages.move(store, [application], added)
    assert row(store, application).stage == "Homework"
    with pytest.raises(Problem, match="Say where"):
        stages.remove_stage(store, added)
    stages.remove_stage(store, added, move_to=INTERVIEWING)
    assert row(store, application).stage == "Interviewing"
    assert "Homework" in [stage for stage, _, _ in history(store, application)]
    assert "Homework" not in [stage.name for stage in all_stages(store)]
    with pytest.raises(Problem, match="was removed"):
        stages.move(store, [application], added)


@pytest.mark.parametrize("name", ["", "  ", "applied"])
def test_stage_names_are_given_and_different(store: Store, name: str) -> None:
    with pytest.raises(Problem):
        stages.add_stage(store, name, StageKind.APPLIED)


def test_stages_are_found_by_name_or_kind(store: Store) -> None:
    stages.rename_stage(store, INTERVIEWING, "Talks")
    assert stage_named(store, "talks ").id == stage_named(store, "interviewing").id == INTERVIEWING
    assert first_of_kind(store, StageKind.OFFER).id == OFFER
    with pytest.raises(Problem, match="Your stages are Saved, Applied"):
        stage_named(store, "Nowhere")
