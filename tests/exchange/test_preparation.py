"""The preparation sheet: the next interview, what to say with its evidence, and what to ask."""

from __future__ import annotations

from datetime import date

import pytest

from ats.commands.applications import NewApplication, NewRequirement, add_application
from ats.commands.demo import add_sample_data
from ats.commands.papers import paper_bytes
from ats.commands.reporting import preparation, preparation_bytes
from ats.commands.requirements import edit_requirement, set_status
from ats.commands.timeline import add_interview, edit_interview
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.domain.problem import Problem
from ats.domain.timeline import InterviewResult
from ats.exchange.exports.paper import Blanks, Heading
from ats.store import Store
from ats.store.queries.applications import applications


def rail(store: Store) -> int:
    add_sample_data(store)
    return next(row.id for row in applications(store) if row.company == "Orchard Rail")


def text_of(store: Store, id: int) -> str:
    return paper_bytes(preparation(store, id), ".md").decode().replace("\\", "")


def test_it_holds_what_one_takes_along(store: Store) -> None:
    text = text_of(store, rail(store))
    for words in (
        "# Senior Data Analyst, Network Planning, Orchard Rail", "Thu 26 Nov 2026, 10:30",
        "Europe/London", "**Round 2:** Panel: Forecast case, 90 minutes", "Leeds, floor 3",
        "Ines Okafor, Tom Adeyemi", "Draw the weekly cycle on one page.", "Reference:** OR-2291",
        "**Say:** Start with what the planners did before.",
        "Delivery forecast for 40 depots (Kestrel Parcel, 2023 to 2025): Built the weekly volume",
        "Who decides when the forecast and the planner disagree?", "Round 1: Phone call (passed)",
        "Friendly. Many questions about trust in numbers.", "A planner will join".lower(),
    ):  # fmt: skip
        assert words in text, words


def test_a_story_is_told_once(store: Store) -> None:
    text = text_of(store, rail(store))
    assert text.count("Built the weekly volume forecast") == 1
    assert text.count("Delivery forecast for 40 depots") > 1


def test_gaps_come_after_what_can_be_shown_and_before_what_nobody_looked_at(store: Store) -> None:
    id = add_application(
        store,
        NewApplication(
            title="Baker",
            requirements=tuple(
                NewRequirement(text=text, kind=RequirementKind.MUST)
                for text in ("Rye", "Cakes", "Early hours")
            ),
        ),
    )
    set_status(store, [1], RequirementStatus.GAP)
    edit_requirement(store, 1, plan="Bake with Ann")
    set_status(store, [2], RequirementStatus.STRONG)
    text = text_of(store, id)
    places = [text.index(words) for words in ("Cakes", "Rye", "Bake with Ann", "Early hours")]
    assert places == sorted(places)


def test_the_next_interview_is_the_first_that_is_still_to_come(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker"))
    add_interview(store, id, date(2026, 11, 1), people="Past")
    later = add_interview(store, id, date(2026, 12, 9), people="Later")
    soon = add_interview(store, id, date(2026, 11, 23), people="Soon")
    assert "**Who:** Soon" in text_of(store, id)
    edit_interview(store, soon, result=InterviewResult.CANCELLED)
    assert "**Who:** Later" in text_of(store, id)
    edit_interview(store, later, result=InterviewResult.PASSED)
    assert "**Who:**" not in text_of(store, id)


def test_an_application_with_nothing_still_has_room_to_write(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker"))
    blocks = preparation(store, id).blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "Baker", "In the interview",
    ]  # fmt: skip
    assert isinstance(blocks[-1], Blanks)


def test_what_cannot_be(store: Store) -> None:
    with pytest.raises(Problem, match="no application 7"):
        preparation(store, 7)
    paper = preparation(store, rail(store))
    with pytest.raises(Problem, match=r"“\.csv”. It goes to \.pdf, \.html or \.md"):
        preparation_bytes(paper, ".csv")
