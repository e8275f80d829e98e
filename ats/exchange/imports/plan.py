"""What an import would do: plain values, made without a store and shown before anything is
written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.importing import Match
from ats.domain.money import Pay
from ats.domain.problem import Problem
from ats.domain.stage import Outcome, StageKind
from ats.exchange.application_columns import Move
from ats.exchange.event_cells import Happening
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.raw_table import UnreadFile

_MOST_UNREAD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the person said about a file; every field may be left to the program.

    `table` names the sheet of a workbook or the file in a .zip; `header_row` counts as a
    spreadsheet does, from 1, and 0 means that the table has no headers. `mapping` is header to
    field; `statuses` gives words of the file a meaning: the value of a StageKind or an Outcome,
    or "" where a word says nothing about the stage.
    """

    table: str = ""
    header_row: int | None = None
    encoding: str | None = None
    delimiter: str | None = None
    mapping: Mapping[str, str] | None = None
    date_order: DateOrder | None = None
    statuses: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableInfo:
    """A sheet of a workbook or a file in a .zip that could be imported."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnInfo:
    """What a column is taken for. `field` is "" where it is kept as an extra; `samples` are
    its first filled cells, three at most; `why` is "name", "content", "preset", "remembered" or
    "you", and "" where nothing was found."""

    header: str
    field: str = ""
    samples: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateQuestion:
    """Days of the file that can be read in two ways, with one of them as an example. `assumed`
    is the reading that is taken without an answer."""

    columns: tuple[str, ...]
    example: str
    readings: tuple[tuple[DateOrder, date], ...]
    assumed: DateOrder


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusQuestion:
    """A word of the file whose meaning is not sure, and on how many rows it stands. `meanings`
    are values of StageKind and Outcome, the likeliest first; `assumed` is what is taken without
    an answer, "" for nothing."""

    word: str
    rows: int
    meanings: tuple[str, ...]
    assumed: str = ""


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


class ImportRow(NamedTuple):
    """One application to be. `stage` is the name the file uses, "" where it names none;
    `stage_kind` what that means. `moves` are oldest first; a move without a day happened, but
    the file does not say when. `happenings` is what else happened; only our own table tells it.
    `emails` holds (name, address) of those of the `contacts` who have one. `imported` holds
    (header, value) of all that has no field."""

    row: int
    title: str
    company: str
    stage: str
    stage_kind: StageKind
    outcome: Outcome | None = None
    moves: tuple[Move, ...] = ()
    happenings: tuple[Happening, ...] = ()
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
    emails: tuple[tuple[str, str], ...] = ()
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
    `matches` tells, by the number of a row, which application it repeats.

    What was found out, and could be answered differently: `tables` are the tables of a
    workbook or archive and `table` the one that was read (none and "" in a plain file), `unread`
    the files of an archive that could not be, `encoding` and `delimiter` those of a text (""
    elsewhere), `header_row` counts from 1, 0 for none, `preset` names the program that wrote the
    file where its columns tell. `first_rows` are the first few as they stand in the file, each
    with its number.
    """

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
    tables: tuple[TableInfo, ...] = ()
    unread: tuple[UnreadFile, ...] = ()
    table: str = ""
    encoding: str = ""
    delimiter: str = ""
    header_row: int = 1
    preset: str = ""
    columns: tuple[ColumnInfo, ...] = ()
    first_rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    date_question: DateQuestion | None = None
    status_questions: tuple[StatusQuestion, ...] = ()

    @property
    def duplicates(self) -> frozenset[int]:
        """The rows that repeat an application beyond doubt."""
        return frozenset(row for row, match in self.matches.items() if match.certain)

    @property
    def not_read(self) -> tuple[str, ...]:
        """What is said of the files that could not be read, each on a line; of many the first."""
        told = [f"Not read: {file.reason}" for file in self.unread[:_MOST_UNREAD]]
        more = len(self.unread) - len(told)
        return (*told, f"And {more:,} more.") if more else tuple(told)

    @property
    def row_count(self) -> int:
        return len(self.rows) + len(self.ignored)


class ColumnsUnknown(Problem):
    """The file is a table, but no column is known to hold a role title or a company. `plan`
    has its columns and no rows, so that the person can be asked which holds what."""

    def __init__(self, sentence: str, plan: ImportPlan) -> None:
        super().__init__(sentence)
        self.plan = plan
