"""Forms for notes, messages and stage moves: to record one, and to correct one."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ats.commands import timeline
from ats.domain.problem import Problem
from ats.domain.stage import Stage
from ats.domain.timeline import Event, EventKind
from ats.gui.application.form_dialog import FormDialog
from ats.gui.application.move_form import stage_box
from ats.gui.controls.date_field import DateField
from ats.gui.session import Session
from ats.store.queries.application import ApplicationDetail, EventDetail
from ats.store.queries.stages import stages as stages_in_use


def long_text(text: str = "", placeholder: str = "", height: int = 120) -> QPlainTextEdit:
    """A text of several lines for a form; Tab leaves it."""
    field = QPlainTextEdit(text)
    field.setPlaceholderText(placeholder)
    field.setTabChangesFocus(True)
    field.setMinimumHeight(height)
    return field


class EventForm(FormDialog):
    """A note or a message; `event` is the one to correct, None for a new one."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        application_id: int,
        kind: EventKind,
        event: Event | None = None,
    ) -> None:
        message = kind is EventKind.MESSAGE
        noun = "message" if message else "note"
        title = f"Change {noun}" if event else f"Log a {noun}"
        super().__init__(session, title, "Save" if event else "Add", parent)
        self._id, self._kind, self._event = application_id, kind, event
        self.day = self.add("&Date", DateField(session.store.today))
        self.day.set_date(event.on if event else session.store.today())
        self.title = QLineEdit(event.title if event else "")
        if message or self.title.text():
            self.add("S&ubject", self.title)
            self.title.setPlaceholderText("For example: Reply from the recruiter")
        self.text = self.add("&Text", long_text(event.note if event else ""))
        (self.title if message else self.text).setFocus()

    def save(self) -> None:
        store, on = self.session.store, self.day.date() or self.session.store.today()
        title, text = self.title.text().strip(), self.text.toPlainText().strip()
        if self._event is not None:
            if not title and not text:
                raise Problem("Some words are needed here. Remove the entry if it never was.")
            timeline.edit_event(store, self._event.id, on=on, title=title, note=text)
        elif self._kind is EventKind.MESSAGE:
            timeline.add_message(store, self._id, text, title=title, on=on)
        else:
            timeline.add_note(store, self._id, text, on=on)


class PastStageForm(FormDialog):
    """A stage the application was at earlier; where it is now does not change."""

    def __init__(self, session: Session, parent: QWidget, detail: ApplicationDetail) -> None:
        super().__init__(session, "Earlier stage", "Add", parent)
        self._id = detail.id
        known = stages_in_use(session.store)
        self.stage = self.add("&Stage", stage_box(known, detail.row.stage_id))
        self.stage.setCurrentIndex(0)
        self.day = self.add("&Date", DateField(session.store.today))
        self.day.set_date(session.store.today())
        self.note = self.add("&Note", QLineEdit())
        self.fields.addStretch(1)

    def save(self) -> None:
        stage: Stage = self.stage.currentData()
        on = self.day.date()
        if on is None:
            raise Problem("Say when it was at that stage.")
        timeline.add_past_stage(self.session.store, self._id, stage.id, on, note=self.note.text())


class MoveEventForm(FormDialog):
    """The day and the note of a stage move that is in the history."""

    def __init__(self, session: Session, parent: QWidget, item: EventDetail) -> None:
        super().__init__(session, f"Moved to {item.stage}", "Save", parent)
        self._event = item.event
        self.day = self.add("&Date", DateField(session.store.today))
        self.day.set_date(item.event.on)
        self.note = self.add("&Note", long_text(item.event.note, height=80))
        self.fields.addStretch(1)

    def save(self) -> None:
        on = self.day.date()
        if on is None:
            raise Problem("A move needs its date.")
        note = self.note.toPlainText().strip()
        timeline.edit_event(self.session.store, self._event.id, on=on, note=note)
