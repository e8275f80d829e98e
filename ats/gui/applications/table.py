"""The table: the same applications as the board, one in each row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import SortKey
from ats.gui.actions import Actions
from ats.gui.applications.board import LOCAL_ACTIONS
from ats.gui.applications.frozen_column import FrozenColumn
from ats.gui.applications.look import ApplicationsLook
from ats.gui.applications.selection import Selection
from ats.gui.applications.table_columns import COLUMNS, KEYS
from ats.gui.applications.table_delegate import TableDelegate
from ats.gui.applications.table_model import ApplicationTableModel, Edit
from ats.gui.theme import theme

Flag = QItemSelectionModel.SelectionFlag
Trigger = QAbstractItemView.EditTrigger
_STAGE = KEYS.index("stage")


class ApplicationTable(QTableView):
    """`sort_wanted` carries a SortKey; `columns_changed` the keys of the shown columns in order,
    and the widths; the menu signals a global position; `stage_wanted` asks for the stages the
    current application can move to."""

    sort_wanted = Signal(object)
    columns_changed = Signal(object, object)
    menu_wanted = Signal(QPoint)
    header_menu_wanted = Signal(QPoint)
    stage_wanted = Signal()

    def __init__(
        self,
        selection: Selection,
        actions: Actions,
        today: Callable[[], date],
        edit: Edit,
        suggestions: Callable[[str], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection, self._showing = selection, False
        self._is_set_up = False
        self._widths: dict[str, int] = {}
        self.rows = ApplicationTableModel(today, edit, self)
        self.setModel(self.rows)
        # One for each view: a delegate tells every view it is set on that an edit has ended.
        self._delegates = [
            TableDelegate(self.rows, today, suggestions, self._covers, self) for _ in range(2)
        ]
        self.setItemDelegate(self._delegates[0])
        self.setAccessibleName("Applications")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(Trigger.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._set_up_header()
        self.frozen = FrozenColumn(self, self._delegates[1])
        self._is_set_up = True
        self._connect()
        actions.attach(self, LOCAL_ACTIONS)

    def show_rows(self, rows: Sequence[ApplicationRow]) -> None:
        """Show the applications, in their order."""
        self._showing = True
        try:
            self.rows.show(rows)
        finally:
            self._showing = False
        self.show_selection()

    def show_look(self, look: ApplicationsLook, *, dense: bool) -> None:
        """Show the wanted columns in order, their widths, the order's mark, the row height."""
        self._showing = True
        try:
            self._show_columns(look.columns, look.widths)
            self._show_order(look.sort, look.descending)
        finally:
            self._showing = False
        height = theme().metrics.dense_row if dense else theme().metrics.row
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self.frozen.set_row_height(height)

    def show_selection(self) -> None:
        """Show what is selected, keeping the column that had the focus."""
        if self._showing or self.isHidden():
            return
        self._showing = True
        try:
            self._select()
        finally:
            self._showing = False

    def place_of(self, id: int | None) -> QRect:
        """Where an application's row is on the screen."""
        row = None if id is None else self.rows.row_of(id)
        if row is None:
            return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        place = self.visualRect(self.rows.index(row, 0))
        place.moveLeft(0)
        return QRect(self.viewport().mapToGlobal(place.topLeft()), place.size())

    def edit_current(self) -> None:
        """Edit the focused cell, or ask for another stage there; other cells stay as they are."""
        index = self.currentIndex()
        if not index.isValid():
            return
        if index.column() == _STAGE:
            self.stage_wanted.emit()
        elif self.rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            (self.frozen if index.column() == 0 and self.frozen.isVisible() else self).edit(index)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """The frozen column covers what would else be in sight."""
        if not self._is_set_up:
            super().scrollTo(index, hint)
            return
        if index.column() == 0:
            bar, before = self.horizontalScrollBar(), self.horizontalScrollBar().value()
            super().scrollTo(index, hint)
            bar.setValue(before)
            return
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        if hidden > 0 and self.frozen.isVisible():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - hidden)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if self.indexAt(event.pos()).isValid():
                self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            place = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(place.bottomLeft()))

    def _covers(self, widget: QWidget) -> bool:
        """Whether the frozen column paints what is asked for."""
        return widget is self and self._is_set_up and self.frozen.isVisible()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(56)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self._selection.changed.connect(self.show_selection)
        self.selectionModel().selectionChanged.connect(self._collect)
        self.selectionModel().currentRowChanged.connect(self._collect)
        self.doubleClicked.connect(self._double_clicked)
        header = self.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._tell_columns())
        header.sectionClicked.connect(self._clicked)
        self.frozen.horizontalHeader().sectionClicked.connect(self._clicked)
        header.customContextMenuRequested.connect(
            lambda point: self.header_menu_wanted.emit(header.mapToGlobal(point))
        )
        self.frozen.customContextMenuRequested.connect(
            lambda point: self.menu_wanted.emit(self.frozen.viewport().mapToGlobal(point))
        )
        theme().changed.connect(self._restyle)

    def _select(self) -> None:
        chosen = QItemSelection()
        last = self.rows.columnCount() - 1
        for id in self._selection.ids:
            row = self.rows.row_of(id)
            if row is not None:
                chosen.select(self.rows.index(row, 0), self.rows.index(row, last))
        self.selectionModel().select(chosen, Flag.ClearAndSelect)
        current = self._selection.current
        row = None if current is None else self.rows.row_of(current)
        if row is not None:
            index = self.rows.index(row, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
            self.scrollTo(index)

    def _collect(self) -> None:
        """Make what the person selected here the selection of the page."""
        if self._showing:
            return
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        current = self.rows.record(self.currentIndex())
        self._showing = True
        try:
            self._selection.choose(
                (self.rows.record(row).id for row in rows),
                current.id if current is not None else None,
            )
        finally:
            self._showing = False

    def _show_columns(self, keys: Sequence[str], widths: Mapping[str, int]) -> None:
        self._widths = dict(widths)
        header = self.horizontalHeader()
        wanted = ["title", *(key for key in keys if key in KEYS and key != "title")]
        rest = [key for key in KEYS if key not in wanted]
        grow = theme().metrics.icon / 16
        for at, key in enumerate([*wanted, *rest]):
            section = KEYS.index(key)
            header.moveSection(header.visualIndex(section), at)
            header.setSectionHidden(section, key in rest)
            width = widths.get(key) or round(COLUMNS[section].width * grow)
            if key in wanted and header.sectionSize(section) != width:
                header.resizeSection(section, width)
        self.frozen.place()

    def _show_order(self, sort: SortKey, descending: bool) -> None:
        section = next((i for i, each in enumerate(COLUMNS) if each.sort is sort), -1)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for header in (self.horizontalHeader(), self.frozen.horizontalHeader()):
            blocker = QSignalBlocker(header)
            header.setSortIndicatorShown(section >= 0)
            header.setSortIndicator(section, order)
            blocker.unblock()
            header.viewport().update()

    def _clicked(self, section: int) -> None:
        column = COLUMNS[section]
        if column.sort is not None:
            self.sort_wanted.emit(column.sort)
        else:
            self.sort_wanted.emit(None)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == _STAGE:
            self.stage_wanted.emit()

    def _resized(self, section: int, _old: int, new: int) -> None:
        header = self.horizontalHeader()
        last = header.visualIndex(section) == self._shown_count() - 1
        if not self._showing and not last:
            self._widths[KEYS[section]] = new
            self._tell_columns()

    def _tell_columns(self) -> None:
        if self._showing:
            return
        header = self.horizontalHeader()
        order = sorted(range(len(KEYS)), key=header.visualIndex)
        shown = tuple(KEYS[section] for section in order if not header.isSectionHidden(section))
        self.columns_changed.emit(shown, dict(self._widths))

    def _shown_count(self) -> int:
        return len(KEYS) - self.horizontalHeader().hiddenSectionCount()

    def _restyle(self) -> None:
        for delegate in self._delegates:
            delegate.forget()
        self.viewport().update()
        self.frozen.viewport().update()
