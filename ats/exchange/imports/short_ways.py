"""Short ways for the cells that differ from row to row and are almost always plain: names, links
and notes. Where a cell is not plain, they leave it to the group that reads its fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ats.exchange.imports.cell_words import is_nothing
from ats.exchange.imports.cells_in import Table
from ats.exchange.imports.fields import Field
from ats.exchange.imports.row_reader import ShortWay

_MAY_CARRY_A_LINK = ("[", "=")


def names_plainly(table: Table) -> ShortWay | None:
    """Title and company from a column each."""
    title, company = _only(table, Field.TITLE), _only(table, Field.COMPANY)
    if title is None or company is None or _only(table, Field.COMPANY_AND_TITLE) is not None:
        return None

    def read(texts: Sequence[str], values: dict[str, Any]) -> bool:
        role, firm = " ".join(texts[title].split()), " ".join(texts[company].split())
        if is_nothing(role) or is_nothing(firm) or role[0] in _MAY_CARRY_A_LINK:
            return False
        values["title"], values["company"] = role, firm
        return True

    return read


def link_plainly(table: Table) -> ShortWay | None:
    """A bare address."""
    column = _only(table, Field.LINK)
    if column is None:
        return None

    def read(texts: Sequence[str], values: dict[str, Any]) -> bool:
        text = texts[column].strip()
        if text[:4].lower() != "http" or len(text.split(None, 1)) != 1 or "://" not in text[:9]:
            return False
        values["link"] = text
        return True

    return read


def text_plainly(table: Table, field: Field, name: str) -> ShortWay | None:
    """A text as it stands, without the blanks around it."""
    column = _only(table, field)
    if column is None:
        return None

    def read(texts: Sequence[str], values: dict[str, Any]) -> bool:
        text = texts[column].strip()
        values[name] = "" if is_nothing(text) else text
        return True

    return read


def _only(table: Table, field: Field) -> int | None:
    columns = table.columns_of([field])
    return columns[0] if columns else None
