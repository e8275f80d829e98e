"""The one way in for a file of applications, whatever its format."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.imports.fields import NAMING_FIELDS, Field
from ats.exchange.imports.header_row import header_row
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan, TableInfo
from ats.exchange.imports.raw_table import Progress, RawTable, UnreadFile
from ats.exchange.imports.table_in import Shape, plan_of, shape_of
from ats.exchange.imports.tables_in import tables_in

# The share of the time that taking a file apart needs; the rest is for reading its rows.
_PARTED = 0.3


def read_import(
    content: bytes,
    name: str,
    answers: Answers | None = None,
    *,
    stages: Mapping[str, StageKind] | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """The plan for a file's bytes, without touching a store. What the bytes are decides, not
    how `name` ends. `stages` gives the kind of each of the person's stages by name in small
    letters.

    Raises Problem, with one plain sentence, for what holds no applications, and whatever
    `progress` raises.
    """
    answers, tell = answers or Answers(), progress or _nothing
    tell(0.0)
    tables, unread = tables_in(content, name, answers, _part_of(tell, 0.0, _PARTED))
    _refuse_unread(answers.table, tables, unread)
    shape = _chosen(tables, name, answers)
    infos = _infos(tables, shape)
    tables.clear()  # What is not read need not be held any longer.
    digest = hashlib.sha256(content).hexdigest()
    try:
        plan = plan_of(shape, answers, stages or {}, digest, _part_of(tell, _PARTED, 1.0))
    except ColumnsUnknown as unknown:
        bare = _of_table(unknown.plan, shape, infos, unread)
        raise ColumnsUnknown(_with_unread(unknown, unread), bare) from None
    except Problem as problem:
        raise Problem(_with_unread(problem, unread)) from problem
    tell(1.0)
    return _of_table(plan, shape, infos, unread)


def _of_table(
    plan: ImportPlan, shape: Shape, infos: tuple[TableInfo, ...], unread: tuple[UnreadFile, ...]
) -> ImportPlan:
    """The plan with the tables that the file has, where these have names."""
    if not shape.raw.name:
        return plan
    return replace(plan, tables=infos, table=shape.raw.name, unread=unread)


def _infos(tables: Sequence[RawTable], chosen: Shape) -> tuple[TableInfo, ...]:
    """The tables that have names, with how many of their rows below the headers are filled."""
    return tuple(
        TableInfo(
            name=each.name, rows=len(chosen.rows) if each is chosen.raw else _filled_rows(each)
        )
        for each in tables
        if each.name
    )


def _filled_rows(table: RawTable) -> int:
    at = header_row(table.rows, None, table.name)
    return sum(not row.empty for row in table.rows[0 if at is None else at + 1 :])


def _refuse_unread(table: str, tables: Sequence[RawTable], unread: tuple[UnreadFile, ...]) -> None:
    """Refuse the table that the person named where it is in a file that can't be read."""
    if any(each.name == table for each in tables):
        return
    for file in unread:
        if table == file.name or table.startswith(f"{file.name}: "):
            raise Problem(f"{file.reason} Nothing was imported.")


def _with_unread(problem: Problem, unread: tuple[UnreadFile, ...]) -> str:
    """What is wrong with the best table, and with the file that may have been meant."""
    more = f" And {len(unread) - 1:,} more." if len(unread) > 1 else ""
    return f"{problem} Not read: {unread[0].reason}{more}" if unread else str(problem)


def _chosen(tables: Sequence[RawTable], name: str, answers: Answers) -> Shape:
    """The table that the person named, else the one that tells most about applications, and of
    equals the longest; a hidden sheet only where no other is about applications."""
    if answers.table:
        named = [table for table in tables if table.name == answers.table]
        if not named:
            there = ", ".join(table.name for table in tables if table.name)
            raise Problem(
                f"{name} has no table “{answers.table}”."
                + (f" It has {there}." if there else "")
                + " Nothing was imported."
            )
        return shape_of(named[0], name, answers)
    if len(tables) == 1:
        return shape_of(tables[0], name, answers)
    # What the person said about columns is about the table they were shown, which is this one.
    found = [shape_of(table, name, replace(answers, mapping=None)) for table in tables]
    best = max(found, key=_worth)
    return shape_of(best.raw, name, answers) if answers.mapping else best


def _worth(shape: Shape) -> tuple[bool, bool, bool, float, int]:
    fields = set(shape.fields.values())
    named = bool(fields & set(NAMING_FIELDS)) and shape.header is not None
    # A column “Name” and nothing else that is known is a list of people or of places.
    named = named and fields != {Field.COMPANY_AND_TITLE}
    shown = not shape.raw.hidden
    return named and bool(shape.rows), shown, shape.own, min(len(fields), 6), len(shape.rows)


def _part_of(tell: Progress, first: float, last: float) -> Progress:
    return lambda share: tell(first + (last - first) * share)


def _nothing(share: float) -> None:
    """Progress that nobody watches."""
