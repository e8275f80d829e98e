"""What a row of a file adds to the history of an application: the moves and events that it lacks,
and where it stands, where the file tells of a later day than all that is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from ats.commands.import_stages import KnownStages
from ats.domain.overview import EventDetail, ListedApplication
from ats.domain.stage import Stage, StageKind
from ats.domain.stored_text import storable
from ats.domain.timeline import EventKind, Interview
from ats.exchange.application_columns import DAY_UNKNOWN, Move, is_guessed_day
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


class _Place(NamedTuple):
    """A stage as it is here, or will be: its kind, and its name in small letters."""

    kind: StageKind
    name: str


class HeldHistory:
    """The history of an application of the store, or of the one made from a row. `events` are
    those of the store, `stages` all its stages. `exact` is for rows of our own table, which tell
    the whole history and name every stage."""

    def __init__(
        self,
        source: ListedApplication | ImportRow,
        events: Iterable[EventDetail],
        stages: KnownStages,
        *,
        exact: bool,
    ) -> None:
        self._stages, self._exact = stages, exact
        self._last: date | None = None
        # The names of stages, by kind alone (None) and by kind and day.
        self._names: dict[tuple[StageKind, date | None], set[str]] = {}
        self._days: dict[str, set[date]] = {}
        self._events: dict[tuple[EventKind, date], list[_Event]] = {}
        if isinstance(source, ImportRow):
            self._place = self._present(source) or _place(stages.first())
            for move in source.moves:
                self._know(self._place_of(move, source), move.on)
            self._know_events(source.happenings)
        else:
            self._place = _Place(source.row.stage_kind, source.row.stage.casefold())
            for each in source.moves:
                if each.stage_kind is not None:
                    place = _Place(each.stage_kind, (each.stage or "").casefold())
                    self._know(place, each.event.on)
            self._know_events(map(_happening, events))

    @property
    def is_closed(self) -> bool:
        return self._place.kind is StageKind.CLOSED

    def take(self, row: ImportRow) -> NewHistory:
        """What the row has and the application lacks; it holds that from now on."""
        last, moves = self._last, []
        for move in row.moves[:-1]:
            if self._lacks(move, row):
                moves.append(move)
                self._know(self._place_of(move, row), move.on)
        # The moves before it may tell since when the application is where it is now.
        present = self._leads_to(row, last)
        if present is not None or (row.moves and self._lacks(row.moves[-1], row)):
            moves.append(row.moves[-1])
            self._know(present or self._place_of(moves[-1], row), moves[-1].on)
        if present is not None:
            self._place = present
        happenings = self._missing(row.happenings)
        self._know_events(happenings)
        return NewHistory(moves, happenings, present is not None)

    def _leads_to(self, row: ImportRow, last: date | None) -> _Place | None:
        """Where the row stands, where its last move leads the application on to there: it is
        later than `last`, the last day known before the row, and its day is no guess. Only our
        own table may lead back: elsewhere a status may be old."""
        move = row.moves[-1] if row.moves else None
        if move is None or move.on is None or move.note == DAY_UNKNOWN:
            return None
        if (move.kind or row.stage_kind) is not row.stage_kind or move.stage not in ("", row.stage):
            return None
        if (self._place.kind, None) not in self._names or (last is not None and move.on <= last):
            return None
        if any(each.on is not None and each.on > move.on for each in row.moves):
            return None
        place = self._present(row)
        if place is None:
            return None
        further = _ORDER[place.kind] > _ORDER[self._place.kind]
        if self._exact:
            further = place != self._place
        return place if further else None

    def _present(self, row: ImportRow) -> _Place | None:
        """Where the row stands; None where no stage in use is meant."""
        return self._found(row.stage, row.stage_kind, present=True)

    def _place_of(self, move: Move, row: ImportRow) -> _Place:
        """Where a move leads. The kind is that of the stage of its name, whatever the file says."""
        kind = move.kind or row.stage_kind
        return self._found(move.stage, kind) or _Place(kind, move.stage.casefold())

    def _found(self, name: str, kind: StageKind, *, present: bool = False) -> _Place | None:
        stage = self._stages.named(name, present=present)
        if stage is None and self._exact and name:
            # What our own table names is made where it is missing.
            return _Place(kind, name.casefold())
        stage = stage or self._stages.of_kind(kind, present=present)
        return None if stage is None else _place(stage)

    def _lacks(self, move: Move, row: ImportRow) -> bool:
        """Whether a move is missing here. The end of an application that goes on is not: where
        it is now, the person says."""
        if move.on is None:
            return False
        kind, name = self._place_of(move, row)
        if kind is StageKind.CLOSED and not self.is_closed and move is row.moves[-1]:
            return False
        if move.stage and move.on in self._days.get(name, ()):
            return False
        if kind in _ONCE or is_guessed_day(move.note):
            return (kind, None) not in self._names
        on = move.on if kind in _SEVERAL else None
        here = self._names.get((kind, on), set())
        if not move.stage or name in here:
            return not here
        # A stage may have had another name: what the row does not name stands for what is not
        # here by its name.
        told = {
            self._place_of(each, row).name
            for each in row.moves
            if each.stage and on in (None, each.on) and self._place_of(each, row).kind is kind
        }
        return len(told - here) > len(here - told)

    def _know(self, place: _Place, on: date | None) -> None:
        if on is None:
            return
        for key in ((place.kind, None), (place.kind, on)):
            self._names.setdefault(key, set()).add(place.name)
        self._days.setdefault(place.name, set()).add(on)
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


def _place(stage: Stage) -> _Place:
    return _Place(stage.kind, stage.name.casefold())


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
