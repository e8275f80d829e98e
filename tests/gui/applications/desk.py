"""The Applications page on a desk: its session, what the person was told, and their hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from ats.commands.applications import NewApplication, add_application
from ats.domain.stage import Stage
from ats.gui.actions import Actions
from ats.gui.applications.column import StageColumn
from ats.gui.applications.drag import carried
from ats.gui.applications.look import View
from ats.gui.applications.page import ApplicationsPage
from ats.gui.page import Page
from ats.gui.session import Session
from ats.store import Store
from ats.store.queries.stages import stages

NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass
class Desk:
    """A page in a window, its session and what was said and asked for."""

    window: QMainWindow
    session: Session
    actions: Actions
    pages: list[Page] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    peeked: list[int] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.session.store

    @property
    def page(self) -> ApplicationsPage:
        page = self.pages[-1]
        assert isinstance(page, ApplicationsPage)
        return page

    @property
    def keyboard(self) -> QWidget | None:
        """Where the keyboard is in the window. Off screen, a window is not made active again
        when a popup has closed, so the application itself has no focus then."""
        return self.window.focusWidget()

    def put(self, page: Page) -> None:
        """Place a page into the window, and do with actions what the window does."""
        self.pages.append(page)
        self.window.setCentralWidget(page)
        page.actions_changed.connect(self.enable)
        self.enable()

    def enable(self) -> None:
        able = self.pages[-1].handlers()
        self.actions.enable(lambda id: id in able)

    def carry_out(self, id: str) -> None:
        handler = self.pages[-1].handlers().get(id)
        if handler is not None:
            handler()

    def add(self, title: str, stage: str = "Saved", **fields: object) -> int:
        """An application at the end of a column."""
        new = NewApplication(title=title, stage_id=self.stage(stage).id)
        id = add_application(self.store, replace(new, **fields))  # type: ignore[arg-type]
        self.settle()
        return id

    def stage(self, name: str) -> Stage:
        return next(stage for stage in stages(self.store) if stage.name == name)

    def column(self, name: str) -> StageColumn:
        return next(each for each in self.page.board.columns if each.stage.name == name)

    def titles(self, name: str) -> list[str]:
        """The roles in a column of the board, from the top."""
        return [row.title for row in self.column(name).model.records]

    def table_titles(self) -> list[str]:
        return [row.title for row in self.page.table.rows.records]

    def choose(self, *ids: int) -> None:
        """Select applications and put the keyboard there."""
        self.page.selection.choose(ids, ids[0])
        self.page.focus_content()
        self.settle()

    def show(self, view: View) -> None:
        self.page.set_look(replace(self.page.look(), view=view))
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key where the keyboard is."""
        widget = QApplication.focusWidget() or self.keyboard
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)
        self.settle()

    def drop(self, ids: Sequence[int], name: str, *, above: int | None = None) -> QDropEvent:
        """Drop cards into a column: above a card, or below all of them."""
        cards = self.column(name).cards
        point = QPoint(20, cards.viewport().height() - 4)
        if above is not None:
            point = cards.card_rect(above).topLeft() + QPoint(20, 3)
        return self.drop_on(cards, ids, point)

    def drop_on(self, target: QWidget, ids: Sequence[int], point: QPoint) -> QDropEvent:
        mime = carried(ids)
        actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        enter = QDragEnterEvent(point, actions, mime, button, NO_KEYS)
        target.dragEnterEvent(enter)
        event = QDropEvent(QPointF(point), actions, mime, button, NO_KEYS)
        target.dropEvent(event)
        self.settle()
        return event

    def undo(self) -> None:
        self.store.undo()
        self.settle()

    def settle(self) -> None:
        """Let announcements and drawing happen."""
        QApplication.processEvents()
        self.session.live.announce()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def menu(self) -> QMenu:
        """The menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def pick(self, *texts: str) -> None:
        """Choose an entry of the open menu, by way of its submenus."""
        menu = self.menu()
        top = menu
        for text in texts[:-1]:
            found = next(each for each in menu.actions() if each.text() == text).menu()
            assert isinstance(found, QMenu)
            menu = found
        action = next(each for each in menu.actions() if each.text() == texts[-1])
        assert action.isEnabled()
        action.trigger()
        top.close()
        self.settle()
