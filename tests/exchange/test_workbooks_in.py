"""Workbooks: typed cells, several sheets, links, and files made to do harm."""

from __future__ import annotations

import contextlib
from datetime import date
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.application_columns import COLUMNS
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan
from tests.exchange.workbooks import Cell, Formula, sheet_xml, workbook, zipped

HEADERS: list[Cell] = ["Company", "Role", "Status", "Applied", "Salary", "Remote", "Link"]
ROWS: list[list[Cell]] = [
    HEADERS,
    ["Alpha", "Welder", "Interview", ("day", "46027"), 52000, True, "Apply"],
    ["Beta", "Baker", "Rejected", ("day", "46041.5"), 31000.5, False, "https://b.example/2"],
]


def plan_of(content: bytes, answers: Answers | None = None) -> ImportPlan:
    return read_import(content, "jobs.xlsx", answers)


def test_days_numbers_and_answers_keep_their_types() -> None:
    first, second = plan_of(workbook({"Jobs": ROWS})).rows
    assert (first.applied_on, second.applied_on) == (date(2026, 1, 5), date(2026, 1, 19))
    assert (first.pay.least_amount, second.pay.least_amount) == (52_000, 31_000.5)
    assert (first.work_mode, second.work_mode) == ("remote", None)
    assert dict(second.imported)["Remote"] == "FALSE"
    assert second.link == "https://b.example/2"


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    plan = plan_of(workbook({"Jobs": ROWS}, since_1904=True))
    assert plan.rows[0].applied_on == date(2030, 1, 6)


def test_addresses_behind_cells_come_in_as_columns() -> None:
    links = {("Jobs", "B2"): "https://a.example/1?x=1&y=2", ("Jobs", "G3"): "https://b.example/2"}
    plan = plan_of(workbook({"Jobs": [row[:6] for row in ROWS]}, links=links))
    assert plan.headers[-1] == "Role link"
    assert [row.link for row in plan.rows] == ["https://a.example/1?x=1&y=2", ""]


def test_the_sheet_that_tells_most_is_read_and_all_are_listed() -> None:
    people: list[list[Cell]] = [["First name", "Last name"], ["Ann", "Lee"]]
    content = workbook(
        {"Notes": [["to do"]], "People": people, "Jobs": ROWS, "Old": ROWS[:2]}, hidden=["Old"]
    )
    plan = plan_of(content)
    assert [(table.name, table.rows) for table in plan.tables] == [
        ("Notes", 1), ("People", 1), ("Jobs", 2), ("Old", 1),
    ]  # fmt: skip
    assert (plan.table, len(plan.rows)) == ("Jobs", 2)
    chosen = plan_of(content, Answers(table="Old"))
    assert (chosen.table, len(chosen.rows)) == ("Old", 1)
    with pytest.raises(Problem, match=r"no table “Plans”\. It has Notes, People, Jobs, Old"):
        plan_of(content, Answers(table="Plans"))


def test_a_hidden_sheet_is_read_where_no_other_is_about_applications() -> None:
    longer = [*ROWS, ["Gamma", "Cook", "Applied"], ["Delta", "Nurse", "Applied"]]
    sheets = {"Lists": [["Remote"], ["Office"]], "Now": ROWS, "Before": longer}
    assert plan_of(workbook(sheets, hidden=["Before"])).table == "Now"
    assert plan_of(workbook(sheets, hidden=["Before", "Now"])).table == "Before"
    within = zipped({"jobs.xlsx": workbook(sheets, hidden=["Before"])})
    assert plan_of(within).table == "jobs.xlsx: Now"


def test_rows_of_tables_are_counted_below_their_headers() -> None:
    titled: list[list[Cell]] = [["My search"], [], *ROWS]
    plan = plan_of(workbook({"Now": titled, "Before": [["Total", 3]]}))
    assert [(table.name, table.rows) for table in plan.tables] == [("Now", 2), ("Before", 1)]
    assert plan.row_count == 2
    told = plan_of(workbook({"Now": titled}), Answers(table="Now", header_row=0))
    assert [table.rows for table in told.tables] == [4]


