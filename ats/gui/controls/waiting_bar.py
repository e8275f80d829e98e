"""Shows that a job is under way: nothing at first, then a bar, then a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.jobs import Job
from ats.gui.theme import Space

BAR_AFTER_MS = 150
CANCEL_AFTER_MS = 1000


class WaitingBar(QWidget):
    """Hidden until a job takes long. `cancelled` is sent when the person gives up waiting; a job
    that is watched has been told then and its answer is not wanted any more."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._follows = False
        self._words = label("", "text2")
        self._bar = QProgressBar()
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.cancel_button = button("Cancel")
        self.cancel_button.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel_button)
        self._show_timer = self._timer(BAR_AFTER_MS)
        self._show_timer.timeout.connect(self.show)
        self._cancel_timer = self._timer(CANCEL_AFTER_MS)
        self._cancel_timer.timeout.connect(self.cancel_button.show)
        self.hide()

    def watch(self, job: Job, words: str) -> None:
        """Wait for `job`; `words` say what it does: "Reading the posting"."""
        self.stop()
        self._job = job
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.cancel_button.hide()
        job.advanced.connect(self._advance)
        for ended in (job.succeeded, job.failed, job.stopped):
            ended.connect(self.stop)
        self._show_timer.start()
        self._cancel_timer.start()

    def cancel(self) -> None:
        """Give up waiting."""
        if self._job is not None:
            self._job.cancel()
        if self.is_waiting:
            self.stop()
            self.cancelled.emit()

    def follow(self, words: str, fraction: float) -> None:
        """Show how far something is that consists of several jobs; `stop` ends it."""
        if not self._follows:
            self.stop()
            self._follows = True
            self.cancel_button.hide()
            self._show_timer.start()
            self._cancel_timer.start()
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._advance(fraction)

    def stop(self) -> None:
        """Hide; the job, if any, goes on unwatched."""
        self._show_timer.stop()
        self._cancel_timer.stop()
        if self._job is not None:
            self._job.advanced.disconnect(self._advance)
            for ended in (self._job.succeeded, self._job.failed, self._job.stopped):
                ended.disconnect(self.stop)
            self._job = None
        self._follows = False
        self._bar.setRange(0, 1000)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        return self._job is not None or self._follows

    def _advance(self, fraction: float) -> None:
        if fraction > 0:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(fraction * 1000))

    def _timer(self, after: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(after)
        return timer
