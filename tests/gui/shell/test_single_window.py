"""A second start finds the first window, and only then."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from ats.gui.single_window import Listener, ask_to_show
from ats.gui.window_address import may_be_listening, socket_name

ASK = (
    "import sys; from pathlib import Path; from ats.gui.single_window import ask_to_show;"
    "sys.exit(not ask_to_show(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))"
)


@pytest.fixture
def store_file(tmp_path: Path) -> Path:
    return tmp_path / "ats.sqlite"


def ask_from_outside(store_file: Path, *files: str):
    from PySide6.QtCore import QProcess

    process = QProcess()
    process.setWorkingDirectory(str(Path(__file__).parents[3]))
    process.start(sys.executable, ["-c", ASK, str(store_file), *files])
    return process


def test_nobody_answers(qapp, store_file: Path) -> None:
    assert not may_be_listening(store_file)
    assert not ask_to_show(store_file, [])


def test_the_first_window_gets_the_files(qtbot: QtBot, store_file: Path) -> None:
    listener = Listener(store_file)
    assert listener.is_listening
    assert may_be_listening(store_file)
    with qtbot.waitSignal(listener.asked, timeout=20_000) as asked:
        process = ask_from_outside(store_file, "/a/posting ü.txt", "/b.html")
    assert asked.args == [[Path("/a/posting ü.txt"), Path("/b.html")]]
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


@pytest.mark.parametrize("told", [b"", b"{}", b"[1]", b'{"files": 1, "environment": {}}', b"\xff"])
def test_nonsense_is_not_answered(qtbot: QtBot, store_file: Path, told: bytes) -> None:
    listener = Listener(store_file)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(store_file))
    with qtbot.assertNotEmitted(listener.asked):
        socket.write(told + b"\n")
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert not socket.readAll().data()
    listener.close()


def test_a_foreign_environment_is_not_taken_over(
    qtbot: QtBot, store_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    listener = Listener(store_file)
    socket = QLocalSocket()
    socket.connectToServer(socket_name(store_file))
    environment = {"XDG_ACTIVATION_TOKEN": "new", "ATS_DATA": "/somewhere"}
    with qtbot.waitSignal(listener.asked):
        socket.write(json.dumps({"files": [], "environment": environment}).encode() + b"\n")
    import os

    assert os.environ["XDG_ACTIVATION_TOKEN"] == "new"
    assert "ATS_DATA" not in os.environ
    socket.abort()
    listener.close()
