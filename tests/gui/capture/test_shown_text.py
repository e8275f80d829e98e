"""The map between the stored posting and what the view shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from ats.gui.posting.shown_text import ShownText

PIECES = st.sampled_from(["a", "Zoë", " ", "\n", "\r\n", "\r", "😀", "募集", "• ", "\u2028", "\t"])
TEXTS = st.lists(PIECES, max_size=30).map("".join)


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@st.composite
def shown_with_places(draw: st.DrawFn) -> tuple[str, list[int], int, int]:
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    breaks = draw(st.lists(place, max_size=8))
    start, end = sorted((draw(place), draw(place)))
    return text, breaks, start, end


def visible(text: str) -> str:
    """A text without its line breaks, however they are written."""
    return "".join(text.split("\r\n")).translate(dict.fromkeys(map(ord, "\r\n\u2029")))


@given(shown_with_places())
def test_a_span_shows_the_same_words(case: tuple[str, list[int], int, int]) -> None:
    text, breaks, start, end = case
    shown = ShownText(text, breaks, set(breaks[::2]))
    left, right = shown.to_shown((start, end))
    raw = shown.text.encode("utf-16-le", "surrogatepass")[2 * left : 2 * right]
    halves = text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n"
    if not halves:
        assert visible(raw.decode("utf-16-le", "surrogatepass")) == visible(text[start:end])


@given(shown_with_places())
def test_there_and_back_is_the_same_place(case: tuple[str, list[int], int, int]) -> None:
    text, breaks, start, end = case
    shown = ShownText(text, breaks, set(breaks[::2]))
    halves = text[start - 1 : start + 1] == "\r\n" or text[end - 1 : end + 1] == "\r\n"
    if not halves:
        assert shown.to_stored(shown.to_shown((start, end))) == (start, end)


@given(shown_with_places())
def test_places_keep_their_order_and_stay_inside(case: tuple[str, list[int], int, int]) -> None:
    text, breaks, start, end = case
    shown = ShownText(text, breaks, set(breaks[::2]))
    left, right = shown.to_shown((start, end))
    assert 0 <= left <= right <= shown.units == units(shown.text)
    back = [shown.to_stored((place, place))[0] for place in range(shown.units + 1)]
    assert back == sorted(back)
    assert back[0] == 0
    assert back[-1] == len(text)


@given(shown_with_places())
def test_added_breaks_are_the_only_difference(case: tuple[str, list[int], int, int]) -> None:
    text, breaks, _, _ = case
    shown = ShownText(text, breaks, set(breaks[::2]))
    assert visible(shown.text) == visible(text)


@pytest.mark.usefixtures("qapp")
@given(shown_with_places())
def test_qt_counts_the_same_units(case: tuple[str, list[int], int, int]) -> None:
    text, breaks, _, _ = case
    shown = ShownText(text, breaks, set(breaks[::2]))
    document = QTextDocument()
    document.setPlainText(shown.text)
    assert document.characterCount() == shown.units + 1


def test_a_break_stays_outside_the_span_before_it() -> None:
    shown = ShownText("servicesWhat You Do", [8])
    assert shown.text == "services\nWhat You Do"
    assert shown.to_shown((0, 8)) == (0, 8)
    assert shown.to_shown((8, 12)) == (9, 13)
