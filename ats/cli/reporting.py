"""Commands that write reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from ats.cli.output import iso_date, opened, say
from ats.settings import REPORT_LAYOUTS, load, save

SIZES = ("a4", "letter")

_size = click.option(
    "--paper", "size", type=click.Choice(SIZES), help="Paper size; the usual one without it."
)


@click.group()
def report() -> None:
    """Write a report: of the search for work, or for an interview."""


@report.command("work-search")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--from", "since", type=iso_date, metavar="DATE", required=True, help="First day.")
@click.option("--to", "until", type=iso_date, metavar="DATE", required=True, help="Last day.")
@click.option(
    "--layout",
    type=click.Choice(REPORT_LAYOUTS),
    help="The form: words, days and weeks of a country. Remembered.",
)
@click.option("--name", help="Your name, for the head. Remembered.")
@click.option("--reference", help="Your number at the office, for the head. Remembered.")
@_size
@click.pass_context
def work_search(
    ctx: click.Context,
    file: Path,
    since: date,
    until: date,
    layout: str | None,
    name: str | None,
    reference: str | None,
    size: str | None,
) -> None:
    """Write what was done to find work in a period to .pdf, .csv, .xlsx, .html or .md.

    Applications sent, interviews, moves to screening, interviews and offers, and messages, week
    by week, up to today.
    """
    from ats.commands.reporting import activities, report_bytes
    from ats.exchange.exports.paper import PaperSize
    from ats.exchange.exports.report_layout import ReportLayout
    from ats.exchange.exports.report_out import ReportOptions
    from ats.paths import settings_file
    from ats.whole_file import write_whole

    with opened(ctx) as store:
        path = settings_file(store.path.parent)
        before, refused = load(path)
        settings = replace(
            before,
            report_layout=before.report_layout if layout is None else layout,
            report_name=before.report_name if name is None else name,
            report_reference=before.report_reference if reference is None else reference,
        )
        options = ReportOptions(
            layout=ReportLayout(settings.report_layout),
            name=settings.report_name,
            reference=settings.report_reference,
            size=PaperSize(size) if size else None,
        )
        content = report_bytes(
            activities(store, since, until, options), file.suffix, store.today(), options
        )
        write_whole(file, content)
        if settings != before and not refused:
            save(settings, path)
    say(f"Wrote {file}.")


@report.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--application", "id", type=int, metavar="ID", required=True)
@_size
@click.pass_context
def preparation(ctx: click.Context, file: Path, id: int, size: str | None) -> None:
    """Write the sheet for the next interview of an application to .pdf, .html or .md."""
    from ats.commands.reporting import preparation as sheet
    from ats.commands.reporting import preparation_bytes
    from ats.exchange.exports.paper import PaperSize
    from ats.whole_file import write_whole

    with opened(ctx) as store:
        paper = sheet(store, id, PaperSize(size) if size else None)
    write_whole(file, preparation_bytes(paper, file.suffix))
    say(f"Wrote {file}.")
