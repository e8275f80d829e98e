"""What the tests of the application page share: the desk they work at, and its application."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from ats.commands.applications import NewApplication, NewRequirement, add_application
from ats.domain.money import Pay, PayPeriod
from ats.domain.posting import RequirementKind
from ats.gui.actions import Actions
from ats.gui.application.page import ApplicationPage
from ats.gui.session import Session
from ats.store import Store
from ats.store.queries.application import ApplicationDetail, application_detail

POSTING = """Backend Engineer 🚀 at Confluent

Four years of building backend systems
Strong programming skills
Improve how we work

$117,500 to $132,200 a year
"""

ITEMS = (
    ("Four years of building backend systems", RequirementKind.MUST),
    ("Strong programming skills", RequirementKind.MUST),
    ("Improve how we work", RequirementKind.DUTY),
)

Dialog = TypeVar("Dialog", bound=QDialog)


def place_of(words: str) -> tuple[int, int]:
    start = POSTING.index(words)
    return start, start + len(words)


def backend_engineer(store: Store) -> int:
    """An application with a posting, three requirements and pay."""
    spans = {"salary": [place_of("$117,500 to $132,200 a year")], "company": [[0, 9999]]}
    return add_application(
        store,
        NewApplication(
            title="Backend Engineer",
            company="Confluent",
            pay=Pay.of(117500, 132200, "USD", PayPeriod.YEAR),
            requirements=tuple(
                NewRequirement(text=text, kind=kind, span=place_of(text)) for text, kind in ITEMS
            ),
            posting_text=POSTING,
            reading=json.dumps({"spans": spans}),
        ),
    )


@dataclass
class Desk:
    window: QMainWindow
    page: ApplicationPage
    session: Session
    actions: Actions
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    back: list[bool] = field(default_factory=list)
    wanted: list[int] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.session.store

    @property
    def detail(self) -> ApplicationDetail:
        """What the store has now."""
        found = application_detail(self.store, self.page.application_id)
        assert found is not None
        return found

    def carry_out(self, id: str) -> None:
        """What the window does with an action."""
        self.page.handlers().get(id, lambda: None)()
        self.settle()

    def settle(self) -> None:
        """Let the store's announcements arrive."""
        self.session.live.announce()
        QApplication.processEvents()

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= modifier
        QTest.keyClick(focus(), key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(focus(), text)
        self.settle()

    def undo(self) -> None:
        self.page.flush()
        self.store.undo()
        self.settle()

    def form(self, kind: Callable[..., Dialog]) -> Dialog:
        """The form that is open."""
        self.settle()
        (found,) = [
            dialog
            for dialog in self.window.findChildren(QDialog)
            if isinstance(dialog, kind) and dialog.isVisible()  # type: ignore[arg-type]
        ]
        return found


def focus() -> QWidget:
    """Where a key press goes: to an open list of words to choose from, else to the focus."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found
