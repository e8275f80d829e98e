"""Work off the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ats.gui.jobs import Cancelled, Jobs, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    owner = Jobs()
    yield owner
    owner.shutdown()


def test_an_answer_arrives_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads = []
    job = jobs.start(lambda progress: threading.get_ident())
    job.succeeded.connect(lambda answer: threads.extend([answer, threading.get_ident()]))
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


def test_no_answer_is_lost_when_work_ends_at_once(jobs: Jobs, qtbot: QtBot) -> None:
    answers: list[int] = []
    failures: list[Exception] = []

    def work(number: int) -> int:
        if number % 7 == 0:
            raise ValueError(number)
        return number

    for number in range(300):
        job = jobs.start(lambda progress, number=number: work(number))
        job.succeeded.connect(answers.append)
        job.failed.connect(failures.append)
    qtbot.waitUntil(lambda: len(answers) + len(failures) == 300)
    assert sorted(answers) == [number for number in range(300) if number % 7]


def test_a_failure_is_handed_over(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise LookupError("gone")

    job = jobs.start(work)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert isinstance(failed.args[0], LookupError)


def test_progress_is_reported(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[float] = []
    go = threading.Event()

    def work(progress: Progress) -> str:
        go.wait(5)
        progress.at(0.5)
        progress.at(1)
        return "done"

    job = jobs.start(work)
    job.advanced.connect(seen.append)
    with qtbot.waitSignal(job.succeeded):
        go.set()
    assert seen == [0.5, 1.0]


def test_cancelled_work_stops_and_answers_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    reached, go = threading.Event(), threading.Event()
    answers: list[object] = []

    def work(progress: Progress) -> None:
        go.wait(5)
        progress.at(0.1)
        reached.set()

    job = jobs.start(work)
    job.succeeded.connect(answers.append)
    with qtbot.waitSignal(job.stopped):
        job.cancel()
        go.set()
    assert not reached.is_set()
    assert not answers


def test_shutting_down_stops_running_work(qtbot: QtBot) -> None:
    owner = Jobs()
    started = threading.Event()
    ended: list[str] = []

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress.at(0)
        except Cancelled:
            ended.append("cancelled")
            raise

    owner.start(work)
    assert started.wait(5)
    owner.shutdown()
    assert ended == ["cancelled"]
