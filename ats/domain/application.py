"""Application: one try at one role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ats.domain.money import Pay, PayPeriod
from ats.domain.stage import Outcome


class WorkMode(StrEnum):
    REMOTE = "remote"
    HYBRID = "hybrid"
    ONSITE = "onsite"


class EmploymentType(StrEnum):
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The short fields. Long texts (posting, notes) are records of their own, so that the
    journal's copy of a row stays small."""

    id: int = 0
    title: str
    company_id: int | None = None
    stage_id: int
    outcome: Outcome | None = None
    position: int = 0
    locations: tuple[str, ...] = ()
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    pay_least: int | None = None
    pay_most: int | None = None
    pay_currency: str | None = None
    pay_period: PayPeriod | None = None
    bonus: bool = False
    equity: bool = False
    deadline: date | None = None
    posted_on: date | None = None
    reference: str = ""
    link: str = ""
    source: str = ""
    excitement: int | None = None
    created_at: datetime
    trashed_at: datetime | None = None
    import_batch_id: int | None = None

    @property
    def pay(self) -> Pay:
        return Pay(self.pay_least, self.pay_most, self.pay_currency, self.pay_period)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationNotes:
    """The person's own free text about an application; at most one per application."""

    id: int = 0
    application_id: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    id: int = 0
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationTag:
    id: int = 0
    application_id: int
    tag_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextAction:
    """What the person means to do next; an application has at most one that is not done."""

    id: int = 0
    application_id: int
    text: str
    due_on: date | None = None
    done_at: datetime | None = None
    created_at: datetime
