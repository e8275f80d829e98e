"""Reads a table of applications into a plan, without touching a store: the row of headers, what
each column holds, the order of days and the words of statuses are found out, and everything
that has no field is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.application_columns import unguarded
from ats.exchange.exports.sheets import (
    CONTACT_COLUMNS,
    EVENT_COLUMNS,
    OFFER_COLUMNS,
    REQUIREMENT_COLUMNS,
)
from ats.exchange.imports.cell_words import shortened
from ats.exchange.imports.cells_in import Table
from ats.exchange.imports.column_content import Content, content_of_columns
from ats.exchange.imports.columns import Choice, Columns, listing
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.evidence_of_order import likely_order
from ats.exchange.imports.fields import NAMING_FIELDS, Field
from ats.exchange.imports.header_row import header_row, headers_of
from ats.exchange.imports.junk_rows import reasons_against
from ats.exchange.imports.own_row_in import is_own, own_choices, read_own_row
from ats.exchange.imports.plan import (
    Answers,
    CellProblem,
    ColumnInfo,
    ColumnsUnknown,
    DateQuestion,
    IgnoredRow,
    ImportPlan,
    ImportRow,
)
from ats.exchange.imports.presets import Preset, preset_named, preset_of
from ats.exchange.imports.questions import (
    answered_statuses,
    date_question,
    orders_of,
    status_questions,
)
from ats.exchange.imports.raw_table import INSTEAD, Progress, RawTable, Row, filled_cells
from ats.exchange.imports.row_in import reader_of
from ats.exchange.imports.row_reader import NO_SAVED_VALUE
from ats.exchange.imports.status_words import plain_words

FIRST_ROWS = 5
_AT_ONCE = 1_000
_NAMELESS = "It names no role and no company."
_UNNAMED = "It names no role and no company; a formula in it has no saved value."
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """What was found out about a table before its rows are read. `header` is None where it
    has no headers; `rows` are those below that are not empty."""

    raw: RawTable
    name: str
    header: Row | None
    headers: tuple[str, ...]
    rows: list[Row]
    own: bool
    preset: Preset | None
    choices: Mapping[int, Choice]
    contents: Sequence[Content]

    @property
    def fields(self) -> dict[int, Field]:
        return {at: choice.field for at, choice in self.choices.items()}


def shape_of(raw: RawTable, name: str, answers: Answers) -> Shape:
    """What the columns of a table hold. `name` is what a sentence calls it.

    Raises Problem, with one plain sentence, for answers that don't fit it.
    """
    at = header_row(raw.rows, answers.header_row, name)
    header = None if at is None else _with_names(raw, raw.rows[at])
    headers = tuple(unguarded(cell) for cell in header.cells) if header is not None else ()
    exact = is_own(headers)
    headers = headers if exact else headers_of(header, raw.rows)
    rows = [row for row in raw.rows[0 if at is None else at + 1 :] if not row.empty]
    if exact:
        return Shape(raw, name, header, headers, rows, True, None, own_choices(), ())
    contents = content_of_columns(rows, len(headers))
    preset = preset_named(raw.preset) or preset_of(headers)
    # A comment may say anything, whatever column it is on.
    beside = dict.fromkeys(headers[len(headers) - len(raw.commented) :], Field.IGNORE.value)
    choices = Columns(headers, contents).choose(
        {**beside, **(answers.mapping or {})}, preset, headless=header is None
    )
    if answers.mapping:
        choices = _told_apart(choices, Columns(headers, contents), preset, header)
    return Shape(raw, name, header, headers, rows, False, preset, choices, contents)


def _with_names(raw: RawTable, header: Row) -> Row:
    """The headers; the columns of addresses and comments are called by the columns they are
    from."""
    cells = header.cells[: len(header.cells) - len(raw.linked) - len(raw.commented)]
    links = (f"{cells[at]} link".strip() for at in raw.linked)
    comments = (
        f"{cells[at]} comment".strip() if 0 <= at < len(cells) else "comment"
        for at in raw.commented
    )
    return Row(header.number, (*cells, *links, *comments))


def _comments_on_headers(shape: Shape) -> list[CellProblem]:
    """The comments on the headers, which belong to no application."""
    raw, header = shape.raw, shape.header
    if header is None or not raw.commented:
        return []
    count = len(raw.commented)
    cells = next(row.cells for row in raw.rows if row.number == header.number)
    return [
        CellProblem(
            row=header.number,
            column=column,
            value=text,
            reason=f"It belongs to no application: “{shortened(text)}” is about the header.",
        )
        for column, text in zip(shape.headers[-count:], cells[-count:], strict=True)
        if text
    ]


def plan_of(
    shape: Shape,
    answers: Answers,
    stages: Mapping[str, StageKind],
    sha256: str,
    progress: Progress,
) -> ImportPlan:
    """The plan for a table. Raises Problem for what holds no applications."""
    bare = _bare(shape, sha256)
    _refuse_others(shape)
    _check_columns(shape, bare)
    given = orders_of(shape.rows, shape.fields, answers.date_order)
    question, problems, orders = _ask_for_order(shape, given)
    statuses = answered_statuses(answers.statuses)
    table = Table(shape.headers, shape.fields, orders, stages, statuses, _scale(shape))
    found, doubts, ignored = _read(shape, table, progress)
    return replace(
        bare,
        rows=tuple(found),
        problems=tuple(_comments_on_headers(shape) + problems + doubts),
        ignored=tuple(ignored),
        date_order=next(filter(None, orders.values()), None),
        date_question=question,
        status_questions=()
        if shape.own
        else status_questions(shape.rows, shape.fields, stages, statuses),
    )


def _ask_for_order(
    shape: Shape, orders: Mapping[int, DateOrder | None]
) -> tuple[DateQuestion | None, list[CellProblem], Mapping[int, DateOrder | None]]:
    """The question how days are meant, the first cell that leaves it open, and the orders with
    what is assumed."""
    likely = likely_order(shape.rows, shape.preset, shape.raw.delimiter)
    question, first = date_question(shape.rows, shape.headers, orders, likely)
    if question is None or first is None:
        return None, [], orders
    row, text, column = first
    taken = next(day for order, day in question.readings if order is question.assumed)
    problem = CellProblem(
        row=row,
        column=_header(shape, column),
        value=text,
        reason=f"Day and month could be the other way round here and below; read as {taken}.",
    )
    return question, [problem], {at: order or question.assumed for at, order in orders.items()}


def _bare(shape: Shape, sha256: str) -> ImportPlan:
    return ImportPlan(
        name=shape.name,
        sha256=sha256,
        own=shape.own,
        headers=shape.headers,
        rows=(),
        mapping={shape.headers[at]: field.value for at, field in shape.fields.items()},
        encoding=shape.raw.encoding,
        delimiter=shape.raw.delimiter,
        header_row=shape.header.number if shape.header is not None else 0,
        preset=shape.preset.name if shape.preset is not None else "",
        columns=_columns(shape),
        first_rows=tuple((row.number, row.cells) for row in shape.rows[:FIRST_ROWS]),
    )


def _columns(shape: Shape) -> tuple[ColumnInfo, ...]:
    columns = []
    for at, header in enumerate(shape.headers):
        filled = (row.cells[at] for row in shape.rows if len(row.cells) > at and row.cells[at])
        texts = (text for text in filled if not text.isspace())
        choice = shape.choices.get(at)
        columns.append(
            ColumnInfo(
                header=header,
                field=choice.field.value if choice is not None else "",
                samples=tuple(islice(texts, _SAMPLES)),
                why=choice.why if choice is not None else "",
            )
        )
    return tuple(columns)


def _told_apart(
    choices: Mapping[int, Choice], columns: Columns, preset: Preset | None, header: Row | None
) -> dict[int, Choice]:
    """The choices, in which those that the program would have made as well are not the
    person's."""
    alone = columns.choose({}, preset, headless=header is None)
    return {
        at: alone[at] if at in alone and alone[at].field is choice.field else choice
        for at, choice in choices.items()
    }


