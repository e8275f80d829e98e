"""The Applications page in a window on a real store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.actions import Actions
from ats.gui.applications.page import ApplicationsPage
from ats.gui.session import Session
from ats.gui.theme import Scheme, Theme
from ats.settings import Settings
from ats.store import Store
from tests.gui.applications.desk import Desk


@pytest.fixture
def empty_desk(store: Store, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    """A window on the store of this test, without a page."""
    theme = Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    session = Session(store, theme, Settings())
    window = QMainWindow()
    made = Desk(window, session, Actions(window))
    session.said.connect(lambda sentence, undo: made.said.append(sentence))
    session.failed.connect(made.failed.append)
    session.application_wanted.connect(made.opened.append)
    session.peek_wanted.connect(made.peeked.append)
    session.page_wanted.connect(made.wanted.append)
    made.actions.triggered.connect(made.carry_out)
    window.resize(1440, 900)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    session.live.close()
    session.jobs.shutdown()
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(empty_desk: Desk) -> Desk:
    """The Applications page, still without applications."""
    empty_desk.put(ApplicationsPage(empty_desk.session, empty_desk.actions))
    empty_desk.settle()
    return empty_desk
