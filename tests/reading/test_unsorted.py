"""Lines that may ask for something and were given no place."""

from __future__ import annotations

from itertools import pairwise

from ats.reading import read_text


def places(words: str) -> list[str]:
    reading = read_text(words)
    spans = list(reading.unsorted)
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    taken = [item.span for item in reading.items]
    assert not any(a < d and c < b for a, b in spans for c, d in taken)
    return [reading.text[a:b] for a, b in spans]


def test_a_demand_among_other_words_is_shown() -> None:
    words = (
        "Our team\nEveryone here should be able to read a tide table and handle a small boat.\n\n"
        "Requirements\n- Experience with ropes\n- Knowledge of knots\n- Ability to swim\n- Patience"
    )
    reading = read_text(words)
    asked = [item.text for item in reading.items]
    assert any("tide table" in text for text in [*asked, *places(words)])


def test_what_has_its_place_is_not_shown_again() -> None:
    assert places("Requirements\n- Experience with ropes\n- Knowledge of knots") == []


def test_words_about_the_company_are_not_shown() -> None:
    assert places("Tidewell was founded in 1987 and insures boats in eleven countries.") == []


def test_there_is_a_most() -> None:
    lines = "\n\n".join(
        f"Nr {n}: the harbour {n} team may need an able hand with experience." for n in range(200)
    )
    assert len(places(lines)) <= 40
