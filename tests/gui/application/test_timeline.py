"""The timeline: what is recorded, corrected and removed, by its forms."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt

from ats.commands import stages, timeline
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import EventKind, InterviewKind, InterviewResult
from ats.gui.application.clock_time import read_time, zones
from ats.gui.application.event_forms import EventForm, MoveEventForm, PastStageForm
from ats.gui.application.interview_form import InterviewForm
from ats.gui.application.timeline import Timeline
from ats.gui.application.timeline_rows import DayRow, EntryRow
from ats.gui.controls.field import Field
from ats.store.queries.stages import first_of_kind
from tests.gui.application.desk import Desk, focus

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(desk: Desk) -> Timeline:
    desk.page.show_section(desk.page.timeline)
    desk.page.focus_content()
    desk.settle()
    return desk.page.timeline


def shown(tab: Timeline) -> list[str]:
    return [row.text if isinstance(row, DayRow) else row.title for row in tab.rows.records]


def choose(tab: Timeline, title: str) -> EntryRow:
    for row in tab.rows.records:
        if isinstance(row, EntryRow) and row.title == title:
            tab.list.setCurrentIndex(tab.rows.index(tab.rows.row_of(row.id) or 0, 0))
            return row
    raise AssertionError(f"no {title}")


@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2026, 9, 22), "8 weeks ago"),
        (date(2026, 9, 20), "2 months ago"),
        (date(2025, 11, 24), "11 months ago"),
        (date(2024, 11, 24), "23 months ago"),
        (date(2024, 11, 23), "2 years ago"),
        (date(2018, 11, 24), "7 years ago"),
    ],
)
def test_how_long_ago_a_day_was(desk: Desk, tab: Timeline, on: date, told: str) -> None:
    timeline.add_note(desk.store, desk.page.application_id, "Long ago", on=on)
    desk.settle()
    days = [row for row in tab.rows.records if isinstance(row, DayRow)]
    assert days[-1].ago == told


def test_a_note_is_logged_by_keyboard(desk: Desk, tab: Timeline) -> None:
    desk.page.header.logged.emit("note")
    form = desk.form(EventForm)
    form.text.setPlainText("They use Go.")
    form.day.setText("20 nov")
    form.day.setModified(True)
    desk.window.activateWindow()
    form.accept()
    desk.settle()
    event = desk.detail.events[0].event
    assert (event.kind, event.on, event.note) == (
        EventKind.NOTE,
        date(2026, 11, 20),
        "They use Go.",
    )
    assert shown(tab) == ["Mon 23 Nov", "Moved to Saved", "Fri 20 Nov", "Note"]


def test_a_form_with_a_wrong_date_stays(desk: Desk, tab: Timeline) -> None:
    tab.add("message")
    form = desk.form(EventForm)
    form.text.setPlainText("Dear all")
    form.day.setText("31/02/2026")
    form.day.setModified(True)
    form.accept()
    assert form.isVisible()
    told = [each.warning() for each in form.findChildren(Field) if each.warning()]
    assert told == ["“31/02/2026” isn’t a date. Try 4 Nov or 2026-11-04."]
    assert not form.problem.isVisible()
    form.day.setText("today")
    form.day.setModified(True)
    form.accept()
    desk.settle()
    assert shown(tab)[1] == "Message"


def test_an_empty_note_is_refused_in_the_form(desk: Desk, tab: Timeline) -> None:
    tab.add("note")
    form = desk.form(EventForm)
    form.accept()
    assert form.problem.text() == "A note needs some words."
    form.reject()
    assert len(desk.detail.events) == 1


def test_an_interview_with_its_zone(desk: Desk, tab: Timeline) -> None:
    tab.add("interview")
    form = desk.form(InterviewForm)
    form.day.set_date(date(2026, 11, 26))
    form.at.setText("3 pm")
    form.zone.setCurrentText("America/New_York")
    form.kind.setCurrentIndex(form.kind.findData(InterviewKind.TECHNICAL))
    form.minutes.setCurrentText("45")
    form.people.setText("Lee Park")
    form.accept()
    desk.settle()
    item = next(event for event in desk.detail.events if event.interview)
    assert (item.event.at, item.event.zone) == (time(15), "America/New_York")
    assert item.interview is not None
    assert (item.interview.kind, item.interview.minutes) == (InterviewKind.TECHNICAL, 45)
    row = choose(tab, "Interview: Technical, round 1")
    assert row.when.startswith("15:00 America/New York")
    assert shown(tab)[0] == "Thu 26 Nov"


def test_an_interview_is_changed_afterwards(desk: Desk, tab: Timeline) -> None:
    event = timeline.add_interview(
        desk.store, desk.page.application_id, date(2026, 11, 20), title="Call", note="n"
    )
    desk.settle()
    choose(tab, "Call, round 1")
    desk.press(Qt.Key.Key_Return)
    form = desk.form(InterviewForm)
    form._texts["went"].setPlainText("Well.")
    form.outcome.setCurrentIndex(form.outcome.findData(InterviewResult.PASSED))
    form.day.set_date(date(2026, 11, 19))
    form.accept()
    desk.settle()
    item = next(each for each in desk.detail.events if each.id == event)
    assert item.interview is not None
    assert (item.interview.went, item.interview.result) == ("Well.", InterviewResult.PASSED)
    assert (item.event.on, item.event.note) == (date(2026, 11, 19), "n")


@pytest.mark.parametrize(("at", "minutes"), [("25:00", "30"), ("10", "half an hour")])
def test_an_interview_that_cannot_be_read_is_not_recorded(
    desk: Desk, tab: Timeline, at: str, minutes: str
) -> None:
    tab.add("interview")
    form = desk.form(InterviewForm)
    form.at.setText(at)
    form.minutes.setCurrentText(minutes)
    form.accept()
    assert form.isVisible()
    assert "isn’t" in form.problem.text()
    form.reject()


def test_an_unknown_zone_is_refused(desk: Desk, tab: Timeline) -> None:
    tab.add("interview")
    form = desk.form(InterviewForm)
    form.at.setText("10:00")
    form.zone.setCurrentText("Mars/Olympus")
    form.accept()
    assert "There is no time zone" in form.problem.text()
    form.reject()


def test_a_move_is_corrected_and_the_stage_stays(desk: Desk, tab: Timeline) -> None:
    applied = first_of_kind(desk.store, StageKind.APPLIED)
    stages.move(desk.store, [desk.page.application_id], applied.id)
    desk.settle()
    choose(tab, "Moved to Applied")
    desk.press(Qt.Key.Key_F2)
    form = desk.form(MoveEventForm)
    form.day.set_date(date(2026, 11, 10))
    form.accept()
    desk.settle()
    assert desk.detail.row.applied_on == date(2026, 11, 10)
    assert desk.detail.row.stage_id == applied.id


def test_an_earlier_stage_is_history_only(desk: Desk, tab: Timeline) -> None:
    closed = first_of_kind(desk.store, StageKind.CLOSED)
    id = desk.page.application_id
    stages.move(desk.store, [id], closed.id, outcome=Outcome.REJECTED)
    desk.settle()
    tab.add("stage")
    form = desk.form(PastStageForm)
    names = [form.stage.itemText(at) for at in range(form.stage.count())]
    form.stage.setCurrentIndex(names.index("Interviewing"))
    form.day.set_date(date(2026, 11, 5))
    form.accept()
    desk.settle()
    assert desk.detail.row.stage_id == closed.id
    assert desk.detail.row.outcome is Outcome.REJECTED
    assert shown(tab)[-1] == "Moved to Interviewing"
    choose(tab, "Moved to Closed: Rejected")
    tab.remove()
    desk.settle()
    assert desk.detail.row.stage == "Interviewing" or desk.detail.row.stage == "Saved"
    assert desk.said == ["Removed “Moved to Closed: Rejected”"]


def test_remove_and_undo(desk: Desk, tab: Timeline) -> None:
    timeline.add_note(desk.store, desk.page.application_id, "Words", on=date(2026, 11, 24))
    desk.settle()
    choose(tab, "Note")
    tab.list.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert shown(tab) == ["Mon 23 Nov", "Moved to Saved"]
    assert desk.said == ["Removed “Note”"]
    desk.undo()
    assert shown(tab)[1] == "Note"


def test_the_first_stage_cannot_be_removed(desk: Desk, tab: Timeline) -> None:
    choose(tab, "Moved to Saved")
    tab.remove()
    assert desk.failed == ["The first stage of an application can’t be removed."]
    assert not desk.said


def test_headings_are_stepped_over(desk: Desk, tab: Timeline) -> None:
    timeline.add_note(desk.store, desk.page.application_id, "Old", on=date(2026, 11, 1))
    desk.settle()
    tab.list.setCurrentIndex(tab.rows.index(1, 0))
    assert focus() is tab.list
    desk.press(Qt.Key.Key_Down)
    entry = tab.current()
    assert entry is not None
    assert entry.title == "Note"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("10:00", time(10)),
        ("9", time(9)),
        ("15.30", time(15, 30)),
        ("3 pm", time(15)),
        ("12am", time(0)),
        ("12 PM", time(12)),
        ("0930", time(9, 30)),
    ],
)
def test_times_are_read_as_people_write_them(text: str, read: time) -> None:
    assert read_time(text) == read


@pytest.mark.parametrize("text", ["", "24:00", "10:60", "13pm", "noonish", "-3"])
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


def test_every_zone_can_be_chosen_once() -> None:
    assert len(set(zones())) == len(zones()) > 400
    assert "Europe/Berlin" in zones()
