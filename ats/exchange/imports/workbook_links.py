"""The addresses behind the cells of an .xlsx: the library that reads the cells leaves them out.

Source of the format: ECMA-376, parts workbook, worksheet (hyperlinks) and relationships.
"""

from __future__ import annotations

import posixpath
import re
from html import unescape

from ats.exchange.imports.archive_in import Archive

Links = dict[tuple[int, int], str]

_BOOK = "xl/workbook.xml"
_MOST_LINKS = 200_000
_SHEET = re.compile(r"<(?:\w+:)?sheet\b([^>]{0,4000})>")
_RELATIONSHIP = re.compile(r"<(?:\w+:)?Relationship\b([^>]{0,4000})>")
_HYPERLINK = re.compile(rb"<(?:\w+:)?hyperlink\b([^>]{0,4000})>")
# A name is only looked for where one begins, or a very long word would be looked through again
# from each of its letters.
_ATTRIBUTE = re.compile(r"""(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def links_of_sheets(archive: Archive) -> dict[str, Links]:
    """(row, column) from 0 to address, by the name of the sheet; of web pages only."""
    if _BOOK not in archive or "xl/_rels/workbook.xml.rels" not in archive:
        return {}
    targets = _relationships(archive, "xl/_rels/workbook.xml.rels")
    book = archive.text(_BOOK)
    found: dict[str, Links] = {}
    for match in _SHEET.finditer(book):
        attributes = _attributes(match[1])
        target = targets.get(attributes.get("id", ""), "")
        path = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        links = _links_of(archive, posixpath.normpath(path))
        if links:
            found[attributes.get("name", "")] = links
    return found


def _links_of(archive: Archive, path: str) -> Links:
    rels = posixpath.join(posixpath.dirname(path), "_rels", f"{posixpath.basename(path)}.rels")
    if path not in archive or rels not in archive:
        return {}
    targets = _relationships(archive, rels)
    part = archive.read(path)
    found: Links = {}
    for match in _HYPERLINK.finditer(part, max(0, part.rfind(b"</sheetData>"))):
        attributes = _attributes(match[1].decode("utf-8", errors="replace"))
        place = _PLACE.match(attributes.get("ref", ""))
        url = targets.get(attributes.get("id", ""), "")
        if place and url.lower().startswith(("http://", "https://")) and len(found) < _MOST_LINKS:
            column = 0
            for letter in place[1]:
                column = column * 26 + ord(letter) - 64
            found[int(place[2]) - 1, column - 1] = url
    return found


def _relationships(archive: Archive, path: str) -> dict[str, str]:
    found = {}
    for match in _RELATIONSHIP.finditer(archive.text(path)):
        attributes = _attributes(match[1])
        found[attributes.get("Id", "")] = attributes.get("Target", "")
    return found


def _attributes(text: str) -> dict[str, str]:
    """The attributes of a tag, without the prefixes of their names."""
    pairs = _ATTRIBUTE.findall(text)
    return {name.split(":")[-1]: unescape(one or two) for name, one, two in pairs}