_OWN_LISTS = {
    "events": EVENT_COLUMNS,
    "offers": OFFER_COLUMNS,
    "contacts": CONTACT_COLUMNS,
    "requirements": REQUIREMENT_COLUMNS,
}


def _refuse_others(shape: Shape) -> None:
    """Our own lists have applications' titles, but a row for each event or other thing; lists
    of people and of moves are of something else."""
    name, words = shape.name, {plain_words(header) for header in shape.headers}
    for what, columns in _OWN_LISTS.items():
        if shape.headers == columns:
            raise Problem(
                f"{name} lists {what}, not applications. Nothing was imported. "
                "Import a CSV of applications instead."
            )
    if {"first name", "last name"} <= words and Field.STAGE not in shape.fields.values():
        raise Problem(f"{name} lists people, not applications. Nothing was imported.")
    if {"source", "target"} <= words:
        raise Problem(f"{name} lists moves between stages, not applications. Nothing was imported.")


def _check_columns(shape: Shape, bare: ImportPlan) -> None:
    there = set(shape.fields.values())
    telling = {Field.STAGE, Field.APPLIED, Field.LINK} & there
    by_person = any(choice.why == "you" for choice in shape.choices.values())
    if not there & set(NAMING_FIELDS) or (shape.header is None and not telling and not by_person):
        columns = f"its columns are {listing(shape.headers)}"
        raise ColumnsUnknown(
            f"{shape.name} has no column for a role title or a company that is known; "
            f"{columns if shape.header is not None else 'it has no row of headers'}. "
            "Nothing was imported. Say which column holds the title.",
            bare,
        )
    if not shape.rows:
        raise Problem(f"{shape.name} has headers but no rows. Nothing was imported.")


