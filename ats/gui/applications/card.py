"""Paints a card of the board. Measures and shortened texts are kept, because a column may hold a
thousand cards and only what is on screen is ever laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from ats.domain.overview import ApplicationRow
from ats.domain.stage import StageKind
from ats.domain.words import pay_short
from ats.gui.applications import card_text
from ats.gui.applications.card_text import Due
from ats.gui.applications.glyph_pictures import stage_picture, to_assess_picture
from ats.gui.controls.glyphs import paint_ticks, ticks_width
from ats.gui.icons import pixmap
from ats.gui.theme import Radius, Space, TextStyle, theme

GAP = Space.S + 1
"""Between two cards; the last pixel holds the shadow."""

_PAD = 10
_LINE_GAP = 4
_FIGURES_GAP = 9
_RULE_GAP = 8
_FOOT_GAP = 16
_GLYPH_GAP = 6
_TICKS_GAP = 8
_MOST_SQUEEZE = 0.6  # ticks narrower than this part of their width are left out
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card is to look: `focused` is the keyboard's place in the focused list."""

    selected: bool = False
    focused: bool = False
    hovered: bool = False


@dataclass(frozen=True, slots=True)
class FittedCard:
    """A row's texts as they fit one width. `ticks` is how much the ticks are squeezed, 0 where
    they are left out."""

    row: ApplicationRow
    width: int
    title: tuple[str, ...]
    where: str
    ticks: float
    coverage: str
    pay: str
    foot: str
    due: Due
    due_width: int


