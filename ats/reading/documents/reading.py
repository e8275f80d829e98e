"""From what a file holds to what is read from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ats.domain.reading import Reading
from ats.reading.documents.document import Document, Kind
from ats.reading.reader import read_html, read_json_ld, read_text

_READ = {Kind.TEXT: read_text, Kind.HTML: read_html, Kind.JSON_LD: read_json_ld}


def read_document(document: Document, *, today: date | None = None) -> Reading:
    """Reads what a file holds. The address that the file was saved from is the posting's link;
    it stands outside the text, and so has no place in it."""
    reading = _READ[document.kind](document.text, today=today)
    if not document.link or document.link == reading.link:
        return reading
    spans = {name: places for name, places in reading.spans.items() if name != "link"}
    return replace(reading, link=document.link, spans=spans)
