"""Reads a column that is about one stage: days, yes and no, or how it went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ats.domain.stage import Outcome, StageKind
from ats.exchange.application_columns import Move
from ats.exchange.imports.cell_words import how_it_went, said_yes
from ats.exchange.imports.cells_in import Cells, no_day
from ats.exchange.imports.day_cells import AROUND_DAYS, days_in, part_of_day, yearless_in
from ats.exchange.imports.header_words import stage_of_header
from ats.exchange.imports.status_words import plain_words, status_of

_CLOCK = re.compile(r"\d{1,2}:\d{2}(?!:00\b|:?00$)")
_TIME = re.compile(
    r"\d{1,2}(?::\d{2}(?:\s*[ap]\.?m\b)?|\s*[ap]\.?m\b|\s*(?:uhr|h)\b)", re.IGNORECASE
)
_WITH = re.compile(r"(?:with|mit|avec|con|com|met|med) \w")


@dataclass(frozen=True, slots=True)
class Reached:
    """A stage a cell says was reached, and the column of that cell."""

    column: int
    move: Move


def reached_in(cells: Cells, column: int, kind: StageKind) -> Iterator[Reached]:
    """The moves that a cell of a stage's column tells. Words that say more are kept, and a day
    without its year is named: that the stage was reached is sure, the day is not."""
    text = cells.text_at(column)
    if not text:
        return
    told = stage_of_header(cells.table.header(column))
    outcome = told.outcome if told is not None and told.kind is kind else None
    move = Move(stage="", kind=kind, outcome=outcome)
    days = days_in(text, cells.table.orders.get(column))
    for day in days:
        yield Reached(column, replace(move, on=day.on))
    if days:
        if not days[0].whole or _CLOCK.search(text):
            cells.keep_column(column)
        return
    answer = said_yes(text)
    if answer is None:
        cells.keep_column(column)
        part, words = _day_and_words(text)
        if part:
            cells.report_at(column, no_day(part))
            yield Reached(column, move)
        for item in _in_words(column, move, words):
            if not part or item.move is not move:
                yield item
    elif answer:
        yield Reached(column, move)


def _day_and_words(text: str) -> tuple[str, str]:
    """The day that a cell names without its year, and the words beside it; no day where these
    say that the numbers are something else."""
    place = yearless_in(text)
    if part_of_day(text) is not None:
        return (text if place is None else text[slice(*place)]), ""
    if place is None:
        return "", text
    beside = plain_words(_TIME.sub(" ", f"{text[: place[0]]} {text[place[1] :]}"))
    words = " ".join(word for word in beside.split() if word not in AROUND_DAYS)
    tells = said_yes(words) or how_it_went(words) is not None or status_of(words) is not None
    is_day = not words or tells or _WITH.match(words)
    return (text[slice(*place)], words) if is_day else ("", text)


def _in_words(column: int, move: Move, text: str) -> Iterator[Reached]:
    words = plain_words(text) if len(text) < 40 else ""
    status = status_of(text)
    ended = status.outcome if status is not None else None
    went = how_it_went(text)
    if went is False:
        ended = Outcome.REJECTED
    is_count = words.isdigit() and 0 < int(words) < 30
    if went or is_count or ended in (Outcome.REJECTED, Outcome.WITHDRAWN):
        yield Reached(column, move)
    if ended in (Outcome.REJECTED, Outcome.WITHDRAWN):
        yield Reached(column, Move(stage="", kind=StageKind.CLOSED, outcome=ended))
