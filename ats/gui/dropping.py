"""What comes into the window from outside: dropped, pasted or opened postings. What reads them is
loaded when the first comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMainWindow

if TYPE_CHECKING:
    from ats.gui.capture.clipboard import Pasted


class Intake:
    """Turns what comes in into postings to review. `review` shows them, `import_table` takes
    a file that holds many applications, and `fail` tells why something could not be taken."""

    def __init__(
        self,
        window: QMainWindow,
        review: Callable[[Pasted], None],
        import_table: Callable[[Path], None],
        fail: Callable[[str], None],
    ) -> None:
        self._window, self._review, self._fail = window, review, fail
        self._import_table = import_table
        window.setAcceptDrops(True)

    def paste(self) -> None:
        """Review what the clipboard holds."""
        self._take_mime(QGuiApplication.clipboard().mimeData() or QMimeData())

    def ask_for_files(self) -> None:
        """Let the person choose files to review."""
        from ats.reading.documents import ENDINGS

        endings = " ".join(f"*{ending}" for ending in ENDINGS)
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open postings", "", f"Postings ({endings});;All files (*)"
        )
        if names:
            self.open_files([Path(name) for name in names])

    def ask_for_folder(self) -> None:
        """Let the person choose a folder of postings to review."""
        name = QFileDialog.getExistingDirectory(self._window, "Open a folder of postings")
        if name:
            self.open_files([Path(name)])

    def open_files(self, files: Sequence[Path]) -> None:
        """Review postings and those of folders; where there are none among the files, import a
        table, a board or an archive. One beside other files is named, for it is imported
        alone."""
        from ats.commands.import_files import holds_applications
        from ats.commands.posting_files import is_folder
        from ats.gui.capture.clipboard import postings_from_files

        tables = [path for path in files if not is_folder(path) and holds_applications(path)]
        postings = [path for path in files if path not in tables]
        if postings:
            self._take(postings_from_files(postings))
        elif tables:
            self._import_table(tables.pop(0))
        if tables:
            names = ", ".join(f"“{path.name}”" for path in tables[:3])
            self._fail(f"A table is imported alone. Left out: {names}{'…' * (len(tables) > 3)}.")

    def drag_enters(self, event: QDragEnterEvent) -> None:
        """Welcome what can be read; what the window itself drags about is not for here."""
        if event.source() is None and _is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropped(self, event: QDropEvent) -> None:
        if event.source() is None and _is_welcome(event.mimeData()):
            event.acceptProposedAction()
            self._take_mime(event.mimeData())

    def _take_mime(self, mime: QMimeData) -> None:
        from ats.gui.capture.clipboard import posting_from_mime

        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.open_files(files)
        else:
            self._take(posting_from_mime(mime))

    def _take(self, pasted: Pasted) -> None:
        if pasted.sources:
            self._review(pasted)
        if pasted.problem:
            self._fail(pasted.problem)


def _is_welcome(mime: QMimeData) -> bool:
    return mime.hasUrls() or mime.hasText() or mime.hasHtml()
