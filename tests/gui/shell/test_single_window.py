"""A second start finds the first window, and only then."""

from __future__ import annotations

import json
import os
import stat
import sys
from multiprocessing.connection import Client
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from ats.gui.main_window import MainWindow
from ats.gui.request import Request
from ats.gui.single_window import Listener, ask_to_show
from ats.gui.window_address import may_be_listening, socket_name

ASK = (
    "import sys; from pathlib import Path; from ats.gui.single_window import ask_to_show;"
    "names = [Path(name) for name in sys.argv[3:]];"
    "sys.exit(not ask_to_show(Path(sys.argv[1]), names, sys.argv[2]))"
)


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    return tmp_path / "ats.sqlite"


def ask_from_outside(store_file: Path, *files: str, action: str = "") -> QProcess:
    process = QProcess()
    process.setWorkingDirectory(str(Path(__file__).parents[3]))
    process.start(sys.executable, ["-c", ASK, str(store_file), action, *files])
    return process


def test_nobody_answers(qapp, store_file: Path) -> None:
    assert not may_be_listening(store_file)
    assert not ask_to_show(store_file, [])


def test_the_first_window_gets_the_files(qtbot: QtBot, store_file: Path) -> None:
    listener = Listener(store_file)
    assert listener.is_listening
    assert may_be_listening(store_file)
    with qtbot.waitSignal(listener.asked, timeout=20_000) as asked:
        process = ask_from_outside(
            store_file, "/a/posting ü.txt", "/b.html", action="new_application"
        )
    files = (Path("/a/posting ü.txt"), Path("/b.html"))
    assert asked.args == [Request(files, "new_application")]
    qtbot.waitUntil(lambda: process.state() == process.ProcessState.NotRunning, timeout=20_000)
    assert process.exitCode() == 0
    listener.close()
    assert not may_be_listening(store_file)


def test_what_a_crash_left_behind_is_replaced(qtbot: QtBot, store_file: Path) -> None:
    Path(socket_name(store_file)).write_text("")
    assert not ask_to_show(store_file, [])
    listener = Listener(store_file)
    assert listener.is_listening
    listener.close()


def test_it_listens_where_nobody_else_may_enter(qapp, store_file: Path) -> None:
    listener = Listener(store_file)
    assert stat.S_IMODE(os.stat(socket_name(store_file)).st_mode) == 0o600
    listener.close()


def test_several_starts_in_a_row_are_all_heard(qtbot: QtBot, store_file: Path) -> None:
    listener = Listener(store_file)
    heard: list[Request] = []
    listener.asked.connect(heard.append)
    for name in ("one", "two", "three"):
        assert ask_to_show(store_file, [Path("/", name)])
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert [request.files for request in heard] == [
        (Path("/one"),), (Path("/two"),), (Path("/three"),)
    ]  # fmt: skip
    listener.close()


NONSENSE = [
    b"", b"{}", b"[1]", b"\xff", b"[" * 9000,
    b'{"files": 1, "action": "", "environment": {}}',
    b'{"files": [1], "action": "", "environment": {}}',
]  # fmt: skip


@pytest.mark.parametrize("told", NONSENSE)
def test_nonsense_is_not_answered(qtbot: QtBot, store_file: Path, told: bytes) -> None:
    listener = Listener(store_file)
    with (
        qtbot.assertNotEmitted(listener.asked),
        Client(socket_name(store_file), "AF_UNIX") as other,
    ):
        other.send_bytes(told)
        with pytest.raises(EOFError):
            other.recv_bytes()
    assert ask_to_show(store_file, [])
    listener.close()


def test_who_leaves_without_a_word_keeps_nobody_else_out(qtbot: QtBot, store_file: Path) -> None:
    listener = Listener(store_file)
    Client(socket_name(store_file), "AF_UNIX").close()
    assert ask_to_show(store_file, [])
    listener.close()


def test_a_foreign_environment_is_not_taken_over(
    qtbot: QtBot, store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    listener = Listener(store_file)
    environment = {"XDG_ACTIVATION_TOKEN": "new", "ATS_DATA": "/somewhere"}
    told = {"files": [], "action": "", "environment": environment}
    with (
        qtbot.waitSignal(listener.asked),
        Client(socket_name(store_file), "AF_UNIX") as other,
    ):
        other.send_bytes(json.dumps(told).encode())
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "new"
    assert "ATS_DATA" not in os.environ
    listener.close()


def test_the_window_begins_what_a_second_start_asks_for(window: MainWindow) -> None:
    window.come_to_front(Request(action="new_application"))
    assert window.history.place.page == "review"
    window.back()
    window.come_to_front(Request(action="quit"))
    assert window.isVisible()
