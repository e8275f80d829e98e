"""The list of requirements: what is selected stays selected while the store changes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from ats.gui.actions import Actions
from ats.gui.application.requirement_delegate import RequirementDelegate
from ats.gui.application.requirement_rows import (
    KindHeading,
    RequirementModel,
    requirement_rows,
)
from ats.gui.icons import icon
from ats.gui.theme import theme
from ats.store.queries.application import RequirementDetail

STATUS_ACTIONS = ("status_strong", "status_partial", "status_gap", "status_to_assess")
_LOCAL = (*STATUS_ACTIONS, "open", "next_requirement")


class RequirementList(QListView):
    """`chosen` carries the requirement to inspect, or None. `remove_wanted` is about all that
    are selected, `rename_wanted` about the current one."""

    chosen = Signal(object)
    remove_wanted = Signal()
    rename_wanted = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RequirementModel(self)
        self._actions = actions
        self._shown: RequirementDetail | None = None
        self.setModel(self.rows)
        self.setItemDelegate(RequirementDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("surface", "plain")
        self.setAccessibleName("Requirements")
        actions.attach(self, _LOCAL)
        # Not the program's own actions: those with these keys are about the application.
        own = Qt.ShortcutContext.WidgetShortcut
        QShortcut(Qt.Key.Key_Delete, self, self.remove_wanted.emit, context=own)
        QShortcut(Qt.Key.Key_F2, self, self.rename_wanted.emit, context=own)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.selectionModel().currentChanged.connect(self._tell)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_requirements(self, requirements: Sequence[RequirementDetail], *, afresh: bool) -> None:
        """Show them; `afresh` for another application, where the first is selected."""
        row = 0 if afresh else self.currentIndex().row()
        self.rows.show(requirement_rows(requirements))
        if not self.current() or afresh:
            self._select_near(row)
        # Also where the record is the same: a change and its undo may arrive as one, and what was
        # typed still stands in the fields.
        self._shown = self.current()
        self.chosen.emit(self._shown)

    def current(self) -> RequirementDetail | None:
        found = self.rows.record(self.currentIndex())
        return found if isinstance(found, RequirementDetail) else None

    def selected_ids(self) -> list[int]:
        """The ids of all that are selected, in the list's order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.rows.record(row).id for row in rows]

    def select(self, id: int) -> None:
        row = self.rows.row_of(id)
        if row is not None:
            self._select_row(row)

    def select_next(self) -> bool:
        """Select the requirement after the current one; False at the end."""
        for row in range(self.currentIndex().row() + 1, len(self.rows.records)):
            if not isinstance(self.rows.record(row), KindHeading):
                self._select_row(row)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _select_near(self, row: int) -> None:
        """The requirement at a row, or the nearest one after or before it."""
        last = len(self.rows.records)
        for at in (*range(max(0, row), last), *range(min(row, last) - 1, -1, -1)):
            if not isinstance(self.rows.record(at), KindHeading):
                self._select_row(at)
                return

    def _select_row(self, row: int) -> None:
        index = self.rows.index(row, 0)
        chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, chosen)
        before = self.rows.index(row - 1, 0)
        if row == 1:
            self.scrollTo(before)
        self.scrollTo(index)

    def _tell(self, index: QModelIndex | None = None) -> None:
        now = self.current()
        if now != self._shown:
            self._shown = now
            self.chosen.emit(now)

    def _open_menu(self, at: QPoint) -> None:
        if not self.indexAt(at).isValid() or self.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._actions[id] for id in STATUS_ACTIONS])
        menu.addSeparator()
        menu.addAction(self._actions["attach_evidence"])
        menu.addSeparator()
        menu.addAction(icon("trash-2"), "Remove requirement", self.remove_wanted.emit)
        menu.popup(self.viewport().mapToGlobal(at))
