"""The tables of what is tracked: applications with their history, events, offers, contacts,
requirements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from ats.domain.company import Contact
from ats.domain.money import from_minor
from ats.domain.overview import (
    ApplicationRow,
    EventDetail,
    ListedApplication,
    OfferDetail,
    RequirementDetail,
)
from ats.domain.stage import StageKind
from ats.domain.timeline import EventKind
from ats.exchange.application_columns import COLUMNS, Move, history_cell, joined, words_of
from ats.exchange.event_cells import Happening
from ats.exchange.exports.sheet import Cell, Column, Holds, Money, Sheet

Within = Callable[[date], bool]

_APPLICATION = {
    "Title": Column("Title", Holds.LONG),
    "Stage kind": Column("Stage kind", Holds.SHORT),
    "Outcome": Column("Outcome", Holds.SHORT),
    "Link": Column("Link", Holds.LINK),
    "Pay min": Column("Pay min", Holds.AMOUNT, pay=True),
    "Pay max": Column("Pay max", Holds.AMOUNT, pay=True),
    "Pay currency": Column("Pay currency", Holds.SHORT, pay=True),
    "Pay period": Column("Pay period", Holds.SHORT, pay=True),
    "Bonus": Column("Bonus", Holds.SHORT, pay=True),
    "Equity": Column("Equity", Holds.SHORT, pay=True),
    "Excitement": Column("Excitement", Holds.SHORT, note=True),
    "Next action": Column("Next action", Holds.LONG),
    "History": Column("History", Holds.LONG),
    "Notes": Column("Notes", Holds.LONG, note=True),
    **{
        header: Column(header, Holds.DAY)
        for header in ("Applied", "Saved", "Deadline", "Posted", "Next action due")
    },
}

_EVENT = (
    Column("Application", Holds.LONG), Column("Company"), Column("Date", Holds.DAY),
    Column("Time", Holds.CLOCK), Column("Zone"), Column("Kind", Holds.SHORT),
    Column("Stage"), Column("Outcome", Holds.SHORT), Column("Title"),
    Column("Note", Holds.LONG, note=True), Column("Round", Holds.SHORT),
    Column("Interview kind", Holds.SHORT), Column("Minutes", Holds.SHORT), Column("Place"),
    Column("People"), Column("Result", Holds.SHORT), Column("Preparation", Holds.LONG, note=True),
    Column("Questions", Holds.LONG, note=True), Column("How it went", Holds.LONG, note=True),
)  # fmt: skip
_OFFER = (
    Column("Application", Holds.LONG), Column("Company"), Column("Version", Holds.SHORT),
    Column("Received", Holds.DAY), Column("Deadline", Holds.DAY), Column("Starts", Holds.DAY),
    Column("Component", Holds.SHORT), Column("Amount", Holds.AMOUNT, pay=True),
    Column("Currency", Holds.SHORT, pay=True), Column("Percent of base", Holds.SHORT, pay=True),
    Column("Period", Holds.SHORT, pay=True), Column("Vesting months", Holds.SHORT, pay=True),
    Column("Cliff months", Holds.SHORT, pay=True), Column("Note", Holds.LONG, note=True),
    Column("Hours per week", Holds.SHORT), Column("Paid leave days", Holds.SHORT),
    Column("Place"), Column("Offer note", Holds.LONG, note=True),
)  # fmt: skip
_CONTACT = (
    Column("Name"), Column("Company"), Column("Role"), Column("E-mail"), Column("Phone"),
    Column("Link", Holds.LINK), Column("Applications", Holds.LONG),
    Column("Notes", Holds.LONG, note=True),
)  # fmt: skip
_REQUIREMENT = (
    Column("Application", Holds.LONG), Column("Company"), Column("Kind", Holds.SHORT),
    Column("Requirement", Holds.LONG), Column("Status", Holds.SHORT, note=True),
    Column("Note", Holds.LONG, note=True), Column("What to say", Holds.LONG, note=True),
    Column("Plan", Holds.LONG, note=True), Column("Evidence", Holds.LONG, note=True),
)  # fmt: skip

EVENT_COLUMNS = tuple(column.header for column in _EVENT)
OFFER_COLUMNS = tuple(column.header for column in _OFFER)
CONTACT_COLUMNS = tuple(column.header for column in _CONTACT)
REQUIREMENT_COLUMNS = tuple(column.header for column in _REQUIREMENT)


def applications_sheet(
    listed: Sequence[ListedApplication],
    events: Mapping[int, Sequence[EventDetail]],
    *,
    notes: bool = True,
) -> Sheet:
    """One row per application, in the order given, with a column for each header that came in
    with an import. `events` are those of each application, oldest first. Read again, it gives
    the same applications with the same events. Without `notes` the history tells no notes
    either."""
    headers = list(dict.fromkeys(value.header for item in listed for value in item.imported))
    columns = [_APPLICATION.get(header, Column(header)) for header in COLUMNS]
    return Sheet(
        name="Applications",
        columns=(*columns, *map(_imported_column, headers)),
        rows=[
            [
                *_application_cells(item, _history(events.get(item.id, ()), notes=notes)),
                *_imported_cells(item, headers),
            ]
            for item in listed
        ],
    )


def events_sheet(
    rows: Iterable[ApplicationRow],
    events: Mapping[int, Sequence[EventDetail]],
    within: Within = lambda day: True,
) -> Sheet:
    """One row per event, moves, interviews, messages and notes, of the days that are within."""
    cells = [
        _event_cells(row, event)
        for row in rows
        for event in events.get(row.id, ())
        if within(event.event.on)
    ]
    return Sheet(name="Events", columns=_EVENT, rows=cells)


def offers_sheet(
    rows: Iterable[ApplicationRow],
    offers: Mapping[int, Sequence[OfferDetail]],
    within: Within = lambda day: True,
) -> Sheet:
    """One row per component of each version of an offer that came within the days."""
    cells = [
        part
        for row in rows
        for offer in offers.get(row.id, ())
        if within(offer.offer.received_on)
        for part in _offer_rows(row, offer)
    ]
    return Sheet(name="Offers", columns=_OFFER, rows=cells)


def contacts_sheet(
    contacts: Iterable[tuple[Contact, str]],
    rows: Iterable[ApplicationRow],
    of: Mapping[int, Sequence[Contact]],
) -> Sheet:
    """One row per contact, given with the name of their company; `of` tells the contacts of
    each application."""
    named: dict[int, list[str]] = {}
    for row in rows:
        for person in of.get(row.id, ()):
            named.setdefault(person.id, []).append(
                " · ".join(filter(None, (row.title, row.company)))
            )
    cells: list[list[Cell]] = [
        [
            *(person.name, company, person.role, person.email, person.phone, person.link),
            joined(named.get(person.id, ())),
            person.notes,
        ]
        for person, company in contacts
    ]
    return Sheet(name="Contacts", columns=_CONTACT, rows=cells)


def requirements_sheet(
    rows: Iterable[ApplicationRow], requirements: Mapping[int, Sequence[RequirementDetail]]
) -> Sheet:
    """One row per requirement of each application."""
    cells: list[list[Cell]] = [
        [
            *(row.title, row.company, words_of(item.requirement.kind), item.requirement.text),
            *(words_of(item.requirement.status), item.requirement.note),
            *(item.requirement.talking_point, item.requirement.plan),
            joined(evidence.title for evidence in item.evidence),
        ]
        for row in rows
        for item in requirements.get(row.id, ())
    ]
    return Sheet(name="Requirements", columns=_REQUIREMENT, rows=cells)


def _imported_column(header: str) -> Column:
    """Nobody knows what such a column holds: it goes where notes or pay are left out."""
    return Column(header, note=True, pay=True)


def _application_cells(item: ListedApplication, history: str) -> list[Cell]:
    row = item.row
    return [
        *(row.title, row.company, row.stage, row.stage_kind, words_of(row.outcome or "")),
        *(row.applied_on, _saved_on(item.moves), row.deadline, row.posted_on, row.link),
        joined(row.locations),
        words_of(row.work_mode or ""),
        words_of(row.employment_type or ""),
        *(_money(minor, row.pay_currency) for minor in (row.pay.least, row.pay.most)),
        *(row.pay_currency, row.pay_period),
        *(row.bonus, row.equity, row.source, row.reference),
        joined(row.tags),
        *(row.excitement, row.next_action, row.next_action_on),
        joined(item.contacts),
        history,
        item.notes,
    ]


def _money(minor: int | None, currency: str | None) -> Money | None:
    return None if minor is None else Money(from_minor(minor, currency), currency)


def _imported_cells(item: ListedApplication, headers: Sequence[str]) -> list[Cell]:
    kept: dict[str, list[str]] = {}
    for value in item.imported:
        kept.setdefault(value.header, []).append(value.value)
    return ["\n".join(kept.get(header, ())) for header in headers]


def _saved_on(moves: Sequence[EventDetail]) -> date | None:
    return next((move.event.on for move in moves if move.stage_kind is StageKind.SAVED), None)


def _history(events: Iterable[EventDetail], *, notes: bool) -> str:
    told = (_told(detail, notes=notes) for detail in events)
    return history_cell(one for one in told if one is not None)


def _told(detail: EventDetail, *, notes: bool) -> Move | Happening | None:
    """An event as a history cell has it; None for a note where notes are left out."""
    event = detail.event
    if event.kind is EventKind.STAGE:
        return Move(
            stage=detail.stage or "",
            kind=detail.stage_kind,
            on=event.on,
            outcome=event.outcome,
            note=event.note if notes else "",
        )
    if event.kind is EventKind.NOTE and not notes:
        return None
    happening = Happening(
        on=event.on,
        kind=event.kind,
        at=event.at,
        zone=event.zone,
        title=event.title,
        note=event.note,
        interview=detail.interview,
    )
    return happening if notes else happening.without_notes()


def _event_cells(row: ApplicationRow, detail: EventDetail) -> list[Cell]:
    event, interview = detail.event, detail.interview
    cells: list[Cell] = [
        *(row.title, row.company, event.on, event.at, event.zone, event.kind, detail.stage),
        *(words_of(event.outcome or ""), event.title, event.note),
    ]
    if interview is None:
        return cells + [None] * (len(_EVENT) - len(cells))
    return [
        *cells,
        *(interview.round, words_of(interview.kind), interview.minutes, interview.place),
        *(interview.people, words_of(interview.result), interview.preparation),
        *(interview.questions, interview.went),
    ]


def _offer_rows(row: ApplicationRow, detail: OfferDetail) -> Iterator[list[Cell]]:
    offer = detail.offer
    head: list[Cell] = [
        row.title, row.company, offer.version, offer.received_on, offer.deadline, offer.starts_on,
    ]  # fmt: skip
    rest: list[Cell] = [offer.hours_per_week, offer.paid_leave_days, offer.place, offer.note]
    if not detail.components:
        yield [*head, None, None, offer.currency, None, None, None, None, None, *rest]
    for part in detail.components:
        yield [
            *head,
            words_of(part.kind),
            _money(part.amount, offer.currency),
            offer.currency,
            None if part.basis_points is None else Decimal(part.basis_points) / 100,
            part.period,
            part.vesting_months,
            part.cliff_months,
            part.note,
            *rest,
        ]
