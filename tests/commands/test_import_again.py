"""The same file a second time, with what is missing added: nothing is missing any more."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.commands.importing import import_plan, plan_import
from ats.commands.stages import add_stage, remove_stage
from ats.domain.stage import DEFAULT_STAGES, StageKind
from ats.exchange.application_columns import COLUMNS, Move, history_cell
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.queries.stages import stages
from tests.commands.test_import_history import applied, history, move, own, stage, update
from tests.commands.test_undo_of_everything import dump
from tests.exchange.searches import empty_store

HEADERS = (
    "Company", "Role", "Status", "Date applied", "Phone screen", "Interview date", "Offer date",
    "Rejected date",
)  # fmt: skip
# None of them may be taken for another.
ROLES = (("Alpha", "Welder"), ("Beta", "Baker"), ("Gamma", "Nurse"))
DAYS = st.dates(date(2026, 11, 1), date(2026, 11, 9))
DAY_CELLS = st.one_of(st.just(""), DAYS.map(str))
STATUSES = (
    "", "Saved", "Applied", "Phone", "Phone screen", "Interview", "Offer", "Rejected",
    "Rejected on 2026-11-05", "Accepted", "Closed",
)  # fmt: skip
ROWS = st.fixed_dictionaries(
    {"Status": st.sampled_from(STATUSES), **dict.fromkeys(HEADERS[3:], DAY_CELLS)}
)
FOREIGN = st.lists(ROWS, min_size=1, max_size=3)

# Our own table tells an application from another of its name by the day of applying.
NAMES = ("Saved", "Screening", "Phone", "Chat", "Offer", "Closed")
KINDS = st.sampled_from([kind for kind in StageKind if kind is not StageKind.APPLIED])
SENT = Move(stage="Applied", kind=StageKind.APPLIED, on=date(2026, 11, 4))


@st.composite
def own_rows(draw: st.DrawFn) -> list[tuple[Move, list[Move]]]:
    """Where each role stands, and its history. A name has one kind in all of a file, and
    a name that every store begins with has the kind it has there."""
    kinds = {name: draw(KINDS) for name in NAMES} | dict(DEFAULT_STAGES)
    moves = st.builds(
        lambda name, on: Move(stage=name, kind=kinds[name], on=on), st.sampled_from(NAMES), DAYS
    )
    histories = st.lists(moves, max_size=4).map(lambda moves: [*moves, SENT])
    return draw(st.lists(st.tuples(moves, histories), min_size=1, max_size=3))


PAIRS = st.one_of(st.tuples(FOREIGN, FOREIGN), st.tuples(own_rows(), own_rows()))


def table(rows: list[Any]) -> bytes:
    """A file with a row for each role: a spreadsheet, or our own table."""
    named = [
        {"Company": company, "Role": role, **row}
        if isinstance(row, dict)
        else own_cells(company, role, *row)
        for (company, role), row in zip(ROLES, rows, strict=False)
    ]
    headers = HEADERS if isinstance(rows[0], dict) else COLUMNS
    lines = [headers, *([row.get(header, "") for header in headers] for row in named)]
    return "\n".join(",".join(line) for line in lines).encode()


def own_cells(company: str, title: str, stands: Move, moves: list[Move]) -> dict[str, str]:
    told = history_cell(sorted(moves, key=lambda move: move.on or date.max))
    stage = {"Stage": stands.stage, "Stage kind": str(stands.kind)}
    return {"Company": company, "Title": title, **stage, "History": told}


def nothing_is_added(store: Store, content: bytes | str) -> None:
    before = dump(store)
    result = update(store, content)
    assert (result.created, result.updated, result.moved_on) == (0, 0, 0)
    assert dump(store) == before


@given(PAIRS, st.one_of(st.none(), KINDS), st.sets(st.integers(0, 6), max_size=4))
def test_an_import_repeated_adds_nothing(
    files: tuple[list[Any], list[Any]], phone: StageKind | None, removed: set[int]
) -> None:
    first, second = files
    with empty_store() as store:
        if phone is not None:
            add_stage(store, "Phone", phone)
        import_plan(store, plan_import(store, table(first), "first.csv"))
        there = stages(store)
        left = [each for at, each in enumerate(there) if at not in removed]
        for each in there:
            if each not in left:
                remove_stage(store, each.id, move_to=left[0].id)
        update(store, table(second))
        nothing_is_added(store, table(second))


def test_the_day_of_where_it_stands_comes_before_where_it_goes(store: Store) -> None:
    import_plan(store, plan_import(store, b"Title,Company,Status\nBaker,Acme,Applied\n", "a.csv"))
    text = (
        "Title,Company,Status,Date applied\n"
        "Baker,Acme,Rejected on 2026-05-01,2026-04-13\n"
    )  # fmt: skip
    result = update(store, text)
    assert (result.updated, result.moved_on) == (1, 1)
    (row,) = applications(store)
    assert history(store, row.id) == [("04-13", "Applied"), ("05-01", "Closed")]
    assert (row.stage, row.outcome) == ("Closed", "rejected")
    nothing_is_added(store, text)


def test_the_last_move_may_share_its_day_with_the_one_before(store: Store) -> None:
    applied(store)
    text = own(
        "Offer", "2026-11-02 Applied; 2026-11-09 Interviewing; 2026-11-09 Offer", "offer"
    )  # fmt: skip
    assert update(store, text).moved_on == 1
    assert applications(store)[0].stage == "Offer"
    nothing_is_added(store, text)


@pytest.mark.parametrize("removed", [False, True])
def test_a_stage_counts_with_the_kind_it_has_here(store: Store, removed: bool) -> None:
    phone = add_stage(store, "Phone", StageKind.SCREENING)
    id = applied(store)
    if removed:
        remove_stage(store, phone)
    moves = "2026-11-02 Applied; 2026-11-05 Phone [interviewing]; 2026-11-09 Offer"
    text = own("Offer", moves, "offer")
    assert update(store, text).updated == 1
    assert history(store, id).count(("11-05", "Phone")) == 1
    nothing_is_added(store, text)


def test_a_removed_stage_and_one_in_use_may_share_a_name(store: Store) -> None:
    phone = add_stage(store, "Phone", StageKind.APPLIED)
    id = applied(store)
    move(store, [id], phone, on=date(2026, 11, 5))
    move(store, [id], stage(store, StageKind.OFFER), on=date(2026, 11, 9))
    remove_stage(store, phone)
    add_stage(store, "Phone", StageKind.INTERVIEWING)
    moves = "2026-11-02 Applied; 2026-11-05 Phone [applied]; 2026-11-09 Offer"
    nothing_is_added(store, own("Offer", moves, "offer"))


def test_history_names_a_removed_stage_where_no_other_is_of_its_kind(store: Store) -> None:
    id = applied(store)
    remove_stage(store, stage(store, StageKind.INTERVIEWING))
    text = (
        "Company,Role,Status,Date applied,Interview date,Offer date\n"
        "Alpha,Welder,Offer,2026-11-02,2026-11-05,2026-11-09\n"
    )
    assert update(store, text).updated == 1
    assert ("11-05", "Interviewing") in history(store, id)
    nothing_is_added(store, text)


def test_an_application_stays_where_the_stage_it_would_go_to_was_removed(store: Store) -> None:
    id = applied(store)
    remove_stage(store, stage(store, StageKind.INTERVIEWING))
    text = (
        "Company,Role,Status,Date applied,Interview date\n"
        "Alpha,Welder,Interview,2026-11-02,2026-11-05\n"
    )
    result = update(store, text)
    assert (result.updated, result.moved_on) == (1, 0)
    assert applications(store)[0].stage == "Applied"
    assert ("11-05", "Interviewing") in history(store, id)
    nothing_is_added(store, text)
