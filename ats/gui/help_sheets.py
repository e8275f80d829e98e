"""The two short texts of the Help menu: how to work with the program, and what it is made of."""

from __future__ import annotations

import platform
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ats import __version__
from ats.gui.actions import ACTIONS
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.shortcut_sheet import keys_of
from ats.gui.theme import Space

_MOMENTS = (
    (
        "Capture a posting",
        "Copy the text of a job posting and press {paste_posting}, or drop a file on the window. "
        "Check what was found; every value shows the words it came from. Nothing is saved until "
        "you create the application.",
    ),
    (
        "Prepare for the interview",
        "Open an application with Enter. On Requirements, press 1 for strong, 2 for partial, "
        "3 for a gap and 0 for to assess. Attach evidence with {attach_evidence} and write what "
        "you will say.",
    ),
    (
        "Account for your search",
        "Move an application with {move_to} or {next_stage}; each move is kept with its date. "
        "Import and export are under {go_transfer}: CSV, spreadsheets and summaries.",
    ),
    (
        "Nothing is lost",
        "What you type is saved as you type. {undo} takes back any step, also after a restart, "
        "and what you delete waits in the Trash.",
    ),
    (
        "Find anything",
        "{palette} finds applications and commands. {shortcuts} lists every key.",
    ),
)


def help_text() -> list[tuple[str, str]]:
    """Headings and texts, with the keys of this system."""
    keys = {spec.id: (keys_of(spec) or [spec.name])[0] for spec in ACTIONS}
    return [(heading, text.format(**keys)) for heading, text in _MOMENTS]


class _Sheet(QDialog):
    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        self.column.setSpacing(Space.XS)
        self.column.addWidget(label(title, "title"))
        self.column.addSpacing(Space.S)

    def finish(self, *others: QWidget) -> None:
        """Add the row of buttons."""
        row = QHBoxLayout()
        for other in others:
            row.addWidget(other)
        row.addStretch()
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        self.column.addSpacing(Space.M)
        self.column.addLayout(row)
        close.setFocus()


class HelpSheet(_Sheet):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Help", parent)
        for heading, text in help_text():
            self.column.addWidget(label(heading, "strong"))
            self.column.addWidget(label(text, "text2", wrap=True))
            self.column.addSpacing(Space.S)
        self.finish()


class AboutSheet(_Sheet):
    """`folder` holds the data; `sqlite` is the version of SQLite in use."""

    def __init__(self, folder: Path, sqlite: str, parent: QWidget | None = None) -> None:
        super().__init__(f"ats {__version__}", parent)
        self.facts = (
            ("Version", __version__),
            ("Your data", str(folder)),
            ("Python", platform.python_version()),
            ("Qt for Python", PySide6.__version__),
            ("SQLite", sqlite),
            ("Licence", "MIT. Icons: Lucide, ISC. Qt: LGPL 3."),
        )
        self.column.addWidget(
            label("Applicant tracking, for the applicant. It works without a network.", "text2")
        )
        rule = QFrame()
        rule.setProperty("line", "true")
        self.column.addSpacing(Space.S)
        self.column.addWidget(rule)
        self.column.addSpacing(Space.S)
        for name, value in self.facts:
            self.column.addLayout(_fact(name, value))
        copy = button("Copy", "ghost", "copy")
        copy.clicked.connect(self._copy)
        self.finish(copy)

    def _copy(self) -> None:
        text = "\n".join(f"{name}: {value}" for name, value in self.facts)
        QGuiApplication.clipboard().setText(text)


def _fact(name: str, value: str) -> QHBoxLayout:
    row = QHBoxLayout()
    heading = label(name, "field")
    heading.setFixedWidth(130)
    shown = label(value, "text2", wrap=True)
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(heading)
    row.addWidget(shown, 1)
    return row
