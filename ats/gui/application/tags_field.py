"""The tags of an application: chips to take away, and a line to add more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ats.gui.controls.chip import FilterChip
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Space


def complete(line: QLineEdit, offer: Callable[[], Sequence[str]]) -> None:
    """Offer words while typing; they are asked for each time the line gets the focus."""
    model = QStringListModel(line)
    completer = QCompleter(model, line)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    line.setCompleter(completer)

    def fill() -> None:
        if not model.stringList():
            model.setStringList(list(offer()))

    line.textEdited.connect(fill)
    line.editingFinished.connect(lambda: model.setStringList([]))


class TagsField(QWidget):
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, offer: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[str, ...] | None = None
        self._flow = FlowLayout(self, gap=Space.XS + 2, line_gap=Space.XS)
        self._flow.setContentsMargins(Space.S + 2, Space.XXS, 0, Space.XXS)
        self.line = QLineEdit()
        self.line.setProperty("variant", "bare")
        self.line.setPlaceholderText("Add tag")
        self.line.setAccessibleName("Add tag")
        self.line.setFixedWidth(96)
        self.line.returnPressed.connect(self._add)
        complete(self.line, offer)
        self._chips: list[FilterChip] = []
        self.setFocusProxy(self.line)
        self.show_tags(())

    def show_tags(self, tags: Sequence[str]) -> None:
        if tuple(tags) == self._tags:
            return
        self._tags = tuple(tags)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self.line:
                widget.hide()
                widget.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self.line)
        self.updateGeometry()

    def flush(self) -> None:
        """Add what was typed."""
        self._add()

    def _chip(self, tag: str) -> FilterChip:
        chip = FilterChip(tag)
        chip.setAccessibleName(f"Tag: {tag}")
        chip.setToolTip("Press Delete to remove")
        chip.removed.connect(lambda: self._remove(tag))
        return chip

    def _add(self) -> None:
        name = " ".join(self.line.text().split())
        if name:
            self.line.clear()
            self.added.emit(name)

    def _remove(self, tag: str) -> None:
        self.line.setFocus()
        self.removed.emit(tag)
