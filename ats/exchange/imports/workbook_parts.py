"""Finds the parts of an .xlsx that belong to a sheet, and reads the tags in them.

Source of the format: ECMA-376, parts workbook, worksheet and relationships.
"""

from __future__ import annotations

import posixpath
import re
from html import unescape
from typing import NamedTuple

from ats.exchange.imports.archive_in import Archive

Place = tuple[int, int]
"""The row and the column of a cell, counted from 0."""

_BOOK = "xl/workbook.xml"
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]{0,4000})>")
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\b([^>]{0,4000})>")
# A name is only looked for where one begins, or a very long word would be looked through again
# from each of its letters.
_ATTRIBUTE = re.compile(r"""(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


class Relationship(NamedTuple):
    """What a part refers to: an address or the path of another part, and the name of its kind,
    such as "hyperlink"."""

    target: str
    kind: str


def sheet_paths(archive: Archive) -> dict[str, str]:
    """The path of each sheet's part by the name of the sheet; nothing where the workbook is no
    .xlsx."""
    if _BOOK not in archive or related_path(_BOOK) not in archive:
        return {}
    targets = relationships(archive, _BOOK)
    found: dict[str, str] = {}
    for match in _SHEET.finditer(archive.text(_BOOK)):
        own = attributes(match[1])
        relationship = targets.get(own.get("id", ""))
        path = part_path(_BOOK, relationship.target) if relationship is not None else ""
        if path in archive:
            found[own.get("name", "")] = path
    return found


def related_path(path: str) -> str:
    """The part that lists what a part refers to."""
    return posixpath.join(posixpath.dirname(path), "_rels", f"{posixpath.basename(path)}.rels")


def part_path(path: str, target: str) -> str:
    """The path of the part that `path` refers to as `target`."""
    if target.startswith("/"):
        return posixpath.normpath(target.lstrip("/"))
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), target))


def relationships(archive: Archive, path: str) -> dict[str, Relationship]:
    """What a part refers to, by the names it uses; nothing where it refers to nothing."""
    found: dict[str, Relationship] = {}
    related = related_path(path)
    if related in archive:
        for match in _RELATIONSHIP.finditer(archive.text(related)):
            own = attributes(match[1])
            kind = own.get("Type", "").rpartition("/")[2]
            found[own.get("Id", "")] = Relationship(own.get("Target", ""), kind)
    return found


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag, without the prefixes of their names."""
    pairs = _ATTRIBUTE.findall(text)
    return {name.split(":")[-1]: unescape(one or two) for name, one, two in pairs}


def place_of(text: str) -> Place | None:
    """The place that "B3" or the first cell of "B3:B4" is; None where the text is none."""
    match = _PLACE.match(text)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1
