"""Single fields, each in a few words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ats.reading import answer, read_json_ld, read_text

TODAY = date(2026, 11, 4)


def read(words: str, today: date | None = TODAY) -> dict[str, Any]:
    return answer(read_text(words, today=today))


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("Location: Remote", "remote"),
        ("This is a fully remote position.", "remote"),
        ("Kitchen Planner\nHybrid, Leeds", "hybrid"),
        ("We meet three days a week in the office.", "hybrid"),
        ("Alder Ltd | Welder | Hull | ONSITE | Full-time", "onsite"),
        ("You will build hybrid cloud platforms.", None),
        ("You know remote sensing well.", None),
    ],
)
def test_work_mode(words: str, mode: str | None) -> None:
    assert read(words)["work_mode"] == mode


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Job type: Full-time", "full_time"),
        ("Employment type: Contract", "contract"),
        ("This is a part-time position of 20 hours.", "part_time"),
        ("A six-month contract in our Oslo studio.", "contract"),
        ("We offer a paid internship.", "internship"),
        ("You will negotiate each customer contract with care.", None),
    ],
)
def test_employment_type(words: str, kind: str | None) -> None:
    assert read(words)["employment_type"] == kind


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("Deadline: 14 December 2026", "2026-12-14"),
        ("Apply by December 14, 2026", "2026-12-14"),
        ("Closing date: 2026-12-14", "2026-12-14"),
        ("Sista ansökningsdag: 14 december 2026", "2026-12-14"),
        ("Deadline: Jan. 9", "2027-01-09"),
        ("Closing date: 25/12/2026", "2026-12-25"),
        ("Deadline: 01/12/2026", None),
        ("The company was founded on 14 December 1999.", None),
        ("Deadline: 31 February 2027", None),
    ],
)
def test_deadline(words: str, deadline: str | None) -> None:
    assert read(words)["deadline"] == deadline


@pytest.mark.parametrize(
    ("words", "posted"),
    [
        ("Posted on 3 November 2026", "2026-11-03"),
        ("Posted 3 days ago", "2026-11-01"),
        ("Date posted: November 2, 2026", "2026-11-02"),
        ("Posted yesterday", "2026-11-03"),
    ],
)
def test_posted(words: str, posted: str) -> None:
    assert read(words)["posted"] == posted


def test_a_date_that_needs_today_stays_unknown_without_it() -> None:
    assert read("Deadline: Jan. 9", today=None)["deadline"] is None
    assert read("Posted 3 days ago", today=None)["posted"] is None


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("Requirements:\n- 5+ years of experience in glazing", {"min": 5, "max": None}),
        ("Requirements:\n- 2-4 years of experience in glazing", {"min": 2, "max": 4}),
        ("Requirements:\n- Three years of experience in glazing", {"min": 3, "max": None}),
        ("We have 30 years of experience in glazing.", None),
        ("You must be 18 years old.", None),
    ],
)
def test_years(words: str, years: dict[str, int | None] | None) -> None:
    assert read(words)["years_experience"] == years


def test_title_and_company_in_a_header_with_bars() -> None:
    found = read("Alder Works | Senior Welder | Hull, UK | Onsite | Full-time\n\nWe weld hulls.")
    assert (found["title"], found["company"]) == ("Senior Welder", "Alder Works")
    assert found["locations"] == ["Hull, UK"]
    assert found["employment_type"] == "full_time"


def test_a_header_with_bars_may_begin_with_the_role() -> None:
    found = read("Project Planner (f/m/x) Timber | Graz, Austria | Hybrid\nTimberline Holding AG\n")
    assert found["title"] == "Project Planner (f/m/x) Timber"
    assert found["company"] == "Timberline Holding AG"


def test_an_address_beside_the_name_is_not_part_of_it() -> None:
    words = "Alder Works (http://alder.example ) | Senior Welder | Hull, UK"
    found = read(words)
    assert found["company"] == "Alder Works"
    assert [words[start:end] for start, end in found["spans"]["company"]] == ["Alder Works"]


@pytest.mark.parametrize(
    ("words", "company"),
    [
        ("Pfleger\n\nDas Klinikum Nordsee ist ein Haus mit 480 Betten.", "Klinikum Nordsee"),
        ("Die Kranbau Lutz GmbH ist ein Betrieb mit 45 Menschen.", "Kranbau Lutz GmbH"),
        ("Nurse\nElm and Ashby Care Trust\nA ward at Old Infirmary.", "Elm and Ashby Care Trust"),
        ("Assistant\nSt Oswin's Primary School\n\nHelp pupils.", "St Oswin's Primary School"),
        ("Welder\nLocation: Grand County Hospital\nWe weld.", None),
        ("Nurse\nSecondary School\nWe care.", None),
    ],
)
def test_company(words: str, company: str | None) -> None:
    assert read(words)["company"] == company


def test_title_on_the_first_line() -> None:
    found = read("Night Shift Pastry Baker\n\nMillrace is hiring. At Millrace, we bake all night.")
    assert (found["title"], found["company"]) == ("Night Shift Pastry Baker", "Millrace")


@pytest.mark.parametrize("title", ["Support Engineer", "Teaching Assistant - Grade C"])
def test_a_title_may_begin_with_a_verb(title: str) -> None:
    assert read(f"{title}\nMillrace\n\nWe help people in Hull.")["title"] == title
    assert read("Support Engineers\nMillrace\n\nWe help people in Hull.")["title"] is None
    assert read("Support our engineer\nMillrace\n\nWe help people.")["title"] is None


@pytest.mark.parametrize("title", ["Schweißer (m/w/d) MAG/WIG", "Pflegefachkraft (w/m/d)"])
def test_a_title_that_says_it_is_for_all(title: str) -> None:
    assert read(f"Wir suchen für Graz\n\n{title}\n\n- Lust auf Neues")["title"] == title


def test_title_in_a_sentence() -> None:
    found = read("Millrace is seeking a careful and cheerful Pastry Baker to join the night shift.")
    assert found["title"] == "Pastry Baker"


def test_bonus_is_not_bonus_points() -> None:
    assert read("Bonus points if you have sung in a choir.")["bonus"] is False
    assert read("Speaking Dutch is a bonus.")["bonus"] is False
    assert read("We pay an annual bonus of up to 10 %.")["bonus"] is True


def test_equity_is_not_fairness() -> None:
    assert read("We care about diversity, equity and inclusion.")["equity"] is False
    assert read("You get stock options from the first day.")["equity"] is True


def test_reference_and_link() -> None:
    found = read("Job ID: MB-20417\nApply here: https://jobs.example.com/apply/20417.")
    assert found["reference"] == "MB-20417"
    assert found["link"] == "https://jobs.example.com/apply/20417"


def test_signs_that_nobody_sees_are_no_part_of_a_name() -> None:
    reading = read_text(
        "Title: Night \u202eBaker\u202c\nCompany: Cru\u200bmb & \u2066Crust\u2069\n"
    )
    assert (reading.title, reading.company) == ("Night Baker", "Crumb & Crust")
    data = '{"@type": "JobPosting", "title": "\u202eNurse\ufeff", "description": "Care."}'
    assert read_json_ld(data).title == "Nurse"
