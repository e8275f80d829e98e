"""Importing a table: what is shown at each step, what can be corrected, and what is written."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from ats.commands.applications import NewApplication, add_application
from ats.domain.importing import Handling
from ats.domain.money import Pay
from ats.domain.stage import Outcome, StageKind
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.fields import Field
from ats.gui.theme import Space, theme
from ats.gui.transfer.column_choices import FIELD, WHY
from ats.gui.transfer.field_names import FIELD_NAMES, KEEP_AS_EXTRA, ORDER_NAMES
from ats.gui.transfer.import_steps import Step
from ats.gui.transfer.preview_table import HAPPENS, STAGE
from ats.store.queries.applications import applications
from tests.exchange.workbooks import zipped
from tests.gui.transfer.desk import TABLE, Desk
from tests.gui.transfer.test_report_part import enlarged

PLAIN = Qt.KeyboardModifier.NoModifier


def field_of(desk: Desk, header: str) -> str:
    """What a column is shown to hold."""
    columns = desk.wizard.columns.columns.columns
    return str(columns.index(columns.row_of(header), FIELD).data())


def why(desk: Desk, header: str) -> str:
    columns = desk.wizard.columns.columns.columns
    return str(columns.index(columns.row_of(header), WHY).data())


def pick(desk: Desk, header: str, name: str) -> None:
    """Choose what a column holds, as a person does: open the list in its cell and take one."""
    table = desk.wizard.columns.columns
    assert table.keys.open(table.columns.row_of(header))
    (box,) = table.findChildren(QComboBox)
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())
    desk.wait()
    QApplication.sendPostedEvents()


def choose(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def press(desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_every_field_has_a_name() -> None:
    assert set(FIELD_NAMES) == set(Field)
    assert len(set(FIELD_NAMES.values())) == len(FIELD_NAMES)


def test_nothing_is_written_before_the_import(desk: Desk) -> None:
    before = desk.store.history()
    desk.choose(TABLE)
    desk.go_to(Step.SUMMARY)
    assert desk.store.history() == before
    desk.page.importing.cancel()
    assert desk.store.history() == before


def test_rows_are_shown_as_what_they_become(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.ROWS)
    rows = {row["Row"]: row for row in desk.preview()}
    assert rows["2"] == {
        "Row": "2",
        "State": "Ready",
        "What happens": "Created",
        "Role": "Baker",
        "Company": "Northwind",
        "Stage": "Applied",
        "Applied": "12 Oct",
        "Pay": "£60–70k",
    }
    assert "isn’t a date" in rows["4"]["State"]
    assert rows["5"]["State"].startswith("Left out.")
    assert rows["6"]["State"] == "Repeats row 2"
    assert rows["6"]["What happens"] == "Skip"
    assert "3 of 5 rows ready." in desk.told()
    assert "Row 4: “31/02/2026” isn’t a date." in desk.told()


def test_files_of_an_archive_that_can_not_be_read_are_named(desk: Desk) -> None:
    damaged = {f"{number}.json": "[{" for number in range(5)}
    desk.choose(zipped({"jobs.csv": "Company,Role\nAlpha,Baker\n", **damaged}), "all.zip")
    assert desk.wizard.file.text().splitlines() == [
        "Not read: 0.json is damaged: it isn’t JSON in line 1.",
        "Not read: 1.json is damaged: it isn’t JSON in line 1.",
        "Not read: 2.json is damaged: it isn’t JSON in line 1.",
        "And 2 more.",
    ]
    desk.take_in()
    assert [row.title for row in applications(desk.store)] == ["Baker"]
    desk.page.importing.cancel()
    desk.choose("Company,Role\nAlpha,Baker\n")
    assert desk.wizard.file.text() == ""


def test_the_import_is_one_step(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.SUMMARY)
    assert desk.wizard.footer.primary_button.text() == "&Import 3 applications"
    desk.wizard.footer.primary_button.click()
    assert desk.said == ["Imported 3 applications"]
    assert {row.title for row in applications(desk.store)} == {"Baker", "Miller", "Cook"}
    desk.store.undo()
    assert applications(desk.store) == []


def test_the_summary_adds_up(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.SUMMARY)
    told = desk.told(desk.wizard.summary)
    assert "Import 3 applications from table.csv" in told
    assert "3 applications created" in told
    assert "1 row skipped" in told
    assert "1 row left out" in told
    assert "1 cell not read | In “Date Applied”." in told
    assert "“Mood”" in told
    assert "Closed: Rejected | 1" in told


def test_a_history_is_told(desk: Desk) -> None:
    desk.choose(
        "Company,Role,Applied,Phone screen,Onsite\n"
        "Northwind,Baker,2026-10-01,2026-10-05,2026-10-20\nLumen,Cook,2026-10-02,,\n"
    )
    desk.go_to(Step.SUMMARY)
    told = desk.told(desk.wizard.summary)
    assert "1 application with a history | 3 moves between stages" in told


def test_what_was_done_is_told_and_shown(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.page.focus_content()
    desk.take_in()
    told = desk.wizard.done.text()
    assert "Imported 3 applications." in told
    assert "1 row skipped, already there." in told
    assert "1 row left out." in told
    assert desk.wizard.done.show_button.hasFocus()
    desk.wizard.done.show_button.click()
    assert len(desk.batches) == 1


def test_an_import_that_was_undone_can_be_corrected(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.take_in()
    desk.store.undo()
    desk.session.live.announce()
    desk.wait()
    assert desk.wizard.summary.isVisible()
    assert desk.wizard.step is Step.SUMMARY
    desk.wizard.footer.primary_button.click()
    assert len(applications(desk.store)) == 3


def test_earlier_imports_can_be_shown(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.take_in()
    desk.session.live.announce()
    desk.page.importing.cancel()
    told = desk.told(desk.wizard.start)
    assert "Earlier imports" in told
    assert "table.csv | 23 Nov | 3 applications" in told
    shows = [
        each
        for each in desk.wizard.start.findChildren(QPushButton)
        if each.text() == "Show these applications"
    ]
    shows[0].click()
    assert len(desk.batches) == 1


def test_what_was_imported_is_a_duplicate_the_next_time(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.take_in()
    desk.choose(TABLE)
    desk.go_to(Step.SUMMARY)
    assert not desk.wizard.footer.primary_button.isEnabled()
    assert desk.wizard.footer.text() == "There is nothing new in this file."
    assert {row["State"] for row in desk.preview() if row["Role"]} == {"Already tracked"}


def test_what_happens_with_repeats_is_decided_for_all_or_for_one(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.take_in()
    desk.choose(TABLE)
    desk.go_to(Step.ROWS)
    rows = desk.wizard.rows
    choose(rows.tracked.box, "Create anyway")
    assert {row["What happens"] for row in desk.preview() if row["Role"]} == {"Create anyway"}
    model = rows.table.rows
    assert rows.table.keys.open(0)
    (box,) = rows.table.findChildren(QComboBox)
    choose(box, "Skip")
    assert model.index(0, HAPPENS).data() == "Skip"
    assert rows.decisions.for_plan(desk.page.importing.reading.plan) == {
        2: Handling.SKIP,
        3: Handling.CREATE,
        4: Handling.CREATE,
        6: Handling.CREATE,
    }
    desk.take_in()
    assert len(applications(desk.store)) == 6
    choose(rows.tracked.box, "Skip")
    assert rows.decisions.single == {}


def test_a_repeat_can_be_opened(desk: Desk) -> None:
    id = add_application(desk.store, NewApplication(title="Baker", company="Northwind"))
    desk.choose("Company,Role\nNorthwind,Baker\nLumen,Cook\n")
    desk.go_to(Step.ROWS)
    rows = desk.wizard.rows
    assert "Baker at Northwind" in rows.details.text()
    (opener,) = [
        each for each in rows.details.findChildren(QPushButton) if each.text() == "Open it"
    ]
    opener.click()
    assert desk.peeked == [id]


def test_a_row_that_repeats_an_earlier_one_leads_to_it(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.ROWS)
    rows = desk.wizard.rows
    rows.tracked_chip.click()
    assert [row["Row"] for row in desk.preview()] == ["6"]
    (opener,) = [each for each in rows.details.findChildren(QPushButton) if "Go to" in each.text()]
    opener.click()
    assert rows.table.current_row().row == 2


def test_the_details_tell_everything_about_a_row(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.ROWS)
    rows = desk.wizard.rows
    rows.table.go_to(4)
    told = rows.details.text()
    assert "Date Applied: “31/02/2026” isn’t a date." in told
    assert "Mood: grey" in told
    rows.table.go_to(5)
    assert "Left out." in rows.details.text()


def test_a_column_can_be_kept_as_an_extra(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.COLUMNS)
    pick(desk, "Salary", KEEP_AS_EXTRA)
    desk.take_in()
    assert all(row.pay == Pay() for row in applications(desk.store))


def test_columns_say_why_they_are_taken_for_what_they_are(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.COLUMNS)
    assert field_of(desk, "Job Title") == "Role title"
    assert why(desk, "Job Title") == "By its name"
    pick(desk, "Mood", "Notes")
    assert why(desk, "Mood") == "Chosen by you"
    assert why(desk, "Notes") == "Chosen by you"
    assert field_of(desk, "Notes") == KEEP_AS_EXTRA
    assert why(desk, "Job Title") == "By its name"


def test_two_columns_never_hold_the_same(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.COLUMNS)
    pick(desk, "Mood", "Role title")
    assert field_of(desk, "Job Title") == KEEP_AS_EXTRA
    desk.go_to(Step.ROWS)
    assert {row["Role"] for row in desk.preview() if row["Row"] == "2"} == {"sunny"}


def test_the_first_rows_of_the_file_are_shown_as_they_stand(desk: Desk) -> None:
    desk.choose(TABLE)
    sample = desk.wizard.file.sample.rows
    assert sample.index(0, 4).data() == "£60k - £70k"
    assert sample.headerData(2, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole) == "4"


def test_the_order_of_dates_can_be_corrected(desk: Desk) -> None:
    desk.choose("Company,Role,Applied\nNorthwind,Baker,03/04/2026\nLumen,Cook,25/04/2026\n")
    desk.go_to(Step.COLUMNS)
    questions = desk.wizard.columns.questions
    assert questions.order is not None
    assert questions.order.isVisible()
    choose(questions.order, ORDER_NAMES[list(ORDER_NAMES)[1]])
    desk.wait()
    row = desk.page.importing.reading.plan.rows[0]
    assert row.applied_on == date(2026, 3, 4)


def test_unknown_columns_are_asked_for(desk: Desk) -> None:
    desk.choose("Thing,Board\nBaker at Northwind,Search\n")
    desk.go_to(Step.COLUMNS)
    assert not desk.wizard.footer.primary_button.isEnabled()
    assert "has no column for a role title" in desk.told()
    assert "0 rows" not in desk.told()
    pick(desk, "Thing", "Role title")
    desk.go_to(Step.ROWS)
    assert desk.preview()[0]["Role"] == "Baker at Northwind"


def test_only_rows_to_look_at(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.ROWS)
    desk.wizard.rows.doubtful_chip.click()
    assert [row["Row"] for row in desk.preview()] == ["4", "5"]


def test_a_file_that_is_no_table_is_told(desk: Desk) -> None:
    desk.choose(b"PK\x03\x04 something", "table.csv")
    assert "table.csv is damaged" in desk.failed[0]
    assert "table.csv is damaged" in desk.told()


def test_a_file_that_is_gone_is_told(desk: Desk) -> None:
    desk.page.open_file(desk.folder / "gone.csv")
    desk.wait()
    assert desk.failed[0].startswith("Couldn’t read")


def test_every_row_of_a_large_table_is_there(desk: Desk) -> None:
    rows = "".join(f"Company {n},Baker {n},Applied\n" for n in range(2_000))
    desk.choose(f"Company,Role,Status\n{rows}")
    desk.go_to(Step.ROWS)
    table = desk.wizard.rows.table
    assert table.rows.rowCount() == 2_000
    assert table.go_to(2_001)
    desk.take_in()
    assert len(applications(desk.store)) == 2_000


def test_words_of_a_file_are_never_markup(desk: Desk) -> None:
    desk.choose('Company,Role,"<img src=x>"\nNorthwind,<b>Baker</b>,<i>x</i>\n')
    desk.go_to(Step.ROWS)
    for model in (
        desk.wizard.rows.table.rows,
        desk.wizard.file.sample.rows,
        desk.wizard.columns.columns.columns,
    ):
        for at in range(model.columnCount()):
            tip = model.index(0, at).data(Qt.ItemDataRole.ToolTipRole) or ""
            assert "<b>" not in tip
            assert "<img" not in tip


def test_the_keyboard_goes_all_the_way(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.page.importing.focus_content()
    control = Qt.KeyboardModifier.ControlModifier
    for step in (Step.COLUMNS, Step.ROWS, Step.SUMMARY):
        press(desk, Qt.Key.Key_Return, control)
        assert desk.wizard.step is step
    press(desk, Qt.Key.Key_Escape)
    assert desk.wizard.step is Step.ROWS
    assert "back" in desk.page.handlers()
    desk.page.handlers()["back"]()
    assert desk.wizard.step is Step.COLUMNS
    press(desk, Qt.Key.Key_Return, control)
    press(desk, Qt.Key.Key_Return, control)
    press(desk, Qt.Key.Key_Return, control)
    assert len(applications(desk.store)) == 3


def test_escape_at_the_first_step_forgets_the_file(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.page.importing.focus_content()
    press(desk, Qt.Key.Key_Escape)
    assert desk.page.importing.reading.source is None
    assert desk.wizard.start.isVisible()


def test_the_steps_can_be_gone_to(desk: Desk) -> None:
    desk.choose(TABLE)
    line = desk.wizard.line
    line.buttons[Step.SUMMARY].click()
    assert desk.wizard.step is Step.SUMMARY
    line.buttons[Step.SUMMARY].setFocus()
    press(desk, Qt.Key.Key_Left)
    press(desk, Qt.Key.Key_Return)
    assert desk.wizard.step is Step.ROWS
    assert line.buttons[Step.ROWS].accessibleName() == "Step 3 of 4: Rows, this step"


def test_a_copied_table_is_pasted(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Company\tRole\nNorthwind\tBaker\n")
    desk.page.handlers()["paste_posting"]()
    desk.wait()
    desk.go_to(Step.ROWS)
    assert desk.preview()[0]["Role"] == "Baker"
    assert "paste_posting" not in desk.page.handlers()


def test_words_are_no_table(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("Bakers wanted.\nApply now.")
    assert "paste_posting" not in desk.page.handlers()
    desk.page.importing.paste()
    assert "There’s no table on the clipboard." in desk.failed[0]


def test_what_was_said_about_a_file_holds_for_the_next(desk: Desk) -> None:
    desk.choose("Thing,Board\nBaker at Northwind,Search\n")
    desk.go_to(Step.COLUMNS)
    pick(desk, "Thing", "Role title")
    desk.take_in()
    desk.choose("Thing,Board\nCook at Lumen,Search\n", "next.csv")
    desk.go_to(Step.COLUMNS)
    assert field_of(desk, "Thing") == "Role title"
    assert why(desk, "Thing") == "As last time"
    desk.take_in()
    assert len(applications(desk.store)) == 2


def test_empty_fields_of_a_repeat_can_be_filled(desk: Desk) -> None:
    desk.choose("Company,Role,Applied\nNorthwind,Baker,2026-10-01\n")
    desk.take_in()
    desk.choose("Company,Role,Applied,Salary\nNorthwind,Baker,2026-10-01,£60k\n", "next.csv")
    desk.go_to(Step.ROWS)
    choose(desk.wizard.rows.tracked.box, "Add what is missing")
    desk.go_to(Step.SUMMARY)
    assert "1 application updated" in desk.told(desk.wizard.summary)
    assert desk.wizard.footer.primary_button.text() == "&Update 1 application"
    desk.wizard.footer.primary_button.click()
    assert desk.said[-1] == "Updated 1 application"
    (row,) = applications(desk.store)
    assert row.pay.least_amount == 60_000


def test_a_repeat_that_tells_a_later_day_moves_on(desk: Desk) -> None:
    desk.choose("Company,Role,Status,Applied\nNorthwind,Baker,Applied,2026-10-01\n")
    desk.take_in()
    desk.choose(
        "Company,Role,Status,Applied,Interview date\n"
        "Northwind,Baker,Interview,2026-10-01,2026-10-09\n",
        "next.csv",
    )
    desk.go_to(Step.ROWS)
    choose(desk.wizard.rows.tracked.box, "Add what is missing")
    desk.go_to(Step.SUMMARY)
    assert "1 moved to another stage" in desk.told(desk.wizard.summary)
    desk.wizard.footer.primary_button.click()
    (row,) = applications(desk.store)
    assert row.stage == "Interviewing"


def test_a_likely_repeat_is_shown_and_asked_for(desk: Desk) -> None:
    add_application(desk.store, NewApplication(title="Night Baker", company="Northwind"))
    desk.choose("Company,Role\nNorthwind,Night Bakr\nLumen,Cook\n")
    desk.go_to(Step.ROWS)
    assert desk.preview()[0]["State"] == "May be tracked"
    assert desk.preview()[0]["What happens"] == "Create anyway"
    assert desk.wizard.rows.likely.isVisible()
    choose(desk.wizard.rows.likely.box, "Skip")
    desk.take_in()
    assert len(applications(desk.store)) == 2


def test_days_that_can_be_read_in_two_ways_are_asked_about_once(desk: Desk) -> None:
    desk.choose(
        "Company,Role,Applied,Saved on\nNorthwind,Baker,03/04/2026,01/04/2026\n"
        "Lumen,Cook,05/04/2026,02/04/2026\n"
    )
    desk.go_to(Step.COLUMNS)
    questions = desk.wizard.columns.questions
    assert {order: button.text() for order, button in questions.order_buttons.items()} == {
        DateOrder.DMY: "Fri 3 Apr 2026, day first",
        DateOrder.MDY: "Wed 4 Mar 2026, month first",
    }
    assert "What day is “03/04/2026”?" in desk.told(questions)
    assert "“Applied”, “Saved on”" in desk.told(questions)
    questions.order_buttons[DateOrder.MDY].click()
    desk.wait()
    assert desk.page.importing.reading.plan.rows[0].applied_on == date(2026, 3, 4)
    assert questions.order_buttons[DateOrder.MDY].isChecked()
    questions.order_buttons[DateOrder.DMY].click()
    desk.wait()
    assert desk.page.importing.reading.plan.rows[0].applied_on == date(2026, 4, 3)


def test_a_word_that_can_mean_two_things_is_asked_about_once(desk: Desk) -> None:
    desk.choose(
        "Company,Role,Status\nNorthwind,Baker,Declined\nLumen,Cook,Declined\nAlpha,Miller,Flumox\n"
    )
    desk.go_to(Step.COLUMNS)
    questions = desk.wizard.columns.questions
    assert "“Declined” in 2 rows" in desk.told(questions)
    declined = questions.meanings["Declined"]
    texts = [button.text() for button in declined.buttons.values()]
    assert "They said no (Rejected)" in texts
    assert "You said no to their offer (Declined)" in texts
    declined.buttons["declined"].click()
    desk.wait()
    outcomes = [row.outcome for row in desk.page.importing.reading.plan.rows]
    assert outcomes[:2] == [Outcome.DECLINED, Outcome.DECLINED]
    unknown = questions.meanings["Flumox"]
    assert unknown.buttons == {}
    choose(unknown.box, "Interviewing")
    desk.wait()
    kinds = [row.stage_kind for row in desk.page.importing.reading.plan.rows]
    assert kinds[2] is StageKind.INTERVIEWING
    desk.take_in()
    desk.choose("Company,Role,Status\nBeta,Welder,Declined\n", "next.csv")
    desk.go_to(Step.COLUMNS)
    assert "“Declined”, as last time" in desk.told(questions)
    assert desk.page.importing.reading.plan.rows[0].outcome is Outcome.DECLINED


def test_another_delimiter_encoding_or_row_of_headers_can_be_said(desk: Desk) -> None:
    desk.choose("Our search\nCompany;Role;Status\nNörthwind;Baker;Applied\n".encode("cp1252"))
    file = desk.wizard.file
    assert file.header_row.currentText() == "Row 2"
    assert file.delimiter.currentText() == "Semicolon"
    assert "1252" in file.encoding.currentText()
    choose(file.encoding, "Cyrillic (Windows-1251)")
    desk.wait()
    assert file.sample.rows.index(0, 0).data() == "Nцrthwind"
    choose(file.delimiter, "Comma")
    desk.wait()
    assert file.sample.rows.columnCount() == 1
    choose(file.delimiter, "Semicolon")
    desk.wait()
    choose(file.header_row, "No row: the table has no headers")
    desk.wait()
    assert desk.page.importing.reading.plan.header_row == 0


def test_a_product_is_recognised(desk: Desk) -> None:
    desk.choose(
        "Job Title,Company Name,Job URL,Applied Date,Status,Status Date,Archived,Date Archived,"
        "Notes\nBaker,Northwind,https://jobs.example/1,2026-10-01,APPLIED,,false,,\n"
    )
    assert "Looks like a Simplify export." in desk.wizard.file.recognised()


BEFORE = """\
Company,Role,Status,Applied
Northwind,Baker,Applied,2026-10-01
Lumen,Cook,Interview,2026-10-02
"""
AFTER = """\
Company,Role,Status,Applied,Notes
Northwind,Baker,Rejected,2026-10-01,Called
Lumen,Cook,Interview,2026-10-02,Wrote
Tidewater,Miller,Applied,2026-10-03,
"""


def test_what_is_created_and_what_is_added_to_are_both_told(desk: Desk) -> None:
    desk.choose(BEFORE)
    desk.take_in()
    desk.choose(AFTER, "next.csv")
    desk.go_to(Step.ROWS)
    choose(desk.wizard.rows.tracked.box, "Add what is missing")
    desk.go_to(Step.SUMMARY)
    assert "Import 1 application from next.csv and add to 2" in desk.told(desk.wizard.summary)
    assert desk.wizard.footer.primary_button.text() == "&Import 1 and add to 2"
    desk.wizard.footer.primary_button.click()
    assert desk.said[-1] == "Imported 1 application and added to 2"
    assert "Imported 1 application and added to 2." in desk.wizard.done.text()


def test_where_nothing_is_created_the_summary_does_not_say_so(desk: Desk) -> None:
    desk.choose(BEFORE)
    desk.take_in()
    desk.choose(BEFORE, "next.csv")
    desk.go_to(Step.SUMMARY)
    assert "Nothing new in next.csv" in desk.told(desk.wizard.summary)
    desk.wizard.back()
    choose(desk.wizard.rows.tracked.box, "Add what is missing")
    desk.choose(BEFORE.replace("Applied\n", "Applied,Notes\n").replace("-01\n", "-01,x\n"))
    desk.go_to(Step.ROWS)
    choose(desk.wizard.rows.tracked.box, "Add what is missing")
    desk.go_to(Step.SUMMARY)
    assert "Update 1 application from table.csv" in desk.told(desk.wizard.summary)


def test_where_an_application_stays_is_told(desk: Desk) -> None:
    desk.choose(BEFORE)
    desk.take_in()
    desk.choose(AFTER, "next.csv")
    desk.go_to(Step.ROWS)
    rows, part = desk.wizard.rows, desk.preview
    assert [row["Stage"] for row in part()] == ["Closed", "Interviewing", "Applied"]
    assert "Stays" not in rows.details.text()
    choose(rows.tracked.box, "Add what is missing")
    assert [row["Stage"] for row in part()] == ["Stays at Applied", "Interviewing", "Applied"]
    tip = rows.table.rows.index(0, STAGE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Stays at Applied: the file gives no day" in tip
    assert "Stays at Applied: the file gives no day." in rows.details.text()
    assert "No date  Closed: Rejected" in rows.details.text()
    desk.go_to(Step.SUMMARY)
    assert "1 status not taken | It names a later stage" in desk.told(desk.wizard.summary)
    desk.wizard.back()
    assert rows.table.keys.open(0)
    (box,) = rows.table.findChildren(QComboBox)
    choose(box, "Skip")
    assert part()[0]["Stage"] == "Closed"
    assert "Stays" not in rows.details.text()
    desk.go_to(Step.SUMMARY)
    assert "not taken" not in desk.told(desk.wizard.summary)


def test_rows_of_the_same_application_are_decided_together(desk: Desk) -> None:
    desk.choose(BEFORE)
    desk.take_in()
    row = "Northwind,Baker,Offer,2026-10-01,2026-10-20"
    desk.choose(
        "Company,Role,Status,Applied,Offer date,Notes\n"
        f"{row},\nNorthwind,Baker,Interview,2026-10-01,,x\nLumen,Cook,Offer,2026-10-02,,\n",
        "next.csv",
    )
    desk.go_to(Step.ROWS)
    rows, part = desk.wizard.rows, desk.preview
    choose(rows.tracked.box, "Add what is missing")
    stays = ["Offer", "Stays at Offer", "Stays at Interviewing"]
    assert [each["Stage"] for each in part()] == stays
    for name, second in (("Skip", "Stays at Applied"), ("Add what is missing", "Stays at Offer")):
        assert rows.table.keys.open(0)
        *_, box = rows.table.findChildren(QComboBox)
        choose(box, name)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert [each["Stage"] for each in part()] == ["Offer", second, "Stays at Interviewing"]


def test_what_happens_is_never_cut_off(desk: Desk) -> None:
    desk.choose(TABLE)
    desk.go_to(Step.ROWS)
    rows = desk.wizard.rows
    choose(rows.tracked.box, "Add what is missing")
    table = rows.table
    text = table.fontMetrics().horizontalAdvance("Add what is missing")
    assert table.columnWidth(HAPPENS) >= text + 8 + 2 * Space.S + theme().metrics.icon


def test_questions_are_not_cut_off(desk: Desk) -> None:
    desk.choose("Company,Role,Status\nNorthwind,Baker,Declined\nLumen,Cook,Passed\n")
    desk.go_to(Step.COLUMNS)
    questions = desk.wizard.columns.questions
    for font in (questions.font(), enlarged(questions.font())):
        desk.wizard.columns.setFont(font)
        for width in (1200, 1024):
            desk.window.resize(width, 640)
            QApplication.sendPostedEvents()
            inner, seen = questions.widget(), questions.viewport()
            desk.qtbot.waitUntil(lambda inner=inner, seen=seen: inner.width() <= seen.width())


def test_what_is_taken_without_an_answer_is_seen_as_chosen(desk: Desk) -> None:
    desk.choose("Company,Role,Status\nNorthwind,Baker,Passed\n")
    desk.go_to(Step.COLUMNS)
    questions = desk.wizard.columns.questions
    assert chosen(questions.meanings["Passed"]) == ["Says nothing about the stage"]
    assert questions.meanings["Passed"].box.currentText() == "Something else…"
    choose(questions.meanings["Passed"].box, "Screening")
    desk.wait()
    assert chosen(questions.meanings["Passed"]) == ["Screening"]
    questions.meanings["Passed"].buttons[""].click()
    desk.wait()
    assert chosen(questions.meanings["Passed"]) == ["Says nothing about the stage"]


def chosen(card: Any) -> list[str]:
    """What a question shows as its answer."""
    return [each.text() for each in card.buttons.values() if each.isChecked()]


def test_rows_that_repeat_each_other_are_not_said_to_be_tracked(desk: Desk) -> None:
    rows = "Northwind,Night Baker\nNorthwind,Night Bakr\n"
    desk.choose(f"Company,Role\n{rows}")
    desk.go_to(Step.SUMMARY)
    assert "1 of them although it may repeat another row." in desk.told(desk.wizard.summary)
    add_application(desk.store, NewApplication(title="Cook", company="Lumen"))
    add_application(desk.store, NewApplication(title="Evening Miller", company="Tidewater"))
    desk.choose(f"Company,Role\n{rows}Lumen,Cook\nTidewater,Evening Millr\n", "next.csv")
    desk.go_to(Step.ROWS)
    choose(desk.wizard.rows.tracked.box, "Create anyway")
    desk.go_to(Step.SUMMARY)
    told = (
        "1 of them although it may be tracked already, 1 although it is tracked already, "
        "1 although it may repeat another row."
    )
    assert told in desk.told(desk.wizard.summary)
