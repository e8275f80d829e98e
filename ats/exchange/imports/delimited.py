"""Parts the text of a CSV or tab-separated file into rows of cells, and refuses what would
swallow or flood the import."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ats.domain.problem import Problem

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 4 * 1024 * 1024
MOST_COLUMNS = 1_000
MOST_ROWS = 200_000

_SAMPLE_ROWS = 60
_END = "\x00end\x00"


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts as a spreadsheet does, from 1, with empty rows."""

    number: int
    cells: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def rows_of(text: str, name: str, rate: Callable[[Sequence[Row]], float]) -> list[Row]:
    """The rows of a table, with the delimiter under which they make most sense: `rate` says
    how good a sample of rows is (higher is better), consistency of columns decides a tie.

    Raises Problem where a quotation mark is never closed, a cell, row or the file is beyond
    measure, or there is no row at all.
    """
    if all(sign.isspace() or sign in DELIMITERS for sign in text):
        raise Problem(f"{name} is empty. Nothing was imported.")
    delimiter = max(DELIMITERS, key=lambda sign: _quality(text, sign, name, rate))
    rows = list(_rows(text, delimiter, name))
    if all(row.empty for row in rows):
        raise Problem(f"{name} is empty. Nothing was imported.")
    return rows


def _quality(
    text: str, delimiter: str, name: str, rate: Callable[[Sequence[Row]], float]
) -> tuple[float, float, float]:
    sample: list[Row] = []
    try:
        for row in _rows(text, delimiter, name):
            if not row.empty:
                sample.append(row)
            if len(sample) >= _SAMPLE_ROWS:
                break
    except Problem:
        return (rate(sample), 0, 0)
    widths = Counter(len(row.cells) for row in sample)
    width, times = widths.most_common(1)[0] if widths else (0, 0)
    agree = times / len(sample) if width > 1 else 0
    return (rate(sample), agree, width)


def _rows(text: str, delimiter: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_lines(text, delimiter, name), delimiter=delimiter)
    begun = 1
    try:
        for number, cells in enumerate(reader, 1):
            if cells == [_END] and begun == reader.line_num:
                return
            _check(number, cells, begun, name)
            yield Row(number, tuple(cells))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise Problem(
            f"{name} can’t be read as a table: the cell that begins in line {begun} is too long. "
            "Look for a quotation mark that is never closed. Nothing was imported."
        ) from error


def _check(number: int, cells: list[str], begun: int, name: str) -> None:
    if cells and _END in cells[-1]:
        # csv would hand out everything to the end of the file as one cell.
        raise Problem(
            f"A quotation mark in line {begun} of {name} is never closed. Nothing was imported."
        )
    if len(cells) > MOST_COLUMNS:
        raise Problem(
            f"Line {begun} of {name} has {len(cells):,} cells; "
            f"{MOST_COLUMNS:,} is the most. Nothing was imported."
        )
    if number > MOST_ROWS:
        raise Problem(f"{name} has more than {MOST_ROWS:,} rows. Import it in parts.")


def _lines(text: str, delimiter: str, name: str) -> Iterator[str]:
    """The lines with their ends, and one more by which an open quotation mark is noticed."""
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > MOST_COLUMNS and line.count(delimiter) > 50 * MOST_COLUMNS:
            raise Problem(f"Line {number} of {name} has far too many cells. Nothing was imported.")
        yield line
    yield _END
