"""The single controls of the form: lines that know earlier words, and choices that may stay
open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QIcon, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ats.domain.money import Pay
from ats.gui.controls.money_field import MoneyField
from ats.gui.theme import Space


class WordsLine(QLineEdit):
    """One line that offers words used before while typing."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = QStringListModel(self)
        self.setPlaceholderText(placeholder)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, words: Sequence[str]) -> None:
        if self._known.stringList() != list(words):
            self._known.setStringList(list(words))

    def show_text(self, text: str) -> None:
        """Show a text from its beginning, with single spaces."""
        self.setText(" ".join(text.split()))
        self.setCursorPosition(0)

    def words(self) -> str:
        """What was typed, without space around it."""
        return " ".join(self.text().split())


class PayRow(QWidget):
    """Pay, with bonus and equity beside it where there is room, else below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pay = MoneyField()
        self.bonus, self.equity = QCheckBox("&Bonus"), QCheckBox("E&quity")
        besides = QWidget()
        row = QHBoxLayout(besides)
        row.setContentsMargins(Space.XXS, 0, 0, 0)  # room for the ring of focus
        row.setSpacing(Space.L)
        row.addWidget(self.bonus)
        row.addWidget(self.equity)
        self.pay.add_beside(besides)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pay)
        self.warning = self.pay.warning
        self.setFocusProxy(self.pay)

    def show_pay(self, pay: Pay, *, bonus: bool, equity: bool) -> None:
        """Show what a posting says, whatever was typed before."""
        for part in (self.pay.least, self.pay.most):
            part.setModified(False)
        self.pay.set_pay(pay)
        self.bonus.setChecked(bonus)
        self.equity.setChecked(equity)
        code = self.pay.currency.lineEdit()
        if code is not None:
            code.home(False)


class ChoiceBox(QComboBox):
    """One of a few values. The wheel changes it only while it has the focus, so that scrolling
    the form changes nothing."""

    def __init__(
        self, choices: Iterable[tuple[str, Any, QIcon | None]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Kept here, because Qt would hand an enumeration back as a plain text.
        self._values: list[Any] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(14)
        self.offer(choices)

    def offer(self, choices: Iterable[tuple[str, Any, QIcon | None]]) -> None:
        """Replace what there is to choose from; the choice holds where it is still offered."""
        chosen, self._values = self.value(), []
        self.clear()
        for text, value, picture in choices:
            self._values.append(value)
            self.addItem(picture or QIcon(), text)
        self.choose(chosen)

    def choose(self, value: Any) -> None:
        """Choose a value, or the first where it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def value(self) -> Any:
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
