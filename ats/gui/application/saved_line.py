"""The foot of the inspector: that everything is saved, and the key that goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from ats.gui.application.layout import row
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import label
from ats.gui.icons import pixmap
from ats.gui.theme import Space, theme


class SavedLine(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = QLabel()
        self.text = label("All changes saved", "caption2")
        line = row(self, Space.XS + 2)
        line.setContentsMargins(Space.L + 4, Space.S - 2, Space.L + 4, Space.S - 2)
        line.addWidget(self._check)
        line.addWidget(self.text)
        line.addStretch()
        line.addWidget(ElidedLabel("Ctrl+Enter: next requirement", role="caption2"))
        theme().changed.connect(self._show_check)
        self._show_check()

    def show_saved(self, saved: bool) -> None:
        self.text.setText("All changes saved" if saved else "Saving…")
        self._check.setVisible(saved)

    def _show_check(self) -> None:
        self._check.setPixmap(pixmap("check", "ok", 15, self.devicePixelRatioF()))
