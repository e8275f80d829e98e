"""Requirements, duties, conditions and benefits from lists and prose."""

from __future__ import annotations

from typing import Any

import pytest

from ats.reading import answer, read_text

USUAL = """Gardener

What you will do
- Plan the winter beds with the head gardener
- Prune the old fruit trees

Requirements
- Experience with fruit trees
- A background check is required
- Knowledge of herbs is a plus

Nice to have
- A diploma in botany

Benefits
- 30 days of paid holiday
- Free vegetables
"""

ODD = """Sous Chef

The daily dance
* Run the fish station on busy nights
* Train two apprentices
* Order produce from local farms

Your magic
* Experience in a busy kitchen
* Knowledge of French sauces
* Ability to stay calm at eight in the evening

Icing on the cake
* Experience with sugar work
"""


def read(words: str) -> dict[str, Any]:
    return answer(read_text(words))


def test_usual_headings() -> None:
    found = read(USUAL)
    assert found["responsibilities"] == [
        "Plan the winter beds with the head gardener",
        "Prune the old fruit trees",
    ]
    assert found["requirements"] == [
        {"text": "Experience with fruit trees", "kind": "must"},
        {"text": "Knowledge of herbs is a plus", "kind": "nice"},
        {"text": "A diploma in botany", "kind": "nice"},
    ]
    assert found["conditions"] == ["A background check is required"]
    assert found["benefits"] == ["30 days of paid holiday", "Free vegetables"]


def test_odd_headings_are_told_by_the_lines_below() -> None:
    found = read(ODD)
    assert [d.split()[0] for d in found["responsibilities"]] == ["Run", "Train", "Order"]
    assert [r["kind"] for r in found["requirements"]] == ["must", "must", "must", "nice"]


def test_the_same_list_without_line_breaks() -> None:
    glued = USUAL.replace("\n", "").replace("- ", "• ")
    found = read(glued)
    assert len(found["responsibilities"]) == 2
    assert [r["kind"] for r in found["requirements"]] == ["must", "nice", "nice"]


@pytest.mark.parametrize(
    "name",
    [
        "GitHub",
        "PyTorch",
        "JavaScript",
        "C++",
        "PostgreSQL",
        "LinkedIn",
        "iOS",
        "YouTube",
        "Node.js",
    ],
)
def test_names_with_a_capital_inside_stay_whole(name: str) -> None:
    found = read(f"Requirements:\n- Experience with {name} and related tools\n- Knowledge of maps")
    assert found["requirements"][0]["text"] == f"Experience with {name} and related tools"


def test_a_bullet_with_two_demands_is_two_items() -> None:
    found = read("Requirements\n• Strong drawing skills. Experience with clay, e.g. porcelain.")
    assert [r["text"] for r in found["requirements"]] == [
        "Strong drawing skills.",
        "Experience with clay, e.g. porcelain.",
    ]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Diploma (ADN); BSN preferred", [("Diploma (ADN)", "must"), ("BSN preferred", "nice")]),
        (
            "Three years on a ward; work with children is a plus",
            [("Three years on a ward", "must"), ("work with children is a plus", "nice")],
        ),
        ("Knowledge of herbs (roses; lilies a plus)", [(None, "nice")]),
        ("Knowledge of herbs; preferably of roses", [(None, "nice")]),
        ("Knowledge of herbs preferred; roses a plus", [(None, "nice")]),
        ("Knowledge of herbs; knowledge of roses", [(None, "must")]),
    ],
)
def test_a_demand_and_a_wish_in_one_line(line: str, items: list[tuple[str | None, str]]) -> None:
    found = read(f"Gardener\n\nRequirements\n- {line}\n- Experience with fruit trees\n")
    wanted = [(words or line, kind) for words, kind in items]
    assert [(item["text"], item["kind"]) for item in found["requirements"]][:-1] == wanted


def test_a_bullet_with_an_explanation_is_one_item() -> None:
    found = read("Requirements\n• Strong drawing skills. This includes perspective.")
    assert len(found["requirements"]) == 1


def test_legal_text_is_no_condition() -> None:
    found = read("We hire without regard to citizenship, and give visa holders the same chances.")
    assert found["conditions"] == []


