"""Every command: what it answers, what it refuses, its exit code."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from ats import __version__
from ats.store import STORE_FILE
from tests.cli.runs import Line
from tests.reading.files import docx, heading, item, lines, message, pdf, saved_page

POSTING = """\
Night Baker
Crumb & Crust

Requirements
- 2 years of experience in a bakery
- Early hours
"""
LISTED = {
    "id", "title", "company", "stage", "stage_kind", "outcome", "applied", "deadline", "link",
    "locations", "work_mode", "salary", "source", "tags", "excitement", "notes", "next_action",
    "imported",
}  # fmt: skip
SHOWN = LISTED | {
    "events", "requirements", "interviews", "offers", "contacts", "documents", "posting",
}  # fmt: skip


def test_extract_reads_standard_input_files_and_kinds(ats: Line, tmp_path: Path) -> None:
    answer = ats.json("extract", stdin=POSTING)
    assert {"title", "company", "requirements", "spans", "repeats_merged"} <= set(answer)
    page = tmp_path / "posting.html"
    page.write_text("<h1>Night Baker</h1><ul><li>Bread &amp; rolls</li></ul>", encoding="utf-8")
    assert "&amp;" not in ats.done("extract", str(page))
    jsonld = tmp_path / "posting.json"
    jsonld.write_text(
        json.dumps({"@type": "JobPosting", "title": "Baker", "datePosted": "2026-11-01"})
    )
    assert ats.json("extract", str(jsonld))["posted"] == "2026-11-01"
    assert not ats.data.exists()


def test_extract_many(ats: Line) -> None:
    lines = [
        {"id": "a", "kind": "text", "text": POSTING},
        {"id": 2, "kind": "html", "text": "<p>Baker</p>"},
        {"id": "c", "kind": "jsonld", "text": '{"@type": "JobPosting", "title": "Baker"}'},
    ]
    text = "\n".join(json.dumps(line) for line in lines)
    results = [
        json.loads(line) for line in ats.done("extract", "--jsonl", "-", stdin=text).splitlines()
    ]
    assert [result["id"] for result in results] == ["a", 2, "c"]
    assert results[2]["title"] == "Baker"


def test_extract_many_names_lines_that_are_off_in_their_place(ats: Line) -> None:
    text = '{"id": 1, "text": "Baker"}\nnonsense\n{"id": 3, "kind": "pdf", "text": ""}\n'
    result = ats("extract", "--jsonl", stdin=text)
    assert result.exit_code == 1
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["id"], "error" in line) for line in lines] == [
        (1, False),
        (None, True),
        (3, True),
    ]


def test_add_from_a_posting_and_by_hand(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "baker.txt"
    file.write_text(POSTING, encoding="utf-8")
    baker = ats.json("add", str(file), "--company", "Crumb", "--stage", "applied")
    assert set(baker) >= SHOWN
    assert (baker["company"], baker["stage_kind"]) == ("Crumb", "applied")
    assert baker["posting"]["text"] == POSTING
    welder = ats.json("add", "--title", "Welder", "--link", "https://a.example")
    assert (welder["title"], welder["posting"]) == ("Welder", None)
    assert ats.json("add", "-", "--title", "Nurse", stdin="Kind people wanted.")["id"] == 3
    assert ats("add").exit_code == 2
    assert "Couldn’t read" in ats.refused("add", str(tmp_path / "missing.txt"))
    assert "no stage “Lost”" in ats.refused("add", "--title", "X", "--stage", "Lost")
    assert len(ats.json("list", "--json")) == 3


def test_list_show_and_move(ats: Line) -> None:
    for title in ("Welder", "Baker"):
        ats.done("add", "--title", title, "--company", "Alpha")
    (baker, welder) = ats.json("list", "--json")
    assert set(baker) == LISTED
    assert welder["title"] == "Welder"
    assert ats.done("move", "1", "applied", "--on", "2026-11-04") == "Moved “Welder” to Applied.\n"
    ats.done("move", "1", "Closed", "--outcome", "rejected", "--on", "2026-11-20")
    shown = ats.json("show", "1", "--json")
    assert set(shown) >= SHOWN
    assert (shown["applied"], shown["outcome"]) == ("2026-11-04", "rejected")
    assert {"kind", "stage", "stage_kind", "on", "note"} <= set(shown["events"][0])
    assert [item["id"] for item in ats.json("list", "--stage", "closed", "--json")] == [1]
    assert [item["id"] for item in ats.json("list", "--search", "bak", "--json")] == [2]
    assert "Closed (rejected)" in ats.done("list")
    assert ats.done("show", "1").startswith("# Welder, Alpha\n")
    assert ats.done("list", "--search", "zzz") == "No applications.\n"


def test_an_empty_list_says_where_it_looked(ats: Line) -> None:
    assert ats.done("list") == f"No applications in {ats.data}.\n"


def test_a_pasted_title_cannot_steer_the_terminal(ats: Line) -> None:
    ats.done("add", "--title", "Wel\x1b]0;gotcha\x07der\x9b31m\u202e", "--company", "Al\x08pha")
    for words in (["list"], ["show", "1"], ["move", "1", "applied"], ["history"], ["undo"]):
        told = ats.done(*words)
        assert not set(told) & set("\x1b\x07\x08\x9b\u202e")
        assert "Wel" in told or words == ["undo"]


def test_what_cannot_be_moved(ats: Line) -> None:
    ats.done("add", "--title", "Welder")
    before = ats.done("history", "--json")
    assert ats.refused("move", "7", "applied") == "There is no application 7."
    assert (
        ats.refused("show", "99999999999999999999")
        == "There is no application 99999999999999999999."
    )
    assert "no stage “Lost”" in ats.refused("move", "1", "Lost")
    assert "Only a closed application" in ats.refused(
        "move", "1", "Applied", "--outcome", "rejected"
    )
    assert ats("move", "1", "Applied", "--on", "4.11.2026").exit_code == 2
    assert ats("move", "1", "Closed", "--outcome", "sad").exit_code == 2
    assert ats.done("history", "--json") == before


def test_import_dry_run_answer_and_undo(ats: Line, tmp_path: Path) -> None:
    sheet = tmp_path / "search.csv"
    sheet.write_text(
        "Company,Role,When,Mood\nAlpha,Welder,03/04/2026,fine\nAlpha,Welder,03/04/2026,fine\n,,,sad\n"
    )
    words = ["import", str(sheet), "--map", "When=applied", "--date-order", "dmy", "--json"]
    dry = ats.json(*words, "--dry-run")
    assert ats.json("list", "--json") == []
    answer = ats.json(*words)
    assert answer == dry
    assert answer == {
        "rows": 3, "created": 1, "updated": 0, "duplicates": 1, "problems": [],
        "mapping": {"Company": "company", "Role": "title", "When": "applied"},
        "ignored_rows": [{"row": 4, "reason": "It names no role and no company."}],
    }  # fmt: skip
    (welder,) = ats.json("list", "--json")
    assert (welder["applied"], welder["imported"]) == ("2026-04-03", {"Mood": "fine"})
    assert ats.done("undo") == "Undone: Import search.csv.\n"
    assert ats.json("list", "--json") == []
    assert ats.done("redo") == "Redone: Import search.csv.\n"


def test_import_tells_what_was_done(ats: Line, tmp_path: Path) -> None:
    sheet = tmp_path / "search.csv"
    sheet.write_text("Company,Role,Date applied\nAlpha,Welder,31/02/2026\nBeta,Baker,2026-02-01\n")
    told = ats.done("import", str(sheet))
    assert told.splitlines() == [
        "search.csv: 2 rows, 2 created, 0 already there, 0 left out.",
        "  Company: company",
        "  Role: title",
        "  Date applied: applied",
        "Row 2: Date applied: “31/02/2026” isn’t a date.",
    ]


def test_one_row_is_not_called_rows(ats: Line, tmp_path: Path) -> None:
    sheet = tmp_path / "one.csv"
    sheet.write_text("Company,Role\nAlpha,Welder\n")
    assert ats.done("import", str(sheet)).startswith("one.csv: 1 row, 1 created")
    assert ats.done("check") == "No damage found. 1 application, 0 events.\n"


def test_import_takes_a_word_for_what_is_there_already(ats: Line, tmp_path: Path) -> None:
    ats.done("add", "--title", "Welder", "--company", "Alpha")
    sheet = tmp_path / "more.csv"
    sheet.write_text("Company,Role,City,Status\nAlpha,Welder,Oslo,\n", encoding="utf-8")
    words = ["import", str(sheet), "--json"]
    for choice, numbers in (("skip", (0, 0, 1)), ("create", (1, 0, 0)), ("update", (0, 1, 0))):
        dry = ats.json(*words, "--dry-run", "--duplicates", choice)
        assert (dry["created"], dry["updated"], dry["duplicates"]) == numbers
    assert ats.json("show", "1", "--json")["locations"] == []
    assert "1 added to what is there" in ats.done("import", str(sheet), "--duplicates", "update")
    assert ats.json("show", "1", "--json")["locations"] == ["Oslo"]
    assert "Row 2: You already track this role, at Saved." in ats.done("import", str(sheet))
    assert ats("import", str(sheet), "--duplicates", "merge").exit_code == 2


def test_import_tells_how_many_are_moved_to_another_stage(ats: Line, tmp_path: Path) -> None:
    first, later = tmp_path / "first.csv", tmp_path / "later.csv"
    first.write_text("Company,Role,Applied\nAlpha,Welder,2026-10-01\n", encoding="utf-8")
    later.write_text(
        "Company,Role,Applied,Interview date\nAlpha,Welder,2026-10-01,2026-10-09\n",
        encoding="utf-8",
    )
    ats.done("import", str(first))
    words = ["import", str(later), "--duplicates", "update"]
    told = "1 added to what is there, 1 of them moved to another stage, 0 already there"
    assert told.replace("added", "would be added").replace("moved", "would be moved") in ats.done(
        *words, "--dry-run"
    )
    assert told in ats.done(*words)
    assert ats.json("show", "1", "--json")["stage"] == "Interviewing"


def test_what_was_said_about_a_file_holds_for_the_next(ats: Line, tmp_path: Path) -> None:
    sheet = tmp_path / "odd.csv"
    sheet.write_text("Wer,Was,Size\nAlpha,Welder,38\n", encoding="utf-8")
    words = ["--map", "Wer=company", "--map", "Was=title"]
    ats.done("import", str(sheet), *words)
    sheet.write_text("Wer,Was,Size\nBeta,Baker,40\n", encoding="utf-8")
    answer = ats.json("import", str(sheet), "--json")
    assert (answer["created"], answer["mapping"]["Was"]) == (1, "title")


def test_what_cannot_be_imported(ats: Line, tmp_path: Path) -> None:
    assert "Couldn’t read" in ats.refused("import", str(tmp_path / "missing.csv"))
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b'Company,Role\nA,"x\n')
    assert "line 2 of bad.csv is never closed" in ats.refused("import", str(bad))
    good = tmp_path / "good.csv"
    good.write_text("Company,Role\nA,x\n")
    assert "no column “X”" in ats.refused("import", str(good), "--map", "X=title")
    assert ats("import", str(bad), "--map", "nonsense").exit_code == 2
    assert ats("import", str(bad), "--date-order", "ydm").exit_code == 2
    assert ats.json("list", "--json") == []


@pytest.mark.parametrize("ending", [".csv", ".json", ".md", ".html"])
def test_export_and_what_is_chosen(ats: Line, tmp_path: Path, ending: str) -> None:
    ats.done("demo")
    file = tmp_path / f"out{ending}"
    assert ats.done("export", str(file), "--search", "orchard") == f"Wrote {file}.\n"
    text = file.read_text(encoding="utf-8")
    assert "Orchard Rail" in text
    assert "Brightwater" not in text
    assert list(tmp_path.glob(".*")) == []


def test_export_what_and_when(ats: Line, tmp_path: Path) -> None:
    for title, day in (("Welder", "2026-01-10"), ("Baker", "2026-02-10")):
        id = ats.json("add", "--title", title)["id"]
        ats.done("move", str(id), "applied", "--on", day)
    file = tmp_path / "out.csv"
    ats.done("export", str(file), "--from", "2026-02-01", "--to", "2026-02-28")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert [row["Title"] for row in rows] == ["Baker"]
    ats.done("export", str(file), "--what", "events", "--to", "2026-01-31")
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert {(row["Application"], row["Date"]) for row in rows} == {("Welder", "2026-01-10")}
    whole = tmp_path / "all.json"
    ats.done("export", str(whole), "--what", "everything")
    assert len(json.loads(whole.read_text(encoding="utf-8"))["applications"]) == 2


def test_what_cannot_be_exported(ats: Line, tmp_path: Path) -> None:
    assert "The endings known are" in ats.refused("export", str(tmp_path / "out.doc"))
    assert "can’t hold offers" in ats.refused("export", str(tmp_path / "o.md"), "--what", "offers")
    assert "Couldn’t write" in ats.refused("export", str(tmp_path / "missing" / "out.csv"))
    assert ats("export", str(tmp_path / "out.csv"), "--from", "soon").exit_code == 2


def test_undo_redo_and_history(ats: Line) -> None:
    assert ats.refused("undo") == "There is nothing to undo."
    assert ats.refused("redo") == "There is nothing to redo."
    assert ats.done("history") == "Nothing to undo.\n"
    ats.done("add", "--title", "Welder")
    ats.done("undo")
    (step,) = ats.json("history", "--json")
    assert (step["label"], step["undone"]) == ("Add Welder", True)
    assert "Add Welder  undone" in ats.done("history")
    ats.done("redo")
    assert len(ats.json("list", "--json")) == 1


def test_check_finds_nothing_and_finds_damage(ats: Line) -> None:
    ats.done("demo")
    answer = ats.json("check", "--json")
    assert (answer["ok"], answer["problems"], answer["rows"]["application"]) == (True, [], 22)
    assert ats.done("check").startswith("No damage found. 22 applications")
    connection = sqlite3.connect(ats.data / STORE_FILE)
    connection.execute("update event set application_id = 999 where id = 1")
    connection.execute("insert into search(search) values ('delete-all')")
    connection.commit()
    connection.close()
    result = ats("check", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"] == [
        "Row 1 of event refers to a row of application that is gone.",
        "The search index does not match the applications.",
    ]
    assert len(result.stderr.splitlines()) == 1


def test_demo_fills_an_empty_store_only(ats: Line) -> None:
    assert "22 applications" in ats.done("demo")
    assert "empty store only" in ats.refused("demo")


def test_the_window_can_begin_with_an_action(ats: Line, tmp_path: Path) -> None:
    ats.done("--new")
    ats.done("--paste")
    assert [action for _, _, action in ats.opened] == ["new_application", "paste_posting"]
    assert ats("--new", "list").exit_code == 2


def test_no_command_opens_the_window_and_files_are_handed_over(ats: Line, tmp_path: Path) -> None:
    ats.done()
    one, two = tmp_path / "one.txt", tmp_path / "list"
    one.write_text("x")
    two.write_text("y")
    ats.done(str(one), str(two))
    assert ats.opened == [(ats.data, [], ""), (ats.data, [one, two], "")]
    assert ats(str(tmp_path)).exit_code == 0
    assert ats.opened[-1][1] == [tmp_path]
    assert "no file" in ats.refused(str(tmp_path / "missing.txt"))
    assert "no file" in ats.refused(f"{'x' * 5000}.txt")
    mistyped = ats("lsit")
    assert mistyped.exit_code == 2
    assert "no command or file “lsit”" in mistyped.stderr


def test_self_test_gives_its_exit_code(ats: Line) -> None:
    assert ats("self-test").exit_code == 3
    assert ats.tested == [ats.data]


def test_version_and_help(ats: Line) -> None:
    assert ats.done("--version") == f"ats {__version__}\n"
    told = ats.done("--help")
    for command in ("extract", "add", "list", "show", "move", "import", "export", "undo", "redo",
                    "history", "check", "demo", "self-test"):  # fmt: skip
        assert f"  {command} " in told
    assert "..." not in told


def test_a_store_that_is_refused_is_one_sentence(ats: Line) -> None:
    ats.data.mkdir()
    (ats.data / STORE_FILE).write_bytes(b"not a store")
    assert "failed its check" in ats.refused("list")
    assert (ats.data / STORE_FILE).read_bytes() == b"not a store"


def test_files_of_every_kind_are_read(ats: Line, tmp_path: Path) -> None:
    made = {
        "a.txt": b"<div><p>Night Baker</p><p>Leeds</p><p>Early hours</p></div>",
        "a.pdf": pdf(lines("#Night Baker\nCrumb\n\n#Requirements\n• Early hours")),
        "a.docx": docx(heading("Night Baker") + heading("Requirements") + item("Early hours")),
        "a.eml": message("Requirements:\n- Early hours", subject="Night Baker"),
        "a.mhtml": saved_page("<h1>Night Baker</h1><h2>Requirements</h2><ul><li>Early hours</ul>"),
    }
    for name, content in made.items():
        file = tmp_path / name
        file.write_bytes(content)
        answer = ats.json("extract", str(file))
        assert "Night Baker" in (answer["title"], *answer["title_suggestions"]), name
        if name != "a.txt":
            assert [each["text"] for each in answer["requirements"]] == ["Early hours"], name
    assert ats.json("extract", stdin=made["a.pdf"])["requirements"]
    assert ats("extract", stdin=b"\x89PNG\r\n").stderr == (
        "Standard input is a picture, and the words in it can’t be read. "
        "Open it, copy the posting and paste it here.\n"
    )


def test_a_folder_is_added_in_one_step(ats: Line, tmp_path: Path) -> None:
    folder = tmp_path / "postings"
    folder.mkdir()
    (folder / "2.txt").write_text(POSTING.replace("Night", "Day"), encoding="utf-8")
    (folder / "1.md").write_text(POSTING, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n")
    added = [json.loads(line) for line in ats.done("add", str(folder)).splitlines()]
    assert [each["title"] for each in added] == ["Night Baker", "Day Baker"]
    assert ats.done("undo") == "Undone: Add 2 applications.\n"
    assert ats.json("list", "--json") == []
    files = [str(folder / name) for name in ("1.md", "2.txt")]
    assert len(ats.done("add", *files, "--stage", "applied").splitlines()) == 2
    for words in (["--title", "X"], ["--company", "X"], ["--link", "X"], ["-"]):
        assert ats("add", str(folder), *words).exit_code == 2


def test_a_file_with_several_postings_is_added_in_one_step(ats: Line, tmp_path: Path) -> None:
    roles = [("Night Baker", "Crumb"), ("Ferry Pilot", "Harbour"), ("Night Baker", "Crumb")]
    data = json.dumps(
        [
            {"@type": "JobPosting", "title": title, "hiringOrganization": {"name": company}}
            for title, company in roles
        ]
    )
    file = tmp_path / "jobs.json"
    file.write_text(data, encoding="utf-8")
    assert ats.json("extract", str(file))["title"] == "Night Baker"
    refused = ats("add", str(file), "--title", "Baker")
    assert refused.exit_code == 2
    assert "holds 2 postings" in refused.stderr
    for words in ((str(file),), ("-",)):
        added = [json.loads(line) for line in ats.done("add", *words, stdin=data).splitlines()]
        assert [each["title"] for each in added] == ["Night Baker", "Ferry Pilot"]
        ats.done("undo")
    assert ats.json("list", "--json") == []


def test_one_unreadable_file_of_many_stops_all_unless_skipped(ats: Line, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(POSTING, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 nothing")
    (tmp_path / "c.txt").write_text("hello", encoding="utf-8")
    files = [str(tmp_path / name) for name in ("a.txt", "b.pdf", "c.txt", "gone.txt")]
    result = ats("add", *files)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "“b.pdf” is damaged: it can’t be opened as a PDF.",
        "“c.txt” names no title and no company.",
        "Couldn’t read “gone.txt”: no such file or directory.",
        "Nothing was added: 3 postings could not be read. Leave them out, or give "
        "--skip-unreadable.",
    ]
    assert ats.json("list", "--json") == []
    result = ats("add", "--skip-unreadable", *files)
    assert result.exit_code == 0
    assert [json.loads(line)["title"] for line in result.stdout.splitlines()] == ["Night Baker"]
    assert len(result.stderr.splitlines()) == 3
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "no postings in “empty”" in ats.refused("add", str(empty))
