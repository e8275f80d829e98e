"""The square with a company's first letter."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.gui.theme import Radius, TextStyle, theme


def paint_monogram(painter: QPainter, rect: QRectF, name: str) -> None:
    """Paint the square for `name` into `rect`."""
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent_soft"))
        radius = Radius.CARD if rect.width() >= 32 else Radius.SMALL
        painter.drawRoundedRect(rect, radius, radius)
        font = QFont(theme().font(TextStyle.SUBTITLE))
        font.setPixelSize(max(11, round(rect.height() * 0.41)))
        painter.setFont(font)
        painter.setPen(theme().colour("accent"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter(name))
    finally:
        painter.restore()


def letter(name: str) -> str:
    """The first letter or figure of a name in upper case; a question mark where there is none."""
    return next((character.upper() for character in name if character.isalnum()), "?")


class Monogram(QWidget):
    def __init__(self, name: str = "", size: int = 44, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_monogram(painter, QRectF(self.rect()), self._name)
        painter.end()
