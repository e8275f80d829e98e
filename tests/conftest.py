"""What every test shares: a fixed clock, a store in a temporary folder, and strictness.

A test fails when it leaves windows, timers or threads behind, or when the program logs a warning
that the test did not ask for with `caplog`.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from ats.store import Store

# Plain `pytest` behaves like `make test`: no display needed, and the locale Qt accepts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

# A slow, shared machine is no reason to fail, so no example has a deadline.
settings.register_profile(
    "default",
    deadline=None,
    max_examples=60,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "soak",
    deadline=None,
    max_examples=2_000,
    stateful_step_count=100,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("default")

FAILED = pytest.StashKey[bool]()


class FixedClock:
    """A clock that moves only when told to; call it for the aware time."""

    def __init__(self, start: datetime) -> None:
        self.time = start

    def __call__(self) -> datetime:
        return self.time

    def advance(self, **by: float) -> datetime:
        """Move forward by the parts of a `timedelta`, such as `days=2`; gives the new time."""
        self.time += timedelta(**by)
        return self.time


class Warnings(logging.Handler):
    """Keeps the text of every record at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())


@pytest.fixture
def clock() -> FixedClock:
    """Monday 23 November 2026, 10:00 at UTC+1."""
    return FixedClock(datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=1))))


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock) -> Iterator[Store]:
    """An empty store in its own folder, on the fixed clock."""
    from ats.store import Store

    opened = Store.open(tmp_path / "data", clock=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep every test out of the folders of the person who runs it."""
    home = tmp_path_factory.mktemp("person")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(name, str(folder))
        patch.delenv("ATS_DATA", raising=False)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    """Remember failures, so that what a failed test left behind is not reported again."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a test leaves a window, a running timer or a running thread."""
    before = _alive()
    yield
    if request.node.stash.get(FAILED, False):
        return
    if _alive().keys() - before.keys():
        # Objects in reference cycles live until the collector comes by.
        gc.collect()
    left = _alive()
    assert not [left[address] for address in left.keys() - before.keys()], "left behind"


@pytest.fixture(autouse=True)
def nothing_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a warning or error logged by the program, unless the test asks for `caplog`."""
    warnings = Warnings()
    logging.getLogger("ats").addHandler(warnings)
    yield
    logging.getLogger("ats").removeHandler(warnings)
    if "caplog" not in request.fixturenames and not request.node.stash.get(FAILED, False):
        assert not warnings.texts


def _alive() -> dict[int, str]:
    """Every thread, window and running timer there is now, by address; holds on to none of them."""
    found = {id(thread): repr(thread) for thread in threading.enumerate()}
    if "PySide6.QtWidgets" not in sys.modules:
        return found
    from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    application = QCoreApplication.instance()
    if isinstance(application, QApplication):
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        things: list[QObject] = [*QApplication.topLevelWidgets()]
        things += [timer for timer in application.findChildren(QTimer) if timer.isActive()]
        things += [thread for thread in application.findChildren(QThread) if thread.isRunning()]
        found |= {getCppPointer(thing)[0]: repr(thing) for thing in things}
    return found
