"""What a person chooses for an export: which applications, the format, and what goes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ats.commands.exporting import ExportKind
from ats.exchange.exports.summary_options import USUAL, Section
from ats.gui.controls.field import label
from ats.gui.theme import Space
from ats.gui.transfer.choices_column import ChoicesColumn, add_all, choices_column, fitting
from ats.gui.transfer.export_columns import ExportColumns
from ats.gui.transfer.formats import FORMATS, SECTION_NAMES, WHAT_NAMES, Format, Group

Kind = TypeVar("Kind")
_HELD = {
    Format.ARCHIVE: "An archive holds everything.",
    Format.JSON: "JSON holds everything about these applications.",
    Format.SANKEY: "Counts only, no names and no pay.",
}


class Scope(StrEnum):
    """Which applications go out."""

    SELECTED = "Selected"
    SHOWN = "Shown now"
    ALL = "Everything"


class ExportChoices(ChoicesColumn):
    """`changed` is sent when the person chose something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scopes = _choices({scope: scope.value for scope in Scope})
        self.formats = _choices({form: about.name for form, about in FORMATS.items()})
        self.about = label("", "caption", wrap=True)
        self.what = QComboBox()
        self.columns = ExportColumns()
        self.sections = {each: QCheckBox(name) for each, name in SECTION_NAMES.items()}
        self._included = {
            own: (QCheckBox("&Notes"), QCheckBox("Pa&y and offers")) for own in (True, False)
        }
        self.names = QCheckBox("Nam&es of companies and people")
        self.bom = QCheckBox("Mark for E&xcel")
        self._held = label("", "caption", wrap=True)
        self._build()
        self._connect()
        self.show_format()

    @property
    def scope(self) -> Scope:
        return _checked(self.scopes)

    @property
    def format(self) -> Format:
        return _checked(self.formats)

    @property
    def notes(self) -> QCheckBox:
        """A table is one's own and holds everything unless it is told not to; what is made to be
        read by others leaves notes and pay out."""
        return self._included[self.format.group is Group.TABLE][0]

    @property
    def pay(self) -> QCheckBox:
        return self._included[self.format.group is Group.TABLE][1]

    @property
    def kind(self) -> ExportKind:
        return ExportKind(self.what.currentData())

    def chosen_sections(self) -> frozenset[Section]:
        """Notes have a choice of their own, because they are left out of tables too."""
        chosen = (each for each, box in self.sections.items() if box.isChecked())
        return frozenset((*chosen, Section.NOTES))

    def show_scope(self, scope: Scope, count: int, *, offered: bool) -> None:
        """How many applications a scope holds now, and whether it can be chosen."""
        self.scopes[scope].setText(f"{scope.value} ({count:,})")
        self.scopes[scope].setVisible(offered)

    def show_format(self) -> None:
        """Offer what can be chosen for the format."""
        form = self.format
        table, summary = form.group is Group.TABLE, form.is_summary
        self.about.setText(FORMATS[form].words)
        self._tables.setVisible(table)
        self.columns.setVisible(table and self.kind is not ExportKind.EVERYTHING)
        self.bom.setVisible(form is Format.CSV)
        self._summaries.setVisible(summary)
        for own, (notes, pay) in self._included.items():
            notes.setVisible(own is table and (table or summary or form is Format.CALENDAR))
            pay.setVisible(own is table and (table or summary))
        self.names.setVisible(summary)
        self._held.setText(_HELD.get(form, ""))
        self._held.setVisible(form in _HELD)

    def _build(self) -> None:
        self._prepare()
        self._tables, self._summaries = QWidget(), QWidget()
        _filled(self._tables, (label("Table", "subtitle"), self.what, self.bom))
        _filled(self._summaries, (label("Sections", "subtitle"), *self.sections.values()))
        left = choices_column(self)
        left.addWidget(label("Applications", "subtitle"))
        add_all(left, self.scopes.values())
        left.addSpacing(Space.M)
        left.addWidget(label("Format", "subtitle"))
        for group in Group:
            left.addWidget(label(group.value, "caption2"))
            add_all(left, (box for form, box in self.formats.items() if form.group is group))
            left.addSpacing(Space.XS)
        left.addWidget(self.about)
        left.addSpacing(Space.M)
        left.addWidget(self._tables)
        left.addWidget(self._summaries)
        left.addWidget(label("Include", "subtitle"))
        for boxes in self._included.values():
            add_all(left, boxes)
        add_all(left, (self.names, self._held))
        # Last, because it is long.
        left.addSpacing(Space.M)
        left.addWidget(self.columns)
        left.addStretch(1)

    def _prepare(self) -> None:
        """What is offered and chosen at first."""
        for kind, name in WHAT_NAMES.items():
            self.what.addItem(name, kind.value)
        self.what.setAccessibleName("What the table holds")
        fitting(self.what)
        for section, box in self.sections.items():
            box.setChecked(section in USUAL)
        for box in (self.names, self.bom, *self._included[True]):
            box.setChecked(True)
        self.bom.setToolTip("Without the mark, Excel shows accents wrongly.")

    def _connect(self) -> None:
        for choices in (self.scopes, self.formats):
            group = QButtonGroup(self)
            for choice in choices.values():
                group.addButton(choice)
        self.scopes[Scope.ALL].setChecked(True)
        self.formats[Format.CSV].setChecked(True)
        for choice in (*self.scopes.values(), *self.formats.values()):
            choice.toggled.connect(self._choose)
        self.what.activated.connect(self._changed)
        self.columns.changed.connect(self.changed)
        included = (box for boxes in self._included.values() for box in boxes)
        for box in (*self.sections.values(), *included, self.names, self.bom):
            box.toggled.connect(self._changed)

    def _choose(self, on: bool) -> None:
        if on:
            self._changed()

    def _changed(self) -> None:
        self.show_format()
        self.changed.emit()


def _choices(names: Mapping[Kind, str]) -> dict[Kind, QRadioButton]:
    return {kind: QRadioButton(name) for kind, name in names.items()}


def _checked(choices: Mapping[Kind, QRadioButton]) -> Kind:
    return next(kind for kind, choice in choices.items() if choice.isChecked())


def _filled(widget: QWidget, parts: Sequence[QWidget]) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, Space.M)
    column.setSpacing(Space.XS)
    add_all(column, parts)
