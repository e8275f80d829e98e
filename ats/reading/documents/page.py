"""Takes the text of a saved page out of its bytes, in the encoding it declares."""

from __future__ import annotations

import re

from ats.text_bytes import marked_encoding, text_of

_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
# What pages call Latin-1 is Windows-1252 (encoding.spec.whatwg.org, 4.2).
_AS_BROWSERS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
                "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}  # fmt: skip
_NOT_FOR_BYTES = ("utf-7", "utf7", "idna", "punycode", "unicode_escape", "raw_unicode_escape")


def decoded_as(content: bytes, charset: str) -> str | None:
    """The text in a named encoding; None where that is unknown or isn't what the bytes have."""
    name = _AS_BROWSERS.get(charset.casefold().strip(), charset.casefold().strip())
    if name.replace("-", "_") in _NOT_FOR_BYTES or name in _NOT_FOR_BYTES:
        return None
    try:
        return content.decode(name)
    except (UnicodeError, LookupError, ValueError):
        return None


def page_text(content: bytes) -> str | None:
    """The text of a page: as its mark says, as it declares (html.spec.whatwg.org, 13.2.3.2), or
    what it looks like; None where the bytes are no text."""
    declared = None if marked_encoding(content) else _CHARSET.search(content[:4096])
    name = declared[1].decode("ascii") if declared else ""
    # A page whose declaration can be read byte by byte is not in UTF-16, whatever it says.
    found = decoded_as(content, name) if name and name[:6].casefold() != "utf-16" else None
    return text_of(content) if found is None else found
