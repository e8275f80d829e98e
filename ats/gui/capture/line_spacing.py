"""Sets the lines of a posting apart: air between lines, more above paragraphs and headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument

from ats.domain.reading import Span
from ats.gui.theme import Space

_LINE_HEIGHT = 128.0  # per cent


def space_out(
    document: QTextDocument, paragraphs: Collection[int], headings: Sequence[Span]
) -> None:
    """`paragraphs` and `headings` are places in the document."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    plain = QTextBlockFormat()
    plain.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(plain)
    starts = dict.fromkeys(paragraphs, float(Space.XS))
    starts |= {start: float(Space.M) for start, _ in headings}
    for place, space in starts.items():
        _space_above(document, place, space, plain)
    cursor.endEditBlock()


def _space_above(
    document: QTextDocument, place: int, space: float, plain: QTextBlockFormat
) -> None:
    block = document.findBlock(place)
    before = block.previous()
    if block.position() != place or not before.isValid() or not before.text().strip():
        return
    spaced = QTextBlockFormat(plain)
    spaced.setTopMargin(space)
    QTextCursor(block).setBlockFormat(spaced)
