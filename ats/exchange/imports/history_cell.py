"""Reads a list of moves from one cell: "Applied 3 Aug 2026; Phone 8 Aug 2026", "2026-08-03:
Applied → 2026-08-08: Phone screen", "Saved > Applied > Interview"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ats.exchange.imports.day_cells import DateOrder, days_in, with_year
from ats.exchange.imports.status_words import Status, status_of

ARROW = r"→|⇒|➔|➜|—>|-{1,2}>|=>|>|»"
_SPLITS = (r"\n|;|\|", ARROW, r",(?!\s*\d{4})|\n|;|\|")
_LONGEST = 4_000
_NEAR = 200
_EMPTY = re.compile(r"[\s:()\[\],.@–—-]+")
_JOINING = re.compile(r"(?i)(?:^|\s)(?:on|am|at|le|el|the|since|seit|den|um|em|il|op)(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Step:
    """One move in a cell: what it was to, and when where the cell says."""

    status: Status
    on: date | None


def steps_in(
    text: str, order: DateOrder | None = None, year_of: date | None = None
) -> tuple[Step, ...]:
    """The moves a cell lists, in the order they stand there. None where it is no list: less
    than two moves, and none with a day. `year_of` is a day of the same application, whose year
    days without one belong to."""
    if len(text) > _LONGEST:
        return ()
    near = year_of or next((day.on for day in days_in(text[:_NEAR], order)), None)
    best: tuple[Step, ...] = ()
    for split in _SPLITS:
        parts = [part for part in re.split(split, text) if part.strip()]
        found = tuple(step for part in parts if (step := _step(part, order, near)))
        if len(found) > len(best):
            best = found
    return best if len(best) > 1 or any(step.on is not None for step in best) else ()


def _step(part: str, order: DateOrder | None, year_of: date | None) -> Step | None:
    """The move a part tells."""
    days = days_in(part, order)
    rest, on = part, None
    if days and days[0].place is not None:
        start, end = days[0].place
        on, rest = days[0].on, part[:start] + " " + part[end:]
    elif partial := with_year(part, year_of):
        on, (start, end) = partial
        rest = part[:start] + " " + part[end:]
    words = _EMPTY.sub(" ", _JOINING.sub(" ", rest)).strip()
    status = status_of(words)
    return None if status is None else Step(status, on)
