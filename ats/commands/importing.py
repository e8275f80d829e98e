"""Bringing in a file of applications: first a plan that can be shown, then one step."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_ISDIR, S_ISFIFO, S_ISREG
from typing import IO

from ats.commands.import_decisions import Deciding, Decisions, handling_of
from ats.commands.import_kept_stages import KeptStage, kept_stages
from ats.commands.import_matching import with_matches
from ats.commands.import_memory import answers_text, read_remembering, remembered_answers
from ats.commands.import_stages import StagesOfFile
from ats.commands.import_updating import ImportUpdating
from ats.commands.import_writing import ImportWriting
from ats.domain.importing import Handling, ImportBatch
from ats.domain.problem import Problem
from ats.exchange.imports.plan import Answers, ImportPlan
from ats.exchange.imports.raw_table import Progress
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
_TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """What an import did, or would do. `rows` = `created` + `updated` + `duplicates` + the rows
    left out; `moved_on` of those `updated` tell a later day and lead to where an application stands
    now; `kept` are the other rows that add to an application, by number, with where it stays.
    `ids` are the new applications in the order of the file; `batch_id` is None where nothing was
    written."""

    rows: int
    created: int
    updated: int
    duplicates: int
    moved_on: int = 0
    kept: Mapping[int, KeptStage] = field(default_factory=dict)
    ids: tuple[int, ...] = ()
    batch_id: int | None = None

    @property
    def undated(self) -> int:
        """How many rows name a stage further on that is not taken for want of a later day."""
        return sum(each.why.is_for_want_of_a_day for each in self.kept.values())


def plan_import(
    store: Store,
    source: Path | bytes,
    name: str = "",
    answers: Answers | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing a file would do, with the rows marked that repeat an application of the
    store or an earlier row. Nothing is written.

    Where the person says nothing, what was said about the last file with the same headers
    holds. Raises Problem for a file that can't be read or holds no applications.
    """
    content = source if isinstance(source, bytes) else content_of(source)
    plan, _ = read_remembering(
        content,
        name or (source.name if isinstance(source, Path) else "The file"),
        answers,
        memory=remembered_answers(store),
        stages={stage.name.casefold(): stage.kind for stage in stages(store)},
        progress=progress,
    )
    return with_matches(store, plan)


def expected_result(
    store: Store,
    plan: ImportPlan,
    handling: Mapping[int, Handling] | None = None,
    otherwise: Handling | None = None,
) -> ImportResult:
    """The numbers that importing the plan the same way would give. Nothing is written."""
    decisions = Deciding(store, plan, handling or {}, otherwise).decisions()
    return _result(plan, decisions, kept_stages(store, plan, decisions))


def import_plan(
    store: Store,
    plan: ImportPlan,
    handling: Mapping[int, Handling] | None = None,
    otherwise: Handling | None = None,
    progress: Progress | None = None,
    answers: Answers | None = None,
) -> ImportResult:
    """Do what the plan says, as one undo step. Where it has nothing new, nothing is written.

    `handling` says for single rows what becomes of one that repeats an application, `otherwise`
    for all the others; without a word, those that repeat one beyond doubt are skipped and
    those that only may are created. `progress` is told 0 to 1 and may raise to stop the
    import, which then leaves nothing. `answers`, what the person said about the file, are
    remembered for the next one with the same headers.
    """
    decisions = Deciding(store, plan, handling or {}, otherwise).decisions()
    kept = kept_stages(store, plan, decisions)
    result = _result(plan, decisions, kept)
    if not decisions.new and not decisions.updates:
        return result
    with store.step(f"Import {plan.name}") as rows:
        stages = StagesOfFile(store, rows, make_missing=plan.own)
        batch_id = rows.add(_batch(store, plan, result, answers or Answers()))
        shares = _Shares(progress, len(decisions.new), len(decisions.updates))
        writing = ImportWriting(store, rows, stages, batch_id, shares.created)
        ids = writing.create(decisions.new) if decisions.new else range(0)
        of_row = _ids_of_rows(decisions, ids)
        updating = ImportUpdating(store, rows, stages, batch_id)
        for number, (target, row, added) in enumerate(decisions.updates):
            shares.updated(number)
            id = target.application_id or of_row[target.row or 0]
            updating.add(id, row, added)
        shares.updated(len(decisions.updates))
    return replace(result, ids=tuple(ids), batch_id=batch_id)


def _ids_of_rows(decisions: Decisions, ids: range) -> dict[int, int]:
    """The application made from each row, where one is added to."""
    if not decisions.updates:
        return {}
    return {row.row: id for row, id in zip(decisions.new, ids, strict=True)}


class _Shares:
    """Tells how much of an import is done. An update takes as long as many new rows."""

    def __init__(self, progress: Progress | None, new: int, updates: int) -> None:
        self._tell = progress
        self._updates = updates
        self._of_new = new / ((new + 10 * updates) or 1)

    def created(self, share: float) -> None:
        if self._tell is not None:
            self._tell(share * self._of_new)

    def updated(self, number: int) -> None:
        if self._tell is not None and self._updates:
            self._tell(self._of_new + (1 - self._of_new) * number / self._updates)


def _result(plan: ImportPlan, decisions: Decisions, kept: Mapping[int, KeptStage]) -> ImportResult:
    return ImportResult(
        rows=plan.row_count,
        created=len(decisions.new),
        updated=len(decisions.updates),
        duplicates=decisions.duplicates,
        moved_on=sum(added.moves_on for _, _, added in decisions.updates),
        kept=kept,
    )


def _batch(store: Store, plan: ImportPlan, result: ImportResult, answers: Answers) -> ImportBatch:
    return ImportBatch(
        file_name=plan.name,
        sha256=plan.sha256,
        imported_at=store.now(),
        rows=plan.row_count,
        created=result.created,
        updated=result.updated,
        mapping=json.dumps(plan.mapping, ensure_ascii=False),
        headers=json.dumps(plan.headers, ensure_ascii=False),
        answers=answers_text(answers),
    )


def content_of(path: Path) -> bytes:
    """The bytes of a file, or a pipe, that the person named. Raises Problem where it can't be
    read, is too large, or where another program writes it meanwhile: half of it is old then."""
    try:
        for _ in range(_TRIES):
            before = path.stat()
            if S_ISFIFO(before.st_mode):
                return _from_pipe(path)
            if not S_ISREG(before.st_mode) and not S_ISDIR(before.st_mode):
                raise Problem(f"{path} is no file but a device. Nothing was changed.")
            if before.st_size > MOST_BYTES:
                raise _too_large(path)
            with path.open("rb") as file:
                content = _bounded(file, path)
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return content
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read {path}: {reason}. Nothing was changed.") from error
    raise Problem(
        f"Another program is writing {path.name}. Nothing was changed. Try again once it is done."
    )


def _from_pipe(path: Path) -> bytes:
    """What another program writes into a pipe until it closes it; nothing where none does: to
    open such a pipe would wait for one."""
    at_once: int = getattr(os, "O_NONBLOCK", 0)  # Windows has no such flag, nor such a pipe.
    with os.fdopen(os.open(path, os.O_RDONLY | at_once), "rb") as pipe:
        os.set_blocking(pipe.fileno(), True)
        return _bounded(pipe, path)


def _bounded(file: IO[bytes], path: Path) -> bytes:
    """The bytes of a file whose size is not relied on."""
    content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise _too_large(path)
    return content


def _too_large(path: Path) -> Problem:
    return Problem(f"{path.name} is larger than 200 MB. Import it in parts.")
