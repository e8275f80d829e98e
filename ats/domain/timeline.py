"""What happened and what is planned, with its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ats.domain.stage import Outcome


class EventKind(StrEnum):
    STAGE = "stage"
    INTERVIEW = "interview"
    MESSAGE = "message"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`on` is a plain date. `at` and `zone` are a wall-clock time and an IANA zone name: a
    changed offset moves nothing. `stage_id` and `outcome` belong to stage moves only."""

    id: int = 0
    application_id: int
    kind: EventKind
    on: date
    at: time | None = None
    zone: str | None = None
    stage_id: int | None = None
    outcome: Outcome | None = None
    title: str = ""
    note: str = ""
    recorded_at: datetime


def zone_named(name: str | None) -> ZoneInfo | None:
    """The zone of that name; None where this computer knows none: a name may come from a file."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # "Europe" is a folder.
        return None


def wall_clock(text: str) -> time:
    """The time in ISO form. Raises ValueError for one with an offset, which can't be put in
    order with others."""
    at = time.fromisoformat(text)
    if at.tzinfo is not None:
        raise ValueError(text)
    return at


class InterviewKind(StrEnum):
    PHONE = "phone"
    VIDEO = "video"
    ON_SITE = "on_site"
    TECHNICAL = "technical"
    TAKE_HOME = "take_home"
    PANEL = "panel"
    OTHER = "other"


class InterviewResult(StrEnum):
    PENDING = "pending"
    PASSED = "passed"
    NOT_PASSED = "not_passed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """A round; its date, time and zone are those of its event. `minutes` is its length."""

    id: int = 0
    event_id: int
    round: int = 1
    kind: InterviewKind = InterviewKind.VIDEO
    minutes: int | None = None
    place: str = ""
    people: str = ""
    preparation: str = ""
    questions: str = ""
    went: str = ""
    result: InterviewResult = InterviewResult.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class EventContact:
    """A contact who took part in an event."""

    id: int = 0
    event_id: int
    contact_id: int
