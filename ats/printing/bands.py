"""Bands: what a page is put together from. A band is as wide as the text and is never divided."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ats.printing.lines import Lines
from ats.printing.look import LINE, pt

Paint = Callable[[QPainter, float], None]


@dataclass(slots=True)
class Band:
    """`paint` gets the painter and the band's upper edge. `before` is the air above, which the
    top of a page does without. `keep` ties it to the next band. `head` is painted first where
    the band comes to stand at the top of a page. `place` is a heading's level and text."""

    height: float
    paint: Paint
    before: float = 0.0
    keep: bool = False
    head: Band | None = None
    opens_page: bool = False
    fills_page: bool = False
    place: tuple[int, str] | None = None


@dataclass(slots=True)
class Cell:
    """A text in its place in a row; `top` is the air above it."""

    lines: Lines
    left: float
    top: float = 0.0

    @property
    def height(self) -> float:
        return self.top + self.lines.height


def row_bands(
    cells: list[Cell],
    air: float,
    most: float,
    *,
    head: Band | None = None,
    extra: Paint | None = None,
    ruled: tuple[float, float] | None = None,
) -> list[Band]:
    """A row of cells as bands: one where it is no higher than `most`, else one for each line,
    so that a row higher than a page can go on. `extra` is painted with the first; `ruled` is
    where a line beneath the row begins and ends."""
    height = max((cell.height for cell in cells), default=0.0)
    if height <= most:
        return [Band(height + 2 * air, _whole(cells, air, height, extra, ruled), head=head)]
    return _strips(cells, air, head, extra, ruled)


def _whole(
    cells: list[Cell],
    air: float,
    height: float,
    extra: Paint | None,
    ruled: tuple[float, float] | None,
) -> Paint:
    def paint(painter: QPainter, top: float) -> None:
        if extra:
            extra(painter, top + air)
        for cell in cells:
            cell.lines.paint_all(painter, cell.left, top + air + cell.top)
        if ruled:
            rule(painter, *ruled, top + height + 2 * air)

    return paint


def _strips(
    cells: list[Cell],
    air: float,
    head: Band | None,
    extra: Paint | None,
    ruled: tuple[float, float] | None,
) -> list[Band]:
    """The row cut into strips as high as a line. A line belongs to the strip in which it begins,
    and may hang over its lower edge by less than itself."""
    step = max(cell.lines.step for cell in cells)
    total = max(cell.height for cell in cells)
    count = max(1, math.ceil(total / step))
    strips: list[list[tuple[Cell, int, float]]] = [[] for _ in range(count)]
    for cell in cells:
        for at in range(len(cell.lines.lines)):
            top = cell.top + at * cell.lines.step
            number = min(int(top / step), count - 1)
            strips[number].append((cell, at, top - number * step))
    last = count - 1
    return [
        Band(
            step + (air if number in (0, last) else 0),
            _strip(
                strips[number],
                air if number == 0 else 0,
                extra if number == 0 else None,
                (*ruled, step + air) if ruled and number == last else None,
            ),
            keep=number in (0, last - 1),
            head=head,
        )
        for number in range(count)
    ]


def _strip(
    lines: list[tuple[Cell, int, float]],
    air: float,
    extra: Paint | None,
    ruled: tuple[float, float, float] | None,
) -> Paint:
    def paint(painter: QPainter, top: float) -> None:
        if extra:
            extra(painter, top + air)
        for cell, at, down in lines:
            cell.lines.paint(painter, at, cell.left, top + air + down)
        if ruled:
            rule(painter, ruled[0], ruled[1], top + ruled[2])

    return paint


def rule(painter: QPainter, left: float, right: float, y: float, weight: float = 0.5) -> None:
    """A line from side to side; `weight` in points."""
    painter.setPen(QPen(QColor(LINE), pt(weight)))
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def ground(painter: QPainter, box: QRectF, colour: str) -> None:
    """A box with round corners."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box, pt(4), pt(4))
