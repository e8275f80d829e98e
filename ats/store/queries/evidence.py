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
