"""Headings nobody has seen before: the lines below them tell what they are."""

from __future__ import annotations

from typing import Any

import pytest

from ats.reading import answer, read_text

DUTIES = """* Coordinate weekly planning with the kitchen and the shop floor
* Manage supplier contracts and review prices twice a year
* Develop training material for new colleagues"""
DEMANDS = """* 3+ years of experience in food retail or catering
* Strong communication skills in English
* Ability to work independently under pressure"""
WISHES = """* Experience with organic certification is a plus
* Familiarity with inventory software preferred"""
BENEFITS = """* 28 days of paid holiday plus public holidays
* Company pension with employer match
* Health insurance for you and your family"""


def read(words: str) -> dict[str, Any]:
    return answer(read_text(words))


def posting(*headings: str) -> str:
    lists = (DUTIES, DEMANDS, WISHES, BENEFITS)
    parts = [f"{h}\n{lines}" for h, lines in zip(headings, lists, strict=True)]
    return "Shop Manager\n\n" + "\n\n".join(parts)


@pytest.mark.parametrize(
    "headings",
    [
        ("On your plate", "The right stuff", "Cherry on top", "Our thank-you"),
        ("Chapter one", "Chapter two", "Chapter three", "Chapter four"),
        ("🥕 A week with us", "🥦 You in a nutshell", "🍓 Gold stars", "🥑 Goodies"),
        (
            "**Where you come in**",
            "**Sounds familiar?**",
            "**Extra sparkle**",
            "**The good stuff**",
        ),
    ],
)
def test_lists_below_odd_headings(headings: tuple[str, ...]) -> None:
    found = read(posting(*headings))
    assert len(found["responsibilities"]) == 3
    assert len(found["benefits"]) == 3
    kinds = [item["kind"] for item in found["requirements"]]
    assert kinds.count("must") >= 2
    assert kinds[-2:] == ["nice", "nice"]


def test_a_list_about_the_company_asks_nothing() -> None:
    found = read(
        "Our numbers\n* Founded in 1998 in a garage in Leeds\n"
        "* 120 shops in eleven countries and still growing\n* Winner of the Golden Carrot 2023"
    )
    assert found["requirements"] == []
    assert found["responsibilities"] == []


def test_a_benefit_in_a_list_of_demands() -> None:
    found = read(f"Requirements\n{DEMANDS}\n* We offer a competitive salary and paid time off")
    assert len(found["requirements"]) == 3
    assert len(found["benefits"]) == 1


def test_a_heading_of_the_rest_is_outvoted_by_its_list() -> None:
    found = read(f"Requirements\n{DEMANDS}\n\n### 2. Detect fraud in applications\n{DUTIES}")
    assert len(found["responsibilities"]) == 3


def test_subheadings_of_demands_stay_demands() -> None:
    found = read(
        f"What you will need\n\nEducation\n{DEMANDS}\n\nTechnical proficiency\n"
        "* Expertise in building budgets and forecasts\n* Proven ability to read a balance sheet"
    )
    assert {item["kind"] for item in found["requirements"]} == {"must"}


@pytest.mark.parametrize(
    ("duty", "must", "nice", "benefit"),
    [
        ("Deine Aufgaben", "Das bringst du mit", "Von Vorteil", "Wir bieten dir"),
        ("Was du bei uns machst", "Dein Profil", "Wünschenswert", "Darauf kannst du dich freuen"),
        ("Arbetsuppgifter", "Vi söker dig som har", "Meriterande", "Vi erbjuder"),
        ("Dina ansvarsområden", "Din bakgrund", "Önskvärt", "Förmåner"),
        ("Vos missions", "Votre profil", "Les atouts", "Nous vous offrons"),
        ("Responsabilités", "Compétences requises", "Souhaité", "Avantages"),
        ("Funciones", "Requisitos", "Se valorará", "Qué ofrecemos"),
        ("Responsabilidades", "Lo que buscamos", "Deseable", "Beneficios"),
    ],
)
def test_headings_in_other_languages(duty: str, must: str, nice: str, benefit: str) -> None:
    found = read(
        f"{duty}\n- Aaa bbb ccc ddd\n- Eee fff ggg\n\n{must}\n- Hhh iii jjj\n- Kkk lll mmm\n\n"
        f"{nice}\n- Nnn ooo ppp\n\n{benefit}\n- Qqq rrr sss\n- Ttt uuu vvv\n"
    )
    assert found["responsibilities"] == ["Aaa bbb ccc ddd", "Eee fff ggg"]
    kinds = [(item["text"], item["kind"]) for item in found["requirements"]]
    assert kinds == [("Hhh iii jjj", "must"), ("Kkk lll mmm", "must"), ("Nnn ooo ppp", "nice")]
    assert found["benefits"] == ["Qqq rrr sss", "Ttt uuu vvv"]


@pytest.mark.parametrize(
    "line",
    [
        "Erfahrung mit Holz ist von Vorteil",
        "Idealerweise kennst du dich mit Leim aus",
        "Kunskap om trä är meriterande",
        "Une expérience du bois est souhaitée",
        "La connaissance de la colle serait un plus",
        "Se valorará experiencia con madera",
    ],
)
def test_wishes_in_other_languages(line: str) -> None:
    found = read(f"Requirements\n- Aaa bbb ccc\n- {line}")
    assert [item["kind"] for item in found["requirements"]] == ["must", "nice"]
