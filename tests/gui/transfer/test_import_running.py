"""An import under way can be stopped, and then leaves nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ats.commands.applications import NewApplication, add_application
from ats.gui.transfer.import_running import Running, run_watched
from ats.store import Store
from ats.store.queries.applications import applications
from tests.gui.transfer.desk import Desk


def slow(store: Store) -> Callable[[Callable[[float], None]], None]:
    """Writes for as long as nobody stops it."""

    def work(tell: Callable[[float], None]) -> None:
        with store.step("Import for ever"):
            add_application(store, NewApplication(title="Half an import"))
            while True:
                tell(0.5)

    return work


def watched(desk: Desk, answer: Callable[[Running], None]) -> object:
    """What became of work that nobody but `answer` ends; it gets the window of the work once
    it is there."""
    clock = QTimer()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, Running) and dialog.isVisible():
            answer(dialog)

    clock.timeout.connect(look)
    clock.start(5)
    try:
        return run_watched(desk.page, "Importing", slow(desk.store))
    finally:
        clock.stop()


def by_mouse(dialog: Running) -> None:
    if dialog.cancel_button.isVisible():
        dialog.cancel_button.click()
    else:
        dialog.stop_button.click()


def by_keyboard(dialog: Running) -> None:
    focus = QApplication.focusWidget()
    if not dialog.stop_button.isVisible():
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    elif focus is not dialog.stop_button:
        QTest.keyClick(focus or dialog, Qt.Key.Key_Tab)
    else:
        QTest.keyClick(focus, Qt.Key.Key_Return)


def by_the_cross(dialog: Running) -> None:
    if dialog.stop_button.isVisible():
        dialog.stop_button.click()
    else:
        dialog.close()


@pytest.mark.parametrize("answer", [by_mouse, by_keyboard, by_the_cross])
def test_what_is_stopped_leaves_nothing(desk: Desk, answer: Callable[[Running], None]) -> None:
    before = desk.store.history()
    desk.page.focus_content()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert watched(desk, answer) is None
    assert applications(desk.store) == []
    assert desk.store.history() == before
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is focus)


def test_stopping_is_asked_about(desk: Desk) -> None:
    seen: list[str] = []

    def answer(dialog: Running) -> None:
        """Ask, go on, ask again, stop."""
        if not dialog.stop_button.isVisible():
            seen.append("running")
            dialog.cancel_button.click()
        elif seen.count("asked") == 0:
            seen.append("asked")
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        else:
            seen.append("stopped")
            dialog.stop_button.click()

    assert watched(desk, answer) is None
    assert seen[:4] == ["running", "asked", "running", "stopped"]


def test_work_that_ends_is_not_asked_about(desk: Desk) -> None:
    def work(tell: Callable[[float], None]) -> int:
        tell(1.0)
        return 7

    assert run_watched(desk.page, "Importing", work) == 7
