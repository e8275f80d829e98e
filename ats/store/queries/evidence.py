"""The evidence library, with how often each item is used."""

from __future__ import annotations

from dataclasses import dataclass

from ats.store.rows import read
from ats.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """`used_in` counts the applications that use the item."""

    id: int
    title: str
    place: str
    period: str
    story: str
    used_in: int


def evidence_library(store: Store) -> list[EvidenceRow]:
    """All evidence, by title."""
    sql = """
        select evidence.*, count(distinct application_id) as used_in
        from evidence
        left join evidence_link on evidence_id = evidence.id
        left join requirement on requirement.id = requirement_id
        group by evidence.id order by evidence.title collate nocase"""
    return list(read(store.connection, EvidenceRow, sql))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceUse:
    """One application that uses an item, and for which of its requirements."""

    application_id: int
    title: str
    company: str
    requirements: tuple[str, ...]


def evidence_uses(store: Store, evidence_id: int) -> list[EvidenceUse]:
    """Where an item is used, by title of the application; those in the Trash are left out."""
    sql = """
        select application.id as application_id, application.title,
            coalesce(company.name, '') as company,
            json_group_array(requirement.text) as requirements
        from evidence_link
        join requirement on requirement.id = requirement_id
        join application on application.id = application_id
        left join company on company.id = company_id
        where evidence_id = ? and trashed_at is null
        group by application.id order by application.title collate nocase, application.id"""
    return list(read(store.connection, EvidenceUse, sql, [evidence_id]))
