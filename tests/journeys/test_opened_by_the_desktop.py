"""The program as a desktop starts it: without streams, and with files that come as events."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT_STREAMS = (
    "import sys\n"
    "told = sys.stdout, sys.stderr\n"
    "sys.stdin = sys.stdout = sys.stderr = None\n"
    "from ats.__main__ import main\n"
    "try: main()\n"
    "except SystemExit as end: code = end.code\n"
    "from io import StringIO\n"
    "assert all(isinstance(each, StringIO) for each in (sys.stdout, sys.stderr))\n"
    "told[0].write(repr((code, sys.stderr.getvalue())))\n"
)
WITH_AN_EVENT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from ats import app
from ats.gui.main_window import MainWindow

data, posting, comes = sys.argv[1:]
waiting = [posting]

def arrive():
    QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(waiting.pop()))

def look():
    for window in QApplication.allWidgets():
        if isinstance(window, MainWindow):
            if window.history.place.page == "review":
                timer.stop()
                print(window.history.place.page)
                window.window().close()
            elif waiting and running:
                arrive()

running = []
started = app.Running.started

def start(one, *given):
    started(one, *given)
    running.append(one)

app.Running.started = start
app.application()
if comes == "before":
    arrive()
timer = QTimer()
timer.setInterval(20)
timer.timeout.connect(look)
timer.start()
sys.exit(app.run(Path(data)))
"""


def run(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_streams_a_command_still_runs(tmp_path: Path) -> None:
    ended = run(WITHOUT_STREAMS, "--data", str(tmp_path), "demo")
    assert (ended.stdout, ended.stderr) == ("(0, '')", "")


def test_without_streams_a_failure_is_kept_to_be_shown(tmp_path: Path) -> None:
    ended = run(WITHOUT_STREAMS, "--data", str(tmp_path), str(tmp_path / "gone.txt"))
    assert ended.stdout == repr((1, f"There is no file {tmp_path / 'gone.txt'}.\n"))
    assert ended.stderr == ""


@pytest.mark.parametrize("comes", ["before", "after"])
def test_a_file_may_come_as_an_event_before_or_after_the_window(tmp_path: Path, comes: str) -> None:
    posting = tmp_path / "posting.md"
    posting.write_text("# Harbour Clerk\n\nRequirements:\n- Knots\n", encoding="utf-8")
    ended = run(WITH_AN_EVENT, str(tmp_path / "data"), str(posting), comes)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "review\n", "")
