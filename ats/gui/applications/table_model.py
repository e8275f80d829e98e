"""The applications as rows of a table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from ats.domain.overview import ApplicationRow
from ats.gui.applications import card_text
from ats.gui.applications.table_columns import COLUMNS, TableColumn
from ats.gui.record_model import Column, RecordTableModel

Index = QModelIndex | QPersistentModelIndex
Edit = Callable[[ApplicationRow, str, str], None]
_Role = Qt.ItemDataRole
_EDIT, _TOOLTIP = int(_Role.EditRole), int(_Role.ToolTipRole)
_SPOKEN = int(_Role.AccessibleTextRole)


class ApplicationTableModel(RecordTableModel):
    """One column per `TableColumn`; `edit(row, key, text)` runs the command of a column."""

    def __init__(
        self, today: Callable[[], date], edit: Edit, parent: QObject | None = None
    ) -> None:
        super().__init__([_column(each, today, edit) for each in COLUMNS], parent)
        self._today = today
        plain = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        self._flags = tuple(
            plain | Qt.ItemFlag.ItemIsEditable if column.edited else plain for column in COLUMNS
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = 0) -> Any:
        if not role:
            return super().data(index, role)
        if role == _EDIT:
            return self._edited(index)
        if role == _SPOKEN:
            return self._spoken(index)
        if role == _TOOLTIP:
            return super().data(index, 0) or None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:
        """Unlike the text shown, the text edited decides whether anything changed."""
        change = self.columns[index.column()].change
        if role != _EDIT or change is None:
            return False
        if str(value).strip() != self._edited(index):
            change(self.record(index), str(value))
        return True

    def _edited(self, index: Index) -> str | None:
        edited = COLUMNS[index.column()].edited
        return edited(self.record(index), self._today()) if edited else None

    def _spoken(self, index: Index) -> str:
        """The role speaks for the whole row; other cells say what they are about."""
        if index.column() == 0:
            return card_text.spoken(self.record(index), self._today())
        column = COLUMNS[index.column()]
        return f"{column.title}: {column.text(self.record(index), self._today()) or 'empty'}"


def _column(column: TableColumn, today: Callable[[], date], edit: Edit) -> Column:
    def change(row: ApplicationRow, text: str) -> None:
        edit(row, column.key, text)

    return Column(
        column.title,
        lambda row: column.text(row, today()),
        right=column.right,
        change=change if column.edited else None,
    )
