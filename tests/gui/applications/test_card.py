"""A card: what it says, how high it is, and that nothing on it overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ats.domain.application import WorkMode
from ats.domain.money import PayPeriod
from ats.domain.overview import ApplicationRow
from ats.domain.stage import Outcome, StageKind
from ats.gui.applications import card_text
from ats.gui.applications.card import CardPainter, CardState
from ats.gui.controls.glyphs import ticks_width
from ats.gui.theme import Scheme, TextStyle, Theme, theme

TODAY = date(2026, 11, 23)
NARROWEST = 192

ROW = ApplicationRow(
    id=1, title="Backend Engineer", company_id=1, company="Confluent", stage_id=2,
    stage="Interviewing", stage_kind=StageKind.INTERVIEWING, stage_position=3,
    stage_since=TODAY, outcome=None, position=0, locations=("Remote (US)",),
    work_mode=WorkMode.REMOTE, employment_type=None, pay_least=11_750_000,
    pay_most=13_220_000, pay_currency="USD", pay_period=PayPeriod.YEAR, bonus=False,
    equity=False, deadline=None, posted_on=None, reference="", link="", source="",
    excitement=None, created_at=datetime(2026, 11, 1, tzinfo=UTC), trashed_at=None,
    applied_on=None, tags=(), strong=5, partial=2, gap=3, to_assess=0,
    next_action="System design interview", next_action_on=TODAY + timedelta(3),
)  # fmt: skip


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    yield Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)


@pytest.mark.parametrize(
    ("changed", "text", "tone", "icon"),
    [
        ({"next_action_on": TODAY - timedelta(2)}, "2 days late", "danger", "triangle-alert"),
        ({"next_action_on": TODAY}, "Today", "warn", "clock"),
        ({"next_action_on": TODAY + timedelta(3)}, "Thu", "text2", "calendar"),
        ({"next_action_on": None}, "", "text2", "calendar"),
        (
            {"stage_kind": StageKind.OFFER, "next_action_on": TODAY + timedelta(7)},
            "7 days left",
            "warn",
            "clock",
        ),
        (
            {
                "stage_kind": StageKind.SAVED,
                "next_action": None,
                "deadline": TODAY + timedelta(7),
            },
            "7 days",
            "text2",
            "calendar",
        ),
    ],
)
def test_when_it_is_due(changed: dict[str, object], text: str, tone: str, icon: str) -> None:
    due = card_text.due(replace(ROW, **changed), TODAY)  # type: ignore[arg-type]

    assert (due.text, due.tone, due.icon) == (text, tone, icon)
    assert due.strong == (tone != "text2")


def test_a_deadline_stands_where_nothing_is_planned() -> None:
    saved = replace(ROW, stage_kind=StageKind.SAVED, next_action=None, next_action_on=None)

    coming = replace(saved, deadline=TODAY + timedelta(7))
    assert card_text.foot(coming, TODAY) == "Closes 30 Nov"
    passed = replace(saved, deadline=TODAY - timedelta(1))
    assert card_text.foot(passed, TODAY) == "Deadline 22 Nov"


def test_a_closed_card_names_its_outcome() -> None:
    closed = replace(ROW, stage_kind=StageKind.CLOSED, stage="Closed", outcome=Outcome.NO_RESPONSE)

    assert card_text.foot(closed, TODAY) == "No response"
    assert card_text.spoken(closed, TODAY).startswith(
        "Backend Engineer, Confluent, Closed: No response"
    )


def test_it_is_spoken_whole() -> None:
    assert card_text.spoken(ROW, TODAY) == (
        "Backend Engineer, Confluent, Interviewing, 7 of 10 covered, System design interview, "
        "due Thu"
    )
    assert card_text.described(ROW) == "Remote (US), $117,500–132,200 a year"


TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=80)


@given(
    TITLES,
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, 10**10),
    st.sampled_from(["", "Call", "A very long thing to do next"]),
    st.integers(-400, 400),
    st.sampled_from([1.0, 1.5, 2.0]),
)
def test_nothing_overlaps_on_the_narrowest_card(
    title: str, strong: int, gap: int, pay: int, action: str, days: int, scale: float
) -> None:
    theme().set_text_scale(scale)
    grow = theme().metrics.icon / 16
    width = round(NARROWEST * grow)
    row = replace(
        ROW, title=title, strong=strong, partial=0, gap=gap, pay_least=pay, pay_most=pay,
        next_action=action or None, next_action_on=TODAY + timedelta(days),
    )  # fmt: skip
    painter = CardPainter(lambda: TODAY)

    fit = painter.fit(row, width)

    inner = width - 20
    small = QFontMetrics(theme().font(TextStyle.CAPTION_STRONG, figures=True))
    assert len(fit.title) <= 2
    assert 16 + small.horizontalAdvance(fit.foot) * 0.9 + fit.due_width <= inner
    ticks = ticks_width(row.coverage) * fit.ticks if row.coverage.assessed else 16
    room = inner - small.horizontalAdvance(fit.pay) * 0.9
    if fit.coverage and fit.ticks:
        assert ticks + small.horizontalAdvance(fit.coverage) * 0.9 <= room


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("title", ["Baker", "Senior Software Engineer, Payments and Billing"])
def test_a_card_is_as_high_as_what_is_painted(scale: float, title: str) -> None:
    theme().set_text_scale(scale)
    painter = CardPainter(lambda: TODAY)
    row = replace(ROW, title=title)
    height = painter.height(row, NARROWEST)
    picture = QImage(NARROWEST, height + 40, QImage.Format.Format_ARGB32)
    picture.fill(0)
    canvas = QPainter(picture)
    painter.paint(canvas, QRect(0, 0, NARROWEST, height), row, CardState(), 1.0)
    canvas.end()

    # The frame's shadow is one pixel; beneath it nothing is painted, and in the last pixels
    # of the inside there is nothing but ground.
    ground = theme().colour("raised").rgb()
    assert all(picture.pixel(x, height + 2) == 0 for x in range(NARROWEST))
    assert all(picture.pixel(x, height - 6) == ground for x in range(12, NARROWEST - 12))
