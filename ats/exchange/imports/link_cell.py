"""Reads a link from a cell: bare, in Markdown, in a spreadsheet's formula, or among words."""

from __future__ import annotations

import re
from typing import Any

from ats.exchange.imports.cells_in import Cells
from ats.exchange.imports.fields import Field

_BARE = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[([^\]]*)\]\(\s*<?((?:https?://|www\.)[^)\s>]+)>?\s*\)", re.IGNORECASE)
_FORMULA = re.compile(
    r"=\s*HYPERLINK\(\s*\"([^\"]+)\"\s*(?:[,;]\s*\"((?:[^\"]|\"\")*)\"\s*)?\)", re.IGNORECASE
)
# "=> call back" and "=== May ===" are text, and so are words that nothing is done with.
_COMPUTED = re.compile(r"""=(?!\s*[=>])[^()\d!"&+*/:;,$^%<{\[|]*[()\d!"&+*/:;,$^%<{\[|]""")
_INSIDE = re.compile(r"(?:https?://|www\.)[^\s<>\"')\]]+", re.IGNORECASE)


def link(cells: Cells) -> dict[str, Any]:
    """The link of a row: its column's, else the one its title carries."""
    text = cells.text(Field.LINK)
    if not text:
        return {"link": named_link(cells.text(Field.TITLE))[1]}
    if _BARE.fullmatch(text):
        return {"link": text}
    found = named_link(text)[1]
    if not found and (inside := _INSIDE.search(text)):
        found = inside[0].rstrip(".,;")
    if found:
        cells.keep(Field.LINK)
    else:
        cells.report(Field.LINK, "It isn’t a link.")
    return {"link": found}


def named_link(text: str) -> tuple[str, str]:
    """The words and the address of a link that carries words; both "" where there is none."""
    if match := _MARKDOWN.fullmatch(text):
        return match[1].strip(), match[2]
    if match := _FORMULA.fullmatch(text):
        return (match[2] or "").replace('""', '"').strip(), match[1]
    return "", ""


def is_unsaved_formula(text: str) -> bool:
    """Whether a cell holds a formula that stands for its value, which was not saved. One that
    tells the words or the address of a link stands for these."""
    return text.startswith("=") and bool(_COMPUTED.match(text)) and not any(named_link(text))
