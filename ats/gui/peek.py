"""An application beside the list, without leaving it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ats.gui.controls.buttons import IconButton, button
from ats.gui.session import Session
from ats.gui.theme import Space

if TYPE_CHECKING:
    from ats.gui.application.page import ApplicationPage

WIDE = 420


class PeekPanel(QFrame):
    """Hidden until `show_application`. `closed` follows when the person closes it; `shown` and
    `closed` change which actions can be carried out."""

    closed = Signal()

    def __init__(
        self,
        session: Session,
        make: Callable[[], ApplicationPage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(WIDE)
        self.setAccessibleName("Peek")
        self._session, self._make = session, make
        self.page: ApplicationPage | None = None
        self.application_id: int | None = None
        self._opener: QWidget | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        rule = QFrame()
        rule.setProperty("line", "vertical")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rule)
        row.addLayout(self._column, 1)
        self._column.addLayout(self._head())
        self.hide()

    def show_application(self, id: int, opener: QWidget | None = None) -> None:
        """Show this application; closing gives the focus back to `opener`."""
        if self.page is None:
            self.page = self._make()
            self._column.addWidget(self.page, 1)
        if self.application_id is not None and self.application_id != id:
            self.page.flush()
        self._opener = opener or self._opener
        self.application_id = id
        self.page.show_application(id)
        self.show()

    def close_peek(self) -> None:
        """Commit what was typed and close; the focus goes back to the list."""
        if not self.isVisible():
            return
        if self.page is not None:
            self.page.flush()
        inside = self.holds_focus()
        self.hide()
        self.application_id = None
        if inside and self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self._opener = None
        self.closed.emit()

    def holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return self.isVisible() and focus is not None and self.isAncestorOf(focus)

    def focus_content(self) -> None:
        if self.page is not None:
            self.page.focus_content()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_peek()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(Space.S, Space.S, Space.S, 0)
        whole = button("Open", "ghost", "arrow-right")
        whole.clicked.connect(self._open_whole)
        close = IconButton("x", "Close")
        close.clicked.connect(self.close_peek)
        row.addWidget(whole)
        row.addStretch()
        row.addWidget(close)
        return row

    def _open_whole(self) -> None:
        id = self.application_id
        if id is not None:
            self.close_peek()
            self._session.application_wanted.emit(id)
