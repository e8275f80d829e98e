"""Turns the bytes of a text file into text, whatever common encoding it has."""

from __future__ import annotations

from ats.domain.problem import Problem
from ats.text_bytes import is_unclear, marked_encoding, text_of, unclear


def decoded(content: bytes, name: str) -> str:
    """The text of a file: UTF-8, UTF-16, Windows-1252 or what it surely has.

    Raises Problem where the bytes are no text; `name` is the file's name, for the sentence.
    """
    if content.startswith(b"PK\x03\x04"):
        raise Problem(f"{name} is a workbook or an archive, not text. Save it as CSV, then retry.")
    text = text_of(content)
    if text is None:
        raise Problem(_not_text(content, name))
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise Problem(f"{name} isn’t a text file: line {line} has a zero byte. Nothing was read.")
    return text


def _not_text(content: bytes, name: str) -> str:
    marked = marked_encoding(content)
    if marked:
        return f"{name} is damaged: it says {marked.upper()} but isn’t. Nothing was read."
    if is_unclear(content):
        return unclear(name)
    return f"{name} isn’t a text file. Nothing was read."
