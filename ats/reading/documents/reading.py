"""From what a file holds to what is read from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ats.domain.reading import Reading
from ats.reading.documents.document import Document, Kind
from ats.reading.reader import read_html, read_json_ld, read_text

_READ = {Kind.TEXT: read_text, Kind.HTML: read_html, Kind.JSON_LD: read_json_ld}


def read_document(document: Document, *, today: date | None = None) -> Reading:
    """Reads what a file holds. Where the posting names no link, it is the address that the file
    was saved from."""
    reading = _READ[document.kind](document.text, today=today)
    return replace(reading, link=document.link) if not reading.link and document.link else reading
