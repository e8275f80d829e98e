"""What belongs to many applications, read all at once: one question for hundreds of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ats.domain.company import Contact
from ats.domain.evidence import Evidence
from ats.domain.offer import Offer, OfferComponent
from ats.domain.overview import EventDetail, OfferDetail, RequirementDetail
from ats.domain.posting import Requirement
from ats.domain.stage import StageKind
from ats.domain.timeline import Event, Interview
from ats.store.rows import Record, read
from ats.store.store import Store

_AT_ONCE = 500

_EVENTS = "select * from event where application_id in ({}) order by \"on\", coalesce(at, ''), id"
_INTERVIEWS = """
select interview.* from interview join event on event.id = event_id where application_id in ({})"""
_OFFERS = "select * from offer where application_id in ({}) order by received_on, id"
_COMPONENTS = """
select offer_component.* from offer_component join offer on offer.id = offer_id
where application_id in ({}) order by offer_component.id"""
_REQUIREMENTS = """
select * from requirement where application_id in ({}) order by
case kind when 'must' then 0 when 'nice' then 1 when 'duty' then 2 else 3 end, position, id"""
_LINKS = """
select requirement_id, evidence_id from evidence_link
join requirement on requirement.id = requirement_id
where application_id in ({}) order by evidence_link.id"""
_CONTACTS = """
select application_id, contact.* from application_contact
join contact on contact.id = contact_id where application_id in ({}) order by contact.name"""
_COMPANIES_OF_CONTACTS = """
select contact.id, company.name from contact join company on company.id = company_id"""

Ids = Sequence[int]


def events_of(store: Store, ids: Ids) -> dict[int, list[EventDetail]]:
    """The events of each application, oldest first."""
    interviews = {one.event_id: one for one in _records(store, Interview, _INTERVIEWS, ids)}
    stages = {
        id: (name, StageKind(kind))
        for id, name, kind in store.connection.execute("select id, name, kind from stage")
    }
    found: dict[int, list[EventDetail]] = {}
    for event in _records(store, Event, _EVENTS, ids):
        name, kind = stages[event.stage_id] if event.stage_id else (None, None)
        detail = EventDetail(
            event=event, stage=name, stage_kind=kind, interview=interviews.get(event.id)
        )
        found.setdefault(event.application_id, []).append(detail)
    return found


def offers_of(store: Store, ids: Ids) -> dict[int, list[OfferDetail]]:
    """The offers of each application with their components, in the order in which they came."""
    parts: dict[int, list[OfferComponent]] = {}
    for part in _records(store, OfferComponent, _COMPONENTS, ids):
        parts.setdefault(part.offer_id, []).append(part)
    found: dict[int, list[OfferDetail]] = {}
    for offer in _records(store, Offer, _OFFERS, ids):
        detail = OfferDetail(offer=offer, components=tuple(parts.get(offer.id, ())))
        found.setdefault(offer.application_id, []).append(detail)
    return found


def requirements_of(store: Store, ids: Ids) -> dict[int, list[RequirementDetail]]:
    """The requirements of each application with the evidence for them."""
    sql = 'select * from "evidence"'
    known = {item.id: item for item in read(store.connection, Evidence, sql)}
    evidence: dict[int, list[Evidence]] = {}
    for requirement, proof in _rows(store, _LINKS, ids):
        evidence.setdefault(requirement, []).append(known[proof])
    found: dict[int, list[RequirementDetail]] = {}
    for item in _records(store, Requirement, _REQUIREMENTS, ids):
        detail = RequirementDetail(requirement=item, evidence=tuple(evidence.get(item.id, ())))
        found.setdefault(item.application_id, []).append(detail)
    return found


def contacts_of(store: Store, ids: Ids) -> dict[int, list[Contact]]:
    """The contacts of each application, by name."""
    known = {person.id: person for person, _ in contacts_with_company(store)}
    found: dict[int, list[Contact]] = {}
    for application, person, *_ in _rows(store, _CONTACTS, ids):
        found.setdefault(application, []).append(known[person])
    return found


def contacts_with_company(store: Store) -> list[tuple[Contact, str]]:
    """Every contact with the name of their company, "" where none is known."""
    companies = dict(store.connection.execute(_COMPANIES_OF_CONTACTS))
    sql = "select * from contact order by name collate nocase, id"
    return [
        (person, companies.get(person.id, "")) for person in read(store.connection, Contact, sql)
    ]


def _records(store: Store, kind: type[Record], sql: str, ids: Ids) -> Iterator[Record]:
    for some in _parted(ids):
        yield from read(store.connection, kind, sql.format(_marks(some)), list(some))


def _rows(store: Store, sql: str, ids: Ids) -> Iterator[Any]:
    for some in _parted(ids):
        yield from store.connection.execute(sql.format(_marks(some)), list(some))


def _parted(ids: Ids) -> Iterator[Ids]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _marks(ids: Ids) -> str:
    return ",".join("?" for _ in ids)
