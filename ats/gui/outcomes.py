"""How the outcome of what the person did reaches them: a toast, with Undo where it can be taken
back, or a banner that stays while a change could not be written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from ats.gui.messages import Banner, Toast, Toasts
from ats.gui.session import Session
from ats.store import Changes


class Outcomes(QObject):
    """Connects a session's messages to the window's toasts and banner. `undo` takes back the
    last step."""

    def __init__(
        self, session: Session, toasts: Toasts, banner: Banner, undo: Callable[[], None]
    ) -> None:
        super().__init__(session)
        self._session, self._toasts, self._banner, self._undo = session, toasts, banner, undo
        self._undoable: list[Toast] = []
        session.said.connect(self._say)
        session.failed.connect(toasts.say)
        session.offered.connect(toasts.say)
        session.unwritten.refused.connect(self._show_banner)
        session.unwritten.settled.connect(banner.clear)
        session.store.listeners.append(self._stepped)

    @property
    def unsaved(self) -> int:
        """How many changes wait for room on the disk."""
        return len(self._session.unwritten)

    def close(self) -> None:
        """Stop listening to the store."""
        self._session.store.listeners.remove(self._stepped)

    def retry(self) -> None:
        """Try again what could not be written, in the order in which it was done."""
        if self._session.write_waiting():
            self._toasts.say("All changes saved")

    def settle(self) -> None:
        """Take away what was told before and asks for nothing: the person went on."""
        for toast in self._toasts.shown:
            if toast.action_button is None:
                toast.leave()

    def _say(self, sentence: str, undo: bool) -> None:
        self.settle()
        if undo:
            self._undoable.append(self._toasts.say(sentence, "Undo", self._undo))
        else:
            self._toasts.say(sentence)

    def _stepped(self, _changes: Changes) -> None:
        """A toast's Undo means the step it tells of, so it goes when another step follows."""
        for toast in self._toasts.shown:
            if toast in self._undoable:
                toast.leave()
        self._undoable.clear()

    def _show_banner(self, sentence: str) -> None:
        self._banner.show_text(sentence, [("Retry", self.retry)], kind="danger")
