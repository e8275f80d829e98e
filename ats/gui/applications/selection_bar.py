"""What can be done with several selected applications at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from ats.domain.words import counted
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Space


class SelectionBar(QFrame):
    """Shown from two applications on."""

    move_wanted = Signal()
    tag_wanted = Signal()
    export_wanted = Signal()
    trash_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self._count = label("", "strong")
        row = FlowLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        row.addWidget(self._count)
        self.buttons = {}
        for text, drawing, wanted in (
            ("Move…", "kanban", self.move_wanted),
            ("Tag…", "tag", self.tag_wanted),
            ("Export…", "upload", self.export_wanted),
            ("Move to Trash", "trash-2", self.trash_wanted),
        ):
            made = button(text, "secondary", drawing)
            made.clicked.connect(wanted)
            self.buttons[text] = made
            row.addWidget(made)
        close = IconButton("x", "Clear selection")
        close.clicked.connect(self.clear_wanted)
        row.addWidget(close)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self._count.setText(f"{counted(count, 'application')} selected")
        self.setVisible(count > 1)
