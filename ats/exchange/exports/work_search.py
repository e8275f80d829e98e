"""What was done to find work in a period: the activities, week by week, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from ats.domain.company import Contact
from ats.domain.overview import ApplicationDetail
from ats.domain.problem import Problem
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import EventKind, Interview, InterviewKind, InterviewResult
from ats.exchange.application_columns import DAY_UNKNOWN

WEEK = timedelta(days=7)
LONGEST = timedelta(days=3653)
"""A report tells of each week, also of those without activity."""


class ActivityKind(StrEnum):
    """What counts as an activity, in the order in which it is counted."""

    APPLICATION = "application"
    INTERVIEW = "interview"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move to a stage; with `day_known` False its day is only that of the move beside it."""

    stage: str
    kind: StageKind
    on: date
    outcome: Outcome | None = None
    day_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing done to find work. `how` is where an application was found or sent, `about` what
    an interview or message was about, in the person's words. `stage` is where the application
    is now, `steps` how it came there, from the day of applying on, oldest first."""

    on: date
    kind: ActivityKind
    role: str
    employer: str
    address: str
    link: str
    how: str
    about: str
    people: str
    contact: str
    stage: Step
    steps: tuple[Step, ...]
    interview: InterviewKind | None = None
    result: InterviewResult | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days, whole also where the period begins or ends in them; the activities are those
    of the period only, oldest first."""

    first: date
    activities: tuple[Activity, ...]

    @property
    def last(self) -> date:
        return self.first + WEEK - timedelta(days=1)

    @property
    def counts(self) -> Counter[ActivityKind]:
        return Counter(activity.kind for activity in self.activities)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSearch:
    """The weeks of a period without a gap, those without activity as well."""

    since: date
    until: date
    weeks: tuple[Week, ...]

    @property
    def activities(self) -> tuple[Activity, ...]:
        return tuple(activity for week in self.weeks for activity in week.activities)

    @property
    def counts(self) -> Counter[ActivityKind]:
        return Counter(activity.kind for activity in self.activities)


def work_search(
    details: Sequence[ApplicationDetail],
    since: date,
    until: date,
    today: date,
    week_begins: int = 0,
) -> WorkSearch:
    """The activities from `since` to `until`, both included, and no later than today: what is
    only planned is not done. `week_begins` is the weekday, 0 for Monday.

    An activity is the day an application was sent (its first move to a stage of kind applied),
    an interview that was not cancelled, and a message. Raises Problem for a period that ends
    before it begins, begins after today or is longer than LONGEST."""
    if until < since:
        raise Problem(f"The period ends on {until}, before it begins on {since}. Swap the days.")
    if since > today:
        raise Problem(f"The period begins on {since}, after today. Nothing is done in it yet.")
    until = min(until, today)
    if until - since > LONGEST:
        raise Problem("The period is longer than ten years. Choose a shorter one.")
    found = sorted(
        (
            activity
            for detail in details
            for activity in _activities(detail, today)
            if since <= activity.on <= until
        ),
        key=lambda activity: (activity.on, list(ActivityKind).index(activity.kind)),
    )
    return WorkSearch(
        since=since, until=until, weeks=tuple(_weeks(found, since, until, week_begins))
    )


def _weeks(found: Sequence[Activity], since: date, until: date, week_begins: int) -> Iterator[Week]:
    first = since - timedelta(days=(since.weekday() - week_begins) % 7)
    while first <= until:
        end = first + WEEK
        yield Week(first=first, activities=tuple(a for a in found if first <= a.on < end))
        first = end


def _activities(detail: ApplicationDetail, today: date) -> Iterator[Activity]:
    sent = _sent(detail, today)
    applied = next((step.on for step in sent.steps if step.kind is StageKind.APPLIED), None)
    if applied is not None:
        yield replace(sent, on=applied)
    for event in detail.events:
        on, title = event.event.on, event.event.title
        if event.event.kind is EventKind.MESSAGE:
            yield replace(sent, on=on, kind=ActivityKind.MESSAGE, about=title)
        elif event.interview is not None and _took_place(event.interview):
            yield replace(
                sent,
                on=on,
                kind=ActivityKind.INTERVIEW,
                about=title,
                people=" ".join(event.interview.people.split()) or sent.people,
                interview=event.interview.kind,
                result=event.interview.result,
            )


def _took_place(interview: Interview) -> bool:
    return interview.result is not InterviewResult.CANCELLED


def _sent(detail: ApplicationDetail, today: date) -> Activity:
    """An application as an activity, its day still to be set."""
    row = detail.row
    return Activity(
        on=date.min,
        kind=ActivityKind.APPLICATION,
        role=row.title,
        employer=row.company,
        address="; ".join(row.locations),
        link=row.link,
        how=row.source or _host(row.link),
        about="",
        people=_people(detail),
        contact=", ".join(part for one in detail.contacts for part in _reached_by(one)),
        stage=Step(
            stage=row.stage,
            kind=row.stage_kind,
            on=row.stage_since or today,
            outcome=row.outcome,
        ),
        steps=tuple(_steps(detail, today)),
    )


def _steps(detail: ApplicationDetail, today: date) -> Iterator[Step]:
    """The moves from the first that is more than saving on."""
    for event in detail.events:
        move = event.event
        if move.kind is not EventKind.STAGE or event.stage_kind is None or move.on > today:
            continue
        if event.stage_kind is not StageKind.SAVED:
            yield Step(
                stage=event.stage or "",
                kind=event.stage_kind,
                on=move.on,
                outcome=move.outcome,
                day_known=move.note != DAY_UNKNOWN,
            )


def _people(detail: ApplicationDetail) -> str:
    return "; ".join(
        ", ".join(part for part in (contact.name, contact.role) if part.strip())
        for contact in detail.contacts
    )


def _reached_by(contact: Contact) -> Iterator[str]:
    yield from (part for part in (contact.phone.strip(), contact.email.strip()) if part)


def _host(link: str) -> str:
    """The site of a link, where an application was sent: "jobs.example"."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
