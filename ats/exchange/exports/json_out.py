"""Applications as the JSON that `ats list` and `ats show` print and that exports hold: the one
home of that shape."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ats.domain.importing import ImportedValue
from ats.domain.money import from_minor, plain_number
from ats.domain.offer import OfferComponent
from ats.domain.overview import (
    ApplicationDetail,
    ApplicationRow,
    EventDetail,
    ListedApplication,
    OfferDetail,
    RequirementDetail,
)


def listed_json(item: ListedApplication) -> dict[str, Any]:
    """One application as `ats list` gives it."""
    return _application(item.row, item.notes, item.imported)


def shown_json(detail: ApplicationDetail) -> dict[str, Any]:
    """One application as `ats show` gives it: all that belongs to it."""
    posting = detail.posting
    return {
        **_application(detail.row, detail.notes, detail.imported),
        "employment_type": detail.row.employment_type,
        "bonus": detail.row.bonus,
        "equity": detail.row.equity,
        "posted": _iso(detail.row.posted_on),
        "reference": detail.row.reference or None,
        "created": _iso(detail.row.created_at),
        "events": [_event(event) for event in detail.events],
        "requirements": [_requirement(item) for item in detail.requirements],
        "interviews": [_interview(event) for event in detail.events if event.interview],
        "offers": [offer_json(offer) for offer in detail.offers],
        "contacts": [_fields(contact, "company_id") for contact in detail.contacts],
        "documents": [_fields(document) for document in detail.documents],
        "posting": None
        if posting is None
        else {
            "text": posting.text,
            "link": posting.link or None,
            "captured": _iso(posting.captured_at),
        },
    }


def event_json(row: ApplicationRow, event: EventDetail) -> dict[str, Any]:
    """An event with the application it belongs to."""
    return {"application": row.id, "title": row.title, "company": row.company, **_event(event)}


def offer_json(detail: OfferDetail) -> dict[str, Any]:
    """A version of an offer; amounts are in the currency's main unit."""
    offer = _fields(detail.offer, "application_id")
    offer["components"] = [_component(part, detail.offer.currency) for part in detail.components]
    return offer


def json_bytes(value: Any) -> bytes:
    """JSON as the bytes of a file."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _application(
    row: ApplicationRow, notes: str, imported: Sequence[ImportedValue]
) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.title,
        "company": row.company,
        "stage": row.stage,
        "stage_kind": row.stage_kind,
        "outcome": row.outcome,
        "applied": _iso(row.applied_on),
        "deadline": _iso(row.deadline),
        "link": row.link or None,
        "locations": list(row.locations),
        "work_mode": row.work_mode,
        "salary": row.pay.plain(),
        "source": row.source or None,
        "tags": list(row.tags),
        "excitement": row.excitement,
        "notes": notes,
        "next_action": None
        if row.next_action is None
        else {"text": row.next_action, "on": _iso(row.next_action_on)},
        "imported": _kept(imported),
    }


def _kept(imported: Sequence[ImportedValue]) -> dict[str, str]:
    """A header that occurs twice keeps both values, one per line."""
    kept: dict[str, str] = {}
    for value in imported:
        before = kept.get(value.header)
        kept[value.header] = value.value if before is None else f"{before}\n{value.value}"
    return kept


def _event(detail: EventDetail) -> dict[str, Any]:
    event = detail.event
    told: dict[str, Any] = {"kind": event.kind, "on": event.on.isoformat(), "note": event.note}
    if detail.stage is not None:
        told |= {"stage": detail.stage, "stage_kind": detail.stage_kind}
        told["outcome"] = event.outcome
    else:
        told |= {"title": event.title, "at": _iso(event.at), "zone": event.zone}
    return told


def _interview(detail: EventDetail) -> dict[str, Any]:
    event = detail.event
    interview = {} if detail.interview is None else _fields(detail.interview, "id", "event_id")
    return {
        "on": event.on.isoformat(),
        "at": _iso(event.at),
        "zone": event.zone,
        "title": event.title,
        **interview,
        "note": event.note,
    }


def _requirement(detail: RequirementDetail) -> dict[str, Any]:
    item = detail.requirement
    return {
        "text": item.text,
        "kind": item.kind,
        "status": item.status,
        "note": item.note,
        "talking_point": item.talking_point,
        "plan": item.plan,
        "evidence": [evidence.id for evidence in detail.evidence],
    }


def _component(part: OfferComponent, currency: str) -> dict[str, Any]:
    fields = _fields(part, "id", "offer_id")
    fields["amount"] = (
        None if part.amount is None else plain_number(from_minor(part.amount, currency))
    )
    return fields


def _fields(record: Any, *without: str) -> dict[str, Any]:
    """A record's fields, with dates and times as ISO text."""
    names = [name for name in record.__dataclass_fields__ if name not in without]
    return {name: _iso(getattr(record, name)) for name in names}


def _iso(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
