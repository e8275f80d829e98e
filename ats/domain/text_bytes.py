"""Tells the text of bytes, whatever common encoding they have."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096


def marked_encoding(content: bytes) -> str | None:
    """The encoding that a byte order mark at the start names."""
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def text_of(content: bytes) -> str | None:
    """The text: UTF-8, UTF-16 (with or without its mark) or Windows-1252; None where the bytes
    are no text, or not in the encoding that their mark names."""
    marked = marked_encoding(content)
    try:
        return content.decode(marked or _guess(content) or "utf-8")
    except UnicodeDecodeError:
        return None if marked else _western(content)


def _guess(content: bytes) -> str | None:
    """UTF-16 without its mark shows as a zero in every other byte of Western text."""
    sample = content[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs and len(content) % 2 == 0:
        if sample[1::2].count(0) > pairs * 0.7:
            return "utf-16-le"
        if sample[::2].count(0) > pairs * 0.7:
            return "utf-16-be"
    return None


def _western(content: bytes) -> str | None:
    strange = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in content[:_SAMPLE])
    if strange > len(content[:_SAMPLE]) // 50:
        return None
    return content.decode("cp1252", errors="replace")
