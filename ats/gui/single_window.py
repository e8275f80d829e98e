"""One window for a store: a second start hands its files to the first window and leaves.

A local socket (a named pipe on Windows) that only this person may use; never the network.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from ats.gui.window_address import socket_name

_WAIT_MS = 2000
_LONGEST = 256 * 1024
_ANSWER = b"shown\n"
_PASSED_ON = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def ask_to_show(store: Path, files: Sequence[Path]) -> bool:
    """Ask the window that has the store open to come to the front and take the files; True
    when it answered."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(store))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    told = {
        "files": [str(path.absolute()) for path in files],
        "environment": {name: os.environ[name] for name in _PASSED_ON if name in os.environ},
    }
    socket.write(json.dumps(told).encode() + b"\n")
    socket.flush()
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(_WAIT_MS):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == _ANSWER


class Listener(QObject):
    """Listens for second starts. `asked` carries the files they were given, perhaps none."""

    asked = Signal(list)

    def __init__(self, store: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guests: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = socket_name(store)
        if not self._server.listen(name):
            # What a crashed window left behind; the store's own lock says nobody is alive.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def is_listening(self) -> bool:
        return self._server.isListening()

    def close(self) -> None:
        """Stop listening; whoever is still connected is let go."""
        self._server.close()
        for socket in list(self._guests):
            self._part(socket)

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        self._guests.append(socket)
        socket.disconnected.connect(self._left)
        socket.readyRead.connect(self._read_guests)
        self._read(socket)

    def _left(self) -> None:
        gone = QLocalSocket.LocalSocketState.UnconnectedState
        for socket in [guest for guest in self._guests if guest.state() == gone]:
            self._part(socket)

    def _part(self, socket: QLocalSocket) -> None:
        self._guests.remove(socket)
        socket.disconnected.disconnect(self._left)
        socket.readyRead.disconnect(self._read_guests)
        socket.abort()
        socket.deleteLater()

    def _read_guests(self) -> None:
        for socket in list(self._guests):
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST:
            self._part(socket)
            return
        if not socket.canReadLine():
            return
        files = _files_in(bytes(socket.readLine().data()))
        if files is None:
            self._part(socket)
            return
        socket.write(_ANSWER)
        socket.flush()
        self.asked.emit(files)


def _files_in(line: bytes) -> list[Path] | None:
    """The files of a request, or None where it is not one. What lets a window come to the
    front on some desktops travels in the environment."""
    try:
        told = json.loads(line)
        files = [Path(name) for name in told["files"]]
        for name, value in dict(told["environment"]).items():
            if name in _PASSED_ON and isinstance(value, str):
                os.environ[name] = value
    except (ValueError, TypeError, KeyError):
        return None
    return files
