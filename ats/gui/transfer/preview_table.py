"""The rows of a file as the applications they will become, and what becomes of each row. A model
over all of them: a hundred thousand rows scroll like ten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QTableView, QWidget

from ats.commands.import_kept_stages import KeptStage
from ats.domain.importing import Handling
from ats.domain.words import day, pay_short, stage_kind_name
from ats.exchange.imports.plan import ImportRow
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon
from ats.gui.theme import TextStyle, theme
from ats.gui.tooltips import plain
from ats.gui.transfer.choice_delegate import ChoiceDelegate, ChoiceKeys, Option
from ats.gui.transfer.import_rows import Decisions, ReviewedRows, Row, State
from ats.gui.transfer.import_words import HANDLINGS, told_kept, told_stage
from ats.gui.transfer.whole_rows import show_whole_rows

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_Role = Qt.ItemDataRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SIGNS = {
    State.READY: ("check", "ok"),
    State.TRACKED: ("copy", "text2"),
    State.LIKELY: ("copy", "warn"),
    State.DOUBTFUL: ("circle-alert", "warn"),
    State.LEFT_OUT: ("x", "danger"),
}
_OPTIONS = (tuple(HANDLINGS.items()),)


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    width: int
    text: Callable[[ImportRow, date], str]
    right: bool = False


def _applied(row: ImportRow, today: date) -> str:
    return day(row.applied_on, today) if row.applied_on else ""


_COLUMNS = (
    _Column("Row", 52, lambda row, today: f"{row.row:,}", right=True),
    _Column("State", 152, lambda row, today: ""),
    _Column("What happens", 148, lambda row, today: ""),
    _Column("Role", 166, lambda row, today: row.title),
    _Column("Company", 124, lambda row, today: row.company),
    _Column("Stage", 184, lambda row, today: row.stage or stage_kind_name(row.stage_kind)),
    _Column("Applied", 96, _applied, right=True),
    _Column("Pay", 86, lambda row, today: pay_short(row.pay)),
)
ROW, STATE, HAPPENS, ROLE, COMPANY, STAGE, APPLIED, PAY = range(len(_COLUMNS))


class RowsModel(QAbstractTableModel):
    """`decided` carries the number of a row that repeats an application, when the person decided
    about it."""

    decided = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviewed: ReviewedRows | None = None
        self._decisions = Decisions()
        self._kept: Mapping[int, KeptStage] = {}
        self._shown: Sequence[Row] = ()
        self._today = date.min

    def show(
        self,
        reviewed: ReviewedRows | None,
        decisions: Decisions,
        states: Sequence[State],
        today: date,
        kept: Mapping[int, KeptStage],
    ) -> None:
        """Show the rows in one of `states`; without any, all. `kept` says, by the number of a
        row, where the application stays that it adds to."""
        self.beginResetModel()
        self._kept = kept
        self._reviewed, self._decisions, self._today = reviewed, decisions, today
        self._shown = reviewed.of_states(states) if reviewed else ()
        self.endResetModel()

    def refresh(self, kept: Mapping[int, KeptStage]) -> None:
        """What becomes of rows was decided otherwise."""
        self._kept = kept
        last = self.index(self.rowCount() - 1, STAGE)
        self.dataChanged.emit(self.index(0, HAPPENS), last)

    def row(self, at: int) -> Row | None:
        """The row of the file in a line of the table."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def line_of(self, number: int) -> int | None:
        """The line that shows a row of the file."""
        return next((at for at, row in enumerate(self._shown) if row.row == number), None)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_COLUMNS):
            return None
        if role == _Role.TextAlignmentRole:
            return _RIGHT if _COLUMNS[section].right else _LEFT
        return _COLUMNS[section].title if role == _Role.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> Any:
        row, at = self._shown[index.row()], index.column()
        if role == _Role.DisplayRole:
            return self.text(row, at)
        if role == _Role.DecorationRole:
            return self._sign(row, at)
        if role == _Role.TextAlignmentRole:
            return _RIGHT if _COLUMNS[at].right else None
        if role == _Role.FontRole:
            return theme().font(TextStyle.BODY, figures=True) if _COLUMNS[at].right else None
        if role == _Role.ToolTipRole:
            return plain(self._tip(row, at))
        if role == _Role.ForegroundRole:
            return None if at in (ROLE, COMPANY, STATE) else theme().colour("text2")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_open(index) else flags

    def setData(self, index: Index, value: Any, role: int = 0) -> bool:
        """Decide about one row that repeats an application."""
        number = self._shown[index.row()].row
        self._decisions.single[number] = Handling(value)
        self.dataChanged.emit(index, index)
        self.decided.emit(number)
        return True

    def is_open(self, index: Index) -> bool:
        """Whether something can be decided in a cell."""
        if not index.isValid() or index.column() != HAPPENS or self._reviewed is None:
            return False
        return self._reviewed.match(self._shown[index.row()]) is not None

    def text(self, row: Row, at: int) -> str:
        """What a cell says."""
        assert self._reviewed is not None
        if at == STATE:
            return self._reviewed.told(row)
        if at == HAPPENS:
            return self._happens(row)
        if at == STAGE and row.row in self._kept:
            return told_stage(self._kept[row.row])
        if isinstance(row, ImportRow):
            return _COLUMNS[at].text(row, self._today)
        return f"{row.row:,}" if at == ROW else ""

    def _tip(self, row: Row, at: int) -> str:
        kept = self._kept.get(row.row) if at == STAGE else None
        return told_kept(kept) if kept is not None else self.text(row, at)

    def _happens(self, row: Row) -> str:
        assert self._reviewed is not None
        if not isinstance(row, ImportRow):
            return State.LEFT_OUT
        match = self._reviewed.match(row)
        return HANDLINGS[self._decisions.of(match, row.row)] if match else "Created"

    def _sign(self, row: Row, at: int) -> Any:
        assert self._reviewed is not None
        if at == STATE:
            return icon(*_SIGNS[self._reviewed.state(row)])
        if at == STAGE and (kept := self._kept.get(row.row)) is not None:
            return stage_icon(kept.kind, kept.outcome)
        if at == STAGE and isinstance(row, ImportRow):
            return stage_icon(row.stage_kind, row.outcome)
        return None


