"""Which column of a file holds what: one line per column with its first values, what it is taken
for and why; each can be chosen otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from ats.exchange.imports.fields import SHARED_FIELDS, Field
from ats.exchange.imports.plan import ColumnInfo
from ats.gui.theme import Space, theme
from ats.gui.tooltips import plain
from ats.gui.transfer.choice_delegate import ChoiceDelegate, ChoiceKeys, Option
from ats.gui.transfer.field_names import FIELD_GROUPS, FIELD_NAMES
from ats.gui.transfer.import_words import why
from ats.gui.transfer.whole_rows import show_whole_rows

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
HEADER, FIELD, WHY, SAMPLES = range(4)
_TITLES = ("Column of the file", "Goes to", "Why", "First values")
_WIDTHS = (190, 220, 130, 300)


class ColumnsModel(QAbstractTableModel):
    """`chosen` is sent when the person chose what a column holds."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[ColumnInfo] = []
        self._fields: list[Field] = []
        self._by_you: set[str] = set()
        self._preset = ""
        self._fixed = False

    def show(self, columns: Sequence[ColumnInfo], preset: str, *, fixed: bool) -> None:
        """Show the columns of a file and what they hold; `fixed` for the program's own files."""
        same = [each.header for each in columns] == [each.header for each in self._columns]
        fields = [Field(each.field or Field.IGNORE) for each in columns]
        self._preset, self._fixed = preset, fixed
        if same:
            # What a column was first taken for, and why, is still the reason where it stands.
            self._fields = fields
            last = self.index(len(fields) - 1, len(_TITLES) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._columns, self._fields = list(columns), fields
        self._by_you.clear()
        self.endResetModel()

    def forget(self) -> None:
        """Forget the file and what was chosen."""
        self.beginResetModel()
        self._columns, self._fields = [], []
        self._by_you.clear()
        self.endResetModel()

    def mapping(self) -> dict[str, str]:
        """Header to field, for every column."""
        return {
            column.header: field.value
            for column, field in zip(self._columns, self._fields, strict=True)
        }

    def row_of(self, header: str) -> int:
        """Where a column stands. Raises StopIteration where there is none."""
        return next(at for at, each in enumerate(self._columns) if each.header == header)

    def name(self, row: int) -> str:
        """What a column is called here: its header, or its place where it has none."""
        return self._columns[row].header.strip() or f"Column {row + 1}"

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != _Role.DisplayRole:
            return None
        return _TITLES[section] if 0 <= section < len(_TITLES) else None

    def data(self, index: Index, role: int = 0) -> Any:
        row, at = index.row(), index.column()
        if role == _Role.DisplayRole:
            return self._text(row, at)
        if role == _Role.ForegroundRole:
            quiet = at in (WHY, SAMPLES) or self._fields[row] is Field.IGNORE
            return theme().colour("text2") if quiet else None
        if role == _Role.ToolTipRole and at in (HEADER, SAMPLES):
            return plain("\n".join([self.name(row), *self._columns[row].samples]))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        free = index.isValid() and index.column() == FIELD and not self._fixed
        return flags | Qt.ItemFlag.ItemIsEditable if free else flags

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        """Two columns can't hold the same: the other one is kept as an imported field."""
        field, row = Field(value), index.row()
        if field is self._fields[row]:
            return False
        for other, its in enumerate(self._fields):
            if other != row and field not in SHARED_FIELDS and its is field:
                self._fields[other] = Field.IGNORE
                self._by_you.add(self._columns[other].header)
        self._fields[row] = field
        self._by_you.add(self._columns[row].header)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, len(_TITLES) - 1))
        self.chosen.emit()
        return True

    def is_open(self, index: Index) -> bool:
        """Whether something can be chosen in a cell."""
        return bool(self.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _text(self, row: int, at: int) -> str:
        column = self._columns[row]
        if at == HEADER:
            return self.name(row)
        if at == FIELD:
            return FIELD_NAMES[self._fields[row]]
        if at == WHY:
            return self._why(column)
        return " · ".join(" ".join(sample.split())[:80] for sample in column.samples)

    def _why(self, column: ColumnInfo) -> str:
        if self._fixed:
            return "Its own column"
        return why("you" if column.header in self._by_you else column.why, self._preset)


class ColumnChoices(QTableView):
    """`changed` is sent when the person chose what a column holds."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = ColumnsModel(self)
        self.columns.chosen.connect(self.changed)
        self.setModel(self.columns)
        self.choice = ChoiceDelegate(self._options, self._name, self)
        self.setItemDelegateForColumn(FIELD, self.choice)
        self.keys = ChoiceKeys(self, FIELD)
        show_whole_rows(self, "Columns of the file")
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme().changed.connect(self._measure)
        self._measure()

    def show_columns(self, columns: Sequence[ColumnInfo], preset: str, *, fixed: bool) -> None:
        """Show the columns of a file; `fixed` where nothing can be chosen."""
        self.columns.show(columns, preset, fixed=fixed)
        if not self.currentIndex().isValid() and columns:
            self.setCurrentIndex(self.columns.index(0, HEADER))

    def forget(self) -> None:
        self.columns.forget()

    def mapping(self) -> dict[str, str]:
        """Header to field, for every column."""
        return self.columns.mapping()

    def choose(self, header: str, field: Field) -> None:
        """Choose what a column holds."""
        self.columns.setData(self.columns.index(self.columns.row_of(header), FIELD), field)

    def _options(self, index: Index) -> Sequence[Sequence[Option]]:
        return FIELD_GROUPS if self.columns.is_open(index) else ()

    def _name(self, index: Index) -> str:
        return f"What the column {self.columns.name(index.row())} holds"

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().metrics.row + Space.XXS)
        grow = theme().metrics.control / 32
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, round(width * grow))
