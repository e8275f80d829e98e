"""Reads one day as postings write it: "12 June 2026", "2026-06-12", "den 12 juni", "12/06/2026";
a day that could be two is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ats.domain.reading import Span
from ats.pay_text import currencies
from ats.reading.language import language_of
from ats.text_patterns import digits_in

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan januar januari janvier janv enero ene jänner",
            "february feb februar februari février févr febrero",
            "march mar mars märz maart marzo marts",
            "april apr avril avr abril abr",
            "may maj mai mei mayo",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug augusti août aout augustus agosto ago",
            "september sept sep septembre septiembre setiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez décembre déc desember diciembre dic",
        ],
        start=1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_OF = r"(?:of |de |del |d['’])?"
DATE = (
    r"(?:(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    rf"|(?P<dmy>\d{{1,2}}(?:st|nd|rd|th|:?e|er|\.|º)?\s?{_OF}(?:{_NAME})(?-i:(?![a-zà-ÿ]))\.?,?"
    rf"(?:\s{_OF}\d{{4}}(?!\d))?)"
    rf"|(?P<mdy>(?:{_NAME})\.?\s?\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,?\s\d{{4}}(?!\d))?)"
    r"|(?P<num>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}[/.]\d{1,2}[/.](?:1[5-9]|[23]\d)(?![\d/.]))"
    r"|(?P<short>\d{1,2}[./]\d{1,2}\.?(?![\d./%])))"
)
"""A date, for patterns that set it beside a cue (`re.IGNORECASE`); `read_day` takes the match."""

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-](?:20\d{2}|\d{2})(?![\d/-])")
_DAY_FIRST = frozenset("de fr sv es nl da no it pt fi pl".split())
_DAY_FIRST_MONEY = frozenset({"GBP", "AUD", "NZD", "SGD", "HKD"})


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the reading of a day may lean on: the text it stands in, the day of reading, and
    whether the day wanted lies ahead (a deadline) or behind."""

    text: str
    today: date | None
    ahead: bool


_DAY = re.compile(DATE, re.I)
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,})\.?\s?$")
_MOST_DAYS = 300


@lru_cache(maxsize=4)
def days_in(text: str) -> tuple[Span, ...]:
    """Where days may stand, in order: found by their digits, as a search by names is slow."""
    found: list[Span] = []
    for start, _ in digits_in(text):
        if found and start < found[-1][1]:
            continue
        ahead = _WORD_BEFORE.search(text, max(0, start - 14), start)
        named = ahead if ahead and ahead[1].casefold() in _MONTHS else None
        match = _DAY.match(text, named.start() if named else start)
        if match:
            found.append(match.span())
            if len(found) == _MOST_DAYS:
                break
    return tuple(found)


def read_day(match: re.Match[str], calendar: Calendar) -> date | None:
    """The day of a match of DATE; None where it is no day, may be two, or lacks its year and
    the day of reading is not known."""
    if match["iso"]:
        year, month, day = map(int, re.split(r"[-/.]", match["iso"]))
        return _date(year, month, day)
    if match["num"]:
        return _numeric(match["num"], calendar)
    if match["short"]:
        return _short(match["short"], calendar)
    return _named(match["dmy"] or match["mdy"], calendar)


def start_of(match: re.Match[str]) -> int:
    """Where the date of a match begins, past its cue."""
    groups = ("iso", "dmy", "mdy", "num", "short")
    return next(match.start(name) for name in groups if match[name])


def _named(words: str, calendar: Calendar) -> date | None:
    name = re.search(_NAME, words, re.I)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if not name or not numbers:
        return None
    month = _MONTHS[name[0].casefold()]
    if len(numbers) > 1:
        return _date(numbers[1], month, numbers[0])
    return _nearest(month, numbers[0], calendar)


def _numeric(words: str, calendar: Calendar) -> date | None:
    """01/12/2026 may be two days: it is read where points part it, where one of its numbers is
    no month, or where the posting shows how it writes dates."""
    first, second, year = map(int, re.split(r"[/.-]", words))
    year += 2000 if year < 100 else 0
    if first > 12 or "." in words or first == second:
        return _date(year, second, first)
    if second > 12:
        return _date(year, first, second)
    day_first = writes_day_first(calendar.text)
    if day_first is None:
        return None
    return _date(year, second, first) if day_first else _date(year, first, second)


def _short(words: str, calendar: Calendar) -> date | None:
    """ "30.6." and "15/8" are days only where the language writes them so."""
    if language_of(calendar.text) not in _DAY_FIRST:
        return None
    day, month = map(int, re.findall(r"\d+", words))
    return _nearest(month, day, calendar)


@lru_cache(maxsize=4)
def writes_day_first(text: str) -> bool | None:
    """Whether the posting writes the day before the month: by its other dates, then by its
    language, then by the one country it is plainly from; None where none of them tells."""
    shown = {
        first > 12
        for first, second in ((int(m[1]), int(m[2])) for m in _NUMERIC.finditer(text))
        if (first > 12) != (second > 12) and max(first, second) <= 31
    }
    if shown:
        return shown.pop() if len(shown) == 1 else None
    if language_of(text) in _DAY_FIRST:
        return True
    money = currencies.home_currency(text)
    if money == "USD" and "£" not in text and "€" not in text:
        return False
    return True if money in _DAY_FIRST_MONEY and "$" not in text.replace("A$", "") else None


def _nearest(month: int, day: int, calendar: Calendar) -> date | None:
    today = calendar.today
    if today is None:
        return None
    found = _date(today.year, month, day)
    if found and calendar.ahead and found < today - timedelta(days=60):
        return _date(today.year + 1, month, day)
    if found and not calendar.ahead and found > today:
        return _date(today.year - 1, month, day)
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None
