"""The line in which requirements are added by hand, one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ats.domain.posting import RequirementKind
from ats.domain.words import requirement_kind_name
from ats.gui.application.choice_button import ChoiceButton
from ats.gui.application.layout import row
from ats.gui.controls.buttons import IconButton


class NewRequirementLine(QWidget):
    """`added` carries the text and its kind; `closed` that no more is to be added."""

    added = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setPlaceholderText("New requirement. Enter adds it, Esc closes")
        self.text.setAccessibleName("New requirement")
        self.text.returnPressed.connect(self._add)
        kinds = [(kind, requirement_kind_name(kind)) for kind in RequirementKind]
        self.kind = ChoiceButton("Kind", kinds, variant="secondary")
        close = IconButton("x", "Close")
        close.clicked.connect(self.closed)
        line = row(self)
        line.addWidget(self.text, 1)
        line.addWidget(self.kind)
        line.addWidget(close)
        self.hide()

    def open_with(self, kind: RequirementKind) -> None:
        if not self.isVisible():
            self.kind.set_value(kind)
            self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        text = self.text.text().strip()
        if text:
            self.text.clear()
            self.added.emit(text, self.kind.value())
