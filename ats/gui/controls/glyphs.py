"""Small drawings that repeat in shape what a colour says: stages, requirement statuses and
coverage. Paint functions for delegates, icons for buttons and menus, widgets for pages."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.domain.posting import Coverage, RequirementStatus
from ats.domain.stage import Outcome, StageKind
from ats.domain.words import outcome_name, stage_kind_name, status_name
from ats.gui.icons import painted_icon
from ats.gui.theme import theme

_TICKS_WIDTH = 64.0
_TICK_HEIGHT = 8.0
_MOST_TICKS = 16  # above this, three proportional parts instead of single ticks
_MOST_SEGMENTS = 40

# How much of the ring's inside is filled, clockwise from the top, in quarters.
_QUARTERS = {StageKind.APPLIED: 1, StageKind.SCREENING: 2, StageKind.INTERVIEWING: 3}

_STATUS_ROLES = {
    RequirementStatus.STRONG: "ok",
    RequirementStatus.PARTIAL: "info",
    RequirementStatus.GAP: "warn",
    RequirementStatus.TO_ASSESS: "text2",
}


def paint_stage(
    painter: QPainter,
    rect: QRectF,
    kind: StageKind,
    outcome: Outcome | None = None,
    *,
    reached: bool = True,
) -> None:
    """Paint the glyph of a stage into the square `rect` (16 px is the design size).

    A closed stage's disc carries its outcome; a stage not reached is a plain muted ring."""
    colour = theme().colour(kind.value if reached else "muted")
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not reached:
            _ring(painter, rect, colour)
        elif kind is StageKind.SAVED:
            _dashed_ring(painter, rect, colour)
        elif kind is StageKind.OFFER:
            _disc(painter, rect, colour)
        elif kind is StageKind.CLOSED:
            _disc(painter, rect, colour)
            _outcome_mark(painter, rect, outcome)
        else:
            _ring(painter, rect, colour)
            _pie(painter, rect, colour, _QUARTERS[kind])
    finally:
        painter.restore()


def paint_requirement(painter: QPainter, rect: QRectF, status: RequirementStatus) -> None:
    """Paint the glyph of a requirement's status into the square `rect`."""
    colour = theme().colour(_STATUS_ROLES[status])
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if status is RequirementStatus.STRONG:
            _disc(painter, rect, colour)
            _mark(painter, rect, [(0.29, 0.52), (0.44, 0.66), (0.71, 0.36)])
        elif status is RequirementStatus.PARTIAL:
            _ring(painter, rect, colour)
            _pie(painter, rect, colour, 2)
        elif status is RequirementStatus.GAP:
            _ring(painter, rect, colour)
            _mark(painter, rect, [(0.31, 0.5), (0.69, 0.5)], colour)
        else:
            _dashed_ring(painter, rect, colour)
    finally:
        painter.restore()


def ticks_width(coverage: Coverage) -> float:
    """How wide `paint_ticks` paints, in device-independent pixels."""
    total = coverage.total
    return min(_TICKS_WIDTH, total * _tick_pitch(total)) if total else 0.0


def paint_ticks(painter: QPainter, rect: QRectF, coverage: Coverage) -> None:
    """Paint one small tick per requirement, left in `rect` and centred in its height."""
    if not coverage.total:
        return
    top = rect.center().y() - _TICK_HEIGHT / 2
    area = QRectF(rect.left(), top, ticks_width(coverage), _TICK_HEIGHT)
    gap = 2.5 if coverage.total <= 9 else 1.5
    _paint_parts(painter, area, _parts(coverage, _MOST_TICKS), gap, 1.5)


def paint_coverage_bar(painter: QPainter, rect: QRectF, coverage: Coverage) -> None:
    """Paint the wide bar: one segment per requirement over the whole of `rect`."""
    if coverage.total:
        _paint_parts(painter, rect, _parts(coverage, _MOST_SEGMENTS), 2.0, 2.0)


@cache
def stage_icon(kind: StageKind, outcome: Outcome | None = None) -> QIcon:
    """The glyph of a stage as an icon, for buttons and menus."""
    return painted_icon(lambda painter, rect: paint_stage(painter, rect, kind, outcome))


@cache
def requirement_icon(status: RequirementStatus) -> QIcon:
    """The glyph of a requirement's status as an icon, for buttons and menus."""
    return painted_icon(lambda painter, rect: paint_requirement(painter, rect, status))


class _Glyph(QWidget):
    """A square that paints one glyph and repaints when the theme changes."""

    def __init__(self, size: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)


