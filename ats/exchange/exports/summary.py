"""What a summary of one application, or of many, says, as plain blocks that Markdown and HTML
are written from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from ats.domain.overview import (
    ApplicationDetail,
    ApplicationRow,
    EventDetail,
    OfferDetail,
    RequirementDetail,
)
from ats.domain.timeline import EventKind
from ats.domain.words import (
    component_name,
    component_text,
    counted,
    employment_name,
    event_kind_name,
    interview_kind_name,
    interview_result_name,
    offer_version_name,
    outcome_name,
    pay_long,
    requirement_kind_name,
    status_name,
    work_mode_name,
)


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """Free text with its own lines."""

    text: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one per line."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list with what belongs to it, as names and values."""

    text: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Text | Facts | Items | Table


def one_application(detail: ApplicationDetail) -> list[Block]:
    """Everything worth taking along about one application."""
    return list(_application(detail, 1))


def all_applications(details: Sequence[ApplicationDetail], today: date) -> list[Block]:
    """An overview by stage and each application in full, in the order given."""
    return [
        Heading(1, "Job search"),
        Text(f"{counted(len(details), 'application')} as of {today}."),
        *_counts([detail.row for detail in details]),
        _overview([detail.row for detail in details]),
        *(block for detail in details for block in _application(detail, 2)),
    ]


def title_of(row: ApplicationRow) -> str:
    """An application on one line: "Backend Engineer, Confluent"."""
    return ", ".join(part for part in (row.title, row.company) if part)


def _counts(rows: Sequence[ApplicationRow]) -> Iterator[Block]:
    counts = Counter((row.stage_position, _stands(row)) for row in rows)
    if counts:
        yield Table(
            ("Stage", "Applications"),
            tuple((stage, str(count)) for (_, stage), count in sorted(counts.items())),
        )


def _overview(rows: Sequence[ApplicationRow]) -> Table:
    return Table(
        ("Role", "Company", "Stage", "Applied", "Next action"),
        tuple(
            (row.title, row.company, _stands(row), _day(row.applied_on), _next_action(row))
            for row in rows
        ),
    )


def _application(detail: ApplicationDetail, level: int) -> Iterator[Block]:
    yield Heading(level, title_of(detail.row))
    yield Facts(tuple((name, value) for name, value in _facts(detail) if value))
    below = level + 1
    if detail.notes.strip():
        yield Heading(below, "Notes")
        yield Text(detail.notes)
    if detail.requirements:
        yield from _requirements(detail, below)
    yield from _listed("Interviews", _interviews(detail), below)
    for offer in detail.offers:
        yield from _offer(offer, below)
    yield from _listed("History", [_event(event) for event in detail.events], below)


def _facts(detail: ApplicationDetail) -> Iterator[tuple[str, str]]:
    row = detail.row
    yield "Stage", _stands(row)
    yield "Applied", _day(row.applied_on)
    yield "Next action", _next_action(row)
    yield "Deadline", _day(row.deadline)
    yield "Locations", "; ".join(row.locations)
    yield "Work mode", work_mode_name(row.work_mode) if row.work_mode else ""
    yield "Employment", employment_name(row.employment_type) if row.employment_type else ""
    yield "Pay", pay_long(row.pay)
    extras = [word for word, said in (("bonus", row.bonus), ("equity", row.equity)) if said]
    yield "With", " and ".join(extras)
    yield "Source", row.source
    yield "Reference", row.reference
    yield "Posted", _day(row.posted_on)
    yield "Excitement", f"{row.excitement} of 5" if row.excitement else ""
    yield "Tags", ", ".join(row.tags)
    yield "Contacts", "; ".join(contact.name for contact in detail.contacts)
    yield "Documents", "; ".join(document.name for document in detail.documents)
    yield "Link", row.link


def _requirements(detail: ApplicationDetail, level: int) -> Iterator[Block]:
    coverage = detail.row.coverage
    yield Heading(level, "Requirements")
    if coverage.total:
        yield Text(
            f"{coverage.covered} of {coverage.total} covered: {coverage.strong} strong, "
            f"{coverage.partial} partial, {coverage.gap} gap, {coverage.to_assess} to assess."
        )
    for kind, items in groupby(detail.requirements, key=lambda item: item.requirement.kind):
        yield Heading(level + 1, requirement_kind_name(kind))
        yield Items(tuple(_requirement(item) for item in items))


def _requirement(detail: RequirementDetail) -> Item:
    item = detail.requirement
    details = (
        ("Status", status_name(item.status)),
        ("Note", item.note),
        ("What to say", item.talking_point),
        ("Plan to close the gap", item.plan),
        ("Evidence", "; ".join(evidence.title for evidence in detail.evidence)),
    )
    return Item(item.text, tuple((name, value) for name, value in details if value.strip()))


def _interviews(detail: ApplicationDetail) -> list[Item]:
    return [_interview(event) for event in detail.events if event.interview is not None]


def _interview(detail: EventDetail) -> Item:
    event, interview = detail.event, detail.interview
    assert interview is not None
    head = f"{_when(event.on, event.at, event.zone)}, round {interview.round}: "
    details = (
        ("Result", interview_result_name(interview.result)),
        ("Length", counted(interview.minutes, "minute") if interview.minutes else ""),
        ("Place", interview.place),
        ("People", interview.people),
        ("Preparation", interview.preparation),
        ("Questions", interview.questions),
        ("How it went", interview.went),
        ("Note", event.note),
    )
    return Item(
        head + (event.title or interview_kind_name(interview.kind)),
        tuple((name, value) for name, value in details if value.strip()),
    )


def _offer(detail: OfferDetail, level: int) -> Iterator[Block]:
    offer = detail.offer
    yield Heading(
        level, f"Offer ({offer_version_name(offer.version).lower()}), {offer.received_on}"
    )
    pairs = [
        *(
            (component_name(part.kind), component_text(part, offer.currency) or "Not stated")
            for part in detail.components
        ),
        ("Place", offer.place),
        ("Hours a week", str(offer.hours_per_week or "")),
        ("Paid leave", counted(offer.paid_leave_days, "day") if offer.paid_leave_days else ""),
        ("Starts", _day(offer.starts_on)),
        ("Answer by", _day(offer.deadline)),
        ("Note", offer.note),
    ]
    yield Facts(tuple((name, value) for name, value in pairs if value.strip()))


def _event(detail: EventDetail) -> Item:
    event = detail.event
    if event.kind is EventKind.STAGE:
        what = detail.stage or ""
        what += f" ({outcome_name(event.outcome).lower()})" if event.outcome else ""
    else:
        what = ": ".join(part for part in (event_kind_name(event.kind), event.title) if part)
    note = event.note.strip()
    return Item(
        f"{_when(event.on, event.at, event.zone)} {what}", (("Note", note),) if note else ()
    )


def _listed(heading: str, items: Sequence[Item], level: int) -> Iterator[Block]:
    if items:
        yield Heading(level, heading)
        yield Items(tuple(items))


def _stands(row: ApplicationRow) -> str:
    return row.stage + (f" ({outcome_name(row.outcome).lower()})" if row.outcome else "")


def _next_action(row: ApplicationRow) -> str:
    if row.next_action is None:
        return ""
    return row.next_action + (f", {row.next_action_on}" if row.next_action_on else "")


def _day(on: date | None) -> str:
    return "" if on is None else on.isoformat()


def _when(on: date, at: time | None, zone: str | None) -> str:
    """A day, with the wall-clock time and its zone where they are known."""
    return f"{on}" + (f" {at:%H:%M}" if at else "") + (f" {zone}" if at and zone else "")
