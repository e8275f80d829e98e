"""The one thing to do next, with its day; or that there is none, and a way to set it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QSizePolicy, QWidget

from ats.commands import next_actions
from ats.domain.words import day_long, due
from ats.gui.application.form_dialog import FormDialog
from ats.gui.application.layout import row
from ats.gui.application.outcome import changed
from ats.gui.controls.buttons import button
from ats.gui.controls.date_field import DateField
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import label
from ats.gui.icons import icon, pixmap
from ats.gui.session import Session
from ats.gui.theme import Space, theme
from ats.gui.tooltips import plain
from ats.store.queries.application import ApplicationDetail
from ats.store.queries.applications import ApplicationRow

_LEAST_WIDTH = 240


class NextActionForm(FormDialog):
    def __init__(self, session: Session, row: ApplicationRow, parent: QWidget) -> None:
        super().__init__(session, "Next action", "Set", parent)
        self._id = row.id
        self.text = self.add("&Next action", QLineEdit(row.next_action or ""))
        self.text.setPlaceholderText("For example: follow up with the recruiter")
        self.day = self.add("&Date", DateField(session.store.today))
        self.day.set_date(row.next_action_on)
        self.fields.addStretch(1)

    def save(self) -> None:
        next_actions.set_next_action(
            self.session.store, self._id, self.text.text(), self.day.date()
        )


class NextActionBar(QFrame):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._row: ApplicationRow | None = None
        self.setProperty("surface", "bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon = QLabel()
        self.text = ElidedLabel(role="strong")
        self.day = label("", "text2")
        self.done = button("Done", "ghost", "check")
        self.done.clicked.connect(self.complete)
        self.change = button("Reschedule", "ghost")
        self.change.clicked.connect(self.edit)
        self._words = self.change.text()
        self._done_words = self.done.text()
        self._build()
        theme().changed.connect(self._show_icon)

    def show_detail(self, detail: ApplicationDetail) -> None:
        row, today = detail.row, self._session.store.today()
        self._row = row
        there = row.next_action is not None
        late = row.next_action_on is not None and row.next_action_on < today
        self.text.setText(row.next_action or "No next action")
        self._dress(self.text, "strong" if there else "muted")
        self.day.setText(_when(detail, today) if there else "")
        self._dress(self.day, "danger" if late else "text2")
        self.day.setVisible(bool(self.day.text()))
        self.done.setVisible(there)
        self._words = "Reschedule" if there else "Set"
        self._fit()
        self._show_icon()

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def edit(self) -> None:
        """Ask for the next action and its day."""
        if self._row is not None:
            NextActionForm(self._session, self._row, self.window()).open()

    def complete(self) -> None:
        """Tick it off."""
        if self._row is not None and self._row.next_action is not None:
            session, text = self._session, self._row.next_action
            complete = next_actions.complete_next_action
            if changed(session, complete, session.store, self._row.id):
                session.say(f"Done: {text}")

    def _build(self) -> None:
        self._line = line = row(self, Space.S)
        line.setContentsMargins(Space.L - 2, Space.XS + 1, Space.S, Space.XS + 1)
        line.addWidget(self._icon)
        line.addWidget(self.text, 0)
        line.addWidget(self.day)
        line.addStretch(1)
        line.addWidget(self.done)
        line.addWidget(self.change)
        self.text.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def _fit(self) -> None:
        """In a narrow place the buttons are their icons only."""
        for narrow in (False, True):
            self.done.setText("" if narrow else self._done_words)
            self.change.setText("" if narrow else self._words)
            self.change.setIcon(icon("pencil") if narrow else QIcon())
            self.change.setToolTip(plain(self._words) if narrow else "")
            self.done.setToolTip("Done" if narrow else "")
            if self._line.sizeHint().width() <= self.width():
                break
        self.change.setAccessibleName(self._words)

    def _show_icon(self) -> None:
        role = "interviewing" if self._row is not None and self._row.next_action else "muted"
        self._icon.setPixmap(pixmap("calendar-clock", role, 18, self.devicePixelRatioF()))

    @staticmethod
    def _dress(widget: QLabel, role: str) -> None:
        if widget.property("role") != role:
            widget.setProperty("role", role)
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def _when(detail: ApplicationDetail, today: date) -> str:
    """The day of the next action; with the time of an interview planned for that day."""
    on = detail.row.next_action_on
    if on is None:
        return ""
    planned = [event.event.at for event in detail.events if event.event.on == on]
    at = next((time for time in planned if time is not None), None)
    return due(on, today, at) if on < today else day_long(on, today, at)
