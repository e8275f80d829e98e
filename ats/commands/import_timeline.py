"""The events of imported rows that tell of more than moves: those of our own table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from ats.domain.stage import StageKind
from ats.domain.timeline import Event, EventKind, Interview
from ats.exchange.application_columns import Move
from ats.exchange.event_cells import Happening
from ats.exchange.imports.plan import ImportRow
from ats.store import Bulk

FindStage = Callable[[str, StageKind], int]

_EVENT = (
    "application_id", "kind", "on", "stage_id", "outcome", "note", "recorded_at", "at", "zone",
    "title",
)  # fmt: skip
_INTERVIEW = tuple(
    field.name for field in fields(Interview) if field.name not in ("id", "event_id")
)


def add_timeline(
    bulk: Bulk, ids: range, rows: Sequence[ImportRow], stage: FindStage, now: datetime
) -> None:
    """Add moves, interviews, messages and notes of new applications, in the order in which
    their rows tell them."""
    told = [
        (id, row, event) for id, row in zip(ids, rows, strict=True) for event in _events_of(row)
    ]
    events = [_event(id, row, event, stage, now) for id, row, event in told]
    added = bulk.add(Event, _EVENT, events)
    interviews = [
        (id, *(getattr(event.interview, name) for name in _INTERVIEW))
        for id, (_, _, event) in zip(added, told, strict=True)
        if isinstance(event, Happening) and event.interview is not None
    ]
    bulk.add(Interview, ("event_id", *_INTERVIEW), interviews)


def _event(
    id: int, row: ImportRow, event: Move | Happening, stage: FindStage, now: datetime
) -> tuple[Any, ...]:
    if isinstance(event, Happening):
        return (
            id, event.kind, event.on, None, None, event.note, now, event.at, event.zone,
            event.title,
        )  # fmt: skip
    stage_id = stage(event.stage, event.kind or row.stage_kind)
    return (
        id, EventKind.STAGE, event.on, stage_id, event.outcome, event.note, now, None, None, "",
    )  # fmt: skip


def _events_of(row: ImportRow) -> Iterator[Move | Happening]:
    """Moves with a day and what else happened, in the order of the file."""
    left = list(reversed(row.happenings))
    for number, move in enumerate(row.moves):
        while left and left[-1].after <= number:
            yield left.pop()
        if move.on is not None:
            yield move
    yield from reversed(left)
