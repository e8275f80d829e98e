"""Saying what a line is: by key and by click, in the lists and in the posting."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ats.gui.capture.line_delegate import letter_places
from ats.gui.capture.line_kinds import LABELS, REQUIREMENT, LineKind
from ats.gui.capture.lines import Item
from tests.gui.capture.desk import Desk
from tests.gui.capture.harbour import BOOTS, LICENCE, NIGHT, RADIO, TEXT, TIDES, harbour, place

LETTERS = [(label.letter, label.kind) for label in LABELS]


@pytest.fixture(autouse=True)
def reviewed(desk: Desk) -> None:
    desk.page.start(harbour())


def press(key: str) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key if len(key) == 1 else getattr(Qt.Key, f"Key_{key}"))


def item(desk: Desk, text: str) -> Item | None:
    return next((each for each in desk.page.sections.lines.items if each.text == text), None)


def kind(desk: Desk, text: str) -> LineKind | None:
    found = item(desk, text)
    return found.kind if found else None


def select(desk: Desk, words: str) -> None:
    view = desk.page.pane.view
    view.setFocus()
    found = view.document().find(words)
    assert found.hasSelection()
    view.setTextCursor(found)


def put_cursor(desk: Desk, words: str) -> None:
    select(desk, words)
    view = desk.page.pane.view
    view.moveCursor(QTextCursor.MoveOperation.Left)
    assert not view.textCursor().hasSelection()


@pytest.mark.parametrize(("letter", "wanted"), LETTERS)
def test_a_key_says_what_the_item_of_a_list_is(
    desk: Desk, letter: str, wanted: LineKind | None
) -> None:
    rows = desk.page.sections.unsorted.list
    rows.setFocus()
    press(letter)
    assert kind(desk, TIDES) is wanted
    current = rows.current_item()
    assert current is not None
    assert current.text == NIGHT


@pytest.mark.parametrize(("letter", "wanted"), LETTERS)
def test_a_letter_is_clicked(
    desk: Desk, qtbot: QtBot, letter: str, wanted: LineKind | None
) -> None:
    rows = desk.page.sections.unsorted.list
    places = letter_places(rows.visualRect(rows.model().index(1, 0)))
    spot = next(rect for label, rect in places if label.letter == letter)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot.center())
    assert kind(desk, NIGHT) is wanted
    assert kind(desk, TIDES) is LineKind.UNSORTED


def test_letters_are_wide_enough_to_hit_and_explained(desk: Desk) -> None:
    rows = desk.page.sections.unsorted.list
    places = letter_places(rows.visualRect(rows.model().index(0, 0)))
    assert all(rect.width() >= 24 and rect.height() >= 24 for _, rect in places)
    assert not any(a[1].intersects(b[1]) for a in places for b in places if a is not b)
    spot = places[0][1].center()
    event = QHelpEvent(QEvent.Type.ToolTip, spot, rows.viewport().mapToGlobal(spot))
    QApplication.sendEvent(rows.viewport(), event)
    assert QToolTip.text() == "Must have (M)"
    QToolTip.hideText()


def test_delete_takes_a_line_off(desk: Desk) -> None:
    desk.page.sections.benefits.list.setFocus()
    press("Delete")
    assert kind(desk, BOOTS) is None
    put_cursor(desk, TIDES)
    press("Delete")
    assert kind(desk, TIDES) is None


def test_an_item_that_stays_in_its_list_stays_current(desk: Desk) -> None:
    rows = desk.page.sections.asked.list
    rows.setFocus()
    press("N")
    current = rows.current_item()
    assert current is not None
    assert (current.text, current.kind) == (LICENCE, LineKind.NICE)


def test_the_menu_of_an_item_says_what_it_is(desk: Desk) -> None:
    rows = desk.page.sections.asked.list
    rows.setFocus()
    menu = rows.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [*(f"{label.name}\t{label.letter}" for label in LABELS), "Edit\tF2"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Must have\tM"]
    menu.actions()[4].trigger()
    assert kind(desk, LICENCE) is LineKind.BENEFIT
    menu.deleteLater()


@pytest.mark.parametrize(("letter", "wanted"), LETTERS)
def test_a_key_says_what_the_line_of_the_cursor_is(
    desk: Desk, letter: str, wanted: LineKind | None
) -> None:
    put_cursor(desk, "Boots that")
    press(letter)
    assert kind(desk, BOOTS) is wanted
    assert desk.page.pane.view.hasFocus()


def test_a_line_that_was_nothing_becomes_an_item_with_its_place(desk: Desk) -> None:
    put_cursor(desk, "three harbours")
    press("C")
    found = item(desk, "Osprey Ports, Dover. Osprey Ports has three harbours.")
    assert found is not None
    assert found.kind is LineKind.CONDITION
    assert found.span is not None
    assert TEXT[slice(*found.span)] == found.text


def test_of_a_line_with_an_item_the_other_sentence_is_meant(desk: Desk) -> None:
    put_cursor(desk, "many of them")
    press("M")
    assert kind(desk, "Knots, many of them") is LineKind.MUST
    assert kind(desk, RADIO) is LineKind.NICE


@pytest.mark.parametrize("key", ["R", "Return"])
def test_selected_words_become_a_requirement_by_one_key(desk: Desk, key: str) -> None:
    select(desk, "three harbours")
    press(key)
    found = item(desk, "three harbours")
    assert found is not None
    assert (found.kind, found.span) == (LineKind.MUST, place("three harbours"))
    assert not desk.page.pane.view.textCursor().hasSelection()
    assert desk.created == []


def test_in_a_list_of_nice_to_have_it_is_nice_to_have(desk: Desk) -> None:
    select(desk, "Knots")
    press("R")
    assert kind(desk, "Knots") is LineKind.NICE


def test_selected_unsorted_lines_become_requirements_one_by_one(desk: Desk) -> None:
    view = desk.page.pane.view
    view.setFocus()
    shown = view.toPlainText()
    cursor = view.textCursor()
    cursor.setPosition(shown.index(TIDES))
    cursor.setPosition(shown.index(NIGHT) + len(NIGHT), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    press("M")
    assert (kind(desk, TIDES), kind(desk, NIGHT)) == (LineKind.MUST, LineKind.MUST)
    assert not desk.page.sections.unsorted.isVisible()


def test_what_is_a_requirement_already_stays_one(desk: Desk) -> None:
    select(desk, LICENCE)
    before = desk.page.sections.lines.items
    press("R")
    assert desk.page.sections.lines.items == before


def test_a_bar_beside_the_selection_does_the_same(desk: Desk, qtbot: QtBot) -> None:
    view = desk.page.pane.view
    assert not view.bar.isVisible()
    select(desk, "three harbours")
    assert view.bar.isVisible()
    assert view.viewport().rect().contains(view.bar.geometry())
    qtbot.mouseClick(view.bar.buttons["label_benefit"], Qt.MouseButton.LeftButton)
    assert kind(desk, "three harbours") is LineKind.BENEFIT
    assert not view.bar.isVisible()
    assert view.hasFocus()


def test_the_bar_comes_when_the_mouse_lets_go(desk: Desk, qtbot: QtBot) -> None:
    view = desk.page.pane.view
    point = view.cursorRect(view.document().find("Dover")).center() - QPoint(8, 0)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert view.textCursor().selectedText() == "Dover"
    assert view.bar.isVisible()
    view.bar.buttons[REQUIREMENT].click()
    assert kind(desk, "Dover") is LineKind.MUST


def test_escape_lets_go_of_the_selection_only(desk: Desk) -> None:
    select(desk, "three harbours")
    press("Escape")
    assert not desk.page.pane.view.bar.isVisible()
    assert desk.back == []


def test_the_menu_of_the_posting_offers_the_same(desk: Desk) -> None:
    select(desk, "three harbours")
    menu = desk.page.pane.view.menu()
    menu.actions()[0].trigger()
    assert kind(desk, "three harbours") is LineKind.MUST
    menu.deleteLater()


def test_letters_are_typed_in_fields_and_editors(desk: Desk) -> None:
    before = desk.page.sections.lines.items
    for line in (desk.page.form.source, desk.page.sections.adding_benefit):
        line.setFocus()
        QTest.keyClicks(line, "mnwcbxr")
        assert line.text() == "mnwcbxr"
    rows = desk.page.sections.benefits.list
    rows.setFocus()
    press("F2")
    QTest.keyClicks(QApplication.focusWidget(), "mnwcbxr")
    assert desk.page.sections.lines.items == before


def test_each_change_can_be_taken_back_and_made_again(desk: Desk) -> None:
    lines = desk.page.sections.lines
    before = lines.items
    desk.page.sections.unsorted.list.setFocus()
    press("M")
    press("X")
    after = lines.items
    history = desk.page.draft_history()
    assert history is not None
    assert history.undo_label == "Take line off the list"
    history.undo()
    assert history.undo_label == "Label line “Must have”"
    assert kind(desk, NIGHT) is LineKind.UNSORTED
    history.undo()
    assert lines.items == before
    assert (history.undo_label, history.redo_label) == (None, "Label line “Must have”")
    history.redo()
    history.redo()
    assert lines.items == after


def test_before_the_first_change_undo_is_the_programs(desk: Desk) -> None:
    assert desk.page.draft_history() is None


def test_the_last_line_of_a_list_leaves_the_keyboard_where_keys_do_no_harm(desk: Desk) -> None:
    desk.page.sections.unsorted.list.setFocus()
    for key in "MMM":
        press(key)
    assert kind(desk, NIGHT) is LineKind.MUST
    assert desk.page.sections.asked.list.hasFocus()
    assert desk.page.sections.adding.text() == ""
