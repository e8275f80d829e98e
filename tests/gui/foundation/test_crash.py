"""Mistakes are written down, shown once, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ats.gui.crash import Crash


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:  # type: ignore[override]
    return Clock()


@pytest.fixture
def crash(tmp_path: Path, clock: Clock, qtbot: QtBot) -> Iterator[Crash]:
    hooks = sys.excepthook, threading.excepthook
    made = Crash(tmp_path / "logs", "1.0", clock)
    made.hook()
    yield made
    if made.dialog is not None:
        made.dialog.accept()
    made.unhook()
    sys.excepthook, threading.excepthook = hooks


def raised(text: str) -> ValueError:
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def test_an_error_is_written_down_and_shown(
    crash: Crash, tmp_path: Path, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    error = raised("a mistake")
    sys.excepthook(ValueError, error, error.__traceback__)
    qtbot.waitUntil(lambda: crash.dialog is not None)
    assert crash.dialog is not None
    assert "ValueError: a mistake" in crash.dialog.details()
    assert "ats 1.0" in crash.dialog.details()
    assert "a mistake" in (tmp_path / "logs" / "ats.log").read_text(encoding="utf-8")


def test_an_error_in_a_thread_is_shown_too(
    crash: Crash, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work() -> None:
        raise ValueError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crash.dialog is not None)
    assert crash.dialog is not None
    assert "in a thread" in crash.dialog.details()


def test_one_dialog_for_all_and_a_way_out_after_three(
    crash: Crash, clock: Clock, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(3):
        clock.now = number * 20
        crash.report(raised(f"mistake {number}"))
    qtbot.waitUntil(lambda: crash.dialog is not None and "mistake 2" in crash.dialog.details())
    assert crash.dialog is not None
    assert crash.dialog.offers_to_close
    assert "mistake 0" in crash.dialog.details()


def test_three_over_a_long_time_are_no_reason_to_close(
    crash: Crash, clock: Clock, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    for number in range(3):
        clock.now = number * 40
        crash.report(raised(f"mistake {number}"))
        QApplication.processEvents()
    assert crash.dialog is not None
    assert not crash.dialog.offers_to_close


def test_the_details_can_be_copied_and_the_program_goes_on(
    crash: Crash, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    crash.report(raised("a mistake"))
    qtbot.waitUntil(lambda: crash.dialog is not None)
    assert crash.dialog is not None
    buttons = {each.text(): each for each in crash.dialog.findChildren(QPushButton)}
    buttons["Copy details"].click()
    assert "a mistake" in QApplication.clipboard().text()
    buttons["Continue"].click()
    assert crash.dialog is None


def test_what_qt_says_goes_into_the_log(
    crash: Crash, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "ats"):
        qWarning("a word from Qt")
    assert "Qt: a word from Qt" in (tmp_path / "logs" / "ats.log").read_text(encoding="utf-8")
