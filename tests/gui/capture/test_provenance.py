"""From a field to its words and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from ats.gui.capture.mark_look import mark_look
from ats.gui.capture.marks import MarkKind
from ats.gui.capture.place_bar import HINT
from ats.gui.theme import Scheme, theme
from tests.gui.capture.desk import Desk
from tests.gui.capture.harbour import BOOTS, LICENCE, PAY, PAY_IN_HULL, harbour


@pytest.fixture(autouse=True)
def reviewed(desk: Desk) -> None:
    desk.page.start(harbour())


def pointed(desk: Desk) -> list[str]:
    """The words that are pointed out, the place the person is at first."""
    found = desk.page.pane.view.extraSelections()
    accent = theme().colour("accent")
    found.sort(key=lambda each: each.format.background().color() != accent)
    return [each.cursor.selectedText() for each in found]


def look_of(desk: Desk, words: str, number: int = 0) -> QTextCharFormat:
    """How words look in the posting."""
    view = desk.page.pane.view
    at = -1
    for _ in range(number + 1):
        at = view.toPlainText().index(words, at + 1)
    block = view.document().findBlock(at)
    place = at - block.position()
    for each in block.layout().formats():
        if each.start <= place < each.start + each.length:
            return QTextCharFormat(each.format)
    return QTextCharFormat()


def click(desk: Desk, qtbot: QtBot, words: str) -> None:
    view = desk.page.pane.view
    found = view.document().find(words)
    found.setPosition(found.selectionStart() + 2)
    point = view.cursorRect(found).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_the_legend_names_what_is_highlighted(desk: Desk) -> None:
    assert desk.page.pane.legend.kinds() == [
        MarkKind.NAME,
        MarkKind.PAY,
        MarkKind.MUST,
        MarkKind.NICE,
        MarkKind.BENEFIT,
        MarkKind.UNSORTED,
        MarkKind.REPEAT,
    ]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_kinds_differ_in_more_than_colour(scheme: Scheme) -> None:
    theme().set_scheme(scheme)
    kinds = [kind for kind in MarkKind if kind is not MarkKind.REPEAT]
    looks = {kind: mark_look(kind) for kind in kinds}
    grounds = [look.background().color().name() for look in looks.values()]
    assert len(set(grounds)) == len(grounds)
    lines = [look.underlineStyle() for look in looks.values()]
    assert all(lines.count(line) <= 2 for line in lines)
    assert mark_look(MarkKind.REPEAT).fontStrikeOut()
    theme().set_scheme(Scheme.LIGHT)


def test_words_look_like_their_kind(desk: Desk) -> None:
    for words, kind in (
        (PAY, MarkKind.PAY),
        (PAY_IN_HULL, MarkKind.PAY),
        (LICENCE, MarkKind.MUST),
        (BOOTS, MarkKind.BENEFIT),
        ("Osprey", MarkKind.NAME),
    ):
        wanted = mark_look(kind).background().color()
        assert look_of(desk, words).background().color() == wanted
    assert look_of(desk, LICENCE, 1).fontStrikeOut()


def test_words_follow_what_a_line_becomes(desk: Desk) -> None:
    lines = desk.page.sections.lines
    lines.relabel(["item 0"], None)
    assert MarkKind.MUST not in desk.page.pane.legend.kinds()
    lines.undo()
    assert look_of(desk, LICENCE).underlineStyle() == mark_look(MarkKind.MUST).underlineStyle()
    lines.keep("item 0", False)
    assert MarkKind.MUST not in desk.page.pane.legend.kinds()


def test_the_places_of_a_field_are_gone_through(desk: Desk) -> None:
    desk.page.form.company.setFocus()
    assert pointed(desk) == ["Osprey Ports", "Osprey Ports"]
    bar = desk.page.pane.places
    assert bar.text() == "Company: place 1 of 2 in the posting"
    bar.after.click()
    assert bar.text() == "Company: place 2 of 2 in the posting"
    desk.page.handlers()["next_place"]()
    assert bar.text() == "Company: place 1 of 2 in the posting"
    desk.page.handlers()["previous_place"]()
    assert bar.text() == "Company: place 2 of 2 in the posting"


def test_a_field_with_one_place_has_nothing_to_go_through(desk: Desk) -> None:
    desk.page.form.title.setFocus()
    assert pointed(desk) == ["Harbour pilot"]
    assert desk.page.pane.places.text() == HINT
    assert not desk.page.pane.places.after.isVisible()
    assert "next_place" not in desk.page.handlers()


def test_a_place_far_down_is_brought_into_sight(desk: Desk) -> None:
    desk.window.resize(1024, 640)
    desk.page.sections.benefits.list.setFocus()
    view = desk.page.pane.view
    (selection,) = view.extraSelections()
    assert view.viewport().rect().contains(view.cursorRect(selection.cursor).center())


def test_clicked_words_lead_to_their_list(desk: Desk, qtbot: QtBot) -> None:
    for words, rows in (
        (LICENCE, desk.page.sections.asked.list),
        (BOOTS, desk.page.sections.benefits.list),
        ("You know the tides", desk.page.sections.unsorted.list),
    ):
        click(desk, qtbot, words)
        assert rows.hasFocus()
        current = rows.current_item()
        assert current is not None
        assert current.text.startswith(words)


def test_a_repeat_and_plain_words_lead_nowhere(desk: Desk, qtbot: QtBot) -> None:
    before = desk.page.pane.view
    click(desk, qtbot, "three harbours")
    assert before.hasFocus()


def test_selecting_words_lets_go_of_what_was_pointed_out(desk: Desk) -> None:
    desk.page.form.company.setFocus()
    view = desk.page.pane.view
    view.setTextCursor(view.document().find("Dover"))
    assert view.extraSelections() == []


def test_what_has_no_field_shows_its_words_too(desk: Desk) -> None:
    from ats.reading import read_text

    text = "Baker\n\nReference: B-17\n\nRequirements:\n- 3+ years of experience with bread\n"
    desk.page.start(read_text(text))
    chips = desk.page.form.also_read.chips
    assert chips["years_experience"].text() == "3+ years"
    chips["years_experience"].setFocus()
    assert pointed(desk) == ["3+ years"]
