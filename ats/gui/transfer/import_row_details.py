"""Everything about one row of a file: what it becomes, what it repeats, which cells could not be
read, its history, and what is kept besides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ats.commands.import_kept_stages import KeptStage, WhyKept
from ats.domain.importing import Match
from ats.domain.words import counted, day, outcome_name, pay_long, stage_kind_name
from ats.exchange.application_columns import DAY_UNKNOWN, Move
from ats.exchange.imports.plan import CellProblem, ImportRow
from ats.gui.controls.buttons import button
from ats.gui.controls.field import MessageLine, label
from ats.gui.theme import Space, TextStyle, theme
from ats.gui.transfer.import_rows import ReviewedRows, Row
from ats.gui.transfer.import_words import told_kept, told_match

_EMS = 21
_MOST = 40  # lines of one kind
_LONGEST = 400  # letters of one value


class RowDetails(QScrollArea):
    """`application_wanted` carries the id of the application a row repeats, `row_wanted` the
    number of the row of the file that it repeats."""

    application_wanted = Signal(int)
    row_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("Details of the row")
        self._today = date.min
        self._column = QVBoxLayout()
        theme().changed.connect(self._measure)
        self._measure()

    def show_row(
        self,
        row: Row | None,
        reviewed: ReviewedRows | None,
        today: date,
        kept: KeptStage | None = None,
    ) -> None:
        """Show a row, or nothing. `kept` is where the application stays that it adds to."""
        self._today = today
        content = QWidget()
        content.setObjectName("plain")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(Space.XS, 0, Space.S, Space.S)
        self._column.setSpacing(Space.S)
        if row is not None and reviewed is not None:
            self._fill(row, reviewed, kept)
        self._column.addStretch(1)
        self.setWidget(content)

    def text(self) -> str:
        """Everything that is shown."""
        return "\n".join(each.text() for each in self.findChildren(QLabel))

    def _fill(self, row: Row, reviewed: ReviewedRows, kept: KeptStage | None) -> None:
        self._add(label(f"Row {row.row:,}", "section"))
        if not isinstance(row, ImportRow):
            self._line(f"Left out. {row.reason}", "danger")
            return
        self._add(label(row.title or "No role title", "subtitle", wrap=True))
        facts = [row.company, *row.locations, pay_long(row.pay)]
        self._words(" · ".join(fact for fact in facts if fact), "text2")
        match = reviewed.match(row)
        if match is not None:
            self._add(self._match(match))
        if kept is not None and kept.why is not WhyKept.SAME:
            self._line(f"{told_kept(kept)}.", "warn" if kept.why.is_for_want_of_a_day else "text2")
        self._cells(reviewed.problems(row))
        self._history(row)
        self._kept("Kept as imported fields", row.imported)
        self._words(row.notes, "text2", "Notes")

    def _match(self, match: Match) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "accent" if match.certain else "warn")
        column = QVBoxLayout(card)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(label(match.reason, "strong", wrap=True))
        column.addWidget(label(told_match(match, self._today), wrap=True))
        foot = QHBoxLayout()
        foot.addWidget(self._opener(match))
        foot.addStretch(1)
        column.addLayout(foot)
        return card

    def _opener(self, match: Match) -> QWidget:
        if match.application_id is not None:
            opener, id = button("Open it", "link"), match.application_id
            opener.clicked.connect(lambda: self.application_wanted.emit(id))
        else:
            number = match.row or 0
            opener = button(f"Go to row {number:,}", "link")
            opener.clicked.connect(lambda: self.row_wanted.emit(number))
        return opener

    def _cells(self, problems: Sequence[CellProblem]) -> None:
        if not problems:
            return
        self._add(label("Not read, kept as it stands", "section"))
        for problem in problems[:_MOST]:
            self._line(f"{problem.column}: {problem.reason}", "warn")

    def _history(self, row: ImportRow) -> None:
        if not row.moves:
            return
        self._add(label(counted(len(row.moves), "move"), "section"))
        for move in row.moves[:_MOST]:
            self._words(self._told(move, row), "text2")

    def _told(self, move: Move, row: ImportRow) -> str:
        dated = move.on is not None and move.note != DAY_UNKNOWN
        on = day(move.on, self._today) if move.on and dated else "No date"
        name = move.stage or stage_kind_name(move.kind or row.stage_kind)
        why = f": {outcome_name(move.outcome)}" if move.outcome else ""
        note = f" ({move.note[:80]})" if move.note and dated else ""
        return f"{on}  {name}{why}{note}"

    def _kept(self, title: str, values: Sequence[tuple[str, str]]) -> None:
        if not values:
            return
        self._add(label(title, "section"))
        for header, value in values[:_MOST]:
            self._words(f"{header}: {value}", "text2")

    def _words(self, text: str, role: str, title: str = "") -> None:
        if not text.strip():
            return
        if title:
            self._add(label(title, "section"))
        shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
        self._add(label(shown, role, wrap=True))

    def _line(self, text: str, role: str) -> None:
        line = MessageLine()
        line.show_text(text, role)
        self._add(line)

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def _measure(self) -> None:
        self.setMaximumWidth(_EMS * theme().pixels(TextStyle.BODY))
