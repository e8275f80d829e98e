"""Which columns of a table go out, and in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.theme import Space, theme


class _WholeList(QListWidget):
    """A list that is as tall as all its items: only the column around it scrolls, which follows
    the item that is current or dragged over."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QListWidget.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        self._show_place(event.position().toPoint())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if self.hasFocus():
            self._show_place(self.visualRect(index).center())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _show_place(self, place: QPoint) -> None:
        """Scroll what is around so far that this place can be seen."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and (inner := area.widget()) is not None:
            seen = self.viewport().mapTo(inner, place)
            area.ensureVisible(seen.x(), seen.y(), 0, 2 * theme().metrics.dense_row)


class ExportColumns(QWidget):
    """`changed` is sent when the person chose other columns or another order."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _WholeList()
        self.all_button = button("All", "link")
        self.none_button = button("None", "link")
        self._offered: tuple[str, ...] = ()
        self._build()
        theme().changed.connect(self.list.updateGeometry)

    def offer(self, headers: Sequence[str]) -> None:
        """Offer these columns, all of them chosen, unless they are offered already."""
        if tuple(headers) == self._offered:
            return
        self._offered = tuple(headers)
        self.list.blockSignals(True)
        self.list.clear()
        for header in headers:
            item = QListWidgetItem(" ".join(header.split()))
            item.setData(Qt.ItemDataRole.UserRole, header)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.updateGeometry()

    def chosen(self) -> tuple[str, ...]:
        """The headers in the order wanted; empty where all go out as they are."""
        items = [self.list.item(at) for at in range(self.list.count())]
        found = tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )
        return () if found == self._offered else found

    @property
    def none_chosen(self) -> bool:
        items = (self.list.item(at) for at in range(self.list.count()))
        return all(item.checkState() is not Qt.CheckState.Checked for item in items)

    def _check(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for at in range(self.list.count()):
            self.list.item(at).setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self.changed.emit()

    def _build(self) -> None:
        self.list.setAccessibleName("Columns, in their order")
        self.list.setToolTip("Space chooses a column; drag it to another place.")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        head = QHBoxLayout()
        head.addWidget(label("Columns", "subtitle"))
        head.addStretch()
        head.addWidget(self.all_button)
        head.addWidget(self.none_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        column.addWidget(self.list)
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self.list.model().rowsMoved.connect(self.changed)
        self.all_button.clicked.connect(lambda: self._check(Qt.CheckState.Checked))
        self.none_button.clicked.connect(lambda: self._check(Qt.CheckState.Unchecked))
