"""Writes CSV that opens right in Excel and LibreOffice: UTF-8 with a byte order mark, CRLF and
quotes after RFC 4180, no cell that could be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from ats.domain.money import from_minor
from ats.domain.overview import (
    ApplicationDetail,
    ApplicationRow,
    EventDetail,
    ListedApplication,
    OfferDetail,
)
from ats.domain.stage import StageKind
from ats.exchange.application_columns import (
    COLUMNS,
    Move,
    guarded,
    history_cell,
    joined,
    words_of,
)

Cell = str | int | bool | date | Decimal | None

EVENT_COLUMNS = (
    "Application", "Company", "Date", "Time", "Zone", "Kind", "Stage", "Outcome", "Title", "Note",
)  # fmt: skip
OFFER_COLUMNS = (
    "Application", "Company", "Version", "Received", "Deadline", "Starts", "Component", "Amount",
    "Currency", "Percent of base", "Period", "Vesting months", "Cliff months", "Note",
)  # fmt: skip


def applications_csv(listed: Sequence[ListedApplication]) -> bytes:
    """One row per application, in the order given, with a column for each header that came in
    with an import. Read again by `ats.exchange.imports.csv_in`, it gives the same applications."""
    headers = list(dict.fromkeys(value.header for item in listed for value in item.imported))
    rows = ([*_application_cells(item), *_imported_cells(item, headers)] for item in listed)
    return table_csv([*COLUMNS, *headers], rows)


def events_csv(
    details: Iterable[ApplicationDetail], within: Callable[[date], bool] = lambda day: True
) -> bytes:
    """One row per event, moves, interviews, messages and notes, of the days that are within."""
    rows = (
        _event_cells(detail.row, event)
        for detail in details
        for event in detail.events
        if within(event.event.on)
    )
    return table_csv(EVENT_COLUMNS, rows)


def offers_csv(
    details: Iterable[ApplicationDetail], within: Callable[[date], bool] = lambda day: True
) -> bytes:
    """One row per component of each version of an offer that came within the days."""
    rows = (
        cells
        for detail in details
        for offer in detail.offers
        if within(offer.offer.received_on)
        for cells in _offer_rows(detail.row, offer)
    )
    return table_csv(OFFER_COLUMNS, rows)


def table_csv(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """A table as the bytes of a CSV file; None is an empty cell."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([guarded(header) for header in headers])
    for row in rows:
        writer.writerow([_text(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    match cell:
        case None | False:
            return ""
        case True:
            return "yes"
        case str():
            return guarded(cell)
        case Decimal():
            return f"{cell.to_integral_value() if cell % 1 == 0 else cell:f}"
    return str(cell)


def _application_cells(item: ListedApplication) -> list[Cell]:
    row = item.row
    return [
        *(row.title, row.company, row.stage, row.stage_kind, words_of(row.outcome or "")),
        *(row.applied_on, _saved_on(item.moves), row.deadline, row.posted_on, row.link),
        joined(row.locations),
        words_of(row.work_mode or ""),
        words_of(row.employment_type or ""),
        *(row.pay.least_amount, row.pay.most_amount, row.pay_currency, row.pay_period),
        *(row.bonus, row.equity, row.source, row.reference),
        joined(row.tags),
        *(row.excitement, row.next_action, row.next_action_on),
        joined(item.contacts),
        history_cell(_move(event) for event in item.moves),
        item.notes,
    ]


def _imported_cells(item: ListedApplication, headers: Sequence[str]) -> list[Cell]:
    kept: dict[str, list[str]] = {}
    for value in item.imported:
        kept.setdefault(value.header, []).append(value.value)
    return ["\n".join(kept.get(header, ())) for header in headers]


def _saved_on(moves: Sequence[EventDetail]) -> date | None:
    return next((move.event.on for move in moves if move.stage_kind is StageKind.SAVED), None)


def _move(event: EventDetail) -> Move:
    return Move(
        stage=event.stage or "",
        kind=event.stage_kind,
        on=event.event.on,
        outcome=event.event.outcome,
        note=event.event.note,
    )


def _event_cells(row: ApplicationRow, detail: EventDetail) -> list[Cell]:
    event = detail.event
    return [
        row.title,
        row.company,
        event.on,
        event.at.isoformat(timespec="minutes") if event.at else None,
        event.zone,
        event.kind,
        detail.stage,
        words_of(event.outcome or ""),
        event.title,
        event.note,
    ]


def _offer_rows(row: ApplicationRow, detail: OfferDetail) -> Iterator[list[Cell]]:
    offer = detail.offer
    head: list[Cell] = [
        row.title, row.company, offer.version, offer.received_on, offer.deadline, offer.starts_on,
    ]  # fmt: skip
    if not detail.components:
        yield [*head, None, None, offer.currency, None, None, None, None, offer.note]
    for part in detail.components:
        yield [
            *head,
            words_of(part.kind),
            None if part.amount is None else from_minor(part.amount, offer.currency),
            offer.currency,
            None if part.basis_points is None else Decimal(part.basis_points) / 100,
            part.period,
            part.vesting_months,
            part.cliff_months,
            part.note,
        ]
