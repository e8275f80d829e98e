"""The versions of the offer side by side, with what changed from one to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from ats.commands import offers
from ats.domain.words import day, offer_version_name
from ats.gui.actions import Actions
from ats.gui.application.layout import column, row, rule
from ats.gui.application.offer_form import OfferForm
from ats.gui.application.offer_words import offer_table, term_names
from ats.gui.application.outcome import changed
from ats.gui.application.section import Section
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.empty_state import EmptyState
from ats.gui.controls.field import label
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.application import ApplicationDetail, OfferDetail

_COLUMN = 240


class Offers(Section):
    title = "Offer"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(session, actions, parent)
        self._shown: tuple[OfferDetail, ...] | None = None
        self.add_button = button("Add version", "ghost", "plus")
        self.add_button.clicked.connect(self.add)
        first = QAction("Add offer", self)
        first.triggered.connect(self.add)
        self.empty = EmptyState("handshake", "No offer yet.", first)
        self._build()

    def show_detail(self, detail: ApplicationDetail) -> None:
        super().show_detail(detail)
        self._pages.setCurrentIndex(0 if detail.offers else 1)
        self.add_button.setVisible(bool(detail.offers))
        if detail.offers != self._shown:
            self._shown = detail.offers
            self._area.setWidget(self._table(detail))

    def focus_content(self) -> None:
        there = bool(self.detail and self.detail.offers)
        (self.add_button if there else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Open the form for another version."""
        if self.detail is not None:
            OfferForm(self.session, self.window(), self.detail).open()

    def change(self, item: OfferDetail) -> None:
        """Open the form of a version."""
        if self.detail is not None:
            OfferForm(self.session, self.window(), self.detail, item).open()

    def remove(self, item: OfferDetail) -> None:
        if changed(self.session, offers.remove_offer, self.session.store, item.id):
            version = offer_version_name(item.offer.version).lower()
            self.session.say(f"Removed the {version} offer")

    def _table(self, detail: ApplicationDetail) -> QWidget:
        today = self.session.store.today()
        tables = [offer_table(item, today) for item in detail.offers]
        sheet = QWidget()
        sheet.setObjectName("plain")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(Space.L + 4, Space.S, Space.L + 4, Space.L)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        for at, item in enumerate(detail.offers, 1):
            grid.addWidget(self._head(item), 0, at)
            grid.setColumnMinimumWidth(at, _COLUMN)
        grid.addWidget(rule(), 1, 0, 1, len(tables) + 1)
        for line, name in enumerate(term_names(tables), 2):
            top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(label(name, "muted"), line, 0, top)
            for at, table in enumerate(tables, 1):
                before = tables[at - 2].get(name, "") if at > 1 else None
                grid.addWidget(_term(table.get(name, ""), before), line, at, top)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(len(tables) + 1, 1)
        return sheet

    def _head(self, item: OfferDetail) -> QWidget:
        head = QWidget()
        whole = column(head, 2)
        line = row(spacing=Space.XS)
        version = offer_version_name(item.offer.version)
        line.addWidget(label(version, "subtitle"))
        line.addStretch()
        change = IconButton("pencil", f"Change the {version.lower()} offer")
        change.clicked.connect(self._changer(item))
        bin = IconButton("trash-2", f"Remove the {version.lower()} offer")
        bin.clicked.connect(self._remover(item))
        line.addWidget(change)
        line.addWidget(bin)
        whole.addLayout(line)
        on = day(item.offer.received_on, self.session.store.today())
        whole.addWidget(label(f"Received {on}", "caption"))
        return head

    def _changer(self, item: OfferDetail) -> Callable[[], None]:
        return lambda: self.change(item)

    def _remover(self, item: OfferDetail) -> Callable[[], None]:
        return lambda: self.remove(item)

    def _build(self) -> None:
        whole = column(self, 0)
        tools = row()
        tools.setContentsMargins(Space.S + 2, Space.M, Space.L, 0)
        tools.addWidget(self.add_button)
        tools.addStretch()
        whole.addLayout(tools)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._area)
        self._pages.addWidget(self.empty)
        whole.addWidget(self._pages, 1)


def _term(text: str, before: str | None) -> QWidget:
    """A term of one version, and what it was in the version before where that was another."""
    cell = QWidget()
    whole = column(cell, 0)
    changed = before is not None and before != text
    whole.addWidget(label(text or "–", "strong" if changed else "", wrap=True))
    if changed:
        whole.addWidget(label(f"was {before}" if before else "new", "caption", wrap=True))
    return cell
