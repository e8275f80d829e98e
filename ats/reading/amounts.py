"""Reads amounts of money as people write them: "$1,234.50", "1.234,50 EUR", "110'000", "45k"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from ats.domain.money import LARGEST_AMOUNT

_SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₪": "ILS",
    "₩": "KRW",
    "₱": "PHP",
    "₦": "NGN",
    "₴": "UAH",
    "zł": "PLN",
    "Kč": "CZK",
    "Rs": "INR",
    "Rs.": "INR",
    "euro": "EUR",
    "euros": "EUR",
    "pounds": "GBP",
    "dollars": "USD",
}
_CODES = (
    "USD EUR GBP CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF JPY INR SGD HKD ILS BRL MXN ZAR "
    "AED KRW RON TRY PHP"
).split()
_CURRENCY = (
    r"(?:(?:US|USD|CA|CAD|C|AU|AUD|A|NZ|HK|S|R)\$|[$£€¥₹₪₩₱₦₴]|\b(?:"
    + "|".join(_CODES)
    + r")\b|\b[Rr]s\.?(?=\s?\d)|\bkr\b|zł|Kč|\beuros?\b)"
)
_NUMBER = r"\d{1,3}(?:[,.'’\u202f\xa0 ]\d{3})+(?:[.,]\d{1,2})?(?![\d])|\d+(?:[.,]\d{1,2})?(?!\d)"
# "80k+" is open upwards; "80k + bonus" is not.
_PLUS = r"\+|\s\+(?!\s?[^\W\d])"
_AMOUNT = re.compile(
    rf"(?<![\w.,/#])(?<![A-JL-Za-jl-z#]-)(?P<before>{_CURRENCY})?\s?(?P<number>{_NUMBER})(?P<plus>{_PLUS})?\s?(?P<thousand>[kK]\b|[tT]sd\.?|LPA\b|lakhs?\b|[tT](?=SEK|EUR))?(?P<plus2>{_PLUS})?"
    rf"(?:\s?(?P<after>{_CURRENCY}))?(?P<scale>\s?(?:[mMbB]n?\b|[MB]M\b|million|billion"
    rf"|mill?ion\w*|mrd|mio|trillion|%))?(?:\.-|:-|,-)?"
)
_MOST_AMOUNTS = 1000
"""A table of figures is no posting; what comes after so many numbers is not looked at."""


@dataclass(frozen=True, slots=True)
class Money:
    """One amount, its place, and what stood at it."""

    start: int
    end: int
    value: Decimal
    currency: str | None
    thousand: bool
    scaled: bool
    plus: bool
    year: bool = False


def find_amounts(text: str) -> list[Money]:
    """Every number in the text that may be an amount, in order."""
    return [m for m in map(_money, islice(_AMOUNT.finditer(text), _MOST_AMOUNTS)) if m]


def _money(match: re.Match[str]) -> Money | None:
    value = _decimal(match["number"])
    if value is None:
        return None
    sign = match["before"] or match["after"]
    unit = (match["thousand"] or "").casefold()
    currency = _currency(sign)
    lakh = unit.startswith(("lpa", "lakh"))
    value *= 100_000 if lakh else 1000 if unit else 1
    if value >= LARGEST_AMOUNT:
        return None
    if lakh:
        return Money(*match.span(), value, currency or "INR", True, False, False, True)
    plus = bool(match["plus"] or match["plus2"])
    return Money(
        match.start(), match.end(), value, currency, bool(unit), bool(match["scale"]), plus
    )


def _currency(sign: str | None) -> str | None:
    if not sign:
        return None
    if sign == "kr":
        return "SEK"
    return (
        _SIGNS.get(sign)
        or _SIGNS.get(sign.casefold())
        or (sign.upper() if sign.upper() in _CODES else "INR")
    )


def _decimal(number: str) -> Decimal | None:
    """1,234.50 and 1.234,50 and 110'000 as numbers; a lone group of three is thousands."""
    plain = re.sub(r"[\s'’\u202f\xa0]", "", number)
    tail = re.search(r"[.,](\d{1,2})$", plain)
    cents = tail[1] if tail else ""
    whole = re.sub(r"\D", "", plain[: tail.start()] if tail else plain)
    return Decimal(f"{whole}.{cents or 0}") if whole and len(whole) <= 12 else None
