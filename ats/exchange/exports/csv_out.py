"""Writes CSV as RFC 4180 has it, UTF-8, in which no cell could be taken for a formula."""

from __future__ import annotations

import csv
import io
from datetime import time
from decimal import Decimal

from ats.exchange.application_columns import guarded
from ats.exchange.exports.sheet import Cell, Money, Sheet


def sheet_csv(sheet: Sheet, *, bom: bool = False) -> bytes:
    """A table as the bytes of a CSV file; None is an empty cell. `bom` puts a byte order mark
    in front, without which Excel takes UTF-8 for something else."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(header) for header in sheet.headers])
    for row in sheet.rows:
        writer.writerow([_text(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


def _text(cell: Cell) -> str:
    match cell:
        case None | False:
            return ""
        case True:
            return "yes"
        case str():
            return guarded(cell)
        case Money():
            return _text(cell.amount)
        case Decimal():
            return f"{cell.to_integral_value() if cell % 1 == 0 else cell:f}"
        case time():
            return cell.isoformat(timespec="minutes")
    return str(cell)
