"""The work-search report as a workbook for Excel and LibreOffice."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from ats.exchange.exports.report_cells import totals
from ats.exchange.exports.report_layout import Column, Wording
from ats.exchange.exports.report_out import ReportOptions, sheet_head, sheet_lines
from ats.exchange.exports.work_search import WorkSearch

# In signs; a column in which nothing stands is only as wide as its name needs.
_WIDTHS = {
    Column.DATE: 11, Column.ACTIVITY: 20, Column.EMPLOYER: 22, Column.ADDRESS: 16,
    Column.LINK: 26, Column.ROLE: 24, Column.HOW: 13, Column.PERSON: 20, Column.CONTACT: 20,
    Column.RESULT: 15, Column.HISTORY: 38,
}  # fmt: skip
_EMPTY_WIDTH = 10
_LINE, _MOST_LINES = 15.0, 20  # the height of a line in points
_WEB = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)

# Limits of the format (support.microsoft.com: Excel specifications and limits).
_LONGEST_TEXT = 32_767
_LONGEST_LINK = 2_000
_FIRST_DAY = date(1900, 3, 1)
_MOST_LINKS = 60_000


def report_xlsx(search: WorkSearch, today: date, options: ReportOptions) -> bytes:
    """A sheet with the head, the activities and the weeks without one, and a sheet of totals.
    Days are days; every text is a text, never a formula."""
    import xlsxwriter

    wording = options.wording
    held = io.BytesIO()
    book = xlsxwriter.Workbook(
        held,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties(
        {
            "title": wording.title,
            "author": options.name.strip(),
            "created": datetime.combine(today, datetime.min.time()),
        }
    )
    looks = _looks(book, wording)
    _fill_report(book.add_worksheet(_sheet_name(wording.title)), search, today, options, looks)
    _fill_totals(book.add_worksheet(_sheet_name(wording.totals)), search, wording, looks)
    book.close()
    return held.getvalue()


def _looks(book: Any, wording: Wording) -> dict[str, Any]:
    plain = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": "#D8DFE3"}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "label": book.add_format({"font_color": "#46545B"}),
        "value": book.add_format({"bold": True, "align": "left"}),
        "value_day": book.add_format(
            {"bold": True, "align": "left", "num_format": wording.number_format}
        ),
        "head": book.add_format(
            {**plain, "bold": True, "bottom": 2, "bg_color": "#E9EEF0", "valign": "vcenter"}
        ),
        "text": book.add_format(plain),
        "soft": book.add_format({**plain, "font_color": "#46545B", "italic": True}),
        "day": book.add_format({**plain, "num_format": wording.number_format, "align": "left"}),
        "link": book.add_format({**plain, "font_color": "#0A6872", "underline": 1}),
        "number": book.add_format({"num_format": "#,##0", "valign": "top", "align": "left"}),
        "sum": book.add_format({"num_format": "#,##0", "bold": True, "top": 1, "align": "left"}),
    }


def _fill_report(
    sheet: Any, search: WorkSearch, today: date, options: ReportOptions, looks: dict[str, Any]
) -> None:
    wording = options.wording
    top = _write_head(sheet, search, today, options, looks) + 1
    names = sheet_head(wording)
    for column, name in enumerate(names):
        sheet.write_string(top, column, name, looks["head"])
    sheet.set_row(top, 2 * _LINE + 2)
    lines = list(sheet_lines(search, wording))
    widths = _widths(lines, wording)
    links = 0
    for row, line in enumerate(lines, start=top + 1):
        sheet.set_row(row, _height(line, widths))
        for column, cell in enumerate(line):
            soft = cell == wording.nothing and not line[1]
            linked = isinstance(cell, str) and _can_be_followed(cell) and links < _MOST_LINKS
            links += linked
            _write(sheet, row, column, cell, looks, kind="soft" if soft else "", linked=linked)
    sheet.autofilter(top, 0, top + max(1, len(lines)), len(names) - 1)
    sheet.freeze_panes(top + 1, 2)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    _set_pages(sheet, options, top)


def _widths(lines: Sequence[Sequence[date | str | int]], wording: Wording) -> list[int]:
    """The widths of the columns in signs, the week's first."""
    widths = [11]
    for at, column in enumerate(Column, start=1):
        said = any(line[at] != "" and line[at] != wording.nothing for line in lines)
        widths.append(_WIDTHS[column] if said or column is Column.ACTIVITY else _EMPTY_WIDTH)
    return widths


def _height(line: Sequence[date | str | int], widths: Sequence[int]) -> float:
    """The height of a row in points: not every program finds it out by itself."""
    most = max(math.ceil(len(str(cell)) * 1.1 / w) for cell, w in zip(line, widths, strict=True))
    return _LINE * min(max(1, most), _MOST_LINES)


def _write_head(
    sheet: Any, search: WorkSearch, today: date, options: ReportOptions, looks: dict[str, Any]
) -> int:
    """Write who, when and for which period; the row after it, which stays empty."""
    wording = options.wording
    sheet.write_string(0, 0, wording.title, looks["title"])
    head: tuple[tuple[str, str | date], ...] = (
        (wording.name, options.name.strip()),
        (wording.reference, options.reference.strip()),
        (wording.period, f"{wording.day(search.since)} – {wording.day(search.until)}"),
        (wording.made_on, today),
    )
    for number, (label, value) in enumerate(head, start=1):
        sheet.write_string(number, 0, label, looks["label"])
        kind = "value_day" if isinstance(value, date) else "value"
        _write(sheet, number, 2, value, looks, kind=kind)
    return len(head) + 1


def _set_pages(sheet: Any, options: ReportOptions, top: int) -> None:
    from ats.exchange.exports.paper import PaperSize

    size = options.size or options.wording.size or PaperSize.A4
    sheet.set_paper(1 if size is PaperSize.LETTER else 9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    words = options.wording.page.replace("{page}", "&P").replace("{pages}", "&N")
    sheet.set_footer(f"&R{words}")


def _fill_totals(sheet: Any, search: WorkSearch, wording: Wording, looks: dict[str, Any]) -> None:
    head, lines = totals(search, wording)
    for column, name in enumerate(head):
        sheet.write_string(0, column, name, looks["head"])
    for row, line in enumerate(lines, start=1):
        look = "sum" if row == len(lines) else "number"
        for column, cell in enumerate(line):
            _write(sheet, row, column, cell, looks, kind=look)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, len(head) - 1, 22)
    sheet.freeze_panes(1, 0)
    sheet.fit_to_pages(1, 0)


def _write(
    sheet: Any,
    row: int,
    column: int,
    cell: date | str | int,
    looks: dict[str, Any],
    *,
    kind: str = "",
    linked: bool = False,
) -> None:
    if isinstance(cell, date) and cell >= _FIRST_DAY:
        sheet.write_datetime(row, column, cell, looks[kind or "day"])
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell, looks[kind or "number"])
    elif linked:
        sheet.write_url(row, column, cell, looks["link"], str(cell))
    elif str(cell):
        sheet.write_string(row, column, str(cell)[:_LONGEST_TEXT], looks[kind or "text"])
    else:
        sheet.write_blank(row, column, None, looks[kind or "text"])


def _can_be_followed(text: str) -> bool:
    return len(text) <= _LONGEST_LINK and _WEB.fullmatch(text) is not None


def _sheet_name(text: str) -> str:
    """At most 31 signs, none of those that mean something in a reference."""
    return re.sub(r"[\[\]:*?/\\]", " ", text)[:31]
