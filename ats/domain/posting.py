"""The posting as it stood, and the requirements read from it or added by the person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The advertisement, verbatim. `text` is what was read; `html` the markup it came from,
    where there was any; `reading` the reader's whole answer as JSON, so that the words a
    value came from can be shown again."""

    id: int = 0
    application_id: int
    text: str
    html: str | None = None
    link: str = ""
    captured_at: datetime
    reading: str = "{}"


class RequirementKind(StrEnum):
    """In the order in which they are listed."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    CONDITION = "condition"


class RequirementStatus(StrEnum):
    STRONG = "strong"
    PARTIAL = "partial"
    GAP = "gap"
    TO_ASSESS = "to_assess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One checkable item. `span_start` and `span_end` are offsets into the posting's text,
    or None for an item the person added by hand."""

    id: int = 0
    application_id: int
    posting_id: int | None = None
    text: str
    kind: RequirementKind
    status: RequirementStatus = RequirementStatus.TO_ASSESS
    note: str = ""
    talking_point: str = ""
    plan: str = ""
    position: int = 0
    span_start: int | None = None
    span_end: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many requirements have which status. Covered means strong or partial."""

    strong: int = 0
    partial: int = 0
    gap: int = 0
    to_assess: int = 0

    @classmethod
    def of(cls, statuses: Iterable[RequirementStatus]) -> Coverage:
        counted = Counter(statuses)
        return cls(*(counted[status] for status in RequirementStatus))

    @property
    def covered(self) -> int:
        return self.strong + self.partial

    @property
    def total(self) -> int:
        return self.strong + self.partial + self.gap + self.to_assess

    @property
    def assessed(self) -> int:
        return self.total - self.to_assess
