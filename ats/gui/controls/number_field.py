"""Whole numbers with a unit, and times of day."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from ats.domain.words import clock
from ats.gui.amounts import read_time


class NumberField(QSpinBox):
    """A whole number, or none: the least value reads as `none` and counts as None.

    `committed` carries int | None when the person has changed it."""

    committed = Signal(object)

    def __init__(
        self,
        least: int,
        most: int,
        unit: str = "",
        parent: QWidget | None = None,
        *,
        none: str = "–",
    ) -> None:
        super().__init__(parent)
        self._shown: int | None = None
        self.setRange(least - 1, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setSpecialValueText(none)
        self.setValue(least - 1)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        guard_wheel(self)
        self.editingFinished.connect(self.flush)
        self.valueChanged.connect(self.flush)

    def number(self) -> int | None:
        return None if self.value() == self.minimum() else self.value()

    def set_number(self, number: int | None) -> None:
        self._shown = number
        self.setValue(self.minimum() if number is None else number)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """An emptied field is one without a number."""
        if not self._figures(text):
            return (QValidator.State.Acceptable, text, position)
        return super().validate(text, position)

    def valueFromText(self, text: str) -> int:
        return super().valueFromText(text) if self._figures(text) else self.minimum()

    def _figures(self, text: str) -> str:
        return text.removesuffix(self.suffix()).strip()

    def flush(self) -> None:
        """Commit at once what has been typed."""
        self.interpretText()
        if self.number() != self._shown:
            self._shown = self.number()
            self.committed.emit(self._shown)


class TimeField(QLineEdit):
    """A time of day that may be empty: "15:30", "9", "3pm". `committed` carries time | None."""

    committed = Signal(object)
    warning = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "No time") -> None:
        super().__init__(parent)
        self._time: dt.time | None = None
        self.setPlaceholderText(placeholder)
        self.setToolTip("For example 15:30, 9 or 3pm")
        self.returnPressed.connect(self.flush)

    def time(self) -> dt.time | None:
        """The time last shown or committed."""
        return self._time

    def set_time(self, at: dt.time | None) -> None:
        """Show a time, unless the person is typing another."""
        typing = self.hasFocus() and self.isModified()
        self._time = at
        if not typing:
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def flush(self) -> None:
        """Commit at once what has been typed, if it is a time."""
        if not self.isModified():
            return
        at = read_time(self.text())
        if self.text().strip() and at is None:
            self.warning.emit(f"“{self.text().strip()}” isn’t a time. Try 15:30 or 3pm.")
            return
        changed, self._time = at != self._time, at
        self._show()
        self.warning.emit("")
        if changed:
            self.committed.emit(at)

    def _show(self) -> None:
        self.setText(clock(self._time) if self._time else "")
        self.setModified(False)


def guard_wheel(widget: QWidget) -> None:
    """Keep a page that is being scrolled from changing a choice that happens to lie under the
    pointer: the wheel counts only where the focus is."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelGuard(widget))


class _WheelGuard(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        idle = isinstance(watched, QWidget) and not watched.hasFocus()
        if idle and event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
