"""Writing a file where the person says: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ats.domain.problem import Problem
from ats.domain.words import counted
from ats.gui.controls.field import MessageLine
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Progress
from ats.gui.session import Session
from ats.gui.transfer.formats import FORMATS, Format

Ask = Callable[[QWidget, str], Path | None]
Write = Callable[[Path, Progress], tuple[Path, ...]]


def ask_for_destination(parent: QWidget, name: str) -> Path | None:
    """Let the person choose where to write a file; None where they would rather not."""
    ending = Path(name).suffix
    kind = f"{FORMATS[Format(ending)].kind} (*{ending})"
    chosen, _ = QFileDialog.getSaveFileName(parent, "Export", name, kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


class Saver(QObject):
    """Writes in a job, with a bar that can stop it and a line that tells what went wrong.
    `written` carries the path of the first file."""

    written = Signal(object)

    def __init__(self, session: Session, line: MessageLine, waiting: WaitingBar) -> None:
        super().__init__(line)
        self._session = session
        self._line = line
        self._waiting = waiting

    def save(self, path: Path, write: Write) -> None:
        """Call `write(path, progress)` in a thread; it gives the paths it wrote."""
        self._line.show_text("")
        job = self._session.jobs.start(lambda progress: write(path, progress))
        job.succeeded.connect(self._tell_written)
        job.failed.connect(self._fail)
        self._waiting.watch(job, f"Writing {path.name}")

    def _tell_written(self, paths: tuple[Path, ...]) -> None:
        more = f" and {counted(len(paths) - 1, 'more file')}" if len(paths) > 1 else ""
        self._session.say(f"Saved {paths[0].name}{more}", undo=False)
        self.written.emit(paths[0])

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._line.show_text(str(error), "danger")
