"""What every command shares: the open store, words as values, and plain output."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ats.domain.problem import Problem

if TYPE_CHECKING:
    from ats.store import Store

WIDEST = 40
PIPED = "Standard input"
"""What a sentence calls it."""

# What moves the cursor, colours, or turns the writing round: a pasted title may hold it.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@contextmanager
def opened(ctx: click.Context) -> Iterator[Store]:
    """The store of this invocation, closed afterwards. Raises Problem where the disk is full:
    then nothing of the step that was begun remains."""
    from ats.store import DiskFull, Store

    try:
        with closing(Store.open(ctx.obj.data)) as store:
            yield store
    except DiskFull as error:
        raise Problem(
            "The disk is full. Nothing was changed. Free some space, then try again."
        ) from error


def iso_date(text: str) -> date:
    """A day written as 2026-11-04, for an option's type."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"“{text}” isn’t a date like 2026-11-04.") from None


def read_input(source: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises Problem where they can't be
    read."""
    if source == "-":
        return piped()
    try:
        return Path(source).read_bytes()
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read {source}: {reason}.") from error


def piped(most: int = -1) -> bytes:
    """The bytes of standard input, not more than `most`. Raises Problem where there is none, as
    after `<&-`, or it can't be read."""
    if sys.stdin is None:
        raise Problem("There is no standard input to read.")
    try:
        return sys.stdin.buffer.read(most)
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read standard input: {reason}.") from error


def plain(text: str) -> str:
    """The text without signs that steer a terminal."""
    return _STEERING.sub("\ufffd", text)


def say(text: str) -> None:
    """Words as the answer of a command."""
    click.echo(plain(text))


def print_json(value: Any, *, one_line: bool = False) -> None:
    """A value as the answer of a command."""
    text = json.dumps(value, ensure_ascii=False, indent=None if one_line else 1)
    click.echo(_STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text))


def print_table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows in columns as wide as what stands in them, long texts cut."""
    cut = [[_cut(" ".join(cell.split())) for cell in row] for row in rows]
    widths = [
        max(_width(row[column]) for row in [list(headers), *cut]) for column in range(len(headers))
    ]
    for row in [list(headers), *cut]:
        cells = (
            f"{cell}{' ' * (width - _width(cell))}" for cell, width in zip(row, widths, strict=True)
        )
        say("  ".join(cells).rstrip())


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1].rstrip()}…"


def _width(text: str) -> int:
    """Places on a terminal: wide signs take two, marks on a letter none."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )
