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
ShortWay = Callable[[Sequence[str], dict[str, Any]], bool]

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
        self.columns = table.columns_of(fields)
        self._read = read
        self._known: dict[tuple[str, ...], Part] = {}
        self._pick = _picker(self.columns)

    def part(self, texts: Sequence[str]) -> Part:
        """What the cells of a row say; `texts` are all of the row."""
        key = self._pick(texts)
        known = self._known.get(key)
        if known is not None:
            return known
        cells = Cells(self._table, dict(zip(self.columns, key, strict=True)))
        part = Part(self._read(cells), tuple(cells.doubts), frozenset(cells.kept))
        if len(self._known) < _MOST_REMEMBERED and sum(map(len, key)) < _LONGEST_REMEMBERED:
            self._known[key] = part
        return part


def _picker(columns: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Takes the cells of some columns from those of a row."""
    if len(columns) > 1:
        return itemgetter(*columns)
    if not columns:
        return lambda texts: ()
    column = columns[0]
    return lambda texts: (texts[column],)


class RowReader:
    """Reads rows into values by groups, and keeps what no group has a field for. `short_ways`
    set the values of a group from the texts of a row where these are plain, and answer False
    where they are not: each is followed by its group."""

    def __init__(
        self, table: Table, groups: Sequence[tuple[Sequence[Field], Read, ShortWay | None]]
    ) -> None:
        self._table = table
        self._fixed: dict[str, Any] = {}
        self._groups: list[Group] = []
        self._short: list[tuple[ShortWay, Group]] = []
        for fields, read, short_way in groups:
            group = Group(table, fields, read)
            if not group.columns:
                # The same for every row, so that no row need be asked.
                self._fixed.update(group.part(()).values)
            elif short_way is not None:
                self._short.append((short_way, group))
            else:
                self._groups.append(group)
        self._width = max([len(table.headers), *(column + 1 for column in table.mapping)])
        self._extras = [at for at in range(self._width) if at not in table.mapping]

    def values(self, row: Row) -> tuple[dict[str, Any], list[CellProblem]]:
        """The values of a row by the name of ImportRow's field, with `imported`, and what could
        not be read."""
        texts = self._texts(row)
        values: dict[str, Any] = {"row": row.number, **self._fixed}
        kept = {at: texts[at] for at in self._extras if texts[at] and not texts[at].isspace()}
        for at in range(self._width, len(texts)):
            if texts[at].strip():
                kept[at] = texts[at]
        doubts: list[Doubt] = []
        for group in self._groups:
            part = group.part(texts)
            values.update(part.values)
            if part.kept:
                kept.update((at, texts[at]) for at in part.kept)
            if part.doubts:
                doubts += part.doubts
        for short_way, group in self._short:
            if not short_way(texts, values):
                part = group.part(texts)
                values.update(part.values)
                kept.update((at, texts[at]) for at in part.kept)
                doubts += part.doubts
        header = self._table.header
        values["imported"] = tuple((header(at), kept[at]) for at in sorted(kept)) if kept else ()
        return values, [self._problem(row, doubt) for doubt in doubts]

    def _texts(self, row: Row) -> Sequence[str]:
        texts: Sequence[str] = row.cells
        if "\n'" in "\n".join(("", *texts)):
            texts = tuple(map(unguarded, texts))
        if len(texts) < self._width:
            texts = (*texts, *[""] * (self._width - len(texts)))
        return texts

    def _problem(self, row: Row, doubt: Doubt) -> CellProblem:
        return CellProblem(
            row=row.number,
            column=self._table.header(doubt.column),
            value=doubt.value,
            reason=doubt.reason,
        )
