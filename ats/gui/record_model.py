"""Models that show frozen records and follow the store by comparing: what stays keeps its
place, its selection and its scroll position."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ats.gui.theme import TextStyle, theme

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()

_Role = Qt.ItemDataRole
RECORD = int(_Role.UserRole)
"""The role that gives the record itself."""
_EDIT, _TOOLTIP, _DECORATION = (
    int(_Role.EditRole),
    int(_Role.ToolTipRole),
    int(_Role.DecorationRole),
)
_ALIGNMENT, _FONT = int(_Role.TextAlignmentRole), int(_Role.FontRole)
_SPOKEN, _DESCRIBED = int(_Role.AccessibleTextRole), int(_Role.AccessibleDescriptionRole)

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOST_MOVES = 200  # when more rows than this change their order, it is told as a new layout

Text = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Column:
    """`right` is for figures: right-aligned, of equal width. `change(record, text)` runs a
    command and makes the column editable; `decoration` gives an icon or a colour."""

    title: str
    text: Text
    right: bool = False
    tooltip: Text | None = None
    change: Callable[[Any, str], None] | None = None
    decoration: Callable[[Any], Any] | None = None


class RecordModel(QAbstractTableModel):
    """Records with an `id` in rows. The two models below say what is in the columns."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: list[Any] = []
        self._rows: dict[int, int] = {}

    @property
    def records(self) -> Sequence[Any]:
        """The records shown, in order. Read only."""
        return self._records

    def record(self, at: Index | int) -> Any:
        """The record of an index or a row; None for one that is not there."""
        row = at if isinstance(at, int) else at.row()
        return self._records[row] if 0 <= row < len(self._records) else None

    def row_of(self, record_id: int) -> int | None:
        """The row that shows the record with this id."""
        return self._rows.get(record_id)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def show(self, records: Sequence[Any]) -> None:
        """Replace the records, telling views only what differs. Ids must be unique."""
        wanted = {record.id: record for record in records}
        self._remove_all_but(wanted)
        self._change(wanted)
        self._reorder([record.id for record in records if record.id in self._rows])
        self._insert(records)

    def _remove_all_but(self, wanted: dict[int, Any]) -> None:
        """In runs from the end, so that rows still to be removed keep their numbers."""
        last = len(self._records) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._records[first].id not in wanted:
                first -= 1
            if first < last:
                self.beginRemoveRows(_NONE, first + 1, last)
                del self._records[first + 1 : last + 1]
                self._count()
                self.endRemoveRows()
            last = first - 1

    def _change(self, wanted: dict[int, Any]) -> None:
        for row, old in enumerate(self._records):
            new = wanted[old.id]
            if new != old:
                self._records[row] = new
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _reorder(self, order: list[int]) -> None:
        rows = [self._rows[identity] for identity in order]
        staying = {order[at] for at in _longest_rising(rows)}
        if len(order) - len(staying) > _MOST_MOVES:
            self._lay_out(order)
            return
        for at, identity in enumerate(order):
            if identity not in staying:
                self._move_behind(identity, order[at - 1] if at else None)

    def _move_behind(self, identity: int, before: int | None) -> None:
        """Move a row to stand right behind another, or first."""
        source = self._rows[identity]
        gap = 0 if before is None else self._rows[before] + 1
        if gap in (source, source + 1):
            return
        self.beginMoveRows(_NONE, source, source, _NONE, gap)
        record = self._records.pop(source)
        self._records.insert(gap - (gap > source), record)
        self._count()
        self.endMoveRows()

    def _lay_out(self, order: list[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        identities = [self._records[index.row()].id for index in old]
        self._records = [self._records[self._rows[identity]] for identity in order]
        self._count()
        new = [
            self.index(self._rows[identity], index.column())
            for identity, index in zip(identities, old, strict=True)
        ]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(self, records: Sequence[Any]) -> None:
        """In runs; what is there already is in the wanted order."""
        row = 0
        while row < len(records):
            end = row
            while end < len(records) and records[end].id not in self._rows:
                end += 1
            if end > row:
                self.beginInsertRows(_NONE, row, end - 1)
                self._records[row:row] = records[row:end]
                self._count()
                self.endInsertRows()
            row = end + 1

    def _count(self) -> None:
        self._rows = {record.id: row for row, record in enumerate(self._records)}


class RecordTableModel(RecordModel):
    """One column per `Column`, for a QTableView."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._texts = tuple(column.text for column in columns)

    @property
    def columns(self) -> tuple[Column, ...]:
        return self._columns

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = 0) -> Any:
        if role:  # the display role is 0; views ask for some six others each time they paint
            return self._rare(index, role)
        return self._texts[index.column()](self._records[index.row()])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == _ALIGNMENT:
            return _RIGHT if column.right else _LEFT
        return None if role else column.title

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.isValid() and self._columns[index.column()].change is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Hand the text to the column's command. The view shows it once the store has it."""
        change = self._columns[index.column()].change
        if role != _EDIT or change is None:
            return False
        text = str(value).strip()
        if text != self._texts[index.column()](self._records[index.row()]):
            change(self._records[index.row()], text)
        return True

    def _rare(self, index: Index, role: int) -> Any:
        column = self._columns[index.column()]
        if role == _ALIGNMENT:
            return _RIGHT if column.right else None
        if role == _FONT:
            return theme().font(TextStyle.BODY, figures=True) if column.right else None
        if role == RECORD:
            return self._records[index.row()]
        if role == _DECORATION:
            return column.decoration(self._records[index.row()]) if column.decoration else None
        if role == _TOOLTIP:
            return column.tooltip(self._records[index.row()]) if column.tooltip else None
        if role == _EDIT:
            return column.text(self._records[index.row()])
        return None


class RecordListModel(RecordModel):
    """One text per record, for a QListView. `spoken` and `described` are for screen readers,
    where a delegate paints more than the text."""

    def __init__(
        self,
        text: Text,
        spoken: Text | None = None,
        described: Text | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._others: dict[int, Callable[[Any], Any]] = {
            RECORD: lambda record: record,
            _SPOKEN: spoken or text,
        }
        if described:
            self._others[_DESCRIBED] = described

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = 0) -> Any:
        if role:
            other = self._others.get(role)
            return other(self._records[index.row()]) if other else None
        return self._text(self._records[index.row()])


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The places of a longest rising run of distinct numbers, not necessarily side by side."""
    tails: list[int] = []  # the smallest number that ends a rising run of each length
    places: list[int] = []  # and where it is
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(places[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        places[length : length + 1] = [at]
    found = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
