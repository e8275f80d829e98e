"""What goes out in an export: which applications, in which format, and what is left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ats.commands.exporting import Export, ExportKind, Prepared, prepare_export
from ats.domain.overview import ApplicationDetail, ApplicationRow
from ats.domain.problem import Problem
from ats.domain.words import counted
from ats.exchange.archive.container_out import FOLDER, MANIFEST, SEARCH
from ats.exchange.exports.paper import Paper
from ats.exchange.exports.summary import summary, title_of
from ats.exchange.exports.summary_options import USUAL, Section, SummaryOptions
from ats.gui.transfer.formats import FORMATS, Format, Group, Look
from ats.store import Store
from ats.store.queries.application import application_detail

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """`rows` in the order they go out; `whole` is True where they are everything there is.
    `what`, `columns` (headers, empty for all) and `bom` count for tables, `sections`, `names` and
    `name` (the person's own) for summaries, `notes` and `pay` for both."""

    rows: tuple[ApplicationRow, ...]
    whole: bool = True
    format: Format = Format.CSV
    what: ExportKind = ExportKind.APPLICATIONS
    columns: tuple[str, ...] = ()
    bom: bool = True
    notes: bool = False
    pay: bool = False
    names: bool = True
    sections: frozenset[Section] = USUAL
    name: str = ""

    @property
    def options(self) -> SummaryOptions:
        return SummaryOptions(
            sections=self.sections,
            notes=self.notes,
            pay=self.pay,
            names=self.names,
            name=self.name,
        )

    @property
    def export(self) -> Export:
        table = FORMATS[self.format].look is Look.TABLE
        everything = self.format.group is Group.WHOLE
        return Export(
            ending=self.format.value,
            what=self.what if table else ExportKind.EVERYTHING,
            columns=self.columns if table else (),
            bom=self.bom,
            notes=self.notes or everything,
            pay=self.pay or everything,
            summary=self.options if self.format.is_summary else None,
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file will look like: a text, rows of a table, or a paper still to be laid out."""

    text: str = ""
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()
    paper: Paper | None = None


def prepared(store: Store, out: Outgoing) -> Prepared:
    """All that the file needs, read from the store. Raises Problem where there is nothing to
    write."""
    return prepare_export(store, out.export, None if out.whole else out.rows)


def preview(store: Store, out: Outgoing, most: int) -> Preview:
    """What the first applications look like in the file."""
    first = replace(out, rows=out.rows[:most], whole=False)
    if out.format is Format.ARCHIVE:
        return Preview(text=_archive_words(out))
    look = FORMATS[out.format].look
    if look is Look.PAGES:
        return Preview(paper=summary_paper(store, first))
    if look is Look.TABLE:
        kind = out.what
        if kind is ExportKind.EVERYTHING:
            kind = ExportKind.APPLICATIONS
        return _table(_text(store, replace(first, format=Format.CSV, what=kind)), most)
    try:
        return Preview(text=_text(store, first))
    except Problem as problem:
        return Preview(text=str(problem))


def summary_paper(store: Store, out: Outgoing) -> Paper:
    """The summary of these applications."""
    return summary(_details(store, out.rows), store.today(), out.options)


def file_name(out: Outgoing) -> str:
    """A name to offer: the one application's, or the whole's."""
    name = "job search" if out.format is Format.ARCHIVE else "applications"
    if out.format is Format.CALENDAR:
        name = "interviews"
    if FORMATS[out.format].look is Look.TABLE and out.what is not ExportKind.EVERYTHING:
        name = out.what.value
    if out.format.is_summary:
        name = title_of(out.rows[0]) if len(out.rows) == 1 else "summary"
    return named(name, out.format)


def named(name: str, form: Format) -> str:
    """A file's name for a title, with only such signs as every system takes."""
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return "-".join(kept.lower().split())[:_LONGEST_NAME] + form.value


def _text(store: Store, out: Outgoing) -> str:
    """A file of text without its byte order mark."""
    content = prepared(store, out).content()
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def _table(text: str, most: int) -> Preview:
    """The first rows of a CSV, as a table."""
    lines = csv.reader(io.StringIO(text, newline=""))
    headers = tuple(next(lines, ()))
    rows = ((number, tuple(cells)) for number, cells in enumerate(lines, start=2))
    return Preview(headers=headers, rows=tuple(islice(rows, most)))


def _archive_words(out: Outgoing) -> str:
    lines = [
        f"{SEARCH}: " + counted(len(out.rows), "application") + " with postings, requirements, "
        "history, interviews, offers and notes, and the evidence, contacts and companies they "
        "refer to.",
        f"{FOLDER}: each document, byte for byte.",
        f"{MANIFEST}: a checksum of each file.",
        "",
        "Import it here or on another computer: you see what is new and what differs before "
        "anything is written.",
    ]
    return "\n".join(lines)


def _details(store: Store, rows: Sequence[ApplicationRow]) -> list[ApplicationDetail]:
    found = (application_detail(store, row.id) for row in rows)
    return [detail for detail in found if detail is not None]
