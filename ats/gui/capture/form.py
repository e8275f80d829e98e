"""The fields of a new application: filled from a reading, or empty to be filled by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.money import Pay
from ats.domain.reading import Reading
from ats.domain.stage import Stage, StageKind
from ats.domain.words import employment_name, work_mode_name
from ats.gui.capture.also_read import AlsoRead
from ats.gui.capture.form_controls import ChoiceBox, PayRow, WordsLine
from ats.gui.capture.form_grid import FormGrid
from ats.gui.capture.stated import Stated, StatedRow, stated_values
from ats.gui.capture.suggestions import Suggestions
from ats.gui.controls.buttons import button
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon
from ats.gui.theme import Space

NO_TITLE = "No title in the text. Pick a suggestion or type one."
NO_TITLE_AT_ALL = "No title in the text. Type one."
_STATED = (
    "title", "company", "locations", "salary", "work_mode", "employment_type", "deadline", "link",
)  # fmt: skip
"""The fields that can take another value the posting states."""


class ApplicationForm(QWidget):
    """`edited` follows every change of title, company or link, `changed` every change at all;
    `entered` carries the key of the field that got the focus. Keys are the fields of the
    reader's answer, and those of other values stated for them."""

    edited = Signal()
    changed = Signal()
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
        self.deadline = DateField(today, whole=True)
        self.link, self.source = WordsLine("https://"), WordsLine("For example, LinkedIn")
        self.stage = ChoiceBox()
        self.since = DateField(today, whole=True)
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
        stated = stated_values(reading, self._today())
        for name, row in self.stated.items():
            row.show_values(stated.get(name, ()), name)
        self._tab_through_suggestions()
        self.also_read.show_reading(reading, self._today())
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
        for name, row in self.stated.items():
            row.show_values((), name)
        self.also_read.show_reading(None, self._today())

    def take(self, field: str, value: Any) -> None:
        """Put another stated value into a field."""
        control = self._controls[field]
        if field == "salary":
            self.pay_row.show_pay(
                value, bonus=self.bonus.isChecked(), equity=self.equity.isChecked()
            )
        elif isinstance(control, WordsLine):
            control.show_text(value)
        elif isinstance(control, ChoiceBox):
            control.choose(value)
        elif isinstance(control, DateField):
            control.set_date(value)
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def fold(self, folded: bool) -> None:
        """Show only title and company, with a button for the rest; or everything."""
        self.more_button.setVisible(folded)
        self.set_open(not folded)

    def offer_stages(self, stages: list[Stage]) -> None:
        self.stage.offer((stage.name, stage.id, stage_icon(stage.kind)) for stage in stages)
        self._kinds = {stage.id: stage.kind for stage in stages}
        self._show_since()

    def control(self, key: str) -> QWidget | None:
        """The control of a field of the reader's answer."""
        return self._controls.get(key) or self.also_read.chips.get(key)

    def name(self, key: str) -> str:
        """What a field is called on screen."""
        field = self._fields.get("title" if key == "title_suggestions" else key)
        named = field.control.accessibleName() if field else ""
        chip = self.also_read.chips.get(key)
        return named or (chip.text() if chip else key.capitalize())

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
        self.stated = {name: StatedRow() for name in _STATED}
        for name, row in self.stated.items():
            fields[name].add_beneath(row)
        self.more_button = button("More", "ghost", "chevron-right")
        self.more_button.setCheckable(True)
        self.more_button.setToolTip("Location, pay, deadline, link, stage and requirements")
        self.also_read = AlsoRead()
        self.more = FormGrid(
            [
                [(fields["salary"], 6)],
                [(fields["work_mode"], 2), (fields["employment_type"], 2), (fields["deadline"], 2)],
                [(fields["link"], 2), (fields["source"], 2), (fields["stage"], 2)],
                [(None, 4), (fields["since"], 2)],
                [(self.also_read, 6)],
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
        for name, row in self.stated.items():
            row.taken.connect(lambda stated, name=name: self._take_stated(name, stated))
            row.pointed.connect(self.entered)
        self.also_read.pointed.connect(self.entered)
        self._announce_changes()
        self.suggestions.taken.connect(self._take)
        self.stage.currentIndexChanged.connect(self._show_since)
        self.more_button.toggled.connect(self.set_open)

    def _announce_changes(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.textChanged.connect(self.changed)
        for choice in self.findChildren(QComboBox):
            choice.currentIndexChanged.connect(self.changed)
        for box in self.findChildren(QCheckBox):
            box.toggled.connect(self.changed)

    def _take_stated(self, field: str, stated: Stated) -> None:
        self.take(field, stated.value)
        self.entered.emit(stated.key)

    def _tab_through_suggestions(self) -> None:
        """From the title to its suggestions, then on."""
        before: QWidget = self.title
        for chip in self.suggestions.chips():
            QWidget.setTabOrder(before, chip)
            before = chip

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

    def set_open(self, shown: bool) -> None:
        """Show or hide the fields behind "More"."""
        self.more_button.setChecked(shown)
        self.more_button.setIcon(icon("chevron-down" if shown else "chevron-right"))
        self.more.setVisible(shown)
        self._fields["locations"].setVisible(shown)


def _named(kinds: type, name: Callable[..., str]) -> list[tuple[str, object, None]]:
    return [(name(kind), kind, None) for kind in kinds]  # type: ignore[attr-defined]
