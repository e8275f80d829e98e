"""What is piped into an import is read as the same file would be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.runs import ROOT, Line, process
from tests.exchange.workbooks import workbook, zipped

TABLE = "Company,Title,Status\nAlpha,Baker,Applied\n"


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-16"),
        b'[{"company": "Alpha", "title": "Baker", "status": "Applied"}]',
        workbook({"Jobs": [["Company", "Title", "Status"], ["Alpha", "Baker", "Applied"]]}),
        zipped({"jobs.csv": TABLE}),
    ],
)
def test_a_table_comes_from_standard_input(ats: Line, content: bytes) -> None:
    assert ats.json("import", "-", "--json", "--dry-run", stdin=content)["created"] == 1
    assert ats.done("import", "-", stdin=content).startswith("Standard input: 1 row, 1 created")
    (row,) = ats.json("list", "--json")
    assert (row["title"], row["company"], row["stage"]) == ("Baker", "Alpha", "Applied")
    assert "Import Standard input" in ats.done("history")


@pytest.mark.parametrize("ending", ["json", "zip"])
def test_an_archive_comes_from_standard_input(ats: Line, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"all.{ending}"
    ats.done("demo")
    ats.done("export", str(file))
    other = Line(tmp_path / "other")
    assert other.json("import", "-", "--json", stdin=file.read_bytes())["created"] == 22
    assert other.json("list", "--json") == ats.json("list", "--json")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "Standard input is empty"), (b"%PDF-1.7", "Standard input is a PDF file")],
)
def test_what_is_no_table_is_refused(ats: Line, content: bytes, said: str) -> None:
    result = ats("import", "-", stdin=content)
    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert ats.json("list", "--json") == []


def test_a_pipe_is_read(tmp_path: Path) -> None:
    done = process("import", "-", "--json", data=tmp_path, stdin=TABLE.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b'"created": 1' in done.stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("<&-", "There is no standard input to read."),
        ("0>/dev/null", "Couldn’t read standard input: bad file descriptor."),
    ],
)
@pytest.mark.parametrize(
    ("command", "told"), [("import", " Nothing was imported."), ("extract", ""), ("add", "")]
)
def test_where_nothing_can_be_piped_in(
    tmp_path: Path, given: str, said: str, command: str, told: str
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {given}', "sh", sys.executable, "-m", "ats", command, "-"],
        cwd=ROOT,
        capture_output=True,
        env={**os.environ, "ATS_DATA": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.decode() == f"{said}{told}\n"
    assert done.stdout == b""


@pytest.mark.parametrize("name", ["jobs.csv", "jobs.json"])
def test_a_pipe_may_be_named(ats: Line, tmp_path: Path, name: str) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    assert ats.refused("import", str(pipe)).startswith(f"{name} is empty.")
    with subprocess.Popen(["sh", "-c", 'printf "$1" > "$2"', "sh", TABLE, str(pipe)]) as writer:
        read = os.open(pipe, os.O_RDONLY)
        writer.wait()
        assert ats.json("import", str(pipe), "--json")["created"] == 1
        os.close(read)


def test_a_file_may_be_called_like_the_sign(ats: Line, tmp_path: Path) -> None:
    (tmp_path / "-").write_text(TABLE, encoding="utf-8")
    assert ats.json("import", str(tmp_path / "-"), "--json")["created"] == 1


def test_the_shell_completes_files(tmp_path: Path) -> None:
    asked = {"_ATS_COMPLETE": "bash_complete", "COMP_WORDS": "ats import jo", "COMP_CWORD": "2"}
    done = process(data=tmp_path, **asked)
    assert done.stdout.decode().split() == ["file,jo"]
