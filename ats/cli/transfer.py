"""Commands that bring applications in and out: import and export."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import iso_date, opened, print_json, say
from ats.domain.words import counted

if TYPE_CHECKING:
    from ats.exchange.imports.plan import ImportPlan
    from ats.store import Store

_TOLD = 20


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option(
    "--map", "mapping", multiple=True, metavar='"Header=field"', help="What a column holds."
)
@click.option(
    "--date-order",
    type=click.Choice(["dmy", "mdy", "ymd"]),
    help="How days written in numbers are meant; found out without it where the file tells.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def import_file(
    ctx: click.Context,
    file: Path,
    dry_run: bool,
    mapping: tuple[str, ...],
    date_order: str | None,
    as_json: bool,
) -> None:
    """Import a CSV or tab-separated file.

    The whole import is one step that can be undone.
    """
    chosen = _mapping(mapping)
    with opened(ctx) as store:
        result, plan = imported(store, file, chosen, date_order, dry_run=dry_run)
    if as_json:
        print_json(result)
    else:
        _tell(result, plan, dry_run=dry_run)


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
@click.pass_context
def export(ctx: click.Context, /, file: Path, search: str, **asked: Any) -> None:
    """Export to a file; its ending says what it is.

    .csv, .xlsx and .json hold data; .md, .html and .pdf are to be read; .ics holds the planned
    interviews, .txt the diagram of the history for SankeyMATIC, .zip the archive: everything,
    with the documents. Everything as .csv is several files beside each other.

    Applications are chosen by the day of applying, or of adding where not applied; events by
    their day; offers by the day they came.
    """
    with opened(ctx) as store:
        written = export_to(store, file, search, **asked)
    for path in written:
        say(f"Wrote {path}.")


def imported(
    store: Store,
    file: Path,
    mapping: dict[str, str],
    date_order: str | None,
    *,
    dry_run: bool,
) -> tuple[dict[str, Any], ImportPlan]:
    """Import a file, or only plan it; the answer as JSON, and the plan."""
    from ats.commands.importing import import_plan, plan_import
    from ats.exchange.imports.day_cells import DateOrder
    from ats.exchange.imports.plan import Answers

    order = DateOrder(date_order) if date_order else None
    plan = plan_import(store, file, answers=Answers(mapping=mapping, date_order=order))
    created = len(plan.rows) - len(plan.duplicates)
    if not dry_run:
        created = import_plan(store, plan).created
    return _answer(plan, created), plan


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
) -> tuple[Path, ...]:
    """Write an export; the files written. Raises Problem for an ending that can't hold it."""
    from ats.commands.exporting import Export, ExportKind, applications_to_export, prepare_export
    from ats.exchange.exports.summary_options import SummaryOptions

    export = Export(
        ending=file.suffix,
        what=ExportKind(what),
        since=since,
        until=until,
        columns=columns,
        bom=bom,
        notes=not without_notes,
        pay=not without_pay,
        summary=SummaryOptions(notes=not without_notes, pay=not without_pay),
    )
    rows = applications_to_export(store, search) if search else None
    return prepare_export(store, export, rows).write(file)


def _answer(plan: ImportPlan, created: int) -> dict[str, Any]:
    return {
        "rows": plan.row_count,
        "created": created,
        "updated": 0,
        "duplicates": len(plan.duplicates),
        "problems": [
            {"row": item.row, "column": item.column, "value": item.value, "reason": item.reason}
            for item in plan.problems
        ],
        "mapping": plan.mapping,
        "ignored_rows": [{"row": item.row, "reason": item.reason} for item in plan.ignored],
    }


def _tell(result: dict[str, Any], plan: ImportPlan, *, dry_run: bool) -> None:
    done = "would be created" if dry_run else "created"
    say(
        f"{plan.name}: {counted(result['rows'], 'row')}, {result['created']} {done}, "
        f"{result['duplicates']} already there, {len(plan.ignored)} left out."
    )
    for header, field in plan.mapping.items():
        say(f"  {header}: {field.replace('_', ' ')}")
    told = [(item.row, item.reason) for item in plan.ignored]
    told += [(item.row, f"{item.column}: {item.reason}") for item in plan.problems]
    for row, reason in told[:_TOLD]:
        say(f"Row {row}: {reason}")
    if len(told) > _TOLD:
        say(f"And {len(told) - _TOLD} more; --json lists them all.")


def _mapping(words: tuple[str, ...]) -> dict[str, str]:
    mapping = {}
    for word in words:
        header, sign, field = word.rpartition("=")
        if not sign or not header.strip():
            raise click.UsageError(f"--map takes “Header=field”, not “{word}”.")
        mapping[header.strip()] = field.strip()
    return mapping
