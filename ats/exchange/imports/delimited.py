"""Parts the text of a CSV or tab-separated file into rows of cells, and refuses what would
swallow or flood the import."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import StringIO

from ats.domain.problem import Problem
from ats.exchange.imports.raw_table import MOST_COLUMNS, MOST_ROWS, Progress, RawTable, Row

DELIMITERS = (",", ";", "\t", "|")
LONGEST_CELL = 4 * 1024 * 1024

_SAMPLE_ROWS = 60
_END = "\x00end\x00"
# What a spreadsheet program writes, or is told, in the first line: "sep=;".
_SAID = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_TOLD_EACH = 5_000
_PART = 1_000_000


def table_of(
    text: str,
    name: str,
    rate: Callable[[Sequence[Row]], float],
    delimiter: str | None = None,
    progress: Progress | None = None,
) -> RawTable:
    """The rows of a table, parted by the delimiter that is given or under which they make most
    sense: `rate` says how good a sample of rows is (higher is better), consistency of columns
    decides a tie.

    Raises Problem where a quotation mark is never closed, a cell, row or the file is beyond
    measure, or there is no row at all.
    """
    said = _SAID.match(text)
    delimiter = delimiter or (said[1] if said else None)
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '\r\n\0"'):
        raise Problem(f"“{delimiter}” can’t part the cells of a table; give one sign.")
    if all(sign.isspace() or sign in DELIMITERS for sign in text[said.end() if said else 0 :]):
        raise Problem(f"{name} is empty. Nothing was imported.")
    if delimiter is None:
        delimiter = max(DELIMITERS, key=lambda sign: _quality(text, sign, name, rate))
    rows, lines = [], text.count("\n") + 1
    for row in _rows(text, delimiter, name):
        if progress is not None and not row.number % _TOLD_EACH:
            progress(min(1.0, row.number / lines))
        rows.append(row)
    if said:
        rows = rows[1:]
    if all(row.empty for row in rows):
        raise Problem(f"{name} is empty. Nothing was imported.")
    return RawTable("", rows, delimiter=delimiter)


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
            if cells and cells[-1].endswith(_END):
                if cells == [_END] and begun == reader.line_num:
                    return
                # csv would hand out everything to the end of the file as one cell.
                raise Problem(
                    f"A quotation mark in line {begun} of {name} is never closed. "
                    "Nothing was imported."
                )
            if len(cells) > MOST_COLUMNS:
                raise Problem(
                    f"Line {begun} of {name} has {len(cells):,} cells; "
                    f"{MOST_COLUMNS:,} is the most. Nothing was imported."
                )
            if number > MOST_ROWS:
                raise Problem(f"{name} has more than {MOST_ROWS:,} rows. Import it in parts.")
            yield Row(number, tuple(cells))
            begun = reader.line_num + 1
    except csv.Error as error:
        raise Problem(
            f"{name} can’t be read as a table: the cell that begins in line {begun} is too long. "
            "Look for a quotation mark that is never closed. Nothing was imported."
        ) from error


def _lines(text: str, delimiter: str, name: str) -> Iterator[str]:
    """The lines with their ends, and one more by which an open quotation mark is noticed."""
    number = start = 0
    while start < len(text):
        # In parts: a text in memory that can be read by lines takes four bytes a sign.
        end = text.find("\n", start + _PART) + 1 or len(text)
        for line in StringIO(text[start:end], newline=""):
            number += 1
            if len(line) > MOST_COLUMNS and line.count(delimiter) > 50 * MOST_COLUMNS:
                raise Problem(
                    f"Line {number} of {name} has far too many cells. Nothing was imported."
                )
            yield line
        start = end
    yield _END
