"""What the pages of one window share: the open store, its changes, messages, jobs, and where
to go next. Pages know the session and nothing of each other; the window listens and places
pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from ats.domain.problem import Problem
from ats.gui.jobs import Jobs
from ats.gui.live import Live
from ats.gui.theme import Theme
from ats.gui.unwritten import Attempt, Unwritten
from ats.settings import Settings
from ats.store import DiskFull, Store

P = ParamSpec("P")
T = TypeVar("T")


class Session(QObject):
    """Created once per window by `ats.app`.

    `application_wanted` asks for an application's page (its id), `peek_wanted` for the same
    beside the list; `review_wanted` asks to review a Reading, or an empty form for None;
    `page_wanted` asks for a page by name; `import_wanted` for the applications that came with
    one import (its id); `back_wanted` for the page before. `said` carries a
    sentence for a toast and whether it offers Undo; `offered` one with the text of a button and
    what it does; `failed` a sentence about what could not be done. What the disk had no room for
    is in `unwritten`. `settings_changed` follows every change of the settings.
    """

    application_wanted = Signal(int)
    peek_wanted = Signal(int)
    review_wanted = Signal(object)
    page_wanted = Signal(str)
    import_wanted = Signal(int)
    back_wanted = Signal()
    said = Signal(str, bool)
    offered = Signal(str, str, object)
    failed = Signal(str)
    settings_changed = Signal()

    def __init__(
        self,
        store: Store,
        theme: Theme,
        settings: Settings,
        parent: QObject | None = None,
        *,
        save_settings: Callable[[Settings], None] | None = None,
    ) -> None:
        """Without `save_settings` changed settings last as long as the session."""
        super().__init__(parent)
        self.store = store
        self.theme = theme
        self.settings = settings
        self.live = Live(store, self)
        self.jobs = Jobs(self)
        self.unwritten = Unwritten(self)
        self.unwritten.failed.connect(self.failed)
        self._save_settings = save_settings

    def run(self, command: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run a command. A Problem becomes a message, and then the answer is None."""
        return self._attempt(lambda: command(*args, **kwargs), Attempt(command, args, kwargs))

    def run_again(
        self,
        again: Callable[[], object],
        command: Callable[P, T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        """The same for a change that stays open to the person: where there is no room, `again` is
        called to make it, with whatever the person has made of it by then."""
        return self._attempt(lambda: command(*args, **kwargs), Attempt(again))

    def give_up(self, again: Callable[[], object]) -> None:
        """What `run_again` was to try is not wanted any more."""
        self.unwritten.drop(Attempt(again))
        self.unwritten.settle()

    def write_waiting(self) -> bool:
        """Try again what the disk had no room for; whether nothing waits any more."""
        written = self.unwritten.write()
        self.unwritten.settle()
        return written

    def say(self, sentence: str, *, undo: bool = True) -> None:
        """Tell what was done, with Undo beside it."""
        self.said.emit(sentence, undo)

    def offer(self, sentence: str, button_text: str, action: Callable[[], object]) -> None:
        """Tell something, with a button that does `action`."""
        self.offered.emit(sentence, button_text, action)

    def change_settings(self, **changed: Any) -> None:
        """Change preferences, keep them, and tell everybody."""
        self.settings = replace(self.settings, **changed)
        self.save_settings()
        self.settings_changed.emit()

    def state(self, key: str) -> Any:
        """How something was left, by its own key; None where it never was."""
        return self.settings.state.get(key)

    def remember(self, key: str, value: Any) -> None:
        """Keep JSON-able `value` for the next start; written with the next save."""
        self.settings = replace(self.settings, state={**self.settings.state, key: value})

    def save_settings(self) -> None:
        """Write the settings now. What fails is told, and the program goes on."""
        if self._save_settings is not None:
            try:
                self._save_settings(self.settings)
            except Problem as problem:
                self.failed.emit(str(problem))

    def _attempt(self, make: Callable[[], T], attempt: Attempt) -> T | None:
        """Make a change after those that wait for room; it waits with them where there is none."""
        self.unwritten.drop(attempt)
        if not self.unwritten.write():
            self.unwritten.wait(attempt, str(DiskFull()))
            return None
        try:
            return make()
        except DiskFull as problem:
            self.unwritten.wait(attempt, str(problem))
        except Problem as problem:
            self.failed.emit(str(problem))
        finally:
            self.unwritten.settle()
        return None
