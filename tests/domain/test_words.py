"""How records read on screen."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from ats.domain import words
from ats.domain.application import Application, EmploymentType, WorkMode
from ats.domain.document import DocumentKind
from ats.domain.money import Pay, PayPeriod
from ats.domain.offer import ComponentKind, OfferVersion
from ats.domain.posting import Coverage, RequirementKind, RequirementStatus
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import EventKind, InterviewKind, InterviewResult

TODAY = date(2026, 11, 23)  # a Monday

YEAR, HOUR, MONTH = PayPeriod.YEAR, PayPeriod.HOUR, PayPeriod.MONTH


@pytest.mark.parametrize(
    ("pay", "short", "long"),
    [
        (Pay.of(117_500, 132_200, "USD", YEAR), "$118–132k", "$117,500–132,200 a year"),
        (Pay.of(104_000, 104_000, "EUR", YEAR), "€104,000", "€104,000 a year"),
        (Pay.of(125_000, 140_000, "CAD", YEAR), "C$125–140k", "C$125,000–140,000 a year"),
        (Pay.of(45, 60, "USD", HOUR), "$45–60/h", "$45–60 an hour"),
        (Pay.of("45.5", 60, "USD", HOUR), "$45.50–60/h", "$45.50–60 an hour"),
        (Pay.of(4_000, 5_500, "CHF", MONTH), "CHF 4,000–5,500/month", "CHF 4,000–5,500 a month"),
        (Pay.of(80_000, None, "GBP", YEAR), "from £80,000", "from £80,000 a year"),
        (Pay.of(None, 90_000, "GBP", YEAR), "up to £90,000", "up to £90,000 a year"),
        (Pay.of(80_000, 90_000, None, None), "80–90k", "80,000–90,000"),
        (Pay.of(6_000_000, 8_000_000, "JPY", YEAR), "¥6,000–8,000k", "¥6,000,000–8,000,000 a year"),
        (Pay(None, None, "USD", YEAR), "", ""),
    ],
)
def test_pay(pay: Pay, short: str, long: str) -> None:
    assert words.pay_short(pay) == short
    assert words.pay_long(pay) == long


@pytest.mark.parametrize(
    ("on", "at", "text"),
    [
        (date(2026, 11, 21), None, "2 days late"),
        (date(2026, 11, 22), time(9), "1 day late"),
        (TODAY, None, "Today"),
        (TODAY, time(15, 30), "Today 15:30"),
        (date(2026, 11, 24), None, "Tomorrow"),
        (date(2026, 11, 27), None, "Fri"),
        (date(2026, 11, 26), time(10), "Thu 10:00"),
        (date(2026, 11, 30), None, "30 Nov"),
        (date(2027, 1, 4), None, "4 Jan 2027"),
    ],
)
def test_due(on: date, at: time | None, text: str) -> None:
    assert words.due(on, TODAY, at) == text


@pytest.mark.parametrize(
    ("until", "text"),
    [
        (date(2026, 11, 30), "7 days left"),
        (date(2026, 11, 24), "1 day left"),
        (TODAY, "Last day"),
        (date(2026, 12, 30), "Until 30 Dec"),
        (date(2026, 11, 20), "3 days ago"),
    ],
)
def test_left(until: date, text: str) -> None:
    assert words.left(until, TODAY) == text


@pytest.mark.parametrize(
    ("on", "text"),
    [
        (TODAY, "Today"),
        (date(2026, 11, 22), "Yesterday"),
        (date(2026, 11, 13), "10 days ago"),
        (date(2026, 11, 4), "4 Nov"),
        (date(2025, 11, 4), "4 Nov 2025"),
        (date(2026, 11, 24), "Tomorrow"),
    ],
)
def test_ago(on: date, text: str) -> None:
    assert words.ago(on, TODAY) == text


def test_dates_with_weekday_and_time() -> None:
    assert words.day_long(date(2026, 11, 26), TODAY, time(10)) == "Thu 26 Nov, 10:00"
    assert words.day_long(date(2027, 1, 4), TODAY) == "Mon 4 Jan 2027"


def test_midnight_is_a_time() -> None:
    assert words.due(TODAY, TODAY, time(0)) == "Today 00:00"


def test_coverage() -> None:
    assert words.covered(Coverage(5, 2, 2, 1)) == "7/10"
    assert words.covered(Coverage(to_assess=8)) == ""
    assert words.statuses(Coverage(4, 1, 2, 1)) == "4 strong, 1 partial, 2 gaps, 1 to assess"
    assert words.statuses(Coverage(gap=1)) == "1 gap"
    assert words.statuses(Coverage()) == ""


@pytest.mark.parametrize(
    ("locations", "mode", "text"),
    [
        (("Remote (US)",), WorkMode.REMOTE, "Remote (US)"),
        (("Leeds",), WorkMode.HYBRID, "Leeds · Hybrid"),
        ((), WorkMode.REMOTE, "Remote"),
        (("Berlin", "Paris"), None, "Berlin · Paris"),
        ((), None, ""),
    ],
)
def test_place(locations: tuple[str, ...], mode: WorkMode | None, text: str) -> None:
    application = Application(
        title="Engineer",
        stage_id=1,
        locations=locations,
        work_mode=mode,
        created_at=datetime(2026, 11, 1, tzinfo=UTC),
    )
    assert words.place(application) == text


def test_counted() -> None:
    assert words.counted(1, "gap") == "1 gap"
    assert words.counted(1200, "gap") == "1,200 gaps"
    assert words.counted(2, "reply", "replies") == "2 replies"


def test_every_kind_has_a_name() -> None:
    for kinds, name in (
        (StageKind, words.stage_kind_name),
        (Outcome, words.outcome_name),
        (RequirementKind, words.requirement_kind_name),
        (RequirementStatus, words.status_name),
        (WorkMode, words.work_mode_name),
        (EmploymentType, words.employment_name),
        (InterviewKind, words.interview_kind_name),
        (InterviewResult, words.interview_result_name),
        (EventKind, words.event_kind_name),
        (ComponentKind, words.component_name),
        (OfferVersion, words.offer_version_name),
        (DocumentKind, words.document_kind_name),
        (PayPeriod, words.period_name),
    ):
        names = [name(kind) for kind in kinds]  # type: ignore[operator]
        assert all(names)
        assert len(set(names)) == len(names)
