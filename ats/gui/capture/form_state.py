"""Everything that can be changed in the form of a review, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ats.domain.application import EmploymentType, WorkMode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from ats.gui.capture.form import ApplicationForm


@dataclass(frozen=True, slots=True, kw_only=True)
class FormState:
    """Texts are as they stand in their fields, whether they can be read or not; `stage` is an
    id, `period` a place in the list of periods. `taken` tells for a field with several stated
    values which one is in it."""

    title: str = ""
    company: str = ""
    locations: str = ""
    link: str = ""
    source: str = ""
    least: str = ""
    most: str = ""
    deadline: str = ""
    since: str = ""
    bonus: bool = False
    equity: bool = False
    currency: str = ""
    period: int = 0
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    stage: int | None = None
    deadline_on: date | None = None
    since_on: date | None = None
    all_fields: bool = True
    taken: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """The role title, else the company, else nothing."""
        return " ".join((self.title or self.company).split())


def state_of(form: ApplicationForm) -> FormState:
    """What stands in a form now."""
    text = {name: line.text() for name, line in _lines(form).items()}
    return FormState(
        title=text["title"],
        company=text["company"],
        locations=text["locations"],
        link=text["link"],
        source=text["source"],
        least=text["least"],
        most=text["most"],
        deadline=text["deadline"],
        since=text["since"],
        bonus=form.bonus.isChecked(),
        equity=form.equity.isChecked(),
        currency=form.pay.currency.currentText(),
        period=form.pay.period.currentIndex(),
        work_mode=form.work_mode.value(),
        employment_type=form.employment.value(),
        stage=form.stage.value(),
        deadline_on=form.deadline.date(),
        since_on=form.since.date(),
        all_fields=form.more_button.isChecked(),
        taken=tuple((name, row.shown) for name, row in form.stated.items() if row.shown != name),
    )


def show_state(form: ApplicationForm, state: FormState) -> None:
    """Show in a form what `state_of` gave."""
    form.bonus.setChecked(state.bonus)
    form.equity.setChecked(state.equity)
    form.pay.currency.setCurrentText(state.currency)
    form.pay.period.setCurrentIndex(state.period)
    form.work_mode.choose(state.work_mode)
    form.employment.choose(state.employment_type)
    form.stage.choose(state.stage)
    for field, on in ((form.deadline, state.deadline_on), (form.since, state.since_on)):
        field.setModified(False)
        field.set_date(on)
    for name, line in _lines(form).items():
        text = getattr(state, name)
        if line.text() != text:
            line.setText(text)
            line.setModified(True)
    for name, key in state.taken:
        form.stated[name].show_taken(key)
    if state.all_fields != form.more_button.isChecked():
        form.set_open(state.all_fields)
    form.flush()


def _lines(form: ApplicationForm) -> dict[str, QLineEdit]:
    return {
        "title": form.title,
        "company": form.company,
        "locations": form.locations,
        "link": form.link,
        "source": form.source,
        "least": form.pay.least,
        "most": form.pay.most,
        "deadline": form.deadline,
        "since": form.since,
    }
