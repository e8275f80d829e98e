"""The cards of one stage: a list that is walked by keyboard, dragged from and dropped into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ats.domain.overview import ApplicationRow
from ats.gui.applications import card_text
from ats.gui.applications.card import GAP
from ats.gui.applications.card_delegate import CardDelegate
from ats.gui.applications.drag import EdgeScroll, carried, ids_in, top_left_of, with_count
from ats.gui.record_model import RecordListModel
from ats.gui.theme import Radius, theme

Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CardModel(RecordListModel):
    """Applications that can be dragged; the tooltip says in full what a card shortens."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(
            card_text.role,
            lambda row: card_text.spoken(row, today()),
            card_text.described,
            parent,
        )
        self._others[int(Qt.ItemDataRole.ToolTipRole)] = lambda row: card_text.tooltip(row, today())

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags


class ColumnList(QListView):
    """`dropped` carries the ids and the card they were dropped above, or None for below all;
    `sideways` asks for the column -1 to the left or 1 to the right; `chosen_alone` says that
    what is selected in other columns no longer is; `menu_wanted` carries a global position,
    `dragged_over` where a drag is, globally, and None when it is over; `pointed_at` says that
    the pointer has come here.
    """

    dropped = Signal(object, object)
    sideways = Signal(int)
    chosen_alone = Signal()
    menu_wanted = Signal(QPoint)
    opened = Signal()
    dragged_over = Signal(object)
    pointed_at = Signal()

    def __init__(
        self,
        model: CardModel,
        delegate: CardDelegate,
        dragged: Callable[[], Sequence[int]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cards, self._delegate, self._dragged = model, delegate, dragged
        self.ordered_by_hand = True
        self._target: int | None = None
        self._edge = EdgeScroll(self.verticalScrollBar(), self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setProperty("surface", "sunken")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.doubleClicked.connect(self.opened.emit)

    @property
    def ids(self) -> list[int]:
        """The applications here, from the top."""
        return [row.id for row in self._cards.records]

    def selected_ids(self) -> list[int]:
        """The selected applications, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._cards.record(row).id for row in rows]

    def current_id(self) -> int | None:
        """The application with the focus in this column."""
        record: ApplicationRow | None = self._cards.record(self.currentIndex())
        return record.id if record is not None else None

    def select_ids(self, ids: Sequence[int], current: int | None) -> None:
        """Show a selection; the current card is scrolled to. Ids of other columns are left out."""
        chosen = QItemSelection()
        for id in ids:
            row = self._cards.row_of(id)
            if row is not None:
                index = self._cards.index(row, 0)
                chosen.select(index, index)
        self.selectionModel().select(chosen, Flag.ClearAndSelect)
        row = None if current is None else self._cards.row_of(current)
        if row is not None:
            index = self._cards.index(row, 0)
            if index != self.currentIndex():
                self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.scrollTo(index)

    def card_rect(self, id: int) -> QRect:
        """Where a card is, in the coordinates of the viewport."""
        row = self._cards.row_of(id)
        if row is None:
            return QRect()
        place = self.visualRect(self._cards.index(row, 0))
        return QRect(place.left(), place.top(), self._delegate.card_width, place.height() - GAP)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.HoverEnter:
            self.pointed_at.emit()
        return super().viewportEvent(event)

    def forget_pointer(self) -> None:
        """No card is under the pointer, which left unnoticed: by a drag, or beneath a menu."""
        self.viewportEvent(QEvent(QEvent.Type.Leave))

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        command = super().selectionCommand(index, event)
        if command & Flag.Clear:
            self.chosen_alone.emit()
        return command

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.sideways.emit(step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if self.indexAt(event.pos()).isValid():
                self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            corner = self.visualRect(self.currentIndex()).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(corner))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()  # the board scrolls sideways
        else:
            super().wheelEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Offer the selected cards as a copy: the store moves them, so that the view has
        nothing to delete."""
        id = self.current_id()
        ids = self._dragged()
        if id is None or not ids:
            return
        place = self.card_rect(id)
        picture = self.viewport().grab(place)
        drag = QDrag(self)
        drag.setMimeData(carried(ids))
        drag.setPixmap(with_count(picture, len(ids)))
        pointer = self.viewport().mapFromGlobal(self.cursor().pos())
        drag.setHotSpot(top_left_of(picture, pointer - place.topLeft()))
        drag.exec(Qt.DropAction.CopyAction)
        self.forget_pointer()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)
        point = event.position().toPoint()
        self._edge.follow(point.y(), self.viewport().height())
        self.dragged_over.emit(self.viewport().mapToGlobal(point))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._aim(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the drop first, then accept it as a copy: after a move, Qt would delete
        the dragged rows from the view they came from."""
        ids = ids_in(event.mimeData())
        row = self._row_at(event.position().toPoint())
        self._aim(None)
        if not ids:
            event.ignore()
            return
        moving = set(ids)
        below = [id for id in self.ids[row:] if id not in moving]
        self.dropped.emit(ids, below[0] if below and self.ordered_by_hand else None)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ordered_by_hand:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accent"))
            painter.drawRoundedRect(self._gap_at(self._target), 1.5, 1.5)
        else:
            painter.setPen(QPen(theme().colour("accent"), 2))
            frame = QRectF(self.viewport().rect()).adjusted(1, 1, -2, -2)
            frame.setWidth(self._delegate.card_width - 2)
            painter.drawRoundedRect(frame, Radius.CARD, Radius.CARD)
        painter.end()

    def _consider(self, event: QDragMoveEvent) -> None:
        ids = ids_in(event.mimeData())
        if not ids or (not self.ordered_by_hand and set(ids) <= set(self.ids)):
            self._aim(None)
            event.ignore()
            return
        self._aim(self._row_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _aim(self, row: int | None) -> None:
        if row is None:
            self._edge.stop()
            self.dragged_over.emit(None)
        if row != self._target:
            self._target = row
            self.viewport().update()

    def _row_at(self, point: QPoint) -> int:
        """The row above which a drop at this point puts cards."""
        index = self.indexAt(QPoint(2, point.y()))
        if not index.isValid():
            return len(self.ids)
        return index.row() + (point.y() > self.visualRect(index).center().y())

    def _gap_at(self, row: int) -> QRectF:
        width = self._delegate.card_width
        if not self._cards.records:
            return QRectF(0, 0, width, 3)
        last = row >= len(self._cards.records)
        place = self.visualRect(self._cards.index(min(row, len(self._cards.records) - 1), 0))
        y = place.bottom() - GAP / 2 - 0.5 if last else place.top() - GAP / 2 - 1
        return QRectF(0, max(0.0, y), width, 3)
