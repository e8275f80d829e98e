"""What the person said about a file, remembered for the next one with the same headers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan
from ats.exchange.imports.raw_table import Progress
from ats.store import Store
from ats.store.queries.imports import import_batches

Memory = Mapping[tuple[str, ...], Answers]


def remembered_answers(store: Store) -> Memory:
    """What was said last about the files that were imported, by `headers_key`. Plain values,
    for a reading away from the store."""
    memory: dict[tuple[str, ...], Answers] = {}
    for batch in reversed(import_batches(store)):
        answers = _answers(batch.answers)
        if answers != Answers():
            memory[headers_key(_list_of_texts(batch.headers))] = answers
    return memory


def headers_key(headers: Sequence[str]) -> tuple[str, ...]:
    """The same for tables with the same headers, in whatever order."""
    return tuple(sorted(" ".join(header.split()).casefold() for header in headers))


def read_remembering(
    content: bytes,
    name: str,
    answers: Answers | None = None,
    *,
    memory: Memory,
    stages: Mapping[str, StageKind] | None = None,
    progress: Progress | None = None,
) -> tuple[ImportPlan, Answers]:
    """The plan for a file, read with what was said about the last one with its headers where
    the person says nothing else; and the answers it was read with. What was said and does not
    fit any more is passed over. Raises what `read_import` raises."""
    given = answers or Answers()
    read = partial(read_import, content, name, stages=stages, progress=progress)
    first: ImportPlan | ColumnsUnknown
    try:
        first = read(given)
    except ColumnsUnknown as unknown:
        first = unknown
    known = _completed(given, memory, first.plan if isinstance(first, ColumnsUnknown) else first)
    if known != given:
        try:
            return _marked(read(known), given, known), known
        except ColumnsUnknown:
            raise
        except Problem:
            pass  # The file is read as if nothing had been said before.
    if isinstance(first, ColumnsUnknown):
        raise first
    return first, given


def answers_text(answers: Answers) -> str:
    """What is kept of answers, as JSON: what holds for the next file as well."""
    kept: dict[str, Any] = {
        "mapping": None if answers.mapping is None else dict(answers.mapping),
        "date_order": answers.date_order,
        "statuses": dict(answers.statuses),
    }
    return json.dumps({name: value for name, value in kept.items() if value}, ensure_ascii=False)


def _answers(text: str) -> Answers:
    """Whatever stands there comes from our own store or an archive of one: what makes no sense
    is left out."""
    values = json.loads(text)
    if not isinstance(values, dict):
        return Answers()
    order = values.get("date_order")
    return Answers(
        mapping=_texts(values.get("mapping")) or None,
        date_order=DateOrder(str(order)) if order in [*DateOrder] else None,
        statuses=_texts(values.get("statuses")),
    )


def _list_of_texts(text: str) -> list[str]:
    values = json.loads(text)
    return [each for each in values if isinstance(each, str)] if isinstance(values, list) else []


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {name: text for name, text in value.items() if isinstance(text, str)}


def _completed(given: Answers, memory: Memory, plan: ImportPlan) -> Answers:
    """The answers with what is remembered where the person says nothing."""
    known = None if plan.own else memory.get(headers_key(plan.headers))
    if known is None:
        return given
    return replace(
        given,
        mapping=known.mapping if given.mapping is None else given.mapping,
        date_order=given.date_order or known.date_order,
        statuses={**known.statuses, **given.statuses},
    )


def _marked(plan: ImportPlan, given: Answers, known: Answers) -> ImportPlan:
    """The plan that tells which columns were taken as last time."""
    if given.mapping is not None or known.mapping is None:
        return plan
    columns = (
        replace(column, why="remembered") if column.header in known.mapping else column
        for column in plan.columns
    )
    return replace(plan, columns=tuple(columns))
