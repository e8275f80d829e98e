"""Puts the window together: store, settings, look and pages, each made once and only here."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QIcon, QImage
from PySide6.QtWidgets import QApplication

from ats import __version__, settings
from ats.domain.problem import Problem
from ats.gui.frame import Frame
from ats.gui.opened_files import Application, Opener
from ats.gui.theme import Scheme, Theme
from ats.gui.window_address import may_be_listening
from ats.paths import STORE_FILE, resources, settings_file

# What the frame of the window does without is loaded when it is on screen.
if TYPE_CHECKING:
    from ats.gui.single_window import Listener
    from ats.store import Store

NO_DISPLAY = (
    "There is no display to open a window on. Start it in a desktop session; "
    "“ats --help” lists what works without one."
)
_ICON_SIZES = (16, 24, 32, 48, 128)
_PAINTED_WITHIN = 0.25  # seconds
SHOWN = "This file is open in another window. Showing it."


def run(data: Path, files: Sequence[Path] = (), action: str = "") -> int:
    """Open the window on the store in `data`, with files ready for review or an action begun;
    the exit code once it is closed. A second start shows the first window instead, and hands
    over what it was asked for."""
    if no_display(os.environ):
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 1
    gc.disable()
    try:
        app = application()
        if _is_shown_elsewhere(data, files, action):
            return 0
        preferences, refused = settings.load(settings_file(data))
        theme = dressed(app, preferences, bare=True)
        frame = Frame(theme, preferences.state.get("window"))
        _paint(frame)
        dressed(app, preferences)
        store = _open(data, files, action, frame)
        if isinstance(store, int):
            return store
        if store.path.parent != data:
            preferences, refused = settings.load(settings_file(store.path.parent))
            theme = dressed(app, preferences)
        running = Running(store, theme, preferences, refused)
        frame.hold(running.window)
        return _show(app, running, frame, files, action)
    finally:
        gc.unfreeze()
        gc.enable()


def _paint(frame: Frame) -> None:
    """Show the frame and wait, for a moment, until it is on screen."""
    frame.show()
    until = monotonic() + _PAINTED_WITHIN
    while not frame.painted and monotonic() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 10)


def no_display(environment: Mapping[str, str]) -> bool:
    """Whether a window surely cannot open: Qt would end the process, without a plain word."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(environment.get(name) for name in named)


def dressed(app: QApplication, preferences: settings.Settings, bare: bool = False) -> Theme:
    """The application in the look the person chose; `bare` as in `Theme.install`."""
    return Theme.install(
        app,
        Scheme(preferences.scheme),
        preferences.text_scale,
        preferences.reduced_motion,
        bare=bare,
    )


def picture(store: Store) -> QImage:
    """The window on a store as a picture, in light colours; nothing stays open."""
    preferences = settings.Settings(scheme="light", reduced_motion=True)
    running = Running(store, dressed(application(), preferences), preferences)
    try:
        running.window.resize(1280, 800)
        running.window.show()
        QApplication.processEvents()
        return running.window.grab().toImage()
    finally:
        running.let_go()


def application() -> QApplication:
    """The one QApplication, with its name and icon."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    _claim_taskbar_button()
    app = Application(sys.argv[:1])
    app.setApplicationName("ats")
    app.setApplicationDisplayName("ats")
    app.setApplicationVersion(__version__)
    # In a Flatpak, the menu entry is named after the package.
    QGuiApplication.setDesktopFileName(os.environ.get("FLATPAK_ID", "ats"))
    app.setWindowIcon(QIcon(str(resources() / "app" / "ats.svg")))
    return app


def _claim_taskbar_button() -> None:
    """Windows shows the windows of all Python programs under one button, unless they say who they
    are. The installed program has a button of its own already."""
    if sys.platform == "win32" and Path(sys.executable).stem.lower().startswith("python"):
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("ats")


def window_icon() -> QIcon:
    """The program's mark with its own drawing for the smallest size, as title bars show it."""
    folder, icon = resources() / "app", QIcon()
    for size in _ICON_SIZES:
        drawing = "ats-16.svg" if size == 16 else "ats.svg"
        icon.addPixmap(QIcon(str(folder / drawing)).pixmap(size, size))
    return icon


