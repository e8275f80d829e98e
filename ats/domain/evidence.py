"""Evidence: something the person can show, reusable in many applications."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """`place` and `period` are as the person writes them: "Tidewater Bank", "2021 to 2024"."""

    id: int = 0
    title: str
    place: str = ""
    period: str = ""
    story: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLink:
    """This evidence answers that requirement."""

    id: int = 0
    requirement_id: int
    evidence_id: int
