"""Tells while a new application is reviewed that the role, or the company, is already tracked.
It only tells: nothing is merged, and nothing is in the way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from ats.domain.stage import StageKind
from ats.domain.words import counted, day, outcome_name
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.icons import pixmap
from ats.gui.theme import Space, theme
from ats.store.queries.duplicates import Similar


class DuplicateBar(QFrame):
    """`open_wanted` carries the id of an application to look at; `another_wanted` says that the
    person wants a second one all the same."""

    open_wanted = Signal(int)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Similar, ...] = ()
        self.setProperty("surface", "warn")
        self._icon = QLabel()
        self._words = label("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.open_button = button("Open it")
        self.open_button.clicked.connect(self._open)
        self.another_button = button("Create another", "ghost")
        self.another_button.clicked.connect(self.another_wanted)
        self._menu = QMenu(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.another_button)
        theme().changed.connect(self._show_icon)
        self._show_icon()
        self.hide()

    def show_similar(self, found: Sequence[Similar], today: date) -> None:
        """Show what is tracked already; hide where that is nothing."""
        self._found = tuple(found)
        self.setVisible(bool(found))
        if not found:
            return
        same_role = found[0].same_role
        self._words.setText(sentence(found, today))
        self.open_button.setText("Open it" if same_role else "Show")
        self.another_button.setVisible(same_role)
        self._fill_menu(() if same_role else found, today)

    def text(self) -> str:
        return self._words.text()

    def _open(self) -> None:
        if self._found and self.open_button.menu() is None:
            self.open_wanted.emit(self._found[0].id)

    def _fill_menu(self, found: Sequence[Similar], today: date) -> None:
        """Several applications are offered by name; one is opened at once."""
        self._menu.clear()
        several = len(found) > 1
        for item in found if several else ():
            words = f"{item.title or item.company}\t{_last(item, today)}".replace("&", "&&")
            action = self._menu.addAction(words)
            action.triggered.connect(lambda _=False, id=item.id: self.open_wanted.emit(id))
        self.open_button.setMenu(self._menu if several else None)  # type: ignore[arg-type]
        if bool(self.open_button.property("menu") == "true") != several:
            self.open_button.setProperty("menu", "true" if several else "")
            self.open_button.style().unpolish(self.open_button)
            self.open_button.style().polish(self.open_button)

    def _show_icon(self) -> None:
        self._icon.setPixmap(pixmap("circle-alert", "warn", 16, self.devicePixelRatioF()))


def sentence(found: Sequence[Similar], today: date) -> str:
    """ "You already track this role, applied 4 Nov.", or how the company answered before."""
    first = found[0]
    if first.same_role:
        return f"You already track this role, {_lowered(_last(first, today))}."
    times = counted(len(found), "earlier application")
    return f"{first.company}: {times}, last {_lowered(_last(first, today))}."


def _last(item: Similar, today: date) -> str:
    """The last thing known: "Rejected 3 Mar", "Applied 4 Nov", "Interviewing"."""
    closed = item.stage_kind is StageKind.CLOSED
    if closed or item.applied_on is None:
        words = outcome_name(item.outcome) if closed and item.outcome else item.stage
        on = item.stage_since
    else:
        words, on = "Applied", item.applied_on
    return f"{words} {day(on, today)}" if on else words


def _lowered(words: str) -> str:
    """Words that go on in a sentence; names of months keep their capital."""
    return words[:1].lower() + words[1:]
