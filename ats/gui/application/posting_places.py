"""The places in a posting that its fields were read from, as they are kept with it. Pure."""

from __future__ import annotations

import json
import re
from typing import Any

from ats.domain.posting import Posting

Span = tuple[int, int]
_WORD = re.compile(r"\w+")


def read_spans(posting: Posting | None) -> dict[str, tuple[Span, ...]]:
    """The places each field was read from, by the reader's names; empty where there are none."""
    spans = _kept(posting).get("spans")
    if posting is None or not isinstance(spans, dict):
        return {}
    size = len(posting.text)
    read = {name: tuple(_spans(value, size)) for name, value in spans.items()}
    return {name: places for name, places in read.items() if places}


def read_benefits(posting: Posting | None) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """The benefits that are kept with a posting, each with the places that say its words."""
    found = _kept(posting).get("benefits")
    texts = found if isinstance(found, list) else []
    places = read_spans(posting).get("benefits", ())
    said = posting.text if posting else ""
    return tuple(
        (text, tuple(span for span in places if _same(said[slice(*span)], text)))
        for text in texts
        if isinstance(text, str) and text.strip()
    )


def _kept(posting: Posting | None) -> dict[str, Any]:
    try:
        found = json.loads(posting.reading) if posting else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _same(one: str, other: str) -> bool:
    """Whether two texts have the same words, whatever stands between them."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


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
