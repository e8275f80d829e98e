"""Paints the lines under review: headings of groups, and items with a box, their words and the
letters that say what they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ats.gui.capture.line_kinds import LABELS, Label, LineKind
from ats.gui.capture.line_model import ITEM
from ats.gui.capture.lines import Item
from ats.gui.theme import Radius, Space, TextStyle, theme

Index = QModelIndex | QPersistentModelIndex


def text_left() -> int:
    """Where in a row the words begin, after the box."""
    return Space.XS + _box() + Space.S


def _box() -> int:
    return theme().metrics.icon + Space.XXS


def letter_places(row: QRect, labels: Sequence[Label] = LABELS) -> list[tuple[Label, QRect]]:
    """Where in a row each letter stands."""
    side = theme().metrics.target
    step = side + Space.XXS
    left = row.right() - step * len(labels)
    top = row.top() + (row.height() - side) // 2
    return [(label, QRect(left + at * step, top, side, side)) for at, label in enumerate(labels)]


class LineDelegate(QStyledItemDelegate):
    """`editor` is the one that is open, `labels` what a line can be. The letters show on the
    current row, under the mouse, and on lines that are not sorted."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self.editor: QWidget | None = None
        self.labels: Sequence[Label] = LABELS

    def finish_editing(self) -> None:
        """Take what stands in an open editor."""
        if self.editor is not None:
            editor = self.editor
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = super().createEditor(parent, option, index)
        return self.editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter ends the editing and goes on to the page; plain Enter only ends it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.finish_editing()
                QCoreApplication.sendEvent(self._list, event)
                return True
        return super().eventFilter(watched, event)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = index.data(ITEM) is None
        style = TextStyle.CAPTION_STRONG if heading else TextStyle.BODY
        line = QFontMetrics(theme().font(style)).height()
        least = 0 if heading else theme().metrics.target
        return QSize(100, max(line + Space.S, least) + Space.XXS)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        item = index.data(ITEM)
        if isinstance(item, Item):
            self._paint_item(painter, option, item)
        else:
            painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
            painter.setPen(theme().colour("text2"))
            rect = option.rect.adjusted(Space.XXS, 0, 0, -Space.XXS)
            place = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, place, index.data())
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect.adjusted(text_left() - Space.S, 0, 0, 0))

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._list.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if focused or hovered:
            painter.setPen(QPen(theme().colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected" if focused else "hover"))
            frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        self._paint_box(painter, option, item)
        right = option.rect.right() - Space.XS
        if focused or hovered or item.kind is LineKind.UNSORTED:
            places = letter_places(option.rect, self.labels)
            right = places[0][1].left() - Space.S
            for label, place in places:
                _paint_letter(painter, label, place, chosen=label.kind is item.kind)
        self._paint_words(painter, option.rect, right, item)

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        side = _box()
        top = option.rect.top() + (option.rect.height() - side) // 2
        place = QRect(option.rect.left() + Space.XS, top, side, side)
        if item.kind is LineKind.UNSORTED:
            painter.setPen(QPen(theme().colour("warn"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(place).adjusted(2, 2, -2, -2))
            return
        box = QStyleOptionViewItem(option)
        box.rect = place
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if item.kept else QStyle.StateFlag.State_Off
        )
        primitive = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        self._list.style().drawPrimitive(primitive, box, painter, self._list)

    def _paint_words(self, painter: QPainter, row: QRect, right: int, item: Item) -> None:
        area = QRect(row.left() + text_left(), row.top(), 0, row.height())
        area.setRight(right)
        font = theme().font(TextStyle.BODY)
        painter.setFont(font)
        painter.setPen(theme().colour("text" if item.kept else "muted"))
        words = QFontMetrics(font).elidedText(item.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _paint_letter(painter: QPainter, label: Label, place: QRect, *, chosen: bool) -> None:
    painter.setPen(QPen(theme().colour("accent" if chosen else "control_border"), 1))
    painter.setBrush(theme().colour("accent" if chosen else "surface"))
    frame = QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5)
    painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
    painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
    painter.setPen(theme().colour("on_accent" if chosen else "text2"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, label.letter)
