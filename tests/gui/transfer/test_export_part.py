"""Exporting: which applications, what is left out, and a file that is whole or not there."""

from __future__ import annotations

import csv
import io
import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ats.commands.applications import NewApplication, add_application
from ats.commands.stages import move
from ats.domain.money import Pay, PayPeriod
from ats.gui.controls.field import MessageLine
from ats.gui.transfer.export_choices import Scope
from ats.gui.transfer.formats import FORMATS, Format
from ats.gui.transfer.import_steps import Step
from ats.store.queries.stages import stages
from tests.gui.transfer.desk import Desk


@pytest.fixture
def ids(desk: Desk) -> list[int]:
    """A baker, a miller and a cook, with pay and notes."""
    made = [
        add_application(
            desk.store,
            NewApplication(
                title=title,
                company="Northwind",
                notes=f"My own thoughts on {title}",
                pay=Pay.of(50_000, 60_000, "EUR", PayPeriod.YEAR),
            ),
        )
        for title in ("Baker", "Miller", "Cook")
    ]
    desk.page.show_export()
    return made


def titles(desk: Desk) -> list[str]:
    """The first column of the table that is previewed."""
    model = desk.page.exporting.preview.table.rows
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def saved(desk: Desk, name: str) -> str:
    """Save, wait until it is told, and read the file."""
    desk.page.exporting.save_button.click()
    desk.qtbot.waitUntil(lambda: desk.said == [f"Saved {name}"])
    return (desk.folder / name).read_text("utf-8-sig")


def test_the_order_of_the_list_is_kept(desk: Desk, ids: list[int]) -> None:
    desk.page.set_scope([ids[2], ids[0]], [])
    text = saved(desk, "applications.csv")
    titles = [row["Title"] for row in csv.DictReader(io.StringIO(text))]
    assert titles == ["Cook", "Baker"]


def test_a_selection_is_what_is_meant(desk: Desk, ids: list[int]) -> None:
    desk.page.set_scope(ids, [ids[1]])
    assert desk.page.exporting.choices.scopes[Scope.SELECTED].isChecked()
    assert desk.page.exporting.choices.scopes[Scope.SELECTED].text() == "Selected (1)"
    assert titles(desk) == ["Miller"]


def test_formats_say_what_they_hold(desk: Desk, ids: list[int]) -> None:
    choices = desk.page.exporting.choices
    for form, about in FORMATS.items():
        choices.formats[form].click()
        assert choices.about.text() == about.words


def test_pages_are_shown_as_they_will_be(desk: Desk, ids: list[int]) -> None:
    part = desk.page.exporting
    part.choices.formats[Format.MARKDOWN].click()
    assert part.preview.text.toPlainText().startswith("# ")
    part.choices.formats[Format.PDF].click()
    desk.qtbot.waitUntil(lambda: part.preview.pages.count > 0, timeout=20_000)
    assert part.preview.currentWidget() is part.preview.pages
    part.choices.formats[Format.CSV].click()
    assert part.preview.currentWidget() is not part.preview.pages


def test_a_summary_is_previewed_with_its_own_count(desk: Desk, ids: list[int]) -> None:
    for number in range(20):
        add_application(desk.store, NewApplication(title=f"Roofer {number}"))
    part = desk.page.exporting
    part.choices.formats[Format.MARKDOWN].click()
    assert "23 applications" in part.preview.text.toPlainText()
    assert "Roofer 19" in part.preview.text.toPlainText()


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.CALENDAR])
def test_every_format_is_written(desk: Desk, ids: list[int], form: Format) -> None:
    applied = next(stage for stage in stages(desk.store) if stage.name == "Applied")
    move(desk.store, ids, applied.id)
    part = desk.page.exporting
    part.choices.formats[form].click()
    part.save_button.click()
    desk.qtbot.waitUntil(lambda: len(desk.said) == 1, timeout=20_000)
    (path,) = desk.folder.glob(f"*{form.value}")
    assert path.stat().st_size > 20


def test_columns_are_chosen_and_kept_in_order(desk: Desk, ids: list[int]) -> None:
    part = desk.page.exporting
    part.choices.columns.none_button.click()
    assert not part.save_button.isEnabled()
    columns = part.choices.columns.list
    for name in ("Company", "Title"):
        (item,) = columns.findItems(name, Qt.MatchFlag.MatchExactly)
        item.setCheckState(Qt.CheckState.Checked)
    text = saved(desk, "applications.csv")
    assert text.splitlines()[:2] == ["Title,Company", "Cook,Northwind"]


def test_only_the_column_of_choices_scrolls(desk: Desk, ids: list[int]) -> None:
    choices = desk.page.exporting.choices
    choices.formats[Format.CSV].click()
    desk.window.resize(1024, 640)
    columns, around = choices.columns.list, choices.verticalScrollBar()
    last = columns.item(columns.count() - 1)
    desk.qtbot.waitUntil(lambda: columns.viewport().rect().contains(columns.visualItemRect(last)))
    assert columns.verticalScrollBar().maximum() == 0
    assert choices.bom.geometry().bottom() < choices.columns.mapTo(choices.widget(), QPoint()).y()
    around.setValue(0)
    columns.setFocus()
    columns.setCurrentRow(0)
    before = around.value()
    QTest.keyClick(columns, Qt.Key.Key_End)
    assert columns.currentItem() is last
    assert around.value() > before
    seen = columns.viewport().mapTo(choices.viewport(), columns.visualItemRect(last).center())
    assert choices.viewport().rect().contains(seen)


