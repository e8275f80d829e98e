"""What was read from a posting: values with the words they came from, never a guess."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.money import Pay
from ats.domain.posting import RequirementKind

Span = tuple[int, int]
"""[start, end) offsets, in characters, into `Reading.text`."""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """One requirement, responsibility or condition, and where it stands in the text."""

    text: str
    kind: RequirementKind
    span: Span


@dataclass(frozen=True, slots=True)
class Years:
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one posting. Unknown stays None or empty.

    `text` is the text that was read: for HTML, the text laid out from the markup. `items`
    holds requirements (must, nice), responsibilities (duty) and conditions in the order of
    the text. `spans` gives for each field of the contract's answer the places its value came
    from; `repeats` are the places that say again what was already found.
    """

    text: str
    html: str | None = None
    title: str | None = None
    title_suggestions: tuple[str, ...] = ()
    company: str | None = None
    locations: tuple[str, ...] = ()
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    pay: Pay = Pay()
    bonus: bool = False
    equity: bool = False
    years: Years | None = None
    education: tuple[str, ...] = ()
    items: tuple[FoundItem, ...] = ()
    benefits: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    posted_on: date | None = None
    deadline: date | None = None
    reference: str | None = None
    link: str | None = None
    repeats: tuple[Span, ...] = ()
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
