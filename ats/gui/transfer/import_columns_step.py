"""The second step of an import: what each column holds, what can't be told from the file itself,
and the file's own first rows beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ats.exchange.imports.plan import Answers, ImportPlan
from ats.gui.controls.field import MessageLine, label
from ats.gui.theme import Space, TextStyle, theme
from ats.gui.transfer.column_choices import ColumnChoices
from ats.gui.transfer.import_questions import Questions
from ats.gui.transfer.import_sample import SampleTable

_EMS = 24


class ColumnsStep(QWidget):
    """`columns_changed` is sent when the person chose what a column holds."""

    columns_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = ColumnChoices()
        self.questions = Questions()
        self.sample = SampleTable()
        self._line = MessageLine()
        self._asked = label("", "subtitle")
        self._build()
        self.columns.changed.connect(self.columns_changed)
        theme().changed.connect(self._measure)
        self._measure()

    def show_plan(self, plan: ImportPlan, answers: Answers, sentence: str = "") -> None:
        """Show the columns of a plan; `sentence` says why it can't be imported yet."""
        self.columns.show_columns(plan.columns, plan.preset, fixed=plan.own)
        self.questions.show_plan(plan, answers)
        self.sample.show_plan(plan)
        self._line.show_text(sentence, "warn")
        self._side.setVisible(not self.questions.isHidden())
        self._measure()
        asked = self.questions.count
        self._asked.setText("To be sure" if asked else "How it was read")

    def show_problem(self, sentence: str) -> None:
        """Say why the file can't be read with what was chosen."""
        self._line.show_text(sentence, "danger")

    def forget(self) -> None:
        """Another file."""
        self.columns.forget()
        self.questions.forget()

    def text(self) -> str:
        """What keeps the table from being imported."""
        return self._line.text()

    def focus_content(self) -> None:
        self.columns.setFocus()

    def _measure(self) -> None:
        widest = _EMS * theme().pixels(TextStyle.BODY)
        self._side.setMaximumWidth(max(widest, self.questions.minimumSizeHint().width()))

    def _build(self) -> None:
        upper, lower = QWidget(), QWidget()
        first = QHBoxLayout(upper)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(Space.L)
        first.addWidget(self.columns, 3)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(Space.S)
        side.addWidget(self._asked)
        side.addWidget(self.questions, 1)
        first.addWidget(self._side, 2)
        second = QVBoxLayout(lower)
        second.setContentsMargins(0, Space.S, 0, 0)
        second.setSpacing(Space.XS)
        second.addWidget(label("The file’s first rows", "section"))
        second.addWidget(self.sample, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(lower)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes([400, 210])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._line)
        column.addWidget(parts, 1)
