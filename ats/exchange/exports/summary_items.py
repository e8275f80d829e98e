"""How a requirement, an interview, an offer and an event read in a summary."""

from __future__ import annotations

from datetime import date, time

from ats.domain.offer import Offer
from ats.domain.overview import EventDetail, OfferDetail, RequirementDetail
from ats.domain.timeline import EventKind
from ats.domain.words import (
    component_name,
    component_text,
    counted,
    day,
    event_kind_name,
    interview_kind_name,
    interview_result_name,
    offer_version_name,
    outcome_name,
)
from ats.exchange.exports.paper import Item

Pairs = tuple[tuple[str, str], ...]


def requirement_item(detail: RequirementDetail) -> Item:
    """A requirement with its status, its evidence and what to say."""
    item = detail.requirement
    details = (
        ("Evidence", "; ".join(evidence.title for evidence in detail.evidence)),
        ("What to say", item.talking_point),
        ("Note", item.note),
        ("Plan to close the gap", item.plan),
    )
    return Item(text=item.text, details=_said(details), status=item.status)


def interview_item(detail: EventDetail) -> Item:
    """A round of interviews: its day leads it."""
    event, interview = detail.event, detail.interview
    assert interview is not None
    kind = interview_kind_name(interview.kind)
    details = (
        ("Kind", kind if event.title else ""),
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
        lead=when(event.on, event.at, event.zone),
        text=f"Round {interview.round}: {event.title or kind}",
        details=_said(details),
    )


def event_item(detail: EventDetail) -> Item:
    """What happened on a day, in a few words."""
    event = detail.event
    if event.kind is EventKind.STAGE:
        what = detail.stage or ""
        what += f" ({outcome_name(event.outcome).lower()})" if event.outcome else ""
    else:
        what = ": ".join(part for part in (event_kind_name(event.kind), event.title) if part)
    # An interview's note stands with the interview.
    note = "" if detail.interview else event.note.strip()
    return Item(
        lead=when(event.on, event.at, event.zone),
        text=what,
        details=_said((("Note", note),)),
    )


def offer_title(offer: Offer) -> str:
    """ "Offer (initial), 20 Nov 2026"."""
    version = offer_version_name(offer.version).lower()
    return f"Offer ({version}), {day(offer.received_on, date.min)}"


def offer_facts(detail: OfferDetail) -> Pairs:
    """The terms of a version of an offer."""
    offer = detail.offer
    return _said(
        (
            *(
                (component_name(part.kind), component_text(part, offer.currency) or "Not stated")
                for part in detail.components
            ),
            ("Place", offer.place),
            ("Hours a week", str(offer.hours_per_week or "")),
            ("Paid leave", counted(offer.paid_leave_days, "day") if offer.paid_leave_days else ""),
            ("Starts", day(offer.starts_on, date.min) if offer.starts_on else ""),
            ("Answer by", day(offer.deadline, date.min) if offer.deadline else ""),
            ("Note", offer.note),
        )
    )


def when(on: date, at: time | None, zone: str | None) -> str:
    """A day, with the wall-clock time and its zone where they are known."""
    clock = f", {at:%H:%M}" if at else ""
    return f"{day(on, date.min)}{clock}" + (f" {zone}" if at and zone else "")


def _said(pairs: Pairs) -> Pairs:
    return tuple((name, value) for name, value in pairs if value.strip())
