"""The pages of a paper as pictures, to look at before there is a file."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter, QPdfWriter

from ats.exchange.exports.paper import Paper
from ats.printing.look import pt
from ats.printing.pdf import Report, Sheets, laid_out
from ats.printing.ready import make_ready


@dataclass(frozen=True, slots=True)
class PagePictures:
    """The first pages, and how many there are in all."""

    pictures: tuple[QImage, ...]
    pages: int


def page_pictures(
    paper: Paper, width: int, most: int, report: Report = lambda done: None
) -> PagePictures:
    """The first `most` pages, `width` pixels wide, painted as `ats.printing.pdf` paints them. It
    may run in a thread; `report` may raise to stop."""
    make_ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Measured for paper, so that lines break here where they will break there.
    sheets = laid_out(paper, QPdfWriter(buffer), report)
    shown = range(1, min(most, len(sheets.pages)) + 1)
    return PagePictures(
        tuple(_picture(sheets, number, width) for number in shown), len(sheets.pages)
    )


def _picture(sheets: Sheets, number: int, width: int) -> QImage:
    size = sheets.press.layout.fullRectPoints()
    scale = width / pt(size.width())
    picture = QImage(width, round(pt(size.height()) * scale), QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        sheets.paint(painter, number)
    finally:
        painter.end()
    return picture
