"""Gives the words of a posting their look, without touching the document itself."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from ats.domain.reading import Span
from ats.gui.capture.mark_look import heading_look, mark_look
from ats.gui.capture.marks import Mark


class MarkPainter(QSyntaxHighlighter):
    """Where marks overlap, those of a higher layer lie over the others, and a narrow one over
    a wide one; being a repeat shows through."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._headings: tuple[Span, ...] = ()
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._longest = 0
        self._laid: list[Span] = []  # what has a look already in the line being painted

    def show(self, headings: Sequence[Span], marks: Iterable[Mark]) -> None:
        """Show these headings and marks from the next change of the text on."""
        self._headings = tuple(headings)
        self._take(marks)

    def change(self, marks: Iterable[Mark]) -> None:
        """Show other marks; only the lines they differ in are painted again."""
        before = set(self._marks)
        self._take(marks)
        # As one change, so that the text is laid out once.
        with _one_change(self.document()):
            for number in self._lines_of(before ^ set(self._marks)):
                self.rehighlightBlock(self.document().findBlockByNumber(number))

    def repaint(self) -> None:
        """Paint everything again, in other colours."""
        with _one_change(self.document()):
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if not self._marks and not self._headings:
            return
        self._laid.clear()
        block = self.currentBlock()
        start, end = block.position(), block.position() + len(text)
        for heading in self._headings[bisect_left(self._headings, (start, 0)) :]:
            if heading[0] >= end:
                break
            self._set(start, end, heading, heading_look())
        low = bisect_left(self._starts, start - self._longest)
        found = self._marks[low : bisect_right(self._starts, end)]
        here = [mark for mark in found if mark.start < end and mark.end > start]
        for mark in sorted(here, key=lambda mark: (mark.layer, mark.start - mark.end)):
            self._set(start, end, (mark.start, mark.end), mark_look(mark.kind))

    def _take(self, marks: Iterable[Mark]) -> None:
        self._marks = sorted(
            (mark for mark in marks if not mark.quiet), key=lambda mark: (mark.start, -mark.end)
        )
        self._starts = [mark.start for mark in self._marks]
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def _lines_of(self, marks: Iterable[Mark]) -> list[int]:
        numbers: set[int] = set()
        for mark in marks:
            first = self.document().findBlock(mark.start).blockNumber()
            last = self.document().findBlock(max(mark.start, mark.end - 1)).blockNumber()
            numbers.update(range(first, last + 1))
        return sorted(numbers)

    def _set(self, start: int, end: int, span: Span, look: QTextCharFormat) -> None:
        """Lay a look over what is there; a struck-out place and a heading's weight stay."""
        left, right = max(start, span[0]), min(end, span[1])
        if not any(a < right and left < b for a, b in self._laid):
            self._laid.append((left, right))
            self.setFormat(left - start, right - left, look)
            return
        self._laid.append((left, right))
        at = left
        while at < right:
            there = self.format(at - start)
            stop = at + 1
            while stop < right and self.format(stop - start) == there:
                stop += 1
            merged = QTextCharFormat(look)
            if there.fontStrikeOut():
                merged.setFontStrikeOut(True)
            if there.hasProperty(QTextCharFormat.Property.FontWeight):
                merged.setFontWeight(there.fontWeight())
            self.setFormat(at - start, stop - at, merged)
            at = stop


@contextmanager
def _one_change(document: QTextDocument) -> Iterator[None]:
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    yield
    cursor.endEditBlock()
