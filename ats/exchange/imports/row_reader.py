"""Reads the rows of a table one after the other. Fields that belong together are read as a
group, and what a group's cells say is remembered: most cells of a long table were there before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from ats.exchange.application_columns import unguarded
from ats.exchange.imports.cells_in import Cells, Doubt, Table
from ats.exchange.imports.fields import Field
from ats.exchange.imports.plan import CellProblem
from ats.exchange.imports.raw_table import Row

Read = Callable[[Cells], dict[str, Any]]

_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 300


class Part(NamedTuple):
    """What a group of cells says: values by the name of ImportRow's field, what could not be
    read, and the columns whose text is to be kept."""

    values: dict[str, Any]
    doubts: Sequence[Doubt]
    kept: frozenset[int]


class Group:
    """Reads the cells of some fields with `read`, once for each text they have."""

    def __init__(self, table: Table, fields: Sequence[Field], read: Read) -> None:
        self._table = table
        self._columns = table.columns_of(fields)
        self._read = read
        self._known: dict[tuple[str, ...], Part] = {}
        self._pick: Callable[[Sequence[str]], tuple[str, ...]] | None = (
            itemgetter(*self._columns) if len(self._columns) > 1 else None
        )

    def part(self, texts: Sequence[str]) -> Part:
        """What the cells of a row say; `texts` are all of the row."""
        key = self._key(texts)
        known = self._known.get(key)
        if known is not None:
            return known
        cells = Cells(self._table, dict(zip(self._columns, key, strict=True)))
        part = Part(self._read(cells), tuple(cells.doubts), frozenset(cells.kept))
        if len(self._known) < _MOST_REMEMBERED and sum(map(len, key)) < _LONGEST_REMEMBERED:
            self._known[key] = part
        return part

    def _key(self, texts: Sequence[str]) -> tuple[str, ...]:
        if self._pick is not None:
            return self._pick(texts)
        return tuple(texts[column] for column in self._columns)


class RowReader:
    """Reads rows into values by groups, and keeps what no group has a field for."""

    def __init__(self, table: Table, groups: Sequence[tuple[Sequence[Field], Read]]) -> None:
        self._table = table
        self._groups = [Group(table, fields, read) for fields, read in groups]
        self._width = max([len(table.headers), *(column + 1 for column in table.mapping)])
        self._extras = [at for at in range(self._width) if at not in table.mapping]

    def values(self, row: Row) -> tuple[dict[str, Any], list[CellProblem]]:
        """The values of a row by the name of ImportRow's field, with `imported`, and what could
        not be read."""
        texts = self._texts(row)
        values: dict[str, Any] = {"row": row.number}
        problems: list[CellProblem] = []
        kept = {at: texts[at] for at in self._extras if texts[at] and not texts[at].isspace()}
        for at in range(self._width, len(texts)):
            if texts[at].strip():
                kept[at] = texts[at]
        for group in self._groups:
            part = group.part(texts)
            values.update(part.values)
            if part.kept:
                kept.update((at, texts[at]) for at in part.kept)
            if part.doubts:
                problems += [self._problem(row, doubt) for doubt in part.doubts]
        header = self._table.header
        values["imported"] = tuple((header(at), kept[at]) for at in sorted(kept))
        return values, problems

    def _texts(self, row: Row) -> list[str]:
        texts = [unguarded(cell) if cell[:1] == "'" else cell for cell in row.cells]
        if len(texts) < self._width:
            texts += [""] * (self._width - len(texts))
        return texts

    def _problem(self, row: Row, doubt: Doubt) -> CellProblem:
        return CellProblem(
            row=row.number,
            column=self._table.header(doubt.column),
            value=doubt.value,
            reason=doubt.reason,
        )
