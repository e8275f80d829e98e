"""Writes a paper as one HTML page that needs nothing else, reads well on a screen, on paper and in
the dark, and in which every text is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from ats.domain.words import status_name
from ats.exchange.exports.html_page import PAGE
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

_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def html_page(paper: Paper) -> str:
    """The paper as a whole page."""
    return PAGE.substitute(
        title=escape(paper.title),
        language=escape(paper.language),
        width="74rem" if paper.wide else "52rem",
        side="landscape" if paper.wide else "portrait",
        body="\n".join(part for block in paper.blocks for part in _block(block)),
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block)
        case Text():
            soft = ' class="soft"' if block.soft else ""
            yield f'<p dir="auto"{soft}>{escape(block.text.strip())}</p>'
        case Figures():
            cells = (f"<li><b>{escape(number)}</b> {escape(of)}</li>" for number, of in block.pairs)
            yield f'<ul class="figures">{"".join(cells)}</ul>'
        case Facts():
            yield _facts(block.pairs, "facts")
        case Items():
            yield from _items(block)
        case Table():
            yield from _table(block)
        case Blanks():
            lines = (f"<div><span>{escape(label)}</span></div>" for label in block.labels)
            yield f'<div class="blanks">{"".join(lines)}</div>'


def _heading(block: Heading) -> str:
    level = min(block.level, 6)
    anchor = f' id="{escape(block.anchor)}"' if block.anchor else ""
    opens = ' class="opens"' if block.opens_page else ""
    heading = f'<h{level}{anchor}{opens} dir="auto">{escape(block.text)}</h{level}>'
    return heading + (
        f'\n<p class="note" dir="auto">{escape(block.note)}</p>' if block.note else ""
    )


def _facts(pairs: Iterable[tuple[str, str]], kind: str) -> str:
    rows = "".join(
        f'<div><dt>{escape(name)}</dt><dd dir="auto">{_value(value)}</dd></div>\n'
        for name, value in pairs
    )
    return f'<dl class="{kind}">\n{rows}</dl>'


def _items(block: Items) -> Iterator[str]:
    beside = block.headers is not None and any(item.details for item in block.items)
    led = any(item.lead or item.status for item in block.items)
    kinds = ["items", *["beside"] * beside, *["led"] * led]
    yield f'<ul class="{" ".join(kinds)}">'
    if beside and block.headers:
        heads = "".join(f"<span>{escape(header)}</span>" for header in block.headers)
        yield f'<li class="head" aria-hidden="true">{heads}</li>'
    for item in block.items:
        yield _item(item, led=led)
    yield "</ul>"


def _item(item: Item, *, led: bool) -> str:
    parts = []
    if item.status:
        parts.append(f'<span class="lead {item.status.value}">{status_name(item.status)}</span>')
    elif led:
        parts.append(f'<span class="lead">{escape(item.lead)}</span>')
    parts.append(f'<span class="said" dir="auto">{escape(item.text)}</span>')
    if item.details:
        parts.append(_facts(item.details, "details"))
    return f"<li>{' '.join(parts)}</li>"


def _table(table: Table) -> Iterator[str]:
    total = sum(table.weights)
    yield "<table>"
    if total:
        columns = (f'<col style="width:{weight / total:.0%}">' for weight in table.weights)
        yield f"<colgroup>{''.join(columns)}</colgroup>"
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in table.headers)
    yield f"<thead><tr>{head}</tr></thead>\n<tbody>"
    for at, cells in enumerate(table.rows):
        anchor = table.links[at] if table.links else ""
        yield f"<tr>{''.join(_cells(cells, anchor))}</tr>"
    yield "</tbody>\n</table>"


def _cells(cells: Iterable[str], anchor: str) -> Iterator[str]:
    for at, cell in enumerate(cells):
        text = "<br>".join(_value(line) for line in cell.split("\n"))
        if anchor and at == 0:
            text = f'<a href="#{escape(anchor)}">{escape(cell)}</a>'
        yield f'<td dir="auto">{text}</td>'


def _value(value: str) -> str:
    """A value; a web address can be followed, any other address is only text."""
    if _LINK.fullmatch(value):
        return f'<a href="{escape(value)}" rel="noreferrer">{escape(value)}</a>'
    return escape(value.strip())
