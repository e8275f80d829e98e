"""Bringing in an archive or an export of everything: the review, the decisions, what comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from ats.commands.applications import NewApplication, add_application, edit_application
from ats.commands.archiving import save_archive
from ats.gui.transfer.archive_table import HAPPENS, NAME, STATE
from ats.store import Store
from ats.store.queries.applications import applications
from tests.gui.transfer.desk import Desk


def shown(desk: Desk) -> list[tuple[str, ...]]:
    """Name, how it stands here, and what happens, line by line."""
    model = desk.page.importing.archive.review.table.items
    return [
        tuple(str(model.index(row, column).data()) for column in (NAME, STATE, HAPPENS))
        for row in range(model.rowCount())
    ]


def titles(store: Store) -> set[str]:
    return {row.title for row in applications(store)}


@pytest.fixture
def archive(desk: Desk) -> Path:
    """Holds Baker, Miller and Cook. Here, Baker is the same, Miller is renamed, Cook is gone."""
    ids = [
        add_application(desk.store, NewApplication(title=title, company=company))
        for title, company in (("Baker", "Northwind"), ("Miller", "Tidewater"), ("Cook", "Lumen"))
    ]
    path = desk.folder / "search.zip"
    save_archive(desk.store, path)
    desk.store.undo()
    edit_application(desk.store, ids[1], title="Head miller")
    return path


def test_an_archive_is_reviewed(desk: Desk, archive: Path) -> None:
    before = desk.store.history()
    desk.page.open_file(archive)
    desk.wait()
    review = desk.page.importing.archive.review
    assert review.isVisible()
    assert shown(desk)[:3] == [
        ("Miller", "Differs", "Keep yours"),
        ("Cook", "New", "Bring in"),
        ("Lumen", "New", "Bring in"),
    ]
    assert shown(desk)[3] == ("Baker", "The same", "Stays as it is")
    assert "3 applications" in review.text()
    assert desk.store.history() == before


def test_what_differs_is_told(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    review = desk.page.importing.archive.review
    assert "Yours: Head miller\nArchive: Miller" in review.details.text()


def test_without_a_word_what_is_here_stays(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    part = desk.page.importing.archive
    part.footer.primary_button.click()
    assert titles(desk.store) == {"Baker", "Head miller", "Cook"}
    assert desk.said == ["Brought in 1 application"]
    assert part.done.isVisible()
    assert "1 kept as you had them" in part.done.text()


def test_the_archive_can_win_and_one_undo_takes_it_back(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    part = desk.page.importing.archive
    assert part.review.table.keys.open(0)
    (box,) = part.review.table.findChildren(QComboBox)
    box.setCurrentIndex(box.findText("Take the archive’s"))
    box.activated.emit(box.currentIndex())
    assert part.footer.primary_button.text().endswith("and replace 1")
    part.footer.primary_button.click()
    assert titles(desk.store) == {"Baker", "Miller", "Cook"}
    desk.store.undo()
    desk.session.live.announce()
    assert titles(desk.store) == {"Baker", "Head miller"}
    assert part.review.isVisible()
    assert shown(desk)[0] == ("Miller", "Differs", "Take the archive’s")


def test_an_archive_is_brought_in_by_keyboard(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    desk.page.focus_content()
    focus = QApplication.focusWidget()
    assert focus is desk.page.importing.archive.review.table
    QTest.keyClick(focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert titles(desk.store) == {"Baker", "Head miller", "Cook"}


def test_escape_leaves_an_archive(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    desk.page.focus_content()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert desk.wizard.start.isVisible()
    assert titles(desk.store) == {"Baker", "Head miller"}


def test_an_archive_of_this_very_search_brings_nothing(desk: Desk) -> None:
    add_application(desk.store, NewApplication(title="Baker", company="Northwind"))
    path = desk.folder / "search.zip"
    save_archive(desk.store, path)
    desk.page.open_file(path)
    desk.wait()
    part = desk.page.importing.archive
    assert not part.footer.primary_button.isEnabled()
    assert part.footer.text() == "There is nothing new in this file."


def test_a_damaged_archive_is_told(desk: Desk, archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 0xFF
    archive.write_bytes(content)
    desk.page.open_file(archive)
    desk.wait()
    assert len(desk.failed) == 1
    assert "search.zip" in desk.failed[0]
    assert desk.wizard.start.isVisible()
