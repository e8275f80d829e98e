"""What a posting states for a field besides the value that leads: one click takes it instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.reading import Alternative, Reading
from ats.domain.words import employment_name, pay_long, work_mode_name
from ats.gui.amounts import date_text, read_date
from ats.gui.capture.marks import alternative_key
from ats.gui.controls.chip import Chip
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.tooltips import plain
from ats.reading import read_text

_MOST = 6
"""Values that are offered under a field; a table of pay by place has dozens."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as a person reads it, the key of its words in the posting, and the value itself;
    None where the words cannot be taken as one, or are not offered."""

    words: str
    key: str
    value: Any


def stated_values(reading: Reading, today: date) -> dict[str, list[Stated]]:
    """For each field with other values: the leading value first, then the others."""
    found: dict[str, list[Stated]] = {}
    for index, other in enumerate(reading.alternatives):
        if other.field not in found:
            lead = _lead(reading, other.field, today)
            found[other.field] = [lead] if lead else []
        # Reading words again takes time, and of very many only the first are offered.
        is_offered = len(found[other.field]) <= _MOST
        value = _value(other, reading, today) if is_offered else None
        found[other.field].append(Stated(other.words, alternative_key(index), value))
    return found


def _lead(reading: Reading, field: str, today: date) -> Stated | None:
    values: dict[str, tuple[Any, Any]] = {
        "title": (reading.title, None),
        "company": (reading.company, None),
        "locations": ("; ".join(reading.locations), None),
        "salary": (reading.pay, pay_long),
        "work_mode": (reading.work_mode, work_mode_name),
        "employment_type": (reading.employment_type, employment_name),
        "deadline": (reading.deadline, lambda on: date_text(on, today)),
        "link": (reading.link, None),
    }
    value, name = values.get(field, (None, None))
    words = (name(value) if name else str(value)) if value else ""
    return Stated(words, field, value) if words else None


def _value(other: Alternative, reading: Reading, today: date) -> Any:
    """The value of other words; read again where they are more than words."""
    words = other.words
    match other.field:
        case "salary":
            said = reading.text[slice(*other.span)] if other.span else ""
            pays = (read_text(text, today=today).pay for text in (words, f"Salary: {words}", said))
            return next((pay for pay in pays if pay.plain()), None)
        case "work_mode":
            return _named(words, {work_mode_name(mode): mode for mode in WorkMode})
        case "employment_type":
            return _named(words, {employment_name(kind): kind for kind in EmploymentType})
        case "deadline":
            return read_date(words, today)
    return words


def _named(words: str, names: dict[str, Any]) -> Any:
    """The value with this name, or with this code, such as "full_time" or "On-site"."""

    def bare(text: str) -> str:
        return "".join(filter(str.isalpha, text)).casefold()

    return next((v for name, v in names.items() if bare(words) in (bare(name), bare(v))), None)


class StatedRow(QWidget):
    """`taken` carries the Stated that was picked, `pointed` the key of the one that got the
    focus."""

    taken = Signal(object)
    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Sequence[Stated] = ()
        self._shown = ""
        self._chips: list[tuple[Chip, Stated]] = []
        self._flow = FlowLayout(self, gap=8, line_gap=4)
        self.hide()

    def show_values(self, values: Sequence[Stated], shown: str = "") -> None:
        """Offer values; the one with the key `shown` is in the field and is not offered."""
        self._values, self._shown = values, shown
        self._chips = []  # before they go: one of them may get the focus on the way
        self._flow.clear()
        offered = [value for value in values if value.key != shown]
        self._chips = [(self._chip(value), value) for value in offered[:_MOST]]
        if offered:
            self._flow.addWidget(label("Also stated", "caption2"))
        for chip, _ in self._chips:
            self._flow.addWidget(chip)
        if len(offered) > _MOST:
            more = f"and {len(offered) - _MOST} more, highlighted in the posting"
            self._flow.addWidget(label(more, "caption2"))
        self.setVisible(bool(offered))

    @property
    def shown(self) -> str:
        """The key of the value that was taken, or that led."""
        return self._shown

    def show_taken(self, key: str) -> None:
        """Show that the value with this key is in the field."""
        self.show_values(self._values, key)

    def chips(self) -> list[Chip]:
        return [chip for chip, _ in self._chips]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for chip, value in self._chips:
                if chip is watched:
                    self.pointed.emit(value.key)
        return super().eventFilter(watched, event)

    def _chip(self, value: Stated) -> Chip:
        chip = Chip(value.words)
        chip.setToolTip(plain(value.words))
        chip.installEventFilter(self)
        if value.value is None:
            chip.setAccessibleDescription("Shows its words in the posting")
            chip.clicked.connect(lambda: self.pointed.emit(value.key))
        else:
            chip.setAccessibleDescription("Stated too. Takes this value instead")
            chip.clicked.connect(lambda: self._take(value))
        return chip

    def _take(self, value: Stated) -> None:
        self.taken.emit(value)
        self.show_taken(value.key)
