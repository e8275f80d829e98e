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
    type=click.Choice(["applications", "events", "offers", "everything"]),
    default="applications",
    show_default=True,
)
@click.option("--search", metavar="WORDS", default="", help="Only what matches these words.")
@click.option("--from", "since", type=iso_date, metavar="DATE", help="Only from this day on.")
@click.option("--to", "until", type=iso_date, metavar="DATE", help="Only to this day.")
@click.pass_context
def export(
    ctx: click.Context,
    file: Path,
    what: str,
    search: str,
    since: date | None,
    until: date | None,
) -> None:
    """Export to .csv, .json, .md or .html.

    Applications are chosen by the day of applying, or of adding where not applied; events by
    their day; offers by the day they came.
    """
    from ats.exchange.whole_file import write_whole

    with opened(ctx) as store:
        content = export_content(store, file.suffix, what, search, since, until)
    write_whole(file, content)
    say(f"Wrote {file}.")


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


def export_content(
    store: Store, ending: str, what: str, search: str, since: date | None, until: date | None
) -> bytes:
    """The bytes of an export. Raises Problem for an ending that can't hold it."""
    from ats.commands.exporting import ExportKind, applications_to_export, exported

    rows = applications_to_export(store, search)
    return exported(store, ending, ExportKind(what), rows, since=since, until=until)


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
