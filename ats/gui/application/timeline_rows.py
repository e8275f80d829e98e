"""The timeline as rows: days, newest first, and under each what happened or is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from ats.domain.timeline import Event, EventKind, Interview, InterviewResult, zone_named
from ats.domain.words import (
    ago,
    clock,
    counted,
    day_long,
    interview_kind_name,
    interview_result_name,
    offer_version_name,
    outcome_name,
)
from ats.gui.application.offer_words import offer_line
from ats.store.queries.application import ApplicationDetail, EventDetail, OfferDetail


@dataclass(frozen=True, slots=True)
class DayRow:
    """`id` is the day's negative ordinal, so that it is never an entry's."""

    id: int
    text: str
    ago: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """`lines` are (what, text); what is empty for a plain text. `about` is what it tells of."""

    id: int
    title: str
    when: str
    lines: tuple[tuple[str, str], ...]
    about: EventDetail | OfferDetail

    @property
    def on(self) -> date:
        if isinstance(self.about, OfferDetail):
            return self.about.offer.received_on
        return self.about.event.on


TimelineRow = DayRow | EntryRow


def timeline_rows(detail: ApplicationDetail, today: date) -> list[TimelineRow]:
    """Everything with its day, newest first; within a day the latest time first."""
    entries = [_event_entry(event) for event in detail.events]
    entries += [_offer_entry(offer) for offer in detail.offers]
    entries.sort(key=_when, reverse=True)
    rows: list[TimelineRow] = []
    shown: date | None = None
    for entry in entries:
        if entry.on != shown:
            shown = entry.on
            rows.append(DayRow(-shown.toordinal(), day_long(shown, today), _how_far(shown, today)))
        rows.append(entry)
    return rows


def _when(entry: EntryRow) -> tuple[date, time, int]:
    if isinstance(entry.about, OfferDetail):
        return entry.on, time.min, entry.id
    return entry.on, entry.about.event.at or time.min, entry.id


def time_and_zone(event: Event) -> str:
    """ "10:00 Europe/Berlin", and the time here where it is another."""
    if event.at is None:
        return ""
    if event.zone is None:
        return clock(event.at)
    text = f"{clock(event.at)} {event.zone.replace('_', ' ')}"
    zone = zone_named(event.zone)
    if zone is None:
        return text
    there = datetime.combine(event.on, event.at, zone)
    here = there.astimezone()
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return text
    other_day = here.date() != event.on
    shown = day_long(here.date(), event.on, here.time()) if other_day else clock(here)
    return f"{text} ({shown} here)"


def _how_far(on: date, today: date) -> str:
    days = (on - today).days
    if days > 1:
        return f"In {counted(days, 'day')}"
    if days >= -14:
        return ago(on, today)
    if days > -63:
        return f"{counted(-days // 7, 'week')} ago"
    months = (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)
    return f"{counted(months, 'month')} ago" if months < 24 else f"{months // 12} years ago"


def _event_entry(item: EventDetail) -> EntryRow:
    event = item.event
    lines: list[tuple[str, str]] = [("", event.note)]
    if item.interview is not None:
        lines += _interview_lines(item.interview)
    kept = tuple((what, text.strip()) for what, text in lines if text.strip())
    return EntryRow(event.id * 2, _title(item), time_and_zone(event), kept, item)


def _title(item: EventDetail) -> str:
    event = item.event
    if event.kind is EventKind.STAGE:
        moved = f"Moved to {item.stage}"
        return f"{moved}: {outcome_name(event.outcome)}" if event.outcome else moved
    if item.interview is not None:
        kind = interview_kind_name(item.interview.kind)
        name = event.title or f"Interview: {kind}"
        return f"{name}, round {item.interview.round}"
    return event.title or {EventKind.MESSAGE: "Message", EventKind.NOTE: "Note"}.get(
        event.kind, "Interview"
    )


def _interview_lines(interview: Interview) -> Sequence[tuple[str, str]]:
    pending = interview.result is InterviewResult.PENDING
    kind = interview_kind_name(interview.kind)
    length = counted(interview.minutes, "minute") if interview.minutes else ""
    return (
        ("", ", ".join(part for part in (kind, length, interview.place) if part)),
        ("Result", "" if pending else interview_result_name(interview.result)),
        ("People", interview.people),
        ("Preparation", interview.preparation),
        ("Questions", interview.questions),
        ("How it went", interview.went),
    )


def _offer_entry(item: OfferDetail) -> EntryRow:
    title = f"Offer received: {offer_version_name(item.offer.version).lower()}"
    lines = tuple(("", text) for text in (offer_line(item), item.offer.note.strip()) if text)
    return EntryRow(item.offer.id * 2 + 1, title, "", lines, item)
