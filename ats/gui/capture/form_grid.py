"""Sets fields in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ats.gui.theme import Space, TextStyle, theme

_COLUMN_EMS = 9  # the least width of a third of the form, in text heights


class FormGrid(QWidget):
    """`rows` hold fields with how many of six columns each takes; None leaves columns empty.
    Where a third of the width is too narrow for a field, a field takes half or all of a row
    instead."""

    def __init__(self, rows: Sequence[Sequence[tuple[QWidget | None, int]]]) -> None:
        super().__init__()
        self._rows = rows
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.M)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)
        self._arrange(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - 2 * Space.M
        least = max(3 * _COLUMN_EMS * theme().pixels(TextStyle.BODY), self._least_thirds())
        self._arrange(narrow=room < least)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the narrow arrangement, or it would never be reached; as wide as the
        widest field there."""
        hints = [
            (field.minimumSizeHint().width(), self._columns(wide, narrow=True))
            for row in self._rows
            for field, wide in row
            if field is not None and not field.isHidden()
        ]
        halves = [2 * width + Space.M if columns == 3 else width for width, columns in hints]
        return QSize(max(halves, default=0), super().minimumSizeHint().height())

    def _least_thirds(self) -> int:
        """The least room for the fields that stand three in a row, without the gaps."""
        least = [0, 0, 0]
        for row in self._rows:
            at = 0
            for field, wide in row:
                if wide == 2 and field is not None and not field.isHidden():
                    least[at // 2] = max(least[at // 2], field.minimumSizeHint().width())
                at += wide
        return sum(least)

    @staticmethod
    def _columns(wide: int, *, narrow: bool) -> int:
        """How many of six columns a field takes."""
        return (6 if wide > 2 else 3) if narrow else wide

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        line = 0
        for row in self._rows:
            at = 0
            for field, wide in row:
                if field is None:
                    at += 0 if narrow else wide
                    continue
                columns = self._columns(wide, narrow=narrow)
                if at + columns > 6:
                    line, at = line + 1, 0
                self._grid.addWidget(field, line, at, 1, columns)
                at += columns
            line += 1
