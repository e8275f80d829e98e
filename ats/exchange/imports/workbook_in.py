"""Reads the sheets of a workbook, .xlsx or .ods, as tables of text: days as ISO, numbers plain.
Formulas are not computed: their values are those that were saved. Macros, links to other files
and pictures are not looked at."""

from __future__ import annotations

import io
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from ats.domain.problem import Problem
from ats.exchange.application_columns import guarded
from ats.exchange.imports.archive_in import Archive
from ats.exchange.imports.link_cell import is_unsaved_formula
from ats.exchange.imports.raw_table import MOST_COLUMNS, MOST_ROWS, Progress, RawTable, Row
from ats.exchange.imports.workbook_checks import check_workbook
from ats.exchange.imports.workbook_comments import comments_of_sheet
from ats.exchange.imports.workbook_formulas import formulas_of
from ats.exchange.imports.workbook_links import links_of_sheet
from ats.exchange.imports.workbook_parts import Place, sheet_paths

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MOST_SHEETS = 200
_MOST_MERGED = 20_000
_TOLD_EACH = 5_000


def is_workbook(names: Sequence[str]) -> bool:
    """Whether an archive's parts are those of a workbook."""
    return "xl/workbook.xml" in names or (
        "content.xml" in names and "mimetype" in names and "META-INF/manifest.xml" in names
    )


def tables_of_workbook(
    content: bytes, archive: Archive, name: str, progress: Progress
) -> list[RawTable]:
    """The sheets that have cells, hidden ones last. Raises Problem for a workbook that is
    protected, damaged or beyond measure."""
    with_formulas = check_workbook(archive, name)
    progress(0.3)
    paths = sheet_paths(archive)
    book = _opened(content, name)
    tables: list[RawTable] = []
    try:
        for title, hidden in _titles(book):
            beside = _beside(archive, paths.get(title), with_formulas)
            table = _table(book, title, beside, name, progress)
            if table is not None:
                tables.append(replace(table, hidden=hidden))
    finally:
        book.close()
    if not tables:
        raise Problem(f"{name} is empty. Nothing was imported.")
    return tables


