"""Events in a history cell that a person, or another program, has changed."""

from __future__ import annotations

from datetime import date, time

import pytest

from ats.commands.importing import import_plan, plan_import
from ats.domain.timeline import Event, EventKind, wall_clock
from ats.exchange.application_columns import COLUMNS, history_of
from ats.gui.application.timeline_rows import time_and_zone
from ats.store import Store


@pytest.mark.parametrize(
    "fields",
    [
        "round: 99999999999999999999",
        "minutes: 99999999999999999999",
        "time: 14:00+02:00",
        "time: 14:00Z",
        "how: telepathy",
    ],
)
def test_what_no_store_can_hold_is_named_and_kept(store: Store, fields: str) -> None:
    cell = f"2026-11-02 Applied; 2026-11-20 {{interview | {fields}}}"
    assert history_of(cell) is None
    values = {"Title": "Welder", "Company": "Alpha", "Stage": "Applied", "History": cell}
    row = ",".join(f'"{values.get(header, "")}"' for header in COLUMNS)
    plan = plan_import(store, f"{','.join(COLUMNS)}\n{row}\n".encode(), "own.csv")
    assert [(problem.column, problem.value) for problem in plan.problems] == [("History", cell)]
    assert plan.rows[0].imported == (("History", cell),)
    assert import_plan(store, plan).created == 1


def test_a_time_has_no_offset() -> None:
    assert wall_clock("09:30") == time(9, 30)
    with pytest.raises(ValueError, match="\\+01"):
        wall_clock("09:30+01:00")


@pytest.mark.parametrize("zone", ["Europe", "Mars/Phobos", "../etc", "x" * 5000])
def test_a_zone_that_is_none_is_shown_as_it_stands(store: Store, zone: str) -> None:
    event = Event(
        application_id=1, kind=EventKind.NOTE, on=date(2026, 11, 20), at=time(9, 30), zone=zone,
        recorded_at=store.now(),
    )  # fmt: skip
    assert time_and_zone(event).endswith(zone)
