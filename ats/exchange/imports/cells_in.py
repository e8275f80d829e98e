"""The cells of one row by the field they hold, with account of what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from ats.domain.stage import StageKind
from ats.exchange.application_columns import unguarded
from ats.exchange.imports.day_cells import DateOrder, days_in
from ats.exchange.imports.delimited import Row
from ats.exchange.imports.field_headers import Field
from ats.exchange.imports.plan import CellProblem

Value = TypeVar("Value")

NOTHING = frozenset(("", "n/a", "na", "nan", "none", "null", "nil", "-", "--", "–", "—", "unknown"))
_YES = frozenset("yes true x y 1 ✓ ✔ ☑ ✅ done ja oui sí si".split())
_NO = NOTHING | frozenset("no false n 0 ☐ ✗ ❌ nein non pending".split())


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of one file have in common. `headers` are all different; `orders` says
    for a column how its days are written; `stages` are the person's own, name to kind."""

    headers: tuple[str, ...]
    mapping: Mapping[int, Field]
    orders: Mapping[int, DateOrder | None] = field(default_factory=dict)
    stages: Mapping[str, StageKind] = field(default_factory=dict)

    def header(self, column: int) -> str:
        if column < len(self.headers):
            return self.headers[column]
        return f"Column {column + 1}"


class Cells:
    """The cells of one row by field. What is asked for and can't be read ends up in
    `problems` and, like everything that has no field, in `kept`."""

    def __init__(self, table: Table, row: Row, *, exact: bool = False) -> None:
        self.number = row.number
        self.table = table
        self.exact = exact
        self.problems: list[CellProblem] = []
        self._texts = [unguarded(cell) for cell in row.cells]
        self._columns = {name: column for column, name in table.mapping.items()}
        self._kept: dict[int, str] = {
            column: text
            for column, text in enumerate(self._texts)
            if column not in table.mapping and text.strip()
        }

    def text(self, name: Field) -> str:
        """The text of a field, "" where there is none."""
        column = self._columns.get(name)
        if column is None or column >= len(self._texts):
            return ""
        text = self._texts[column]
        if self.exact:
            return text
        text = text.strip()
        return "" if text.casefold() in NOTHING else text

    def raw(self, name: Field) -> str:
        """The text of a field as it stands, also where it says "None"."""
        column = self._columns.get(name)
        return self._texts[column].strip() if column is not None and self.text_at(column) else ""

    def text_at(self, column: int) -> str:
        text = self._texts[column].strip() if column < len(self._texts) else ""
        return "" if text.casefold() in NOTHING else text

    def line(self, name: Field) -> str:
        """The text of a field on one line."""
        return self.text(name) if self.exact else " ".join(self.text(name).split())

    def value(self, name: Field, read: Callable[[str], Value | None], reason: str) -> Value | None:
        """What `read` makes of a field; where it makes nothing of it, a problem is noted."""
        text = self.text(name)
        if not text:
            return None
        found = read(text)
        if found is None:
            self.report(name, reason)
        return found

    def day(self, name: Field) -> date | None:
        """The day in a field. A cell that says more than one day is kept as well."""
        text = self.text(name)
        if not text:
            return None
        days = days_in(text, self.table.orders.get(self._columns[name]))
        if not days:
            self.report(name, f"“{shortened(text)}” isn’t a date.")
            return None
        if not days[0].whole:
            self.report(name, f"“{shortened(text)}” says more than a date; the first one was used.")
        elif not days[0].settled:
            on = days[0].on
            self.report(name, f"Day and month could be the other way round; read as {on}.", False)
        return days[0].on

    def report(self, name: Field, reason: str, keep: bool = True) -> None:
        """Note that a field's cell could not be read, or not surely."""
        self.problems.append(
            CellProblem(
                row=self.number,
                column=self.table.header(self._columns[name]),
                value=self.text(name),
                reason=reason,
            )
        )
        if keep:
            self.keep(name)

    def keep(self, name: Field) -> None:
        """Keep the text of a field under its header, beside what was made of it."""
        if self.text(name).strip():
            self.keep_column(self._columns[name])

    def keep_column(self, column: int) -> None:
        self._kept[column] = self._texts[column]

    @property
    def imported(self) -> tuple[tuple[str, str], ...]:
        return tuple((self.table.header(at), text) for at, text in sorted(self._kept.items()))


def said_yes(text: str) -> bool | None:
    """True or False for a cell that says only yes or no, else None."""
    word = text.strip().casefold().rstrip(".!")
    if word in _YES:
        return True
    return False if word in _NO else None


def shortened(text: str) -> str:
    """A cell's text as a sentence quotes it."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
