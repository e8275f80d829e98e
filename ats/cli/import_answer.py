"""What the command line says after an import: what was done, how the file was understood, and
which option says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ats.cli.output import say
from ats.domain.words import counted

if TYPE_CHECKING:
    from ats.commands.importing import ImportResult
    from ats.exchange.imports.plan import DateQuestion, ImportPlan, StatusQuestion

_MOST_ROWS = 20
_MOST_WORDS = 10


def tell(plan: ImportPlan, result: ImportResult, *, dry_run: bool) -> None:
    """Say what an import did, or would do."""
    say(f"{plan.name}: {', '.join(_numbers(plan, result, dry_run=dry_run))}.")
    for line in (
        *_kept(result, dry_run=dry_run),
        *_tables(plan),
        *_columns(plan),
        *_assumed(plan),
        *_rows(plan),
    ):
        say(line)


def _numbers(plan: ImportPlan, result: ImportResult, *, dry_run: bool) -> Iterator[str]:
    would = "would be " if dry_run else ""
    yield counted(result.rows, "row")
    yield f"{result.created:,} {would}created"
    if result.updated:
        yield f"{result.updated:,} {would}added to what is there"
    if result.moved_on:
        yield f"{result.moved_on:,} of them {would}moved to another stage"
    yield f"{result.duplicates:,} already there"
    yield f"{len(plan.ignored):,} left out"


def _kept(result: ImportResult, *, dry_run: bool) -> Iterator[str]:
    """Stages of the file that are further on and still not taken."""
    if result.undated:
        one = result.undated == 1
        stays = f"{'would stay' if dry_run else 'stays' if one else 'stay'} where"
        yield (
            f"{counted(result.undated, 'row')} {'names' if one else 'name'} a later stage without "
            f"a later day: {'that application' if one else 'these applications'} {stays} "
            f"{'it is' if one else 'they are'}."
        )


def _tables(plan: ImportPlan) -> Iterator[str]:
    others = [
        f"{table.name} ({counted(table.rows, 'row')})"
        for table in plan.tables
        if table.name != plan.table
    ]
    if others:
        yield f"Only {plan.table} was read. Use --table for {' or '.join(others)}."
    yield from plan.not_read


def _columns(plan: ImportPlan) -> Iterator[str]:
    from ats.exchange.imports.columns import listing

    for header, field in plan.mapping.items():
        yield f"  {header}: {field.replace('_', ' ')}"
    filled = {header for row in plan.rows for header, _ in row.imported}
    kept = [each.header for each in plan.columns if not each.field and each.header in filled]
    if kept:
        yield f'Kept as imported fields: {listing(kept)}. --map "Header=field" says what one holds.'


def _assumed(plan: ImportPlan) -> Iterator[str]:
    """What could mean two things, and how it was taken."""
    if plan.date_question is not None:
        yield _order(plan.date_question)
    for question in plan.status_questions[:_MOST_WORDS]:
        yield _meaning(question)
    more = len(plan.status_questions) - _MOST_WORDS
    if more > 0:
        yield f"And {counted(more, 'more word')}."


def _order(question: DateQuestion) -> str:
    taken = next(day for order, day in question.readings if order is question.assumed)
    other = next(order for order, _ in question.readings if order is not question.assumed)
    return (
        f"{', '.join(question.columns)}: “{question.example}” was read as {taken}; "
        f"--date-order {other} reads such days the other way round."
    )


def _meaning(question: StatusQuestion) -> str:
    word = " ".join(question.word.split())
    taken = f"was taken for {question.assumed.replace('_', ' ')}"
    return (
        f"“{word}” ({counted(question.rows, 'row')}) "
        f"{taken if question.assumed else 'says no stage that is known'}; "
        f'--status "{word}=meaning" says what it means.'
    )


def _rows(plan: ImportPlan) -> Iterator[str]:
    told = [(item.row, item.reason) for item in plan.ignored]
    told += [(item.row, f"{item.column}: {item.reason}") for item in plan.problems]
    told += [(row, match.reason) for row, match in plan.matches.items()]
    for row, reason in sorted(told)[:_MOST_ROWS]:
        yield f"Row {row}: {reason}"
    if len(told) > _MOST_ROWS:
        yield f"And {len(told) - _MOST_ROWS:,} more."
