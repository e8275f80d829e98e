"""Demands, duties and benefits in running text."""

from __future__ import annotations

from typing import Any

import pytest

from ats.reading import answer, read_text


def read(words: str) -> dict[str, Any]:
    return answer(read_text(words))


def test_demands_and_duties_without_any_list() -> None:
    found = read(
        "Millrace Bakery is a family business by the canal. We are looking for a baker with at "
        "least two years of experience in a craft bakery. You will prepare the doughs for the "
        "night shift and manage two apprentices. Strong communication skills are required, and "
        "knowledge of rye would be a plus. Our ovens are heated with wood."
    )
    asked = [(item["kind"], item["text"]) for item in found["requirements"]]
    assert [kind for kind, _ in asked].count("nice") == 1
    assert asked[0][1].startswith("a baker with at least two years")
    assert len(found["responsibilities"]) == 1
    assert not any("ovens" in text or "family" in text for _, text in asked)


def test_a_demand_in_prose_beside_a_list() -> None:
    found = read(
        "The ideal candidate must have a strong understanding of food hygiene.\n\n"
        "Requirements\n- Experience with sourdough\n- Ability to lift flour\n- Knowledge of ovens\n"
        "- A calm temper\n\nWe have been baking since 1921 and love what we do."
    )
    texts = [item["text"] for item in found["requirements"]]
    assert any("food hygiene" in text for text in texts)
    assert not any("1921" in text for text in texts)


@pytest.mark.parametrize(
    "line",
    [
        "Click here to read the notice for applicants with experience.",
        "Would you like to gain experience in a bakery?",
        "We provide accommodation for applicants who require it, regardless of disability.",
        "Apply at www.millrace.example with your experience and skills.",
    ],
)
def test_invitations_and_legal_text_ask_nothing(line: str) -> None:
    assert read(f"A bakery by the canal.\n\n{line}")["requirements"] == []


def test_benefits_in_prose_one_each() -> None:
    found = read(
        "We offer a comprehensive benefits package, including dental insurance, 25 days of paid "
        "vacation, a company pension and free lunch."
    )
    assert found["benefits"] == [
        "dental insurance",
        "25 days of paid vacation",
        "a company pension",
        "free lunch",
    ]


def test_members_that_share_a_noun_stay_together() -> None:
    found = read(
        "Benefits include medical, dental and vision insurance, 401k match, paid time off, "
        "and more."
    )
    assert found["benefits"] == [
        "medical, dental and vision insurance",
        "401k match",
        "paid time off",
    ]


def test_no_benefits_where_none_are_named() -> None:
    assert read("We include bakers, millers and drivers in every decision.")["benefits"] == []


def test_demands_in_a_row_are_one_each() -> None:
    found = read(
        "What you need\nTwo years of experience with sourdough, good knowledge of rye and a "
        "driving licence, strong communication skills in German."
    )
    assert len([*found["requirements"], *found["conditions"]]) == 3


def test_things_of_one_kind_stay_one_demand() -> None:
    found = read("What you need\nExperience with rye, spelt, oats and barley in a craft bakery.")
    assert len(found["requirements"]) == 1


def test_duties_in_a_row_are_one_each() -> None:
    found = read(
        "What you will do\nYou will plan the weekly bread list, manage the stock of flour, and "
        "train two apprentices."
    )
    assert len(found["responsibilities"]) == 3


@pytest.mark.parametrize(
    ("words", "duties"),
    [
        ("Du planst die Beete am Fluss und pflegst die alten Rosen.", 2),
        ("Vous préparez les pâtes de la nuit et formez les deux apprentis.", 2),
        ("Du planerar odlingen i parken och sköter de gamla rosorna.", 2),
    ],
)
def test_duties_in_other_languages(words: str, duties: int) -> None:
    found = read(f"Tasks\n{words}")
    assert len(found["responsibilities"]) == duties


def test_a_short_line_above_longer_text_is_a_heading() -> None:
    found = read(
        "Baker\n\nMillrace Bakery is by the canal.\n\nOn your bench\nYou will prepare doughs at "
        "night and manage two apprentices.\n\nThe oven door\nWe close on Mondays."
    )
    assert len(found["responsibilities"]) == 1
    assert "oven" not in str(found["requirements"] + found["responsibilities"])
