"""Titles to pick from where the posting names none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ats.gui.controls.chip import Chip
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import FlowLayout


class Suggestions(QWidget):
    """`taken` carries the text of the suggestion that was picked."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: tuple[str, ...] = ()
        self._flow = FlowLayout(self, gap=8, line_gap=4)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these suggestions, or nothing."""
        self._texts = tuple(texts)
        self._flow.clear()
        if texts:
            self._flow.addWidget(label("Suggested", "caption2"))
        for text in texts:
            self._flow.addWidget(self._chip(text))
        self.setVisible(bool(texts))

    def texts(self) -> tuple[str, ...]:
        return self._texts

    def chips(self) -> list[Chip]:
        return self.findChildren(Chip)

    def _chip(self, text: str) -> Chip:
        chip = Chip(text)
        chip.setAccessibleDescription("Suggested role title")
        chip.clicked.connect(lambda: self.taken.emit(text))
        return chip
