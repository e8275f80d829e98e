"""The column of choices at the left of an export or a report: what both lay out alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ats.gui.controls.number_field import guard_wheel
from ats.gui.theme import Space


def choices_column(area: QScrollArea) -> QVBoxLayout:
    """Make a scroll area a column of choices that never scrolls sideways; its layout."""
    inner = QWidget()
    inner.setObjectName("plain")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, Space.M, 0)
    column.setSpacing(Space.XS)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return column


def add_all(layout: QLayout, widgets: Iterable[QWidget]) -> None:
    for widget in widgets:
        layout.addWidget(widget)


def fitting(box: QComboBox) -> None:
    """Let a choice be as narrow as the column, and the wheel scroll the column."""
    guard_wheel(box)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
