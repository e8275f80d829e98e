"""Foreign tables: encodings, delimiters, headers, dates, status words, and hostile files."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.money import PayPeriod
from ats.domain.problem import Problem
from ats.domain.stage import Outcome, StageKind
from ats.exchange.application_columns import unguarded
from ats.exchange.exports.csv_out import sheet_csv
from ats.exchange.exports.sheet import Sheet
from ats.exchange.exports.sheets import (
    contacts_sheet,
    events_sheet,
    offers_sheet,
    requirements_sheet,
)
from ats.exchange.imports.day_cells import DateOrder, days_in, order_of
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.pay_cell import pay_in
from ats.exchange.imports.plan import Answers, ImportPlan
from ats.exchange.imports.status_words import status_of, statuses_of

LINKEDIN = (
    "Application Date,Contact Email,Contact Phone Number,Company Name,Job Title,Job Url,"
    "Resume Name,Question And Answers\r\n"
    '"3/13/25, 9:42 AM",me@mail.example, +4930123,Alpha GmbH,Welder,http://jobs.example/1,'
    "cv.pdf,Years?:3 | Notice?:0\r\n"
    '"3/4/25, 1:05 PM",me@mail.example,,Beta,"Baker, night shift",http://jobs.example/2,,\r\n'
)
SHEET = (
    "Company,Title,Status,Date applied,Location,Salary,Notes,Mood\n"
    'Alpha,Welder,Interviewing,14/03/2025,"Oslo; Bergen","$120,000 - $150,000",Call Ann,fine\n'
    "Beta,Baker,Rejected,03/04/2025,Remote,60k,,\n"
    "Gamma,Nurse,Ghosted,,,competitive,,\n"
    ",,,,,,,\n"
    "Total,,,,,180k,,\n"
)


def plan_of(text: str) -> ImportPlan:
    return read_import(text.encode(), "sheet.csv")


def test_a_plain_sheet() -> None:
    plan = plan_of(SHEET)
    alpha, beta, gamma = plan.rows
    assert (alpha.company, alpha.title, alpha.stage_kind) == (
        "Alpha", "Welder", StageKind.INTERVIEWING,
    )  # fmt: skip
    assert alpha.applied_on == date(2025, 3, 14)
    assert alpha.locations == ("Oslo", "Bergen")
    assert (alpha.pay.least_amount, alpha.pay.most_amount) == (120_000, 150_000)
    assert alpha.pay.currency == "USD"
    assert alpha.notes == "Call Ann"
    assert alpha.imported == (("Mood", "fine"),)
    assert (beta.outcome, beta.applied_on) == (Outcome.REJECTED, date(2025, 4, 3))
    assert (gamma.stage_kind, gamma.outcome) == (StageKind.CLOSED, Outcome.NO_RESPONSE)
    assert dict(gamma.imported) == {"Status": "Ghosted", "Salary": "competitive"}
    assert [(item.row, item.column, item.value) for item in plan.problems] == [
        (4, "Salary", "competitive")
    ]
    assert [item.row for item in plan.ignored] == [6]
    assert plan.mapping["Date applied"] == "applied"
    assert "Mood" not in plan.mapping


def test_applications_as_a_network_exports_them() -> None:
    first, second = plan_of(LINKEDIN).rows
    assert (first.stage_kind, first.applied_on) == (StageKind.APPLIED, date(2025, 3, 13))
    assert second.applied_on == date(2025, 3, 4)
    assert second.title == "Baker, night shift"
    assert dict(first.imported)["Contact Phone Number"] == " +4930123"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(encoding: str, delimiter: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow([])
    writer.writerow(["Firma", "Stelle", "Bewerbungsdatum", "Notizen"])
    writer.writerow(["Müller, Söhne & Co; KG", "Bäcker | Nacht", "12.4.2025", "a, b; c | d\te"])
    (row,) = read_import(text.getvalue().encode(encoding), "x").rows
    assert (row.company, row.title) == ("Müller, Söhne & Co; KG", "Bäcker | Nacht")
    assert row.applied_on == date(2025, 4, 12)
    assert row.notes == "a, b; c | d\te"


def test_preamble_repeated_header_ragged_rows_and_nameless_columns() -> None:
    plan = plan_of(
        "My search 2025\n\n,Company,Role,Company,Status\n1,A,x,B,Applied\n"
        ",Company,Role,Company,Status\n2,C,y\n3,D,z,,Applied,more,\n"
    )
    assert [(row.company, row.title) for row in plan.rows] == [("A", "x"), ("C", "y"), ("D", "z")]
    assert plan.rows[0].imported == (("Column 1", "1"), ("Company (2)", "B"))
    assert plan.rows[2].imported == (("Column 1", "3"), ("Column 6", "more"))
    assert [(item.row, item.reason) for item in plan.ignored] == [(5, "It repeats the headers.")]


@pytest.mark.parametrize(
    "name",
    [
        "March", "=== MARCH ===", "— März 2026 —", "May 2026", "** Mar '26 **", "2026 août",
        "février:", "Dezember", "3月", "2026年3月",
    ],
)  # fmt: skip
def test_the_name_of_a_month_alone_is_a_heading(name: str) -> None:
    plan = plan_of(
        f"Company,Role,Status,Applied\n{name},,,\nA,x,Applied,2026-03-01\n"
        f"{name},{name},{name},{name}\nMarch,Welder,Applied,2026-03-02\nSet,,,\n"
    )
    assert [row.company for row in plan.rows] == ["A", "March", "Set"]
    assert {each.row: each.reason for each in plan.ignored} == dict.fromkeys(
        (2, 4), "It is a heading, not an application."
    )


def test_a_formula_in_a_text_file_is_no_status_and_its_guard_makes_it_text() -> None:
    plan = plan_of(
        "Company,Role,Status,Tags\n"
        'A,\'=Cook(1),"=IF(1,""Rejected"",""Foo"")",x\nB,=Baker,=> Interview,=A2\n'
    )
    first, second = plan.rows
    assert (first.title, first.stage_kind) == ("=Cook(1)", StageKind.SAVED)
    assert first.imported == (("Status", '=IF(1,"Rejected","Foo")'),)
    assert (second.title, second.stage_kind, second.tags) == ("=Baker", StageKind.INTERVIEWING, ())
    assert [(item.row, item.column, item.reason) for item in plan.problems] == [
        (2, "Status", "The formula has no saved value."),
        (3, "Tags", "The formula has no saved value."),
    ]
    assert plan.status_questions == ()


def test_one_month_alone_may_be_the_name_of_a_company() -> None:
    rows = "A,x,Applied,2026-03-01\nMars,,,\nB,y,Applied,2026-03-02\n"
    plan = plan_of(f"Company,Role,Status,Applied\n{rows}")
    assert [row.company for row in plan.rows] == ["A", "Mars", "B"]
    assert plan.ignored == ()
    for other in ("April,,,", "2026,,,", "=== May ===,,,"):
        plan = plan_of(f"Company,Role,Status,Applied\n{rows}{other}\nC,z,,\n")
        assert [row.company for row in plan.rows] == ["A", "B", "C"]
        assert [item.row for item in plan.ignored] == [3, 5]


def test_a_month_alone_below_numbers_is_a_heading_and_below_companies_is_none() -> None:
    plan = plan_of("No,Company,Role\nMarch,,\n1,A,x\n,Dec,\n,,Mai\n")
    assert [(row.company, row.title) for row in plan.rows] == [
        ("A", "x"), ("Dec", ""), ("", "Mai"),
    ]  # fmt: skip
    assert [item.row for item in plan.ignored] == [2]


@pytest.mark.parametrize(
    ("cell", "contacts", "emails"),
    [
        ("Ann Lee <ann@a.example>, Head of HR", ["Ann Lee"], ["ann@a.example"]),
        ("Ann Lee <ann@a.example>, +49 170 1234567", ["Ann Lee"], ["ann@a.example"]),
        (
            "Ann <ann@a.example>, HR; Bo <bo@a.example>, Ray, Cy <cy@a.example>",
            ["Ann", "Bo", "Ray, Cy"], ["ann@a.example", "bo@a.example", "cy@a.example"],
        ),
    ],
)  # fmt: skip
def test_what_stands_behind_an_address_is_no_person(
    cell: str, contacts: list[str], emails: list[str]
) -> None:
    (row,) = plan_of(f'Company,Role,Contact\nA,x,"{cell}"\n').rows
    assert [*row.contacts] == contacts
    assert [email for _, email in row.emails] == emails
    assert row.imported == (("Contact", cell),)


def test_two_columns_never_hold_one_field_and_usual_headers_win() -> None:
    plan = plan_of(
        "Company,Role,Deadline date,Interview date,Date applied,Applied through,Applied\n"
        "A,x,2025-05-01,2025-04-02,2025-03-01,LinkedIn,Yes\n"
    )
    assert len(set(plan.mapping.values())) == len(plan.mapping)
    assert plan.mapping["Date applied"] == "applied"
    assert plan.mapping["Applied through"] == "source"
    assert plan.rows[0].applied_on == date(2025, 3, 1)


def test_history_from_columns_and_from_one_cell() -> None:
    plan = plan_of(
        "Company,Role,Date saved,Date applied,Phone screen,Onsite,Result\n"
        "A,x,2025-03-01,2025-03-02,2025-03-10,yes,Rejected :(\n"
        'B,y,2025-03-01,,,,"Saved,Applied,Interview"\n'
    )
    first, second = plan.rows
    assert [(move.kind, move.on) for move in first.moves] == [
        (StageKind.SAVED, date(2025, 3, 1)),
        (StageKind.APPLIED, date(2025, 3, 2)),
        (StageKind.SCREENING, date(2025, 3, 10)),
        (StageKind.INTERVIEWING, date(2025, 3, 10)),
        (StageKind.CLOSED, date(2025, 3, 10)),
    ]
    assert first.moves[3].note == "The imported file does not give the day."
    assert second.stage_kind is StageKind.INTERVIEWING
    # Nobody said when: the day of applying is never made up.
    assert second.applied_on is None


def test_the_status_decides_and_later_days_are_kept_as_text() -> None:
    (row,) = plan_of(
        "Company,Role,Status,Date applied,Interview date\nA,x,Submitted,2025-03-02,2025-03-09\n"
    ).rows
    assert row.stage_kind is StageKind.APPLIED
    assert dict(row.imported) == {"Status": "Submitted", "Interview date": "2025-03-09"}


def test_unreadable_cells_are_reported_and_kept() -> None:
    plan = plan_of(
        "Company,Role,Status,Date applied,Excitement,Link\n"
        "A,x,Waitlisted,31/02/2025,eight,by phone\n"
        "B,y,Applied,2025-02-01,4,https://b.example\n"
    )
    assert {item.column: item.reason for item in plan.problems} == {
        "Status": "“Waitlisted” isn’t a known status.",
        "Date applied": "“31/02/2025” isn’t a date.",
        "Excitement": "It isn’t a number from 1 to 5.",
        "Link": "It isn’t a link.",
    }
    assert dict(plan.rows[0].imported) == {
        "Status": "Waitlisted", "Date applied": "31/02/2025", "Excitement": "eight",
        "Link": "by phone",
    }  # fmt: skip


def test_order_of_dates() -> None:
    text = "Company,Role,Date applied\nA,x,03/04/2025\n"
    plan = plan_of(text)
    assert "the other way round" in plan.problems[0].reason
    for order, day in ((DateOrder.DMY, date(2025, 4, 3)), (DateOrder.MDY, date(2025, 3, 4))):
        answered = read_import(text.encode(), "x", Answers(date_order=order))
        assert answered.problems == ()
        assert answered.rows[0].applied_on == day
    assert order_of(["03/04/2025", "13/04/2025"]) is DateOrder.DMY
    assert order_of(["03/04/2025", "03/14/2025"]) is DateOrder.MDY
    assert order_of(["03/04/2025, 9:15 PM"]) is DateOrder.MDY
    assert order_of(["2025-04-03", "3.4.2025"]) is None


def test_dots_are_day_first_whatever_other_signs_say() -> None:
    text = "Company,Role,Date applied\nA,x,01.03.2026\nB,y,3/16/2026\nC,z,3/4/2026\n"
    days = [date(2026, 3, 1), date(2026, 3, 16), date(2026, 3, 4)]
    assert [row.applied_on for row in plan_of(text).rows] == days
    answered = read_import(text.encode(), "x", Answers(date_order=DateOrder.MDY))
    assert [row.applied_on for row in answered.rows] == days
    # Only where there is no such month are they the other way round; that says nothing of slashes.
    assert days_in("03.16.2026")[0].on == date(2026, 3, 16)
    assert order_of(["03.16.2026", "3/4/2026"]) is None


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2025-06-30", "2025-06-30"), ("2025-10-25T15:24:09.804124Z", "2025-10-25"),
        ("7/19/2019", "2019-07-19"), ("14 Jan 2026", "2026-01-14"), ("01.02.23", "2023-02-01"),
        ("4-May-26", "2026-05-04"), ("March 26, 2024", "2024-03-26"), ("45951", "2025-10-21"),
        ("1er mars 2026", "2026-03-01"), ("Mon, 5 Oct 2026", "2026-10-05"),
    ],
)  # fmt: skip
def test_days(cell: str, day: str) -> None:
    assert [found.on.isoformat() for found in days_in(cell)] == [day]
    assert days_in(cell)[0].whole


@pytest.mark.parametrize(
    "cell", ["8-Jul", "8/82019 ", "N/A", "yes", "31/02/2026", "3000000", "v1.2"]
)
def test_no_days(cell: str) -> None:
    assert not days_in(cell)


@pytest.mark.parametrize(
    ("cell", "least", "most", "currency", "period"),
    [
        ("$120,000 - $150,000", 120_000, 150_000, "USD", PayPeriod.YEAR),
        ("£80k", 80_000, 80_000, "GBP", PayPeriod.YEAR),
        ("38.500,00 €", 38_500, 38_500, "EUR", PayPeriod.YEAR),
        ("55 000 €", 55_000, 55_000, "EUR", PayPeriod.YEAR),
        ("30LPA", 3_000_000, 3_000_000, "INR", PayPeriod.YEAR),
        ("$45.50/hour", Decimal("45.5"), Decimal("45.5"), "USD", PayPeriod.HOUR),
        ("1.2 Cr", 12_000_000, 12_000_000, "INR", PayPeriod.YEAR),
        ("42 000 kr/month", 42_000, 42_000, None, PayPeriod.MONTH),
        ("2500 PLN", 2_500, 2_500, "PLN", None),
        ("90-100k", 90_000, 100_000, None, PayPeriod.YEAR),
        ("up to CHF 110'000 p.a.", None, 110_000, "CHF", PayPeriod.YEAR),
        ("€60-70k", 60_000, 70_000, "EUR", PayPeriod.YEAR),
    ],
)
def test_pay(
    cell: str,
    least: Decimal | None,
    most: Decimal | None,
    currency: str | None,
    period: PayPeriod | None,
) -> None:
    pay = pay_in(cell)
    assert pay is not None
    assert (pay.least_amount, pay.most_amount, pay.currency, pay.period) == (
        least, most, currency, period,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("word", "kind", "outcome"),
    [
        ("Wishlist", StageKind.SAVED, None),
        ("À envoyer", StageKind.SAVED, None),
        ("APPLIED", StageKind.APPLIED, None),
        ("Phone Screen", StageKind.SCREENING, None),
        ("HR/ Hiring Manager Interview", StageKind.INTERVIEWING, None),
        ("Rejected after onsite", StageKind.CLOSED, Outcome.REJECTED),
        ("Interview – rejected", StageKind.CLOSED, Outcome.REJECTED),
        ("Offer declined", StageKind.CLOSED, Outcome.DECLINED),
        ("No offer", StageKind.CLOSED, Outcome.REJECTED),
        ("Ghosted", StageKind.CLOSED, Outcome.NO_RESPONSE),
        ("acceptedOffer", StageKind.CLOSED, Outcome.ACCEPTED),
        ("Role filled", StageKind.CLOSED, Outcome.ROLE_GONE),
        ("Applied, position cancelled", StageKind.CLOSED, Outcome.ROLE_GONE),
        ("Offer of interview", StageKind.INTERVIEWING, None),
        ("got an offer to interview", StageKind.INTERVIEWING, None),
        ("Offered a first interview", StageKind.INTERVIEWING, None),
        ("Awaiting offer of an interview", StageKind.APPLIED, None),
        ("Offer of employment after interview", StageKind.OFFER, None),
        ("Rejected after interview cancelled", StageKind.CLOSED, Outcome.REJECTED),
        ("Interview cancelled, rescheduled", StageKind.INTERVIEWING, None),
        ("Nach dem Gespräch abgesagt", StageKind.CLOSED, Outcome.REJECTED),
    ],
)
def test_status_words(word: str, kind: StageKind, outcome: Outcome | None) -> None:
    status = status_of(word)
    assert status is not None
    assert (status.kind, status.outcome) == (kind, outcome)


@pytest.mark.parametrize(
    "word",
    [
        "", "Not sure", "announced", "ccepted", "true", "Promising", "Interview canceled",
        "interview 9 Aug 2026 cancelled", "interview cancelled 9 Aug 2026",
        "Vorstellungsgespräch am 9.8.2026 abgesagt", "Entretien annulé le 9 août 2026",
    ],
)  # fmt: skip
def test_unknown_status_words(word: str) -> None:
    assert status_of(word) is None


@pytest.mark.parametrize(
    "word",
    [
        "On hold", "on-hold", "Paused", "Frozen", "Postponed", "Zurückgestellt", "En pause",
        "Role on hold", "Position on hold", "Hiring on hold",
    ],
)  # fmt: skip
def test_what_is_on_hold_is_not_over_and_asked_about(word: str) -> None:
    plan = plan_of(
        "Company,Role,Status,Date applied,Interview date\n"
        f"A,x,{word},2026-03-01,2026-03-09\nB,y,{word},2026-03-02,\n"
    )
    assert [row.outcome for row in plan.rows] == [None, None]
    assert [row.stage_kind for row in plan.rows] == [StageKind.INTERVIEWING, StageKind.APPLIED]
    (question,) = plan.status_questions
    assert (question.rows, question.assumed) == (2, "applied")
    assert {"role_gone", "rejected"} < set(question.meanings[:4])
    answered = Answers(statuses={word: "role_gone"})
    text = f"Company,Role,Status\nA,x,{word}\n"
    assert read_import(text.encode(), "x", answered).rows[0].outcome is Outcome.ROLE_GONE


@pytest.mark.parametrize("word", ["Waitlisted", "Wait-list", "Warteliste", "Liste d’attente"])
def test_a_waiting_list_is_asked_about(word: str) -> None:
    plan = plan_of(f"Company,Role,Status\nA,x,{word}\n")
    (question,) = plan.status_questions
    assert (question.assumed, question.meanings[:3]) == (
        "",
        ("interviewing", "applied", "rejected"),
    )


def test_several_statuses_are_put_in_order() -> None:
    assert [status.kind for status in statuses_of("Rejected, Applied")] == [
        StageKind.APPLIED, StageKind.CLOSED,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"\n\n , \n", "is empty"),
        (b"Company,Role\nA,x\0y\n", "line 2 has a zero byte"),
        (b'Company,Role\nA,"x\nB,y\n', "quotation mark in line 2"),
        (b'Company,Role\nA,x\n"', "quotation mark in line 3"),
        (b'""\n\x0b', "is empty"),
        (b"Company,Role\nA," + b"x" * 5_000_000, "line 2 is too long"),
        (b"Company,Role\nA," + b"," * 2_000, "Line 2"),
        (b"Company,Role\nA," + b"," * 2_000_000, "Line 2"),
        (b"PK\x03\x04" + bytes(range(256)), "is damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(1, 256)) * 4, "is a picture"),
        (bytes(range(1, 256)) * 4, "isn’t a text file"),
        (b"\xff\xfeA", "is damaged"),
        (b'{"name": "board"}', "has no list of applications"),
        (b"Company,Role\n", "no rows"),
        (b"colour,size\nred,4\n", "its columns are colour, size"),
        (b"First Name,Last Name,Company,Position\nA,B,C,D\n", "lists people"),
        (b"Company,Source,Target\nA,Applied,Rejected\n", "moves between stages"),
    ],
)
def test_what_is_no_table_of_applications_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_import(content, "file.csv")


@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(str.encode)))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for head in (b"", b"Company,Role,Status,Date applied,Salary,Notes\n"):
        try:
            plan = read_import(head + content, "file.csv")
        except Problem:
            continue
        assert plan.row_count == len(plan.rows) + len(plan.ignored)


CELLS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.sampled_from(["2025-03-04", "3/4/25", "Applied", "Rejected", "$5k", "yes", "N/A", "'=1"]),
)


@given(st.lists(st.lists(CELLS, min_size=9, max_size=9), min_size=1, max_size=5))
def test_no_cell_is_lost(table: list[list[str]]) -> None:
    """What is in a row of an application is in a field or kept, word for word."""
    headers = "Company;Role;Status;Date applied;Deadline;Salary;Notes;Link;Odd".split(";")
    text = io.StringIO()
    csv.writer(text).writerows([headers, *table])
    try:
        plan = plan_of(text.getvalue())
    except Problem:
        return
    for row in plan.rows:
        cells, kept = table[row.row - 2], dict(row.imported)
        assert kept.get("Odd", "").strip() == unguarded(cells[8]).strip()
        for problem in plan.problems:
            if problem.row == row.row and "other way round" not in problem.reason:
                assert problem.column in kept


def test_mapping_given_by_the_person_wins() -> None:
    text = b"Firm,What,When\nA,x,2025-03-01\n"
    plan = read_import(
        text, "x", Answers(mapping={"firm": "company", "What": "title", "When": "saved"})
    )
    assert plan.mapping == {"Firm": "company", "What": "title", "When": "saved"}
    assert plan.rows[0].stage_kind is StageKind.SAVED
    with pytest.raises(Problem, match="no column “Nope”"):
        read_import(text, "x", Answers(mapping={"Nope": "title"}))
    with pytest.raises(Problem, match="no field “colour”"):
        read_import(text, "x", Answers(mapping={"Firm": "colour"}))
    with pytest.raises(Problem, match="can’t both be title"):
        read_import(text, "x", Answers(mapping={"Firm": "title", "What": "title"}))


def test_own_stage_names_are_known() -> None:
    text = b"Company,Role,Status\nA,x,Coffee chat with Ann\n"
    plan = read_import(text, "x", stages={"coffee chat with ann": StageKind.SCREENING})
    assert (plan.rows[0].stage, plan.rows[0].stage_kind) == (
        "Coffee chat with Ann", StageKind.SCREENING,
    )  # fmt: skip
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("sheet", "what"),
    [
        (events_sheet([], {}), "events"),
        (offers_sheet([], {}), "offers"),
        (contacts_sheet([], [], {}), "contacts"),
        (requirements_sheet([], {}), "requirements"),
    ],
)
def test_our_other_lists_are_not_applications(sheet: Sheet, what: str) -> None:
    content = sheet_csv(sheet)
    with pytest.raises(Problem, match=f"mine.csv lists {what}, not applications"):
        read_import(content, "mine.csv")


def test_the_first_rows_are_shown_as_they_stand() -> None:
    plan = read_import(("Our search\n\n" + SHEET).encode(), "sheet.csv")
    assert [number for number, _ in plan.first_rows] == [4, 5, 6, 8]
    assert plan.first_rows[1][1][:4] == ("Beta", "Baker", "Rejected", "03/04/2025")
