"""The requirements of an application that is not made yet: which to keep, their words and their
kinds, in groups. It holds a draft, so it is changed directly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from ats.commands.applications import NewRequirement
from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Span
from ats.domain.words import requirement_kind_name
from ats.gui.capture.arrangement import item_key
from ats.gui.tooltips import plain

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
"""The Item of a row; None for the heading of a group."""


@dataclass(frozen=True, slots=True)
class Item:
    """`key` names the item's words in the posting; added items have keys of their own."""

    key: str
    text: str
    kind: RequirementKind
    span: Span | None = None
    kept: bool = True


class RequirementModel(QAbstractListModel):
    """A heading row for each kind there is, and below it the items of the kind. `edited` follows
    every change the person makes."""

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self._rows: list[Item | RequirementKind] = []
        self._added = 0

    @property
    def items(self) -> Sequence[Item]:
        return tuple(self._items)

    def show(self, found: Sequence[FoundItem]) -> None:
        """Show what was read from a posting, all of it kept."""
        self._set(
            [
                Item(item_key(index), item.text, item.kind, item.span)
                for index, item in enumerate(found)
            ]
        )

    def restore(self, items: Sequence[Item]) -> None:
        """Show items as they were."""
        self._set(list(items))

    def kept(self) -> tuple[NewRequirement, ...]:
        """What is to be created, in the order shown."""
        rows = (row for row in self._rows if isinstance(row, Item) and row.kept)
        return tuple(NewRequirement(text=row.text, kind=row.kind, span=row.span) for row in rows)

    def add(self, text: str, span: Span | None = None) -> str | None:
        """Add an item the person found, below what stands before it in the text; its key, or
        None where the text has no words."""
        text = " ".join(text.split())
        if not text:
            return None
        self._added += 1
        item = Item(f"added {self._added}", text, self._kind_near(span), span)
        self._set([*self._items, item])
        self.edited.emit()
        return item.key

    def set_kind(self, key: str, kind: RequirementKind) -> None:
        self._set([replace(item, kind=kind) if item.key == key else item for item in self._items])
        self.edited.emit()

    def row_of(self, key: str) -> int | None:
        rows = enumerate(self._rows)
        return next((at for at, row in rows if isinstance(row, Item) and row.key == key), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, RequirementKind):
            words = requirement_kind_name(row)
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return words if role in spoken else None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.text
            case Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.kept else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                # Escaped and wrapped, so that a posting's words are never taken for markup.
                return plain(row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.text}, {'kept' if row.kept else 'left out'}"
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return requirement_kind_name(row.kind)
        return row if role == ITEM else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if not isinstance(row, Item):
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            changed = replace(row, kept=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role == Qt.ItemDataRole.EditRole and str(value).strip():
            changed = replace(row, text=" ".join(str(value).split()))
        else:
            return False
        if changed != row:
            self._rows[index.row()] = changed
            self._items[self._items.index(row)] = changed
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(self._rows[index.row()], Item):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsUserCheckable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _kind_near(self, span: Span | None) -> RequirementKind:
        """The kind of what stands last before these words, because lists are of one kind."""
        before = [item for item in self._items if span and item.span and item.span < span]
        nearest = max(before, key=lambda item: item.span or (0, 0), default=None)
        kinds = (RequirementKind.MUST, RequirementKind.NICE, RequirementKind.DUTY)
        return nearest.kind if nearest and nearest.kind in kinds else RequirementKind.MUST

    def _set(self, items: list[Item]) -> None:
        self.beginResetModel()
        # Items without words in the text come last; sorting keeps the order of the rest.
        self._items = sorted(items, key=lambda item: (item.span is None, item.span or (0, 0)))
        self._rows = []
        for kind in RequirementKind:
            group = [item for item in self._items if item.kind is kind]
            self._rows += [kind, *group] if group else []
        self.endResetModel()
