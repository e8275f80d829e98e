"""The work-search report: every activity of the period once, in its week, and sums that add up."""

from __future__ import annotations

import csv
import io
import itertools
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.commands.applications import NewApplication, add_application
from ats.commands.contacts import add_contact
from ats.commands.demo import add_sample_data
from ats.commands.importing import import_plan, plan_import
from ats.commands.reporting import REPORT_ENDINGS, activities, report_bytes
from ats.commands.stages import move
from ats.commands.timeline import add_interview, add_message, edit_interview
from ats.domain.problem import Problem
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import InterviewKind, InterviewResult
from ats.exchange.application_columns import unguarded
from ats.exchange.exports.report_layout import Column, ReportLayout
from ats.exchange.exports.report_layouts import LAYOUTS
from ats.exchange.exports.report_out import ReportOptions, report_paper
from ats.exchange.exports.work_search import ActivityKind, Week, WorkSearch
from ats.store import Store
from ats.store.queries.stages import first_of_kind
from tests.exchange.searches import empty_store

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2025, 11, 1), date(2027, 2, 1))
APPLICATIONS = st.lists(
    st.fixed_dictionaries(
        {
            "applied": st.one_of(st.none(), DAYS),
            "messages": st.lists(DAYS, max_size=3),
            "interviews": st.lists(st.tuples(DAYS, st.sampled_from(InterviewResult)), max_size=3),
        }
    ),
    max_size=5,
)


def fill(store: Store, search: list[dict[str, object]]) -> list[tuple[date, ActivityKind, str]]:
    """Put a search into a store; every activity there is in it."""
    told = []
    for number, wanted in enumerate(search):
        title = f"Role {number}"
        id = add_application(store, NewApplication(title=title, on=date(2025, 1, 1)))
        if wanted["applied"]:
            move(store, [id], first_of_kind(store, StageKind.APPLIED).id, on=wanted["applied"])
            told.append((wanted["applied"], ActivityKind.APPLICATION, title))
        for on in wanted["messages"]:
            add_message(store, id, "Hello", on=on)
            told.append((on, ActivityKind.MESSAGE, title))
        for on, result in wanted["interviews"]:
            add_interview(store, id, on, result=result)
            if result is not InterviewResult.CANCELLED:
                told.append((on, ActivityKind.INTERVIEW, title))
    return told


@given(APPLICATIONS, DAYS, st.integers(0, 500), st.sampled_from(ReportLayout))
def test_every_activity_of_the_period_is_there_once(
    search: list[dict[str, object]], since: date, days: int, layout: ReportLayout
) -> None:
    since = min(since, TODAY)
    until = since + timedelta(days=days)
    with empty_store() as store:
        told = fill(store, search)
        report = activities(store, since, until, ReportOptions(layout=layout))
    found = [(one.on, one.kind, one.role) for one in report.activities]
    assert sorted(found) == sorted(one for one in told if since <= one[0] <= min(until, TODAY))
    assert [one[0] for one in found] == sorted(one[0] for one in found)
    check_weeks(report, layout)


def check_weeks(report: WorkSearch, layout: ReportLayout) -> None:
    """The weeks follow each other, hold the period and their own activities, and add up."""
    weeks = report.weeks
    begins = LAYOUTS[layout].week_begins
    assert weeks[0].first <= report.since <= weeks[0].last
    assert weeks[-1].first <= report.until <= weeks[-1].last
    for before, after in itertools.pairwise(weeks):
        assert after.first == before.last + timedelta(days=1)
    for week in weeks:
        assert week.first.weekday() == begins
        assert (week.last - week.first).days == 6
        assert all(week.first <= one.on <= week.last for one in week.activities)
        assert week.counts.total() == len(week.activities)
    for kind in ActivityKind:
        assert sum(week.counts[kind] for week in weeks) == report.counts[kind]


def test_weeks_go_over_the_end_of_a_year(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker", on=date(2025, 12, 1)))
    move(store, [id], first_of_kind(store, StageKind.APPLIED).id, on=date(2026, 1, 1))
    german = ReportOptions(layout=ReportLayout.DE)
    report = activities(store, date(2025, 12, 29), date(2026, 1, 4), german)
    (week,) = report.weeks
    assert (week.first, len(week.activities)) == (date(2025, 12, 29), 1)
    assert german.wording.week(week.first, week.last) == "KW 1: 29.12.2025 bis 04.01.2026"
    american = ReportOptions(layout=ReportLayout.US)
    weeks = activities(store, date(2025, 12, 29), date(2026, 1, 4), american).weeks
    assert [week.first for week in weeks] == [date(2025, 12, 28), date(2026, 1, 4)]


def test_the_first_and_the_last_day_belong_to_the_period(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker", on=date(2026, 10, 1)))
    for on in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 8), date(2026, 11, 9)):
        add_message(store, id, "Hello", on=on)
    report = activities(store, date(2026, 11, 1), date(2026, 11, 8), ReportOptions())
    assert [one.on for one in report.activities] == [date(2026, 11, 1), date(2026, 11, 8)]


