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


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another value that was stated for a field and did not lead: a second pay range, or the
    words of the page where its structured data says otherwise. `field` is named as in the
    contract's answer, `words` are as a person would read the value."""

    field: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one posting. Unknown stays None or empty.

    `text` is the text that was read: for HTML, the text laid out from the markup. `items`
    holds requirements (must, nice), responsibilities (duty) and conditions in the order of
    the text. `spans` gives for each field of the contract's answer the places its value came
    from; `repeats` are the places that say again what was already found; `unsorted` are the
    lines that may ask for something and were given no place, so that an empty list never looks
    like "asks for nothing". `language` is an ISO 639-1 code, or None where it was not told.
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
    unsorted: tuple[Span, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    language: str | None = None
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
