"""Tells what words are: plain text, the source of a page, or a posting as data. People copy all
three as text, and name files as they like."""

from __future__ import annotations

import html
import re

from ats.reading.documents.document import Document, Kind
from ats.reading.pages.job_posting import find_job_posting

_LOOKED_AT = 100_000
_MOST_PER_TAG = 1_500  # characters: the source of a page has one at least that often
_LEAST_TAGS = 3
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_END = re.compile(
    r"</(?:p|li|ul|ol|div|h[1-6]|td|tr|table|section|article|dl|dd)\s*>|<br\s*/?>", re.IGNORECASE
)
_ESCAPED_END = re.compile(r"&lt;/(?:p|li|ul|ol|div|h[1-6]|td|tr|table|section)&gt;", re.IGNORECASE)


def document_of(text: str) -> Document:
    """What a text is; nothing of it is changed but escaping that was done once too often."""
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") and find_job_posting(text) is not None:
        return Document(Kind.JSON_LD, text)
    if is_markup(text):
        return Document(Kind.HTML, text)
    if _often(_ESCAPED_END, text):
        return Document(Kind.HTML, html.unescape(text))
    return Document(Kind.TEXT, text)


def is_markup(text: str) -> bool:
    """Whether a text is surely the source of a page or of a piece of one: it begins as a page
    does, or blocks end throughout. A posting that mentions a tag or two is none."""
    return bool(_PAGE.match(text[:5_000])) or _often(_BLOCK_END, text)


def _often(pattern: re.Pattern[str], text: str) -> bool:
    head = text[:_LOOKED_AT]
    count = len(pattern.findall(head))
    return count >= _LEAST_TAGS and count * _MOST_PER_TAG >= len(head)
