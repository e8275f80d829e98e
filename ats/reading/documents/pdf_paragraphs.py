"""Joins the lines of a PDF to paragraphs again. A line goes on in the next where its words would
not have fitted, or where the next begins in the middle of a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ats.reading.documents.pdf_lines import Line

_SPACE = 0.25  # of a letter's height
_NEAR = 1.4  # times the usual way from line to line; more begins a paragraph
_SAME_SIZE = 0.07
_INDENT = 0.8  # of a letter's height
_FIRST_INDENT = 4.0
_TELLING_LINES = 6
_TELLING_SIGNS = 30
_BREAKS = 0.08  # of the lines that go on; words with a hyphen of their own are rarer there
_FILLED = 0.55  # of the width: a line that goes on is not shorter
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_GOES_ON = re.compile(r"[(\[“\"‘']?[a-zß-ÿ0-9&]")
_ENDS = re.compile(r"[.!?:;][”\"')\]]*$")
_IS_OPEN = re.compile(
    r"(?:[,&/(]|\b(?:and|or|the|an?|of|to|in|with|for|by|our|your|und|oder|mit|och|et|y))$"
)
_FIRST_PARTS = frozenset(
    """all anti client cost cross customer cutting data day decision detail end entry fast first
    five follow forward four front full goal hands hard high industry key large lead long low
    market medium mid mission multi next non off one open part people performance post problem
    project quality real remote result results right self semi senior short single small state
    strong team third three time top two user value well work world""".split()
)
"""What often stands before a hyphen that belongs to the word."""


def paragraphs_of(blocks: Sequence[Sequence[Line]]) -> str:
    """The text of blocks of lines: a paragraph, heading or item each ends with a line break, and
    an empty line stands where there was room, and before headings."""
    near = _NEAR * _usual_way(blocks)
    written = _Written(_words(blocks), _breaks_words(blocks))
    for block in blocks:
        edges = _edges(block)
        first: Line | None = None  # of the paragraph
        above: Line | None = None
        for line in block:
            if first is None or above is None:
                first = _after_break(written, line)
            elif _goes_on(first, above, line, _edge(edges, above), near):
                written.join(line)
            else:
                written.begin(line, _between(above, line, near))
                first = line
            above = line
    return "".join(written.parts)


class _Written:
    """What is written so far."""

    def __init__(self, words: Counter[str], breaks_words: bool) -> None:
        self.parts: list[str] = []
        self._words, self._breaks_words = words, breaks_words

    def begin(self, line: Line, between: str) -> None:
        mark = f"{line.mark} " if line.mark else ""
        self.parts.append((between if self.parts else "") + mark + line.text)

    def join(self, line: Line) -> None:
        """Go on with the last paragraph; a word that was broken becomes whole."""
        if line.mark:
            self.parts.append(f" {line.mark}")
        last = self.parts[-1]
        broken, rest = _BROKEN.search(last), _WORD.match(line.text)
        if broken and rest:
            keeps = self._keeps_hyphen(broken, rest[0])
            self.parts[-1] = last if keeps else last[:-1]
            self.parts.append(line.text)
        else:
            self.parts.append(" " + line.text)

    def _keeps_hyphen(self, broken: re.Match[str], right: str) -> bool:
        """Whether a hyphen at the end of a line belongs to the word. How the word stands
        elsewhere tells; else what is usual, and whether the page breaks words at all."""
        left, words = broken[1].casefold(), self._words
        if broken[0].endswith("\u00ad"):
            return False
        whole, apart = words[left + right.casefold()], words[f"{left}-{right.casefold()}"]
        if whole != apart:
            return apart > whole
        if not self._breaks_words or not right[0].islower() or left in _FIRST_PARTS:
            return True
        return len(right) > 3 and words[left] > 0 and words[right.casefold()] > 0

    def is_open(self) -> bool:
        """Whether the last words cannot be the end of a paragraph."""
        return bool(self.parts) and not _ENDS.search(self.parts[-1])


def _after_break(written: _Written, line: Line) -> Line:
    """Begin a column or a page; a sentence may run on from the one before."""
    if not line.mark and line.text[:1].islower() and written.is_open():
        written.join(line)
    else:
        written.begin(line, "\n\n")
    return line


def _goes_on(first: Line, above: Line, line: Line, edge: float, near: float) -> bool:
    """Whether a line goes on with the paragraph that began with `first`."""
    if (line.mark and not _is_dash(above, line)) or line.table or above.table:
        return False
    if above.base - line.base > near * above.size or above.bold != line.bold:
        return False
    if abs(above.size - line.size) > _SAME_SIZE * above.size:
        return False
    if not _is_aligned(first, above, line):
        return False
    if above.right + _SPACE * above.size + line.first > edge:
        return True
    filled = (above.right - above.start) / max(1.0, edge - above.start)
    if (edge < float("inf") and filled <= _FILLED) or _ENDS.search(above.text):
        return False
    return bool(_GOES_ON.match(line.text) or _IS_OPEN.search(above.text))


def _is_dash(above: Line, line: Line) -> bool:
    """Whether a dash at the start of a line stands inside a sentence and begins no item."""
    inside = line.mark in ("–", "—") and above.mark != line.mark and line.text[:1].islower()
    return inside and abs(line.start - above.left) < above.size and not _ENDS.search(above.text)


def _is_aligned(first: Line, above: Line, line: Line) -> bool:
    """Whether a line begins where the next one of a paragraph does."""
    indent = (line.start - above.left) / above.size
    if above is not first:
        return abs(indent) < _INDENT or _is_centred(above, line)
    if first.mark:
        return line.start >= first.start - 1 and indent < _INDENT
    return -_FIRST_INDENT < indent < _INDENT or _is_centred(above, line)


def _is_centred(above: Line, line: Line) -> bool:
    return abs((above.left + above.right) - (line.left + line.right)) < above.size


def _between(above: Line, line: Line, near: float) -> str:
    """What stands between two paragraphs: items of a list stand close."""
    if (above.mark and line.mark) or (above.table and line.table):
        return "\n"
    apart = above.base - line.base > near * above.size
    heading = (line.bold and not above.bold) or line.size > above.size * (1 + _SAME_SIZE)
    return "\n\n" if apart or heading or above.base < line.base else "\n"


def _breaks_words(blocks: Sequence[Sequence[Line]]) -> bool:
    """Whether hyphens stand at line ends more often than words have them."""
    ends = [
        bool(_BROKEN.search(above.text))
        for block in blocks
        for above, line in pairwise(block)
        if _GOES_ON.match(line.text) and not line.mark
    ]
    return sum(ends) > _BREAKS * len(ends)


def _usual_way(blocks: Sequence[Sequence[Line]]) -> float:
    """From line to line inside a paragraph, in heights of a letter: nearly the least there is."""
    ways = sorted(
        (above.base - line.base) / above.size
        for block in blocks
        for above, line in pairwise(block)
        if 0.7 * above.size < above.base - line.base < 2.5 * above.size
    )
    return ways[len(ways) // 10] if ways else 1.05


def _edges(block: Sequence[Line]) -> dict[int, list[float]]:
    """Where lines of each size of letters end."""
    edges: dict[int, list[float]] = {}
    for line in block:
        edges.setdefault(round(line.size), []).append(line.right)
    return edges


def _edge(edges: dict[int, list[float]], line: Line) -> float:
    """How far to the right such lines go; without bound where a few short ones don't tell."""
    sizes = (round(line.size) - 1, round(line.size), round(line.size) + 1)
    ends = [end for size in sizes for end in edges.get(size, ())]
    tells = len(ends) >= _TELLING_LINES or len(line.text) >= _TELLING_SIGNS
    return max(ends) if tells else float("inf")


def _words(blocks: Sequence[Sequence[Line]]) -> Counter[str]:
    """How often each word stands inside the lines; what is broken at their ends doesn't count."""
    return Counter(word.casefold() for block in blocks for line in block for word in _whole(line))


def _whole(line: Line) -> Iterator[str]:
    found = [match[0] for match in _WORD.finditer(line.text)]
    return iter(found[1:-1] if _BROKEN.search(line.text) else found[1:])
