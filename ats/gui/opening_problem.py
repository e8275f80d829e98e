"""The small window that says why the data could not be opened, when there is no other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.theme import Space


class OpeningProblem(QDialog):
    """`folder` is what the person chose instead, or None to quit."""

    def __init__(self, sentence: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ats")
        self.setMinimumWidth(480)
        self._start_at = folder
        self.folder: Path | None = None
        self.sentence = label(sentence, wrap=True)
        self.sentence.setMinimumWidth(430)
        self.choose = button("Choose another folder…")
        self.choose.clicked.connect(self._choose)
        self.quit = button("Quit", "primary")
        self.quit.setDefault(True)
        self.quit.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label("The data could not be opened", "title"))
        column.addWidget(self.sentence)
        column.addSpacing(Space.M)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch()
        row.addWidget(self.choose)
        row.addWidget(self.quit)
        column.addLayout(row)
        self.quit.setFocus()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Choose a folder for the data", str(self._start_at.parent)
        )
        if chosen:
            self.folder = Path(chosen)
            self.accept()
