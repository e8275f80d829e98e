"""Reads the amounts, dates and times a person types. Pure; nothing here needs a window."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal

from ats.domain.money import LARGEST_AMOUNT
from ats.domain.words import day_long

_FACTORS = {"": 1, "k": 1_000, "m": 1_000_000}
_AMOUNT = re.compile(r"([\d.,]*\d)([km]?)", re.IGNORECASE)
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’_]")
_CURRENCY = re.compile(r"^[^\d.,-]+(?=[\d.])|(?<=[\dkKmM])[^\d.,kKmM-]+$")

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = re.compile(rf"^(?:{'|'.join(_DAYS)})[a-z]*,? (?=\S)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_AHEAD = re.compile(r"\+\s*(\d{1,3})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]?(\d{4}|\d{2})?\.?")


def read_amount(text: str) -> Decimal | None:
    """The amount in a text like "117,500", "117.500,00", "80k" or "$1.5m"; None when it is not
    one, is negative or beyond measure. A single comma or point before exactly three figures
    marks thousands, because pay is seldom given to a thousandth."""
    plain = _CURRENCY.sub("", _SPACES.sub("", text))
    found = _AMOUNT.fullmatch(plain)
    if not found:
        return None
    digits, suffix = found[1], found[2].lower()
    number = _normal(digits, whole_thousands=not suffix)
    amount = None if number is None else Decimal(number) * _FACTORS[suffix]
    return None if amount is None or amount >= LARGEST_AMOUNT else amount


def read_date(text: str, today: date, *, day_first: bool = True) -> date | None:
    """The date in a text like "4 Nov", "Nov 4 2026", "2026-11-04", "4.11.", "today", "tomorrow",
    "fri" (the next one) or "+3" (days from today); None when it is not one. `day_first` says
    how to read "4/11". A date without a year is the one nearest to today."""
    plain = _WEEKDAY.sub("", " ".join(text.lower().split()))
    if plain in ("today", "tomorrow", "yesterday"):
        return today + timedelta(("yesterday", "today", "tomorrow").index(plain) - 1)
    if plain[:3] in _DAYS and plain.isalpha():
        return today + timedelta((_DAYS.index(plain[:3]) - today.weekday() - 1) % 7 + 1)
    if found := _AHEAD.fullmatch(plain):
        return today + timedelta(int(found[1]))
    if found := _ISO.fullmatch(plain):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    return _read_written(plain, today) or _read_numbers(plain, today, day_first)


def date_text(on: date, today: date) -> str:
    """A date as a field shows it, so that `read_date` reads the same date again: with the year
    wherever another year would be nearer."""
    text = day_long(on, today)
    return text if read_date(text, today) == on else f"{text} {on.year}"


def read_time(text: str) -> time | None:
    """The time of day in a text like "15:30", "9", "9.15", "3pm"; None when it is not one."""
    found = _TIME.fullmatch(text.strip().lower())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _normal(digits: str, *, whole_thousands: bool) -> str | None:
    """The figures with a decimal point and nothing else, or None for a wrong grouping."""
    marks = [mark for mark in ",." if mark in digits]
    if not marks:
        return digits
    if len(marks) == 2:
        decimal = max(marks, key=digits.rfind)
        head, _, tail = digits.rpartition(decimal)
        grouping = "." if decimal == "," else ","
        return f"{_joined(head, grouping)}.{tail}" if _grouped(head, grouping) else None
    mark = marks[0]
    head, _, tail = digits.rpartition(mark)
    if mark in head or (whole_thousands and len(tail) == 3 and head.lstrip("0")):
        return _joined(digits, mark) if _grouped(digits, mark) else None
    return f"{head or '0'}.{tail}" if len(tail) <= 3 else None


def _grouped(digits: str, mark: str) -> bool:
    """True for groups of three after the first; Indian groups of two before the last pass too."""
    first, *groups = digits.split(mark)
    if not groups:
        return first.isdigit()
    rest = all(len(group) in (2, 3) for group in groups[:-1])
    return 1 <= len(first) <= 3 and len(groups[-1]) == 3 and rest and first.isdigit()


def _joined(digits: str, mark: str) -> str:
    return digits.replace(mark, "")


def _read_written(plain: str, today: date) -> date | None:
    if found := _DAY_MONTH.fullmatch(plain):
        day, month, year = found[1], found[2], found[3]
    elif found := _MONTH_DAY.fullmatch(plain):
        month, day, year = found[1], found[2], found[3]
    else:
        return None
    if month not in _MONTHS:
        return None
    return _dated(int(day), _MONTHS.index(month) + 1, year, today)


def _read_numbers(plain: str, today: date, day_first: bool) -> date | None:
    found = _NUMBERS.fullmatch(plain)
    if not found:
        return None
    first, second = int(found[1]), int(found[2])
    if not day_first and "." not in plain:  # a point is only ever used with the day first
        first, second = second, first
    return _dated(first, second, found[3], today)


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    candidates = [_date(today.year + offset, month, day) for offset in (-1, 0, 1)]
    known = [candidate for candidate in candidates if candidate]
    return min(known, key=lambda each: abs(each - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
