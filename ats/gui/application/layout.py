"""Layouts as this page builds them: rows and columns without margins, and a scrolled column."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ats.gui.theme import Space, theme

NO_MARGINS = QMargins()
Layout = TypeVar("Layout", bound=QBoxLayout)


def row(parent: QWidget | None = None, spacing: int = Space.S) -> QHBoxLayout:
    return _bare(QHBoxLayout(parent) if parent else QHBoxLayout(), spacing)


def column(parent: QWidget | None = None, spacing: int = Space.S) -> QVBoxLayout:
    return _bare(QVBoxLayout(parent) if parent else QVBoxLayout(), spacing)


def _bare(layout: Layout, spacing: int) -> Layout:
    layout.setContentsMargins(NO_MARGINS)
    layout.setSpacing(spacing)
    return layout


def scrolled(content: QWidget) -> QScrollArea:
    """A column that scrolls up and down only, on the ground of what is around it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    content.setObjectName("plain")
    area.setWidget(content)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def follow_cursor(area: QScrollArea, text: QPlainTextEdit) -> None:
    """Keep the line being typed in sight, in a text that is as high as its content."""

    def scroll() -> None:
        content = area.widget()
        if text.hasFocus() and content is not None:
            spot = text.viewport().mapTo(content, text.cursorRect().center())
            area.ensureVisible(spot.x(), spot.y(), 0, text.fontMetrics().lineSpacing() * 2)

    text.cursorPositionChanged.connect(scroll)


def grown(pixels: int) -> int:
    """A size that grows with the text; `pixels` is for text of the design's size."""
    return round(pixels * theme().metrics.icon / 16)


def rule(vertical: bool = False) -> QFrame:
    """A line of one pixel."""
    line = QFrame()
    line.setProperty("line", "vertical" if vertical else "true")
    return line
