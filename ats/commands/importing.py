"""Bringing in a file of applications: first a plan that can be shown, then one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ats.commands.import_matching import with_matches
from ats.commands.import_stages import StagesOfFile
from ats.commands.import_writing import ImportWriting
from ats.domain.importing import Handling, ImportBatch
from ats.domain.problem import Problem
from ats.exchange.imports.file_in import Progress, read_import
from ats.exchange.imports.plan import Answers, ImportPlan, ImportRow
from ats.store import Store
from ats.store.queries.stages import stages

__all__ = [
    "ImportResult",
    "content_of",
    "expected_result",
    "handling_of",
    "import_plan",
    "plan_import",
    "with_matches",
]

MOST_BYTES = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did, or would do. `rows` = `created` + `updated` + `duplicates` + the rows
    left out. `ids` are the new applications in the order of the file; `batch_id` is None where
    nothing was written."""

    rows: int
    created: int
    updated: int
    duplicates: int
    ids: tuple[int, ...] = ()
    batch_id: int | None = None


def plan_import(
    store: Store,
    source: Path | bytes,
    name: str = "",
    answers: Answers | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing a file would do, with the rows marked that repeat an application of the
    store or an earlier row. Nothing is written.

    Raises Problem for a file that can't be read or holds no applications.
    """
    content = source if isinstance(source, bytes) else content_of(source)
    plan = read_import(
        content,
        name or (source.name if isinstance(source, Path) else "The file"),
        answers,
        stages={stage.name.casefold(): stage.kind for stage in stages(store)},
        progress=progress,
    )
    return with_matches(store, plan)


def expected_result(
    store: Store,  # noqa: ARG001
    plan: ImportPlan,
    handling: Mapping[int, Handling] | None = None,
    otherwise: Handling | None = None,
) -> ImportResult:
    """The numbers that importing the plan the same way would give. Nothing is written."""
    new = _new_rows(plan, handling or {}, otherwise)
    return _result(plan, len(new))


def import_plan(
    store: Store,
    plan: ImportPlan,
    handling: Mapping[int, Handling] | None = None,
    otherwise: Handling | None = None,
    progress: Callable[[float], None] | None = None,
) -> ImportResult:
    """Do what the plan says, as one undo step. Where it has nothing new, nothing is written.

    `handling` says for single rows what becomes of one that repeats an application, `otherwise`
    for all the others; without a word, those that repeat one beyond doubt are skipped and
    those that only may are created. `progress` is told 0 to 1 and may raise to stop the
    import, which then leaves nothing.
    """
    new = _new_rows(plan, handling or {}, otherwise)
    if not new:
        return _result(plan, 0)
    with store.step(f"Import {plan.name}") as rows:
        stages = StagesOfFile(store, rows, make_missing=plan.own)
        batch_id = rows.add(_batch(store, plan, len(new)))
        ids = ImportWriting(store, rows, stages, batch_id, progress or _untold).create(new)
    return replace(_result(plan, len(new)), ids=tuple(ids), batch_id=batch_id)


def _untold(_share: float) -> None:
    pass


def _batch(store: Store, plan: ImportPlan, created: int) -> ImportBatch:
    return ImportBatch(
        file_name=plan.name,
        sha256=plan.sha256,
        imported_at=store.now(),
        rows=plan.row_count,
        created=created,
        mapping=json.dumps(plan.mapping, ensure_ascii=False),
    )


def handling_of(
    plan: ImportPlan,
    row: int,
    handling: Mapping[int, Handling],
    otherwise: Handling | None = None,
) -> Handling:
    """What becomes of a row, given what the person said."""
    match = plan.matches.get(row)
    if match is None:
        return Handling.CREATE
    return handling.get(row, otherwise or (Handling.SKIP if match.certain else Handling.CREATE))


def _new_rows(
    plan: ImportPlan, handling: Mapping[int, Handling], otherwise: Handling | None
) -> list[ImportRow]:
    return [
        row
        for row in plan.rows
        if handling_of(plan, row.row, handling, otherwise) is Handling.CREATE
    ]


def _result(plan: ImportPlan, created: int) -> ImportResult:
    return ImportResult(
        rows=plan.row_count, created=created, updated=0, duplicates=len(plan.rows) - created
    )


def content_of(path: Path) -> bytes:
    """The bytes of a file the person named. Raises Problem where it can't be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Problem(f"{path.name} is larger than 200 MB. Import it in parts.")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read {path}: {reason}. Nothing was changed.") from error
