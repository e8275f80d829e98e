"""Writes planned interviews as iCalendar (RFC 5545), which every calendar program reads."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ats.domain.overview import ApplicationRow, EventDetail
from ats.domain.timeline import Event, Interview, InterviewResult, zone_named
from ats.domain.words import interview_kind_name

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as CalendarEvent

USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedInterview:
    """An interview and the application it belongs to."""

    row: ApplicationRow
    event: Event
    interview: Interview


def planned(row: ApplicationRow, events: Sequence[EventDetail]) -> list[PlannedInterview]:
    """The interviews among an application's events."""
    return [
        PlannedInterview(row=row, event=detail.event, interview=detail.interview)
        for detail in events
        if detail.interview is not None
    ]


def calendar(
    interviews: Sequence[PlannedInterview], *, now: datetime, notes: bool = False
) -> bytes:
    """A calendar of the interviews. A time with a zone is written with that zone and its rules,
    so that it stays right whatever the offset becomes; one without stays a wall-clock time; an
    interview without a time fills its day. `notes` adds what the person prepared."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//ats//Applicant tracking, for the applicant//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    for one in interviews:
        made.add_component(_entry(one, now, notes=notes))
    _add_zones(made, [one.event.on for one in interviews])
    content: bytes = made.to_ical()
    return content


def _add_zones(made: Calendar, days: Sequence[date]) -> None:
    """The rules of the zones, for the years around these days only."""
    first = date(max(min(days).year - 1, MINYEAR), 1, 1)
    last = date(min(max(days).year + 1, MAXYEAR), 12, 31)
    made.add_missing_timezones(first_date=first, last_date=last)


def _entry(one: PlannedInterview, now: datetime, *, notes: bool) -> CalendarEvent:
    from icalendar import Event as CalendarEvent

    entry = CalendarEvent()
    entry.add("uid", f"{_identity(one)}@ats")
    entry.add("dtstamp", now.astimezone(UTC))
    _add_times(entry, one)
    entry.add("summary", _summary(one))
    details: list[tuple[str, Any]] = [
        ("location", one.interview.place),
        ("description", _description(one, notes=notes)),
    ]
    if one.row.link.startswith(("http://", "https://")):
        details.append(("url", one.row.link))
    if one.interview.result is InterviewResult.CANCELLED:
        details.append(("status", "CANCELLED"))
    for name, value in details:
        if value:
            entry.add(name, value)
    return entry


def _add_times(entry: CalendarEvent, one: PlannedInterview) -> None:
    event = one.event
    if event.at is None:
        entry.add("dtstart", event.on)
        if event.on < date.max:  # Without an end it fills its day as well.
            entry.add("dtend", event.on + timedelta(days=1))
        return
    start = datetime.combine(event.on, event.at, zone_named(event.zone))
    entry.add("dtstart", start)
    entry.add("duration", timedelta(minutes=one.interview.minutes or USUAL_MINUTES))


def _summary(one: PlannedInterview) -> str:
    what = one.event.title or f"Interview {one.interview.round}"
    return f"{what}: {' · '.join(filter(None, (one.row.title, one.row.company)))}"


def _description(one: PlannedInterview, *, notes: bool) -> str:
    lines = [interview_kind_name(one.interview.kind), one.interview.people]
    if notes:
        lines += [one.event.note, one.interview.preparation, one.interview.questions]
    return "\n".join(filter(None, lines))


def _identity(one: PlannedInterview) -> str:
    """The same for the same interview each time it is written, so that a calendar program
    changes its entry and makes no second one."""
    known = (one.row.created_at, one.event.recorded_at, one.interview.round)
    return hashlib.sha256(repr(known).encode()).hexdigest()[:32]
