"""The addresses behind the cells of a sheet: the library that reads the cells leaves them out."""

from __future__ import annotations

import re

from ats.exchange.imports.archive_in import Archive
from ats.exchange.imports.workbook_parts import Place, attributes, place_of, relationships

MOST_LINKS = 200_000
_HYPERLINK = re.compile(rb"<(?:\w+:)?hyperlink\b([^>]{0,4000})>")


def links_of_sheet(archive: Archive, path: str) -> dict[Place, str]:
    """The addresses of web pages that the cells of a sheet lead to, by the place of the cell."""
    related = relationships(archive, path)
    if not any(each.kind == "hyperlink" for each in related.values()):
        return {}
    part = archive.read(path)
    found: dict[Place, str] = {}
    for match in _HYPERLINK.finditer(part, max(0, part.rfind(b"</sheetData>"))):
        own = attributes(match[1].decode("utf-8", errors="replace"))
        place, link = place_of(own.get("ref", "")), related.get(own.get("id", ""))
        if place and link is not None and is_web(link.target) and len(found) < MOST_LINKS:
            found[place] = link.target
    return found


def is_web(address: str) -> bool:
    """Whether an address is that of a web page."""
    return address.lower().startswith(("http://", "https://"))
