"""Commands about the store itself: undo, redo, history, backup, check, demo and self-test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import opened, print_json, print_table, say
from ats.domain.problem import Problem
from ats.domain.words import counted

if TYPE_CHECKING:
    from ats.store import Store


@click.command()
@click.pass_context
def undo(ctx: click.Context) -> None:
    """Take back the last step."""
    with opened(ctx) as store:
        say(undone(store))


@click.command()
@click.pass_context
def redo(ctx: click.Context) -> None:
    """Do the last undone step again."""
    with opened(ctx) as store:
        say(redone(store))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def history(ctx: click.Context, as_json: bool) -> None:
    """List the steps that can be undone.

    Oldest first; steps that were undone come last.
    """
    with opened(ctx) as store:
        steps = store.history()
    if as_json:
        print_json(
            [
                {
                    "id": step.id,
                    "label": step.label,
                    "done_at": step.done_at.isoformat(),
                    "undone": step.undone,
                }
                for step in steps
            ]
        )
    elif not steps:
        say("Nothing to undo.")
    else:
        rows = [
            (f"{step.done_at.astimezone():%Y-%m-%d %H:%M}", step.label, "undone" * step.undone)
            for step in steps
        ]
        print_table(("When", "What", ""), rows)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def check(ctx: click.Context, as_json: bool) -> None:
    """Check the whole store for damage. Nothing is changed."""
    with opened(ctx) as store:
        found = checked(store)
    if as_json:
        print_json(found)
    elif found["ok"]:
        counts = found["rows"]
        say(
            f"No damage found. {counted(counts['application'], 'application')}, "
            f"{counted(counts['event'], 'event')}."
        )
    if not found["ok"]:
        raise Problem(
            f"The check found damage: {found['problems'][0]} Nothing was changed. "
            "Keep a copy of the folder as it is."
        )


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def backup(ctx: click.Context, file: Path) -> None:
    """Copy the store to a file and check the copy.

    The documents' files are not in it; `ats export all.zip` keeps them too.
    """
    from ats.commands.upkeep import back_up

    with opened(ctx) as store:
        back_up(store, file)
    say(f"Wrote and checked {file}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def restore(ctx: click.Context, file: Path) -> None:
    """Put a backup in the place of the store.

    What was there before is kept beside it.
    """
    from ats.commands.upkeep import restore as restore_store

    kept = restore_store(ctx.obj.data, file)
    say(f"Restored {file}." + (f" What was there before is in {kept}." if kept else ""))


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Fill an empty store with sample data."""
    with opened(ctx) as store:
        say(filled(store))


@click.command("self-test")
@click.pass_context
def self_test(ctx: click.Context) -> None:
    """Check that the installed program works.

    The exit code tells.
    """
    ctx.exit(ctx.obj.self_test(ctx.obj.data))


def undone(store: Store) -> str:
    """Take back the last step; what was done. Raises Problem where there is none."""
    changes = store.undo()
    if changes is None:
        raise Problem("There is nothing to undo.")
    return f"Undone: {changes.label}."


def redone(store: Store) -> str:
    """Do the last undone step again; what was done. Raises Problem where there is none."""
    changes = store.redo()
    if changes is None:
        raise Problem("There is nothing to redo.")
    return f"Redone: {changes.label}."


def checked(store: Store) -> dict[str, Any]:
    """The result of the check as JSON."""
    from ats.commands.upkeep import check as check_store

    found = check_store(store)
    return {
        "ok": found.ok,
        "problems": list(found.problems),
        "rows": found.rows,
        "sqlite": found.sqlite,
    }


def filled(store: Store) -> str:
    """Fill an empty store; what was done. Raises Problem where it is not empty."""
    from ats.commands.demo import add_sample_data
    from ats.store.queries.applications import applications

    add_sample_data(store)
    return f"Added {len(applications(store))} applications as sample data. Undo takes them back."
