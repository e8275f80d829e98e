"""A store that cannot be opened is refused with one plain sentence, and stays as it was."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ats import app
from ats.gui.main_window import MainWindow
from ats.gui.opening_problem import OpeningProblem
from ats.store import STORE_FILE, Store

ROOT = Path(__file__).parents[2]


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


def test_a_second_start_shows_the_first_window_and_hands_it_its_file(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    """Two processes: this one has the window, the other is the command line. (The log is asked
    for because the off-screen platform complains there about raising a window.)"""
    posting = tmp_path / "posting.txt"
    posting.write_text("Harbour Clerk\n\nRequirements:\n- Knots\n- Ropes and chains\n")
    window_was: list[tuple[str, bool]] = []
    second = QProcess()
    second.setWorkingDirectory(str(ROOT))

    def start_second() -> None:
        second.start(sys.executable, ["-m", "ats", "--data", str(tmp_path), str(posting)])

    def look() -> None:
        if second.state() == QProcess.ProcessState.NotRunning and second.processId() == 0:
            for window in QApplication.allWidgets():
                if isinstance(window, MainWindow) and window.history.place.page == "review":
                    window_was.append((window.history.place.page, window.isVisible()))
                    timer.stop()
                    window.window().close()

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(look)
    QTimer.singleShot(300, start_second)
    QTimer.singleShot(400, timer.start)
    assert app.run(tmp_path) == 0
    assert window_was == [("review", True)]
    assert second.exitCode() == 0
    told = bytes(second.readAllStandardOutput().data()).decode().strip()
    assert told == "This file is open in another window. Showing it."
    assert not bytes(second.readAllStandardError().data())
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("ats.sqlite-")] == []


def test_without_a_display_one_sentence_is_said(tmp_path: Path) -> None:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    ended = subprocess.run(
        [sys.executable, "-m", "ats", "--data", str(tmp_path / "data")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.strip() == app.NO_DISPLAY
    assert not (tmp_path / "data").exists()


def test_a_start_with_a_file_reviews_it_and_tells_of_unusable_settings(
    tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    posting = tmp_path / "posting.md"
    posting.write_text("# Harbour Clerk\n\nRequirements:\n- Knots\n")
    data = tmp_path / "data"
    data.mkdir()
    settings = data / "settings.json"
    settings.write_text('{"scheme": "pink", "text_scale": 1.1}')
    seen: list[tuple[str, list[str]]] = []

    def look() -> None:
        for window in QApplication.allWidgets():
            if isinstance(window, MainWindow) and window.history.place.page == "review":
                timer.stop()
                seen.append(("review", [toast.text for toast in window.toasts.shown]))
                window.window().close()

    timer = QTimer()
    timer.setInterval(20)
    timer.timeout.connect(look)
    timer.start()
    assert app.run(data, [posting]) == 0
    assert seen == [("review", ["These settings could not be read and are as at first: scheme."])]
    kept = json.loads(settings.read_text())
    assert (kept["scheme"], kept["text_scale"]) == ("system", 1.1)
