"""The board: a column for each stage, walked by keyboard and rearranged by dragging."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QWidget

from ats.domain.overview import ApplicationRow
from ats.domain.stage import Stage, StageKind
from ats.gui.actions import Actions
from ats.gui.applications.card import CardPainter
from ats.gui.applications.column import STRIP, StageColumn
from ats.gui.applications.column_list import ColumnList
from ats.gui.applications.drag import EdgeScroll
from ats.gui.applications.selection import Selection
from ats.gui.theme import Space, theme

GAP = Space.S + Space.XXS
_NARROWEST, _WIDEST = 212, 300
LOCAL_ACTIONS = ("open", "peek", "move_up", "move_down", "rename", "trash")


class Board(QScrollArea):
    """`dropped` carries ids, the stage and the card above which they are to stand (or None);
    `add_wanted` a stage and the button that was pressed; `menu_wanted` a global position;
    `closed_opened` whether the closed stages are expanded."""

    dropped = Signal(object, object, object)
    add_wanted = Signal(object, object)
    menu_wanted = Signal(QPoint)
    closed_opened = Signal(bool)

    def __init__(
        self,
        selection: Selection,
        actions: Actions,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection, self._actions, self._today = selection, actions, today
        self._painter = CardPainter(today)
        self._day = today()
        self._icon_size = theme().metrics.icon
        self._last: tuple[Sequence[Stage], Sequence[ApplicationRow]] = ((), ())
        self.columns: list[StageColumn] = []
        self._by_hand = True
        self._showing = False
        self._wished_row: int | None = None
        self._closed_open = False
        self._edge = EdgeScroll(self.horizontalScrollBar(), self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ground = QWidget()
        self._ground.setObjectName("plain")
        self._row = QHBoxLayout(self._ground)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch()
        self.setWidget(self._ground)
        selection.changed.connect(self.show_selection)
        theme().changed.connect(self._restyle)

    def show_rows(
        self, stages: Sequence[Stage], rows: Sequence[ApplicationRow], *, by_hand: bool
    ) -> None:
        """Show the applications, in their order, in the columns of their stages."""
        self._last, self._by_hand = (stages, rows), by_hand
        focused = self._holds_focus()
        self._showing = True
        try:
            self._follow_day()
            self._match_columns(stages)
            by_stage: dict[int, list[ApplicationRow]] = {stage.id: [] for stage in stages}
            for row in rows:
                by_stage.setdefault(row.stage_id, []).append(row)
            for column in self.columns:
                column.cards.ordered_by_hand = by_hand
                column.show_rows(by_stage[column.stage.id])
        finally:
            self._showing = False
        self.show_selection()
        if focused and not self._holds_focus():
            # The column that had the keyboard is gone, and Qt would go anywhere from there.
            self.focus_current()

    def show_selection(self) -> None:
        """Show what is selected; the keyboard follows the current card to its column."""
        if self._showing or self.isHidden():
            return
        self._showing = True
        try:
            for column in self.columns:
                column.cards.select_ids(self._selection.ids, self._selection.current)
        finally:
            self._showing = False
        at = self.column_of(self._selection.current)
        if at is None or at.is_collapsed:
            return
        if any(column.cards.hasFocus() for column in self.columns) and not at.cards.hasFocus():
            at.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(at)

    def set_closed_open(self, opened: bool) -> None:
        """Expand or collapse the closed stages."""
        self._closed_open = opened
        for column in self.columns:
            column.set_collapsed(column.stage.kind is StageKind.CLOSED and not opened)
        self._set_widths()

    def column_of(self, id: int | None) -> StageColumn | None:
        """The column that shows an application."""
        for column in self.columns:
            if id is not None and column.model.row_of(id) is not None:
                return column
        return None

    def focus_current(self) -> bool:
        """Put the keyboard on the current card, else on the first one; False without cards."""
        column = self.column_of(self._selection.current)
        if column is None or column.is_collapsed:
            column = next((each for each in self._open_columns() if each.cards.ids), None)
            if column is None:
                return False
            self._selection.choose_one(column.cards.ids[0])
        column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(column)
        return True

    def place_of(self, id: int | None) -> QRect:
        """Where a card is on the screen; the board's own place where it cannot be seen."""
        column = self.column_of(id)
        if column is None or id is None or column.is_collapsed:
            return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        place = column.cards.card_rect(id)
        return QRect(column.cards.viewport().mapToGlobal(place.topLeft()), place.size())

    def place_of_column(self, stage_id: int) -> QPoint:
        """Where a menu about a column opens: by its header."""
        column = next(each for each in self.columns if each.stage.id == stage_id)
        return column.mapToGlobal(QPoint(0, theme().metrics.control + Space.L))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Everything that reaches the board itself scrolls sideways."""
        bar, turned = self.horizontalScrollBar(), event.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _open_columns(self) -> list[StageColumn]:
        return [column for column in self.columns if not column.is_collapsed]

    def _match_columns(self, stages: Sequence[Stage]) -> None:
        if [column.stage.id for column in self.columns] == [stage.id for stage in stages]:
            for column, stage in zip(self.columns, stages, strict=True):
                if column.stage != stage:
                    column.show_stage(stage)
            if all(c.stage.kind == s.kind for c, s in zip(self.columns, stages, strict=True)):
                return
        self._drop_columns()
        self.columns = [self._make_column(stage) for stage in stages]
        self.set_closed_open(self._closed_open)

    def _drop_columns(self) -> None:
        for column in self.columns:
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        self.columns = []

    def _make_column(self, stage: Stage) -> StageColumn:
        column = StageColumn(stage, self._painter, self._today, lambda: self._selection.ids)
        cards = column.cards
        column.dropped.connect(lambda ids, before: self.dropped.emit(ids, column.stage, before))
        column.add_wanted.connect(lambda: self.add_wanted.emit(column.stage, column.button))
        column.collapse_wanted.connect(lambda collapse: self._collapse(not collapse))
        cards.sideways.connect(lambda step: self._step_sideways(column, step))
        cards.menu_wanted.connect(self.menu_wanted)
        cards.opened.connect(self._actions["open"].trigger)
        cards.dragged_over.connect(self._follow_drag)
        cards.pointed_at.connect(lambda: self._leave_others(cards))
        cards.chosen_alone.connect(lambda: self._clear_others(cards))
        cards.selectionModel().selectionChanged.connect(lambda: self._collect(cards))
        cards.selectionModel().currentChanged.connect(lambda: self._collect(cards))
        self._actions.attach(cards, LOCAL_ACTIONS)
        self._row.insertWidget(self._row.count() - 1, column)
        return column

    def _follow_drag(self, point: QPoint | None) -> None:
        if point is None:
            self._edge.stop()
        else:
            self._edge.follow(self.mapFromGlobal(point).x(), self.width())

    def _collapse(self, opened: bool) -> None:
        self.set_closed_open(opened)
        self.closed_opened.emit(opened)

    def _step_sideways(self, column: StageColumn, step: int) -> None:
        """To the nearest column with cards, as far down as the walk began."""
        row = column.cards.currentIndex().row() if self._wished_row is None else self._wished_row
        walkable = self._open_columns()
        beyond = walkable[walkable.index(column) + 1 :]
        if step < 0:
            beyond = walkable[: walkable.index(column)][::-1]
        target = next((each for each in beyond if each.cards.ids), None)
        if target is None:
            return
        ids = target.cards.ids
        target.cards.setFocus(Qt.FocusReason.OtherFocusReason)
        self._selection.choose_one(ids[min(max(row, 0), len(ids) - 1)])
        self._wished_row = row

    def _leave_others(self, pointed: ColumnList) -> None:
        """Only one column has a card under the pointer."""
        for column in self.columns:
            if column.cards is not pointed:
                column.cards.forget_pointer()

    def _clear_others(self, chosen: ColumnList) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            for column in self.columns:
                if column.cards is not chosen:
                    column.cards.clearSelection()
        finally:
            self._showing = False

    def _collect(self, source: ColumnList) -> None:
        """Make what the person selected in the lists the selection of the page."""
        if self._showing:
            return
        self._wished_row = None
        ids = [id for column in self.columns for id in column.cards.selected_ids()]
        self._showing = True
        try:
            self._selection.choose(ids, source.current_id())
        finally:
            self._showing = False

    def _reveal(self, column: StageColumn) -> None:
        left = column.mapTo(self._ground, QPoint(0, 0)).x()
        bar, room = self.horizontalScrollBar(), self.viewport().width()
        if left < bar.value():
            bar.setValue(left)
        elif left + column.width() > bar.value() + room:
            bar.setValue(left + column.width() - room)

    def _set_widths(self) -> None:
        """All open columns alike, as wide as there is room for, within their bounds."""
        if not self.columns:
            return
        grow = theme().metrics.icon / 16
        narrowest, widest = round(_NARROWEST * grow), round(_WIDEST * grow)
        strips = [column for column in self.columns if column.is_collapsed]
        opened = len(self.columns) - len(strips)
        strip = round(STRIP * grow)
        room = self.viewport().width() - len(strips) * strip - (len(self.columns) - 1) * GAP
        width, left = divmod(room, max(1, opened))
        if not narrowest <= width < widest:
            width, left = min(widest, max(narrowest, width)), 0
        for column in self.columns:
            if column.is_collapsed:
                column.set_width(strip)
            else:
                column.set_width(width + (left > 0))
                left -= 1

    def _follow_day(self) -> None:
        """What is due reads otherwise on another day."""
        if self._day != self._today():
            self._day = self._today()
            self._painter.forget()

    def _restyle(self) -> None:
        """Measure again; with another text size the glyphs of the headers are others too."""
        self._painter.forget()
        if self._icon_size != theme().metrics.icon:
            self._icon_size = theme().metrics.icon
            self._drop_columns()
            self.show_rows(*self._last, by_hand=self._by_hand)
        self._set_widths()
        for column in self.columns:
            column.relayout()

    def has_focus(self) -> bool:
        """Whether the keyboard is on the board."""
        widget = QApplication.focusWidget()
        return widget is not None and self.isAncestorOf(widget)
