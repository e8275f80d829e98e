"""Reads a list of moves from one cell: "Applied 3 Aug 2026; Phone 8 Aug 2026", "Mar 01: applied",
"Applied on 1 March and rejected on 9 March", "Saved > Applied > Interview"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from ats.domain.stage import StageKind
from ats.exchange.imports.day_cells import AROUND_DAYS, DateOrder, days_within, order_of
from ats.exchange.imports.status_words import Status, status_of
from ats.exchange.imports.yearless_days import MonthAndDay, in_years, nearest, yearless_days

ARROW = r"→|⇒|➔|➜|—>|-{1,2}>|=>|>|»"
LONGEST = 20_000

_PARTS = re.compile(rf"\n|;|\||{ARROW}")
_COMMA = re.compile(r",(?!\d)")
_AND = r"(?<=\s)(?:and|und|et|y|e|en|och|og|i|и|then|dann|puis|luego|poi)(?=\s)"
# What may stand between a step and the next one, which has a day of its own.
_BETWEEN = re.compile(rf",(?!\d)|\.(?=\s|$)|[&+]|{_AND}", re.IGNORECASE)
_APART = re.compile(rf"{_PARTS.pattern}|{_BETWEEN.pattern}", re.IGNORECASE)
_NEAR = 60
_EMPTY = re.compile(r"[\s:()\[\],.@–—-]+")
_JOINING = re.compile(r"(?i)(?:^|\s)(?:on|am|at|le|el|the|since|seit|den|um|em|il|op)(?=\s|$)")
_CLOCK = re.compile(
    r"\bT?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?\b(?:\s*[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_SEVERAL_DAYS = (StageKind.SCREENING, StageKind.INTERVIEWING)
_WORD = re.compile(r"([^\W\d_]+)\.?,?\s*")
_NO_WORDS = " \t\r\n.,:;-–—()!"
_DAY_HERE = "\0"  # Stands in a part for its day.
# What a share such as 2/3 is of.
_SHARED = re.compile(r"(?:round|part|step|stage|phase|runde|teil|tour|scored?|rated)\s*$", re.I)
_OF_DAY = re.compile(r"(?:^|[(,.\s])(?:on|am|le|el|den|em|il|op|since|seit)\s$|\($", re.IGNORECASE)
_ORDER = {kind: at for at, kind in enumerate(StageKind)}
# A recruiter may call before there is an application; nobody offers or rejects before.
_MAY_COME_EARLY = frozenset(_ORDER[kind] for kind in _SEVERAL_DAYS)


@dataclass(frozen=True, slots=True)
class Step:
    """One move in a cell: what it was to, and when where the cell says."""

    status: Status
    on: date | None


@dataclass(frozen=True, slots=True)
class History:
    """The moves a cell lists, oldest first as far as it tells. `without_year` and `in_two_ways`
    are days, as they stand there, whose year or month is not known; their moves have no
    day. `may_be_shares` are numbers, such as points of an interview, that are rather no days.
    `not_understood` are steps that say nothing known."""

    steps: tuple[Step, ...] = ()
    without_year: tuple[str, ...] = ()
    in_two_ways: tuple[str, ...] = ()
    may_be_shares: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()


class _Day(NamedTuple):
    """A day in a cell: whole, or by the ways to read month and day."""

    start: int
    end: int
    on: date | None
    readings: tuple[MonthAndDay, ...] = ()


class _Found(NamedTuple):
    status: Status
    day: _Day | None


def history_in(
    text: str, order: DateOrder | None = None, known: Mapping[StageKind, date] | None = None
) -> History:
    """The moves a cell lists. Nothing where it is no list (less than two moves, and none with a
    day) or longer than LONGEST. `known` are days on which the same application reached stages;
    days without a year follow them."""
    if len(text) > LONGEST:
        return History()
    found: list[_Found] = []
    unread = []
    days, shares = _days(text, order)
    for start, end, day in _single(text, days):
        some = _read(text, start, end, day) or _again(text, found, day)
        found += some
        if not some and text[start:end].strip(_NO_WORDS):
            unread.append(text[start:end].strip(_NO_WORDS))
    if len(found) < 2 and not any(each.day for each in found):
        return History()
    told = _in_time(text, _without_origins(found), known or {}, tuple(unread))
    return replace(told, may_be_shares=tuple(text[day.start : day.end] for day in shares))


def order_in(text: str) -> DateOrder | None:
    """The order that days without a year settle in a cell: a number of one is above 12."""
    if len(text) > LONGEST:
        return None
    days = {(day.start, day.end) for day in _days(text, None)[0]}
    told = (day.settles for day in yearless_days(text) if day.place in days)
    return next(filter(None, told), None)


def _days(text: str, order: DateOrder | None) -> tuple[list[_Day], list[_Day]]:
    """The days in a cell, in the order they stand there, and what may be a share instead."""
    if order is None:
        order = order_of([text])
    whole = [_Day(*place, on) for on, place in days_within(text, order)]
    taken = {at for day in whole for at in range(day.start, day.end)}
    loose = [day for day in yearless_days(text, order) if taken.isdisjoint(range(*day.place))]
    if order is None and (told := next(filter(None, (day.settles for day in loose)), None)):
        return _days(text, told)
    sure = [_Day(*day.place, None, day.readings) for day in loose if not day.may_be_share]
    numbers = [_Day(*day.place, None, day.readings) for day in loose if day.may_be_share]
    alone = len(numbers) == 1 and not any("/" in text[day.start : day.end] for day in whole)
    ends = {at for day in (*whole, *sure) for at in (day.start, day.end)}
    numbers = [day for day in numbers if not _is_share(text, day, ends, alone=alone)]
    shares = _of_one_whole(text, numbers, [] if order is DateOrder.MDY else whole)
    numbers = [day for day in numbers if day not in shares]
    return sorted((*whole, *sure, *numbers), key=lambda day: day.start), list(shares)


def _of_one_whole(text: str, numbers: Sequence[_Day], whole: Sequence[_Day]) -> Mapping[_Day, str]:
    """The numbers that are of the same one ("coding test 9/10; interview 8/10"), as points are,
    where nothing shows any of them to be a day. `whole` are days with the month second."""
    groups: dict[str, list[_Day]] = {}
    for day in numbers:
        groups.setdefault(_numbers(text, day)[1].lstrip("0"), []).append(day)
    months = {
        _numbers(text, day)[1].lstrip("0") for day in whole if "/" in text[day.start : day.end]
    }
    return {
        day: of
        for of, group in groups.items()
        if len(group) > 1 and of not in months and not any(_is_day(text, day) for day in group)
        for day in group
    }


def _numbers(text: str, day: _Day) -> list[str]:
    return text[day.start : day.end].split("/")


def _is_day(text: str, day: _Day) -> bool:
    """Whether numbers such as 9/10 can't be points: they are more than all, begin a step, stand
    after "on", or say when something was that has no points."""
    part, whole = map(int, _numbers(text, day))
    before = _APART.split(text[max(0, day.start - _NEAR) : day.start])[-1]
    if part > whole or not _EMPTY.sub("", before) or _OF_DAY.search(before):
        return True
    status = status_of(_words(before))
    return status is not None and status.kind not in _SEVERAL_DAYS


def _is_share(text: str, day: _Day, ends: Set[int], *, alone: bool) -> bool:
    """Whether numbers such as 2/3 are a share rather than a day. `ends` are the places where
    other days start and end."""
    before, after = text[max(0, day.start - _NEAR) : day.start], text[day.end : day.end + _NEAR]
    before, after = _APART.split(before)[-1], _APART.split(after, maxsplit=1)[0]
    beside_day = range(day.start - len(before), day.end + len(after) + 1)
    if _SHARED.search(before) or not ends.isdisjoint(beside_day):
        return True
    return alone and bool(_EMPTY.sub("", before)) and _OF_DAY.search(before) is None


def _single(text: str, days: Sequence[_Day]) -> Iterator[tuple[int, int, _Day | None]]:
    """The parts of a cell, each with its day; no part has more than one. A part begins with its
    day or ends with it, as the cell has it."""
    left = list(days)
    start = 0
    cuts = [match.span() for match in _PARTS.finditer(text)]
    for end, begin in (*cuts, (len(text), len(text))):
        there = left[: bisect_left(left, end, key=lambda day: day.start)]
        del left[: len(there)]
        yield from _around_days(text, start, end, there)
        start = begin


def _around_days(
    text: str, start: int, end: int, days: Sequence[_Day]
) -> Iterator[tuple[int, int, _Day | None]]:
    words = _words(text[start : days[0].start] + _DAY_HERE) if days else ""
    words_first = any(map(str.isalpha, words))
    for day, after in pairwise(days):
        marks = [match.end() for match in _BETWEEN.finditer(text, day.end, after.start)]
        if marks:
            cut = marks[0] if words_first else marks[-1]
        else:
            cut = day.end if words_first else after.start
        yield start, cut, day
        start = cut
    yield start, end, days[-1] if days else None


def _read(text: str, start: int, end: int, day: _Day | None) -> list[_Found]:
    """The moves that a part tells, of which its day belongs to one."""
    part = text[start:end]
    if day is not None:
        part = f"{text[start : day.start]}{_DAY_HERE}{text[day.end : end]}"
    whole = status_of(_words(part))
    pieces = [piece for piece in _BETWEEN.split(part) if _words(piece)]
    several = _statuses(pieces)
    if len(several) < len(pieces) or not _onward(several):
        several = _statuses(_COMMA.split(part))
    if len(several) < 2 or not _onward(several):
        status = whole or next((status for status, _ in several), None)
        return [] if status is None else [_Found(status, day)]
    of_day = next((at for at, (_, piece) in enumerate(several) if _DAY_HERE in piece), None)
    if of_day is None:
        of_day = 0 if part.lstrip().startswith(_DAY_HERE) else len(several) - 1
    found: dict[Status, _Day | None] = {}
    for at, (status, _) in enumerate(several):
        found[status] = day if at == of_day else found.get(status)
    return [_Found(status, on) for status, on in found.items()]


def _again(text: str, found: Sequence[_Found], day: _Day | None) -> list[_Found]:
    """The move of a further day of the same word: "interviews on 3 March and 5 March"."""
    last = found[-1] if found else None
    if day is None or last is None or last.day is None or last.status.kind not in _SEVERAL_DAYS:
        return []
    between = text[last.day.end : day.start]
    if _PARTS.search(between) or _words(_BETWEEN.sub(" ", between)):
        return []
    return [_Found(last.status, day)] if _BETWEEN.search(between) else []


def _without_origins(found: Sequence[_Found]) -> Sequence[_Found]:
    """The moves of a log of changes, such as "3 Aug: Applied → Phone; 8 Aug: Phone → Onsite",
    which names what each of them was from and then to."""
    pairs = list(zip(found[::2], found[1::2], strict=False))
    if len(found) % 2 or len(pairs) < 2 or any(to.day or not origin.day for origin, to in pairs):
        return found
    for way in (pairs, pairs[::-1]):
        if all(before[1].status == after[0].status for before, after in pairwise(way)):
            return [
                _Found(way[0][0].status, None),
                *(_Found(to.status, origin.day) for origin, to in way),
            ]
    return found


def _statuses(pieces: Sequence[str]) -> list[tuple[Status, str]]:
    found = ((status_of(_words(piece)), piece) for piece in pieces)
    return [(status, piece) for status, piece in found if status is not None]


def _onward(statuses: Sequence[tuple[Status, str]]) -> bool:
    """Whether statuses stand in the order of the pipeline: "rejected after interview" is one
    step."""
    order = [_ORDER[status.kind] for status, _ in statuses]
    return order == sorted(order)


def _words(part: str) -> str:
    """The words of a part without its day, the time and what leads to them."""
    before, here, after = part.partition(_DAY_HERE)
    if here:
        before = _without_lead(before)
    rest = _CLOCK.sub(" ", f"{before} {after}")
    return _EMPTY.sub(" ", _JOINING.sub(" ", rest)).strip()


def _without_lead(text: str) -> str:
    """A text without the small words and days of the week at its end."""
    end = len(text)
    for word in reversed(list(_WORD.finditer(text))):
        if word.end() != end or word[1].casefold() not in AROUND_DAYS:
            break
        end = word.start()
    return text[:end]


def _in_time(
    text: str, found: Sequence[_Found], known: Mapping[StageKind, date], unread: tuple[str, ...]
) -> History:
    """The moves with their days, oldest first."""
    dated = [(each.day, each.status.kind) for each in found if each.day is not None]
    days, back = _settled([day for day, _ in dated], [kind for _, kind in dated], known)
    left = list(days)
    steps = [Step(each.status, left.pop(0) if each.day else None) for each in found]
    if back:
        steps.reverse()
    if all(step.on is not None for step in steps):
        steps.sort(key=lambda step: step.on or date.min)
    # "Pending" moves nothing: it only says that it is not over.
    moved = [step for step in steps if not step.status.vague]
    moved = moved or [Step(step.status, None) for step in steps[-1:]]
    missing = [day for (day, _), on in zip(dated, days, strict=True) if on is None]
    return History(
        steps=tuple(moved),
        without_year=tuple(text[day.start : day.end] for day in missing if not _two_ways(day)),
        in_two_ways=tuple(text[day.start : day.end] for day in missing if _two_ways(day)),
        not_understood=unread,
    )


def _two_ways(day: _Day) -> bool:
    return len(day.readings) > 1


def _settled(
    days: Sequence[_Day], kinds: Sequence[StageKind], known: Mapping[StageKind, date]
) -> tuple[list[date | None], bool]:
    """The days of steps of some kinds, None where they can't be known, and whether they stand
    newest first. Which number is the month is only told by a step whose day is known."""
    if not any(map(_two_ways, days)):
        return _placed([day.on or day.readings[0] for day in days], kinds, known)
    fitting = []
    for reading in (0, -1):
        found = _placed([day.on or day.readings[reading] for day in days], kinds, known)
        if any(
            _two_ways(day) and on is not None and on == known.get(kind)
            for day, kind, on in zip(days, kinds, found[0], strict=True)
        ):
            fitting.append(found)
    if len(fitting) == 1:
        return fitting[0]
    sure = [at for at, day in enumerate(days) if not _two_ways(day)]
    some, back = _settled([days[at] for at in sure], [kinds[at] for at in sure], known)
    placed = dict(zip(sure, some, strict=True))
    return [placed.get(at) for at in range(len(days))], back


def _placed(
    days: Sequence[date | MonthAndDay], kinds: Sequence[StageKind], known: Mapping[StageKind, date]
) -> tuple[list[date | None], bool]:
    """The days in years that follow from a whole one among them or, without one, from a day
    that is known of the application."""
    if not days:
        return [], False
    order = [_ORDER[kind] for kind in kinds]
    bare = [day for day in days if not isinstance(day, date)]
    if len(bare) < len(days):
        return in_years(days, _goes_back(order))
    if not known:
        some_year = date(2024, *bare[0])
        return [None] * len(days), in_years([some_year, *bare[1:]], _goes_back(order))[1]
    anchored: list[date | MonthAndDay]
    kind = next((kind for kind in known if kind in kinds), next(iter(known)))
    if kind in kinds:
        at = kinds.index(kind)
        first = nearest(bare[at], known[kind])
        anchored = [*bare]
        anchored[at] = first or known[kind]
        placed, turned = in_years(anchored, _goes_back(order))
        return [*placed[:at], first, *placed[at + 1 :]], turned
    back = _goes_back(order) or False
    if back:
        bare, order = bare[::-1], order[::-1]
    at = next((at for at, each in enumerate(order) if each > _ORDER[kind]), len(bare))
    with_known = [*order[:at], _ORDER[kind], *order[at:]]
    anchored = [*bare[:at], known[kind], *bare[at:]]
    if at < len(bare) and order[at] in _MAY_COME_EARLY:
        anchored[at + 1] = nearest(bare[at], known[kind]) or bare[at]
    found, turned = in_years(anchored, _goes_back(with_known))
    del found[at]
    return (found[::-1], not turned) if back else (found, turned)


def _goes_back(order: Sequence[int]) -> bool | None:
    """Whether stages stand newest first; None where they don't tell."""
    if order[0] == order[-1]:
        return None
    if order == sorted(order):
        return False
    return True if order == sorted(order, reverse=True) else None
