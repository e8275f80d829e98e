"""A list of lines under review, each with a box: unchecked ones are not kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QSizePolicy, QToolTip, QWidget

from ats.gui.capture.line_delegate import LineDelegate, letter_places, text_left
from ats.gui.capture.line_kinds import DELETES, Label, LineKind
from ats.gui.capture.line_model import ITEM, LineModel
from ats.gui.capture.lines import Item
from ats.gui.theme import theme


class LineList(QListView):
    """As high as its rows; the page around it scrolls. Space keeps or leaves out, F2 edits;
    the letters say what a line is, by mouse here, by key through the page's actions. `pointed`
    carries the key of the row the person is at; `emptied` tells that the last row left while
    the keyboard was here."""

    pointed = Signal(str)
    emptied = Signal()

    def __init__(self, model: LineModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._lines = model, model.lines
        self._current, self._row = "", 0
        self.setModel(model)
        self._delegate = LineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setProperty("surface", "plain")
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            "Space keeps or leaves out. M, N, W, C, B and X say what the line is"
        )
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        model.modelReset.connect(self._restore)
        theme().changed.connect(self._fit)
        self._fit()

    def current_item(self) -> Item | None:
        index = self.currentIndex()
        found = index.data(ITEM) if index.isValid() else None
        return found if isinstance(found, Item) else None

    def offer(self, labels: Sequence[Label]) -> None:
        """Say what a line can be."""
        self._delegate.labels = labels
        self.viewport().update()

    def labels(self) -> Sequence[Label]:
        """What a line can be."""
        return self._delegate.labels

    def go_to(self, key: str) -> bool:
        """Make the item with this key the current one; whether it is here."""
        row = self._model.row_of(key)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
        return row is not None

    def finish_editing(self) -> None:
        """Take what stands in an open editor."""
        self._delegate.finish_editing()

    def label_current(self, kind: LineKind | None) -> None:
        """Say what the current item is. It stays current while it stays in this list; else the
        next one is."""
        item = self.current_item()
        if item is not None:
            self._lines.relabel([item.key], kind)

    def menu(self) -> QMenu:
        """What can be done with the current item."""
        menu = QMenu(self)
        item = self.current_item()
        for label in self.labels():
            action = menu.addAction(f"{label.name}\t{label.letter}")
            action.setCheckable(label.kind is not None)
            action.setChecked(item is not None and item.kind is label.kind)
            action.triggered.connect(lambda _=False, kind=label.kind: self.label_current(kind))
        menu.addSeparator()
        menu.addAction("Edit\tF2").triggered.connect(lambda: self.edit(self.currentIndex()))
        return menu

    def toggle(self, index: QModelIndex) -> None:
        """Keep what was left out, leave out what was kept."""
        kept = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked
        self._model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and self.current_item() is not None and event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        elif plain and event.key() in DELETES:
            self.label_current(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()  # for the page
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.data(ITEM) is None:
            return
        self.setCurrentIndex(index)
        below = self.visualRect(index).bottomLeft()
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(event.pos() if by_mouse else below))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        label = self._label_at(point)
        super().mousePressEvent(event)
        index = self.indexAt(point)
        if event.button() != Qt.MouseButton.LeftButton or index.data(ITEM) is None:
            return
        if label is not None:
            self.label_current(label.kind)
        elif point.x() < text_left():
            self.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if point.x() < text_left() or self._label_at(point) is not None:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            label = self._label_at(event.pos())
            if label is not None:
                QToolTip.showText(event.globalPos(), f"{label.name} ({label.letter})", self)
                return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_item() is None:
            first = next(iter(self._model.items), None)
            if first is not None:
                self.go_to(first.key)
        elif event.reason() != Qt.FocusReason.MouseFocusReason:
            self.pointed.emit(self._current)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        item = current.data(ITEM) if current.isValid() else None
        if isinstance(item, Item):
            self._current, self._row = item.key, current.row()
            self.pointed.emit(item.key)

    def sizeHint(self) -> QSize:
        rows = range(self._model.rowCount())
        return QSize(200, sum(self.sizeHintForRow(row) for row in rows) + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _label_at(self, point: QPoint) -> Label | None:
        """The letter under a point; they are there under the mouse."""
        index = self.indexAt(point)
        if index.data(ITEM) is None:
            return None
        places = letter_places(self.visualRect(index), self.labels())
        return next((label for label, place in places if place.contains(point)), None)

    def _restore(self) -> None:
        """After lines came or went: stay on the same one, else on what took its place."""
        self._fit()
        if not self._current or self.go_to(self._current):
            return
        rows = [self._model.row_of(item.key) or 0 for item in self._model.items]
        nearest = [row for row in rows if row >= self._row] or rows[-1:]
        if nearest:
            self.setCurrentIndex(self._model.index(nearest[0]))
        else:
            self._current, self._row = "", 0
            if self.hasFocus():
                self.emptied.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()
