"""Shows cards in a list view: `CardPainter` for one column."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ats.gui.applications.card import GAP, CardPainter, CardState
from ats.gui.record_model import RECORD

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """`card_width` is the width of every card, whatever the width of the item around it."""

    def __init__(self, painter: CardPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._painter = painter
        self.card_width = 192

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self._painter.height(index.data(RECORD), self.card_width)
        return QSize(self.card_width, height + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        flags = option.state
        place: QRect = option.rect
        card = QRect(place.left(), place.top(), self.card_width, place.height() - GAP)
        state = CardState(
            selected=bool(flags & QStyle.StateFlag.State_Selected),
            focused=bool(flags & QStyle.StateFlag.State_HasFocus),
            hovered=bool(flags & QStyle.StateFlag.State_MouseOver),
        )
        widget = option.widget
        painter.save()
        self._painter.paint(painter, card, index.data(RECORD), state, widget.devicePixelRatioF())
        painter.restore()
