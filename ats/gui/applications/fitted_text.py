"""Texts that are laid out once and painted often: shortened to a width, and kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform

_MOST = 8_000  # texts kept; all are forgotten when there are more


class FittedTexts:
    """Texts in a few fonts, which are named by their place in `fonts`."""

    def __init__(self, fonts: Sequence[QFont]) -> None:
        self._fonts = tuple(fonts)
        self._metrics = tuple(QFontMetrics(font) for font in fonts)
        self._kept: dict[tuple[str, int, int], tuple[QStaticText, float, float]] = {}

    def draw(
        self, painter: QPainter, area: QRect, text: str, font: int, *, right: bool = False
    ) -> None:
        """Draw one line in the painter's pen, centred in the height of `area`."""
        width = area.width()
        static, wide, high = self._fitted(text, font, width)
        painter.setFont(self._fonts[font])
        left = area.left() + (width - wide if right else 0)
        painter.drawStaticText(QPointF(left, area.top() + (area.height() - high) / 2), static)

    def _fitted(self, text: str, font: int, width: int) -> tuple[QStaticText, float, float]:
        key = (text, font, width)
        kept = self._kept.get(key)
        if kept is None:
            if len(self._kept) > _MOST:
                self._kept.clear()
            kept = self._kept[key] = self._fit(*key)
        return kept

    def _fit(self, text: str, font: int, width: int) -> tuple[QStaticText, float, float]:
        elide = Qt.TextElideMode.ElideRight
        static = QStaticText(self._metrics[font].elidedText(text, elide, max(0, width)))
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(QTransform(), self._fonts[font])
        size = static.size()
        return static, size.width(), size.height()
