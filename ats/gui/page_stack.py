"""The pages of the window, one on screen; each is made when it is first wanted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ats.gui.actions import Actions
from ats.gui.page import Page
from ats.gui.pages import PAGES
from ats.gui.session import Session


class PageStack(QStackedWidget):
    """`actions_changed` is that of whichever page is on screen; `page_made` carries the name
    and the Page when one is made."""

    actions_changed = Signal()
    page_made = Signal(str, object)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._pages: dict[str, Page] = {}
        self._shown: Page | None = None

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        return self._shown

    def get(self, name: str) -> Page:
        """A page by its name. Raises KeyError where there is none."""
        if name not in self._pages:
            page = PAGES[name](self._session, self._actions)
            page.actions_changed.connect(self._relay)
            self._pages[name] = page
            self.addWidget(page)
            self.page_made.emit(name, page)
        return self._pages[name]

    def made(self, name: str) -> Page | None:
        """A page if it was wanted before."""
        return self._pages.get(name)

    def show_page(self, name: str) -> Page:
        """Put a page on screen; what was typed on the one before is committed first."""
        page = self.get(name)
        if self._shown is not None and self._shown is not page:
            self._shown.flush()
        self._shown = page
        self.setCurrentWidget(page)
        self.actions_changed.emit()
        return page

    def flush(self) -> None:
        for page in self._pages.values():
            page.flush()

    def _relay(self) -> None:
        if self.sender() is self._shown:
            self.actions_changed.emit()