class PreviewTable(QTableView):
    """`current_changed` follows the row that is looked at; `decided` carries the number of one
    that was decided about."""

    current_changed = Signal()
    decided = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.choice = ChoiceDelegate(self._options, self._name, self)
        self.setItemDelegateForColumn(HAPPENS, self.choice)
        self.keys = ChoiceKeys(self, HAPPENS)
        show_whole_rows(self, "Rows of the file")
        self.rows.decided.connect(self.decided)
        self.selectionModel().currentChanged.connect(self._moved)
        theme().changed.connect(self._measure)
        self._measure()

    def show_rows(
        self,
        reviewed: ReviewedRows | None,
        decisions: Decisions,
        states: Sequence[State],
        today: date,
        kept: Mapping[int, KeptStage],
    ) -> None:
        """Show the rows in one of `states`, or all; the row that is looked at stays so where it
        is among them."""
        current = self.current_row()
        self.rows.show(reviewed, decisions, states, today, kept)
        self.setColumnHidden(HAPPENS, reviewed is None or not reviewed.plan.matches)
        at = self.rows.line_of(current.row) if current is not None else None
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(at or 0, STATE))
        self.current_changed.emit()

    def current_row(self) -> Row | None:
        """The row that is looked at."""
        return self.rows.row(self.currentIndex().row())

    def go_to(self, number: int) -> bool:
        """Look at a row of the file; whether it is shown."""
        at = self.rows.line_of(number)
        if at is None:
            return False
        self.setCurrentIndex(self.rows.index(at, STATE))
        return True

    def _moved(self) -> None:
        self.current_changed.emit()

    def _options(self, index: Index) -> Sequence[Sequence[Option]]:
        return _OPTIONS if self.rows.is_open(index) else ()

    def _name(self, index: Index) -> str:
        row = self.rows.row(index.row())
        return f"What happens with row {row.row}" if row is not None else "What happens"

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().metrics.row)
        grow = theme().metrics.control / 32
        for at, column in enumerate(_COLUMNS):
            self.setColumnWidth(at, round(column.width * grow))
        widest = max(self.choice.width_of(text, self.font()) for text in HANDLINGS.values())
        self.setColumnWidth(HAPPENS, max(self.columnWidth(HAPPENS), widest))
