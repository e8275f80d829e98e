"""What an import would do: plain values, made without a store and shown before anything is
written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.importing import Match
from ats.domain.money import Pay
from ats.domain.stage import Outcome, StageKind
from ats.exchange.application_columns import Move
from ats.exchange.imports.day_cells import DateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class CellProblem:
    """A cell that could not be taken as its column says. Its text is kept. `row` counts as a
    spreadsheet does, from 1."""

    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IgnoredRow:
    """A row that is no application, and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One application to be. `stage` is the name the file uses, "" where it names none;
    `stage_kind` what that means. `moves` are oldest first; a move without a day happened, but
    the file does not say when. `imported` holds (header, value) of all that has no field."""

    row: int
    title: str
    company: str
    stage: str
    stage_kind: StageKind
    outcome: Outcome | None = None
    moves: tuple[Move, ...] = ()
    deadline: date | None = None
    posted_on: date | None = None
    link: str = ""
    locations: tuple[str, ...] = ()
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    pay: Pay = Pay()
    bonus: bool = False
    equity: bool = False
    source: str = ""
    reference: str = ""
    tags: tuple[str, ...] = ()
    excitement: int | None = None
    next_action: str = ""
    next_action_on: date | None = None
    contacts: tuple[str, ...] = ()
    notes: str = ""
    posting_text: str = ""
    posting_html: str | None = None
    imported: tuple[tuple[str, str], ...] = ()

    @property
    def applied_on(self) -> date | None:
        days = [
            move.on for move in self.moves if move.kind is StageKind.APPLIED and move.on is not None
        ]
        return min(days, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """`own` is True for a file this program wrote. `mapping` is header to field.
    `date_order` is how days written in numbers were read, None where none had to be;
    `matches` tells, by the number of a row, which application it repeats."""

    name: str
    sha256: str
    own: bool
    headers: tuple[str, ...]
    rows: tuple[ImportRow, ...]
    mapping: dict[str, str]
    problems: tuple[CellProblem, ...] = ()
    ignored: tuple[IgnoredRow, ...] = ()
    date_order: DateOrder | None = None
    matches: Mapping[int, Match] = field(default_factory=dict)

    @property
    def duplicates(self) -> frozenset[int]:
        """The rows that repeat an application beyond doubt."""
        return frozenset(row for row, match in self.matches.items() if match.certain)

    @property
    def row_count(self) -> int:
        return len(self.rows) + len(self.ignored)
