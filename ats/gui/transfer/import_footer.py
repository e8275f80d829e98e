"""The foot of an import: what holds now, and the way back and on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ats.commands.importing import ImportResult
from ats.gui.controls.buttons import button
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.theme import Space
from ats.gui.transfer.import_facts import act

NOTHING_WRITTEN = "Nothing is written until you import."
NOTHING_NEW = "There is nothing new in this file."


class ImportFooter(QWidget):
    """Cancel, Back, and the way on: to the next step or, at the last, the import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._import, self._brings = "Import", False
        self._words = ElidedLabel(NOTHING_WRITTEN, role="caption2")
        self.cancel_button = button("&Cancel", "ghost")
        self.back_button = button("&Back")
        self.primary_button = button("&Next", "primary")
        self.primary_button.setToolTip("Ctrl+Enter")
        self.back_button.setToolTip("Esc or Alt+Left")
        line = QFrame()
        line.setProperty("line", "true")
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._words, 1)
        for each in (self.cancel_button, self.back_button, self.primary_button):
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S + Space.XXS)
        column.addWidget(line)
        column.addLayout(row)

    def show_import(self, expected: ImportResult) -> None:
        """What the import would bring."""
        self._brings = bool(expected.created or expected.updated)
        self._import = f"&{act(expected)}"

    def show_step(self, following: str, *, ready: bool, first: bool) -> None:
        """`following` names the next step, "" at the last; `ready` is whether it can be gone
        to."""
        last = not following
        self.primary_button.setText(self._import if last else f"&Next: {following}")
        self.primary_button.setEnabled(ready and (self._brings or not last))
        self.back_button.setVisible(not first)
        self._words.setText(NOTHING_NEW if last and not self._brings else NOTHING_WRITTEN)

    def show_act(self, text: str, *, able: bool, ready: bool) -> None:
        """Only one step, which does it; `ready` is whether it is known what there is to do."""
        self.primary_button.setText(text)
        self.primary_button.setEnabled(able and ready)
        self.back_button.hide()
        self._words.setText(NOTHING_NEW if ready and not able else NOTHING_WRITTEN)

    def text(self) -> str:
        return self._words.text()
