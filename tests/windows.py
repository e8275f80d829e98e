"""Fixtures for tests on the whole window: a real window on a real store, and its keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ats.app import Running, dressed
from ats.gui.main_window import MainWindow
from ats.settings import Settings, load
from ats.store import Store
from tests.conftest import FixedClock

Open = Callable[[], MainWindow]
Press = Callable[..., None]

_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[Open]:
    """Opens the window on the store of this test; before that, closes the one that is open."""
    data = tmp_path / "data"
    running: list[Running] = []

    def close() -> None:
        while running:
            last = running.pop()
            last.window.close()
            last.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def open_it() -> MainWindow:
        close()
        preferences, _ = load(data / "settings.json")
        store = Store.open(data, clock=clock)
        running.append(Running(store, dressed(qapp, preferences), preferences))
        window = running[-1].window
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        QTest.qWait(1)
        return window

    yield open_it
    close()
    dressed(qapp, Settings(scheme="light", reduced_motion=True))


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


@pytest.fixture
def press(qapp: QApplication) -> Press:
    """Presses keys where the keyboard is: press("Ctrl+K", "Down"), or press(text="words")."""

    def press_it(*keys: str, text: str = "") -> None:
        for combination in keys:
            *held, last = combination.split("+")
            pressed = Qt.KeyboardModifier.NoModifier
            for name in held:
                pressed |= _MODIFIERS[name]
            QTest.keyClick(_keyboard(), getattr(Qt.Key, f"Key_{last}"), pressed)
            QTest.qWait(1)
        if text:
            QTest.keyClicks(_keyboard(), text)
            QTest.qWait(1)

    return press_it


def _keyboard() -> QWidget:
    """Where a key press goes: an open menu, else the focus, else the window."""
    where = (
        QApplication.activePopupWidget()
        or QApplication.focusWidget()
        or QApplication.activeWindow()
    )
    assert where is not None
    return where
