"""What a person chooses for a report: which one, the period or the application, the head."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ats.exchange.exports.report_layout import MONDAY, ReportLayout
from ats.exchange.exports.report_layouts import LAYOUTS
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field, label
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.choices_column import ChoicesColumn, add_all, choices_column, fitting
from ats.gui.transfer.formats import (
    FORMATS,
    LAYOUT_NAMES,
    REPORT_FORMATS,
    SHEET_FORMATS,
    Format,
)


class ReportKind(Enum):
    """The value is its name on screen."""

    WORK_SEARCH = "&Work-search report"
    PREPARATION = "Preparation for an inter&view"


_ABOUT = {
    ReportKind.WORK_SEARCH: "What you did to find work, week by week, to hand in at an office.",
    ReportKind.PREPARATION: "Requirements, evidence, what to say, people and questions.",
}


_USUAL = "This and last three weeks"
_OWN = "Other days"


def periods(today: date, week_begins: int = MONDAY) -> dict[str, tuple[date, date]]:
    """The periods that are asked for most, by their names on screen. Weeks are whole ones of an
    office that begins them on the weekday `week_begins`, 0 for Monday."""
    begun = today - timedelta(days=(today.weekday() - week_begins) % 7)
    first = today.replace(day=1)
    last_month = first - timedelta(days=1)
    return {
        "This week": (begun, today),
        "Last week": (begun - timedelta(days=7), begun - timedelta(days=1)),
        _USUAL: (begun - timedelta(days=21), today),
        "This month": (first, today),
        "Last month": (last_month.replace(day=1), last_month),
    }


class ReportChoices(ChoicesColumn):
    """`changed` is sent when the person chose or wrote something else."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.kinds = {kind: QRadioButton(kind.value) for kind in ReportKind}
        self.period = QComboBox()
        self.since = DateField(session.store.today, placeholder="First day")
        self.until = DateField(session.store.today, placeholder="Last day")
        self.layouts = QComboBox()
        self.name = QLineEdit(session.settings.report_name)
        self.reference = QLineEdit(session.settings.report_reference)
        self.application = QComboBox()
        self.formats = {form: QRadioButton(FORMATS[form].name) for form in REPORT_FORMATS}
        self._about = label("", "caption", wrap=True)
        self._build()
        self._connect()
        self._take_period()
        self._show_kind()

    @property
    def kind(self) -> ReportKind:
        return next(kind for kind, box in self.kinds.items() if box.isChecked())

    @property
    def format(self) -> Format:
        return next(form for form, box in self.formats.items() if box.isChecked())

    @property
    def report_layout(self) -> ReportLayout:
        return ReportLayout(self.layouts.currentData())

    def application_id(self) -> int | None:
        """The application that is prepared for, if there is one."""
        found = self.application.currentData()
        return None if found is None else int(found)

    def offer_applications(self, names: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """Offer these applications, in this order; `chosen` is shown, or who was shown before."""
        before = chosen or self.application_id()
        self.application.clear()
        for id, name in names:
            self.application.addItem(name, id)
        at = self.application.findData(before)
        self.application.setCurrentIndex(max(at, 0) if names else -1)

    def _take_period(self) -> None:
        begins = LAYOUTS[self.report_layout].week_begins
        found = periods(self._session.store.today(), begins).get(self.period.currentText())
        if found is not None:
            self.since.set_date(found[0])
            self.until.set_date(found[1])

    def _choose_period(self) -> None:
        self._take_period()
        self.changed.emit()

    def _choose_layout(self) -> None:
        """The weeks of another form may begin on another day."""
        self._take_period()
        self._changed()

    def _set_own_days(self) -> None:
        self.period.setCurrentText(_OWN)
        self.changed.emit()

    def _show_kind(self) -> None:
        search = self.kind is ReportKind.WORK_SEARCH
        self._about.setText(_ABOUT[self.kind])
        self._search.setVisible(search)
        self._sheet.setVisible(not search)
        for form, box in self.formats.items():
            box.setVisible(search or form in SHEET_FORMATS)
        if not search and self.format not in SHEET_FORMATS:
            self.formats[Format.PDF].setChecked(True)
        wording = LAYOUTS[self.report_layout]
        self._name.set_help(f"At the head, as “{wording.name}”.")
        self._reference.set_help(f"At the head, as “{wording.reference}”.")

    def _changed(self) -> None:
        self._show_kind()
        self.changed.emit()

    def _build(self) -> None:
        self._prepare()
        self._name = Field("&Your name", self.name)
        self._reference = Field("N&umber", self.reference)
        self._search, self._sheet = QWidget(), QWidget()
        search = _column(self._search)
        period = (
            Field("&Period", self.period),
            Field("&From", self.since),
            Field("&To", self.until),
        )
        # One beneath the other: beside each other, large letters cut both off.
        add_all(search, (*period, Field("For&m", self.layouts), self._name, self._reference))
        _column(self._sheet).addWidget(Field("A&pplication", self.application))
        left = choices_column(self)
        left.addWidget(label("Report", "subtitle"))
        add_all(left, (*self.kinds.values(), self._about))
        left.addSpacing(Space.M)
        add_all(left, (self._search, self._sheet))
        left.addSpacing(Space.M)
        left.addWidget(label("Format", "subtitle"))
        add_all(left, self.formats.values())
        left.addStretch(1)

    def _prepare(self) -> None:
        """What is offered and chosen at first."""
        for name in (*periods(self._session.store.today()), _OWN):
            self.period.addItem(name)
        self.period.setCurrentText(_USUAL)
        for layout, name in LAYOUT_NAMES.items():
            self.layouts.addItem(name, layout.value)
        self.layouts.setCurrentIndex(self.layouts.findData(self._session.settings.report_layout))
        for box in (self.period, self.layouts, self.application):
            fitting(box)

    def _connect(self) -> None:
        for choices in (self.kinds, self.formats):
            group = QButtonGroup(self)
            for choice in choices.values():
                group.addButton(choice)
        self.kinds[ReportKind.WORK_SEARCH].setChecked(True)
        self.formats[Format.PDF].setChecked(True)
        for choice in (*self.kinds.values(), *self.formats.values()):
            choice.toggled.connect(lambda on: self._changed() if on else None)
        self.period.activated.connect(self._choose_period)
        for day in (self.since, self.until):
            day.committed.connect(self._set_own_days)
        self.layouts.activated.connect(self._choose_layout)
        self.application.activated.connect(self._changed)
        for line in (self.name, self.reference):
            line.editingFinished.connect(self.changed)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    return column
