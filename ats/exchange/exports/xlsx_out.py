"""Writes workbooks for Excel and LibreOffice: days are days, amounts are numbers, links can be
followed, and every text is a text, never a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from ats.domain.money import exponent
from ats.exchange.application_columns import guarded
from ats.exchange.exports.sheet import Cell, Column, Holds, Money, Sheet

# Limits of the format (support.microsoft.com: Excel specifications and limits).
LONGEST_TEXT = 32_767
_LONGEST_LINK = 2_000
_MOST_LINKS = 60_000
_MOST_DIGITS = 15
_FIRST_DAY = date(1900, 3, 1)  # Before it, Excel counts a day that never was.

_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)
_HEAD = {"bold": True, "bg_color": "#E4EEF0", "bottom": 1, "valign": "vcenter"}
_CUT = "… (cut here: a cell holds no more. JSON and the archive have all of it.)"
_NUMBERS = {Holds.DAY: "yyyy-mm-dd", Holds.CLOCK: "hh:mm", Holds.AMOUNT: "#,##0"}
_CODE = re.compile("[A-Z]{3}")

_LINE = 15  # points
_MOST_LINES = 6
_WIDTH_OF_PAGE = 260  # letters, at a size that can be read

Progress = Callable[[float], None]


def workbook(
    sheets: Sequence[Sheet], *, made_at: datetime, progress: Progress | None = None
) -> bytes:
    """The tables as the sheets of one workbook, each with its headers in sight and a filter.
    `progress` gets 0 to 1 and may raise to stop."""
    import xlsxwriter

    held = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
        "strings_to_numbers": False,
    }  # fmt: skip
    book = xlsxwriter.Workbook(held, options)
    book.set_properties({"title": "Job search", "created": made_at.replace(tzinfo=None)})
    writing = _Writing(book, sum(len(sheet.rows) for sheet in sheets), progress)
    for sheet in sheets:
        writing.add(sheet)
    book.close()
    return held.getvalue()


class _Writing:
    """One workbook under way. `total` is its number of rows."""

    def __init__(self, book: Any, total: int, progress: Progress | None) -> None:
        self._book = book
        self._total = max(total, 1)
        self._progress = progress or (lambda done: None)
        self._done = 0
        self._heads = {holds: book.add_format({**_HEAD, **_side(holds)}) for holds in Holds}
        top = {"valign": "top", "align": "left"}
        self._plain = book.add_format(top)
        self._wrapped = book.add_format({**top, "text_wrap": True})
        self._link = book.add_format({**top, "font_color": "#0A6872", "underline": 1})
        self._top = top
        self._looks = {
            holds: book.add_format({**top, "num_format": number, **_side(holds)})
            for holds, number in _NUMBERS.items()
        }
        self._amounts: dict[str, Any] = {}

    def add(self, sheet: Sheet) -> None:
        page = self._book.add_worksheet(sheet.name)
        links = 0
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width, self._look(column))
            head = self._heads[column.holds]
            page.write_string(0, at, _fitting(column.header), head)
        page.set_row(0, 22)
        page.freeze_panes(1, 1)
        self._lay_out(page, sheet)
        page.autofilter(0, 0, len(sheet.rows), max(len(sheet.columns) - 1, 0))
        for number, row in enumerate(sheet.rows, 1):
            page.set_row(number, _LINE * _lines(sheet, row))
            for at, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
                if column.holds is Holds.LINK and links < _MOST_LINKS and _is_web(cell):
                    links += 1
                    page.write_url(number, at, cell, self._link, cell)
                else:
                    self._write(page, number, at, column, cell)
            self._done += 1
            if self._done % 500 == 0:
                self._progress(0.8 * self._done / self._total)

    @staticmethod
    def _lay_out(page: Any, sheet: Sheet) -> None:
        """How it is printed: across, the headers on every page, no column cut in two."""
        page.set_landscape()
        page.set_paper(9)  # A4
        page.repeat_rows(0)
        page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        page.set_footer("&L&8&A&R&8&P / &N")
        width = sum(column.width for column in sheet.columns)
        page.fit_to_pages(-(-width // _WIDTH_OF_PAGE), 0)

    def _look(self, column: Column) -> Any:
        if column.holds is Holds.LONG:
            return self._wrapped
        return self._looks.get(column.holds, self._plain)

    def _write(self, page: Any, row: int, at: int, column: Column, cell: Cell) -> None:
        look = self._look(column)
        match cell:
            case None | False | "":
                return
            case True:
                page.write_string(row, at, "yes", look)
            case date() if cell >= _FIRST_DAY:
                page.write_datetime(row, at, cell, self._looks[Holds.DAY])
            case time():
                page.write_datetime(row, at, cell, self._looks[Holds.CLOCK])
            case Money():
                self._write_money(page, row, at, cell)
            case int() | Decimal() if _is_exact(cell):
                page.write_number(row, at, float(cell), look)
            case _:
                page.write_string(row, at, _fitting(str(cell)), look)

    def _write_money(self, page: Any, row: int, at: int, money: Money) -> None:
        if not _is_exact(money.amount):
            page.write_string(row, at, str(money.amount), self._looks[Holds.AMOUNT])
            return
        number = _number_format(money)
        if number not in self._amounts:
            look = {**self._top, "num_format": number, **_side(Holds.AMOUNT)}
            self._amounts[number] = self._book.add_format(look)
        page.write_number(row, at, float(money.amount), self._amounts[number])


def _number_format(money: Money) -> str:
    """How an amount is shown: with the code of its currency, and as many places as that has
    where it is not whole."""
    whole = money.amount == money.amount.to_integral_value()
    places = 0 if whole else exponent(money.currency)
    number = "#,##0" + ("." + "0" * places if places else "")
    coded = money.currency is not None and _CODE.fullmatch(money.currency)
    return f"[${money.currency}] {number}" if coded else number


def _side(holds: Holds) -> dict[str, Any]:
    """Amounts stand under each other by their last figure, a little away from the next column."""
    return {"align": "right", "indent": 1} if holds is Holds.AMOUNT else {"align": "left"}


def _lines(sheet: Sheet, row: Sequence[Cell]) -> int:
    """How many lines the longest text of a row takes, as far as it is shown. LibreOffice does
    not find that out by itself."""
    longest = 1
    for column, cell in zip(sheet.columns, row, strict=True):
        if column.holds is Holds.LONG and isinstance(cell, str):
            parts = cell[: _MOST_LINES * column.width].splitlines()
            lines = sum(-(-len(part) // column.width) or 1 for part in parts)
            longest = max(longest, lines)
    return min(longest, _MOST_LINES)


def _is_web(cell: Cell) -> bool:
    return isinstance(cell, str) and len(cell) <= _LONGEST_LINK and bool(_WEB.fullmatch(cell))


def _is_exact(number: int | Decimal) -> bool:
    """Whether a spreadsheet keeps every digit of a number."""
    return len(Decimal(number).normalize().as_tuple().digits) <= _MOST_DIGITS


def _fitting(text: str) -> str:
    """A text as a cell holds it. An apostrophe the person wrote before a formula is doubled,
    since reading takes one away."""
    if text.startswith("'"):
        text = guarded(text)
    if len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT:
        return text
    room = LONGEST_TEXT - len(_CUT)
    return text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore") + _CUT
