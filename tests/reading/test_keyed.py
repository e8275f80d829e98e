"""Quick searches find what the patterns they stand for find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.reading.keyed import Keyed, Letters, lowered


@given(st.text(st.characters(max_codepoint=255), max_size=60))
@pytest.mark.parametrize("letter", [r"\w", "[a-zß-öø-ÿ]"])
def test_words_are_those_of_the_pattern(letter: str, text: str) -> None:
    assert Letters(letter).words(text) == re.findall(f"(?:{letter})+", text)


def test_other_alphabets_are_gaps() -> None:
    assert Letters(r"\w").words("baker—пекарь's 2nd “day”") == ["baker", "s", "2nd", "day"]


@given(st.text("İßÅa b", max_size=3000))
def test_lower_case_keeps_every_place(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert lowered(text).replace("i̇", "i") == lowered(text)


@given(st.text("ab tz.", max_size=900), st.integers(0, 900))
def test_a_word_is_found_wherever_it_stands(text: str, at: int) -> None:
    text = f"{text[:at]} Sponsor a Visa {text[at:]}"
    pattern = r"sponsor\w*\W+(?:\w+\W+)?visa"
    found = [match.span() for match in Keyed(pattern, "sponsor").finditer(text)]
    assert found == [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
