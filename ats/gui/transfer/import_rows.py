"""The rows of a file as an import sees them: what each becomes, which want a look, and what the
person decided about those that repeat an application. Plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ats.domain.importing import Handling, Match
from ats.domain.words import counted
from ats.exchange.imports.plan import CellProblem, IgnoredRow, ImportPlan, ImportRow

Row = ImportRow | IgnoredRow


class State(StrEnum):
    """What is to be said of a row first."""

    READY = "Ready"
    TRACKED = "Already tracked"
    LIKELY = "May be tracked"
    DOUBTFUL = "To look at"
    LEFT_OUT = "Left out"


DOUBTS = (State.LIKELY, State.DOUBTFUL, State.LEFT_OUT)
"""The states of rows that want a look."""


@dataclass(slots=True)
class Decisions:
    """What becomes of rows that repeat an application: of those that surely do, of those that
    perhaps do, and of single rows, by number, where the person said so."""

    tracked: Handling = Handling.SKIP
    likely: Handling = Handling.CREATE
    single: dict[int, Handling] = field(default_factory=dict)

    def of(self, match: Match, row: int) -> Handling:
        """What becomes of a row that repeats an application."""
        return self.single.get(row) or (self.tracked if match.certain else self.likely)

    def for_plan(self, plan: ImportPlan) -> dict[int, Handling]:
        """What becomes of every row of a plan that repeats an application."""
        return {row: self.of(match, row) for row, match in plan.matches.items()}


class ReviewedRows:
    """Every row of a plan in the order of the file."""

    def __init__(self, plan: ImportPlan) -> None:
        self.plan = plan
        self.all: Sequence[Row] = sorted([*plan.rows, *plan.ignored], key=lambda row: row.row)
        self._problems: dict[int, list[CellProblem]] = {}
        for problem in plan.problems:
            self._problems.setdefault(problem.row, []).append(problem)
        self.counts = Counter(self.state(row) for row in self.all)

    def problems(self, row: Row) -> Sequence[CellProblem]:
        """The cells of a row that could not be read."""
        return self._problems.get(row.row, ())

    def match(self, row: Row) -> Match | None:
        """What a row repeats."""
        return self.plan.matches.get(row.row)

    def state(self, row: Row) -> State:
        if isinstance(row, IgnoredRow):
            return State.LEFT_OUT
        match = self.plan.matches.get(row.row)
        if match is not None:
            return State.TRACKED if match.certain else State.LIKELY
        return State.DOUBTFUL if row.row in self._problems else State.READY

    def told(self, row: Row) -> str:
        """The state of a row in words, with its reason where that is short enough for a cell."""
        if isinstance(row, IgnoredRow):
            return f"{State.LEFT_OUT}. {row.reason}"
        state, match = self.state(row), self.match(row)
        if state is State.DOUBTFUL:
            return " ".join(problem.reason for problem in self.problems(row))
        if match is not None and match.row is not None:
            return f"{'Repeats' if match.certain else 'May repeat'} row {match.row:,}"
        return state

    def doubtful_count(self) -> int:
        return sum(self.counts[state] for state in DOUBTS)

    def of_states(self, states: Sequence[State]) -> Sequence[Row]:
        """The rows in one of these states; without any, all."""
        if not states:
            return self.all
        return [row for row in self.all if self.state(row) in states]


def alike(plan: ImportPlan, number: int) -> ImportPlan:
    """The part of a plan that is about the same application as a row."""

    def source(row: int) -> tuple[int | None, int | None]:
        match = plan.matches.get(row)
        while match is not None and match.row is not None:
            row, match = match.row, plan.matches.get(match.row)
        return (match.application_id, None) if match is not None else (None, row)

    wanted = source(number)
    rows = tuple(row for row in plan.rows if source(row.row) == wanted)
    numbers = {row.row for row in rows}
    matches = {row: match for row, match in plan.matches.items() if row in numbers}
    return replace(plan, rows=rows, matches=matches)


def summary(rows: ReviewedRows) -> str:
    """ "38 of 41 rows ready. Row 14: “31/02/2026” isn’t a date." """
    plan, counts = rows.plan, rows.counts
    likely, repeats = counts[State.LIKELY], counts[State.TRACKED]
    ready = counts[State.READY] + counts[State.DOUBTFUL] + likely
    besides = f"; {likely:,} of them may repeat another" if likely else ""
    parts = [f"{ready:,} of {counted(plan.row_count, 'row')} ready{besides}."]
    if repeats:
        parts.append(f"{repeats:,} {'repeats' if repeats == 1 else 'repeat'} another.")
    doubts = sorted(
        [(cell.row, cell.reason) for cell in plan.problems]
        + [(row.row, row.reason) for row in plan.ignored]
    )
    if doubts:
        parts.append(f"Row {doubts[0][0]:,}: {doubts[0][1]}")
    if len(doubts) > 1:
        parts.append(f"{len(doubts) - 1:,} more like this.")
    if plan.problems:
        parts.append("What can’t be read is kept as it stands.")
    return " ".join(parts)