def _opened(content: bytes, name: str) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError as error:
        raise Problem(
            f"{name} is protected by a password. Save it without one, then retry. "
            "Nothing was imported."
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Problem(f"{name} is damaged. Nothing was imported.") from error


def _titles(book: CalamineWorkbook) -> list[tuple[str, bool]]:
    """The names of the sheets, and whether they are hidden."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet][
        :_MOST_SHEETS
    ]
    shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    hidden = [sheet.name for sheet in sheets if sheet.name not in shown]
    return [*((title, False) for title in shown), *((title, True) for title in hidden)]


class _Beside(NamedTuple):
    """What the library leaves out of a sheet, by the place of the cell: addresses, what
    stands for values that were not saved, and comments."""

    links: Mapping[Place, str] = {}
    texts: Mapping[Place, str] = {}
    comments: Mapping[Place, str] = {}


def _beside(archive: Archive, path: str | None, with_formulas: Container[str]) -> _Beside:
    if path is None:
        return _Beside()
    links, comments = links_of_sheet(archive, path), comments_of_sheet(archive, path)
    if path not in with_formulas:
        return _Beside(links, comments=comments)
    formulas = formulas_of(archive.read(path))
    return _Beside({**formulas.links, **links}, formulas.texts, comments)


def _table(
    book: CalamineWorkbook, title: str, beside: _Beside, name: str, progress: Progress
) -> RawTable | None:
    from python_calamine import CalamineError

    try:
        sheet = book.get_sheet_by_name(title)
        if sheet.start is None or sheet.end is None:
            return None
        first = sheet.start[1]
        _check_size(sheet, title, name)
        rows = list(_texts(sheet, first, progress))
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise Problem(f"{name} is damaged: its sheet “{title}” can’t be read.") from error
    if all(row.empty for row in rows):
        return None
    rows, first = _with_texts(rows, first, beside.texts)
    links = {
        (row, at): url
        for (row, at), url in _inside(rows, first, beside.links).items()
        if rows[row].cells[at].strip() != url
    }
    comments = _in_rows(rows, first, beside.comments)
    rows, linked = _with_columns(rows, links)
    rows, commented = _with_columns(rows, comments)
    return RawTable(title, rows, linked=linked, commented=commented)


def _with_texts(rows: list[Row], first: int, texts: Mapping[Place, str]) -> tuple[list[Row], int]:
    """The rows with what stands for values that were not saved, and their first column. A row
    that has nothing else is one of a form that is not filled in."""
    wanted = {
        place: text
        for place, text in texts.items()
        if place[0] < len(rows) and not rows[place[0]].empty
    }
    if not wanted:
        return rows, first
    columns = {column for _, column in wanted}
    left = min(first, *columns)
    before = ("",) * (first - left)
    width = max(max(columns) + 1 - left, *(len(before) + len(row.cells) for row in rows))
    cells = [[*before, *row.cells, *("",) * (width - len(before) - len(row.cells))] for row in rows]
    for (row, column), text in wanted.items():
        cells[row][column - left] = cells[row][column - left] or text
    return [Row(row.number, tuple(each)) for row, each in zip(rows, cells, strict=True)], left


def _inside(rows: list[Row], first: int, texts: Mapping[Place, str]) -> dict[Place, str]:
    """What belongs to cells of the rows, whose first column is `first`, by row and cell."""
    return {
        (row, at): text
        for (row, at), text in _in_rows(rows, first, texts).items()
        if 0 <= at < len(rows[row].cells)
    }


def _in_rows(rows: list[Row], first: int, texts: Mapping[Place, str]) -> dict[Place, str]:
    """What belongs to the rows, also beside their cells: a place before the first of them is
    below 0."""
    return {
        (row, at - first): text
        for (row, at), text in texts.items()
        if row < len(rows) and at - first < MOST_COLUMNS
    }


def _with_columns(rows: list[Row], texts: Mapping[Place, str]) -> tuple[list[Row], tuple[int, ...]]:
    """The rows with further columns, one for each that has texts, and what these are."""
    columns = tuple(sorted({at for _, at in texts}))
    if columns:
        rows = [
            Row(row.number, (*row.cells, *(texts.get((row.number - 1, at), "") for at in columns)))
            for row in rows
        ]
    return rows, columns


def _check_size(sheet: CalamineSheet, title: str, name: str) -> None:
    if sheet.total_height > MOST_ROWS:
        raise Problem(
            f"The sheet “{title}” of {name} has more than {MOST_ROWS:,} rows. Import it in parts."
        )
    if sheet.width > MOST_COLUMNS:
        raise Problem(
            f"The sheet “{title}” of {name} has {sheet.width:,} columns; {MOST_COLUMNS:,} is the "
            "most. Nothing was imported."
        )


def _texts(sheet: CalamineSheet, first: int, progress: Progress) -> Iterator[Row]:
    """The rows as text. A cell that is merged over several rows counts for each of them."""
    filled = _merged(sheet, first)
    above: list[str] = []
    for at, values in enumerate(sheet.iter_rows()):
        if not at % _TOLD_EACH:
            progress(min(1.0, 0.3 + 0.7 * at / MOST_ROWS))
        cells = [value if type(value) is str else _text(value) for value in values]
        if "\n=" in "\n".join(("", *cells)):
            # The values of formulas come from here, never the formulas: this is text.
            cells = [guarded(cell) if is_unsaved_formula(cell) else cell for cell in cells]
        for column in filled.get(at, ()):
            cells[column] = cells[column] or above[column]
        above = cells
        yield Row(at + 1, tuple(cells))


def _merged(sheet: CalamineSheet, first: int) -> dict[int, list[int]]:
    """By row, the columns whose cells belong to the cell above."""
    filled: dict[int, list[int]] = {}
    for (top, left), (bottom, _) in (sheet.merged_cell_ranges or [])[:_MOST_MERGED]:
        if 0 < bottom - top < _MOST_MERGED and first <= left < first + sheet.width:
            for row in range(top + 1, bottom + 1):
                filled.setdefault(row, []).append(left - first)
    return filled


def _text(value: Any) -> str:
    """A typed cell as text. A whole number has no point, a day no time where that is midnight."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value)
