"""Tells the text of bytes, whatever common encoding they have. Tables and postings come here."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_LONG_SAMPLE = 20_000
_RUN = re.compile(rb"[\x80-\xff]{3,}")
_ODD_IN_WORD = re.compile(rb"[a-z][\xa1\xb1\xb3\xb6\xb9\xbc\xbe\xbf][a-z]")
"""Signs as ³ and ¿ that are letters of Central Europe elsewhere."""
_HIGH = re.compile(rb"[\x80-\xff]")
_FILLING = re.compile(rb"([\x80-\xff])\1{2,}")
_LETTER = re.compile(rb"[A-Za-z]")
_DENSE_RUNS = 0.3
_DENSE_LETTERS = 0.45
_ODD_UTF_8 = 0.1  # of the signs beyond ASCII
_OTHERS = [
    "koi8_r", "cp1251", "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "cp1255", "cp1256",
    "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip
"""Encodings of scripts in which most letters are beyond ASCII."""

_MOST_MESS = 0.06
_LEAST_COHERENCE = 0.25
_AHEAD = 0.15
_JAPANESE = ("cp932", "euc_jp")
_KANA = re.compile("[\u3041-\u30ff]")
_MUCH_KANA = 0.2


def marked_encoding(content: bytes) -> str | None:
    """The encoding that a byte order mark at the start names."""
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


def text_of(content: bytes) -> str | None:
    """The text: UTF-8, UTF-16 (with or without its mark), UTF-32 with it, Windows-1252, or an
    encoding of another script that the bytes surely have. None where they are no text, not in
    the encoding that their mark names, or in one that can't be told."""
    found = decoded(content)
    return found[0] if found is not None else None


def decoded(content: bytes) -> tuple[str, str] | None:
    """The text as `text_of` gives it, and the name of its encoding."""
    encoding = marked_encoding(content) or _guess(content) or "utf-8"
    try:
        return content.decode(encoding), encoding
    except UnicodeDecodeError:
        if marked_encoding(content) or _has_controls(content):
            return None
    if _is_dense(content):
        return _damaged_utf_8(content) or _of_another_script(content)
    if _ODD_IN_WORD.search(content[:_LONG_SAMPLE]):
        return None
    return content.decode("cp1252", errors="replace"), "cp1252"


def is_unclear(content: bytes) -> bool:
    """Whether bytes that `text_of` has no text for are text all the same, in an encoding that
    can't be told."""
    return not (marked_encoding(content) or _guess(content) or _has_controls(content))


def unclear(name: str) -> str:
    """The sentence about a file in an encoding that can't be told."""
    return (
        f"{name} is text, but its encoding can’t be told. Save it as UTF-8, then try again. "
        "Nothing was read."
    )


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


def _has_controls(content: bytes) -> bool:
    sample = content[:_SAMPLE]
    strange = sum(byte < 32 and byte not in b"\t\n\r\f\x1a" for byte in sample)
    return strange > len(sample) // 50


def _is_dense(content: bytes) -> bool:
    """In Western text few letters are beyond ASCII, and hardly ever three in a row; dashes and
    dots that fill a line are no letters."""
    sample = _FILLING.sub(b"", content[:_LONG_SAMPLE])
    high = len(_HIGH.findall(sample))
    in_runs = sum(map(len, _RUN.findall(sample)))
    letters = high + len(_LETTER.findall(sample))
    return high > 0 and (in_runs >= high * _DENSE_RUNS or high >= letters * _DENSE_LETTERS)


def _damaged_utf_8(content: bytes) -> tuple[str, str] | None:
    """UTF-8 in which a few bytes are not."""
    text = content.decode("utf-8", errors="replace")
    beyond = sum(sign > "\x7f" for sign in text[:_LONG_SAMPLE])
    few = text[:_LONG_SAMPLE].count("\ufffd") <= beyond * _ODD_UTF_8
    return (text, "utf-8") if few else None


def _of_another_script(content: bytes) -> tuple[str, str] | None:
    """The text and its encoding where its encoding stands out from all others."""
    from charset_normalizer import from_bytes

    sample = _whole_signs(content)
    matches = from_bytes(sample, cp_isolation=_OTHERS, preemptive_behaviour=False)
    encoding = _standing_out([match for match in matches if match.chaos <= _MOST_MESS])
    try:
        return (content.decode(encoding), encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _standing_out(found: Sequence[CharsetMatch]) -> str | None:
    """The encoding that gives text with kana, which others hardly do, or that of which the
    letters are used as in a language, by far more than in others."""
    for match in found:
        text = str(match)
        if match.encoding in _JAPANESE and len(_KANA.findall(text)) >= len(text) * _MUCH_KANA:
            return match.encoding
    best = sorted(found, key=lambda match: -match.coherence)
    others = [match.coherence for match in best[1:] if str(match) != str(best[0])]
    if not best or (others and best[0].coherence < max(_LEAST_COHERENCE, others[0] + _AHEAD)):
        return None
    return best[0].encoding


def _whole_signs(content: bytes) -> bytes:
    """The start of the bytes, up to one that ends a sign in every encoding."""
    if len(content) <= _LONG_SAMPLE:
        return content
    sample = content[:_LONG_SAMPLE]
    return sample[: max(sample.rfind(b" "), sample.rfind(b"\n")) + 1] or sample
