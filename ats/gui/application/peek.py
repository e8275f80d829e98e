"""An application beside the list it was chosen from: its head, overview and requirements."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from ats.gui.actions import Actions
from ats.gui.application.layout import row
from ats.gui.application.page import ApplicationPage
from ats.gui.controls.buttons import IconButton, button
from ats.gui.session import Session
from ats.gui.theme import Space

WIDTH = 420


class PeekPanel(ApplicationPage):
    """`close_wanted` asks to put the panel away: its cross, Escape, or the application gone."""

    close_wanted = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(session, actions, parent, compact=True)
        self.setMinimumWidth(WIDTH)
        self.top.hide()
        for at in range(self.tabs.count()):
            self.tabs.setTabVisible(at, self.sections[at] in (self.overview, self.requirements))
        bar = row()
        bar.setContentsMargins(Space.L, Space.S, Space.S, 0)
        self.open_button = button("Open", "link")
        self.open_button.clicked.connect(self._open)
        self.close_button = IconButton("x", "Close (Esc)")
        self.close_button.clicked.connect(self.go_back)
        bar.addWidget(self.open_button)
        bar.addStretch()
        bar.addWidget(self.close_button)
        self._whole.insertLayout(0, bar)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    def leave(self) -> None:
        self.close_wanted.emit()

    def _open(self) -> None:
        self.flush()
        self.session.application_wanted.emit(self.application_id)
