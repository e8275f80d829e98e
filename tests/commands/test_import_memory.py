"""What was said about a file holds for the next one with the same headers."""

from __future__ import annotations

from datetime import date

import pytest

from ats.commands.import_memory import remembered_answers
from ats.commands.importing import import_plan, plan_import
from ats.domain.importing import ImportBatch
from ats.domain.problem import Problem
from ats.domain.saved_view import ApplicationFilter
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.plan import Answers
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.queries.imports import brought_by, import_batches
from ats.store.queries.records import records
from ats.store.queries.search import matching

ODD = "Wer,Was,Wann,Size\nAlpha,Welder,{},38\n"
SAID = Answers(
    mapping={"Wer": "company", "Was": "title", "Wann": "applied"}, date_order=DateOrder.MDY
)


def test_the_next_file_begins_with_what_was_said_last(store: Store) -> None:
    plan = plan_import(store, ODD.format("03/04/2026").encode(), "one.csv", SAID)
    import_plan(store, plan, answers=SAID)
    other = "WAS, Wer ,Size,Wann\nBaker,Beta,40,05/06/2026\n"
    plan = plan_import(store, other.encode(), "two.csv")
    assert [(row.title, row.company, row.applied_on) for row in plan.rows] == [
        ("Baker", "Beta", date(2026, 5, 6))
    ]
    assert plan.mapping["WAS"] == "title"
    plan = plan_import(
        store,
        other.encode(),
        "two.csv",
        Answers(date_order=DateOrder.DMY, mapping={"WAS": "title"}),
    )
    assert plan.rows[0].applied_on != date(2026, 5, 6), "a new answer goes before"
    with pytest.raises(Problem):
        plan_import(store, b"Wer,Was,Size\nAlpha,Welder,38\n", "other headers.csv")


def test_an_undone_import_is_forgotten(store: Store) -> None:
    import_plan(store, plan_import(store, ODD.format("").encode(), "a", SAID), answers=SAID)
    assert list(remembered_answers(store).values()) == [SAID]
    store.undo()
    assert remembered_answers(store) == {}
    store.redo()
    assert list(remembered_answers(store).values()) == [SAID]


def test_nothing_is_remembered_where_nothing_was_said(store: Store) -> None:
    import_plan(store, plan_import(store, b"Company,Role\nAlpha,Welder\n", "a"))
    assert remembered_answers(store) == {}


def test_an_import_is_found_and_its_values_are_searched(store: Store) -> None:
    text = b"Company,Role,Shoe size\nAlpha,Welder,forty-two\nBeta,Baker,\n"
    first = import_plan(store, plan_import(store, text, "one.csv"))
    second = import_plan(store, plan_import(store, b"Company,Role\nGamma,Nurse\n", "two.csv"))
    assert [batch.file_name for batch in import_batches(store)] == ["two.csv", "one.csv"]
    assert first.batch_id is not None
    assert second.batch_id is not None
    assert brought_by(store, [first.batch_id]) == set(first.ids)
    wanted = ApplicationFilter(imports=(first.batch_id,))
    assert {row.title for row in applications(store, wanted)} == {"Welder", "Baker"}
    wanted = ApplicationFilter(imports=(first.batch_id, second.batch_id), words="nurse")
    assert {row.title for row in applications(store, wanted)} == {"Nurse"}
    assert matching(store, "forty-two") == {first.ids[0]}
    (batch,) = records(store, ImportBatch)[:1]
    assert (batch.created, batch.updated, batch.rows) == (2, 0, 2)


@pytest.mark.parametrize(
    ("headers", "answers"),
    [
        ("5", '{"date_order": "dmy"}'),
        ('["Company", 5]', '{"date_order": "dmy"}'),
        ('["Company", "Role"]', "[]"),
        ('["Company", "Role"]', '{"mapping": {"Company": "horoscope"}}'),
        ('["Company", "Role"]', '{"mapping": {"Company": "title", "Role": "title"}}'),
        ('["Company", "Role"]', '{"mapping": {"Shoes": "title"}}'),
        ('["Company", "Role"]', '{"statuses": {"Sent": "horoscope"}}'),
    ],
)
def test_what_does_not_fit_any_more_is_passed_over(
    store: Store, headers: str, answers: str
) -> None:
    """It may come from an archive, or from a version with other fields."""
    with store.step("As an archive may have it") as rows:
        rows.add(
            ImportBatch(
                file_name="a.csv", sha256="0" * 64, imported_at=store.now(), rows=1, created=1,
                headers=headers, answers=answers,
            )
        )  # fmt: skip
    plan = plan_import(store, b"Company,Role\nAlpha,Welder\n", "b.csv")
    assert [(row.title, row.company) for row in plan.rows] == [("Welder", "Alpha")]
