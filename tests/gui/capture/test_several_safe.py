"""Several postings at once: nothing is lost or created by accident, whatever comes in between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ats.gui.capture.clipboard import postings_from_files
from ats.store.queries.applications import applications
from tests.gui.capture.desk import Desk
from tests.gui.capture.several import Take, many, read_all, three, titles


def test_giving_up_while_another_is_read_loses_nothing(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    page = desk.page
    page._queue.ready.connect(lambda _: page.waiting.cancel())  # once the first is there
    assert page.take(postings_from_files(three(tmp_path)))
    qtbot.waitUntil(lambda: not page.is_reading)
    assert len(page._queue.unread) == 2
    page.form.title.setText("Day Baker")
    page.step(1)
    assert page.is_reading
    page.waiting.cancel()
    page.bring_back_earlier()
    qtbot.waitUntil(lambda: not page.is_reading)
    assert page.form.title.text() == "Ferry Pilot"
    page.step(-1)
    qtbot.waitUntil(lambda: page.form.title.text() == "Day Baker")


def test_what_was_not_read_yet_is_told_apart(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page = desk.page
    assert page.take(postings_from_files(many(tmp_path, 40)))
    qtbot.waitUntil(lambda: not page.is_reading)
    page.waiting.cancel()
    count = 40 - len(page._queue.unread)
    assert page.footer.rest_button.text() == f"Create &all {count}"
    page.create_rest()
    created = "1 application" if count == 1 else f"{count} applications"
    left = 40 - count
    assert desk.said == [f"Added {created}. {left} are left: {left} aren’t read yet."]
    read_all(desk, qtbot)
    page.create_rest()
    assert len(applications(desk.store)) == 40


def test_a_fault_with_one_does_not_stop_the_others(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_bytes = Path.read_bytes

    def without_room(path: Path) -> bytes:
        if path.name == "b.txt":
            raise MemoryError
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", without_room)
    with qtbot.captureExceptions() as faults:
        assert desk.page.take(postings_from_files(three(tmp_path)))
        read_all(desk, qtbot)
    assert [kind for kind, _, _ in faults] == [MemoryError]
    assert desk.page.refused.sentences() == ("“b.txt” could not be read.",)
    desk.page.create_rest()
    assert titles(desk) == {"Night Baker", "Bus Driver"}


def test_reasons_that_nobody_looked_at_stay_when_all_else_is_created(
    desk: Desk, take: Take, tmp_path: Path
) -> None:
    three(tmp_path)
    (tmp_path / "d.pdf").write_bytes(b"%PDF- no")
    take(tmp_path)
    page = desk.page
    page.create_rest()
    assert len(titles(desk)) == 3
    assert desk.created == []
    assert page.refused.isVisible()
    assert page.refused.show_button.text() == "Hide"
    assert page.footer.text() == "Everything else is done."
    assert page.footer.cancel_button.text() == "Close"
    page.footer.cancel_button.click()
    assert desk.back == [True]


def test_reasons_that_were_read_do_not_come_again(desk: Desk, take: Take, tmp_path: Path) -> None:
    three(tmp_path)
    (tmp_path / "d.pdf").write_bytes(b"%PDF- no")
    take(tmp_path)
    desk.page.refused.close_button.click()
    desk.page.create_rest()
    assert len(desk.created) == 1


def test_a_double_click_creates_one(desk: Desk, take: Take, tmp_path: Path) -> None:
    take(*three(tmp_path))
    create = desk.page.footer.create_button
    QTest.mouseClick(create, Qt.MouseButton.LeftButton)
    QTest.mouseClick(create, Qt.MouseButton.LeftButton)
    assert titles(desk) == {"Night Baker"}
    assert desk.page.form.title.text() == "Ferry Pilot"


def test_the_keyboard_stays_on_the_way_to_the_next(desk: Desk, take: Take, tmp_path: Path) -> None:
    take(*three(tmp_path))
    footer = desk.page.footer
    footer.next_button.setFocus()
    for _ in range(3):
        QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Space)
    assert applications(desk.store) == []
    assert desk.back == []
    assert footer.is_stepping()


def test_postings_outlive_the_program_before_any_is_changed(
    desk: Desk, take: Take, tmp_path: Path, qtbot: QtBot
) -> None:
    take(*three(tmp_path))
    page = desk.page
    page.create_application()
    page.flush()
    page._keeping.load()
    draft = page.earlier()
    assert draft is not None
    assert draft.waiting.settled == (0,)
    page.cancel()
    page.bring_back_earlier()
    read_all(desk, qtbot)
    assert page.footer.text().startswith("Posting 2 of 3.")


def test_one_posting_that_was_not_changed_leaves_nothing_behind(
    desk: Desk, paste: Callable[..., None]
) -> None:
    paste("Baker\n\nRequirements\n- Early hours\n")
    desk.page.flush()
    desk.page._keeping.load()
    assert desk.page.earlier() is None
