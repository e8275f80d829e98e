"""Pay as postings write it, and money that is no pay."""

from __future__ import annotations

import pytest

from ats.reading import answer, read_text

Wanted = tuple[float | None, float | None, str | None, str | None]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Salary: $82,000 - $97,500 per year", (82000, 97500, "USD", "year")),
        ("Salary: $82,000-$97,500 per year", (82000, 97500, "USD", "year")),
        ("The base salary range is $120K–$150K annually.", (120000, 150000, "USD", "year")),
        ("Pay: $120-150k a year plus bonus", (120000, 150000, "USD", "year")),
        ("£31,500 - £34,000 per annum", (31500, 34000, "GBP", "year")),
        ("£450 - £500 per day", (450, 500, "GBP", "day")),
        ("Gehalt: 60.000 - 80.000 EUR pro Jahr", (60000, 80000, "EUR", "year")),
        ("Salary 1.234,50 € per month", (1234.5, 1234.5, "EUR", "month")),
        ("Salary from CHF 110'000 per year", (110000, None, "CHF", "year")),
        ("Lön: 38 000 - 44 000 SEK per månad", (38000, 44000, "SEK", "month")),
        ("Pay: $18.50 to $21.75 an hour", (18.5, 21.75, "USD", "hour")),
        ("Wage: $22.10/hr", (22.1, 22.1, "USD", "hour")),
        ("Salary up to €65k per year", (None, 65000, "EUR", "year")),
        ("Salary: CAD 90,000 to 105,000 annually", (90000, 105000, "CAD", "year")),
        ("Compensation: 12-18 LPA", (1200000, 1800000, "INR", "year")),
        ("Salary £45k–£52k + bonus", (45000, 52000, "GBP", "year")),
        ("Salary: £48,000 plus car allowance and bonus", (48000, 48000, "GBP", "year")),
    ],
)
def test_pay(words: str, wanted: Wanted) -> None:
    least, most, currency, period = wanted
    assert answer(read_text(words))["salary"] == {
        "min": least,
        "max": most,
        "currency": currency,
        "period": period,
    }


@pytest.mark.parametrize(
    "words",
    [
        "We raised $40 million in funding last spring.",
        "We process $4 billion annually for 20,000 shops.",
        "Our revenue grew from $10M to $25M per year.",
        "A wellness allowance of $1,200 per year is included.",
        "We pay tuition up to $5,250 per year.",
        "You get a $5,000 sign-on bonus.",
        "A referral bonus of $2,000 is paid.",
        "Call 555-0100 between 9 and 17.",
        "More than 1,500 - 2,000 people work here.",
        "Competitive salary and benefits.",
        "Salary: 999999999999 - 999999999999 LPA",
    ],
)
def test_other_money_is_no_pay(words: str) -> None:
    assert answer(read_text(words))["salary"] is None


def test_levels_give_the_lowest_and_the_highest() -> None:
    words = (
        "The salary range for level II is $90,000 - $110,000 per year.\n"
        "The salary range for level III is $105,000 - $130,000 per year.\n"
    )
    assert answer(read_text(words))["salary"] == {
        "min": 90000,
        "max": 130000,
        "currency": "USD",
        "period": "year",
    }
