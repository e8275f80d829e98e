"""Everything an archive holds, how each thing stands to the store, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from ats.exchange.archive.plan import ArchiveItem, ArchivePlan, Choice, State
from ats.gui.icons import icon
from ats.gui.theme import theme
from ats.gui.tooltips import plain
from ats.gui.transfer.archive_words import KINDS, STATES, choice_name
from ats.gui.transfer.choice_delegate import ChoiceDelegate, ChoiceKeys, Option
from ats.gui.transfer.whole_rows import show_whole_rows

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
NAME, STATE, HAPPENS, KIND, DETAIL = range(5)
_TITLES = ("Name", "Here", "What happens", "What", "More")
_WIDTHS = (220, 120, 176, 104, 200)
_ORDER = (State.DIFFERS, State.NEW, State.SAME)
_SIGNS = {
    State.NEW: ("plus", "ok"),
    State.SAME: ("check", "text2"),
    State.DIFFERS: ("circle-alert", "warn"),
}


class ArchiveModel(QAbstractTableModel):
    """`decided` is sent when the person decided about an item."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[ArchiveItem] = ()
        self.choices: dict[int, Choice] = {}

    def show(self, items: Sequence[ArchiveItem], choices: dict[int, Choice]) -> None:
        self.beginResetModel()
        self._items, self.choices = items, choices
        self.endResetModel()

    def item(self, row: int) -> ArchiveItem | None:
        return self._items[row] if 0 <= row < len(self._items) else None

    def refresh(self) -> None:
        """What becomes of items was decided otherwise."""
        last = self.index(self.rowCount() - 1, HAPPENS)
        self.dataChanged.emit(self.index(0, HAPPENS), last)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return _TITLES[section] if 0 <= section < len(_TITLES) else None

    def data(self, index: Index, role: int = 0) -> Any:
        item, at = self._items[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self._text(item, at)
        if role == _Role.DecorationRole and at == STATE:
            return icon(*_SIGNS[item.state])
        if role == _Role.ForegroundRole and at in (KIND, DETAIL):
            return theme().colour("text2")
        if role == _Role.ToolTipRole:
            return plain(self._text(item, at))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.options(index) else flags

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        """Decide about one item."""
        self.choices[self._items[index.row()].number] = Choice(value)
        self.dataChanged.emit(index, index)
        self.decided.emit()
        return True

    def options(self, index: Index) -> Sequence[Sequence[Option]]:
        """What can be chosen in a cell."""
        item = self.item(index.row())
        if item is None or index.column() != HAPPENS or len(item.choices) < 2:
            return ()
        return (tuple((choice, choice_name(item, choice)) for choice in item.choices),)

    def _text(self, item: ArchiveItem, at: int) -> str:
        if at == HAPPENS:
            return choice_name(item, self.choices.get(item.number, item.choices[0]))
        texts = {
            NAME: item.title,
            STATE: STATES[item.state],
            KIND: KINDS[item.kind][0],
            DETAIL: item.detail,
        }
        return texts[at]


class ArchiveTable(QTableView):
    """`current_changed` follows the item that is looked at; `decided` a decision about one."""

    current_changed = Signal()
    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = ArchiveModel(self)
        self.setModel(self.items)
        self.choice = ChoiceDelegate(self.items.options, self._name, self)
        self.setItemDelegateForColumn(HAPPENS, self.choice)
        self.keys = ChoiceKeys(self, HAPPENS)
        show_whole_rows(self, "What the archive holds")
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.items.decided.connect(self.decided)
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self._measure)
        self._measure()

    def show_items(
        self, plan: ArchivePlan | None, choices: dict[int, Choice], states: Sequence[State]
    ) -> None:
        """Show the items in one of `states`, or all: first those the person is asked about."""
        items = plan.items if plan is not None else ()
        shown = [item for item in items if not states or item.state in states]
        self.items.show(sorted(shown, key=lambda item: _ORDER.index(item.state)), choices)
        if self.items.rowCount():
            self.setCurrentIndex(self.items.index(0, NAME))
        self.current_changed.emit()

    def current_item(self) -> ArchiveItem | None:
        """The item that is looked at."""
        return self.items.item(self.currentIndex().row())

    def _moved(self) -> None:
        self.current_changed.emit()

    def _name(self, index: Index) -> str:
        item = self.items.item(index.row())
        return f"What happens with {item.title}" if item is not None else "What happens"

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().metrics.row)
        grow = theme().metrics.control / 32
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, round(width * grow))
