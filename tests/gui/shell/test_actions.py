"""One table of actions: menus, palette and sheet show all of it, and keys are not given twice."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtWidgets import QMenu

from ats.gui.actions import ACTIONS, ActionSpec, Menu, key_sequences
from ats.gui.main_window import MainWindow
from ats.gui.shortcut_sheet import ShortcutSheet, keys_of
from tests.windows import Press

IDS = [spec.id for spec in ACTIONS]


def in_menus(window: MainWindow) -> list[str]:
    found: list[str] = []

    def walk(menu: QMenu) -> None:
        for action in menu.actions():
            if action.menu() is not None:
                walk(action.menu())
            elif not action.isSeparator():
                found.append(action.objectName())

    for action in window.menuBar().actions():
        walk(action.menu())
    return found


def test_the_menus_hold_every_action_once(window: MainWindow) -> None:
    assert sorted(in_menus(window)) == sorted(IDS)
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [menu.value for menu in Menu]


def test_the_sheet_holds_every_action_with_its_keys(window: MainWindow, press: Press) -> None:
    sheet = ShortcutSheet(window)
    assert sheet.shown() == IDS
    for spec in ACTIONS:
        described = sheet.rows[spec.id].name.accessibleDescription()
        for keys in keys_of(spec):
            assert keys in described
    sheet.deleteLater()


def test_keys_have_the_names_that_stand_on_them() -> None:
    by_id = {spec.id: keys_of(spec) for spec in ACTIONS}
    assert by_id["open"] == ["Enter"]
    assert by_id["next_requirement"] == ["Ctrl+Enter"]
    assert by_id["previous_section"][0] == "Ctrl+Shift+Tab"
    for keys in by_id.values():
        assert len(keys) == len(set(keys)) <= 2
        assert not any(name in text for text in keys for name in ("Backtab", "Return", "F14"))
    rare = ActionSpec(id="rare", text="Rare", keys=("F14", "Ctrl+J"))
    assert keys_of(rare) == ["Ctrl+J"]


def test_the_sheet_is_filtered_by_command_and_by_key(window: MainWindow) -> None:
    sheet = ShortcutSheet(window)
    sheet.filter.setText("posting")
    found = ["paste_posting", "open_posting", "open_folder", "next_posting", "previous_posting"]
    assert sheet.shown() == found
    sheet.filter.setText("ctrl+k")
    assert sheet.shown() == ["palette"]
    sheet.filter.setText("no such thing")
    assert sheet.shown() == []
    sheet.deleteLater()


def test_the_palette_holds_every_command(window: MainWindow, press: Press) -> None:
    press("Ctrl+K")
    offered = window.palette_offer._commands
    assert [entry.key for entry in offered] == [spec.id for spec in ACTIONS if spec.palette]
    assert [entry.keys for entry in offered] == [
        next(iter(keys_of(spec)), "") for spec in ACTIONS if spec.palette
    ]


def test_no_key_means_two_things() -> None:
    users = defaultdict(set)
    for spec in ACTIONS:
        for sequence in key_sequences(spec):
            users[sequence.toString()].add(spec.id)
    assert {keys: ids for keys, ids in users.items() if len(ids) > 1} == {}


def test_access_keys_are_unique_in_each_menu() -> None:
    letters = defaultdict(list)
    for spec in ACTIONS:
        at = spec.text.find("&")
        assert at >= 0, spec.id
        letters[spec.menu, spec.submenu].append(spec.text[at + 1].casefold())
    letters[Menu.APPLICATION, ""] += ["q", "i"]  # the submenus' own
    for menu, used in letters.items():
        assert len(used) == len(set(used)), menu


def test_every_enabled_action_has_somebody_who_carries_it_out(window: MainWindow) -> None:
    window.update_actions()
    able = {id for id in IDS if window.commands[id].isEnabled()}
    assert able == set(window._handlers())
    assert {"new_application", "paste_posting", "go_trash", "sample_data"} <= able
    assert not able & {"undo", "redo", "open", "trash", "back"}
