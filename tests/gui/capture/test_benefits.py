"""Benefits in the review, and what is kept of them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ats.domain.money import Pay, PayPeriod
from ats.domain.posting import Posting, Requirement
from ats.gui.capture.line_kinds import LineKind
from ats.store.queries.records import records
from tests.gui.capture.desk import Desk
from tests.gui.capture.harbour import BOOTS, CABIN, LICENCE, TIDES, harbour, place


def kept(desk: Desk) -> dict[str, Any]:
    """What is kept of the reading, once the application is created."""
    desk.page.create_application()
    (posting,) = records(desk.store, Posting)
    found = json.loads(posting.reading)
    assert isinstance(found, dict)
    return found


def test_benefits_are_listed_with_their_words(desk: Desk) -> None:
    desk.page.start(harbour())
    items = desk.page.sections.benefits.model.items
    assert [(item.text, item.span) for item in items] == [
        (BOOTS, place(BOOTS)),
        (CABIN, place(CABIN)),
    ]
    assert desk.page.sections.benefits.count_text() == "2 found"


def test_benefits_as_read_are_kept_as_read(desk: Desk) -> None:
    desk.page.start(harbour())
    found = kept(desk)
    assert found["benefits"] == [BOOTS, CABIN]
    assert found["spans"]["benefits"] == [list(place(BOOTS)), list(place(CABIN))]


def test_corrections_are_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.page.start(harbour())
    lines, rows = desk.page.sections.lines, desk.page.sections.benefits.list
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "A cabin")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(rows.hasFocus)
    lines.relabel(["unsorted 0"], LineKind.BENEFIT)
    desk.page.sections.adding_benefit.setText("Free tea")
    found = kept(desk)
    assert found["benefits"] == [TIDES, "A cabin", "Free tea"]
    assert found["spans"]["benefits"] == [list(place(TIDES)), list(place(CABIN))]
    assert place(TIDES) not in [tuple(span) for span in found["unsorted"]]


def test_a_benefit_that_is_said_again_has_both_places(desk: Desk) -> None:
    again = place("A licence for large ships", 1)
    reading = harbour()
    spans = reading.spans | {"benefits": (place(LICENCE), again)}
    desk.page.start(replace(reading, items=(), benefits=(LICENCE,), spans=spans))
    (item,) = desk.page.sections.benefits.model.items
    assert (item.span, item.also) == (place(LICENCE), (again,))
    assert kept(desk)["spans"]["benefits"] == [list(place(LICENCE)), list(again)]


def test_a_requirement_that_is_a_benefit_is_kept_as_one(desk: Desk) -> None:
    desk.page.start(harbour())
    desk.page.sections.lines.relabel(["item 0"], LineKind.BENEFIT)
    found = kept(desk)
    assert LICENCE in found["benefits"]
    assert [item["text"] for item in found["requirements"]] == ["Calm on the radio."]
    assert LICENCE not in {item.text for item in records(desk.store, Requirement)}


def test_values_changed_by_hand_are_kept_without_words(desk: Desk) -> None:
    desk.page.start(harbour())
    desk.page.form.company.setText("Gannet Ports")
    found = kept(desk)
    assert found["company"] == "Gannet Ports"
    assert "company" not in found["spans"]
    assert found["spans"]["title"] == [list(place("Harbour pilot"))]
    assert found["salary"] == Pay.of(48_000, 55_000, "GBP", PayPeriod.YEAR).plain()


def test_without_a_posting_there_is_no_place_for_benefits(desk: Desk) -> None:
    desk.page.start_empty()
    desk.page.form.more_button.click()
    rows = desk.page.sections.asked.list
    desk.page.sections.adding.setText("Bread")
    desk.page.sections.adding.enter()
    rows.setFocus()
    assert not desk.page.sections.benefits.isVisible()
    assert "label_nice" in desk.page.handlers()
    assert "label_benefit" not in desk.page.handlers()
    menu = rows.menu()
    assert "Benefit\tB" not in [action.text() for action in menu.actions()]
    menu.deleteLater()
    desk.page.start(harbour())
    assert desk.page.sections.benefits.isVisible()
    assert "label_benefit" in desk.page.handlers()
