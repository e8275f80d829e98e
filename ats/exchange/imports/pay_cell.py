"""Reads pay from cells: "$120,000 - $150,000", "80k", "38.500,00 €", "30 LPA", "$45/hour", with
the rules by which postings are read. A column of salaries is about pay, so a bare number counts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from unicodedata import category

from ats.domain.money import LARGEST_AMOUNT, Pay, PayPeriod
from ats.pay_text.amounts import CROWN, find_amounts
from ats.pay_text.currencies import resolve
from ats.pay_text.offers import Offer, find_offers
from ats.pay_text.periods import find_period, likely_period, period_named

_LONGEST = 200
_SIGNS = "円元원"
# "18L", "1.2 Cr": how Indian tables shorten what postings write out.
_LAKH = re.compile(r"(?<=\d)\s?L\b")
_CRORE = re.compile(r"(\d+(?:\.\d+)?)\s?(?:cr|crores?)\b", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"\b(?:gross|net|brutto|netto|brut|base|per|an?|to|up|from|bis|ab|p\.?a)\b", re.IGNORECASE
)


def pay_in(cell: str, near: str = "", said: PayPeriod | None = None) -> Pay | None:
    """The pay a cell states, or None where it states none; of several, the first. `near` is
    what else may tell whose dollars are meant, such as the place; `said` is the period that
    the rest of the table tells, for a cell that names none."""
    text = _spelled(cell)
    if len(text) > _LONGEST:
        return None
    offers = find_offers(text, find_amounts(text), bare=True)
    if not offers:
        return None
    offer = offers[0]
    times, period = _period(text, offer)
    least, most = (_times(amount, times) for amount in (offer.least, offer.most))
    currency = _currency(offer.currency, f"{text}\n{near}", offer)
    period = period or said or likely_period(offer.size, currency, cued=True)
    pay = Pay.of(least, most, currency, period)
    return pay if pay else None


def says_more(cell: str) -> bool:
    """Whether a cell says more than one pay: a second amount, or words beside it."""
    text = _spelled(cell)
    offers = find_offers(text, find_amounts(text), bare=True)
    if len(offers) != 1:
        return True
    start, end = offers[0].span
    named = find_period("", text[offers[0].amounts[1] :])
    rest = text[:start] + " " + text[end + (named.end if named else 0) :]
    words = re.findall(r"[^\W\d_]{2,}", _IN_WORDS.sub(" ", rest))
    return any(currency_in(word) is None for word in words) or "%" in rest


def has_currency(cell: str) -> bool:
    """Whether a cell names a currency, also one of which it stays open whose it is."""
    if any(category(sign) == "Sc" or sign in _SIGNS for sign in cell):
        return True
    return any(money.currency for money in find_amounts(_spelled(cell[:_LONGEST])))


def number_in(cell: str) -> Decimal | None:
    """The one amount of a cell, without currency."""
    found = find_amounts(_spelled(cell[:_LONGEST]))
    return found[0].value if len(found) == 1 and found[0].value < LARGEST_AMOUNT else None


@lru_cache(1024)
def currency_in(text: str) -> str | None:
    """The currency a text names by code or sign (ISO 4217)."""
    alone = text.strip()
    shapes = (f"{alone} 1", f"1 {alone}", alone)
    named = [money for shape in shapes for money in find_amounts(shape) if money.currency]
    return _currency(named[0].currency, text, None) if named else None


def period_in(text: str) -> PayPeriod | None:
    """The span of work that words about pay name; a fortnight is none that pay is kept for."""
    named = period_named(text.replace("_", " "))
    return named.period if named and named.times == 1 else None


def period_of(amount: Decimal | None, currency: str | None, text: str) -> PayPeriod | None:
    """The period that a text names, or that the size of an amount leaves as the only one."""
    if amount is None:
        return None
    return period_in(text) or likely_period(amount, currency, cued=True)


def _spelled(cell: str) -> str:
    text = _CRORE.sub(lambda crores: f"{Decimal(crores[1]) * 100:f} lakh", cell.strip())
    return _LAKH.sub(" lakh", text)


def _period(text: str, offer: Offer) -> tuple[Decimal, PayPeriod | None]:
    named = find_period(text[: offer.span[0]], text[offer.amounts[1] :])
    if named is None and offer.joined:
        named = find_period("", offer.joined)
    if named is not None:
        return named.times, named.period
    return Decimal(1), PayPeriod.YEAR if offer.year else None


def _times(amount: Decimal | None, times: Decimal) -> Decimal | None:
    return None if amount is None else amount * times


def _currency(found: str | None, text: str, offer: Offer | None) -> str | None:
    """The ISO code. Whose crown it is stays open: a cell has no language that tells."""
    at = offer.amounts if offer is not None else (0, len(text))
    return None if found == CROWN else resolve(found, text, at)
