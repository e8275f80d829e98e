"""Planned interviews arrive in a calendar at the right time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from ats.commands.applications import NewApplication, add_application
from ats.commands.exporting import Export, exported, prepare_export
from ats.commands.timeline import add_interview, edit_interview
from ats.domain.problem import Problem
from ats.domain.timeline import Event, InterviewResult
from ats.store import Store
from tests.exchange.searches import TEXTS, empty_store

FEWER = settings(max_examples=settings.default.max_examples // 2)
ZONES = ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"]


def interview(store: Store, title: str = "Welder", **details: object) -> int:
    id = add_application(store, NewApplication(title=title, company="Alpha"))
    return add_interview(store, id, **details)  # type: ignore[arg-type]


def entries(content: bytes) -> list[object]:
    return list(Calendar.from_ical(content).walk("VEVENT"))


@FEWER
@given(
    on=st.dates(date(2026, 11, 24), date(2037, 12, 31)),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.sampled_from(ZONES),
    minutes=st.integers(1, 600),
    title=TEXTS.filter(str.strip),
    place=TEXTS,
)
def test_a_zone_and_its_wall_clock_time_arrive(
    on: date, at: time, zone: str, minutes: int, title: str, place: str
) -> None:
    with empty_store() as store:
        event = interview(store, title, on=on, at=at, zone=zone)
        edit_interview(store, event, minutes=minutes, place=place)
        content = exported(store, ".ics")
        assert all(len(line) <= 75 for line in content.split(b"\r\n"))
        (entry,) = entries(content)
        start = entry["dtstart"].dt
        assert start.replace(tzinfo=None) == datetime.combine(on, at)
        expected = datetime.combine(on, at, ZoneInfo(zone))
        assert start.astimezone(UTC) == expected.astimezone(UTC)
        assert entry["duration"].dt == timedelta(minutes=minutes)
        assert str(entry.get("location", "")).split() == place.split()


def test_a_day_without_a_time_is_a_whole_day_and_a_time_without_a_zone_floats(store: Store) -> None:
    interview(store, on=date(2026, 12, 1))
    for day, zone in ((2, None), (3, "Mars/Phobos"), (4, "../etc"), (5, "Europe")):
        event = interview(store, on=date(2026, 12, day))
        with store.step("As an import may have it") as rows:
            rows.change(Event, event, at=time(9, 30), zone=zone)
    whole, floating, *unknown = entries(exported(store, ".ics"))
    assert [entry["dtstart"].dt for entry in unknown] == [
        datetime(2026, 12, 3, 9, 30),
        datetime(2026, 12, 4, 9, 30),
        datetime(2026, 12, 5, 9, 30),
    ]
    assert (whole["dtstart"].dt, whole["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 2))
    assert floating["dtstart"].dt == datetime(2026, 12, 2, 9, 30)


def test_the_last_day_there_is(store: Store) -> None:
    interview(store, on=date.max)
    (entry,) = entries(exported(store, ".ics"))
    assert entry["dtstart"].dt == date.max


def test_only_what_is_planned_and_the_same_name_each_time(store: Store) -> None:
    interview(store, "Past", on=date(2026, 11, 22))
    called_off = interview(store, "Called off", on=date(2026, 12, 2))
    edit_interview(store, called_off, result=InterviewResult.CANCELLED)
    event = interview(store, "Welder", on=date(2026, 12, 3))
    edit_interview(store, event, preparation="My secret weakness", people="Ann")
    (first,) = entries(exported(store, ".ics"))
    edit_interview(store, event, minutes=30)
    bare = prepare_export(store, Export(ending=".ics", notes=False)).content()
    (again,) = entries(bare)
    assert first["uid"] == again["uid"]
    assert first["summary"] == "Interview 1: Welder · Alpha"
    assert b"secret" not in bare
    assert len(entries(exported(store, ".ics", since=date(2026, 11, 1)))) == 3


def test_nothing_planned_is_said(store: Store) -> None:
    interview(store, "Past", on=date(2026, 11, 22))
    with pytest.raises(Problem, match="No interview is planned"):
        exported(store, ".ics")
