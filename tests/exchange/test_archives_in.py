"""Files that hold tables: archives, JSON of other programs, boards."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest

from ats.domain.problem import Problem
from ats.domain.stage import Outcome, StageKind
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.plan import Answers, ColumnsUnknown
from tests.exchange.workbooks import workbook, zipped

JOBS = "title,companyName,listName,url\nWelder,Alpha,Wishlist,https://a.example/1\n"
PEOPLE = "First name,Last name,Email\nAnn,Lee,ann@a.example\n"


def test_the_best_table_of_an_archive_is_read_and_all_are_listed() -> None:
    content = zipped(
        {
            "../../people.csv": PEOPLE,
            "a/jobs.csv": JOBS,
            "b/more.xlsx": workbook({"Old": [["Company", "Role"], ["Beta", "Baker"]]}),
            "readme.pdf": "%PDF-1.7",
            "__MACOSX/a/._jobs.csv": JOBS,
        }
    )
    plan = read_import(content, "all.zip")
    assert [table.name for table in plan.tables] == ["people.csv", "jobs.csv", "more.xlsx: Old"]
    assert (plan.table, plan.preset, plan.rows[0].company) == ("jobs.csv", "Huntr", "Alpha")
    other = read_import(content, "all.zip", Answers(table="more.xlsx: Old"))
    assert other.rows[0].title == "Baker"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped({}), "no table of applications"),
        (zipped({"photo.png": "x"}), "no table of applications"),
        (zipped({"word/document.xml": "<w/>"}), "is a document"),
        (zipped({"inner.json": zipped({"jobs.csv": JOBS})}), "archive in an archive"),
        (zipped({"jobs.csv": JOBS})[:-20], "is damaged"),
        (zipped({"jobs.csv": "0" * 300_000_000}), "unpacks to too much"),
        (b"%PDF-1.7 x", "is a PDF file"),
    ],
)
def test_what_holds_no_table_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read_import(content, "file.zip")


def test_a_file_of_an_archive_that_can_not_be_read_is_named() -> None:
    content = bytearray(
        zipped({"old/more.csv": "Company,Role\nBeta,Baker\n", "jobs.csv": JOBS, "b.json": "[{"})
    )
    packed = content.index(b"old/more.csv") + len(b"old/more.csv")
    content[packed + 20] ^= 0xFF
    plan = read_import(bytes(content), "all.zip")
    assert [table.name for table in plan.tables] == ["jobs.csv"]
    assert [(file.name, file.reason) for file in plan.unread] == [
        ("more.csv", "more.csv in all.zip is damaged."),
        ("b.json", "b.json is damaged: it isn’t JSON in line 1."),
    ]
    with pytest.raises(Problem, match=r"more\.csv in all\.zip is damaged\. Nothing was imported"):
        read_import(bytes(content), "all.zip", Answers(table="more.csv"))


def test_a_file_that_can_not_be_read_is_named_where_the_others_hold_no_applications() -> None:
    content = zipped({"readme.csv": "Hello,there\n1,2\n", "jobs.json": "[{"})
    with pytest.raises(ColumnsUnknown, match=r"Not read: jobs\.json is damaged") as caught:
        read_import(content, "all.zip")
    assert [file.name for file in caught.value.plan.unread] == ["jobs.json"]
    with pytest.raises(Problem, match=r"lists people.* Not read: jobs\.json is damaged"):
        read_import(zipped({"people.csv": PEOPLE, "jobs.json": "[{"}), "all.zip")


def test_files_beyond_the_first_hundred_of_an_archive_are_named() -> None:
    content = zipped({f"{number}.csv": JOBS for number in range(102)})
    plan = read_import(content, "all.zip")
    assert len(plan.tables) == 100
    assert [file.name for file in plan.unread] == ["100.csv", "101.csv"]


def test_archives_in_an_archive_have_one_limit_together() -> None:
    """Each of these workbooks alone stays below it."""
    made = io.BytesIO(workbook({"Jobs": [["Company", "Role"], ["Beta", "Baker"]]}))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/media/big.bin", "0" * 150_000_000)
    content = made.getvalue()
    assert read_import(content, "jobs.xlsx").rows[0].title == "Baker"
    with pytest.raises(Problem, match="unpacks to too much"):
        read_import(zipped({"a.xlsx": content, "b.xlsx": content}), "all.zip")


def test_a_protected_archive_is_refused() -> None:
    content = bytearray(zipped({"jobs.csv": JOBS}))
    content[6] |= 1  # The flag of a part that is enciphered, at the part and in the directory.
    content[content.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Problem, match="protected by a password"):
        read_import(bytes(content), "all.zip")


def test_a_part_without_a_name_is_left_out() -> None:
    content = bytearray(zipped({"x": JOBS}))
    directory = content.index(b"PK\x01\x02")
    content[directory + 28], content[directory + 30] = 0, 1  # lengths of the name, of what follows
    with pytest.raises(Problem, match="no table of applications"):
        read_import(bytes(content), "all.zip")


def test_json_of_another_program() -> None:
    data = {
        "version": 3,
        "jobs": [
            {
                "position": "Welder",
                "company": {"name": "Alpha", "site": "https://alpha.example"},
                "status": "rejected",
                "tags": ["night", "union"],
                "salary": {"min": 30000, "max": 36000.0, "currency": "GBP"},
                "history": [
                    {"stage": "applied", "date": "2026-08-03T10:00:00Z"},
                    {"stage": "phone screen", "date": "2026-08-08T10:00:00Z"},
                ],
            },
            {"position": "Baker", "company": {"name": "Beta"}, "status": "saved", "extra": None},
        ],
    }
    welder, baker = read_import(json.dumps(data).encode(), "backup.json").rows
    assert (welder.title, welder.company, welder.outcome) == ("Welder", "Alpha", Outcome.REJECTED)
    assert welder.tags == ("night", "union")
    assert (welder.pay.least_amount, welder.pay.currency) == (30_000, "GBP")
    assert [(move.kind, move.on) for move in welder.moves[:2]] == [
        (StageKind.APPLIED, date(2026, 8, 3)), (StageKind.SCREENING, date(2026, 8, 8)),
    ]  # fmt: skip
    assert baker.stage_kind is StageKind.SAVED


def test_json_lines_and_lists_by_key() -> None:
    lines = b'{"company": "Alpha", "role": "Welder"}\n{"company": "Beta", "role": "Baker"}\n'
    assert len(read_import(lines, "a.jsonl").rows) == 2
    keyed = {"x1": {"company": "Alpha", "role": "Welder"}, "x2": {"company": "B", "role": "Cook"}}
    assert len(read_import(json.dumps(keyed).encode(), "a.json").rows) == 2


@pytest.mark.parametrize(
    "content", [b"[" * 200_000 + b"]" * 200_000, b'{"a": ' + b"9" * 5_000 + b"}", b'[{"a": 1},']
)
def test_damaged_json_is_refused(content: bytes) -> None:
    with pytest.raises(Problem, match=r"isn’t JSON|no list"):
        read_import(content, "a.json")


def test_a_board_with_its_moves() -> None:
    board = {
        "name": "Search",
        "lists": [{"id": "l1", "name": "To apply"}, {"id": "l2", "name": "Phone screen"}],
        "labels": [{"id": "b1", "name": "night"}],
        "cards": [
            {
                "id": "c1", "name": "Alpha - Welder", "idList": "l2", "idLabels": ["b1"],
                "desc": "See https://alpha.example/1.", "due": "2026-10-09T08:00:00.000Z",
                "url": "https://board.example/c1", "closed": True,
            }
        ],
        "actions": [
            {
                "type": "updateCard", "date": "2026-09-20T11:00:00.000Z",
                "data": {"card": {"id": "c1"}, "listAfter": {"id": "l2", "name": "Phone screen"}},
            },
            {
                "type": "createCard", "date": "2026-09-01T11:00:00.000Z",
                "data": {"card": {"id": "c1"}, "list": {"id": "l1", "name": "To apply"}},
            },
            {
                "type": "commentCard", "date": "2026-09-21T11:00:00.000Z",
                "data": {"card": {"id": "c1"}, "text": "Ann called"},
            },
        ],
    }  # fmt: skip
    plan = read_import(json.dumps(board).encode(), "board.json")
    (row,) = plan.rows
    assert plan.preset == "Trello"
    assert (row.company, row.title, row.tags) == ("Alpha", "Welder", ("night",))
    assert [(move.kind, move.on) for move in row.moves] == [
        (StageKind.SAVED, date(2026, 9, 1)), (StageKind.SCREENING, date(2026, 9, 20)),
    ]  # fmt: skip
    assert (row.link, row.deadline) == ("https://alpha.example/1", date(2026, 10, 9))
    assert dict(row.imported)["Comments"] == "2026-09-21: Ann called"
    assert dict(row.imported)["Archived"] == "true"
