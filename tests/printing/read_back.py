"""Reads PDF files again: their text, their outline, and everything that is in their bytes."""

from __future__ import annotations

import re
import zlib

import pypdfium2

# PDFium marks a hyphen at the end of a line with this.
_LINE_END_HYPHEN = "\x02"


def page_texts(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    texts = []
    for page in document:
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range().replace(_LINE_END_HYPHEN, "-"))
        text_page.close()
        page.close()
    document.close()
    return texts


def squeezed(text: str) -> str:
    """A text without blanks, and without the ends of lines that a reader may take for hyphens."""
    return re.sub(r"[\s\ufffe-]+", "", text)


def outline(content: bytes) -> list[tuple[int, str, int]]:
    """Level, text and page, from 0, of each entry."""
    document = pypdfium2.PdfDocument(content)
    found = [
        (entry.level, entry.get_title(), entry.get_dest().get_index())
        for entry in document.get_toc()
    ]
    document.close()
    return found


def lowest(content: bytes) -> list[float]:
    """How far above the lower edge the lowest sign of each page stands, in points."""
    document = pypdfium2.PdfDocument(content)
    found = []
    for page in document:
        text_page = page.get_textpage()
        boxes = [text_page.get_charbox(at) for at in range(text_page.count_chars())]
        found.append(min(bottom for _, bottom, _, top in boxes if top > bottom))
        text_page.close()
        page.close()
    document.close()
    return found


def all_bytes(content: bytes) -> bytes:
    """The file, and after it everything that is packed in it."""
    parts = [content]
    for match in re.finditer(rb"stream\r?\n", content):
        reader = zlib.decompressobj()
        try:
            parts.append(reader.decompress(content[match.end() :]))
        except zlib.error:
            continue
    return b"\n".join(parts)
