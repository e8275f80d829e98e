"""The fields of a new application: filled from a reading, or empty to be filled by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.money import Pay
from ats.domain.reading import Reading
from ats.domain.stage import Stage, StageKind
from ats.domain.words import day, employment_name, work_mode_name
from ats.gui.capture.form_controls import ChoiceBox, PayRow, WordsLine
from ats.gui.capture.form_grid import FormGrid
from ats.gui.capture.suggestions import Suggestions
from ats.gui.controls.buttons import button
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field, label
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon
from ats.gui.theme import Space

NO_TITLE = "No title in the text. Pick a suggestion or type one."
NO_TITLE_AT_ALL = "No title in the text. Type one."


class ApplicationForm(QWidget):
    """`edited` follows every change of title, company or link; `entered` carries the key of the
    field that got the focus. Keys are the fields of the reader's answer."""

    edited = Signal()
    entered = Signal(str)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._asks_for_title = False
        self._kinds: dict[int, StageKind] = {}
        self.title = WordsLine("For example, Backend Engineer")
        self.company = WordsLine("For example, Confluent")
        self.locations = WordsLine("For example, Leeds or Remote (US)")
        self.pay_row = PayRow()
        self.pay = self.pay_row.pay
        self.bonus, self.equity = self.pay_row.bonus, self.pay_row.equity
        self.work_mode = ChoiceBox([("", None, None), *_named(WorkMode, work_mode_name)])
        self.employment = ChoiceBox([("", None, None), *_named(EmploymentType, employment_name)])
        self.deadline = DateField(today)
        self.link, self.source = WordsLine("https://"), WordsLine("For example, LinkedIn")
        self.stage = ChoiceBox()
        self.since = DateField(today)
        self._build()
        self._connect()

    def show_reading(self, reading: Reading) -> None:
        """Fill the form with what was found; unknown stays empty."""
        self.clear()
        self._asks_for_title = not reading.title
        self.title.show_text(reading.title or "")
        self.company.show_text(reading.company or "")
        self.locations.show_text("; ".join(reading.locations))
        self.pay_row.show_pay(reading.pay, bonus=reading.bonus, equity=reading.equity)
        self.work_mode.choose(reading.work_mode)
        self.employment.choose(reading.employment_type)
        self.deadline.set_date(reading.deadline)
        self.link.show_text(reading.link or "")
        self.suggestions.show_texts(() if reading.title else reading.title_suggestions)
        self._tab_through_suggestions()
        self._also.setText(_also_found(reading, self._today()))
        self._also.setVisible(bool(self._also.text()))
        self._ask_for_title()

    def clear(self) -> None:
        """Empty every field; the stage is the first."""
        self._asks_for_title = False
        for line in (self.title, self.company, self.locations, self.link, self.source):
            line.show_text("")
        self.pay_row.show_pay(Pay(), bonus=False, equity=False)
        for choice in (self.work_mode, self.employment, self.stage):
            choice.setCurrentIndex(0)
        for field, on in ((self.deadline, None), (self.since, self._today())):
            field.setModified(False)
            field.set_date(on)
        self.suggestions.show_texts(())
        for each in self._fields.values():
            each.set_warning("")
        self._also.hide()

    def state(self) -> list[Any]:
        """Everything that can be changed, to be shown again with `restore`."""
        return (
            [line.text() for line in self._typed_lines()]
            + [box.isChecked() for box in (self.bonus, self.equity)]
            + [self.pay.currency.currentText(), self.pay.period.currentIndex()]
            + [choice.value() for choice in (self.work_mode, self.employment, self.stage)]
            + [field.date() for field in (self.deadline, self.since)]
            + [self.more_button.isChecked()]
        )

    def restore(self, state: Sequence[Any]) -> None:
        """Show what `state` gave."""
        values = iter(state)
        lines = self._typed_lines()
        texts = [next(values) for _ in lines]
        for box in (self.bonus, self.equity):
            box.setChecked(next(values))
        self.pay.currency.setCurrentText(next(values))
        self.pay.period.setCurrentIndex(next(values))
        for choice in (self.work_mode, self.employment, self.stage):
            choice.choose(next(values))
        for field in (self.deadline, self.since):
            field.setModified(False)
            field.set_date(next(values))
        for line, text in zip(lines, texts, strict=True):
            if line.text() != text:
                line.setText(text)
                line.setModified(True)
        if next(values) != self.more_button.isChecked():
            self._set_open(not self.more_button.isChecked())
        self.flush()

    def fold(self, folded: bool) -> None:
        """Show only title and company, with a button for the rest; or everything."""
        self.more_button.setVisible(folded)
        self._set_open(not folded)

    def offer_stages(self, stages: list[Stage]) -> None:
        self.stage.offer((stage.name, stage.id, stage_icon(stage.kind)) for stage in stages)
        self._kinds = {stage.id: stage.kind for stage in stages}
        self._show_since()

    def control(self, key: str) -> QWidget | None:
        """The control of a field of the reader's answer."""
        return self._controls.get(key)

    def lines(self) -> tuple[QLineEdit, ...]:
        """The single-line fields, in which Enter creates the application."""
        return tuple(
            line for line in self.findChildren(QLineEdit) if line.window() is self.window()
        )

    def flush(self) -> None:
        """Take what was typed into amounts and dates."""
        self.pay.flush()
        self.deadline.flush()
        self.since.flush()

    def unreadable(self) -> QWidget | None:
        """The first control whose text is no amount or no date."""
        amounts = [each for each in (self.pay.least, self.pay.most) if not each.is_valid()]
        dates = [each for each in (self.deadline, self.since) if each.isModified()]
        return next(iter([*amounts, *dates]), None)

    def is_ready(self) -> bool:
        """Whether there is a title or a company."""
        return bool(self.title.words() or self.company.words())

    def values(self) -> dict[str, Any]:
        """What the fields say now, as fields of NewApplication."""
        places = (" ".join(place.split()) for place in self.locations.text().split(";"))
        kind = self._kinds.get(self.stage.value())
        return {
            "title": self.title.words(),
            "company": self.company.words(),
            "stage_id": self.stage.value(),
            "on": None if kind is StageKind.SAVED else self.since.date(),
            "locations": tuple(place for place in places if place),
            "work_mode": self.work_mode.value(),
            "employment_type": self.employment.value(),
            "pay": self.pay.pay(),
            "bonus": self.bonus.isChecked(),
            "equity": self.equity.isChecked(),
            "deadline": self.deadline.date(),
            "link": self.link.words(),
            "source": self.source.words(),
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            key = next((key for key, each in self._watched if each is watched), "")
            self.entered.emit(key)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self._fields = self._named_fields()
        fields = self._fields
        self.suggestions = Suggestions()
        fields["title"].add_beneath(self.suggestions)
        self.more_button = button("More", "ghost", "chevron-right")
        self.more_button.setCheckable(True)
        self.more_button.setToolTip("Location, pay, deadline, link, stage and requirements")
        self._also = label("", "caption", wrap=True)
        self.more = FormGrid(
            [
                [(fields["salary"], 6)],
                [(fields["work_mode"], 2), (fields["employment_type"], 2), (fields["deadline"], 2)],
                [(fields["link"], 2), (fields["source"], 2), (fields["stage"], 2)],
                [(None, 4), (fields["since"], 2)],
                [(self._also, 6)],
            ]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(fields["title"])
        column.addWidget(FormGrid([[(fields["company"], 3), (fields["locations"], 3)]]))
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.more)

    def _named_fields(self) -> dict[str, Field]:
        """The labelled fields, by their names in the reader's answer."""
        return {
            name: Field(text, control)
            for name, text, control in (
                ("title", "Role &title", self.title),
                ("company", "&Company", self.company),
                ("locations", "&Location", self.locations),
                ("salary", "&Pay", self.pay_row),
                ("work_mode", "Work &mode", self.work_mode),
                ("employment_type", "Empl&oyment type", self.employment),
                ("deadline", "&Deadline", self.deadline),
                ("link", "Lin&k", self.link),
                ("source", "&Source", self.source),
                ("stage", "Stage", self.stage),
                ("since", "S&ince", self.since),
            )
        }

    def _connect(self) -> None:
        self._controls: dict[str, QWidget] = {
            name: field.control for name, field in self._fields.items()
        } | {"bonus": self.bonus, "equity": self.equity, "title_suggestions": self.title}
        self._watched: list[tuple[str, QObject]] = [
            ("salary", part)
            for part in (self.pay.least, self.pay.most, self.pay.currency, self.pay.period)
        ] + [(key, each) for key, each in self._controls.items() if key != "salary"]
        for _, each in self._watched:
            each.installEventFilter(self)
        for line in (self.title, self.company, self.link):
            line.textChanged.connect(self.edited)
        self.title.textChanged.connect(self._ask_for_title)
        self.suggestions.taken.connect(self._take)
        self.stage.currentIndexChanged.connect(self._show_since)
        self.more_button.toggled.connect(self._set_open)

    def _tab_through_suggestions(self) -> None:
        """From the title to its suggestions, then on."""
        before: QWidget = self.title
        for chip in self.suggestions.chips():
            QWidget.setTabOrder(before, chip)
            before = chip

    def _typed_lines(self) -> tuple[QLineEdit, ...]:
        lines = (self.title, self.company, self.locations, self.link, self.source)
        return (*lines, self.pay.least, self.pay.most, self.deadline, self.since)

    def _take(self, text: str) -> None:
        self.title.show_text(text)
        self.title.setFocus()

    def _ask_for_title(self) -> None:
        asks = self._asks_for_title and not self.title.words()
        sentence = NO_TITLE if self.suggestions.texts() else NO_TITLE_AT_ALL
        if self._fields["title"].warning() != (sentence if asks else ""):
            self._fields["title"].set_warning(sentence if asks else "")

    def _show_since(self) -> None:
        kind = self._kinds.get(self.stage.value())
        self._fields["since"].setVisible(kind not in (None, StageKind.SAVED))

    def _set_open(self, shown: bool) -> None:
        self.more_button.setChecked(shown)
        self.more_button.setIcon(icon("chevron-down" if shown else "chevron-right"))
        self.more.setVisible(shown)
        self._fields["locations"].setVisible(shown)


def _named(kinds: type, name: Callable[..., str]) -> list[tuple[str, object, None]]:
    return [(name(kind), kind, None) for kind in kinds]  # type: ignore[attr-defined]


def _also_found(reading: Reading, today: date) -> str:
    """What is kept as it was found, without a field here."""
    found = [
        f"posted {day(reading.posted_on, today)}" if reading.posted_on else "",
        f"reference {reading.reference}" if reading.reference else "",
    ]
    words = " and ".join(part for part in found if part)
    return f"Also kept: {words}." if words else ""
