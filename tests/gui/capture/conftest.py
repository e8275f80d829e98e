"""A review page in a window on a real store, and what is said meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.actions import Actions
from ats.gui.capture.clipboard import Pasted, postings_from_files
from ats.gui.capture.review_page import ReviewPage
from ats.gui.capture.sources import Source
from ats.gui.session import Session
from ats.gui.theme import Scheme, Theme
from ats.settings import Settings
from ats.store import Store
from tests.gui.capture.desk import Desk, wait_until_read
from tests.gui.capture.several import Take


@pytest.fixture
def desk(store: Store, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    theme = Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    session = Session(store, theme, Settings())
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    page = ReviewPage(session, actions)
    made = Desk(window, page, session, actions)
    session.said.connect(lambda sentence, undo: made.said.append(sentence))
    session.failed.connect(made.failed.append)
    session.back_wanted.connect(lambda: made.back.append(True))
    page.created.connect(made.created.append)
    # What the window does with an action that is triggered.
    actions.triggered.connect(lambda id: page.handlers().get(id, lambda: None)())
    window.setCentralWidget(page)
    window.resize(1200, 800)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    session.jobs.shutdown()
    session.live.close()


@pytest.fixture
def paste(desk: Desk, qtbot: QtBot) -> Callable[..., None]:
    """Take postings and wait until the first is there for review."""

    def take(*sources: Source | str | Path) -> None:
        made = [
            each
            if isinstance(each, Source)
            else Source(path=each)
            if isinstance(each, Path)
            else Source(text=each)
            for each in sources
        ]
        assert desk.page.take(Pasted(tuple(made)))
        wait_until_read(desk, qtbot)

    return take


@pytest.fixture
def take(desk: Desk, qtbot: QtBot) -> Take:
    """Take files or folders, and wait until all are read."""

    def taken(*paths: Path) -> None:
        pasted = postings_from_files(paths)
        assert desk.page.take(pasted)
        qtbot.waitUntil(lambda: not desk.page._queue.is_reading_ahead)

    return taken
