"""The short facts of an application, each edited where it stands, each with the way back to the
words of the posting it was read from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ats.commands import applications, timeline
from ats.domain.application import EmploymentType, WorkMode
from ats.domain.stage import StageKind
from ats.domain.words import counted, employment_name, work_mode_name
from ats.gui.application.choice_button import ChoiceButton
from ats.gui.application.fact_fields import ExtrasField, LinkField, PayFact
from ats.gui.application.layout import NO_MARGINS
from ats.gui.application.posting_places import Span, read_spans
from ats.gui.application.stars import Stars
from ats.gui.application.tags_field import TagsField, complete
from ats.gui.controls.autosave_text import AutosaveLine
from ats.gui.controls.buttons import IconButton
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import MessageLine, label
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.application import ApplicationDetail
from ats.store.queries.applications import ApplicationRow, texts_in_use

BETWEEN_PLACES = "; "
_LABEL_WIDTH = 96
_TOP = Qt.AlignmentFlag.AlignTop


class Facts(QWidget):
    """`place_wanted` asks to show places in the posting: a sequence of spans."""

    place_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._row: ApplicationRow | None = None
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._marks: dict[str, IconButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(NO_MARGINS)
        self._grid.setHorizontalSpacing(Space.XS)
        self._grid.setVerticalSpacing(Space.XXS)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._make_texts()
        self._make_choices()
        self._make_dates()
        self._lay_out()

    def show_detail(self, detail: ApplicationDetail) -> None:
        other = self._row is None or self._row.id != detail.row.id
        self._row = row = detail.row
        self._spans = read_spans(detail.posting)
        self._show_texts(row)
        self._show_dates(row, afresh=other)
        self.work_mode.set_value(row.work_mode)
        self.employment.set_value(row.employment_type)
        self.pay.set_pay(row.pay)
        self.extras.set_values(row.bonus, row.equity)
        self.excitement.set_value(row.excitement)
        self.tags.show_tags(row.tags)
        for name, mark in self._marks.items():
            mark.setVisible(name in self._spans)

    def flush(self) -> None:
        for line in (self.company, self.locations, self.source, self.link.line, self.reference):
            line.flush()
        for day in (self.deadline, self.posted, self.applied):
            day.flush()
        self.pay.flush()

    def _show_texts(self, row: ApplicationRow) -> None:
        self.company.show_text(row.company)
        self.locations.show_text(BETWEEN_PLACES.join(row.locations))
        self.source.show_text(row.source)
        self.link.show_text(row.link)
        self.reference.show_text(row.reference)

    def _show_dates(self, row: ApplicationRow, *, afresh: bool) -> None:
        for day, on in (
            (self.deadline, row.deadline),
            (self.posted, row.posted_on),
            (self.applied, row.applied_on),
        ):
            if afresh:
                day.setModified(False)
            day.set_date(on)

    def _make_texts(self) -> None:
        store = self.session.store
        self.company = self._line("Add company", "company")
        complete(self.company, lambda: texts_in_use(store, "company"))
        self.locations = AutosaveLine("Add places, with ; between them")
        self.locations.committed.connect(self._save_locations)
        self.locations.setProperty("variant", "bare")
        self.source = self._line("Where you found it", "source")
        complete(self.source, lambda: texts_in_use(store, "source"))
        self.link = LinkField()
        self.link.line.committed.connect(lambda text: self._save(link=text.strip()))
        self.reference = self._line("Add reference", "reference")

    def _line(self, placeholder: str, field: str) -> AutosaveLine:
        line = AutosaveLine(placeholder)
        line.setProperty("variant", "bare")
        line.committed.connect(lambda text: self._save(**{field: text.strip()}))
        return line

    def _make_choices(self) -> None:
        modes = [(None, "Not stated"), *((mode, work_mode_name(mode)) for mode in WorkMode)]
        self.work_mode = ChoiceButton("Work mode", modes)
        self.work_mode.chosen.connect(lambda mode: self._save(work_mode=mode))
        types = [(None, "Not stated"), *((kind, employment_name(kind)) for kind in EmploymentType)]
        self.employment = ChoiceButton("Employment", types)
        self.employment.chosen.connect(lambda kind: self._save(employment_type=kind))
        self.pay = PayFact()
        self.pay.committed.connect(lambda pay: self._save(pay=pay))
        self.extras = ExtrasField()
        self.extras.bonus.toggled.connect(lambda there: self._save(bonus=there))
        self.extras.equity.toggled.connect(lambda there: self._save(equity=there))
        self.excitement = Stars()
        self.excitement.chosen.connect(lambda stars: self._save(excitement=stars))
        self.tags = TagsField(lambda: texts_in_use(self.session.store, "tag"))
        self.tags.added.connect(self._tag)
        self.tags.removed.connect(self._untag)

    def _make_dates(self) -> None:
        self.deadline = self._day("No deadline")
        self.deadline.committed.connect(lambda on: self._save(deadline=on))
        self.posted = self._day("Not stated")
        self.posted.committed.connect(lambda on: self._save(posted_on=on))
        self.applied = self._day("Not applied yet")
        self.applied.committed.connect(self._save_applied)

    def _day(self, placeholder: str) -> DateField:
        field = DateField(self.session.store.today, placeholder=placeholder)
        field.setProperty("variant", "bare")
        return field

    def _lay_out(self) -> None:
        rows: Sequence[tuple[str, QWidget, str]] = (
            ("&Company", self.company, "company"),
            ("Places", self.locations, "locations"),
            ("Work mode", self.work_mode, "work_mode"),
            ("Employment", self.employment, "employment_type"),
            ("Pay", self.pay, "salary"),
            ("Besides", self.extras, "bonus"),
            ("Deadline", self.deadline, "deadline"),
            ("Posted", self.posted, "posted"),
            ("Applied", self.applied, ""),
            ("Source", self.source, ""),
            ("Link", self.link, "link"),
            ("Reference", self.reference, "reference"),
            ("Excitement", self.excitement, ""),
            ("Tags", self.tags, ""),
        )
        for text, control, span in rows:
            self._add(text, control, span)

    def _add(self, text: str, control: QWidget, span: str) -> None:
        at = self._grid.rowCount()
        name = label(text, "muted")
        name.setBuddy(control)
        plain = text.replace("&", "")
        if not control.accessibleName():
            control.setAccessibleName(plain)
        tall = isinstance(control, TagsField)
        self._grid.addWidget(name, at, 0, _TOP if tall else Qt.AlignmentFlag.AlignVCenter)
        if tall:
            name.setContentsMargins(0, Space.S, 0, 0)
        fixed = isinstance(control, ChoiceButton | Stars)
        left = Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0)
        self._grid.addWidget(control, at, 1, left)
        if span:
            mark = IconButton("file-text", f"{plain}: show in posting", colour_role="muted")
            mark.clicked.connect(self._shower(span))
            keeping = mark.sizePolicy()
            keeping.setRetainSizeWhenHidden(True)
            mark.setSizePolicy(keeping)
            self._marks[span] = mark
            self._grid.addWidget(mark, at, 2)
        if isinstance(control, PayFact):
            self._grid.addWidget(control.fields, at + 1, 0, 1, 3)
        warning = getattr(control, "warning", None)
        if warning is not None:
            line = MessageLine()
            self._grid.addWidget(line, at + 2, 1)
            warning.connect(lambda sentence: line.show_text(sentence, "warn"))

    def _shower(self, span: str) -> Callable[[], None]:
        return lambda: self.place_wanted.emit(self._spans.get(span, ()))

    def _save(self, **fields: Any) -> None:
        if self._row is not None:
            run, store = self.session.run, self.session.store
            run(applications.edit_application, store, self._row.id, **fields)

    def _save_locations(self, text: str) -> None:
        places = [" ".join(part.split()) for part in text.split(BETWEEN_PLACES.strip())]
        self._save(locations=tuple(part for part in places if part))

    def _save_applied(self, on: date | None) -> None:
        if self._row is None:
            return
        if on is None:
            self.applied.set_date(self._row.applied_on)
            return
        saved = self._row.stage_kind is StageKind.SAVED
        self.session.run(timeline.set_applied_on, self.session.store, self._row.id, on)
        if saved:
            self.session.say(f"Moved “{self._row.title or self._row.company}” to Applied")

    def _tag(self, name: str) -> None:
        if self._row is not None:
            run, store = self.session.run, self.session.store
            run(applications.tag_applications, store, [self._row.id], name)

    def _untag(self, name: str) -> None:
        if self._row is not None:
            run, store = self.session.run, self.session.store
            run(applications.untag_applications, store, [self._row.id], name)


class ImportedFacts(QWidget):
    """What a file brought in that no field answers to; kept as it was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(NO_MARGINS)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)

    def show_detail(self, detail: ApplicationDetail) -> None:
        if detail.imported == self._shown:
            return
        self._shown = detail.imported
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.setVisible(bool(detail.imported))
        if not detail.imported:
            return
        count = counted(len(detail.imported), "value")
        self._grid.addWidget(label(f"Imported as it was: {count}", "section"), 0, 0, 1, 2)
        for at, value in enumerate(detail.imported, 1):
            self._grid.addWidget(label(value.header, "muted", wrap=True), at, 0, _TOP)
            shown = label(value.value, wrap=True)
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._grid.addWidget(shown, at, 1, _TOP)
