"""Puts rows that stand in columns side by side into the order in which they are read. A table
of short words and their values stays in rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ats.reading.documents.pdf_rows import Piece

Row = list[Piece]
_Free = tuple[float, list[tuple[float, float]]]
_FROM, _TO = float("-inf"), float("inf")

_GUTTER = 1.0  # heights of a letter
_LEAST_ROWS = 3  # on each side
_MOST_ROWS = 400
_DEEPEST = 4
_SHORT_CELL = 28  # signs
_FAR = 1.8  # times the usual way from row to row


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows `start` to `end` that one gap goes down through; `gutter` is in its middle where they
    are columns left and right of it, None where they are a table or one column."""

    start: int
    end: int
    gutter: float | None


def blocks_of(rows: list[Row]) -> list[list[Row]]:
    """The rows in reading order, one list for each column or part of the page."""
    if len(rows) > _MOST_ROWS:
        return [rows]
    return list(_blocks(rows, _DEEPEST))


def _blocks(rows: list[Row], depth: int) -> Iterator[list[Row]]:
    plain: list[Row] = []
    at = 0
    free = [_free(row) for row in rows]
    while at < len(rows):
        band = _band(rows, free, at) if depth else _Band(at, len(rows), None)
        if band.gutter is None:
            plain += rows[at : band.end]
        else:
            if plain:
                yield plain
            plain = []
            for side in _sides(rows[band.start : band.end], band.gutter):
                yield from _blocks(side, depth - 1)
        at = band.end
    if plain:
        yield plain


def _sides(rows: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [[piece for piece in row if piece.right <= gutter] for row in rows]
    right = [[piece for piece in row if piece.right > gutter] for row in rows]
    return [row for row in left if row], [row for row in right if row]


def _band(rows: list[Row], free: list[_Free], start: int) -> _Band:
    """The longest run of rows from here that a gap divides; a single row where there is none.
    `free` is what each row leaves free."""
    gaps = [(_FROM, _TO)]
    longest, dividing = start + 1, []
    for end in range(start, len(rows)):
        gaps = _kept(gaps, free[end])
        found = [gap for gap in gaps if gap[0] > _FROM and gap[1] < _TO]
        if not gaps or (end - start >= _LEAST_ROWS and not found):
            break
        if len(rows[end]) > 1 and found:
            longest, dividing = end + 1, found
    for low, high in dividing:
        gutter = (low + high) / 2
        if _is_columns(rows[start:longest], gutter):
            return _Band(start, _grown(rows, start, longest, gutter), gutter)
    # A heading above columns is no part of them; what follows it may be.
    return _Band(start, longest if len(rows[start]) > 1 else start + 1, None)


def _free(row: Row) -> _Free:
    """The room beside and between the pieces of a row, and how wide a gap must be there."""
    edges = [_FROM, *(x for p in row for x in (p.start or p.left, p.right)), _TO]
    room = [(edges[at], edges[at + 1]) for at in range(0, len(edges), 2)]
    return _GUTTER * max(piece.size for piece in row), room


def _kept(gaps: list[tuple[float, float]], free: _Free) -> list[tuple[float, float]]:
    """What is left of vertical gaps where a row passes through them."""
    least, room = free
    kept = []
    for low, high in gaps:
        for left, right in room:
            a = left if left > low else low
            b = right if right < high else high
            if b - a >= least:
                kept.append((a, b))
    return kept


def _is_columns(rows: list[Row], gutter: float) -> bool:
    left, right = _sides(rows, gutter)
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    return not _is_table(rows, left, right, gutter)


def _is_table(rows: list[Row], left: list[Row], right: list[Row], gutter: float) -> bool:
    """Short words on the left, each with something beside it in the same row."""
    signs = median(sum(len(piece.text) for piece in row) for row in left)
    both = sum(row[0].right <= gutter < row[-1].right for row in rows)
    marked = sum(bool(row[0].mark) for row in left) + sum(bool(row[0].mark) for row in right)
    return signs <= _SHORT_CELL and both >= 0.8 * len(left) and not marked and not _wraps(left)


def _wraps(rows: list[Row]) -> bool:
    """Whether the words run on from line to line, as in a narrow column."""
    starts = [row[0].text[:1] for row in rows[1:]]
    return sum(start.islower() for start in starts) >= max(2, len(rows) // 4)


def _grown(rows: list[Row], start: int, end: int, gutter: float) -> int:
    """The end with the rows below that only one column has, as far as they follow closely."""
    ways = [a[0].base - b[0].base for a, b in pairwise(rows[start:end])]
    usual = median(ways) if ways else 0
    while end < len(rows):
        row = rows[end]
        crossed = any(piece.left < gutter < piece.right for piece in row)
        if crossed or rows[end - 1][0].base - row[0].base > _FAR * usual:
            break
        end += 1
    return end
