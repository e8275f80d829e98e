"""Cells of a table in which something can be chosen: they look like it, and open a list."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ats.gui.icons import pixmap
from ats.gui.theme import Radius, Space, theme

Index = QModelIndex | QPersistentModelIndex
Option = tuple[Any, str]
"""A value and its text."""

_BEFORE, _AFTER = 3.5, 4.5  # from the edges of the cell to its frame
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class ChoiceDelegate(QStyledItemDelegate):
    """`options` gives what can be chosen in a cell, in groups with a line between; nothing where
    nothing can. The model shows the text of the choice and takes its value with `setData`."""

    def __init__(
        self,
        options: Callable[[Index], Sequence[Sequence[Option]]],
        name: Callable[[Index], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._options, self._name = options, name

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not self._options(index):
            super().paint(painter, option, index)
            return
        self._paint_ground(painter, option)
        frame = QRectF(option.rect).adjusted(_BEFORE, _BEFORE, -_AFTER, -_AFTER)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        line = theme().colour("accent" if focused else "control_border")
        painter.setPen(QPen(line, 2 if focused else 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        size = theme().metrics.icon
        ratio = option.widget.devicePixelRatioF() if option.widget else 1.0
        arrow = pixmap("chevron-down", "text2", size, ratio)
        area = frame.toRect().adjusted(Space.S, 0, -size - Space.S, 0)
        top = frame.center().y() - size / 2
        painter.drawPixmap(round(frame.right()) - size - Space.XS, round(top), arrow)
        painter.setPen(theme().colour("text"))
        text = str(index.data() or "")
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def width_of(self, text: str, font: QFont) -> int:
        """How wide a cell must be for a text to be seen whole."""
        beside = _BEFORE + _AFTER + 2 * Space.S + theme().metrics.icon
        return math.ceil(QFontMetricsF(font).horizontalAdvance(text) + beside) + 1

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(self._name(index))
        box.setMaxVisibleItems(16)
        for at, group in enumerate(self._options(index)):
            if at:
                box.insertSeparator(box.count())
            for value, text in group:
                box.addItem(text, value)
        box.activated.connect(lambda _=0: self._take(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data() or ""))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(3, 2, -4, -3))

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QAbstractItemDelegate.EndEditHint.NoHint)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme().colour("selected"))
        if theme().high_contrast:
            return
        bottom = option.rect.bottom()
        line = theme().colour("border")
        painter.fillRect(option.rect.left(), bottom, option.rect.width(), 1, line)


class ChoiceKeys(QObject):
    """Opens the choice in a table's row by click, Enter, F2, Space or Alt+Down."""

    def __init__(self, table: QTableView, column: int) -> None:
        super().__init__(table)
        self._table, self._column = table, column
        table.installEventFilter(self)
        table.clicked.connect(self._clicked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def open(self, row: int) -> bool:
        """Open the choice of a row; whether there is one."""
        index = self._table.model().index(row, self._column)
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self._table.setCurrentIndex(index)
        self._table.edit(index)
        return True

    def _clicked(self, index: Index) -> None:
        if index.column() == self._column:
            self.open(index.row())

    def _pressed(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers()
        down = key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
        plain = key in keys and not held & _HELD
        return (down or plain) and self.open(self._table.currentIndex().row())
