"""Chips: small pills for filters that can be removed, suggestions to take, and toggles."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ats.gui.controls.buttons import pressed_by_enter
from ats.gui.icons import pixmap
from ats.gui.theme import TextStyle, theme

_SIDE = 11
_GAP = 7
_WIDEST_TEXT = 25  # text heights


class Chip(QAbstractButton):
    """A suggestion to take: an outlined pill; `clicked` when it is taken."""

    _ground, _ground_checked, _line = "surface", "accent_soft", "control_border"
    _text_role = "text"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        widest = _WIDEST_TEXT * theme().pixels(TextStyle.BODY)
        text = min(widest, self._metrics().horizontalAdvance(self.text()) + 2)
        return QSize(text + 2 * _SIDE + self._extra(), theme().metrics.target + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 64), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_pill(painter)
        self._paint_text(painter)
        self._paint_extra(painter)
        painter.end()

    def _extra(self) -> int:
        """Width of what stands after the text."""
        return 0

    def _paint_extra(self, painter: QPainter) -> None:
        """Paint what stands after the text."""

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(theme().font(TextStyle.BODY))

    def _paint_pill(self, painter: QPainter) -> None:
        width = 2.0 if self.hasFocus() else 1.0
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        ground = self._ground_checked if self.isChecked() else self._ground
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(theme().colour("hover" if hovered else ground))
        line = "accent" if self.hasFocus() or self.isChecked() else self._line
        painter.setPen(QPen(theme().colour(line), width))
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)

    def _paint_text(self, painter: QPainter) -> None:
        area = self.rect().adjusted(_SIDE, 0, -_SIDE - self._extra(), 0)
        painter.setFont(theme().font(TextStyle.BODY))
        painter.setPen(theme().colour(self._text_role if self.isEnabled() else "muted"))
        text = self._metrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)


class ToggleChip(Chip):
    """A chip that holds or not: `toggled(bool)`. A check mark repeats the colour."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCheckable(True)

    def _extra(self) -> int:
        return _small() + _GAP

    def _paint_extra(self, painter: QPainter) -> None:
        if self.isChecked():
            _paint_small(painter, self, "check", "accent")


class FilterChip(Chip):
    """A filter in force. Its cross, Delete or Backspace sends `removed`; the chip itself sends
    `clicked`, to change the filter."""

    removed = Signal()

    _ground, _line = "accent_soft", "accent_soft"

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(f"Filter: {text}")
        self.setAccessibleDescription("Delete removes it")
        self.setToolTip("Click to change, or press Delete to remove")
        self._cross_pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._cross_pressed = self._over_cross(event.position().toPoint())
        if self._cross_pressed:
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._cross_pressed:
            self._cross_pressed = False
            if self._over_cross(event.position().toPoint()):
                self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def _over_cross(self, point: QPoint) -> bool:
        """The cross's target is as high as the chip, and as wide."""
        edge = self.height() + 2
        zone = QRect(self.width() - edge, 0, edge, self.height())
        if self.isRightToLeft():
            zone.moveLeft(0)
        return zone.contains(point)

    def _extra(self) -> int:
        return _small() + _GAP

    def _paint_extra(self, painter: QPainter) -> None:
        _paint_small(painter, self, "x", "accent")


def _small() -> int:
    """The side of the drawing after a chip's text."""
    return theme().metrics.icon - 2


def _paint_small(painter: QPainter, chip: Chip, name: str, role: str) -> None:
    picture = pixmap(name, role, _small(), chip.devicePixelRatioF())
    painter.drawPixmap(
        chip.width() - _SIDE - _small() + 2, (chip.height() - _small()) // 2, picture
    )
