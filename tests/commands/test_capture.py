"""A posting becomes an application with everything that was found in it."""

from __future__ import annotations

import json

import pytest

from ats.commands.applications import add_application
from ats.commands.capture import add_posting, from_reading
from ats.commands.demo import add_sample_data
from ats.commands.sample_search import POSTING
from ats.domain.application import WorkMode
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.reading import kept, read_text
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications


def test_everything_found_is_kept(store: Store) -> None:
    reading = read_text(POSTING)
    id = add_application(store, from_reading(reading, source="Newsletter"))
    detail = application_detail(store, id)
    assert detail is not None
    assert detail.posting is not None
    assert detail.posting.text == POSTING
    assert json.loads(detail.posting.reading) == kept(reading)
    assert detail.row.source == "Newsletter"
    assert len(detail.requirements) == len(reading.items) > 0
    for item in detail.requirements:
        start, end = item.requirement.span_start, item.requirement.span_end
        assert start is not None
        assert POSTING[start:end].strip()


def test_what_the_person_gives_wins(store: Store) -> None:
    id = add_posting(
        store,
        POSTING,
        title="Analyst",
        company="Elsewhere",
        link="https://e.example",
        stage="applied",
    )
    (row,) = applications(store)
    assert (row.id, row.title, row.company, row.link) == (
        id, "Analyst", "Elsewhere", "https://e.example",
    )  # fmt: skip
    assert row.stage_kind is StageKind.APPLIED


def test_a_posting_without_title_and_company_is_refused(store: Store) -> None:
    with pytest.raises(Problem, match="names no title and no company"):
        add_posting(store, "We are kind and pay well.")
    with pytest.raises(Problem, match="no stage “Nowhere”"):
        add_posting(store, POSTING, stage="Nowhere")
    assert store.history() == []


def test_sample_data_is_one_step_and_goes_into_an_empty_store_only(store: Store) -> None:
    add_sample_data(store)
    rows = applications(store)
    assert len([row for row in rows if row.is_open]) == 13
    assert {row.stage_kind for row in rows} == set(StageKind)
    assert {row.work_mode for row in rows} >= set(WorkMode)
    assert any(row.due_on and row.due_on < store.today() for row in rows)
    assert any(row.due_on == store.today() for row in rows)
    assert [step.label for step in store.history()] == ["Add sample data"]
    with pytest.raises(Problem, match="empty store only"):
        add_sample_data(store)
    store.undo()
    assert applications(store) == []
    add_sample_data(store)
    assert len(applications(store)) == len(rows)