class StageGlyph(_Glyph):
    def __init__(
        self, kind: StageKind = StageKind.SAVED, size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(size, parent)
        self.show_stage(kind)

    def show_stage(
        self, kind: StageKind, outcome: Outcome | None = None, *, reached: bool = True
    ) -> None:
        self._stage, self._reached = (kind, outcome), reached
        self.setAccessibleName(outcome_name(outcome) if outcome else stage_kind_name(kind))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_stage(painter, QRectF(self.rect()), *self._stage, reached=self._reached)
        painter.end()


class RequirementGlyph(_Glyph):
    def __init__(
        self,
        status: RequirementStatus = RequirementStatus.TO_ASSESS,
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(size, parent)
        self.show_status(status)

    def show_status(self, status: RequirementStatus) -> None:
        self._status = status
        self.setAccessibleName(status_name(status))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_requirement(painter, QRectF(self.rect()), self._status)
        painter.end()


class CoverageBar(QWidget):
    """The wide bar over a requirement list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coverage = Coverage()
        self.setFixedHeight(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_coverage(self, coverage: Coverage) -> None:
        self._coverage = coverage
        self.setAccessibleName(f"{coverage.covered} of {coverage.total} covered")
        self.setVisible(coverage.total > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_coverage_bar(painter, QRectF(self.rect()), self._coverage)
        painter.end()


def _stroke(rect: QRectF) -> float:
    return max(1.4, rect.width() * 0.1)


def _inside(rect: QRectF, stroke: float) -> QRectF:
    """The circle's square: one part in sixteen of air, and half the stroke."""
    margin = rect.width() / 16 + stroke / 2
    return rect.adjusted(margin, margin, -margin, -margin)


def _ring(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, _stroke(rect)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(_inside(rect, _stroke(rect)))


def _dashed_ring(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Eight dashes, so that the ring looks the same at every size."""
    pen = QPen(colour, _stroke(rect))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    circle = _inside(rect, _stroke(rect))
    for dash in range(8):
        painter.drawArc(circle, round((dash * 45 + 8) * 16), 29 * 16)


def _disc(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(_inside(rect, 0))


def _pie(painter: QPainter, rect: QRectF, colour: QColor, quarters: int) -> None:
    inset = _stroke(rect) * 1.9
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    circle = _inside(rect, 0).adjusted(inset, inset, -inset, -inset)
    painter.drawPie(circle, 90 * 16, -quarters * 90 * 16)


def _mark(
    painter: QPainter,
    rect: QRectF,
    points: list[tuple[float, float]],
    colour: QColor | None = None,
) -> None:
    """A line through points given as parts of `rect`; without a colour, cut out of a disc."""
    pen = QPen(colour or theme().colour("surface"), max(1.5, rect.width() * 0.105))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(_point(rect, *points[0]))
    for point in points[1:]:
        path.lineTo(_point(rect, *point))
    painter.drawPath(path)


def _point(rect: QRectF, x: float, y: float) -> QPointF:
    return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())


# The lines of each outcome's mark, as parts of the square; a point is a line of no length.
_MARKS: dict[Outcome, list[list[tuple[float, float]]]] = {
    Outcome.ACCEPTED: [[(0.29, 0.52), (0.44, 0.66), (0.71, 0.36)]],
    Outcome.REJECTED: [[(0.36, 0.36), (0.64, 0.64)], [(0.64, 0.36), (0.36, 0.64)]],
    Outcome.WITHDRAWN: [[(0.31, 0.5), (0.69, 0.5)]],
    Outcome.DECLINED: [[(0.36, 0.64), (0.64, 0.36)]],
    Outcome.NO_RESPONSE: [[(x, 0.5), (x + 0.01, 0.5)] for x in (0.29, 0.5, 0.71)],
    Outcome.ROLE_GONE: [[(0.5, 0.3), (0.5, 0.54)], [(0.5, 0.7), (0.5, 0.71)]],
}


def _outcome_mark(painter: QPainter, rect: QRectF, outcome: Outcome | None) -> None:
    for line in _MARKS[outcome] if outcome else ():
        _mark(painter, rect, line)


def _tick_pitch(total: int) -> float:
    return 8.0 if total <= 8 else max(_TICKS_WIDTH // total, 4.0)


def _parts(coverage: Coverage, most: int) -> list[tuple[str, float]]:
    """(what, share of the width) in the order strong, partial, open."""
    counts = [("strong", coverage.strong), ("partial", coverage.partial)]
    counts.append(("open", coverage.gap + coverage.to_assess))
    total = coverage.total
    if total > most:
        return [(what, count / total) for what, count in counts if count]
    return [(what, 1 / total) for what, count in counts for _ in range(count)]


def _paint_parts(
    painter: QPainter, area: QRectF, parts: list[tuple[str, float]], gap: float, radius: float
) -> None:
    painter.save()
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = area.left()
        for what, share in parts:
            width = share * (area.width() + gap)
            cell = QRectF(left, area.top(), width - gap, area.height())
            _paint_part(painter, cell, what, radius)
            left += width
    finally:
        painter.restore()


def _paint_part(painter: QPainter, cell: QRectF, what: str, radius: float) -> None:
    if what == "strong":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("ok"))
        painter.drawRoundedRect(cell, radius, radius)
        return
    colour = theme().colour("info" if what == "partial" else "control_border")
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    frame = cell.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, radius - 0.5, radius - 0.5)
    if what == "partial":
        lower = frame.adjusted(0, frame.height() / 2, 0, 0)
        painter.fillRect(lower, colour)
