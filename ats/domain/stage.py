"""The pipeline: the person's own stages, each with a fixed kind that the rules read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StageKind(StrEnum):
    """What a stage means to the program, whatever the person calls it. In pipeline order."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    CLOSED = "closed"


class Outcome(StrEnum):
    """Why a closed application closed."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    NO_RESPONSE = "no_response"
    ROLE_GONE = "role_gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A step of the pipeline. A removed stage is kept, archived, because history names it."""

    id: int = 0
    name: str
    kind: StageKind
    position: int
    archived: bool = False


DEFAULT_STAGES = (
    ("Saved", StageKind.SAVED),
    ("Applied", StageKind.APPLIED),
    ("Screening", StageKind.SCREENING),
    ("Interviewing", StageKind.INTERVIEWING),
    ("Offer", StageKind.OFFER),
    ("Closed", StageKind.CLOSED),
)
