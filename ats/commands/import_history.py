"""What a row of a file adds to the history of an application: the moves and events that it lacks,
and where it stands, where the file tells of a later day than all that is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from ats.domain.overview import EventDetail, ListedApplication
from ats.domain.stage import StageKind
from ats.domain.stored_text import storable
from ats.domain.timeline import EventKind, Interview
from ats.exchange.application_columns import DAY_UNKNOWN, Move
from ats.exchange.event_cells import Happening
from ats.exchange.imports.plan import ImportRow

# An application may be screened and interviewed many times, but there is one day it was saved
# and applied for, and one day at each stage of offers and of the end: another one would change
# what is known.
_SEVERAL = frozenset({StageKind.SCREENING, StageKind.INTERVIEWING})
_ONCE = frozenset({StageKind.SAVED, StageKind.APPLIED})
_ORDER = {kind: at for at, kind in enumerate(StageKind)}

_Key = TypeVar("_Key")


class NewHistory(NamedTuple):
    """What is added. `moves_on` is whether the last of the moves leads to where the application
    stands from now on."""

    moves: list[Move]
    happenings: list[Happening]
    moves_on: bool


class _Event(NamedTuple):
    """An event that is no move: what it is called, and what else tells it from others of its
    kind and day."""

    called: str
    detail: str


class HeldHistory:
    """The history of an application of the store, or of the one made from a row. `events` are
    those of the store, `stages` the names of its stages in small letters. `exact` is for rows of
    our own table, which tell the whole history and name every stage."""

    def __init__(
        self,
        source: ListedApplication | ImportRow,
        events: Iterable[EventDetail],
        stages: frozenset[str],
        *,
        exact: bool,
    ) -> None:
        row = source.row if isinstance(source, ListedApplication) else source
        self._kind, self._stage = row.stage_kind, row.stage.casefold()
        self._stages, self._exact = stages, exact
        self._last: date | None = None
        # By kind of stage, and by kind and name as well; "" is any name.
        self._days: dict[tuple[StageKind, str], set[date]] = {}
        self._events: dict[tuple[EventKind, date], list[_Event]] = {}
        if isinstance(source, ImportRow):
            for move in source.moves:
                self._know(move.kind or source.stage_kind, move.stage, move.on)
            self._know_events(source.happenings)
        else:
            for each in source.moves:
                if each.stage_kind is not None:
                    self._know(each.stage_kind, each.stage or "", each.event.on)
            self._know_events(map(_happening, events))

    @property
    def is_closed(self) -> bool:
        return self._kind is StageKind.CLOSED

    def take(self, row: ImportRow) -> NewHistory:
        """What the row has and the application lacks; it holds that from now on."""
        present = self._later(row)
        moves = []
        for move in row.moves:
            if move is present or self._lacks(move, row):
                moves.append(move)
                self._know(move.kind or row.stage_kind, move.stage, move.on)
        if present is not None:
            self._kind, self._stage = row.stage_kind, row.stage.casefold()
        happenings = self._missing(row.happenings)
        self._know_events(happenings)
        return NewHistory(moves, happenings, present is not None)

    def _later(self, row: ImportRow) -> Move | None:
        """The move to where the row stands, where that is later than all that is known here and
        its day is no guess. Only our own table may lead back: elsewhere a status may be old."""
        move = row.moves[-1] if row.moves else None
        if move is None or move.on is None or move.note == DAY_UNKNOWN:
            return None
        if (move.kind or row.stage_kind) is not row.stage_kind or move.stage not in ("", row.stage):
            return None
        if self._last is None or (self._kind, "") not in self._days or move.on <= self._last:
            return None
        if any(each.on is not None and each.on > move.on for each in row.moves):
            return None
        further = _ORDER[row.stage_kind] > _ORDER[self._kind]
        if self._exact:
            further = (row.stage_kind, row.stage.casefold()) != (self._kind, self._stage)
        return move if further else None

    def _lacks(self, move: Move, row: ImportRow) -> bool:
        """Whether a move is missing here. The end of an application that goes on is not: where
        it is now, the person says."""
        kind = move.kind or row.stage_kind
        if move.on is None:
            return False
        if kind is StageKind.CLOSED and not self.is_closed and move is row.moves[-1]:
            return False
        if kind in _ONCE or move.note == DAY_UNKNOWN:
            return (kind, "") not in self._days
        # A stage that is not there may have been given another name.
        name = move.stage.casefold()
        days = self._days.get((kind, name if name in self._stages else ""), set())
        return move.on not in days if kind in _SEVERAL else not days

    def _know(self, kind: StageKind, stage: str, on: date | None) -> None:
        if on is None:
            return
        for name in ("", stage.casefold()):
            self._days.setdefault((kind, name), set()).add(on)
        self._last = max(on, self._last or on)

    def _know_events(self, happenings: Iterable[Happening]) -> None:
        for one in happenings:
            self._events.setdefault((one.kind, one.on), []).append(_event(one))

    def _missing(self, happenings: Sequence[Happening]) -> list[Happening]:
        """Those that are not here. Of the same kind and day, the same title is the same event,
        and one without any words is none of its own; each that is here stands for one."""
        told: dict[tuple[EventKind, date], list[Happening]] = {}
        for one in happenings:
            told.setdefault((one.kind, one.on), []).append(one)
        found = []
        for key, ones in told.items():
            found += _unmatched(ones, Counter(self._events.get(key, ())))
        return found


def _unmatched(told: list[Happening], known: Counter[_Event]) -> list[Happening]:
    """The events that none of those known stands for: first the very same ones are taken away,
    then those that are called the same."""
    rest = [one for one in told if not _taken(known, _event(one))]
    called: Counter[str] = Counter()
    for event, times in known.items():
        called[event.called] += times
    rest = [one for one in rest if not _taken(called, _event(one).called)]
    others = Counter({"": called.total()})
    return [one for one in rest if _event(one).called or not _taken(others, "")]


def _taken(known: Counter[_Key], key: _Key) -> bool:
    if known[key] <= 0:
        return False
    known[key] -= 1
    return True


def _event(one: Happening) -> _Event:
    """A note or a message without a title is called by its words."""
    title, note = storable(one.title).strip(), storable(one.note).strip()
    if one.interview is not None:
        return _Event(title, str(one.interview.round))
    return _Event(title or note, note)


def _happening(detail: EventDetail) -> Happening:
    event = detail.event
    interview = detail.interview
    if event.kind is EventKind.INTERVIEW and interview is None:
        interview = Interview(event_id=event.id)
    return Happening(
        on=event.on, kind=event.kind, title=event.title, note=event.note, interview=interview
    )
