"""Reads days from cells as spreadsheets, programs and people write them. A day that could be
two is settled by its column or by the person, never by chance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import chain


class DateOrder(StrEnum):
    """In which order a day written with numbers only is meant."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in a cell. `whole` is False where the cell says more than this day (and its
    time); `settled` is False where day and month could be the other way round. `place` is
    where it stands in the cell, None where it is all of it."""

    on: date
    whole: bool
    settled: bool
    place: tuple[int, int] | None = None


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january janv janvier enero ene gennaio gen janeiro januari",
            "feb februar february févr février fev fév febrero febbraio fevereiro februari",
            "mar märz mrz march mars marzo março maart mrt",
            "apr april avr avril abril abr aprile",
            "may mai mayo maio maggio mag maj mei",
            "jun juni june juin junio giugno giu junho",
            "jul juli july juil juillet julio luglio lug julho",
            "aug august août aout agosto ago augusti augustus",
            "sep sept september septembre septiembre settembre set setembro",
            "oct oktober okt october octobre octubre ottobre ott outubro out",
            "nov november novembre noviembre novembro",
            "dec dez dezember december déc décembre diciembre dic dicembre dezembro desember",
        ),
        1,
    )
    for name in names.split()
}

# A year of two digits, which the hour of a clock is not: "20 Aug 14:30", "20.8. 10 Uhr".
_MINUTES = r"[:.h][0-5]\d(?!\d)"
_UNTIL = rf"(?:\s?[-–]\s?\d{{1,2}}(?:{_MINUTES})?)?"
_SHORT_YEAR = (
    rf"(?!(?:[01]\d|2[0-4])(?:{_MINUTES}|{_UNTIL}\s?(?:uhr|h)\b))"
    rf"(?!(?:0\d|1[0-2]){_UNTIL}\s?[ap]\.?m\b)\d{{2}}"
)
_NUMBERS = (
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<sign>[/.\-])\s?(?P<second>\d{1,2})(?P=sign)\s?"
    rf"(?P<year>\d{{4}}|{_SHORT_YEAR})(?![\d/-])"
)
_HOUR = re.compile(
    rf"[,\s]\s?(?:(?:at|um) )?\d{{1,2}}"
    rf"(?:{_MINUTES}{_UNTIL}|(?:{_MINUTES})?{_UNTIL}\s?(?:uhr|h|[ap]\.?m\.?))$",
    re.IGNORECASE,
)
_IN_NUMBERS = re.compile(_NUMBERS, re.IGNORECASE)
_FOUND = re.compile(
    r"(?P<iso>(?<!\d)(\d{4})([-/.年])\s?(\d{1,2})([-/.月])\s?(\d{1,2})日?(?=\D|$))"
    rf"|(?P<numbers>{_NUMBERS})"
    r"|(?P<named>(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[ \-/]*(?:de )?([^\W\d_]{3,10})\.?,?"
    rf"[ \-/]*(?:de )?(\d{{4}}|{_SHORT_YEAR})(?!\d))"
    r"|(?P<month>([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d))",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[T,\s]*(?:at )?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(r"\d\s*[ap]\.?m\.?\b", re.IGNORECASE)
_SERIAL = re.compile(r"[2-6]\d{4}(?:\.\d+)?")
_COMPACT = re.compile(r"(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_STAMP = re.compile(r"(1\d{9})(?:\d{3})?")  # seconds or milliseconds since 1970
_YEARLESS = (
    re.compile(r"(?<!\d)(?P<number>\d{1,2})(?:st|nd|rd|th|\.)?[ -]?(?P<name>[^\W\d_]{3,10})\b"),
    re.compile(r"\b(?P<name>[^\W\d_]{3,10})\.? (?P<number>\d{1,2})\b(?!:)"),
)
_YEARLESS_NUMBERS = re.compile(r"(?<![\d./-])\d{1,2}(?:/\d{1,2}|\.\d{1,2}\.|月\d{1,2}日)(?![\d/-])")
_PARTS = (
    (re.compile(r"\d{1,2}[./-]\d{1,2}[./-]?|\d{1,2}月\d{1,2}日"), "the year"),
    (re.compile(r"\d{1,2}(?:st|nd|rd|th|\.)?[ -]*([^\W\d_]{3,10})\.?", re.I), "the year"),
    (re.compile(r"([^\W\d_]{3,10})\.? \d{1,2}(?:st|nd|rd|th)?", re.I), "the year"),
    (re.compile(r"([^\W\d_]{3,10})\.?,?[ '-]*\d{4}", re.I), "the day"),
    (re.compile(r"\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}"), "the day"),
)
# What stands around a day and says nothing more: the day of the week, small words.
AROUND_DAYS = frozenset(
    "on at am um le il el the of de den"
    " monday tuesday wednesday thursday friday saturday sunday"
    " mon tue tues wed thu thur thurs fri sat sun"
    " montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so"
    " lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim"
    " lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom".split()
)
_DIGIT = re.compile(r"\d")
_LONGEST = 200
_SERIAL_START = date(1899, 12, 30)  # day 0 of spreadsheets, with their 29 February 1900


def days_in(cell: str, order: DateOrder | None = None) -> Sequence[Day]:
    """The days in a cell, in the order they stand there. `order` decides between day and
    month where the numbers do not."""
    text = cell.strip()
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return ()
    return _days_in(text, order)


# The same days stand in many rows.
@lru_cache(4096)
def _days_in(text: str, order: DateOrder | None) -> tuple[Day, ...]:
    alone = _by_number(text)
    if alone is not None:
        return (Day(alone, True, True),)
    found = []
    for match in _FOUND.finditer(text):
        day = _day(match, order, half_day=bool(_HALF_DAY.search(text)))
        if day is not None:
            found.append((match, *day))
    if len(found) == 1:
        match, on, settled = found[0]
        return (Day(on, _alone(text, match), settled, match.span()),)
    return tuple(Day(on, False, settled, match.span()) for match, on, settled in found)


def could_be_two(text: str) -> bool:
    """Whether a cell has a day in numbers that could be read in two ways."""
    return len(text) <= _LONGEST and _IN_NUMBERS.search(text) is not None


def is_serial(text: str) -> bool:
    """Whether a cell could be a day by its number alone; it could be pay or an id as well."""
    return _by_number(text) is not None


def part_of_day(text: str) -> str | None:
    """What a day lacks that is only said in part ("8-Jul", "March 2026"): "the year" or "the
    day". It may have a day of the week and a clock. None where the text is no such day."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    text = _HOUR.sub("", text)
    first, _, rest = text.partition(" ")
    of_week = first.rstrip(".,").casefold() in AROUND_DAYS
    for pattern, lacks in _PARTS:
        match = pattern.fullmatch(text) or (pattern.fullmatch(rest) if of_week else None)
        if match and (not match.re.groups or match[1].casefold() in MONTHS):
            return lacks
    return None


