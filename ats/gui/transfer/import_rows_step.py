"""The third step of an import: every row with what becomes of it, and what to do with those that
repeat an application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ats.commands.import_kept_stages import KeptStage
from ats.domain.importing import Handling
from ats.domain.words import counted
from ats.exchange.imports.plan import ImportPlan
from ats.gui.controls.chip import ToggleChip
from ats.gui.controls.field import MessageLine, label
from ats.gui.controls.number_field import guard_wheel
from ats.gui.theme import Space
from ats.gui.transfer.import_row_details import RowDetails
from ats.gui.transfer.import_rows import (
    DOUBTS,
    Decisions,
    ReviewedRows,
    State,
    alike,
    summary,
)
from ats.gui.transfer.import_words import HANDLINGS
from ats.gui.transfer.preview_table import PreviewTable

Keeping = Callable[[ImportPlan, Mapping[int, Handling]], Mapping[int, KeptStage]]


class RowsStep(QWidget):
    """`keeping` says of a plan and what was decided about its rows where applications stay that
    rows add to. `decided` is sent when something else is to happen with rows;
    `application_wanted` carries the id of one that is tracked already."""

    decided = Signal()
    application_wanted = Signal(int)

    def __init__(
        self, today: Callable[[], date], keeping: Keeping, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._keeping = today, keeping
        self._kept: Mapping[int, KeptStage] = {}
        self._reviewed: ReviewedRows | None = None
        self.decisions = Decisions()
        self.table = PreviewTable()
        self.details = RowDetails()
        self.doubtful_chip = ToggleChip("To look at")
        self.tracked_chip = ToggleChip("Repeats")
        self.tracked = _Handlings("Repeats:", "What happens with rows that repeat another")
        self.likely = _Handlings("May repeat:", "What happens with rows that may repeat another")
        self._line = MessageLine()
        self._build()
        self._connect()

    def show_plan(self, plan: ImportPlan, *, anew: bool) -> None:
        """Show the rows of a plan; `anew` for another file, whose decisions are still open."""
        if anew:
            self.decisions = Decisions()
            for chip in (self.doubtful_chip, self.tracked_chip):
                chip.setChecked(False)
        self._reviewed = reviewed = ReviewedRows(plan)
        self._keep()
        doubts = plan.problems or plan.ignored or reviewed.counts[State.LIKELY]
        self._line.show_text(summary(reviewed), "warn" if doubts else "ok")
        self._show_chip(self.doubtful_chip, "To look at", reviewed.doubtful_count())
        tracked, likely = reviewed.counts[State.TRACKED], reviewed.counts[State.LIKELY]
        self._show_chip(self.tracked_chip, "Repeats", tracked)
        self.tracked.show_choice(tracked, self.decisions.tracked)
        self.likely.show_choice(likely, self.decisions.likely)
        self._show_rows()

    def text(self) -> str:
        """The sentence about all rows."""
        return self._line.text()

    def focus_content(self) -> None:
        self.table.setFocus()

    def _show_chip(self, chip: ToggleChip, name: str, count: int) -> None:
        chip.setText(f"{name}  {count:,}")
        chip.setAccessibleName(f"Only rows: {name}, {count:,}")
        chip.setVisible(bool(count))
        chip.updateGeometry()
        if not count:
            chip.setChecked(False)

    def _show_rows(self) -> None:
        states: tuple[State, ...] = ()
        if self.doubtful_chip.isChecked():
            states += DOUBTS
        if self.tracked_chip.isChecked():
            states += (State.TRACKED,)
        self.table.show_rows(self._reviewed, self.decisions, states, self._today(), self._kept)

    def _show_details(self) -> None:
        row = self.table.current_row()
        kept = self._kept.get(row.row) if row is not None else None
        self.details.show_row(row, self._reviewed, self._today(), kept)

    def _keep(self) -> None:
        plan = self._reviewed.plan if self._reviewed else None
        self._kept = self._keeping(plan, self.decisions.for_plan(plan)) if plan else {}

    def _decide_row(self, number: int) -> None:
        """One row: only those that are about the same application are gone through again."""
        assert self._reviewed is not None
        plan = alike(self._reviewed.plan, number)
        again = self._keeping(plan, self.decisions.for_plan(plan))
        numbers = {row.row for row in plan.rows}
        others = {row: kept for row, kept in self._kept.items() if row not in numbers}
        self._kept = {**others, **again}
        self._decided()

    def _decided(self) -> None:
        """Show what it means that something else is to happen with rows."""
        self.table.rows.refresh(self._kept)
        self._show_details()
        self.decided.emit()

    def _decide_tracked(self, handling: Handling) -> None:
        self.decisions.tracked = handling
        self._forget_single(certain=True)

    def _decide_likely(self, handling: Handling) -> None:
        self.decisions.likely = handling
        self._forget_single(certain=False)

    def _forget_single(self, *, certain: bool) -> None:
        """What is said for all holds for all."""
        matches = self._reviewed.plan.matches if self._reviewed else {}
        for number in list(self.decisions.single):
            if number in matches and matches[number].certain is certain:
                del self.decisions.single[number]
        self._keep()
        self._decided()

    def _go_to(self, number: int) -> None:
        if not self.table.go_to(number):
            for chip in (self.doubtful_chip, self.tracked_chip):
                chip.setChecked(False)
            self.table.go_to(number)
        self.table.setFocus()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.doubtful_chip)
        head.addWidget(self.tracked_chip)
        choices = QHBoxLayout()
        choices.setSpacing(Space.XL)
        choices.addWidget(self.tracked)
        choices.addWidget(self.likely)
        choices.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(Space.L)
        sides.addWidget(self.table, 3)
        sides.addWidget(self.details, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addLayout(choices)
        column.addLayout(sides, 1)

    def _connect(self) -> None:
        self.table.current_changed.connect(self._show_details)
        self.table.decided.connect(self._decide_row)
        self.doubtful_chip.toggled.connect(self._show_rows)
        self.tracked_chip.toggled.connect(self._show_rows)
        self.tracked.chosen.connect(self._decide_tracked)
        self.likely.chosen.connect(self._decide_likely)
        self.details.application_wanted.connect(self.application_wanted)
        self.details.row_wanted.connect(self._go_to)


class _Handlings(QWidget):
    """What happens with all rows of a kind; hidden where there are none."""

    chosen = Signal(object)

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._text = text
        self._label = label("", "field")
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        for handling, its in HANDLINGS.items():
            self.box.addItem(its, handling)
        guard_wheel(self.box)
        self.box.activated.connect(lambda at: self.chosen.emit(Handling(self.box.itemData(at))))
        self._label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._label)
        row.addWidget(self.box)

    def show_choice(self, count: int, handling: Handling) -> None:
        self._label.setText(f"{self._text} {counted(count, 'row')}")
        self.box.setCurrentIndex(list(HANDLINGS).index(handling))
        self.setVisible(bool(count))
