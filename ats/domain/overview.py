"""What questions about applications are answered with: one application as lists and cards
show it, and one with all that belongs to it. Pages, exports and summaries share these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.company import Contact
from ats.domain.document import Document
from ats.domain.evidence import Evidence
from ats.domain.importing import ImportedValue
from ats.domain.money import Pay, PayPeriod
from ats.domain.offer import Offer, OfferComponent
from ats.domain.posting import Coverage, Posting, Requirement
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import Event, Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationRow:
    """One application with everything a card or a table row shows."""

    id: int
    title: str
    company_id: int | None
    company: str
    stage_id: int
    stage: str
    stage_kind: StageKind
    stage_position: int
    stage_since: date | None
    outcome: Outcome | None
    position: int
    locations: tuple[str, ...]
    work_mode: WorkMode | None
    employment_type: EmploymentType | None
    pay_least: int | None
    pay_most: int | None
    pay_currency: str | None
    pay_period: PayPeriod | None
    bonus: bool
    equity: bool
    deadline: date | None
    posted_on: date | None
    reference: str
    link: str
    source: str
    excitement: int | None
    created_at: datetime
    trashed_at: datetime | None
    applied_on: date | None
    tags: tuple[str, ...]
    strong: int
    partial: int
    gap: int
    to_assess: int
    next_action: str | None
    next_action_on: date | None

    @property
    def pay(self) -> Pay:
        return Pay(self.pay_least, self.pay_most, self.pay_currency, self.pay_period)

    @property
    def coverage(self) -> Coverage:
        return Coverage(self.strong, self.partial, self.gap, self.to_assess)

    @property
    def due_on(self) -> date | None:
        """What presses first: the next action's day, or a saved application's deadline."""
        if self.next_action is None and self.stage_kind is StageKind.SAVED:
            return self.deadline
        return self.next_action_on

    @property
    def is_open(self) -> bool:
        return self.stage_kind is not StageKind.CLOSED

    def days_in_stage(self, today: date) -> int | None:
        return None if self.stage_since is None else (today - self.stage_since).days


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementDetail:
    requirement: Requirement
    evidence: tuple[Evidence, ...]

    @property
    def id(self) -> int:
        return self.requirement.id


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetail:
    """An event with its stage's present name and kind, and its interview, where it has one."""

    event: Event
    stage: str | None = None
    stage_kind: StageKind | None = None
    interview: Interview | None = None

    @property
    def id(self) -> int:
        return self.event.id


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDetail:
    offer: Offer
    components: tuple[OfferComponent, ...]

    @property
    def id(self) -> int:
        return self.offer.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDetail:
    """`events` are oldest first; the posting is the one captured last."""

    row: ApplicationRow
    notes: str
    posting: Posting | None
    requirements: tuple[RequirementDetail, ...]
    events: tuple[EventDetail, ...]
    offers: tuple[OfferDetail, ...]
    contacts: tuple[Contact, ...]
    documents: tuple[Document, ...]
    imported: tuple[ImportedValue, ...]

    @property
    def id(self) -> int:
        return self.row.id


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedApplication:
    """What a list that leaves the program holds of an application: the row, the texts that
    are kept apart, the people, and its moves through the stages, oldest first."""

    row: ApplicationRow
    notes: str
    imported: tuple[ImportedValue, ...]
    contacts: tuple[str, ...]
    moves: tuple[EventDetail, ...]

    @property
    def id(self) -> int:
        return self.row.id
