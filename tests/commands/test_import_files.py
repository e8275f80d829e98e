"""Which files go to the import, and which are postings."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from ats.commands.archiving import save_archive
from ats.commands.import_files import holds_applications, is_table
from ats.store import Store

TABLE = "Company\tRole\tStatus\n" + "Northwind\tBaker\tApplied\n" * 3
POSTING = "Baker wanted\n\nNorthwind bakes bread, rolls, and cakes, in Leeds.\nYou bake.\n"
BOARD = {"name": "Jobs", "lists": [{"id": "1", "name": "Applied"}], "cards": [{"name": "Baker"}]}
POSTED = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Baker"}


@pytest.mark.parametrize(
    ("name", "content", "to_import"),
    [
        ("table.csv", b"", True),
        ("Table.XLSX", b"", True),
        ("table.txt", TABLE.encode(), True),
        ("table.txt", TABLE.encode("utf-16"), True),
        ("table.txt", (TABLE * 2_000).encode("utf-16"), True),
        ("posting.txt", POSTING.encode(), False),
        ("list.txt", b"Bread\tRolls\nCakes\tPies\nTarts\tBuns\n", False),
        ("empty.txt", b"", False),
        ("board.json", json.dumps(BOARD).encode(), True),
        ("list.json", json.dumps([{"company": "Northwind"}]).encode(), True),
        ("posting.json", json.dumps(POSTED).encode(), False),
        ("broken.json", b"{", False),
        ("broken.zip", b"PK", False),
        ("posting.pdf", b"%PDF", False),
        ("notes.md", TABLE.encode(), False),
    ],
)
def test_what_a_file_is_decides(tmp_path: Path, name: str, content: bytes, to_import: bool) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert holds_applications(path) is to_import


def test_an_archive_of_this_program_and_one_with_tables(store: Store, tmp_path: Path) -> None:
    save_archive(store, tmp_path / "search.zip")
    assert holds_applications(tmp_path / "search.zip")
    for name, to_import in (("jobs.csv", True), ("letter.pdf", False)):
        with ZipFile(tmp_path / "other.zip", "w") as archive:
            archive.writestr(f"folder/{name}", "Company,Role\n")
        assert holds_applications(tmp_path / "other.zip") is to_import


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert not holds_applications(tmp_path / "gone.txt")
    assert not holds_applications(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Company\tRole\nNorthwind\tBaker", True),
        ("Company;Role;On\nNorthwind;Baker;1", True),
        ("Bakers wanted, in Leeds.\nWe bake bread.\nApply now.", False),
        ("Company,Role", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_words(text: str, table: bool) -> None:
    assert is_table(text) is table
