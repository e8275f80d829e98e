"""Which applications are shown, in which order: a filter the person can keep."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ats.domain.application import WorkMode
from ats.domain.stage import Outcome, StageKind


class SortKey(StrEnum):
    """MANUAL is the order the person dragged the cards into."""

    MANUAL = "manual"
    TITLE = "title"
    COMPANY = "company"
    STAGE = "stage"
    PAY = "pay"
    COVERAGE = "coverage"
    NEXT_ACTION = "next_action"
    DUE = "due"
    APPLIED = "applied"
    SOURCE = "source"
    DAYS_IN_STAGE = "days_in_stage"
    EXCITEMENT = "excitement"
    DEADLINE = "deadline"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationFilter:
    """Empty fields ask for nothing. `pay_at_least` is in the currency's main unit per year;
    `imports` are ids of import batches."""

    words: str = ""
    stages: tuple[int, ...] = ()
    kinds: tuple[StageKind, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    work_modes: tuple[WorkMode, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    pay_at_least: int | None = None
    needs_action: bool = False
    imports: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self != ApplicationFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """`filter` and `columns` are JSON."""

    id: int = 0
    name: str
    filter: str = "{}"
    sort: SortKey = SortKey.MANUAL
    descending: bool = False
    columns: str = "[]"
    position: int = 0
