"""The work-search report tells of moves to screening, interviews and offers: each once, on a day
that somebody wrote down, and as it stood at the end of the period."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.commands.importing import import_plan, plan_import
from ats.commands.offers import record_offer
from ats.commands.reporting import activities, report_bytes
from ats.commands.stages import add_stage, move
from ats.commands.timeline import add_interview, add_message
from ats.domain.offer import Offer
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import InterviewKind, InterviewResult
from ats.exchange.application_columns import DAY_OF_UPDATE, DAY_UNKNOWN
from ats.exchange.exports.report_layout import ReportLayout
from ats.exchange.exports.report_out import ReportOptions, report_paper
from ats.exchange.exports.work_search import ActivityKind, WorkSearch
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.queries.stages import first_of_kind

AUGUST = (date(2026, 8, 1), date(2026, 8, 31))


def august(day: int) -> date:
    return date(2026, 8, day)


def sent(store: Store, on: date, *moves: tuple[StageKind, date], link: str = "") -> int:
    """An application sent on a day, which went on from there."""
    new = NewApplication(title="Baker", company="Crumb", link=link, on=on)
    id = add_application(store, new)
    for kind, day in ((StageKind.APPLIED, on), *moves):
        outcome = Outcome.REJECTED if kind is StageKind.CLOSED else None
        move(store, [id], first_of_kind(store, kind).id, on=day, outcome=outcome)
    return id


def lines(report: WorkSearch) -> list[tuple[date, ActivityKind, str]]:
    return [
        (one.on, one.kind, one.reached.stage if one.reached else "") for one in report.activities
    ]


def cells(
    store: Store, report: WorkSearch, options: ReportOptions | None = None
) -> list[list[str]]:
    content = report_bytes(report, ".csv", store.today(), options or ReportOptions())
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return [row for row in rows if "Baker" in row]


def test_what_an_application_sent_before_came_to_is_an_activity(store: Store) -> None:
    sent(
        store, date(2026, 6, 1), (StageKind.SCREENING, august(3)),
        (StageKind.INTERVIEWING, august(10)), (StageKind.OFFER, august(18)),
        (StageKind.CLOSED, august(20)),
    )  # fmt: skip
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(3), ActivityKind.STEP, "Screening"),
        (august(10), ActivityKind.INTERVIEW, "Interviewing"),
        (august(18), ActivityKind.STEP, "Offer"),
    ]
    assert [row[1:4] for row in cells(store, report)] == [
        ["2026-08-03", "Screening", "Crumb"],
        ["2026-08-10", "Interviewing", "Crumb"],
        ["2026-08-18", "Offer", "Crumb"],
    ]


@pytest.mark.parametrize(
    ("layout", "words", "counts"),
    [
        ("generic", ("Screening", "Interviewing"), "2 activities: 1 interview, 1 other step"),
        ("us", ("Screening", "Interviewing"), "2 activities: 1 interview, 1 other step"),
        ("uk", ("Screening", "Interviewing"), "2 activities: 1 interview, 1 other step"),
        ("de", ("Vorauswahl", "Im Gespräch"),
         "2 Eigenbemühungen: 1 Vorstellungsgespräch, 1 weiterer Schritt"),
    ],
)  # fmt: skip
def test_moves_in_each_layout(
    store: Store, layout: str, words: tuple[str, str], counts: str
) -> None:
    sent(
        store, date(2026, 6, 1), (StageKind.SCREENING, august(4)),
        (StageKind.INTERVIEWING, august(5)),
    )  # fmt: skip
    options = ReportOptions(layout=ReportLayout(layout))
    report = activities(store, *AUGUST, options)
    assert [row[2] for row in cells(store, report, options)] == list(words)
    for ending in (".md", ".html"):
        text = report_bytes(report, ending, store.today(), options).decode()
        for word in (*words, counts):
            assert word in text


def test_an_interview_and_the_move_of_its_day_are_one(store: Store) -> None:
    id = sent(
        store, august(1), (StageKind.SCREENING, august(4)), (StageKind.INTERVIEWING, august(10))
    )
    add_interview(store, id, august(4), kind=InterviewKind.PHONE)
    add_interview(store, id, august(10))
    report = activities(store, *AUGUST, ReportOptions())
    assert [(one.on, one.kind, one.reached) for one in report.activities] == [
        (august(1), ActivityKind.APPLICATION, None),
        (august(4), ActivityKind.INTERVIEW, None),
        (august(10), ActivityKind.INTERVIEW, None),
    ]


def test_the_move_of_the_day_of_a_cancelled_interview_is_a_step(store: Store) -> None:
    id = sent(store, date(2026, 6, 1), (StageKind.INTERVIEWING, august(10)))
    add_interview(store, id, august(10), result=InterviewResult.CANCELLED)
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [(august(10), ActivityKind.STEP, "Interviewing")]


def test_an_invitation_is_not_counted_as_the_interview_it_led_to(store: Store) -> None:
    id = sent(store, date(2026, 6, 1), (StageKind.INTERVIEWING, august(5)))
    add_interview(store, id, august(12))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(5), ActivityKind.STEP, "Interviewing"),
        (august(12), ActivityKind.INTERVIEW, ""),
    ]
    assert report.counts[ActivityKind.INTERVIEW] == 1


@pytest.mark.parametrize("ending", [StageKind.CLOSED, StageKind.OFFER])
def test_what_comes_on_the_day_of_the_interview_ends_no_invitation(
    store: Store, ending: StageKind
) -> None:
    id = sent(store, date(2026, 6, 1), (StageKind.INTERVIEWING, august(5)), (ending, august(12)))
    add_interview(store, id, august(12))
    report = activities(store, *AUGUST, ReportOptions())
    assert (august(5), ActivityKind.STEP, "Interviewing") in lines(report)
    assert report.counts[ActivityKind.INTERVIEW] == 1


def test_a_second_round_on_the_day_of_its_move_is_not_that_of_the_first(store: Store) -> None:
    id = sent(store, date(2026, 6, 1), (StageKind.INTERVIEWING, august(5)))
    second = add_stage(store, "Second round", StageKind.INTERVIEWING)
    move(store, [id], second, on=august(12))
    add_interview(store, id, august(12))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(5), ActivityKind.INTERVIEW, "Interviewing"),
        (august(12), ActivityKind.INTERVIEW, ""),
    ]


def test_a_card_moved_after_its_interview_is_no_second_one(store: Store) -> None:
    id = sent(
        store, date(2026, 6, 1), (StageKind.SCREENING, august(3)),
        (StageKind.INTERVIEWING, august(13)), (StageKind.CLOSED, august(20)),
    )  # fmt: skip
    add_interview(store, id, august(12))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(3), ActivityKind.STEP, "Screening"),
        (august(12), ActivityKind.INTERVIEW, ""),
        (august(13), ActivityKind.STEP, "Interviewing"),
    ]


def test_an_interview_explains_one_move_only(store: Store) -> None:
    id = sent(store, date(2026, 6, 1), (StageKind.INTERVIEWING, august(5)))
    second = add_stage(store, "Second round", StageKind.INTERVIEWING)
    move(store, [id], second, on=august(19))
    add_interview(store, id, august(12))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(5), ActivityKind.STEP, "Interviewing"),
        (august(12), ActivityKind.INTERVIEW, ""),
        (august(19), ActivityKind.INTERVIEW, "Second round"),
    ]
    add_interview(store, id, august(18))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report)[-1] == (august(19), ActivityKind.STEP, "Second round")
    assert report.counts[ActivityKind.INTERVIEW] == 2


def test_an_interview_of_the_day_of_screening_is_not_that_of_the_next_stage(store: Store) -> None:
    id = sent(
        store, date(2026, 6, 1), (StageKind.SCREENING, august(3)),
        (StageKind.INTERVIEWING, august(10)),
    )  # fmt: skip
    add_interview(store, id, august(3), kind=InterviewKind.PHONE)
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(3), ActivityKind.INTERVIEW, ""),
        (august(10), ActivityKind.INTERVIEW, "Interviewing"),
    ]


@pytest.mark.parametrize("rejected", [august(8), august(12), august(20)])
def test_an_invitation_to_an_interview_that_was_cancelled_is_a_step(
    store: Store, rejected: date
) -> None:
    id = sent(
        store, date(2026, 6, 1), (StageKind.INTERVIEWING, august(5)), (StageKind.CLOSED, rejected)
    )
    add_interview(store, id, august(12), result=InterviewResult.CANCELLED)
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [(august(5), ActivityKind.STEP, "Interviewing")]


def test_the_same_stage_twice_on_a_day_is_once(store: Store) -> None:
    id = sent(store, date(2026, 6, 1))
    coffee = add_stage(store, "Coffee", StageKind.INTERVIEWING)
    interviewing = first_of_kind(store, StageKind.INTERVIEWING).id
    for stage in (interviewing, coffee, interviewing):
        move(store, [id], stage, on=august(10))
    report = activities(store, *AUGUST, ReportOptions())
    assert sorted(lines(report)) == [
        (august(10), ActivityKind.INTERVIEW, "Coffee"),
        (august(10), ActivityKind.INTERVIEW, "Interviewing"),
    ]


def test_an_offer_without_a_move_is_told(store: Store) -> None:
    id = sent(store, date(2026, 6, 1))
    record_offer(store, Offer(application_id=id, currency="EUR", received_on=august(11)))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [(august(11), ActivityKind.STEP, "Offer")]
    move(store, [id], first_of_kind(store, StageKind.OFFER).id, on=august(12))
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [(august(12), ActivityKind.STEP, "Offer")]


def imported(store: Store, folder: Path, text: str) -> None:
    file = folder / "sheet.csv"
    file.write_text(text, "utf-8")
    import_plan(store, plan_import(store, file))


def test_imported_interviews_are_in_the_report(store: Store, tmp_path: Path) -> None:
    imported(
        store, tmp_path,
        "Company,Title,Date applied,Recruiter call,1st interview,2nd interview\n"
        "Crumb,Baker,2026-06-01,2026-08-03,2026-08-12,2026-08-19\n",
    )  # fmt: skip
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(3), ActivityKind.STEP, "Screening"),
        (august(12), ActivityKind.INTERVIEW, "Interviewing"),
        (august(19), ActivityKind.INTERVIEW, "Interviewing"),
    ]
    assert [week.counts[ActivityKind.INTERVIEW] for week in report.weeks] == [0, 0, 1, 1, 0, 0]


def test_a_day_that_nobody_wrote_down_is_no_activity(store: Store, tmp_path: Path) -> None:
    imported(
        store, tmp_path,
        "Company,Title,Applied,Status\nCrumb,Baker,2026-08-03,Interviewing\n"
        "Crumb,Miller,2026-08-04,Offer\n",
    )  # fmt: skip
    report = activities(store, *AUGUST, ReportOptions())
    assert lines(report) == [
        (august(3), ActivityKind.APPLICATION, ""),
        (august(4), ActivityKind.APPLICATION, ""),
    ]
    (line,) = cells(store, report)
    assert line[-2:] == ["Interviewing", "Applied (3 Aug) → Interviewing"]


def test_the_day_of_the_last_update_is_that_of_no_activity(store: Store, tmp_path: Path) -> None:
    imported(
        store, tmp_path,
        "Company,Title,Date applied,Status,Last updated\n"
        "Crumb,Baker,2026-06-01,Interviewing,2026-08-20\nLoaf,Miller,2026-06-02,Offer,2026-08-21\n"
        "Bun,Cook,2026-06-03,Screening,2026-08-22\n",
    )  # fmt: skip
    assert activities(store, *AUGUST, ReportOptions()).activities == ()
    report = activities(store, date(2026, 6, 1), date(2026, 8, 31), ReportOptions())
    (line,) = cells(store, report)
    assert line[-2:] == ["Interviewing", "Applied (1 Jun) → Interviewing"]
    assert {row.stage_since for row in applications(store)} == {
        august(20), august(21), august(22)
    }  # fmt: skip


@pytest.mark.parametrize("header", ["Status date", "Date of status"])
def test_the_day_of_a_status_is_that_of_an_activity(
    store: Store, tmp_path: Path, header: str
) -> None:
    imported(
        store, tmp_path,
        f"Company,Title,Date applied,Status,{header}\n"
        "Crumb,Baker,2026-06-01,Interviewing,2026-08-20\nLoaf,Miller,2026-06-02,Offer,2026-08-21\n",
    )  # fmt: skip
    assert lines(activities(store, *AUGUST, ReportOptions())) == [
        (august(20), ActivityKind.INTERVIEW, "Interviewing"),
        (august(21), ActivityKind.STEP, "Offer"),
    ]


def test_a_sending_without_a_day_is_no_activity(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker", on=august(3)))
    applied = first_of_kind(store, StageKind.APPLIED).id
    move(store, [id], applied, on=august(3), note=DAY_UNKNOWN)
    assert activities(store, *AUGUST, ReportOptions()).activities == ()


@pytest.mark.parametrize("guess", [DAY_UNKNOWN, DAY_OF_UPDATE])
def test_a_further_note_makes_no_statement_of_a_guessed_day(store: Store, guess: str) -> None:
    id = sent(store, date(2026, 6, 1))
    interviewing = first_of_kind(store, StageKind.INTERVIEWING).id
    move(store, [id], interviewing, on=august(20), note=guess)
    move(store, [id], interviewing, note="They were kind.")
    assert activities(store, *AUGUST, ReportOptions()).activities == ()


def test_nothing_after_the_period_is_shown(store: Store) -> None:
    id = sent(
        store, august(3), (StageKind.SCREENING, august(8)),
        (StageKind.INTERVIEWING, august(26)), (StageKind.CLOSED, date(2026, 9, 2)),
    )  # fmt: skip
    add_message(store, id, "Hello", on=august(10))
    until = august(22)
    report = activities(store, august(1), until, ReportOptions())
    assert [row[-2:] for row in cells(store, report)] == [
        ["Screening", "Applied (3 Aug) → Screening (8 Aug)"]
    ] * 3
    paper = report_paper(report, store.today(), ReportOptions())
    assert paper.about == "As of 22 Aug 2026"
    whole = activities(store, august(1), store.today(), ReportOptions())
    assert {row[-2] for row in cells(store, whole)} == {"Rejected"}


def test_before_its_first_move_an_application_stood_nowhere(store: Store) -> None:
    id = sent(store, august(20))
    add_message(store, id, "Hello", on=august(2))
    report = activities(store, august(1), august(9), ReportOptions())
    (line,) = cells(store, report)
    assert line[-2:] == ["", ""]


@pytest.mark.parametrize("layout", ReportLayout)
def test_the_site_of_a_link_is_not_said_to_be_the_way(store: Store, layout: ReportLayout) -> None:
    sent(store, august(3), link="https://jobs.example/1")
    options = ReportOptions(layout=layout)
    report = activities(store, *AUGUST, options)
    (line,) = cells(store, report, options)
    assert "jobs.example" not in line
    assert "https://jobs.example/1" in line
