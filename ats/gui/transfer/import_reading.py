"""The file of an import, what the person said about it, and what came of reading it so."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from ats.domain.problem import Problem
from ats.exchange.archive.plan import Archive
from ats.exchange.imports.plan import Answers, ImportPlan
from ats.gui.jobs import Job, Work
from ats.gui.session import Session
from ats.gui.transfer.import_source import Read, Source, known_of, matching_of, reading_of


class ImportReading(QObject):
    """Reads as a job, again with each answer. `started` carries the job; `shown` follows each
    reading and tells whether it is the first of its file; `archive_read` carries what this
    program wrote as a whole, an Archive; `failed` carries a sentence about a file that can't be
    read this way; `ended` follows all of them and a stop."""

    started = Signal(object)
    shown = Signal(bool)
    archive_read = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._read_with = Answers()
        self.answers = Answers()
        self.source: Source | None = None
        self.read: Read | None = None
        self.is_broken = False
        """Whether the file can't be read with the last answer."""

    @property
    def is_reading(self) -> bool:
        return self._job is not None

    @property
    def plan(self) -> ImportPlan | None:
        """What the file brings, once it was read."""
        return self.read.plan if self.read is not None else None

    @property
    def is_ready(self) -> bool:
        """Whether the file could be imported as it was read."""
        return self.read is not None and not self.read.sentence and not self.is_broken

    def begin(self, source: Source) -> None:
        """Read another file."""
        self.forget()
        self.source = source
        self._start()

    def forget(self) -> None:
        """Forget the file and all that was said about it."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.source = self.read = None
        self.answers = self._read_with = Answers()
        self.is_broken = False

    def stop(self) -> None:
        """Of a file that was read before, what was read then holds again."""
        if self.read is None:
            self.forget()
        else:
            self.answers = self._read_with
            self.shown.emit(False)

    def answer(self, **given: Any) -> None:
        """Read the file again with one more answer."""
        self.answers = replace(self.answers, **given)
        self._start()

    def correct(self, answer: str, value: Any) -> None:
        """Read the file in another way: "table", "header_row", "encoding" or "delimiter". What
        the columns hold is open again, for they may be others."""
        again: dict[str, Any] = {"mapping": None}
        if answer == "table":
            again |= {"header_row": None, "date_order": None, "statuses": {}}
        self.answer(**{**again, answer: value})

    def give_meaning(self, word: str, value: str) -> None:
        """Say what a status word of the file means."""
        self.answer(statuses={**self.answers.statuses, word: value})

    def match(self) -> None:
        """Find what the rows repeat, as the store is now; while the file is read anew, that
        comes with it."""
        if self._job is not None:
            self._start()
        elif self.read is not None and self.is_ready:
            self._run(matching_of(self.read, known_of(self._session.store)))

    def _start(self) -> None:
        if self.source is not None:
            self._run(reading_of(self.source, self.answers, known_of(self._session.store)))

    def _run(self, work: Work) -> None:
        if self._job is not None:
            self._job.cancel()
        job = self._job = self._session.jobs.start(work)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        job.stopped.connect(self._let_go)
        self.started.emit(job)

    def _take(self, read: Read | Archive) -> None:
        if not self._let_go() or self.source is None:
            return
        if isinstance(read, Archive):
            self.archive_read.emit(read)
            return
        anew = self.read is None
        self.source = replace(self.source, content=read.content)
        self.read, self._read_with, self.is_broken = read, self.answers, False
        self.shown.emit(anew)
        self.ended.emit()

    def _fail(self, error: Exception) -> None:
        if not self._let_go():
            return
        if not isinstance(error, Problem):
            raise error
        self.is_broken = self.read is not None
        self.failed.emit(str(error))
        self.ended.emit()

    def _let_go(self) -> bool:
        """Whether the answer is that of the job under way, and no other one."""
        if self._job is None or self._job is not self.sender():
            return False
        self._job = None
        self.ended.emit()
        return True
