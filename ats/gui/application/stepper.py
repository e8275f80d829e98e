"""The stages an application went through, with their dates, as one line of steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import day, outcome_name
from ats.gui.application.layout import grown
from ats.gui.controls.glyphs import paint_stage
from ats.gui.theme import TextStyle, theme
from ats.gui.tooltips import plain
from ats.store.queries.application import ApplicationDetail

_PITCH, _LEAST_PITCH = 122, 84
_GAP = 6
_BAR = 3
_GLYPH = 15


@dataclass(frozen=True, slots=True)
class Step:
    """`caption` is a date, or why there is none."""

    name: str
    kind: StageKind
    outcome: Outcome | None
    caption: str
    reached: bool
    present: bool


def steps(detail: ApplicationDetail, stages: Sequence[Stage], today: date) -> list[Step]:
    """The open stages in pipeline order, and the closed one where the application is closed.
    A stage's date is when it was last entered."""
    entered = {
        event.event.stage_id: event.event.on
        for event in detail.events
        if event.event.stage_id is not None
    }
    row = detail.row
    found = []
    for stage in stages:
        present = stage.id == row.stage_id
        if stage.kind is StageKind.CLOSED and not present:
            continue
        on = entered.get(stage.id)
        ahead = stage.position > row.stage_position
        found.append(
            Step(
                name=outcome_name(row.outcome) if present and row.outcome else stage.name,
                kind=stage.kind,
                outcome=row.outcome if present else None,
                caption=day(on, today) if on else _dateless(present=present, ahead=ahead),
                reached=on is not None or present,
                present=present,
            )
        )
    return found


def _dateless(*, present: bool, ahead: bool) -> str:
    if present:
        return "Now"
    return "Not yet" if ahead else "Skipped"


class Stepper(QWidget):
    """Read only: the stage button moves the application."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[Step] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_steps(self, shown: Sequence[Step]) -> None:
        self._steps = list(shown)
        spoken = ", ".join(
            f"{step.name} {step.caption}{', now' if step.present else ''}" for step in shown
        )
        self.setAccessibleName(f"Stages: {spoken}")
        self.setToolTip(plain(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = QFontMetrics(theme().font(TextStyle.BODY)).height() * 2
        return QSize(len(self._steps) * grown(_PITCH), _BAR + 9 + lines)

    def minimumSizeHint(self) -> QSize:
        return QSize(len(self._steps) * grown(_LEAST_PITCH), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = min(grown(_PITCH), self.width() / max(1, len(self._steps)))
        for at, step in enumerate(self._steps):
            left = at * pitch
            if self.isRightToLeft():
                left = self.width() - (at + 1) * pitch
            self._paint_step(painter, QRectF(left, 0, pitch - _GAP, self.height()), step)
        painter.end()

    def _paint_step(self, painter: QPainter, area: QRectF, step: Step) -> None:
        self._paint_bar(painter, area, step)
        font = theme().font(TextStyle.STRONG if step.present else TextStyle.MEDIUM)
        line = QFontMetrics(font).height()
        top = area.top() + _BAR + 8
        size = grown(_GLYPH)
        glyph = QRectF(area.left(), top + (line - size) / 2, size, size)
        paint_stage(painter, glyph, step.kind, step.outcome, reached=step.reached)
        text = area.adjusted(size + 7, 0, 0, 0)
        role = "text" if step.present else "text2" if step.reached else "muted"
        self._write(painter, text, top, step.name, font, role)
        caption = theme().font(TextStyle.CAPTION, figures=True)
        role = "text2" if step.reached else "muted"
        self._write(painter, text, top + line, step.caption, caption, role)

    def _paint_bar(self, painter: QPainter, area: QRectF, step: Step) -> None:
        role = step.kind.value if step.present else "control_border" if step.reached else "border"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(role))
        painter.drawRoundedRect(QRectF(area.left(), 0, area.width(), _BAR), 1.5, 1.5)

    def _write(
        self, painter: QPainter, area: QRectF, top: float, text: str, font: QFont, role: str
    ) -> None:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.setFont(font)
        painter.setPen(theme().colour(role))
        painter.drawText(QPointF(area.left(), top + metrics.ascent()), shown)
