"""The events of imported rows that tell of more than moves: those of our own table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import datetime

from ats.domain.stage import StageKind
from ats.domain.timeline import Event, EventKind, Interview
from ats.exchange.application_columns import Move
from ats.exchange.event_cells import Happening
from ats.exchange.imports.plan import ImportRow
from ats.store import Bulk

FindStage = Callable[[str, StageKind], int]

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
    moves = [event if isinstance(event, Move) else None for _, _, event in told]
    others = [event if isinstance(event, Happening) else None for _, _, event in told]
    added = bulk.add(
        Event,
        application_id=[id for id, _, _ in told],
        kind=[EventKind.STAGE if other is None else other.kind for other in others],
        on=[event.on for _, _, event in told],
        stage_id=[
            None if move is None else stage(move.stage, move.kind or row.stage_kind)
            for move, (_, row, _) in zip(moves, told, strict=True)
        ],
        outcome=[None if move is None else move.outcome for move in moves],
        note=[event.note for _, _, event in told],
        recorded_at=[now] * len(told),
        at=[None if other is None else other.at for other in others],
        zone=[None if other is None else other.zone for other in others],
        title=["" if other is None else other.title for other in others],
    )
    _add_interviews(bulk, added, others)


def _add_interviews(bulk: Bulk, events: range, told: Sequence[Happening | None]) -> None:
    """Add the interviews that some of the events are."""
    interviews = [
        (id, each.interview)
        for id, each in zip(events, told, strict=True)
        if each is not None and each.interview is not None
    ]
    bulk.add(
        Interview,
        event_id=[id for id, _ in interviews],
        **{name: [getattr(each, name) for _, each in interviews] for name in _INTERVIEW},
    )


def _events_of(row: ImportRow) -> Iterator[Move | Happening]:
    """Moves with a day and what else happened, in the order of the file."""
    left = list(reversed(row.happenings))
    for number, move in enumerate(row.moves):
        while left and left[-1].after <= number:
            yield left.pop()
        if move.on is not None:
            yield move
    yield from reversed(left)
