"""Of a file with several tables one is read, and the others are named."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

from tests.cli.runs import Line


def test_tables_that_were_not_read_are_named(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "both.zip"
    with ZipFile(file, "w") as archive:
        archive.writestr("spring.csv", "Company,Title,Status\nAlpha,Baker,Applied\n")
        archive.writestr("autumn.csv", "Company,Title\nBeta,Miller\nGamma,Cook\n")
    said = ats.done("import", str(file), "--dry-run")
    assert "Only spring.csv was read. Use --table for autumn.csv (2 rows)." in said
    assert "Only autumn.csv" in ats.done("import", str(file), "--table", "autumn.csv")


def test_files_of_an_archive_that_can_not_be_read_are_named(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "both.zip"
    with ZipFile(file, "w") as archive:
        archive.writestr("spring.csv", "Company,Title,Status\nAlpha,Baker,Applied\n")
        archive.writestr("autumn.json", "[{")
    said = ats.done("import", str(file))
    assert "Not read: autumn.json is damaged: it isn’t JSON in line 1." in said.splitlines()
    assert "Only" not in said
    result = ats("import", str(file), "--json")
    assert json.loads(result.stdout)["rows"] == 1
    assert result.stderr == "Not read: autumn.json is damaged: it isn’t JSON in line 1.\n"
    assert "autumn.json is damaged" in ats.refused("import", str(file), "--table", "autumn.json")


def test_one_table_needs_no_word(ats: Line, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_text("Company,Title\nAlpha,Baker\n", encoding="utf-8")
    assert "Only" not in ats.done("import", str(file))
