"""The command that brings applications out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import iso_date, opened, say
from ats.cli.reporting import SIZES
from ats.domain.problem import Problem

if TYPE_CHECKING:
    from ats.store import Store

# Those of ats.exchange.exports.summary_options, which is loaded only when something goes out.
SECTIONS = (
    "list", "facts", "notes", "requirements", "interviews", "offers", "history", "imported",
    "posting",
)  # fmt: skip


# What an option needs, for it to be kept to.
_KEPT_TO = {
    "columns": ("--column", (".csv", ".xlsx")),
    "sections": ("--section", (".md", ".html", ".pdf")),
}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--what",
    type=click.Choice(
        ["applications", "events", "offers", "contacts", "requirements", "everything"]
    ),
    default="applications",
    show_default=True,
)
@click.option("--search", metavar="WORDS", default="", help="Only what matches these words.")
@click.option("--from", "since", type=iso_date, metavar="DATE", help="Only from this day on.")
@click.option("--to", "until", type=iso_date, metavar="DATE", help="Only to this day.")
@click.option(
    "--column", "columns", multiple=True, metavar="HEADER", help="Only this column of the table."
)
@click.option("--bom", is_flag=True, help="Mark a CSV as UTF-8, for Excel.")
@click.option("--without-notes", is_flag=True, help="Leave out what you wrote for yourself.")
@click.option("--without-pay", is_flag=True, help="Leave out every amount.")
@click.option("--without-names", is_flag=True, help="Leave out of a summary who and where.")
@click.option(
    "--section",
    "sections",
    multiple=True,
    type=click.Choice(SECTIONS),
    help="What a summary holds; all but the posting without it.",
)
@click.option("--paper", type=click.Choice(SIZES), help="Paper size of a summary.")
@click.pass_context
def export(ctx: click.Context, /, file: Path, search: str, **asked: Any) -> None:
    """Export to a file; its ending says what it is.

    .csv, .xlsx and .json hold data; .md, .html and .pdf are to be read; .ics holds the planned
    interviews, .txt the diagram of the history for SankeyMATIC, .zip the archive: everything,
    with the documents. Everything as .csv is several files beside each other.

    Applications are chosen by the day of applying, or of adding where not applied; events by
    their day; offers by the day they came.
    """
    from ats.domain.words import counted
    from ats.store.queries.counts import counts

    _refuse(file.suffix.lower(), asked)
    before = _identity(file)
    try:
        with opened(ctx) as store:
            written = export_to(store, file, search, **asked)
            trashed = counts(store).trashed
    except KeyboardInterrupt:
        if _identity(file) != before:
            raise Problem("The export was done before it could be stopped.") from None
        raise Problem("Stopped. Nothing was written.") from None
    for path in written:
        say(f"Wrote {path}.")
    listed = asked["what"] == "applications" and not search
    if trashed and listed and file.suffix.lower() == ".json":
        say(f"{counted(trashed, 'application')} of the Trash left out; --what everything has all.")


def export_to(
    store: Store,
    file: Path,
    search: str,
    *,
    what: str,
    since: date | None,
    until: date | None,
    columns: tuple[str, ...],
    bom: bool,
    without_notes: bool,
    without_pay: bool,
    without_names: bool = False,
    sections: tuple[str, ...] = (),
    paper: str | None = None,
) -> tuple[Path, ...]:
    """Write an export; the files written. Raises Problem for an ending that can't hold it."""
    from ats.commands.exporting import Export, ExportKind, applications_to_export, prepare_export
    from ats.exchange.exports.paper import PaperSize
    from ats.exchange.exports.summary_options import USUAL, Section, SummaryOptions

    export = Export(
        ending=file.suffix,
        what=ExportKind(what),
        since=since,
        until=until,
        columns=columns,
        bom=bom,
        notes=not without_notes,
        pay=not without_pay,
        summary=SummaryOptions(
            sections=frozenset(Section(section) for section in sections) or USUAL,
            notes=not without_notes,
            pay=not without_pay,
            names=not without_names,
            size=PaperSize(paper) if paper else None,
        ),
    )
    rows = applications_to_export(store, search) if search else None
    return prepare_export(store, export, rows).write(file)


def _identity(file: Path) -> tuple[int, int] | None:
    """Another one once the file is replaced; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _refuse(ending: str, asked: dict[str, Any]) -> None:
    """Raise UsageError for what would be asked for in vain, so that nothing leaves the program
    that was to stay in it."""
    for name, (option, endings) in _KEPT_TO.items():
        if asked[name] and ending not in endings:
            known = f"{', '.join(endings[:-1])} and {endings[-1]}"
            raise click.UsageError(
                f"{option} can’t be kept to in a {ending} file, only in {known}."
            )
    since, until = asked["since"], asked["until"]
    if since and until and since > until:
        raise click.UsageError(f"The period ends, {until}, before it begins, {since}.")
