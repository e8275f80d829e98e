"""The four steps of importing a table, and what was done after them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from ats.commands.import_kept_stages import KeptStage
from ats.commands.importing import ImportResult, expected_result, import_plan
from ats.domain.importing import Handling
from ats.domain.problem import Problem
from ats.domain.words import counted
from ats.exchange.imports.plan import ImportPlan
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.import_columns_step import ColumnsStep
from ats.gui.transfer.import_facts import facts, heading, imported, result_lines
from ats.gui.transfer.import_file_step import FileStep
from ats.gui.transfer.import_footer import ImportFooter
from ats.gui.transfer.import_reading import ImportReading
from ats.gui.transfer.import_rows_step import RowsStep
from ats.gui.transfer.import_running import run_watched
from ats.gui.transfer.import_start import ImportStart
from ats.gui.transfer.import_steps import NAMES, Step, StepLine
from ats.gui.transfer.import_summary_step import DoneStep, SummaryStep
from ats.gui.transfer.import_words import named_size
from ats.store.queries.imports import import_batches


class ImportWizard(QWidget):
    """Shows what `reading` read. `left` asks to forget the file, `moved` is sent when what can
    be done here has changed."""

    left = Signal()
    moved = Signal()

    def __init__(
        self, session: Session, reading: ImportReading, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._reading = session, reading
        self._label: str | None = None
        self.result: ImportResult | None = None
        self.step = Step.FILE
        self.line = StepLine()
        self.start = ImportStart()
        self.file = FileStep()
        self.columns = ColumnsStep()
        self.rows = RowsStep(session.store.today, self._kept)
        self.summary = SummaryStep()
        self.done = DoneStep()
        self.footer = ImportFooter()
        self._name = ElidedLabel(role="text2", mode=Qt.TextElideMode.ElideMiddle)
        self._build()
        self._connect()
        self.restart()

    def restart(self) -> None:
        """Begin again, without a file or with another."""
        self.result = None
        self.columns.forget()
        self.start.refused.show_text("")
        self.show_step(Step.FILE)

    def can_go_back(self) -> bool:
        return self.result is None and self.step > Step.FILE

    def back(self) -> None:
        """Go to the step before; from the first, leave."""
        if self.can_go_back():
            self.show_step(Step(self.step - 1))
        else:
            self.left.emit()

    def primary(self) -> None:
        """Go on; at the last step, import."""
        if self.result is not None:
            self._show_imported()
        elif not self.footer.primary_button.isEnabled():
            return
        elif self.step is Step.SUMMARY:
            self.take_in()
        else:
            self.show_step(Step(self.step + 1))

    def take_in(self) -> None:
        """Import what is ready, as one step."""
        read, store = self._reading.read, self._session.store
        if read is None or not self._reading.is_ready or not self._session.write_waiting():
            return
        plan, answers = read.plan, read.answers
        handling = self.rows.decisions.for_plan(plan)
        words = f"Importing {counted(plan.row_count, 'row')} of {plan.name}"
        try:
            result = run_watched(
                self,
                words,
                lambda tell: import_plan(store, plan, handling, progress=tell, answers=answers),
            )
        except Problem as problem:
            self._session.failed.emit(str(problem))
            return
        if result is None:
            self._session.say("Stopped. Nothing was imported", undo=False)
            return
        self.result, self._label = result, store.undo_label
        self._session.say(imported(result))
        self.done.show_done(imported(result), result_lines(result))
        self.show_step(Step.SUMMARY)

    def show_read(self, anew: bool) -> None:
        """Show what came of reading the file; `anew` for the first time."""
        read, source = self._reading.read, self._reading.source
        assert read is not None
        assert source is not None
        self.file.show_plan(source.name, read.plan)
        self.columns.show_plan(read.plan, read.answers, read.sentence)
        self.rows.show_plan(read.plan, anew=anew)
        self._name.setText(named_size(source.name, read.plan))
        self.show_step(Step.FILE if anew else min(self.step, self._reachable()))

    def show_problem(self, sentence: str) -> None:
        """Say why the file can't be read with the last answer, beside the answers."""
        self.file.show_problem(sentence)
        self.columns.show_problem(sentence)
        self.show_step(min(self.step, Step.COLUMNS))

    def follow_store(self) -> None:
        """Show earlier imports, and what rows repeat now. An import that was undone can be made
        again, otherwise."""
        store = self._session.store
        batches = import_batches(store)
        self.start.show_batches(batches, store.today())
        if self.result is not None:
            if any(batch.id == self.result.batch_id for batch in batches):
                self.done.undo_button.setVisible(store.undo_label == self._label)
                return
            self.result = None
            self.show_step(Step.SUMMARY)
        self._reading.match()

    def focus_content(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, SummaryStep):
            self.footer.primary_button.setFocus()
        elif isinstance(page, ImportStart | FileStep | ColumnsStep | RowsStep | DoneStep):
            page.focus_content()

    def show_step(self, step: Step) -> None:
        """Show one of the steps; after the import, what was done."""
        if step is Step.SUMMARY and self.result is None:
            self._show_summary()
        page = self._page(step)
        turned = page is not self._pages.currentWidget()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.step = step
        self._pages.setCurrentWidget(page)
        self.show_footer()
        if turned and had_focus:
            self.focus_content()
        self.moved.emit()

    def show_footer(self) -> None:
        """Show where the person is and what can be done now."""
        done, reachable, last = self.result is not None, self._reachable(), Step.SUMMARY
        self.line.show_steps(self.step, reachable, done=done)
        self._name.setVisible(self.step > Step.FILE and not done)
        ready = self.step < reachable or self.step is last
        self.footer.show_step(
            "" if self.step is last else NAMES[Step(self.step + 1)],
            ready=ready and not self._reading.is_reading,
            first=self.step is Step.FILE,
        )
        self.footer.setVisible(self._reading.source is not None and not done)

    def _kept(self, plan: ImportPlan, handling: Mapping[int, Handling]) -> Mapping[int, KeptStage]:
        if Handling.UPDATE not in handling.values():
            return {}
        return expected_result(self._session.store, plan, handling).kept

    def _show_summary(self) -> None:
        plan = self._reading.plan
        if plan is not None and self._reading.is_ready:
            decisions = self.rows.decisions
            expected = expected_result(self._session.store, plan, decisions.for_plan(plan))
            title = heading(expected, plan.name)
            self.summary.show_facts(title, facts(plan, decisions, expected))
            self.footer.show_import(expected)

    def _reachable(self) -> Step:
        """The last step that can be gone to."""
        if self._reading.read is None:
            return Step.FILE
        return Step.SUMMARY if self._reading.is_ready else Step.COLUMNS

    def _page(self, step: Step) -> QWidget:
        if self.result is not None:
            return self.done
        if step is Step.FILE:
            return self.start if self._reading.read is None else self.file
        pages: dict[Step, QWidget] = {
            Step.COLUMNS: self.columns,
            Step.ROWS: self.rows,
            Step.SUMMARY: self.summary,
        }
        return pages[step]

    def _show_imported(self) -> None:
        if self.result is not None and self.result.batch_id is not None:
            self._session.import_wanted.emit(self.result.batch_id)

    def _build(self) -> None:
        self._pages = QStackedLayout()
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self.line, 1)
        head.addWidget(self._name)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.M)
        outer.addLayout(head)
        outer.addLayout(self._pages, 1)
        outer.addWidget(self.footer)
        # Only now: a stacked layout without a place shows its first widget as a window.
        for page in (self.start, self.file, self.columns, self.rows, self.summary, self.done):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        reading, questions = self._reading, self.columns.questions
        self.line.chosen.connect(self.show_step)
        self.start.batch_wanted.connect(self._session.import_wanted)
        self.file.corrected.connect(reading.correct)
        self.columns.columns_changed.connect(
            lambda: reading.answer(mapping=self.columns.columns.mapping())
        )
        questions.order_chosen.connect(lambda order: reading.answer(date_order=order))
        questions.meaning_chosen.connect(reading.give_meaning)
        self.rows.application_wanted.connect(self._session.peek_wanted)
        self.done.show_wanted.connect(self._show_imported)
        self.footer.cancel_button.clicked.connect(self.left)
        self.footer.back_button.clicked.connect(self.back)
        self.footer.primary_button.clicked.connect(self.primary)
