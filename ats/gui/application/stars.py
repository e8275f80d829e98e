"""Excitement as one to five stars, set by mouse or keyboard."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.gui.theme import Radius, theme

MOST = 5
_SIDE = 8


class Stars(QWidget):
    """`chosen` carries 1 to 5, or None when the stars are taken away again. Arrow keys and
    figures choose; 0, Delete or the star that is set already take away."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip("How much you want it: 1 to 5, 0 for none")
        theme().changed.connect(self.updateGeometry)
        self.set_value(None)

    def value(self) -> int | None:
        return self._value

    def set_value(self, value: int | None) -> None:
        self._value = value
        self.setAccessibleName(f"Excitement: {value} of {MOST}" if value else "Excitement: not set")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * _SIDE + MOST * self._pitch(), theme().metrics.control)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = self._value or 0
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._choose(now - 1)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._choose(now + 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(0)
        elif Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_5:
            self._choose(event.key() - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        star = int((event.position().x() - _SIDE) // self._pitch()) + 1
        if self.rect().contains(event.position().toPoint()):
            self._choose(0 if star == self._value else star)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        for star in range(MOST):
            self._paint_star(painter, star, filled=star < (self._value or 0))
        painter.end()

    def _choose(self, value: int) -> None:
        wanted = min(MOST, max(0, value)) or None
        if wanted != self._value:
            self.set_value(wanted)
            self.chosen.emit(wanted)

    def _pitch(self) -> int:
        return theme().metrics.target

    def _paint_frame(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)

    def _paint_star(self, painter: QPainter, star: int, *, filled: bool) -> None:
        centre = QPointF(_SIDE + (star + 0.5) * self._pitch() - 2, self.height() / 2 + 0.5)
        size = theme().metrics.icon * 0.52
        colour = theme().colour("warn" if filled else "control_border")
        painter.setPen(QPen(colour, 1.3, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawPolygon(_star(centre, size))


def _star(centre: QPointF, size: float) -> QPolygonF:
    points = []
    for corner in range(10):
        angle = math.pi * corner / 5 - math.pi / 2
        reach = size if corner % 2 == 0 else size * 0.45
        points.append(centre + QPointF(math.cos(angle), math.sin(angle)) * reach)
    return QPolygonF(points)
