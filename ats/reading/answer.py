"""Turns a reading into the plain JSON answer that scripts get."""

from __future__ import annotations

from datetime import date
from typing import Any

from ats.domain.posting import RequirementKind
from ats.domain.reading import Reading


def answer(reading: Reading) -> dict[str, Any]:
    """The answer of `ats extract`: amounts in main units, dates as ISO, unknown as null or []."""
    return {
        **_short_values(reading),
        **_item_lists(reading),
        "teams": list(reading.teams),
        "posted": _iso(reading.posted_on),
        "deadline": _iso(reading.deadline),
        "reference": reading.reference,
        "link": reading.link,
        "repeats_merged": len(reading.repeats),
        "spans": {field: [list(s) for s in spans] for field, spans in reading.spans.items()},
    }


def kept(reading: Reading) -> dict[str, Any]:
    """The answer as it is kept with a posting: besides what scripts get, the lines that were
    given no place, the other values that were stated, and the language."""
    return {
        **answer(reading),
        "unsorted": [list(span) for span in reading.unsorted],
        "alternatives": [
            {
                "field": other.field,
                "words": other.words,
                "span": list(other.span) if other.span else None,
            }
            for other in reading.alternatives
        ],
        "language": reading.language,
    }


def _short_values(reading: Reading) -> dict[str, Any]:
    years = reading.years
    return {
        "title": reading.title,
        "title_suggestions": list(reading.title_suggestions),
        "company": reading.company,
        "locations": list(reading.locations),
        "work_mode": reading.work_mode.value if reading.work_mode else None,
        "employment_type": reading.employment_type.value if reading.employment_type else None,
        "salary": reading.pay.plain(),
        "bonus": reading.bonus,
        "equity": reading.equity,
        "years_experience": {"min": years.least, "max": years.most} if years else None,
        "education": list(reading.education),
    }


def _item_lists(reading: Reading) -> dict[str, Any]:
    asked = (RequirementKind.MUST, RequirementKind.NICE)
    return {
        "requirements": [
            {"text": item.text, "kind": item.kind.value}
            for item in reading.items
            if item.kind in asked
        ],
        "responsibilities": _texts(reading, RequirementKind.DUTY),
        "benefits": list(reading.benefits),
        "conditions": _texts(reading, RequirementKind.CONDITION),
    }


def _texts(reading: Reading, kind: RequirementKind) -> list[str]:
    return [item.text for item in reading.items if item.kind is kind]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
