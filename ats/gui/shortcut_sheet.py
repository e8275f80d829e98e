"""The list of all commands with their keys, made from the table of actions."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ats.gui.actions import ACTIONS, ActionSpec, Menu, key_sequences
from ats.gui.controls.field import label
from ats.gui.palette_entries import fold
from ats.gui.theme import Space

_WIDE, _HIGH = 620, 640
_USUAL = re.compile(
    r"(\w+\+)*(.|F[1-9]|F1[0-2]|Left|Right|Up|Down|Return|Enter|Space|Del|Tab|Backtab)"
)
# What Qt calls these keys is not what stands on them.
_ON_KEYS = (("Return", "Enter"), ("Backtab", "Tab"))


def keys_of(spec: ActionSpec, most: int = 2) -> list[str]:
    """The shortcuts of an action as people read them on this system, the first ones, none
    twice. Keys that few keyboards have work but are not listed: F14, or Undo on its own key."""
    native = QKeySequence.SequenceFormat.NativeText
    usual = [keys for keys in key_sequences(spec) if _USUAL.fullmatch(keys.toString())]
    return list(dict.fromkeys(_on_keys(keys.toString(native)) for keys in usual))[:most]


def _on_keys(text: str) -> str:
    for name, written in _ON_KEYS:
        text = text.replace(name, written)
    return text


class ShortcutSheet(QDialog):
    """One group for each menu; typing filters by command or key. Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(_WIDE, _HIGH)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter by command or key")
        self.filter.setAccessibleName("Filter by command or key")
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show_matching)
        self.rows: dict[str, _Row] = {}
        self._headings: dict[Menu, QLabel] = {}
        self._nothing = label("No command matches.", "muted")
        self._build()
        self._show_matching("")

    def shown(self) -> list[str]:
        """The ids of the actions that pass the filter, in order."""
        return [id for id, row in self.rows.items() if row.shown]

    def _show_matching(self, text: str) -> None:
        wanted = fold(text).replace(" ", "")
        for row in self.rows.values():
            row.show_if(wanted in row.words)
        for menu, heading in self._headings.items():
            heading.setVisible(any(row.shown for row in self.rows.values() if row.menu is menu))
        self._nothing.setVisible(not self.shown())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, 0)
        column.setSpacing(Space.M)
        column.addWidget(label("Keyboard shortcuts", "title"))
        column.addWidget(self.filter)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName("Commands and keys")
        plain = QWidget()
        plain.setObjectName("plain")
        scroll.setWidget(plain)
        self._fill(QGridLayout(plain))
        column.addWidget(scroll, 1)

    def _fill(self, grid: QGridLayout) -> None:
        grid.setContentsMargins(0, 0, Space.M, Space.XL)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        line = 0
        for spec in ACTIONS:
            if spec.menu not in self._headings:
                heading = label(spec.menu.replace("&", ""), "section")
                heading.setContentsMargins(0, Space.M, 0, Space.XXS)
                self._headings[spec.menu] = heading
                grid.addWidget(heading, line, 0, 1, 2)
                line += 1
            row = _Row(spec)
            self.rows[spec.id] = row
            grid.addWidget(row.name, line, 0)
            grid.addWidget(row.keys, line, 1, Qt.AlignmentFlag.AlignRight)
            line += 1
        grid.addWidget(self._nothing, line, 0, 1, 2)
        grid.setRowStretch(line + 1, 1)


class _Row:
    """A command and its keys."""

    def __init__(self, spec: ActionSpec) -> None:
        keys = keys_of(spec)
        where = f" {spec.place}" if spec.local and keys else ""
        self.menu = spec.menu
        self.name = label(spec.name.rstrip("…"))
        self.name.setAccessibleDescription(" or ".join(keys) + where)
        self.keys = QWidget()
        line = QHBoxLayout(self.keys)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        if where:
            line.addWidget(label(spec.place, "caption"))
        for text in keys:
            line.addWidget(label(text, "key"))
        self.words = fold("".join([spec.name, *keys])).replace(" ", "")
        self.shown = True

    def show_if(self, wanted: bool) -> None:
        self.shown = wanted
        self.name.setVisible(wanted)
        self.keys.setVisible(wanted)
