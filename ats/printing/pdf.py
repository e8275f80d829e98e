"""A paper as the bytes of a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from ats import __version__
from ats.exchange.exports.paper import Blanks, Paper
from ats.printing.bands import Band, rule
from ats.printing.blocks import bands_of
from ats.printing.finish import Place, finished
from ats.printing.lines import Press, lines_of, one_line
from ats.printing.look import RESOLUTION, SMALL, UNIT, Area, page_layout, pt, text_area
from ats.printing.pages import Page, paged
from ats.printing.ready import make_ready
from ats.printing.signs import look_alikes

Report = Callable[[float], None]


@dataclass(slots=True)
class Sheets:
    """A paper laid out on pages."""

    press: Press
    paper: Paper
    area: Area
    pages: list[Page]

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, the first of which is 1, with its head and foot."""
        for band, top in self.pages[number - 1].bands:
            band.paint(painter, top)
        _frame(self, painter, number)


def pdf(paper: Paper, report: Report = lambda done: None) -> bytes:
    """The paper as PDF: vectors and text, an outline, links, and page numbers. Pure, and in a
    thread as good as on the first one, once there is an application object. `report` gets how
    much is done, 0 to 1, and may raise to stop."""
    make_ready()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheets = laid_out(paper, QPdfWriter(buffer), report)
    _paint(sheets, report)
    press = sheets.press
    content = bytes(buffer.data().data())
    buffer.close()
    report(0.95)
    return finished(
        content,
        places=_places(sheets.pages, press.layout.fullRectPoints().height()),
        language=paper.language,
        signs=press.signs,
        look_alikes=lambda wrong: look_alikes(press, wrong),
    )


def laid_out(paper: Paper, writer: QPdfWriter, report: Report = lambda done: None) -> Sheets:
    """The paper on pages, its texts measured for `writer`."""
    layout = page_layout(paper)
    area = text_area(layout)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(layout)
    writer.setTitle(paper.title)
    writer.setCreator(f"ats {__version__}")
    press = Press(writer, layout)
    return Sheets(press, paper, area, paged(_bands(press, paper, area, report), area))


def _bands(press: Press, paper: Paper, area: Area, report: Report) -> Iterator[Band]:
    last: Band | None = None
    for number, block in enumerate(paper.blocks):
        if number % 50 == 0:
            report(0.5 * number / len(paper.blocks))
        for band in bands_of(press, block, area):
            if last is not None:
                # What is signed stands on the same page as the line to sign on.
                last.keep |= isinstance(block, Blanks)
                yield last
            last = band
    if last is not None:
        yield last


def _paint(sheets: Sheets, report: Report) -> None:
    writer, count = sheets.press.writer, len(sheets.pages)
    painter = QPainter(writer)
    try:
        for number in range(1, count + 1):
            if number > 1:
                writer.newPage()
                report(0.5 + 0.45 * number / count)
            sheets.paint(painter, number)
    finally:
        painter.end()


def _frame(sheets: Sheets, painter: QPainter, number: int) -> None:
    """The head of a page, from the second on, and the foot of each."""
    press, paper, area = sheets.press, sheets.paper, sheets.area
    right = area.left + area.width
    if number > 1:
        top = area.top - pt(22)
        about = lines_of(press, paper.about, SMALL, area.width)
        title = one_line(press, paper.title, SMALL, area.width - about.width - pt(20))
        title.paint_all(painter, area.left, top)
        about.paint_all(painter, right - about.width, top)
        rule(painter, area.left, right, top + SMALL.step + pt(2))
    numbers = paper.page_words.format(page=number, pages=len(sheets.pages))
    words = lines_of(press, numbers, SMALL, area.width)
    words.paint_all(painter, right - words.width, area.bottom + pt(10))


def _places(pages: list[Page], height: float) -> list[Place]:
    """The headings, to be found in the outline; lengths in points from the lower edge."""
    return [
        Place(level=band.place[0], text=band.place[1], page=number, y=height - top / UNIT)
        for number, page in enumerate(pages)
        for band, top in page.bands
        if band.place is not None
    ]
