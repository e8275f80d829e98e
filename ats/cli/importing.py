"""The command that brings applications in."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import click

from ats.cli import archives
from ats.cli.import_answer import tell
from ats.cli.output import PIPED, opened, piped, plain, print_json
from ats.domain.importing import Handling
from ats.domain.problem import Problem

if TYPE_CHECKING:
    from ats.commands.importing import ImportResult
    from ats.exchange.imports.plan import Answers, ImportPlan
    from ats.store import Store

_READING = 0.5  # the share of the time that reading takes
_SHOW_AFTER = 1.0  # seconds


@click.command("import")
@click.argument("source", type=click.Path(allow_dash=True), metavar="FILE|-")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option(
    "--duplicates",
    type=click.Choice([way.value for way in Handling]),
    help="What to do with rows that repeat an application: skip them, add what is missing"
    " there, or create another. Without it those that surely do are skipped.",
)
@click.option(
    "--map", "mapping", multiple=True, metavar='"Header=field"', help="What a column holds."
)
@click.option(
    "--date-order",
    type=click.Choice(["dmy", "mdy", "ymd"]),
    help="How days written in numbers are meant; found out without it where the file tells.",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    metavar='"Word=meaning"',
    help="What a status word means: a stage, an outcome, or nothing.",
)
@click.option("--table", metavar="NAME", default="", help="The sheet, or the file in a .zip.")
@click.option(
    "--header-row",
    type=click.IntRange(min=0),
    metavar="ROW",
    help="The row that holds the headers, counted from 1; 0 for none.",
)
@click.option("--encoding", metavar="NAME", help="The encoding of a text file.")
@click.option(
    "--differing",
    type=click.Choice(["mine", "theirs", "both"]),
    default="mine",
    show_default=True,
    help="What becomes of an application of an archive that differs from the one here.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def import_file(ctx: click.Context, /, source: str, **options: Any) -> None:
    """Import a table of applications, an archive or a JSON export.

    With - the file comes from standard input. The whole import is one step that can be undone.
    What is said about columns, dates and status words holds for the next file with the same
    headers. Of an archive or a JSON export what is new comes in, and what differs stays as it is
    here.
    """
    given = _piped() if source == "-" else Path(source)
    with archives.own(given) as archive:
        if archive is not None:
            archives.run(ctx, archive, options)
            return
    answers = _answers(options)
    chosen = options["duplicates"]
    with opened(ctx) as store:
        plan, result = imported(
            store, given, answers, Handling(chosen) if chosen else None, options["dry_run"]
        )
    if options["as_json"]:
        print_json(_as_json(plan, result))
        # What JSON has no place for is said beside it.
        for line in plan.not_read:
            click.echo(plain(line), err=True)
    else:
        tell(plan, result, dry_run=options["dry_run"])


def _piped() -> bytes:
    """The bytes of standard input. Raises Problem where it can't be read, and for more than a
    file may have."""
    from ats.commands.importing import MOST_BYTES

    try:
        content = piped(MOST_BYTES + 1)
    except Problem as problem:
        raise Problem(f"{problem} Nothing was imported.") from problem
    if len(content) > MOST_BYTES:
        raise Problem(f"{PIPED} is larger than 200 MB. Import it in parts.")
    return content


def imported(
    store: Store, given: Path | bytes, answers: Answers, otherwise: Handling | None, dry_run: bool
) -> tuple[ImportPlan, ImportResult]:
    """Import a file or what was piped in, or only plan it. Raises Problem where it is stopped."""
    from ats.commands.importing import expected_result, import_plan, plan_import

    last = [step.id for step in store.history()][-1:]
    try:
        name = given.name if isinstance(given, Path) else PIPED
        with _uncollected(), _progress(f"Importing {name}") as told:
            plan = plan_import(
                store, given, name, answers=answers, progress=lambda share: told(_READING * share)
            )
            if dry_run:
                return plan, expected_result(store, plan, otherwise=otherwise)
            return plan, import_plan(
                store,
                plan,
                otherwise=otherwise,
                progress=lambda share: told(_READING + (1 - _READING) * share),
                answers=answers,
            )
    except KeyboardInterrupt:
        if [step.id for step in store.history()][-1:] != last:
            raise Problem(
                "The import was done before it could be stopped. “ats undo” takes it back."
            ) from None
        raise Problem("Stopped. Nothing was imported.") from None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for rings of values that refer to each other, neither now nor as the
    program ends: among the hundreds of thousands an import is made of there are none, and looking
    takes a third of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def _progress(words: str) -> Iterator[Callable[[float], None]]:
    """Shows on a terminal how much is done, once it takes a while."""
    if not sys.stderr.isatty():
        yield lambda share: None
        return
    began = monotonic()
    with click.progressbar(length=1000, label=words, file=sys.stderr, hidden=True) as bar:

        def tell(share: float) -> None:
            bar.hidden = bar.hidden and monotonic() - began < _SHOW_AFTER
            bar.update(round(1000 * share) - bar.pos)

        yield tell


def _answers(options: dict[str, Any]) -> Answers:
    from ats.exchange.imports.day_cells import DateOrder
    from ats.exchange.imports.plan import Answers

    order = options["date_order"]
    return Answers(
        table=options["table"],
        header_row=options["header_row"],
        encoding=options["encoding"],
        mapping=_pairs("--map", "Header=field", options["mapping"]) or None,
        date_order=DateOrder(order) if order else None,
        statuses=_pairs("--status", "Word=meaning", options["statuses"]),
    )


def _pairs(option: str, form: str, words: Sequence[str]) -> dict[str, str]:
    pairs = {}
    for word in words:
        name, sign, meaning = word.rpartition("=")
        if not sign or not name.strip():
            raise click.UsageError(f"{option} takes “{form}”, not “{word}”.")
        pairs[name.strip()] = meaning.strip()
    return pairs


def _as_json(plan: ImportPlan, result: ImportResult) -> dict[str, Any]:
    return {
        "rows": result.rows,
        "created": result.created,
        "updated": result.updated,
        "duplicates": result.duplicates,
        "problems": [
            {"row": item.row, "column": item.column, "value": item.value, "reason": item.reason}
            for item in plan.problems
        ],
        "mapping": plan.mapping,
        "ignored_rows": [{"row": item.row, "reason": item.reason} for item in plan.ignored],
    }
