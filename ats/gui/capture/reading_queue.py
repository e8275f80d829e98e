"""The postings that came in together: they are read in the background, one after the other, the
one the person wants to see first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from ats.domain.problem import Problem
from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.draft import Waiting
from ats.gui.capture.sources import ReadSource, Source, reading_of
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job, Jobs


class ReadingQueue(QObject):
    """`ready` carries the Arrangement of the posting that is wanted; `refused` tells that it
    can't be read; `changed` that more was read. `refusals` are sentences by place, and `left`
    what was changed by hand in postings that are not shown. Places count from 0."""

    ready = Signal(object)
    refused = Signal(str)
    changed = Signal()

    def __init__(
        self, jobs: Jobs, waiting: WaitingBar, today: Callable[[], date], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._waiting, self._today = jobs, waiting, today
        self._job: Job | None = None
        self._reading_at = 0
        self._paused = False
        self.replace(())

    @property
    def count(self) -> int:
        return len(self._sources)

    @property
    def is_reading(self) -> bool:
        """Whether the posting that is wanted is still being read."""
        return self._job is not None and not self._is_read(self.at)

    @property
    def is_reading_ahead(self) -> bool:
        """Whether any posting is still being read."""
        return self._job is not None

    @property
    def unread(self) -> list[int]:
        """The places of postings that are still to be read."""
        return [at for at in self.open if not self._is_read(at)]

    @property
    def open(self) -> list[int]:
        """The places of postings that are neither created nor refused."""
        return [at for at in range(self.count) if at not in self._settled]

    def replace(self, sources: Sequence[Source]) -> None:
        """Forget what there was, and begin with these."""
        self.restore(Waiting(tuple(sources)))

    def restore(self, waiting: Waiting, shown: Arrangement | None = None) -> None:
        """Go on where another review was left, at a posting that is `shown` already; nothing is
        read before `go` or `read_on`."""
        self.stop()
        self._sources = list(waiting.sources)
        self._settled = set(waiting.settled)
        self._read: dict[int, Arrangement] = {waiting.at: shown} if shown else {}
        self.at = waiting.at
        self.left = dict(waiting.left)
        self.refusals: dict[int, str] = {}

    def waiting(self) -> Waiting:
        """How it stands, for `restore`. A refusal is found again by reading again."""
        settled, refused = tuple(sorted(self._settled - self.refusals.keys())), (*self.refusals,)
        left = tuple(sorted((at, left) for at, left in self.left.items() if at != self.at))
        return Waiting(tuple(self._sources), self.at, settled, left, refused)

    def go(self, at: int) -> None:
        """Want the posting at a place: `ready` follows once it is read."""
        self.at = at
        self._paused = False
        if at in self._read:
            self.ready.emit(self._read[at])
        self.read_on()

    def beside(self, step: int) -> int | None:
        """The place of the next open posting (1) or the one before (-1)."""
        found = [at for at in self.open if (at > self.at if step > 0 else at < self.at)]
        return (found[0] if step > 0 else found[-1]) if found else None

    def settle(self, places: Sequence[int]) -> int | None:
        """These were created; the place to go on with, None where all are settled."""
        self._settled.update(places)
        for at in places:
            self.left.pop(at, None)
            self._read.pop(at, None)
        if self.at in self.open:
            return self.at
        after = self.beside(1)
        return self.beside(-1) if after is None else after

    def arrangement(self, at: int) -> Arrangement | None:
        """What was read at a place so far."""
        return self._read.get(at)

    def name(self, at: int) -> str:
        return self._sources[at].name

    def pause(self) -> None:
        """Read no more ahead; a posting that is wanted is read all the same."""
        self.stop()
        self._paused = True
        self.changed.emit()

    def stop(self) -> None:
        """Give up on what is being read; its answer does not come any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._waiting.stop()

    def read_on(self) -> None:
        """Read what is wanted, else the next that is not read; nothing while one is read."""
        if self._job is not None:
            return
        unread = self.unread
        if not unread or (self._paused and self.at not in unread):
            self._waiting.stop()
            self.changed.emit()
            return
        ahead = [at for at in unread if at >= self.at]
        self._reading_at = (ahead or unread)[0]
        job = self._job = self._jobs.start(
            reading_of(self._sources[self._reading_at], self._today())
        )
        job.succeeded.connect(self._succeed)
        job.failed.connect(self._fail)
        if self.count == 1:
            self._waiting.watch(job, "Reading the posting")
        else:
            done = self.count - len(unread)
            words = f"Reading postings: {done + 1:,} of {self.count:,}"
            self._waiting.follow(words, done / self.count)

    def _is_read(self, at: int) -> bool:
        return at in self._read or at in self._settled

    def _succeed(self, read: ReadSource) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        at = self._reading_at
        self._read[at] = read.arrangement
        # Behind the others, so that no place changes; a review that was restored has them.
        self._sources += [each for each in read.others if each not in self._sources]
        if at == self.at:
            self.ready.emit(read.arrangement)
        self.read_on()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        at, expected = self._reading_at, isinstance(error, Problem)
        sentence = str(error) if expected else f"“{self.name(at)}” could not be read."
        self.refusals[at] = sentence
        self._settled.add(at)
        if at == self.at:
            self.refused.emit(sentence)
        self.read_on()
        self.changed.emit()
        if not expected:
            raise error  # after the others are seen to, for it is a fault of the program