def test_what_is_planned_or_cancelled_is_no_activity(store: Store) -> None:
    id = add_application(store, NewApplication(title="Baker", on=date(2026, 10, 1)))
    add_interview(store, id, date(2026, 12, 1))
    held = add_interview(store, id, date(2026, 11, 20))
    period = (date(2026, 11, 1), date(2026, 12, 31))
    report = activities(store, *period, ReportOptions())
    assert [one.on for one in report.activities] == [date(2026, 11, 20)]
    assert report.until == store.today()
    edit_interview(store, held, result=InterviewResult.CANCELLED)
    assert activities(store, *period, ReportOptions()).activities == ()


def searching(store: Store) -> None:
    """One application with a history, a person, and an interview."""
    id = add_application(
        store,
        NewApplication(
            title="Baker", company="Crumb", link="https://crumb.example/jobs/1",
            locations=("Leeds",), source="=HYPERLINK(1)", on=date(2026, 8, 1),
        ),
    )  # fmt: skip
    for kind, on in (
        (StageKind.APPLIED, date(2026, 8, 3)),
        (StageKind.SCREENING, date(2026, 8, 8)),
    ):
        move(store, [id], first_of_kind(store, kind).id, on=on)
    add_contact(store, "Ann Oven", application_id=id, role="Head baker", phone="+44 20 1")
    add_interview(
        store, id, date(2026, 8, 10), kind=InterviewKind.PHONE, people="Bo Rye",
        result=InterviewResult.PASSED,
    )  # fmt: skip
    closed = first_of_kind(store, StageKind.CLOSED).id
    move(store, [id], closed, on=date(2026, 8, 20), outcome=Outcome.REJECTED)


AUGUST = (date(2026, 8, 1), date(2026, 8, 31))


@pytest.mark.parametrize(
    ("layout", "day", "history", "week", "result", "nothing"),
    [
        ("generic", "3 Aug 2026", "Applied (3 Aug) → Screening (8 Aug) → Rejected (20 Aug)",
         "Week of Mon 3 Aug 2026 to Sun 9 Aug 2026", "Passed", "No activity in this week."),
        ("us", "08/03/2026", "Applied (08/03) → Screening (08/08) → Rejected (08/20)",
         "Week ending Saturday, 08/08/2026 (08/02/2026 to 08/08/2026)", "Passed",
         "No activity in this week."),
        ("de", "03.08.2026", "Beworben (03.08.) → Vorauswahl (08.08.) → Absage (20.08.)",
         "KW 32: 03.08.2026 bis 09.08.2026", "Positiv", "Keine Eigenbemühungen in dieser Woche."),
        ("uk", "3 Aug 2026", "Applied (3 Aug) → Screening (8 Aug) → Rejected (20 Aug)",
         "Monday 3 August 2026 to Sunday 9 August 2026", "Passed", "No activity in this week."),
    ],
)  # fmt: skip
def test_layouts(
    store: Store, layout: str, day: str, history: str, week: str, result: str, nothing: str
) -> None:
    searching(store)
    options = ReportOptions(layout=ReportLayout(layout), name="Jo Ellis", reference="AB 12")
    report = activities(store, *AUGUST, options)
    text = report_bytes(report, ".md", store.today(), options).decode().replace("\\", "")
    text = text.replace("\u00a0", " ")
    for words in (day, history, f"## {week}", result, nothing, "Jo Ellis", "AB 12", "Crumb Leeds"):
        assert words in text, words
    for words in ("Ann Oven, Head baker", "Bo Rye", "https://crumb.example/jobs/1"):
        assert words in text, words
    page = report_bytes(report, ".html", store.today(), options).decode()
    assert f'<html lang="{options.wording.language}">' in page


def test_a_stage_the_person_named_keeps_its_name() -> None:
    assert LAYOUTS[ReportLayout.DE].stage_name("Coffee", StageKind.SCREENING) == "Coffee"
    assert LAYOUTS[ReportLayout.DE].stage_name("Offer", StageKind.OFFER) == "Angebot"


