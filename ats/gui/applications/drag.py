"""What is carried while cards are dragged: the ids of applications, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QScrollBar

from ats.gui.theme import TextStyle, theme

MIME = "application/x-ats-applications"

_EDGE = 36  # pixels from an edge within which a drag scrolls
_STEP = 14
_EVERY_MS = 24


def carried(ids: Sequence[int]) -> QMimeData:
    """The data of a drag."""
    mime = QMimeData()
    mime.setData(MIME, ",".join(map(str, ids)).encode())
    return mime


def ids_in(mime: QMimeData) -> tuple[int, ...]:
    """The applications of a drag; empty for a drag from elsewhere."""
    if not mime.hasFormat(MIME):
        return ()
    parts = bytes(mime.data(MIME).data()).decode("ascii", "ignore").split(",")
    return tuple(int(part) for part in parts if part.isdigit())


def with_count(picture: QPixmap, count: int) -> QPixmap:
    """The picture of a dragged card, half transparent, with how many come along."""
    result = QPixmap(picture.size())
    result.setDevicePixelRatio(picture.devicePixelRatio())
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(0.85)
    painter.drawPixmap(QPointF(0, 0), picture)
    if count > 1:
        painter.setOpacity(1)
        _paint_count(painter, picture.deviceIndependentSize().width(), count)
    painter.end()
    return result


def _paint_count(painter: QPainter, width: float, count: int) -> None:
    size = theme().metrics.target
    badge = QRectF(width - size - 4, 4, size, size)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent"))
    painter.drawEllipse(badge)
    painter.setPen(theme().colour("on_accent"))
    painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))


class EdgeScroll(QObject):
    """Scrolls a bar while a drag rests near one end of what it scrolls."""

    def __init__(self, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar, self._direction = bar, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._scroll)

    def follow(self, at: int, length: int) -> None:
        """The drag is `at` pixels along something `length` pixels long."""
        self._direction = -1 if at < _EDGE else 1 if at > length - _EDGE else 0
        if self._direction and not self._timer.isActive():
            self._timer.start()
        elif not self._direction:
            self._timer.stop()

    def stop(self) -> None:
        self._timer.stop()

    def _scroll(self) -> None:
        before = self._bar.value()
        self._bar.setValue(before + self._direction * _STEP)
        if self._bar.value() == before:
            self._timer.stop()


def top_left_of(picture: QPixmap, grabbed: QPoint) -> QPoint:
    """Where in a card the pointer holds it, never outside."""
    size = picture.deviceIndependentSize().toSize()
    return QPoint(min(max(grabbed.x(), 0), size.width()), min(max(grabbed.y(), 0), size.height()))
