"""Workbooks as spreadsheet programs write them, made by hand, part by part, so that odd and
hostile ones can be made as well."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DAY, _CLOCK = 1, 2


class Formula(NamedTuple):
    """A formula without its "=", and its value where one is saved. `saved` "" is a text of no
    letters; `shared` the number that cells with one formula have, where only the first has it
    written out."""

    text: str
    saved: str | int | None = None
    shared: int | None = None


Cell = str | int | float | bool | None | tuple[str, str] | Formula
"""Text, a number, yes or no, nothing; ("day", "45000.5") for a day number with the format of a
date; or a formula."""


def workbook(
    sheets: Mapping[str, Sequence[Sequence[Cell]]],
    *,
    links: Mapping[tuple[str, str], str] | None = None,
    merged: Mapping[str, Sequence[str]] | None = None,
    hidden: Iterable[str] = (),
    since_1904: bool = False,
    parts: Mapping[str, str] | None = None,
) -> bytes:
    """An .xlsx. `links` is (sheet, cell) to address, `merged` sheet to ranges, `parts` replaces
    or adds parts of the package by their path."""
    names = list(sheets)
    all_parts = {
        "[Content_Types].xml": _content_types(len(names)),
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml", False)]),
        "xl/workbook.xml": _book(names, set(hidden), since_1904),
        "xl/_rels/workbook.xml.rels": _relationships(
            [("worksheet", f"worksheets/sheet{at}.xml", False) for at, _ in enumerate(names, 1)]
            + [("styles", "styles.xml", False)]
        ),
        "xl/styles.xml": _styles(),
    }
    for at, name in enumerate(names, 1):
        own = [(cell, url) for (sheet, cell), url in (links or {}).items() if sheet == name]
        all_parts[f"xl/worksheets/sheet{at}.xml"] = _sheet(
            sheets[name], own, (merged or {}).get(name, ())
        )
        if own:
            all_parts[f"xl/worksheets/_rels/sheet{at}.xml.rels"] = _relationships(
                [("hyperlink", url, True) for _, url in own]
            )
    return zipped({**all_parts, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A .zip of these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, part in parts.items():
            archive.writestr(path, part)
    return content.getvalue()


def sheet_xml(rows: str) -> str:
    """A worksheet with these rows of XML."""
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    )


def column_name(at: int) -> str:
    """The letters of a column, counted from 0."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def _sheet(
    rows: Sequence[Sequence[Cell]], links: Sequence[tuple[str, str]], merged: Sequence[str]
) -> str:
    body = "".join(
        f'<row r="{number}">'
        + "".join(_cell(f"{column_name(at)}{number}", cell) for at, cell in enumerate(row))
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    ranges = "".join(f'<mergeCell ref="{each}"/>' for each in merged)
    anchors = "".join(
        f'<hyperlink ref="{cell}" r:id="rId{at}"/>' for at, (cell, _) in enumerate(links, 1)
    )
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{_MAIN}" xmlns:r="{_RELS}">'
        f"<sheetData>{body}</sheetData>"
        + (f"<mergeCells>{ranges}</mergeCells>" if ranges else "")
        + (f"<hyperlinks>{anchors}</hyperlinks>" if anchors else "")
        + "</worksheet>"
    )


def _cell(place: str, value: Cell) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, Formula):
        kind = ' t="str"' if isinstance(value.saved, str) else ""
        shared = "" if value.shared is None else f' t="shared" si="{value.shared}"'
        saved = "<v/>" if value.saved is None else f"<v>{escape(str(value.saved))}</v>"
        return f'<c r="{place}"{kind}><f{shared}>{escape(value.text)}</f>{saved}</c>'
    if isinstance(value, tuple):
        style = _CLOCK if "." in value[1] else _DAY
        return f'<c r="{place}" s="{style}"><v>{value[1]}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        text = escape(value)
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _book(names: Sequence[str], hidden: set[str], since_1904: bool) -> str:
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{at}" r:id="rId{at}"'
        + (' state="hidden"' if name in hidden else "")
        + "/>"
        for at, name in enumerate(names, 1)
    )
    since = '<workbookPr date1904="1"/>' if since_1904 else ""
    return (
        f'<?xml version="1.0"?><workbook xmlns="{_MAIN}" xmlns:r="{_RELS}">'
        f"{since}<sheets>{sheets}</sheets></workbook>"
    )


def _relationships(items: Sequence[tuple[str, str, bool]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELS}/{kind}" Target={quoteattr(target)}'
        + (' TargetMode="External"' if outside else "")
        + "/>"
        for at, (kind, target, outside) in enumerate(items, 1)
    )
    return (
        f'<?xml version="1.0"?><Relationships xmlns="{_PACKAGE}/relationships">'
        f"{inner}</Relationships>"
    )


def _styles() -> str:
    return (
        f'<?xml version="1.0"?><styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/>'
        '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>'
        "</cellXfs></styleSheet>"
    )


def _content_types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    own = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{kind}.worksheet+xml"/>'
        for at in range(1, sheets + 1)
    )
    return (
        f'<?xml version="1.0"?><Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{own}'
        f'<Override PartName="/xl/styles.xml" ContentType="{kind}.styles+xml"/></Types>'
    )
