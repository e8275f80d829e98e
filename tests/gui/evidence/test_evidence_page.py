"""The evidence library: written, changed and removed once, for every application that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from ats.commands import evidence
from ats.commands.applications import NewApplication, NewRequirement, add_application
from ats.domain.posting import RequirementKind
from ats.gui.actions import Actions
from ats.gui.evidence.page import EvidencePage
from ats.gui.session import Session
from ats.gui.theme import Scheme, Theme
from ats.settings import Settings
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.evidence import evidence_library, evidence_uses


@dataclass
class Library:
    page: EvidencePage
    session: Session
    said: list[str] = field(default_factory=list)
    wanted: list[int] = field(default_factory=list)

    def settle(self) -> None:
        self.session.live.announce()
        QApplication.processEvents()


@pytest.fixture
def library(store: Store, qapp: QApplication, qtbot: QtBot) -> Iterator[Library]:
    theme = Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    session = Session(store, theme, Settings())
    window = QMainWindow()
    qtbot.addWidget(window)
    page = EvidencePage(session, Actions(window))
    made = Library(page, session)
    session.said.connect(lambda sentence, undo: made.said.append(sentence))
    session.application_wanted.connect(made.wanted.append)
    window.setCentralWidget(page)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    page.flush()
    session.jobs.shutdown()
    session.live.close()


def used_twice(store: Store) -> tuple[int, list[int]]:
    """An item that two applications use, and their ids."""
    item = evidence.add_evidence(store, "Ledger rewrite", place="Tidewater Bank")
    ids = []
    for title in ("Baker", "Welder"):
        need = NewRequirement(text=f"What a {title} does", kind=RequirementKind.MUST)
        ids.append(add_application(store, NewApplication(title=title, requirements=(need,))))
        detail = application_detail(store, ids[-1])
        assert detail is not None
        evidence.attach_evidence(store, detail.requirements[0].id, item)
    return item, ids


def test_the_first_item_is_written_from_the_empty_page(library: Library) -> None:
    page = library.page
    page.focus_content()
    assert QApplication.focusWidget() is page.empty_button
    page.empty_button.click()
    assert QApplication.focusWidget() is page.item.title
    QTest.keyClicks(page.item.title, "Checkout API")
    page.flush()
    (row,) = evidence_library(library.session.store)
    assert row.title == "Checkout API"


def test_a_change_reaches_every_application(library: Library) -> None:
    store = library.session.store
    _, ids = used_twice(store)
    library.settle()
    library.page.item.story.setPlainText("Owned it for three years.")
    library.page.flush()
    for id in ids:
        detail = application_detail(store, id)
        assert detail is not None
        assert detail.requirements[0].evidence[0].story == "Owned it for three years."


def test_where_it_is_used(library: Library) -> None:
    store = library.session.store
    item, ids = used_twice(store)
    library.settle()
    assert [use.title for use in evidence_uses(store, item)] == ["Baker", "Welder"]
    assert library.page.item.uses_heading.text() == "Used in 2 applications"
    (link,) = [
        each for each in library.page.item.findChildren(QPushButton) if each.text() == "Welder"
    ]
    link.click()
    assert library.wanted == [ids[1]]
    shown = [label.text() for label in library.page.item.findChildren(QLabel)]
    assert "What a Baker does" in shown


def test_remove_and_undo(library: Library) -> None:
    store = library.session.store
    _, ids = used_twice(store)
    library.settle()
    library.page.focus_content()
    QTest.keyClick(library.page.list, Qt.Key.Key_Delete)
    library.settle()
    assert library.said == ["Removed “Ledger rewrite”"]
    assert not evidence_library(store)
    store.undo()
    library.settle()
    assert [row.used_in for row in evidence_library(store)] == [2]
    detail = application_detail(store, ids[0])
    assert detail is not None
    assert len(detail.requirements[0].evidence) == 1


def test_typing_stays_while_the_store_changes(library: Library) -> None:
    store = library.session.store
    item, _ = used_twice(store)
    library.settle()
    library.page.item.period.setFocus()
    QTest.keyClicks(library.page.item.period, "2021 to")
    evidence.edit_evidence(store, item, place="Elsewhere")
    library.settle()
    assert library.page.item.period.text() == "2021 to"
    assert library.page.item.place.text() == "Elsewhere"


def test_a_title_cannot_be_emptied(library: Library) -> None:
    used_twice(library.session.store)
    library.settle()
    title = library.page.item.title
    title.setFocus()
    title.selectAll()
    QTest.keyClick(title, Qt.Key.Key_Delete)
    library.page.flush()
    assert title.text() == "Ledger rewrite"


def test_the_list_is_filtered(library: Library) -> None:
    store = library.session.store
    for title in ("Ledger rewrite", "On-call handbook"):
        evidence.add_evidence(store, title)
    library.settle()
    library.page.handlers()["find"]()
    QTest.keyClicks(library.page.search, "hand")
    assert [row.title for row in library.page.rows.records] == ["On-call handbook"]
    assert library.page.item.title.text() == "On-call handbook"
