"""Offsets into a posting and positions in its view name the same places."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from ats.domain.posting import Posting
from ats.gui.application.posting_places import read_spans
from ats.gui.application.posting_view import PostingText
from ats.gui.theme import Scheme, Theme

GLUED = (
    "We build tools for bakers and millers everywhere.What you will do:Design services that "
    "last.Work with other teams.Keep the systems running.What you bring:Five years of Python."
)
TEXTS = st.text(st.sampled_from("ab \n\r\té🚀漢<&"), max_size=40)


@pytest.fixture(scope="module")
def view(qapp: QApplication) -> PostingText:
    Theme.install(qapp, Scheme.LIGHT)
    return PostingText()


@given(text=TEXTS, start=st.integers(0, 40), length=st.integers(1, 40))
def test_a_place_shows_its_own_words(view: PostingText, text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)
    view.show_source(text)
    if start >= end or text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n":
        return
    view.mark([(start, end)])
    (mark,) = view.extraSelections()
    assert "".join(mark.cursor.selectedText().split()) == "".join(text[start:end].split())
    cursor = mark.cursor
    view.setTextCursor(cursor)
    chosen = view.selected()
    assert (chosen is None) == (not text[start:end].strip())
    if chosen is not None:
        words, span = chosen
        assert words == text[slice(*span)] == text[start:end].strip()
    view.mark([])


def test_lines_that_were_lost_are_shown_again(view: PostingText) -> None:
    view.show_source(GLUED)
    shown = view.toPlainText()
    assert "\n\nWhat you will do:\n" in shown
    assert "\nWork with other teams." in shown
    assert shown.replace("\n", "") == GLUED

    start = GLUED.index("Work with")
    view.mark([(start, start + 9)])
    assert view.extraSelections()[0].cursor.selectedText() == "Work with"
    assert view.find_again("other teams")
    assert view.selected() == ("other teams", (start + 10, start + 21))
    heading = view.document().find("What you will do")
    assert heading.charFormat().fontWeight() > view.font().weight()
    view.show_source("")


@pytest.mark.parametrize(
    "reading",
    ["", "[]", '{"spans": 3}', '{"spans": {"a": [[5]], "b": [[3, 2]], "c": [["x", 1]], "d": 1}}'],
)
def test_a_reading_that_makes_no_sense_has_no_places(reading: str) -> None:
    posting = Posting(
        application_id=1,
        text="words",
        captured_at=datetime(2026, 11, 2, tzinfo=UTC),
        reading=reading,
    )
    assert read_spans(posting) == {}


def test_nothing_pasted_is_taken_for_markup(view: PostingText) -> None:
    view.show_source("<b>bold</b> & <img src=x>")
    assert view.toPlainText() == "<b>bold</b> & <img src=x>"
    view.show_source("")
