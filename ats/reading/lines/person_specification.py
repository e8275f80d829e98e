"""Takes a person specification apart that stands in one line ("Essential … Desirable …") or in
columns, so that what is essential and what is desirable each stands below its heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ats.domain.reading import Span
from ats.reading.lines.layout import Line, trimmed

_HEADING = re.compile(
    r"(?<![^\s.;:,|(–-])(?:(?P<must>Essential|ESSENTIAL)|Desirable|DESIRABLE)"
    r"(?: (?:[Cc]riteria|[Rr]equirements|[Ss]kills|[Qq]ualifications|CRITERIA))?"
    r"(?:\s?[:–-]\s*|\s+)(?=[A-Z0-9•(])"
)
_LONGEST_HEADER = 120
_LONGEST_TITLE = 30


def split_specification(text: str, lines: list[Line]) -> list[Line]:
    """The lines, those that name both kinds of demands cut at the names."""
    if "esirable" not in text and "DESIRABLE" not in text:
        return lines
    result: list[Line] = []
    columns: _Columns | None = None
    for line in lines:
        if columns and columns.holds(line):
            continue
        rows = columns.row(text, line) if columns else None
        if rows is not None:
            result += rows
            continue
        columns = _columns(text, line)
        result += [] if columns else _in_one_line(text, line)
    return result


def _in_one_line(text: str, line: Line) -> Iterator[Line]:
    found = list(_HEADING.finditer(text, line.start, line.end))
    if line.bullet or not any(m["must"] for m in found) or all(m["must"] for m in found):
        yield line
        return
    if found[0].start() > line.start:
        start, end = trimmed(text, line.start, found[0].start())
        yield replace(line, end=end, text=text[start:end])
    for match, after in pairwise([*found, None]):
        if match is None:
            break
        yield _heading(*trimmed(text, *match.span()), "Essential" if match["must"] else "Desirable")
        start, end = trimmed(text, match.end(), after.start() if after else line.end)
        yield Line(start, end, text[start:end])


def _heading(start: int, end: int, words: str) -> Line:
    return Line(start, end, words, marked=True)


class _Columns:
    """A table with a column of what is essential and one of what is desirable."""

    def __init__(self, mark: str, essential: int, desirable: int, end: int):
        self._mark, self._essential, self._desirable = mark, essential, desirable
        self._end = end

    def holds(self, line: Line) -> bool:
        """Whether the line is a part of a row that was taken already."""
        return line.end <= self._end

    def row(self, text: str, line: Line) -> list[Line] | None:
        """A row's demands, each below its heading; None where the line is no row."""
        cells = _cells(text, line, self._mark)
        if len(cells) < 2:
            return None
        self._end = cells[-1][1]
        found: list[Line] = []
        for words, number in (("Essential", self._essential), ("Desirable", self._desirable)):
            start, end = trimmed(text, *cells[number]) if number < len(cells) else (0, 0)
            if any(map(str.isalnum, text[start:end])):
                found += [_heading(start, start, words), Line(start, end, text[start:end], True)]
        return found


def _columns(text: str, line: Line) -> _Columns | None:
    """The columns that the line names, where it is the head of such a table."""
    if line.end - line.start > _LONGEST_HEADER:
        return None
    mark = next((mark for mark in "\t|" if mark in line.text), None)
    cells = _cells(text, line, mark) if mark else []
    heads = [text[slice(*cell)].strip(" *\t").casefold() for cell in cells]
    numbers = [
        next((n for n, head in enumerate(heads) if _is_title(head, word)), None)
        for word in ("essential", "desirable")
    ]
    essential, desirable = numbers
    if not mark or essential is None or desirable is None:
        return None
    return _Columns(mark, essential, desirable, cells[-1][1])


def _is_title(head: str, word: str) -> bool:
    return head.startswith(word) and len(head) <= _LONGEST_TITLE


def _cells(text: str, line: Line, mark: str) -> list[Span]:
    """The cells of the whole row, also the empty ones at its ends."""
    start = text.rfind("\n", 0, line.start) + 1
    stop = text.find("\n", line.start)
    cells: list[Span] = []
    for words in text[start : stop if stop >= 0 else len(text)].split(mark):
        cells.append((start, start + len(words)))
        start += len(words) + 1
    return cells
