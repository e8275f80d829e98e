"""Writes blocks as one HTML page that needs nothing else, reads well on paper and in the dark,
and in which every text is only text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from string import Template

from ats.exchange.exports.summary import Block, Facts, Heading, Item, Items, Table, Text

_PAGE = Template("""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
:root { color-scheme: light dark; --text: #182125; --soft: #46545b; --line: #d8dfe3;
  --page: #ffffff; --accent: #0a6872; }
@media (prefers-color-scheme: dark) { :root { --text: #e9eef0; --soft: #b9c4c9;
  --line: #303b41; --page: #1a2125; --accent: #58c2cc; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page);
  max-width: 46rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.3rem; margin-top: 2.5rem; }
h3 { font-size: 1.1rem; margin-top: 1.5rem; } h4 { font-size: 1rem; margin-bottom: .25rem; }
h2 { border-top: 1px solid var(--line); padding-top: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { color: var(--soft); } dd { margin: 0; } li dl { margin: .25rem 0 .75rem; }
p, dd { white-space: pre-wrap; } a { color: var(--accent); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
@media print {
  :root { --text: #000; --soft: #444; --line: #bbb; --page: #fff; --accent: #000; }
  body { max-width: none; margin: 0; font-size: 10pt; }
  h1, h2, h3, h4 { break-after: avoid; } li, tr { break-inside: avoid; }
}
</style>
</head>
<body>
$body
</body>
</html>
""")

_LINK = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def html_page(blocks: Iterable[Block], title: str) -> str:
    """The blocks as a whole page."""
    body = "\n".join(part for block in blocks for part in _block(block))
    return _PAGE.substitute(title=escape(title), body=body)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            level = min(block.level, 6)
            yield f"<h{level}>{escape(block.text)}</h{level}>"
        case Text():
            yield f"<p>{escape(block.text.strip())}</p>"
        case Facts():
            yield _facts(block.pairs)
        case Items():
            yield f"<ul>\n{''.join(_item(item) for item in block.items)}</ul>"
        case Table():
            yield _table(block)


def _facts(pairs: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{_value(value)}</dd>\n" for name, value in pairs)
    return f"<dl>\n{rows}</dl>"


def _item(item: Item) -> str:
    return f"<li>{escape(item.text)}{_facts(item.details) if item.details else ''}</li>\n"


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(header)}</th>" for header in table.headers)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>\n"
        for cells in table.rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"


def _value(value: str) -> str:
    """A value; a web address can be followed, any other address is only text."""
    if _LINK.fullmatch(value):
        return f'<a href="{escape(value)}" rel="noreferrer">{escape(value)}</a>'
    return escape(value.strip())
