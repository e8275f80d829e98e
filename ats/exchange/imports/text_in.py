"""Turns the bytes of a text file into text, whatever common encoding it has."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from ats.domain.problem import Problem
from ats.exchange.imports.raw_table import INSTEAD
from ats.text_bytes import decoded, is_unclear, marked_encoding

_FEW = 0.02  # of the signs of a file whose encoding is said, by the person or by its mark
_UTF_8 = ("utf-8", "utf-8-sig")


class FileText(NamedTuple):
    """The text of a file and its encoding. `damaged` tells that INSTEAD stands for some of the
    bytes."""

    text: str
    encoding: str
    damaged: bool = False


def text_in(content: bytes, name: str, encoding: str | None = None) -> FileText:
    """The text of a file in the encoding that is given, else UTF-8, UTF-16, Windows-1252 or
    what it surely has. A few bytes that are no signs in it don't stop it.

    Raises Problem where the bytes are no text; `name` is the file's name, for the sentence.
    """
    if encoding:
        found = _as_told(content, name, encoding)
    else:
        found = _as_found(content) or _refused(content, name)
    text = found.text.removeprefix("\ufeff")
    at = text.find("\0")
    if at >= 0:
        line = text.count("\n", 0, at) + 1
        raise Problem(f"{name} isn’t a text file: line {line} has a zero byte. Nothing was read.")
    return found._replace(text=text)


def encoding_words(encoding: str) -> str:
    """An encoding as a sentence names it: "utf-8-sig" is "UTF-8"."""
    return "UTF-8" if encoding in _UTF_8 else encoding.upper()


def _as_told(content: bytes, name: str, encoding: str) -> FileText:
    try:
        known = codecs.lookup(encoding).name
        if known not in _UTF_8 and not known.startswith("utf-16"):
            content = content.removeprefix(codecs.BOM_UTF8)
        return FileText(content.decode(known), known)
    except UnicodeDecodeError as error:
        text = content.decode(known, errors="replace")
        if text.count(INSTEAD) <= len(text) * _FEW:
            return FileText(text, known, damaged=True)
        line = content.count(b"\n", 0, error.start) + 1
        raise Problem(
            f"Line {line} of {name} has signs that are not {encoding_words(known)}. Choose another "
            "encoding; nothing was read."
        ) from error
    except (LookupError, ValueError) as error:
        raise Problem(
            f"{name} can’t be read as {encoding}. Choose another encoding; nothing was read."
        ) from error


def _as_found(content: bytes) -> FileText | None:
    found = decoded(content)
    if found is None or found[1] == "cp1252":
        damaged = _damaged_utf_8(content)
        if damaged is not None:
            return damaged
    if found is None:
        return None
    text, encoding = found
    return FileText(text, encoding, INSTEAD in text and not _is_whole(content, encoding))


def _is_whole(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _damaged_utf_8(content: bytes) -> FileText | None:
    """The text where the bytes say that they are UTF-8, by a mark or by most of their signs
    beyond ASCII, and some are not. In other encodings hardly any would be."""
    marked = marked_encoding(content)
    if marked not in (None, "utf-8-sig"):
        return None
    text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8", errors="replace")
    off = text.count(INSTEAD)
    good = len(text) - len(text.encode("ascii", errors="ignore")) - off
    if off > (max(good, len(text) * _FEW) if marked else good / 2):
        return None
    return FileText(text, marked or "utf-8", damaged=True)


def _refused(content: bytes, name: str) -> FileText:
    marked = marked_encoding(content)
    if marked == "utf-8-sig" or (marked is None and is_unclear(content)):
        other = "which it says it is" if marked else "and its encoding can’t be told"
        raise Problem(
            f"Line {_line(content)} of {name} has signs that are not UTF-8, {other}. Save it as "
            "UTF-8, then try again. Nothing was read."
        )
    if marked:
        raise Problem(
            f"{name} is damaged: it begins like {marked.upper()} and doesn’t go on so. "
            "Nothing was read."
        )
    raise Problem(f"{name} isn’t a text file. Nothing was read.")


def _line(content: bytes) -> int:
    """The line of the first bytes that are not UTF-8, counted from 1."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content.count(b"\n", 0, error.start) + 1
    return 1
