"""What is exported as CSV and imported into an empty store is the same search."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from ats.commands.applications import NewApplication, add_application
from ats.commands.exporting import exported
from ats.commands.importing import import_plan, plan_import
from ats.domain.importing import ImportedValue
from ats.domain.money import Pay
from ats.store import Store
from ats.store.queries.records import records
from tests.exchange.searches import SEARCHES, empty_store, fill, told

# An example opens two stores, so a quarter of the usual number is tried.
FEWER = settings(max_examples=settings.default.max_examples // 4)


@FEWER
@given(SEARCHES)
def test_csv_out_and_in_changes_nothing(search: list[dict[str, Any]]) -> None:
    with empty_store() as store, empty_store() as other:
        fill(store, search)
        content = exported(store, ".csv")
        before = told(store)
        if not before:
            return
        plan = plan_import(other, content, "export.csv")
        assert plan.own
        assert plan.problems == ()
        assert import_plan(other, plan).created == len(before)
        assert told(other) == before
        assert exported(other, ".csv") == content


@FEWER
@given(SEARCHES)
def test_importing_the_own_export_again_creates_nothing(search: list[dict[str, Any]]) -> None:
    with empty_store() as store:
        fill(store, search)
        before, steps = told(store), len(store.history())
        if not before:
            return
        plan = plan_import(store, exported(store, ".csv"), "export.csv")
        result = import_plan(store, plan)
        assert (result.created, result.duplicates) == (0, len(before))
        assert told(store) == before
        assert len(store.history()) == steps


def test_what_a_person_changed_in_the_spreadsheet_counts(store: Store) -> None:
    fill(store, [])
    text = (
        "Title,Company,Stage,Applied,History,Pay min,Locations\r\n"
        "Welder,Alpha,Interviewing,2026-11-05,2026-11-01 Saved; 2026-11-04 Applied,40000,Oslo\r\n"
    )
    import_plan(store, plan_import(store, text.encode(), "changed.csv"))
    (welder,) = told(store)
    assert welder["stage"] == "Interviewing"
    assert welder["applied"] == "2026-11-05"
    assert welder["salary"]["min"] == 40000


def test_amounts_beyond_measure_are_kept_as_text(store: Store) -> None:
    add_application(store, NewApplication(title="Welder", pay=Pay.of(1234, None, "EUR", None)))
    content = exported(store, ".csv").replace(b",1234,", b"," + b"9" * 40 + b",")
    plan = plan_import(store, content.replace(b"Welder", b"Baker"), "export.csv")
    import_plan(store, plan)
    assert [(item.column, item.reason) for item in plan.problems] == [
        ("Pay min", "It isn’t an amount.")
    ]
    (imported,) = records(store, ImportedValue)
    assert (imported.header, imported.value) == ("Pay min", "9" * 40)
