"""Reads a CSV or tab-separated file of applications into a plan, without touching a store:
the encoding, delimiter, header row, columns, order of dates and status words are found out,
and everything that has no field is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.application_columns import unguarded
from ats.exchange.exports.csv_out import EVENT_COLUMNS, OFFER_COLUMNS
from ats.exchange.imports.cells_in import Table
from ats.exchange.imports.day_cells import DateOrder, days_in, order_of
from ats.exchange.imports.delimited import Row, rows_of
from ats.exchange.imports.field_headers import (
    DATE_FIELDS,
    STAGE_FIELDS,
    Field,
    field_mapping,
    is_own,
    listing,
    named_fields,
)
from ats.exchange.imports.own_row_in import read_own_row
from ats.exchange.imports.plan import (
    CellProblem,
    ColumnInfo,
    ColumnsUnknown,
    IgnoredRow,
    ImportPlan,
    ImportRow,
)
from ats.exchange.imports.row_in import read_row
from ats.exchange.imports.status_words import plain_words
from ats.exchange.imports.text_in import decoded

FIRST_ROWS = 5
_HEADER_WITHIN = 25


def read_table(
    content: bytes,
    name: str,
    *,
    mapping: Mapping[str, str] | None = None,
    date_order: DateOrder | None = None,
    stages: Mapping[str, StageKind] | None = None,
) -> ImportPlan:
    """The plan for a file's bytes. `mapping` (header to field) and `date_order` are the
    person's answers; `stages` gives the kind of each of their stages by name in small letters.

    Raises Problem, with one plain sentence, for what is no table of applications.
    """
    rows = rows_of(_table_text(content, name), name, _rating)
    header_at = _header_row(rows)
    headers = tuple(unguarded(cell) for cell in rows[header_at].cells)
    _refuse_own_lists(headers, name)
    own = is_own(headers)
    headers = headers if own else _all_different(headers)
    below = [row for row in rows[header_at + 1 :] if not row.empty]
    fields = field_mapping(headers, mapping or {}, partial(_fits, below))
    bare = ImportPlan(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        own=own,
        headers=headers,
        rows=(),
        mapping={headers[at]: field.value for at, field in fields.items()},
        header_row=rows[header_at].number,
        columns=_columns(below, fields, headers),
        first_rows=tuple((row.number, row.cells) for row in below[:FIRST_ROWS]),
    )
    _check_columns(fields, bare, below)
    table = Table(headers, fields, _orders(below, fields, date_order), stages or {})
    found, problems, ignored = _read(table, below, rows[header_at], own=own)
    return replace(
        bare,
        rows=tuple(found),
        problems=tuple(problems),
        ignored=tuple(ignored),
        date_order=next(filter(None, table.orders.values()), None),
    )


def _table_text(content: bytes, name: str) -> str:
    text = decoded(content, name)
    if text.lstrip()[:1] in ("{", "["):
        raise Problem(f"{name} isn’t a table. Nothing was imported.")
    return text


def _refuse_own_lists(headers: Sequence[str], name: str) -> None:
    """Our own lists of events and of offers have applications' titles, but a row for each event."""
    for what, columns in (("events", EVENT_COLUMNS), ("offers", OFFER_COLUMNS)):
        if tuple(headers) == columns:
            raise Problem(
                f"{name} lists {what}, not applications. Nothing was imported. "
                "Import a CSV of applications instead."
            )


def _read(
    table: Table, rows: Sequence[Row], header: Row, *, own: bool
) -> tuple[list[ImportRow], list[CellProblem], list[IgnoredRow]]:
    found, problems, ignored = [], [], []
    for row in rows:
        if _same_cells(row, header):
            ignored.append(IgnoredRow(row=row.number, reason="It repeats the headers."))
            continue
        read, doubts = read_own_row(table, row) if own else read_row(table, row)
        problems += doubts
        if isinstance(read, ImportRow):
            found.append(read)
        else:
            ignored.append(read)
    return found, problems, ignored


def _rating(rows: Sequence[Row]) -> float:
    return max((named_fields(row.cells) for row in rows[:_HEADER_WITHIN]), default=0)


def _header_row(rows: Sequence[Row]) -> int:
    """The row near the top that names most fields; the first of equals."""
    near = [at for at, row in enumerate(rows) if not row.empty][:_HEADER_WITHIN]
    return max(near, key=lambda at: (named_fields(rows[at].cells), -at))


def _all_different(cells: Sequence[str]) -> tuple[str, ...]:
    """The headers; a nameless one is called by its number, a repeated one is counted."""
    seen: dict[str, int] = {}
    headers = []
    for column, cell in enumerate(cells):
        header = cell.strip("﻿ \t\r\n") or f"Column {column + 1}"
        seen[header] = seen.get(header, 0) + 1
        headers.append(header if seen[header] == 1 else f"{header} ({seen[header]})")
    return tuple(headers)


def _columns(
    rows: Sequence[Row], fields: Mapping[int, Field], headers: Sequence[str]
) -> tuple[ColumnInfo, ...]:
    columns = []
    for at, header in enumerate(headers):
        filled = (row.cells[at] for row in rows if len(row.cells) > at and row.cells[at].strip())
        field, why = (fields[at].value, "name") if at in fields else ("", "")
        samples = tuple(islice(filled, 3))
        columns.append(ColumnInfo(header=header, field=field, samples=samples, why=why))
    return tuple(columns)


def _check_columns(fields: Mapping[int, Field], plan: ImportPlan, rows: Sequence[Row]) -> None:
    name, words = plan.name, {plain_words(header) for header in plan.headers}
    if {"first name", "last name"} <= words and Field.STAGE not in fields.values():
        raise Problem(f"{name} lists people, not applications. Nothing was imported.")
    if {"source", "target"} <= words:
        raise Problem(f"{name} lists moves between stages, not applications. Nothing was imported.")
    named = {Field.TITLE, Field.COMPANY, Field.COMPANY_AND_TITLE}
    if not named & set(fields.values()):
        sentence = (
            f"{name} has no column for a role title or a company that is known; its columns are "
            f"{listing(plan.headers)}. Nothing was imported. Say which column holds the title."
        )
        raise ColumnsUnknown(sentence, plan)
    if not rows:
        raise Problem(f"{name} has headers but no rows. Nothing was imported.")


def _fits(rows: Sequence[Row], column: int, field: Field) -> bool:
    """Whether a column can hold a field of days: not where something else stands in it
    throughout."""
    if field not in DATE_FIELDS:
        return True
    filled = [row.cells[column] for row in rows if len(row.cells) > column and row.cells[column]]
    return not filled or any(days_in(cell) for cell in filled)


def _orders(
    rows: Sequence[Row], fields: Mapping[int, Field], given: DateOrder | None
) -> dict[int, DateOrder | None]:
    """How each column's days are written; a column that does not settle it follows the others
    of the file where they agree."""
    columns = [at for at, field in fields.items() if field in (*DATE_FIELDS, *STAGE_FIELDS)]
    if given is not None:
        return dict.fromkeys(columns, given)
    settled = {at: order_of(row.cells[at] for row in rows if len(row.cells) > at) for at in columns}
    said = {order for order in settled.values() if order is not None}
    common = said.pop() if len(said) == 1 else None
    return {at: order or common for at, order in settled.items()}


def _same_cells(row: Row, header: Row) -> bool:
    return [cell.strip() for cell in row.cells] == [cell.strip() for cell in header.cells]
