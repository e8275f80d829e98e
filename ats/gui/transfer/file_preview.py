"""What a file will look like: as text, as a table, or as pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ats.domain.words import counted
from ats.exchange.exports.paper import Paper
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job, Jobs, Progress
from ats.gui.theme import Space, theme
from ats.gui.transfer.import_sample import SampleTable
from ats.gui.transfer.outgoing import Preview
from ats.printing.pictures import PagePictures, page_pictures

_PAGES = 5
_WIDTH = 1200  # pixels; sharp also where a page is shown large


class FilePreview(QStackedWidget):
    """`shown_pages` tells how many pages are shown, and of how many."""

    shown_pages = Signal(int, int)

    def __init__(self, jobs: Jobs, waiting: WaitingBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting = waiting
        self._job: Job | None = None
        self.text = QPlainTextEdit()
        self.table = SampleTable()
        self.pages = PageView()
        self._build()

    @property
    def is_waiting(self) -> bool:
        return self._job is not None

    def show_preview(self, preview: Preview, *, wrapped: bool = True) -> None:
        """Show what a file will look like. Pages follow as soon as they are laid out; until then
        those before stay."""
        self._stop()
        if preview.paper is not None:
            self._lay_out(preview.paper)
        elif preview.headers:
            self.table.show_rows(preview.headers, preview.rows)
            self.setCurrentWidget(self._framed)
        else:
            self._show_text(preview.text, wrapped=wrapped)

    def show_nothing(self, why: str) -> None:
        """Say why there is nothing to show."""
        self._stop()
        self.text.setPlaceholderText(why)
        self._show_text("", wrapped=True)

    def _show_text(self, text: str, *, wrapped: bool) -> None:
        bar = self.text.verticalScrollBar()
        place = bar.value()
        mode = QPlainTextEdit.LineWrapMode
        self.text.setLineWrapMode(mode.WidgetWidth if wrapped else mode.NoWrap)
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
            bar.setValue(place)
        self.setCurrentWidget(self.text)

    def _lay_out(self, paper: Paper) -> None:
        if self.currentWidget() is not self.pages:
            self.pages.clear()
            self.setCurrentWidget(self.pages)
        job = self._job = self._jobs.start(_picturing(paper))
        job.succeeded.connect(self._show_pages)
        job.failed.connect(self._fail)
        for ended in (job.succeeded, job.failed, job.stopped):
            ended.connect(self._forget)
        self._waiting.watch(job, "Laying out the pages")

    def _show_pages(self, found: PagePictures) -> None:
        if self._job is self.sender():
            self.pages.show_pictures(found)
            self.shown_pages.emit(len(found.pictures), found.pages)

    def _fail(self, error: Exception) -> None:
        raise error

    def _forget(self) -> None:
        if self._job is self.sender():
            self._job = None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _build(self) -> None:
        self.text.setReadOnly(True)
        self.text.setProperty("variant", "posting")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Preview of the file")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.table.setAccessibleName("The first rows of the file")
        self._framed = QWidget()
        column = QVBoxLayout(self._framed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table, 100)
        column.addStretch(1)
        for each in (self.text, self._framed, self.pages):
            self.addWidget(each)


class PageView(QScrollArea):
    """Pages one above the other, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _Pages()
        self.setWidget(self._pages)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName("Preview of the pages")

    @property
    def count(self) -> int:
        """How many pages are shown."""
        return len(self._pages.pictures)

    def show_pictures(self, found: PagePictures) -> None:
        """Show these pages; the place one has scrolled to stays."""
        place = self.verticalScrollBar().value()
        self._pages.pictures = found.pictures
        self.setAccessibleDescription(f"{len(found.pictures)} of {counted(found.pages, 'page')}")
        self._fit()
        self._pages.update()
        self.verticalScrollBar().setValue(place)

    def clear(self) -> None:
        """Show no page."""
        self.show_pictures(PagePictures((), 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        self._pages.resize(width, self._pages.heightForWidth(width))


class _Pages(QWidget):
    """Paper is white in dark colours too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.pictures: tuple[QImage, ...] = ()

    def heightForWidth(self, width: int) -> int:
        return sum(round(rect.height()) + Space.M for rect in self._rects(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setPen(theme().colour("border"))
            for picture, rect in zip(self.pictures, self._rects(self.width()), strict=True):
                if rect.intersects(event.rect()):
                    painter.drawImage(rect, picture)
                    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        finally:
            painter.end()

    def _rects(self, width: int) -> list[QRectF]:
        """Where the pages stand, no wider than they are painted."""
        top, found = 0.0, []
        for picture in self.pictures:
            wide = min(width - Space.M, picture.width())
            height = round(wide * picture.height() / picture.width())
            found.append(QRectF(0, top, wide, height))
            top += height + Space.M
        return found


def _picturing(paper: Paper) -> Callable[[Progress], PagePictures]:
    return lambda progress: page_pictures(paper, _WIDTH, _PAGES, progress.at)
