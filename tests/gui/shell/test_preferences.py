"""The Settings page changes what it says, and every change of the stages can be undone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ats.commands.applications import NewApplication, add_application
from ats.domain.stage import StageKind
from ats.gui.main_window import MainWindow
from ats.gui.preferences.settings_page import SettingsPage
from ats.store.queries.applications import application_row
from ats.store.queries.stages import stages
from tests.windows import Press


@pytest.fixture
def settings_page(window: MainWindow, press: Press) -> SettingsPage:
    press("Ctrl+Comma")
    assert isinstance(window.page, SettingsPage)
    return window.page


def names(window: MainWindow) -> list[str]:
    return [stage.name for stage in stages(window.session.store)]


def shown(page: SettingsPage) -> list[str]:
    return [row.name.text() for row in page.stages.rows]


def test_choices_hold_at_once(
    window: MainWindow, settings_page: SettingsPage, press: Press
) -> None:
    assert QApplication.focusWidget() is not None
    press("Right")
    assert window.session.settings.scheme == "light"
    press("Right")
    assert window.session.settings.scheme == "dark"
    assert window.session.theme.tokens.dark
    appearance = settings_page.appearance
    appearance.density.setFocus()
    press("Right")
    assert window.session.settings.density == "compact"
    appearance.motion.setFocus()
    press("Space")
    assert window.session.settings.reduced_motion
    assert window.session.theme.reduced_motion
    appearance.text_size.setFocus()
    # Keys that belong together, however slow the computer is.
    QApplication.setKeyboardInputInterval(60_000)
    QTest.keyClicks(appearance.text_size, "150")
    assert window.session.settings.text_scale in (1.0, 1.5)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_rows_of_stages_grow_with_the_text(
    window: MainWindow, settings_page: SettingsPage, scale: float
) -> None:
    window.resize(900, 600)
    window.session.change_settings(text_scale=scale)
    QApplication.processEvents()
    rows = settings_page.stages.rows
    for row in rows:
        assert row.rect().contains(row.name.geometry())
        assert row.name.height() >= row.name.minimumSizeHint().height()
    for above, beneath in pairwise(rows):
        assert above.geometry().bottom() < beneath.geometry().top()


def test_a_stage_is_renamed_in_its_place(
    window: MainWindow, settings_page: SettingsPage, press: Press
) -> None:
    row = settings_page.stages.rows[2]
    row.name.setFocus()
    row.name.selectAll()
    press(text="First call")
    press("Return")
    assert names(window)[2] == "First call"
    window.carry_out("undo")
    QTest.qWait(1)
    assert names(window)[2] == "Screening"


def test_a_used_name_is_refused_and_goes_back(
    window: MainWindow, settings_page: SettingsPage, press: Press
) -> None:
    row = settings_page.stages.rows[2]
    row.name.setFocus()
    row.name.selectAll()
    press(text="Applied")
    press("Return")
    assert shown(settings_page)[2] == "Screening"
    assert "already" in window.toasts.shown[-1].text


def test_alt_and_arrows_reorder_and_keep_the_keyboard(
    window: MainWindow, settings_page: SettingsPage, press: Press
) -> None:
    row = settings_page.stages.rows[2]
    row.name.setFocus()
    press("Alt+Up")
    assert names(window)[:3] == ["Saved", "Screening", "Applied"]
    assert shown(settings_page)[:3] == ["Saved", "Screening", "Applied"]
    assert QApplication.focusWidget() is row.name
    press("Alt+Down")
    assert names(window)[:3] == ["Saved", "Applied", "Screening"]


def test_a_stage_is_added_with_its_kind(
    window: MainWindow, settings_page: SettingsPage, press: Press
) -> None:
    settings_page.stages.new_name.setFocus()
    press(text="Assessment")
    press("Return")
    added = next(stage for stage in stages(window.session.store) if stage.name == "Assessment")
    assert added.kind is StageKind.INTERVIEWING
    assert "Assessment" in shown(settings_page)
    assert settings_page.stages.new_name.text() == ""


def test_removing_a_stage_asks_where_its_applications_go(
    window: MainWindow, settings_page: SettingsPage, press: Press
) -> None:
    store = window.session.store
    known = stages(store)
    id = add_application(store, NewApplication(title="Clerk", stage_id=known[1].id))
    QTest.qWait(1)
    settings_page.stages.rows[1].remove.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Remove, and move 1 application to:"
    action = next(action for action in menu.actions() if action.text() == "Screening")
    action.trigger()
    menu.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QTest.qWait(1)
    row = application_row(store, id)
    assert row is not None
    assert row.stage == "Screening"
    assert "Applied" not in shown(settings_page)
    window.carry_out("undo")
    QTest.qWait(1)
    assert shown(settings_page)[:2] == ["Saved", "Applied"]


def test_an_empty_stage_goes_without_a_question(
    window: MainWindow, settings_page: SettingsPage
) -> None:
    settings_page.stages.rows[2].remove.click()
    QTest.qWait(1)
    assert shown(settings_page) == ["Saved", "Applied", "Interviewing", "Offer", "Closed"]


def test_the_folder_is_shown(window: MainWindow, settings_page: SettingsPage) -> None:
    assert settings_page.folder.path.text() == str(window.session.store.path.parent)
    flags = settings_page.folder.path.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse
    assert "0 applications" in settings_page.folder.facts.text()
