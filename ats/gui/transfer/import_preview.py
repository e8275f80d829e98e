"""What an import would bring, row by row, as the preview shows it. Plain values; reading the
file runs as a job."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ats.commands.importing import content_of
from ats.domain.stage import StageKind
from ats.domain.words import counted
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan, ImportRow
from ats.gui.jobs import Progress

READY, TRACKED = "Ready", "Already tracked"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One row of the file. `row` is None for one that is left out; `id` counts as a spreadsheet
    does."""

    id: int
    row: ImportRow | None
    state: str
    doubtful: bool


def reading_of(
    path: Path, answers: Answers, stages: Mapping[str, StageKind]
) -> Callable[[Progress], ImportPlan | ColumnsUnknown]:
    """The work of reading a file. It raises Problem for what is no table of applications."""

    def work(progress: Progress) -> ImportPlan | ColumnsUnknown:
        progress.at(0.0)
        content = content_of(path)
        try:
            return read_import(content, path.name, answers, stages=stages, progress=progress.at)
        except ColumnsUnknown as unknown:
            return unknown

    return work


def preview_rows(plan: ImportPlan) -> list[PreviewRow]:
    """Every row of the file in order, with what becomes of it."""
    doubts: dict[int, list[str]] = {}
    for problem in plan.problems:
        doubts.setdefault(problem.row, []).append(problem.reason)
    rows = [_preview(row, plan, doubts.get(row.row, [])) for row in plan.rows]
    rows += [PreviewRow(each.row, None, f"Left out. {each.reason}", True) for each in plan.ignored]
    return sorted(rows, key=lambda row: row.id)


def summary(plan: ImportPlan) -> str:
    """ "38 of 41 rows ready. Row 14: “31/02/2026” isn’t a date." """
    parts = [f"{ready_count(plan):,} of {counted(plan.row_count, 'row')} ready."]
    if plan.duplicates:
        parts.append(f"{len(plan.duplicates):,} already tracked, left out.")
    doubts = sorted(
        [(cell.row, cell.reason) for cell in plan.problems]
        + [(row.row, row.reason) for row in plan.ignored]
    )
    if doubts:
        parts.append(f"Row {doubts[0][0]}: {doubts[0][1]}")
    if len(doubts) > 1:
        parts.append(f"{len(doubts) - 1:,} more like this.")
    if plan.problems:
        parts.append("What can’t be read is kept as it stands.")
    return " ".join(parts)


def ready_count(plan: ImportPlan) -> int:
    """How many applications the import would create."""
    return len(plan.rows) - len(plan.duplicates)


def _preview(row: ImportRow, plan: ImportPlan, doubts: list[str]) -> PreviewRow:
    if row.row in plan.duplicates:
        return PreviewRow(row.row, row, TRACKED, False)
    return PreviewRow(row.row, row, " ".join(doubts) or READY, bool(doubts))
