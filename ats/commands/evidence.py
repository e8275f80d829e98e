"""Evidence: kept once, attached to as many requirements as it answers."""

from __future__ import annotations

from typing import Any

from ats.domain.evidence import Evidence, EvidenceLink
from ats.domain.problem import Problem
from ats.store import Store


def add_evidence(
    store: Store,
    title: str,
    *,
    place: str = "",
    period: str = "",
    story: str = "",
    requirement_id: int | None = None,
) -> int:
    """Write an item, attached at once where a requirement is given; its id. Raises Problem
    for an empty title."""
    title = " ".join(title.split())
    if not title:
        raise Problem("Evidence needs a title.")
    with store.step("Add evidence") as rows:
        id = rows.add(Evidence(title=title, place=place, period=period, story=story))
        if requirement_id is not None:
            rows.add(EvidenceLink(requirement_id=requirement_id, evidence_id=id))
    return id


def edit_evidence(store: Store, id: int, **fields: Any) -> None:
    """Change title, place, period or story; every application that uses it sees the change."""
    merge = f"evidence:{id}:{','.join(sorted(fields))}"
    with store.step("Edit evidence", merge=merge) as rows:
        rows.change(Evidence, id, **fields)


def remove_evidence(store: Store, id: int) -> None:
    """Delete an item everywhere."""
    with store.step("Remove evidence") as rows:
        rows.remove(Evidence, id)


def attach_evidence(store: Store, requirement_id: int, evidence_id: int) -> None:
    """Let an item answer a requirement; once is enough."""
    with store.step("Attach evidence") as rows:
        link = rows.find(EvidenceLink, requirement_id=requirement_id, evidence_id=evidence_id)
        if link is None:
            rows.add(EvidenceLink(requirement_id=requirement_id, evidence_id=evidence_id))


def detach_evidence(store: Store, requirement_id: int, evidence_id: int) -> None:
    """Take an item from a requirement; the item stays."""
    with store.step("Detach evidence") as rows:
        link = rows.find(EvidenceLink, requirement_id=requirement_id, evidence_id=evidence_id)
        if link is not None:
            rows.remove(EvidenceLink, link.id)
