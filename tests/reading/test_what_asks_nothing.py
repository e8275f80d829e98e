"""Lines that stand among demands and ask nothing: dates of the hiring, words of a board, and the
wish to find somebody."""

from __future__ import annotations

from typing import Any

import pytest

from ats.reading import answer, read_text


def read(words: str) -> dict[str, Any]:
    return answer(read_text(words))


@pytest.mark.parametrize(
    "line",
    [
        "Required from 1 January 2026",
        "Required for September, or as soon as possible",
        "Interviews: week of 4 May",
        "Interviews will be held on Friday 8 May",
        "Closing date: 30 April at noon",
        "Start date: as soon as possible",
        "Deadline: 3 March",
        "WANTED: head gardener",
        "The Governors wish to appoint a caring cook for our kitchen",
        "See how you compare to 100+ applicants",
        "Over 200 applicants",
    ],
)
@pytest.mark.parametrize("bullet", ["", "- "])
def test_a_date_or_a_wish_to_hire_is_no_demand(line: str, bullet: str) -> None:
    found = read(
        "Cook\nElm School\n\nRequirements\n"
        f"{bullet}Two years in a busy kitchen\n{bullet}{line}\n{bullet}Knowledge of allergens\n"
    )
    assert [item["text"] for item in found["requirements"]] == [
        "Two years in a busy kitchen",
        "Knowledge of allergens",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Required: a food hygiene certificate",
        "WANTED: experience with large kitchens",
        "Interviews: experience in leading them",
        "The school wishes to appoint a cook with experience of allergens",
        "Application of food law: good knowledge",
    ],
)
def test_a_line_that_asks_too_is_one(line: str) -> None:
    found = read(f"Cook\nElm School\n\nRequirements\n- {line}\n- Knowledge of herbs\n")
    assert len(found["requirements"]) == 2


def test_running_text_with_dates_asks_only_what_it_asks() -> None:
    found = read(
        "WANTED: head chef\n"
        "The Governors wish to appoint a caring head chef for our school kitchen.\n"
        "Required from 1 January 2026. Interviews: week of 4 May.\n"
        "You must hold a food hygiene certificate.\n"
        "See how you compare to 100+ applicants\n"
    )
    assert [item["text"] for item in found["requirements"]] == [
        "You must hold a food hygiene certificate."
    ]
