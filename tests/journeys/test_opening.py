"""A store that cannot be opened is refused with one plain sentence, and stays as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ats import app
from ats.gui.opening_problem import OpeningProblem
from ats.store import STORE_FILE, Store


def damaged(file: Path) -> None:
    Store.open(file.parent).close()
    content = bytearray(file.read_bytes())
    content[4096:12288] = b"\xa5" * 8192
    file.write_bytes(content)


def newer(file: Path) -> None:
    Store.open(file.parent).close()
    connection = sqlite3.connect(file)
    connection.execute("pragma user_version = 9999")
    connection.close()


def foreign(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("create table somebody (else_s text)")
    connection.close()


def zero_byte(file: Path) -> None:
    file.write_bytes(b"")


def words_only(file: Path) -> None:
    file.write_text("These are the notes of somebody else.\n" * 100)


CASES: list[tuple[Callable[[Path], None], str]] = [
    (damaged, "failed its check"),
    (newer, "Made with a newer version. Nothing was changed. Update to open it."),
    (foreign, "was not made by this program. Nothing was changed."),
    (zero_byte, "failed its check"),
    (words_only, "failed its check"),
]


@pytest.fixture
def seen(qapp: QApplication) -> list[str]:
    """Answers the window that tells the problem with Quit, and keeps what it said."""
    sentences: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, OpeningProblem):
            timer.stop()
            sentences.append(dialog.sentence.text())
            dialog.quit.click()

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(look)
    timer.start()
    yield sentences
    timer.stop()


@pytest.mark.parametrize(
    ("spoil", "sentence"), CASES, ids=lambda case: getattr(case, "__name__", "")
)
def test_a_refused_file_is_left_as_it_was(
    tmp_path: Path,
    seen: list[str],
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    sentence: str,
) -> None:
    file = tmp_path / STORE_FILE
    spoil(file)
    before = file.read_bytes()
    assert app.run(tmp_path) == 1
    assert len(seen) == 1
    assert sentence in seen[0]
    assert capsys.readouterr().err.strip() == seen[0]
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [STORE_FILE]


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, seen: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine")
    assert app.run(in_the_way) == 1
    assert seen == [capsys.readouterr().err.strip()]
    assert "Can’t write in" in seen[0]
    assert in_the_way.read_text() == "mine"


def test_a_store_in_use_by_something_that_does_not_answer(tmp_path: Path, seen: list[str]) -> None:
    other = Store.open(tmp_path)
    assert app.run(tmp_path) == 1
    assert seen == ["This file is open in another window. Close it there, then try again."]
    other.close()
