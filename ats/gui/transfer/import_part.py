"""Bringing in a file of applications, step by step: the file, its columns, its rows, what will be
done; then all of it at once. Every guess is shown and can be corrected on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ats.commands.importing import ImportResult, expected_result, import_plan
from ats.domain.problem import Problem
from ats.domain.words import counted
from ats.gui.actions import Actions
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.import_columns_step import ColumnsStep
from ats.gui.transfer.import_facts import facts, imported, result_lines
from ats.gui.transfer.import_file_step import FileStep
from ats.gui.transfer.import_footer import ImportFooter
from ats.gui.transfer.import_reading import ImportReading
from ats.gui.transfer.import_rows_step import RowsStep
from ats.gui.transfer.import_running import run_watched
from ats.gui.transfer.import_source import Source, is_table, pasted, source_of
from ats.gui.transfer.import_start import ImportStart
from ats.gui.transfer.import_steps import NAMES, Step, StepLine
from ats.gui.transfer.import_summary_step import DoneStep, SummaryStep
from ats.store.queries.imports import import_batches

FOLLOWED = {"application", "company", "import_batch", "stage"}
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".json", ".zip")
_FILTER = f"Tables and exports ({' '.join(f'*{ending}' for ending in TABLES)});;All files (*)"
_NO_TABLE = "There’s no table on the clipboard. Copy the cells in your spreadsheet, then try again."
Choose = Callable[[QWidget], Path | None]


def ask_for_table(parent: QWidget) -> Path | None:
    """Let the person choose a file to import."""
    name, _ = QFileDialog.getOpenFileName(parent, "Import applications", "", _FILTER)
    return Path(name) if name else None


class ImportPart(QWidget):
    """`imported` carries what an import did, an ImportResult; `moved` is sent when what can be
    done here has changed."""

    imported = Signal(object)
    moved = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        choose: Choose = ask_for_table,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._ask = session, actions, choose
        self._result: ImportResult | None = None
        self._label: str | None = None
        self.reading = ImportReading(session, self)
        self.step = Step.FILE
        self.line = StepLine()
        self.start = ImportStart()
        self.file = FileStep()
        self.columns = ColumnsStep()
        self.rows = RowsStep(session.store.today)
        self.summary = SummaryStep()
        self.done = DoneStep()
        self.footer = ImportFooter()
        self.waiting = WaitingBar()
        self._name = ElidedLabel(role="text2", mode=Qt.TextElideMode.ElideMiddle)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self._show_step(Step.FILE)
        session.live.follow(self, FOLLOWED, self._store_changed)

    def choose_file(self) -> None:
        """Let the person choose a file, and show what it would bring."""
        path = self._ask(self)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Show what importing this file would bring. Nothing is written."""
        self._begin(source_of(path))

    def paste(self) -> None:
        """Show what importing the copied table would bring."""
        text = QGuiApplication.clipboard().text()
        if is_table(text):
            self._begin(pasted(text))
        else:
            self._refuse(_NO_TABLE)

    def can_paste(self) -> bool:
        """Whether a table was copied, and no file is being looked at."""
        return self.reading.source is None and is_table(QGuiApplication.clipboard().text())

    def cancel(self) -> None:
        """Forget the file; the store is as it was."""
        self.reading.forget()
        self.waiting.stop()
        self._result = None
        self._show_step(Step.FILE)

    def can_go_back(self) -> bool:
        return self._result is None and self.step > Step.FILE

    def back(self) -> None:
        """Go to the step before; from the first, forget the file."""
        if self.can_go_back():
            self._show_step(Step(self.step - 1))
        else:
            self.cancel()

    def primary(self) -> None:
        """Go on; at the last step, import."""
        if self._result is not None:
            self._show_imported()
        elif self.reading.source is None:
            self.choose_file()
        elif not self.footer.primary_button.isEnabled():
            return
        elif self.step is Step.SUMMARY:
            self.take_in()
        else:
            self._show_step(Step(self.step + 1))

    def take_in(self) -> None:
        """Import what is ready, as one step."""
        plan = self.reading.plan
        if plan is None or not self.reading.is_ready or not self._session.write_waiting():
            return
        handling = self.rows.decisions.for_plan(plan)
        words = f"Importing {counted(plan.row_count, 'row')} of {plan.name}"
        try:
            result = run_watched(
                self,
                words,
                lambda tell: import_plan(self._session.store, plan, handling, progress=tell),
            )
        except Problem as problem:
            self._session.failed.emit(str(problem))
            return
        if result is None:
            self._session.say("Stopped. Nothing was imported", undo=False)
            return
        self._result, self._label = result, self._session.store.undo_label
        self._session.say(imported(result))
        self.imported.emit(result)
        self.done.show_done(imported(result), result_lines(result))
        self._show_step(Step.SUMMARY)

    def focus_content(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, SummaryStep):
            self.footer.primary_button.setFocus()
        elif isinstance(page, ImportStart | FileStep | ColumnsStep | RowsStep | DoneStep):
            page.focus_content()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        busy = self.reading.source is not None
        if enter and held == Qt.KeyboardModifier.ControlModifier:
            self.primary()
        elif event.key() == Qt.Key.Key_Escape and not held and busy:
            self.back()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _table_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _table_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _begin(self, source: Source) -> None:
        self.cancel()
        self.columns.forget()
        self.start.refused.show_text("")
        self.reading.begin(source)

    def _watch(self, job: Job) -> None:
        assert self.reading.source is not None
        self.waiting.watch(job, f"Reading {self.reading.source.name}")
        self._show_footer()

    def _stop_reading(self) -> None:
        self.reading.stop()
        if self.reading.source is None:
            self.cancel()

    def _show_read(self, anew: bool) -> None:
        read, source = self.reading.read, self.reading.source
        assert read is not None
        assert source is not None
        self.file.show_plan(source.name, read.plan)
        self.columns.show_plan(read.plan, self.reading.answers, read.sentence)
        self.rows.show_plan(read.plan, anew=anew)
        self._name.setText(f"{source.name}, {counted(read.plan.row_count, 'row')}")
        self._show_summary()
        self._show_step(Step.FILE if anew else min(self.step, self._reachable()))

    def _show_summary(self) -> None:
        plan = self.reading.plan
        if plan is not None and self.reading.is_ready:
            decisions = self.rows.decisions
            expected = expected_result(self._session.store, plan, decisions.for_plan(plan))
            title = f"Import {counted(expected.created, 'application')} from {plan.name}"
            self.summary.show_facts(title, facts(plan, decisions, expected))
            self.footer.show_import(expected)
        self._show_footer()

    def _fail(self, sentence: str) -> None:
        """Say what is wrong: beside the choices that lead to it, or on the start."""
        if self.reading.read is None:
            self.cancel()
            self._refuse(sentence)
            return
        self.file.show_problem(sentence)
        self.columns.show_problem(sentence)
        self._show_step(min(self.step, Step.COLUMNS))

    def _refuse(self, sentence: str) -> None:
        self.start.refused.show_text(sentence, "danger")
        self._session.failed.emit(sentence)

    def _reachable(self) -> Step:
        """The last step that can be gone to."""
        if self.reading.read is None:
            return Step.FILE
        return Step.SUMMARY if self.reading.is_ready else Step.COLUMNS

    def _show_step(self, step: Step) -> None:
        page = self._page(step)
        turned = page is not self._pages.currentWidget()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.step = step
        self._pages.setCurrentWidget(page)
        self._show_footer()
        if turned and had_focus:
            self.focus_content()
        self.moved.emit()

    def _page(self, step: Step) -> QWidget:
        if self._result is not None:
            return self.done
        if step is Step.FILE:
            return self.start if self.reading.read is None else self.file
        pages: dict[Step, QWidget] = {
            Step.COLUMNS: self.columns,
            Step.ROWS: self.rows,
            Step.SUMMARY: self.summary,
        }
        return pages[step]

    def _show_footer(self) -> None:
        done, reachable, last = self._result is not None, self._reachable(), Step.SUMMARY
        self.line.show_steps(self.step, reachable, done=done)
        self._name.setVisible(self.step > Step.FILE and not done)
        ready = self.step < reachable or self.step is last
        self.footer.show_step(
            "" if self.step is last else NAMES[Step(self.step + 1)],
            ready=ready and not self.reading.is_reading,
            first=self.step is Step.FILE,
        )
        self.footer.setVisible(self.reading.source is not None and not done)

    def _show_imported(self) -> None:
        if self._result is not None and self._result.batch_id is not None:
            self._session.import_wanted.emit(self._result.batch_id)

    def _another(self) -> None:
        self.cancel()
        self.choose_file()

    def _store_changed(self) -> None:
        """Follow the store: earlier imports, what rows repeat, an import that was undone."""
        store = self._session.store
        batches = import_batches(store)
        self.start.show_batches(batches, store.today())
        if self._result is not None:
            if any(batch.id == self._result.batch_id for batch in batches):
                self.done.undo_button.setVisible(store.undo_label == self._label)
                return
            self._result = None
            self._show_step(Step.SUMMARY)
        if self.reading.is_ready and not self.reading.is_reading:
            self.reading.match()
            self._show_read(anew=False)

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
        outer.addWidget(self.waiting)
        outer.addLayout(self._pages, 1)
        outer.addWidget(self.footer)
        # Only now: a stacked layout without a place shows its first widget as a window.
        for page in (self.start, self.file, self.columns, self.rows, self.summary, self.done):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        reading, questions = self.reading, self.columns.questions
        reading.started.connect(self._watch)
        reading.shown.connect(self._show_read)
        reading.failed.connect(self._fail)
        reading.ended.connect(self._show_footer)
        self.waiting.cancelled.connect(self._stop_reading)
        self.line.chosen.connect(self._show_step)
        self.start.choose_wanted.connect(self.choose_file)
        self.start.paste_wanted.connect(self.paste)
        self.start.batch_wanted.connect(self._session.import_wanted)
        self.file.another_wanted.connect(self.choose_file)
        self.file.corrected.connect(reading.correct)
        self.columns.columns_changed.connect(
            lambda: reading.answer(mapping=self.columns.columns.mapping())
        )
        questions.order_chosen.connect(lambda order: reading.answer(date_order=order))
        questions.meaning_chosen.connect(reading.give_meaning)
        self.rows.decided.connect(self._show_summary)
        self.rows.application_wanted.connect(self._session.peek_wanted)
        self.done.show_wanted.connect(self._show_imported)
        self.done.undo_wanted.connect(self._actions["undo"].trigger)
        self.done.another_wanted.connect(self._another)
        self.footer.cancel_button.clicked.connect(self.cancel)
        self.footer.back_button.clicked.connect(self.back)
        self.footer.primary_button.clicked.connect(self.primary)


def _table_in(event: QDropEvent) -> Path | None:
    """The one table that is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    tables = [path for path in paths if path.suffix.lower() in TABLES]
    return tables[0] if len(paths) == 1 and tables else None
