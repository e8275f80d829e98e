"""The board: walked, rearranged by keyboard and by dragging, and put back by undo."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from ats.domain.stage import Outcome, StageKind
from ats.gui.applications.column_list import ColumnList
from ats.gui.applications.move_popup import MovePopup
from ats.gui.applications.popups import AddPopup, TextPopup
from ats.store.queries.applications import application_row
from tests.gui.applications.desk import Desk

Key = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def three(desk: Desk, stage: str = "Saved") -> list[int]:
    """Three applications from the top: One, Two, Three."""
    ids = [desk.add(title, stage) for title in ("Three", "Two", "One")]
    return ids[::-1]


def test_cards_stand_in_the_columns_of_their_stages(desk: Desk) -> None:
    three(desk)
    desk.add("Other", "Applied")

    assert desk.titles("Saved") == ["One", "Two", "Three"]
    assert desk.titles("Applied") == ["Other"]
    assert desk.column("Saved").cards.accessibleName() == "Saved, 3 applications"


def test_a_card_is_moved_on_another_day(desk: Desk) -> None:
    (id, *_) = three(desk)
    desk.choose(id)
    desk.press(Key.Key_M, CTRL_SHIFT)
    desk.pick("On date…")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, MovePopup)
    assert popup.stage.currentText() == "Applied"
    popup.day.setText("20 Nov")
    popup.day.setModified(True)
    popup.try_answer()
    desk.settle()
    assert desk.titles("Applied") == ["One"]
    assert desk.said == ["Moved “One” to Applied on 20 Nov"]

    desk.press(Key.Key_M, CTRL_SHIFT)
    desk.pick("On date…")
    asked = QApplication.activePopupWidget()
    assert isinstance(asked, MovePopup)
    asked.stage.setCurrentIndex(asked.stage.findText("Applied"))
    asked.day.set_date(date(2026, 11, 19))
    asked.try_answer()
    desk.settle()
    assert desk.said[1:] == ["“One” is at Applied since 19 Nov"]
    row = application_row(desk.store, id)
    assert row is not None
    assert row.applied_on == date(2026, 11, 19)


def test_only_one_card_is_under_the_pointer(desk: Desk) -> None:
    first, second = desk.add("One"), desk.add("Two", "Applied")
    saved, applied = desk.column("Saved").cards, desk.column("Applied").cards
    bare = saved.viewport().grab().toImage()

    def point_at(cards: ColumnList, id: int) -> None:
        at = QPointF(cards.card_rect(id).center())
        for kind in (QEvent.Type.HoverEnter, QEvent.Type.HoverMove):
            event = QHoverEvent(kind, at, at, QPointF(-1, -1))
            QApplication.sendEvent(cards.viewport(), event)

    point_at(saved, first)
    assert saved.viewport().grab().toImage() != bare
    point_at(applied, second)
    assert saved.viewport().grab().toImage() == bare


def test_the_models_keep_the_rules_of_qt(desk: Desk) -> None:
    ids = three(desk)
    testers = [QAbstractItemModelTester(each.model) for each in desk.page.board.columns]

    desk.choose(ids[1])
    desk.press(Key.Key_Right, CTRL_SHIFT)
    desk.press(Key.Key_Delete)
    desk.undo()
    desk.undo()

    assert len(testers) == 6
    assert desk.titles("Saved") == ["One", "Two", "Three"]


def test_moving_to_the_next_stage_takes_the_keyboard_along(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[1])

    desk.press(Key.Key_Right, CTRL_SHIFT)

    assert desk.titles("Applied") == ["Two"]
    assert desk.column("Applied").cards.hasFocus()
    assert desk.column("Applied").cards.current_id() == ids[1]
    assert desk.said == ["Moved “Two” to Applied"]

    desk.press(Key.Key_Right, CTRL_SHIFT)
    desk.press(Key.Key_Left, CTRL_SHIFT)

    assert desk.titles("Applied") == ["Two"]


def test_undo_returns_a_card_to_its_column_and_place(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[1])
    desk.press(Key.Key_Right, CTRL_SHIFT)

    desk.undo()

    assert desk.titles("Saved") == ["One", "Two", "Three"]
    assert desk.titles("Applied") == []
    assert desk.page.current_ids() == [ids[1]]


def test_several_move_together_and_keep_their_order(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[0], ids[2])

    desk.press(Key.Key_Right, CTRL_SHIFT)

    assert desk.titles("Applied") == ["One", "Three"]
    assert desk.said == ["Moved 2 applications to Applied"]


def test_the_last_open_stage_asks_for_the_outcome(desk: Desk) -> None:
    id = desk.add("Only", "Offer")
    desk.add("Another", "Applied")
    desk.choose(id)

    desk.press(Key.Key_Right, CTRL_SHIFT)
    assert desk.titles("Offer") == ["Only"]
    desk.pick("Accepted")

    row = application_row(desk.store, id)
    assert row is not None
    assert (row.stage_kind, row.outcome) == (StageKind.CLOSED, Outcome.ACCEPTED)
    assert desk.said == ["Moved “Only” to Closed: Accepted"]


def test_a_card_that_goes_out_of_sight_hands_on_to_its_neighbour(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[1])

    desk.press(Key.Key_M, CTRL_SHIFT)
    desk.pick("Closed", "Withdrawn")

    assert desk.titles("Saved") == ["One", "Three"]
    assert desk.page.current_ids() == [ids[2]]
    assert desk.keyboard is desk.column("Saved").cards


def test_arrows_walk_across_columns_and_remember_the_row(desk: Desk) -> None:
    saved = three(desk)
    applied = desk.add("Lonely", "Applied")
    offers = three(desk, "Offer")
    desk.choose(saved[1])

    desk.press(Key.Key_Right)
    assert desk.page.current_ids() == [applied]
    desk.press(Key.Key_Right)
    assert desk.page.current_ids() == [offers[1]]
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Left)
    assert desk.page.current_ids() == [saved[2]]
    assert desk.column("Saved").cards.hasFocus()


def test_typing_ahead_finds_a_card(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[0])

    desk.press(Key.Key_T)

    assert desk.page.current_ids() == [ids[1]]


def test_enter_opens_and_space_peeks(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[0])

    desk.press(Key.Key_Return)
    desk.press(Key.Key_Space)

    assert (desk.opened, desk.peeked) == ([ids[0]], [ids[0]])


def test_alt_and_arrows_reorder(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[0])

    desk.press(Key.Key_Down, ALT)
    assert desk.titles("Saved") == ["Two", "One", "Three"]
    desk.press(Key.Key_Down, ALT)
    assert desk.titles("Saved") == ["Two", "Three", "One"]
    desk.press(Key.Key_Down, ALT)
    desk.press(Key.Key_Up, ALT)
    assert desk.titles("Saved") == ["Two", "One", "Three"]
    assert desk.page.current_ids() == [ids[0]]


def test_delete_needs_no_dialog_and_selects_the_next(desk: Desk) -> None:
    ids = three(desk)
    desk.choose(ids[0])

    desk.press(Key.Key_Delete)

    assert desk.titles("Saved") == ["Two", "Three"]
    assert desk.page.current_ids() == [ids[1]]
    assert desk.said == ["Moved “One” to Trash"]
    desk.undo()
    assert desk.titles("Saved") == ["One", "Two", "Three"]


def test_f2_renames(desk: Desk) -> None:
    desk.choose(desk.add("Old"))

    desk.press(Key.Key_F2)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, TextPopup)
    popup.line.setText("New")
    popup.try_answer()
    desk.settle()

    assert desk.titles("Saved") == ["New"]
    assert desk.keyboard is desk.column("Saved").cards


def test_a_card_is_dropped_into_another_column(desk: Desk) -> None:
    saved = three(desk)
    applied = [desk.add(title, "Applied") for title in ("Second", "First")][::-1]

    event = desk.drop([saved[1]], "Applied", above=applied[1])

    assert desk.titles("Applied") == ["First", "Two", "Second"]
    assert event.isAccepted()
    assert event.dropAction() == Qt.DropAction.CopyAction
    desk.undo()
    assert desk.titles("Saved") == ["One", "Two", "Three"]
    assert desk.titles("Applied") == ["First", "Second"]


def test_several_cards_are_dropped_below_all(desk: Desk) -> None:
    saved = three(desk)
    desk.add("First", "Applied")

    desk.drop([saved[0], saved[2]], "Applied")

    assert desk.titles("Applied") == ["First", "One", "Three"]
    assert desk.said == ["Moved 2 applications to Applied"]


def test_a_card_is_dropped_within_its_column(desk: Desk) -> None:
    ids = three(desk)

    desk.drop([ids[2]], "Saved", above=ids[0])

    assert desk.titles("Saved") == ["Three", "One", "Two"]
    assert desk.said == []


def test_dropping_on_the_closed_strip_asks_for_the_outcome(desk: Desk) -> None:
    ids = three(desk)
    strip = desk.column("Closed").strip

    desk.drop_on(strip, [ids[0]], QPoint(10, 100))
    desk.pick("Rejected")

    row = application_row(desk.store, ids[0])
    assert row is not None
    assert row.outcome is Outcome.REJECTED
    assert desk.column("Closed").is_collapsed


def test_the_closed_stage_expands_and_collapses(desk: Desk) -> None:
    desk.add("Done", "Closed")
    closed = desk.column("Closed")

    closed.strip.opened.emit()
    assert not closed.is_collapsed
    closed.button.click()
    assert closed.is_collapsed


def test_adding_into_a_column(desk: Desk) -> None:
    desk.add("First", "Applied")

    desk.column("Screening").button.click()
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, AddPopup)
    popup.try_answer()
    assert popup.title_field.warning() == "Enter a role title or a company."
    popup.title_line.setText("Baker")
    popup.company_line.setText("Kestrel")
    popup.try_answer()
    desk.settle()

    assert desk.titles("Screening") == ["Baker"]
    assert desk.said == ["Added “Baker” to Screening"]


def test_the_menu_offers_what_the_keys_do(desk: Desk) -> None:
    desk.choose(desk.add("Baker"))
    menu = desk.page._asks.context_menu(QPoint(0, 0))

    texts = [action.text().replace("&", "") for action in menu.actions() if action.text()]

    assert texts[:5] == [
        "Open",
        "Peek",
        "Move to next stage",
        "Move to previous stage",
        "Move to stage",
    ]
    desk.pick("Move to stage", "Offer")
    assert desk.titles("Offer") == ["Baker"]


def test_a_card_is_spoken_whole(desk: Desk) -> None:
    desk.add("Baker", company="Kestrel")
    index = desk.column("Saved").model.index(0, 0)

    spoken = index.data(int(Qt.ItemDataRole.AccessibleTextRole))

    assert spoken == "Baker, Kestrel, Saved"


def test_a_renamed_stage_keeps_its_column(desk: Desk) -> None:
    from ats.commands.stages import add_stage, rename_stage

    desk.add("Baker")
    rename_stage(desk.store, desk.stage("Saved").id, "Wishes")
    desk.settle()
    assert desk.titles("Wishes") == ["Baker"]

    add_stage(desk.store, "Homework", StageKind.SCREENING)
    desk.settle()
    assert [each.stage.name for each in desk.page.board.columns][3] == "Homework"
    assert desk.titles("Wishes") == ["Baker"]