def test_a_table_is_whole_unless_it_is_told_not_to_be(desk: Desk, ids: list[int]) -> None:
    assert "My own thoughts on Baker" in saved(desk, "applications.csv")
    choices = desk.page.exporting.choices
    choices.notes.click()
    choices.pay.click()
    desk.said.clear()
    text = saved(desk, "applications.csv")
    assert "My own thoughts" not in text
    assert "Pay min" not in text


def test_each_table_of_everything_is_a_file(desk: Desk, ids: list[int]) -> None:
    choices = desk.page.exporting.choices
    choices.what.setCurrentIndex(choices.what.findData("everything"))
    choices.what.activated.emit(choices.what.currentIndex())
    desk.page.exporting.save_button.click()
    desk.qtbot.waitUntil(lambda: len(desk.said) == 1)
    assert desk.said == ["Saved applications.csv and 4 more files"]
    assert len(list(desk.folder.glob("*.csv"))) == 5


def test_a_file_the_person_was_not_asked_about_is_not_replaced(desk: Desk, ids: list[int]) -> None:
    (desk.folder / "applications-offers.csv").write_text("mine")
    choices = desk.page.exporting.choices
    choices.what.setCurrentIndex(choices.what.findData("everything"))
    choices.what.activated.emit(choices.what.currentIndex())
    desk.page.exporting.save_button.click()
    assert "applications-offers.csv is there already" in desk.told(desk.page.exporting)
    assert [path.read_text() for path in desk.folder.glob("*.csv")] == ["mine"]


def test_everything_where_no_list_is_known(desk: Desk, ids: list[int]) -> None:
    desk.page.set_scope(None, [])
    assert not desk.page.exporting.choices.scopes[Scope.SHOWN].isVisible()
    desk.page.exporting.choices.formats[Format.JSON].click()
    assert len(json.loads(saved(desk, "applications.json"))["applications"]) == 3


@pytest.mark.parametrize(("form", "name"), [(Format.MARKDOWN, "md"), (Format.HTML, "html")])
def test_summaries_leave_notes_and_pay_out(
    desk: Desk, ids: list[int], form: Format, name: str
) -> None:
    desk.page.exporting.choices.formats[form].click()
    text = saved(desk, f"summary.{name}")
    assert "Baker" in text
    assert "My own thoughts" not in text
    assert "60" not in text.split("Baker", 1)[1]


def test_summaries_hold_what_is_asked_for(desk: Desk, ids: list[int]) -> None:
    desk.page.exporting.choices.formats[Format.MARKDOWN].click()
    desk.page.exporting.choices.notes.click()
    desk.page.exporting.choices.pay.click()
    text = saved(desk, "summary.md")
    assert "My own thoughts on Baker" in text
    assert "60,000" in text


def test_the_preview_follows_the_store(desk: Desk, ids: list[int]) -> None:
    add_application(desk.store, NewApplication(title="Waiter"))
    desk.session.live.announce()
    assert "Waiter" in titles(desk)


def test_one_application_gives_the_file_its_name(desk: Desk, ids: list[int]) -> None:
    desk.page.set_scope(ids, [ids[0]])
    desk.page.show_summary()
    desk.page.exporting.choices.formats[Format.HTML].click()
    assert "Baker" in saved(desk, "baker-northwind.html")


def test_copying_takes_the_whole_text(desk: Desk, ids: list[int]) -> None:
    desk.page.exporting.choices.formats[Format.MARKDOWN].click()
    desk.page.exporting.copy_button.click()
    text = QApplication.clipboard().text()
    assert all(title in text for title in ("Baker", "Miller", "Cook"))


def test_a_file_that_cannot_be_written_is_told(desk: Desk, ids: list[int]) -> None:
    (desk.folder / "applications.csv").mkdir()
    desk.page.exporting.save_button.click()
    line = desk.page.exporting.findChild(MessageLine)
    desk.qtbot.waitUntil(lambda: "Couldn’t write applications.csv" in line.text())
    assert desk.said == []


def test_nothing_to_export_says_so(desk: Desk) -> None:
    desk.page.show_export()
    assert not desk.page.exporting.save_button.isEnabled()
    assert (
        desk.page.exporting.preview.text.placeholderText() == "There are no applications to export."
    )


def test_an_export_imported_again_changes_nothing(desk: Desk, ids: list[int]) -> None:
    saved(desk, "applications.csv")
    desk.page.open_file(desk.folder / "applications.csv")
    desk.wait()
    desk.go_to(Step.SUMMARY)
    assert not desk.page.importing.wizard.footer.primary_button.isEnabled()
    assert {row["State"] for row in desk.preview()} == {"Already tracked"}