def comments(*each: tuple[str, str]) -> dict[str, str]:
    """The parts of comments on the first sheet: cell and text, in runs."""
    inner = "".join(
        f'<comment ref="{cell}" authorId="0"><text><r><rPr><b/></rPr><t>{escape(text[:3])}</t></r>'
        f'<r><t xml:space="preserve">{escape(text[3:])}</t></r></text></comment>'
        for cell, text in each
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    return {
        "xl/comments1.xml": f'<?xml version="1.0"?><comments><authors><author>me</author></authors>'
        f"<commentList>{inner}</commentList></comments>",
        "xl/worksheets/_rels/sheet1.xml.rels": '<?xml version="1.0"?><Relationships>'
        f'<Relationship Id="rId1" Type="{kind}" Target="../comments1.xml"/></Relationships>',
    }


def test_comments_on_cells_are_kept_and_taken_for_nothing_else() -> None:
    notice = (
        "[Threaded comment]\n\nYour program shows this comment but edits are lost. Learn more:"
        " https://go.example/fwlink/?linkid=870924\n\nComment:\n    Salary > 50k & car"
        "\nReply:\n    Ok"
    )
    parts = comments(
        ("A2", "Spoke to Ann, call back Tuesday"), ("C3", "2026-05-01"), ("B2", notice),
        ("A99", "below"), ("?", "nowhere"),
    )  # fmt: skip
    plan = plan_of(workbook({"Jobs": ROWS}, parts=parts))
    bare = plan_of(workbook({"Jobs": ROWS}))
    assert plan.mapping == bare.mapping
    assert plan.headers == (*bare.headers, "Company comment", "Role comment", "Status comment")
    first, second = plan.rows
    assert first.imported == (
        *bare.rows[0].imported,
        ("Company comment", "Spoke to Ann, call back Tuesday"),
        ("Role comment", "Salary > 50k & car\nReply:\n    Ok"),
    )
    assert second.imported == (*bare.rows[1].imported, ("Status comment", "2026-05-01"))
    chosen = plan_of(
        workbook({"Jobs": ROWS}, parts=parts), Answers(mapping={"Company comment": "notes"})
    )
    assert chosen.rows[0].notes == "Spoke to Ann, call back Tuesday"


def test_comments_beside_the_table_are_kept() -> None:
    rows: list[list[Cell]] = [[None, "Company", "Role"], [None, "Alpha", "Welder"]]
    parts = comments(("A2", "before"), ("D2", "behind"), ("Z2", "far"), ("C2", "of the role"))
    plan = plan_of(workbook({"Jobs": rows}, parts=parts))
    (row,) = plan.rows
    assert (row.company, row.title) == ("Alpha", "Welder")
    assert row.imported == (
        ("comment", "before"), ("Role comment", "of the role"), ("comment (2)", "behind"),
        ("comment (3)", "far"),
    )  # fmt: skip
    assert plan.problems == ()


def test_a_comment_on_a_header_is_named() -> None:
    parts = comments(("A1", "The firm, not the agency that it came from"), ("H1", "beside"))
    plan = plan_of(workbook({"Jobs": ROWS}, parts=parts))
    bare = plan_of(workbook({"Jobs": ROWS}))
    assert [row.imported for row in plan.rows] == [row.imported for row in bare.rows]
    told = plan.problems[: len(plan.problems) - len(bare.problems)]
    assert [(item.row, item.column, item.value) for item in told] == [
        (1, "Company comment", "The firm, not the agency that it came from"),
        (1, "comment", "beside"),
    ]
    assert told[1].reason == "It belongs to no application: “beside” is about the header."


def test_a_comment_leaves_our_own_table_exact() -> None:
    cells: list[Cell] = [*COLUMNS]
    row: list[Cell] = ["Baker", "Alpha", *("",) * (len(COLUMNS) - 2)]
    plan = plan_of(workbook({"Jobs": [cells, row]}, parts=comments(("A2", "call back"))))
    assert plan.own
    assert plan.rows[0].imported == (("Title comment", "call back"),)


def test_a_list_of_people_is_not_preferred_to_applications() -> None:
    applications = [["Where", "Result", "Pay", "Phone screen"], ["Alpha", "Rejected", "90k", "x"]]
    content = workbook(
        {"Jobs": applications, "People": [["Name", "Mail"], ["Mira", "m@a.example"]]}
    )
    with pytest.raises(ColumnsUnknown) as unknown:
        plan_of(content)
    assert unknown.value.plan.table == "Jobs"


@pytest.mark.parametrize(
    "formula",
    [
        'HYPERLINK("https://a.example/1?x=1&y=2","apply")',
        'hyperlink( "https://a.example/1?x=1&y=2" ; "apply")',
        'IF(A2="","",HYPERLINK("https://a.example/1?x=1&y=2",D2))',
    ],
)
@pytest.mark.parametrize("header", ["Link", "Apply here", "Go"])
def test_the_address_in_a_formula_comes_in(formula: str, header: str) -> None:
    rows: list[list[Cell]] = [
        ["Company", "Role", header],
        ["Alpha", "Welder", Formula(formula, "apply")],
        ["Beta", "Baker", Formula(formula.replace("a.", "b."), "")],
        ["Gamma", "Cook", Formula('HYPERLINK("#Jobs!A1","up")', "up")],
    ]
    plan = plan_of(workbook({"Jobs": rows}))
    assert plan.headers[-1] == f"{header} link"
    assert [row.link for row in plan.rows] == ["https://a.example/1?x=1&y=2", "", ""]
    assert [row.imported for row in plan.rows] == [
        ((header, "apply"),), (), ((header, "up"),),
    ]  # fmt: skip


def test_a_formula_without_its_value_stands_for_it() -> None:
    rows: list[list[Cell]] = [
        ["Company", "Role", "Waiting", "Link", "Comes to"],
        [
            "Alpha", "Welder", Formula("TODAY()-B2", shared=0),
            Formula('HYPERLINK("https://a.example/1","apply")'), Formula("1+1", 2),
        ],
        [
            "Beta", "Baker", Formula("", shared=0),
            Formula('HYPERLINK("https://b.example/1";"go to")'),
            Formula('IF(1,"","")', ""),
        ],
        [None, None, Formula("TODAY()-B4"), Formula("HYPERLINK(Z4)")],
        ["Gamma", "Cook", 3, Formula("B5&C5")],
    ]  # fmt: skip
    plan = plan_of(workbook({"Jobs": rows}))
    first, second, third = plan.rows
    assert (first.link, second.link) == ("https://a.example/1", "https://b.example/1")
    assert first.imported == (("Waiting", "=TODAY()-B2"), ("Link", "apply"), ("Comes to", "2"))
    assert second.imported == (("Waiting", "=TODAY()-B2"), ("Link", "go to"))
    assert third.imported == (("Waiting", "3"), ("Link", "=B5&C5"))
    assert plan.ignored == ()


def test_a_formula_without_its_value_is_no_status_day_pay_or_name() -> None:
    status = 'IF(E2<>"","Rejected",IF(D2<>"","Interview","Applied"))'
    rows: list[list[Cell]] = [
        ["Company", "Role", "Status", "Date applied", "Salary", "Notes"],
        ["Alpha", "Welder", Formula(status), Formula("DATE(2026,3,4)"), Formula("5000*12"), "a"],
        ["Beta", Formula("Z3"), "Applied", ("day", "46000"), "$ 50,000", Formula("B2&B3")],
        ["=A(1)", "=Cook", "Applied", ("day", "46000"), "", "=> call back"],
        [None, Formula("Z5"), "Applied"],
    ]
    plan = plan_of(workbook({"Jobs": rows}))
    first, second, third = plan.rows
    assert (first.stage_kind, first.outcome, bool(first.pay)) == (StageKind.SAVED, None, False)
    assert [move.on for move in first.moves] == [None]
    assert first.imported == (
        ("Status", f"={status}"), ("Date applied", "=DATE(2026,3,4)"), ("Salary", "=5000*12"),
    )  # fmt: skip
    assert (second.title, second.company, second.notes) == ("", "Beta", "=B2&B3")
    assert second.imported == (("Role", "=Z3"),)
    assert (third.company, third.title, third.notes) == ("=A(1)", "=Cook", "=> call back")
    assert [(item.row, item.column, item.reason) for item in plan.problems] == [
        (row, column, "The formula has no saved value.")
        for row, column in [(2, "Status"), (2, "Date applied"), (2, "Salary"), (3, "Role")]
    ]
    (left_out,) = plan.ignored
    assert left_out.reason == (
        "It names no role and no company; a formula in it has no saved value."
    )
    assert plan.status_questions == ()


def test_formulas_beside_the_saved_cells_are_kept() -> None:
    rows: list[list[Cell]] = [
        [None, "Company", "Role"],
        [Formula("ROW()-1"), "Alpha", "Welder", Formula("LEN(B2)")],
    ]
    (row,) = plan_of(workbook({"Jobs": rows})).rows
    assert (row.company, row.title) == ("Alpha", "Welder")
    assert row.imported == (("Column 1", "=ROW()-1"), ("Column 4", "=LEN(B2)"))


def test_formulas_in_tags_with_prefixes_are_read() -> None:
    head = "".join(
        f'<x:c r="{at}1" t="inlineStr"><x:is><x:t>{name}</x:t></x:is></x:c>'
        for at, name in (("A", "Company"), ("B", "Role"), ("C", "Link"))
    )
    cells = (
        '<x:c r="A2" t="str"><x:f>x</x:f><x:v>Alpha</x:v></x:c>'
        '<x:c r="B2" t="str"><x:f>x</x:f><x:v>Cook</x:v></x:c>'
        '<x:c r="C2"><x:f>HYPERLINK(&quot;https://a.example&quot;)</x:f></x:c>'
    )
    sheet = (
        '<?xml version="1.0"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/'
        f'spreadsheetml/2006/main"><x:sheetData><x:row r="1">{head}</x:row><x:row r="2">{cells}'
        "</x:row></x:sheetData></x:worksheet>"
    )
    (row,) = plan_of(workbook({"Jobs": []}, parts={"xl/worksheets/sheet1.xml": sheet})).rows
    assert (row.company, row.link) == ("Alpha", "https://a.example")


def test_a_cell_merged_over_rows_counts_for_each() -> None:
    rows: list[list[Cell]] = [["Company", "Role"], ["Alpha", "Welder"], [None, "Baker"]]
    plan = plan_of(workbook({"Jobs": rows}, merged={"Jobs": ["A2:A3"]}))
    assert [(row.company, row.title) for row in plan.rows] == [
        ("Alpha", "Welder"), ("Alpha", "Baker"),
    ]  # fmt: skip


def test_a_formula_without_its_value_and_macros_do_no_harm() -> None:
    cell = (
        '<c r="A2"><f>HYPERLINK("http://x.example")</f></c>'
        '<c r="B2" t="str"><f>x</f><v>Cook</v></c>'
    )
    head = "".join(
        f'<c r="{at}1" t="inlineStr"><is><t>{name}</t></is></c>'
        for at, name in (("A", "Company"), ("B", "Role"))
    )
    sheet = sheet_xml(f'<row r="1">{head}</row><row r="2">{cell}</row>')
    content = workbook(
        {"Jobs": []},
        parts={
            "xl/worksheets/sheet1.xml": sheet,
            "xl/vbaProject.bin": "macro",
            "xl/externalLinks/externalLink1.xml": '<?xml version="1.0"?><externalLink/>',
        },
    )
    (row,) = plan_of(content).rows
    assert (row.company, row.title, row.stage_kind) == ("", "Cook", StageKind.SAVED)
    assert row.imported == (("Company", "http://x.example"),)


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxx">]><worksheet>&x;</worksheet>'
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{0}"><c r="{1}{0}"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"xl/worksheets/sheet1.xml": ENTITY}, "isn’t a plain workbook"),
        ({"xl/worksheets/sheet1.xml": sheet_xml(FAR.format(1048576, "XFD"))}, "below row 200,000"),
        ({"xl/worksheets/sheet1.xml": sheet_xml(FAR.format(3, "XFD"))}, "too far to the right"),
        (
            {"xl/worksheets/sheet1.xml": sheet_xml(FAR.format(190000, "CV").replace("r=", "r ="))},
            "too far to the right",
        ),
        (
            {"xl/worksheets/sheet1.xml": sheet_xml('<row r="999999"><c><v>1</v></c></row>')},
            "below row 200,000",
        ),
        ({"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>"}, "is empty|damaged"),
        ({"xl/workbook.xml": "not xml"}, "damaged|empty"),
        ({"xl/media/big.bin": "0" * 300_000_000}, "unpacks to too much"),
        ({"XL/WORKBOOK.XML": "twice"}, "two parts of one name"),
    ],
)
def test_what_would_do_harm_is_refused(parts: dict[str, str], said: str) -> None:
    with pytest.raises(Problem, match=said):
        plan_of(workbook({"Jobs": ROWS}, parts=parts))


