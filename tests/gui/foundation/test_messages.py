"""Toasts and the banner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ats.gui.messages import Banner, Toasts


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_toast_stands_at_the_bottom_left(window: QWidget) -> None:
    toasts = Toasts(window, lambda: 212)
    toast = toasts.say("Moved “Backend Engineer” to Interviewing", "Undo", lambda: None)
    assert toast.isVisible()
    assert toast.x() == 232
    assert toast.geometry().bottom() == 700 - 24 - 1
    window.resize(1000, 500)
    assert toast.geometry().bottom() == 500 - 24 - 1
    toasts.clear()


def test_undo_runs_once_and_the_toast_goes(window: QWidget, qtbot: QtBot) -> None:
    toasts, ran = Toasts(window), []
    toast = toasts.say("Moved to Trash", "Undo", lambda: ran.append(1))
    assert toast.action_button is not None
    toast.action_button.click()
    assert ran == [1]
    assert not toasts.shown


def test_at_most_three_newest_lowest(window: QWidget) -> None:
    toasts = Toasts(window)
    for number in range(5):
        toasts.say(f"Message {number}")
    assert [toast.text for toast in toasts.shown] == ["Message 2", "Message 3", "Message 4"]
    tops = [toast.y() for toast in toasts.shown]
    assert tops == sorted(tops)
    assert not any(
        one.geometry().intersects(other.geometry())
        for one in toasts.shown
        for other in toasts.shown
        if one is not other
    )
    toasts.clear()


def test_a_toast_waits_while_it_is_hovered_or_focused(window: QWidget) -> None:
    toasts = Toasts(window)
    toast = toasts.say("Moved", "Undo", lambda: None)
    assert toast.is_waiting
    spot = QPointF(5, 5)
    QApplication.sendEvent(toast, QEnterEvent(spot, spot, spot))
    assert not toast.is_waiting
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.is_waiting
    assert toast.action_button is not None
    toast.action_button.setFocus()
    assert not toast.is_waiting
    window.setFocus()
    toasts.clear()


def test_a_toast_can_be_closed_by_keyboard(window: QWidget) -> None:
    toasts = Toasts(window)
    toast = toasts.say("Saved a copy")
    close = toast.findChild(QToolButton)
    assert close is not None
    assert close.accessibleName() == "Close message"
    QTest.keyClick(close, Qt.Key.Key_Space)
    assert not toasts.shown


def test_a_long_message_keeps_within_the_window(window: QWidget) -> None:
    toasts = Toasts(window)
    window.resize(420, 400)
    toast = toasts.say("word " * 60, "Undo", lambda: None)
    assert toast.geometry().right() <= 420 - 20
    assert toast.height() > 60
    toasts.clear()


def test_a_banner_stays_until_it_is_settled(window: QWidget) -> None:
    banner = Banner(window)
    assert banner.isHidden()
    ran: list[str] = []
    banner.show_text(
        "Can’t save: the disk is full.",
        [("Retry", lambda: ran.append("retry")), ("Save a copy…", lambda: ran.append("copy"))],
    )
    assert banner.isVisible()
    assert [each.text() for each in banner.buttons] == ["Retry", "Save a copy…"]
    banner.buttons[1].click()
    assert ran == ["copy"]
    banner.show_text(
        "This file is open in another window.", [("Show it", lambda: None)], kind="warn"
    )
    assert [each.text() for each in banner.buttons] == ["Show it"]
    banner.clear()
    assert banner.isHidden()
