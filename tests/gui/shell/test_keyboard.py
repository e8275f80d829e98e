"""What the keyboard finds around the window: buttons, panes, menus, and the focus kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from ats.commands.stages import remove_stage
from ats.gui.application.page import ApplicationPage
from ats.gui.application.section import Section
from ats.gui.applications.page import ApplicationsPage
from ats.gui.capture.review_page import ReviewPage
from ats.gui.controls.choice_menu import ChoiceMenu
from ats.gui.main_window import MainWindow
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.stages import stages
from tests.windows import Open, Press


@pytest.fixture
def filled(window: MainWindow, press: Press) -> MainWindow:
    press("Ctrl+K", text="sample")
    press("Return")
    return window


def thorough(window: MainWindow) -> int:
    """An application with a posting and requirements."""
    store = window.session.store
    for row in applications(store):
        detail = application_detail(store, row.id)
        if detail is not None and detail.posting and detail.requirements:
            return row.id
    raise AssertionError


def test_enter_presses_the_button_that_has_the_focus(window: MainWindow, press: Press) -> None:
    shown = [each for each in window.page.findChildren(QPushButton) if each.isVisible()]
    begin = next(each for each in shown if each.text().replace("&", "").startswith("Add"))
    begin.setFocus()
    press("Return")
    assert window.history.place.page == "review"
    assert isinstance(window.page, ReviewPage)
    window.page.footer.cancel_button.setFocus()
    press("Enter")
    assert window.history.place.page == "applications"


@pytest.mark.parametrize("held", ["", "Shift+"])
def test_f6_reaches_every_pane_of_the_requirements(
    filled: MainWindow, press: Press, held: str
) -> None:
    filled.show_application(thorough(filled))
    page = filled.page
    assert isinstance(page, ApplicationPage)
    page.show_section(page.requirements)
    page.focus_content()
    rows, inspector = page.requirements.list, page.requirements.inspector
    panes = [inspector, filled.sidebar, rows] if not held else [filled.sidebar, inspector, rows]
    for pane in panes:
        press(f"{held}F6")
        focus = QApplication.focusWidget()
        assert pane is focus or pane.isAncestorOf(focus)


def test_f6_goes_from_the_facts_to_the_posting(filled: MainWindow, press: Press) -> None:
    filled.show_application(thorough(filled))
    page = filled.page
    assert isinstance(page, ApplicationPage)
    assert page.overview.posting.isAncestorOf(QApplication.focusWidget())
    press("Shift+F6")
    assert page.overview.facts.isAncestorOf(QApplication.focusWidget())
    press("F6")
    assert page.overview.posting.isAncestorOf(QApplication.focusWidget())
    for section in page.sections:
        assert isinstance(section, Section)
        assert section.panes()


def test_the_board_keeps_the_keyboard_when_its_columns_are_made_anew(
    filled: MainWindow, press: Press
) -> None:
    store, page = filled.session.store, filled.page
    assert isinstance(page, ApplicationsPage)
    first, second = stages(store)[:2]
    assert remove_stage(store, first.id, second.id) is not False
    filled.session.live.announce()
    filled.session.say("Removed a stage")
    page.focus_content()
    assert page.board.isAncestorOf(QApplication.focusWidget())
    filled.own.undo()
    filled.session.live.announce()
    assert page.board.columns[0].stage.id == first.id
    assert page.board.isAncestorOf(QApplication.focusWidget())


def test_a_letter_chooses_the_stage_that_begins_with_it(window: MainWindow, press: Press) -> None:
    chosen: list[str] = []
    menu = ChoiceMenu(window)
    for name in ("Saved", "Applied", "Screening", "R&&D"):
        action = menu.addAction(name)
        action.triggered.connect(lambda _=False, name=name: chosen.append(name))
    closed = ChoiceMenu("Closed", menu)
    closed.addAction("Rejected").triggered.connect(lambda: chosen.append("Rejected"))
    menu.addMenu(closed)
    menu.popup(window.mapToGlobal(window.rect().center()))
    press("S", "S")
    assert menu.activeAction().text() == "Screening"
    assert chosen == []
    press(text="a")
    assert chosen == ["Applied"]
    assert not menu.isVisible()
    menu.popup(window.mapToGlobal(window.rect().center()))
    press(text="c")
    assert closed.isVisible()
    press(text="r")
    assert chosen == ["Applied", "Rejected"]


def test_a_message_goes_when_the_next_thing_succeeds(window: MainWindow, qtbot: QtBot) -> None:
    board = QGuiApplication.clipboard()
    board.clear()
    window.intake.paste()
    (toast,) = window.toasts.shown
    assert toast.text.startswith("There’s no text")
    mime = QMimeData()
    mime.setText("Harbour Clerk\n\nRequirements:\n- Knots\n- Ropes\n")
    board.setMimeData(mime)
    window.intake.paste()
    assert not window.toasts.shown
    assert isinstance(window.page, ReviewPage)
    qtbot.waitUntil(lambda: not window.page.is_reading)
    window.session.failed.emit("That can’t be done.")
    (toast,) = window.toasts.shown
    foot = window.page.footer
    assert toast.geometry().bottom() < foot.mapTo(window, foot.rect().topLeft()).y()
    window.session.say("Done", undo=False)
    assert [toast.text for toast in window.toasts.shown] == ["Done"]


def test_the_window_opens_within_a_small_screen(open_window: Open) -> None:
    window = open_window()
    room = window.screen().availableGeometry().size()
    window.look.restore()
    least = QSize(1024, 640).boundedTo(room)
    assert window.minimumSize() == least
    window.session.remember("window", None)
    window.look.restore()
    assert window.width() <= room.width()
    assert window.height() <= room.height()
