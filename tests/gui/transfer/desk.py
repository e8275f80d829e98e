"""The import and export page on a desk: its session, and what the person was told."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from ats.gui.session import Session
from ats.gui.transfer.import_steps import Step
from ats.gui.transfer.import_wizard import ImportWizard
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
    peeked: list[int] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.session.store

    @property
    def wizard(self) -> ImportWizard:
        return self.page.importing.wizard

    def choose(self, text: str | bytes, name: str = "table.csv") -> None:
        """Choose a file with this content, and wait until it is read."""
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        self.files.append(path)
        self.page.importing.choose_file()
        self.wait()

    def wait(self) -> None:
        """Wait until the file is read, and an archive compared."""
        importing = self.page.importing
        self.qtbot.waitUntil(
            lambda: not (importing.reading.is_reading or importing.archive.review.is_comparing)
        )

    def go_to(self, step: Step) -> None:
        """Go on until a step is on screen, by the button."""
        part = self.wizard
        while part.step < step:
            before = part.step
            part.footer.primary_button.click()
            assert part.step > before, part.footer.text()

    def take_in(self) -> None:
        """Go through all steps and import."""
        self.go_to(Step.SUMMARY)
        self.wizard.footer.primary_button.click()

    def preview(self) -> list[dict[str, str]]:
        """What the table of rows shows, by the titles of its columns."""
        model = self.wizard.rows.table.rows
        columns = range(model.columnCount())
        titles = [
            model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            for column in columns
        ]
        return [
            {title: model.index(row, column).data() for column, title in enumerate(titles)}
            for row in range(model.rowCount())
        ]

    def told(self, widget: QWidget | None = None) -> str:
        """Everything that visible labels say."""
        labels = (widget or self.page.importing).findChildren(QLabel)
        return " | ".join(each.text() for each in labels if each.isVisible())
