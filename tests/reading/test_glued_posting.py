"""A posting as a board's copy button gives it: line breaks lost, headings glued to sentences, a
summary without marks pasted below."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ats.domain.posting import RequirementKind
from ats.domain.reading import Reading
from ats.reading import answer, read_text

FIXTURE = Path(__file__).parents[1] / "fixtures" / "glued_posting.txt"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_text(FIXTURE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(reading: Reading) -> dict[str, Any]:
    return answer(reading)


def test_names_no_title_but_suggests_one(found: dict[str, Any]) -> None:
    assert found["title"] is None
    assert found["title_suggestions"] == ["Claims Analyst"]


def test_short_fields(found: dict[str, Any]) -> None:
    assert found["company"] == "Tidewell"
    assert found["work_mode"] == "remote"
    assert found["salary"] == {"min": 58400, "max": 71900, "currency": "GBP", "period": "year"}
    assert found["bonus"] is True
    assert found["equity"] is True
    assert found["years_experience"] == {"min": 3, "max": None}
    assert found["education"] == ["bachelor", "master", "doctorate"]


def test_what_is_not_stated_stays_empty(found: dict[str, Any]) -> None:
    for field in ("employment_type", "posted", "deadline", "reference", "link"):
        assert found[field] is None
    assert found["locations"] == ["Great Britain"]


def test_requirements_are_checkable_one_by_one(found: dict[str, Any]) -> None:
    assert [r["kind"] for r in found["requirements"]] == ["must"] * 5
    words = [r["text"] for r in found["requirements"]]
    assert words[2] == "Strong negotiation and writing skills."
    assert words[3] == (
        "Working knowledge of spreadsheet tools, e.g. Excel, LibreOffice, Google Sheets, etc."
    )


def test_duties_in_the_order_of_the_text(found: dict[str, Any]) -> None:
    assert [d.split()[0] for d in found["responsibilities"]] == [
        "Assess",
        "Negotiate",
        "Prepare",
        "Keep",
    ]


def test_condition_teams_and_benefits(found: dict[str, Any]) -> None:
    assert found["conditions"] == [
        "Tidewell requires all staff who board vessels to be vaccinated against tetanus."
    ]
    assert found["teams"] == [
        "Small Craft",
        "Ferry Lines",
        "Cargo",
        "Salvage Desk",
        "Harbour Works",
        "Fraud Review",
    ]
    assert found["benefits"] == [
        "a yearly bonus",
        "an equity package",
        "a generous range of employee benefits",
    ]


def test_the_repeated_summary_is_merged(reading: Reading, found: dict[str, Any]) -> None:
    assert found["repeats_merged"] == 9
    tail = reading.text.index("3+ years", reading.text.index("Click HERE"))
    assert all(start >= tail for start, _ in reading.repeats)
    assert all(item.span[1] <= tail for item in reading.items)


def test_each_item_stands_at_its_span(reading: Reading) -> None:
    for item in reading.items:
        start, end = item.span
        assert " ".join(reading.text[start:end].split()) == item.text
    assert {item.kind for item in reading.items} == {
        RequirementKind.MUST,
        RequirementKind.DUTY,
        RequirementKind.CONDITION,
    }


def test_each_value_shows_its_words(reading: Reading) -> None:
    def words(field: str) -> list[str]:
        return [reading.text[a:b] for a, b in reading.spans[field]]

    assert words("company")[0] == "Tidewell"
    assert words("salary")[0] == "58,400 - 71,900 GBP"
    assert words("years_experience") == ["3+ years"]
    assert "remote" in words("work_mode")[0]
    assert set(found_fields(reading)) <= set(reading.spans)


def found_fields(reading: Reading) -> list[str]:
    """The answer's fields that hold something, apart from the counts."""
    return [
        field
        for field, value in answer(reading).items()
        if value and field not in {"spans", "repeats_merged"}
    ]
