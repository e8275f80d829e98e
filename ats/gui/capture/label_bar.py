"""A small bar of buttons that say what a line is, for the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from ats.gui.capture.line_kinds import LABELS, REQUIREMENT
from ats.gui.controls.buttons import button
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Space

_GAP = Space.XS


class LabelBar(QFrame):
    """Floats beside selected words. `chosen` carries the action of the button; the keyboard
    stays where it is."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "raised")
        self.setAccessibleName("What the selected words are")
        self._flow = FlowLayout(self, gap=0, line_gap=Space.XXS)
        self._flow.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self.buttons: dict[str, QPushButton] = {}
        self._add(REQUIREMENT, "Requirement", "R", "primary")
        for label in LABELS:
            self._add(label.action, label.name, label.letter, "ghost")
        self.hide()

    def show_beside(self, words: QRect) -> None:
        """Show the bar under these words of the parent, or above where there is no room."""
        area = self._parent().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        width = min(area.width(), self._one_line())
        height = self._flow.heightForWidth(width)
        below, above = words.bottom() + _GAP, words.top() - height - _GAP
        top = below if below + height <= area.bottom() else max(area.top(), above)
        left = min(max(words.left(), area.left()), area.right() - width)
        self.setGeometry(QRect(QPoint(left, top), self.size()))
        self.resize(width, height)
        self.show()
        self.raise_()

    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        assert parent is not None
        return parent

    def _one_line(self) -> int:
        for made in self.buttons.values():
            made.ensurePolished()
        hints = [made.sizeHint().width() for made in self.buttons.values()]
        return sum(hints) + 2 * _GAP + 2

    def _add(self, action: str, name: str, letter: str, variant: str) -> None:
        made = button(name, variant)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("dense", "true")
        made.setToolTip(f"{name} ({letter})")
        made.clicked.connect(lambda: self.chosen.emit(action))
        self.buttons[action] = made
        self._flow.addWidget(made)
