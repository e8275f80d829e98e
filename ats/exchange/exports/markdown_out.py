"""Writes a paper as Markdown. Every text is escaped, so that nothing a person pasted can open a
heading, list, table, link or piece of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ats.domain.words import status_name
from ats.exchange.exports.paper import (
    Blanks,
    Block,
    Facts,
    Figures,
    Heading,
    Item,
    Items,
    Paper,
    Table,
    Text,
)

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&#]")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")
_LINK = re.compile(r"https?://[^\s<>]+")


def markdown(paper: Paper) -> str:
    """The paper as CommonMark with tables (github.github.com/gfm)."""
    parts = ("\n".join(_lines(block)) for block in paper.blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from _heading(block)
        case Text():
            yield _paragraphs(block.text)
        case Figures():
            yield " · ".join(f"**{_inline(number)}** {_inline(of)}" for number, of in block.pairs)
        case Facts():
            yield from (f"- **{_inline(name)}:** {_value(value)}" for name, value in block.pairs)
        case Items():
            yield from (line for item in block.items for line in _item(item))
        case Table():
            yield from _table(block)
        case Blanks():
            yield from (f"- {_inline(label)}:" for label in block.labels)


def _heading(block: Heading) -> Iterator[str]:
    yield f"{'#' * min(block.level, 6)} {_inline(block.text)}"
    if block.note:
        yield f"\n{_inline(block.note)}"


def _item(item: Item) -> Iterator[str]:
    lead = status_name(item.status) if item.status else item.lead
    yield f"- **{_inline(lead)}:** {_inline(item.text)}" if lead else f"- {_inline(item.text)}"
    for name, value in item.details:
        yield f"  - **{_inline(name)}:** {_inline(value)}"


def _table(table: Table) -> Iterator[str]:
    yield _row(table.headers)
    yield _row(["---"] * len(table.headers), escaped=True)
    for cells in table.rows:
        yield _row(cells)


def _row(cells: Iterable[str], *, escaped: bool = False) -> str:
    return f"| {' | '.join(cell if escaped else _inline(cell) for cell in cells)} |"


def _value(text: str) -> str:
    return f"<{text}>" if _LINK.fullmatch(text) else _inline(text)


def _inline(text: str) -> str:
    """A text on one line, every sign that means something escaped."""
    return _line(" ".join(text.split()))


def _paragraphs(text: str) -> str:
    """Free text whose lines stay lines."""
    lines = [_line(line.strip()) for line in text.strip().splitlines()]
    parts = re.split(r"\n{2,}", "\n".join(lines))
    return "\n\n".join(part.replace("\n", "\\\n") for part in parts)


def _line(text: str) -> str:
    text = _SIGNS.sub(r"\\\g<0>", text)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", text)
