"""Places the pages: sidebar, the page on screen, the peek beside it, messages, and the way from
page to page. What a page does is in the page; what an action does is in the table of actions,
the pages and `window_commands`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from ats.gui import menu_bar, page_links
from ats.gui.actions import Actions
from ats.gui.dropping import Intake
from ats.gui.messages import Banner, Toasts
from ats.gui.navigation import History, Place
from ats.gui.outcomes import Outcomes
from ats.gui.page import Handler, Page
from ats.gui.page_stack import PageStack
from ats.gui.pages import IN_SIDEBAR
from ats.gui.palette_offer import PaletteOffer
from ats.gui.panes import Pane
from ats.gui.peek import PeekPanel
from ats.gui.request import ACTIONS, Request
from ats.gui.session import Session
from ats.gui.shortcut_sheet import keys_of
from ats.gui.sidebar import Sidebar
from ats.gui.typing_undo import TypingUndo
from ats.gui.window_commands import WindowCommands
from ats.gui.window_look import WindowLook

if TYPE_CHECKING:
    from ats.gui.capture.clipboard import Pasted


class MainWindow(QMainWindow):
    """The one window on a store."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.commands = Actions(self)
        menu_bar.fill(self.menuBar(), self.commands)
        self.sidebar = Sidebar(self._palette_keys(), str(session.store.path.parent))
        self.stack = PageStack(session, self.commands)
        self.banner = Banner()
        self.peek = PeekPanel(session, lambda: page_links.peek_page(session, self.commands))
        self._place()
        self.history = History(Place("applications"))
        self.toasts = Toasts(self, self._content_left, self._content_foot)
        self.look = WindowLook(self, session, self.sidebar)
        self.palette_offer = PaletteOffer(session, self.commands, self, self.carry_out)
        self.intake = Intake(self, self.review, self.import_table, session.failed.emit)
        self.own = WindowCommands(self)
        self.outcomes = Outcomes(session, self.toasts, self.banner, self.own.undo_step)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.typing = TypingUndo(app, self)
        self._enabling = QTimer(self)
        self._enabling.setSingleShot(True)
        self._enabling.setInterval(0)
        self._enabling.timeout.connect(self.update_actions)
        self._connect(app)
        self._show_place(Place("applications"))
        self.look.restore()
        self.own.show_counts()
        self.update_actions()

    @property
    def page(self) -> Page:
        """The page on screen."""
        page = self.stack.page
        assert page is not None
        return page

    def carry_out(self, id: str) -> None:
        """Do what an action is for, where it can be done now."""
        self.palette_offer.palette.close_palette()
        handler = self._handlers().get(id)
        if handler is not None:
            handler()

    def update_actions(self) -> None:
        """Enable what can be carried out now, and name what can be undone."""
        self._enabling.stop()
        handlers = self._handlers()
        self.commands.enable(handlers.__contains__)
        self.own.name_steps()

    def panes(self) -> Sequence[Pane]:
        """The parts of the window that F6 goes through."""
        return (
            Pane(self.sidebar, self.sidebar.focus_content),
            *self.page.panes(),
            Pane(self.peek, self.peek.focus_content),
        )

    def show_page(self, name: str) -> None:
        """Go to a page by its name."""
        self._go(Place(name))

    def show_application(self, id: int) -> None:
        """Go to an application's own page; from one to the next is one visit."""
        place = Place("application", id)
        if self.history.place.page == "application":
            self.history.replace(place)
        self._go(place)

    def show_peek(self, id: int) -> None:
        """Show an application beside the list; asked again for the same, close it."""
        if self.peek.isVisible() and self.peek.application_id == id:
            self.peek.close_peek()
        else:
            self.peek.show_application(id, QApplication.focusWidget())
            self._soon()

    def review(self, pasted: Pasted) -> None:
        """Go to the review of postings that came in."""
        self._go(Place("review"))
        page_links.start_review(self.page, pasted)
        self.outcomes.settle()

    def review_reading(self, reading: object) -> None:
        """Go to the review of what was read, or with None to an empty form."""
        self._go(Place("review"))
        page_links.start_reading(self.page, reading)

    def back(self) -> None:
        """Go where the person was before, or to the applications."""
        self.stack.flush()
        if self.history.can_go_back:
            self._show_place(self.history.back())
        elif self.history.place.page != "applications":
            self.history.replace(Place("applications"))
            self._show_place(self.history.place)

    def forward(self) -> None:
        self.stack.flush()
        self._show_place(self.history.forward())

    def flush(self) -> None:
        """Commit everything typed."""
        self.stack.flush()
        if self.peek.page is not None:
            self.peek.page.flush()
        self.session.write_waiting()

    def show_imported(self, batch: int) -> None:
        """Show the applications that came with an import."""
        self.show_page("applications")
        page_links.show_imported(self.page, batch)

    def import_table(self, file: Path) -> None:
        """Show what importing a file would bring."""
        self._go(Place("transfer"))
        page_links.start_import(self.page, file)

    def offer_earlier_review(self) -> None:
        """Offer a review that was open when the program ended, or postings that were left."""
        page_links.offer_earlier_review(self.stack, self.session, self.banner)

    def answer(self, request: Request) -> None:
        """Review the files a start of the program came with, or begin what it asks for."""
        if request.files:
            self.intake.open_files(request.files)
        if request.action in ACTIONS:
            self.carry_out(request.action)

    def come_to_front(self, request: Request) -> None:
        """A second start asks for this window, perhaps with files."""
        window = self.window()
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self.answer(request)

    def discard(self) -> None:
        """Let go of the store and of this window."""
        self.hide()
        QApplication.instance().focusChanged.disconnect(self._soon)  # type: ignore[union-attr]
        self._enabling.stop()
        self.typing.close()
        self.toasts.clear()
        self.outcomes.close()
        self.own.close()
        self.session.live.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Commit what was typed. Once, a change the disk has no room for keeps the window."""
        known = self.outcomes.unsaved
        self.flush()
        self.look.keep()
        if self.outcomes.unsaved > known:
            event.ignore()
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look.fit(event.size().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.peek.isVisible():
            self.peek.close_peek()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.intake.drag_enters(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.dropped(event)

    def _handlers(self) -> dict[str, Handler]:
        """The window's own, then the page's, then the peek's while it has the keyboard."""
        handlers = {**self.own.handlers(), **self.page.handlers()}
        if self.peek.holds_focus() and self.peek.page is not None:
            handlers |= self.peek.page.handlers()
        return handlers

    def _go(self, place: Place) -> None:
        self.stack.flush()
        if place.page == "transfer" and self.history.place != place:
            page_links.tell_scope(self.stack.get("transfer"), self.stack, self.page)
        self.history.visit(place)
        self._show_place(place)

    def _show_place(self, place: Place) -> None:
        self.peek.close_peek()
        page = self.stack.get(place.page)
        if place.application_id is not None:
            page_links.show_application(page, place.application_id)
            self._show_neighbours()
        self.stack.show_page(place.page)
        self.sidebar.select(IN_SIDEBAR.get(place.page, place.page))
        self._show_title()
        page.focus_content()
        self.toasts.place()
        self.update_actions()

    def _leave(self) -> None:
        """A page asks to be left; the peek is left by closing it."""
        if self.peek.isVisible():
            self.peek.close_peek()
            return
        was = self.history.place.page
        self.back()
        if was == "review":
            self.history.forget(was)

    def _created(self, id: int) -> None:
        """Show a new application in the list, ready to go on with."""
        self.session.live.announce()
        self.show_page("applications")
        self.history.forget("review")
        page_links.select_application(self.page, id)

    def _page_made(self, name: str, page: Page) -> None:
        if name == "review":
            page_links.when_created(page, self._created)
            page_links.when_put_by(page, self.offer_earlier_review)

    def _show_neighbours(self) -> None:
        id = self.history.place.application_id
        if id is not None:
            page = self.stack.get("application")
            page_links.show_neighbours(page, id, self.stack, self.session.store)

    def _show_title(self) -> None:
        id = self.history.place.application_id
        name = page_links.name_of(self.session.store, id) if id is not None else ""
        self.setWindowTitle(name or self.page.title)

    def _store_changed(self) -> None:
        self.own.show_counts()
        self._show_neighbours()
        self._show_title()
        self._soon()

    def _follow_selection(self) -> None:
        """The peek shows what is selected in the list beside it."""
        self._show_title()
        id = page_links.current_application(self.page)
        if self.peek.isVisible() and id is not None and id != self.peek.application_id:
            self.peek.show_application(id)
        self._soon()

    def _soon(self, *_what: object) -> None:
        """Update the actions once, after all that happens now."""
        self._enabling.start()

    def _connect(self, app: QApplication) -> None:
        session = self.session
        self.commands.triggered.connect(self.carry_out)
        self.sidebar.chosen.connect(self.show_page)
        self.sidebar.search_wanted.connect(self.palette_offer.open)
        self.stack.actions_changed.connect(self._follow_selection)
        self.peek.closed.connect(self._soon)
        app.focusChanged.connect(self._soon)
        session.application_wanted.connect(self.show_application)
        session.peek_wanted.connect(self.show_peek)
        session.review_wanted.connect(self.review_reading)
        session.page_wanted.connect(self.show_page)
        session.import_wanted.connect(self.show_imported)
        session.back_wanted.connect(self._leave)
        self.stack.page_made.connect(self._page_made)
        session.live.changed.connect(self._store_changed)
        session.unwritten.settled.connect(self.offer_earlier_review)

    def _place(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for part, stretch in ((self.sidebar, 0), (self.stack, 1), (self.peek, 0)):
            middle.addWidget(part, stretch)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(middle, 1)
        self.setCentralWidget(whole)

    def _content_left(self) -> int:
        return self.sidebar.width()

    def _content_foot(self) -> int:
        return self.page.foot()

    def _palette_keys(self) -> str:
        from ats.gui.actions import ACTIONS

        return next(keys_of(spec)[0] for spec in ACTIONS if spec.id == "palette")
