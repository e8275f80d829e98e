"""The cells of one row by the field they hold, with account of what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from ats.domain.stage import StageKind
from ats.exchange.imports.cell_words import is_nothing, shortened
from ats.exchange.imports.day_cells import DateOrder, days_in, part_of_day
from ats.exchange.imports.fields import Field
from ats.exchange.imports.status_words import Status, plain_words

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of one file have in common. `headers` are all different; `orders` says
    for a column how its days are written; `stages` are the person's own, name to kind;
    `statuses` are words, as `plain_words` gives them, to what the person says they mean, None
    for nothing; `scale` is the most that a column of excitement goes up to."""

    headers: tuple[str, ...]
    mapping: Mapping[int, Field]
    orders: Mapping[int, DateOrder | None] = field(default_factory=dict)
    stages: Mapping[str, StageKind] = field(default_factory=dict)
    statuses: Mapping[str, Status | None] = field(default_factory=dict)
    scale: int = 5

    def header(self, column: int) -> str:
        if column < len(self.headers):
            return self.headers[column]
        return f"Column {column + 1}"

    def columns_of(self, fields: Iterable[Field]) -> tuple[int, ...]:
        """The columns that hold one of the fields."""
        wanted = frozenset(fields)
        return tuple(at for at, name in self.mapping.items() if name in wanted)

    def own_meaning(self, word: str) -> tuple[bool, Status | None]:
        """Whether the person said what a word means, and what."""
        words = plain_words(word)
        return words in self.statuses, self.statuses.get(words)


class Doubt(NamedTuple):
    """A cell that could not be read, or not surely, and why."""

    column: int
    value: str
    reason: str


class Cells:
    """Cells of one row by field, given by column. What is asked for and can't be read ends up
    in `doubts` and, to be kept as it stands, in `kept`. With `exact`, nothing is taken for
    an empty cell but an empty cell."""

    def __init__(self, table: Table, texts: Mapping[int, str], *, exact: bool = False) -> None:
        self.table = table
        self.exact = exact
        self.doubts: list[Doubt] = []
        self.kept: set[int] = set()
        self._texts = texts
        self._columns: dict[Field, int] = {}
        for column in texts:
            name = table.mapping.get(column)
            if name is not None:
                self._columns.setdefault(name, column)

    def columns(self) -> list[tuple[int, Field]]:
        """The columns that are given, with what they hold, in the order of the table."""
        return [(at, self.table.mapping[at]) for at in self._texts if at in self.table.mapping]

    def text(self, name: Field) -> str:
        """The text of a field, "" where there is none."""
        column = self._columns.get(name)
        if column is None:
            return ""
        return self._texts[column] if self.exact else self.text_at(column)

    def raw(self, name: Field) -> str:
        """The text of a field as it stands, also where it says "None"."""
        column = self._columns.get(name)
        return self._texts[column].strip() if column is not None else ""

    def text_at(self, column: int) -> str:
        text = self._texts[column].strip()
        return "" if is_nothing(text) else text

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
        """The day in a field."""
        column = self._columns.get(name)
        return None if column is None else self.day_at(column)

    def day_at(self, column: int) -> date | None:
        """The day in a column. A cell that says more than one day is kept as well."""
        text = self._texts[column] if self.exact else self.text_at(column)
        if not text:
            return None
        days = days_in(text, self.table.orders.get(column))
        if not days:
            self.report_at(column, no_day(text))
            return None
        if not days[0].whole:
            self.report_at(
                column, f"“{shortened(text)}” says more than a date; the first one was used."
            )
        return days[0].on

    def report(self, name: Field, reason: str) -> None:
        """Note that a field's cell could not be read, or not surely, and keep it."""
        self.report_at(self._columns[name], reason)

    def report_at(self, column: int, reason: str) -> None:
        self.doubts.append(Doubt(column, self._texts[column].strip(), reason))
        self.kept.add(column)

    def keep(self, name: Field) -> None:
        """Keep the text of a field under its header, beside what was made of it."""
        if self.text(name).strip():
            self.kept.add(self._columns[name])

    def keep_column(self, column: int) -> None:
        self.kept.add(column)


def no_day(text: str) -> str:
    """Why a text is no day, or what it lacks."""
    lacks = part_of_day(text)
    if lacks is not None:
        return f"“{shortened(text)}” isn’t a whole date: {lacks} is missing."
    return f"“{shortened(text)}” isn’t a date."
