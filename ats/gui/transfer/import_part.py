"""Bringing in a file of applications: choose it, see what it would bring, correct the guesses,
and take it in as one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ats.commands.importing import import_plan, with_matches
from ats.domain.problem import Problem
from ats.domain.words import counted
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan
from ats.gui.controls.buttons import button
from ats.gui.controls.chip import ToggleChip
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.empty_state import EmptyState
from ats.gui.controls.field import MessageLine, label
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.column_choices import ColumnChoices
from ats.gui.transfer.import_preview import (
    reading_of,
    ready_count,
    summary,
)
from ats.gui.transfer.preview_table import PreviewTable
from ats.store.queries.stages import stages

TABLES = (".csv", ".tsv", ".txt")
_FILTER = "Tables (*.csv *.tsv *.txt);;All files (*)"
Choose = Callable[[QWidget], Path | None]


def ask_for_table(parent: QWidget) -> Path | None:
    """Let the person choose a file to import."""
    name, _ = QFileDialog.getOpenFileName(parent, "Import applications", "", _FILTER)
    return Path(name) if name else None


class ImportPart(QWidget):
    """`imported` carries the ids of the applications that came in."""

    imported = Signal(object)

    def __init__(
        self, session: Session, choose: Choose = ask_for_table, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = choose
        self._path: Path | None = None
        self._plan: ImportPlan | None = None
        self._job: Job | None = None
        self.columns = ColumnChoices()
        self.table = PreviewTable()
        self.waiting = WaitingBar()
        self.import_button = button("Import", "primary")
        self.cancel_button = button("Cancel")
        self.another_button = button("Choose another…", "secondary", "folder-open")
        self.doubtful_chip = ToggleChip("Only rows to look at")
        self._name = ElidedLabel(role="strong", mode=Qt.TextElideMode.ElideMiddle)
        self._about = label("", "caption2")
        self._line = MessageLine()
        self._refused = MessageLine()
        self._more = label("", "caption")
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    @property
    def is_reading(self) -> bool:
        return self._job is not None

    def choose_file(self) -> None:
        """Let the person choose a file, and show what it would bring."""
        path = self._ask(self)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Show what importing this file would bring. Nothing is written."""
        self._path = path
        self.columns.forget()
        self._read(Answers())

    def cancel(self) -> None:
        """Forget the file; the store is as it was."""
        if self._job is not None:
            self._job.cancel()
        self.waiting.stop()
        self._path = self._plan = None
        self.table.show_plan(None)
        self._pages.setCurrentWidget(self._start)

    def take_in(self) -> None:
        """Import what is ready, as one step."""
        if self._plan is None or self._job is not None:
            return
        result = self._session.run(import_plan, self._session.store, self._plan)
        if result is None:
            return
        self.cancel()
        self._session.say(f"Imported {counted(result.created, 'application')}")
        self.imported.emit(result.ids)

    def focus_content(self) -> None:
        if self._pages.currentWidget() is self._start:
            self._start.setFocus()
        elif self.import_button.isEnabled():
            self.import_button.setFocus()
        else:
            self.another_button.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _table_in(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _table_in(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _read(self, answers: Answers) -> None:
        if self._path is None:
            return
        if self._job is not None:
            self._job.cancel()
        kinds = {stage.name.casefold(): stage.kind for stage in stages(self._session.store)}
        self.import_button.setEnabled(False)
        job = self._job = self._session.jobs.start(reading_of(self._path, answers, kinds))
        job.succeeded.connect(self._show)
        job.failed.connect(self._fail)
        for ended in (job.succeeded, job.failed, job.stopped):
            ended.connect(self._forget_job)
        self.waiting.watch(job, f"Reading {self._path.name}")

    def _forget_job(self) -> None:
        if self._job is self.sender():
            self._job = None

    def _read_again(self) -> None:
        """With what the person chose."""
        self._read(Answers(mapping=self.columns.mapping(), date_order=self.columns.given_order()))

    def _show(self, found: ImportPlan | ColumnsUnknown) -> None:
        self._refused.show_text("")
        self._name.setText(self._path.name if self._path else "")
        if isinstance(found, ColumnsUnknown):
            self._plan = None
            self.columns.show_columns(found.plan.headers, {}, fixed=False)
            self.columns.show_order(None)
            self._about.setText(counted(len(found.plan.headers), "column"))
            self._line.show_text(str(found), "warn")
        else:
            self._plan = plan = with_matches(self._session.store, found)
            self.columns.show_columns(plan.headers, plan.mapping, fixed=plan.own)
            self.columns.show_order(plan.date_order)
            rows, columns = counted(plan.row_count, "row"), counted(len(plan.headers), "column")
            own = ", written by this program" if plan.own else ""
            self._about.setText(f"{rows}, {columns}{own}")
            doubts = plan.problems or plan.ignored
            self._line.show_text(summary(plan), "warn" if doubts else "ok")
        self._show_rows()
        self._pages.setCurrentWidget(self._review)
        self.focus_content()

    def _show_rows(self) -> None:
        self.table.show_plan(self._plan)
        doubtful = self.table.doubtful_count()
        self.doubtful_chip.setVisible(bool(doubtful))
        if not doubtful:
            self.doubtful_chip.setChecked(False)
        ready = ready_count(self._plan) if self._plan else 0
        self.import_button.setText(f"Import {counted(ready, 'application')}")
        self.import_button.setEnabled(ready > 0)
        self._tell_hidden()

    def _tell_hidden(self) -> None:
        hidden = self.table.hidden_count()
        self._more.setText(f"{counted(hidden, 'more row')} not shown." if hidden else "")
        self._more.setVisible(bool(hidden))

    def _fail(self, error: Exception) -> None:
        """Say what is wrong, beside the file chosen before or on the start."""
        if not isinstance(error, Problem):
            raise error
        if self._pages.currentWidget() is self._review:
            self._plan = None
            self._line.show_text(str(error), "danger")
            self._show_rows()
        else:
            self._refused.show_text(str(error), "danger")
            self._session.failed.emit(str(error))

    def _filter(self, only: bool) -> None:
        self.table.show_only_doubtful(only)
        self._tell_hidden()

    def _build(self) -> None:
        choose = QAction("Choose a file…", self)
        choose.triggered.connect(self.choose_file)
        self._start = EmptyState(
            "download",
            "Choose a CSV file, or drop it here.",
            choose,
            hint="From a spreadsheet, LinkedIn, Huntr, Teal, Simplify or another tracker. "
            "You see what it brings before anything is written.",
        )
        self._review = self._build_review()
        self._pages = QStackedLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.S)
        outer.addWidget(self.waiting)
        outer.addLayout(self._pages, 1)
        outer.addWidget(self._refused)
        # Only now: a stacked layout without a place shows its first widget as a window.
        self._pages.addWidget(self._start)
        self._pages.addWidget(self._review)

    def _build_review(self) -> QWidget:
        head, sides, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._name, 1)
        head.addWidget(self._about)
        head.addWidget(self.another_button)
        sides.setSpacing(Space.XL)
        sides.addWidget(self.columns, 3)
        sides.addLayout(self._build_rows(), 7)
        foot.setSpacing(Space.S)
        foot.addWidget(label("Nothing is written until you import.", "caption2"), 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        line = QFrame()
        line.setProperty("line", "true")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addLayout(sides, 1)
        column.addWidget(line)
        column.addLayout(foot)
        return page

    def _build_rows(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label("What it brings", "subtitle"))
        head.addStretch()
        head.addWidget(self.doubtful_chip)
        column = QVBoxLayout()
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.table, 1)
        column.addWidget(self._more)
        return column

    def _connect(self) -> None:
        self.columns.changed.connect(self._read_again)
        self.doubtful_chip.toggled.connect(self._filter)
        self.another_button.clicked.connect(self.choose_file)
        self.cancel_button.clicked.connect(self.cancel)
        self.import_button.clicked.connect(self.take_in)
        self.waiting.cancelled.connect(self.cancel)


def _table_in(event: QDropEvent) -> Path | None:
    """The one table that is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    tables = [path for path in paths if path.suffix.lower() in TABLES]
    return tables[0] if len(paths) == 1 and tables else None
