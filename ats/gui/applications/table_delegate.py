"""Paints the cells of the table: glyphs for stage and coverage, weight for what is due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ats.domain.overview import ApplicationRow
from ats.domain.stage import Outcome, StageKind
from ats.gui.applications import card_text
from ats.gui.applications.fitted_text import FittedTexts
from ats.gui.applications.glyph_pictures import stage_picture, to_assess_picture
from ats.gui.applications.table_columns import COLUMNS, KEYS, TableColumn
from ats.gui.applications.table_model import ApplicationTableModel
from ats.gui.controls.glyphs import paint_ticks, ticks_width
from ats.gui.icons import pixmap
from ats.gui.theme import TextStyle, theme

Index = QModelIndex | QPersistentModelIndex
_SIDE = 8
_GLYPH_GAP = 8
_SELECTED = QStyle.StateFlag.State_Selected.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_SUGGESTED = {"company": "company", "source": "source"}
_BODY, _FIGURES, _MEDIUM, _BOLD = range(4)
_STAGE, _COVERAGE, _DUE, _OUTCOME = (
    KEYS.index(key) for key in ("stage", "coverage", "due", "outcome")
)
_LEADING = {"title", "company"}


class TableDelegate(QStyledItemDelegate):
    """`suggestions` gives the texts in use for "company" and "source"; `covered` says whether
    another view paints the first column of a given one."""

    def __init__(
        self,
        model: ApplicationTableModel,
        today: Callable[[], date],
        suggestions: Callable[[str], Sequence[str]],
        covered: Callable[[QWidget], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._today, self._suggestions = model, today, suggestions
        self._covered = covered
        self.forget()

    def forget(self) -> None:
        """Take the fonts of the theme again."""
        body, figures = theme().font(TextStyle.BODY), theme().font(TextStyle.BODY, figures=True)
        bold = theme().font(TextStyle.STRONG, figures=True)
        medium: QFont = theme().font(TextStyle.MEDIUM)
        self._texts = FittedTexts((body, figures, medium, bold))
        self._icon = theme().metrics.icon

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme().metrics.dense_row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        at = index.column()
        if at == 0 and self._covered(option.widget):
            return
        place: QRect = option.rect
        state = option.state.value
        if state & _SELECTED:
            painter.fillRect(place, theme().colour("accent_soft"))
        left, bottom, width = place.left(), place.bottom(), place.width()
        painter.fillRect(left, bottom, width, 1, theme().colour("border"))
        row: ApplicationRow = self._model.record(index.row())
        area = QRect(left + _SIDE, place.top(), width - 2 * _SIDE, place.height() - 1)
        self._paint_cell(painter, area, row, at, option)
        if state & _FOCUSED:
            _paint_focus(painter, place)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = COLUMNS[index.column()]
        line = QLineEdit(parent)
        line.setAccessibleName(column.title)
        if column.key in _SUGGESTED:
            completer = QCompleter(list(self._suggestions(_SUGGESTED[column.key])), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line

    def _paint_cell(
        self,
        painter: QPainter,
        area: QRect,
        row: ApplicationRow,
        at: int,
        option: QStyleOptionViewItem,
    ) -> None:
        column = COLUMNS[at]
        text = column.text(row, self._today())
        if not text:
            return
        if at == _STAGE:
            self._paint_stage(painter, area, row.stage_kind, row.outcome, option)
            self._text(painter, self._beside(area), text)
        elif at == _COVERAGE:
            self._paint_coverage(painter, area, row, text, option)
        elif at == _DUE:
            self._paint_due(painter, area, row, option)
        elif at == _OUTCOME:
            self._paint_stage(painter, area, StageKind.CLOSED, row.outcome, option)
            self._text(painter, self._beside(area), text)
        else:
            self._paint_plain(painter, area, column, text)

    def _paint_plain(self, painter: QPainter, area: QRect, column: TableColumn, text: str) -> None:
        if column.right:
            self._text(painter, area, text, _FIGURES, right=True)
            return
        font = _MEDIUM if column.key == "title" else _BODY
        self._text(painter, area, text, font, "text" if column.key in _LEADING else "text2")

    def _paint_stage(
        self,
        painter: QPainter,
        area: QRect,
        kind: StageKind,
        outcome: Outcome | None,
        option: QStyleOptionViewItem,
    ) -> None:
        picture = stage_picture(kind, outcome, self._icon, option.widget.devicePixelRatioF())
        painter.drawPixmap(self._spot(area).topLeft(), picture)

    def _paint_coverage(
        self,
        painter: QPainter,
        area: QRect,
        row: ApplicationRow,
        text: str,
        option: QStyleOptionViewItem,
    ) -> None:
        coverage = row.coverage
        if coverage.assessed:
            paint_ticks(painter, QRectF(area), coverage)
            beside = area.adjusted(round(ticks_width(coverage)) + _GLYPH_GAP, 0, 0, 0)
        else:
            picture = to_assess_picture(self._icon, option.widget.devicePixelRatioF())
            painter.drawPixmap(self._spot(area).topLeft(), picture)
            beside = self._beside(area)
        self._text(painter, beside, text, _FIGURES)

    def _paint_due(
        self, painter: QPainter, area: QRect, row: ApplicationRow, option: QStyleOptionViewItem
    ) -> None:
        due = card_text.due(row, self._today())
        picture = pixmap(due.icon, due.tone, self._icon, option.widget.devicePixelRatioF())
        painter.drawPixmap(self._spot(area).topLeft(), picture)
        font = _BOLD if due.strong else _FIGURES
        self._text(painter, self._beside(area), due.text, font, due.tone)

    def _spot(self, area: QRect) -> QRectF:
        top = area.top() + (area.height() - self._icon + 1) // 2
        return QRectF(area.left(), top, self._icon, self._icon)

    def _beside(self, area: QRect) -> QRect:
        return area.adjusted(self._icon + _GLYPH_GAP, 0, 0, 0)

    def _text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        font: int = _BODY,
        role: str = "text2",
        *,
        right: bool = False,
    ) -> None:
        painter.setPen(theme().colour(role))
        self._texts.draw(painter, area, text, font, right=right)


def _paint_focus(painter: QPainter, place: QRect) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 4, 4)
    painter.restore()
