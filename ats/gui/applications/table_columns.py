"""The columns of the table: what each says, how it sorts and whether it can be edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from ats.domain import words
from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import SortKey
from ats.gui.applications import card_text

Text = Callable[[ApplicationRow, date], str]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """`width` in device-independent pixels at the normal text size. `edited` gives the text to
    edit, and None for a column that cannot be edited."""

    key: str
    title: str
    text: Text
    width: int
    sort: SortKey | None = None
    right: bool = False
    edited: Text | None = None


def _due(row: ApplicationRow, today: date) -> str:
    return card_text.due(row, today).text if row.is_open else ""


def _day(on: date | None, today: date) -> str:
    return words.day(on, today) if on else ""


def _days_in_stage(row: ApplicationRow, today: date) -> str:
    days = row.days_in_stage(today)
    return "" if days is None else f"{days:,}"


COLUMNS: tuple[TableColumn, ...] = (
    TableColumn(
        "title", "Role", lambda row, _: card_text.role(row), 232, SortKey.TITLE,
        edited=lambda row, _: row.title,
    ),
    TableColumn("stage", "Stage", lambda row, _: row.stage, 124, SortKey.STAGE),
    TableColumn(
        "company", "Company", lambda row, _: row.company, 144, SortKey.COMPANY,
        edited=lambda row, _: row.company,
    ),
    TableColumn(
        "pay", "Pay", lambda row, _: words.pay_short(row.pay), 108, SortKey.PAY, right=True,
        edited=lambda row, _: words.pay_long(row.pay),
    ),
    TableColumn(
        "coverage", "Coverage", lambda row, _: card_text.coverage(row), 124, SortKey.COVERAGE
    ),
    TableColumn(
        "next_action", "Next action", lambda row, _: row.next_action or "", 176,
        SortKey.NEXT_ACTION,
    ),
    TableColumn("due", "Due", _due, 118, SortKey.DUE),
    TableColumn(
        "applied", "Applied", lambda row, today: _day(row.applied_on, today), 102,
        SortKey.APPLIED, right=True, edited=lambda row, today: _day(row.applied_on, today),
    ),
    TableColumn(
        "source", "Source", lambda row, _: row.source, 104, SortKey.SOURCE,
        edited=lambda row, _: row.source,
    ),
    TableColumn(
        "days_in_stage", "Days in stage", _days_in_stage, 108, SortKey.DAYS_IN_STAGE, right=True
    ),
    TableColumn("location", "Location", lambda row, _: " · ".join(row.locations), 140),
    TableColumn(
        "work_mode", "Work mode",
        lambda row, _: words.work_mode_name(row.work_mode) if row.work_mode else "", 100,
    ),
    TableColumn("tags", "Tags", lambda row, _: ", ".join(row.tags), 130),
    TableColumn(
        "excitement", "Excitement",
        lambda row, _: f"{row.excitement} of 5" if row.excitement else "", 96,
        SortKey.EXCITEMENT, right=True, edited=lambda row, _: str(row.excitement or ""),
    ),
    TableColumn(
        "deadline", "Deadline", lambda row, today: _day(row.deadline, today), 102,
        SortKey.DEADLINE, right=True, edited=lambda row, today: _day(row.deadline, today),
    ),
    TableColumn(
        "outcome", "Outcome", lambda row, _: words.outcome_name(row.outcome) if row.outcome else "",
        120,
    ),
)  # fmt: skip
"""In the order of the model; the first column is always shown, and first."""

KEYS = tuple(column.key for column in COLUMNS)
