"""A paper as the bytes of a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter

from ats import __version__
from ats.exchange.exports.paper import Paper
from ats.printing.bands import Band, rule
from ats.printing.blocks import bands_of
from ats.printing.finish import Place, finished
from ats.printing.lines import Press, lines_of, one_line
from ats.printing.look import RESOLUTION, SMALL, UNIT, Area, page_layout, pt, text_area
from ats.printing.pages import Page, paged
from ats.printing.ready import make_ready
from ats.printing.signs import look_alikes

Report = Callable[[float], None]


def pdf(paper: Paper, report: Report = lambda done: None) -> bytes:
    """The paper as PDF: vectors and text, an outline, links, and page numbers. Pure, and in a
    thread as good as on the first one, once there is an application object. `report` gets how
    much is done, 0 to 1, and may raise to stop."""
    make_ready()
    layout = page_layout(paper)
    area = text_area(layout)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(layout)
    writer.setTitle(paper.title)
    writer.setCreator(f"ats {__version__}")
    press = Press(writer, layout)
    pages = paged(_bands(press, paper, area, report), area)
    _paint(press, paper, pages, area, report)
    signs = press.signs
    content = bytes(buffer.data().data())
    buffer.close()
    report(0.95)
    return finished(
        content,
        places=_places(pages, layout.fullRectPoints().height()),
        language=paper.language,
        signs=signs,
        look_alikes=lambda wrong: look_alikes(press, wrong),
    )


def _bands(press: Press, paper: Paper, area: Area, report: Report) -> Iterator[Band]:
    for number, block in enumerate(paper.blocks):
        if number % 50 == 0:
            report(0.5 * number / len(paper.blocks))
        yield from bands_of(press, block, area)


def _paint(press: Press, paper: Paper, pages: list[Page], area: Area, report: Report) -> None:
    painter = QPainter(press.writer)
    try:
        for number, page in enumerate(pages, start=1):
            if number > 1:
                press.writer.newPage()
                report(0.5 + 0.45 * number / len(pages))
            for band, top in page.bands:
                band.paint(painter, top)
            _frame(press, painter, paper, area, number, len(pages))
    finally:
        painter.end()


def _frame(
    press: Press, painter: QPainter, paper: Paper, area: Area, number: int, count: int
) -> None:
    """The head of a page, from the second on, and the foot of each."""
    right = area.left + area.width
    if number > 1:
        top = area.top - pt(22)
        about = lines_of(press, paper.about, SMALL, area.width)
        title = one_line(press, paper.title, SMALL, area.width - about.width - pt(20))
        title.paint_all(painter, area.left, top)
        about.paint_all(painter, right - about.width, top)
        rule(painter, area.left, right, top + SMALL.step + pt(2))
    words = lines_of(press, paper.page_words.format(page=number, pages=count), SMALL, area.width)
    words.paint_all(painter, right - words.width, area.bottom + pt(10))


def _places(pages: list[Page], height: float) -> list[Place]:
    """The headings, to be found in the outline; lengths in points from the lower edge."""
    return [
        Place(level=band.place[0], text=band.place[1], page=number, y=height - top / UNIT)
        for number, page in enumerate(pages)
        for band, top in page.bands
        if band.place is not None
    ]
