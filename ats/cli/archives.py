"""Bringing in an archive or JSON export of this program: what `ats import` does with one."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import PIPED, opened, print_json, say
from ats.domain.words import counted

if TYPE_CHECKING:
    from ats.exchange.archive.plan import ArchivePlan
    from ats.store import Store

_TOLD = 20


@contextmanager
def own(given: Path | bytes) -> Iterator[Path | None]:
    """The file that is for this module, for the time of bringing it in; None for others. What was
    piped in becomes a file meanwhile, because the documents in it are read last."""
    from ats.commands.archiving import own_archive

    if isinstance(given, Path):
        # A pipe can be read only once.
        asked = given.suffix.lower() in (".zip", ".json") and given.is_file()
        yield given if asked and own_archive(given) else None
        return
    if not given.removeprefix(BOM_UTF8).lstrip().startswith((b"PK", b"{")):
        yield None
        return
    with TemporaryDirectory() as folder:
        file = Path(folder, PIPED)
        file.write_bytes(given)
        yield file if own_archive(file) else None


def run(ctx: click.Context, file: Path, options: Mapping[str, Any]) -> None:
    """Do what `ats import` is asked for with such a file."""
    with opened(ctx) as store:
        answer, plan = brought_in(store, file, options["differing"], dry_run=options["dry_run"])
    if options["as_json"]:
        print_json(answer)
    else:
        tell(answer, plan, dry_run=options["dry_run"])


def brought_in(
    store: Store, file: Path, differing: str, *, dry_run: bool
) -> tuple[dict[str, Any], ArchivePlan]:
    """Bring in an archive, or only plan it; the answer as JSON, as every import gives it, and
    the plan. `differing` is "mine", "theirs" or "both", for all that differs."""
    from ats.commands.archiving import bring_in, plan_archive
    from ats.exchange.archive.plan import Choice, State

    plan = plan_archive(store, file)
    choice = Choice(differing)
    choices = {item.number: choice for item in plan.asked if choice in item.choices}
    states = [item.state for item in plan.applications]
    differ = states.count(State.DIFFERS)
    created = states.count(State.NEW) + (differ if choice is Choice.BOTH else 0)
    updated = differ if choice is Choice.THEIRS else 0
    if not dry_run:
        arrived = bring_in(store, plan, choices)
        created, updated = len(arrived.created), len(arrived.updated)
    return _answer(plan, created, updated), plan


def tell(answer: dict[str, Any], plan: ArchivePlan, *, dry_run: bool) -> None:
    """Say what was done, and what differs."""
    done = "would be " if dry_run else ""
    say(
        f"{plan.name}: {counted(answer['rows'], 'application')}, "
        f"{answer['created']} {done}created, {answer['updated']} {done}updated, "
        f"{answer['duplicates']} left as here."
    )
    for item in plan.asked[:_TOLD]:
        fields = ", ".join(difference.what for difference in item.differences)
        say(f"{item.title} differs: {fields}")
    if len(plan.asked) > _TOLD:
        say(f"And {len(plan.asked) - _TOLD} more.")
    if plan.archive.missing:
        say(f"Without {counted(len(plan.archive.missing), 'file')} of documents it doesn’t hold.")


def _answer(plan: ArchivePlan, created: int, updated: int) -> dict[str, Any]:
    rows = len(plan.applications)
    return {
        "rows": rows,
        "created": created,
        "updated": updated,
        "duplicates": rows - created - updated,
        "problems": [],
        "mapping": {},
        "ignored_rows": [],
    }
