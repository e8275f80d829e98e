"""What in a file makes it likely that days in numbers are written day first, or month first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.presets import Preset
from ats.exchange.imports.raw_table import Row

_LOOKED_AT = 200
_AMERICAN = re.compile(r"(?<![A-Z])\$\s?\d|, [A-Z]{2}(?:\s|$|,)|\bUSA?\b")
_ELSEWHERE = re.compile(r"[€£]|\b(?:EUR|GBP|CHF|AUD)\b|\b(?:UK|Germany|France|Australia)\b")


def likely_order(rows: Sequence[Row], preset: Preset | None, delimiter: str) -> DateOrder | None:
    """The order that the program which wrote the file uses, or that fits the currency and the
    places it names; spreadsheets part cells with semicolons where the day comes first."""
    if preset is not None and preset.order is not None:
        return preset.order
    if delimiter == ";":
        return DateOrder.DMY
    american = elsewhere = 0
    for row in rows[:_LOOKED_AT]:
        text = "\n".join(row.cells)
        american += _AMERICAN.search(text) is not None
        elsewhere += _ELSEWHERE.search(text) is not None
    if american == elsewhere:
        return None
    return DateOrder.MDY if american > elsewhere else DateOrder.DMY
