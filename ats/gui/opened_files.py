"""The application object, which hears of files that a desktop wants opened by a running program, as
macOS does with every file that is opened with it, also at its start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

Opener = Callable[[tuple[Path, ...]], None]


class Application(QApplication):
    """Files wait here until there is a window that takes them."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(list(words))
        self._waiting: list[Path] = []
        self._opener: Opener | None = None

    def hand_over(self, opener: Opener | None) -> None:
        """Give the files that wait, and each later one, to `opener`; with None, keep them."""
        self._opener = opener
        if opener is not None and self._waiting:
            files, self._waiting = tuple(self._waiting), []
            opener(files)

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            self._waiting.append(Path(event.file()))
            self.hand_over(self._opener)
        return True
