"""Reviewing a posting: what is shown, changed and in the end created."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ats.commands.applications import NewApplication, add_application
from ats.commands.stages import move
from ats.domain.posting import Posting, Requirement, RequirementKind
from ats.domain.stage import Outcome
from ats.gui.capture.clipboard import Pasted
from ats.gui.capture.form_controls import WordsLine
from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.marks import MarkKind
from ats.gui.capture.sources import Source
from ats.store.queries.applications import application_row, applications
from ats.store.queries.records import records
from ats.store.queries.stages import stages
from tests.gui.capture.desk import POSTING, Desk, wait_until_read

Paste = Callable[..., None]
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a key where the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def select(desk: Desk, words: str) -> None:
    view = desk.page.pane.view
    view.setTextCursor(view.document().find(words))


def test_a_posting_is_shown_with_its_breaks_back(desk: Desk, paste: Paste) -> None:
    paste(POSTING)
    lines = desk.page.pane.view.toPlainText().split("\n")
    assert "What You Will Do:" in lines
    assert "• Build services that deliver bread" in lines


def test_unknown_stays_empty_and_is_asked_for(desk: Desk, paste: Paste) -> None:
    paste(POSTING)
    form = desk.page.form
    assert form.title.text() == ""
    assert form.title.hasFocus()
    assert form.pay.pay().least_amount == 50_000
    assert form.deadline.date() is None
    assert form.control("title").accessibleDescription().startswith("No title in the text.")


def test_words_are_shown_with_single_spaces(qapp: QApplication) -> None:
    line = WordsLine()
    line.show_text("Senior  Backend\u00a0 Engineer ")
    assert line.text() == "Senior Backend Engineer"


def test_repeats_are_merged_counted_and_explained(desk: Desk, paste: Paste) -> None:
    paste(POSTING)
    texts = [item.text for item in desk.page.sections.lines.items]
    assert len(texts) == len(set(texts))
    words = desk.page.sections.asked.count_text()
    assert words.startswith("2 found, 2 of what you will do, ")
    assert "repeated line" in words
    assert MarkKind.REPEAT in desk.page.pane.legend.kinds()


def test_pasted_titled_and_created_by_keyboard_only(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste(POSTING)
    QTest.keyClicks(QApplication.focusWidget(), "Baker")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (row,) = applications(desk.store)
    assert desk.created == [row.id]
    assert desk.said == ["Added “Baker”"]
    assert (row.title, row.stage) == ("Baker", "Saved")
    (posting,) = records(desk.store, Posting)
    assert posting.text == POSTING
    assert json.loads(posting.reading)["salary"]["min"] == 50_000
    for item in records(desk.store, Requirement):
        assert item.span_start is not None
        words = " ".join(posting.text[item.span_start : item.span_end].split())
        assert words == item.text
    desk.store.undo()
    assert applications(desk.store) == []


def test_escape_leaves_the_store_as_it_was(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    before = desk.store.history()
    paste(POSTING)
    desk.page.form.title.setText("Baker")
    press(qtbot, Qt.Key.Key_Escape)
    assert desk.back == []
    press(qtbot, Qt.Key.Key_Escape)
    assert desk.back == [True]
    assert desk.store.history() == before
    assert applications(desk.store) == []


def test_enter_in_a_line_creates_once(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste(POSTING)
    desk.page.form.company.setText("Kestrel")
    desk.page.form.company.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert len(applications(desk.store)) == 1


def test_nothing_is_created_without_title_and_company(desk: Desk, qtbot: QtBot) -> None:
    desk.page.start_empty()
    desk.page.focus_content()
    assert not desk.page.footer.create_button.isEnabled()
    assert desk.page.footer.text() == "An application needs a role title or a company."
    press(qtbot, Qt.Key.Key_Return)
    assert applications(desk.store) == []
    QTest.keyClicks(QApplication.focusWidget(), "Baker")
    assert desk.page.footer.create_button.isEnabled()


def test_by_hand_with_two_fields_at_a_stage(desk: Desk, qtbot: QtBot) -> None:
    applied = stages(desk.store)[1]
    desk.page.start_empty(applied.id)
    desk.page.focus_content()
    assert not desk.page.form.more.isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "Baker")
    press(qtbot, Qt.Key.Key_Tab)
    assert desk.page.form.company.hasFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Kestrel")
    press(qtbot, Qt.Key.Key_Return)
    (row,) = applications(desk.store)
    assert (row.title, row.company, row.stage) == ("Baker", "Kestrel", "Applied")
    assert row.applied_on == date(2026, 11, 23)
    assert records(desk.store, Posting) == []


def test_more_shows_the_other_fields(desk: Desk) -> None:
    desk.page.start_empty()
    desk.page.form.more_button.click()
    assert desk.page.form.more.isVisible()
    assert desk.page.sections.isVisible()


def test_a_suggestion_fills_the_title(desk: Desk, paste: Paste) -> None:
    paste("We hire.\n\nBackend engineers at Kestrel work on ovens.\n\n• 3+ years of experience")
    chips = desk.page.form.suggestions.chips()
    assert chips
    chips[0].click()
    assert desk.page.form.title.text() == chips[0].text()
    assert desk.page.form.title.hasFocus()
    assert desk.page.footer.create_button.isEnabled()


def test_tab_goes_from_the_title_to_its_suggestions(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste("We hire.\n\nBackend engineers at Kestrel work on ovens.\n\n• 3+ years of experience")
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is desk.page.form.suggestions.chips()[0]
    press(qtbot, Qt.Key.Key_Return)
    assert desk.page.form.title.text() == desk.page.form.suggestions.texts()[0]
    assert applications(desk.store) == []


def test_left_out_changed_and_moved_requirements(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste(POSTING)
    rows = desk.page.sections.asked.list
    desk.page.form.title.setText("Baker")
    rows.setFocus()
    first, second = desk.page.sections.requirements()[:2]
    press(qtbot, Qt.Key.Key_Space)
    assert "1 left out" in desk.page.sections.asked.count_text()
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_N)
    current = rows.current_item()
    assert current is not None
    assert (current.text, current.kind) == (second.text, LineKind.NICE)
    press(qtbot, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "SQL, well")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    kept = {item.text: item.kind for item in records(desk.store, Requirement)}
    assert first.text not in kept
    assert kept["SQL, well"] is RequirementKind.NICE


def test_kind_letters_are_typed_in_the_editor(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste(POSTING)
    rows = desk.page.sections.asked.list
    rows.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "man c w")
    press(qtbot, Qt.Key.Key_Return)
    assert applications(desk.store) == []
    qtbot.waitUntil(lambda: any(i.text == "man c w" for i in desk.page.sections.lines.items))


def test_selected_words_become_a_requirement(desk: Desk, paste: Paste) -> None:
    paste(POSTING)
    select(desk, " We bake for cafés."[1:])
    desk.actions["add_requirement"].trigger()
    desk.page.form.title.setText("Baker")
    desk.page.create_application()
    (added,) = [
        item for item in records(desk.store, Requirement) if item.text == "We bake for cafés."
    ]
    assert POSTING[added.span_start : added.span_end] == "We bake for cafés."


def test_without_a_selection_a_requirement_is_typed(desk: Desk, qtbot: QtBot) -> None:
    desk.page.start_empty()
    desk.page.form.title.setText("Baker")
    desk.actions["add_requirement"].trigger()
    QTest.keyClicks(QApplication.focusWidget(), "Gets up early")
    press(qtbot, Qt.Key.Key_Return)
    assert applications(desk.store) == []
    QTest.keyClicks(QApplication.focusWidget(), "Likes bread")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    texts = [item.text for item in records(desk.store, Requirement)]
    assert texts == ["Gets up early", "Likes bread"]


def test_no_requirements_say_what_to_do(desk: Desk, paste: Paste) -> None:
    paste("Hello there.")
    shown = [each.text() for each in desk.page.sections.findChildren(QLabel)]
    assert "No requirements were recognised. Select words in the posting and press R." in shown


def test_a_field_points_to_its_words(desk: Desk, paste: Paste) -> None:
    paste(POSTING)
    desk.page.form.pay.least.setFocus()
    pointed = [each.cursor.selectedText() for each in desk.page.pane.view.extraSelections()]
    assert any("50,000" in words for words in pointed)


def test_clicked_words_lead_to_their_field(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste(POSTING)
    view = desk.page.pane.view
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("50,000") + 3)
    point: QPoint = view.cursorRect(cursor).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.page.form.pay.least.hasFocus()


def test_enter_on_words_leads_to_their_item(desk: Desk, paste: Paste, qtbot: QtBot) -> None:
    paste(POSTING)
    view = desk.page.pane.view
    view.setFocus()
    cursor = view.textCursor()
    cursor.setPosition(view.toPlainText().index("Knowledge of SQL") + 2)
    view.setTextCursor(cursor)
    press(qtbot, Qt.Key.Key_Return)
    item = desk.page.sections.asked.list.current_item()
    assert item is not None
    assert item.text.startswith("Knowledge of SQL")
    assert applications(desk.store) == []


def test_the_same_role_is_told_and_can_be_opened(desk: Desk, qtbot: QtBot) -> None:
    applied = stages(desk.store)[1].id
    new = NewApplication(title="Baker", company="Kestrel", stage_id=applied, on=date(2026, 11, 4))
    id = add_application(desk.store, new)
    desk.page.start_empty()
    opened: list[int] = []
    desk.session.application_wanted.connect(opened.append)
    desk.page.form.title.setText("Baker")
    desk.page.form.company.setText("kestrel")
    bar = desk.page.duplicates
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "You already track this role, applied 4 Nov."
    bar.open_button.click()
    assert opened == [id]
    bar.another_button.click()
    assert not bar.isVisible()
    desk.page.create_application()
    assert len(applications(desk.store)) == 2


def test_earlier_applications_at_the_company_are_told(desk: Desk, qtbot: QtBot) -> None:
    for title in ("Baker", "Miller"):
        id = add_application(desk.store, NewApplication(title=title, company="Kestrel"))
    closed = stages(desk.store)[-1].id
    move(desk.store, [id], closed, outcome=Outcome.REJECTED, on=date(2026, 3, 3))
    desk.page.start_empty()
    desk.page.form.company.setText("Kestrel")
    bar = desk.page.duplicates
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "Kestrel: 2 earlier applications, last rejected 3 Mar."


def test_unreadable_pay_is_not_dropped(desk: Desk, qtbot: QtBot) -> None:
    desk.page.start_empty()
    desk.page.form.more_button.click()
    desk.page.form.title.setText("Baker")
    desk.page.form.pay.least.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "a lot")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert applications(desk.store) == []
    assert desk.page.form.pay.least.hasFocus()


def test_a_typed_date_counts_without_leaving_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.page.start_empty()
    desk.page.form.more_button.click()
    desk.page.form.title.setText("Baker")
    desk.page.form.deadline.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "2026-12-24")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    row = application_row(desk.store, desk.created[0])
    assert row is not None
    assert row.deadline == date(2026, 12, 24)


def test_several_files_come_one_after_the_other(
    desk: Desk, paste: Paste, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [tmp_path / f"{name}.txt" for name in ("one", "two", "three")]
    for file in files:
        file.write_text(f"Baker {file.stem}\n\n• 3+ years of experience")
    paste(*files)
    assert desk.page.footer.text().startswith("Posting 1 of 3.")
    desk.page.form.title.setText("One")
    desk.page.create_application()
    wait_until_read(desk, qtbot)
    assert desk.page.footer.text().startswith("Posting 2 of 3.")
    assert desk.created == []
    desk.page.footer.next_button.click()
    wait_until_read(desk, qtbot)
    assert not desk.page.footer.next_button.isEnabled()
    desk.page.form.title.setText("Three")
    desk.page.create_application()
    assert desk.page.footer.text().startswith("Posting 2 of 3.")
    desk.page.cancel()
    assert {row.title for row in applications(desk.store)} == {"One", "Three"}


def test_a_file_that_cannot_be_read_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    assert desk.page.take(Pasted((Source(path=tmp_path / "gone.txt"),)))
    qtbot.waitUntil(lambda: bool(desk.failed))
    assert desk.failed[0].startswith("Couldn’t read “gone.txt”")
    assert desk.back == [True]


def test_nothing_to_read_starts_nothing(desk: Desk) -> None:
    assert not desk.page.take(Pasted(problem="There’s no text."))
    assert not desk.page.is_reading


def test_reading_can_be_stopped(desk: Desk, qtbot: QtBot) -> None:
    desk.page.take(Pasted((Source(text=POSTING * 3000),)))
    desk.page.waiting.cancel()
    assert desk.back == [True]
    qtbot.waitUntil(lambda: not desk.page.is_reading)
    assert desk.page.pane.view.toPlainText() == ""


def test_markup_in_a_posting_stays_words(desk: Desk, paste: Paste) -> None:
    words = (
        "<b>Baker</b> <img src='file:///etc/passwd'>\n\n• 3+ years of experience with <x>bread</x>"
    )
    paste(words)
    assert "<b>Baker</b>" in desk.page.pane.view.toPlainText()
    model = desk.page.sections.asked.model
    rows = range(model.rowCount())
    tips = " ".join(model.index(row).data(Qt.ItemDataRole.ToolTipRole) or "" for row in rows)
    assert "&lt;x&gt;" in tips
    assert "<x>" not in tips
    assert "<img" not in tips


def test_another_script_is_read_and_kept(desk: Desk, paste: Paste) -> None:
    text = "パン職人 😀 募集\n\n• 3年以上の経験\n"
    paste(text)
    desk.page.form.title.setText("パン職人")
    select(desk, "3年以上の経験")
    desk.page.add_requirement()
    desk.page.create_application()
    (posting,) = records(desk.store, Posting)
    spans = [
        posting.text[item.span_start : item.span_end] for item in records(desk.store, Requirement)
    ]
    assert "3年以上の経験" in spans


def test_five_megabytes_are_read_and_kept(desk: Desk, paste: Paste) -> None:
    text = (POSTING + "\n") * (5_000_000 // len(POSTING))
    paste(text)
    desk.page.form.title.setText("Baker")
    desk.page.create_application()
    (posting,) = records(desk.store, Posting)
    assert posting.text == text


def test_a_deadline_keeps_its_day_in_a_narrow_form(desk: Desk, paste: Paste) -> None:
    paste(f"{POSTING}\nApply by Wednesday 30 November 2033.")
    field = desk.page.form.deadline
    assert field.text() == "Wed 30 Nov 2033"
    cut = []
    for width in range(820, 1200, 20):
        desk.window.resize(width, 700)
        QTest.qWait(1)
        if field.cursorPositionAt(QPoint(0, field.height() // 2)) > 0:
            cut.append(width)
    assert cut == []
