"""Which of several amounts leads, what is kept beside it, whose dollar it is, and the words of
an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.pay_text.amounts import find_amounts
from ats.reading import read_text
from ats.reading.pay.stated import find_pay, find_stated_pay


def others(words: str) -> list[str]:
    return [one.words for one in find_stated_pay(words).others]


def bounds(words: str) -> tuple[object, ...] | None:
    found = find_pay(words)
    plain = found.value.plain() if found else None
    return tuple(plain.values()) if plain else None


def said(words: str) -> list[str]:
    found = find_pay(words)
    return [words[slice(*span)] for span in found.spans] if found else []


@pytest.mark.parametrize(
    ("words", "least", "most", "period"),
    [
        ("Salary: £32k rising to £36k", 32000, 36000, "year"),
        ("£24,000 per year, rising with service to £26,500", 24000, 26500, "year"),
        ("Gehalt: 2.900 € brutto im Monat, steigend auf 3.200 €", 2900, 3200, "month"),
        ("Salary: from 30k to start, up to 35k after probation", 30000, 35000, "year"),
        ("£28,000 (£30,000 after probation)", 28000, 30000, "year"),
        ("Gehalt: 32.000 bis zu 36.000 Euro im Jahr", 32000, 36000, "year"),
        ("Pay: $38/hr days, $44/hr nights", 38, 44, "hour"),
        ("Pay: $44/hr nights, $38/hr days", 38, 44, "hour"),
        ("$18 an hour for days and $20 an hour for nights", 18, 20, "hour"),
        # What is paid beside it is no second end.
        ("Pay: $38/hr days, $3/hr nights", 38, 38, "hour"),
        ("Pay: $38/hr, $3/hr night differential", 38, 38, "hour"),
        ("Salary £30,000. Sales rose. Rising to £90,000 OTE", 30000, 30000, "year"),
        ("Salary £25,000, 20 days holiday rising to 25", 25000, 25000, "year"),
    ],
)
def test_pay_that_rises_or_goes_by_shift_has_two_ends(
    words: str, least: int, most: int, period: str
) -> None:
    found = find_pay(words)
    assert found is not None
    plain = found.value.plain()
    assert plain is not None
    assert (plain["min"], plain["max"], plain["period"]) == (least, most, period)


def test_a_budget_that_rises_is_no_pay() -> None:
    assert bounds("A budget of £200,000 rising to £300,000") is None


def test_the_general_range_leads_over_those_of_places() -> None:
    words = (
        "In New York, the salary range is $151,000 - $172,000 per year.\n"
        "In all other locations the salary range is $128,000 - $149,000 per year.\n"
    )
    assert bounds(words) == (128000, 149000, "USD", "year")
    assert others(words) == ["$151,000 - $172,000 per year"]


def test_the_first_leads_where_all_are_of_places() -> None:
    words = (
        "Salary ranges\nSeattle area: $140,000 - $160,000\nPortland area: $125,000 - $145,000\n"
        "Vancouver office: CAD 120,000 - 138,000\n"
    )
    assert bounds(words) == (140000, 160000, "USD", "year")
    assert others(words) == [
        "Portland area: $125,000 - $145,000",
        "Vancouver office: CAD 120,000 - 138,000",
    ]


def test_levels_are_one_range_and_are_kept() -> None:
    words = (
        "Pay range:\nTechnician/Level 1: $21.50 - $26.00/hour\nTechnician/Level 2: $25 - $31/hour"
    )
    assert bounds(words) == (21.5, 31, "USD", "hour")
    assert len(others(words)) == 2


def test_roles_of_one_posting_are_not_mixed() -> None:
    words = "Senior Baker | Full-time | $90k - $110k\n\nSenior Miller | Full-time | $70k - $80k\n"
    assert bounds(words) == (90000, 110000, "USD", "year")
    assert others(words) == ["$70k - $80k"]


def test_base_leads_over_what_may_be_earned() -> None:
    words = "OTE: $180,000 per year. The base salary is $120,000 per year."
    assert bounds(words) == (120000, 120000, "USD", "year")
    assert others(words) == ["OTE: $180,000 per year"]
    alone = "Total target compensation: $150,000 - $170,000"
    assert bounds(alone) == (150000, 170000, "USD", "year")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Salary: $60,000 - $70,000 OTE", "$60,000 - $70,000 OTE"),
        ("Gehalt: 13 x 4.500 € brutto", "13 x 4.500 €"),
        ("Salario: 1.900 € al mes x 14 pagas", "1.900 € al mes x 14 pagas"),
        ("Salary: from £31,000 per annum plus pension", "from £31,000 per annum"),
        ("Pay is up to $48 per hour.", "up to $48 per hour"),
        ("Salary: GS-11 ($72,553 - $94,317)", "GS-11 ($72,553 - $94,317"),
    ],
)
def test_the_words_as_said(words: str, wanted: str) -> None:
    assert said(words) == [wanted]


def test_a_fortnight_is_two_weeks_and_its_words_are_kept() -> None:
    words = "Pay: $2,300.50 biweekly"
    assert bounds(words) == (1150.25, 1150.25, "USD", "week")
    assert others(words) == ["Pay: $2,300.50 biweekly"]


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Pay scale & grade: GS-12", "GS-12"),
        ("Grade GS-11/12, competitive", "GS-11/12"),
        ("Die Vergütung erfolgt nach E 13 TV-L.", "E 13 TV-L"),
        ("Salary: NHS Band 6", "NHS Band 6"),
    ],
)
def test_a_grade_is_kept_as_said(words: str, grade: str) -> None:
    assert find_pay(words) is None
    assert others(words) == [grade]


def test_no_grade() -> None:
    assert others("Room GS-1204, band 6 of the drums, E 13 road") == []


@pytest.mark.parametrize(
    ("around", "currency"),
    [
        ("{} We are near the river.", "USD"),
        ("Toronto, Ontario\n{} RRSP matching.", "CAD"),
        ("{} This is in Canadian dollars (CAD).", "CAD"),
        ("Offices in Boston and Chicago.\nFor Canada based staff: {}", "CAD"),
        ("Bakers Pty Ltd, Brisbane QLD\n{}", "AUD"),
        ("Baker in Perth\n{} and superannuation.", "AUD"),
        ("Wellington, New Zealand\n{} KiwiSaver on top.", "NZD"),
        ("Singapore office\n{}", "SGD"),
        ("Hong Kong\n{}", "HKD"),
        ("Remote (US or Canada)\n{} We match your 401(k).", "USD"),
        ("Ohio\n{} Our customers are in Canada, Peru and Chile.", "USD"),
    ],
)
def test_whose_dollar(around: str, currency: str) -> None:
    found = find_pay(around.format("The salary is $70,000 to $80,000 per year."))
    assert found is not None
    assert found.value.currency == currency


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("Løn: 38.000 kr. pr. måned. Vi bor i København.", "DKK"),
        ("Lønn: 45 000 kr per måned. Vi holder til i Oslo.", "NOK"),
        ("Lön: 35 000 kr per månad i Umeå.", "SEK"),
    ],
)
def test_whose_crown(words: str, currency: str) -> None:
    found = find_pay(words)
    assert found is not None
    assert found.value.currency == currency


def test_pay_without_a_currency_takes_the_countrys() -> None:
    words = "Baker in Austin, Texas\nBase salary range: 52,000 - 61,000\nWe match your 401(k)."
    assert bounds(words) == (52000, 61000, "USD", "year")
    assert bounds("Base salary range: 52,000 - 61,000") == (52000, 61000, None, "year")


def test_the_reading_keeps_the_others() -> None:
    words = "Base salary is $80,000 per year.\nOTE is $110,000 per year."
    reading = read_text(words)
    assert [(one.field, one.words) for one in reading.alternatives] == [
        ("salary", "OTE is $110,000 per year")
    ]
    for one in reading.alternatives:
        assert one.span is not None
        assert " ".join(words[slice(*one.span)].split()) == one.words


def written(whole: int, cents: int, style: str) -> str:
    """A number as one country writes it."""
    comma = f"{whole:,}"
    if style == "english":
        return f"{comma}.{cents:02}" if cents else comma
    separator = {"german": ".", "swiss": "'", "swedish": " ", "french": "\u202f", "plain": ""}[
        style
    ]
    mark = "." if style == "swiss" else ","
    grouped = comma.replace(",", separator)
    return f"{grouped}{mark}{cents:02}" if cents else grouped


_STYLES = st.sampled_from(["english", "german", "swiss", "swedish", "french", "plain"])
_SIGNS = st.sampled_from(["€{}", "€ {}", "{} €", "{}€", "EUR {}", "{} EUR", "EUR{}", "{} Euro"])


@given(st.integers(1, 9_999_999), st.integers(0, 99), _STYLES, _SIGNS)
def test_an_amount_comes_back_in_every_way_of_writing(
    whole: int, cents: int, style: str, sign: str
) -> None:
    words = sign.format(written(whole, cents, style))
    (money,) = find_amounts(f"Gehalt: {words}")
    assert (money.value, money.currency) == (Decimal(whole) + Decimal(cents) / 100, "EUR")


@given(st.integers(10, 400), st.integers(1, 300), st.sampled_from("-–—"), st.booleans())
def test_thousands_on_one_end_or_on_both(low: int, more: int, dash: str, both: bool) -> None:
    words = f"Salary: £{low}{'k' if both else ''}{dash}{low + more}k a year"
    if low + more <= low * 20:
        assert bounds(words) == (low * 1000, (low + more) * 1000, "GBP", "year")


@given(st.text(alphabet="$€£k0123456789,. -–/ahour\n", max_size=120))
def test_any_text_has_spans_inside(words: str) -> None:
    stated = find_stated_pay(words)
    spans = list(stated.lead.spans) if stated.lead else []
    for start, end in [*spans, *(one.span for one in stated.others if one.span)]:
        assert 0 <= start < end <= len(words)
