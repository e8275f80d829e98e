"""The facts of an application, edited where they stand, and its posting."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from ats.commands import applications, timeline
from ats.commands.applications import NewApplication, add_application
from ats.domain.application import EmploymentType, WorkMode
from ats.domain.importing import ImportedValue
from ats.domain.money import Pay, PayPeriod
from ats.domain.stage import StageKind
from ats.gui.application.facts import Facts
from tests.gui.application.desk import POSTING, Desk, focus


@pytest.fixture
def facts(desk: Desk) -> Facts:
    desk.page.show_section(desk.page.overview)
    desk.settle()
    return desk.page.overview.facts


def retype(desk: Desk, field: QLineEdit, text: str) -> None:
    """Replace what stands in a line and leave it."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()


def test_texts_are_saved_and_undone(desk: Desk, facts: Facts) -> None:
    retype(desk, facts.company, "Tidewater")
    retype(desk, facts.locations, "San Francisco, CA; Remote (US)")
    retype(desk, facts.source, "A friend")
    row = desk.detail.row
    assert row.company == "Tidewater"
    assert row.locations == ("San Francisco, CA", "Remote (US)")
    assert row.source == "A friend"
    assert desk.page.header.company.text().startswith("Tidewater · San Francisco, CA · Remote")
    desk.undo()
    assert desk.detail.row.source == ""
    assert facts.source.text() == ""


def test_choices_are_saved(desk: Desk, facts: Facts) -> None:
    facts.work_mode.menu().actions()[2].trigger()
    facts.employment.menu().actions()[1].trigger()
    facts.extras.equity.click()
    facts.excitement.setFocus()
    desk.press(Qt.Key.Key_4)
    row = desk.detail.row
    assert row.work_mode is WorkMode.HYBRID
    assert row.employment_type is EmploymentType.FULL_TIME
    assert (row.bonus, row.equity, row.excitement) == (False, True, 4)
    desk.press(Qt.Key.Key_0)
    assert desk.detail.row.excitement is None


def test_pay_is_edited_in_place(desk: Desk, facts: Facts) -> None:
    assert facts.pay.text.text() == "$117,500–132,200 a year"
    facts.pay.text.click()
    assert focus() is facts.pay.fields.least
    desk.type("120k")
    facts.source.setFocus()
    desk.settle()
    assert desk.detail.row.pay == Pay.of(120_000, 132_200, "USD", PayPeriod.YEAR)
    assert not facts.pay.fields.isVisible()
    assert facts.pay.text.text() == "$120,000–132,200 a year"


def test_dates_are_read_as_people_write_them(desk: Desk, facts: Facts) -> None:
    retype(desk, facts.deadline, "30 nov")
    assert desk.detail.row.deadline == date(2026, 11, 30)
    retype(desk, facts.deadline, "someday")
    assert desk.detail.row.deadline == date(2026, 11, 30)
    facts.deadline.setModified(False)
    facts.show_detail(desk.detail)
    assert facts.deadline.text() == "Mon 30 Nov"


def test_the_applied_date_moves_a_saved_application(desk: Desk, facts: Facts) -> None:
    retype(desk, facts.applied, "4 nov")
    assert desk.detail.row.stage_kind is StageKind.APPLIED
    assert desk.detail.row.applied_on == date(2026, 11, 4)
    assert desk.said == ["Moved “Backend Engineer” to Applied"]
    retype(desk, facts.applied, "2 nov")
    assert desk.detail.row.applied_on == date(2026, 11, 2)


def test_tags_come_and_go(desk: Desk, facts: Facts) -> None:
    desk.carry_out("tag")
    assert focus() is facts.tags.line
    desk.type("backend")
    desk.press(Qt.Key.Key_Return)
    assert desk.detail.row.tags == ("backend",)
    facts.tags._chips[0].setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.detail.row.tags == ()


def test_a_value_shows_its_words_in_the_posting(desk: Desk, facts: Facts) -> None:
    marks = {name: mark for name, mark in facts._marks.items() if mark.isVisible()}
    assert list(marks) == ["salary"]
    marks["salary"].click()
    ((start, end),) = desk.page.overview.posting.text.marked()
    assert POSTING[start:end] == "$117,500 to $132,200 a year"


def test_words_are_found_in_the_posting(desk: Desk, facts: Facts) -> None:
    desk.carry_out("find")
    posting = desk.page.overview.posting
    assert focus() is posting.search
    desk.type("strong")
    assert posting.text.textCursor().selectedText() == "Strong"
    desk.type("est")
    assert posting.found.text() == "Not found"


def test_what_is_typed_stays_while_the_store_changes(desk: Desk, facts: Facts) -> None:
    facts.reference.setFocus()
    desk.type("R-2")
    applications.edit_application(desk.store, desk.page.application_id, source="Elsewhere")
    desk.settle()
    assert facts.reference.text() == "R-2"
    assert facts.source.text() == "Elsewhere"
    desk.type("0931")
    desk.page.flush()
    assert desk.detail.row.reference == "R-20931"


def test_typing_belongs_to_the_application_it_was_typed_for(desk: Desk, facts: Facts) -> None:
    first = desk.page.application_id
    other = add_application(desk.store, NewApplication(title="Baker"))
    facts.reference.setFocus()
    desk.type("R-1")
    desk.page.show_application(other)
    assert facts.reference.text() == ""
    desk.page.show_application(first)
    assert desk.detail.row.reference == "R-1"


def test_a_posting_is_pasted_where_there_is_none(desk: Desk) -> None:
    id = add_application(desk.store, NewApplication(title="Baker", company="Crumb"))
    desk.page.show_application(id)
    QGuiApplication.clipboard().setText("  ")
    desk.page.overview.posting.paste.click()
    assert desk.failed == ["There’s no text on the clipboard. Copy the posting, then try again."]
    text = "Baker\n\nRequirements:\n- Two years of baking\n- <b>Clean</b> hands\n"
    QGuiApplication.clipboard().setText(text)
    desk.page.overview.posting.paste.click()
    desk.settle()
    assert desk.detail.posting is not None
    assert desk.detail.posting.text == text
    assert desk.page.overview.posting.text.toPlainText() == text
    assert "Two years of baking" in [item.requirement.text for item in desk.detail.requirements]
    desk.undo()
    assert desk.detail.posting is None
    assert desk.page.overview.posting.paste.isVisible()


def test_imported_values_are_shown_as_they_were(desk: Desk) -> None:
    with desk.store.step("Import") as rows:
        id = desk.page.application_id
        rows.add(ImportedValue(application_id=id, header="Mood", value="<b>good</b>"))
    desk.settle()
    shown = desk.page.overview.imported.findChildren(QLabel)
    assert "<b>good</b>" in [label.text() for label in shown]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)


def test_every_label_is_plain_text(desk: Desk) -> None:
    timeline.add_note(desk.store, desk.page.application_id, "<h1>loud</h1>")
    for section in desk.page.sections:
        desk.page.show_section(section)
        desk.settle()
    rich = [
        label.text()
        for label in desk.page.findChildren(QLabel)
        if label.text() and label.textFormat() is not Qt.TextFormat.PlainText
    ]
    assert rich == []


def test_keys_are_typed_into_the_stars_by_mouse_too(desk: Desk, facts: Facts) -> None:
    centre = facts.excitement.rect().center()
    QTest.mouseClick(facts.excitement, Qt.MouseButton.LeftButton, pos=centre)
    assert desk.detail.row.excitement == 3
    QTest.mouseClick(facts.excitement, Qt.MouseButton.LeftButton, pos=centre)
    assert desk.detail.row.excitement is None
