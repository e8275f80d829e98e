"""Reviewing an archive, or an export of everything, before it comes in: what is new, what is the
same, what differs, and what is to become of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ats.commands.archiving import bring_in, planning
from ats.commands.arriving import Arrived
from ats.domain.problem import Problem
from ats.exchange.archive.plan import Archive, ArchivePlan, Choice, State
from ats.gui.controls.buttons import button
from ats.gui.controls.chip import ToggleChip
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import MessageLine, label
from ats.gui.controls.number_field import guard_wheel
from ats.gui.jobs import Job
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.archive_differences import Differences
from ats.gui.transfer.archive_table import ArchiveTable
from ats.gui.transfer.archive_words import (
    ABOUT_DIFFERING,
    OUT_OF_DATE,
    act,
    chosen,
    held,
    made,
    missing,
    summary,
)
from ats.gui.transfer.import_running import run_watched


class ArchiveReview(QWidget):
    """Compares as a job, again when the store has changed. `comparing` carries the job; `decided`
    is sent when something else is to happen."""

    comparing = Signal(object)
    decided = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._archive: Archive | None = None
        self._job: Job | None = None
        self.plan: ArchivePlan | None = None
        self.is_current = False
        """Whether what is shown is how the store is now."""
        self.choices: dict[int, Choice] = {}
        self.table = ArchiveTable()
        self.details = Differences()
        self.chips = {state: ToggleChip(text) for state, text in _CHIPS.items()}
        self.for_all = QComboBox()
        self.again_button = button("Compare &again", "link")
        self._name = ElidedLabel(role="title", mode=Qt.TextElideMode.ElideMiddle)
        self._about = label("", "text2", wrap=True)
        self._line = MessageLine()
        self._missing = MessageLine()
        self._all = QWidget()
        self._build()
        self.table.current_changed.connect(self._show_details)
        self.table.decided.connect(self.decided)

    @property
    def is_comparing(self) -> bool:
        """Whether what is shown, if anything, will soon be replaced."""
        return self._job is not None

    def show_archive(self, archive: Archive) -> None:
        """Show what bringing in an archive would do. Nothing is written."""
        self.forget()
        self._archive = archive
        for chip in self.chips.values():
            chip.setChecked(False)
        self.for_all.setCurrentIndex(0)
        self._show_name()
        self.compare()

    def compare(self) -> None:
        """Compare again, as the store is now; what was decided about an item that stands
        otherwise then is asked again."""
        if self._archive is None:
            return
        self._stop()
        if self.again_button.hasFocus():
            self.focus_content()
        self.again_button.hide()
        work = planning(self._session.store, self._archive)
        job = self._job = self._session.jobs.start(lambda progress: work(progress.at))
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self.comparing.emit(job)
        self.decided.emit()

    def stop_comparing(self) -> bool:
        """Give up comparing again: what was decided stays, and waits for the next comparison.
        False where there is nothing yet to decide."""
        if self.plan is None or not self.is_comparing:
            return False
        self._stop()
        self._show_out_of_date()
        return True

    def forget(self) -> None:
        self._stop()
        self._archive = self.plan = None
        self.choices = {}
        self.table.show_items(None, self.choices, ())

    def act(self) -> tuple[str, bool]:
        """What the button does, and whether there is anything to do."""
        new, replaced = chosen(self.plan, self.choices) if self.plan else (0, 0)
        return act(new, replaced), bool(new or replaced)

    def _stop(self) -> None:
        self.is_current = False
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _take(self, plan: ArchivePlan) -> None:
        if not self._let_go():
            return
        before = {item.number: item for item in self.plan.items} if self.plan else {}
        same = {item.number for item in plan.items if before.get(item.number) == item}
        self.choices = {at: choice for at, choice in self.choices.items() if at in same}
        self.plan, self.is_current = plan, True
        self._show()

    def _fail(self, error: Exception) -> None:
        if self._let_go():
            self._show_out_of_date()
            raise error

    def _let_go(self) -> bool:
        """Whether the answer is that of the job under way, and no other one."""
        if self._job is None or self._job is not self.sender():
            return False
        self._job = None
        return True

    def bring_in(self) -> Arrived | None:
        """Bring in what was decided, as one step; None where it failed or was stopped."""
        plan = self.plan
        if plan is None or not self.is_current or not self._session.write_waiting():
            return None
        store, choices = self._session.store, dict(self.choices)
        try:
            arrived = run_watched(
                self,
                f"Bringing in {plan.name}",
                lambda tell: bring_in(store, plan, choices, tell),
            )
        except Problem as problem:
            self._session.failed.emit(str(problem))
            return None
        if arrived is None:
            self._session.say("Stopped. Nothing was brought in", undo=False)
        return arrived

    def text(self) -> str:
        """What is said about the archive as a whole."""
        return " ".join(part.text() for part in (self._about, self._line, self._missing))

    def focus_content(self) -> None:
        self.table.setFocus()

    def _show_name(self) -> None:
        """What is known of an archive that was not compared yet."""
        assert self._archive is not None
        self._name.setText(f"Bring in {self._archive.name}")
        self._about.clear()
        for line in (self._line, self._missing):
            line.show_text("")
        for part in (*self.chips.values(), self._all):
            part.hide()

    def _show_out_of_date(self) -> None:
        if self.plan is not None:
            self._line.show_text(OUT_OF_DATE, "warn")
            self.again_button.show()
        self.decided.emit()

    def _show(self) -> None:
        plan = self.plan
        assert plan is not None
        self._about.setText(f"{made(plan, self._session.store.today())} {held(plan)}.")
        self._line.show_text(summary(plan), "warn" if plan.asked else "ok")
        self._missing.show_text(missing(plan), "warn")
        for state, chip in self.chips.items():
            count = plan.counts.get(state, 0)
            chip.setText(f"{_CHIPS[state]}  {count:,}")
            chip.setAccessibleName(f"Only what is: {_CHIPS[state]}, {count:,}")
            chip.setVisible(bool(count) and not plan.into_empty)
            chip.updateGeometry()
        self._all.setVisible(len(plan.asked) > 1)
        self._show_items()
        self.decided.emit()

    def _show_items(self) -> None:
        states = [state for state, chip in self.chips.items() if chip.isChecked()]
        self.table.show_items(self.plan, self.choices, states)

    def _show_details(self) -> None:
        self.details.show_item(self.table.current_item())

    def _decide_all(self, at: int) -> None:
        choice = Choice(self.for_all.itemData(at))
        for item in self.plan.asked if self.plan else ():
            self.choices[item.number] = choice if choice in item.choices else item.choices[0]
        self.table.items.refresh()
        self.decided.emit()

    def _build(self) -> None:
        self._build_for_all()
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.again_button.clicked.connect(self.compare)
        self.again_button.hide()
        head.addWidget(self.again_button)
        for chip in self.chips.values():
            chip.toggled.connect(self._show_items)
            head.addWidget(chip)
        sides = QHBoxLayout()
        sides.setSpacing(Space.L)
        sides.addWidget(self.table, 3)
        sides.addWidget(self.details, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._name, self._about):
            column.addWidget(part)
        column.addLayout(head)
        column.addWidget(self._missing)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(sides, 1)

    def _build_for_all(self) -> None:
        for choice, text in ABOUT_DIFFERING.items():
            self.for_all.addItem(text, choice)
        self.for_all.setAccessibleName("What happens with everything that differs")
        self.for_all.activated.connect(self._decide_all)
        guard_wheel(self.for_all)
        about = label("All that differ:", "field")
        about.setBuddy(self.for_all)
        row = QHBoxLayout(self._all)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(about)
        row.addWidget(self.for_all)


_CHIPS = {State.NEW: "New", State.DIFFERS: "Differ", State.SAME: "The same"}
