"""Reads a row of the program's own table back exactly, and lets what a person changed in it
with a spreadsheet count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from ats.domain.money import LARGEST_AMOUNT, Pay, PayPeriod
from ats.domain.stage import DEFAULT_STAGES, Outcome, StageKind
from ats.exchange.application_columns import COLUMNS, Move, history_of, parted, unguarded
from ats.exchange.imports.cell_words import employment_of, excitement_of, work_mode_of
from ats.exchange.imports.cells_in import Cells, Table
from ats.exchange.imports.columns import Choice
from ats.exchange.imports.fields import Field
from ats.exchange.imports.header_words import exact_fields
from ats.exchange.imports.pay_cell import number_in
from ats.exchange.imports.plan import CellProblem, ImportRow
from ats.exchange.imports.raw_table import Row
from ats.exchange.imports.row_in import yes

_KIND_OF_NAME = dict(DEFAULT_STAGES)
_OWN_FIELDS = {
    **{header: fields[0] for header in COLUMNS if (fields := exact_fields(header))},
    "Stage": Field.STAGE,
    "Posted": Field.POSTED,
    "Work mode": Field.WORK_MODE,
    "Employment type": Field.EMPLOYMENT,
    "Saved": Field.SAVED,
    "Applied": Field.APPLIED,
}


def is_own(headers: Sequence[str]) -> bool:
    """Whether the columns are those this program writes, so that each cell is to be taken
    exactly as it was meant."""
    return tuple(headers[: len(COLUMNS)]) == COLUMNS


def own_choices() -> dict[int, Choice]:
    """What the columns of our own table hold."""
    known = enumerate(COLUMNS)
    return {at: Choice(_OWN_FIELDS[name], "name") for at, name in known if name in _OWN_FIELDS}


def read_own_row(table: Table, row: Row) -> tuple[ImportRow, list[CellProblem]]:
    """The application a row of our own table is about, and what could not be read."""
    texts = {at: unguarded(cell) for at, cell in enumerate(row.cells)}
    cells = Cells(table, texts, exact=True)
    title, company = cells.text(Field.TITLE), cells.text(Field.COMPANY)
    if not title.strip() and not company.strip():
        title = company = ""
    found = _application(cells, row.number, title, company)
    problems = [
        CellProblem(
            row=row.number,
            column=table.header(doubt.column),
            value=doubt.value,
            reason=doubt.reason,
        )
        for doubt in cells.doubts
    ]
    # Last, because reading the fields tells what can't be read.
    return found._replace(imported=_imported(cells, texts)), problems


def _application(cells: Cells, number: int, title: str, company: str) -> ImportRow:
    stage = cells.text(Field.STAGE)
    kind = _kind(cells, stage)
    outcome = cells.value(Field.OUTCOME, _outcome, "This outcome isn’t known.")
    outcome = outcome if kind is StageKind.CLOSED else None
    moves, happenings = cells.value(Field.HISTORY, history_of, "This isn’t a history.") or ((), ())
    return ImportRow(
        row=number,
        title=title,
        company=company,
        stage=stage,
        stage_kind=kind,
        outcome=outcome,
        moves=_moves(cells, moves, Move(stage=stage, kind=kind, outcome=outcome)),
        happenings=happenings,
        deadline=cells.day(Field.DEADLINE),
        posted_on=cells.day(Field.POSTED),
        link=cells.text(Field.LINK),
        locations=parted(cells.text(Field.LOCATION)),
        pay=_pay(cells),
        tags=parted(cells.text(Field.TAGS)),
        contacts=parted(cells.text(Field.CONTACT)),
        notes=cells.text(Field.NOTES),
        **_words(cells),
    )


def _words(cells: Cells) -> dict[str, Any]:
    """Fields of a word, a line or a yes."""
    return {
        "work_mode": cells.value(Field.WORK_MODE, work_mode_of, "This work mode isn’t known."),
        "employment_type": cells.value(
            Field.EMPLOYMENT, employment_of, "This employment type isn’t known."
        ),
        "bonus": yes(cells, Field.BONUS),
        "equity": yes(cells, Field.EQUITY),
        "source": cells.line(Field.SOURCE),
        "reference": cells.line(Field.REFERENCE),
        "excitement": cells.value(
            Field.EXCITEMENT, excitement_of, "It isn’t a number from 1 to 5."
        ),
        "next_action": cells.line(Field.NEXT_ACTION),
        "next_action_on": cells.day(Field.NEXT_ACTION_ON),
    }


def _imported(cells: Cells, texts: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """The cells that could not be read, and those of columns that a person added."""
    kept = [at for at in texts if at in cells.kept or at not in cells.table.mapping]
    return tuple((cells.table.header(at), texts[at]) for at in kept if texts[at].strip())


def _kind(cells: Cells, stage: str) -> StageKind:
    known = cells.table.stages.get(stage.casefold()) or _KIND_OF_NAME.get(stage)
    if known is not None:
        return known
    said = cells.value(Field.STAGE_KIND, _stage_kind, "This kind of stage isn’t known.")
    if said is None and stage:
        cells.report(Field.STAGE, "This stage isn’t known.")
    return said or StageKind.SAVED


def _moves(cells: Cells, moves: tuple[Move, ...], present: Move) -> tuple[Move, ...]:
    moves = tuple(replace(move, kind=_move_kind(cells, move)) for move in moves)
    if any(move.kind is None for move in moves):
        cells.report(Field.HISTORY, "It names a stage that isn’t known.")
        moves = tuple(move for move in moves if move.kind is not None)
    moves = _with_day(moves, StageKind.SAVED, cells.day(Field.SAVED))
    moves = _with_day(moves, StageKind.APPLIED, cells.day(Field.APPLIED))
    if moves and present.stage not in {move.stage for move in moves}:
        moves = (*moves, replace(present, on=moves[-1].on))
    return moves


def _move_kind(cells: Cells, move: Move) -> StageKind | None:
    return cells.table.stages.get(move.stage.casefold()) or move.kind


def _with_day(moves: tuple[Move, ...], kind: StageKind, on: date | None) -> tuple[Move, ...]:
    """The moves, with the first one of a kind on the day the person's own column says."""
    first = _first(moves, kind)
    if on is None or (first is not None and moves[first].on == on):
        return moves
    if first is not None:
        return (*moves[:first], replace(moves[first], on=on), *moves[first + 1 :])
    name = next(name for name, named in DEFAULT_STAGES if named is kind)
    added = Move(stage=name, kind=kind, on=on)
    return tuple(sorted((*moves, added), key=lambda move: move.on or on))


def _first(moves: Sequence[Move], kind: StageKind) -> int | None:
    return next((at for at, move in enumerate(moves) if move.kind is kind), None)


def _pay(cells: Cells) -> Pay:
    return Pay.of(
        cells.value(Field.SALARY_MIN, _amount, "It isn’t an amount."),
        cells.value(Field.SALARY_MAX, _amount, "It isn’t an amount."),
        cells.text(Field.CURRENCY) or None,
        cells.value(Field.PERIOD, _period, "This period isn’t known."),
    )


def _amount(text: str) -> Decimal | None:
    plain = re.fullmatch(r"-?\d+(?:\.\d+)?", text.strip())
    amount = Decimal(plain[0]) if plain else number_in(text)
    return amount if amount is not None and abs(amount) < LARGEST_AMOUNT else None


def _outcome(text: str) -> Outcome | None:
    words = text.strip().casefold().replace(" ", "_")
    return Outcome(words) if words in list(Outcome) else None


def _stage_kind(text: str) -> StageKind | None:
    return StageKind(text) if text in list(StageKind) else None


def _period(text: str) -> PayPeriod | None:
    return PayPeriod(text) if text in list(PayPeriod) else None
