"""Places in a posting: from offsets into its text to positions in the view that shows it, and
back. Pure.

A text view counts UTF-16 units and takes a carriage return with its line feed for one break.
"""

from __future__ import annotations

import json
from typing import Any

from ats.domain.posting import Posting

Span = tuple[int, int]


def read_spans(posting: Posting | None) -> dict[str, tuple[Span, ...]]:
    """The places each field was read from, by the reader's names; empty where there are none."""
    if posting is None:
        return {}
    try:
        found = json.loads(posting.reading)
    except ValueError:
        return {}
    spans = found.get("spans") if isinstance(found, dict) else None
    if not isinstance(spans, dict):
        return {}
    size = len(posting.text)
    read = {name: tuple(_spans(value, size)) for name, value in spans.items()}
    return {name: places for name, places in read.items() if places}


def _spans(value: Any, size: int) -> list[Span]:
    pairs = value if isinstance(value, list) else []
    return [
        (pair[0], pair[1])
        for pair in pairs
        if isinstance(pair, list)
        and len(pair) == 2
        and all(isinstance(part, int) for part in pair)
        and 0 <= pair[0] < pair[1] <= size
    ]


def to_view(text: str, offset: int) -> int:
    """The view's position of an offset into the text."""
    before = text[:offset]
    breaks = before.count("\r\n")
    if before.endswith("\r") and text[offset : offset + 1] == "\n":
        breaks += 1
    return len(before) + sum(character > "\uffff" for character in before) - breaks


def from_view(text: str, position: int) -> int:
    """The offset into the text of a position in the view; the inverse of `to_view`."""
    at = 0
    for offset, character in enumerate(text):
        if at >= position:
            return offset
        if character == "\r" and text[offset + 1 : offset + 2] == "\n":
            continue
        at += 2 if character > "\uffff" else 1
    return len(text)
