"""The formulas of a sheet: the addresses that HYPERLINK leads to, and the text of a formula
whose value was not saved. The library that reads the cells gives saved values only.

Source of the format: ECMA-376, part worksheet, elements c, f and v.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import NamedTuple

from ats.exchange.imports.link_cell import named_link
from ats.exchange.imports.workbook_links import MOST_LINKS, is_web
from ats.exchange.imports.workbook_parts import Place, attributes, place_of

_MOST_FORMULAS = 2_000_000
_MOST_TEXTS = 1_000_000
_LONGEST_TAG = 4_000
_PLAIN = re.compile(rb"<f(?=[\s>/])")
_PREFIXED = re.compile(rb"<\w+:f(?=[\s>/])")
# From behind "<f": its attributes and its text, and the value where one is saved.
_REST = re.compile(
    rb"([^<>]{0,4000})>(?:([^<>]*)</(?:\w+:)?f>)?"
    rb"(\s*<(?:\w+:)?v(?=[\s>/])[^<>]{0,4000}>([^<>]*))?"
)
_ADDRESS = re.compile(r'\bHYPERLINK\(\s*"([^"]+)"\s*[,;)]', re.IGNORECASE)


class Formulas(NamedTuple):
    """By the place of the cell: the addresses of web pages, and what stands for a value that
    was not saved."""

    links: dict[Place, str]
    texts: dict[Place, str]


def formulas_of(part: bytes) -> Formulas:
    """The formulas of a sheet's part. Where a value was not saved, what the cell would show is
    known of a link only; else the formula stands for it, "=TODAY()-B2". A formula that several
    cells share is that of the first of them."""
    found = Formulas({}, {})
    shared: dict[str, str] = {}
    pattern = _PLAIN if _PLAIN.search(part) else _PREFIXED
    for match in islice(pattern.finditer(part), _MOST_FORMULAS):
        rest = _REST.match(part, match.end())
        # The tag of its cell stands right before it.
        start = part.rfind(b"<", max(0, match.start() - _LONGEST_TAG), match.start())
        if rest is None or start < 0:
            continue
        cell, own = _attributes(part[start : match.start()]), _attributes(rest[1])
        formula = _text(rest[2] or b"") or shared.get(own.get("si", ""), "")
        if "si" in own:
            shared.setdefault(own["si"], formula)
        place = place_of(cell.get("r", ""))
        if place is None or not formula:
            continue
        saved = bool(rest[4]) or (rest[3] is not None and cell.get("t") == "str")
        _add(found, place, formula, shown=bool(rest[4]), saved=saved)
    return found


def _add(found: Formulas, place: Place, formula: str, *, shown: bool, saved: bool) -> None:
    if shown or not saved:
        link = _ADDRESS.search(formula)
        if link and is_web(link[1]) and len(found.links) < MOST_LINKS:
            found.links[place] = link[1]
    if not saved and len(found.texts) < _MOST_TEXTS:
        words, address = named_link(f"={formula}")
        found.texts[place] = words or address or f"={formula}"


def _attributes(tag: bytes) -> dict[str, str]:
    return attributes(tag.decode("utf-8", errors="replace")) if b"=" in tag else {}


def _text(text: bytes) -> str:
    return unescape(text.decode("utf-8", errors="replace")).strip()
