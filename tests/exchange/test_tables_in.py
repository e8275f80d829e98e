"""What tables of people and programs mean: columns by names and by content, rows that are no
applications, histories, and what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest

from ats.domain.problem import Problem
from ats.domain.stage import Outcome, StageKind
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan, ImportRow

APPLIED, CLOSED = StageKind.APPLIED, StageKind.CLOSED


def plan_of(text: str, answers: Answers | None = None) -> ImportPlan:
    return read_import(text.encode(), "sheet.csv", answers)


def moves(row: ImportRow) -> list[tuple[StageKind | None, date | None]]:
    return [(move.kind, move.on) for move in row.moves]


@pytest.mark.parametrize(
    "headers",
    [
        "Firma;Stelle;Bewerbungsdatum;Status;Gehalt;Ort",
        "Entreprise;Poste;Date d'envoi;Statut;Salaire;Ville",
        "Empresa;Puesto;Fecha de solicitud;Estado;Salario;Y",
        "Azienda;Ruolo;Data candidatura;Stato;Stipendio;Y",
        "Empresa;Vaga;Data da candidatura;Situação;Salário;Y",
        "Bedrijf;Functie;Sollicitatiedatum;Status;Salaris;Y",
        "Företag;Tjänst;Ansökningsdatum;Status;Lön;Y",
        "公司名称;岗位;投递时间;当前状态;薪资;Y",
        "Company/Organisation;Job Title (exact);Date (DD/MM/YYYY);Status*;Salary (EUR);Y",
    ],
)
def test_headers_in_many_languages(headers: str) -> None:
    plan = plan_of(f"{headers}\nAlpha;Welder;12.04.2025;Applied;38.500 €;y\n")
    assert list(plan.mapping.values())[:5] == ["company", "title", "applied", "stage", "salary"]
    assert plan.rows[0].applied_on == date(2025, 4, 12)
    assert {column.why for column in plan.columns[:5]} == {"name"}


@pytest.mark.parametrize(
    "headers",
    [
        "Company;What;Where;When sent;Where found",
        "Firma;Was;Wo;Wann beworben;Wo gefunden",
        "Entreprise;Quoi;Où;Quand;Où trouvé",
        "Empresa;Qué;Dónde;Cuándo;Encontrado en",
        "Azienda;Cosa;Dove;Quando;Trovato su",
        "Bedrijf;Wat;Waar;Wanneer;Gevonden op",
        "Företag;Vad;Var;När;Hittad på",
    ],
)
def test_headers_may_ask(headers: str) -> None:
    plan = plan_of(f"{headers}\nAlpha;Welder;Oslo;12.04.2025;Ann\nBeta;Cook;Leeds;14.04.2025;Bob\n")
    assert list(plan.mapping.values()) == ["company", "title", "location", "applied", "source"]
    assert {column.why for column in plan.columns} == {"name"}


@pytest.mark.parametrize(
    ("headers", "cells", "field"),
    [
        ("Company,Role applied for,What", "Alpha,Welder,Mail", "title"),
        ("Firma,Wo,Einsatzort (Stadt)", "Alpha,Zimmer 3,Oslo", "location"),
        ("Firma,Stelle,Wann,Versandt am", "Alpha,Koch,2026-01-02,2026-01-05", "applied"),
    ],
)
def test_a_header_that_asks_does_not_win_over_a_better_one(
    headers: str, cells: str, field: str
) -> None:
    names = headers.split(",")
    better = next(name for name in names[1:] if name not in ("What", "Wo", "Wann", "Stelle"))
    plan = plan_of(f"{headers}\n{cells}\n")
    assert plan.mapping[better] == field


def test_what_was_done_is_no_role() -> None:
    plan = plan_of("Company,What,When\nAlpha,Applied,2026-01-02\nBeta,Interview,2026-01-09\n")
    assert plan.mapping.get("What") != "title"
    with pytest.raises(ColumnsUnknown):
        plan_of("When,What,Amount\n2026-01-02,Paper,4.50\n2026-01-09,Pens,2.00\n")


def test_the_best_column_wins_a_field() -> None:
    plan = plan_of(
        "Company,Role,Interview date,Deadline date,Date applied,Applied through,Contact email,"
        "Company size,Start date,Applied,Glassdoor rating\n"
        "A,Welder,2026-05-09,2026-05-30,2026-05-01,LinkedIn,a@x.example,50,2026-07-01,Yes,3.9\n"
    )
    assert plan.mapping == {
        "Company": "company", "Role": "title", "Interview date": "interviewing",
        "Deadline date": "deadline", "Date applied": "applied", "Applied through": "source",
    }  # fmt: skip
    assert dict(plan.rows[0].imported)["Start date"] == "2026-07-01"


def test_columns_are_told_by_their_cells() -> None:
    plan = plan_of(
        "Yritys;Tehtävä;Haettu;Tila;Linkki;Muuta\n"
        "Alpha Oy;Software Engineer;12.4.2026;Applied;https://a.example/1;x\n"
        "Beta Oy;Data Analyst;13.4.2026;Rejected;https://b.example/2;\n"
    )
    found = {column.header: (column.field, column.why) for column in plan.columns}
    assert found["Linkki"] == ("link", "content")
    assert found["Haettu"] == ("applied", "content")
    assert found["Tila"] == ("stage", "content")
    assert found["Tehtävä"] == ("title", "content")
    assert found["Yritys"] == ("company", "content")
    assert found["Muuta"] == ("", "")


def test_formulas_that_are_links_make_a_column_of_links() -> None:
    plan = plan_of(
        "Company,Role,Link\n"
        'Alpha,Welder,"=HYPERLINK(""https://a.example/1"",""apply """now"""")"\n'
        'Beta,Baker,"=HYPERLINK(""https://b.example/2"")"\n'
        'Gamma,Cook,"=hyperlink( ""https://c.example/3"";B4)"\n'.replace('\\"', '""')
    )
    assert plan.mapping["Link"] == "link"
    assert [row.link for row in plan.rows] == [
        "https://a.example/1", "https://b.example/2", "https://c.example/3",
    ]  # fmt: skip


def test_long_addresses_are_links() -> None:
    long = "https://a.example/jobs?from=" + "x" * 300
    for header in ("Link", "Muuta"):
        plan = plan_of(
            f'Company,Role,{header}\nA,Cook,{long}1\nB,Cook,"=HYPERLINK(""{long}2"",""to it"")"\n'
        )
        assert plan.mapping[header] == "link"
        assert [row.link for row in plan.rows] == [f"{long}1", f"{long}2"]
    about = plan_of(f"Company,Role,Muuta\nA,Cook,{long} is where it is\nB,Cook,{long} too\n")
    assert "Muuta" not in about.mapping


def test_an_amount_whose_currency_stays_open_is_kept_as_it_stands() -> None:
    plan = plan_of(
        'Company,Role,Salary\nA,Cook,"1.200.000 ¥"\nB,Cook,450 000 kr\nC,Cook,$90k\nD,Cook,90k\n'
        "E,Cook,50k 円\n"
    )
    assert [row.pay.currency for row in plan.rows] == [None, None, "USD", None, None]
    assert [row.imported for row in plan.rows] == [
        (("Salary", "1.200.000 ¥"),), (("Salary", "450 000 kr"),), (), (), (("Salary", "50k 円"),),
    ]  # fmt: skip
    ends = plan_of(
        "Company,Role,Salary min,Salary max,Currency\n"
        "A,Cook,400 000 kr,450 000 kr,\nB,Cook,400 000 kr,450 000 kr,SEK\n"
    )
    assert ends.rows[0].imported == (
        ("Salary min", "400 000 kr"), ("Salary max", "450 000 kr"),
    )  # fmt: skip
    assert ends.rows[1].imported == ()


def test_a_table_without_headers() -> None:
    text = (
        "2026-01-04,Alpha,Software Engineer,https://a.example/1,Applied\n"
        "2026-01-05,Beta,Data Analyst,,Interview\n"
    )
    plan = plan_of(text)
    assert plan.header_row == 0
    assert [(row.company, row.title, row.applied_on) for row in plan.rows] == [
        ("Alpha", "Software Engineer", date(2026, 1, 4)),
        ("Beta", "Data Analyst", date(2026, 1, 5)),
    ]
    with pytest.raises(ColumnsUnknown) as unknown:
        plan_of("one line of prose\nand another\n")
    assert unknown.value.plan.rows == ()


def test_the_row_of_headers_is_found_or_told() -> None:
    text = "My search,,\nupdated 3 May,,\n,,\nEmployer,Position,Date\nAlpha,Welder,2026-01-02\n"
    assert plan_of(text).header_row == 4
    assert plan_of(text, Answers(header_row=4)).rows == plan_of(text).rows
    none = plan_of(
        "Alpha,Welder\nBeta,Baker\n", Answers(header_row=0, mapping={"Column 1": "title"})
    )
    assert [row.title for row in none.rows] == ["Alpha", "Beta"]
    with pytest.raises(Problem, match="no headers in row 9"):
        plan_of(text, Answers(header_row=9))


UMLAUTS = "Company,Role,Notes\nMüller,Bäcker,früh\nAlpha,Cook,x\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (b"\xef\xbb\xbf" + UMLAUTS.encode() + b"Beta,Nurse,by \xff night\n", "utf-8-sig"),
        (UMLAUTS.encode() + b"Beta,Nurse,by \xff night\n", "utf-8"),
        (
            b"\xef\xbb\xbfCompany,Role,Notes\nM,Baker,\nA,Cook,no letter beyond\n"
            b"Beta,Nurse,by \xff night\n",
            "utf-8-sig",
        ),
    ],
)
def test_a_damaged_byte_does_not_stop_a_file(content: bytes, encoding: str) -> None:
    plan = read_import(content, "sheet.csv")
    assert (plan.encoding, len(plan.rows)) == (encoding, 3)
    assert plan.rows[-1].notes == "by \ufffd night"
    (problem,) = plan.problems
    assert (problem.row, problem.column, problem.value) == (4, "Notes", "by \ufffd night")
    assert problem.reason == "It has signs that are not UTF-8; “\ufffd” stands for them."
    assert plan.columns[0].header == "Company"
    told = read_import(content, "sheet.csv", Answers(encoding="cp1252"))
    assert told.rows[-1].notes == "by ÿ night"
    assert (told.columns[0].header, told.problems) == ("Company", ())


def test_a_byte_that_is_no_sign_in_the_encoding_that_was_told_is_named() -> None:
    content = UMLAUTS.encode("cp1252") + b"Beta,Nurse,by \x81 night\n"
    plan = read_import(content, "sheet.csv", Answers(encoding="cp1252"))
    assert [row.notes for row in plan.rows] == ["früh", "x", "by \ufffd night"]
    assert [each.reason for each in plan.problems] == [
        "It has signs that are not CP1252; “\ufffd” stands for them."
    ]
    with pytest.raises(Problem, match=r"^Line 2 of sheet\.csv has signs that are not UTF-8\."):
        read_import(UMLAUTS.encode("cp1252"), "sheet.csv", Answers(encoding="utf-8"))


def test_a_sign_of_damage_that_stands_in_the_file_is_a_sign() -> None:
    plan = plan_of("Company,Role\nAlpha \ufffd,Cook\n")
    assert (plan.rows[0].company, plan.problems) == ("Alpha \ufffd", ())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"\xef\xbb\xbfA,B\n\xff\xfe,\xff",
            "Line 2 of x.csv has signs that are not UTF-8, which it",
        ),
        (
            "A,B\nопыт,опыт".encode("koi8_r"),
            "Line 2 of x.csv has signs that are not UTF-8, and its",
        ),
        (b"\xef\xbb\xbfCompany,Role\nM\xc3\xbc\0,B\n", "line 2 has a zero byte"),
    ],
)
def test_a_file_that_is_not_read_says_where(content: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_import(content, "x.csv")


def test_encoding_and_delimiter_can_be_told() -> None:
    content = "Company|Role\nMüller|Koch\n".encode("cp850")
    plan = read_import(content, "x", Answers(encoding="cp850", delimiter="|"))
    assert (plan.rows[0].company, plan.encoding, plan.delimiter) == ("Müller", "cp850", "|")
    assert plan_of("sep=;\nCompany;Role\nA, B;Cook\n").rows[0].company == "A, B"
    with pytest.raises(Problem, match="can’t be read as klingon"):
        plan_of("Company,Role\nA,B\n", Answers(encoding="klingon"))
    with pytest.raises(Problem, match="can’t part the cells"):
        plan_of("Company,Role\nA,B\n", Answers(delimiter="ab"))


def test_rows_that_are_no_applications_are_named() -> None:
    plan = plan_of(
        "<<<<<<< HEAD,,\nCompany,Role,Date\nWeek 1,,\nAlpha,Welder,2026-01-04\n=======,,\n"
        "----,----,----\nCompany,Role,Date\nJanuary 2026,,\nTotal,Engineer,2026-01-05\n"
        ">>>>>>> branch,,\nTOTAL,2,\nNetflix,,\n"
    )
    assert [(row.company, row.title) for row in plan.rows] == [
        ("Alpha", "Welder"), ("Total", "Engineer"), ("Netflix", ""),
    ]  # fmt: skip
    assert [ignored.row for ignored in plan.ignored] == [3, 5, 6, 7, 8, 10, 11]
    assert all(ignored.reason for ignored in plan.ignored)


@pytest.mark.parametrize(
    ("headers", "preset"),
    [
        ("Application Date,Contact Email,Company Name,Job Title,Job Url", "LinkedIn"),
        ("Title,Company,List,Date Added,Job Post Url", "Huntr"),
        ("Job Position,Company,Max. Salary,Status,Date Saved,Date Applied,Excitement", "Teal"),
        ("Job Title,Company Name,Job URL,Applied Date,Status,Status Date", "Simplify"),
        ("Card ID,Card Name,List Name,Board Name", "Trello"),
        ("Company,Role,Status", ""),
    ],
)
def test_programs_are_known_by_their_columns(headers: str, preset: str) -> None:
    row = ",".join("Alpha - Welder" for _ in headers.split(","))
    try:
        plan = plan_of(f"{headers}\n{row}\n")
    except ColumnsUnknown as unknown:
        plan = unknown.plan
    assert plan.preset == preset


def test_days_that_can_be_two_are_asked_once() -> None:
    plan = plan_of(
        "Company,Role,Applied,Saved\nA,Welder,03/04/2026,01/04/2026\nB,Baker,05/04/2026,\n"
        "C,Cook,02/05/2026,\n"
    )
    question = plan.date_question
    assert question is not None
    assert (question.columns, question.example) == (("Applied", "Saved"), "03/04/2026")
    assert dict(question.readings) == {
        DateOrder.DMY: date(2026, 4, 3), DateOrder.MDY: date(2026, 3, 4),
    }  # fmt: skip
    assert question.assumed is DateOrder.DMY, "in that order the days go up"
    assert len(plan.problems) == 1
    told = plan_of("Company,Role,Applied\nA,Welder,03/04/2026\n", Answers(date_order=DateOrder.MDY))
    assert (told.date_question, told.rows[0].applied_on) == (None, date(2026, 3, 4))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("8/82026", "“8/82026” isn’t a date."),
        ("8-Jul", "the year is missing"),
        ("March 2026", "the day is missing"),
        ("31/02/2026", "isn’t a date"),
    ],
)
def test_days_that_are_none_are_named(cell: str, reason: str) -> None:
    plan = plan_of(f"Company,Role,Date applied\nA,x,{cell}\nB,y,2026-01-02\n")
    (problem,) = plan.problems
    assert (problem.row, problem.value) == (2, cell)
    assert reason in problem.reason
    assert dict(plan.rows[0].imported)["Date applied"] == cell


def test_words_that_are_not_sure_are_asked_once() -> None:
    text = "Company,Role,Status\nA,x,Declined\nB,y,declined\nC,z,Rejcted\nD,w,Applied\n"
    plan = plan_of(text)
    asked = {question.word.casefold(): question for question in plan.status_questions}
    assert set(asked) == {"declined", "rejcted"}
    assert asked["declined"].meanings[:2] == ("rejected", "declined")
    assert (asked["declined"].assumed, asked["rejcted"].assumed) == ("rejected", "")
    assert asked["rejcted"].meanings[0] == "rejected"
    answered = plan_of(text, Answers(statuses={"DECLINED": "declined", "Rejcted": "rejected"}))
    assert answered.status_questions == ()
    assert [row.outcome for row in answered.rows] == [
        Outcome.DECLINED, Outcome.DECLINED, Outcome.REJECTED, None,
    ]  # fmt: skip
    assert dict(answered.rows[0].imported)["Status"] == "Declined"
    with pytest.raises(Problem, match="“lost” is no stage"):
        plan_of(text, Answers(statuses={"Declined": "lost"}))


@pytest.mark.parametrize(
    ("headers", "cells", "expected"),
    [
        (
            "Timeline",
            "Applied 3 Aug 2026; Phone 8 Aug; Rejected 20 Aug",
            [(APPLIED, "2026-08-03"), (StageKind.SCREENING, "2026-08-08"), (CLOSED, "2026-08-20")],
        ),
        (
            "Date applied|Round 1|Round 2|Status",
            "2026-01-04|2026-01-10|2026-01-20|Rejected",
            [
                (APPLIED, "2026-01-04"),
                (StageKind.INTERVIEWING, "2026-01-10"),
                (StageKind.INTERVIEWING, "2026-01-20"),
                (CLOSED, "2026-01-20"),
            ],
        ),
        (
            "Date|Date|Status|Status",
            "2026-01-02|2026-01-20|Applied|Phone screen",
            [(APPLIED, "2026-01-02"), (StageKind.SCREENING, "2026-01-20")],
        ),
        (
            "Applied on|Status|Status date",
            "2026-01-02|Interview|2026-01-09",
            [(APPLIED, "2026-01-02"), (StageKind.INTERVIEWING, "2026-01-09")],
        ),
        (
            "Status",
            "Saved → Applied → Interview",
            [(StageKind.SAVED, None), (APPLIED, None), (StageKind.INTERVIEWING, None)],
        ),
        (
            "Applied on|Phone|Onsite",
            "2026-01-02|8/5/2026 & 8/14/2026|failed",
            [
                (APPLIED, "2026-01-02"),
                (StageKind.SCREENING, "2026-08-05"),
                (StageKind.SCREENING, "2026-08-14"),
                (StageKind.INTERVIEWING, "2026-08-14"),
                (CLOSED, "2026-08-14"),
            ],
        ),
    ],
)
def test_histories(
    headers: str, cells: str, expected: Sequence[tuple[StageKind, str | None]]
) -> None:
    other = "|".join("" for _ in headers.split("|"))
    plan = plan_of(f"Company|Role|{headers}\nA|Welder|{cells}\nB|Baker|{other}\n")
    assert moves(plan.rows[0]) == [
        (kind, date.fromisoformat(on) if on else None) for kind, on in expected
    ]


@pytest.mark.parametrize(
    ("cell", "lacks"), [("23.01.", "year"), ("1/26", "year"), ("8 Jul", "year")]
)
def test_a_round_whose_day_lacks_its_year_was_reached(cell: str, lacks: str) -> None:
    plan = plan_of(f"Company,Applied,Onsite\nAlpha,2025-01-03,{cell}\n")
    (row,) = plan.rows
    assert [kind for kind, _ in moves(row)] == [APPLIED, StageKind.INTERVIEWING]
    (problem,) = plan.problems
    assert (problem.row, problem.column, problem.value) == (2, "Onsite", cell)
    assert f"the {lacks} is missing" in problem.reason


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Mon 12/5", "12/5"), ("12/5 10:00", "12/5"), ("12/5?", "12/5"), ("12/5 passed", "12/5"),
        ("Yes (5 Dec)", "5 Dec"), ("Dec 5 with Ann", "Dec 5"), ("Mo 5.12. um 10 Uhr", "5.12."),
        ("12月5日", "12月5日"), ("12/5 rejected", "12/5"),
    ],
)  # fmt: skip
def test_a_day_without_its_year_among_other_words_is_named(cell: str, day: str) -> None:
    plan = plan_of(f"Company,Applied,Onsite\nAlpha,2025-01-03,{cell}\nBeta,,2025-02-03\n")
    row = plan.rows[0]
    ended = [CLOSED] if "rejected" in cell else []
    assert [kind for kind, _ in moves(row)] == [APPLIED, StageKind.INTERVIEWING, *ended]
    (problem,) = plan.problems
    assert (problem.row, problem.column, problem.value) == (2, "Onsite", cell)
    assert problem.reason == f"“{day}” isn’t a whole date: the year is missing."
    assert ("Onsite", cell) in row.imported


@pytest.mark.parametrize("cell", ["3 out of 5", "problem set 2", "2/3 rounds", "score 9/10"])
def test_numbers_are_no_days_without_a_year(cell: str) -> None:
    plan = plan_of(f"Company,Applied,Onsite\nAlpha,2025-01-03,{cell}\nBeta,,2025-02-03\n")
    assert plan.problems == ()
    assert ("Onsite", cell) in plan.rows[0].imported


def test_what_closed_before_anybody_applied_is_gone() -> None:
    (row,) = plan_of('Company,Role,Status\nA,x,"Need to apply,Closed"\n').rows
    assert (row.stage_kind, row.outcome) == (CLOSED, Outcome.ROLE_GONE)


def test_places_modes_and_marks() -> None:
    first, second = plan_of(
        "Company,Role,City,State,Country,Remote,Job type,Priority,Excitement\n"
        "A,x,Austin,TX,USA,No,Full-time,High,8/10\nB,y,,,Norway,Yes,Contract,,9\n"
    ).rows
    assert (first.locations, second.locations) == (("Austin, TX, USA",), ("Norway",))
    assert (first.work_mode, second.work_mode) == (None, "remote")
    assert (first.employment_type, second.employment_type) == ("full_time", "contract")
    assert (first.excitement, second.excitement) == (4, 5)


FIXTURES = {
    "german": (
        "Meine Bewerbungen;;;;;\n\nFirma;Stelle;Bewerbungsdatum;Gehalt;Status;Absage am\n"
        "Müller GmbH;Bäcker (m/w/d);12.04.2025;38.500,00 €;Absage;28.04.2025\n"
        "Schmidt AG;Schweißer;3.5.25;18,50 €/Std.;Vorstellungsgespräch;\nGesamt;2;;;;\n"
    ),
    "stages": (
        "Company,Role name,Applied Date,Coding Challenge,Recruiter,Phone,On-Campus,Onsite,Result\n"
        "Alpha,Intern,9/3/2025,yes,,9/20/2025,,,Rejected :(\n"
        "Beta,Intern,8/14/2025,expired,8/20/2025,8/25/2025 & 9/1/2025,,9/9/2025,Accepted!\n"
        "Gamma,,,,,,,,ongoing\n"
    ),
    "odd": (
        ",Employer,Job,Salary,Salary,Link,Remote,Tags,Follow up,Contact\n"
        "0,Alpha,Welder,$45/hour + $2k bonus,14 LPA,see http://a.example/x now,Hybrid 2 days,"
        "a; b,call Ann on Friday,Ann Lee (HR)\n"
        "1,Beta,Baker,competitive,,by phone,yes,,2026-05-01,,extra one,extra two\n"
    ),
}


@pytest.mark.parametrize("name", FIXTURES)
def test_every_cell_is_found_again(name: str) -> None:
    """Each word and number of each filled cell below the headers is in the plan: in a field,
    among what is kept, or in a row that is named."""
    text = FIXTURES[name]
    plan = plan_of(text)
    assert plan.row_count == len(plan.rows) + len(plan.ignored)
    ignored = {item.row for item in plan.ignored}
    by_row = {row.row: row for row in plan.rows}
    delimiter = plan.delimiter
    for number, line in enumerate(text.splitlines(), 1):
        if number <= plan.header_row or number in ignored or not line.strip():
            continue
        row = by_row[number]
        said = repr(row) + " ".join(f"{move.on}" for move in row.moves)
        for cell in line.split(delimiter):
            if not re.search(r"\w", cell) or cell in ("yes",) or _is_day(cell, row):
                continue
            words = re.findall(r"[^\W\d_]{2,}", cell)
            kept = any(cell == value for _, value in row.imported)
            amounts = "pay=Pay(least=" in said and re.search(r"\d", cell)
            assert kept or amounts or all(word in said for word in words), (number, cell)


def _is_day(cell: str, row: ImportRow) -> bool:
    match = re.fullmatch(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})", cell)
    if match is None:
        return False
    numbers = sorted(int(part) % 100 for part in match.groups())
    days = [move.on for move in row.moves if move.on is not None]
    return any(sorted((day.day, day.month, day.year % 100)) == numbers for day in days)
