"""The row above board and table: what is asked for, as chips that can be changed and removed,
saved views, and how many applications are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ats.domain.saved_view import ApplicationFilter, SavedView
from ats.gui.applications.filter_menu import Choices, FilterMenus
from ats.gui.applications.filter_words import Facet, phrases, short_amount, without
from ats.gui.applications.listing import Shown
from ats.gui.applications.popups import AmountPopup
from ats.gui.controls.buttons import button
from ats.gui.controls.chip import FilterChip
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import FlowLayout, clear_layout
from ats.gui.icons import icon
from ats.gui.theme import Space
from ats.gui.tooltips import plain

_LONGEST = 30  # letters of a view's name that the button shows


class FilterBar(QWidget):
    """`chosen` carries a new filter. The other signals carry a SavedView, or ask to keep the
    filter and order there are now."""

    chosen = Signal(object)
    view_chosen = Signal(object)
    view_rename_wanted = Signal(object)
    view_remove_wanted = Signal(object)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = ApplicationFilter()
        self._choices = Choices((), lambda _: ())
        self._views: Sequence[SavedView] = ()
        self._active: SavedView | None = None
        self.facets: list[tuple[Facet, str]] = []
        self.add_button = button("Add filter", "ghost", "list-filter")
        self.views_button = button("Views", "ghost", "bookmark")
        self._add_menu, self._views_menu = QMenu(self), QMenu(self)
        self._count = label("", "text2")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._build()

    def show_filter(
        self,
        wanted: ApplicationFilter,
        choices: Choices,
        shown: Shown,
        views: Sequence[SavedView],
    ) -> None:
        """Show what is asked for and what came of it."""
        self._wanted, self._choices, self._views = wanted, choices, views
        found = phrases(wanted, choices.stages, choices.imports, choices.today)
        if found != self.facets:
            self._show_chips(found)
        self._count.setText(_counts(shown))

    def show_active(self, view: SavedView | None) -> None:
        """Name the saved view that is shown; None where what is shown is none of them."""
        self._active = view
        text = view.name if view else "Views"
        if len(text) > _LONGEST:
            text = f"{text[: _LONGEST - 1].rstrip()}…"
        self.views_button.setText(text.replace("&", "&&"))
        self.views_button.setAccessibleName(f"Views: {view.name}" if view else "Views")
        self.views_button.setToolTip(plain(f"View: {view.name}") if view else "")
        self._chips.updateGeometry()

    def counts(self) -> str:
        """What is said about how many applications there are."""
        return self._count.text()

    def chips(self) -> list[FilterChip]:
        """The filters in force, from the left."""
        return [each for each in self._chips.findChildren(FilterChip) if each.parent()]

    def menu_of(self, facet: Facet) -> QMenu | None:
        """The menu behind a chip; None where it has none."""
        return self._menus().of(facet)

    def ask_pay(self) -> AmountPopup:
        """Ask for the least pay."""
        amount = self._wanted.pay_at_least
        popup = AmountPopup(
            "Pay at least, per year",
            "Apply filter",
            self,
            text=short_amount(amount) if amount is not None else "",
            placeholder="75k",
        )
        popup.amount_entered.connect(self._take_pay)
        popup.open_by(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))
        return popup

    def _build(self) -> None:
        for opener, menu in (
            (self.add_button, self._add_menu),
            (self.views_button, self._views_menu),
        ):
            opener.setProperty("compact", "true")
            opener.clicked.connect(lambda _=False, o=opener, m=menu: self._open(m, o))
            self._flow.addWidget(opener)
        self._add_menu.aboutToShow.connect(lambda: self._menus().fill(self._add_menu))
        self._views_menu.aboutToShow.connect(self._fill_views)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self._chips, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)

    def _open(self, menu: QMenu, opener: QPushButton) -> None:
        menu.popup(opener.mapToGlobal(QPoint(0, opener.height() + Space.XXS)))

    def _menus(self) -> FilterMenus:
        return FilterMenus(self, self._choices, self._wanted, self.chosen.emit, self.ask_pay)

    def _show_chips(self, found: list[tuple[Facet, str]]) -> None:
        had_focus = any(chip.hasFocus() for chip in self.chips())
        self.facets = found
        for opener in (self.add_button, self.views_button):
            self._flow.removeWidget(opener)
        clear_layout(self._flow)
        for facet, text in found:
            chip = FilterChip(text)
            chip.removed.connect(lambda facet=facet: self._remove(facet))
            chip.clicked.connect(lambda _=False, facet=facet, chip=chip: self._edit(facet, chip))
            self._flow.addWidget(chip)
        for opener in (self.add_button, self.views_button):
            self._flow.addWidget(opener)
        if had_focus:
            self.add_button.setFocus()
        self._chips.updateGeometry()

    def _remove(self, facet: Facet) -> None:
        self.chosen.emit(without(self._wanted, facet))

    def _edit(self, facet: Facet, chip: FilterChip) -> None:
        menu = self.menu_of(facet)
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(chip.mapToGlobal(QPoint(0, chip.height() + Space.XXS)))
        elif facet is Facet.PAY:
            self.ask_pay()

    def _take_pay(self, amount: int) -> None:
        self.chosen.emit(replace(self._wanted, pay_at_least=amount))

    def _fill_views(self) -> None:
        menu = self._views_menu
        menu.clear()
        for view in self._views:
            action = menu.addAction(icon("bookmark"), view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._active is not None and view.id == self._active.id)
            action.triggered.connect(lambda _=False, view=view: self.view_chosen.emit(view))
        if self._views:
            menu.addSeparator()
        menu.addAction(icon("plus"), "Save view…").triggered.connect(self.save_wanted)
        if self._views:
            self._add_views_menu("Rename", "pencil", "…", self.view_rename_wanted)
            self._add_views_menu("Remove", "trash-2", "", self.view_remove_wanted)

    def _add_views_menu(self, name: str, drawing: str, after: str, wanted: SignalInstance) -> None:
        inner = self._views_menu.addMenu(icon(drawing), name)
        for view in self._views:
            action = inner.addAction(view.name.replace("&", "&&") + after)
            action.triggered.connect(lambda _=False, view=view: wanted.emit(view))


def _counts(shown: Shown) -> str:
    """ "12 open · 4 need action today", and what the filter hides."""
    parts = [f"{shown.open:,} open"]
    if shown.pressing:
        verb = "needs" if shown.pressing == 1 else "need"
        parts.append(f"{shown.pressing:,} {verb} action today")
    if shown.hidden:
        parts.append(f"{shown.hidden:,} hidden")
    return " · ".join(parts)
