"""A row of a PDF as a line of text."""

from __future__ import annotations

from dataclasses import dataclass

from ats.reading.documents.pdf_columns import Row
from ats.reading.documents.pdf_rows import Piece


@dataclass(frozen=True, slots=True)
class Line:
    """`mark` is the bullet, `start` its place, or that of the words where there is none.
    `first` is how wide the first word is. `table` tells that it has several cells."""

    text: str
    mark: str
    start: float
    left: float
    right: float
    base: float
    size: float
    bold: bool
    first: float
    table: bool


def line_of(row: Row) -> Line:
    """The line that a row makes; cells of a table are apart by tabs."""
    first = row[0]
    text = first.text
    for piece in row[1:]:
        words = f"{piece.mark} {piece.text}".strip()
        text += (" " if text.endswith(":") else "\t") + words
    return Line(
        text=text,
        mark=first.mark,
        start=first.start,
        left=first.left,
        right=row[-1].right,
        base=first.base,
        size=first.size,
        bold=all(piece.bold for piece in row),
        first=_first_word(first),
        table=len(row) > 1,
    )


def _first_word(piece: Piece) -> float:
    word = piece.text.split(maxsplit=1)[0]
    return (piece.right - piece.left) * len(word) / len(piece.text)
