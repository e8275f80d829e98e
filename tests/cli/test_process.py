"""The program as a script meets it: a process with streams, signals of failure and a log."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from ats.cli.group import Invocation
from ats.cli.importing import imported
from ats.cli.output import opened
from ats.domain.problem import Problem
from ats.exchange.imports.plan import Answers
from ats.store import Store
from ats.store.queries.applications import applications
from tests.cli.runs import ROOT, process


def test_a_day_with_the_command_line(tmp_path: Path) -> None:
    added = process("add", "-", "--title", "Bäcker", data=tmp_path, stdin="Brot – früh".encode())
    assert (added.returncode, added.stderr) == (0, b"")
    assert json.loads(added.stdout)["title"] == "Bäcker"
    moved = process("move", "1", "applied", data=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert moved.stdout.decode() == "Moved “Bäcker” to Applied.\n"
    assert process("check", data=tmp_path).returncode == 0


def test_a_store_in_use_is_told(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    refused = process("list", data=tmp_path)
    store.close()
    assert refused.returncode == 1
    assert refused.stderr.decode() == (
        "This file is open in another window. Close it there, then try again.\n"
    )


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    file = tmp_path / "jobs.csv"
    rows = "".join(f"Alpha {row},Baker {row},{'x' * 500}\n" for row in range(1_000))
    file.write_text(f"Company,Role,Notes\n{rows}", encoding="utf-8")
    context = click.Context(click.Command("import"), obj=Invocation(tmp_path / "data", _no, _no))
    with pytest.raises(Problem) as told:
        import_without_room(context, file)
    assert str(told.value) == (
        "The disk is full. Nothing was changed. Free some space, then try again."
    )
    with opened(context) as store:
        assert applications(store) == []


def import_without_room(context: click.Context, file: Path) -> None:
    """SQLite answers as it does on a full disk: its file may not grow."""
    with opened(context) as store:
        (pages,) = store.connection.execute("pragma page_count").fetchone()
        store.connection.execute(f"pragma max_page_count = {pages}")
        imported(store, file, Answers(), None, False)


def _no(*words: object) -> int:
    raise AssertionError(words)


def test_a_failure_nobody_expected_is_one_sentence_and_a_log(tmp_path: Path) -> None:
    program = (
        "import sys, ats.__main__ as start\n"
        "def fail(*words): raise RuntimeError('nobody knows')\n"
        "start._open_window = fail\n"
        "sys.argv = ['ats', '--data', sys.argv[1]]\n"
        "start.main()\n"
    )
    failed = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], cwd=ROOT, capture_output=True, check=False
    )
    assert failed.returncode == 1
    assert len(failed.stderr.decode().splitlines()) == 1
    assert "Something unexpected happened" in failed.stderr.decode()
    assert "nobody knows" in (tmp_path / "ats.log").read_text(encoding="utf-8")


def test_commands_load_neither_the_window_nor_what_they_do_not_need(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom click.testing import CliRunner\nfrom ats.cli import build\n"
        "run = CliRunner().invoke(build(print, print), ['--data', sys.argv[1], sys.argv[2]])\n"
        "print(run.exit_code, *sys.modules)\n"
    )
    for command, unwanted in (
        ("extract", ("PySide6", "sqlite3", "sqlite_utils", "ats.store")),
        ("list", ("PySide6", "ats.reading", "ats.exchange.imports.file_in")),
    ):
        loaded = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), command],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout.split()  # fmt: skip
        assert not [name for name in loaded if name.startswith(unwanted)]


def test_a_folder_of_nobody_is_one_sentence(tmp_path: Path) -> None:
    for words, data in ((("--data", "~nobody-of-that-name/x", "list"), tmp_path),
                        (("list",), Path("~nobody-of-that-name"))):  # fmt: skip
        refused = process(*words, data=data)
        assert refused.returncode == 1
        assert refused.stderr.decode().splitlines() == [
            f"There is no folder {words[1] if len(words) > 1 else data}. "
            "Give its whole path with --data or ATS_DATA."
        ]
