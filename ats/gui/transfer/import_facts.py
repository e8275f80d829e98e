"""What an import would do as a whole, counted from its plan and what the person decided; and how
that reads. Plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
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
    shown = [line for count, line in _counted(plan, decisions, expected) if count]
    return Facts(
        new=expected.created,
        lines=tuple(shown + _understood(plan, new)),
        stands=_stands(new),
    )


def _counted(
    plan: ImportPlan, decisions: Decisions, expected: ImportResult
) -> Iterator[tuple[int, Line]]:
    """What becomes of how many rows, in the order of telling."""
    created = f"{counted(expected.created, 'application')} created"
    yield expected.created, Line("plus", "ok", created, _anyway(plan, decisions))
    updated = f"{counted(expected.updated, 'application')} updated"
    filled = "Empty fields are filled and missing history is added; nothing is overwritten."
    yield expected.updated, Line("pencil", "accent", updated, filled + _moved_on(expected))
    yield expected.undated, Line("circle-alert", "warn", *_undated(expected))
    skipped = f"{counted(expected.duplicates, 'row')} skipped"
    why = "Already tracked, or the same as an earlier row."
    yield expected.duplicates, Line("copy", "text2", skipped, why)
    left_out = f"{counted(len(plan.ignored), 'row')} left out"
    yield len(plan.ignored), Line("x", "danger", left_out, _reasons(plan))


def result_lines(result: ImportResult) -> tuple[str, ...]:
    """What an import did besides what `imported` says, in a few words each."""
    left_out = result.rows - result.created - result.updated - result.duplicates
    undated, _ = _undated(result)
    parts = (
        (result.undated, f"{undated}: the file gives no later day"),
        (result.duplicates, f"{counted(result.duplicates, 'row')} skipped, already there"),
        (left_out, f"{counted(left_out, 'row')} left out"),
    )
    return tuple(text for count, text in parts if count)


def act(expected: ImportResult) -> str:
    """ "Import 38 applications", "Update 2 applications", "Import 1 and add to 21"."""
    if expected.created and expected.updated:
        return f"Import {expected.created:,} and add to {expected.updated:,}"
    if expected.updated:
        return f"Update {counted(expected.updated, 'application')}"
    return f"Import {counted(expected.created, 'application')}"


def heading(expected: ImportResult, name: str) -> str:
    """ "Import 1 application from jobs.csv and add to 21"."""
    if not expected.created and not expected.updated:
        return f"Nothing new in {name}"
    if not expected.created:
        return f"Update {counted(expected.updated, 'application')} from {name}"
    also = f" and add to {expected.updated:,}" if expected.updated else ""
    return f"Import {counted(expected.created, 'application')} from {name}{also}"


def imported(result: ImportResult) -> str:
    """ "Imported 38 applications", "Updated 2 applications", "Imported 1 application and added to
    21"."""
    if not result.created:
        return f"Updated {counted(result.updated, 'application')}"
    also = f" and added to {result.updated:,}" if result.updated else ""
    return f"Imported {counted(result.created, 'application')}{also}"


def _is_new(row: ImportRow, plan: ImportPlan, decisions: Decisions) -> bool:
    match = plan.matches.get(row.row)
    return match is None or decisions.of(match, row.row) is Handling.CREATE


def _moved_on(expected: ImportResult) -> str:
    """What is said of updates that change where an application stands."""
    if not expected.moved_on:
        return ""
    return f" {expected.moved_on:,} moved to another stage: the file tells a later day."


def _undated(result: ImportResult) -> tuple[str, str]:
    """What is said of rows that name a later stage which is not taken, and why."""
    one = result.undated == 1
    text = f"{counted(result.undated, 'status', 'statuses')} not taken"
    more = "It names a later stage" if one else "They name later stages"
    stays = "the application stays where it is" if one else "the applications stay where they are"
    return text, f"{more}, but the file gives no later day: {stays}."


_ANYWAY = {
    (True, True): ("repeats another row", "repeat another row"),
    (True, False): ("may repeat another row", "may repeat another row"),
    (False, True): ("is tracked already", "are tracked already"),
    (False, False): ("may be tracked already", "may be tracked already"),
}
"""By whether a row repeats another row of the file, and whether it surely does: one and many."""


def _anyway(plan: ImportPlan, decisions: Decisions) -> str:
    """What is said of rows that repeat an application, or may, and are created all the same."""
    counts = Counter(
        (match.row is not None, match.certain)
        for row, match in plan.matches.items()
        if decisions.of(match, row) is Handling.CREATE
    )
    told = [
        f"{count:,}{'' if at else ' of them'} although {'it' if count == 1 else 'they'} "
        f"{_ANYWAY[key][count != 1]}"
        for at, (key, count) in enumerate(sorted(counts.items()))
    ]
    return f"{', '.join(told)}." if told else ""


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
