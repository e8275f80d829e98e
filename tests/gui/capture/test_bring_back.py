"""Leaving a review that was changed: nothing of it is lost without a word."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ats.gui.capture.clipboard import Pasted
from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.review_page import BY_HAND, FROM_POSTING
from ats.gui.capture.sources import Source
from tests.gui.capture.desk import POSTING, Desk, wait_until_read

Offers = list[tuple[str, str, Callable[[], None]]]
OTHER = "Ferry pilot\n\nRequirements:\n- A licence for boats\n- Knots\n"


def offers_of(desk: Desk) -> Offers:
    found: Offers = []
    desk.session.offered.connect(lambda *offer: found.append(offer))
    return found


def change(desk: Desk) -> None:
    """Change a title, pay, a tick and a kind, and begin to type a requirement."""
    page = desk.page
    page.form.title.setText("Baker")
    page.form.pay.least.setText("52k")
    page.form.pay.least.setModified(True)
    page.form.link.setText("https://example.org/baker")
    model, rows = page.sections.lines, page.sections.asked.list
    first = model.items[0]
    rows.go_to(first.key)
    rows.toggle(rows.currentIndex())
    model.relabel([model.items[1].key], LineKind.NICE)
    page.sections.adding.setText("A warm hand")


def test_cancel_offers_a_changed_review_back_whole(desk: Desk, paste: Callable[..., None]) -> None:
    offers = offers_of(desk)
    paste(POSTING)
    change(desk)
    values, items = desk.page.form.values(), desk.page.sections.lines.items
    desk.page.cancel()
    assert desk.back == [True]
    ((sentence, words, bring_back),) = offers
    assert (sentence, words) == ("Nothing was created.", "Bring back")
    assert desk.page.form.values() != values
    bring_back()
    assert desk.page.form.values() == values
    assert values["pay"].least_amount == 52_000
    assert desk.page.sections.lines.items == items
    assert desk.page.sections.adding.text() == "A warm hand"
    assert "What You Will Do:" in desk.page.pane.view.toPlainText()
    assert desk.page.is_edited
    desk.page.create_application()
    assert len(desk.created) == 1


def test_a_review_left_as_it_was_read_is_not_offered(
    desk: Desk, paste: Callable[..., None]
) -> None:
    offers = offers_of(desk)
    paste(POSTING)
    desk.page.cancel()
    desk.page.start_empty()
    desk.page.cancel()
    assert offers == []


def test_another_posting_over_a_changed_review_offers_it_back(
    desk: Desk, paste: Callable[..., None], qtbot: QtBot
) -> None:
    offers = offers_of(desk)
    paste(POSTING)
    change(desk)
    desk.page.take(Pasted((Source(text=OTHER),)))
    wait_until_read(desk, qtbot)
    assert desk.page.form.title.text() != "Baker"
    ((sentence, _, bring_back),) = offers
    assert sentence == "Put “Baker” aside. It isn’t created."
    bring_back()
    assert desk.page.form.title.text() == "Baker"


def test_another_posting_over_several_leaves_them_waiting(
    desk: Desk, paste: Callable[..., None], qtbot: QtBot
) -> None:
    offers = offers_of(desk)
    paste(POSTING, OTHER)
    change(desk)
    desk.page.take(Pasted((Source(text=OTHER),)))
    wait_until_read(desk, qtbot)
    assert desk.page.form.title.text() != "Baker"
    assert offers == []
    desk.page.bring_back_earlier()
    assert desk.page.form.title.text() == "Baker"
    assert desk.page.footer.text().startswith("Posting 1 of 2.")
    desk.page.create_application()
    wait_until_read(desk, qtbot)
    assert "Knots" in desk.page.pane.view.toPlainText()


def test_escape_in_the_line_for_a_requirement_only_leaves_it(
    desk: Desk, paste: Callable[..., None], qtbot: QtBot
) -> None:
    paste(POSTING)
    line = desk.page.sections.adding
    line.setFocus()
    QTest.keyClicks(line, "Kind to cats")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert desk.back == []
    assert line.text() == "Kind to cats"
    assert not line.hasFocus()
    assert desk.page.isAncestorOf(QApplication.focusWidget())


def test_the_title_of_the_page_follows_what_it_is_for(
    desk: Desk, paste: Callable[..., None]
) -> None:
    desk.page.start_empty()
    assert desk.page.title == BY_HAND
    paste(POSTING)
    assert desk.page.title == FROM_POSTING


def test_asking_for_a_new_application_again_keeps_what_was_typed(
    desk: Desk, paste: Callable[..., None]
) -> None:
    offers = offers_of(desk)
    desk.page.start_empty()
    desk.page.form.title.setText("Baker")
    desk.page.start_empty()
    assert desk.page.form.title.text() == "Baker"
    assert offers == []
    paste(POSTING)
    offers[-1][2]()
    assert desk.page.form.title.text() == "Baker"
    assert desk.page.title == BY_HAND
