"""What a file leaves open, to be asked once: the order of days written in numbers, and words
whose meaning is not sure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.imports.day_cells import DateOrder, could_be_two, days_in, order_of
from ats.exchange.imports.fields import DATE_FIELDS, LATER_FIELDS, STAGE_FIELDS, Field
from ats.exchange.imports.history_cell import history_in, order_in
from ats.exchange.imports.link_cell import is_unsaved_formula
from ats.exchange.imports.plan import DateQuestion, StatusQuestion
from ats.exchange.imports.raw_table import Row, filled_cells
from ats.exchange.imports.status_words import (
    Status,
    meaning_of,
    plain_words,
    possible_meanings,
    status_meant,
    status_of,
    statuses_of,
)

_MOST_WORDS = 24
_LOOKED_AT = 500
_LONGEST_WORD = 60
_DAY_COLUMNS = (*DATE_FIELDS, *STAGE_FIELDS, *LATER_FIELDS, Field.HISTORY, Field.STAGE)
_STATUS_COLUMNS = (Field.STAGE, Field.OUTCOME, Field.LATER_STAGE)


def orders_of(
    rows: Sequence[Row], fields: Mapping[int, Field], given: DateOrder | None
) -> dict[int, DateOrder | None]:
    """How each column's days are written; a column that does not settle it follows the others
    of the file where they agree. None where nothing tells."""
    columns = [at for at, field in fields.items() if field in _DAY_COLUMNS]
    if given is not None:
        return dict.fromkeys(columns, given)
    settled = {at: order_of(set(filled_cells(rows, at))) for at in columns}
    said = {order for order in settled.values() if order is not None}
    common = said.pop() if len(said) == 1 else None
    orders = {at: order or common for at, order in settled.items()}
    for at in columns:
        if orders[at] is None and fields[at] is Field.HISTORY:
            orders[at] = next(filter(None, map(order_in, filled_cells(rows, at))), None)
    return orders


def date_question(
    rows: Sequence[Row],
    headers: Sequence[str],
    orders: Mapping[int, DateOrder | None],
    likely: DateOrder | None,
) -> tuple[DateQuestion | None, tuple[int, str, int] | None]:
    """The question how days are meant that could be read in two ways, and the first such cell:
    its row, its text and its column. `likely` is what the rest of the file makes likely; else
    the reading in which the days come in order."""
    open_columns = [at for at, order in orders.items() if order is None]
    first = next(_unsettled(rows, open_columns), None)
    if first is None:
        return None, None
    row, text, column = first
    there = dict.fromkeys(at for _, _, at in _unsettled(rows, open_columns))
    assumed = likely or _in_sequence(rows, column) or DateOrder.DMY
    readings = tuple(
        (order, day)
        for order in (DateOrder.DMY, DateOrder.MDY)
        for day in [found.on for found in days_in(text, order)][:1]
    )
    question = DateQuestion(
        columns=tuple(headers[at] for at in there if at < len(headers)),
        example=text,
        readings=readings,
        assumed=assumed,
    )
    return question, (row, text, column)


def _unsettled(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[tuple[int, str, int]]:
    """The cells that can be read in two ways, each text of a column once: row, text, column."""
    left = {
        (at, text)
        for at in columns
        for text in map(str.strip, set(filled_cells(rows, at)))
        if could_be_two(text) and any(not day.settled for day in days_in(text))
    }
    for row in rows if left else ():
        for at in columns:
            text = row.cells[at].strip() if at < len(row.cells) else ""
            if (at, text) in left:
                left.remove((at, text))
                yield row.number, text, at


def _in_sequence(rows: Sequence[Row], column: int) -> DateOrder | None:
    """The reading in which the days of a column go up, or down, where the other does not:
    people write a search down as it goes on."""
    texts = filled_cells(rows, column)[:_LOOKED_AT]
    steps = {}
    for order in (DateOrder.DMY, DateOrder.MDY):
        days = [found[0].on for text in texts if (found := days_in(text, order))]
        steps[order] = _disorder(days)
    by_day, by_month = steps[DateOrder.DMY], steps[DateOrder.MDY]
    if by_day == by_month:
        return None
    return DateOrder.DMY if by_day < by_month else DateOrder.MDY


def _disorder(days: Sequence[date]) -> int:
    """How many days are on the wrong side of the one before, in the better direction."""
    up = sum(later < earlier for earlier, later in pairwise(days))
    down = sum(later > earlier for earlier, later in pairwise(days))
    return min(up, down)


def answered_statuses(answers: Mapping[str, str]) -> dict[str, Status | None]:
    """The person's words by `plain_words`, with what they mean. Raises Problem for a meaning
    that is none."""
    meant = {}
    for word, meaning in answers.items():
        try:
            meant[plain_words(word)] = status_meant(meaning.strip().casefold().replace(" ", "_"))
        except ValueError as error:
            raise Problem(
                f"“{meaning}” is no stage and no outcome. Nothing was changed."
            ) from error
    return meant


def status_questions(
    rows: Sequence[Row],
    fields: Mapping[int, Field],
    stages: Mapping[str, StageKind],
    answered: Mapping[str, Status | None],
) -> tuple[StatusQuestion, ...]:
    """The words of the columns of statuses whose meaning is not sure, those on most rows
    first."""
    counts: Counter[str] = Counter()
    for at, field in fields.items():
        if field in _STATUS_COLUMNS:
            counts.update(map(str.strip, filled_cells(rows, at)))
    asked = (
        question
        for word, times in counts.most_common()
        if plain_words(word) and word.casefold() not in stages and plain_words(word) not in answered
        if not is_unsaved_formula(word)
        for question in _question(word, times)
    )
    return tuple(question for question, _ in zip(asked, range(_MOST_WORDS), strict=False))


def _question(word: str, times: int) -> Iterator[StatusQuestion]:
    meanings = possible_meanings(word)
    found = status_of(word)
    if found is None and (statuses_of(word) or history_in(word).steps or len(word) > _LONGEST_WORD):
        return
    if found is not None and not meanings:
        return
    assumed = meaning_of(found) if found is not None else ""
    rest = (kind.value for kind in StageKind if kind.value not in meanings)
    yield StatusQuestion(word=word, rows=times, meanings=(*meanings, *rest), assumed=assumed)
