"""Lines that may ask for something, and postings in which nothing was recognised."""

from __future__ import annotations

import json
from dataclasses import replace

from ats.domain.posting import Posting, Requirement
from ats.domain.reading import Reading
from ats.gui.capture.line_sections import NONE_BUT_UNSORTED, NONE_FOUND, UNSORTED
from ats.gui.capture.marks import MarkKind
from ats.store.queries.records import records
from tests.gui.capture.desk import Desk
from tests.gui.capture.harbour import LICENCE, NIGHT, RADIO, TIDES, harbour, place


def test_unsorted_lines_have_a_part_of_their_own(desk: Desk) -> None:
    desk.page.start(harbour())
    section = desk.page.sections.unsorted
    assert [item.text for item in section.model.items] == [TIDES, NIGHT]
    assert section.isVisible()
    assert (section.count_text(), section.sentence()) == ("2 lines", UNSORTED)
    assert section.y() > desk.page.sections.asked.y()
    assert MarkKind.UNSORTED in desk.page.pane.legend.kinds()


def test_without_such_lines_there_is_none(desk: Desk) -> None:
    desk.page.start(replace(harbour(), unsorted=()))
    assert not desk.page.sections.unsorted.isVisible()
    assert MarkKind.UNSORTED not in desk.page.pane.legend.kinds()


def test_they_are_no_requirements_until_somebody_says_so(desk: Desk) -> None:
    desk.page.start(harbour())
    desk.page.create_application()
    assert {item.text for item in records(desk.store, Requirement)} == {LICENCE, RADIO}
    (posting,) = records(desk.store, Posting)
    assert json.loads(posting.reading)["unsorted"] == [list(place(TIDES)), list(place(NIGHT))]


def test_nothing_recognised_is_said_with_what_to_do(desk: Desk) -> None:
    desk.page.start(Reading(text="Come aboard.", title="Pilot"))
    assert desk.page.sections.asked.sentence() == NONE_FOUND
    desk.page.start(replace(harbour(), items=()))
    assert desk.page.sections.asked.sentence() == NONE_BUT_UNSORTED
    desk.page.start(harbour())
    assert desk.page.sections.asked.sentence() == ""


def test_by_hand_nothing_is_missing(desk: Desk) -> None:
    desk.page.start_empty()
    assert desk.page.sections.asked.sentence() == ""
    assert desk.page.sections.benefits.count_text() == ""
