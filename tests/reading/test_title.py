"""The title of a posting, and what else it may be called."""

from __future__ import annotations

from typing import Any

import pytest

from ats.reading import answer, read_text


def read(words: str) -> dict[str, Any]:
    return answer(read_text(words))


ABOUT = "\n\nMillrace bakes bread for the whole valley. At Millrace, we start at four."


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Oven Operations Manager" + ABOUT, "Oven Operations Manager"),
        ("SENIOR OVEN MECHANIC" + ABOUT, "SENIOR OVEN MECHANIC"),
        ("Sr. Flour Buyer II" + ABOUT, "Sr. Flour Buyer II"),
        ("Job Title: Night Shift Pastry Baker\nReports to: Bakery Director", None),
        ("Position Title\nDough Scientist\n\nYou will study yeast." + ABOUT, "Dough Scientist"),
        ("Working Title: Flour Analyst\n\nMillrace mills flour.", "Flour Analyst"),
        ("Millrace is seeking a careful and cheerful Pastry Baker to join us.", "Pastry Baker"),
        ("About us\nMillrace bakes.\n\nAs a Flour Buyer, you will visit mills.", "Flour Buyer"),
        ("We bake.\n\nThe Dough Technician will weigh the flour each night.", "Dough Technician"),
        ("Systemutvecklare\n\nVi söker dig som gillar deg. Hos Kvarnen får du lära.",
         "Systemutvecklare"),
        ("Millrace | Bread Engineer | Hull, UK | Onsite\n\nWe bake.", "Bread Engineer"),
        ("Millrace | Hull | Multiple roles | Onsite\n\nWe bake bread.", "Multiple roles"),
        ("Oven Clerk, Brook County, Ohio— The clerk keeps the ovens of the county.", "Oven Clerk"),
        ("Chief Baker, Night Shift, Brook County, Ohio – The chief baker leads all bakers.",
         "Chief Baker, Night Shift"),
        ("We are looking for an experienced pastry baker to join us.", "Pastry Baker"),
        ("Flour Analyst – Millrace, Hull" + ABOUT, "Flour Analyst"),
        ("Flour Analyst, Millrace Documents" + ABOUT, "Flour Analyst, Millrace Documents"),
        ("Job Number: R0047113Flour Analyst\nThe task\nYou study flour." + ABOUT, "Flour Analyst"),
        ("Join us.\n\n## About the Flour Analyst Job\nYou study flour." + ABOUT,
         "Flour Analyst Job"),
    ],
)  # fmt: skip
def test_title(words: str, title: str | None) -> None:
    expected = title or "Night Shift Pastry Baker"
    assert read(words)["title"] == expected


@pytest.mark.parametrize(
    "words",
    [
        "We bake bread for the whole valley, and we do it at night.",
        "You know Microsoft SQL Server and Excel well.\n\nWe bake bread.",
        "You will report to the Director of Baking.",
        "We are proud bakers.\n\n- Lead the morning run\n- Sales of bread",
        "About the role\n\nRequirements\n- Patience\n- Work with engineers and designers",
    ],
)
def test_no_title_where_none_is_named(words: str) -> None:
    assert read(words)["title"] is None


@pytest.mark.parametrize(
    ("words", "suggested"),
    [
        ("Millrace is hiring Oven Technicians in Hull and Leeds.", "Oven Technician"),
        ("Join us. We are looking for oven technicians who sing.", "Oven Technician"),
        ("Oven Technicians\n\nMillrace bakes bread in Hull.", "Oven Technician"),
    ],
)
def test_several_people_are_suggested_as_one(words: str, suggested: str) -> None:
    found = read(words)
    assert found["title"] is None
    assert suggested in found["title_suggestions"]


def test_an_unsure_title_has_suggestions_beside_it() -> None:
    found = read(
        "Welcome to Millrace\n\nAs a Flour Buyer you will visit mills. We need a Grain Scout "
        "who also works as Flour Buyer for the Mill Manager."
    )
    names = [found["title"], *found["title_suggestions"]]
    assert "Flour Buyer" in names
    assert "Grain Scout" in names or len(names) > 1
    assert len(found["title_suggestions"]) <= 5
    assert found["title"] not in found["title_suggestions"]


def test_parts_of_a_long_title_line_are_suggested() -> None:
    found = read("Millrace - Oven Engineer (Night Shift)\n\nMillrace bakes. We need an engineer.")
    assert "Oven Engineer" in [found["title"], *found["title_suggestions"]]


def test_suggestions_are_roles_and_no_headings() -> None:
    found = read("What you will do\n\nBake, with developers.\n\nBenefits\n- Bread\n- Team sales")
    assert found["title"] is None
    assert all("developer" in s.casefold() for s in found["title_suggestions"])


@pytest.mark.parametrize("title", ["IT Support Specialist", "US Sales Manager"])
def test_capitals_are_no_words_of_sentences(title: str) -> None:
    assert read(title + ABOUT)["title"] == title


def test_the_spans_show_the_words() -> None:
    words = "Join us as Grain Buyer.\n\nWe need bakers, too: Millrace is hiring Night Bakers."
    found = read(words)
    for name in ("title", "title_suggestions"):
        for start, end in found["spans"].get(name, []):
            assert words[start:end].casefold() in {
                *(s.casefold() for s in found["title_suggestions"]),
                (found["title"] or "").casefold(),
            }


def test_whom_one_reports_to_is_not_the_title() -> None:
    reading = read_text("Nurse\nAcme Inc\n\nBenefits\n- Dental\n\nReports to: Nurse Manager\n")
    assert reading.title == "Nurse"
