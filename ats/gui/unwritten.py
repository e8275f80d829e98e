"""Changes the disk had no room for. They wait, and are written in the order in which they were
made: a change made later never gets ahead, so an older text never comes over a newer one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from ats.domain.problem import Problem
from ats.store import DiskFull


@dataclass(frozen=True, slots=True)
class Attempt:
    """A command with what it is called with. Two are the same change where all of it is equal."""

    command: Callable[..., Any]
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self) -> Any:
        return self.command(*self.args, **self.kwargs)


class Unwritten(QObject):
    """`refused` carries a sentence each time there was no room; `failed` one about a change that
    was given up, because it cannot be made any more; `settled` tells that nothing waits now."""

    refused = Signal(str)
    failed = Signal(str)
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Attempt] = []
        self._told = False

    def __len__(self) -> int:
        return len(self._waiting)

    def wait(self, attempt: Attempt, sentence: str) -> None:
        """Keep a change until there is room; the same change waits once."""
        self.drop(attempt)
        self._waiting.append(attempt)
        self._refuse(sentence)

    def drop(self, attempt: Attempt) -> None:
        """Forget a change, because it is made anew or nobody wants it any more."""
        if attempt in self._waiting:
            self._waiting.remove(attempt)

    def write(self) -> bool:
        """Write what waits, the oldest first; whether nothing waits any more."""
        for attempt in tuple(self._waiting):
            if attempt in self._waiting and not self._write(attempt):
                return False
        return True

    def settle(self) -> None:
        """Tell it if nothing waits any more."""
        if self._told and not self._waiting:
            self._told = False
            self.settled.emit()

    def _refuse(self, sentence: str) -> None:
        self._told = True
        self.refused.emit(sentence)

    def _write(self, attempt: Attempt) -> bool:
        self._waiting.remove(attempt)
        try:
            attempt()
        except DiskFull as problem:
            self._waiting.insert(0, attempt)
            self._refuse(str(problem))
        except Problem as problem:
            self.failed.emit(str(problem))
        return attempt not in self._waiting
