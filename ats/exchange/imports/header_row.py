"""Finds the row of headers of a table: titles may stand above it, and it may be missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ats.domain.problem import Problem
from ats.exchange.application_columns import unguarded
from ats.exchange.imports.column_content import Kind, is_data, kinds_of
from ats.exchange.imports.fields import NAMING_FIELDS, Field
from ats.exchange.imports.header_words import loosely_named, named_fields
from ats.exchange.imports.raw_table import Row

_WITHIN = 25
_LOOSELY = 3  # Names within longer headers are only believed together.
_DATA = (Kind.DAY, Kind.LINK, Kind.EMAIL, Kind.MONEY, Kind.NUMBER, Kind.STATUS, Kind.YES_NO)


def rating(rows: Sequence[Row]) -> float:
    """How many different fields the best of the first rows names."""
    return max((len(named_fields(row.cells)) for row in rows[:_WITHIN]), default=0)


def header_row(rows: Sequence[Row], answer: int | None, name: str) -> int | None:
    """The place of the row of headers in `rows`, None where the table has none. `answer` is
    the row that the person named, 0 for none.

    Raises Problem where there is no such row.
    """
    if answer is not None:
        return _answered(rows, answer, name)
    near = [*islice((at for at, row in enumerate(rows) if not row.empty), _WITHIN)]
    best = max(near, key=lambda at: (len(_named(rows[at])), -at))
    named = _named(rows[best])
    if len(named) > 1 or named & set(NAMING_FIELDS):
        return best
    best = max(near, key=lambda at: (len(_loosely(rows[at])), -at))
    named = _loosely(rows[best])
    if len(named) >= _LOOSELY and named & set(NAMING_FIELDS):
        return best
    return _unnamed(rows, near)


def headers_of(header: Row | None, rows: Sequence[Row]) -> tuple[str, ...]:
    """The headers, all different: a nameless column is called by its number, a repeated
    name is counted."""
    width = max([len(row.cells) for row in rows], default=0)
    cells = header.cells if header is not None else ("",) * width
    seen: dict[str, int] = {}
    headers: list[str] = []
    for column, cell in enumerate(cells):
        name = unguarded(cell).strip("\ufeff \t\r\n") or f"Column {column + 1}"
        seen[name] = seen.get(name, 0) + 1
        while seen[name] > 1 and f"{name} ({seen[name]})" in seen:
            seen[name] += 1
        unique = name if seen[name] == 1 else f"{name} ({seen[name]})"
        seen.setdefault(unique, 1)
        headers.append(unique)
    return tuple(headers)


def _answered(rows: Sequence[Row], answer: int, name: str) -> int | None:
    if answer == 0:
        return None
    for at, row in enumerate(rows):
        if row.number == answer and not row.empty:
            return at
    raise Problem(f"{name} has no headers in row {answer}. Nothing was imported.")


def _named(row: Row) -> frozenset[Field]:
    return named_fields(row.cells) if not is_data(row.cells) else frozenset()


def _loosely(row: Row) -> frozenset[Field]:
    return loosely_named(row.cells) if not is_data(row.cells) else frozenset()


def _unnamed(rows: Sequence[Row], near: Sequence[int]) -> int | None:
    """A row of headers in words that are not known: the first that fills most of the width,
    where it has nothing but words and others follow."""
    widths = Counter(len(rows[at].cells) for at in near)
    width = max(widths, key=lambda width: (widths[width], width))
    first = next((at for at in near if _filled(rows[at]) * 2 > width), near[0])
    texts = (cell.strip() for cell in rows[first].cells)
    if any(kinds_of(text) & set(_DATA) for text in texts if text):
        return None
    return first if any(not row.empty for row in rows[first + 1 :]) else None


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell.strip())
