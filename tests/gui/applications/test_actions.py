"""What the page can be asked to do, and what its questions do with the answers."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QApplication

from ats.commands.stages import move
from ats.gui.applications.popups import NextActionPopup, TagPopup
from ats.store.queries.applications import application_row
from tests.gui.applications.desk import Desk

ALWAYS = {"find", "board", "table"}
WITH_ONE = {
    "open", "peek", "move_to", "next_stage", "next_action", "rename", "tag", "trash", "save_view",
}  # fmt: skip


def test_actions_follow_the_selection(desk: Desk) -> None:
    assert desk.page.handlers().keys() == ALWAYS
    first = desk.add("Baker")
    assert desk.page.handlers().keys() == ALWAYS | {"save_view"}

    desk.choose(first)
    assert desk.page.handlers().keys() == ALWAYS | WITH_ONE
    assert desk.actions["next_stage"].isEnabled()
    assert not desk.actions["previous_stage"].isEnabled()

    second = desk.add("Miller")
    desk.choose(second)
    assert "move_down" in desk.page.handlers()
    assert "move_up" not in desk.page.handlers()


def test_neighbours_are_those_of_the_stage(desk: Desk) -> None:
    last, middle, first = (desk.add(title) for title in ("C", "B", "A"))
    other = desk.add("D", "Applied")

    assert desk.page.neighbours(first) == (None, middle, 1, 3)
    assert desk.page.neighbours(middle) == (first, last, 2, 3)
    assert desk.page.neighbours(other) == (None, None, 1, 1)
    assert desk.page.neighbours(99) == (None, None, 0, 0)

    desk.page.hide()
    move(desk.store, [middle], desk.stage("Applied").id)
    desk.settle()
    assert desk.page.neighbours(middle) == (None, other, 1, 2)


def test_a_next_action_is_set_changed_and_done(desk: Desk) -> None:
    id = desk.add("Baker")
    desk.choose(id)

    desk.carry_out("next_action")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, NextActionPopup)
    popup.try_answer()
    assert popup.line_field.warning() == "A next action needs some words."
    popup.line.setText("Call")
    popup.date.setText("tomorrow")
    popup.date.setModified(True)
    popup.try_answer()
    desk.settle()
    row = application_row(desk.store, id)
    assert row is not None
    assert (row.next_action, row.next_action_on) == ("Call", date(2026, 11, 24))
    assert desk.keyboard is desk.column("Saved").cards

    desk.carry_out("next_action")
    again = QApplication.activePopupWidget()
    assert isinstance(again, NextActionPopup)
    assert again.line.text() == "Call"
    again.done.emit()
    again.close()
    desk.settle()
    row = application_row(desk.store, id)
    assert row is not None
    assert row.next_action is None


def test_a_date_that_is_none_keeps_the_question_open(desk: Desk) -> None:
    desk.choose(desk.add("Baker"))
    desk.carry_out("next_action")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, NextActionPopup)
    popup.line.setText("Call")
    popup.date.setText("31/02")
    popup.date.setModified(True)

    popup.try_answer()

    assert popup.isVisible()
    popup.close()
    desk.settle()


def test_tags_are_given_and_taken(desk: Desk) -> None:
    ids = [desk.add("Baker"), desk.add("Miller")]
    desk.choose(*ids)

    desk.carry_out("tag")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TagPopup)
    popup.line.setText("grain")
    popup.try_answer()
    desk.settle()
    assert [row.tags for row in desk.page._moves.chosen()] == [("grain",), ("grain",)]
    assert desk.said == ["Tagged 2 applications with grain"]

    desk.carry_out("tag")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TagPopup)
    popup.removed.emit("grain")
    popup.close()
    desk.settle()
    assert [row.tags for row in desk.page._moves.chosen()] == [(), ()]


def test_a_hidden_page_catches_up_when_shown(desk: Desk) -> None:
    desk.page.hide()
    desk.add("Baker")
    assert desk.page.board.columns == []

    desk.page.show()
    desk.settle()

    assert desk.titles("Saved") == ["Baker"]
