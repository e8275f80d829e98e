"""A row that repeats an application fills what is empty there, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ats.commands.applications import (
    NewApplication,
    add_application,
    edit_application,
    empty_trash,
    trash,
)
from ats.commands.importing import ImportResult, expected_result, import_plan, plan_import
from ats.commands.stages import move
from ats.domain.importing import Handling, ImportBatch
from ats.domain.money import Pay, PayPeriod
from ats.domain.stage import StageKind
from ats.exchange.exports.json_out import shown_json
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.records import records
from ats.store.queries.stages import stages
from tests.commands.test_undo_of_everything import dump
from tests.exchange.searches import empty_store

FULL = b"""\
Company,Role,Status,Date applied,Link,Location,Salary,Tags,Contact person,Notes,Description,Size
Alpha,Welder,Interview,2026-11-02,https://a.example/1,Oslo,40000,red; blue,Ann,Call Ann,Wanted,4
"""


def told(store: Store, id: int) -> dict[str, Any]:
    detail = application_detail(store, id)
    assert detail is not None
    return shown_json(detail)


def update(store: Store, text: bytes, name: str = "more.csv") -> ImportResult:
    plan = plan_import(store, text, name)
    expected = expected_result(store, plan, otherwise=Handling.UPDATE)
    result = import_plan(store, plan, otherwise=Handling.UPDATE)
    for number in ("rows", "created", "updated", "duplicates", "moved_on"):
        assert getattr(result, number) == getattr(expected, number)
    assert result.rows == result.created + result.updated + result.duplicates + len(plan.ignored)
    return result


def test_what_is_empty_is_filled(store: Store) -> None:
    id = add_application(store, NewApplication(title="Welder", company="Alpha"))
    before = dump(store)
    result = update(store, FULL)
    assert (result.created, result.updated, result.duplicates) == (0, 1, 0)
    welder = told(store, id)
    assert welder["stage"] == "Saved", "where it is, only the person says"
    assert welder["applied"] == "2026-11-02"
    assert welder["salary"]["min"] == 40000
    assert (welder["link"], welder["locations"]) == ("https://a.example/1", ["Oslo"])
    assert (welder["tags"], welder["notes"]) == (["blue", "red"], "Call Ann")
    assert [person["name"] for person in welder["contacts"]] == ["Ann"]
    assert welder["posting"]["text"] == "Wanted"
    assert welder["imported"]["Size"] == "4"
    (batch,) = records(store, ImportBatch)
    assert (batch.created, batch.updated) == (0, 1)
    store.undo()
    assert dump(store) == before


def test_a_second_time_there_is_nothing_to_add(store: Store) -> None:
    add_application(store, NewApplication(title="Welder", company="Alpha"))
    update(store, FULL)
    steps, before = len(store.history()), dump(store)
    result = update(store, FULL)
    assert (result.updated, result.duplicates, result.batch_id) == (0, 1, None)
    assert dump(store) == before
    assert len(store.history()) == steps


def test_what_is_there_stays(store: Store) -> None:
    id = add_application(
        store,
        NewApplication(
            title="Welder",
            company="Alpha",
            locations=("Bergen",),
            pay=Pay.of(50_000, None, "NOK", PayPeriod.YEAR),
            tags=("Red",),
            notes="Mine",
            posting_text="Kept",
            on=date(2026, 11, 4),
        ),
    )
    applied = next(stage.id for stage in stages(store) if stage.kind is StageKind.APPLIED)
    move(store, [id], applied, on=date(2026, 11, 5))
    update(store, FULL)
    welder = told(store, id)
    assert (welder["locations"], welder["salary"]["currency"]) == (["Bergen"], "NOK")
    assert (welder["notes"], welder["posting"]["text"]) == ("Mine", "Kept")
    assert (welder["stage"], welder["applied"]) == ("Applied", "2026-11-05")
    assert sorted(welder["tags"]) == ["Red", "blue"]
    moves = [(event["stage"], event["on"]) for event in welder["events"]]
    assert ("Interviewing", "2026-11-02") in moves, "a step that was missing is added"


def test_the_end_of_an_application_that_goes_on_is_not_added(store: Store) -> None:
    id = add_application(store, NewApplication(title="Welder", company="Alpha"))
    text = b"Company,Role,Status,Date applied\nAlpha,Welder,Rejected,2026-11-02\n"
    update(store, text)
    welder = told(store, id)
    assert (welder["stage"], welder["outcome"]) == ("Saved", None)
    assert {event["stage_kind"] for event in welder["events"]} == {"saved", "applied"}
    assert welder["imported"]["Status"] == "Rejected", "what the file says is kept"


def test_rows_of_one_file_add_to_the_first(store: Store) -> None:
    text = b"""\
