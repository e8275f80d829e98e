"""What is already tracked that a new posting may repeat. It only tells; nothing is merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ats.domain.known_roles import KnownRoles, Role
from ats.domain.sameness import same_company, same_link, same_role
from ats.domain.stage import Outcome, StageKind
from ats.store.queries.applications import ApplicationRow, applications
from ats.store.rows import read
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedRole:
    """An application with what tells it from other tries."""

    id: int
    title: str
    company: str
    stage: str
    link: str
    reference: str
    locations: tuple[str, ...]
    applied_on: date | None


_ROLES = """
select application.id, title, coalesce(company.name, '') as company, stage.name as stage, link,
    reference, locations,
    (select min("on") from event join stage as reached on reached.id = event.stage_id
        where event.application_id = application.id and reached.kind = 'applied') as applied_on
from application
join stage on stage.id = stage_id
left join company on company.id = company_id
where trashed_at is null order by application.id
"""


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


def tracked(store: Store, roles: Sequence[Role]) -> list[int | None]:
    """For each role the newest application for the same, if any."""
    known, rows = KnownRoles(), tracked_roles(store)
    for row in rows:
        known.add(row)
    places = [known.same(role) for role in roles]
    return [None if place is None else rows[place].id for place in places]


def tracked_roles(store: Store) -> list[TrackedRole]:
    """All applications but those in the Trash, oldest first, each with what tells it from
    others."""
    return list(read(store.connection, TrackedRole, _ROLES))


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
