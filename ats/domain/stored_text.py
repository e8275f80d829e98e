"""Texts and names as a store keeps them."""

from __future__ import annotations

import re

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_TO_LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


def storable(text: str) -> str:
    """The text with NUL and lone surrogates replaced, one for one: SQLite's JSON functions
    cut a text at NUL, and UTF-8 has no lone surrogates."""
    return _UNSTORABLE.sub("\ufffd", text)


def same_name_key(name: str) -> str:
    """Equal for two names that a company or tag can't both have: SQLite's nocase folds the
    letters A to Z only."""
    name = storable(name)
    return name.lower() if name.isascii() else name.translate(_TO_LOWER)
