"""Lists as bands: what leads an item, its text, and what belongs to it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ats.domain.posting import RequirementStatus
from ats.domain.words import status_name
from ats.exchange.exports.paper import Item, Items
from ats.printing.bands import Band, Cell, Paint, row_bands, rule
from ats.printing.lines import Press, lines_of, safe_link
from ats.printing.look import BODY, HEAD, SMALL, SOFT_BODY, STATUS, Area, Style, pt

_GAP = pt(10)
_LEAD = pt(92)
_STATUS_LEAD = pt(66)
_GLYPH = pt(8)
_DASHES = 8

_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def is_link(text: str) -> bool:
    """Whether a text is a web address and nothing else."""
    return _LINK.fullmatch(text.strip()) is not None


def item_bands(press: Press, block: Items, area: Area) -> Iterator[Band]:
    """The items, one beneath the other; with headers, the details stand beside the text."""
    columns = _Columns(block, area)
    head = _head(press, block.headers, columns, area) if block.headers else None
    if head:
        yield head
    for item in block.items:
        cells = [Cell(lines_of(press, item.text, BODY, columns.text_width), columns.text)]
        extra: Paint | None = None
        if item.status:
            cells.append(_status_cell(press, item.status, columns.lead))
            extra = _glyph_paint(item.status, columns.lead)
        elif item.lead:
            width = columns.text - columns.lead - _GAP
            cells.append(Cell(lines_of(press, item.lead, SOFT_BODY, width), columns.lead))
        cells += _details(press, item, columns, cells[0].height)
        yield from row_bands(
            cells,
            pt(4),
            area.height / 2,
            head=head,
            extra=extra,
            ruled=(area.left, area.left + area.width),
        )


class _Columns:
    """Where the parts of the items stand, in device units."""

    def __init__(self, block: Items, area: Area) -> None:
        status = any(item.status for item in block.items)
        led = status or any(item.lead for item in block.items)
        self.lead = area.left
        self.text = area.left + ((_STATUS_LEAD if status else _LEAD) + _GAP if led else 0)
        right = area.left + area.width
        self.beside = block.headers is not None
        if self.beside:
            self.text_width = (right - self.text - _GAP) * 0.47
            self.detail = self.text + self.text_width + _GAP
        else:
            self.text_width = right - self.text
            self.detail = self.text
        self.detail_width = right - self.detail


def _head(press: Press, headers: tuple[str, str, str], columns: _Columns, area: Area) -> Band:
    lefts = (columns.lead, columns.text, columns.detail)
    cells = [
        Cell(lines_of(press, header, HEAD, columns.detail_width), left)
        for header, left in zip(headers, lefts, strict=True)
    ]
    height = HEAD.step + pt(6)

    def paint(painter: QPainter, top: float) -> None:
        for cell in cells:
            cell.lines.paint_all(painter, cell.left, top + pt(3))
        rule(painter, area.left, area.left + area.width, top + height, 1.0)

    return Band(height, paint, before=pt(4), keep=True)


def _details(press: Press, item: Item, columns: _Columns, below: float) -> list[Cell]:
    """Beside the text each name stands above its value; beneath it, before its value."""
    cells: list[Cell] = []
    top = 0.0 if columns.beside else below + pt(2)
    for name, value in item.details:
        link = safe_link(value.strip()) if is_link(value) else ""
        if columns.beside:
            label = lines_of(press, name, SMALL, columns.detail_width)
            text = lines_of(press, value.strip(), BODY, columns.detail_width, link=link)
            cells.append(Cell(label, columns.detail, top))
            cells.append(Cell(text, columns.detail, top + label.height))
            top += label.height + text.height + pt(3)
        else:
            label = lines_of(press, name, SOFT_BODY, pt(66))
            left = columns.detail + pt(74)
            text = lines_of(press, value.strip(), BODY, columns.detail_width - pt(74), link=link)
            cells.append(Cell(label, columns.detail, top))
            cells.append(Cell(text, left, top))
            top += max(label.height, text.height)
    return cells


def _status_cell(press: Press, status: RequirementStatus, left: float) -> Cell:
    style = Style(BODY.size, True, STATUS[status])
    word = lines_of(press, status_name(status), style, _STATUS_LEAD)
    return Cell(word, left + _GLYPH + pt(5))


def _glyph_paint(status: RequirementStatus, left: float) -> Paint:
    def paint(painter: QPainter, top: float) -> None:
        box = QRectF(left, top + (BODY.step - _GLYPH) / 2, _GLYPH, _GLYPH)
        paint_status(painter, box, status)

    return paint


def paint_status(painter: QPainter, box: QRectF, status: RequirementStatus) -> None:
    """A circle: full with a tick, half full, empty, or of dashes; as on the screen."""
    colour = QColor(STATUS[status])
    pen = QPen(colour, pt(1.1))
    inner = box.adjusted(pt(0.55), pt(0.55), -pt(0.55), -pt(0.55))
    if status is RequirementStatus.TO_ASSESS:
        dash = math.pi * inner.width() / pen.widthF() / _DASHES
        pen.setDashPattern([dash * 0.55, dash * 0.45])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(colour if status is RequirementStatus.STRONG else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if status is RequirementStatus.PARTIAL:
        half = QPainterPath(inner.center())
        half.arcTo(inner, 90, 180)
        painter.fillPath(half, colour)
    elif status is RequirementStatus.STRONG:
        _tick(painter, box)


def _tick(painter: QPainter, box: QRectF) -> None:
    pen = QPen(Qt.GlobalColor.white, pt(1.1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    corners = [(0.28, 0.53), (0.44, 0.68), (0.73, 0.36)]
    points = [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in corners
    ]
    painter.drawPolyline(points)
