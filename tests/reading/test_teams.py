"""Teams where the hire would sit, not those one works with."""

from __future__ import annotations

import pytest

from ats.reading.facts.teams import find_teams


def teams(words: str, company: str | None = None) -> list[str]:
    return [found.value for found in find_teams(words, company)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("You join the Payments Platform group.", ["Payments Platform"]),
        ("As a welder on the uPipe team, you weld.", ["uPipe"]),
        ("We look for a welder to join our Hull Repair team.", ["Hull Repair"]),
        ("It is part of our application development teams", ["application development"]),
        ("Be part of a cross-functional Product Engineering team.", ["Product Engineering"]),
        ("Department: Data & Insights\nLocation: Hull", ["Data & Insights"]),
        ("Our Platform Works team plays a great role in it.", ["Platform Works"]),
        (
            "We hire across teams such as Hulls, Small Craft, and Sails.",
            ["Hulls", "Small Craft", "Sails"],
        ),
    ],
)
def test_teams(words: str, expected: list[str]) -> None:
    assert teams(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Join our team.",
        "You join a cross-functional team.",
        "Work with the Finance team.",
        "Collaborate with members of the Sales team.",
        "Partner with teams such as Finance, Sales and Legal.",
        "You are one of our Analytics team members.",
        "Our London team is fun.",
        "Report to the Leadership team.",
        "We do not wait; others are waiting on the Data team.",
    ],
)
def test_no_team(words: str) -> None:
    assert teams(words) == []


def test_the_company_is_no_team() -> None:
    assert teams("Become part of the Alder Works team.", "Alder Works") == []
