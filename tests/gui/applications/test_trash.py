"""The Trash: restoring is undoable, emptying asks first."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from ats.commands.applications import trash
from ats.gui.applications.trash_page import TrashPage
from ats.store.queries.applications import applications
from tests.gui.applications.desk import Desk


@pytest.fixture
def page(empty_desk: Desk) -> TrashPage:
    """The Trash, with Baker and Miller in it; Miller went there last."""
    ids = [empty_desk.add(title, "Applied") for title in ("Baker", "Miller", "Cook")]
    for id in ids[:2]:
        trash(empty_desk.store, [id])
        empty_desk.store._clock.advance(minutes=1)  # type: ignore[attr-defined]
    made = TrashPage(empty_desk.session, empty_desk.actions)
    empty_desk.put(made)
    empty_desk.settle()
    return made


def titles(page: TrashPage) -> list[str]:
    return [row.title for row in page.rows.records]


def test_what_went_there_last_comes_first(page: TrashPage) -> None:
    assert titles(page) == ["Miller", "Baker"]
    assert page.rows.index(0, 3).data() == "Today"


def test_restoring(empty_desk: Desk, page: TrashPage) -> None:
    assert not page.restore_button.isEnabled()
    page.focus_content()
    page.restore_button.click()
    empty_desk.settle()

    assert titles(page) == ["Baker"]
    assert empty_desk.said == ["Restored “Miller”"]
    assert {row.title for row in applications(empty_desk.store)} == {"Miller", "Cook"}
    empty_desk.undo()
    assert titles(page) == ["Miller", "Baker"]


def test_emptying_asks_first(empty_desk: Desk, page: TrashPage) -> None:
    question = page.ask_to_empty()
    assert question.text() == "Delete 2 applications for good?"
    question.button(QMessageBox.StandardButton.Cancel).click()
    empty_desk.settle()
    assert titles(page) == ["Miller", "Baker"]

    question = page.ask_to_empty()
    next(each for each in question.buttons() if each.text() == "Empty Trash").click()
    empty_desk.settle()

    assert titles(page) == []
    assert empty_desk.said == ["Deleted 2 applications"]
    assert not page.empty_button.isEnabled()
    assert [row.title for row in applications(empty_desk.store)] == ["Cook"]


def test_opening_from_the_trash(empty_desk: Desk, page: TrashPage) -> None:
    assert page.handlers() == {}
    page.focus_content()
    empty_desk.actions["open"].trigger()

    assert empty_desk.opened == page.selected_ids()
