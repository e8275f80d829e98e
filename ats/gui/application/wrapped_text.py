"""Text of several lines for delegates: broken at words, and shortened in its last line."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from ats.gui.theme import TextStyle, theme

_LONGEST = 2000  # characters looked at; far more than the lines that are shown can hold


def wrapped(text: str, style: TextStyle, width: int, most: int) -> tuple[str, ...]:
    """The lines of a text in `width` pixels, `most` at the most."""
    font = theme().font(style)
    return _wrapped(text[:_LONGEST], font.toString(), max(40, width), most)


def height(text: str, style: TextStyle, width: int, most: int) -> int:
    """How high these lines are."""
    spacing = QFontMetrics(theme().font(style)).lineSpacing()
    return len(wrapped(text, style, width, most)) * spacing


def paint_wrapped(
    painter: QPainter, area: QRect, text: str, style: TextStyle, role: str, most: int
) -> None:
    """Paint the lines into `area` from its top."""
    font = theme().font(style)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(theme().colour(role))
    top = area.top() + metrics.ascent()
    for line in wrapped(text, style, area.width(), most):
        left = area.left()
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = area.right() - metrics.horizontalAdvance(line)
        painter.drawText(QPointF(left, top), line)
        top += metrics.lineSpacing()


@lru_cache(maxsize=4096)
def _wrapped(text: str, font_words: str, width: int, most: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_words)
    lines: list[str] = []
    for paragraph in text.splitlines() or [""]:
        lines += _lines(paragraph, font, width)
        if len(lines) > most:
            break
    if len(lines) <= most:
        return tuple(lines)
    rest = " ".join(lines[most - 1 : most + 1])
    last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return (*lines[: most - 1], last if last != rest else f"{rest}…")


def _lines(paragraph: str, font: QFont, width: int) -> list[str]:
    layout = QTextLayout(paragraph, font)
    layout.setTextOption(_option())
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        found.append(_part(paragraph, start, line.textLength()))
    layout.endLayout()
    return found or [""]


def _part(text: str, start: int, length: int) -> str:
    """A part of a text by UTF-16 units, as Qt counts."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return text[start : start + length].rstrip()
    units = text.encode("utf-16-le")[start * 2 : (start + length) * 2]
    return units.decode("utf-16-le").rstrip()


def _option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
