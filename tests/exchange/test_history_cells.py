"""A history in one cell: each day keeps its own word, years are only said where they follow, and
what is not understood is named."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.stage import Outcome, StageKind
from ats.exchange.application_columns import DAY_OF_UPDATE, DAY_UNKNOWN
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.history_cell import LONGEST, history_in
from ats.exchange.imports.plan import ImportPlan, ImportRow

APPLIED, SCREENING, OFFER = StageKind.APPLIED, StageKind.SCREENING, StageKind.OFFER
INTERVIEWING = StageKind.INTERVIEWING
REJECTED = Outcome.REJECTED


def plan_of(*rows: tuple[str, ...], headers: str = "Company,Role,History") -> ImportPlan:
    text = io.StringIO()
    csv.writer(text).writerows([headers.split(","), *rows])
    return read_import(text.getvalue().encode(), "sheet.csv")


def moves_of(row: ImportRow) -> list[tuple[str, str]]:
    """(kind or outcome, day) of each move the file gives a day for, "" where no day is told."""
    return [
        (str(move.outcome or move.kind), "" if move.on is None else f"{move.on}")
        for move in row.moves
        if move.note != DAY_UNKNOWN
    ]


def told(text: str, **given: str) -> list[tuple[str, str]]:
    """The moves of a row whose history is `text`, beside other columns."""
    headers = ",".join(["Company", "Role", *(name.replace("_", " ") for name in given), "History"])
    (row,) = plan_of(("A", "x", *given.values(), text), headers=headers).rows
    return moves_of(row)


THREE = [("applied", "2026-03-01"), ("interviewing", "2026-03-05"), ("rejected", "2026-03-09")]


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01 applied; 2026-03-05 interview; 2026-03-09 rejected",
        "2026-03-01 applied\n2026-03-05 interview\n2026-03-09 rejected by email",
        "2026-03-01: applied, 2026-03-05: interview, 2026-03-09: rejected",
        "2026-03-01 applied 2026-03-05 interview 2026-03-09 rejected",
        "1) 2026-03-01 applied 2) 2026-03-05 interview 3) 2026-03-09 rejected",
        "2026-03-01, applied, 2026-03-05, interview, 2026-03-09, rejected",
        "Applied 2026-03-01. Interview 2026-03-05. Rejected 2026-03-09.",
        "Applied 2026-03-01 Interview 2026-03-05 Rejected 2026-03-09",
        "Applied (2026-03-01) -> Interview (2026-03-05) -> Rejected (2026-03-09)",
        "I applied on 1 March 2026, interviewed on 5 March 2026 and was rejected on 9 March 2026",
        "beworben am 01.03.2026, Gespräch am 05.03.2026 und Absage am 09.03.2026",
        "01.03.2026 beworben -> 05.03.2026 Gespräch -> 09.03.2026 Absage",
        "postulé le 1er mars 2026, entretien le 5 mars 2026 et refus le 9 mars 2026",
        "aplicado 1 marzo 2026, entrevista 5 marzo 2026 y rechazado 9 marzo 2026",
        "Mar 1, 2026: applied | Mar 5, 2026: onsite, 4 rounds | Mar 9, 2026: rejected",
        "2026-03-01 applied > Mar 5 interview at 5:30 pm > 9.3.: rejected",
        "Sun, Mar 1, 2026: applied; Thu, Mar 5, 2026: interview; Mon Mar 9, 2026 - rejected",
        "Mar 9, 2026: rejected\nMar 5: interview\nMar 1: applied",
    ],
)  # fmt: skip
def test_each_day_keeps_its_own_word(text: str) -> None:
    assert told(text) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01 applied; 2026-03-21 offer",
        "2026-03-01 applied; 2026-03-21 offer 95k!!",
        "2026-03-01 applied; 2026-03-21: got an offer of 95k",
        "2026-03-01 10:15 applied; 2026-03-21 17:30 offer ($95,000)",
        "2026-03-01T10:00:00Z applied; 2026-03-21T10:00:00.000+01:00 offer",
    ],
)
def test_an_offer_is_one_whatever_stands_before_it(text: str) -> None:
    assert told(text) == [("applied", "2026-03-01"), ("offer", "2026-03-21")]


def test_one_word_can_have_several_days() -> None:
    text = "Applied 2026-03-01, interviews on 2026-03-05 and 2026-03-06, offer 2026-03-09"
    assert told(text) == [
        ("applied", "2026-03-01"), ("interviewing", "2026-03-05"), ("interviewing", "2026-03-06"),
        ("offer", "2026-03-09"),
    ]  # fmt: skip


def test_a_log_of_changes_names_each_stage_twice() -> None:
    log = "2026-03-03: Applied → Phone screen\n2026-03-12: Phone screen → Onsite"
    steps = history_in(log).steps
    assert [(step.status.kind, step.on) for step in steps] == [
        (APPLIED, None), (SCREENING, date(2026, 3, 3)), (INTERVIEWING, date(2026, 3, 12)),
    ]  # fmt: skip
    assert history_in("\n".join(log.split("\n")[::-1])).steps == steps


def test_what_a_rejection_tells_of_before_is_no_further_step() -> None:
    text = "Applied 2026-03-01, rejected after phone screen and interview on 2026-03-09"
    assert told(text) == [("applied", "2026-03-01"), ("rejected", "2026-03-09")]


def test_days_without_a_year_follow_the_day_of_applying() -> None:
    log = "Mar 01: applied; Mar 6: phone screen; Mar 21: offer"
    assert told(log, Date_applied="2026-03-01") == [
        ("applied", "2026-03-01"), ("screening", "2026-03-06"), ("offer", "2026-03-21"),
    ]  # fmt: skip
    assert told("12/20 applied; 1/6 phone screen; 1/21 rejected", Date_applied="2025-12-20") == [
        ("applied", "2025-12-20"), ("screening", "2026-01-06"), ("rejected", "2026-01-21"),
    ]  # fmt: skip
    # It went on for more than half a year.
    assert told("2 Sept: rejected", Date_applied="2026-01-10") == [
        ("applied", "2026-01-10"), ("rejected", "2026-09-02"),
    ]  # fmt: skip
    # The day of applying also says which number is the month.
    assert told("3/4 applied, 3/9 rejected", Date_applied="2026-03-04") == [
        ("applied", "2026-03-04"), ("rejected", "2026-03-09"),
    ]  # fmt: skip
    # This year had no such day.
    log = "29 Feb: phone screen; 3 Mar: offer"
    plan = plan_of(("A", "x", "2026-03-01", log), headers="Company,Role,Phone screen,History")
    assert [step for step in moves_of(plan.rows[0]) if step[0] == "offer"] == [
        ("offer", "2026-03-03")
    ]
    log = "01.03.: beworben, 10.03.: Telefoninterview, 12.03.: Absage"
    assert told(log, Date_applied="2026-03-01") == [
        ("applied", "2026-03-01"), ("screening", "2026-03-10"), ("rejected", "2026-03-12"),
    ]  # fmt: skip


def test_steps_after_a_dated_one_follow_it_into_the_next_year() -> None:
    assert told("12/20/2025 Applied > 1/5 Phone screen > 1/20 Rejected") == [
        ("applied", "2025-12-20"), ("screening", "2026-01-05"), ("rejected", "2026-01-20"),
    ]  # fmt: skip
    # Newest first.
    assert told("1/20/2026 Rejected\n1/5 Phone screen\n12/20 Applied") == [
        ("applied", "2025-12-20"), ("screening", "2026-01-05"), ("rejected", "2026-01-20"),
    ]  # fmt: skip


def test_a_step_before_the_day_of_applying_does_not_go_into_the_next_year() -> None:
    log = "Recruiter call 5 Aug; Interview 20 Sep"
    assert told(log, Date_applied="2026-09-15") == [
        ("applied", "2026-09-15"), ("screening", "2026-08-05"), ("interviewing", "2026-09-20"),
    ]  # fmt: skip
    back = "Interview 20 Sep; Recruiter call 5 Aug"
    assert told(back, Date_applied="2026-09-15") == told(log, Date_applied="2026-09-15")
    assert told("Recruiter call 10 Apr", Date_applied="2026-09-15")[1:] == [
        ("screening", "2026-04-10")
    ]
    assert told("Applied 15 Sep 2026; recruiter call 5 Aug") == [
        ("applied", "2026-09-15"), ("screening", "2026-08-05"),
    ]  # fmt: skip
    # Into the next year all the same, where that is nearer.
    assert told("Recruiter call 3 Jan; Offer 2 Feb", Date_applied="2025-12-15")[1:] == [
        ("screening", "2026-01-03"), ("offer", "2026-02-02"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "day",
    [
        "20 Aug 14:30", "20 Aug, 14:30", "20 Aug 11am", "20 Aug 11 a.m. with Bo",
        "20 Aug 10-11am", "20 Aug 14.30", "20. August 14 Uhr", "20. August 14.30 Uhr",
        "20 août 14h30", "20.8. 10 Uhr", "20.8. 10.30 Uhr", "20.8. 10-11 Uhr", "Aug 20 10:30",
        "Aug 20, 11am",
    ],
)  # fmt: skip
def test_the_hour_after_a_day_is_not_its_year(day: str) -> None:
    found = history_in(f"Applied 3 Aug 2026; interview {day}")
    assert [(step.status.kind, step.on) for step in found.steps] == [
        (APPLIED, date(2026, 8, 3)), (INTERVIEWING, date(2026, 8, 20)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "day",
    [
        "20 Aug 14:30", "20 Aug, 2:30pm", "20 Aug 11am", "Mon 20 Aug 14:30", "20. August 14 Uhr",
        "20/8 14:30", "20.8. 10.30 Uhr", "20.8. 10-11 Uhr", "Aug 20, 11 a.m.",
    ],
)  # fmt: skip
def test_a_column_of_days_with_hours_lacks_only_the_year(day: str) -> None:
    plan = plan_of(("A", "x", "2026-08-03", day), headers="Company,Role,Date applied,Interview")
    assert plan.mapping["Interview"] == "interviewing"
    assert [problem.column for problem in plan.problems] == ["Interview"]
    assert "the year is missing" in plan.problems[0].reason
    assert plan.rows[0].stage_kind is INTERVIEWING
    assert dict(plan.rows[0].imported)["Interview"] == day


@pytest.mark.parametrize(
    "day",
    ["20 Aug 26", "20. Aug 26 am Telefon", "20.8.26 10:30", "20/8/26, 10am", "20 Aug 26 10:30"],
)
def test_a_year_of_two_digits_is_one(day: str) -> None:
    found = history_in(f"Applied 3 Aug 2025; interview {day}", DateOrder.DMY)
    assert [step.on for step in found.steps] == [date(2025, 8, 3), date(2026, 8, 20)]


@pytest.mark.parametrize("small", ["on ", "mon, ", "on."])
def test_a_long_run_of_small_words_is_read(small: str) -> None:
    day = "3 Aug 2026"
    start = "Applied "
    text = start + small * ((LONGEST - len(start + day)) // len(small)) + day
    steps = history_in(text).steps
    assert [(step.status.kind, step.on) for step in steps] == [(APPLIED, date(2026, 8, 3))]


def test_a_year_that_nothing_tells_is_not_made_up() -> None:
    plan = plan_of(
        ("A", "x", "Mar 01: applied\nMar 06: phone screen\nMar 21: offer 95k!!"),
        ("B", "y", "Mar 01: applied"),
        ("C", "z", "Mar 21: offer\nMar 01: applied"),
        ("D", "z", "applied 1 March; offer 20 March"),
    )
    for row in plan.rows:
        assert all(move.on is None for move in row.moves)
        assert "Mar" in dict(row.imported)["History"]
    assert [row.stage_kind for row in plan.rows] == [OFFER, APPLIED, OFFER, OFFER]
    reasons = [problem.reason for problem in plan.problems]
    missing = "in the history {} a whole date: the year is missing."
    assert reasons == [
        "“Mar 01” and 2 more in the history aren’t whole dates: the year is missing.",
        "“Mar 01” " + missing.format("isn’t"),
        "“Mar 21” and 1 more in the history aren’t whole dates: the year is missing.",
        "“1 March” and 1 more in the history aren’t whole dates: the year is missing.",
    ]


def test_numbers_that_could_be_two_days_are_named() -> None:
    plan = plan_of(("A", "x", "2026-02-01 applied; 3/4 interview; 5/6 offer"))
    assert moves_of(plan.rows[0]) == [("applied", "2026-02-01")]
    assert plan.rows[0].stage_kind is OFFER
    assert [problem.reason for problem in plan.problems] == [
        "“3/4” and 1 more in the history could be two days each: day and month could be the "
        "other way round."
    ]
    # Another cell of the column settles it.
    plan = plan_of(
        ("A", "x", "2026-02-01 applied; 3/4 interview; 5/6 offer"),
        ("B", "y", "2026-02-01 applied; 2/28 rejected"),
    )
    assert moves_of(plan.rows[0])[1:] == [("interviewing", "2026-03-04"), ("offer", "2026-05-06")]
    assert not plan.problems


@pytest.mark.parametrize(
    "step",
    [
        "interview at 5:30", "interview, round 2/3", "um 5.10. Interview", "interview 2/3",
        "interview, scored 9/10", "interview 2 out of 3", "interview round 2 may follow",
    ],
)  # fmt: skip
def test_clocks_and_shares_are_no_days(step: str) -> None:
    found = history_in(f"2026-03-01 applied; {step}")
    assert [each.on for each in found.steps] == [date(2026, 3, 1), None]
    assert [each.status.kind for each in found.steps] == [APPLIED, INTERVIEWING]
    assert (found.without_year, found.not_understood) == ((), ())


@pytest.mark.parametrize("order", [None, *DateOrder])
@pytest.mark.parametrize("applied", ["8/13/2026", "2026-08-13", "13 Aug 2026"])
def test_points_of_one_whole_are_no_days(applied: str, order: DateOrder | None) -> None:
    text = f"Applied {applied}; coding test 9/10; system design interview 8/10"
    found = history_in(text, order)
    assert [step.on for step in found.steps] == [date(2026, 8, 13), None, None]
    assert found.may_be_shares == ("9/10", "8/10")
    assert (found.without_year, found.in_two_ways, found.not_understood) == ((), (), ())


def test_points_are_named_and_their_stages_count() -> None:
    log = "coding test 9/10; system design interview 8/10"
    rows = [("A", "x", "2026-08-03", log), ("B", "y", "2026-02-01", "2/28 rejected")]
    plan = plan_of(*rows, headers="Company,Role,Date applied,History")
    assert plan.rows[0].stage_kind is INTERVIEWING
    assert moves_of(plan.rows[0]) == [("applied", "2026-08-03")]
    assert dict(plan.rows[0].imported)["History"] == log
    assert [problem.reason for problem in plan.problems] == [
        "“9/10” and 1 more in the history could be days or points, so no days were read from them."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Applied 3/10/2026; phone 5/10; interview 8/10",
        "Applied 3/10; phone 5/10; interview 8/10; offer 9 Oct 2026",
        "Applied 3 Oct 2026; phone on 5/10; interview 8/10",
        "Applied 3 Oct 2026; phone (5/10); interview (8/10)",
        "3/10/2026 applied; 5/10 phone; 8/10 interview",
        "Applied 3 Oct 2026; phone 5/10; interview 8/10; rejected 9/10",
        "Applied 3 Oct 2026; phone 5/10; interview 8/10; onsite 12/10",
    ],
)
def test_days_of_one_month_are_days(text: str) -> None:
    found = history_in(text, DateOrder.DMY)
    assert [step.on for step in found.steps][:3] == [
        date(2026, 10, 3), date(2026, 10, 5), date(2026, 10, 8),
    ]  # fmt: skip
    assert found.may_be_shares == ()


def test_a_step_that_is_not_understood_is_named() -> None:
    plan = plan_of(
        ("A", "x", "2026-03-01 applied; 2026-03-06 flurbed; 2026-03-21 offer 95k!!"),
        ("B", "y", "2026-03-01 applied\nflurbed\n2026-03-06 wibbled\n2026-03-07"),
    )
    assert moves_of(plan.rows[0]) == [("applied", "2026-03-01"), ("offer", "2026-03-21")]
    assert [problem.reason for problem in plan.problems] == [
        "“2026-03-06 flurbed” in the history isn’t understood.",
        "“flurbed” and 2 more steps in the history aren’t understood.",
    ]
    assert all("flurbed" in dict(row.imported)["History"] for row in plan.rows)


def test_words_that_only_say_it_is_not_over_are_no_steps() -> None:
    plan = plan_of(
        ("A", "x", "2026-03-01 applied; 2026-03-05 interview; 2026-03-20 on hold"),
        ("B", "y", "2026-03-01: applied\n2026-03-10: followed up\n2026-03-12: in progress"),
        ("C", "z", "2026-03-10: pending"),
    )
    first, second, third = plan.rows
    assert moves_of(first) == [("applied", "2026-03-01"), ("interviewing", "2026-03-05")]
    assert first.stage_kind is INTERVIEWING
    assert moves_of(second) == [("applied", "2026-03-01")]
    assert (third.stage_kind, third.applied_on) == (APPLIED, None)
    assert not plan.problems


def test_a_status_with_its_history_names_what_it_does_not_understand() -> None:
    headers = "Company,Role,Status"
    plan = plan_of(("A", "x", "2026-03-01 applied; 2026-03-06 flurbed"), headers=headers)
    assert [problem.column for problem in plan.problems] == ["Status"]
    plan = plan_of(("A", "x", "Rejected (Mar 9)"), headers=headers)
    assert plan.rows[0].outcome is REJECTED
    assert "the year is missing" in plan.problems[0].reason
    plan = plan_of(("A", "x", "Applied 3/4, rejected 5/6"), headers=headers)
    assert plan.rows[0].outcome is REJECTED
    assert "could be two days" in plan.problems[0].reason
    plan = plan_of(("A", "x", "Phone screen 9/10; interview 8/10"), headers=headers)
    assert plan.rows[0].stage_kind is INTERVIEWING
    assert "could be days or points" in plan.problems[0].reason


def test_a_long_history_is_read_and_an_endless_one_named() -> None:
    line = "2026-03-01 applied\n" + "2026-03-05 phone screen with Ann about this and that\n" * 200
    assert told(line + "2026-03-09 rejected")[-1] == ("rejected", "2026-03-09")
    text = "2026-03-01 applied\n" + "x" * LONGEST
    plan = plan_of(("A", "x", text))
    assert [problem.reason for problem in plan.problems] == [
        f"It is longer than {LONGEST:,} characters and was not read as a history."
    ]
    assert dict(plan.rows[0].imported)["History"] == text


def test_an_order_that_is_given_counts() -> None:
    text = "3/4/2026 applied; 5/6 rejected"
    days = {order: [step.on for step in history_in(text, order).steps] for order in DateOrder}
    assert days[DateOrder.DMY] == [date(2026, 4, 3), date(2026, 6, 5)]
    assert days[DateOrder.MDY] == [date(2026, 3, 4), date(2026, 5, 6)]


@pytest.mark.parametrize(
    "header",
    ["Update date", "Last update", "Last updated", "Updated", "Letzte Änderung", "更新时间"],
)
def test_the_last_update_is_the_day_of_a_status_but_no_day_of_applying(header: str) -> None:
    plan = plan_of(
        ("A", "x", "2026-05-01", "Rejected", "2026-06-01"),
        ("B", "y", "2026-05-02", "Applied", "2026-06-02"),
        ("C", "z", "2026-05-03", "Interviewing", "2026-04-03"),
        ("D", "w", "", "Applied", "2026-06-04"),
        headers=f"Company,Role,Date applied,Status,{header}",
    )
    assert plan.mapping[header] == "stage_date"
    rejected, applied, interviewing, undated = plan.rows
    assert moves_of(rejected) == [("applied", "2026-05-01"), ("rejected", "2026-06-01")]
    assert [move.note for move in rejected.moves] == ["", DAY_OF_UPDATE]
    assert moves_of(applied) == [("applied", "2026-05-02")]
    # An update from before says nothing of what came after.
    assert moves_of(interviewing) == [("applied", "2026-05-03")]
    assert undated.applied_on is None
    kept = [dict(row.imported).get(header) for row in plan.rows]
    assert kept == [None, "2026-06-02", "2026-04-03", "2026-06-04"]


def test_without_a_day_of_applying_the_last_update_is_none() -> None:
    plan = plan_of(
        ("A", "x", "Applied", "2026-06-01"),
        ("B", "y", "Applied", "2026-06-02"),
        headers="Company,Role,Status,Last update",
    )
    assert [row.applied_on for row in plan.rows] == [None, None]
    plan = plan_of(("A", "x", "Applied", "2026-06-01"), headers="Company,Role,Status,Status date")
    assert plan.rows[0].applied_on == date(2026, 6, 1)


def test_a_better_day_of_the_status_wins_over_the_last_update() -> None:
    plan = plan_of(
        ("A", "x", "Rejected", "2026-06-01", "2026-05-20"),
        headers="Company,Role,Status,Last update,Status date",
    )
    assert moves_of(plan.rows[0]) == [("rejected", "2026-05-20")]
    assert dict(plan.rows[0].imported)["Last update"] == "2026-06-01"
    plan = plan_of(
        ("A", "x", "Rejected", "2026-06-01", "2026-05-20"),
        headers="Company,Role,Status,Last update,Date rejected",
    )
    assert moves_of(plan.rows[0]) == [("rejected", "2026-05-20")]
    assert dict(plan.rows[0].imported)["Last update"] == "2026-06-01"


@pytest.mark.parametrize("other", ["Start date", "Follow up", "Last updated"])
def test_a_day_of_something_else_is_no_day_of_applying(other: str) -> None:
    plan = plan_of(
        ("A", "x", "2026-06-01"), ("B", "y", "2026-06-02"), headers=f"Company,Role,{other}"
    )
    assert other not in plan.mapping


WORDS = st.sampled_from(
    ["2026-03-01", "3/4", "29 Feb", "Mar 01", "12/20/2025", "31.12.", "applied", "offer", "and",
     "test 9/10", "rejected", "flurbed", ":", ";", "\n", ",", ".", " > ", "(", ")", "at 5:30",
     "2/30", "Feb 30"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14).map(" ".join), st.none() | st.dates())
def test_any_cell_is_read(text: str, day: date | None) -> None:
    found = history_in(text, None, {} if day is None else {APPLIED: day})
    doubts = (*found.without_year, *found.in_two_ways, *found.may_be_shares)
    for named in (*doubts, *found.not_understood):
        assert named.strip()
        assert " ".join(named.split()) in " ".join(text.split())
