"""A posting on its way in: words, markup or a file, and how each becomes a reading. Plain
values only, so that reading can run as a job."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ats.commands.posting_files import read_file, read_words
from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.gui.capture.arrangement import Arrangement, arranged
from ats.gui.jobs import Progress
from ats.reading import read_html
from ats.reading.documents import Kind, document_of


@dataclass(frozen=True, slots=True)
class Source:
    """One posting to read: a file, or words and the markup they came with, if any."""

    text: str = ""
    html: str = ""
    path: Path | None = None

    @property
    def name(self) -> str:
        """What it is called where several are named."""
        return self.path.name if self.path else "What was pasted"


def reading_of(source: Source, today: date) -> Callable[[Progress], Arrangement]:
    """The work of reading a source. It raises Problem for a file that cannot be read."""

    def work(progress: Progress) -> Arrangement:
        progress.at(0.0)
        reading = read_source(source, today)
        if not reading.text.strip():
            raise Problem("There’s no text on the clipboard. Copy the posting, then try again.")
        progress.at(0.8)
        return arranged(reading)

    return work


def read_source(source: Source, today: date) -> Reading:
    """Reads words, markup or a file."""
    if source.path is not None:
        return read_file(source.path, today)
    # What copies the source of a page often adds markup that only shows it in colours.
    if source.html and document_of(source.text).kind is Kind.TEXT:
        reading = read_html(source.html, today=today)
        if _words(reading.text) >= _words(source.text):
            return reading
    return read_words(source.text, today)


def _words(text: str) -> int:
    """How much a text says, whatever its spacing and bullets."""
    return sum(map(str.isalnum, text))
