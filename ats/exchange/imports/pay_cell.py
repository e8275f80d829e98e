"""Reads pay from a cell: "$120,000 - $150,000", "80k", "38.500,00 €", "30 LPA", "$45/hour"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ats.domain.money import LARGEST_AMOUNT, Pay, PayPeriod

_CURRENCIES = {
    "$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "₹": "INR", "c$": "CAD", "ca$": "CAD",
    "a$": "AUD", "au$": "AUD", "nz$": "NZD", "¥": "JPY", "₪": "ILS", "₩": "KRW", "r$": "BRL",
    "₱": "PHP", "₦": "NGN", "₴": "UAH", "zł": "PLN", "rs": "INR", "lpa": "INR", "euro": "EUR",
    "euros": "EUR",
}  # fmt: skip
_CODES = frozenset(
    "USD EUR GBP INR CAD AUD NZD CHF JPY SEK NOK DKK PLN CZK HUF RON ILS KRW BRL MXN ZAR SGD HKD"
    " CNY PHP NGN UAH AED TRY THB MYR IDR VND ARS CLP COP EGP KES SAR TWD BGN ISK".split()
)
_PERIODS = (
    (PayPeriod.HOUR, r"hour|hr|hourly|h|stunde|heure"),
    (PayPeriod.DAY, r"day|daily|tag|jour"),
    (PayPeriod.WEEK, r"week|weekly|wk|woche|semaine"),
    (PayPeriod.MONTH, r"month|monthly|mo|mth|monat|mois|mes|pcm"),
    (PayPeriod.YEAR, r"year|yearly|yr|annum|annual|annually|pa|jahr|an|año|annuel|lpa"),
)
_SCALES = {"k": 1_000, "m": 1_000_000, "lakh": 100_000, "lakhs": 100_000, "l": 100_000,
           "lpa": 100_000, "crore": 10_000_000, "cr": 10_000_000}  # fmt: skip
_AMOUNT = re.compile(
    r"(?<![\w.])(\d[\d.,'’]*(?:[  \u202f]\d{3}(?!\d)[\d.,]*)*)"
    r"\s?(k|m|lakhs?|lpa|l|crore|cr)?(?![^\W\d_])",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"(?:us|ca|au|nz|[car])?\$|[€£₹¥₪₩₱₦₴]|(?<!\w)(?:zł|rs|lpa|euros?)(?!\w)|lpa\b", re.I
)
_CODE = re.compile(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
_LONGEST = 200


def pay_in(cell: str) -> Pay | None:
    """The pay a cell states, or None where it states none. The currency is only what stands
    there."""
    text = cell.strip()
    if len(text) > _LONGEST:
        return None
    found = [(match[1], (match[2] or "").lower()) for match in _AMOUNT.finditer(text)]
    if not 1 <= len(found) <= 2:
        return None
    scale = found[-1][1]
    amounts = [_amount(number, unit or scale) for number, unit in found]
    least, most = amounts[0], amounts[-1]
    if least is None or most is None or least > most:
        return None
    open_end = re.search(r"\+|\bfrom\b|\bab\b|\bmin", text, re.IGNORECASE) and len(found) == 1
    up_to = re.search(r"\bup to\b|\bmax|\bbis\b|<", text, re.IGNORECASE) and len(found) == 1
    return Pay.of(
        None if up_to else least, None if open_end else most, currency_in(text), period_in(text)
    )


def number_in(cell: str) -> Decimal | None:
    """The one number of a cell, without currency and scale."""
    pay = _AMOUNT.findall(cell[:_LONGEST])
    return _amount(pay[0][0], pay[0][1].lower()) if len(pay) == 1 else None


def currency_in(text: str) -> str | None:
    """The currency a text names by code or sign (ISO 4217)."""
    for code in _CODE.findall(text):
        if code in _CODES:
            return str(code)
    sign = _SIGN.search(text)
    return _CURRENCIES.get(sign[0].lower()) if sign else None


def period_in(text: str) -> PayPeriod | None:
    """The span of work a text says the amount is for."""
    words = text.casefold().replace("p.a", "pa").replace("p.h", "hour").replace("p.m", "month")
    for period, names in _PERIODS:
        if re.search(rf"(?<![^\W\d_])(?:{names})(?![^\W_])", words):
            return period
    return None


def _amount(number: str, scale: str) -> Decimal | None:
    text = re.sub(r"[\s'’]", "", number).rstrip(".,")
    last = max(text.rfind("."), text.rfind(","))
    if last >= 0:
        sign, digits = text[last], len(text) - last - 1
        # A sign that stands once, before other than three digits, is the decimal sign.
        decimal = text.count(sign) == 1 and (digits != 3 or len(set(text) & {".", ","}) == 2)
        whole = text[:last] if decimal else text
        text = re.sub(r"[.,]", "", whole) + (f".{text[last + 1 :]}" if decimal else "")
    try:
        amount = Decimal(text) * _SCALES.get(scale, 1)
    except InvalidOperation:
        return None
    return amount if amount < LARGEST_AMOUNT else None