def test_old_and_protected_workbooks_are_refused() -> None:
    with pytest.raises(Problem, match="old or a protected workbook"):
        plan_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


SHEET = (
    '<?xml version="1.0"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Jobs">{}'
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
    ' table:number-columns-repeated="16384"/></table:table-row>'
    "</table:table></office:spreadsheet></office:body></office:document-content>"
)


def open_document(rows: list[list[str]], repeated: int = 1) -> bytes:
    body = "".join(
        f'<table:table-row table:number-rows-repeated="{repeated if at else 1}">'
        + "".join(
            '<table:table-cell office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for at, row in enumerate(rows)
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": SHEET.format(body),
            "META-INF/manifest.xml": '<?xml version="1.0"?><manifest/>',
        }
    )


def test_open_document_sheets_are_read() -> None:
    plan = read_import(open_document([["Company", "Role"], ["Alpha", "Welder"]]), "jobs.ods")
    assert [(row.company, row.title) for row in plan.rows] == [("Alpha", "Welder")]
    with pytest.raises(Problem, match="repeats a cell too often"):
        read_import(open_document([["Company"], ["Alpha"]], repeated=1_000_000), "jobs.ods")


@given(st.data())
def test_any_damage_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(workbook({"Jobs": ROWS}, links={("Jobs", "B2"): "https://a.example"}))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Problem):
        plan = plan_of(bytes(content))
        assert plan.row_count == len(plan.rows) + len(plan.ignored)
