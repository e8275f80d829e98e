"""The first step of an import once a file was read: what was found out about it, each thing
correctable, and its first rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ats.domain.words import counted
from ats.exchange.imports.plan import ImportPlan
from ats.gui.controls.buttons import button
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import Field, MessageLine, label
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.controls.number_field import guard_wheel
from ats.gui.icons import pixmap
from ats.gui.theme import Space, TextStyle, theme
from ats.gui.transfer.import_sample import SampleTable
from ats.gui.transfer.import_words import (
    DELIMITERS,
    ENCODINGS,
    delimiter_name,
    encoding_name,
    recognised,
    size,
)

_EMS = 18
_MOST_HEADER_ROWS = 30


class FileStep(QWidget):
    """`corrected` carries the name of an answer and its value: "table", "header_row",
    "encoding" or "delimiter"."""

    corrected = Signal(str, object)
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.another_button = button("Choose another…", "secondary", "folder-open")
        self.another_button.clicked.connect(self.another_wanted)
        self.sample = SampleTable()
        self.table, self._table = self._choice("Table", "table")
        self.header_row, self._header_row = self._choice("Headers are in", "header_row")
        self.delimiter, self._delimiter = self._choice("Columns are divided by", "delimiter")
        self.encoding, self._encoding = self._choice("Letters are written in", "encoding")
        self._name = ElidedLabel(role="title", mode=Qt.TextElideMode.ElideMiddle)
        self._about = label("", "text2")
        self._line = MessageLine()
        self._known = _Recognised()
        self._build()

    def show_plan(self, name: str, plan: ImportPlan) -> None:
        """Show what was found out about a file."""
        self._name.setText(name)
        self._about.setText(size(plan))
        self._known.show_text(recognised(plan))
        self._line.show_text("\n".join(plan.not_read), "warn")
        self.sample.show_plan(plan)
        self._show_tables(plan)
        self._show_headers(plan)
        self._fill(
            self.delimiter, _with(DELIMITERS, plan.delimiter, delimiter_name), plan.delimiter
        )
        self._fill(self.encoding, _with(ENCODINGS, plan.encoding, encoding_name), plan.encoding)
        self._delimiter.setVisible(bool(plan.delimiter) and not plan.own)
        self._encoding.setVisible(bool(plan.encoding) and not plan.own)

    def show_problem(self, sentence: str) -> None:
        """Say why the file can't be read this way; the choices stay."""
        self._line.show_text(sentence, "danger")

    def text(self) -> str:
        """What is wrong with the file as it was read."""
        return self._line.text()

    def recognised(self) -> str:
        """What is said about which program wrote the file."""
        return self._known.text()

    def focus_content(self) -> None:
        self.another_button.setFocus()

    def _show_tables(self, plan: ImportPlan) -> None:
        names = {each.name: f"{each.name} ({counted(each.rows, 'row')})" for each in plan.tables}
        self._fill(self.table, names, plan.table)
        self._table.setVisible(len(names) > 1)

    def _show_headers(self, plan: ImportPlan) -> None:
        rows = {0: "No row: the table has no headers"}
        last = max(_MOST_HEADER_ROWS, plan.header_row)
        rows |= {number: f"Row {number:,}" for number in range(1, last + 1)}
        self._fill(self.header_row, rows, plan.header_row)
        self._header_row.setVisible(not plan.own)

    def _fill(self, box: QComboBox, texts: Mapping[Any, str], value: Any) -> None:
        if [box.itemData(at) for at in range(box.count())] != list(texts):
            box.clear()
            for each, text in texts.items():
                box.addItem(text, each)
        if value in texts:
            box.setCurrentIndex(list(texts).index(value))

    def _choice(self, text: str, answer: str) -> tuple[QComboBox, Field]:
        box = QComboBox()
        box.setMaxVisibleItems(16)
        box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(10)
        guard_wheel(box)
        box.activated.connect(lambda at: self.corrected.emit(answer, box.itemData(at)))
        return box, Field(text, box)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(self._name, 1)
        head.addWidget(self._about)
        head.addWidget(self.another_button)
        self._fields = QWidget()
        fields = FlowLayout(self._fields, gap=Space.L, line_gap=Space.M)
        for field in (self._table, self._header_row, self._delimiter, self._encoding):
            fields.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._known)
        column.addWidget(self._line)
        column.addWidget(self._fields)
        column.addWidget(label("The file’s first rows", "section"))
        column.addWidget(self.sample, 1)
        column.addStretch(0)
        theme().changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        for field in (self._table, self._header_row, self._delimiter, self._encoding):
            field.setFixedWidth(_EMS * theme().pixels(TextStyle.BODY))


class _Recognised(QFrame):
    """Which program wrote the file; hidden where nobody can tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "accent")
        self._icon = QLabel()
        self._words = label("", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        theme().changed.connect(self._show_icon)
        self._show_icon()

    def show_text(self, text: str) -> None:
        self._words.setText(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._words.text()

    def _show_icon(self) -> None:
        size = theme().metrics.icon
        self._icon.setPixmap(pixmap("badge-check", "accent", size, self.devicePixelRatioF()))


def _with(known: Mapping[str, str], value: str, name: Any) -> dict[str, str]:
    """What is known, and the value in use where it is another."""
    return dict(known) if value in known or not value else {value: name(value), **known}