def test_repeats_are_counted_once_each() -> None:
    once = "Requirements\n- Experience with wooden boats and old tools\n- Knowledge of knots\n"
    found = read(once + "\nIn short:\n- Experience with wooden boats and old tools\n")
    assert len(found["requirements"]) == 2
    assert found["repeats_merged"] == 1


@pytest.mark.parametrize(
    ("heading", "lines", "kind"),
    [
        ("Das erwartet Sie", "Pflege der alten Beete|Planung des Frühjahrs", "responsibilities"),
        ("Ce que vous ferez", "Tailler les poiriers|Arroser les semis", "responsibilities"),
        ("What you'll get up to", "Pruning with a pole|Turning the heap", "responsibilities"),
        ("Lo que te damos", "Una taza con tu nombre|Dos tardes libres", "benefits"),
        ("Was du bekommst", "Ein Rad mit Anhänger|Gemüse aus dem Garten", "benefits"),
        ("We give", "A bicycle with a trailer|Jars of honey", "benefits"),
    ],
)
def test_headings_of_five_languages(heading: str, lines: str, kind: str) -> None:
    listed = lines.split("|")
    found = read("Gardener\n\n" + heading + "\n" + "".join(f"- {line}\n" for line in listed))
    assert found[kind] == listed


def test_tasks_in_other_languages_need_no_known_heading() -> None:
    found = read("Jardinier\n\nLe décor\n- Tailler les haies\n- Préparer le compost\n")
    assert found["responsibilities"] == ["Tailler les haies", "Préparer le compost"]


def test_facts_below_a_list_are_not_in_it() -> None:
    found = read(
        "Wir bieten\n- 30 Tage Urlaub\n\nEintrittstermin: 01.02.2026\nKennziffer: 2025-117"
    )
    assert found["benefits"] == ["30 Tage Urlaub"]


def test_a_bonus_for_signing_is_no_heading_of_wishes() -> None:
    found = read("Baker\n\nSign-on bonus: $900\nFTE: 0.9\n\nRequired\n- A steady hand at five\n")
    assert [r["kind"] for r in found["requirements"]] == ["must"]
    wished = read("What you bring\n- Bread\n- Bonus: cakes\n")
    assert [r["kind"] for r in wished["requirements"]] == ["must", "nice"]


def test_other_jobs_below_a_posting_are_not_read() -> None:
    posting = "Boat Builder\nAlder Works\n\nAbout the role\nYou will plane oak for small boats.\n"
    reading = read_text(
        posting + "\nSimilar jobs\nSenior Joiner\n$90,000 - $99,000 a year (Remote)"
    )
    assert (reading.title, bool(reading.pay), reading.work_mode) == ("Boat Builder", False, None)
    assert "Senior Joiner" in reading.text


@pytest.mark.parametrize("line", ["No bonuses", "no annual bonus", "There are no bonuses"])
def test_a_benefit_that_is_denied_is_none(line: str) -> None:
    found = read(f"Gardener\n\nBenefits\n- {line}\n- Pension\n- No weekend work\n")
    assert found["benefits"] == ["Pension", "No weekend work"]


@pytest.mark.parametrize(
    "line",
    [
        "Sign-on bonus: $5,000 Shift: nights",
        "Sign-on bonus: $5,000. Shift: nights",
        "Sign-on bonus: $5,000 | Location: Hull",
    ],
)
@pytest.mark.parametrize("bullet", ["", "- "])
def test_a_benefit_ends_where_another_fact_begins(line: str, bullet: str) -> None:
    found = read(f"Gardener\n\nBenefits\n{bullet}{line}\n{bullet}Free vegetables\n")
    assert found["benefits"] == ["Sign-on bonus: $5,000", "Free vegetables"]


@pytest.mark.parametrize(
    "line",
    [
        "Leave: 28 days, flexible hours and a day off for shifts: all paid",
        "Flexible Working Hours: begin when you like",
    ],
)
def test_a_benefit_with_a_colon_stays_whole(line: str) -> None:
    found = read(f"Gardener\n\nBenefits\n- {line}\n- Free vegetables\n")
    assert found["benefits"] == [line, "Free vegetables"]
