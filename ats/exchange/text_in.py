"""Turns the bytes of a text file into text, whatever common encoding it has."""

from __future__ import annotations

import codecs

from ats.domain.problem import Problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096


def decoded(content: bytes, name: str) -> str:
    """The text of a file: UTF-8, UTF-16 (with or without its mark) or Windows-1252.

    Raises Problem where the bytes are no text; `name` is the file's name, for the sentence.
    """
    if content.startswith(b"PK\x03\x04"):
        raise Problem(f"{name} is a workbook or an archive, not text. Save it as CSV, then retry.")
    text = _text(content, name)
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise Problem(f"{name} isn’t a text file: line {line} has a zero byte. Nothing was read.")
    return text


def _text(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise Problem(
                    f"{name} is damaged: it says {encoding.upper()} but isn’t. Nothing was read."
                ) from error
    try:
        return content.decode(_guess(content) or "utf-8")
    except UnicodeDecodeError:
        return _western(content, name)


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


def _western(content: bytes, name: str) -> str:
    strange = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in content[:_SAMPLE])
    if strange > len(content[:_SAMPLE]) // 50:
        raise Problem(f"{name} isn’t a text file. Nothing was read.")
    return content.decode("cp1252", errors="replace")