def _scale(shape: Shape) -> int:
    """How far a column of excitement goes: to 5, or to 10 where one of its cells is above 5."""
    for at, field in shape.fields.items():
        if field is Field.EXCITEMENT:
            cells = {cell.strip() for cell in filled_cells(shape.rows, at)}
            numbers = {int(cell) for cell in cells if cell.isdecimal() and len(cell) < 3}
            if numbers and 5 < max(numbers) <= 10:
                return 10
    return 5


def _read(
    shape: Shape, table: Table, progress: Progress
) -> tuple[list[ImportRow], list[CellProblem], list[IgnoredRow]]:
    """The rows that name a role or a company, what could not be read in them, and the others."""
    found: list[ImportRow] = []
    problems: list[CellProblem] = []
    ignored: list[IgnoredRow] = []
    read = _own_rows(table) if shape.own else reader_of(table).read
    naming = table.columns_of(NAMING_FIELDS)
    against = reasons_against(shape.rows, shape.header, junk=not shape.own, naming=naming)
    for start in range(0, len(shape.rows), _AT_ONCE):
        progress(start / len(shape.rows))
        rows = shape.rows[start : start + _AT_ONCE]
        reasons = {row.number: against[row.number] for row in rows if row.number in against}
        some, doubts = read([row for row in rows if row.number not in reasons])
        unsaved = {doubt.row for doubt in doubts if doubt.reason == NO_SAVED_VALUE}
        reasons.update(
            (row.row, _UNNAMED if row.row in unsaved else _NAMELESS)
            for row in some
            if not row.title and not row.company
        )
        found += [row for row in some if row.row not in reasons]
        problems += [doubt for doubt in doubts if doubt.row not in reasons]
        if shape.raw.not_in:
            problems += _damaged(shape, [row for row in rows if row.number not in reasons])
        ignored += [IgnoredRow(row=row, reason=reasons[row]) for row in sorted(reasons)]
    return found, problems, ignored


def _damaged(shape: Shape, rows: Sequence[Row]) -> list[CellProblem]:
    """The cells that have bytes which are no signs."""
    reason = f"It has signs that are not {shape.raw.not_in}; “{INSTEAD}” stands for them."
    return [
        CellProblem(row=row.number, column=_header(shape, at), value=cell, reason=reason)
        for row in rows
        for at, cell in enumerate(row.cells)
        if INSTEAD in cell
    ]


def _own_rows(
    table: Table,
) -> Callable[[Sequence[Row]], tuple[list[ImportRow], list[CellProblem]]]:
    def read(rows: Sequence[Row]) -> tuple[list[ImportRow], list[CellProblem]]:
        both = [read_own_row(table, row) for row in rows]
        return [row for row, _ in both], [doubt for _, doubts in both for doubt in doubts]

    return read


def _header(shape: Shape, column: int) -> str:
    return shape.headers[column] if column < len(shape.headers) else f"Column {column + 1}"
