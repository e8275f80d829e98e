"""The postings that wait to be reviewed: they are read one after the other, each in a job."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from ats.domain.problem import Problem
from ats.gui.capture.sources import Source, reading_of
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job, Jobs


class ReadingQueue(QObject):
    """`ready` carries the Arrangement of the next posting; `refused` the sentence about one
    that cannot be read. `waiting` shows that one is being read."""

    ready = Signal(object)
    refused = Signal(str)

    def __init__(
        self, jobs: Jobs, waiting: WaitingBar, today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._waiting, self._today = jobs, waiting, today
        self._sources: list[Source] = []
        self._job: Job | None = None
        self.count = 0

    @property
    def place(self) -> int:
        """Which posting of `count` is read or under review, from 1."""
        return self.count - len(self._sources)

    @property
    def has_more(self) -> bool:
        return bool(self._sources)

    @property
    def is_reading(self) -> bool:
        return self._job is not None

    @property
    def waiting(self) -> tuple[Source, ...]:
        """The postings that are still to be read."""
        return tuple(self._sources)

    def replace(self, sources: Sequence[Source], count: int | None = None) -> None:
        """Forget what waits, and wait for these; `count` where one is there already."""
        self.stop()
        self._sources = list(sources)
        self.count = len(self._sources) if count is None else count

    def read_next(self) -> None:
        """Read the next posting."""
        self.stop()
        source = self._sources.pop(0)
        job = self._job = self._jobs.start(reading_of(source, self._today()))
        for ended in (job.succeeded, job.failed, job.stopped):
            ended.connect(self._forget)
        job.succeeded.connect(self.ready)
        job.failed.connect(self._fail)
        self._waiting.watch(job, "Reading the posting")

    def stop(self) -> None:
        """Give up on what is being read; its answer does not come any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._waiting.stop()

    def _forget(self) -> None:
        if self._job is self.sender():
            self._job = None

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self.refused.emit(str(error))