Company,Role,Date applied,Notes,City,Size
Alpha,Welder,2026-11-02,,,
Alpha,Welder,2026-11-02,Call Ann,,
Alpha,Welder,2026-11-02,Ignored,Oslo,4
Alpha,Welder,2026-11-02,Ignored,Oslo,5
"""
    result = update(store, text)
    assert (result.created, result.updated, result.duplicates) == (1, 2, 1)
    welder = told(store, result.ids[0])
    assert (welder["notes"], welder["locations"]) == ("Call Ann", ["Oslo"])
    assert welder["imported"] == {"Size": "4"}
    store.undo()
    assert applications(store) == []


@pytest.mark.parametrize("handling", [None, Handling.SKIP, Handling.UPDATE])
@pytest.mark.parametrize("trashed", [False, True])
def test_a_row_is_created_where_its_application_was_removed_meanwhile(
    store: Store, handling: Handling | None, trashed: bool
) -> None:
    id = import_plan(store, plan_import(store, FULL, "x.csv")).ids[0]
    add_application(store, NewApplication(title="Baker", company="Beta", on=date(2026, 11, 2)))
    text = FULL + b"Beta,Baker,Saved,,,,,,,,,\nAlpha,Welder,,2026-11-02,,,,,,,,\n"
    plan = plan_import(store, text, "x.csv")
    assert plan.matches[2].application_id == id
    trash(store, [id])
    if not trashed:
        empty_trash(store)
    before = dump(store)
    expected = expected_result(store, plan, {3: Handling.SKIP}, handling)
    assert dump(store) == before
    result = import_plan(store, plan, {3: Handling.SKIP}, handling)
    assert (result.created, result.updated, result.duplicates) == (
        expected.created, expected.updated, expected.duplicates,
    )  # fmt: skip
    assert (result.created, result.rows) == (1, 3), "the third row repeats the first"
    assert sorted(row.title for row in applications(store)) == ["Baker", "Welder"]


@pytest.mark.parametrize("otherwise", [None, Handling.SKIP, Handling.UPDATE])
def test_a_row_created_on_purpose_stands_for_the_application_that_was_removed(
    store: Store, otherwise: Handling | None
) -> None:
    id = import_plan(store, plan_import(store, FULL, "x.csv")).ids[0]
    text = FULL + b"Alpha,Welder,,2026-11-02,,,,,,,,5\nBeta,Baker,,,,,,,,,,\n"
    text = text.replace(b",Wanted,4", b",Wanted,")
    plan = plan_import(store, text, "x.csv")
    assert [plan.matches[row].application_id for row in (2, 3)] == [id, id]
    trash(store, [id])
    expected = expected_result(store, plan, {2: Handling.CREATE}, otherwise)
    result = import_plan(store, plan, {2: Handling.CREATE}, otherwise)
    assert sorted(row.title for row in applications(store)) == ["Baker", "Welder"]
    added = otherwise is Handling.UPDATE
    assert (result.created, result.updated, result.duplicates) == (2, added, not added)
    assert (expected.created, expected.updated, expected.duplicates) == (2, added, not added)
    assert told(store, result.ids[0])["imported"].get("Size") == ("5" if added else None)


@pytest.mark.parametrize("handling", list(Handling))
def test_each_row_has_its_own_say(store: Store, handling: Handling) -> None:
    add_application(store, NewApplication(title="Welder", company="Alpha"))
    add_application(store, NewApplication(title="Baker", company="Beta"))
    text = b"Company,Role,Notes\nAlpha,Welder,one\nBeta,Baker,two\n"
    plan = plan_import(store, text, "x.csv")
    result = import_plan(store, plan, {2: handling}, otherwise=Handling.SKIP)
    numbers = (result.created, result.updated, result.duplicates)
    assert numbers == {
        Handling.SKIP: (0, 0, 2), Handling.UPDATE: (0, 1, 1), Handling.CREATE: (1, 0, 1),
    }[handling]  # fmt: skip


HEADERS = (
    "Company", "Role", "Status", "Date applied", "Link", "Location", "Salary", "Tags",
    "Contact person", "Notes", "Description", "Next step", "Size", "Interview date",
)  # fmt: skip
TITLES = st.sampled_from(["", "Welder", "Baker", "Baker (m/w/d)"])
COMPANIES = st.sampled_from(["", "Alpha", "alpha", "Beta"])
CELLS = st.fixed_dictionaries(
    {
        "Company": COMPANIES,
        "Role": TITLES,
        "Status": st.sampled_from(["", "Applied", "Interview", "Rejected", "Offer"]),
        "Date applied": st.sampled_from(["", "2026-11-02", "2026-11-03", "2025-01-02"]),
        "Link": st.sampled_from(["", "https://a.example/1", "https://a.example/2"]),
        "Location": st.sampled_from(["", "Oslo", "Leeds"]),
        "Salary": st.sampled_from(["", "40000", "50000 EUR a year", "lots"]),
        "Tags": st.sampled_from(["", "red", "RED; blue"]),
        "Contact person": st.sampled_from(["", "Ann", "ann"]),
        "Notes": st.sampled_from(["", "one", "two"]),
        "Description": st.sampled_from(["", "Wanted"]),
        "Next step": st.sampled_from(["", "Call"]),
        "Size": st.sampled_from(["", "4", "5"]),
        "Interview date": st.sampled_from(["", "2026-11-02", "2026-11-10", "2026-11-12"]),
    }
)
FILES = st.lists(CELLS, max_size=5)
HANDLINGS = st.one_of(st.none(), st.sampled_from(Handling))


def sheet(rows: list[dict[str, str]]) -> bytes:
    # One row that is certainly an application, so that no file holds none.
    first = {**dict.fromkeys(HEADERS, ""), "Company": "Zeta", "Role": "Nurse"}
    return "\n".join(
        [
            ",".join(HEADERS),
            *(",".join(row[name] for name in HEADERS) for row in (first, *rows)),
            "",
        ]
    ).encode()


_EMPTY = (None, "", "[]", 0)


def kept(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> None:
    """Every row is still there, and every cell that held something holds the same; but where an
    application stands may be told by a later move than all that it had."""
    for table, rows in before.items():
        now = {row[0]: row for row in after[table]}
        for row in rows:
            same = range(len(row))
            if table == "application" and row[3] != now[row[0]][3]:
                last, known = (moves_of(row[0], tables) for tables in (after, before))
                assert last[-1][0] > known[-1][0]
                assert last[-1][1:] == now[row[0]][3:5]
                same = [*range(3), *range(6, len(row))]
            for at in same:
                assert row[at] == now[row[0]][at] or row[at] in _EMPTY, (table, row, now[row[0]])


def moves_of(id: int, tables: dict[str, list[Any]]) -> list[tuple[Any, ...]]:
    """(day, stage, outcome) of each move of an application, oldest first."""
    return sorted((row[3], *row[6:8]) for row in tables["event"] if row[1] == id and row[6])


APPLIED = {**dict.fromkeys(HEADERS, ""), "Company": "Alpha", "Role": "Welder"} | {
    "Status": "Applied", "Date applied": "2026-11-02",
}  # fmt: skip


@example([APPLIED], [APPLIED | {"Interview date": "2026-11-10", "Status": "Interview"}],
         Handling.UPDATE, {}, False)  # fmt: skip
@given(
    FILES, FILES, HANDLINGS, st.dictionaries(st.integers(2, 7), st.sampled_from(Handling)),
    st.booleans(),
)  # fmt: skip
def test_a_dry_run_tells_the_run_and_an_update_changes_nothing_that_is_there(
    first: list[dict[str, str]],
    second: list[dict[str, str]],
    otherwise: Handling | None,
    single: dict[int, Handling],
    edited: bool,
) -> None:
    with empty_store() as store:
        ids = import_plan(store, plan_import(store, sheet(first), "first.csv")).ids
        if edited:
            edit_application(store, ids[0], title="Night nurse", link="")
        before, steps = dump(store), len(store.history())
        plan = plan_import(store, sheet(second), "second.csv")
        expected = expected_result(store, plan, single, otherwise)
        assert dump(store) == before, "a dry run writes nothing"
        result = import_plan(store, plan, single, otherwise)
        numbers = [
            (each.rows, each.created, each.updated, each.duplicates) for each in (expected, result)
        ]
        assert numbers[0] == numbers[1]
        assert result.rows == sum(numbers[1][1:]) + len(plan.ignored)
        assert expected.moved_on == result.moved_on <= result.updated
        assert len(applications(store)) == len(ids) + result.created == len(ids) + len(result.ids)
        after = dump(store)
        kept(before, after)
        if result.batch_id is None:
            assert after == before
            assert len(store.history()) == steps
            return
        store.undo()
        assert dump(store) == before
        store.redo()
        assert dump(store) == after
        store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
