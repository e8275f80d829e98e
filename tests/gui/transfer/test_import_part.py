"""Importing a table: what is shown first, what can be corrected, and what is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ats.domain.money import Pay
from ats.exchange.imports.field_headers import Field
from ats.gui.transfer.field_names import FIELD_NAMES, KEEP_AS_EXTRA, ORDER_NAMES
from ats.store.queries.applications import applications
from tests.gui.transfer.desk import TABLE, Desk


def told(desk: Desk) -> str:
    """Everything the labels of the import say."""
    labels = desk.page.importing.findChildren(QLabel)
    return " | ".join(each.text() for each in labels if each.isVisible())


def pick(desk: Desk, header: str, name: str) -> None:
    """Choose what a column holds, as a person does."""
    box = desk.page.importing.columns.box(header)
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())
    desk.wait()


def test_every_field_has_a_name() -> None:
    assert set(FIELD_NAMES) == set(Field)
    assert len(set(FIELD_NAMES.values())) == len(FIELD_NAMES)


def test_nothing_is_written_before_the_import(desk: Desk) -> None:
    before = desk.store.history()
    desk.choose(TABLE)
    assert desk.store.history() == before
    desk.page.importing.cancel()
    assert desk.store.history() == before


def test_rows_are_shown_as_what_they_become(desk: Desk) -> None:
    desk.choose(TABLE)
    rows = {row[0]: row for row in desk.preview()}
    assert rows["2"][1:6] == ["Ready", "Baker", "Northwind", "Applied", "2026-10-12"]
    assert "isn’t a date" in rows["4"][1]
    assert rows["5"][1].startswith("Left out.")
    assert rows["6"][1] == "Already tracked"
    assert "3 of 5 rows ready." in told(desk)
    assert "Row 4: “31/02/2026” isn’t a date." in told(desk)


def test_the_import_is_one_step(desk: Desk) -> None:
    desk.choose(TABLE)
    assert desk.page.importing.import_button.text() == "Import 3 applications"
    desk.page.importing.import_button.click()
    assert desk.said == ["Imported 3 applications"]
    assert desk.wanted == ["applications"]
    assert {row.title for row in applications(desk.store)} == {"Baker", "Miller", "Cook"}
    desk.store.undo()
    assert applications(desk.store) == []


def test_what_was_imported_is_a_duplicate_the_next_time(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.page.importing.take_in()
    desk.choose(TABLE)
    assert not desk.page.importing.import_button.isEnabled()
    assert {row[1] for row in desk.preview() if row[2]} == {"Already tracked"}


def test_a_column_can_be_kept_as_an_extra(desk: Desk) -> None:
    desk.choose(TABLE)
    pick(desk, "Salary", KEEP_AS_EXTRA)
    desk.page.importing.take_in()
    assert all(row.pay == Pay() for row in applications(desk.store))


def test_two_columns_never_hold_the_same(desk: Desk) -> None:
    desk.choose(TABLE)
    pick(desk, "Mood", "Role title")
    assert desk.page.importing.columns.box("Job Title").currentText() == KEEP_AS_EXTRA
    assert {row[2] for row in desk.preview() if row[0] == "2"} == {"sunny"}


def test_the_order_of_dates_can_be_corrected(desk: Desk) -> None:
    desk.choose("Company,Role,Applied\nNorthwind,Baker,03/04/2026\nLumen,Cook,25/04/2026\n")
    assert desk.preview()[0][5] == "2026-04-03"
    order = desk.page.importing.columns.order
    assert order.isVisible()
    order.setCurrentIndex(list(ORDER_NAMES.values()).index("Month first (12/31/2026)"))
    order.activated.emit(order.currentIndex())
    desk.wait()
    assert desk.preview()[0][5] == "2026-03-04"


def test_unknown_columns_are_asked_for(desk: Desk) -> None:
    desk.choose("Thing,Board\nBaker at Northwind,Search\n")
    assert not desk.page.importing.import_button.isEnabled()
    assert "has no column for a role title" in told(desk)
    pick(desk, "Thing", "Role title")
    assert desk.preview()[0][2] == "Baker at Northwind"
    assert desk.page.importing.import_button.isEnabled()


def test_only_rows_to_look_at(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.page.importing.doubtful_chip.click()
    assert [row[0] for row in desk.preview()] == ["4", "5"]


def test_a_file_that_is_no_table_is_told(desk: Desk) -> None:
    desk.choose(b"PK\x03\x04 something", "table.csv")
    assert "table.csv is a workbook or an archive" in desk.failed[0]
    assert "table.csv is a workbook or an archive" in told(desk)


def test_a_file_that_is_gone_is_told(desk: Desk) -> None:
    desk.page.open_file(desk.folder / "gone.csv")
    desk.wait()
    assert desk.failed[0].startswith("Couldn’t read")


def test_a_large_table_is_shown_in_part(desk: Desk) -> None:
    rows = "".join(f"Company {n},Baker {n},Applied\n" for n in range(2_000))
    desk.choose(f"Company,Role,Status\n{rows}")
    assert len(desk.preview()) == 500
    assert "1,500 more rows not shown." in told(desk)
    assert desk.page.importing.import_button.text() == "Import 2,000 applications"


def test_words_of_a_file_are_never_markup(desk: Desk) -> None:
    desk.choose('Company,Role,"<img src=x>"\nNorthwind,<b>Baker</b>,<i>x</i>\n')
    model = desk.page.importing.table.rows
    tip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "<i>" not in tip
    assert "&lt;i&gt;" in tip
