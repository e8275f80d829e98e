"""Paints the requirement list: a status glyph, the requirement, and its evidence beneath."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ats.domain.posting import RequirementStatus
from ats.gui.application.layout import grown
from ats.gui.application.requirement_rows import KindHeading, second_line
from ats.gui.application.wrapped_text import height, paint_wrapped
from ats.gui.controls.glyphs import paint_requirement
from ats.gui.icons import pixmap
from ats.gui.record_model import RECORD
from ats.gui.theme import Radius, Space, TextStyle, theme
from ats.store.queries.application import RequirementDetail

_GLYPH = 20
_SIDE = 10  # between the frame of the selection and the glyph
_CLIP = 13
_ABOVE = 11
_MOST_LINES = 3

Index = QModelIndex | QPersistentModelIndex


class RequirementDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row = index.data(RECORD)
        if isinstance(row, KindHeading):
            return QSize(width, theme().metrics.control + Space.M)
        whole = self._text_height(row.requirement.text, width) + 2 * _ABOVE + 1
        if second_line(row):
            whole += self._line(TextStyle.CAPTION) + 3
        return QSize(width, whole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(RECORD)
        rect: QRect = option.rect
        if isinstance(row, KindHeading):
            _paint_heading(painter, rect, row)
        elif isinstance(row, RequirementDetail):
            self._paint_ground(painter, option, rect)
            self._paint_row(painter, rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        frame = QRectF(rect).adjusted(1, 1, -1, -2)
        if selected:
            width = 2 if self._view.hasFocus() else 1
            painter.setPen(QPen(theme().colour("accent"), width))
            painter.setBrush(theme().colour("accent_soft"))
            painter.drawRoundedRect(frame, Radius.CARD, Radius.CARD)
            return
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("window"))
            painter.drawRoundedRect(frame, Radius.CARD, Radius.CARD)
        painter.setPen(QPen(theme().colour("border"), 1))
        y = rect.bottom() + 0.5
        painter.drawLine(rect.left() + _indent(), int(y), rect.right() - _SIDE, int(y))

    def _paint_row(self, painter: QPainter, rect: QRect, row: RequirementDetail) -> None:
        line = self._line(TextStyle.MEDIUM)
        top = rect.top() + _ABOVE
        size = grown(_GLYPH)
        glyph = QRectF(rect.left() + _SIDE, top + (line - size) / 2 + 1, size, size)
        paint_requirement(painter, glyph, row.requirement.status)
        text = QRect(rect.left() + _indent(), top, rect.width() - _indent() - _SIDE, 0)
        text.setHeight(self._text_height(row.requirement.text, rect.width()))
        paint_wrapped(painter, text, row.requirement.text, TextStyle.MEDIUM, "text", _MOST_LINES)
        self._paint_second(painter, text.adjusted(0, text.height() + 3, 0, 0), row)

    def _paint_second(self, painter: QPainter, area: QRect, row: RequirementDetail) -> None:
        words = second_line(row)
        if not words:
            return
        line_height = self._line(TextStyle.CAPTION)
        left = area.left()
        if row.evidence:
            ratio = self._view.devicePixelRatioF()
            picture = pixmap("paperclip", "text2", grown(_CLIP), ratio)
            painter.drawPixmap(left, area.top() + (line_height - grown(_CLIP)) // 2, picture)
            left += grown(_CLIP) + 6
        gap = row.requirement.status is RequirementStatus.GAP
        line = QRect(left, area.top(), area.right() - left, line_height)
        role = "warn" if gap and not row.evidence else "text2"
        paint_wrapped(painter, line, words, TextStyle.CAPTION, role, 1)

    def _text_height(self, text: str, width: int) -> int:
        return height(text, TextStyle.MEDIUM, width - _indent() - _SIDE, _MOST_LINES)

    def _line(self, style: TextStyle) -> int:
        return QFontMetrics(theme().font(style)).height()


def _indent() -> int:
    """Where the text begins."""
    return _SIDE + grown(_GLYPH) + 14


def _paint_heading(painter: QPainter, rect: QRect, row: KindHeading) -> None:
    area = rect.adjusted(_SIDE, Space.XS, -_SIDE - 2, 0)
    middle = int(Qt.AlignmentFlag.AlignVCenter)
    painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
    painter.setPen(theme().colour("text2"))
    painter.drawText(area, middle | int(Qt.AlignmentFlag.AlignLeft), row.text)
    painter.setFont(theme().font(TextStyle.CAPTION, figures=True))
    painter.drawText(area, middle | int(Qt.AlignmentFlag.AlignRight), row.counts)
