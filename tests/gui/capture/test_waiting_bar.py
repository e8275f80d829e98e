"""Waiting for a job: nothing at first, then a bar, then a way out."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Jobs, Progress
from ats.gui.theme import Scheme, Theme


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    made = Jobs()
    yield made
    made.shutdown()


def test_quick_work_shows_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    bar = WaitingBar()
    qtbot.addWidget(bar)
    job = jobs.start(lambda progress: "done")
    bar.watch(job, "Reading")
    with qtbot.waitSignal(job.succeeded):
        assert not bar.isVisible()
    assert not bar.is_waiting
    assert not bar.isVisible()


def test_long_work_can_be_given_up(jobs: Jobs, qtbot: QtBot) -> None:
    bar = WaitingBar()
    qtbot.addWidget(bar)
    going_on = threading.Event()

    def work(progress: Progress) -> None:
        going_on.wait()
        progress.at(0.5)

    job = jobs.start(work)
    bar.watch(job, "Reading")
    qtbot.waitUntil(bar.isVisible)
    assert not bar.cancel_button.isVisible()
    qtbot.waitUntil(bar.cancel_button.isVisible, timeout=3_000)
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel_button.click()
    assert not bar.isVisible()
    with qtbot.waitSignal(job.stopped):
        going_on.set()
