"""The form of an interview: when, with whom, what to prepare, and afterwards how it went."""

from __future__ import annotations

from datetime import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSpinBox, QWidget

from ats.commands import timeline
from ats.domain.problem import Problem
from ats.domain.timeline import InterviewKind, InterviewResult
from ats.domain.words import clock, interview_kind_name, interview_result_name
from ats.gui.application.clock_time import local_zone, read_time, zones
from ats.gui.application.event_forms import long_text
from ats.gui.application.form_dialog import FormDialog
from ats.gui.controls.date_field import DateField
from ats.gui.session import Session
from ats.store.queries.application import ApplicationDetail, EventDetail

_LENGTHS = ("", "30", "45", "60", "90", "120")


class InterviewForm(FormDialog):
    """`item` is the interview to change, None for a new one."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        detail: ApplicationDetail,
        item: EventDetail | None = None,
    ) -> None:
        title = "Change interview" if item else "Interview"
        super().__init__(session, title, "Save" if item else "Add", parent)
        self._application_id, self._item = detail.id, item
        self._make_when()
        self._make_what(detail)
        self._make_texts()
        if item is not None:
            self._show(item)
        self.day.setFocus()

    def save(self) -> None:
        on = self.day.date()
        if on is None:
            raise Problem("An interview needs its date.")
        at = self._time()
        fields: dict[str, Any] = {
            "at": at,
            "zone": self.zone.currentText().strip() or None if at else None,
            "kind": InterviewKind(self.kind.currentData()),
            "title": self.title.text().strip(),
            "round": self.round.value(),
            "minutes": self._minutes(),
            "place": self.place.text().strip(),
            "people": self.people.text().strip(),
            "result": InterviewResult(self.outcome.currentData()),
        }
        fields |= {name: text.toPlainText().strip() for name, text in self._texts.items()}
        store = self.session.store
        if self._item is None:
            timeline.add_interview(store, self._application_id, on, **fields)
        else:
            timeline.edit_interview(store, self._item.id, on=on, **fields)

    def _make_when(self) -> None:
        self.day = DateField(self.session.store.today)
        self.day.set_date(self.session.store.today())
        self.at = QLineEdit()
        self.at.setPlaceholderText("10:00")
        self.zone = _zone_box()
        line = self.side_by_side(
            self.field("&Date", self.day),
            self.field("&Time", self.at),
        )
        line.setStretch(0, 3)
        line.setStretch(1, 2)
        self.add("Time &zone", self.zone)

    def _make_what(self, detail: ApplicationDetail) -> None:
        self.kind = QComboBox()
        for kind in InterviewKind:
            self.kind.addItem(interview_kind_name(kind), kind)
        self.kind.setCurrentIndex(self.kind.findData(InterviewKind.VIDEO))
        self.round = QSpinBox()
        self.round.setRange(1, 99)
        known = [each.interview.round for each in detail.events if each.interview is not None]
        self.round.setValue(max(known, default=0) + 1)
        self.minutes = QComboBox()
        self.minutes.setEditable(True)
        self.minutes.addItems(_LENGTHS)
        self.side_by_side(
            self.field("&Kind", self.kind),
            self.field("&Round", self.round),
            self.field("&Minutes", self.minutes),
        )
        self.title = self.add("T&itle", QLineEdit())
        self.title.setPlaceholderText("For example: System design interview")
        self.place = self.add("P&lace or link", QLineEdit())
        self.people = self.add("P&eople", QLineEdit())

    def _make_texts(self) -> None:
        self._texts = {}
        preparation = long_text(placeholder="What to read, rehearse and bring", height=72)
        self._texts["preparation"] = self.add("Pre&paration", preparation)
        self._texts["questions"] = self.add("&Questions", long_text(height=72))
        self._texts["went"] = self.add("How it &went", long_text(height=72))
        self.outcome = QComboBox()
        for result in InterviewResult:
            self.outcome.addItem(interview_result_name(result), result)
        self.add("Re&sult", self.outcome)
        self._texts["note"] = self.add("&Note", long_text(height=56))

    def _show(self, item: EventDetail) -> None:
        event, interview = item.event, item.interview
        self.day.set_date(event.on)
        self.at.setText(clock(event.at) if event.at else "")
        if event.zone:
            self.zone.setCurrentText(event.zone)
        self.title.setText(event.title)
        self._texts["note"].setPlainText(event.note)
        if interview is None:
            return
        self.kind.setCurrentIndex(self.kind.findData(interview.kind))
        self.round.setValue(interview.round)
        self.minutes.setCurrentText(str(interview.minutes or ""))
        self.place.setText(interview.place)
        self.people.setText(interview.people)
        self.outcome.setCurrentIndex(self.outcome.findData(interview.result))
        self._texts["preparation"].setPlainText(interview.preparation)
        self._texts["questions"].setPlainText(interview.questions)
        self._texts["went"].setPlainText(interview.went)

    def _time(self) -> time | None:
        text = self.at.text().strip()
        at = read_time(text) if text else None
        if text and at is None:
            self.at.setFocus()
            raise Problem(f"“{text}” isn’t a time. Try 10:00 or 3 pm.")
        return at

    def _minutes(self) -> int | None:
        text = self.minutes.currentText().strip()
        if not text:
            return None
        if not text.isdecimal() or not 0 < int(text) <= 10_000:
            raise Problem(f"“{text}” isn’t a length in minutes.")
        return int(text)


def _zone_box() -> QComboBox:
    """Every zone, this computer's first; what is typed is found anywhere in a name."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(zones())
    box.setCurrentText(local_zone())
    box.setMaxVisibleItems(12)
    completer = box.completer()
    assert completer is not None
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return box