class CardPainter:
    """Heights and paint of cards for one theme; call `forget` when the theme changes."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self.forget()

    def forget(self) -> None:
        """Measure afresh: fonts or colours are others now, or the day is another."""
        self._strong = theme().font(TextStyle.STRONG)
        self._small = theme().font(TextStyle.CAPTION, figures=True)
        self._medium = QFont(self._small)
        self._medium.setWeight(QFont.Weight.Medium)
        self._bold = theme().font(TextStyle.CAPTION_STRONG, figures=True)
        self._title_line = QFontMetrics(self._strong).height()
        self._small_line = QFontMetrics(self._small).height()
        self._icon = theme().metrics.icon
        self._titles: dict[str, float] = {}
        self._texts: dict[int, FittedCard] = {}

    def height(self, row: ApplicationRow, width: int) -> int:
        """The height of a card of this width, without the gap beneath; cheap enough to ask
        for every card of a column."""
        lines = 2 if self._title_width(card_text.role(row)) > width - 2 * _PAD else 1
        height = 2 * _PAD + 2 + lines * self._title_line
        if row.company or row.locations or row.work_mode:
            height += _LINE_GAP + self._small_line
        if self._has_figures(row):
            height += _FIGURES_GAP + self._line()
        if self._has_foot(row):
            height += _FOOT_GAP + self._line()
        return height

    def paint(
        self, painter: QPainter, card: QRect, row: ApplicationRow, state: CardState, ratio: float
    ) -> None:
        """Paint a card into `card`; `ratio` is the screen's device pixel ratio."""
        texts = self._texts_of(row, card.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, state)
        area = card.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        top = self._paint_head(painter, area, texts)
        if self._has_figures(row):
            line = QRect(area.left(), top + _FIGURES_GAP, area.width(), self._line())
            self._paint_figures(painter, line, texts, ratio)
            top = line.bottom() + 1
        if self._has_foot(row):
            self._paint_rule(painter, area, top + _RULE_GAP - 1)
            line = QRect(area.left(), top + _FOOT_GAP, area.width(), self._line())
            self._paint_foot(painter, line, texts, ratio)

    def _line(self) -> int:
        return max(self._small_line, self._icon)

    def _has_figures(self, row: ApplicationRow) -> bool:
        return bool(row.coverage.total or row.pay)

    def _has_foot(self, row: ApplicationRow) -> bool:
        if row.stage_kind is StageKind.CLOSED:
            return True
        saved = row.stage_kind is StageKind.SAVED and row.deadline is not None
        return row.next_action is not None or saved

    def _title_width(self, title: str) -> float:
        width = self._titles.get(title)
        if width is None:
            width = QFontMetricsF(self._strong).horizontalAdvance(title)
            self._titles[title] = width
        return width

    def _texts_of(self, row: ApplicationRow, width: int) -> FittedCard:
        kept = self._texts.get(row.id)
        if kept is None or kept.width != width or (kept.row is not row and kept.row != row):
            kept = self.fit(row, width)
            self._texts[row.id] = kept
        return kept

    def fit(self, row: ApplicationRow, width: int) -> FittedCard:
        """Shorten everything to the inner width of a card."""
        inner = width - 2 * _PAD
        small, today = QFontMetrics(self._small), self._today()
        due = card_text.due(row, today)
        due_width = QFontMetrics(self._bold if due.strong else self._medium).horizontalAdvance(
            due.text
        )
        beside = self._icon + _GLYPH_GAP + (due_width + Space.M if due.text else 0)
        medium = QFontMetrics(self._medium)
        pay = medium.elidedText(pay_short(row.pay), _ELIDE, inner)
        room = inner - medium.horizontalAdvance(pay) - (Space.S if pay else 0)
        ticks, coverage = self._fit_coverage(row, room)
        return FittedCard(
            row=row,
            width=width,
            title=_two_lines(card_text.role(row), self._strong, inner),
            where=small.elidedText(card_text.where(row), _ELIDE, inner),
            ticks=ticks,
            coverage=coverage,
            pay=pay,
            foot=small.elidedText(card_text.foot(row, today), _ELIDE, max(0, inner - beside)),
            due=due,
            due_width=due_width,
        )

    def _fit_coverage(self, row: ApplicationRow, room: int) -> tuple[float, str]:
        """How much to squeeze the ticks (0 leaves them out), and the words beside them."""
        text = card_text.coverage(row)
        if not row.coverage.assessed:
            beside = room - self._icon - _GLYPH_GAP
            return 0.0, QFontMetrics(self._small).elidedText(text, _ELIDE, beside)
        beside = room - _TICKS_GAP - QFontMetrics(self._medium).horizontalAdvance(text)
        squeeze = min(1.0, beside / ticks_width(row.coverage))
        return (squeeze if squeeze >= _MOST_SQUEEZE else 0.0), text

    def _paint_ground(self, painter: QPainter, card: QRect, state: CardState) -> None:
        frame = QRectF(card)
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(theme().colour("border"))
        painter.setBrush(shadow)
        painter.drawRoundedRect(frame.translated(0, 1), Radius.CARD, Radius.CARD)
        ground, line, thickness = "raised", "border", 1.0
        if state.hovered:
            line = "control_border"
        if state.selected:
            ground, line = "accent_soft", "accent"
        if state.focused:
            line, thickness = "accent", 2.0
        inset = thickness / 2
        painter.setPen(QPen(theme().colour(line), thickness))
        painter.setBrush(theme().colour(ground))
        radius = Radius.CARD - inset
        painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_head(self, painter: QPainter, area: QRect, texts: FittedCard) -> int:
        """The role and where it is; returns the y beneath."""
        painter.setFont(self._strong)
        painter.setPen(theme().colour("text" if texts.row.title else "text2"))
        top = area.top()
        for line in texts.title:
            painter.drawText(QRect(area.left(), top, area.width(), self._title_line), _LEFT, line)
            top += self._title_line
        if texts.where:
            top += _LINE_GAP
            painter.setFont(self._small)
            painter.setPen(theme().colour("text2"))
            spot = QRect(area.left(), top, area.width(), self._small_line)
            painter.drawText(spot, _LEFT, texts.where)
            top += self._small_line
        return top

    def _paint_figures(
        self, painter: QPainter, line: QRect, texts: FittedCard, ratio: float
    ) -> None:
        coverage = texts.row.coverage
        painter.setPen(theme().colour("text2"))
        painter.setFont(self._medium)
        painter.drawText(line, _RIGHT, texts.pay)
        if not coverage.total:
            return
        beside = 0
        if coverage.assessed and texts.ticks:
            painter.save()
            painter.translate(line.left(), line.top())
            painter.scale(texts.ticks, 1)
            paint_ticks(painter, QRectF(0, 0, line.width(), line.height()), coverage)
            painter.restore()
            beside = round(ticks_width(coverage) * texts.ticks) + _TICKS_GAP
        elif not coverage.assessed:
            painter.setFont(self._small)
            picture = to_assess_picture(self._icon, ratio)
            painter.drawPixmap(_glyph_spot(line, self._icon).topLeft(), picture)
            beside = self._icon + _GLYPH_GAP
        painter.setPen(theme().colour("text2"))
        painter.drawText(line.adjusted(beside, 0, 0, 0), _LEFT, texts.coverage)

    def _paint_rule(self, painter: QPainter, area: QRect, y: int) -> None:
        painter.fillRect(QRect(area.left(), y, area.width(), 1), theme().colour("border"))

    def _paint_foot(self, painter: QPainter, line: QRect, texts: FittedCard, ratio: float) -> None:
        spot, due = _glyph_spot(line, self._icon), texts.due
        row = texts.row
        if row.stage_kind is StageKind.CLOSED:
            picture = stage_picture(row.stage_kind, row.outcome, self._icon, ratio)
        else:
            picture = pixmap(due.icon, due.tone, self._icon, ratio)
        painter.drawPixmap(spot.topLeft(), picture)
        painter.setFont(self._small)
        painter.setPen(theme().colour("text"))
        beside = line.adjusted(self._icon + _GLYPH_GAP, 0, 0, 0)
        painter.drawText(beside, _LEFT, texts.foot)
        if due.text:
            painter.setFont(self._bold if due.strong else self._medium)
            painter.setPen(theme().colour(due.tone))
            painter.drawText(line, _RIGHT, due.text)


def _glyph_spot(line: QRect, size: int) -> QRect:
    top = line.top() + (line.height() - size + 1) // 2
    return QRect(QPoint(line.left(), top), QPoint(line.left() + size - 1, top + size - 1))


def _two_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """The text in at most two lines, the second one shortened."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    end = line.textLength()
    first, rest = text[:end].rstrip(), text[end:].lstrip()
    if not rest:
        return (first,)
    return (first, QFontMetrics(font).elidedText(rest, _ELIDE, width))
