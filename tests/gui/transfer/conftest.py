"""The page in a window on a real store, with files named by the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.actions import Actions
from ats.gui.session import Session
from ats.gui.theme import Scheme, Theme
from ats.gui.transfer.page import TransferPage
from ats.settings import Settings
from ats.store import Store
from tests.gui.transfer.desk import Desk


@pytest.fixture
def desk(store: Store, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    theme = Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    session = Session(store, theme, Settings())
    window = QMainWindow()
    qtbot.addWidget(window)
    files: list[Path] = []
    page = TransferPage(
        session,
        Actions(window),
        choose=lambda parent: files[-1],
        ask=lambda parent, name: tmp_path / name,
    )
    made = Desk(window, page, session, qtbot, tmp_path, files)
    session.said.connect(lambda sentence, undo: made.said.append(sentence))
    session.failed.connect(made.failed.append)
    session.page_wanted.connect(made.wanted.append)
    session.peek_wanted.connect(made.peeked.append)
    session.import_wanted.connect(made.batches.append)
    window.setCentralWidget(page)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    session.jobs.shutdown()
    session.live.close()
