"""A review in the smallest window, with every size of text: nothing is cut off, and where posting
and form do not fit beside each other, the way between them stays open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ats.domain.money import Pay, PayPeriod
from ats.gui.capture.review_page import ReviewPage
from ats.gui.frame import LEAST_SIZE
from ats.gui.main_window import MainWindow
from ats.settings import TEXT_SCALES
from tests.gui.capture.harbour import TIDES, harbour
from tests.windows import Press

PAY = Pay.of(12_600_000, 13_200_000, "JPY", PayPeriod.YEAR)


def review(window: MainWindow, scale: float) -> ReviewPage:
    window.session.change_settings(text_scale=scale)
    window.resize(LEAST_SIZE)
    window.review_reading(replace(harbour(), pay=PAY))
    QTest.qWait(20)
    page = window.page
    assert isinstance(page, ReviewPage)
    return page


def cut_off(page: QWidget) -> list[tuple[str, str]]:
    """What is on screen and reaches beyond the sides of what it is in."""
    found = []
    for each in page.findChildren(QWidget):
        parent = each.parentWidget()
        if each.isVisible() and parent is not None and each.width():
            place = each.geometry()
            if place.left() < 0 or place.right() >= parent.width():
                found.append((type(each).__name__, type(parent).__name__))
    return found


@pytest.mark.parametrize("scale", TEXT_SCALES)
def test_nothing_is_cut_off_at_the_sides(window: MainWindow, scale: float) -> None:
    page = review(window, scale)
    assert cut_off(page) == []
    for side in (page.pane, page.body.column):
        page.body.reveal(side)
        QTest.qWait(1)
        assert side.isVisible()
        assert side.width() >= page.body.width() // 3
        assert cut_off(page) == []
    amounts = (page.form.pay.least, page.form.pay.most)
    for amount in amounts:
        assert amount.fontMetrics().horizontalAdvance(amount.text()) < amount.width() - 18


def test_both_sides_show_where_there_is_room(window: MainWindow) -> None:
    page = review(window, 1.0)
    assert page.pane.isVisible()
    assert page.body.column.isVisible()
    assert not page.body.switch.isVisible()


@pytest.fixture
def narrow(window: MainWindow) -> ReviewPage:
    return review(window, 2.0)


def test_one_side_shows_where_there_is_none(narrow: ReviewPage) -> None:
    body = narrow.body
    assert body.switch.isVisible()
    assert (body.column.isVisible(), body.pane.isVisible()) == (True, False)
    QTest.keyClick(body.switch.focusProxy(), Qt.Key.Key_Right)
    assert (body.column.isVisible(), body.pane.isVisible()) == (False, True)
    assert body.pane.view.height() > body.pane.view.fontMetrics().lineSpacing() * 3


def test_words_lead_to_their_field_on_the_other_side(narrow: ReviewPage) -> None:
    narrow.form.company.setFocus()
    narrow.handlers()["next_place"]()
    assert narrow.pane.view.isVisible()
    narrow.pane.view.mark_chosen.emit("company")
    assert QApplication.focusWidget() is narrow.form.company


def test_keys_label_lines_on_either_side(
    window: MainWindow, narrow: ReviewPage, press: Press
) -> None:
    narrow.body.reveal(narrow.pane)
    view = narrow.pane.view
    view.setFocus()
    cursor = view.document().find(TIDES)
    cursor.setPosition(cursor.selectionStart())
    view.setTextCursor(cursor)
    QTest.qWait(1)
    press("M")
    assert TIDES in [item.text for item in narrow.sections.asked.model.items]
    press("F6", "F6", "F6")
    assert narrow.isAncestorOf(QApplication.focusWidget())


def test_what_is_asked_for_shows_its_side(narrow: ReviewPage) -> None:
    narrow.body.reveal(narrow.pane)
    narrow.form.pay.least.setText("lots")
    narrow.form.pay.least.setModified(True)
    narrow.create_application()
    assert QApplication.focusWidget() is narrow.form.pay.least
    narrow.body.reveal(narrow.pane)
    narrow.handlers()["add_requirement"]()
    assert QApplication.focusWidget() is narrow.sections.adding
