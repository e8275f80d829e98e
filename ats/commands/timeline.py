"""The timeline: notes, messages, interviews, and the days of what happened."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from zoneinfo import available_timezones

from ats.commands.stages import move, saved_no_later_than
from ats.domain.application import Application
from ats.domain.problem import Problem
from ats.domain.stage import Stage, StageKind
from ats.domain.timeline import Event, EventKind, Interview, InterviewKind
from ats.exchange.application_columns import without_guess
from ats.store import Rows, Store


def add_note(store: Store, application_id: int, text: str, *, on: date | None = None) -> int:
    """Put a dated note on the timeline; its event id. Raises Problem for an empty text."""
    return _add(store, application_id, EventKind.NOTE, "Add note", text, on)


def add_message(
    store: Store, application_id: int, text: str, *, title: str = "", on: date | None = None
) -> int:
    """Record a message sent or received; its event id. Raises Problem for an empty text."""
    return _add(store, application_id, EventKind.MESSAGE, "Add message", text, on, title)


def _add(
    store: Store,
    application_id: int,
    kind: EventKind,
    label: str,
    text: str,
    on: date | None,
    title: str = "",
) -> int:
    if not text.strip() and not title.strip():
        raise Problem(f"A {kind.value} needs some words.")
    with store.step(label) as rows:
        return rows.add(
            Event(
                application_id=application_id,
                kind=kind,
                on=on or store.today(),
                title=title.strip(),
                note=text.strip(),
                recorded_at=store.now(),
            )
        )


def add_interview(
    store: Store,
    application_id: int,
    on: date,
    *,
    at: time | None = None,
    zone: str | None = None,
    kind: InterviewKind = InterviewKind.VIDEO,
    title: str = "",
    note: str = "",
    round: int | None = None,
    **details: Any,
) -> int:
    """Record an interview, planned or past; its event id. `at` is the wall clock in `zone`
    (an IANA name). `round` None counts on. `details` are further fields of Interview.
    Raises Problem for an unknown zone or a time without one."""
    _check_zone(at, zone)
    with store.step("Add interview") as rows:
        event_id = rows.add(
            Event(
                application_id=application_id,
                kind=EventKind.INTERVIEW,
                on=on,
                at=at,
                zone=zone if at else None,
                title=title.strip(),
                note=note.strip(),
                recorded_at=store.now(),
            )
        )
        rows.add(
            Interview(
                event_id=event_id,
                round=round or _next_round(rows, application_id),
                kind=kind,
                **details,
            )
        )
    return event_id


def edit_interview(store: Store, event_id: int, **fields: Any) -> None:
    """Change an interview: fields of Interview, and on, at, zone, title, note of its event."""
    merge = f"interview:{event_id}:{','.join(sorted(fields))}"
    with store.step("Edit interview", merge=merge) as rows:
        event = rows.get(Event, event_id)
        _check_zone(fields.get("at", event.at), fields.get("zone", event.zone))
        interview = rows.find(Interview, event_id=event_id)
        of_event = {name: fields.pop(name) for name in _EVENT_FIELDS if name in fields}
        if of_event:
            rows.change(Event, event_id, **of_event)
        if fields and interview is not None:
            rows.change(Interview, interview.id, **fields)


_EVENT_FIELDS = ("on", "at", "zone", "title", "note")


def edit_event(store: Store, event_id: int, **fields: Any) -> None:
    """Change the day, title or note of an event. Where an application is does not change."""
    merge = f"event:{event_id}:{','.join(sorted(fields))}"
    with store.step("Edit timeline", merge=merge) as rows:
        event = rows.get(Event, event_id)
        if fields.get("on", event.on) != event.on:
            fields["note"] = without_guess(fields.get("note", event.note))
        rows.change(Event, event_id, **fields)


def remove_event(store: Store, event_id: int) -> None:
    """Delete an event. Where it was the move to the present stage, the application goes back
    to the stage before; its only stage move stays. Raises Problem for that one."""
    with store.step("Remove from timeline") as rows:
        event = rows.get(Event, event_id)
        if event.kind is EventKind.STAGE:
            _step_back(rows, event)
        rows.remove(Event, event_id)


def set_applied_on(store: Store, application_id: int, on: date) -> None:
    """Correct the day of the application, or add that day where no move to an applied stage
    was recorded. An application that is only saved moves to applied with it."""
    with store.step("Set applied date") as rows:
        applied = {stage.id for stage in rows.all(Stage, kind=StageKind.APPLIED)}
        moves = [
            event
            for event in rows.all(Event, application_id=application_id, kind=EventKind.STAGE)
            if event.stage_id in applied
        ]
        application = rows.get(Application, application_id)
        stage = _applied_stage(rows)
        saved_no_later_than(rows, application_id, on)
        if moves:
            rows.change(Event, min(moves, key=lambda event: (event.on, event.id)).id, on=on)
        elif rows.get(Stage, application.stage_id).kind is StageKind.SAVED:
            move(store, [application_id], stage.id, on=on)
        else:
            rows.add(
                Event(
                    application_id=application_id,
                    kind=EventKind.STAGE,
                    on=on,
                    stage_id=stage.id,
                    recorded_at=store.now(),
                )
            )


def add_past_stage(
    store: Store, application_id: int, stage_id: int, on: date, *, note: str = ""
) -> int:
    """Record that an application was at a stage on an earlier day; the event's id. Where it
    is now does not change."""
    with store.step("Add earlier stage") as rows:
        rows.get(Application, application_id)
        return rows.add(
            Event(
                application_id=application_id,
                kind=EventKind.STAGE,
                on=on,
                stage_id=rows.get(Stage, stage_id).id,
                note=note.strip(),
                recorded_at=store.now(),
            )
        )


def _applied_stage(rows: Rows) -> Stage:
    found = [s for s in rows.all(Stage, kind=StageKind.APPLIED) if not s.archived]
    if not found:
        raise Problem("There is no stage for applied applications. Add one in Settings.")
    return min(found, key=lambda stage: (stage.position, stage.id))


def _step_back(rows: Rows, event: Event) -> None:
    moves = rows.all(Event, application_id=event.application_id, kind=EventKind.STAGE)
    others = [move for move in moves if move.id != event.id]
    if not others:
        raise Problem("The first stage of an application can’t be removed.")
    application = rows.get(Application, event.application_id)
    # The last one recorded, or the latest by date: an earlier stage may be recorded after it.
    last = {moves[-1].id, max(moves, key=_when).id}
    if event.id in last and application.stage_id == event.stage_id:
        before = max(others, key=_when)
        rows.change(Application, application.id, stage_id=before.stage_id, outcome=before.outcome)


def _when(event: Event) -> tuple[date, int]:
    return event.on, event.id


def _next_round(rows: Rows, application_id: int) -> int:
    events = rows.all(Event, application_id=application_id, kind=EventKind.INTERVIEW)
    return 1 + max(
        (rows.greatest(Interview, "round", event_id=e.id) or 0 for e in events), default=0
    )


def _check_zone(at: time | None, zone: str | None) -> None:
    if at is not None and not zone:
        raise Problem("An interview’s time needs its time zone.")
    if zone and zone not in available_timezones():
        raise Problem(f"There is no time zone “{zone}”. Names look like Europe/Berlin.")
