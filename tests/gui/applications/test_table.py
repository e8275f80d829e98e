"""The table: the same applications, sorted by their headers and edited in place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from ats.commands.stages import move
from ats.domain.money import Pay, PayPeriod
from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import SortKey
from ats.gui.applications.look import View
from ats.gui.applications.table_columns import KEYS
from ats.gui.theme import TextStyle, theme
from ats.store.queries.applications import application_row
from tests.gui.applications.desk import Desk

Key = Qt.Key


@pytest.fixture
def three(desk: Desk) -> list[int]:
    """Baker, Miller and Cook in the table."""
    ids = [desk.add("Baker"), desk.add("Miller", "Applied"), desk.add("Cook", "Offer")]
    desk.show(View.TABLE)
    return ids


def row(desk: Desk, id: int) -> ApplicationRow:
    found = application_row(desk.store, id)
    assert found is not None
    return found


def cell(desk: Desk, id: int, key: str) -> QModelIndex:
    at = desk.page.table.rows.row_of(id)
    assert at is not None
    return desk.page.table.rows.index(at, KEYS.index(key))


def edit(desk: Desk, index: QModelIndex | QPersistentModelIndex, text: str) -> None:
    """Edit a cell as a person does: F2, type, Enter."""
    desk.page.table.setCurrentIndex(index)
    desk.page.table.setFocus()
    desk.press(Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.setText(text)
    desk.press(Key.Key_Return)


def test_the_model_keeps_the_rules_of_qt(desk: Desk, three: list[int]) -> None:
    tester = QAbstractItemModelTester(desk.page.table.rows)

    desk.choose(three[0])
    desk.press(
        Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    desk.press(Key.Key_Delete)

    assert tester.model() is desk.page.table.rows
    assert desk.table_titles() == ["Miller", "Cook"]


def test_selection_is_the_same_in_both_views(desk: Desk, three: list[int]) -> None:
    desk.choose(three[1], three[2])
    assert desk.page.table.hasFocus()

    desk.show(View.BOARD)
    assert desk.page.current_ids() == three[1:]
    assert desk.column("Applied").cards.selected_ids() == [three[1]]
    assert desk.column("Applied").cards.hasFocus()

    desk.column("Saved").cards.setFocus()
    desk.choose(three[0])
    desk.show(View.TABLE)
    rows = desk.page.table.selectionModel().selectedRows()
    assert [desk.page.table.rows.record(index).id for index in rows] == [three[0]]
    assert desk.page.table.hasFocus()


def test_a_header_sorts_both_views(desk: Desk, three: list[int]) -> None:
    table = desk.page.table
    titles = KEYS.index("title")

    table.frozen.horizontalHeader().sectionClicked.emit(titles)
    assert desk.table_titles() == ["Baker", "Cook", "Miller"]
    assert table.horizontalHeader().sortIndicatorSection() == titles
    table.frozen.horizontalHeader().sectionClicked.emit(titles)
    assert desk.table_titles() == ["Miller", "Cook", "Baker"]
    assert desk.page.look().sort is SortKey.TITLE
    table.frozen.horizontalHeader().sectionClicked.emit(titles)
    assert desk.page.look().sort is SortKey.MANUAL
    assert desk.table_titles() == ["Baker", "Miller", "Cook"]


def test_the_role_is_edited_in_place(desk: Desk, three: list[int]) -> None:
    edit(desk, cell(desk, three[0], "title"), "Head baker")

    assert row(desk, three[0]).title == "Head baker"
    assert desk.table_titles()[0] == "Head baker"
    desk.undo()
    assert desk.table_titles()[0] == "Baker"


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("company", "Kestrel", "company", "Kestrel"),
        ("source", "Friend", "source", "Friend"),
        ("excitement", "4", "excitement", 4),
        ("deadline", "30 Nov", "deadline", date(2026, 11, 30)),
        ("applied", "4 Nov", "applied_on", date(2026, 11, 4)),
    ],
)
def test_cells_are_edited_in_place(
    desk: Desk, three: list[int], key: str, text: str, field: str, value: object
) -> None:
    look = desk.page.look()
    desk.page.set_look(replace(look, columns=KEYS))

    edit(desk, cell(desk, three[1], key), text)

    assert getattr(row(desk, three[1]), field) == value
    assert desk.failed == []


@pytest.mark.parametrize(
    ("key", "text", "sentence"),
    [
        ("deadline", "31/02", "“31/02” isn’t a date. Try 4 Nov or 2026-11-04."),
        ("pay", "a lot", "“a lot” isn’t pay. Try 85,000 or 80k–95k."),
        ("excitement", "9", "“9” isn’t an excitement. Enter 1 to 5, or nothing."),
        ("applied", "4 Nov", "You haven’t applied yet. Move it to an applied stage first."),
    ],
)
def test_what_makes_no_sense_is_refused(
    desk: Desk, three: list[int], key: str, text: str, sentence: str
) -> None:
    desk.page.set_look(replace(desk.page.look(), columns=KEYS))

    edit(desk, cell(desk, three[0], key), text)

    assert desk.failed == [sentence]


def test_f2_on_a_cell_that_cannot_be_edited_changes_nothing(desk: Desk, three: list[int]) -> None:
    table = desk.page.table
    table.setFocus()
    for key in ("coverage", "due", "days_in_stage"):
        table.setCurrentIndex(cell(desk, three[0], key))
        desk.press(Key.Key_F2)

        assert table.findChildren(QLineEdit) == table.frozen.findChildren(QLineEdit) == []
        assert table.currentIndex().column() == KEYS.index(key)


def test_a_stage_is_chosen_where_it_stands(desk: Desk, three: list[int]) -> None:
    table = desk.page.table
    table.setFocus()
    table.setCurrentIndex(cell(desk, three[0], "stage"))
    desk.press(Key.Key_F2)
    desk.pick("Screening")
    assert row(desk, three[0]).stage == "Screening"

    place = table.visualRect(cell(desk, three[0], "stage")).center()
    for click in (QTest.mouseClick, QTest.mouseDClick):
        click(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.pick("Applied")
    assert row(desk, three[0]).stage == "Applied"


@pytest.mark.parametrize(
    ("typed", "pay"),
    [
        ("80k–95k", Pay.of(80_000, 95_000, "EUR", PayPeriod.YEAR)),
        ("$45/hour", Pay.of(45, 45, "USD", PayPeriod.HOUR)),
        ("from 70,000", Pay.of(70_000, None, "EUR", PayPeriod.YEAR)),
        ("", Pay(currency="EUR", period=PayPeriod.YEAR)),
    ],
)
def test_pay_is_edited_in_place(desk: Desk, typed: str, pay: Pay) -> None:
    id = desk.add("Baker", pay=Pay.of(50_000, 60_000, "EUR", PayPeriod.YEAR))
    desk.show(View.TABLE)
    assert cell(desk, id, "pay").data(Qt.ItemDataRole.EditRole) == "€50,000–60,000 a year"

    edit(desk, cell(desk, id, "pay"), typed)

    assert row(desk, id).pay == pay
    assert desk.failed == []


def test_a_filter_shows_the_first_row_or_the_selected_one(desk: Desk) -> None:
    ids = [desk.add(f"Baker {number}") for number in range(60)]
    desk.show(View.TABLE)
    table = desk.page.table
    desk.choose(ids[50])
    desk.page.header.words_changed.emit("baker 1")
    desk.settle()
    assert table.verticalScrollBar().value() == 0

    desk.page.header.words_changed.emit("")
    desk.settle()
    assert table.verticalScrollBar().value() == 0
    desk.choose(ids[50])
    desk.page.header.words_changed.emit("baker")
    desk.settle()
    assert table.viewport().rect().contains(table.visualRect(cell(desk, ids[50], "title")))


def test_the_year_is_in_sight(desk: Desk, three: list[int]) -> None:
    width = desk.page.table.columnWidth(KEYS.index("applied"))
    figures = QFontMetrics(theme().font(TextStyle.BODY, figures=True))
    assert width - 16 >= figures.horizontalAdvance("28 Aug 2024")


def test_several_rows_offer_the_bar(desk: Desk, three: list[int]) -> None:
    desk.choose(three[0])
    assert not desk.page.bar.isVisible()
    desk.choose(*three[:2])
    assert desk.page.bar.isVisible()

    desk.page.bar.buttons["Move…"].click()
    desk.pick("Screening")
    assert desk.said == ["Moved 2 applications to Screening"]
    desk.page.bar.buttons["Export…"].click()
    assert desk.wanted == ["transfer"]
    desk.page.bar.buttons["Move to Trash"].click()
    desk.settle()
    assert desk.table_titles() == ["Cook"]


def test_columns_are_hidden_moved_and_resized(desk: Desk, three: list[int]) -> None:
    header = desk.page.table.horizontalHeader()

    header.moveSection(header.visualIndex(KEYS.index("company")), 1)
    header.resizeSection(KEYS.index("company"), 210)
    desk.page.header.display.click()
    desk.pick("Columns of the table", "Coverage")

    look = desk.page.look()
    assert look.columns[:3] == ("title", "company", "stage")
    assert "coverage" not in look.columns
    assert header.isSectionHidden(KEYS.index("coverage"))
    assert look.widths["company"] == 210
    assert header.sectionSize(KEYS.index("company")) == 210


def test_rows_have_two_heights(desk: Desk, three: list[int]) -> None:
    assert desk.page.table.rowHeight(0) == 36

    desk.page.header.display.click()
    desk.pick("Compact rows")

    assert desk.page.table.rowHeight(0) == 28
    assert desk.page.table.frozen.rowHeight(0) == 28
    assert desk.session.settings.density == "compact"


def test_the_frozen_column_hides_nothing(desk: Desk, three: list[int]) -> None:
    table = desk.page.table
    desk.window.resize(1024, 640)
    table.setFocus()
    table.setCurrentIndex(cell(desk, three[0], "days_in_stage"))
    desk.settle()
    table.setCurrentIndex(cell(desk, three[0], "stage"))
    table.scrollTo(table.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)

    assert table.visualRect(table.currentIndex()).left() >= table.frozen.width()


def test_every_cell_can_be_spoken(desk: Desk, three: list[int]) -> None:
    role = int(Qt.ItemDataRole.AccessibleTextRole)

    assert cell(desk, three[1], "title").data(role) == "Miller, Applied"
    assert cell(desk, three[1], "stage").data(role) == "Stage: Applied"
    assert cell(desk, three[1], "pay").data(role) == "Pay: empty"


def test_days_in_stage_follow_the_clock(desk: Desk, three: list[int]) -> None:
    move(desk.store, [three[1]], desk.stage("Applied").id, on=date(2026, 11, 20))
    desk.settle()

    assert cell(desk, three[1], "days_in_stage").data() == "3"
    assert cell(desk, three[1], "applied").data() == "20 Nov"
