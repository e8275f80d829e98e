"""What goes out in an export: which applications, in which format, with or without notes and
pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ats.commands.exporting import Export, prepare_export
from ats.commands.papers import paper_bytes
from ats.domain.overview import ApplicationDetail, ApplicationRow
from ats.domain.words import status_name
from ats.exchange.exports.paper import (
    Blanks,
    Block,
    Facts,
    Figures,
    Heading,
    Items,
    Paper,
    Table,
    Text,
)
from ats.exchange.exports.summary import summary, title_of
from ats.exchange.exports.summary_options import SummaryOptions
from ats.store import Store
from ats.store.queries.application import application_detail


class Format(StrEnum):
    """The value is the ending of the file."""

    CSV = ".csv"
    JSON = ".json"
    MARKDOWN = ".md"
    HTML = ".html"

    @property
    def is_summary(self) -> bool:
        """Whether it is for people to read, so that some of it may be left out."""
        return self in (Format.MARKDOWN, Format.HTML)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """`rows` in the order they go out; `notes` and `pay` count for summaries only."""

    rows: tuple[ApplicationRow, ...]
    format: Format = Format.CSV
    notes: bool = False
    pay: bool = False


def content(store: Store, out: Outgoing) -> bytes:
    """The bytes of the file."""
    if not out.format.is_summary:
        # Whoever opens a CSV by a double click is in Excel, which needs the mark.
        export = Export(ending=out.format.value, bom=True)
        return prepare_export(store, export, out.rows).content()
    return paper_bytes(_paper(store, out), out.format.value)


def preview(store: Store, out: Outgoing, most: int) -> str:
    """What the first applications look like in the file, as text to read."""
    first = replace(out, rows=out.rows[:most])
    if out.format is Format.HTML:
        return "\n\n".join("\n".join(_plain(block)) for block in _paper(store, first).blocks)
    return content(store, first).decode("utf-8-sig").replace("\r\n", "\n")


def file_name(out: Outgoing) -> str:
    """A name to offer: the one application's, or the whole's."""
    name = "applications"
    if out.format.is_summary:
        name = title_of(out.rows[0]) if len(out.rows) == 1 else "summary"
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return "-".join(kept.lower().split())[:80] + out.format.value


def _paper(store: Store, out: Outgoing) -> Paper:
    options = SummaryOptions(notes=out.notes, pay=out.pay)
    return summary(_details(store, out.rows), store.today(), options)


def _plain(block: Block) -> Iterator[str]:
    """What a block says, without the signs of a format."""
    match block:
        case Text():
            yield block.text
        case Heading():
            yield from (text for text in (block.text, block.note) if text)
        case Figures():
            yield " · ".join(f"{number} {of}" for number, of in block.pairs)
        case Facts():
            yield from (f"{name}: {value}" for name, value in block.pairs)
        case Items():
            for item in block.items:
                lead = status_name(item.status) if item.status else item.lead
                yield f"• {lead}: {item.text}" if lead else f"• {item.text}"
                yield from (f"   {name}: {value}" for name, value in item.details)
        case Table():
            yield from (" · ".join(cells) for cells in (block.headers, *block.rows))
        case Blanks():
            yield from block.labels


def _details(store: Store, rows: Sequence[ApplicationRow]) -> list[ApplicationDetail]:
    found = (application_detail(store, row.id) for row in rows)
    return [detail for detail in found if detail is not None]
