"""The sheet to take along to an interview: who and when, what is asked for and what to say, what
to ask, and room to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ats.domain.company import Contact
from ats.domain.evidence import Evidence
from ats.domain.overview import ApplicationDetail, EventDetail, RequirementDetail
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.domain.timeline import EventKind, InterviewResult
from ats.domain.words import (
    counted,
    day,
    day_long,
    interview_kind_name,
    interview_result_name,
    pay_long,
    place,
    statuses,
)
from ats.exchange.exports.paper import (
    Blanks,
    Block,
    Facts,
    Heading,
    Item,
    Items,
    Paper,
    PaperSize,
    Text,
)
from ats.exchange.exports.summary import title_of
from ats.exchange.exports.summary_items import when

_ASKED = (RequirementKind.MUST, RequirementKind.NICE)
_MOST_MESSAGES = 3


def preparation_sheet(
    detail: ApplicationDetail, today: date, size: PaperSize | None = None
) -> Paper:
    """The sheet for the next interview that is planned; without one, for the application."""
    return Paper(
        title=f"Preparation: {title_of(detail.row)}",
        blocks=tuple(_blocks(detail, today)),
        about=f"As of {day(today, date.min)}",
        size=size,
    )


def next_interview(detail: ApplicationDetail, today: date) -> EventDetail | None:
    """The first interview from today on that has no result yet."""
    coming = (
        event
        for event in detail.events
        if event.interview is not None
        and event.interview.result is InterviewResult.PENDING
        and event.event.on >= today
    )
    return next(coming, None)


def _blocks(detail: ApplicationDetail, today: date) -> Iterator[Block]:
    row = detail.row
    interview = next_interview(detail, today)
    note = " · ".join(part for part in (place(row), pay_long(row.pay)) if part)
    yield Heading(level=1, text=title_of(row), note=note)
    yield Facts(tuple(pair for pair in _facts(detail, interview) if pair[1].strip()))
    if interview and interview.interview and interview.interview.preparation.strip():
        yield Heading(level=2, text="Prepare")
        yield Text(interview.interview.preparation)
    yield from _requirements(detail)
    yield from _questions(interview)
    yield from _earlier(detail, interview, today)
    if detail.notes.strip():
        yield Heading(level=2, text="Notes")
        yield Text(detail.notes)
    yield Heading(level=2, text="In the interview")
    yield Blanks()


def _facts(detail: ApplicationDetail, event: EventDetail | None) -> Iterator[tuple[str, str]]:
    if event is not None and event.interview is not None:
        interview, on = event.interview, event.event
        zone = f"\n{on.zone}" if on.at and on.zone else ""
        yield "When", f"{day_long(on.on, date.min, on.at)}{zone}"
        kind = interview_kind_name(interview.kind)
        what = f"{kind}: {on.title}" if on.title else kind
        long = f", {counted(interview.minutes, 'minute')}" if interview.minutes else ""
        yield f"Round {interview.round}", what + long
        yield "Where", interview.place
        yield "Who", interview.people
        yield "Note", on.note
    yield "People", "\n".join(_contact(contact) for contact in detail.contacts)
    yield "Reference", detail.row.reference
    yield "Sent", "; ".join(document.name for document in detail.documents)
    yield "Link", detail.row.link


def _contact(contact: Contact) -> str:
    parts = (contact.name, contact.role, contact.phone, contact.email)
    return ", ".join(part for part in parts if part.strip())


def _requirements(detail: ApplicationDetail) -> Iterator[Block]:
    """What can be shown first, then the gaps, then what nobody looked at."""
    told: set[int] = set()
    wanted = [item for item in detail.requirements if _is_prepared(item)]
    shown = [item for item in wanted if _status(item) in _SHOWN]
    gaps = [item for item in wanted if _status(item) is RequirementStatus.GAP]
    rest = [
        item.requirement.text
        for item in detail.requirements
        if item.requirement.kind in _ASKED and item not in shown and item not in gaps
    ]
    if shown:
        yield Heading(level=2, text="What to say", note=statuses(detail.row.coverage))
        yield Items(
            items=tuple(_prepared(item, told) for item in shown),
            headers=("Status", "They ask for", "What to say, and the evidence"),
        )
    if gaps:
        yield Heading(level=2, text="Gaps")
        items = tuple(_prepared(item, told) for item in gaps)
        beside = any(item.details for item in items)
        headers = ("Status", "They ask for", "What to say, and the plan")
        yield Items(items=items, headers=headers if beside else None)
    if rest:
        yield Heading(level=2, text="Not assessed yet")
        yield Text("\n".join(f"• {text}" for text in rest))


_SHOWN = (RequirementStatus.STRONG, RequirementStatus.PARTIAL)


def _status(item: RequirementDetail) -> RequirementStatus:
    return item.requirement.status


def _is_prepared(item: RequirementDetail) -> bool:
    """Duties and conditions come along where there is something to say about them."""
    asked = item.requirement
    return asked.kind in _ASKED or bool(item.evidence or asked.talking_point or asked.plan)


def _prepared(item: RequirementDetail, told: set[int]) -> Item:
    asked = item.requirement
    details = (
        ("Say", asked.talking_point),
        ("Evidence", "\n".join(_evidence(one, told) for one in item.evidence)),
        ("Plan", asked.plan),
        ("Note", asked.note),
    )
    return Item(
        text=asked.text,
        status=asked.status,
        details=tuple(pair for pair in details if pair[1].strip()),
    )


def _evidence(evidence: Evidence, told: set[int]) -> str:
    """The whole story where it comes first, its title from then on."""
    if evidence.id in told:
        return evidence.title
    told.add(evidence.id)
    where = ", ".join(part for part in (evidence.place, evidence.period) if part.strip())
    head = f"{evidence.title} ({where})" if where else evidence.title
    return f"{head}: {' '.join(evidence.story.split())}" if evidence.story.strip() else head


def _questions(event: EventDetail | None) -> Iterator[Block]:
    asked = event.interview.questions if event and event.interview else ""
    lines = [line.strip() for line in asked.splitlines() if line.strip()]
    if lines:
        yield Heading(level=2, text="Questions to ask")
        yield Items(items=tuple(Item(text=line) for line in lines))


def _earlier(detail: ApplicationDetail, coming: EventDetail | None, today: date) -> Iterator[Block]:
    before = [event for event in detail.events if event is not coming and event.event.on <= today]
    rounds = [event for event in before if event.interview is not None]
    messages = [event for event in before if event.event.kind is EventKind.MESSAGE]
    told = _in_order([*rounds, *messages[-_MOST_MESSAGES:]])
    if told:
        yield Heading(level=2, text="So far")
        yield Items(items=tuple(_past(event) for event in told))


def _in_order(events: Iterable[EventDetail]) -> Sequence[EventDetail]:
    return sorted(events, key=lambda event: (event.event.on, str(event.event.at or ""), event.id))


def _past(detail: EventDetail) -> Item:
    event, interview = detail.event, detail.interview
    if interview is None:
        text = ": ".join(part for part in ("Message", event.title, event.note) if part.strip())
        return Item(lead=when(event.on, None, None), text=text)
    kind = event.title or interview_kind_name(interview.kind)
    result = interview_result_name(interview.result).lower()
    details = (
        ("With", interview.people),
        ("It went", interview.went),
        ("They asked", interview.questions),
        ("Note", event.note),
    )
    return Item(
        lead=when(event.on, None, None),
        text=f"Round {interview.round}: {kind} ({result})",
        details=tuple(pair for pair in details if pair[1].strip()),
    )
