"""Filters, saved views, and what the page says when nothing is left."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ats.commands.importing import import_plan, plan_import
from ats.commands.next_actions import set_next_action
from ats.domain.application import WorkMode
from ats.domain.money import Pay, PayPeriod
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.gui.applications.filter_words import Facet
from ats.gui.applications.look import View
from ats.gui.applications.page import ApplicationsPage
from ats.gui.applications.popups import AmountPopup, TextPopup
from tests.gui.applications.desk import Desk

Key = Qt.Key


def two(desk: Desk) -> tuple[int, int]:
    """A baker who works remotely for 50,000 and a miller on site."""
    pay = Pay.of(45_000, 50_000, "EUR", PayPeriod.YEAR)
    baker = desk.add("Baker", work_mode=WorkMode.REMOTE, pay=pay, tags=("bread",))
    miller = desk.add(
        "Miller", "Applied", work_mode=WorkMode.ONSITE, posting_text="Grain and flour"
    )
    return baker, miller


def counts(desk: Desk) -> str:
    return desk.page.filters.counts()


def test_at_first_there_is_a_way_to_start(desk: Desk) -> None:
    desk.page.focus_content()

    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.text() == "Paste posting"  # type: ignore[attr-defined]
    assert not desk.page.filters.isVisible()
    desk.add("Baker")
    assert desk.page.board.isVisible()


def test_filtering_as_you_type(desk: Desk, qtbot: QtBot) -> None:
    two(desk)
    desk.page.handlers()["find"]()
    field = desk.page.header.field
    assert field.hasFocus()

    qtbot.keyClicks(field, "flour")
    qtbot.waitUntil(lambda: desk.titles("Applied") == ["Miller"] and desk.titles("Saved") == [])
    assert counts(desk) == "1 open · 1 hidden"

    desk.press(Key.Key_Down)
    assert desk.column("Applied").cards.hasFocus()

    field.setFocus()
    desk.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: desk.titles("Saved") == ["Baker"])


def test_what_a_file_brought_can_be_asked_for(desk: Desk) -> None:
    two(desk)
    plan = plan_import(desk.store, b"Company,Role\nCrumb,Brewer\n", "search.csv")
    batch = import_plan(desk.store, plan).batch_id
    assert batch is not None
    desk.settle()
    menu = desk.page.filters.menu_of(Facet.IMPORT)
    assert menu is not None
    (entry,) = menu.actions()
    assert entry.text() == "search.csv on 23 Nov"
    entry.trigger()
    desk.settle()
    assert [chip.text() for chip in desk.page.filters.chips()] == [
        "Imported from search.csv on 23 Nov"
    ]
    assert desk.titles("Saved") == ["Brewer"]
    assert counts(desk) == "1 open · 2 hidden"
    desk.store.undo()
    desk.settle()
    assert [chip.text() for chip in desk.page.filters.chips()] == ["Imported from a removed import"]


def test_when_nothing_matches(desk: Desk) -> None:
    two(desk)
    desk.page.set_look(replace(desk.page.look(), filter=ApplicationFilter(words="zebra")))
    desk.settle()

    assert desk.page.empty_sentence() == "No applications match. 2 are hidden by filters."
    desk.carry_out("clear_filters")
    desk.settle()
    assert desk.titles("Saved") == ["Baker"]
    assert "clear_filters" not in desk.page.handlers()


def test_chips_tell_and_remove_filters(desk: Desk) -> None:
    two(desk)
    desk.page.filters.chosen.emit(
        ApplicationFilter(pay_at_least=45_000, work_modes=(WorkMode.REMOTE, WorkMode.HYBRID))
    )
    desk.settle()
    chips = desk.page.filters.chips()
    assert [chip.text() for chip in chips] == ["Pay at least 45k", "Remote or hybrid"]
    assert desk.titles("Applied") == []

    chips[0].setFocus()
    desk.press(Key.Key_Delete)

    assert [chip.text() for chip in desk.page.filters.chips()] == ["Remote or hybrid"]
    assert desk.page.filters.add_button.hasFocus()


def test_filters_are_added_from_the_menu(desk: Desk) -> None:
    two(desk)

    desk.page.filters.add_button.click()
    desk.pick("Tag", "bread")

    assert desk.page.look().filter == ApplicationFilter(tags=("bread",))
    assert [chip.text() for chip in desk.page.filters.chips()] == ["Tag: bread"]
    desk.page.filters.chips()[0].clicked.emit()
    desk.pick("bread")
    assert not desk.page.look().filter


def test_the_least_pay_is_asked_for(desk: Desk) -> None:
    two(desk)
    popup = desk.page.filters.ask_pay()
    assert isinstance(popup, AmountPopup)

    popup.line.setText("much")
    popup.try_answer()
    assert popup.field.warning() == "That isn’t an amount. Try 75,000 or 75k."
    popup.line.setText("48k")
    popup.try_answer()
    desk.settle()

    assert desk.page.look().filter.pay_at_least == 48_000
    assert desk.titles("Saved") == ["Baker"]


def test_what_needs_action_is_counted(desk: Desk) -> None:
    baker, _ = two(desk)
    set_next_action(desk.store, baker, "Call", desk.store.today())
    desk.settle()

    assert counts(desk) == "2 open · 1 needs action today"
    desk.page.filters.chosen.emit(ApplicationFilter(needs_action=True))
    desk.settle()
    assert [facet for facet, _ in desk.page.filters.facets] == [Facet.NEEDS_ACTION]
    assert desk.titles("Applied") == []


def test_a_view_is_saved_applied_renamed_and_removed(desk: Desk) -> None:
    two(desk)
    look = replace(
        desk.page.look(),
        filter=ApplicationFilter(words="bak"),
        sort=SortKey.PAY,
        descending=True,
    )
    desk.page.set_look(look)
    popup = desk.page.views.ask_name()
    popup.line.setText("Bread")
    popup.try_answer()
    desk.settle()
    assert desk.said == ["Saved view Bread"]
    button = desk.page.filters.views_button
    assert button.text() == "Bread"
    desk.carry_out("clear_filters")
    assert button.text() == "Views"

    desk.page.filters.views_button.click()
    desk.pick("Bread")
    assert desk.page.look().filter.words == "bak"
    assert (desk.page.look().sort, desk.page.look().descending) == (SortKey.PAY, True)
    assert desk.page.header.field.text() == "bak"

    desk.page.filters.views_button.click()
    assert [each.text() for each in desk.menu().actions() if each.isChecked()] == ["Bread"]
    desk.pick("Rename", "Bread…")
    renamed = QApplication.activePopupWidget()
    assert isinstance(renamed, TextPopup)
    renamed.line.setText("Bakeries")
    renamed.try_answer()
    desk.settle()
    assert [view.name for view in desk.page.views.all()] == ["Bakeries"]

    desk.page.filters.views_button.click()
    desk.pick("Remove", "Bakeries")
    assert desk.page.views.all() == []
    desk.undo()
    assert [view.name for view in desk.page.views.all()] == ["Bakeries"]


def test_the_page_comes_back_as_it_was_left(desk: Desk) -> None:
    _, miller = two(desk)
    desk.page.set_look(
        replace(desk.page.look(), view=View.TABLE, filter=ApplicationFilter(words="mill"))
    )
    desk.choose(miller)
    desk.page.flush()

    desk.put(ApplicationsPage(desk.session, desk.actions))
    desk.settle()

    assert desk.page.table.isVisible()
    assert desk.table_titles() == ["Miller"]
    assert desk.page.current_ids() == [miller]


def test_typing_is_not_taken_away_by_a_refresh(desk: Desk, qtbot: QtBot) -> None:
    two(desk)
    field = desk.page.header.field
    qtbot.keyClicks(field, "mil")

    desk.page.refresh()

    assert field.text() == "mil"
    desk.page.flush()
    assert desk.page.look().filter.words == "mil"
