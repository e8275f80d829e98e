"""A search begins: from a copied posting to an interview, by keyboard alone, and nothing is lost
when the program is closed in between."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QMenu, QTableView
from pytestqt.qtbot import QtBot

from ats.domain.posting import RequirementStatus
from ats.gui.main_window import MainWindow
from ats.store import Store
from ats.store.queries.application import ApplicationDetail, application_detail
from ats.store.queries.applications import applications
from tests.windows import Open, Press

POSTING = Path(__file__).parents[1] / "fixtures" / "glued_posting.txt"
TITLE = "Claims Analyst"
WANTED = (
    ("1", RequirementStatus.STRONG, "Four years at the harbour office."),
    ("2", RequirementStatus.PARTIAL, "Two courses so far."),
    ("3", RequirementStatus.GAP, "Ask Maya how she learned it."),
)


def only(store: Store) -> ApplicationDetail:
    (row,) = applications(store)
    detail = application_detail(store, row.id)
    assert detail is not None
    return detail


def headings(window: MainWindow) -> list[str]:
    return [label.text() for label in window.page.findChildren(QLabel) if label.isVisible()]


def listed_texts() -> list[str]:
    """What the list with the keyboard shows."""
    view = QApplication.focusWidget()
    assert isinstance(view, QAbstractItemView), view
    model = view.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    return [
        str(model.index(row, 0).data(spoken) or model.index(row, 0).data())
        for row in range(model.rowCount())
    ]


def focus_name() -> str:
    focus = QApplication.focusWidget()
    return focus.accessibleName() if focus else ""


def choose_in_menu(press: Press, text: str) -> None:
    """Walk down the open menu to an entry and take it."""
    for _ in range(12):
        press("Down")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        if menu.activeAction() is not None and menu.activeAction().text() == text:
            break
    press("Return")


@pytest.fixture
def copied(qapp: QApplication) -> str:
    text = POSTING.read_text(encoding="utf-8")
    QGuiApplication.clipboard().setText(text)
    return text


def paste_and_create(window: MainWindow, press: Press, qtbot: QtBot) -> None:
    press("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: focus_name().casefold().startswith("role"), timeout=5_000)
    assert "New application from a posting" in headings(window)
    assert applications(window.session.store) == []
    press(text=TITLE)
    press("Ctrl+Return")
    assert len(applications(window.session.store)) == 1


def mark_and_note(press: Press, key: str, note: str) -> None:
    """On the list: set the status, go into the fields, write the note, come back."""
    press(key, "Return")
    for _ in range(6):
        if focus_name() == "Note":
            break
        press("Tab")
    assert focus_name() == "Note"
    press(text=note)
    press("Escape")


def test_from_a_posting_to_an_interview(
    open_window: Open, press: Press, qtbot: QtBot, copied: str
) -> None:
    window = open_window()
    store = window.session.store
    paste_and_create(window, press, qtbot)

    # On the board and in the table, with the keyboard on it.
    assert window.page.title == "Applications"
    assert any(TITLE in text for text in listed_texts())
    press("Ctrl+K", text="table")
    press("Return")
    assert isinstance(QApplication.focusWidget(), QTableView)
    assert any(TITLE in text for text in listed_texts())
    press("Ctrl+K", text="board")
    press("Return")
    assert not isinstance(QApplication.focusWidget(), QTableView)

    # Three requirements assessed, with a note on each.
    press("Return")
    assert window.windowTitle() == f"{TITLE}, Tidewell"
    press("Ctrl+Tab")
    for key, _, note in WANTED:
        mark_and_note(press, key, note)
        press("Down")
    noted = [
        (item.requirement.status, item.requirement.note) for item in only(store).requirements[:3]
    ]
    assert noted == [(status, note) for _, status, note in WANTED]

    # To the stage, back, and again.
    press("Escape")
    assert window.page.title == "Applications"
    press("Ctrl+Shift+M")
    choose_in_menu(press, "Interviewing")
    assert only(store).row.stage == "Interviewing"
    assert window.commands["undo"].text() == "&Undo Move to Interviewing"
    press("Ctrl+Z")
    assert only(store).row.stage == "Saved"
    assert window.commands["redo"].text() == "&Redo Move to Interviewing"
    press("Ctrl+Y")
    assert only(store).row.stage == "Interviewing"
    before = only(store)

    # All there after a restart, also the way back.
    window = open_window()
    store = window.session.store
    after = only(store)
    assert after == before
    assert after.posting is not None
    assert after.posting.text == copied
    assert any(TITLE in text for text in listed_texts())
    press("Ctrl+Z")
    assert only(store).row.stage == "Saved"


def test_escape_leaves_the_store_as_it_was(
    window: MainWindow, press: Press, qtbot: QtBot, copied: str
) -> None:
    press("Ctrl+Shift+V")
    qtbot.waitUntil(lambda: focus_name().casefold().startswith("role"), timeout=5_000)
    press(text="Something")
    press("Escape", "Escape")
    assert window.page.title == "Applications"
    assert applications(window.session.store) == []
    assert window.session.store.history() == []


def test_an_empty_clipboard_is_told(window: MainWindow, press: Press) -> None:
    QGuiApplication.clipboard().clear()
    press("Ctrl+Shift+V")
    assert window.page.title == "Applications"
    (toast,) = window.toasts.shown
    assert toast.text == "There’s no text on the clipboard. Copy the posting, then try again."


def test_the_plain_paste_keys_work_outside_text_fields(
    window: MainWindow, press: Press, qtbot: QtBot, copied: str
) -> None:
    press("Ctrl+V")
    qtbot.waitUntil(lambda: focus_name().casefold().startswith("role"), timeout=5_000)
    QGuiApplication.clipboard().setText("pasted title")
    for keys in ("Ctrl+V", "Ctrl+Shift+V"):
        press(keys)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.property("text") == "pasted title"
        focus.setProperty("text", "")
