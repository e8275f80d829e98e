"""The first rows of a file as they stand in it, so that a wrong encoding, delimiter or row of
headers is seen at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ats.exchange.imports.plan import ImportPlan
from ats.gui.theme import TextStyle, theme
from ats.gui.tooltips import plain

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
_LONGEST = 200
_MOST_COLUMNS = 500
_WIDEST_EMS = 22


class SampleModel(QAbstractTableModel):
    """The row of headers above, the numbers of the rows beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headers: Sequence[str] = ()
        self._rows: Sequence[tuple[int, Sequence[str]]] = ()

    def show(self, headers: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        self.beginResetModel()
        self._headers, self._rows = headers, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else min(len(self._headers), _MOST_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if role != _Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{self._rows[section][0]:,}" if section < len(self._rows) else None
        return " ".join(self._headers[section].split())[:_LONGEST]

    def data(self, index: Index, role: int = 0) -> Any:
        cells = self._rows[index.row()][1]
        text = cells[index.column()] if index.column() < len(cells) else ""
        if role == _Role.DisplayRole:
            return " ".join(text[: 2 * _LONGEST].split())[:_LONGEST]
        if role == _Role.ToolTipRole:
            return plain(text[:2000])
        return None


class SampleTable(QTableView):
    """Read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = SampleModel(self)
        self.setModel(self.rows)
        self.setProperty("framed", "true")
        self.setAccessibleName("The first rows of the file")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        theme().changed.connect(self._measure)
        self._measure()

    def show_plan(self, plan: ImportPlan) -> None:
        """Show the first rows of a plan's file."""
        self.show_rows(plan.headers, plan.first_rows)

    def show_rows(self, headers: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]) -> None:
        """Show rows with their numbers, each column as wide as it needs, within reason."""
        self.rows.show(headers, rows)
        widest = _WIDEST_EMS * theme().pixels(TextStyle.BODY)
        self.resizeColumnsToContents()
        for column in range(self.rows.columnCount()):
            if self.columnWidth(column) > widest:
                self.setColumnWidth(column, widest)
        self._measure()

    def _measure(self) -> None:
        """As high as its rows."""
        row = theme().metrics.dense_row
        self.verticalHeader().setDefaultSectionSize(row)
        lines = max(1, self.rows.rowCount())
        head = max(theme().metrics.control, self.horizontalHeader().sizeHint().height())
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setMaximumHeight(head + lines * row + bar + 4)
