"""The frame that is on screen before the rest of the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ats.gui.frame import LEAST_SIZE, TITLE_BAR, USUAL_SIZE, Frame, geometry_text
from ats.gui.theme import Scheme, Theme, theme
from tests.windows import Open


class Content(QWidget):
    agrees = True

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.agrees)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    made = Frame(theme())
    qtbot.addWidget(made)
    return made


def test_the_outline_is_drawn_in_the_colours_of_the_theme(frame: Frame) -> None:
    frame.resize(1200, 800)
    picture = frame.grab().toImage()
    assert frame.painted
    assert picture.pixelColor(4, 400) == theme().colour("window")
    assert picture.pixelColor(600, 20) == theme().colour("surface")


def test_it_takes_the_usual_size_or_the_one_it_was_left_with(frame: Frame, qtbot: QtBot) -> None:
    room = frame.screen().availableGeometry().size() - TITLE_BAR
    assert frame.size() == USUAL_SIZE.boundedTo(room).expandedTo(frame.minimumSize())
    assert frame.minimumSize() == LEAST_SIZE.boundedTo(room)
    small = frame.minimumSize() + QSize(0, 10)
    frame.resize(small)
    again = Frame(theme(), geometry_text(frame))
    qtbot.addWidget(again)
    assert again.size() == small


@pytest.mark.parametrize("left", [{"geometry": "no geometry"}, {"geometry": 7}, {}, None, []])
def test_a_place_that_cannot_be_read_gives_the_usual_size(qtbot: QtBot, left: object) -> None:
    frame = Frame(theme(), left)  # type: ignore[arg-type]
    qtbot.addWidget(frame)
    assert frame.width() >= frame.minimumWidth()


def test_it_has_the_title_of_what_it_holds_and_closes_with_it(frame: Frame) -> None:
    content = Content()
    content.setWindowTitle("Applications")
    frame.hold(content)
    frame.show()
    assert frame.windowTitle() == "Applications"
    content.setWindowTitle("Harbour Clerk")
    assert frame.windowTitle() == "Harbour Clerk"
    content.agrees = False
    assert not frame.close()
    assert frame.isVisible()
    content.agrees = True
    assert frame.close()


def test_the_window_in_a_frame_is_left_and_found_as_the_frame_was(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window()
    frame = Frame(theme())
    qtbot.addWidget(frame)
    frame.hold(window)
    frame.show()
    size = frame.minimumSize() + QSize(0, 20)
    frame.resize(size)
    window.carry_out("full_screen")
    assert frame.isFullScreen()
    window.carry_out("full_screen")
    assert frame.size() == size
    assert frame.close()
    kept = window.session.state("window")
    again = Frame(theme(), kept)
    qtbot.addWidget(again)
    assert again.size() == size
    window.setParent(None)
