"""The rows of a list of lines: the items of some kinds, in groups. The lines themselves are in
`Lines`; this only shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ats.domain.posting import RequirementKind
from ats.domain.words import requirement_kind_name
from ats.gui.capture.line_kinds import ASKED, LineKind, kind_name
from ats.gui.capture.lines import Item, Lines
from ats.gui.tooltips import plain

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
"""The Item of a row; None for the heading of a group."""


class LineModel(QAbstractListModel):
    """Several kinds come in groups, each below a heading row; a single kind has no heading."""

    def __init__(
        self, lines: Lines, kinds: Sequence[LineKind] = ASKED, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.lines, self._kinds = lines, tuple(kinds)
        self._rows: list[Item | LineKind] = []
        lines.changed.connect(self._follow)

    @property
    def items(self) -> list[Item]:
        """The items shown, in their order here."""
        return [row for row in self._rows if isinstance(row, Item)]

    def row_of(self, key: str) -> int | None:
        rows = enumerate(self._rows)
        return next((at for at, row in rows if isinstance(row, Item) and row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, LineKind):
            words = requirement_kind_name(RequirementKind(row.value))
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return words if role in spoken else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.text
            case Qt.ItemDataRole.CheckStateRole if row.kind is not LineKind.UNSORTED:
                return Qt.CheckState.Checked if row.kept else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                # Escaped and wrapped, so that a posting's words are never taken for markup.
                return plain(row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.text}, {_state(row)}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return kind_name(row.kind)
        return row if role == ITEM else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if not isinstance(row, Item):
            return False
        if role == Qt.ItemDataRole.CheckStateRole and row.kind is not LineKind.UNSORTED:
            self.lines.keep(row.key, Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole:
            self.lines.rename(row.key, str(value))
        else:
            return False
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self._rows[index.row()]
        if not isinstance(row, Item):
            return Qt.ItemFlag.NoItemFlags
        able = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        ticked = row.kind is not LineKind.UNSORTED
        return able | Qt.ItemFlag.ItemIsUserCheckable if ticked else able

    def _follow(self) -> None:
        """Show the lines as they are now, and no more of a change than there is."""
        rows = self._wanted()
        if [_name(row) for row in rows] != [_name(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(at), self.index(at))

    def _wanted(self) -> list[Item | LineKind]:
        rows: list[Item | LineKind] = []
        for kind in self._kinds:
            group = self.lines.of((kind,))
            if group and len(self._kinds) > 1:
                rows.append(kind)
            rows += group
        return rows


def _name(row: Item | LineKind) -> tuple[str, LineKind]:
    return (row.key, row.kind) if isinstance(row, Item) else ("", row)


def _state(item: Item) -> str:
    if item.kind is LineKind.UNSORTED:
        return "not sorted"
    return "kept" if item.kept else "left out"
