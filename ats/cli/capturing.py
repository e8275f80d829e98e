"""Commands that read postings: extract and add."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import opened, plain, print_json, read_input
from ats.domain.problem import Problem

if TYPE_CHECKING:
    from ats.commands.posting_files import ReadFile
    from ats.domain.reading import Reading
    from ats.store import Store

_READ = "Text, Markdown, web page, MHTML, PDF, Word, mail or JSON-LD: told by its content."


@click.command(epilog=_READ)
@click.argument("source", metavar="[FILE|-]", default="-")
@click.option(
    "--jsonl", is_flag=True, help='Read lines {"id", "kind", "text"}; print one result line each.'
)
def extract(source: str, jsonl: bool) -> None:
    """Read a posting and print what is found.

    The answer is JSON; nothing is stored.
    """
    from ats.reading import answer

    if jsonl:
        _extract_lines(source)
    else:
        print_json(answer(reading_of(source, None)))


@click.command(epilog=_READ)
@click.argument("sources", metavar="[FILE|FOLDER|-]…", nargs=-1)
@click.option("--title", help="The role. Without it, the first title found or suggested is taken.")
@click.option("--company")
@click.option("--link", metavar="URL")
@click.option("--stage", help="A stage by its name or kind; the first one without it.")
@click.option("--skip-unreadable", is_flag=True, help="Of many postings, add those that can be.")
@click.pass_context
def add(
    ctx: click.Context,
    sources: Sequence[str],
    title: str | None,
    company: str | None,
    link: str | None,
    stage: str | None,
    skip_unreadable: bool,
) -> None:
    """Add an application and print it as JSON.

    FILE is a posting. Without it the application is made by hand from the options. Several
    files, a folder, or a file with several postings as data, make one application each, in one
    undo step, and one line of JSON each; where one can't be read, nothing is added.
    """
    if not sources and not (title or company):
        raise click.UsageError("Give a posting (FILE, or - for standard input) or --title.")
    from ats.commands.posting_files import ReadFile, is_folder, posting_files, read_files

    many = len(sources) > 1 or any(is_folder(Path(source)) for source in sources)
    if many and (title or company or link or "-" in sources):
        raise click.UsageError("--title, --company, --link and - are for one posting.")
    with opened(ctx) as store:
        if many:
            files = read_files(posting_files(map(Path, sources)), store.today())
            _add_files(store, files, stage, skip_unreadable)
            return
        readings = readings_of(sources[0], store.today()) if sources else ()
        if len(readings) > 1:
            if title or company or link:
                raise click.UsageError(_for_one(len(readings)))
            _add_files(store, [ReadFile(Path(sources[0]), readings)], stage, skip_unreadable)
            return
        reading = readings[0] if readings else None
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
    """What is found in a file or in standard input. Raises Problem for what can't be read."""
    from ats.commands.posting_files import read_bytes, read_file

    if source == "-":
        return read_bytes(read_input(source), "", today)
    return read_file(Path(source), today)


def readings_of(source: str, today: date | None) -> tuple[Reading, ...]:
    """Every posting in a file or in standard input. Raises Problem for what can't be read."""
    from ats.commands.posting_files import file_content, read_each

    if source == "-":
        return read_each(read_input(source), "", today)
    path = Path(source)
    return read_each(file_content(path), path.name, today)


def _for_one(count: int) -> str:
    return f"The file holds {count:,} postings; --title, --company and --link are for one."


def _add_files(store: Store, files: Sequence[ReadFile], stage: str | None, skip: bool) -> None:
    """Add what files hold, all in one step. What can't be added is named on standard error, and
    stops everything unless it may be skipped."""
    from ats.cli.tracking import shown
    from ats.commands.capture import add_postings, is_nameable

    readings, refused = [], []
    for file in files:
        refused += [file.problem] if file.problem else []
        for reading in file.readings:
            if is_nameable(reading):
                readings.append(reading)
            else:
                refused.append(f"“{file.path.name}” names no title and no company.")
    for sentence in refused:
        click.echo(plain(sentence), err=True)
    if not readings or (refused and not skip):
        raise Problem(_nothing_added(len(refused), bool(readings)))
    for id in add_postings(store, readings, stage):
        print_json(shown(store, id), one_line=True)


def _nothing_added(refused: int, others: bool) -> str:
    postings = "1 posting" if refused == 1 else f"{refused:,} postings"
    retry = " Leave them out, or give --skip-unreadable." if others else ""
    return f"Nothing was added: {postings} could not be read.{retry}"


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