class Running:
    """An open window and what it stands on."""

    def __init__(
        self,
        store: Store,
        theme: Theme,
        preferences: settings.Settings,
        refused: Sequence[str] = (),
    ) -> None:
        from ats.gui.main_window import MainWindow
        from ats.gui.session import Session

        file = settings_file(store.path.parent)
        self.store = store
        self.session = Session(
            store, theme, preferences, save_settings=lambda now: settings.save(now, file)
        )
        self.window = MainWindow(self.session)
        self.listener: Listener | None = None
        self._refused = refused
        self._open = True

    def started(self, files: Sequence[Path], action: str = "") -> None:
        """What can wait until the window is on screen."""
        from ats.gui.request import Request
        from ats.gui.single_window import Listener

        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self.listener = Listener(self.store.path, self.window)
        self.listener.asked.connect(self.window.come_to_front)
        self.window.answer(Request(tuple(files), action))
        _hand_over_files(lambda more: self.window.come_to_front(Request(more)))
        self.window.offer_earlier_review()
        if self._refused:
            names = ", ".join(name.replace("_", " ") for name in self._refused)
            self.session.failed.emit(
                f"These settings could not be read and are as at first: {names}."
            )
        QApplication.setWindowIcon(window_icon())
        gc.enable()
        gc.freeze()

    def close(self) -> None:
        """Commit what was typed, stop the jobs, let go of the window, close the store; in that
        order."""
        if self._open:
            self.let_go()
            self.store.close()

    def let_go(self) -> None:
        """The same, and leave the store open."""
        self._open = False
        _hand_over_files(None)
        if self.listener is not None:
            self.listener.close()
        self.window.flush()
        self.session.jobs.shutdown()
        self.window.discard()


def _hand_over_files(opener: Opener | None) -> None:
    app = QApplication.instance()
    if isinstance(app, Application):
        app.hand_over(opener)


def _show(
    app: QApplication, running: Running, frame: Frame, files: Sequence[Path], action: str
) -> int:
    """Run until the window is closed."""
    from ats.gui import crash

    watch = crash.install(running.store.path.parent, __version__)
    try:
        frame.show()
        QTimer.singleShot(0, lambda: running.started(files, action))
        return app.exec()
    finally:
        running.close()
        frame.deleteLater()
        watch.unhook()


def _is_shown_elsewhere(data: Path, files: Sequence[Path], action: str) -> bool:
    """Whether another window has this store open and came to the front. Nothing is loaded to
    find out where no window can be listening."""
    return may_be_listening(data / STORE_FILE) and _ask_to_show(data, files, action)


def _ask_to_show(data: Path, files: Sequence[Path], action: str) -> bool:
    from ats.gui.single_window import ask_to_show

    answered = ask_to_show(data / STORE_FILE, files, action)
    if answered:
        sys.stdout.write(f"{SHOWN}\n")
    return answered


def _open(data: Path, files: Sequence[Path], action: str, frame: Frame) -> Store | int:
    """The open store, or the exit code where there is none."""
    from ats.store import Store, StoreInUse

    while True:
        try:
            return Store.open(data)
        except StoreInUse as problem:
            if _ask_to_show(data, files, action):
                return 0
            sentence = str(problem)
        except Problem as problem:
            sentence = str(problem)
        frame.hide()
        chosen = _ask_for_folder(sentence, data)
        if chosen is None:
            return 1
        data = chosen


def _ask_for_folder(sentence: str, data: Path) -> Path | None:
    """Say why the store does not open; another folder, or None to quit."""
    from ats.gui.opening_problem import OpeningProblem

    if sys.__stderr__ is not None:
        sys.stderr.write(f"{sentence}\n")
    dialog = OpeningProblem(sentence, data)
    dialog.exec()
    return dialog.folder
