"""The posting with what was found in it highlighted. Plain text: nothing in it is followed,
loaded or run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from ats.domain.reading import Span
from ats.gui.capture.arrangement import Arrangement, Mark, MarkKind
from ats.gui.theme import Space, theme

_LINE_HEIGHT = 128.0  # per cent

SOFT = {
    MarkKind.REQUIREMENT: "ok_soft",
    MarkKind.PAY: "warn_soft",
    MarkKind.DETAIL: "accent_soft",
}
"""The colour role behind the words of a kind; repeats are struck through instead."""


class PostingView(QTextEdit):
    """`mark_chosen` carries the key of the field whose words were clicked, or that the cursor
    stands in when Enter is pressed."""

    mark_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement: Arrangement | None = None
        self._painter = _MarkPainter(self.document())
        self.setProperty("variant", "posting")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName("Posting")
        self.setAccessibleDescription("Select words and press Ctrl+R to add a requirement")
        self.document().setDocumentMargin(Space.S)
        self.viewport().setMouseTracking(True)
        theme().changed.connect(self._painter.rehighlight)

    def show_arrangement(self, arrangement: Arrangement | None) -> None:
        """Show a posting from its beginning, or nothing."""
        self._arrangement = arrangement
        self._painter.marks = ()
        self.setExtraSelections([])
        self.setPlainText(arrangement.shown.text if arrangement else "")
        if arrangement is None:
            return
        self._space(arrangement)
        self._painter.show(arrangement)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def point_out(self, marks: list[Mark]) -> None:
        """Underline the words a field came from and bring them into sight."""
        self.setExtraSelections([self._pointed(mark) for mark in marks])
        if marks:
            self._bring_into_sight(marks[0])

    def selected_span(self) -> Span | None:
        """The stored place of the selected words, without space around them."""
        cursor = self.textCursor()
        if self._arrangement is None or not cursor.hasSelection():
            return None
        start, end = self._arrangement.shown.to_stored(
            (cursor.selectionStart(), cursor.selectionEnd())
        )
        words = self._arrangement.reading.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return (start, end) if start < end else None

    def mark_at(self, place: int) -> Mark | None:
        """The narrowest highlight around a place in the view."""
        marks = self._arrangement.marks if self._arrangement else ()
        here = [mark for mark in marks if mark.start <= place < mark.end]
        return min(here, key=lambda mark: mark.end - mark.start, default=None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._choose(self.mark_at(self.textCursor().position())):
                return
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._choose(self._mark_under(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = self._mark_under(event.position().toPoint())
        over = mark is not None and bool(mark.key)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_under(event.pos())
            QToolTip.showText(event.globalPos(), mark.kind.value if mark else "", self)
            return True
        return super().viewportEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying gives the words as they are stored, without highlights."""
        copied = QMimeData()
        span = self.selected_span()
        if span is not None and self._arrangement is not None:
            copied.setText(self._arrangement.reading.text[span[0] : span[1]])
        return copied

    def _choose(self, mark: Mark | None) -> bool:
        if mark is None or not mark.key:
            return False
        self.mark_chosen.emit(mark.key)
        return True

    def _mark_under(self, point: QPoint) -> Mark | None:
        """The highlight under a point; the empty rest of a line belongs to none."""
        cursor = self.cursorForPosition(point)
        if abs(self.cursorRect(cursor).center().x() - point.x()) > self.fontMetrics().height():
            return None
        return self.mark_at(cursor.position())

    def _space(self, arrangement: Arrangement) -> None:
        """Air between lines, and more above paragraphs and headings."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        plain = QTextBlockFormat()
        plain.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(plain)
        starts = dict.fromkeys(arrangement.paragraphs, float(Space.XS))
        starts |= {start: float(Space.M) for start, _ in arrangement.headings}
        for place, space in starts.items():
            self._space_above(place, space, plain)
        cursor.endEditBlock()

    def _space_above(self, place: int, space: float, plain: QTextBlockFormat) -> None:
        block = self.document().findBlock(place)
        before = block.previous()
        if block.position() != place or not before.isValid() or not before.text().strip():
            return
        spaced = QTextBlockFormat(plain)
        spaced.setTopMargin(space)
        QTextCursor(block).setBlockFormat(spaced)

    def _pointed(self, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        pointed = QTextCharFormat()
        pointed.setFontUnderline(True)
        pointed.setUnderlineColor(theme().colour("accent"))
        pointed.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        pointed.setBackground(theme().colour("selected"))
        pointed.setForeground(theme().colour("text"))
        selection.cursor, selection.format = cursor, pointed
        return selection

    def _bring_into_sight(self, mark: Mark) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        place = self.cursorRect(cursor)
        if not self.viewport().rect().adjusted(0, 0, 0, -place.height()).contains(place.topLeft()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)


class _MarkPainter(QSyntaxHighlighter):
    """Gives marks, headings and repeats their look without touching the document itself."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.marks: tuple[Mark, ...] = ()
        self._headings: tuple[Span, ...] = ()
        self._starts: list[int] = []
        self._longest = 0

    def show(self, arrangement: Arrangement) -> None:
        self.marks = arrangement.marks
        self._headings = arrangement.headings
        self._starts = [mark.start for mark in self.marks]
        self._longest = max((mark.end - mark.start for mark in self.marks), default=0)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if not self.marks and not self._headings:
            return
        block = self.currentBlock()
        start, end = block.position(), block.position() + block.length()
        for heading in self._headings[bisect_left(self._headings, (start, 0)) :]:
            if heading[0] >= end:
                break
            self._set(block, heading, _heading())
        low = bisect_left(self._starts, start - self._longest)
        for mark in self.marks[low : bisect_right(self._starts, end)]:
            self._set(block, (mark.start, mark.end), _look(mark.kind))

    def _set(self, block: QTextBlock, span: Span, look: QTextCharFormat) -> None:
        start = max(0, span[0] - block.position())
        end = min(block.length(), span[1] - block.position())
        if end > start:
            self.setFormat(start, end - start, look)


def _heading() -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(theme().colour("text"))
    return look


def _look(kind: MarkKind) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind is MarkKind.REPEAT:
        look.setFontStrikeOut(True)
        look.setForeground(theme().colour("muted"))
    else:
        look.setBackground(QColor(theme().colour(SOFT[kind])))
        look.setForeground(theme().colour("text"))
    return look
