"""The window as the desktop knows it, on screen before anything else of the program is loaded:
it draws the outline of the window to come, then holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ats.gui.theme import Theme

LEAST_SIZE = QSize(1024, 640)
USUAL_SIZE = QSize(1280, 820)
TITLE_BAR = QSize(0, 40)

_SIDEBAR, _HEADER = 208, 132
_COLUMNS, _GAP, _ROUND = 5, 12, 10


class Frame(QWidget):
    """The top-level window. `left` is how the last one was left, as `geometry_text` gave it."""

    def __init__(self, theme: Theme, left: Mapping[str, Any] | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._content: QWidget | None = None
        self.painted = False
        self.setWindowTitle("ats")
        place_window(self, left)

    def hold(self, content: QWidget) -> None:
        """Show the window's content in place of its outline."""
        self._content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(content.windowTitle())
        content.show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close where the content agrees."""
        event.setAccepted(self._content is None or self._content.close())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The outline: sidebar, header, columns; nothing that could be taken for content."""
        self.painted = True
        if self._content is not None:
            return
        colour = self._theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, _SIDEBAR, self.height(), colour("window"))
        painter.setPen(colour("surface"))
        painter.setBrush(colour("sunken"))
        wide = (self.width() - _SIDEBAR - _GAP) / _COLUMNS
        for number in range(_COLUMNS):
            left = _SIDEBAR + _GAP + number * wide
            column = QRectF(left, _HEADER, wide - _GAP, self.height() - _HEADER - _GAP)
            painter.drawRoundedRect(column, _ROUND, _ROUND)
        painter.end()


def place_window(window: QWidget, left: Mapping[str, Any] | None) -> None:
    """Give a top-level window the size and place it was left with, else the usual size; never
    more than the screen has beside the title bar, which the desktop adds later."""
    room = window.screen().availableGeometry().size() - TITLE_BAR
    window.setMinimumSize(LEAST_SIZE.boundedTo(room))
    kept = left.get("geometry") if isinstance(left, Mapping) else None
    if not isinstance(kept, str) or not window.restoreGeometry(
        QByteArray.fromBase64(kept.encode("ascii", "ignore"))
    ):
        window.resize(USUAL_SIZE.boundedTo(room))


def geometry_text(window: QWidget) -> dict[str, str]:
    """The size and place of a top-level window, to be kept for the next start."""
    return {"geometry": bytes(window.saveGeometry().toBase64().data()).decode("ascii")}
