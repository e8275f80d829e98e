"""A posting on its way in: words, markup or a file, and how each becomes a reading. Plain
values only, so that reading can run as a job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ats.commands.posting_files import open_file, others, read_opened
from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.gui.capture.arrangement import Arrangement, arranged
from ats.gui.jobs import Progress
from ats.reading import read_html
from ats.reading.documents import Document, Kind, document_of, read_document


@dataclass(frozen=True, slots=True)
class Source:
    """One posting to read: a file, or words and the markup they came with, if any. `origin` is
    the name of the file they were taken from, "" where they were pasted."""

    text: str = ""
    html: str = ""
    path: Path | None = None
    origin: str = ""

    @property
    def name(self) -> str:
        """What it is called where several are named."""
        return self.path.name if self.path else self.origin or "What was pasted"


@dataclass(frozen=True, slots=True)
class ReadSource:
    """What was read from a source, and the other postings that it holds."""

    arrangement: Arrangement
    others: tuple[Source, ...] = ()


def reading_of(source: Source, today: date) -> Callable[[Progress], ReadSource]:
    """The work of reading a source. It raises Problem for a file that cannot be read."""

    def work(progress: Progress) -> ReadSource:
        progress.at(0.0)
        reading, document = read_source(source, today)
        if not reading.text.strip():
            raise Problem("There’s no text on the clipboard. Copy the posting, then try again.")
        progress.at(0.8)
        name = source.path.name if source.path else source.origin
        more = tuple(Source(text=each.text, origin=name) for each in others(document, name))
        return ReadSource(arranged(reading), more)

    return work


def read_source(source: Source, today: date) -> tuple[Reading, Document]:
    """Reads words, markup or a file; what it is stands beside."""
    if source.path is not None:
        document = open_file(source.path)
        return read_opened(document, source.path.name, today), document
    # What copies the source of a page often adds markup that only shows it in colours.
    if source.html and document_of(source.text).kind is Kind.TEXT:
        reading = read_html(source.html, today=today)
        if _words(reading.text) >= _words(source.text):
            return reading, Document(Kind.HTML, source.html)
    document = document_of(source.text)
    return read_document(document, today=today), document


def _words(text: str) -> int:
    """How much a text says, whatever its spacing and bullets."""
    return sum(map(str.isalnum, text))
