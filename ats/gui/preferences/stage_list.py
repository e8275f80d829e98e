"""The person's own stages: rename, add, reorder, remove. Each change can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ats.commands import stages as commands
from ats.domain.stage import Stage, StageKind
from ats.domain.words import stage_kind_name
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import stage_icon
from ats.gui.controls.number_field import guard_wheel
from ats.gui.preferences.stage_row import StageRow
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.applications import applications
from ats.store.queries.stages import stages

P = ParamSpec("P")


class StageList(QFrame):
    """One row a stage, and a row to add another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._session = session
        self.rows: list[StageRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.XS)
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText("New stage, for example Assessment")
        self.new_name.setAccessibleName("Name of the new stage")
        self.new_kind = QComboBox()
        self.new_kind.setAccessibleName("Kind of the new stage")
        for kind in StageKind:
            self.new_kind.addItem(stage_icon(kind), stage_kind_name(kind), kind.value)
        self.new_kind.setCurrentIndex(list(StageKind).index(StageKind.INTERVIEWING))
        guard_wheel(self.new_kind)
        self.add = button("Add stage", "secondary", "plus")
        self.add.clicked.connect(self._add)
        self.new_name.returnPressed.connect(self._add)
        self._place()

    def refresh(self) -> None:
        """Show the stages as they are; rows that stay keep the focus."""
        known = stages(self._session.store)
        if [row.stage.id for row in self.rows] != [stage.id for stage in known]:
            self._rebuild(known)
        inside = [*applications(self._session.store)]
        inside += applications(self._session.store, trashed=True)
        for place, (row, stage) in enumerate(zip(self.rows, known, strict=True)):
            used = sum(item.stage_id == stage.id for item in inside)
            others = [other for other in known if other.id != stage.id]
            row.show_stage(stage, used, others, place, len(known))

    def flush(self) -> None:
        for row in self.rows:
            row.flush()

    def _rebuild(self, known: list[Stage]) -> None:
        """Reuse the rows by their stage, so that a reordered one keeps the keyboard."""
        kept = {row.stage.id: row for row in self.rows}
        self.rows = [
            kept.pop(stage.id) if stage.id in kept else self._new_row(stage) for stage in known
        ]
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(self.rows):
            self._column.removeWidget(row)
            self._column.insertWidget(place, row)
        for before, after in zip(self.rows, [*self.rows[1:], self.new_name], strict=True):
            last = before.remove
            QWidget.setTabOrder(last, after.name if isinstance(after, StageRow) else after)

    def _new_row(self, stage: Stage) -> StageRow:
        row = StageRow(stage)
        row.renamed.connect(lambda name: self._rename(row, name))
        row.moved.connect(lambda by: self._move(row, by))
        row.removed.connect(lambda target: self._remove(row, target))
        return row

    def _rename(self, row: StageRow, name: str) -> None:
        if name.strip() == row.stage.name:
            return
        run = self._session.run
        if run(_true(commands.rename_stage), self._session.store, row.stage.id, name):
            self._session.say(f"Renamed stage to {name.strip()}")
        else:
            row.show_name(row.stage.name)

    def _move(self, row: StageRow, by: int) -> None:
        order = [each.stage.id for each in self.rows]
        at = order.index(row.stage.id)
        if 0 <= at + by < len(order):
            order.insert(at + by, order.pop(at))
            self._session.run(commands.reorder_stages, self._session.store, order)

    def _remove(self, row: StageRow, target: int | None) -> None:
        name = row.stage.name
        if self._session.run(
            _true(commands.remove_stage), self._session.store, row.stage.id, target
        ):
            self._session.say(f"Removed stage {name}")
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        name, kind = self.new_name.text(), StageKind(self.new_kind.currentData())
        if self._session.run(commands.add_stage, self._session.store, name, kind):
            self._session.say(f"Added stage {name.strip()}")
            self.new_name.clear()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        about = (
            "Rename, reorder (Alt+Up, Alt+Down) or remove stages. "
            "The kind says what a stage counts as."
        )
        column.addWidget(label(about, "muted", wrap=True))
        column.addLayout(self._column)
        rule = QFrame()
        rule.setProperty("line", "true")
        column.addWidget(rule)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.new_name, 1)
        row.addWidget(self.new_kind)
        row.addWidget(self.add)
        column.addLayout(row)


def _true(command: Callable[P, None]) -> Callable[P, bool]:
    """The command with an answer, so that success can be told from a Problem."""

    def run(*args: P.args, **kwargs: P.kwargs) -> bool:
        command(*args, **kwargs)
        return True

    return run
