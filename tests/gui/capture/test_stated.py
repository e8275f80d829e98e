"""Other values a posting states for a field: taken with one click."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.posting import Posting
from ats.domain.reading import Alternative, Reading
from ats.gui.capture.stated import stated_values
from ats.store.queries.records import records
from tests.gui.capture.desk import Desk
from tests.gui.capture.harbour import PAY_IN_HULL, harbour, place


def texts(desk: Desk, field: str) -> list[str]:
    return [chip.text() for chip in desk.page.form.stated[field].chips()]


def test_they_are_offered_under_their_field(desk: Desk) -> None:
    desk.page.start(harbour())
    assert texts(desk, "salary") == [PAY_IN_HULL]
    assert texts(desk, "title") == ["Pilot"]
    assert texts(desk, "company") == []
    assert not desk.page.form.stated["company"].isVisible()


def test_one_click_takes_the_other_and_offers_the_first(desk: Desk) -> None:
    desk.page.start(harbour())
    form = desk.page.form
    form.stated["salary"].chips()[0].click()
    assert (form.pay.pay().least_amount, form.pay.pay().most_amount) == (41_000, 47_000)
    assert texts(desk, "salary") == ["£48,000–55,000 a year"]
    assert desk.page.is_edited
    shown = [each.cursor.selectedText() for each in desk.page.pane.view.extraSelections()]
    assert shown == [PAY_IN_HULL]
    form.stated["salary"].chips()[0].click()
    assert form.pay.pay().least_amount == 48_000
    assert texts(desk, "salary") == [PAY_IN_HULL]


def test_what_was_taken_is_kept_with_its_words(desk: Desk) -> None:
    desk.page.start(harbour())
    desk.page.form.stated["salary"].chips()[0].click()
    desk.page.form.stated["work_mode"].chips()[0].click()
    assert desk.page.form.work_mode.value() is WorkMode.REMOTE
    desk.page.create_application()
    (posting,) = records(desk.store, Posting)
    found = json.loads(posting.reading)
    assert found["salary"]["min"] == 41_000
    assert found["spans"]["salary"] == [list(place(PAY_IN_HULL))]
    assert found["work_mode"] == "remote"
    assert "work_mode" not in found["spans"]
    assert found["alternatives"][0] == {
        "field": "salary",
        "words": PAY_IN_HULL,
        "span": list(place(PAY_IN_HULL)),
    }


@pytest.mark.parametrize(
    ("field", "words", "wanted"),
    [
        ("employment_type", "Part time", EmploymentType.PART_TIME),
        ("employment_type", "part_time", EmploymentType.PART_TIME),
        ("work_mode", "On-site", WorkMode.ONSITE),
        ("deadline", "18 December 2026", date(2026, 12, 18)),
        ("deadline", "2026-12-18", date(2026, 12, 18)),
        ("locations", "Leeds", "Leeds"),
        ("work_mode", "on the moon", None),
        ("salary", "a lot", None),
    ],
)
def test_words_become_values(field: str, words: str, wanted: object) -> None:
    reading = Reading(text="Baker", alternatives=(Alternative(field, words),))
    (stated,) = stated_values(reading, date(2026, 11, 23))[field]
    assert (stated.words, stated.value) == (words, wanted)


def test_words_that_are_no_value_only_show_their_place(desk: Desk) -> None:
    text = "Baker. We pay well."
    span = (text.index("We"), len(text))
    other = Alternative("salary", "pay well", span)
    desk.page.start(Reading(text=text, title="Baker", alternatives=(other,)))
    desk.page.form.stated["salary"].chips()[0].click()
    assert not desk.page.form.pay.pay()
    (shown,) = desk.page.pane.view.extraSelections()
    assert shown.cursor.selectedText() == "We pay well."


def test_of_very_many_the_first_are_offered_and_the_rest_counted(desk: Desk) -> None:
    others = tuple(Alternative("salary", f"{least},000 EUR a year") for least in range(40, 60))
    desk.page.start(Reading(text="Baker", title="Baker", alternatives=others))
    row = desk.page.form.stated["salary"]
    assert len(row.chips()) == 6
    shown = [each.text() for each in row.findChildren(QLabel)]
    assert "and 14 more, highlighted in the posting" in shown
