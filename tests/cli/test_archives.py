"""Archives, JSON exports and backups on the command line."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from ats.commands.applications import trash
from ats.store import Store
from ats.store.queries.applications import applications
from tests.cli.runs import Line


@pytest.fixture
def filled(ats: Line) -> Line:
    ats.done("demo")
    return ats


@pytest.fixture
def other(tmp_path: Path) -> Line:
    return Line(tmp_path / "other")


def listed(line: Line) -> list[dict[str, object]]:
    """All applications without their ids."""
    return [{**one, "id": 0} for one in line.json("list", "--json")]


def test_a_json_of_the_list_says_what_it_leaves_out(filled: Line, tmp_path: Path) -> None:
    with closing(Store.open(filled.data)) as store:
        trash(store, [applications(store)[0].id])
    file = str(tmp_path / "all.json")
    told = filled.done("export", file).splitlines()
    assert told[1:] == ["1 application of the Trash left out; --what everything has all."]
    assert filled.done("export", file, "--what", "everything") == f"Wrote {file}.\n"


@pytest.mark.parametrize("name", ["all.zip", "all.json"])
def test_everything_out_and_in(filled: Line, other: Line, tmp_path: Path, name: str) -> None:
    file = str(tmp_path / name)
    assert filled.done("export", file, "--what", "everything") == f"Wrote {file}.\n"
    planned = other.json("import", file, "--dry-run", "--json")
    assert other.json("list", "--json") == []
    answer = other.json("import", file, "--json")
    assert planned == answer == {
        "rows": 22, "created": 22, "updated": 0, "duplicates": 0, "problems": [], "mapping": {},
        "ignored_rows": [],
    }  # fmt: skip
    assert listed(other) == listed(filled)
    assert "22 left as here" in other.done("import", file)
    assert len(other.json("history", "--json")) == 1
    other.done("undo")
    assert other.json("list", "--json") == []


def test_what_differs_is_told_and_can_be_chosen(filled: Line, tmp_path: Path) -> None:
    file = str(tmp_path / "all.zip")
    filled.done("export", file)
    saved = str(filled.json("list", "--stage", "saved", "--json")[0]["id"])
    filled.done("move", saved, "closed", "--outcome", "rejected")
    assert " differs: Stage, Outcome, " in filled.done("import", file)
    assert filled.json("show", saved, "--json")["outcome"] == "rejected"
    both = filled.json("import", file, "--differing", "both", "--dry-run", "--json")
    assert (both["rows"], both["created"], both["duplicates"]) == (22, 1, 21)
    theirs = filled.json("import", file, "--differing", "theirs", "--json")
    assert (theirs["updated"], theirs["duplicates"]) == (1, 21)
    assert filled.json("show", saved, "--json")["outcome"] is None


def test_a_selection_in_each_format(filled: Line, tmp_path: Path) -> None:
    for name in ("some.json", "some.zip", "some.csv", "some.xlsx"):
        filled.done("export", str(tmp_path / name), "--search", "rail")
    with zipfile.ZipFile(tmp_path / "some.zip") as archive:
        search = json.loads(archive.read("search.json"))
    whole = json.loads((tmp_path / "some.json").read_bytes())
    table = (tmp_path / "some.csv").read_bytes().decode()
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    titles = [row["Title"] for row in rows]
    assert 0 < len(titles) < 22
    assert sorted(one["title"] for one in search["applications"]) == sorted(titles)
    assert sorted(one["title"] for one in whole["applications"]) == sorted(titles)
    assert whole["contains"] == "applications"


def test_everything_as_csv_is_several_files(filled: Line, tmp_path: Path) -> None:
    told = filled.done("export", str(tmp_path / "all.csv"), "--what", "everything")
    names = ["all.csv", "all-events.csv", "all-offers.csv", "all-contacts.csv",
             "all-requirements.csv"]  # fmt: skip
    assert told.splitlines() == [f"Wrote {tmp_path / name}." for name in names]
    assert all((tmp_path / name).stat().st_size > 100 for name in names)
    (tmp_path / "new-contacts.csv").mkdir()
    refusal = filled.refused("export", str(tmp_path / "new.csv"), "--what", "everything")
    assert "Couldn’t write new-contacts.csv" in refusal
    assert sorted(path.name for path in tmp_path.glob("new*")) == ["new-contacts.csv"]


def test_backup_and_restore(filled: Line, tmp_path: Path) -> None:
    file = str(tmp_path / "copy.sqlite")
    before = filled.json("list", "--json")
    assert filled.done("backup", file) == f"Wrote and checked {file}.\n"
    filled.done("undo")
    assert "What was there before is in " in filled.done("restore", file)
    assert filled.json("list", "--json") == before
    assert filled.json("check", "--json")["ok"]
    (tmp_path / "copy.sqlite").write_bytes(b"nothing of ours")
    assert "failed its check" in filled.refused("restore", file)
    assert filled.json("list", "--json") == before
