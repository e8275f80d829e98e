"""Puts the letters of a PDF page into words and rows. Pure geometry: a PDF knows only signs and
their places, and often not even the spaces."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ats.reading.documents.pdf_letters import Dot, Letter

BULLET = "•"
KNOWN_MARKS = frozenset("•●▪◦‣○■□➢➤►▶✓✔✅❖⁃∙·*-–—✗✘✕❌")
"""Signs before an item that stay as they are; others, of a font of symbols, become a bullet."""

# All of these in heights of a letter.
_SAME_LINE = 0.4  # between the lines that two letters stand on
_SPACE = 0.15  # beyond what is usual between the letters of the row
_GUTTER = 1.25  # more than a space in a justified line
_MARK_REACH = 3.0  # from a bullet to its words
_MARK_HEIGHT = 0.6  # of the middle of a bullet above the line
_TWICE = 0.12  # letters drawn twice to look bold

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_NUMBER = re.compile(r"\(?\d{1,2}[.)]$")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_TURNED_BACK = re.compile(r"[\d.,:/%+-]*\d")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together in a row; `mark` is the bullet before them, and `start` where
    that stands, or the words where there is none."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    mark: str = ""
    start: float = 0.0


def rows_of(letters: Sequence[Letter], dots: Sequence[Dot]) -> list[list[Piece]]:
    """The rows of a page from the top, each with its pieces from left to right."""
    rows = []
    sorted_dots = sorted(dots, key=lambda dot: dot.middle)
    heights = [dot.middle for dot in sorted_dots]
    for line in _lines(letters):
        low = min(letter.base for letter in line)
        high = max(letter.base + _MARK_HEIGHT * letter.size for letter in line)
        beside = sorted_dots[bisect_left(heights, low) : bisect_right(heights, high)]
        pieces = _marked(list(_pieces(line)), beside)
        if pieces:
            rows.append(pieces)
    return rows


def _lines(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Letters by the line they stand on, from the top, each line from the left."""
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda one: -one.base):
        if line and line[0].base - letter.base > _SAME_LINE * max(line[0].size, letter.size):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(letter)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _pieces(line: list[Letter]) -> Iterator[Piece]:
    """Words apart from the next ones by more than a space."""
    usual = _usual_gap(line)
    signs: list[str] = []
    first = last = None
    spaced = False
    for letter in line:
        if letter.sign.isspace():
            spaced = True
            continue
        if last is not None and first is not None:
            if letter.sign == last.sign and letter.left - last.left < _TWICE * letter.size:
                continue
            gap = (letter.left - last.right - usual) / max(last.size, letter.size)
            apart = spaced or gap > _SPACE
            if gap > _GUTTER or (apart and _is_mark("".join(signs[:5]))):
                yield _piece(signs, first, last)
                signs, first = [], letter
            elif apart:
                signs.append(" ")
        first, last, spaced = first or letter, letter, False
        signs.append(letter.sign)
    if first is not None and last is not None:
        yield _piece(signs, first, last)


def _usual_gap(line: list[Letter]) -> float:
    """What stands between letters of one word: nothing, or more in spaced writing."""
    gaps = [
        right.left - left.right
        for left, right in pairwise(line)
        if not left.sign.isspace() and not right.sign.isspace()
    ]
    return max(0.0, min(median(gaps), line[0].size / 2)) if len(gaps) > 4 else 0.0


def _piece(signs: list[str], first: Letter, last: Letter) -> Piece:
    text = "".join(signs).translate(_LIGATURES)
    if _RIGHT_TO_LEFT.search(text):
        text = _TURNED_BACK.sub(lambda found: found[0][::-1], text[::-1])
    text = text[:-1].replace("\u00ad", "") + text[-1:]
    bold = first.bold and last.bold
    return Piece(text, first.left, last.right, first.base, first.size, bold, "", first.left)


def _marked(pieces: list[Piece], dots: Sequence[Dot]) -> list[Piece]:
    """The pieces with their bullets: alone before the words, with them, or drawn."""
    found: list[Piece] = []
    alone: Piece | None = None
    for piece in pieces:
        if alone is not None and piece.left - alone.right <= _MARK_REACH * piece.size:
            found.append(_after_mark(alone, piece))
            alone = None
            continue
        if alone is not None:
            found.append(alone)
        alone = piece if _is_mark(piece.text) else None
        if alone is None:
            found.append(_with_mark(piece, dots))
    if alone is not None:
        found.append(alone)
    return [clean for piece in found if (clean := _cleaned(piece)).text]


def _after_mark(mark: Piece, piece: Piece) -> Piece:
    """The words with their mark; a small o may be a word itself."""
    if mark.text == "o" and not piece.text[:1].isupper():
        return replace(piece, text=f"o {piece.text}", left=mark.left, start=mark.left)
    return replace(piece, mark=_mark(mark.text), start=mark.left)


def _with_mark(piece: Piece, dots: Sequence[Dot]) -> Piece:
    for dot in dots:
        if _stands_before(dot, piece):
            return replace(piece, mark=BULLET, start=dot.left)
    return piece


def _stands_before(dot: Dot, piece: Piece) -> bool:
    above = (dot.middle - piece.base) / piece.size
    gap = (piece.left - dot.right) / piece.size
    return 0 <= above <= _MARK_HEIGHT and 0.1 <= gap <= 2 and dot.height < 0.6 * piece.size


def _is_mark(text: str) -> bool:
    if _NUMBER.match(text) or text in KNOWN_MARKS or text in ("o", "»", "›"):
        return True
    return len(text) == 1 and unicodedata.category(text) in ("So", "Co", "Sm")


def _mark(text: str) -> str:
    return text if text in KNOWN_MARKS or _NUMBER.match(text) else BULLET


def _cleaned(piece: Piece) -> Piece:
    """Without the signs of fonts of pictures, which say nothing elsewhere."""
    if not any("\ue000" <= sign <= "\uf8ff" for sign in piece.text):
        return piece
    text = re.sub("[\ue000-\uf8ff]", "", piece.text)
    return replace(piece, text=" ".join(text.split()))
