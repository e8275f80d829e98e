"""Turns the bytes of a text file into text, whatever common encoding it has."""

from __future__ import annotations

import codecs

from ats.domain.problem import Problem
from ats.text_bytes import decoded, is_unclear, marked_encoding, unclear


def text_in(content: bytes, name: str, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and its encoding: the one that is given, else UTF-8, UTF-16,
    Windows-1252 or what it surely has.

    Raises Problem where the bytes are no text; `name` is the file's name, for the sentence.
    """
    found = _as_told(content, name, encoding) if encoding else decoded(content)
    if found is None:
        raise Problem(_not_text(content, name))
    text = found[0].removeprefix("\ufeff")
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise Problem(f"{name} isn’t a text file: line {line} has a zero byte. Nothing was read.")
    return text, found[1]


def _as_told(content: bytes, name: str, encoding: str) -> tuple[str, str]:
    try:
        known = codecs.lookup(encoding).name
        return content.decode(known), known
    except (LookupError, ValueError) as error:
        raise Problem(
            f"{name} can’t be read as {encoding}. Choose another encoding; nothing was read."
        ) from error


def _not_text(content: bytes, name: str) -> str:
    marked = marked_encoding(content)
    if marked:
        return f"{name} is damaged: it says {marked.upper()} but isn’t. Nothing was read."
    if is_unclear(content):
        return unclear(name)
    return f"{name} isn’t a text file. Nothing was read."
