"""What the program can't tell by itself about a file, asked once for all its rows: the order of
dates written in numbers, and words that can mean two things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ats.domain.stage import Outcome, StageKind
from ats.domain.words import counted, day_long
from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.plan import Answers, DateQuestion, ImportPlan, StatusQuestion
from ats.gui.controls.field import label
from ats.gui.theme import Space
from ats.gui.transfer.choices_column import ChoicesColumn, fitting
from ats.gui.transfer.field_names import ORDER_NAMES
from ats.gui.transfer.import_words import NO_MEANING, listed, named_meaning

_AS_BUTTONS = 3  # more choices than this are a list
_AS_TOLD = "As you said."
_AS_WRITTEN = "The file’s own dates show how they are meant."
_LONG_AGO = date.min


class Questions(ChoicesColumn):
    """`order_chosen` carries a DateOrder, `meaning_chosen` a word of the file and what it means:
    the value of a StageKind or Outcome, "" for nothing. A question that was answered stays, to
    be answered otherwise."""

    order_chosen = Signal(object)
    meaning_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates: DateQuestion | None = None
        self._words: dict[str, StatusQuestion] = {}
        self.order: QComboBox | None = None
        self.order_buttons: dict[DateOrder, QRadioButton] = {}
        self.meanings: dict[str, _Meaning] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Questions about the file")

    @property
    def count(self) -> int:
        """How many questions there are."""
        return bool(self._dates) + len(self._words)

    def show_plan(self, plan: ImportPlan, answers: Answers) -> None:
        """Ask what is open about a file, and show what was answered."""
        if plan.date_question is not None:
            self._dates = plan.date_question
        elif answers.date_order is None:
            self._dates = None
        for question in plan.status_questions:
            self._words[question.word] = question
        asked = {question.word for question in plan.status_questions}
        for word in list(self._words):
            if word not in asked and word not in answers.statuses:
                del self._words[word]
        for word, value in answers.statuses.items():
            again = StatusQuestion(word=word, rows=0, meanings=(), assumed=value)
            self._words.setdefault(word, again)
        self._show(plan, answers)

    def forget(self) -> None:
        """Another file."""
        self._dates = None
        self._words = {}

    def _show(self, plan: ImportPlan, answers: Answers) -> None:
        focused = self._focused()
        content = QWidget()
        content.setObjectName("plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XXS, 0, Space.S, Space.S)
        column.setSpacing(Space.M)
        self.order, self.order_buttons, self.meanings = None, {}, {}
        order = answers.date_order or plan.date_order
        if self._dates is not None:
            column.addWidget(self._date_card(self._dates, answers.date_order))
        elif order is not None:
            column.addWidget(self._order_card(order, told=answers.date_order is not None))
        for word, question in self._words.items():
            card = _Meaning(question, answers.statuses.get(word, question.assumed))
            card.chosen.connect(lambda value, word=word: self.meaning_chosen.emit(word, value))
            self.meanings[word] = card
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(content)
        self.setVisible(column.count() > 1)
        self._focus(focused)

    def _date_card(self, question: DateQuestion, answer: DateOrder | None) -> QWidget:
        card, column = _card(f"What day is “{question.example}”?")
        where = f"In {listed(question.columns, 3)}. The answer holds for the whole file."
        column.addWidget(label(where, "caption2", wrap=True))
        group = QButtonGroup(card)
        for order, on in question.readings:
            choice = QRadioButton(f"{day_long(on, _LONG_AGO)}, {_ORDER_SHORT[order]}")
            choice.setChecked(order is (answer or question.assumed))
            choice.clicked.connect(lambda _=False, order=order: self.order_chosen.emit(order))
            group.addButton(choice)
            column.addWidget(choice)
            self.order_buttons[order] = choice
        return card

    def _order_card(self, order: DateOrder, *, told: bool) -> QWidget:
        """How dates were read where the file itself tells, or the person `told` before."""
        card, column = _card("Dates in numbers")
        column.addWidget(label(_AS_TOLD if told else _AS_WRITTEN, "caption2", wrap=True))
        self.order = box = QComboBox()
        box.setAccessibleName("Dates in numbers")
        for each, name in ORDER_NAMES.items():
            box.addItem(name, each)
        box.setCurrentIndex(list(ORDER_NAMES).index(order))
        box.activated.connect(lambda at: self.order_chosen.emit(DateOrder(box.itemData(at))))
        fitting(box)
        column.addWidget(box)
        return card

    def _focused(self) -> tuple[str, Any] | None:
        """Which question has the keyboard."""
        for order, choice in self.order_buttons.items():
            if choice.hasFocus():
                return "order", order
        if self.order is not None and self.order.hasFocus():
            return "order", None
        for word, card in self.meanings.items():
            if card.isAncestorOf(card.window().focusWidget()):
                return "word", word
        return None

    def _focus(self, place: tuple[str, Any] | None) -> None:
        """Give the keyboard back to the question that had it."""
        if place is None:
            return
        kind, which = place
        if kind == "word" and which in self.meanings:
            self.meanings[which].focus_choice()
        elif which in self.order_buttons:
            self.order_buttons[which].setFocus()
        elif self.order is not None:
            self.order.setFocus()


_ORDER_SHORT = {
    DateOrder.DMY: "day first",
    DateOrder.MDY: "month first",
    DateOrder.YMD: "year first",
}


class _Meaning(QFrame):
    """One word of the file: "“Declined” in 4 rows: they said no / you said no"."""

    chosen = Signal(str)

    def __init__(self, question: StatusQuestion, answer: str) -> None:
        super().__init__()
        self.setProperty("surface", "bar")
        self.buttons: dict[str, QRadioButton] = {}
        self.box: QComboBox | None = None
        column = _column(self)
        where = f" in {counted(question.rows, 'row')}" if question.rows else ", as last time"
        column.addWidget(label(f"“{question.word}”{where}", "strong", wrap=True))
        offered = _likely(question)
        if 0 < len(offered) <= _AS_BUTTONS:
            # What holds is always seen as chosen, also what was found under “Something else…”.
            shown = dict.fromkeys((*offered, question.assumed, answer))
            self._add_buttons(column, tuple(shown), answer)
        self._add_box(column, question.word, answer)

    def focus_choice(self) -> None:
        checked = next((each for each in self.buttons.values() if each.isChecked()), None)
        target = checked or self.box
        if target is not None:
            target.setFocus()

    def _add_buttons(self, column: QVBoxLayout, offered: Sequence[str], answer: str) -> None:
        group = QButtonGroup(self)
        for value in offered:
            choice = QRadioButton(named_meaning(value))
            choice.setChecked(value == answer)
            choice.clicked.connect(lambda _=False, value=value: self.chosen.emit(value))
            group.addButton(choice)
            column.addWidget(choice)
            self.buttons[value] = choice

    def _add_box(self, column: QVBoxLayout, word: str, answer: str) -> None:
        """Every meaning there is; beside buttons for what is rarely meant."""
        self.box = box = QComboBox()
        box.setAccessibleName(f"What “{word}” means")
        box.setMaxVisibleItems(16)
        fitting(box)
        if self.buttons:
            box.addItem("Something else…", None)
        else:
            box.addItem(NO_MEANING, "")
        for value in [*(str(kind) for kind in StageKind), *(str(outcome) for outcome in Outcome)]:
            if value not in self.buttons and value != StageKind.CLOSED:
                box.addItem(named_meaning(value), value)
        if self.buttons and "" not in self.buttons:
            box.addItem(NO_MEANING, "")
        at = -1 if answer in self.buttons else box.findData(answer)
        box.setCurrentIndex(max(at, 0))
        box.activated.connect(lambda at: self._take(box.itemData(at)))
        column.addWidget(box)

    def _take(self, value: str | None) -> None:
        if value is not None:
            self.chosen.emit(value)


def _likely(question: StatusQuestion) -> tuple[str, ...]:
    """The meanings that a word has elsewhere, without the stages that are offered besides."""
    for count in range(len(question.meanings)):
        first = question.meanings[:count]
        besides = tuple(str(kind) for kind in StageKind if str(kind) not in first)
        if question.meanings[count:] == besides:
            return first
    return question.meanings


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("surface", "bar")
    column = _column(card)
    column.addWidget(label(title, "strong", wrap=True))
    return card, column


def _column(card: QFrame) -> QVBoxLayout:
    column = QVBoxLayout(card)
    column.setContentsMargins(Space.M, Space.S + Space.XXS, Space.M, Space.S + Space.XXS)
    column.setSpacing(Space.XS)
    return column


def answered(answers: Answers, word: str, value: str) -> Mapping[str, str]:
    """The meanings of words with one more."""
    return {**answers.statuses, word: value}
