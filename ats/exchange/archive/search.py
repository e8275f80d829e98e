"""A job search as an archive holds it: the records, each application with all that belongs to
it. Ids are those of the file; they only say which record is meant."""

from __future__ import annotations

from dataclasses import dataclass

from ats.domain.application import Application, NextAction, Tag
from ats.domain.company import Company, Contact
from ats.domain.document import ApplicationDocument, Document
from ats.domain.evidence import Evidence
from ats.domain.importing import ImportBatch, ImportedValue
from ats.domain.offer import Offer, OfferComponent
from ats.domain.posting import Posting, Requirement
from ats.domain.saved_view import SavedView
from ats.domain.stage import Stage
from ats.domain.timeline import Event, Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedRequirement:
    """`evidence` are ids."""

    requirement: Requirement
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedEvent:
    """`contacts` are the ids of those who took part."""

    event: Event
    interview: Interview | None = None
    contacts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedOffer:
    offer: Offer
    components: tuple[OfferComponent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedEvidence:
    """`documents` are ids."""

    evidence: Evidence
    documents: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedApplication:
    """`contacts` are ids and `tags` names; each list is in the order of the store."""

    application: Application
    notes: str | None = None
    contacts: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    next_actions: tuple[NextAction, ...] = ()
    postings: tuple[Posting, ...] = ()
    requirements: tuple[ArchivedRequirement, ...] = ()
    events: tuple[ArchivedEvent, ...] = ()
    offers: tuple[ArchivedOffer, ...] = ()
    documents: tuple[ApplicationDocument, ...] = ()
    imported: tuple[ImportedValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedSearch:
    """Everything, or some applications with what they refer to."""

    stages: tuple[Stage, ...] = ()
    companies: tuple[Company, ...] = ()
    contacts: tuple[Contact, ...] = ()
    tags: tuple[Tag, ...] = ()
    evidence: tuple[ArchivedEvidence, ...] = ()
    documents: tuple[Document, ...] = ()
    import_batches: tuple[ImportBatch, ...] = ()
    saved_views: tuple[SavedView, ...] = ()
    applications: tuple[ArchivedApplication, ...] = ()
