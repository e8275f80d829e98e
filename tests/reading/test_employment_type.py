"""Full time, part time, contract, temporary, internship: each mention weighed by its place."""

from __future__ import annotations

import pytest

from ats.reading.facts.employment_type import find_employment_type


def kind(words: str) -> str | None:
    found = find_employment_type(words)
    return found.value.value if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Position Type: Full-time, Direct W2", "full_time"),
        ("Job TypeFull TimeEmployment TypeRegular", "full_time"),
        ("Status: Regular, Full-TimeSummary", "full_time"),
        ("FULL TIME/PART TIME\nFull time", "full_time"),
        ("Alder | Welder | Full-time or Contract | Hull", "full_time"),
        ("Tillsvidareanställning med start i maj.", "full_time"),
        ("Omfattning: 100 %", "full_time"),
        ("Contrato: jornada completa", "full_time"),
        ("Contrato indefinido, jornada completa", "full_time"),
        ("Poste en CDI à temps plein.", "full_time"),
        ("A permanent, part-time position in Hull.", "part_time"),
        ("Full-time; part-time possible", "full_time"),
        ("Vollzeit (Teilzeit möglich)", "full_time"),
        ("Part-time role of 15 hours; our full-time staff get lunch.", "part_time"),
        ("You work 40 hours per week.", "full_time"),
        ("Health cover for all full-time employees.", "full_time"),
        ("The position is a temporary full-time employment for two years.", "full_time"),
        ("Permanent, part-time role of 20 hours.", "part_time"),
        ("Teilzeit, 20 Stunden", "part_time"),
        ("Pensum: 60 %", "part_time"),
        ("Werkstudent (m/w/d) Schweißen\nAlder GmbH", "part_time"),
        ("12 month contract to hire", "contract"),
        ("Role Type: Contractor", "contract"),
        ("You are a full-time contractor of Alder Works.", "contract"),
        ("This is a freelance illustrator and planner role.", "contract"),
        ("Freelance | Remote | Welder", "contract"),
        ("You work as an independent contractor.", "contract"),
        ("W2 contract, no C2C", "contract"),
        ("Vikariat på ett år.", "temporary"),
        ("Mission d'intérim de quatre mois", "temporary"),
        ("Stage de communication (6 mois à partir de février)", "internship"),
        ("Getränkehandel, PeineVollzeit, Frühschicht", "full_time"),
        ("Hull · Full\u2011time · Posted today", "full_time"),
        ("Die Stelle ist befristet.", "temporary"),
        ("Operations lead (maternity leave cover)", "temporary"),
        ("A fixed-term role until June.", "temporary"),
        ("Welding Intern\nAlder Works\nFull time in July.", "internship"),
        ("Employment type: Internship", "internship"),
    ],
)
def test_stated(words: str, expected: str) -> None:
    assert kind(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Negotiate contracts and lead contract management.",
        "You must be a permanent resident of Canada.",
        "A permanent fix for leaking pipes.",
        "5 years of full-time welding experience",
        "Two years of full-time or its equivalent experience.",
        "We are nearly 900 full-time employees.",
        "Full-time students may not apply.",
        "Benefits are for any non-temporary hall.",
        "Experience from internships or school counts.",
        "You work with CDI and HIM nurses.",
        "Manage the full lifecycle of customer contract renewals.",
        "Full-time, part-time or contract: the choice is yours.",
        "Our neighbours sell freelance illustrations.",
        "Gaps such as internships, part-time jobs and travel are fine.",
    ],
)
def test_other_senses_say_nothing(words: str) -> None:
    assert kind(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "The potter may work full-time or part-time.",
        "Potter (part time or full time)",
        "Full or part-time hours considered.",
        "Job type: Full-time / Part-time",
        "Töpfer (m/w/d) in Voll- oder Teilzeit",
        "Vollzeit oder Teilzeit",
        "Heltid eller deltid",
        "Temps plein ou partiel",
        "Jornada completa o parcial",
    ],
)
def test_a_role_offered_either_way_has_no_one_type(words: str) -> None:
    assert kind(words) is None


def test_a_type_said_as_plainly_elsewhere_decides() -> None:
    words = "Hours: part-time\nPotter\nOther roles here are full-time or part-time."
    assert kind(words) == "part_time"


@pytest.mark.parametrize(
    "words",
    [
        "A permanent position in Hull.",
        "Contract: permanent",
        "Contrato indefinido",
        "Unbefristete Festanstellung in Graz.",
        "Poste en CDI à Lyon.",
    ],
)
def test_a_post_without_an_end_is_full_time_where_no_hours_are_named(words: str) -> None:
    assert kind(words) == "full_time"


@pytest.mark.parametrize(
    "words", ["This is not a permanent position.", "A non-permanent role in Hull."]
)
def test_a_denied_permanent_post_says_nothing(words: str) -> None:
    assert kind(words) is None


def test_a_benefit_for_full_timers_yields_to_what_is_said_of_the_job() -> None:
    assert kind("Lunch for full-time employees. This is a part-time role.") == "part_time"
