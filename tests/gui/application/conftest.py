"""An application's page in a window, on a real store with one application in the middle of its
way, and what was said and asked for meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.actions import Actions
from ats.gui.application.page import ApplicationPage
from ats.gui.session import Session
from ats.gui.theme import Scheme, Theme
from ats.settings import Settings
from ats.store import Store
from tests.gui.application.desk import Desk, backend_engineer


@pytest.fixture
def id(store: Store) -> int:
    return backend_engineer(store)


@pytest.fixture
def desk(store: Store, id: int, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    theme = Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    session = Session(store, theme, Settings())
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    page = ApplicationPage(session, actions)
    made = Desk(window, page, session, actions)
    session.said.connect(lambda sentence, undo: made.said.append(sentence))
    session.failed.connect(made.failed.append)
    session.back_wanted.connect(lambda: made.back.append(True))
    session.application_wanted.connect(made.wanted.append)
    actions.triggered.connect(made.carry_out)
    window.setCentralWidget(page)
    window.resize(1440, 900)
    page.show_application(id)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    page.flush()
    session.jobs.shutdown()
    session.live.close()