def days_within(text: str, order: DateOrder | None = None) -> list[tuple[date, tuple[int, int]]]:
    """The days in a text of any length, in the order they stand there, each with its place."""
    half_day = _HALF_DAY.search(text) is not None
    days = ((_day(match, order, half_day=half_day), match) for match in _FOUND.finditer(text))
    return [(day[0], match.span()) for day, match in days if day is not None]


def yearless_in(text: str) -> tuple[int, int] | None:
    """Where a day may stand without its year ("Mon 3 Aug", "3/8 with Ann"); a share such as 3/8
    looks the same."""
    if len(text) > _LONGEST:
        return None
    found = _YEARLESS_NUMBERS.search(text)
    if found is not None:
        return found.span()
    named = chain.from_iterable(pattern.finditer(text) for pattern in _YEARLESS)
    places = (match.span() for match in named if match["name"].casefold() in MONTHS)
    return next(places, None)


def order_of(cells: Iterable[str]) -> DateOrder | None:
    """The order a column's days are written in, where one of them settles it: a number above
    12, or a clock with a.m. and p.m., which is written month first. Days with dots say
    nothing of others."""
    half_day = False
    for cell in cells:
        for match in _IN_NUMBERS.finditer(cell[:_LONGEST]):
            first, second = int(match["first"]), int(match["second"])
            if match["sign"] == ".":
                continue
            if first > 12 >= second:
                return DateOrder.DMY
            if second > 12 >= first:
                return DateOrder.MDY
            half_day = half_day or bool(_HALF_DAY.search(cell))
    return DateOrder.MDY if half_day else None


def _by_number(text: str) -> date | None:
    """The day of a spreadsheet's day number, of eight digits, or of a computer's clock (UTC)."""
    if _SERIAL.fullmatch(text):
        return _SERIAL_START + timedelta(days=int(float(text)))
    if compact := _COMPACT.fullmatch(text):
        return _date(compact[1], compact[2], compact[3])
    if stamp := _STAMP.fullmatch(text):
        return date(1970, 1, 1) + timedelta(seconds=int(stamp[1]))
    return None


def _day(
    match: re.Match[str], order: DateOrder | None, *, half_day: bool
) -> tuple[date, bool] | None:
    parts = [part for part in match.groups()[1:] if part is not None]
    if match["iso"]:
        day = _date(parts[0], parts[2], parts[4])
        return None if day is None else (day, True)
    if match["numbers"]:
        return _numbered(match, order, half_day=half_day)
    number, name, year = parts[-3:] if match["named"] else (parts[-2], parts[-3], parts[-1])
    month = MONTHS.get(name.casefold())
    day = None if month is None else _date(year, month, number)
    return None if day is None else (day, True)


def _numbered(
    match: re.Match[str], order: DateOrder | None, *, half_day: bool
) -> tuple[date, bool] | None:
    """Dots are written between day and month, in that order, whatever the order of days with
    other signs; these are not telling."""
    first, sign, second, year = match.group("first", "sign", "second", "year")
    by_day, by_month = _date(year, second, first), _date(year, first, second)
    if order is DateOrder.YMD and len(year) == 2:
        early = _date(first, second, year)
        return None if early is None else (early, True)
    month_first = sign != "." and (order is DateOrder.MDY or (order is None and half_day))
    wanted, other = (by_month, by_day) if month_first else (by_day, by_month)
    if wanted is None:
        return None if other is None else (other, True)
    settled = order is not None or other is None or other == wanted or sign == "." or half_day
    return wanted, settled


def _date(year: str, month: str | int, day: str) -> date | None:
    full = int(year) + 2000 if len(year) == 2 else int(year)
    try:
        return date(full, int(month), int(day)) if 1950 <= full <= 2100 else None
    except ValueError:
        return None


def _alone(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()].strip(), text[match.end() :].strip()
    weekday = re.fullmatch(r"[^\W\d_]{2,12}\.?,?", before) is not None
    return (not before or weekday) and (not after or _TIME.fullmatch(after) is not None)
