"""Requirements by keyboard: status, words, evidence; and what stays while the store changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ats.commands import evidence, requirements
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.gui.application.evidence_card import EvidenceForm
from ats.gui.application.requirement_rows import KindHeading
from ats.gui.application.requirements import Requirements
from ats.gui.posting.laid_out import laid_out
from tests.gui.application.desk import ITEMS, POSTING, Desk, backend_engineer, focus, place_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(desk: Desk) -> Requirements:
    desk.page.show_section(desk.page.requirements)
    desk.page.focus_content()
    desk.settle()
    return desk.page.requirements


def statuses(desk: Desk) -> list[str]:
    return [item.requirement.status.value for item in desk.detail.requirements]


def test_the_first_requirement_is_inspected(tab: Requirements) -> None:
    assert tab.inspector.text.text() == ITEMS[0][0]
    headings = [row.text for row in tab.list.rows.records if isinstance(row, KindHeading)]
    assert headings == ["Must have", "What you will do"]


def test_keys_set_the_status_and_the_counts_follow(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_2)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_3)
    assert statuses(desk) == ["strong", "partial", "gap"]
    assert tab.summary.title.text() == "2 of 3 covered"
    assert desk.page.tabs.tabText(1) == "Requirements  2/3"
    desk.press(Qt.Key.Key_0)
    assert statuses(desk)[2] == "to_assess"
    desk.undo()
    assert statuses(desk)[2] == "gap"
    assert not tab.inspector.plan.isHidden()


def test_the_same_keys_type_figures_in_a_text(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_Return)
    assert focus() is tab.inspector.talking_point
    desk.type("10 years, 3 teams")
    tab.flush()
    assert desk.detail.requirements[0].requirement.talking_point == "10 years, 3 teams"
    assert statuses(desk) == ["to_assess"] * 3


def test_several_at_once(desk: Desk, tab: Requirements) -> None:
    tab.list.selectAll()
    desk.press(Qt.Key.Key_1)
    assert statuses(desk) == ["strong"] * 3
    assert desk.store.undo_label == "Mark as strong"


def test_ctrl_enter_commits_and_goes_on(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_Return)
    desk.type("First")
    desk.press(Qt.Key.Key_Return, CTRL)
    assert tab.inspector.text.text() == ITEMS[1][0]
    assert focus() is tab.inspector.talking_point
    desk.type("Second")
    desk.press(Qt.Key.Key_Return, CTRL)
    points = [item.requirement.talking_point for item in desk.detail.requirements]
    assert points == ["First", "Second", ""]
    desk.press(Qt.Key.Key_Return, CTRL)
    assert focus() is tab.list


def test_escape_goes_from_the_field_to_the_list_and_then_back(
    desk: Desk, tab: Requirements
) -> None:
    desk.press(Qt.Key.Key_Return)
    desk.type("Words")
    desk.press(Qt.Key.Key_Escape)
    assert focus() is tab.list
    assert desk.detail.requirements[0].requirement.talking_point == "Words"
    assert not desk.back
    desk.press(Qt.Key.Key_Escape)
    assert desk.back == [True]


def test_refresh_leaves_what_is_being_typed(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_Return)
    desk.type("Half a sent")
    assert tab.inspector.saved.text.text() == "Saving…"
    other = desk.detail.requirements[2].id
    requirements.set_status(desk.store, [other], RequirementStatus.GAP)
    desk.settle()
    assert tab.inspector.talking_point.text() == "Half a sent"
    assert statuses(desk)[2] == "gap"
    desk.type("ence")
    tab.flush()
    assert desk.detail.requirements[0].requirement.talking_point == "Half a sentence"
    assert tab.inspector.saved.text.text() == "All changes saved"


def test_what_is_taken_back_at_once_is_seen_to_be(desk: Desk, tab: Requirements) -> None:
    """A change and its undo that come to the page together leave it as it was before both."""
    desk.press(Qt.Key.Key_Return)
    desk.type("Said")
    tab.flush()
    desk.undo()
    assert desk.detail.requirements[0].requirement.talking_point == ""
    assert tab.inspector.talking_point.text() == ""


def test_a_pause_saves(desk: Desk, tab: Requirements, qtbot: QtBot) -> None:
    desk.press(Qt.Key.Key_Return)
    desk.type("Said")
    qtbot.waitUntil(
        lambda: desk.detail.requirements[0].requirement.talking_point == "Said", timeout=3000
    )
    desk.undo()
    assert desk.detail.requirements[0].requirement.talking_point == ""
    assert tab.inspector.talking_point.text() == ""


def test_the_words_can_be_changed_but_not_emptied(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_F2)
    assert focus() is tab.inspector.text
    desk.type("Five years")
    tab.flush()
    assert desk.detail.requirements[0].requirement.text == "Five years"
    tab.inspector.text.selectAll()
    desk.press(Qt.Key.Key_Delete)
    tab.flush()
    assert desk.detail.requirements[0].requirement.text == "Five years"
    assert tab.inspector.text.text() == "Five years"


def test_delete_removes_and_undo_brings_back(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_Delete)
    assert [item.requirement.text for item in desk.detail.requirements] == [
        text for text, _ in ITEMS[1:]
    ]
    assert desk.said == ["Removed requirement"]
    assert tab.inspector.text.text() == ITEMS[1][0]
    desk.undo()
    assert len(desk.detail.requirements) == 3


def test_requirements_are_added_by_hand(desk: Desk, tab: Requirements) -> None:
    desk.carry_out("add_requirement")
    assert focus() is tab.new.text
    desk.type("A driving licence")
    tab.new.kind.set_value(RequirementKind.NICE)
    desk.press(Qt.Key.Key_Return)
    found = desk.detail.requirements[2].requirement
    assert (found.text, found.kind) == ("A driving licence", RequirementKind.NICE)
    assert found.span_start is None
    assert focus() is tab.new.text
    assert tab.inspector.text.text() == "A driving licence"
    assert tab.inspector.origin.text() == "added by you"
    desk.press(Qt.Key.Key_Escape)
    assert tab.new.isHidden()
    assert not desk.back


def test_words_selected_in_the_posting_become_a_requirement(desk: Desk) -> None:
    desk.page.show_section(desk.page.overview)
    view = desk.page.overview.posting.text
    start, end = place_of(" at Confluent")
    cursor = view.textCursor()
    first, last = laid_out(POSTING).shown.to_shown((start, end))
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    desk.carry_out("add_requirement")
    found = [item.requirement for item in desk.detail.requirements][2]
    assert found.text == "at Confluent"
    assert POSTING[found.span_start : found.span_end] == "at Confluent"
    assert desk.said == ["Added requirement “at Confluent”"]


def test_show_in_posting(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_Down)
    tab.inspector.show_place.click()
    desk.settle()
    assert desk.page.tabs.currentIndex() == 0
    (span,) = desk.page.overview.posting.text.marked()
    assert POSTING[slice(*span)] == ITEMS[1][0]
    (mark,) = desk.page.overview.posting.text.extraSelections()
    assert mark.cursor.selectedText() == ITEMS[1][0]


def test_evidence_is_found_and_attached(desk: Desk, tab: Requirements) -> None:
    for title in ("Ledger rewrite", "On-call handbook", "Rate limiter talk"):
        evidence.add_evidence(desk.store, title)
    desk.carry_out("attach_evidence")
    picker = tab.inspector.evidence.picker
    QTest.keyClicks(picker.line, "hand")
    assert [picker.list.item(row).text() for row in range(picker.list.count())] == [
        "On-call handbook\nused in 0 applications",
        "Write “hand”",
    ]
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    desk.settle()
    assert [item.title for item in desk.detail.requirements[0].evidence] == ["On-call handbook"]
    assert len(tab.inspector.evidence.cards) == 1
    tab.inspector.evidence.cards[0].detach_wanted.emit(desk.detail.requirements[0].evidence[0].id)
    desk.settle()
    assert not desk.detail.requirements[0].evidence
    desk.undo()
    assert len(desk.detail.requirements[0].evidence) == 1


def test_evidence_written_here_serves_another_application(desk: Desk, tab: Requirements) -> None:
    other = backend_engineer(desk.store)
    tab.inspector.evidence.write_new("Ledger")
    form = desk.form(EvidenceForm)
    assert form.title.text() == "Ledger"
    form.story.setPlainText("Owned it for three years.")
    form.accept()
    desk.settle()
    item = desk.detail.requirements[0].evidence[0]
    desk.page.show_application(other)
    desk.settle()
    evidence.attach_evidence(desk.store, desk.detail.requirements[1].id, item.id)
    desk.settle()
    tab.list.select(desk.detail.requirements[1].id)
    tab.inspector.evidence.cards[0].change_wanted.emit(item.id)
    form = desk.form(EvidenceForm)
    form.place.setText("Tidewater Bank")
    form.accept()
    desk.settle()
    desk.page.show_application(1)
    assert desk.detail.requirements[0].evidence[0].place == "Tidewater Bank"


def test_a_form_keeps_what_was_typed_when_it_cannot_be_saved(desk: Desk, tab: Requirements) -> None:
    tab.inspector.evidence.write_new("")
    form = desk.form(EvidenceForm)
    form.story.setPlainText("A long story")
    form.accept()
    assert form.isVisible()
    assert form.problem.text() == "Evidence needs a title."
    assert form.story.toPlainText() == "A long story"
    form.reject()


def test_the_selection_survives_a_change_elsewhere(desk: Desk, tab: Requirements) -> None:
    desk.press(Qt.Key.Key_Down)
    first = desk.detail.requirements[0].id
    requirements.edit_requirement(desk.store, first, text="Changed elsewhere")
    desk.settle()
    assert tab.inspector.text.text() == ITEMS[1][0]
    assert len(tab.list.selected_ids()) == 1