def test_each_layout_has_every_word() -> None:
    for wording in LAYOUTS.values():
        assert set(wording.columns) == set(Column)
        assert len(wording.paper_columns) == 7
        assert set(wording.kinds) == set(ActivityKind)
        assert set(wording.stages) == set(StageKind)
        assert set(wording.outcomes) == set(Outcome)
        assert set(wording.interviews) == set(InterviewKind)
        assert set(wording.results) == set(InterviewResult)


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_has_a_line_for_each_activity_and_each_empty_week(store: Store) -> None:
    searching(store)
    options = ReportOptions(name="=Jo", reference="+12")
    report = activities(store, *AUGUST, options)
    rows = rows_of(report_bytes(report, ".csv", store.today(), options))
    assert rows[0] == ["Work-search report"]
    assert rows[1:4] == [
        ["Name", "'=Jo"], ["Reference", "'+12"], ["Period", "2026-08-01", "2026-08-31"],
    ]  # fmt: skip
    top = next(at for at, row in enumerate(rows) if row[:2] == ["Week", "Date"])
    lines = rows[top + 1 : rows.index([], top)]
    assert [line[:3] for line in lines] == [
        ["2026-07-27", "", "No activity in this week."],
        ["2026-08-03", "2026-08-03", "Application"],
        ["2026-08-03", "2026-08-08", "Screening"],
        ["2026-08-10", "2026-08-10", "Interview: Phone call"],
        ["2026-08-17", "", "No activity in this week."],
        ["2026-08-24", "", "No activity in this week."],
        ["2026-08-31", "", "No activity in this week."],
    ]
    assert lines[1][7] == "'=HYPERLINK(1)"
    assert unguarded(lines[1][9]) == "+44 20 1"
    assert rows[-1] == ["All weeks", "1", "1", "1", "0", "3"]
    sums = [[int(cell) for cell in row[1:]] for row in rows[rows.index([], top) + 2 : -1]]
    assert [sum(column) for column in zip(*sums, strict=True)] == [1, 1, 1, 0, 3]


def test_the_paper_is_for_signing_and_its_size_is_the_offices(store: Store) -> None:
    searching(store)
    for layout, size in (("us", "letter"), ("de", "a4"), ("uk", "a4")):
        options = ReportOptions(layout=ReportLayout(layout))
        paper = report_paper(activities(store, *AUGUST, options), store.today(), options)
        assert (paper.size, paper.wide) == (size, True)
        assert paper.title == options.wording.title


def test_a_day_that_a_file_did_not_give_is_not_made_up(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text("Company,Title,Applied,Status\nAlpha,Baker,2026-03-02,Rejected\n", "utf-8")
    import_plan(store, plan_import(store, file))
    options = ReportOptions()
    report = activities(store, date(2026, 3, 2), date(2026, 3, 8), options)
    rows = rows_of(report_bytes(report, ".csv", store.today(), options))
    (line,) = [row for row in rows if "Alpha" in row]
    assert line[-1] == "Applied (2 Mar) → Rejected"


def test_periods_that_cannot_be(store: Store) -> None:
    with pytest.raises(Problem, match="before it begins"):
        activities(store, date(2026, 8, 2), date(2026, 8, 1), ReportOptions())
    for since, until in ((date.min, store.today()), (date(1900, 1, 1), date.max)):
        with pytest.raises(Problem, match="longer than ten years"):
            activities(store, since, until, ReportOptions(layout=ReportLayout.US))
    with pytest.raises(Problem, match="after today"):
        activities(store, date(2026, 12, 1), date(2026, 12, 2), ReportOptions())


def test_endings(store: Store) -> None:
    add_sample_data(store)
    report = activities(store, *AUGUST, ReportOptions())
    for ending in set(REPORT_ENDINGS) - {".pdf"}:
        assert report_bytes(report, ending, store.today(), ReportOptions())
    with pytest.raises(Problem, match=r"“\.docx”. It goes to \.pdf, \.html, \.md, \.csv or \.xlsx"):
        report_bytes(report, ".docx", store.today(), ReportOptions())
    with pytest.raises(Problem, match="no ending"):
        report_bytes(report, "", store.today(), ReportOptions())


def test_a_week_is_seven_days() -> None:
    assert Week(first=date(2026, 8, 3), activities=()).last == date(2026, 8, 9)
