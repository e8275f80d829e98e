"""The Display menu: the order of the applications, the columns of the table, the row height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ats.domain.saved_view import SortKey
from ats.gui.applications.look import ApplicationsLook

SORTS = {
    SortKey.MANUAL: "Your own order",
    SortKey.DUE: "Due",
    SortKey.TITLE: "Role",
    SortKey.COMPANY: "Company",
    SortKey.STAGE: "Stage",
    SortKey.PAY: "Pay",
    SortKey.COVERAGE: "Coverage",
    SortKey.NEXT_ACTION: "Next action",
    SortKey.APPLIED: "Applied",
    SortKey.SOURCE: "Source",
    SortKey.DAYS_IN_STAGE: "Days in stage",
    SortKey.EXCITEMENT: "Excitement",
    SortKey.DEADLINE: "Deadline",
}
"""The orders to choose from, with their names on screen."""


class DisplayMenu:
    """`look` gives how the page looks now; `changed` is called with another look, `dense_changed`
    with whether rows are to be compact."""

    def __init__(
        self,
        columns: Sequence[tuple[str, str]],
        look: Callable[[], ApplicationsLook],
        dense: Callable[[], bool],
        changed: Callable[[ApplicationsLook], None],
        dense_changed: Callable[[bool], None],
    ) -> None:
        self._columns, self._look, self._dense = columns, look, dense
        self._changed, self._dense_changed = changed, dense_changed

    def fill(self, menu: QMenu) -> None:
        menu.clear()
        self._fill_order(menu.addMenu("Order by"))
        self.fill_columns(menu.addMenu("Columns of the table"))
        menu.addSeparator()
        rows = QActionGroup(menu)
        for text, dense in (("Comfortable rows", False), ("Compact rows", True)):
            action = rows.addAction(text)
            action.setCheckable(True)
            action.setChecked(self._dense() is dense)
            action.triggered.connect(lambda _=False, dense=dense: self._dense_changed(dense))
            menu.addAction(action)

    def fill_columns(self, menu: QMenu) -> None:
        """One entry for each column that can be hidden."""
        look = self._look()
        for key, title in self._columns:
            action = menu.addAction(title)
            action.setCheckable(True)
            action.setChecked(key in look.columns)
            action.triggered.connect(lambda shown, key=key: self._toggle(key, shown))

    def _fill_order(self, menu: QMenu) -> None:
        look = self._look()
        keys, directions = QActionGroup(menu), QActionGroup(menu)
        for key, text in SORTS.items():
            action = keys.addAction(text)
            action.setCheckable(True)
            action.setChecked(key is look.sort)
            action.triggered.connect(
                lambda _=False, key=key: self._changed(replace(self._look(), sort=key))
            )
            menu.addAction(action)
        menu.addSeparator()
        for text, descending in (("Ascending", False), ("Descending", True)):
            action = directions.addAction(text)
            action.setCheckable(True)
            action.setChecked(look.descending is descending)
            action.setEnabled(look.sort is not SortKey.MANUAL)
            action.triggered.connect(
                lambda _=False, d=descending: self._changed(replace(self._look(), descending=d))
            )
            menu.addAction(action)

    def _toggle(self, key: str, shown: bool) -> None:
        look = self._look()
        kept = tuple(each for each in look.columns if each != key)
        self._changed(replace(look, columns=(*kept, key) if shown else kept))
