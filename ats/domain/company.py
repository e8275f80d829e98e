"""Who: the employers, and the people there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    id: int = 0
    name: str
    website: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person at a company, or a recruiter."""

    id: int = 0
    name: str
    company_id: int | None = None
    role: str = ""
    email: str = ""
    phone: str = ""
    link: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationContact:
    """A contact who has to do with an application."""

    id: int = 0
    application_id: int
    contact_id: int
