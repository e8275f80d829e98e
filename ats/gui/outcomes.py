"""How the outcome of what the person did reaches them: a toast, with Undo where it can be taken
back, or a banner that stays while a change could not be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ats.domain.problem import Problem
from ats.gui.messages import Banner, Toasts
from ats.gui.session import Session
from ats.store import Changes, DiskFull

Retry = Callable[[], object]


class Outcomes(QObject):
    """Connects a session's messages to the window's toasts and banner. `undo` takes back the
    last step."""

    def __init__(
        self, session: Session, toasts: Toasts, banner: Banner, undo: Callable[[], None]
    ) -> None:
        super().__init__(session)
        self._session, self._toasts, self._banner, self._undo = session, toasts, banner, undo
        self._waiting: list[Retry] = []
        session.said.connect(self._say)
        session.failed.connect(toasts.say)
        session.write_failed.connect(self._write_failed)
        session.store.listeners.append(self._stepped)

    @property
    def unsaved(self) -> int:
        """How many changes wait for room on the disk."""
        return len(self._waiting)

    def close(self) -> None:
        """Stop listening to the store."""
        self._session.store.listeners.remove(self._stepped)

    def retry(self) -> None:
        """Try again what could not be written, in the order in which it was done."""
        while self._waiting:
            try:
                self._waiting[0]()
            except DiskFull as problem:
                self._show_banner(str(problem))
                return
            except Problem as problem:
                self._toasts.say(str(problem))
            del self._waiting[0]
        self._banner.clear()
        self._toasts.say("All changes saved")

    def _say(self, sentence: str, undo: bool) -> None:
        if undo:
            self._toasts.say(sentence, "Undo", self._undo)
        else:
            self._toasts.say(sentence)

    def _stepped(self, _changes: Changes) -> None:
        """A toast's Undo means the step it tells of, so it goes when another step follows."""
        for toast in self._toasts.shown:
            if toast.action_button is not None:
                toast.leave()

    def _write_failed(self, sentence: str, retry: Retry) -> None:
        self._waiting.append(retry)
        self._show_banner(sentence)

    def _show_banner(self, sentence: str) -> None:
        self._banner.show_text(sentence, [("Retry", self.retry)], kind="danger")
