"""The benefits kept with a posting, on the application's page."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QLabel

from ats.commands.applications import NewApplication, add_application
from ats.gui.application.posting_places import read_benefits
from ats.gui.controls.buttons import IconButton
from ats.store.queries.application import application_detail
from tests.gui.application.desk import Desk

TEXT = "Baker\n\nWe offer\n- Free bread\n- A warm room\n"
BREAD = (TEXT.index("Free"), TEXT.index("Free") + 10)


def show(desk: Desk, reading: str) -> list[str]:
    new = NewApplication(title="Baker", posting_text=TEXT, reading=reading)
    desk.page.show_application(add_application(desk.store, new))
    desk.page.show_section(desk.page.overview)
    desk.settle()
    benefits = desk.page.overview.benefits
    return [each.text() for each in benefits.findChildren(QLabel)] if benefits.isVisible() else []


def test_they_are_listed_and_lead_to_their_words(desk: Desk) -> None:
    reading = {"benefits": ["Free bread", "A raise"], "spans": {"benefits": [list(BREAD)]}}
    assert show(desk, json.dumps(reading)) == ["Benefits", "Free bread", "A raise"]
    (mark,) = desk.page.overview.benefits.findChildren(IconButton)
    mark.click()
    assert desk.page.overview.posting.text.marked() == (BREAD,)


def test_without_benefits_nothing_is_shown(desk: Desk) -> None:
    assert show(desk, "{}") == []
    assert show(desk, json.dumps({"benefits": "bread"})) == []


def test_of_several_places_the_ones_with_its_words_are_its_own(desk: Desk) -> None:
    again = (TEXT.index("A warm"), TEXT.index("A warm") + 11)
    found = {"benefits": ["free bread.", "A warm room"], "spans": {"benefits": [BREAD, again]}}
    new = NewApplication(title="Baker", posting_text=TEXT, reading=json.dumps(found))
    detail = application_detail(desk.store, add_application(desk.store, new))
    assert detail is not None
    assert read_benefits(detail.posting) == (
        ("free bread.", (BREAD,)),
        ("A warm room", (again,)),
    )
