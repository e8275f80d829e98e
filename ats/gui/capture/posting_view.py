"""The posting with what was found in it highlighted. Plain text: nothing in it is followed,
loaded or run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip, QWidget

from ats.domain.reading import Span
from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.label_bar import LabelBar
from ats.gui.capture.line_kinds import DELETES, LABELS, NOTHING, REQUIREMENT
from ats.gui.capture.line_places import whole_words
from ats.gui.capture.line_spacing import space_out
from ats.gui.capture.mark_look import pointed_look
from ats.gui.capture.mark_painter import MarkPainter
from ats.gui.capture.marks import Mark
from ats.gui.theme import Space, theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PostingView(QTextEdit):
    """`mark_chosen` carries the key of the field whose words were clicked, or that the cursor
    stands in when Enter is pressed; `label_wanted` the action that says what the selected words,
    or the line of the cursor, are. `taken_over` tells that the person selects words."""

    mark_chosen = Signal(str)
    label_wanted = Signal(str)
    taken_over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement: Arrangement | None = None
        self._marks: Sequence[Mark] = ()
        self._painter = MarkPainter(self.document())
        self._pointed: tuple[Sequence[Mark], int] = ((), 0)
        self._pressed = False
        self._set_up()
        self.bar = LabelBar(self.viewport())
        self.bar.chosen.connect(self.label_wanted)
        self.selectionChanged.connect(self._follow_selection)
        self.cursorPositionChanged.connect(self.viewport().update)
        theme().changed.connect(self._dress)

    def show_arrangement(self, arrangement: Arrangement | None, marks: Sequence[Mark]) -> None:
        """Show a posting from its beginning with its highlights, or nothing."""
        self._arrangement, self._marks = arrangement, marks
        self.setExtraSelections([])
        self._painter.show((), ())
        self.setPlainText(arrangement.shown.text if arrangement else "")
        if arrangement is not None:
            # Setting lines apart paints them, so they are painted once.
            self._painter.show(arrangement.headings, marks)
            space_out(self.document(), arrangement.paragraphs, arrangement.headings)
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Highlight these words instead of those before."""
        self._marks = list(marks)
        self._painter.change(self._marks)

    def point_out(self, marks: Sequence[Mark], at: int = 0) -> None:
        """Show the words a field came from, and bring the place with this number into sight."""
        self._pointed = (marks, at)
        self._show_pointed()
        if marks:
            self._bring_into_sight(marks[at])

    def selected_span(self) -> Span | None:
        """The stored place of the selected words, without space around them; words of which a
        part is selected count whole."""
        cursor = self.textCursor()
        if self._arrangement is None or not cursor.hasSelection():
            return None
        start, end = self._arrangement.shown.to_stored(
            (cursor.selectionStart(), cursor.selectionEnd())
        )
        words = self._arrangement.reading.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start >= end:
            return None
        return whole_words(self._arrangement.reading.text, (start, end))

    def cursor_place(self) -> int:
        """The stored place of the cursor."""
        place = self.textCursor().position()
        return self._arrangement.shown.to_stored((place, place))[0] if self._arrangement else 0

    def select_nothing(self) -> None:
        """Let go of the selected words; the cursor stays at their beginning."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)

    def mark_at(self, place: int) -> Mark | None:
        """The highlight on top at a place in the view."""
        here = [m for m in self._marks if m.start <= place < m.end and not m.quiet]
        return max(here, key=lambda mark: (mark.layer, mark.start - mark.end), default=None)

    def menu(self) -> QMenu:
        """What can be done with the selected words or the line of the cursor."""
        menu = QMenu(self)
        if self.selected_span() is not None:
            self._offer(menu, "Add requirement\tR", REQUIREMENT)
            menu.addSeparator()
        for label in LABELS:
            self._offer(menu, f"{label.name}\t{label.letter}", label.action)
        menu.addSeparator()
        copy = menu.addAction("Copy")
        copy.setEnabled(self.textCursor().hasSelection())
        copy.triggered.connect(self.copy)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        selected = self.textCursor().hasSelection()
        if plain and event.key() in _ENTER:
            if selected:
                self.label_wanted.emit(REQUIREMENT)
            elif not self._choose(self.mark_at(self.textCursor().position())):
                event.ignore()
        elif plain and event.key() in DELETES:
            self.label_wanted.emit(NOTHING)
        elif plain and event.key() == Qt.Key.Key_Escape and selected:
            self.select_nothing()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        self.bar.hide()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = False
        if self.textCursor().hasSelection():
            self._place_bar()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._mark_under(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        mark = self._mark_under(event.position().toPoint())
        over = mark is not None and bool(mark.key)
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        place = event.pos() if by_mouse else self.cursorRect().bottomLeft()
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(place))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_under(event.pos())
            QToolTip.showText(event.globalPos(), mark.kind.value if mark else "", self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bar at the edge shows the line that the keys are about."""
        super().paintEvent(event)
        if self.hasFocus() and not self.textCursor().hasSelection():
            block = self.textCursor().block()
            line = self.document().documentLayout().blockBoundingRect(block).toRect()
            line.translate(0, -self.verticalScrollBar().value())
            painter = QPainter(self.viewport())
            rect = QRect(0, line.top() + Space.XXS, 3, line.height() - Space.XXS)
            painter.fillRect(rect, theme().colour("accent"))
            painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_bar()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying gives the words as they are stored, without highlights."""
        copied = QMimeData()
        span = self.selected_span()
        if span is not None and self._arrangement is not None:
            copied.setText(self._arrangement.reading.text[span[0] : span[1]])
        return copied

    def _set_up(self) -> None:
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
        self.setAccessibleDescription(
            "Select words and press R to add a requirement. M, N, W, C, B and X say what the "
            "line of the cursor is. F3 goes to the next place of a field"
        )
        self.document().setDocumentMargin(Space.S)
        self.viewport().setMouseTracking(True)

    def _offer(self, menu: QMenu, words: str, action: str) -> None:
        menu.addAction(words).triggered.connect(lambda: self.label_wanted.emit(action))

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

    def _follow_selection(self) -> None:
        if self.textCursor().hasSelection():
            self.taken_over.emit()
        if not self._pressed:
            self._place_bar()

    def _place_bar(self) -> None:
        """Show the bar beside the selected words while they are in sight."""
        cursor = self.textCursor()
        words = self.cursorRect(cursor)
        if cursor.hasSelection() and self.viewport().rect().intersects(words):
            first = QTextCursor(cursor)
            first.setPosition(cursor.selectionStart())
            start = self.cursorRect(first)
            left = start.left() if start.top() == words.top() else 0
            self.bar.show_beside(QRect(left, words.top(), 1, words.height()))
        else:
            self.bar.hide()

    def _dress(self) -> None:
        self._painter.repaint()
        self._show_pointed()

    def _show_pointed(self) -> None:
        marks, at = self._pointed
        self.setExtraSelections(
            [self._pointed_words(mark, current=n == at) for n, mark in enumerate(marks)]
        )

    def _pointed_words(self, mark: Mark, *, current: bool) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor, selection.format = cursor, pointed_look(current=current)
        return selection

    def _bring_into_sight(self, mark: Mark) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        place = self.cursorRect(cursor)
        if not self.viewport().rect().adjusted(0, 0, 0, -place.height()).contains(place.topLeft()):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)
