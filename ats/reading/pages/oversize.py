"""Brings a page of any size and depth down to one that is parsed in bounded time: a parser's work
grows with the square of how deep elements lie in one another."""

from __future__ import annotations

import re

from ats.reading.late import late

_SMALL = 100_000
_FEW_TAGS = 3_000
LARGEST_PAGE = 1_000_000
"""Characters of markup, without scripts and styles, that are laid out. The longest saved posting
page seen has a quarter of that. What comes after is kept in `Reading.html`."""
_MOST_FLATTENED = 5_000_000
_DEEPEST_NESTING = 512
"""Levels a browser shows; deeper ones are laid out flat."""

_SILENT = (("<!--", "-->"), ("<style", "</style"), ("<svg", "</svg"), ("<script", "</script"))
_NESTING = late(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
    r"|p|li|dd|dt|tr|td|th|tbody|thead|tfoot|option|rp|rt)\b)[a-z]",
    re.I,
)
"""Tags of elements that stay open until they are closed."""
_BREAK = late(r"</?(?:div|section|article|p|ul|ol|li|table|tr|td|br|h[1-6])\b[^<>]*>", re.I)
_BREAKS = late(r"\n(?:[ \t\r]*\n){2,}")
_TAG = late(r"<[/!]?[a-z][^<>]*>", re.I)


def bounded(html: str) -> str:
    """The page itself, where it is of a usual size; else without what no one sees, cut at
    LARGEST_PAGE, and flat where it is nested without end."""
    if len(html) <= _SMALL and html.count("<") <= _FEW_TAGS:
        return html
    low = html.lower()
    if len(low) == len(html):
        html = _seen(html, low)
    if _depth(html[:LARGEST_PAGE]) <= _DEEPEST_NESTING:
        return html[:LARGEST_PAGE]
    return _flat(html[:_MOST_FLATTENED])[:LARGEST_PAGE]


def _seen(html: str, low: str) -> str:
    """The page without comments, styles, drawings and scripts, structured data excepted."""
    kept: list[str] = []
    at = 0
    places = {start: low.find(start) for start, _ in _SILENT}
    while True:
        found = [(place, start) for start, place in places.items() if place >= 0]
        if not found:
            break
        place, start = min(found)
        if place >= at:
            end = low.find(dict(_SILENT)[start], place + len(start))
            if end < 0:
                break
            end = low.find(">", end) + 1 or len(html)
            data = start == "<script" and "ld+json" in low[place : low.find(">", place)]
            kept.append(html[at : end if data else place])
            at = end
        places[start] = low.find(start, max(at, place + 1))
    return "".join([*kept, html[at:]])


def _depth(html: str) -> int:
    """How deep elements lie in one another at most."""
    depth = deepest = 0
    for match in _NESTING.finditer(html):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _flat(html: str) -> str:
    lines = _BREAKS.sub("\n\n", _TAG.sub("", _BREAK.sub("\n", html)))
    return lines.replace("\n", "<br>")
