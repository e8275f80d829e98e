"""A move to a stage on another day than today."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ats.commands import stages
from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import outcome_name
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


class MoveForm(FormDialog):
    def __init__(self, session: Session, row: ApplicationRow, parent: QWidget) -> None:
        super().__init__(session, "Move on a date", "Move", parent)
        self._row = row
        self.stage = self.add("&Stage", stage_box(stages_in_use(session.store), row.stage_id))
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
        stages.move(
            self.session.store,
            [self._row.id],
            stage.id,
            on=self.day.date() or self.session.store.today(),
            outcome=Outcome(self.outcome.currentData()) if closed else None,
            note=self.note.text().strip(),
        )
        self.session.say(f"Moved “{self._row.title or self._row.company}” to {stage.name}")

    def _show_outcome(self) -> None:
        stage: Stage = self.stage.currentData()
        self._outcome_field.setVisible(stage.kind is StageKind.CLOSED)
