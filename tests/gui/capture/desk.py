"""The review page on a desk: its session, and what the person was told."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.actions import Actions
from ats.gui.capture.review_page import ReviewPage
from ats.gui.session import Session
from ats.store import Store

POSTING = (
    "Our team at Kestrel Bakery builds an ordering system.About the Role:We bake for cafés."
    "What You Will Do:• Build services that deliver bread• Review the work of others"
    "What You Will Bring:• 3+ years of experience with Python• Knowledge of SQL"
    "The annual salary is 50,000 - 60,000 EUR.\n"
    "3+ years of experience with Python Knowledge of SQL"
)


@dataclass
class Desk:
    """The page, its session and what the person was told."""

    window: QMainWindow
    page: ReviewPage
    session: Session
    actions: Actions
    said: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    back: list[bool] = field(default_factory=list)
    created: list[int] = field(default_factory=list)

    @property
    def store(self) -> Store:
        return self.session.store


def wait_until_read(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.page.is_reading)
