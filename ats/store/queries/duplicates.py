"""What is already tracked that a new posting may repeat. It only tells; nothing is merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ats.domain.sameness import KnownRoles, same_company, same_link, same_role
from ats.domain.stage import Outcome, StageKind
from ats.store.queries.applications import ApplicationRow, applications
from ats.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """`same_role` is False where only the company is the same."""

    id: int
    title: str
    company: str
    stage: str
    stage_kind: StageKind
    outcome: Outcome | None
    applied_on: date | None
    stage_since: date | None
    same_role: bool


def similar_applications(
    store: Store, *, title: str | None, company: str | None, link: str | None = None
) -> list[Similar]:
    """Applications for the same role, then others at the same company; newest first."""
    found = []
    for row in applications(store):
        at_company = bool(company) and same_company(company or "", row.company)
        role = _is_same(row, title or "", company or "", link or "")
        if role or at_company:
            found.append(_similar(row, role))
    found.sort(key=lambda item: (not item.same_role, -item.id))
    return found


def tracked(store: Store, roles: Sequence[tuple[str, str, str]]) -> list[int | None]:
    """For each title, company and link the newest application for the same role, if any."""
    rows = sorted(applications(store), key=lambda row: -row.id)
    known = KnownRoles()
    for row in rows:
        known.add(row.title, row.company, row.link)
    places = [known.place_of(*role) for role in roles]
    return [None if place is None else rows[place].id for place in places]


def _is_same(row: ApplicationRow, title: str, company: str, link: str) -> bool:
    if same_link(link, row.link):
        return True
    return (
        bool(title and company)
        and same_company(company, row.company)
        and same_role(title, row.title)
    )


def _similar(row: ApplicationRow, role: bool) -> Similar:
    return Similar(
        id=row.id,
        title=row.title,
        company=row.company,
        stage=row.stage,
        stage_kind=row.stage_kind,
        outcome=row.outcome,
        applied_on=row.applied_on,
        stage_since=row.stage_since,
        same_role=role,
    )
