"""The column of choices at the left of an export or a report: what both lay out alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ats.gui.controls.number_field import guard_wheel
from ats.gui.theme import Space


class ChoicesColumn(QScrollArea):
    """A column of choices. It never scrolls sideways, so it is never narrower than its widest
    choice, in letters of any size."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if (inner := self.widget()) is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            hint.setWidth(inner.minimumSizeHint().width() + bar)
        return hint


def choices_column(area: ChoicesColumn) -> QVBoxLayout:
    """Lay out a column of choices; its layout."""
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
