"""Keeping a filter, an order and columns under a name, and going back to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from ats.commands import views
from ats.domain.saved_view import SavedView
from ats.gui.applications.filter_bar import FilterBar
from ats.gui.applications.look import ApplicationsLook, filter_from, filter_json, read_json
from ats.gui.applications.popups import TextPopup
from ats.gui.session import Session
from ats.store.queries.records import records


class SavedViews(QObject):
    """`look` gives how the page looks now, `show_look` shows another."""

    def __init__(
        self,
        session: Session,
        bar: FilterBar,
        look: Callable[[], ApplicationsLook],
        show_look: Callable[[ApplicationsLook], None],
    ) -> None:
        super().__init__(bar)
        self._session, self._bar = session, bar
        self._look, self._show_look = look, show_look
        bar.view_chosen.connect(self.apply)
        bar.save_wanted.connect(self.ask_name)
        bar.view_rename_wanted.connect(self.ask_new_name)
        bar.view_remove_wanted.connect(self.remove)

    def all(self) -> list[SavedView]:
        """The views there are, in order."""
        found = records(self._session.store, SavedView)
        return sorted(found, key=lambda view: (view.position, view.id))

    def active(self) -> SavedView | None:
        """The view whose filter and order are those of the page now."""
        look = self._look()
        now = (look.filter, look.sort, look.descending)
        for view in self.all():
            if (filter_from(read_json(view.filter)), view.sort, view.descending) == now:
                return view
        return None

    def apply(self, view: SavedView) -> None:
        """Show the page as it was when the view was saved."""
        columns = read_json(view.columns)
        look = replace(
            self._look(),
            filter=filter_from(read_json(view.filter)),
            sort=view.sort,
            descending=view.descending,
        )
        if isinstance(columns, list) and columns:
            look = replace(look, columns=tuple(map(str, columns)))
        self._show_look(look)

    def ask_name(self) -> TextPopup:
        """Ask under which name to keep what is shown now. A used name is replaced."""
        names = [view.name for view in self.all()]
        popup = TextPopup("Name of the view", "Save view", self._bar, suggestions=names)
        popup.entered.connect(self.save)
        popup.open_by(self._place())
        return popup

    def ask_new_name(self, view: SavedView) -> TextPopup:
        popup = TextPopup("Name of the view", "Rename", self._bar, text=view.name)
        popup.entered.connect(lambda name: self._rename(view, name))
        popup.open_by(self._place())
        return popup

    def save(self, name: str) -> None:
        look = self._look()
        saved = self._session.run(
            views.save_view,
            self._session.store,
            name,
            filter_json(look.filter),
            sort=look.sort,
            descending=look.descending,
            columns=json.dumps(list(look.columns)),
        )
        if saved is not None:
            self._session.say(f"Saved view {name}")

    def remove(self, view: SavedView) -> None:
        self._session.run(views.remove_view, self._session.store, view.id)
        self._session.say(f"Removed view {view.name}")

    def _rename(self, view: SavedView, name: str) -> None:
        self._session.run(views.rename_view, self._session.store, view.id, name)

    def _place(self) -> QPoint:
        opener: QWidget = self._bar.views_button
        return opener.mapToGlobal(QPoint(0, opener.height()))
