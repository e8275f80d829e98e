"""Paints the evidence list: title, where and when, and how often it is used."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ats.domain.words import counted
from ats.gui.record_model import RECORD
from ats.gui.theme import Radius, Space, TextStyle, theme
from ats.store.queries.evidence import EvidenceRow

_SIDE = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

Index = QModelIndex | QPersistentModelIndex


def used(count: int) -> str:
    """ "used in 6 applications", or "not used yet"."""
    return f"used in {counted(count, 'application')}" if count else "not used yet"


class EvidenceDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        lines = _height(TextStyle.MEDIUM) + _height(TextStyle.CAPTION)
        return QSize(self._view.viewport().width(), lines + 2 * Space.S + 5)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RECORD)
        if not isinstance(row, EvidenceRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        area = option.rect.adjusted(_SIDE, Space.S, -_SIDE, 0)
        line = QRect(area.left(), area.top(), area.width(), _height(TextStyle.MEDIUM))
        _write(painter, line, row.title, TextStyle.MEDIUM, "text")
        under = line.translated(0, line.height() + 3)
        under.setHeight(_height(TextStyle.CAPTION))
        where = ", ".join(part for part in (row.place, row.period) if part)
        words = " · ".join(part for part in (where, used(row.used_in)) if part)
        _write(painter, under, words, TextStyle.CAPTION, "text2")
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        frame = QRectF(option.rect).adjusted(1, 1, -1, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if option.state & QStyle.StateFlag.State_Selected:
            width = 2 if self._view.hasFocus() else 1
            painter.setPen(QPen(theme().colour("accent"), width))
            painter.setBrush(theme().colour("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme().colour("window"))
        painter.drawRoundedRect(frame, Radius.CARD, Radius.CARD)


def _height(style: TextStyle) -> int:
    return QFontMetrics(theme().font(style)).height()


def _write(painter: QPainter, area: QRect, text: str, style: TextStyle, role: str) -> None:
    font = theme().font(style)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.setFont(font)
    painter.setPen(theme().colour(role))
    painter.drawText(area, _LEFT, shown)
