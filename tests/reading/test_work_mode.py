"""Remote, hybrid or on site: by label, header, or what a sentence says of the job."""

from __future__ import annotations

import pytest

from ats.reading.facts.work_mode import find_work_mode


def mode(words: str) -> str | None:
    found = find_work_mode(words)
    return found.value.value if found else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Work location: Hybrid remote in Hull, UK", "hybrid"),
        ("Workplace type:\nOn-site\nWe weld.", "onsite"),
        ("Alder Works | Welder | Hull | in-person | full-time", "onsite"),
        ("Alder Works | Welder | ONSITE Antwerp", "onsite"),
        ("Alder Works | Welder | Hull, Leeds, Remote", "remote"),
        ("This role is fully remote with two trips a year.", "remote"),
        ("You may work from home.", "remote"),
        ("A UK-based remote role.\nPerks: hybrid work model, lunch.", "remote"),
        ("You spend at least 50 % of your time in our office.", "hybrid"),
        ("We meet two days a week in the office.", "hybrid"),
        ("The job asks for five days a week in the office.", "onsite"),
        ("Our hybrid way of working lets you work remotely.", "hybrid"),
        ("#LI-Remote", "remote"),
        ("We are a fully-remote team of welders.\n#LI-Onsite", "onsite"),
        ("This is not a remote role.", "onsite"),
        ("Zwei Tage Homeoffice in der Woche", "hybrid"),
        ("Welder | Lyon | Télétravail 2 jours par semaine", "hybrid"),
        ("Hybridarbete: två till tre dagar på kontoret", "hybrid"),
        ("Modalidad híbrida", "hybrid"),
        ("Un bureau à Lyon, sur place, sans télétravail.", "onsite"),
        ("Two days at the yard and the rest from home.", "hybrid"),
        ("You sit in our Hull office six days a week.", "onsite"),
        ("Arbeite auch mal mobil: mobiles Arbeiten ist bei uns normal.", "hybrid"),
        ("Tjänsten är på distans.", "remote"),
    ],
)
def test_said_of_the_job(words: str, expected: str) -> None:
    assert mode(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Lead remote teams in four countries.",
        "You know hybrid cloud and hybrid search.",
        "Support customers on site.",
        "Free lunch and a gym on site.",
        "Experience in a remote nursing service.",
    ],
)
def test_other_senses_say_nothing(words: str) -> None:
    assert mode(words) is None


def test_the_header_wins_over_what_is_only_considered() -> None:
    words = "Alder | Welder | Hull | ONSITE\n\nWe explore REMOTE work for the right candidate."
    assert mode(words) == "onsite"


def test_a_choice_in_a_header_includes_remote() -> None:
    assert mode("Alder | Welder | ONSITE or REMOTE") == "remote"


def test_the_span_points_at_the_words() -> None:
    words = "We weld. This is a hybrid role."
    found = find_work_mode(words)
    assert found is not None
    assert [words[a:b] for a, b in found.spans] == ["hybrid"]
