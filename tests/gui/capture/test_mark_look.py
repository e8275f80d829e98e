"""Kinds of words that share a style of line are told apart by their grounds, by everybody.

The matrices are those of Machado, Oliveira and Fernandes (2009) for a full loss of one kind of
cone; the distance is that of CIE 1976.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication

from ats.gui.capture.mark_look import mark_look
from ats.gui.capture.marks import MarkKind
from ats.gui.theme import DARK, LIGHT, Scheme, Theme, Tokens
from tests.gui.capture.desk import Desk

_LEAST = 10.0
_SIGHT = {
    "full": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ = ((0.4339, 0.3762, 0.1899), (0.2126, 0.7152, 0.0722), (0.0177, 0.1095, 0.8729))
_WITH_GROUND = [kind for kind in MarkKind if kind not in (MarkKind.UNSORTED, MarkKind.REPEAT)]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("sight", _SIGHT)
@pytest.mark.usefixtures("desk")
def test_kinds_with_the_same_line_have_grounds_apart(tokens: Tokens, sight: str) -> None:
    for one, other in combinations(_WITH_GROUND, 2):
        if mark_look(one).underlineStyle() == mark_look(other).underlineStyle():
            seen = [
                _lab(tokens.colour(f"mark_{kind.name.lower()}"), sight) for kind in (one, other)
            ]
            apart = sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5
            assert apart >= _LEAST, (one, other)


def test_every_kind_has_a_line_where_grounds_are_not_seen(qapp: QApplication, desk: Desk) -> None:
    Theme.install(qapp, Scheme.LIGHT, reduced_motion=True, high_contrast=True)
    lines = [mark_look(kind).underlineStyle() for kind in _WITH_GROUND]
    assert QTextCharFormat.UnderlineStyle.NoUnderline not in lines
    Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    assert mark_look(MarkKind.MUST).underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline


def _lab(colour: str, sight: str) -> tuple[float, float, float]:
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = [min(1.0, max(0.0, part)) for part in _times(_SIGHT[sight], linear)]
    x, y, z = (_root(part) for part in _times(_XYZ, seen))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _root(part: float) -> float:
    return float(part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116)
