"""A move to a stage on another day than today."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ats.commands import stages
from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import day, outcome_name
from ats.gui.application.form_dialog import FormDialog
from ats.gui.controls.date_field import DateField
from ats.gui.controls.glyphs import stage_icon
from ats.gui.session import Session
from ats.store.queries.applications import ApplicationRow
from ats.store.queries.stages import stages as stages_in_use


def stage_box(known: list[Stage], here: int) -> QComboBox:
    """The stages to choose from, with `here` chosen."""
    box = QComboBox()
    for stage in known:
        box.addItem(stage_icon(stage.kind), stage.name, stage)
        if stage.id == here:
            box.setCurrentIndex(box.count() - 1)
    return box


def next_stage(known: list[Stage], here: int) -> int:
    """The id of the stage after `here`, or `here` where there is none."""
    ids = [stage.id for stage in known]
    at = ids.index(here) + 1 if here in ids else 0
    return ids[at] if at < len(ids) else here


class MoveForm(FormDialog):
    """The next stage is chosen at first. Choosing the present one corrects the day it was
    reached."""

    def __init__(self, session: Session, row: ApplicationRow, parent: QWidget) -> None:
        super().__init__(session, "Move on a date", "Move", parent)
        self._row = row
        known = stages_in_use(session.store)
        self.stage = self.add("&Stage", stage_box(known, next_stage(known, row.stage_id)))
        self.outcome = QComboBox()
        for outcome in Outcome:
            self.outcome.addItem(
                stage_icon(StageKind.CLOSED, outcome), outcome_name(outcome), outcome
            )
        self._outcome_field = self.field("&Outcome", self.outcome)
        self.fields.addWidget(self._outcome_field)
        self.day = self.add("&Date", DateField(session.store.today))
        self.day.set_date(session.store.today())
        self.note = self.add("&Note", QLineEdit())
        self.fields.addStretch(1)
        self.stage.currentIndexChanged.connect(self._show_outcome)
        self._show_outcome()

    def save(self) -> None:
        stage: Stage = self.stage.currentData()
        closed = stage.kind is StageKind.CLOSED
        outcome = Outcome(self.outcome.currentData()) if closed else None
        on = self.day.date() or self.session.store.today()
        stages.move(
            self.session.store,
            [self._row.id],
            stage.id,
            on=on,
            outcome=outcome,
            note=self.note.text().strip(),
        )
        self.session.say(self._done(stage, outcome, on))

    def _done(self, stage: Stage, outcome: Outcome | None, on: date) -> str:
        """What came of it."""
        name, today = self._row.title or self._row.company, self.session.store.today()
        where = f"{stage.name}: {outcome_name(outcome)}" if outcome else stage.name
        if (stage.id, outcome) == (self._row.stage_id, self._row.outcome):
            return f"“{name}” is at {where} since {day(on, today)}"
        return f"Moved “{name}” to {where}" + (f" on {day(on, today)}" if on != today else "")

    def _show_outcome(self) -> None:
        stage: Stage = self.stage.currentData()
        self._outcome_field.setVisible(stage.kind is StageKind.CLOSED)
