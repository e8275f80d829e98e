"""Reports: the period, the form, the head, and a file that is whole or not there."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QFont

from ats.commands.applications import NewApplication, add_application
from ats.commands.stages import move
from ats.exchange.exports.report_layout import ReportLayout
from ats.gui.transfer.formats import REPORT_FORMATS, SHEET_FORMATS, Format
from ats.gui.transfer.report_choices import ReportKind, periods
from ats.store.queries.stages import stages
from tests.gui.transfer.desk import Desk


@pytest.fixture
def sent(desk: Desk) -> int:
    """An application sent ten days ago."""
    id = add_application(desk.store, NewApplication(title="Baker", company="Northwind"))
    applied = next(stage for stage in stages(desk.store) if stage.name == "Applied")
    move(desk.store, [id], applied.id, on=desk.store.today() - timedelta(days=10))
    desk.page.set_scope([id], [])
    desk.page.show_report()
    return id


def choose_format(desk: Desk, form: Format) -> None:
    desk.page.reporting.choices.formats[form].click()


def write(desk: Desk) -> Path:
    """Save, wait until it is told, and give the file."""
    before = set(desk.folder.iterdir())
    desk.page.reporting.save_button.click()
    desk.qtbot.waitUntil(lambda: len(desk.said) == 1, timeout=20_000)
    (path,) = set(desk.folder.iterdir()) - before
    assert desk.said.pop() == f"Saved {path.name}"
    return path


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("This week", date(2026, 11, 23), date(2026, 11, 29)),
        ("Last week", date(2026, 11, 16), date(2026, 11, 22)),
        ("This and last three weeks", date(2026, 11, 2), date(2026, 11, 29)),
        ("This month", date(2026, 11, 1), date(2026, 11, 29)),
        ("Last month", date(2026, 10, 1), date(2026, 10, 31)),
    ],
)
def test_periods_end_with_whole_weeks_or_today(name: str, first: date, last: date) -> None:
    assert periods(date(2026, 11, 29))[name] == (first, last)


def test_four_weeks_are_whole_weeks_on_any_day(qapp) -> None:
    found = periods(date(2026, 11, 25))["This and last three weeks"]
    assert found == (date(2026, 11, 2), date(2026, 11, 25))


def test_weeks_begin_where_those_of_the_form_do(desk: Desk, sent: int) -> None:
    choices, today = desk.page.reporting.choices, desk.store.today()
    assert (choices.since.date(), today.weekday()) == (today - timedelta(days=21), 0)
    choices.layouts.setCurrentIndex(choices.layouts.findData(ReportLayout.US.value))
    choices.layouts.activated.emit(choices.layouts.currentIndex())
    assert (choices.since.date(), choices.until.date()) == (today - timedelta(days=22), today)
    choices.since.setText("2026-11-04")
    choices.since.setModified(True)
    choices.since.flush()
    choices.layouts.setCurrentIndex(choices.layouts.findData(ReportLayout.UK.value))
    choices.layouts.activated.emit(choices.layouts.currentIndex())
    assert choices.since.date() == date(2026, 11, 4)


def test_the_usual_period_goes_up_to_today(desk: Desk, sent: int) -> None:
    assert desk.page.reporting.choices.until.date() == desk.store.today()


def test_the_first_of_january(qapp) -> None:
    assert periods(date(2026, 1, 1))["Last month"] == (date(2025, 12, 1), date(2025, 12, 31))


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_the_report_is_written_in_every_format(desk: Desk, sent: int, form: Format) -> None:
    choose_format(desk, form)
    path = write(desk)
    assert path.suffix == form.value
    if form.is_text:
        assert "Northwind" in path.read_text("utf-8-sig")


def test_the_report_is_seen_before_it_is_written(desk: Desk, sent: int) -> None:
    preview = desk.page.reporting.preview
    desk.qtbot.waitUntil(lambda: preview.pages.count > 0, timeout=20_000)
    choose_format(desk, Format.CSV)
    model = preview.table.rows
    spots = [(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]
    assert "Northwind" in [model.index(*spot).data() for spot in spots]
    choose_format(desk, Format.MARKDOWN)
    assert "Northwind" in preview.text.toPlainText()


def test_the_head_and_the_form_are_remembered(desk: Desk, sent: int) -> None:
    choices = desk.page.reporting.choices
    choices.layouts.setCurrentIndex(choices.layouts.findData(ReportLayout.DE.value))
    choices.layouts.activated.emit(choices.layouts.currentIndex())
    choices.name.setText("Mira Okafor")
    choices.reference.setText("815D007")
    choose_format(desk, Format.MARKDOWN)
    text = write(desk).read_text("utf-8")
    assert "Nachweis der Eigenbemühungen" in text
    assert "Mira Okafor" in text
    assert "815D007" in text
    settings = desk.session.settings
    assert (settings.report_layout, settings.report_name) == ("de", "Mira Okafor")


def test_days_of_ones_own(desk: Desk, sent: int) -> None:
    choices = desk.page.reporting.choices
    choices.since.setText("2020-01-01")
    choices.since.setModified(True)
    choices.since.flush()
    assert choices.period.currentText() == "Other days"
    choices.until.setText("2019-01-01")
    choices.until.setModified(True)
    choices.until.flush()
    assert not desk.page.reporting.save_button.isEnabled()
    assert "2019" in desk.told(desk.page.reporting)


def test_a_sheet_for_the_application_that_was_open(desk: Desk, sent: int) -> None:
    other = add_application(desk.store, NewApplication(title="Miller", company="Tidewater"))
    desk.page.set_scope([sent, other], [other])
    desk.page.show_preparation()
    choices = desk.page.reporting.choices
    assert choices.application.currentText() == "Miller, Tidewater"
    assert [form for form, box in choices.formats.items() if box.isVisible()] == list(SHEET_FORMATS)
    choose_format(desk, Format.HTML)
    path = write(desk)
    assert path.name == "preparation-miller-tidewater.html"
    assert "Tidewater" in path.read_text("utf-8")


def test_without_applications_there_is_nothing_to_prepare(desk: Desk) -> None:
    desk.page.set_scope([], [])
    desk.page.show_preparation()
    assert not desk.page.reporting.save_button.isEnabled()
    assert "no application to prepare for" in desk.told(desk.page.reporting)


def test_a_report_that_cannot_be_written_is_told(desk: Desk, sent: int) -> None:
    assert desk.page.reporting.choices.kind is ReportKind.WORK_SEARCH
    choose_format(desk, Format.CSV)
    (desk.folder / desk.page.reporting._file_name()).mkdir()
    desk.page.reporting.save_button.click()
    desk.qtbot.waitUntil(lambda: "Couldn’t write" in desk.told(desk.page.reporting))
    assert desk.said == []


def test_large_letters_cut_no_day_off(desk: Desk, sent: int) -> None:
    choices = desk.page.reporting.choices
    choices.setFont(enlarged(choices.font()))
    choices.setFixedWidth(300)
    desk.qtbot.waitUntil(lambda: choices.width() == 300)
    for day in (choices.since, choices.until):
        assert day.isVisible()
        assert day.width() >= day.sizeHint().width()


def test_large_letters_in_a_small_window_cut_no_choice_off(desk: Desk, sent: int) -> None:
    choices = desk.page.reporting.choices
    choices.setFont(enlarged(choices.font()))
    desk.window.resize(desk.window.minimumSizeHint())
    inner, seen = choices.widget(), choices.viewport()
    desk.qtbot.waitUntil(lambda: inner.minimumSizeHint().width() <= seen.width())
    assert inner.width() == seen.width()


def enlarged(font: QFont) -> QFont:
    font.setPointSizeF(font.pointSizeF() * 1.5 if font.pointSizeF() > 0 else 15)
    return font
