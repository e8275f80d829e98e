"""A disk that is full: what waits is written once and in order, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLineEdit

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.gui.capture.review_page import ReviewPage
from ats.gui.main_window import MainWindow
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from tests.windows import Press

LONG = "They keep boats. " * 2_000


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """SQLite answers as it does where there is no room: the file may not grow."""
    (pages,) = store.connection.execute("pragma page_count").fetchone()
    (most,) = store.connection.execute("pragma max_page_count").fetchone()
    store.connection.execute(f"pragma max_page_count = {pages}")
    yield
    store.connection.execute(f"pragma max_page_count = {most}")


def notes_of(store: Store, id: int) -> str:
    detail = application_detail(store, id)
    assert detail is not None
    return detail.notes


def type_new(window: MainWindow, press: Press) -> ReviewPage:
    press("Ctrl+N")
    page = window.page
    assert isinstance(page, ReviewPage)
    page.form.title.setText("Clerk")
    page.form.company.setText(LONG)
    return page


def titles(window: MainWindow) -> list[str]:
    return [row.title for row in applications(window.session.store)]


def test_create_pressed_again_leaves_nothing_to_retry(window: MainWindow, press: Press) -> None:
    page = type_new(window, press)
    with full_disk(window.session.store):
        page.create_application()
        page.create_application()
        assert window.banner.isVisible()
        assert window.outcomes.unsaved == 1
    page.form.title.setText("Head clerk")
    page.create_application()
    assert not window.banner.isVisible()
    assert window.outcomes.unsaved == 0
    window.outcomes.retry()
    assert titles(window) == ["Head clerk"]


def test_retry_creates_what_is_under_review_once(window: MainWindow, press: Press) -> None:
    page = type_new(window, press)
    with full_disk(window.session.store):
        page.create_application()
        window.banner.buttons[0].click()
        assert window.banner.isVisible()
    page.form.title.setText("Head clerk")
    window.banner.buttons[0].click()
    assert titles(window) == ["Head clerk"]
    assert not window.banner.isVisible()
    assert window.history.place.page == "applications"


def test_a_review_that_is_left_waits_no_more(window: MainWindow, press: Press) -> None:
    page = type_new(window, press)
    with full_disk(window.session.store):
        page.create_application()
    page.cancel()
    assert not window.banner.isVisible()
    window.outcomes.retry()
    assert titles(window) == []


def test_an_older_text_never_comes_over_a_newer_one(window: MainWindow) -> None:
    session, store = window.session, window.session.store
    id = add_application(store, NewApplication(title="Clerk"))
    with full_disk(store):
        session.run(set_notes, store, id, LONG)
        session.run(set_notes, store, id, "Short")
    session.run(set_notes, store, id, "Shorter")
    assert notes_of(store, id) == "Shorter"
    assert not window.banner.isVisible()
    window.outcomes.retry()
    assert notes_of(store, id) == "Shorter"


def test_undo_waits_for_what_is_not_written(window: MainWindow) -> None:
    session, store = window.session, window.session.store
    id = add_application(store, NewApplication(title="Clerk"))
    with full_disk(store):
        session.run(set_notes, store, id, LONG)
        window.own.undo()
        assert titles(window) == ["Clerk"]
        assert window.outcomes.unsaved == 1
    window.own.undo()
    assert notes_of(store, id) == ""
    assert titles(window) == ["Clerk"]


def test_the_title_of_the_window_follows_the_review(window: MainWindow, press: Press) -> None:
    press("Ctrl+N")
    assert window.windowTitle() == "New application"


def test_cancelled_work_is_brought_back_from_its_message(window: MainWindow, press: Press) -> None:
    press("Ctrl+N", text="Clerk")
    press("Escape", "Escape")
    assert window.history.place.page == "applications"
    (toast,) = window.toasts.shown
    assert toast.action_button is not None
    add_application(window.session.store, NewApplication(title="Pilot"))
    toast.action_button.click()
    assert window.history.place.page == "review"
    assert next(line.text() for line in window.page.findChildren(QLineEdit)) == "Clerk"
