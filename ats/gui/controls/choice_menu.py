"""A menu whose entries answer to the letter they begin with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu


class ChoiceMenu(QMenu):
    """Typing a letter chooses the one entry that begins with it; of several it goes to the next,
    and Enter chooses. The entries are names the person gave, so they have no marked letters."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        letter = "" if held else event.text().strip().casefold()
        found = self._beginning_with(letter) if letter else []
        if not found:
            super().keyPressEvent(event)
            return
        self.setActiveAction(self._next(found))
        if len(found) == 1:
            plain = Qt.KeyboardModifier.NoModifier
            super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, plain))

    def _beginning_with(self, letter: str) -> list[QAction]:
        return [
            action
            for action in self.actions()
            if action.isEnabled() and action.text().replace("&&", "&").casefold().startswith(letter)
        ]

    def _next(self, found: list[QAction]) -> QAction:
        current = self.activeAction()
        return found[(found.index(current) + 1) % len(found)] if current in found else found[0]
