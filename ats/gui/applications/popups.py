"""Small questions asked in place: a name, a tag, a next action, an amount, a new application.
Enter answers, Escape does not, and the keyboard goes back to where it was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ats.gui.amounts import read_amount
from ats.gui.controls.buttons import button
from ats.gui.controls.chip import FilterChip
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Space

_WIDTH = 300


class Popup(QWidget):
    """Fields over one row of buttons. Subclasses say in `answer` what happens on Enter; it
    returns whether the question is answered."""

    def __init__(self, name: str, button_text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._opener = QApplication.focusWidget()
        if self._opener is not None:
            self._opener.destroyed.connect(self._forget_opener)
        self.first_field: QWidget = self
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QFrame()
        frame.setProperty("surface", "raised")
        outer.addWidget(frame)
        self.column = QVBoxLayout(frame)
        self.column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self.column.setSpacing(Space.M)
        self.row = QHBoxLayout()
        self.row.setSpacing(Space.S)
        self.row.addStretch()
        self.primary: QPushButton = button(button_text, "primary")
        self.primary.clicked.connect(self.try_answer)
        self.row.addWidget(self.primary)
        self.column.addLayout(self.row)
        self.setMinimumWidth(_WIDTH)

    def add(self, widget: QWidget) -> None:
        """Put a field above the buttons."""
        if self.column.count() == 1:
            self.first_field = widget
        self.column.insertWidget(self.column.count() - 1, widget)

    def open_by(self, place: QRect | QPoint) -> None:
        """Show beneath a place on the screen, wholly on that screen."""
        self.adjustSize()
        anchor = place if isinstance(place, QRect) else QRect(place, place)
        screen = QGuiApplication.screenAt(anchor.topLeft()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        x = min(max(anchor.left(), room.left()), room.right() - self.width())
        y = anchor.bottom() + Space.XS
        if y + self.height() > room.bottom():
            y = max(room.top(), anchor.top() - self.height() - Space.XS)
        self.move(x, y)
        self.show()
        self.first_field.setFocus(Qt.FocusReason.PopupFocusReason)

    def answer(self) -> bool:
        return True

    def try_answer(self) -> None:
        """Answer, and close if that was possible."""
        if self.answer():
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_answer()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self._opener = None

    def _forget_opener(self) -> None:
        self._opener = None


class TextPopup(Popup):
    """One line of text; `entered` carries it when it is not empty."""

    entered = Signal(str)

    def __init__(
        self,
        question: str,
        button_text: str,
        parent: QWidget,
        *,
        text: str = "",
        suggestions: Sequence[str] = (),
        placeholder: str = "",
    ) -> None:
        super().__init__(question, button_text, parent)
        self.line = _line(text, suggestions, placeholder)
        self.field = Field(question, self.line)
        self.add(self.field)

    def answer(self) -> bool:
        text = self.line.text().strip()
        if text:
            self.entered.emit(text)
        return bool(text)


class AmountPopup(TextPopup):
    """A yearly amount; `amount_entered` carries it in whole units."""

    amount_entered = Signal(int)

    def answer(self) -> bool:
        amount = read_amount(self.line.text())
        if amount is None:
            self.field.set_warning("That isn’t an amount. Try 75,000 or 75k.")
            return False
        self.amount_entered.emit(int(amount))
        return True


class TagPopup(TextPopup):
    """A tag to add; those in use by the selection can be taken away."""

    removed = Signal(str)

    def __init__(self, parent: QWidget, tags: Sequence[str], suggestions: Sequence[str]) -> None:
        super().__init__("Tag", "Add tag", parent, suggestions=suggestions)
        if tags:
            holder = QWidget()
            flow = FlowLayout(holder)
            for tag in tags:
                flow.addWidget(self._chip(tag))
            self.add(holder)

    def _chip(self, tag: str) -> FilterChip:
        chip = FilterChip(tag)
        chip.setAccessibleName(f"Tag: {tag}")
        chip.setToolTip("Press Delete to take this tag away")
        chip.removed.connect(lambda: self._remove(tag))
        return chip

    def _remove(self, tag: str) -> None:
        self.removed.emit(tag)
        self.close()


class NextActionPopup(Popup):
    """`entered` carries the words and the date or None; `done` and `dropped` end the action
    there is."""

    entered = Signal(str, object)
    done = Signal()
    dropped = Signal()

    def __init__(
        self, parent: QWidget, text: str, on: date | None, today: Callable[[], date]
    ) -> None:
        super().__init__("Next action", "Set next action", parent)
        self.line = _line(text, (), "For example: follow up with the recruiter")
        self.date = DateField(today)
        self.date.set_date(on)
        self.line_field = Field("Next action", self.line)
        self.add(self.line_field)
        self.add(Field("Due", self.date))
        if text:
            self._add_ending("Remove", self.dropped)
            self._add_ending("Done", self.done)

    def answer(self) -> bool:
        if not self.line.text().strip():
            self.line_field.set_warning("A next action needs some words.")
            return False
        on = self._date()
        if on is None and self.date.text().strip():
            return False
        self.entered.emit(self.line.text(), on)
        return True

    def _date(self) -> date | None:
        """What the date field says now: Enter may come before it has committed."""
        self.date.returnPressed.emit()
        return self.date.date() if self.date.text().strip() else None

    def _add_ending(self, text: str, ending: SignalInstance) -> None:
        made = button(text)
        made.clicked.connect(ending)
        made.clicked.connect(self.close)
        self.row.insertWidget(0, made)


class AddPopup(Popup):
    """A role title and a company; `entered` carries both."""

    entered = Signal(str, str)

    def __init__(self, parent: QWidget, stage: str, companies: Sequence[str]) -> None:
        super().__init__(f"Add to {stage}", "Add application", parent)
        self.title_line = _line("", (), "Role title")
        self.company_line = _line("", companies, "Company")
        self.title_field = Field("Role", self.title_line)
        self.add(self.title_field)
        self.add(Field("Company", self.company_line))

    def answer(self) -> bool:
        title, company = self.title_line.text().strip(), self.company_line.text().strip()
        if not title and not company:
            self.title_field.set_warning("Enter a role title or a company.")
            return False
        self.entered.emit(title, company)
        return True


def _line(text: str, suggestions: Sequence[str], placeholder: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(placeholder)
    line.selectAll()
    if suggestions:
        completer = QCompleter(list(suggestions), line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        line.setCompleter(completer)
    return line
