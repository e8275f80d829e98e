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
from ats.settings import Settings
from ats.store import DiskFull, Store

P = ParamSpec("P")
T = TypeVar("T")


class Session(QObject):
    """Created once per window by `ats.app`.

    `application_wanted` asks for an application's page (its id), `peek_wanted` for the same
    beside the list; `review_wanted` asks to review a Reading, or an empty form for None;
    `page_wanted` asks for a page by name; `back_wanted` for the page before. `said` carries a
    sentence for a toast and whether it offers Undo; `failed` a sentence about what could not be
    done; `write_failed` the same for a change the disk had no room for, with a function that
    tries it again. `settings_changed` follows every change of the settings.
    """

    application_wanted = Signal(int)
    peek_wanted = Signal(int)
    review_wanted = Signal(object)
    page_wanted = Signal(str)
    back_wanted = Signal()
    said = Signal(str, bool)
    failed = Signal(str)
    write_failed = Signal(str, object)
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
        self._save_settings = save_settings

    def run(self, command: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """Run a command. A Problem becomes a message, and then the answer is None."""
        try:
            return command(*args, **kwargs)
        except DiskFull as problem:
            self.write_failed.emit(str(problem), lambda: command(*args, **kwargs))
        except Problem as problem:
            self.failed.emit(str(problem))
        return None

    def say(self, sentence: str, *, undo: bool = True) -> None:
        """Tell what was done, with Undo beside it."""
        self.said.emit(sentence, undo)

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
            self.run(self._save_settings, self.settings)
