"""Tells what span of work an amount of pay is for, by the words around it or by its size."""

from __future__ import annotations

import re
from decimal import Decimal

from ats.domain.money import PayPeriod

_PERIODS: list[tuple[PayPeriod, str]] = [
    (PayPeriod.HOUR, r"hour|hr|hrs|h|timme|stunde|std|heure|hourly|ph"),
    (PayPeriod.DAY, r"day|daily|diem|tag|jour|dag|pd"),
    (PayPeriod.WEEK, r"week|weekly|wk|woche|semaine|vecka|pw"),
    (PayPeriod.MONTH, r"month|monthly|mo|mth|monat|mois|månad|mån|måned|maand|pm|pcm"),
    (
        PayPeriod.YEAR,
        r"year|yearly|yr|annum|annual|annually|jahr|an|år|jaar|pa|p\.a|annualized|annualised"
        r"|brutto|ote",
    ),
]
_NAMES = {name: period for period, names in _PERIODS for name in names.replace("\\", "").split("|")}
_AFTER = re.compile(
    r"[\s*)]{0,3}(?:\(?(?:gross|base|brutto|usd|eur|gbp|cad|aud|sek|salary|dollars|plus)[ "
    r",)]*){0,2}"
    r"(?:(?:/|per|an?|each|every|pr\.?|pro|par|om|i|kr/|p(?=\.?\s?(?:h|d|w|m|a)\b)\.?|–|-"
    r"|,|\()\s*)?(?:the )?"
    r"(?P<name>hourly|hour|hrs?|h|daily|day|diem|d|weekly|week|wk|w|monthly|month|mth|mo|m"
    r"|years?|yearly|yr|annum|annualized|annualised|annually|annual|a|pa|p\.a|pd|ph|pm|pcm"
    r"|pw"
    r"|timme|stunde|heure|tag|jour|dag|woche|monat|mois|månad|måned|mån|maand|jahr|år|jaar"
    r"|ote)(?![\w])",
    re.I,
)
_NEEDS_PER = {
    "h",
    "d",
    "w",
    "m",
    "a",
    "mo",
    "day",
    "hour",
    "week",
    "month",
    "an",
    "years",
    "year",
    "yr",
}
_BEFORE = re.compile(
    r"\b(?P<name>hourly|daily|weekly|monthly|yearly|annual(?:ly|ized|ised)?|per hour|per "
    r"day|day rate|per month|per year|per annum|årslön|månadslön|timlön|jahresgehalt"
    r"|monatsgehalt)\b",
    re.I,
)
_BEFORE_PERIOD = {
    "hourly": PayPeriod.HOUR,
    "per hour": PayPeriod.HOUR,
    "timlön": PayPeriod.HOUR,
    "daily": PayPeriod.DAY,
    "per day": PayPeriod.DAY,
    "day rate": PayPeriod.DAY,
    "weekly": PayPeriod.WEEK,
    "monthly": PayPeriod.MONTH,
    "per month": PayPeriod.MONTH,
    "månadslön": PayPeriod.MONTH,
    "monatsgehalt": PayPeriod.MONTH,
}


def find_period(before: str, after: str) -> PayPeriod | None:
    """The period that the words before or after an amount name."""
    match = _AFTER.match(after)
    if match:
        name = match["name"].casefold()
        lead = after[: match.start("name")].strip(" *)(").casefold()
        if name not in _NEEDS_PER or lead:
            period = _NAMES.get(name) or _NAMES.get(name.rstrip("s")) or _LETTERS.get(name)
            if period:
                return period
    spoken = re.search(
        r"^[^.\n]{0,40}?\b(annually|per (?:hour|day|week|month|year|annum)|an hour|hourly|a "
        r"year|/ ?(?:yr|year|hr|hour))",
        after,
        re.I,
    )
    if spoken:
        return _spoken(spoken[1].casefold())
    spoken_before = [match["name"] for match in _BEFORE.finditer(before)]
    if spoken_before:
        return _BEFORE_PERIOD.get(spoken_before[-1].casefold(), PayPeriod.YEAR)
    return None


_LETTERS = {"d": PayPeriod.DAY, "w": PayPeriod.WEEK, "m": PayPeriod.MONTH, "a": PayPeriod.YEAR}


def _spoken(words: str) -> PayPeriod:
    for period, names in (
        ("hour", ("hour", "hr")),
        ("day", ("day",)),
        ("week", ("week",)),
        ("month", ("month",)),
    ):
        if any(name in words for name in names):
            return PayPeriod(period)
    return PayPeriod.YEAR


def likely_period(size: Decimal, cued: bool) -> PayPeriod | None:
    """Without a word, only amounts that can be nothing else: a salary of 60,000 is for a year."""
    return PayPeriod.YEAR if size >= 15000 and cued else None


LABELLED = re.compile(r"(?:salary|wage|pay|compensation|range)[^.\n]{0,20}:\s*$", re.I)


def labelled_period(size: Decimal) -> PayPeriod | None:
    """A range labelled as salary and nothing more: its size leaves one period only."""
    if size >= 15000:
        return PayPeriod.YEAR
    if 2500 <= size <= 12000:
        return PayPeriod.MONTH
    return PayPeriod.HOUR if 8 <= size <= 150 else None


_BOUNDS = {
    PayPeriod.HOUR: (4, 1000),
    PayPeriod.DAY: (30, 8000),
    PayPeriod.WEEK: (100, 30000),
    PayPeriod.MONTH: (300, 1_500_000),
    PayPeriod.YEAR: (5000, 50_000_000),
}


def plausible(size: Decimal, period: PayPeriod) -> bool:
    low, high = _BOUNDS[period]
    return low <= size <= high
