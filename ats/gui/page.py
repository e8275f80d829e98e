"""What a page is to the window: a widget that can refresh itself and carry out actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ats.gui.panes import Pane

Handler = Callable[[], None]


class DraftHistory(Protocol):
    """The changes of something that is not stored yet. The labels name what undo and redo
    would do; None where there is nothing."""

    @property
    def undo_label(self) -> str | None: ...

    @property
    def redo_label(self) -> str | None: ...

    def undo(self) -> None: ...

    def redo(self) -> None: ...


class Page(QWidget):
    """A page says which actions it carries out now, by their ids in `ats.gui.actions`.

    The window sends a triggered action to the page on screen first and carries it out itself
    where the page has no handler. A page emits `actions_changed` when what `handlers` gives
    would differ, for example after a change of selection.
    """

    actions_changed = Signal()

    title = ""
    """The page's name, as the sidebar and the window title show it."""

    def handlers(self) -> dict[str, Handler]:
        """The actions that can be carried out now."""
        return {}

    def draft_history(self) -> DraftHistory | None:
        """Where undo and redo belong to a draft on the page; None where they belong to the
        program's own history, as nearly everywhere."""
        return None

    def flush(self) -> None:
        """Commit what was typed and is not stored yet. Called before undo, leaving, closing."""

    def panes(self) -> Sequence[Pane]:
        """The parts that F6 goes through, in order. One within another is the more special."""
        return (Pane(self, self.focus_content),)

    def foot(self) -> int:
        """The height of what stands at the bottom and must not be covered."""
        return 0

    def focus_content(self) -> None:
        """Put the keyboard where work goes on."""
        self.setFocus()
