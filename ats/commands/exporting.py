"""What is tracked as a file, in the format its ending names: one way out for the window and
the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from ats.commands.archiving import Collected, collect
from ats.commands.export_parts import Part, Request, parts_of
from ats.commands.papers import PAPER_ENDINGS
from ats.domain.overview import ApplicationRow
from ats.domain.problem import Problem
from ats.domain.saved_view import ApplicationFilter
from ats.exchange.exports.sheets import (
    applications_sheet,
    contacts_sheet,
    events_sheet,
    offers_sheet,
    requirements_sheet,
)
from ats.exchange.exports.summary_options import SummaryOptions
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.queries.listing import imported_headers
from ats.whole_file import write_all_whole

Progress = Callable[[float], None]


class ExportKind(StrEnum):
    """What of the applications goes out."""

    APPLICATIONS = "applications"
    EVENTS = "events"
    OFFERS = "offers"
    CONTACTS = "contacts"
    REQUIREMENTS = "requirements"
    EVERYTHING = "everything"


_TABLES = frozenset(ExportKind)
_WHOLE = frozenset((ExportKind.APPLICATIONS, ExportKind.EVERYTHING))
_HISTORY = _WHOLE | {ExportKind.EVENTS}
_CAN_HOLD = {
    ".csv": _TABLES,
    ".xlsx": _TABLES,
    ".json": _TABLES,
    ".md": _WHOLE,
    ".html": _WHOLE,
    ".pdf": _WHOLE,
    ".ics": _HISTORY,
    ".txt": _HISTORY,
    ".zip": _WHOLE,
}
ENDINGS = tuple(_CAN_HOLD)
_ALWAYS_WHOLE = (".json", ".zip")
_NAMELESS = (*PAPER_ENDINGS, ".txt")
_EMPTY = {
    ExportKind.EVENTS: events_sheet([], {}),
    ExportKind.OFFERS: offers_sheet([], {}),
    ExportKind.CONTACTS: contacts_sheet([], [], {}),
    ExportKind.REQUIREMENTS: requirements_sheet([], {}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What is asked for.

    `ending` is one of ENDINGS. `since` and `until` bound the day of an event, the day an offer
    came, and for applications the day of applying, or of adding where not applied. `columns`
    are headers of the table, in the order wanted, empty for all; `bom` puts a byte order mark
    before a CSV, for Excel. `notes` and `pay` False leave both out of tables and calendars;
    JSON and the archive always hold everything, so they are refused then. `summary` says what
    goes into a summary; only a summary can leave out names.
    """

    ending: str
    what: ExportKind = ExportKind.APPLICATIONS
    since: date | None = None
    until: date | None = None
    columns: tuple[str, ...] = ()
    bom: bool = False
    notes: bool = True
    pay: bool = True
    summary: SummaryOptions | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """All that an export needs, read from the store; the rest may be done on any thread.
    `parts` are the files, each with what is added to the name; `archive` is for a .zip."""

    parts: tuple[Part, ...] = ()
    archive: Collected | None = None

    def content(self, progress: Progress | None = None) -> bytes:
        """The bytes of the first file. Not for a .zip, which may be too large to hold."""
        if not self.parts:
            raise Problem("An archive can only be written to a file.")
        return self.parts[0].make(progress)

    def paths(self, path: Path) -> tuple[Path, ...]:
        """Where `write` puts the files when it is given this path, which is the first of them."""
        if self.archive is not None:
            return (path,)
        return tuple(path.with_name(f"{path.stem}{part.added}{path.suffix}") for part in self.parts)

    def write(self, path: Path, progress: Progress | None = None) -> tuple[Path, ...]:
        """Write the file, or all files where there are several; their paths. `progress` gets
        0 to 1 and may raise to stop. Raises Problem where one can't be made or written; then all
        older files are as they were."""
        if self.archive is not None:
            self.archive.write(path, progress)
            return (path,)
        paths = self.paths(path)
        made = zip(paths, self.parts, strict=True)
        write_all_whole((place, part.make(progress)) for place, part in made)
        return paths


def prepare_export(
    store: Store, export: Export, rows: Sequence[ApplicationRow] | None = None
) -> Prepared:
    """Read what an export of these applications needs, in their order; of all where None.
    Raises Problem for an ending that is not known, can't hold that or can't leave out what is to
    be left out, for a column that is not there, and where there is nothing to write."""
    ending = export.ending.lower()
    if export.what not in _CAN_HOLD.get(ending, ()):
        raise _refused(ending, export.what)
    _check_left_out(ending, export)
    chosen = applications(store) if rows is None else list(rows)
    request = Request(
        store=store,
        ending=ending,
        what=export.what,
        chosen=chosen,
        whole=rows is None and not (export.since or export.until),
        since=export.since or date.min,
        until=export.until or date.max,
        columns=export.columns,
        bom=export.bom,
        notes=export.notes,
        pay=export.pay,
        summary=export.summary,
    )
    if ending == ".zip":
        ids = None if request.whole else {row.id for row in request.rows}
        return Prepared(archive=collect(store, ids))
    return Prepared(parts=parts_of(request))


def exported(
    store: Store,
    ending: str,
    what: ExportKind = ExportKind.APPLICATIONS,
    rows: Sequence[ApplicationRow] | None = None,
    *,
    since: date | None = None,
    until: date | None = None,
    options: SummaryOptions | None = None,
) -> bytes:
    """The bytes of an export with nothing else asked for: see `prepare_export`."""
    export = Export(ending=ending, what=what, since=since, until=until, summary=options)
    return prepare_export(store, export, rows).content()


def table_headers(
    store: Store, what: ExportKind, *, notes: bool = True, pay: bool = True
) -> tuple[str, ...]:
    """The columns a table of everything would have, of which some can be chosen."""
    empty = _EMPTY.get(what, applications_sheet([], {}))
    headers = empty.without(notes=not notes, pay=not pay).headers
    without_imported = what in _EMPTY or not (notes and pay)
    return headers if without_imported else (*headers, *imported_headers(store))


def applications_to_export(store: Store, words: str = "") -> list[ApplicationRow]:
    """The applications that match words, in the order of the board; all for no words."""
    return applications(store, ApplicationFilter(words=words))


def _check_left_out(ending: str, export: Export) -> None:
    """What the person wants left out must never go out unnoticed."""
    if ending in _ALWAYS_WHOLE and not (export.notes and export.pay):
        raise Problem(
            f"A {ending} file always holds notes and pay, so nothing was written. "
            "Leave them out of .csv, .xlsx, .pdf, .html or .md."
        )
    names_wanted = export.summary is None or export.summary.names
    if ending not in _NAMELESS and not names_wanted:
        raise Problem(
            f"A {ending} file always holds names, so nothing was written. "
            f"Leave them out of {', '.join(PAPER_ENDINGS[:-1])} or {PAPER_ENDINGS[-1]}."
        )


def _refused(ending: str, what: ExportKind) -> Problem:
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS[:-1]) + f" and {ENDINGS[-1]}"
        named = f"“{ending}”" if ending else "no ending"
        return Problem(f"Can’t export to a file with {named}. The endings known are {known}.")
    others = " or ".join(other for other, kinds in _CAN_HOLD.items() if what in kinds)
    return Problem(f"A {ending} file can’t hold {what}. Use {others}.")
