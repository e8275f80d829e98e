"""A spreadsheet comes in: opened with the program, corrected, imported by keyboard alone, shown,
undone; and an archive of the search goes to its own review."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ats.commands.archiving import save_archive
from ats.gui.main_window import MainWindow
from ats.gui.request import Request
from ats.gui.transfer.import_steps import Step
from ats.store.queries.applications import applications
from tests.windows import Open, Press

TABLE = """\
Company;Job Title;Status;Date Applied;Mood
Northwind;Baker;Applied;12/10/2026;sunny
Tidewater;Miller;Interview;14/10/2026;
Lumen;Cook;Rejected;31/02/2026;grey
"""


def table(folder: Path) -> Path:
    file = folder / "search.csv"
    file.write_text(TABLE)
    return file


def opened(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    """The window is started with a file, and has read it."""
    window.come_to_front(Request(files=(file,)))
    assert window.page.title == "Import and export"
    qtbot.waitUntil(lambda: not window.page.importing.reading.is_reading, timeout=10_000)


def said(window: MainWindow) -> list[str]:
    return [label.text() for label in window.page.findChildren(QLabel) if label.isVisible()]


def test_a_table_opened_with_the_program_comes_in_by_keyboard(
    open_window: Open, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    opened(window, qtbot, table(tmp_path))
    wizard = window.page.importing.wizard
    window.page.focus_content()
    press("Ctrl+Return")
    assert wizard.step is Step.COLUMNS
    press("Ctrl+Return")
    assert wizard.step is Step.ROWS
    press("Alt+Left")
    assert wizard.step is Step.COLUMNS
    press("Ctrl+Return", "Ctrl+Return")
    assert "Import 3 applications from search.csv" in said(window)
    press("Ctrl+Return")
    assert "Imported 3 applications." in said(window)
    assert window.commands["undo"].text() == "&Undo Import search.csv"

    press("Return")
    assert window.page.title == "Applications"
    assert len(window.page.shown_ids()) == 3
    assert len(window.page.look().filter.imports) == 1

    window = open_window()
    assert len(applications(window.session.store)) == 3
    press("Ctrl+Z")
    assert applications(window.session.store) == []


def test_undo_returns_to_the_summary(
    open_window: Open, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    opened(window, qtbot, table(tmp_path))
    window.page.focus_content()
    press("Ctrl+Return", "Ctrl+Return", "Ctrl+Return", "Ctrl+Return")
    wizard = window.page.importing.wizard
    assert wizard.done.isVisible()
    wizard.done.undo_button.click()
    qtbot.waitUntil(wizard.summary.isVisible)
    assert applications(window.session.store) == []


def test_an_archive_dropped_on_the_window_is_reviewed(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    path = tmp_path / "search.zip"
    save_archive(window.session.store, path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    part = window.page.importing
    qtbot.waitUntil(part.archive.isVisible, timeout=10_000)
    assert "Bring in search.zip" in said(window)
    assert QApplication.focusWidget() is not None
