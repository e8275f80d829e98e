"""Bringing in a file: a table of applications step by step, an archive after its review. Every
guess is shown and can be corrected on the way, and nothing is written before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from ats.commands.import_files import ENDINGS, is_table
from ats.exchange.archive.plan import Archive
from ats.gui.actions import Actions
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.archive_part import ArchivePart
from ats.gui.transfer.import_reading import ImportReading
from ats.gui.transfer.import_source import Source, pasted, source_of
from ats.gui.transfer.import_wizard import ImportWizard

FOLLOWED = {"application", "company", "event", "import_batch", "stage"}
"""What the rows of a table are compared with; an archive is compared with everything."""
_FILTER = f"Tables and exports ({' '.join(f'*{ending}' for ending in ENDINGS)});;All files (*)"
_NO_TABLE = "There’s no table on the clipboard. Copy the cells in your spreadsheet, then try again."
Choose = Callable[[QWidget], Path | None]


def ask_for_table(parent: QWidget) -> Path | None:
    """Let the person choose a file to import."""
    name, _ = QFileDialog.getOpenFileName(parent, "Import applications", "", _FILTER)
    return Path(name) if name else None


class ImportPart(QWidget):
    """A table goes through the steps of `wizard`, what this program wrote as a whole through
    `archive`. `moved` is sent when what can be done here has changed."""

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
        self.reading = ImportReading(session, self)
        self.wizard = ImportWizard(session, self.reading)
        self.archive = ArchivePart(session)
        self.waiting = WaitingBar()
        self._pages = QStackedLayout()
        self.setAcceptDrops(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.S)
        outer.addWidget(self.waiting)
        outer.addLayout(self._pages, 1)
        for page in (self.wizard, self.archive):
            self._pages.addWidget(page)
        self._connect()
        session.live.follow(self, FOLLOWED, self.wizard.follow_store)

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
        self.archive.forget()
        self.wizard.restart()
        self._turn_to(self.wizard)
        self.moved.emit()

    def can_go_back(self) -> bool:
        """Whether there is a step before the one on screen."""
        return self._is_table() and self.wizard.can_go_back()

    def back(self) -> None:
        """Go to the step before; from the first, forget the file."""
        if self.can_go_back():
            self.wizard.back()
        else:
            self.cancel()

    def primary(self) -> None:
        """Go on, or do what the last step says."""
        if self.reading.source is None:
            self.choose_file()
        elif self._is_table():
            self.wizard.primary()
        else:
            self.archive.primary()

    def focus_content(self) -> None:
        (self.wizard if self._is_table() else self.archive).focus_content()

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
        self.reading.begin(source)

    def _is_table(self) -> bool:
        return self._pages.currentWidget() is self.wizard

    def _watch(self, job: Job) -> None:
        assert self.reading.source is not None
        self.waiting.watch(job, f"Reading {self.reading.source.name}")
        self.wizard.show_footer()

    def _watch_comparing(self, job: Job) -> None:
        assert self.reading.source is not None
        self.waiting.watch(job, f"Comparing {self.reading.source.name} with what is here")

    def _stop_waiting(self) -> None:
        if self.archive.review.stop_comparing():
            return
        self.reading.stop()
        if self.reading.source is None:
            self.cancel()

    def _show_archive(self, archive: Archive) -> None:
        # Shown first: what changes from now on is then followed at once.
        self._turn_to(self.archive)
        self.archive.show_archive(archive)
        self.moved.emit()

    def _turn_to(self, page: QWidget) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        turned = page is not self._pages.currentWidget()
        self._pages.setCurrentWidget(page)
        if turned and had_focus:
            self.focus_content()

    def _fail(self, sentence: str) -> None:
        """Say what is wrong: beside the choices that lead to it, or on the start."""
        if self.reading.read is None:
            self.cancel()
            self._refuse(sentence)
        else:
            self.wizard.show_problem(sentence)

    def _refuse(self, sentence: str) -> None:
        self.wizard.start.refused.show_text(sentence, "danger")
        self._session.failed.emit(sentence)

    def _another(self) -> None:
        self.cancel()
        self.choose_file()

    def _connect(self) -> None:
        reading, wizard = self.reading, self.wizard
        reading.started.connect(self._watch)
        reading.shown.connect(wizard.show_read)
        reading.archive_read.connect(self._show_archive)
        reading.failed.connect(self._fail)
        reading.ended.connect(wizard.show_footer)
        self.archive.review.comparing.connect(self._watch_comparing)
        self.waiting.cancelled.connect(self._stop_waiting)
        wizard.start.choose_wanted.connect(self.choose_file)
        wizard.start.paste_wanted.connect(self.paste)
        wizard.file.another_wanted.connect(self.choose_file)
        wizard.moved.connect(self.moved)
        for part in (wizard, self.archive):
            part.left.connect(self.cancel)
            part.done.undo_wanted.connect(self._actions["undo"].trigger)
            part.done.another_wanted.connect(self._another)


def _table_in(event: QDropEvent) -> Path | None:
    """The one table that is dragged."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    tables = [path for path in paths if path.suffix.lower() in ENDINGS]
    return tables[0] if len(paths) == 1 and tables else None
