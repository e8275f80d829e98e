"""The comments on the cells of a sheet, which spreadsheet programs also call notes.

Source of the format: ECMA-376, part comments. A threaded comment has its words there as well,
below a notice to programs that don't know such comments.
"""

from __future__ import annotations

import re
from html import unescape

from ats.exchange.imports.archive_in import Archive
from ats.exchange.imports.workbook_parts import (
    Place,
    attributes,
    part_path,
    place_of,
    relationships,
)

_MOST_COMMENTS = 50_000
_MOST_LETTERS = 20_000_000
# A comment begins, or a piece of its text.
_PIECE = re.compile(rb"<(?:\w+:)?(?:comment(?=\s)([^<>]{0,4000})|t(?:\s[^<>]{0,4000})?)>([^<]*)")
# The address ends the notice, in whatever language it is; "Comment:" is the line below it.
_NOTICE = re.compile(r"[^\n]*\n.{0,2000}?linkid=870924\s*(?:[^\n:]{1,40}:\n)?", re.DOTALL)


def comments_of_sheet(archive: Archive, path: str) -> dict[Place, str]:
    """The comments on the cells of a sheet, by the place of the cell."""
    pieces: dict[Place, list[str]] = {}
    letters = 0
    for related in relationships(archive, path).values():
        comments = part_path(path, related.target)
        if related.kind != "comments" or comments not in archive:
            continue
        place: Place | None = None
        for match in _PIECE.finditer(archive.read(comments)):
            letters += len(match[2])
            if len(pieces) > _MOST_COMMENTS or letters > _MOST_LETTERS:
                break
            if match[1] is not None:
                place = place_of(attributes(_text(match[1])).get("ref", ""))
            elif place is not None:
                pieces.setdefault(place, []).append(unescape(_text(match[2])))
    texts = ((place, _without_notice("".join(parts)).strip()) for place, parts in pieces.items())
    return {place: text for place, text in texts if text}


def _text(text: bytes) -> str:
    return text.decode("utf-8", errors="replace")


def _without_notice(text: str) -> str:
    notice = _NOTICE.match(text) if text.startswith("[") else None
    return text[notice.end() :] if notice is not None else text
