"""The questions the page asks in place about the selected applications: a stage, an outcome, a
title, a tag, a next action; and what a new application is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from ats.commands.applications import NewApplication, add_application
from ats.commands.next_actions import (
    complete_next_action,
    remove_next_action,
    set_next_action,
)
from ats.domain.stage import Outcome, Stage, StageKind
from ats.gui.actions import Actions
from ats.gui.applications.move_popup import MovePopup
from ats.gui.applications.moves import Moves
from ats.gui.applications.popups import AddPopup, NextActionPopup, TagPopup, TextPopup
from ats.gui.applications.selection import Selection
from ats.gui.applications.stage_menu import outcome_menu, stage_menu
from ats.gui.icons import icon
from ats.gui.session import Session
from ats.store.queries.applications import texts_in_use

_MENU = (
    ("open", "peek"),
    ("next_stage", "previous_stage", "", "move_up", "move_down"),
    ("next_action", "log_activity", "rename", "tag", "copy_summary"),
    ("trash",),
)


class Asks:
    """`place` gives where the current application is on the screen; popups open beside it."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        actions: Actions,
        moves: Moves,
        selection: Selection,
        place: Callable[[], QRect],
    ) -> None:
        self._page, self._session, self._actions = page, session, actions
        self._moves, self._selection, self._place = moves, selection, place

    def move_to(self) -> QMenu:
        """A menu of all stages for the selected applications."""
        menu = self._stages("Move to stage")
        self._open(menu, self._place().bottomLeft())
        return menu

    def step_stage(self, step: int) -> QMenu | None:
        """Move to the stage before or after that of the current application; a closed stage
        asks for the outcome first."""
        stage = self._moves.stage_beside(step)
        if stage is None:
            return None
        if stage.kind is not StageKind.CLOSED:
            self._moves.move(stage)
            return None
        menu = outcome_menu(stage, self._moves.move, self._page)
        self._open(menu, self._place().bottomLeft())
        return menu

    def drop(self, ids: Sequence[int], stage: Stage, before: int | None) -> QMenu | None:
        """Put dropped cards into a column; a closed stage asks for the outcome first."""
        rows = [row for row in self._moves.shown.rows if row.id in set(ids)]
        stay = all(row.stage_id == stage.id for row in rows)
        if stage.kind is not StageKind.CLOSED or stay:
            self._moves.place(ids, stage, before, None)
            return None

        def place(to: Stage, outcome: Outcome | None) -> None:
            self._moves.place(ids, to, before, outcome)

        menu = outcome_menu(stage, place, self._page)
        self._open(menu, QCursor.pos())
        return menu

    def context_menu(self, at: QPoint) -> QMenu:
        """Everything that can be done with the selected applications."""
        menu = QMenu(self._page)
        for group in _MENU:
            for id in group:
                if id:
                    menu.addAction(self._actions[id])
                else:
                    stages = self._stages("Move to stage", menu)
                    stages.setIcon(icon("kanban"))
                    menu.addMenu(stages)
            menu.addSeparator()
        self._open(menu, at)
        return menu

    def rename(self) -> TextPopup | None:
        row = self._moves.current()
        if row is None:
            return None
        popup = TextPopup("Role", "Rename", self._page, text=row.title)
        popup.entered.connect(self._moves.rename)
        popup.open_by(self._place())
        return popup

    def tag(self) -> TagPopup:
        tags = sorted({tag for row in self._moves.chosen() for tag in row.tags})
        popup = TagPopup(self._page, tags, texts_in_use(self._session.store, "tag"))
        popup.entered.connect(self._moves.tag)
        popup.removed.connect(self._moves.untag)
        popup.open_by(self._place())
        return popup

    def next_action(self) -> NextActionPopup | None:
        row = self._moves.current()
        if row is None:
            return None
        session, store = self._session, self._session.store
        popup = NextActionPopup(self._page, row.next_action or "", row.next_action_on, store.today)
        popup.entered.connect(
            lambda text, on: session.run(set_next_action, store, row.id, text, on)
        )
        popup.done.connect(lambda: session.run(complete_next_action, store, row.id))
        popup.dropped.connect(lambda: session.run(remove_next_action, store, row.id))
        popup.open_by(self._place())
        return popup

    def add(self, stage: Stage, opener: QWidget) -> AddPopup:
        """Ask for a role and a company, for a new application in a stage."""
        companies = texts_in_use(self._session.store, "company")
        popup = AddPopup(self._page, stage.name, companies)
        popup.entered.connect(lambda title, company: self._add(stage, title, company))
        popup.open_by(QRect(opener.mapToGlobal(QPoint(0, 0)), opener.size()))
        return popup

    def _add(self, stage: Stage, title: str, company: str) -> None:
        new = NewApplication(title=title, company=company, stage_id=stage.id)
        id = self._session.run(add_application, self._session.store, new)
        if id is not None:
            self._session.live.announce()
            self._selection.choose_one(id)
            self._session.say(f"Added “{title or company}” to {stage.name}")

    def move_on_date(self) -> MovePopup:
        """Ask for the stage and the day of a move."""
        moves = self._moves
        today = self._session.store.today
        popup = MovePopup(self._page, moves.stages, moves.current_stage(), today)
        popup.entered.connect(moves.move)
        popup.open_by(self._place())
        return popup

    def _stages(self, title: str, parent: QWidget | None = None) -> QMenu:
        menu = stage_menu(
            title,
            self._moves.stages,
            self._moves.move,
            parent or self._page,
            current=self._moves.current_stage(),
        )
        menu.addSeparator()
        on_date = menu.addAction(icon("calendar"), "On date…")
        on_date.triggered.connect(self.move_on_date)
        return menu

    def _open(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
