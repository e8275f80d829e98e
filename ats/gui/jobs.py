"""Work that would make the window wait: it runs in threads and answers on the GUI thread.

A piece of work is a function of plain values to a plain value. The store never goes along.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

_THREADS = 4


class Cancelled(Exception):
    """The person stopped the work."""


class Progress:
    """What a piece of work reports to, and where it learns that it should stop."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._report = report
        self._stop = threading.Event()

    def at(self, fraction: float) -> None:
        """Report how much is done, 0 to 1. Raises Cancelled when the work should stop."""
        if self._stop.is_set():
            raise Cancelled
        self._report(fraction)

    def cancel(self) -> None:
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        return self._stop.is_set()


Work = Callable[[Progress], Any]


class Job(QObject):
    """One piece of work under way. Exactly one of `succeeded`, `failed` and `stopped` is sent,
    on the GUI thread and never before `Jobs.start` has returned; then the job deletes itself."""

    advanced = Signal(float)
    succeeded = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress(self.advanced.emit)

    def cancel(self) -> None:
        """Ask the work to stop; `stopped` follows, even when the work had just ended."""
        self.progress.cancel()


class Jobs(QObject):
    """Owns the threads and every job that is under way."""

    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="job")
        self._running: set[Job] = set()
        self._closed = False
        # Queued, or work that ends at once would answer before the caller has connected.
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def start(self, work: Work) -> Job:
        """Run `work(progress)` in a thread."""
        job = Job(self)
        self._running.add(job)
        future = self._pool.submit(work, job.progress)
        future.add_done_callback(lambda ended: self._done.emit(job, ended))
        return job

    def shutdown(self) -> None:
        """Stop everything and wait for it; nothing is answered any more."""
        if self._closed:
            return
        self._closed = True
        self._done.disconnect(self._answer)
        for job in self._running:
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._running.clear()

    @Slot(object, object)
    def _answer(self, job: Job, future: Future[Any]) -> None:
        self._running.discard(job)
        error = None if future.cancelled() else future.exception()
        if future.cancelled() or job.progress.is_cancelled or isinstance(error, Cancelled):
            job.stopped.emit()
        elif error is not None:
            job.failed.emit(error)
        else:
            job.succeeded.emit(future.result())
        job.deleteLater()
