"""Paints the timeline: a heading for each day, and under it what happened, with all its words
up to a length that still lets the list be read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ats.domain.timeline import EventKind, InterviewKind
from ats.gui.application.layout import grown
from ats.gui.application.timeline_rows import DayRow, EntryRow
from ats.gui.application.wrapped_text import height, paint_wrapped
from ats.gui.controls.glyphs import paint_stage
from ats.gui.icons import pixmap
from ats.gui.record_model import RECORD
from ats.gui.theme import Radius, Space, TextStyle, theme
from ats.store.queries.application import OfferDetail

_ICON = 16
_SIDE = 10
_WIDEST = 820
_MOST_LINES = 6

_INTERVIEWS = {
    InterviewKind.PHONE: "phone",
    InterviewKind.VIDEO: "video",
    InterviewKind.ON_SITE: "building-2",
    InterviewKind.PANEL: "users",
    InterviewKind.TECHNICAL: "keyboard",
    InterviewKind.TAKE_HOME: "file-text",
}

Index = QModelIndex | QPersistentModelIndex


def picture(row: EntryRow) -> str:
    """The icon of an entry; empty for a stage, which has its glyph."""
    about = row.about
    if isinstance(about, OfferDetail):
        return "handshake"
    if about.interview is not None:
        return _INTERVIEWS.get(about.interview.kind, "users")
    return {EventKind.NOTE: "sticky-note", EventKind.MESSAGE: "message-square"}.get(
        about.event.kind, "" if about.event.kind is EventKind.STAGE else "users"
    )


class TimelineDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row = index.data(RECORD)
        if isinstance(row, DayRow):
            return QSize(width, theme().metrics.control + (Space.S if index.row() else 0))
        whole = _line(TextStyle.STRONG) + 2 * Space.S
        for text in _texts(row):
            whole += height(text, TextStyle.BODY, _width(width), _MOST_LINES) + 2
        return QSize(width, whole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = index.data(RECORD)
        rect: QRect = option.rect
        if isinstance(row, DayRow):
            _paint_day(painter, rect, row)
        elif isinstance(row, EntryRow):
            self._paint_ground(painter, option, rect)
            self._paint_picture(painter, rect, row)
            self._paint_words(painter, rect, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect) -> None:
        state = option.state
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_Selected:
            width = 2 if self._view.hasFocus() else 1
            painter.setPen(QPen(theme().colour("accent"), width))
            painter.setBrush(theme().colour("accent_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme().colour("window"))
        frame = QRectF(rect).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, Radius.CARD, Radius.CARD)

    def _paint_picture(self, painter: QPainter, rect: QRect, row: EntryRow) -> None:
        size = grown(_ICON)
        top = rect.top() + Space.S + (_line(TextStyle.STRONG) - size) // 2
        about = row.about
        if not isinstance(about, OfferDetail) and about.stage_kind is not None:
            square = QRectF(rect.left() + _SIDE, top, size, size)
            paint_stage(painter, square, about.stage_kind, about.event.outcome)
            return
        ratio = self._view.devicePixelRatioF()
        drawing = pixmap(picture(row), "text2", size, ratio)
        painter.drawPixmap(rect.left() + _SIDE, top, drawing)

    def _paint_words(self, painter: QPainter, rect: QRect, row: EntryRow) -> None:
        width = _width(rect.width())
        line = QRect(rect.left() + _indent(), rect.top() + Space.S, width, _line(TextStyle.STRONG))
        font = theme().font(TextStyle.STRONG)
        when = theme().font(TextStyle.CAPTION, figures=True)
        taken = QFontMetrics(when).horizontalAdvance(row.when) + Space.M if row.when else 0
        metrics = QFontMetrics(font)
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, width - taken)
        painter.setFont(font)
        painter.setPen(theme().colour("text"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), title)
        if row.when:
            after = metrics.horizontalAdvance(title) + Space.S + 2
            room = line.adjusted(after, 0, Space.M, 0)
            painter.setFont(when)
            painter.setPen(theme().colour("text2"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), row.when)
        top = line.bottom() + 3
        for text in _texts(row):
            area = QRect(line.left(), top, width, 0)
            paint_wrapped(painter, area, text, TextStyle.BODY, "text2", _MOST_LINES)
            top += height(text, TextStyle.BODY, width, _MOST_LINES) + 2


def _texts(row: EntryRow) -> list[str]:
    """Each line as it is painted; the form has all of what is too long here."""
    return [f"{what}: {text}" if what else text for what, text in row.lines]


def _indent() -> int:
    """Where the words begin."""
    return _SIDE + grown(_ICON) + 14


def _width(whole: int) -> int:
    return max(80, min(grown(_WIDEST), whole - _indent() - _SIDE))


def _line(style: TextStyle) -> int:
    return QFontMetrics(theme().font(style)).height()


def _paint_day(painter: QPainter, rect: QRect, row: DayRow) -> None:
    area = rect.adjusted(_SIDE, 0, -_SIDE, -Space.XS)
    low = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
    font = theme().font(TextStyle.CAPTION_STRONG, figures=True)
    painter.setFont(font)
    painter.setPen(theme().colour("text2"))
    painter.drawText(area, low, row.text)
    after = QFontMetrics(font).horizontalAdvance(row.text) + Space.S
    painter.setFont(theme().font(TextStyle.CAPTION))
    painter.setPen(theme().colour("muted"))
    painter.drawText(area.adjusted(after, 0, 0, 0), low, row.ago)
