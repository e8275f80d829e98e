"""What was read from a posting and has no field in the form: kept as it was found, each with the
way to its words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from ats.domain.reading import Reading
from ats.domain.words import counted, day
from ats.gui.controls.chip import Chip
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import FlowLayout


class AlsoRead(QWidget):
    """`pointed` carries the field whose words are wanted."""

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=8, line_gap=4)
        self.chips: dict[str, Chip] = {}

    def show_reading(self, reading: Reading | None, today: date) -> None:
        self.chips = {}
        self._flow.clear()
        found = list(_found(reading, today)) if reading else []
        if found:
            self._flow.addWidget(label("Also read", "caption2"))
        for field, words in found:
            self.chips[field] = chip = Chip(words)
            chip.setAccessibleDescription("Shows its words in the posting")
            chip.installEventFilter(self)
            chip.clicked.connect(lambda _=False, field=field: self.pointed.emit(field))
            self._flow.addWidget(chip)
        self.setVisible(bool(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for field, chip in self.chips.items():
                if chip is watched:
                    self.pointed.emit(field)
        return super().eventFilter(watched, event)


def _found(reading: Reading, today: date) -> Iterator[tuple[str, str]]:
    if reading.years:
        yield "years_experience", _years(reading.years.least, reading.years.most)
    if reading.education:
        yield "education", ", ".join(reading.education).capitalize()
    if reading.teams:
        yield "teams", counted(len(reading.teams), "team")
    if reading.posted_on:
        yield "posted", f"Posted {day(reading.posted_on, today)}"
    if reading.reference:
        yield "reference", f"Reference {reading.reference}"


def _years(least: int | None, most: int | None) -> str:
    if least is None:
        return f"Up to {counted(most or 0, 'year')}"
    if most is None:
        return f"{least}+ years"
    return f"{least} to {counted(most, 'year')}" if most > least else counted(least, "year")
