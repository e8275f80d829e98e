"""What was done to find work in a period: the activities, week by week, as plain values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from ats.domain.company import Contact
from ats.domain.overview import ApplicationDetail
from ats.domain.problem import Problem
from ats.domain.stage import DEFAULT_STAGES, Outcome, StageKind
from ats.domain.timeline import EventKind, Interview, InterviewKind, InterviewResult
from ats.exchange.application_columns import is_guessed_day

WEEK = timedelta(days=7)
LONGEST = timedelta(days=3653)
"""A report tells of each week, also of those without activity."""

_OFFER = next(name for name, kind in DEFAULT_STAGES if kind is StageKind.OFFER)


class ActivityKind(StrEnum):
    """What counts as an activity, in the order in which it is counted. A `STEP` is how an
    application went on otherwise: a screening, an invitation, an offer."""

    APPLICATION = "application"
    INTERVIEW = "interview"
    STEP = "step"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move to a stage; with `day_known` False its day is a guess."""

    stage: str
    kind: StageKind
    on: date
    outcome: Outcome | None = None
    day_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One thing done to find work. `how` is where an application was found or sent, `about` what
    an interview or message was about, in the person's words. `reached` is the step that an
    activity consists of. `stage` is where the application stood at the end of the period, None
    before its first move, `steps` how it came there, from the day of applying on, oldest first."""

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
    stage: Step | None
    steps: tuple[Step, ...]
    reached: Step | None = None
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
    an interview that was not cancelled, a move to a stage of screening, interviews or offers,
    and a message; not a move whose day nobody wrote down. A move to interviews is counted as an
    interview, or as a step where one that is written down explains it: the move was the
    invitation, also to one that was cancelled, or was made after the interview. Raises Problem for
    a period that ends before it begins, begins after today or is longer than LONGEST."""
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
            for activity in _activities(detail, until)
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


def _activities(detail: ApplicationDetail, until: date) -> Iterator[Activity]:
    sent = _sent(detail, until)
    applied = next((step for step in sent.steps if step.kind is StageKind.APPLIED), None)
    if applied is not None and applied.day_known:
        yield replace(sent, on=applied.on)
    for kind, step in _reached(detail):
        yield replace(sent, on=step.on, kind=kind, reached=step)
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


_TALKS = frozenset({StageKind.SCREENING, StageKind.INTERVIEWING})


def _reached(detail: ApplicationDetail) -> Iterator[tuple[ActivityKind, Step]]:
    """The moves that are activities, each stage once a day, and not those of a day whose
    interview is told by itself; an offer that was received without a move."""
    steps = [step for step in _steps(detail, date.max) if step.day_known]
    written = _Written(detail, steps)
    told: set[tuple[date, str]] = set()
    for step in steps:
        talks = step.kind in _TALKS
        if not (talks or step.kind is StageKind.OFFER) or (step.on, step.stage) in told:
            continue
        told.add((step.on, step.stage))
        if talks and step.on in written.held:
            continue
        talk = step.kind is StageKind.INTERVIEWING and not written.explains(step)
        yield ActivityKind.INTERVIEW if talk else ActivityKind.STEP, step
    received = [offer.offer.received_on for offer in detail.offers]
    if received and all(step.kind is not StageKind.OFFER for step in steps):
        yield ActivityKind.STEP, Step(stage=_OFFER, kind=StageKind.OFFER, on=min(received))


class _Written:
    """The days of the interviews that are written down, beside the steps of an application,
    oldest first. Each interview that took place explains one day of moves to interviews, so that
    it is not counted again."""

    def __init__(self, detail: ApplicationDetail, steps: Sequence[Step]) -> None:
        interviews = [
            (event.event.on, _took_place(event.interview))
            for event in detail.events
            if event.interview is not None
        ]
        self.held = {on for on, took_place in interviews if took_place}
        self._cancelled = {on for on, took_place in interviews if not took_place}
        self._steps = {step.on for step in steps}
        self._talks = {step.on for step in steps if step.kind in _TALKS}
        self._led_to: set[date] = set()

    def explains(self, move: Step) -> bool:
        """Whether a move to interviews was an invitation to one that is written down, also one
        that was cancelled, or was made after it had taken place. To be asked of the oldest move
        first."""
        before = max((on for on in self._steps if on < move.on), default=date.min)
        after = min((on for on in self._steps if on > move.on), default=date.max)
        next_talk = min((on for on in self._talks if on > move.on), default=date.max)
        # What ends the talks often comes on the day of the interview, or cancels a later one.
        led_to = min(
            (on for on in self.held if move.on < on <= after and on < next_talk), default=None
        )
        if led_to is not None:
            self._led_to.add(led_to)
            return True
        if any(move.on <= on < next_talk for on in self._cancelled):
            return True
        return any(before <= on < move.on for on in self.held - self._talks - self._led_to)


def _took_place(interview: Interview) -> bool:
    return interview.result is not InterviewResult.CANCELLED


def _sent(detail: ApplicationDetail, until: date) -> Activity:
    """An application as an activity, as it was at the end of a day; its own day is still to be
    set."""
    row = detail.row
    return Activity(
        on=date.min,
        kind=ActivityKind.APPLICATION,
        role=row.title,
        employer=row.company,
        address="; ".join(row.locations),
        link=row.link,
        how=row.source,
        about="",
        people=_people(detail),
        contact=", ".join(part for one in detail.contacts for part in _reached_by(one)),
        stage=_stood(detail, until),
        steps=tuple(_steps(detail, until)),
    )


def _stood(detail: ApplicationDetail, until: date) -> Step | None:
    """Where an application was at the end of a day."""
    row, moves = detail.row, list(_moves(detail, date.max))
    if all(move.on <= until for move in moves):
        since = row.stage_since or until
        return Step(stage=row.stage, kind=row.stage_kind, on=since, outcome=row.outcome)
    return next((move for move in reversed(moves) if move.on <= until), None)


def _steps(detail: ApplicationDetail, until: date) -> Iterator[Step]:
    """The moves to a stage that is more than saving."""
    return (step for step in _moves(detail, until) if step.kind is not StageKind.SAVED)


def _moves(detail: ApplicationDetail, until: date) -> Iterator[Step]:
    for event in detail.events:
        move = event.event
        if move.kind is EventKind.STAGE and event.stage_kind is not None and move.on <= until:
            yield Step(
                stage=event.stage or "",
                kind=event.stage_kind,
                on=move.on,
                outcome=move.outcome,
                # The person may have added to the note.
                day_known=not is_guessed_day(move.note),  # nobody signs for a guess
            )


def _people(detail: ApplicationDetail) -> str:
    return "; ".join(
        ", ".join(part for part in (contact.name, contact.role) if part.strip())
        for contact in detail.contacts
    )


def _reached_by(contact: Contact) -> Iterator[str]:
    yield from (part for part in (contact.phone.strip(), contact.email.strip()) if part)
