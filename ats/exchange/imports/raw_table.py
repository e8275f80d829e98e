"""A table as a file holds it: rows of text, before anything is known about its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

Progress = Callable[[float], None]
"""Gets a share from 0 to 1; may raise to stop."""

MOST_COLUMNS = 1_000
MOST_ROWS = 200_000


INSTEAD = "\ufffd"
"""The sign that stands for bytes that are none in an encoding."""


class Row(NamedTuple):
    """`number` counts as a spreadsheet does, from 1, with empty rows."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        cells = self.cells
        if cells and cells[0] and not cells[0].isspace():
            return False
        text = "".join(cells)
        return not text or text.isspace()


def filled_cells(rows: Sequence[Row], column: int) -> list[str]:
    """The texts of a column, without those that are ""; a row may be too short to have one."""
    cells = [row.cells for row in rows]
    try:
        return [*filter(None, map(itemgetter(column), cells))]
    except IndexError:
        return [each[column] for each in cells if len(each) > column and each[column]]


@dataclass(frozen=True, slots=True)
class RawTable:
    """`name` is that of the sheet, or of the file in an archive, "" where the file is this one
    table. `encoding` and `delimiter` are "" where it is no text. `preset` is the program that
    the file is surely from. `not_in` is the encoding in which some bytes are no signs, "" where
    all are; INSTEAD stands for them. `hidden` is True for a sheet that is not shown. Its last
    columns hold what cells do not show: the addresses behind those of the columns that `linked`
    names, then the comments on those of the columns that `commented` names; a comment may also
    stand beside the table, in a column that it does not have."""

    name: str
    rows: list[Row]
    encoding: str = ""
    delimiter: str = ""
    preset: str = ""
    linked: tuple[int, ...] = ()
    commented: tuple[int, ...] = ()
    not_in: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadFile:
    """A file in a .zip that was not read. `reason` is a sentence that names it."""

    name: str
    reason: str


class RawTables(NamedTuple):
    """The tables of a file, one at least, and what could not be read beside them."""

    tables: list[RawTable]
    unread: tuple[UnreadFile, ...] = ()
