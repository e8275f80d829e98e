"""Commands that read postings: extract and add."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import opened, print_json, read_input
from ats.domain.problem import Problem

if TYPE_CHECKING:
    from ats.domain.reading import Reading
    from ats.store import Store

_KINDS = {".html": "html", ".htm": "html", ".json": "jsonld", ".jsonld": "jsonld"}


@click.command()
@click.argument("source", metavar="[FILE|-]", default="-")
@click.option(
    "--jsonl", is_flag=True, help='Read lines {"id", "kind", "text"}; print one result line each.'
)
def extract(source: str, jsonl: bool) -> None:
    """Read a posting and print what is found.

    The answer is JSON; nothing is stored.

    FILE is taken as text, or by its ending as a web page (.html) or JSON-LD (.json).
    """
    from ats.reading import answer

    if jsonl:
        _extract_lines(source)
    else:
        print_json(answer(reading_of(source, None)))


@click.command()
@click.argument("source", metavar="[FILE|-]", required=False)
@click.option("--title", help="The role. Without it, the first title found or suggested is taken.")
@click.option("--company")
@click.option("--link", metavar="URL")
@click.option("--stage", help="A stage by its name or kind; the first one without it.")
@click.pass_context
def add(
    ctx: click.Context,
    source: str | None,
    title: str | None,
    company: str | None,
    link: str | None,
    stage: str | None,
) -> None:
    """Add an application and print it as JSON.

    FILE is a posting, taken as text, or by its ending as a web page or JSON-LD. Without it the
    application is made by hand from the options.
    """
    if source is None and not (title or company):
        raise click.UsageError("Give a posting (FILE, or - for standard input) or --title.")
    with opened(ctx) as store:
        reading = None if source is None else reading_of(source, store.today())
        print_json(added(store, reading, title=title, company=company, link=link, stage=stage))


def added(store: Store, reading: Reading | None, **given: str | None) -> dict[str, Any]:
    """Add an application from a reading, or by hand where there is none; its JSON."""
    from ats.cli.tracking import shown
    from ats.commands.applications import NewApplication, add_application
    from ats.commands.capture import add_posting
    from ats.store.queries.stages import stage_named

    if reading is not None:
        return shown(store, add_posting(store, reading, **given))
    stage = given["stage"]
    new = NewApplication(
        title=given["title"] or "",
        company=given["company"] or "",
        link=given["link"] or "",
        stage_id=stage_named(store, stage).id if stage else None,
    )
    return shown(store, add_application(store, new))


def reading_of(source: str, today: date | None) -> Reading:
    """What is found in a file or in standard input, taken as its ending says. Raises Problem
    for a file that can't be read or is no text."""
    from ats.exchange.text_in import decoded

    name = "Standard input" if source == "-" else Path(source).name
    text = decoded(read_input(source), name)
    if not text.strip():
        raise Problem(f"There’s no text in {name.lower() if source == '-' else name}.")
    return _reading(_KINDS.get(Path(source).suffix.lower(), "text"), text, today)


def _reading(kind: str, text: str, today: date | None) -> Reading:
    from ats.reading import read_html, read_json_ld, read_text

    return {"text": read_text, "html": read_html, "jsonld": read_json_ld}[kind](text, today=today)


def _extract_lines(source: str) -> None:
    """One result per line, in order. A line that can't be read gets an "error" in its place,
    and the exit code says so."""
    from ats.reading import answer

    wrong = 0
    for line in read_input(source).decode("utf-8-sig", errors="replace").split("\n"):
        if not line.strip():
            continue
        id, posting = _posting_line(line)
        if posting is None:
            wrong += 1
            result: dict[str, Any] = {"error": 'The line isn’t {"id", "kind", "text"}.'}
        else:
            result = answer(_reading(*posting, None))
        print_json({"id": id, **result}, one_line=True)
    sys.stdout.flush()
    if wrong:
        raise Problem(f"{wrong} of the lines could not be read; each says so in its place.")


def _posting_line(line: str) -> tuple[Any, tuple[str, str] | None]:
    """The id of a line, and its kind and text where it has them."""
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return None, None
    if not isinstance(given, dict):
        return None, None
    kind, text = given.get("kind", "text"), given.get("text")
    if not isinstance(text, str) or kind not in ("text", "html", "jsonld"):
        return given.get("id"), None
    return given.get("id"), (kind, text)
