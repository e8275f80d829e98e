"""Postings kept afterwards, and stages recorded afterwards."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ats.commands import stages, timeline
from ats.commands.applications import NewApplication, add_application
from ats.commands.postings import keep_posting
from ats.commands.requirements import add_requirement
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.reading import read_text
from ats.store import Store
from ats.store.queries.application import ApplicationDetail, application_detail
from ats.store.queries.stages import first_of_kind

TEXT = "Baker\n\nRequirements:\n- Two years of baking\n- Clean hands\n"


def detail(store: Store, id: int) -> ApplicationDetail:
    found = application_detail(store, id)
    assert found is not None
    return found


def test_a_posting_is_kept_as_it_was_with_its_requirements(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker"))
    keep_posting(store, id, read_text(TEXT), link=" https://example.org/1 ")
    posting = detail(store, id).posting
    assert posting is not None
    assert (posting.text, posting.link) == (TEXT, "https://example.org/1")
    assert "spans" in json.loads(posting.reading)
    found = [item.requirement for item in detail(store, id).requirements]
    assert [item.text for item in found] == ["Two years of baking", "Clean hands"]
    assert [TEXT[item.span_start : item.span_end] for item in found] == [
        "Two years of baking",
        "Clean hands",
    ]
    store.undo()
    assert detail(store, id).posting is None
    assert detail(store, id).requirements == ()


def test_requirements_of_the_person_stay_alone(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker"))
    add_requirement(store, id, "Gets up early")
    keep_posting(store, id, read_text(TEXT))
    assert [item.requirement.text for item in detail(store, id).requirements] == ["Gets up early"]


def test_an_empty_posting_is_refused(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker"))
    with pytest.raises(Problem):
        keep_posting(store, id, read_text(" \n"))


def test_an_earlier_stage_changes_history_only(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker", on=date(2026, 11, 20)))
    interviewing = first_of_kind(store, StageKind.INTERVIEWING)
    timeline.add_past_stage(store, id, interviewing.id, date(2026, 11, 1), note=" far back ")
    first = detail(store, id).events[0]
    assert (first.stage, first.event.on, first.event.note) == (
        "Interviewing",
        date(2026, 11, 1),
        "far back",
    )
    assert detail(store, id).row.stage == "Saved"


def test_a_removed_move_leads_back_to_the_latest_of_the_others(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker", on=date(2026, 11, 1)))
    offer = first_of_kind(store, StageKind.OFFER)
    stages.move(store, [id], offer.id, on=date(2026, 11, 20))
    moved = detail(store, id).events[-1].id
    screening = first_of_kind(store, StageKind.SCREENING)
    timeline.add_past_stage(store, id, screening.id, date(2026, 11, 10))
    timeline.remove_event(store, moved)
    assert detail(store, id).row.stage_id == screening.id
