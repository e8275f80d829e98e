"""Each kind of block as bands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ats.exchange.exports.paper import (
    Blanks,
    Block,
    Facts,
    Figures,
    Heading,
    Items,
    Table,
    Text,
)
from ats.printing.bands import Band, Cell, Paint, ground, row_bands, rule
from ats.printing.items import is_link, item_bands
from ats.printing.lines import Lines, Press, lines_of, safe_link
from ats.printing.look import (
    ACCENT,
    BODY,
    FIGURE,
    GROUND,
    HEAD,
    HEADINGS,
    NOTE,
    SMALL,
    SMALL_HEADING,
    SOFT_BODY,
    Area,
    Style,
    pt,
)

_GAP = pt(10)  # between columns
_LABEL = pt(74)  # the column of a fact's name
_ABOVE, _BELOW = (0, 24, 14, 7), (6, 4, 2, 0)  # points around a heading, by level
_LINK = Style(BODY.size, colour=ACCENT)


def bands_of(press: Press, block: Block, area: Area) -> Iterator[Band]:
    """A block as bands for this area."""
    match block:
        case Heading():
            yield _heading(press, block, area)
        case Text():
            yield from _text(press, block, area)
        case Figures():
            yield from _figures(press, block, area)
        case Facts():
            yield from _facts(press, block, area)
        case Items():
            yield from item_bands(press, block, area)
        case Table():
            yield from _table(press, block, area)
        case Blanks():
            yield from _blanks(press, block, area)


def _heading(press: Press, block: Heading, area: Area) -> Band:
    # Wide pages are low, and hold tables: headings beneath the first are smaller there.
    level = block.level + (block.level > 1 and area.width > area.height)
    style = HEADINGS[level - 1] if level <= len(HEADINGS) else SMALL_HEADING
    text = lines_of(press, block.text, style, area.width, name=block.anchor)
    note = lines_of(press, block.note, NOTE, area.width) if block.note else None
    at = min(level, len(_ABOVE)) - 1
    between = pt(2 if level > 1 else 4)
    height = text.height + (between + note.height if note else 0) + pt(_BELOW[at])

    def paint(painter: QPainter, top: float) -> None:
        if level == 2 and not block.opens_page and top > area.top:
            rule(painter, area.left, area.left + area.width, top - pt(9))
        text.paint_all(painter, area.left, top)
        if note:
            note.paint_all(painter, area.left, top + text.height + between)

    return Band(
        height,
        paint,
        before=pt(_ABOVE[at]),
        keep=True,
        opens_page=block.opens_page,
        place=(block.level, " ".join(block.text.split())),
    )


def _text(press: Press, block: Text, area: Area) -> Iterator[Band]:
    style = SMALL if block.soft else BODY
    text = lines_of(press, block.text.strip(), style, min(area.width, pt(520)))
    last = len(text.lines) - 1
    for at in range(last + 1):
        yield Band(
            text.step,
            _line(text, at, area.left),
            before=pt(10 if block.soft else 2) if at == 0 else 0,
            keep=last > 0 and at in (0, last - 1),
        )


def _line(text: Lines, at: int, left: float) -> Paint:
    return lambda painter, top: text.paint(painter, at, left, top)


def _figures(press: Press, block: Figures, area: Area) -> Iterator[Band]:
    pairs = [
        (lines_of(press, number, FIGURE, area.width), lines_of(press, of, NOTE, area.width))
        for number, of in block.pairs
    ]
    height = pt(16) + FIGURE.step + NOTE.step

    def paint(painter: QPainter, top: float) -> None:
        left = area.left
        for number, of in pairs:
            width = max(number.width, of.width, pt(44)) + pt(24)
            ground(painter, QRectF(left, top, width, height), GROUND)
            number.paint_all(painter, left + pt(12), top + pt(7))
            of.paint_all(painter, left + pt(12), top + pt(7) + FIGURE.step)
            left += width + pt(8)

    yield Band(height, paint, before=pt(6))


def _facts(press: Press, block: Facts, area: Area) -> Iterator[Band]:
    """Two facts side by side where both are short, one across the page where it is not."""
    half = (area.width - 2 * _GAP) / 2
    room = half - _LABEL - _GAP
    waiting: list[tuple[Lines, Lines]] = []
    first = True
    for name, value in block.pairs:
        label = lines_of(press, name, SOFT_BODY, _LABEL)
        link = safe_link(value) if is_link(value) else ""
        text = lines_of(press, value.strip(), _LINK if link else BODY, room, link=link)
        if len(text.lines) > 3:
            if waiting:
                yield from _fact_row(waiting, area, half, first=first)
                waiting, first = [], False
            text = lines_of(press, value.strip(), text.style, area.width - _LABEL - _GAP, link=link)
            yield from _fact_row([(label, text)], area, area.width, first=first)
            first = False
            continue
        waiting.append((label, text))
        if len(waiting) == 2:
            yield from _fact_row(waiting, area, half, first=first)
            waiting, first = [], False
    if waiting:
        yield from _fact_row(waiting, area, half, first=first)


def _fact_row(
    facts: list[tuple[Lines, Lines]], area: Area, width: float, *, first: bool
) -> list[Band]:
    cells = []
    for at, (label, text) in enumerate(facts):
        left = area.left + at * (width + 2 * _GAP)
        cells += [Cell(label, left), Cell(text, left + _LABEL + _GAP)]
    bands = row_bands(cells, pt(3), area.height / 2, ruled=(area.left, area.left + area.width))
    bands[0].before = pt(2) if first else 0
    return bands


def _table(press: Press, block: Table, area: Area) -> Iterator[Band]:
    weights = block.weights or (1.0,) * len(block.headers)
    room = area.width - _GAP * (len(weights) - 1)
    widths = [room * weight / sum(weights) for weight in weights]
    lefts = [area.left + sum(widths[:at]) + _GAP * at for at in range(len(widths))]
    head = _table_head(press, block.headers, widths, lefts, area)
    yield head
    for number, row in enumerate(block.rows):
        anchor = block.links[number] if block.links else ""
        cells = []
        for at, text in enumerate(row):
            link = f"#{anchor}" if anchor and at == 0 else _link_in(text)
            style = _LINK if link and not anchor else BODY
            cells.append(
                Cell(lines_of(press, text.strip(), style, widths[at], link=link), lefts[at])
            )
        ruled = (area.left, area.left + area.width)
        yield from row_bands(cells, pt(3.5), area.height / 2, head=head, ruled=ruled)


def _link_in(text: str) -> str:
    return safe_link(text.strip()) if is_link(text) else ""


def _table_head(
    press: Press, headers: tuple[str, ...], widths: list[float], lefts: list[float], area: Area
) -> Band:
    cells = [
        Cell(lines_of(press, header, HEAD, width), left)
        for header, width, left in zip(headers, widths, lefts, strict=True)
    ]
    height = max(cell.height for cell in cells) + pt(6)

    def paint(painter: QPainter, top: float) -> None:
        for cell in cells:
            # Names of columns stand on the line, also where one needs two lines.
            cell.lines.paint_all(painter, cell.left, top + height - pt(3) - cell.height)
        rule(painter, area.left, area.left + area.width, top + height, 1.0)

    return Band(height, paint, before=pt(6), keep=True)


def _blanks(press: Press, block: Blanks, area: Area) -> Iterator[Band]:
    if not block.labels:
        yield Band(pt(60), lambda painter, top: _ruled(painter, top, area), fills_page=True)
        return
    width = (area.width - 2 * _GAP * (len(block.labels) - 1)) / len(block.labels)
    texts = [lines_of(press, label, SMALL, width) for label in block.labels]
    height = pt(34) + max(text.height for text in texts)

    def paint(painter: QPainter, top: float) -> None:
        for at, text in enumerate(texts):
            left = area.left + at * (width + 2 * _GAP)
            rule(painter, left, left + width, top + pt(30), 0.75)
            text.paint_all(painter, left, top + pt(33))

    yield Band(height, paint, before=pt(10))


def _ruled(painter: QPainter, top: float, area: Area) -> None:
    """Lines to write on, from here to the foot of the page."""
    at = top + pt(20)
    while at <= area.bottom:
        rule(painter, area.left, area.left + area.width, at)
        at += pt(20)
