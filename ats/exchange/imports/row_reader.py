"""Reads the rows of a table, a block at a time and column by column. Fields that belong together
are read as a group, and what a group's cells say is remembered: most cells of a long table were
there before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any, NamedTuple

from ats.exchange.application_columns import unguarded
from ats.exchange.imports.cells_in import Cells, Doubt, Table
from ats.exchange.imports.fields import Field
from ats.exchange.imports.link_cell import is_unsaved_formula
from ats.exchange.imports.plan import CellProblem, ImportRow
from ats.exchange.imports.raw_table import Row

Columns = Sequence[Sequence[str]]
"""The cells of a block of rows, column by column."""

Read = Callable[[Cells], dict[str, Any]]
ShortWay = Callable[[Columns], list[tuple[Any, ...] | None]]

NO_SAVED_VALUE = "The formula has no saved value."
# A formula in a link may carry the address, and in a text it is read by nobody but the person.
_AS_IT_STANDS = (Field.LINK, Field.NOTES, Field.POSTING, Field.IGNORE, None)
_MOST_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 300


class Part(NamedTuple):
    """What a group of cells says: the values of the group's names, what could not be read, and
    the columns whose text is to be kept."""

    values: tuple[Any, ...]
    doubts: Sequence[Doubt]
    kept: frozenset[int]


class Group:
    """Reads the cells of some fields with `read`, once for each text they have. `names` are
    the fields of ImportRow that it tells. `short_way` gives the values of rows whose cells are
    plain, and None for others, which are left to `read`."""

    def __init__(
        self, table: Table, fields: Sequence[Field], read: Read, short_way: ShortWay | None
    ) -> None:
        self.columns = table.columns_of(fields)
        self._table = table
        self._read = read
        self._short_way = short_way
        self._known: dict[tuple[str, ...], Part] = {}
        self._tells = False
        blank = read(Cells(table, dict.fromkeys(self.columns, "")))
        self.names = tuple(blank)
        self.blank = tuple(blank.values())

    def read(self, columns: Columns) -> tuple[list[tuple[Any, ...]], list[tuple[int, Part]]]:
        """The values of each row, and the rows, by their place in the block, in which there is
        something to keep or a doubt."""
        plain = self._short_way(columns) if self._short_way is not None else None
        if plain is None:
            parts = self._parts([*zip(*(columns[at] for at in self.columns), strict=True)])
            return [part.values for part in parts], _telling(parts) if self._tells else []
        left = [at for at, values in enumerate(plain) if values is None]
        parts = self._parts([tuple(columns[at][row] for at in self.columns) for row in left])
        for row, part in zip(left, parts, strict=True):
            plain[row] = part.values
        told = [(left[at], part) for at, part in _telling(parts)]
        return [values for values in plain if values is not None], told

    def _parts(self, keys: Sequence[tuple[str, ...]]) -> list[Part]:
        known = self._known
        new = set(keys).difference(known)
        for key in new:
            known[key] = self._part(key)
        parts = [known[key] for key in keys]
        for key in new:
            if len(known) > _MOST_REMEMBERED or sum(map(len, key)) > _LONGEST_REMEMBERED:
                del known[key]
        return parts

    def _part(self, key: tuple[str, ...]) -> Part:
        cells = Cells(self._table, dict(zip(self.columns, key, strict=True)))
        values = self._read(cells)
        self._tells |= bool(cells.doubts or cells.kept)
        return Part(tuple(values[name] for name in self.names), cells.doubts, frozenset(cells.kept))


def _telling(parts: Iterable[Part]) -> list[tuple[int, Part]]:
    return [(at, part) for at, part in enumerate(parts) if part.kept or part.doubts]


class RowReader:
    """Reads rows by groups, and keeps what no group has a field for."""

    def __init__(
        self, table: Table, groups: Sequence[tuple[Sequence[Field], Read, ShortWay | None]]
    ) -> None:
        self._table = table
        self._groups: list[Group] = []
        # What is the same for every row.
        self._fixed: dict[str, Any] = dict(ImportRow._field_defaults)
        for fields, read, short_way in groups:
            group = Group(table, fields, read, short_way)
            if group.columns:
                self._groups.append(group)
            else:
                self._fixed.update(zip(group.names, group.blank, strict=True))
        self._width = max([len(table.headers), *(column + 1 for column in table.mapping)])

    def read(self, rows: Sequence[Row]) -> tuple[list[ImportRow], list[CellProblem]]:
        """A row of the plan for each row, and what could not be read, in the order of the
        rows."""
        if not rows:
            return [], []
        numbers = [row.number for row in rows]
        columns, doubts = self._as_text(self._columns([row.cells for row in rows]))
        values: dict[str, Iterable[Any]] = {
            name: repeat(value, len(rows)) for name, value in self._fixed.items()
        }
        kept = _Kept(self._table, columns)
        for row, doubt in doubts:
            kept.add(row, (doubt.column,))
        if doubts:
            columns = _blanked(columns, doubts)
        for group in self._groups:
            found, told = group.read(columns)
            values.update(zip(group.names, zip(*found, strict=True), strict=True))
            for row, part in told:
                kept.add(row, part.kept)
                if part.doubts:
                    doubts += [(row, doubt) for doubt in part.doubts]
        values["row"], values["imported"] = numbers, kept.of_rows()
        read = [
            *map(ImportRow._make, zip(*(values[name] for name in ImportRow._fields), strict=True))
        ]
        doubts.sort(key=itemgetter(0))
        return read, [self._problem(numbers[row], doubt) for row, doubt in doubts]

    def _columns(self, rows: Sequence[tuple[str, ...]]) -> Columns:
        if any(len(cells) != self._width for cells in rows):
            rows = [self._without_blank_end(cells) for cells in rows]
            width = max(self._width, *map(len, rows))
            blank = ("",) * width
            rows = [(*cells, *blank[len(cells) :]) for cells in rows]
        return [*zip(*rows, strict=True)]

    def _as_text(self, columns: Columns) -> tuple[Columns, list[tuple[int, Doubt]]]:
        """The columns without the apostrophes in front of what is no formula, and the cells
        that hold a formula in place of its value, each with the place of its row."""
        texts = [*columns]
        formulas: list[tuple[int, Doubt]] = []
        for at, column in enumerate(columns):
            together = "\n".join(("", *column))
            if "\n=" in together and self._table.mapping.get(at) not in _AS_IT_STANDS:
                formulas += [
                    (row, Doubt(at, text.strip(), NO_SAVED_VALUE))
                    for row, text in enumerate(column)
                    if is_unsaved_formula(text)
                ]
            if "\n'" in together:
                texts[at] = [unguarded(text) for text in column]
        return texts, formulas

    def _without_blank_end(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """The cells without blank ones beyond the headers: a block is as wide as its widest
        row."""
        end = len(cells)
        while end > self._width and not cells[end - 1].strip():
            end -= 1
        return cells[:end]

    def _problem(self, row: int, doubt: Doubt) -> CellProblem:
        return CellProblem(
            row=row,
            column=self._table.header(doubt.column),
            value=doubt.value,
            reason=doubt.reason,
        )


def _blanked(columns: Columns, doubts: Sequence[tuple[int, Doubt]]) -> Columns:
    """The columns without the cells that are not to be read."""
    cells = {(row, doubt.column) for row, doubt in doubts}
    among = {column for _, column in cells}
    return [
        ["" if (row, at) in cells else text for row, text in enumerate(column)]
        if at in among
        else column
        for at, column in enumerate(columns)
    ]


class _Kept:
    """The cells of a block of rows that are kept under their headers: those of columns that
    have no field, and what is added."""

    def __init__(self, table: Table, columns: Columns) -> None:
        self._table = table
        self._columns = columns
        self._kept: dict[int, list[tuple[str, str] | None]] = {}
        for at, column in enumerate(columns):
            if at not in table.mapping:
                header = table.header(at)
                self._kept[at] = [
                    (header, text) if text and not text.isspace() else None for text in column
                ]

    def add(self, row: int, columns: Iterable[int]) -> None:
        """Keep the cells of a row, by its place in the block."""
        for at in columns:
            column = self._columns[at]
            kept = self._kept.get(at)
            if kept is None:
                kept = self._kept[at] = [None] * len(column)
            kept[row] = (self._table.header(at), column[row])

    def of_rows(self) -> Iterable[tuple[tuple[str, str], ...]]:
        """(header, text) of what is kept of each row, in the order of the columns."""
        if not self._kept:
            return repeat((), len(self._columns[0]))
        columns = [self._kept[at] for at in sorted(self._kept)]
        return [tuple(filter(None, cells)) for cells in zip(*columns, strict=True)]
