"""The places in a posting that its fields were read from, as they are kept with it. Pure."""

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
