"""Answers about short texts are remembered, and long texts are not kept."""

from __future__ import annotations

import gc
import weakref

from ats.reading.lines.layout import sentences
from ats.reading.remembered import LONGEST, remembered


class Text(str):
    """A text that tells when nobody holds it any more."""

    __slots__ = ("__weakref__",)


def test_a_long_text_is_let_go() -> None:
    asked = []

    @remembered(8)
    def length(text: str) -> int:
        asked.append(len(text))
        return len(text)

    for _ in range(2):
        assert length("a" * LONGEST) == LONGEST
        long = Text("a" * (LONGEST + 1))
        held = weakref.ref(long)
        assert length(long) == LONGEST + 1
        del long
        gc.collect()
        assert held() is None
    assert asked == [LONGEST, LONGEST + 1, LONGEST + 1]


def test_sentences_are_told_wherever_they_stand() -> None:
    line = "You bake bread, e.g. rolls. You like it. Ask Dr. Crumb!"
    for before in ("", "Bakery\n", "We are a bakery in a small town.\n" * 90):
        text = before + line + "\nAnd more."
        span = (len(before), len(before) + len(line))
        assert [text[slice(*each)] for each in sentences(text, span)] == [
            "You bake bread, e.g. rolls.",
            "You like it.",
            "Ask Dr. Crumb!",
        ]
