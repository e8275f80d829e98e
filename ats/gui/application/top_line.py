"""The line over an application: the way back, and to the applications beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ats.gui.application.layout import row
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import label
from ats.gui.theme import Space


class TopLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = button("Applications", "ghost", "chevron-left")
        self.back.setStyleSheet("text-align: left;")
        self.back.setToolTip("Back (Esc)")
        self.text = label("", "text2")
        self.up = IconButton("chevron-up", "Previous application (Ctrl+Up)")
        self.down = IconButton("chevron-down", "Next application (Ctrl+Down)")
        line = row(self, Space.S)
        line.setContentsMargins(Space.S, Space.S, Space.L, 0)
        line.addWidget(self.back)
        line.addStretch()
        line.addWidget(self.text)
        line.addWidget(self.up)
        line.addWidget(self.down)
        self.show_neighbours(False, False, "")

    def show_neighbours(self, before: bool, after: bool, text: str) -> None:
        self.text.setText(text)
        self.up.setEnabled(before)
        self.down.setEnabled(after)
        for widget in (self.up, self.down):
            widget.setVisible(before or after or bool(text))
