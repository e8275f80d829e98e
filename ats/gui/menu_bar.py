"""The menus of the window, made from the table of actions."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from ats.gui.actions import ACTIONS, Actions, ActionSpec, Menu


def fill(bar: QMenuBar, actions: Actions) -> None:
    """Put every action into its menu, in the order of the table."""
    menus = {menu: bar.addMenu(menu.value) for menu in Menu}
    inner: dict[str, QMenu] = {}
    for spec in ACTIONS:
        menu = menus[spec.menu]
        if spec.submenu:
            menu = _submenu(menu, inner, spec)
        if spec.separated and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(actions[spec.id])


def _submenu(menu: QMenu, inner: dict[str, QMenu], spec: ActionSpec) -> QMenu:
    if spec.submenu not in inner:
        menu.addSeparator()
        inner[spec.submenu] = menu.addMenu(spec.submenu)
    return inner[spec.submenu]
