"""What a row says about where an application stands and how it got there: a status, a cell
with several statuses, dates, and columns for single stages, as one list of moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ats.domain.stage import DEFAULT_STAGES, Outcome, StageKind
from ats.exchange.application_columns import Move
from ats.exchange.imports.cells_in import Cells, said_yes, shortened
from ats.exchange.imports.day_cells import days_in
from ats.exchange.imports.field_headers import STAGE_FIELDS, Field, stage_of_header
from ats.exchange.imports.status_words import Status, plain_words, status_of, statuses_of

DAY_UNKNOWN = "The imported file does not give the day."

_ORDER = {kind: at for at, kind in enumerate(StageKind)}
_PLAIN = {name.casefold() for name, _ in DEFAULT_STAGES}


@dataclass(frozen=True, slots=True)
class History:
    """`stage` is the person's own stage where the row names it, else ""."""

    stage: str
    kind: StageKind
    outcome: Outcome | None
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class _Reached:
    """A stage a cell says was reached, and the column of that cell."""

    column: int
    move: Move


def history(cells: Cells) -> History:
    """Where the application of a row stands and how it got there.

    The status column decides; a day of a later stage than it says is planned or stale, and
    is kept as text only. Without a known status the furthest stage reached counts.
    """
    statuses = _statuses(cells)
    reached = list(_reached(cells))
    if statuses and not statuses[-1].vague:
        last = statuses[-1]
        for late in [item for item in reached if _later(item.move, last)]:
            cells.keep_column(late.column)
            reached.remove(late)
    else:
        ends = [Status(_kind(item.move), item.move.outcome) for item in reached]
        ends += statuses[-1:]
        last = max(ends, key=lambda end: _ORDER[end.kind], default=Status(StageKind.SAVED))
    moves = [item.move for item in reached]
    known = {move.kind for move in moves}
    earlier = dict.fromkeys(status.kind for status in statuses[:-1])
    moves += [Move(stage="", kind=kind) for kind in earlier if kind not in {*known, last.kind}]
    moves = _arrived(cells, moves, last)
    word = cells.text(Field.STAGE)
    named = word if word.casefold() in cells.table.stages else ""
    return History(named, last.kind, last.outcome, _dated(moves))


def _statuses(cells: Cells) -> tuple[Status, ...]:
    """The stages the status says, oldest first; none where it says nothing known."""
    word, own = cells.text(Field.STAGE), cells.table.stages
    if word.casefold() in own:
        found: tuple[Status, ...] = (Status(own[word.casefold()]),)
    else:
        single = status_of(word)
        found = statuses_of(word) or ((single,) if single else ())
        if word and plain_words(word) not in _PLAIN:
            cells.keep(Field.STAGE)
        if word and not found:
            cells.report(Field.STAGE, f"“{shortened(word)}” isn’t a known status.")
    ending = status_of(cells.text(Field.OUTCOME))
    if ending is not None and ending.outcome is not None:
        return (*found[: len(found) - 1], ending)
    if cells.text(Field.OUTCOME):
        cells.keep(Field.OUTCOME)
    return found


def _reached(cells: Cells) -> Iterator[_Reached]:
    for column, name in cells.table.mapping.items():
        if name is Field.SAVED and (on := cells.day(name)):
            yield _Reached(column, Move(stage="", kind=StageKind.SAVED, on=on))
        elif name is Field.APPLIED:
            yield from _applied(cells, column)
        elif name in STAGE_FIELDS:
            yield from _stage_column(cells, column, name)


def _applied(cells: Cells, column: int) -> Iterator[_Reached]:
    text = cells.text(Field.APPLIED)
    answer = said_yes(text)
    on = cells.day(Field.APPLIED) if answer is None else None
    if answer or (text and answer is None):
        yield _Reached(column, Move(stage="", kind=StageKind.APPLIED, on=on))


def _stage_column(cells: Cells, column: int, name: Field) -> Iterator[_Reached]:
    """A column for one stage holds days, or only that it was reached; other words are kept."""
    text = cells.text_at(column)
    if not text:
        return
    told = stage_of_header(cells.table.header(column))
    outcome = told.outcome if told is not None and told.kind == name.value else None
    move = Move(stage="", kind=StageKind(name.value), outcome=outcome)
    days = days_in(text, cells.table.orders.get(column))
    if said_yes(text):
        yield _Reached(column, move)
    for day in days:
        yield _Reached(column, replace(move, on=day.on))
    if (days and not days[0].whole) or (not days and said_yes(text) is None):
        cells.keep_column(column)


def _arrived(cells: Cells, moves: list[Move], last: Status) -> list[Move]:
    """The moves with the one to the present stage, dated by the status date where there is
    one, in pipeline order."""
    on = cells.day(Field.STAGE_DATE)
    at = [move for move in moves if move.kind is last.kind]
    final = at[-1] if at else Move(stage="", kind=last.kind)
    if last.kind in (StageKind.SAVED, StageKind.APPLIED) and final.on not in (None, on):
        cells.keep(Field.STAGE_DATE)
        on = None
    final = replace(final, outcome=last.outcome, on=on or final.on)
    others = moves if not at else [move for move in moves if move is not at[-1]]
    return sorted([*others, final], key=lambda move: _ORDER[_kind(move)])


def _dated(moves: list[Move]) -> tuple[Move, ...]:
    """A move the file gives no day for gets that of the move before it, else after it, and
    says so. The day of applying is never made up: reports are written from it."""
    known = [move.on for move in moves]
    dated = []
    for at, move in enumerate(moves):
        near = _last(known[:at]) or _last(known[:at:-1])
        if move.on is None and move.kind is not StageKind.APPLIED and near is not None:
            dated.append(replace(move, on=near, note=DAY_UNKNOWN))
        else:
            dated.append(move)
    return tuple(dated)


def _last(days: list[date | None]) -> date | None:
    return next((day for day in reversed(days) if day is not None), None)


def _later(move: Move, last: Status) -> bool:
    return _ORDER[_kind(move)] > _ORDER[last.kind]


def _kind(move: Move) -> StageKind:
    return move.kind or StageKind.SAVED
