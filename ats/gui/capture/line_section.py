"""One part of the review's lists: a heading with a count, a sentence, the lines, and where they
can be typed too, a line to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ats.gui.capture.add_line import AddLine
from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.line_list import LineList
from ats.gui.capture.line_model import LineModel
from ats.gui.capture.lines import Lines
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import MessageLine, label
from ats.gui.theme import Space


class LineSection(QWidget):
    """`show_words` sets what is said beside the heading and under it."""

    def __init__(
        self,
        heading: str,
        lines: Lines,
        kinds: Sequence[LineKind],
        adding: AddLine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = LineModel(lines, kinds, self)
        self.list = LineList(self.model, heading)
        self._count = ElidedLabel(role="caption2")
        self._sentence = MessageLine()
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(label(heading, "subtitle"))
        head.addWidget(self._count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(head)
        for widget in (self._sentence, self.list):
            column.addWidget(widget)
        if adding is not None:
            column.addWidget(adding)
        self.list.hide()

    def show_words(self, count: str, sentence: str = "", role: str = "caption2") -> None:
        """Follow the lines: how many there are, and what to do about them."""
        self._count.setText(count)
        self._sentence.show_text(sentence, role)
        self.list.setVisible(bool(self.model.items))

    def count_text(self) -> str:
        return self._count.text()

    def sentence(self) -> str:
        return self._sentence.text()
