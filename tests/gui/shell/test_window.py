"""The window as people use it: around the pages, the palette, messages, the look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ats.commands.applications import NewApplication, add_application
from ats.commands.demo import add_sample_data
from ats.commands.stages import move
from ats.gui.main_window import MainWindow
from ats.settings import load
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import application_row, applications
from ats.store.queries.stages import stages
from tests.windows import Open, Press


@pytest.fixture
def filled(window: MainWindow, press: Press) -> MainWindow:
    press("Ctrl+K", text="sample")
    press("Return")
    return window


def first_id(window: MainWindow) -> int:
    return applications(window.session.store)[0].id


def page(window: MainWindow) -> str:
    return window.history.place.page


# Around the pages


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("Ctrl+1", "applications"),
        ("Ctrl+2", "evidence"),
        ("Ctrl+3", "transfer"),
        ("Ctrl+4", "trash"),
        ("Ctrl+Comma", "settings"),
        ("Ctrl+N", "review"),
    ],
)
def test_keys_lead_to_pages_and_back(
    window: MainWindow, press: Press, keys: str, name: str
) -> None:
    press(keys)
    assert page(window) == name
    assert window.page.isVisible()
    assert window.stack.isAncestorOf(QApplication.focusWidget())
    if name != "applications":
        press("Alt+Left")
        assert page(window) == "applications"
        press("Alt+Right")
        assert page(window) == name


def test_the_sidebar_is_walked_by_keyboard(window: MainWindow, press: Press) -> None:
    window.sidebar.focus_content()
    press("Down", "Return")
    assert page(window) == "evidence"
    assert window.sidebar.items["evidence"].isChecked()
    assert not window.sidebar.items["applications"].isChecked()


def test_the_sidebar_counts(filled: MainWindow) -> None:
    store = filled.session.store
    open_ones = [row for row in applications(store) if row.is_open]
    described = filled.sidebar.items["applications"].accessibleDescription()
    assert described == f"{len(open_ones)} open"


def test_a_narrow_window_has_a_rail_and_f9_opens_it(window: MainWindow, press: Press) -> None:
    window.resize(1024, 640)
    assert (window.sidebar.width(), window.width(), window.height()) == (56, 1024, 640)
    press("F9")
    assert window.sidebar.width() == 212
    window.resize(1300, 800)
    window.resize(1100, 800)
    assert window.sidebar.width() == 56


def test_f9_is_remembered(open_window: Open, press: Press) -> None:
    window = open_window()
    press("F9")
    assert window.sidebar.width() == 56
    assert open_window().sidebar.width() == 56


def test_f6_goes_round_the_panes(filled: MainWindow, press: Press) -> None:
    assert filled.stack.isAncestorOf(QApplication.focusWidget())
    press("F6")
    assert filled.sidebar.isAncestorOf(QApplication.focusWidget())
    press("F6")
    assert filled.stack.isAncestorOf(QApplication.focusWidget())
    press("Shift+F6")
    assert filled.sidebar.isAncestorOf(QApplication.focusWidget())


# Peek


def test_space_peeks_escape_closes_and_enter_opens(filled: MainWindow, press: Press) -> None:
    press("Space")
    assert filled.peek.isVisible()
    assert filled.peek.width() == 420
    opener = QApplication.focusWidget()
    press("F6")
    assert filled.peek.holds_focus()
    press("Escape")
    assert not filled.peek.isVisible()
    assert QApplication.focusWidget() is opener
    press("Space", "Space")
    assert not filled.peek.isVisible()
    press("Space", "Return")
    assert page(filled) == "application"
    assert not filled.peek.isVisible()


def test_the_peek_follows_the_selection(filled: MainWindow, press: Press) -> None:
    press("Space")
    before = filled.peek.application_id
    press("Down")
    assert filled.peek.isVisible()
    assert filled.peek.application_id != before


# Palette


def test_three_letters_find_an_application(filled: MainWindow, press: Press) -> None:
    store = filled.session.store
    wanted = applications(store)[-1]
    press("Ctrl+K", text=wanted.company[:3].lower())
    entry = filled.palette_offer.palette.list.current()
    assert entry is not None
    found = application_row(store, int(entry.key))
    assert found is not None
    assert wanted.company[:3].lower() in f"{found.company} {found.title}".lower()


def test_the_palette_opens_moves_and_gives_the_focus_back(filled: MainWindow, press: Press) -> None:
    opener = QApplication.focusWidget()
    press("Ctrl+K", "Escape")
    assert QApplication.focusWidget() is opener
    row = next(row for row in applications(filled.session.store) if row.stage == "Saved")
    press("Ctrl+K", text=row.title)
    press("Ctrl+Return", text="applied")
    press("Return")
    moved = application_row(filled.session.store, row.id)
    assert moved is not None
    assert moved.stage == "Applied"
    assert [toast.text for toast in filled.toasts.shown] == [f"Moved “{row.title}” to Applied"]
    press("Ctrl+K", text=row.title)
    press("Return")
    assert filled.history.place.application_id == row.id
    press("Ctrl+K")
    entry = filled.palette_offer.palette.list.current()
    assert entry is not None
    assert entry.key == row.id


def test_the_palette_finds_words_in_notes(filled: MainWindow, press: Press) -> None:
    from ats.commands.applications import set_notes

    id = first_id(filled)
    set_notes(filled.session.store, id, "They keep zebras in the yard.")
    press("Ctrl+Shift+F", text="zebras")
    entry = filled.palette_offer.palette.list.current()
    assert entry is not None
    assert entry.key == id


# Undo and messages


def test_a_toast_offers_undo_until_something_else_happens(window: MainWindow) -> None:
    store = window.session.store
    id = add_application(store, NewApplication(title="Clerk"))
    applied = stages(store)[1]
    move(store, [id], applied.id)
    window.session.say("Moved “Clerk” to Applied")
    (toast,) = window.toasts.shown
    assert toast.action_button is not None
    toast.action_button.click()
    row = application_row(store, id)
    assert row is not None
    assert row.stage == "Saved"
    window.session.say("Moved “Clerk” to Applied")
    move(store, [id], applied.id)
    assert not [toast for toast in window.toasts.shown if toast.action_button is not None]


def test_undo_takes_back_what_is_being_typed(filled: MainWindow, press: Press) -> None:
    """What is typed in a field is undone there; the field empty of typing, the step is."""
    store = filled.session.store
    label = store.undo_label
    press("Ctrl+F", text="abc")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    press("Ctrl+Z")
    assert field.text() == ""
    assert store.undo_label == label
    press("Ctrl+Z")
    assert store.undo_label is None
    assert applications(store) == []


@contextmanager
def full_disk(store: Store) -> Iterator[None]:
    """SQLite answers as it does where there is no room: the file may not grow."""
    (pages,) = store.connection.execute("pragma page_count").fetchone()
    (most,) = store.connection.execute("pragma max_page_count").fetchone()
    store.connection.execute(f"pragma max_page_count = {pages}")
    yield
    store.connection.execute(f"pragma max_page_count = {most}")


LONG = "They keep boats. " * 2_000


def notes_of(window: MainWindow, id: int) -> str:
    detail = application_detail(window.session.store, id)
    assert detail is not None
    return detail.notes


def type_notes(window: MainWindow, press: Press) -> int:
    """Type more than a full disk holds into the notes of a new application; its id."""
    id = add_application(window.session.store, NewApplication(title="Clerk"))
    window.show_application(id)
    press("Ctrl+Shift+Tab")
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.insertPlainText(LONG)
    return id


def test_a_full_disk_keeps_the_text_and_retries(window: MainWindow, press: Press) -> None:
    id = type_notes(window, press)
    with full_disk(window.session.store):
        press("Ctrl+1")
        assert window.banner.isVisible()
        assert "the disk is full. Your text is still here." in window.banner.text
        window.banner.buttons[0].click()
        assert window.banner.isVisible()
        assert notes_of(window, id) == ""
    window.banner.buttons[0].click()
    assert not window.banner.isVisible()
    assert notes_of(window, id) == LONG


def test_a_full_disk_keeps_the_window_open_once(window: MainWindow, press: Press) -> None:
    id = type_notes(window, press)
    with full_disk(window.session.store):
        assert not window.close()
        assert window.isVisible()
        assert window.banner.isVisible()
    window.banner.buttons[0].click()
    assert notes_of(window, id) == LONG
    assert window.close()


# From outside


def drop(window: MainWindow, mime: QMimeData) -> bool:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(500, 300), copy, mime, left, none)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(500, 300), copy, mime, left, none, QEvent.Type.Drop)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def test_a_dropped_file_is_read_for_review(window: MainWindow, qtbot: QtBot, tmp_path) -> None:
    file = tmp_path / "posting.html"
    file.write_text("<h1>Harbour Clerk</h1><h2>Requirements</h2><ul><li>Knots</li></ul>")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(window, mime)
    assert page(window) == "review"
    qtbot.waitUntil(
        lambda: any(
            field.text() == "Harbour Clerk" for field in window.page.findChildren(QLineEdit)
        ),
        timeout=5_000,
    )
    assert applications(window.session.store) == []


def test_a_dropped_table_goes_to_the_import(window: MainWindow, qtbot: QtBot, tmp_path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text("Company,Role,Status\nSaltworks,Clerk,Applied\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    assert drop(window, mime)
    assert page(window) == "transfer"
    qtbot.waitUntil(window.page.importing.wizard.footer.primary_button.isEnabled, timeout=5_000)
    assert applications(window.session.store) == []


def test_a_larger_text_keeps_every_name_of_the_sidebar_whole(window: MainWindow) -> None:
    window.session.change_settings(text_scale=1.5)
    assert window.sidebar.collapsed  # the same window has less room now
    window.resize(1900, 1000)
    for item in window.sidebar.items.values():
        needed = item.fontMetrics().horizontalAdvance(item.text())
        assert item.room(40).width() >= needed, item.text()
    window.session.change_settings(text_scale=1.0)
    assert window.sidebar.width() == 212


def test_dropped_words_are_read_and_other_things_are_refused(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert not drop(window, QMimeData())
    mime = QMimeData()
    mime.setText("Harbour Clerk\n\nRequirements:\n- Knots\n- Ropes\n")
    assert drop(window, mime)
    assert page(window) == "review"


# Look


def test_the_theme_switches_live_and_leaves_nothing_stale(filled: MainWindow, press: Press) -> None:
    filled.toasts.clear()
    for scheme in ("dark", "light", "dark"):
        filled.session.change_settings(scheme=scheme)
        QTest.qWait(1)
        picture = filled.grab().toImage()
        ratio = picture.devicePixelRatio()
        dark = scheme == "dark"
        spots = {
            "sidebar": QPoint(100, 500),
            "menu bar": QPoint(900, 12),
            "page": QPoint(int(filled.width() * 0.6), 60),
            "board": QPoint(filled.sidebar.width() + 40, filled.height() - 60),
        }
        for name, spot in spots.items():
            light = picture.pixelColor(spot * ratio).lightness()
            assert (light < 90) == dark, (scheme, name, light)


def test_settings_are_kept(open_window: Open, tmp_path) -> None:
    window = open_window()
    window.session.change_settings(scheme="dark", text_scale=1.25)
    window.session.remember("palette", [3])
    window = open_window()
    assert window.session.settings.scheme == "dark"
    assert window.session.theme.text_scale == 1.25
    assert window.session.state("palette") == [3]
    settings, refused = load(tmp_path / "data" / "settings.json")
    assert not refused
    assert replace(settings, state={}) == replace(window.session.settings, state={})


def test_text_size_goes_in_steps(window: MainWindow, press: Press) -> None:
    press("Ctrl+Plus")
    assert window.session.settings.text_scale == 1.1
    press("Ctrl+Minus", "Ctrl+Minus")
    assert window.session.settings.text_scale == 0.9
    press("Ctrl+0")
    assert window.session.settings.text_scale == 1.0


def test_the_view_comes_back_as_it_was(open_window: Open, press: Press) -> None:
    window = open_window()
    add_sample_data(window.session.store)
    window.session.live.announce()
    press("Ctrl+K", text="table")
    press("Return")
    window = open_window()
    assert window.commands["table"].isChecked()


def test_sheets_open_and_close_by_keyboard(window: MainWindow, press: Press) -> None:
    opener = QApplication.focusWidget()
    for keys, title in (("Ctrl+Slash", "Keyboard shortcuts"), ("F1", "Help")):
        press(keys)
        sheet = QApplication.activeModalWidget()
        assert sheet is not None
        assert sheet.windowTitle() == title
        press("Escape")
        assert QApplication.activeModalWidget() is None
        window.activateWindow()  # what a desktop does by itself
        QTest.qWait(1)
        assert QApplication.focusWidget() is opener


def test_closing_commits_what_is_being_typed(open_window: Open, press: Press) -> None:
    window = open_window()
    id = add_application(window.session.store, NewApplication(title="Clerk"))
    window.show_application(id)
    press("Ctrl+Shift+Tab")
    field = QApplication.focusWidget()
    assert field is not None
    press(text="They keep boats.")
    window = open_window()
    detail = application_detail(window.session.store, id)
    assert detail is not None
    assert detail.notes == "They keep boats."
