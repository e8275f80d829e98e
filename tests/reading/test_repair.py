"""Text that was read with a wrong encoding, or that still has its tags, is read all the same;
places stay those of the text as pasted."""

from __future__ import annotations

import pytest

from ats.domain.reading import Reading
from ats.reading import read_text
from ats.reading.lines.repair import repaired


def misread(words: str) -> str:
    return words.encode("utf-8").decode("cp1252", errors="strict")


def stood(reading: Reading) -> list[str]:
    return [reading.text[a:b] for a, b in (item.span for item in reading.items)]


RIGHT = "Requirements\n• Bachelor’s degree in café management\n• Ability to say “no” – politely"


def test_misread_text_is_shown_right() -> None:
    wrong = RIGHT.encode("utf-8").decode("latin-1")
    reading = read_text(wrong)
    assert reading.text == wrong
    assert [item.text for item in reading.items] == [
        "Bachelor’s degree in café management",
        "Ability to say “no” – politely",
    ]
    again = [part.encode("latin-1").decode("utf-8") for part in stood(reading)]
    assert again == [item.text for item in reading.items]


def test_misread_as_windows_text() -> None:
    words = "Youâ€™ll need:\n- A degree in cafÃ© management, or youâ€™ve run one"
    reading = read_text(words)
    assert [item.text for item in reading.items] == [
        "A degree in café management, or you’ve run one"
    ]
    assert stood(reading) == ["A degree in cafÃ© management, or youâ€™ve run one"]


def test_misread_twice() -> None:
    fixed, ways = repaired(misread(misread("the baker’s café and the miller’s")))
    assert fixed == "the baker’s café and the miller’s"
    assert len(ways) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Café Zoë, Ångström & Söhne, São Paulo, NÃO",
        "Ä” is a letter, and Â a hat",
        "price: 5 € · 20 °C · naïve",
        "a < b and c > d",
        "R&D; AT&T",
    ],
)
def test_right_text_stays(words: str) -> None:
    assert repaired(words) == (words, [])


def test_tags_left_in_the_text() -> None:
    words = (
        "<p>Requirements</p><ul><li>Knowledge of <b>fish</b> &amp; chips</li>"
        "<li>Experience with vinegar</li></ul>"
    )
    reading = read_text(words)
    assert [item.text for item in reading.items] == [
        "Knowledge of fish & chips",
        "Experience with vinegar",
    ]
    assert stood(reading) == ["Knowledge of <b>fish</b> &amp; chips", "Experience with vinegar"]
