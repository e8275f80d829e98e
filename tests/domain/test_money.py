"""Money never loses a cent on its way through minor units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.money import Pay, PayPeriod, exponent, from_minor, symbol, to_minor, yearly

CURRENCIES = st.sampled_from(["USD", "EUR", "JPY", "KWD", "XYZ", None])


@given(minor=st.integers(-(10**15), 10**15), currency=CURRENCIES)
def test_minor_units_come_back(minor: int, currency: str | None) -> None:
    assert to_minor(from_minor(minor, currency), currency) == minor


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [("12.5", "USD", 1250), ("117500", "USD", 11_750_000), ("4000000", "JPY", 4_000_000),
     ("1.2345", "KWD", 1234), ("0.125", "EUR", 12), ("0.135", "EUR", 14)],
)  # fmt: skip
def test_amounts_in_minor_units(amount: str, currency: str, minor: int) -> None:
    assert to_minor(amount, currency) == minor


def test_currencies_have_their_own_places() -> None:
    assert [exponent(code) for code in ("USD", "JPY", "KWD", None)] == [2, 0, 3, 2]


def test_signs_before_amounts() -> None:
    assert [symbol(code) for code in ("USD", "CAD", "SEK", None)] == ["$", "C$", "SEK ", ""]


@pytest.mark.parametrize(
    ("pay", "a_year"),
    [
        (Pay.of(117_500, 132_200, "USD", PayPeriod.YEAR), 132_200),
        (Pay.of(50, None, "USD", PayPeriod.HOUR), 104_000),
        (Pay.of(None, 500, "GBP", PayPeriod.DAY), 130_000),
        (Pay.of(4000, None, "EUR", PayPeriod.MONTH), 48_000),
        (Pay.of(70_000, None, "EUR", None), 70_000),
    ],
)
def test_pay_for_a_full_time_year(pay: Pay, a_year: int) -> None:
    assert yearly(pay) == Decimal(a_year)


def test_no_pay_is_no_pay() -> None:
    assert not Pay()
    assert yearly(Pay(currency="EUR")) is None
    assert Pay(least=0)
