"""Texts broken into lines of a width. A line is never divided; everything on a page is put
together from lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QPageLayout,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ats.printing.look import Style

# What no font has a sign for, or what turns the writing round.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufff9-\uffff]")
_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


@dataclass(slots=True)
class Press:
    """The device texts are laid out for, and every sign that was used on it."""

    writer: QPdfWriter
    layout: QPageLayout
    signs: set[str] = field(default_factory=set)
    styles: set[Style] = field(default_factory=set)


@dataclass(slots=True)
class Lines:
    """A text in lines. `width` is the widest line's, `step` the height of each."""

    layouts: list[QTextLayout]
    lines: list[QTextLine]
    step: float
    style: Style
    width: float

    @property
    def height(self) -> float:
        return self.step * len(self.lines)

    def paint(self, painter: QPainter, at: int, left: float, top: float) -> None:
        """Paint one line, its upper left corner here."""
        line = self.lines[at]
        air = (self.step - line.height()) / 2
        painter.setPen(QColor(self.style.colour))
        line.draw(painter, QPointF(left, top + air - line.y()))

    def paint_all(self, painter: QPainter, left: float, top: float) -> None:
        for at in range(len(self.lines)):
            self.paint(painter, at, left, top + at * self.step)


def lines_of(
    press: Press, text: str, style: Style, width: float, *, link: str = "", name: str = ""
) -> Lines:
    """A text in lines at most `width` wide, its own line breaks kept. `link` is what a click
    opens, a web address or "#name"; `name` makes it a place links lead to."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layouts: list[QTextLayout] = []
    lines: list[QTextLine] = []
    widest = 0.0
    press.styles.add(style)
    for paragraph in _paragraphs(text):
        press.signs.update(paragraph)
        layout = QTextLayout(paragraph, style.font(), press.writer)
        layout.setTextOption(option)
        if link or name:
            layout.setFormats([_linked(len(paragraph.encode("utf-16-le")) // 2, link, name)])
        layout.setCacheEnabled(True)
        widest = max(widest, _broken(layout, width, lines))
        layouts.append(layout)
    return Lines(layouts, lines, style.step, style, widest)


def one_line(press: Press, text: str, style: Style, width: float) -> Lines:
    """A text on one line, cut with a sign where it is too long."""
    found = lines_of(press, " ".join(text.split()), style, width)
    if len(found.lines) > 1:
        kept = found.layouts[0].text()[: max(0, found.lines[0].textLength() - 1)]
        found = lines_of(press, f"{kept.rstrip()}…", style, width * 1.2)
    return found


def safe_link(address: str) -> str:
    """A web address that can't end the place in the file where it stands."""
    return quote(address, safe="%/:=&?~#+!$,;'@*-._[]")


def _paragraphs(text: str) -> list[str]:
    parts = (_UNSEEN.sub("\ufffd", part) for part in _BREAKS.split(text))
    return [part.replace("\t", "    ") for part in parts] or [""]


def _linked(length: int, link: str, name: str) -> QTextLayout.FormatRange:
    shape = QTextCharFormat()
    shape.setAnchor(True)
    if link:
        shape.setAnchorHref(link)
    if name:
        shape.setAnchorNames([name])
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = 0, length, shape
    return found


def _broken(layout: QTextLayout, width: float, lines: list[QTextLine]) -> float:
    """Break a paragraph, add its lines, and give the width of the widest."""
    widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        # Lines stand beneath each other also here, or the ends of a line overlap the next.
        line.setPosition(QPointF(0, 0))
        widest = max(widest, line.naturalTextWidth())
        lines.append(line)
    layout.endLayout()
    return widest
