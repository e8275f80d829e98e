"""One application with all that belongs to it."""

from __future__ import annotations

from ats.domain.application import ApplicationNotes
from ats.domain.company import Contact
from ats.domain.document import Document
from ats.domain.evidence import Evidence, EvidenceLink
from ats.domain.importing import ImportedValue
from ats.domain.offer import Offer, OfferComponent
from ats.domain.overview import (
    ApplicationDetail,
    EventDetail,
    OfferDetail,
    RequirementDetail,
)
from ats.domain.posting import Posting, Requirement
from ats.domain.stage import StageKind
from ats.domain.timeline import Event, Interview
from ats.store.queries.applications import application_row
from ats.store.rows import Record, read, table_name
from ats.store.store import Store

__all__ = [
    "ApplicationDetail",
    "EventDetail",
    "OfferDetail",
    "RequirementDetail",
    "application_detail",
]


_NOTES = "select * from {} where application_id = ?"
_POSTING = "select * from {} where application_id = ? order by id desc limit 1"
_IMPORTED = "select * from {} where application_id = ? order by position, id"
_CONTACTS = """
select contact.* from contact join application_contact on contact_id = contact.id
where application_id = ? order by contact.name collate nocase"""
_EVIDENCE = """
select distinct evidence.* from evidence join evidence_link on evidence_id = evidence.id
join requirement on requirement.id = requirement_id where application_id = ?"""
_DOCUMENTS = """
select document.* from document join application_document on document_id = document.id
where application_id = ? order by document.id"""


def application_detail(store: Store, id: int) -> ApplicationDetail | None:
    """Everything about one application; None where there is none."""
    row = application_row(store, id)
    if row is None:
        return None
    notes = _records(store, ApplicationNotes, _NOTES, id)
    postings = _records(store, Posting, _POSTING, id)
    return ApplicationDetail(
        row=row,
        notes=notes[0].text if notes else "",
        posting=postings[0] if postings else None,
        requirements=_requirements(store, id),
        events=_events(store, id),
        offers=_offers(store, id),
        contacts=_records(store, Contact, _CONTACTS, id),
        documents=_records(store, Document, _DOCUMENTS, id),
        imported=_records(store, ImportedValue, _IMPORTED, id),
    )


def _records(store: Store, kind: type[Record], sql: str, id: int) -> tuple[Record, ...]:
    return tuple(read(store.connection, kind, sql.format(table_name(kind)), [id]))


_KIND_ORDER = "case kind when 'must' then 0 when 'nice' then 1 when 'duty' then 2 else 3 end"


def _requirements(store: Store, id: int) -> tuple[RequirementDetail, ...]:
    requirements = _records(
        store,
        Requirement,
        f"select * from {{}} where application_id = ? order by {_KIND_ORDER}, position, id",
        id,
    )
    links = _records(
        store,
        EvidenceLink,
        "select evidence_link.* from evidence_link"
        " join requirement on requirement.id = requirement_id"
        " where application_id = ? order by evidence_link.id",
        id,
    )
    evidence = {item.id: item for item in _records(store, Evidence, _EVIDENCE, id)}
    linked: dict[int, list[Evidence]] = {}
    for link in links:
        linked.setdefault(link.requirement_id, []).append(evidence[link.evidence_id])
    return tuple(
        RequirementDetail(requirement=item, evidence=tuple(linked.get(item.id, ())))
        for item in requirements
    )


def _events(store: Store, id: int) -> tuple[EventDetail, ...]:
    events = _records(
        store,
        Event,
        "select * from {} where application_id = ? order by \"on\", coalesce(at, ''), id",
        id,
    )
    interviews = {
        interview.event_id: interview
        for interview in _records(
            store,
            Interview,
            "select interview.* from interview join event on event.id = event_id"
            " where application_id = ?",
            id,
        )
    }
    names = {
        row[0]: (row[1], StageKind(row[2]))
        for row in store.connection.execute("select id, name, kind from stage")
    }
    return tuple(
        EventDetail(
            event=event,
            stage=names[event.stage_id][0] if event.stage_id else None,
            stage_kind=names[event.stage_id][1] if event.stage_id else None,
            interview=interviews.get(event.id),
        )
        for event in events
    )


def _offers(store: Store, id: int) -> tuple[OfferDetail, ...]:
    offers = _records(
        store, Offer, "select * from {} where application_id = ? order by received_on, id", id
    )
    components: dict[int, list[OfferComponent]] = {}
    for component in _records(
        store,
        OfferComponent,
        "select offer_component.* from offer_component join offer on offer.id = offer_id"
        " where application_id = ? order by offer_component.id",
        id,
    ):
        components.setdefault(component.offer_id, []).append(component)
    return tuple(
        OfferDetail(offer=offer, components=tuple(components.get(offer.id, ()))) for offer in offers
    )
