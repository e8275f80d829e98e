"""A review in the whole window: its own undo, its keys on the sheet, and closing the program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ats.commands.applications import NewApplication, add_application
from ats.gui.actions import ACTIONS
from ats.gui.capture.clipboard import postings_from_files
from ats.gui.capture.line_kinds import LABELS, REQUIREMENT, LineKind
from ats.gui.capture.review_page import ReviewPage
from ats.gui.main_window import MainWindow
from ats.gui.shortcut_sheet import ShortcutSheet, keys_of
from ats.store.queries.applications import applications
from tests.gui.capture.harbour import NIGHT, TIDES, harbour
from tests.gui.capture.several import three
from tests.windows import Open, Press


def review(window: MainWindow) -> ReviewPage:
    window.review_reading(harbour())
    QTest.qWait(1)
    page = window.page
    assert isinstance(page, ReviewPage)
    return page


def test_undo_goes_back_within_the_review(window: MainWindow, press: Press) -> None:
    add_application(window.session.store, NewApplication(title="Baker"))
    page = review(window)
    lines = page.sections.lines
    page.sections.unsorted.list.setFocus()
    QTest.qWait(1)
    press("M", "C")
    assert [item.kind for item in lines.items if item.text in (TIDES, NIGHT)] == [
        LineKind.MUST,
        LineKind.CONDITION,
    ]
    assert window.commands["undo"].text() == "&Undo Label line “Condition”"
    press("Ctrl+Z", "Ctrl+Z")
    assert len(lines.of((LineKind.UNSORTED,))) == 2
    assert not window.commands["undo"].isEnabled()
    press("Ctrl+Z")
    assert [row.title for row in applications(window.session.store)] == ["Baker"]
    press("Ctrl+Shift+Z")
    assert len(lines.of((LineKind.UNSORTED,))) == 1


def test_keys_work_in_the_posting_text(window: MainWindow, press: Press) -> None:
    page = review(window)
    view = page.pane.view
    view.setFocus()
    cursor = view.document().find("know the tides")
    cursor.setPosition(cursor.selectionStart())
    view.setTextCursor(cursor)
    QTest.qWait(1)
    press("W")
    (item,) = page.sections.lines.of((LineKind.DUTY,))
    assert item.text == TIDES
    press("Ctrl+Z")
    assert not page.sections.lines.of((LineKind.DUTY,))
    view.setTextCursor(view.document().find("three harbours"))
    QTest.qWait(1)
    press("R")
    assert "three harbours" in [i.text for i in page.sections.lines.of((LineKind.MUST,))]


def test_typing_is_undone_where_it_was_typed(window: MainWindow, press: Press) -> None:
    page = review(window)
    page.sections.unsorted.list.setFocus()
    QTest.qWait(1)
    press("M")
    page.form.source.setFocus()
    press(text="mnw")
    press("Ctrl+Z")
    assert page.form.source.text() == ""
    assert len(page.sections.lines.of((LineKind.UNSORTED,))) == 1


def test_the_places_of_a_field_by_key(window: MainWindow, press: Press) -> None:
    page = review(window)
    page.form.company.setFocus()
    QTest.qWait(1)
    press("F3")
    assert page.pane.places.text() == "Company: place 2 of 2 in the posting"


def test_the_keys_are_on_the_sheet(window: MainWindow) -> None:
    specs = {spec.id: spec for spec in ACTIONS}
    assert keys_of(specs[REQUIREMENT]) == ["R"]
    sheet = ShortcutSheet(window)
    for label in LABELS:
        assert label.letter in keys_of(specs[label.action])
        assert label.action in sheet.rows
        assert "in a review" in sheet.rows[label.action].name.accessibleDescription()
    sheet.deleteLater()


def test_an_edited_review_outlives_the_program(open_window: Open) -> None:
    page = review(open_window())
    page.form.title.setText("Harbour master")
    page.sections.lines.relabel(["unsorted 0"], LineKind.MUST)
    items = page.sections.lines.items
    window = open_window()
    window.offer_earlier_review()
    assert window.banner.text == (
        "You were reviewing “Harbour master” when the program was closed. Nothing was created."
    )
    assert applications(window.session.store) == []
    window.banner.buttons[0].click()
    page = window.page  # type: ignore[assignment]
    assert isinstance(page, ReviewPage)
    assert page.form.title.text() == "Harbour master"
    assert page.sections.lines.items == items
    assert not window.banner.isVisible()
    page.create_application()
    assert [row.title for row in applications(window.session.store)] == ["Harbour master"]
    window = open_window()
    window.offer_earlier_review()
    assert not window.banner.isVisible()


def test_it_is_kept_soon_after_a_change(window: MainWindow) -> None:
    file = Path(window.session.store.path).with_name("review.json")
    page = review(window)
    assert not file.exists()
    page.form.source.setText("a friend")
    QTest.qWait(1000)
    assert "a friend" in file.read_text(encoding="utf-8")
    page.cancel()
    assert not file.exists()


def test_a_review_left_as_it_was_read_is_not_kept(open_window: Open) -> None:
    review(open_window())
    window = open_window()
    window.offer_earlier_review()
    assert not window.banner.isVisible()


def test_postings_that_were_left_wait_until_they_are_wanted(
    window: MainWindow, press: Press, tmp_path: Path, open_window: Open, qtbot: QtBot
) -> None:
    window.review(postings_from_files(three(tmp_path)))
    page = window.page
    assert isinstance(page, ReviewPage)
    qtbot.waitUntil(lambda: not page._queue.is_reading_ahead)
    page.create_application()
    qtbot.waitUntil(lambda: not page.is_reading)
    press("Escape", "Escape")
    assert window.history.place.page == "applications"
    assert window.banner.text == "2 postings wait for review."
    assert not window.toasts.shown or "Bring" not in window.toasts.shown[-1].text
    window = open_window()
    window.offer_earlier_review()
    assert window.banner.text == "2 postings wait for review."
    window.banner.buttons[0].click()
    again = window.page
    assert isinstance(again, ReviewPage)
    qtbot.waitUntil(lambda: not again.is_reading)
    assert again.form.title.text() == "Ferry Pilot"
    assert not window.banner.isVisible()
    again.cancel()
    assert window.banner.text == "2 postings wait for review."
    window.banner.buttons[1].click()
    assert not window.banner.isVisible()
    assert not Path(window.session.store.path).with_name("review.json").exists()


def test_it_can_be_discarded_and_several_come_one_by_one(open_window: Open) -> None:
    for title in ("One", "Two"):
        page = review(open_window())
        page.form.title.setText(title)
    window = open_window()
    window.offer_earlier_review()
    assert "“Two”" in window.banner.text
    window.banner.buttons[1].click()
    assert "“One”" in window.banner.text
    window.banner.buttons[1].click()
    assert not window.banner.isVisible()
    assert not Path(window.session.store.path).with_name("review.json").exists()
