"""A choice that reads like text until it is used: one value of a few, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ats.gui.controls.buttons import pressed_by_enter
from ats.gui.controls.choice_menu import ChoiceMenu

# The text begins where that of a bare text field does: Qt puts half the chevron's room before it.
_SHAPE = """QPushButton { padding-left: 1px; padding-right: 24px; font-weight: 400; }
QPushButton:focus { padding-left: 0; padding-right: 23px; }"""


class ChoiceButton(QPushButton):
    """`choices` are (value, text). `chosen` is emitted for what the person chooses, not for
    `set_value`. `name` says what is chosen: it is spoken before the value."""

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
        *,
        variant: str = "ghost",
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._value: Any = None
        self.setProperty("variant", variant)
        self.setProperty("menu", "true")
        self.setStyleSheet(_SHAPE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        menu = ChoiceMenu(self)
        self._group = QActionGroup(self)
        for value, text in choices:
            action = menu.addAction(text.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            self._group.addAction(action)
        self._group.triggered.connect(self._choose)
        self.setMenu(menu)
        self.set_value(choices[0][0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value. Raises KeyError where no choice has it."""
        for action in self._group.actions():
            if action.data() == value:
                action.setChecked(True)
                self._value = value
                self.setText(action.text())
                self.setAccessibleName(f"{self._name}: {action.text()}")
                self.setToolTip(f"Change {self._name.lower()}")
                return
        raise KeyError(value)

    def _choose(self) -> None:
        action = self._group.checkedAction()
        if action.data() != self._value:
            self.set_value(action.data())
            self.chosen.emit(self._value)
