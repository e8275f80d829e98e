"""What an import would do as a whole, counted from its plan and what the person decided; and how
that reads. Plain values."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ats.commands.importing import ImportResult
from ats.domain.importing import Handling
from ats.domain.stage import Outcome, StageKind
from ats.domain.words import counted
from ats.exchange.imports.plan import ImportPlan, ImportRow
from ats.gui.transfer.import_rows import Decisions
from ats.gui.transfer.import_words import listed

Standing = tuple[StageKind, Outcome | None]
_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One thing an import does: an icon with its colour role, what, and more about it."""

    icon: str
    role: str
    text: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """`stands` counts the new applications by stage kind and outcome, in pipeline order."""

    new: int
    lines: tuple[Line, ...]
    stands: tuple[tuple[Standing, int], ...]


def facts(plan: ImportPlan, decisions: Decisions, expected: ImportResult) -> Facts:
    """What importing the plan would do. `expected` are its numbers."""
    new = [row for row in plan.rows if _is_new(row, plan, decisions)]
    lines = [
        Line(
            "plus",
            "ok",
            f"{counted(expected.created, 'application')} created",
            _likely(plan, decisions),
        ),
        Line(
            "pencil",
            "accent",
            f"{counted(expected.updated, 'application')} updated",
            "Empty fields are filled and missing history is added; nothing is overwritten."
            + _moved_on(expected),
        ),
        Line(
            "copy",
            "text2",
            f"{counted(expected.duplicates, 'row')} skipped",
            "Already tracked, or the same as an earlier row.",
        ),
        Line("x", "danger", f"{counted(len(plan.ignored), 'row')} left out", _reasons(plan)),
    ]
    counts = (expected.created, expected.updated, expected.duplicates, len(plan.ignored))
    shown = [line for line, count in zip(lines, counts, strict=True) if count]
    return Facts(
        new=expected.created,
        lines=tuple(shown + _understood(plan, new)),
        stands=_stands(new),
    )


def result_lines(result: ImportResult) -> tuple[str, ...]:
    """What an import did, in a few words each."""
    left_out = result.rows - result.created - result.updated - result.duplicates
    parts = (
        (result.updated, f"{counted(result.updated, 'application')} updated"),
        (result.duplicates, f"{counted(result.duplicates, 'row')} skipped, already there"),
        (left_out, f"{counted(left_out, 'row')} left out"),
    )
    return tuple(text for count, text in parts if count)


def imported(result: ImportResult) -> str:
    """ "Imported 38 applications", "Updated 2 applications"."""
    if result.created:
        return f"Imported {counted(result.created, 'application')}"
    return f"Updated {counted(result.updated, 'application')}"


def _is_new(row: ImportRow, plan: ImportPlan, decisions: Decisions) -> bool:
    match = plan.matches.get(row.row)
    return match is None or decisions.of(match, row.row) is Handling.CREATE


def _moved_on(expected: ImportResult) -> str:
    """What is said of updates that change where an application stands."""
    if not expected.moved_on:
        return ""
    return f" {expected.moved_on:,} moved to another stage: the file tells a later day."


def _likely(plan: ImportPlan, decisions: Decisions) -> str:
    """What is said of rows that may repeat an application and are created all the same."""
    anyway = sum(handling is Handling.CREATE for handling in decisions.for_plan(plan).values())
    return f"{anyway:,} of them although they may be tracked already." if anyway else ""


def _reasons(plan: ImportPlan) -> str:
    reasons = Counter(row.reason for row in plan.ignored)
    told = [
        reason if count == 1 else f"{reason} ({count:,} rows)"
        for reason, count in reasons.most_common(_MOST_REASONS)
    ]
    return " ".join(told) + ("…" if len(reasons) > _MOST_REASONS else "")


def _understood(plan: ImportPlan, new: list[ImportRow]) -> list[Line]:
    """What the program made of the cells."""
    lines = []
    told = [row for row in new if len(row.moves) > 1]
    if told:
        moves = sum(len(row.moves) for row in told)
        text = f"{counted(len(told), 'application')} with a history"
        more = f"{counted(moves, 'move')} between stages, with their dates where the file has them."
        lines.append(Line("history", "accent", text, more))
    kept = Counter(header for row in new for header, _ in row.imported)
    if kept:
        text = f"{counted(len(kept), 'column')} kept as imported fields"
        lines.append(Line("tag", "text2", text, f"{listed(kept)}."))
    if plan.problems:
        columns = dict.fromkeys(problem.column for problem in plan.problems)
        text = f"{counted(len(plan.problems), 'cell')} not read"
        more = f"In {listed(columns)}. What they say is kept as it stands."
        lines.append(Line("circle-alert", "warn", text, more))
    return lines


def _stands(new: list[ImportRow]) -> tuple[tuple[Standing, int], ...]:
    kinds, outcomes = list(StageKind), [None, *Outcome]
    counts = Counter((row.stage_kind, row.outcome) for row in new)
    return tuple(
        sorted(
            counts.items(),
            key=lambda each: (kinds.index(each[0][0]), outcomes.index(each[0][1])),
        )
    )
