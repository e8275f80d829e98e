"""What the person sends along: each version of a résumé, letter or portfolio, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class DocumentKind(StrEnum):
    RESUME = "resume"
    LETTER = "letter"
    PORTFOLIO = "portfolio"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The file itself is kept outside the store under `sha256` (hex); `size` is in bytes."""

    id: int = 0
    kind: DocumentKind
    name: str
    sha256: str
    size: int
    media_type: str = ""
    note: str = ""
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDocument:
    id: int = 0
    application_id: int
    document_id: int
    sent_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDocument:
    id: int = 0
    evidence_id: int
    document_id: int
