"""The import and export page on a desk: its session, and what the person was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.session import Session
from ats.gui.transfer.page import TransferPage
from ats.store import Store

TABLE = """\
Company;Job Title;Status;Date Applied;Salary;Mood;Notes
Northwind;Baker;Applied;12/10/2026;£60k - £70k;sunny;By post
Tidewater;Miller;Interview;14/10/2026;;;
Lumen;Cook;Rejected;31/02/2026;;grey;
;;;;;;nothing here
Northwind;Baker;Applied;12/10/2026;;;
"""


@dataclass
class Desk:
    """`files` holds the file that is chosen next, last; `folder` is where exports go."""

    window: QMainWindow
    page: TransferPage
    session: Session
    qtbot: QtBot
    folder: Path
    files: list[Path]
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    wanted: list[str] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.session.store

    def choose(self, text: str | bytes, name: str = "table.csv") -> None:
        """Choose a file with this content, and wait until it is read."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.files.append(path)
        self.page.importing.choose_file()
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.page.importing.is_reading)

    def preview(self) -> list[list[str]]:
        """The texts of the preview, row by row."""
        model = self.page.importing.table.rows
        columns = range(model.columnCount())
        return [
            [model.index(row, column).data() for column in columns]
            for row in range(model.rowCount())
        ]
