"""What happens to a mistake in the program: it is written down, shown once in plain words, and
the program goes on."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from collections import deque
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from time import monotonic
from types import TracebackType

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.theme import Space

_LOG_SIZE = 512 * 1024
_LOG_FILES = 3
_TOO_MANY = 3
_WITHIN_SECONDS = 60.0

log = logging.getLogger("ats")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Crash(QObject):
    """Catches what nothing else caught, in every thread. Keep it as long as the program runs."""

    _caught = Signal(str)

    def __init__(self, folder: Path, version: str, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._version, self._clock = version, clock
        self._times: deque[float] = deque(maxlen=_TOO_MANY)
        self.dialog: CrashDialog | None = None
        folder.mkdir(parents=True, exist_ok=True)
        self._file = RotatingFileHandler(
            folder / "ats.log", maxBytes=_LOG_SIZE, backupCount=_LOG_FILES, encoding="utf-8"
        )
        self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def hook(self) -> None:
        """Start catching."""
        log.addHandler(self._file)
        log.setLevel(logging.INFO)
        sys.excepthook = self._of_main_thread
        threading.excepthook = self._of_thread
        qInstallMessageHandler(_of_qt)

    def unhook(self) -> None:
        """Leave everything as Python and Qt have it by themselves."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        log.removeHandler(self._file)
        self._file.close()

    def report(self, error: BaseException) -> None:
        """Write an error down and show it; from any thread."""
        words = "".join(traceback.format_exception(error))
        log.error("%s", words)
        self._caught.emit(words)

    def _of_main_thread(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.report(error)

    def _of_thread(self, caught: threading.ExceptHookArgs) -> None:
        if caught.exc_value is not None:
            self.report(caught.exc_value)

    def _show(self, words: str) -> None:
        self._times.append(self._clock())
        spread = self._times[-1] - self._times[0]
        too_many = len(self._times) == _TOO_MANY and spread <= _WITHIN_SECONDS
        if self.dialog is None:
            self.dialog = CrashDialog(self._about() + words)
            self.dialog.finished.connect(self._closed)
            self.dialog.open()
        else:
            self.dialog.add(words)
        if too_many:
            self.dialog.offer_to_close()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _about(self) -> str:
        system = f"{platform.system()} {platform.release()}"
        python = platform.python_version()
        return f"ats {self._version}, {system}, Python {python}, Qt {PySide6.__version__}\n\n"


def install(folder: Path, version: str) -> Crash:
    """Catch mistakes from now on; the log goes into `folder`. Keep what is returned."""
    crash = Crash(folder, version)
    crash.hook()
    return crash


class CrashDialog(QDialog):
    """Plain words first; the details are there to copy."""

    def __init__(self, details: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle("Something went wrong")
        self.setModal(True)
        self._details = QPlainTextEdit(details)
        self._details.setReadOnly(True)
        self._details.setAccessibleName("Details")
        self._details.setMinimumSize(520, 180)
        self._close_program = button("Close the program", "secondary")
        self._close_program.clicked.connect(self._quit)
        self._close_program.hide()
        self._advice = label(_ADVICE, wrap=True)
        self._build()

    def add(self, details: str) -> None:
        """Show one more error in the same window."""
        self._details.appendPlainText("\n" + details)

    def offer_to_close(self) -> None:
        """Say that it keeps happening, and offer a way out."""
        self._advice.setText(_ADVICE_AGAIN)
        self._close_program.show()

    @property
    def offers_to_close(self) -> bool:
        return not self._close_program.isHidden()

    def details(self) -> str:
        return self._details.toPlainText()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("Something went wrong in the program", "title"))
        column.addWidget(self._advice)
        column.addWidget(self._details, 1)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        copy = button("Copy details", "ghost", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details()))
        go_on = button("Continue", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(self._close_program)
        row.addWidget(go_on)
        column.addLayout(row)
        go_on.setFocus()

    def _quit(self) -> None:
        self.accept()
        QApplication.quit()


_ADVICE = (
    "What you did last was not saved. Everything before it is safe, and you can go on. "
    "If it happens again, copy the details and send them to the authors."
)
_ADVICE_AGAIN = (
    "This happened several times in a minute. Everything saved is safe. "
    "Closing the program and starting it again may help."
)


def _of_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
