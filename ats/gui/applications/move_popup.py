"""Asks for a move on another day than today: to which stage, with which outcome, and when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import outcome_name
from ats.gui.applications.popups import Popup
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field
from ats.gui.controls.glyphs import stage_icon


class MovePopup(Popup):
    """`entered` carries the stage, the outcome or None, and the day. The stage after `current`
    is chosen at first."""

    entered = Signal(object, object, object)

    def __init__(
        self,
        parent: QWidget,
        stages: Sequence[Stage],
        current: Stage | None,
        today: Callable[[], date],
    ) -> None:
        super().__init__("Move on a date", "Move", parent)
        self._stages = list(stages)
        self.stage, self.outcome = QComboBox(), QComboBox()
        for stage in stages:
            self.stage.addItem(stage_icon(stage.kind), stage.name)
        for outcome in Outcome:
            drawing = stage_icon(StageKind.CLOSED, outcome)
            self.outcome.addItem(drawing, outcome_name(outcome), outcome)
        here = self._stages.index(current) if current in self._stages else -1
        self.stage.setCurrentIndex(min(here + 1, len(self._stages) - 1))
        self.day = DateField(today)
        self.day.set_date(today())
        self._outcome_field = Field("Outcome", self.outcome)
        self.day_field = Field("Date", self.day)
        for field in (Field("Stage", self.stage), self._outcome_field, self.day_field):
            self.add(field)
        self.stage.currentIndexChanged.connect(self._show_outcome)
        self._show_outcome()

    def answer(self) -> bool:
        self.day.flush()
        on = self.day.date()
        if self.day.isModified():
            return False
        if on is None:
            self.day_field.set_warning("Say when it was.")
            return False
        stage = self._stages[self.stage.currentIndex()]
        closed = stage.kind is StageKind.CLOSED
        self.entered.emit(stage, Outcome(self.outcome.currentData()) if closed else None, on)
        return True

    def _show_outcome(self) -> None:
        stage = self._stages[self.stage.currentIndex()]
        self._outcome_field.setVisible(stage.kind is StageKind.CLOSED)
        self.adjustSize()
