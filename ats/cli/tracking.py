"""Commands about applications: list, show and move."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from ats.cli.output import iso_date, opened, print_json, print_table, say
from ats.domain.problem import Problem
from ats.domain.stage import Outcome

if TYPE_CHECKING:
    from ats.domain.overview import ApplicationDetail, ApplicationRow
    from ats.store import Store

_OUTCOMES = [outcome.value for outcome in Outcome]


@click.command("list")
@click.option("--stage", help="Only this stage, by its name or kind.")
@click.option("--search", metavar="WORDS", default="", help="Only what matches these words.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def list_applications(ctx: click.Context, stage: str | None, search: str, as_json: bool) -> None:
    """List applications."""
    with opened(ctx) as store:
        if as_json:
            from ats.exchange.exports.json_out import listed_json
            from ats.store.queries.listing import listed

            found = listed(store, rows_wanted(store, stage, search))
            print_json([listed_json(item) for item in found])
        elif rows := rows_wanted(store, stage, search):
            _print_rows(rows)
        else:
            say("No applications." if stage or search else f"No applications in {ctx.obj.data}.")


@click.command()
@click.argument("id", type=int)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def show(ctx: click.Context, id: int, as_json: bool) -> None:
    """Show one application in full."""
    with opened(ctx) as store:
        if as_json:
            print_json(shown(store, id))
        else:
            from ats.exchange.exports.markdown_out import markdown
            from ats.exchange.exports.summary import summary

            say(markdown(summary([_detail(store, id)], store.today())).rstrip("\n"))


@click.command("move")
@click.argument("id", type=int)
@click.argument("stage")
@click.option("--on", type=iso_date, metavar="DATE", help="The day of the move; today without it.")
@click.option("--outcome", type=click.Choice(_OUTCOMES), help="Why it closed.")
@click.pass_context
def move_application(
    ctx: click.Context, id: int, stage: str, on: date | None, outcome: str | None
) -> None:
    """Move an application to a stage.

    STAGE is a name or a kind: saved, applied, screening, interviewing, offer, closed.
    """
    with opened(ctx) as store:
        say(moved(store, id, stage, on, outcome))


def rows_wanted(store: Store, stage: str | None, search: str) -> list[ApplicationRow]:
    """The applications in a stage (by name or kind) that match words."""
    from ats.domain.saved_view import ApplicationFilter
    from ats.store.queries.applications import applications
    from ats.store.queries.stages import stage_named

    chosen = () if stage is None else (stage_named(store, stage).id,)
    return applications(store, ApplicationFilter(words=search, stages=chosen))


def shown(store: Store, id: int) -> dict[str, Any]:
    """One application as JSON. Raises Problem where there is none."""
    from ats.exchange.exports.json_out import shown_json

    return shown_json(_detail(store, id))


def moved(store: Store, id: int, stage: str, on: date | None, outcome: str | None) -> str:
    """Move an application; what was done. Raises Problem for an unknown application or
    stage, or an outcome of an open one."""
    from ats.commands.stages import move
    from ats.store.queries.stages import stage_named

    detail, to = _detail(store, id), stage_named(store, stage)
    move(store, [id], to.id, on=on, outcome=Outcome(outcome) if outcome else None)
    return f"Moved “{detail.row.title or detail.row.company}” to {to.name}."


def _detail(store: Store, id: int) -> ApplicationDetail:
    from ats.store.queries.application import application_detail

    detail = application_detail(store, id) if abs(id) < 2**63 else None
    if detail is None:
        raise Problem(f"There is no application {id}.")
    return detail


def _print_rows(rows: list[ApplicationRow]) -> None:
    print_table(
        ("ID", "Title", "Company", "Stage", "Applied", "Next action"),
        [
            (
                str(row.id),
                row.title,
                row.company,
                row.stage + (f" ({row.outcome.replace('_', ' ')})" if row.outcome else ""),
                row.applied_on.isoformat() if row.applied_on else "",
                " ".join(filter(None, (str(row.next_action_on or ""), row.next_action))),
            )
            for row in rows
        ],
    )
