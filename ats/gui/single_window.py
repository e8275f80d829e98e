"""One window for a store: a second start hands over what it was asked for and leaves.

A local socket, or on Windows a named pipe, that only this person may use; never the network. The
standard library has both, so that Qt's network library need not be shipped at all.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Client, Connection
from multiprocessing.connection import Listener as Door
from pathlib import Path
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

from ats.gui.request import Request
from ats.gui.window_address import belongs_to_me, socket_name

_WAIT_SECONDS = 2
_LONGEST = 256 * 1024
_WAITING_AT_ONCE = 8
_ANSWER = b"shown"
_PASSED_ON = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
_FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"


def ask_to_show(store: Path, files: Sequence[Path], action: str = "") -> bool:
    """Ask the window that has the store open to come to the front, take the files and carry out
    the action; True when it answered."""
    name = socket_name(store)
    if not belongs_to_me(name):
        return False
    told = {
        "files": [str(path.absolute()) for path in files],
        "action": action,
        "environment": {name: os.environ[name] for name in _PASSED_ON if name in os.environ},
    }
    _let_it_come_to_front()
    try:
        with Client(name, _FAMILY) as other:
            other.send_bytes(json.dumps(told).encode())
            return other.poll(_WAIT_SECONDS) and other.recv_bytes(len(_ANSWER)) == _ANSWER
    except (OSError, EOFError):
        return False


class Listener(QObject):
    """Listens for second starts, in a thread, so that they are answered also while the window is
    busy. `asked` carries a Request, on the window's thread."""

    asked = Signal(object)
    _heard = Signal(dict)

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = socket_name(store)
        self._closing = False
        self._heard.connect(self._take)
        self._door = _opened(self._name)
        self._thread = Thread(target=self._listen, name="second starts", daemon=True)
        if self._door is not None:
            self._thread.start()

    @property
    def is_listening(self) -> bool:
        return self._door is not None

    def close(self) -> None:
        """Stop listening; whoever is still connected is let go."""
        door, self._door = self._door, None
        if door is None:
            return
        self._closing = True
        # The thread waits for a guest and nothing else wakes it.
        with suppress(OSError), Client(self._name, _FAMILY):
            self._thread.join(_WAIT_SECONDS)
        with suppress(OSError):
            door.close()

    def _listen(self) -> None:
        door = self._door
        while door is not None and not self._closing:
            try:
                with door.accept() as guest:
                    self._greet(guest)
            except (OSError, EOFError):
                continue

    def _greet(self, guest: Connection[Any, Any]) -> None:
        if self._closing or not guest.poll(_WAIT_SECONDS):
            return
        told = _told_in(guest.recv_bytes(_LONGEST))
        if told is not None:
            self._heard.emit(told)
            guest.send_bytes(_ANSWER)

    def _take(self, told: dict[str, Any]) -> None:
        """What lets a window come to the front on some desktops travels in the environment."""
        os.environ.update(told["environment"])
        self.asked.emit(Request(tuple(Path(name) for name in told["files"]), told["action"]))


def _opened(name: str) -> Door | None:
    """The place to listen at, which nobody else may enter; None where there can be none."""
    if sys.platform == "win32":
        return _door(name)
    # What a crashed window left behind; the store's own lock says nobody is alive.
    if belongs_to_me(name):
        with suppress(OSError):
            os.unlink(name)
    before = os.umask(0o177)
    try:
        return _door(name)
    finally:
        os.umask(before)


def _door(name: str) -> Door | None:
    try:
        return Door(name, _FAMILY, backlog=_WAITING_AT_ONCE)
    except OSError:
        return None


def _told_in(message: bytes) -> dict[str, Any] | None:
    """What a second start tells, or None where it is something else."""
    try:
        told = json.loads(message)
        environment = dict(told["environment"])
        return {
            "files": [str(Path(name)) for name in told["files"]],
            "action": str(told["action"]),
            "environment": {
                name: value
                for name, value in environment.items()
                if name in _PASSED_ON and isinstance(value, str)
            },
        }
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _let_it_come_to_front() -> None:
    """Windows lets a window come to the front only with the leave of the program in front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
