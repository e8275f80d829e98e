"""Bringing in a file of applications: first a plan that can be shown, then one step."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ats.commands.import_stages import StagesOfFile
from ats.commands.import_writing import ImportWriting
from ats.domain.importing import Handling, ImportBatch, Match
from ats.domain.problem import Problem
from ats.exchange.imports.file_in import Progress, read_import
from ats.exchange.imports.plan import Answers, ImportPlan, ImportRow
from ats.store import Store
from ats.store.queries.applications import ApplicationRow, applications
from ats.store.queries.stages import stages

MOST_BYTES = 200_000_000

Key = tuple[str, str, date | None, str]


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


def with_matches(store: Store, plan: ImportPlan) -> ImportPlan:
    """The plan with the rows marked that repeat an application of the store or an earlier
    row; for a plan that was read away from the store."""
    return replace(plan, matches=_matches(store, plan))


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


def _matches(store: Store, plan: ImportPlan) -> dict[int, Match]:
    """Rows with company, title, applied date and link of an application that is there, or of
    an earlier row. Our own export may hold two alike on purpose, so there each application
    accounts for one row."""
    known: dict[Key, list[Match]] = {}
    for row in applications(store):
        match = _match(row, row.stage, "You already track this role.", application_id=row.id)
        known.setdefault(_key(row), []).append(match)
    matches: dict[int, Match] = {}
    for each in plan.rows:
        if found := known.get(_key(each)):
            matches[each.row] = found.pop(0) if plan.own else found[0]
        elif not plan.own:
            reason = f"Row {each.row} is the same role."
            known[_key(each)] = [_match(each, each.stage, reason, row=each.row)]
    return matches


def _match(
    role: ApplicationRow | ImportRow,
    stage: str,
    reason: str,
    *,
    application_id: int | None = None,
    row: int | None = None,
) -> Match:
    return Match(
        application_id=application_id,
        row=row,
        title=role.title,
        company=role.company,
        stage=stage,
        applied_on=role.applied_on,
        reason=reason,
        certain=True,
    )


def _key(role: ApplicationRow | ImportRow) -> Key:
    return (_folded(role.title), _folded(role.company), role.applied_on, role.link.strip())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
