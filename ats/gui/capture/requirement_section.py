"""The requirements part of the form: how many were found, the list, and a line to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ats.commands.applications import NewRequirement
from ats.domain.reading import FoundItem, Span
from ats.domain.words import counted
from ats.gui.capture.requirement_list import RequirementList
from ats.gui.capture.requirement_model import Item, RequirementModel
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import label
from ats.gui.theme import Space

NONE_FOUND = "No requirements found. Select lines and press Ctrl+R."


class RequirementSection(QWidget):
    """`pointed` carries the key of the item the person is at."""

    pointed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RequirementModel(self)
        self.list = RequirementList(self.model)
        self.adding = _AddLine()
        self._repeats = 0
        self._from_posting = False
        self._found = ElidedLabel(role="caption2")
        self._none = label(NONE_FOUND, "muted", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(label("Requirements", "subtitle"))
        head.addWidget(self._found, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        for widget in (self.list, self._none, self.adding):
            column.addWidget(widget)
        self.list.pointed.connect(self.pointed)
        self.model.modelReset.connect(self._tell)
        self.model.edited.connect(self._tell)
        self.adding.entered.connect(self.add)
        self._tell()

    def show_found(self, found: Sequence[FoundItem], repeats: int, *, from_posting: bool) -> None:
        """Show the items of a posting; `repeats` lines said again what others say."""
        self._repeats, self._from_posting = repeats, from_posting
        self.adding.clear()
        self.model.show(found)

    def restore(self, items: Sequence[Item], adding: str) -> None:
        """Show items as they were, and what stood in the line to add one."""
        self.model.restore(items)
        self.adding.setText(adding)

    def add(self, text: str, span: Span | None = None) -> None:
        """Add an item and make it the current one."""
        key = self.model.add(text, span)
        if key is not None:
            self.list.go_to(key)

    def kept(self) -> tuple[NewRequirement, ...]:
        """What is to be created; what stands in an open editor or the line counts."""
        self.list.finish_editing()
        if self.adding.text().strip():
            self.adding.enter()
        return self.model.kept()

    def found_text(self) -> str:
        return self._found.text()

    def _tell(self) -> None:
        items = self.model.items
        self.list.setVisible(bool(items))
        self._none.setVisible(not items and self._from_posting)
        left_out = sum(not item.kept for item in items)
        parts = [
            f"{len(items)} found" if items else "",
            f"{counted(self._repeats, 'repeated line')} merged" if self._repeats else "",
            f"{left_out} left out" if left_out else "",
        ]
        self._found.setText(", ".join(part for part in parts if part))


class _AddLine(QLineEdit):
    """Enter adds what was typed; empty, it leaves Enter to the page."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Add a requirement")
        self.setAccessibleName("Add a requirement")
        self.setAccessibleDescription("Enter adds it")

    def enter(self) -> None:
        text = self.text()
        self.clear()
        self.entered.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and plain and self.text().strip():
            self.enter()
            event.accept()
        else:
            super().keyPressEvent(event)
