"""Which lines a place or a selection means."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ats.domain.reading import Span
from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.line_places import Chosen, chosen_at, chosen_in, whole_words
from ats.gui.capture.lines import Item

TEXT = "Bakes bread. Sells it too.\n- Gets up early\n\nA long road home"
LINES = ((0, 26), (29, 42), (44, 60))
BREAD = Item("item 0", "Bakes bread.", LineKind.DUTY, (0, 12))


def span(words: str) -> Span:
    start = TEXT.index(words)
    return (start, start + len(words))


def test_an_item_around_the_place_is_meant() -> None:
    assert chosen_at(TEXT, LINES, [BREAD], 5) == Chosen(items=(BREAD,))


def test_the_narrowest_of_several_items_is_meant() -> None:
    wide = Item("item 1", "both", LineKind.MUST, (0, 26))
    assert chosen_at(TEXT, LINES, [wide, BREAD], 5) == Chosen(items=(BREAD,))
    assert chosen_at(TEXT, LINES, [wide, BREAD], 20) == Chosen(items=(wide,))


def test_without_an_item_the_line_is_meant() -> None:
    assert chosen_at(TEXT, LINES, [], 5) == Chosen(places=((0, 26),))
    assert chosen_at(TEXT, LINES, [], 35) == Chosen(places=(span("Gets up early"),))


def test_beside_an_item_the_sentence_is_meant() -> None:
    assert chosen_at(TEXT, LINES, [BREAD], 20) == Chosen(places=(span("Sells it too."),))


def test_of_a_paragraph_the_sentence_is_meant() -> None:
    text = "We bake a lot of bread here. " * 10 + "Bring a coat. " + "It is warm inside. " * 5
    at = text.index("Bring")
    assert chosen_at(text, [(0, len(text))], [], at + 2) == Chosen(places=((at, at + 13),))


def test_an_empty_line_and_an_empty_text_mean_nothing() -> None:
    assert chosen_at(TEXT, LINES, [], 43) == Chosen()
    assert chosen_at("", [], [], 0) == Chosen()


def test_selected_words_of_a_line_are_meant_as_they_are() -> None:
    assert chosen_in(TEXT, LINES, [BREAD], span("it too")) == Chosen(places=(span("it too"),))
    assert chosen_in(TEXT, LINES, [BREAD], span("bread")) == Chosen(places=(span("bread"),))


def test_a_selected_item_is_meant_itself() -> None:
    assert chosen_in(TEXT, LINES, [BREAD], (0, 12)) == Chosen(items=(BREAD,))
    assert chosen_in(TEXT, LINES, [BREAD], (0, 11)) == Chosen(items=(BREAD,))


def test_several_lines_are_meant_one_by_one() -> None:
    chosen = chosen_in(TEXT, LINES, [BREAD], (0, len(TEXT)))
    assert chosen.items == (BREAD,)
    assert chosen.places == (span("Gets up early"), span("A long road home"))


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_places_are_words_of_the_selection(one: int, other: int) -> None:
    start, end = sorted((one, other))
    if start == end:
        return
    for left, right in chosen_in(TEXT, LINES, [], (start, end)).places:
        assert start <= left < right <= end


def test_words_of_which_a_part_is_selected_count_whole() -> None:
    text = "You bake bread, write C++ and know GitHub."

    def widened(words: str) -> str:
        start = text.index(words)
        return text[slice(*whole_words(text, (start, start + len(words))))]

    assert widened("ake bre") == "bake bread"
    assert widened("rite C") == "write C++"
    assert widened("bake") == "bake"
    assert widened("bread, ") == "bread, "
    assert widened("Hub.") == "GitHub."
    assert widened("Y") == "You"
    assert whole_words("看護師を募集", (0, 3)) == (0, 3)
