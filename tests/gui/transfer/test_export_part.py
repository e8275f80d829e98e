"""Exporting: which applications, what is left out, and a file that is whole or not there."""

from __future__ import annotations

import csv
import io
import json

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from ats.commands.applications import NewApplication, add_application
from ats.domain.money import Pay, PayPeriod
from ats.gui.transfer.export_part import Scope
from ats.gui.transfer.import_steps import Step
from ats.gui.transfer.outgoing import Format
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
    assert desk.page.exporting.scopes[Scope.SELECTED].isChecked()
    assert desk.page.exporting.scopes[Scope.SELECTED].text() == "Selected (1)"
    assert "Miller" in desk.page.exporting.text.toPlainText()
    assert "Cook" not in desk.page.exporting.text.toPlainText()


def test_formats_say_what_they_hold(desk: Desk, ids: list[int]) -> None:
    desk.page.exporting.formats[Format.CSV].click()
    said = {each.text() for each in desk.page.exporting.findChildren(QLabel)}
    assert (
        "JSON holds everything. CSV holds the applications with their history, "
        "and can be imported again."
    ) in said


def test_the_preview_of_a_page_says_that_it_is_text(desk: Desk, ids: list[int]) -> None:
    part = desk.page.exporting
    note = "The page holds the same summary, laid out. Here it is as plain text."
    part.formats[Format.MARKDOWN].click()
    assert part.text.toPlainText().startswith("# ")
    assert part.notice() == ""

    part.formats[Format.HTML].click()
    assert "Baker" in part.text.toPlainText()
    assert not any(sign in part.text.toPlainText() for sign in ("# ", "**", "| ", "<p"))
    assert part.notice() == note


def test_everything_where_no_list_is_known(desk: Desk, ids: list[int]) -> None:
    desk.page.set_scope(None, [])
    assert not desk.page.exporting.scopes[Scope.SHOWN].isVisible()
    desk.page.exporting.formats[Format.JSON].click()
    assert len(json.loads(saved(desk, "applications.json"))["applications"]) == 3


@pytest.mark.parametrize(("form", "name"), [(Format.MARKDOWN, "md"), (Format.HTML, "html")])
def test_summaries_leave_notes_and_pay_out(
    desk: Desk, ids: list[int], form: Format, name: str
) -> None:
    desk.page.exporting.formats[form].click()
    text = saved(desk, f"summary.{name}")
    assert "Baker" in text
    assert "My own thoughts" not in text
    assert "60" not in text.split("Baker", 1)[1]


def test_summaries_hold_what_is_asked_for(desk: Desk, ids: list[int]) -> None:
    desk.page.exporting.formats[Format.MARKDOWN].click()
    desk.page.exporting.notes.click()
    desk.page.exporting.pay.click()
    text = saved(desk, "summary.md")
    assert "My own thoughts on Baker" in text
    assert "60,000" in text


def test_the_preview_follows_the_store(desk: Desk, ids: list[int]) -> None:
    add_application(desk.store, NewApplication(title="Waiter"))
    desk.session.live.announce()
    assert "Waiter" in desk.page.exporting.text.toPlainText()


def test_one_application_gives_the_file_its_name(desk: Desk, ids: list[int]) -> None:
    desk.page.set_scope(ids, [ids[0]])
    desk.page.show_summary()
    assert "Baker" in saved(desk, "baker-northwind.html")


def test_copying_takes_the_whole_text(desk: Desk, ids: list[int]) -> None:
    desk.page.exporting.formats[Format.MARKDOWN].click()
    desk.page.exporting.copy_button.click()
    text = QApplication.clipboard().text()
    assert all(title in text for title in ("Baker", "Miller", "Cook"))


def test_a_file_that_cannot_be_written_is_told(desk: Desk, ids: list[int]) -> None:
    (desk.folder / "applications.csv").mkdir()
    desk.page.exporting.save_button.click()
    line = desk.page.exporting.findChild(type(desk.page.exporting._line))
    desk.qtbot.waitUntil(lambda: "Couldn’t write applications.csv" in line.text())
    assert desk.said == []


def test_nothing_to_export_says_so(desk: Desk) -> None:
    desk.page.show_export()
    assert not desk.page.exporting.save_button.isEnabled()
    assert desk.page.exporting.text.placeholderText() == "There are no applications to export."


def test_an_export_imported_again_changes_nothing(desk: Desk, ids: list[int]) -> None:
    saved(desk, "applications.csv")
    desk.page.open_file(desk.folder / "applications.csv")
    desk.wait()
    desk.go_to(Step.SUMMARY)
    assert not desk.page.importing.wizard.footer.primary_button.isEnabled()
    assert {row["State"] for row in desk.preview()} == {"Already tracked"}
