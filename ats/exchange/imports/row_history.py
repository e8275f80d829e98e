"""What a row says about where an application stands and how it got there: a status, a cell
with several statuses or moves, dates, and columns for single stages, as one list of moves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ats.domain.stage import DEFAULT_STAGES, Outcome, StageKind
from ats.exchange.application_columns import DAY_OF_UPDATE, DAY_UNKNOWN, Move
from ats.exchange.imports.cell_words import said_yes, shortened
from ats.exchange.imports.cells_in import Cells
from ats.exchange.imports.fields import LATER_FIELDS, STAGE_FIELDS, Field
from ats.exchange.imports.header_words import is_update
from ats.exchange.imports.history_cell import ARROW, LONGEST, History, Step, history_in
from ats.exchange.imports.stage_column import Reached, reached_in
from ats.exchange.imports.status_words import Status, plain_words, status_of, statuses_of

HISTORY_FIELDS = (
    Field.STAGE, Field.STAGE_DATE, Field.OUTCOME, Field.APPLIED, Field.SAVED, Field.HISTORY,
    *LATER_FIELDS, *STAGE_FIELDS,
)  # fmt: skip

_MAY_BE_STEPS = re.compile(r"[\d>→⇒➔➜»]")
_ORDER = {kind: at for at, kind in enumerate(StageKind)}
_PLAIN = {name.casefold() for name, _ in DEFAULT_STAGES}


@dataclass(frozen=True, slots=True)
class _Told:
    """What the status says: `ends` are statuses, oldest first, and `steps` moves with their
    days."""

    ends: tuple[Status, ...] = ()
    steps: tuple[Step, ...] = ()


def history(cells: Cells) -> dict[str, Any]:
    """Where the application of a row stands and how it got there, by the names of ImportRow.

    The status column decides; a day of a later stage than it says is planned or stale, and
    is kept as text only. Without a known status the furthest stage reached counts. `stage` is
    the person's own stage where the row names it, else "".
    """
    reached = list(_reached(cells))
    told = _told(cells, reached)
    last = _standing(cells, told, reached)
    moves = [item.move for item in reached]
    moves += _steps_beside(told.steps, moves)
    known = {move.kind for move in moves}
    earlier = dict.fromkeys(status.kind for status in told.ends[:-1])
    moves += [Move(stage="", kind=kind) for kind in earlier if kind not in {*known, last.kind}]
    word = cells.text(Field.STAGE)
    return {
        "stage": word if cells.table.stages.get(word.casefold()) is last.kind else "",
        "stage_kind": last.kind,
        "outcome": last.outcome,
        "moves": _dated(_arrived(cells, moves, last)),
    }


def _steps_beside(steps: Sequence[Step], moves: Sequence[Move]) -> list[Move]:
    """The moves that a cell lists, without those that a column of their own tells better: the
    days of saving and applying, and a stage whose day is known from there."""
    dated = {move.kind for move in moves if move.on is not None}
    alone = {StageKind.SAVED, StageKind.APPLIED}
    return [
        Move(stage="", kind=step.status.kind, on=step.on, outcome=step.status.outcome)
        for step in steps
        if step.status.kind not in dated or (step.on is not None and step.status.kind not in alone)
    ]


def _standing(cells: Cells, told: _Told, reached: list[Reached]) -> Status:
    """Where the application stands. What contradicts a status is taken from `reached` and
    kept."""
    ends = [*told.ends, *(step.status for step in told.steps)]
    if ends and not ends[-1].vague:
        last = ends[-1]
        for late in [item for item in reached if _later(item.move, last)]:
            cells.keep_column(late.column)
            reached.remove(late)
    else:
        found = [Status(_kind(item.move), item.move.outcome) for item in reached]
        last = max(
            [*found, *ends[-1:]],
            key=lambda end: (_ORDER[end.kind], end.outcome is not None),
            default=Status(StageKind.SAVED),
        )
    only_saved = ends[:-1] and all(end.kind is StageKind.SAVED for end in ends[:-1])
    if last.kind is StageKind.CLOSED and last.outcome is None and only_saved:
        # What closed before anybody applied was the role.
        return replace(last, outcome=Outcome.ROLE_GONE)
    return last


def _told(cells: Cells, reached: Sequence[Reached]) -> _Told:
    """What the status, the outcome, a list of moves and second statuses say."""
    known = _known(reached)
    statuses, steps = _of_status(cells, known)
    steps += _of_history(cells, known)
    steps += _of_later(cells)
    if statuses and steps and _ORDER[statuses[-1].kind] > _ORDER[steps[-1].status.kind]:
        steps = (*steps, Step(statuses[-1], None))
    ending = cells.text(Field.OUTCOME)
    outcome = _meaning(cells, ending)
    if ending and plain_words(ending) not in _PLAIN:
        cells.keep(Field.OUTCOME)
    if outcome is not None and outcome.outcome is not None:
        if steps:
            steps = (*steps, Step(outcome, None))
        statuses = (*statuses[: len(statuses) - 1], outcome)
    return _Told(statuses, steps)


def _known(reached: Sequence[Reached]) -> dict[StageKind, date]:
    """The first day of each stage that columns of their own tell, the day of applying first."""
    known: dict[StageKind, date] = {}
    for item in sorted(reached, key=lambda item: item.move.kind is not StageKind.APPLIED):
        if item.move.on is not None:
            known.setdefault(_kind(item.move), item.move.on)
    return known


def _of_status(
    cells: Cells, known: Mapping[StageKind, date]
) -> tuple[tuple[Status, ...], tuple[Step, ...]]:
    """The stages a status cell says, oldest first; none where it says nothing known."""
    word, own = cells.text(Field.STAGE), cells.table.stages
    if not word:
        return (), ()
    if word.casefold() in own:
        return (Status(own[word.casefold()]),), ()
    if plain_words(word) not in _PLAIN:
        cells.keep(Field.STAGE)
    answered, meaning = cells.table.own_meaning(word)
    if answered:
        return ((meaning,) if meaning else ()), ()
    if _MAY_BE_STEPS.search(word):
        column = next(at for at, name in cells.columns() if name is Field.STAGE)
        told = history_in(word, cells.table.orders.get(column), known)
        unsure = told.without_year or told.in_two_ways or told.may_be_shares
        dated = unsure or any(step.on is not None for step in told.steps)
        if dated or _in_order(word, told.steps):
            _name_gaps(cells, Field.STAGE, told)
            return (), told.steps
    found = statuses_of(word) or tuple(filter(None, [status_of(word)]))
    if not found:
        cells.report(Field.STAGE, f"“{shortened(word)}” isn’t a known status.")
    return found, ()


def _in_order(word: str, steps: Sequence[Step]) -> bool:
    """Whether arrows between all the statuses of a cell say in which order they came."""
    return len(steps) > 1 and len(re.split(ARROW, word)) == len(steps)


def _meaning(cells: Cells, word: str) -> Status | None:
    answered, meaning = cells.table.own_meaning(word)
    return meaning if answered else status_of(word)


def _of_history(cells: Cells, known: Mapping[StageKind, date]) -> tuple[Step, ...]:
    text = cells.text(Field.HISTORY)
    if not text:
        return ()
    column = next(at for at, name in cells.columns() if name is Field.HISTORY)
    told = history_in(text, cells.table.orders.get(column), known)
    if len(text) > LONGEST:
        long = f"It is longer than {LONGEST:,} characters and was not read as a history."
        cells.report(Field.HISTORY, long)
    elif not told.steps:
        cells.report(Field.HISTORY, "No history could be read.")
    else:
        cells.keep(Field.HISTORY)
        _name_gaps(cells, Field.HISTORY, told)
    return told.steps


def _name_gaps(cells: Cells, name: Field, told: History) -> None:
    """Name the days and the steps of a list of moves that could not be read."""
    if days := told.without_year:
        are = "isn’t a whole date" if len(days) == 1 else "aren’t whole dates"
        cells.report(name, f"{_first_of(days)} in the history {are}: the year is missing.")
    if days := told.in_two_ways:
        be = "could be two days" + (" each" if len(days) > 1 else "")
        cells.report(
            name,
            f"{_first_of(days)} in the history {be}: day and month could be the other way round.",
        )
    if shares := told.may_be_shares:
        cells.report(
            name,
            f"{_first_of(shares)} in the history could be days or points, so no days were read "
            "from them.",
        )
    if steps := told.not_understood:
        one, are = ("", "isn’t") if len(steps) == 1 else (" steps", "aren’t")
        cells.report(name, f"{_first_of(steps)}{one} in the history {are} understood.")


def _first_of(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - 1} more" if len(texts) > 1 else ""
    return f"“{shortened(texts[0])}”{more}"


def _of_later(cells: Cells) -> tuple[Step, ...]:
    """Second and further statuses, each with the day beside it."""
    later = [(at, name) for at, name in cells.columns() if name in LATER_FIELDS]
    days = [at for at, name in later if name is Field.LATER_DATE]
    steps = []
    for at, name in later:
        if name is not Field.LATER_STAGE or not cells.text_at(at):
            continue
        word = cells.text_at(at)
        status = _meaning(cells, word)
        day = days.pop(0) if days else None
        if status is None:
            cells.report_at(at, f"“{shortened(word)}” isn’t a known status.")
            continue
        if plain_words(word) not in _PLAIN:
            cells.keep_column(at)
        steps.append(Step(status, None if day is None else cells.day_at(day)))
    for at in days:
        if cells.text_at(at):
            cells.keep_column(at)
    return tuple(steps)


def _reached(cells: Cells) -> Iterator[Reached]:
    for column, name in cells.columns():
        if name is Field.SAVED and (on := cells.day_at(column)):
            yield Reached(column, Move(stage="", kind=StageKind.SAVED, on=on))
        elif name is Field.APPLIED:
            yield from _applied(cells, column)
        elif name in STAGE_FIELDS:
            yield from reached_in(cells, column, StageKind(name.value))


def _applied(cells: Cells, column: int) -> Iterator[Reached]:
    text = cells.text_at(column)
    answer = said_yes(text)
    on = cells.day_at(column) if answer is None else None
    if answer or (text and answer is None):
        yield Reached(column, Move(stage="", kind=StageKind.APPLIED, on=on))


def _arrived(cells: Cells, moves: list[Move], last: Status) -> list[Move]:
    """The moves with the one to the present stage, dated by the status date where there is
    one, in pipeline order. The day of the last change counts for less, and the move says so."""
    on = cells.day(Field.STAGE_DATE)
    at = [move for move in moves if move.kind is last.kind]
    final = at[-1] if at else Move(stage="", kind=last.kind)
    early = last.kind in (StageKind.SAVED, StageKind.APPLIED)
    note = final.note
    if on is not None and _is_update(cells):
        before = max((move.on for move in moves if move.on is not None), default=on)
        unsure = early or final.on is not None or on < before
        note = note if unsure else DAY_OF_UPDATE
    else:
        unsure = early and final.on not in (None, on)
    if unsure:
        cells.keep(Field.STAGE_DATE)
        on = None
    final = replace(final, outcome=last.outcome, on=on or final.on, note=note)
    others = moves if not at else [move for move in moves if move is not at[-1]]
    return sorted([*others, final], key=lambda move: _ORDER[_kind(move)])


def _is_update(cells: Cells) -> bool:
    """Whether the status date is only the day of the last change."""
    column = next(at for at, name in cells.columns() if name is Field.STAGE_DATE)
    return is_update(cells.table.header(column))


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
