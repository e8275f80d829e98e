"""Tells what words are: plain text, the source of a page, or a posting as data. People copy all
three as text, and name files as they like."""

from __future__ import annotations

import html
import re

from ats.reading.documents.document import Document, Kind
from ats.reading.markup import find_job_posting

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
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,2000})\s*-->")
_LINK_TAG = re.compile(r"<link\b[^>]{1,2500}>", re.IGNORECASE)
_CANONICAL = re.compile(r"""\brel\s*=\s*["']?canonical\b""", re.IGNORECASE)
_HREF = re.compile(r"""\bhref\s*=\s*["']?(https?://[^\s"'>]{1,2000})""", re.IGNORECASE)


def document_of(text: str) -> Document:
    """What a text is; nothing of it is changed but escaping that was done once too often."""
    if text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") and find_job_posting(text) is not None:
        return Document(Kind.JSON_LD, text)
    if is_markup(text):
        return Document(Kind.HTML, text, _address(text))
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


def _address(page: str) -> str:
    """Where the page says that it is from: the browser that saved it, else the page itself."""
    head = page[:_LOOKED_AT]
    saved = _SAVED_FROM.search(head[:5_000])
    if saved:
        return html.unescape(saved[1])
    for tag in _LINK_TAG.finditer(head):
        address = _HREF.search(tag[0]) if _CANONICAL.search(tag[0]) else None
        if address:
            return html.unescape(address[1])
    return ""
