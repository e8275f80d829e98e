"""Reads a PDF: letters become rows, rows lines in reading order, and broken lines paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from ats.domain.problem import Problem
from ats.reading.documents.document import Document, Kind
from ats.reading.documents.pdf_columns import Row, blocks_of
from ats.reading.documents.pdf_letters import Page, pages_of
from ats.reading.documents.pdf_lines import Line, line_of
from ats.reading.documents.pdf_paragraphs import paragraphs_of
from ats.reading.documents.pdf_rows import rows_of

_MARGIN = 0.09  # of the page, above and below: where running titles and page numbers stand
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|sida|página)?\W*\d{1,3}\W*(?:(?:of|von|av|de)?\W*\d{1,3})?\W*", re.IGNORECASE
)


def read_pdf(content: bytes, name: str) -> Document:
    """The text of a PDF. Raises Problem where it is damaged, locked, or has no text."""
    pages = pages_of(content, name)
    if not any(letter.sign.isalnum() for page in pages for letter in page.letters):
        if all(page.blank for page in pages):
            raise Problem(f"{name} has no text: its pages are empty.")
        raise Problem(
            f"{name} holds pictures of pages and no text. Open it, and copy or type the posting."
        )
    return Document(Kind.TEXT, text_of(pages))


def text_of(pages: list[Page]) -> str:
    """The words of pages in reading order: a line for each paragraph, heading and item."""
    placed = [(page, rows_of(page.letters, page.dots)) for page in pages]
    running = _running([_margins(page, rows) for page, rows in placed])
    blocks: list[list[Line]] = []
    feet: dict[str, str] = {}
    seen: set[str] = set()
    for page, rows in placed:
        kept = []
        for row in rows:
            key = _key(row)
            if _is_in_margin(page, row) and (_PAGE_NUMBER.fullmatch(key) or key in running):
                if key in seen or _PAGE_NUMBER.fullmatch(key):
                    continue
                seen.add(key)
                if row[0].base < page.height / 2:
                    feet[key] = line_of(row).text
                    continue
            kept.append(row)
        blocks += [[line_of(row) for row in block] for block in blocks_of(kept)]
    return "\n\n".join(filter(None, [paragraphs_of(blocks), *feet.values()]))


def _margins(page: Page, rows: list[Row]) -> set[str]:
    return {_key(row) for row in rows if _is_in_margin(page, row)}


def _running(margins: list[set[str]]) -> set[str]:
    """What stands in the margins of several pages, whatever its numbers."""
    counts = Counter(key for page in margins for key in page)
    return {key for key, count in counts.items() if count > max(1, len(margins) // 2)}


def _is_in_margin(page: Page, row: Row) -> bool:
    return not _MARGIN * page.height < row[0].base < (1 - _MARGIN) * page.height


def _key(row: Row) -> str:
    return re.sub(r"\d+", "1", " ".join(piece.text for piece in row))
