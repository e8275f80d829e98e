"""What of a workbook is looked at before it is given to the library that reads it: that library
reserves room for every cell between the first and the last, so two cells far apart would end
the program."""

from __future__ import annotations

import re

from ats.domain.problem import Problem
from ats.exchange.imports.archive_in import Archive
from ats.exchange.imports.raw_table import MOST_COLUMNS, MOST_ROWS

_MOST_CELLS = 12_000_000
"""Places for cells, filled or not; each takes some thirty bytes."""

_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
# A cell as no program writes it; where there is none, one search tells that none is far out.
_ODD_CELL = re.compile(rb"""<(?:\w+:c|c(?! r="))[\s>/]""")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
# Either, so that most sheets are looked through once.
_ODD = re.compile(rb"""<(?:\w+:[cf]|f|c(?! r="))[\s>/]""")
_FAR = re.compile(rb'<c r="(?:[A-Za-z]{2,}|[A-Za-z](?:[2-9]\d{5}|\d{7}))')
_PLACE = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{1,7})(\d{1,9})""")
_ROW = re.compile(rb"""<(?:\w+:)?row\b[^>]*\br\s*=\s*["']\s*(\d{1,9})""")
_REPEATED = re.compile(
    rb"""<table:(?P<kind>table-row|table-cell|covered-table-cell)\b(?P<inner>[^>]*)"""
    rb"""table:number-(?:rows|columns)-repeated\s*=\s*["'](?P<times>\d+)["'](?P<rest>[^>]*)>"""
)
_MOST_REPEATED = 100


def check_workbook(archive: Archive, name: str) -> frozenset[str]:
    """The paths of the sheets that have formulas. Raises Problem for a workbook that is
    protected, damaged, unpacks to too much, declares entities, or has cells that are too far
    apart."""
    names = archive.names()
    with_formulas: set[str] = set()
    if len({each.casefold() for each in names}) != len(names):
        raise Problem(f"{name} is damaged: it has two parts of one name. Nothing was imported.")
    for path in names:
        part = archive.read(path)
        if _DECLARED.search(part[:4096]):
            raise Problem(f"{name} isn’t a plain workbook. Nothing was imported.")
        if b"sheetData" in part:
            odd = _ODD.search(part) is not None
            _check_places(part, name, plain=not odd or _ODD_CELL.search(part) is None)
            if odd and _FORMULA.search(part):
                with_formulas.add(path)
        elif path == "content.xml":
            _check_repeats(part, name)
    return frozenset(with_formulas)


def _check_places(part: bytes, name: str, *, plain: bool) -> None:
    if plain and not _FAR.search(part):
        return
    width = height = 1
    for match in _PLACE.finditer(part):
        width = max(width, _column(match[1]))
        height = max(height, int(match[2]))
    if not plain:
        height = max([height, *(int(match[1]) for match in _ROW.finditer(part))])
    if height > MOST_ROWS:
        raise Problem(f"{name} has cells below row {MOST_ROWS:,}. Import it in parts.")
    if width > MOST_COLUMNS or width * height > _MOST_CELLS:
        raise Problem(f"{name} has cells too far to the right. Nothing was imported.")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_repeats(part: bytes, name: str) -> None:
    """Empty rows and cells are repeated to the end of the sheet by every program; filled ones
    are not."""
    for match in _REPEATED.finditer(part):
        if int(match["times"]) <= _MOST_REPEATED:
            continue
        tag = match["inner"] + match["rest"]
        if match["kind"] == b"table-row":
            end = part.find(b"</table:table-row>", match.end())
            inner = part[match.end() : end] if end >= 0 else part[match.end() :]
            filled = b"office:value-type" in inner or b"<text:" in inner
        else:
            filled = b"office:value-type" in tag or (
                not tag.rstrip().endswith(b"/") and part[match.end() : match.end() + 6] == b"<text:"
            )
        if filled:
            raise Problem(f"{name} repeats a cell too often. Nothing was imported.")
