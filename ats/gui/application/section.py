"""What a tab of the application page is to the page: it shows what belongs to it, commits what
was typed, and says which actions it carries out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ats.gui.actions import Actions
from ats.gui.panes import Pane
from ats.gui.session import Session
from ats.store.queries.application import ApplicationDetail

_LEAST_WIDTH, _LEAST_HEIGHT = 360, 160


class Section(QWidget):
    """`show_detail` is called for what is on screen only, and again after every change."""

    actions_changed = Signal()

    title = ""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.actions_ = actions
        self.detail: ApplicationDetail | None = None

    def show_detail(self, detail: ApplicationDetail) -> None:
        """Show an application, or the same one afresh. What is being typed stays."""
        self.detail = detail

    @property
    def application_id(self) -> int:
        return self.detail.id if self.detail else 0

    def heading(self, detail: ApplicationDetail) -> str:
        """The text of the tab."""
        return self.title

    def flush(self) -> None:
        """Commit what was typed and is not stored yet."""

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The actions this section carries out while it is shown."""
        return {}

    def minimumSizeHint(self) -> QSize:
        """A section lays itself out anew where it is narrow, so it never asks for much."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST_WIDTH), min(hint.height(), _LEAST_HEIGHT))

    def panes(self) -> Sequence[Pane]:
        """The parts that F6 goes through."""
        return (Pane(self, self.focus_content),)

    def focus_content(self) -> None:
        """Put the keyboard where work goes on."""
        self.setFocus()
