"""Years of experience and levels of education, however glued or worded."""

from __future__ import annotations

import pytest

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Years
from ats.reading.facts.education import find_education
from ats.reading.facts.years import find_years


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("What we look for0 to 2 years of welding experience", 0, 2),
        ("At least four (4) years of experience managing yards", 4, None),
        ("Experience Required: 6+ years", 6, None),
        ("Minst tre års erfarenhet av svetsning", 3, None),
        ("3 bis 5 Jahre Erfahrung im Schiffbau", 3, 5),
        ("Al menos 2 años de experiencia", 2, None),
        ("Mínimo 1 año de experiencia", 1, None),
        ("au moins quatre ans d'expérience en soudure", 4, None),
        ("Une première expérience d'un an en livraison", 1, None),
        ("- 2 years at a front desk", 2, None),
        ("- 3 years or more on diesel", 3, None),
    ],
)
def test_years_asked(words: str, least: int, most: int | None) -> None:
    found = find_years(words, [])
    assert found is not None
    assert found.value == Years(least, most)


@pytest.mark.parametrize(
    "words",
    [
        "We have over 25 years of experience in ships.",
        "Our firm has built hulls for 30 years with experience.",
        "A contract of 2 years.",
        "You are at least 18 years old.",
        "Experience shows in years to come.",
        "A programme worth £11m over three years.",
        "No more than two violations in three years.",
        "- 5 years of paid leave with warranty",
        "Permis B depuis plus de deux ans",
    ],
)
def test_years_not_asked(words: str) -> None:
    assert find_years(words, []) is None


def asked_in(*items: str) -> int | None:
    """The least years that these demands ask for together."""
    text = "\n".join(items)
    places = [text.index(item) for item in items]
    found = find_years(
        text,
        [
            FoundItem(item, RequirementKind.MUST, (at, at + len(item)))
            for item, at in zip(items, places, strict=True)
        ],
    )
    return found.value.least if found else None


@pytest.mark.parametrize(
    ("items", "least"),
    [
        (("3+ years in AutoCAD", "7+ years in joinery"), 7),
        (("2 years of AutoCAD experience", "5+ years of professional experience"), 5),
        (("2+ years of welding", "6+ years of relevant industry experience"), 6),
        (("1 year with Lightroom", "4 years as a photographer"), 4),
        # No general figure stands beside the first one, or the first is the general one.
        (("5+ years of professional experience", "2+ years of AutoCAD"), 5),
        (("10+ years of AutoCAD", "3 years as a foreman"), 10),
        (("4 years as a joiner", "6 years of industry experience"), 4),
        (("3 years of carving", "5 years of turning"), 3),
        (("3 years in AutoCAD", "5 years in Revit"), 3),
        # Ways to the same demand, and grades of the role.
        (("2 years with a Master's degree", "5 years of industry experience"), 2),
        (("2 years in AutoCAD", "or 5 years of industry experience"), 2),
        (("2 years in AutoCAD", "Level 3: 6 years of work experience"), 2),
    ],
)
def test_the_general_figure_leads_over_one_of_a_single_tool(
    items: tuple[str, ...], least: int
) -> None:
    assert asked_in(*items) == least


def education(words: str) -> list[str]:
    return [found.value for found in find_education(words)]


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("High school diploma or GED required", ["high_school"]),
        ("Associate's degree in welding preferred", ["associate"]),
        ("BS/MS in engineering", ["bachelor", "master"]),
        ("Worked in a similar roleM.S. in statistics or more", ["master"]),
        ("Degree in naval design, or equivalent", ["bachelor"]),
        ("Abgeschlossenes Studium der Informatik", ["bachelor"]),
        ("Civilingenjörsexamen eller motsvarande", ["master"]),
        ("Master's degree or PhD in physics", ["master", "doctorate"]),
        ("An advanced degree in science", ["master"]),
        ("B.Com with practice, or BSEE", ["bachelor"]),
        ("Grado o Diplomatura en Enfermería", ["bachelor"]),
        ("Diploma (ADN); BSN preferred", ["associate", "bachelor"]),
        ("ADN required, more is welcome", ["associate"]),
        ("BSN or ADN from a nursing school", ["associate", "bachelor"]),
        ("ASN/BSN, with a licence", ["associate", "bachelor"]),
        ("AAS in Drafting or the like", ["associate"]),
        ("associate degree in welding", ["associate"]),
        ("A degree in policy; a master's degree is preferred", ["bachelor", "master"]),
    ],
)
def test_levels(words: str, levels: list[str]) -> None:
    assert education(words) == levels


@pytest.mark.parametrize(
    "words",
    [
        "Certified Scrum Master or similar certification is a plus",
        "You wish to become a master in Python",
        "We welcome people without a college degree, and veterans",
        "You recruit exceptional PhD talent in science",
        "A high degree of independence",
        "Tuition help for a bachelor degree",
        "Our founders have a PhD in physics",
        "Extracción de ADN, o de ARN, con equivalentes",
        "You read the ASN.1 of each message, or write it",
        "A diploma in floristry, or equivalent",
    ],
)
def test_no_level(words: str) -> None:
    assert education(words) == []
