"""A table that leaves the program: what its columns are and what stands in them, whatever the
format of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum

from ats.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the currency's main unit; `currency` is its code, None where it is unknown."""

    amount: Decimal
    currency: str | None


Cell = str | int | bool | date | time | Decimal | Money | None


class Holds(Enum):
    """What the cells of a column are; their width and look follow from it."""

    TEXT = 22
    SHORT = 12
    LONG = 48
    DAY = 13
    CLOCK = 9
    AMOUNT = 18
    LINK = 34

    def __init__(self, width: int) -> None:
        self.width = width


@dataclass(frozen=True, slots=True)
class Column:
    """`note` and `pay` say that a column is the person's own notes, or tells an amount: both
    can be left out."""

    header: str
    holds: Holds = Holds.TEXT
    note: bool = False
    pay: bool = False

    @property
    def width(self) -> int:
        """In letters; the header has room beside the arrow of a filter."""
        return max(self.holds.width, min(len(self.header), Holds.TEXT.width) + 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table; `name` is what its rows are, such as "Applications"."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Sequence[Cell]]

    @property
    def headers(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.columns)

    def only(self, headers: Iterable[str]) -> Sheet:
        """The sheet with these columns in this order. Raises Problem for one it has not."""
        known = {header.casefold(): at for at, header in reversed(list(enumerate(self.headers)))}
        unknown = [header for header in headers if header.casefold() not in known]
        if unknown:
            raise Problem(
                f"There is no column “{unknown[0]}”. The columns are {', '.join(self.headers)}."
            )
        return self._picked([known[header.casefold()] for header in headers])

    def without(self, *, notes: bool, pay: bool) -> Sheet:
        """The sheet without the columns that are notes, or that tell pay."""
        kept = [
            at
            for at, column in enumerate(self.columns)
            if not (notes and column.note) and not (pay and column.pay)
        ]
        return self if len(kept) == len(self.columns) else self._picked(kept)

    def _picked(self, places: Sequence[int]) -> Sheet:
        return replace(
            self,
            columns=tuple(self.columns[at] for at in places),
            rows=[[row[at] for at in places] for row in self.rows],
        )
