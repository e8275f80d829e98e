"""The head of the page: whose application this is, where it stands, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from ats.commands import applications, stages
from ats.domain.stage import Outcome, Stage
from ats.domain.words import outcome_name, pay_long, place
from ats.gui.actions import Actions
from ats.gui.application.layout import column, row
from ats.gui.application.move_form import MoveForm
from ats.gui.application.outcome import changed
from ats.gui.controls.autosave_text import AutosaveLine
from ats.gui.controls.buttons import IconButton, StageButton, button
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.monogram import Monogram
from ats.gui.icons import icon
from ats.gui.session import Session
from ats.gui.theme import Space, TextStyle, theme
from ats.gui.tooltips import plain
from ats.store.queries.application import ApplicationDetail
from ats.store.queries.applications import ApplicationRow
from ats.store.queries.stages import stages as stages_in_use

_INDENT = 12  # what a bare text field keeps left of its text
_STAGE_WIDTH = 166

LOG = (
    ("note", "Note…", "sticky-note"),
    ("message", "Message…", "message-square"),
    ("interview", "Interview…", "calendar-clock"),
    ("offer", "Offer…", "handshake"),
    ("stage", "Earlier stage…", "history"),
)


def company_line(row: ApplicationRow) -> str:
    """ "Confluent · Remote (US) · $117,500–132,200 a year · bonus and equity"."""
    extras = [word for word, there in (("bonus", row.bonus), ("equity", row.equity)) if there]
    parts = [row.company, place(row), pay_long(row.pay), " and ".join(extras)]
    return " · ".join(part for part in parts if part)


class TitleLine(AutosaveLine):
    """The role, edited where it stands."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Role", parent)
        self.setProperty("variant", "bare")
        self.setAccessibleName("Role")
        self.setToolTip("Click or press F2 to rename")
        theme().changed.connect(self._dress)
        self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.deselect()
            self.clearFocus()
            event.accept()

    def _dress(self) -> None:
        self.setFont(theme().font(TextStyle.DISPLAY))


class Header(QWidget):
    """`logged` carries what the person wants to record: a first part of a row of LOG."""

    logged = Signal(str)

    def __init__(
        self, session: Session, actions: Actions, parent: QWidget | None = None, *, compact: bool
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._row: ApplicationRow | None = None
        self.monogram = Monogram(size=36 if compact else 44)
        self.title = TitleLine()
        self.title.committed.connect(self._rename)
        self.company = ElidedLabel(role="text2")
        self.stage = StageButton()
        self.stage.chosen.connect(self.move_to)
        self.log = button("Log activity", "secondary", "plus")
        self.more = IconButton("ellipsis", "More actions")
        self._fill_menus(actions)
        self._build(compact)

    def show_detail(self, detail: ApplicationDetail) -> None:
        self._row = detail.row
        self.monogram.show_name(detail.row.company or detail.row.title)
        self.title.show_text(detail.row.title)
        self.title.setToolTip(plain(f"{detail.row.title}\nClick or press F2 to rename".strip()))
        self.company.setText(company_line(detail.row) or "No company yet")
        known = stages_in_use(self._session.store)
        here = next((stage for stage in known if stage.id == detail.row.stage_id), None)
        if here is not None:
            self.stage.show_stage(here, detail.row.outcome, known)

    def flush(self) -> None:
        self.title.flush()

    def rename(self) -> None:
        self.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.title.selectAll()

    def open_stages(self) -> None:
        self.stage.showMenu()

    def open_log(self) -> None:
        self.log.showMenu()

    def step(self, by: int) -> None:
        """Move to the stage before (-1) or after (1) the present one."""
        known = stages_in_use(self._session.store)
        ids = [stage.id for stage in known]
        if self._row is None or self._row.stage_id not in ids:
            return
        at = ids.index(self._row.stage_id) + by
        if 0 <= at < len(known):
            self.move_to(known[at], None)

    def move_to(self, stage: Stage, outcome: Outcome | None, on: date | None = None) -> None:
        if self._row is None:
            return
        session, ids = self._session, [self._row.id]
        if changed(session, stages.move, session.store, ids, stage.id, on=on, outcome=outcome):
            where = f"{stage.name}: {outcome_name(outcome)}" if outcome else stage.name
            session.say(f"Moved “{self._row.title or self._row.company}” to {where}")

    def move_on_date(self) -> None:
        """Ask for the stage and the day of a move."""
        if self._row is not None:
            MoveForm(self._session, self._row, self.window()).open()

    def _rename(self, title: str) -> None:
        if self._row is None:
            return
        if title.strip() or self._row.company:
            store = self._session.store
            self._session.run(applications.edit_application, store, self._row.id, title=title)
        else:
            self.title.show_text(self._row.title)

    def _fill_menus(self, actions: Actions) -> None:
        menu = QMenu(self)
        for what, text, picture in LOG:
            menu.addAction(icon(picture), text, self._logger(what))
        self.log.setProperty("menu", "true")
        self.log.setMenu(menu)
        more = QMenu(self)
        for id in ("rename", "tag", "next_action", "copy_summary", "summary", "export"):
            more.addAction(actions[id])
        more.addSeparator()
        more.addAction(actions["trash"])
        self.more.setMenu(more)
        # After the button has filled its menu, because it fills it anew each time.
        self.stage.menu().aboutToShow.connect(self._offer_date)

    def _offer_date(self) -> None:
        menu = self.stage.menu()
        menu.addSeparator()
        menu.addAction(icon("calendar"), "On date…", self.move_on_date)

    def _logger(self, what: str) -> Callable[[], None]:
        return lambda: self.logged.emit(what)

    def _build(self, compact: bool) -> None:
        names = column(spacing=0)
        names.addWidget(self.title)
        self.company.setContentsMargins(_INDENT, 0, 0, 0)
        names.addWidget(self.company)
        self.stage.setMinimumWidth(_STAGE_WIDTH)
        self.stage.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        top = row(spacing=0)
        top.addWidget(self.monogram, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(names, 1)
        buttons = row(spacing=Space.S + 2)
        for widget in (self.stage, self.log, self.more):
            buttons.addWidget(widget)
        if compact:
            whole = column(self, Space.M)
            whole.addLayout(top)
            buttons.addStretch()
            whole.addLayout(buttons)
        else:
            top.addSpacing(Space.L)
            top.addLayout(buttons)
            outer = column(self)
            outer.addLayout(top)
