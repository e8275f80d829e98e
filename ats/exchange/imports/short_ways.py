"""Short ways for the cells that differ from row to row and are almost always plain: names, links
and notes. Where a cell is not plain, they leave it to the group that reads its fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ats.exchange.imports.cell_words import is_nothing
from ats.exchange.imports.cells_in import Table
from ats.exchange.imports.fields import Field
from ats.exchange.imports.row_reader import Columns, ShortWay

_MAY_CARRY_A_LINK = ("[", "=")


def names_plainly(table: Table) -> ShortWay | None:
    """Title and company from a column each."""
    title, company = _only(table, Field.TITLE), _only(table, Field.COMPANY)
    if title is None or company is None or _only(table, Field.COMPANY_AND_TITLE) is not None:
        return None

    def read(columns: Columns) -> list[tuple[Any, ...] | None]:
        names = zip(_lines(columns[title]), _lines(columns[company]), strict=True)
        return [
            None
            if is_nothing(role) or is_nothing(firm) or role[0] in _MAY_CARRY_A_LINK
            else (role, firm)
            for role, firm in names
        ]

    return read


def link_plainly(table: Table) -> ShortWay | None:
    """A bare address."""
    column = _only(table, Field.LINK)
    if column is None:
        return None

    def read(columns: Columns) -> list[tuple[Any, ...] | None]:
        return [
            (link,)
            if link[:4].lower() == "http" and "://" in link[:9] and len(link.split(None, 1)) == 1
            else None
            for link in map(str.strip, columns[column])
        ]

    return read


def text_plainly(table: Table, field: Field) -> ShortWay | None:
    """A text as it stands, without the blanks around it."""
    column = _only(table, field)
    if column is None:
        return None

    def read(columns: Columns) -> list[tuple[Any, ...] | None]:
        return [("" if is_nothing(text) else text,) for text in map(str.strip, columns[column])]

    return read


def _lines(column: Sequence[str]) -> Sequence[str]:
    """The texts, each on one line."""
    together = f"|{'|'.join(column)}|"
    if together.isprintable() and not any(blank in together for blank in ("  ", "| ", " |")):
        return column
    return [" ".join(text.split()) for text in column]


def _only(table: Table, field: Field) -> int | None:
    columns = table.columns_of([field])
    return columns[0] if columns else None
