"""The head of the page, its tabs, and the ways to it and away from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ats.commands import applications, next_actions, stages
from ats.commands.applications import NewApplication, add_application
from ats.domain.stage import Outcome, StageKind
from ats.gui.application.move_form import MoveForm
from ats.gui.application.next_action_bar import NextActionForm
from ats.gui.application.page import ApplicationPage
from ats.gui.application.stepper import steps
from ats.store.queries.stages import first_of_kind
from ats.store.queries.stages import stages as stages_in_use
from tests.gui.application.desk import Desk, focus

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_role_is_renamed_where_it_stands(desk: Desk) -> None:
    desk.carry_out("rename")
    assert focus() is desk.page.header.title
    desk.type("Platform Engineer")
    desk.press(Qt.Key.Key_Return)
    assert desk.detail.row.title == "Platform Engineer"
    desk.undo()
    assert desk.page.header.title.text() == "Backend Engineer"


def test_the_company_line(desk: Desk) -> None:
    assert desk.page.header.company.text() == "Confluent · $117,500–132,200 a year"


def test_stages_move_by_key_and_menu(desk: Desk) -> None:
    desk.carry_out("next_stage")
    assert desk.detail.row.stage == "Applied"
    assert desk.said == ["Moved “Backend Engineer” to Applied"]
    desk.carry_out("previous_stage")
    assert desk.detail.row.stage == "Saved"
    desk.carry_out("previous_stage")
    assert desk.detail.row.stage == "Saved"
    assert len(desk.said) == 2
    closed = first_of_kind(desk.store, StageKind.CLOSED)
    desk.page.header.stage.chosen.emit(closed, Outcome.WITHDRAWN)
    desk.settle()
    assert desk.detail.row.outcome is Outcome.WITHDRAWN
    assert desk.page.header.stage.text().strip() == "Closed: Withdrawn"


def test_a_move_on_a_date(desk: Desk) -> None:
    menu = desk.page.header.stage.menu()
    menu.aboutToShow.emit()
    assert menu.actions()[-1].text() == "On date…"
    menu.actions()[-1].trigger()
    form = desk.form(MoveForm)
    assert form.stage.currentText() == "Applied"
    names = [form.stage.itemText(at) for at in range(form.stage.count())]
    form.stage.setCurrentIndex(names.index("Closed"))
    form.outcome.setCurrentIndex(form.outcome.findData(Outcome.REJECTED))
    form.day.set_date(date(2026, 11, 20))
    form.accept()
    desk.settle()
    assert (desk.detail.row.stage, desk.detail.row.outcome) == ("Closed", Outcome.REJECTED)
    assert desk.detail.events[-1].event.on == date(2026, 11, 20)
    assert desk.said == ["Moved “Backend Engineer” to Closed: Rejected on 20 Nov"]


def test_moving_to_the_same_stage_says_what_it_does(desk: Desk) -> None:
    desk.page.header.move_on_date()
    form = desk.form(MoveForm)
    form.stage.setCurrentIndex(form.stage.findText("Saved"))
    form.day.set_date(date(2026, 11, 20))
    form.accept()
    desk.settle()
    assert desk.said == ["“Backend Engineer” is at Saved since 20 Nov"]
    assert [event.event.on for event in desk.detail.events] == [date(2026, 11, 20)]


def test_the_present_stage_was_not_skipped(desk: Desk) -> None:
    known = stages_in_use(desk.store)
    none = replace(desk.detail, events=())
    shown = steps(none, known, desk.store.today())
    assert [(step.caption, step.present) for step in shown[:2]] == [
        ("Now", True),
        ("Not yet", False),
    ]


def test_the_stepper_shows_what_was_reached(desk: Desk) -> None:
    id = desk.page.application_id
    stages.move(desk.store, [id], first_of_kind(desk.store, StageKind.SCREENING).id)
    shown = steps(desk.detail, stages_in_use(desk.store), desk.store.today())
    assert [(step.name, step.caption, step.reached, step.present) for step in shown] == [
        ("Saved", "23 Nov", True, False),
        ("Applied", "Skipped", False, False),
        ("Screening", "23 Nov", True, True),
        ("Interviewing", "Not yet", False, False),
        ("Offer", "Not yet", False, False),
    ]


def test_the_stepper_hides_in_a_narrow_window(desk: Desk) -> None:
    assert desk.page.stepper.isVisible()
    desk.window.resize(1024, 640)
    desk.settle()
    assert not desk.page.stepper.isVisible()


def test_the_next_action(desk: Desk) -> None:
    bar = desk.page.next_action
    assert bar.text.text() == "No next action"
    desk.carry_out("next_action")
    form = desk.form(NextActionForm)
    form.text.setText("Call Dana")
    form.day.set_date(date(2026, 11, 21))
    form.accept()
    desk.settle()
    assert (bar.text.text(), bar.day.text()) == ("Call Dana", "2 days late")
    bar.done.click()
    desk.settle()
    assert desk.said == ["Done: Call Dana"]
    assert bar.text.text() == "No next action"
    desk.undo()
    assert bar.text.text() == "Call Dana"


def test_the_next_action_changed_elsewhere(desk: Desk) -> None:
    next_actions.set_next_action(desk.store, desk.page.application_id, "Wait")
    desk.settle()
    assert desk.page.next_action.text.text() == "Wait"


def test_tabs_turn_round(desk: Desk) -> None:
    for _ in range(len(desk.page.sections)):
        desk.carry_out("next_section")
    assert desk.page.tabs.currentIndex() == 0
    desk.carry_out("previous_section")
    assert desk.page.tabs.tabText(desk.page.tabs.currentIndex()) == "Notes"


def test_notes_save_themselves(desk: Desk) -> None:
    desk.page.show_section(desk.page.notes)
    desk.page.focus_content()
    desk.type("12 things to ask")
    assert desk.page.notes.saved.text() == "Saving…"
    desk.page.flush()
    assert desk.detail.notes == "12 things to ask"
    assert desk.page.notes.saved.text() == "All changes saved"
    desk.undo()
    assert desk.page.notes.text.text() == ""


def test_leaving_saves(desk: Desk) -> None:
    desk.page.show_section(desk.page.notes)
    desk.page.focus_content()
    desk.type("Last words")
    desk.press(Qt.Key.Key_Escape)
    assert desk.back == [True]
    assert desk.detail.notes == "Last words"


def test_trash_leaves_and_the_page_can_restore(desk: Desk) -> None:
    id = desk.page.application_id
    desk.carry_out("trash")
    assert desk.said == ["Moved “Backend Engineer” to Trash"]
    assert desk.back == [True]
    assert desk.page._trashed.isVisible()
    desk.page._restore()
    desk.settle()
    assert desk.page.application_id == id
    assert not desk.page._trashed.isVisible()


def test_an_application_deleted_elsewhere_is_left(desk: Desk) -> None:
    applications.trash(desk.store, [desk.page.application_id])
    applications.empty_trash(desk.store)
    desk.settle()
    assert desk.back == [True]
    assert list(desk.page.handlers()) == ["back"]


def test_neighbours(desk: Desk) -> None:
    other = add_application(desk.store, NewApplication(title="Baker"))
    assert "next_application" not in desk.page.handlers()
    desk.page.set_neighbours(None, other, "1 of 2 in Saved")
    assert desk.page.top.text.text() == "1 of 2 in Saved"
    desk.carry_out("next_application")
    assert desk.wanted == [other]


def test_keys_of_the_list_do_not_trash_the_application(desk: Desk) -> None:
    desk.page.show_section(desk.page.requirements)
    desk.page.focus_content()
    desk.press(Qt.Key.Key_Delete)
    assert desk.detail.row.trashed_at is None


def test_an_application_with_a_title_only(desk: Desk) -> None:
    id = add_application(desk.store, NewApplication(title="Baker"))
    desk.page.show_application(id)
    for section in desk.page.sections:
        desk.page.show_section(section)
        desk.page.focus_content()
        desk.settle()
    assert desk.page.header.company.text() == "No company yet"


def test_the_narrow_page_has_two_tabs(desk: Desk, qtbot: QtBot) -> None:
    page = ApplicationPage(desk.session, desk.actions, compact=True)
    qtbot.addWidget(page)
    page.resize(420, 700)
    page.show_application(desk.page.application_id)
    page.show()
    QTest.qWait(1)
    assert [page.tabs.isTabVisible(at) for at in range(5)] == [True, True, False, False, False]
    page.handlers()["next_section"]()
    page.handlers()["next_section"]()
    assert page.tabs.currentIndex() == 0
    assert page.minimumSizeHint().width() <= 420


def test_a_refused_move_is_told_and_nothing_else(desk: Desk) -> None:
    screening = first_of_kind(desk.store, StageKind.SCREENING)
    stages.remove_stage(desk.store, screening.id)
    desk.page.header.move_to(screening, None)
    assert desk.failed == ["The stage “Screening” was removed. Choose another."]
    assert not desk.said
    assert desk.detail.row.stage == "Saved"
