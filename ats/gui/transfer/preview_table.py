"""The rows of a file as the applications they will become, and what becomes of each row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ats.domain.words import pay_short
from ats.exchange.imports.plan import ImportPlan, ImportRow
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon
from ats.gui.record_model import Column, RecordTableModel
from ats.gui.theme import Space, theme
from ats.gui.tooltips import plain
from ats.gui.transfer.import_preview import TRACKED, PreviewRow, preview_rows

SHOWN_AT_MOST = 500
_WIDTHS = (52, 200, 180, 140, 130, 104, 90)


class PreviewTable(QTableView):
    """The first rows, or only those that want a look. Read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PreviewRow] = []
        self._only_doubtful = False
        self.rows = RecordTableModel(_columns(), self)
        self.setModel(self.rows)
        self.setProperty("framed", "true")
        self.setAccessibleName("Preview of the applications")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        theme().changed.connect(self._measure)
        self._measure()

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show what a plan brings, or nothing."""
        self._rows = preview_rows(plan) if plan is not None else []
        self._show()

    def show_only_doubtful(self, only: bool) -> None:
        """Show only the rows that want a look, or all."""
        self._only_doubtful = only
        self._show()

    def doubtful_count(self) -> int:
        return sum(row.doubtful for row in self._rows)

    def hidden_count(self) -> int:
        """How many rows there are beyond those shown."""
        return max(0, len(self._wanted()) - SHOWN_AT_MOST)

    def _wanted(self) -> list[PreviewRow]:
        return [row for row in self._rows if row.doubtful or not self._only_doubtful]

    def _show(self) -> None:
        self.rows.show(self._wanted()[:SHOWN_AT_MOST])

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme().metrics.dense_row + Space.XS)
        grow = theme().metrics.control / 32
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, round(width * grow))


def _columns() -> list[Column]:
    return [
        Column("Row", lambda row: str(row.id), right=True),
        Column("State", lambda row: row.state, tooltip=_whole_story, decoration=_sign),
        Column("Role", lambda row: row.row.title if row.row else ""),
        Column("Company", lambda row: row.row.company if row.row else ""),
        Column("Stage", lambda row: _stage(row.row), decoration=_glyph),
        Column("Applied", lambda row: _applied(row.row), right=True),
        Column("Pay", lambda row: pay_short(row.row.pay) if row.row else ""),
    ]


def _stage(row: ImportRow | None) -> str:
    return (row.stage or row.stage_kind.capitalize()) if row else ""


def _glyph(row: PreviewRow) -> object:
    return stage_icon(row.row.stage_kind, row.row.outcome) if row.row else None


def _applied(row: ImportRow | None) -> str:
    return row.applied_on.isoformat() if row and row.applied_on else ""


def _whole_story(row: PreviewRow) -> str:
    """The state, and what is kept besides."""
    kept = row.row.imported if row.row else ()
    lines = [row.state, *(f"{header}: {value[:200]}" for header, value in kept)]
    return plain("\n".join(lines))


def _sign(row: PreviewRow) -> object:
    if row.doubtful:
        return icon("circle-alert", "warn")
    return icon("copy", "muted") if row.state == TRACKED else icon("check", "ok")
