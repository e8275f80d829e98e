"""Bringing in an archive or an export of everything: the review, the decisions, what comes in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from ats.commands.applications import (
    NewApplication,
    add_application,
    edit_application,
    set_notes,
    tag_applications,
)
from ats.commands.archiving import save_archive
from ats.commands.contacts import add_contact
from ats.commands.next_actions import set_next_action
from ats.commands.offers import record_offer
from ats.commands.postings import keep_posting
from ats.commands.requirements import add_requirement
from ats.commands.timeline import add_note
from ats.domain.offer import Offer
from ats.domain.reading import Reading
from ats.exchange.archive.plan import Choice
from ats.gui.transfer.archive_table import HAPPENS, NAME, STATE
from ats.store import Store
from ats.store.queries.applications import applications
from tests.gui.transfer.desk import TABLE, Desk


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
    desk.wait()
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


def _offer(id: int) -> Offer:
    return Offer(application_id=id, received_on=date(2026, 11, 20), currency="EUR")


CHANGES: dict[str, Callable[[Store, int], object]] = {
    "Notes": lambda store, id: set_notes(store, id, "Call Ann"),
    "Tags": lambda store, id: tag_applications(store, [id], "red"),
    "People": lambda store, id: add_contact(store, "Ann", application_id=id),
    "Next actions": lambda store, id: set_next_action(store, id, "Call"),
    "Requirements": lambda store, id: add_requirement(store, id, "Ovens"),
    "Posting": lambda store, id: keep_posting(store, id, Reading(text="Wanted: a baker")),
    "Offers": lambda store, id: record_offer(store, _offer(id)),
    "History": lambda store, id: add_note(store, id, "Called"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_meanwhile_is_compared_again(desk: Desk, archive: Path, what: str) -> None:
    desk.page.open_file(archive)
    desk.wait()
    (baker,) = [row.id for row in applications(desk.store) if row.title == "Baker"]
    CHANGES[what](desk.store, baker)
    desk.session.live.announce()
    desk.wait()
    assert next(row for row in shown(desk) if row[1] == "Differs")[0] == "Baker"
    review = desk.page.importing.archive.review
    review.table.setCurrentIndex(review.table.items.index(0, NAME))
    assert what in review.details.text()


def while_compared(desk: Desk, archive: Path, do: Callable[[], object]) -> object:
    """What `do` gives just after the archive was read, before any answer about it can come."""
    given: list[object] = []
    desk.page.importing.reading.archive_read.connect(lambda _: given.append(do()))
    desk.page.open_file(archive)
    desk.wait()
    (one,) = given
    return one


def test_nothing_can_be_brought_in_while_it_is_compared(desk: Desk, archive: Path) -> None:
    part = desk.page.importing.archive

    def look() -> tuple[object, ...]:
        able = part.footer.primary_button.isEnabled()
        return part.isVisible(), part.review.is_comparing, able, shown(desk), part.footer.text()

    told = "Nothing is written until you import."
    assert while_compared(desk, archive, look) == (True, True, False, [], told)
    assert part.footer.primary_button.isEnabled()
    set_notes(desk.store, 1, "Call Ann")
    desk.session.live.announce()
    assert part.review.is_comparing
    assert not part.footer.primary_button.isEnabled()
    desk.page.importing.primary()
    assert titles(desk.store) == {"Baker", "Head miller"}
    desk.wait()
    assert part.footer.primary_button.isEnabled()


def test_a_change_while_it_is_compared_is_in_what_is_shown(desk: Desk, archive: Path) -> None:
    def change() -> None:
        set_notes(desk.store, 1, "Call Ann")
        desk.session.live.announce()

    while_compared(desk, archive, change)
    assert {row[0] for row in shown(desk) if row[1] == "Differs"} == {"Baker", "Miller"}


def test_what_was_decided_stays_when_another_thing_changes(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    part = desk.page.importing.archive
    (miller,) = [item for item in part.review.plan.items if item.title == "Miller"]
    part.review.choices[miller.number] = Choice.THEIRS
    set_notes(desk.store, 1, "Call Ann")
    desk.session.live.announce()
    desk.wait()
    assert ("Miller", "Differs", "Take the archive’s") in shown(desk)
    edit_application(desk.store, miller.mine, source="A friend")
    desk.session.live.announce()
    desk.wait()
    assert ("Miller", "Differs", "Keep yours") in shown(desk)


def test_comparing_can_be_given_up(desk: Desk, archive: Path) -> None:
    part = desk.page.importing

    def give_up() -> tuple[bool, bool]:
        waited = part.waiting.is_waiting
        part.waiting.cancel()
        return waited, part.archive.review.is_comparing

    assert while_compared(desk, archive, give_up) == (True, False)
    assert desk.wizard.start.isVisible()
    desk.choose(TABLE)
    assert not desk.wizard.start.isVisible()
    assert part.archive.review.plan is None
    assert titles(desk.store) == {"Baker", "Head miller"}


def test_comparing_again_can_be_stopped(desk: Desk, archive: Path) -> None:
    """What was decided stays, and nothing comes in by a comparison that is out of date."""
    desk.page.open_file(archive)
    desk.wait()
    importing = desk.page.importing
    part, review = importing.archive, importing.archive.review
    (miller,) = [item for item in review.plan.items if item.title == "Miller"]
    review.choices[miller.number] = Choice.THEIRS
    before = shown(desk)
    set_notes(desk.store, 1, "Call Ann")
    desk.session.live.announce()
    importing.waiting.cancel()
    assert not review.is_comparing
    assert review.isVisible()
    assert shown(desk) == before
    assert "out of date" in review.text()
    assert not part.footer.primary_button.isEnabled()
    assert part.footer.text() == "Nothing is written until you import."
    importing.primary()
    assert review.bring_in() is None
    assert titles(desk.store) == {"Baker", "Head miller"}
    assert review.again_button.isVisible()
    review.again_button.setFocus()
    QTest.keyClick(review.again_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is review.table
    assert not review.again_button.isVisible()
    desk.wait()
    assert "out of date" not in review.text()
    assert not review.again_button.isVisible()
    assert ("Baker", "Differs", "Keep yours") in shown(desk)
    assert ("Miller", "Differs", "Take the archive’s") in shown(desk)
    part.footer.primary_button.click()
    assert titles(desk.store) == {"Baker", "Miller", "Cook"}


def test_an_archive_that_is_out_of_date_can_be_left(desk: Desk, archive: Path) -> None:
    desk.page.open_file(archive)
    desk.wait()
    importing = desk.page.importing
    set_notes(desk.store, 1, "Call Ann")
    desk.session.live.announce()
    importing.waiting.cancel()
    importing.archive.footer.cancel_button.click()
    assert desk.wizard.start.isVisible()
    desk.page.open_file(archive)
    desk.wait()
    assert not importing.archive.review.again_button.isVisible()
    assert importing.archive.footer.primary_button.isEnabled()


def test_a_damaged_archive_is_told(desk: Desk, archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 0xFF
    archive.write_bytes(content)
    desk.page.open_file(archive)
    desk.wait()
    assert len(desk.failed) == 1
    assert "search.zip" in desk.failed[0]
    assert desk.wizard.start.isVisible()
