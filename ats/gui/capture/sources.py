"""A posting on its way in: words, markup or a file, and how each becomes a reading. Plain
values only, so that reading can run as a job."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.exchange.text_in import decoded
from ats.gui.capture.arrangement import Arrangement, arranged
from ats.gui.jobs import Progress
from ats.reading import read_html, read_json_ld, read_text

LARGEST = 20_000_000
"""Bytes of a file, or characters of a text. A posting has some thousands."""

TEXT_ENDINGS = (".txt", ".md")
HTML_ENDINGS = (".html", ".htm")
ENDINGS = (*TEXT_ENDINGS, *HTML_ENDINGS, ".json")

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
    """One posting to read: a file, or words and the markup they came with, if any."""

    text: str = ""
    html: str = ""
    path: Path | None = None


def reading_of(source: Source, today: date) -> Callable[[Progress], Arrangement]:
    """The work of reading a source. It raises Problem for a file that cannot be read."""

    def work(progress: Progress) -> Arrangement:
        progress.at(0.0)
        reading = read_source(source, today)
        if not reading.text.strip():
            raise Problem(_empty(source))
        progress.at(0.8)
        return arranged(reading)

    return work


def read_source(source: Source, today: date) -> Reading:
    """Reads words, markup or a file."""
    if source.path is None:
        return _read_pasted(source, today)
    content, name = _bytes(source.path), source.path.name
    ending = source.path.suffix.lower()
    if ending in HTML_ENDINGS:
        return read_html(_page_text(content, name), today=today)
    read = read_json_ld if ending == ".json" else read_text
    return read(decoded(content, name), today=today)


def _page_text(content: bytes, name: str) -> str:
    """The text of a page in the encoding it declares (html.spec.whatwg.org, 13.2.3.2)."""
    declared = _CHARSET.search(content[:4096])
    if declared is not None and not content.startswith(_MARKS):
        with suppress(UnicodeDecodeError, LookupError):
            return content.decode(declared[1].decode("ascii"))
    return decoded(content, name)


def _read_pasted(source: Source, today: date) -> Reading:
    if source.html:
        reading = read_html(source.html, today=today)
        if _words(reading.text) >= _words(source.text):
            return reading
    return read_text(source.text, today=today)


def _words(text: str) -> int:
    """How much a text says, whatever its spacing and bullets."""
    return sum(map(str.isalnum, text))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise Problem(too_large(f"“{path.name}”"))
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it could not be read").lower()
        raise Problem(f"Couldn’t open “{path.name}”: {reason}.") from error


def too_large(what: str) -> str:
    return (
        f"{what} is larger than {LARGEST // 1_000_000} MB. Copy just the posting, then try again."
    )


def _empty(source: Source) -> str:
    if source.path is None:
        return "There’s no text on the clipboard. Copy the posting, then try again."
    return f"There’s no text in “{source.path.name}”. Nothing was changed."
