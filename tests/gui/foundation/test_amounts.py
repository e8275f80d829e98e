"""Reading what a person types as amounts, dates and times."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.words import amount
from ats.gui.amounts import date_text, read_amount, read_date, read_time

TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("117,500", "117500"),
        ("117.500,00", "117500.00"),
        ("117,500.00", "117500.00"),
        ("117.500", "117500"),
        ("1.234.567", "1234567"),
        ("12,34,567", "1234567"),
        ("117 500", "117500"),
        ("117\u202f500", "117500"),
        ("117’500", "117500"),
        ("80k", "80000"),
        ("80 K", "80000"),
        ("1.5m", "1500000"),
        ("1,5k", "1500"),
        ("45.50", "45.50"),
        ("45,5", "45.5"),
        ("$80k", "80000"),
        ("€ 80.000", "80000"),
        ("80.000 €", "80000"),
        ("80,000 USD", "80000"),
        ("0.125", "0.125"),
        ("0", "0"),
    ],
)
def test_amounts(text: str, value: str) -> None:
    assert read_amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "abc", "12,34,56", "1,2345", "-5", "1.2.3", "k", "12..5", ",", "9" * 20]
)
def test_no_amounts(text: str) -> None:
    assert read_amount(text) is None


@given(st.decimals(min_value=0, max_value=10**12 - 1, places=2, allow_nan=False))
def test_an_amount_shown_is_read_again(value: Decimal) -> None:
    assert read_amount(amount(value)) == value


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    read_amount(text)
    read_date(text, TODAY)
    read_time(text)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("2026-11-04", date(2026, 11, 4)),
        ("4 Nov", date(2026, 11, 4)),
        ("4. november 2025", date(2025, 11, 4)),
        ("Nov 4, 2026", date(2026, 11, 4)),
        ("10 Jan", date(2027, 1, 10)),
        ("4/11/2026", date(2026, 11, 4)),
        ("4.11.", date(2026, 11, 4)),
        ("4.11.26", date(2026, 11, 4)),
        ("today", TODAY),
        ("Tomorrow", TODAY + timedelta(1)),
        ("yesterday", TODAY - timedelta(1)),
        ("fri", date(2026, 11, 27)),
        ("monday", date(2026, 11, 30)),
        ("+3", date(2026, 11, 26)),
    ],
)
def test_dates(text: str, on: date) -> None:
    assert read_date(text, TODAY) == on


def test_month_first() -> None:
    assert read_date("11/4/2026", TODAY, day_first=False) == date(2026, 11, 4)
    assert read_date("4.11.2026", TODAY, day_first=False) == date(2026, 11, 4)


@pytest.mark.parametrize("text", ["", "31/02/2026", "soon", "4 Foo", "2026-13-01", "99"])
def test_no_dates(text: str) -> None:
    assert read_date(text, TODAY) is None


def test_a_leap_day_without_a_year_finds_one() -> None:
    assert read_date("29 Feb", date(2027, 6, 1)) == date(2028, 2, 29)
    assert read_date("29 Feb", date(2026, 1, 1)) is None


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_date_shown_is_read_again(on: date) -> None:
    assert read_date(date_text(on, TODAY), TODAY) == on


def test_a_date_in_a_field_has_its_year_where_another_would_be_nearer() -> None:
    assert date_text(date(2026, 11, 26), TODAY) == "Thu 26 Nov"
    assert date_text(date(2026, 1, 4), TODAY) == "Sun 4 Jan 2026"


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("15:30", time(15, 30)),
        ("9", time(9)),
        ("9.15", time(9, 15)),
        ("3pm", time(15)),
        ("12 am", time(0)),
        ("12:30pm", time(12, 30)),
        ("9h05", time(9, 5)),
    ],
)
def test_times(text: str, at: time) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["", "25", "13pm", "9:99", "soon"])
def test_no_times(text: str) -> None:
    assert read_time(text) is None
