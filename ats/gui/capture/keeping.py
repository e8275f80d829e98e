"""Keeps the review that is open in a file beside the store, soon after each change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ats.domain.problem import Problem
from ats.gui.capture.draft import Draft
from ats.gui.capture.draft_file import DraftFile

_AFTER_MS = 800


class Keeping(QObject):
    """`draft` gives what is to be kept now, None where there is nothing. `failed` carries a
    sentence where the file cannot be read or written."""

    failed = Signal(str)

    def __init__(self, path: Path, draft: Callable[[], Draft | None], parent: QObject) -> None:
        super().__init__(parent)
        self._draft = draft
        self._file = DraftFile(path)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self.keep)

    def load(self) -> None:
        """Read what was left when the program ended."""
        self._try(self._file.load)

    def soon(self) -> None:
        """Something was changed."""
        self._later.start()

    def keep(self) -> None:
        """Keep it now."""
        self._later.stop()
        self._try(lambda: self._file.keep(self._draft()))

    def put_by(self, draft: Draft) -> None:
        """Have this review among the earlier ones, until it is brought back or dropped."""
        self._file.earlier.append(draft)

    def earlier(self) -> Draft | None:
        """A review that was open when the program ended, or was put by, the last first."""
        return self._file.earlier[-1] if self._file.earlier else None

    def take_earlier(self) -> Draft | None:
        """That review, which from now on is no earlier one."""
        return self._file.earlier.pop() if self._file.earlier else None

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Problem as problem:
            self.failed.emit(str(problem))
