"""Days that a list of steps names without their year, and the years in which the steps go on
from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from ats.exchange.imports.day_cells import MONTHS, DateOrder

MonthAndDay = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day without its year and where it stands. `readings` are two where its numbers could
    be day and month either way, and `settles` is the order that they tell where one is above
    12. `may_be_share` is True for a number such as 3/4."""

    place: tuple[int, int]
    readings: tuple[MonthAndDay, ...]
    may_be_share: bool = False
    settles: DateOrder | None = None


_NAMED = (
    re.compile(
        r"(?<![\d./-])(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?[ -]?(?:de |of )?"
        r"(?P<month>[^\W\d_]{3,10})\b\.?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<month>[^\W\d_]{3,10})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
        r"(?!:\d|[\d./-]*\d)",
        re.IGNORECASE,
    ),
)
_NUMBERS = re.compile(
    r"(?<![\d./:-])(?P<first>\d{1,2})"
    r"(?:/(?P<slash>\d{1,2})|\.(?P<dot>\d{1,2})(?:\.|(?=\s*:\s))|月(?P<sign>\d{1,2})日)(?![\d/])"
)
# Months that are common words as well, and what follows such a word.
_COMMON = frozenset("may out set".split())
_NO_MONTH = re.compile(r"\s(?:of|for|up|be|have|not|need|take|come|follow|start|go|get)\b", re.I)
_CLOCK = re.compile(r"(?:\bat|\bum|\bab|\bkl\.?|\bà|\bore|\blas|\bàs)\s$", re.IGNORECASE)
_FAR = 270  # days: a step so long after another came rather before it


def yearless_days(text: str, order: DateOrder | None = None) -> Iterator[Yearless]:
    """The days in a text that lack the year; what looks like one within a whole day is among
    them. `order` decides between day and month where the numbers do not."""
    yield from _named(text)
    yield from _in_numbers(text, order)


def _named(text: str) -> Iterator[Yearless]:
    found = []
    for number_first, pattern in zip((True, False), _NAMED, strict=True):
        for match in pattern.finditer(text):
            name = match["month"].casefold()
            reading = _valid(MONTHS.get(name, 0), int(match["day"]))
            common = number_first and name in _COMMON and _NO_MONTH.match(text, match.end())
            if reading and not common:
                found.append(Yearless(match.span(), reading))
    end = 0
    for day in sorted(found, key=lambda day: day.place):
        if day.place[0] >= end:
            end = day.place[1]
            yield day


def _in_numbers(text: str, order: DateOrder | None) -> Iterator[Yearless]:
    for match in _NUMBERS.finditer(text):
        first, second = int(match["first"]), int(match["slash"] or match["dot"] or match["sign"])
        if match["dot"] and _CLOCK.search(text, max(0, match.start() - 5), match.start()):
            continue
        by_day, by_month = _valid(second, first), _valid(first, second)
        if match["dot"]:
            readings = by_day
        elif match["sign"]:
            readings = by_month
        elif order is None:
            readings = tuple(dict.fromkeys(by_day + by_month))
        else:
            readings = (by_day or by_month) if order is DateOrder.DMY else (by_month or by_day)
        if readings:
            settles = None
            if match["slash"] and max(first, second) > 12:
                settles = DateOrder.DMY if first > 12 else DateOrder.MDY
            yield Yearless(match.span(), readings, bool(match["slash"]), settles)


def in_years(
    days: Sequence[date | MonthAndDay], back: bool | None = None
) -> tuple[list[date | None], bool]:
    """The days, of which at least one is whole, in the years in which they follow each other,
    and whether they go back in time as they stand there. `back` says so where it is known;
    else the way that takes less time counts. None for a day that its year does not have."""
    onward, backward = _onward(days), _onward(days[::-1])[::-1]
    shorter = _span(onward) <= _span(backward) if back is None else not back
    found = onward if shorter else backward
    known = [day for day in found if day is not None]
    steps = [(after > before) - (after < before) for before, after in pairwise(known)]
    return found, sum(steps) < 0


def nearest(day: MonthAndDay, to: date) -> date | None:
    """The day in the year in which it is nearest to a whole one."""
    return min(_in_years_near(day, to), key=lambda each: abs(each - to), default=None)


def _onward(days: Sequence[date | MonthAndDay]) -> list[date | None]:
    """The days in years so that each is the first after the one before."""
    at = next(at for at, day in enumerate(days) if isinstance(day, date))
    before = _follow(days[at::-1], -1)[::-1]
    return before[:-1] + _follow(days[at:], 1)


def _follow(days: Sequence[date | MonthAndDay], direction: int) -> list[date | None]:
    found: list[date | None] = []
    last = days[0]
    for day in days:
        assert isinstance(last, date)
        if isinstance(day, date):
            found.append(day)
        else:
            found.append(_next(day, last, direction))
        last = found[-1] or last
    return found


def _next(day: MonthAndDay, last: date, direction: int) -> date | None:
    later = [each for each in _in_years_near(day, last) if (each - last).days * direction >= 0]
    first = min(later, key=lambda each: abs(each - last), default=None)
    return first if first and abs((first - last).days) <= _FAR else nearest(day, last)


def _in_years_near(day: MonthAndDay, to: date) -> Iterator[date]:
    for year in (to.year - 1, to.year, to.year + 1):
        try:
            yield date(year, *day)
        except ValueError:
            continue


def _span(days: Sequence[date | None]) -> int:
    known = [day for day in days if day is not None]
    return (max(known) - min(known)).days


def _valid(month: int, day: int) -> tuple[MonthAndDay, ...]:
    try:
        date(2024, month, day)  # a year that has a 29 February
    except ValueError:
        return ()
    return ((month, day),)
