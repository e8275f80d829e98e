"""Reads amounts of money as people write them: "$1,234.50", "1.234,50 EUR", "110'000", "45k",
"12,00,000", "42 tkr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from ats.domain.money import LARGEST_AMOUNT
from ats.text_patterns import digits_in, late

DOLLAR = "$"
"""A bare dollar sign: whose dollar it is, the rest of the posting tells (currencies.py)."""
CROWN = "kr"
"""A bare "kr": Swedish, Norwegian or Danish."""

_SIGNS = {
    "$": DOLLAR,
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₪": "ILS", "₩": "KRW", "₱": "PHP",
    "₦": "NGN", "₴": "UAH", "zł": "PLN", "kč": "CZK", "rs": "INR", "rs.": "INR",
    "us$": "USD", "usd$": "USD", "c$": "CAD", "ca$": "CAD", "cad$": "CAD", "cdn$": "CAD",
    "a$": "AUD", "au$": "AUD", "aud$": "AUD", "nz$": "NZD", "nzd$": "NZD", "hk$": "HKD",
    "hkd$": "HKD", "s$": "SGD", "sgd$": "SGD", "r$": "BRL",
    "euro": "EUR", "euros": "EUR", "pounds": "GBP", "sterling": "GBP", "dollars": DOLLAR,
    "franken": "CHF", "sfr": "CHF", "fr.": "CHF", "rupees": "INR", "rmb": "CNY",
    "kr": CROWN, "kr.": CROWN, "kronor": "SEK", "kroner": CROWN,
}  # fmt: skip
_CODES = (
    "USD EUR GBP CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF JPY INR SGD HKD ILS BRL MXN ZAR "
    "AED KRW RON TRY PHP CNY"
).split()
# Codes that are no words when written small.
_SMALL = "usd|eur|gbp|chf|cad|aud|nzd|sek|nok|dkk|pln|inr|sgd|hkd"
_CODE = rf"(?:{'|'.join(_CODES)}|{_SMALL})"
_SIGN_ENDS = frozenset({sign[-1].casefold() for sign in [*_SIGNS, *_CODES]} | {"/", ":"})
"""What stands last before an amount whose currency stands before it, in lower case."""
_CODE_FIRST = late(rf"{_CODE}(?![$A-Za-z])")
_DOLLARS = r"(?:USD?|CAD?|CDN|C|AUD?|A|NZD?|HKD?|SGD|S|R|us|usd)?\$"
_BEFORE = late(
    rf"(?:(?<![^\W\d_]){_CODE}[ \xa0]?[:/]?[ \xa0]?)?"
    rf"(?:(?<![^\W_]){_DOLLARS}|[£€¥₹₪₩₱₦₴]|(?<![^\W_])(?:[Rr]s\.?|RMB|[Ss][Ff]r\.?|Fr\.|[Ee]uros?"
    r"|kr\.?|₹))?[ \xa0]?\*{0,2}$"
)
_NUMBER = late(
    r"(?:\d{1,2}(?:,\d{2}){1,4},\d{3}(?!\d)"
    r"|\d{1,3}(?P<group>[,.'’\u202f\xa0 ])\d{3}(?:(?P=group)\d{3}){0,4}(?!\d)|\d+)"
    r"(?:[.,]\d{1,2}(?!\d))?"
)
# "80k+" is open upwards; "80k + bonus" is not.
_PLUS = r"\+|\s\+(?!\s?[\w$£€])"
_SCALE = (
    r"[ \xa0]?(?:[mMbB]n?(?![^\W_]|/)|[MB]M\b|MSEK|MEUR|mkr|M(?=€|\$|£)|million|billion|miljon"
    r"|miljard|milli?on|Milliarde|[Mm]rd|[Mm]io|[Mm]illone|trillion|crore|%|percent\b|prozent\b)"
)
_AFTER = late(
    rf"(?P<plus>{_PLUS})?(?:[ \xa0]?(?P<thousand>[kK](?![a-z0-9(])|[kK](?=EUR|USD|GBP|CHF|SEK)"
    r"|[tT]sd\.?|[tT](?=SEK|EUR|kr\b|€)|LPA\b|lpa\b|L\.P\.A|[Ll]akhs?\b|[Ll]acs?\b"
    r"|mil(?= (?:€|euro|EUR))))?"
    rf"(?P<plus2>{_PLUS})?(?P<scale>{_SCALE})?"
    rf"(?:[ \xa0]?(?P<after>{_DOLLARS}|[£€₹₪₩₱₦₴]|{_CODE}(?![a-zA-Z])|zł|Kč|kr\b\.?|kronor|kroner"
    r"|[Ee]uros?\b|EUROS?\b|EU(?![\w-])|pounds\b|dollars\b|Franken\b|rupees\b|RMB\b"
    r"|(?<=\d )Rs\b))?"
    rf"(?P<scale2>{_SCALE})?(?:[.,][-–](?!\d)|(?P<crown>:[-–](?!\d)))?(?P<plus3>\+)?"
)
_ID = late(r"(?:[^\W\d_kK]-|[\w.,/#])$")
_MOST_AMOUNTS = 400
"""A table of figures is no posting; what comes after so many numbers is not looked at."""


@dataclass(frozen=True, slots=True)
class Money:
    """One amount, its place, and what stood at it. `currency` is an ISO code, or DOLLAR or
    CROWN where only the rest of the posting tells; `scaled` are millions and percentages,
    `year` says that its unit is of a year (lakhs)."""

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
    numbers = islice(_numbers(text), _MOST_AMOUNTS)
    return [money for number in numbers if (money := _money(text, number))]


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """A bare run of digits is found many times faster than a number in all its shapes."""
    end = 0
    for start, _ in digits_in(text):
        if start >= end and (number := _NUMBER.match(text, start)):
            end = number.end()
            yield number


def _money(text: str, number: re.Match[str]) -> Money | None:
    ahead = text[max(0, number.start() - 10) : number.start()]
    sign = _sign_before(ahead)
    if not sign and _ID.search(ahead):
        return None
    after = _AFTER.match(text, number.end())
    value = _decimal(number[0])
    if after is None or value is None:
        return None
    unit = (after["thousand"] or "").casefold()
    lakh = unit.startswith("l")
    value *= 100_000 if lakh else 1000 if unit else 1
    if value >= LARGEST_AMOUNT:
        return None
    return Money(
        number.start() - len(sign),
        after.end(),
        value,
        _either(sign, after) or ("INR" if lakh else None),
        bool(unit),
        bool(after["scale"] or after["scale2"]),
        bool(after["plus"] or after["plus2"] or after["plus3"]),
        lakh,
    )


def _sign_before(ahead: str) -> str:
    """The sign or code that ends `ahead`, with the space after it; "" where there is none."""
    if ahead.rstrip(" \xa0*\n")[-1:].casefold() not in _SIGN_ENDS:
        return ""
    match = _BEFORE.search(ahead)
    return match[0].lstrip(" \xa0*") if match and match[0].strip(" \xa0*") else ""


def _either(sign: str, after: re.Match[str]) -> str | None:
    """The currency before a number or after it; "$50 CAD" is what the code says."""
    before, behind = _currency(sign.strip(" \xa0*:/")), _currency(after["after"])
    if before is None or (before == DOLLAR and behind):
        before = behind
    return before or (CROWN if after["crown"] else None)


def _currency(sign: str | None) -> str | None:
    """The currency of a sign, a code or both ("USD $": the code says more)."""
    if not sign:
        return None
    code = _CODE_FIRST.match(sign)
    if code:
        return code[0].upper()
    return "EUR" if sign == "EU" else _SIGNS.get(sign.casefold())


def _decimal(number: str) -> Decimal | None:
    """1,234.50 and 1.234,50 and 110'000 as numbers; a lone group of three is thousands."""
    if number.isdigit():
        return Decimal(f"{number}.0") if len(number) <= 12 else None
    plain = re.sub(r"[\s'’\u202f\xa0]", "", number)
    tail = re.search(r"[.,](\d{1,2})$", plain)
    cents = tail[1] if tail else ""
    whole = re.sub(r"\D", "", plain[: tail.start()] if tail else plain)
    return Decimal(f"{whole}.{cents or 0}") if whole and len(whole) <= 12 else None
