"""The files of one export: what each is made of is read from the store at once, what it becomes
is made later, on any thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any

from ats import __version__
from ats.commands.papers import PAPER_ENDINGS, paper_bytes
from ats.domain.overview import ApplicationRow
from ats.domain.problem import Problem
from ats.domain.stage import Stage
from ats.domain.timeline import EventKind, InterviewResult
from ats.exchange.archive.document import part_document, whole_document
from ats.exchange.exports.csv_out import sheet_csv
from ats.exchange.exports.ics_out import calendar, planned
from ats.exchange.exports.json_out import event_json, json_bytes, offer_json
from ats.exchange.exports.sankey_out import flows, sankey
from ats.exchange.exports.sheet import Sheet
from ats.exchange.exports.sheets import (
    applications_sheet,
    contacts_sheet,
    events_sheet,
    offers_sheet,
    requirements_sheet,
)
from ats.exchange.exports.summary import summary
from ats.exchange.exports.summary_options import SummaryOptions
from ats.exchange.exports.xlsx_out import workbook
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.belongings import (
    contacts_of,
    contacts_with_company,
    events_of,
    offers_of,
    requirements_of,
)
from ats.store.queries.listing import listed
from ats.store.queries.records import records
from ats.store.queries.snapshot import snapshot

Progress = Callable[[float], None]
Make = Callable[[Progress | None], bytes]


@dataclass(frozen=True, slots=True)
class Part:
    """One file: what is added to the name the person gave, and how its bytes are made."""

    added: str
    make: Make


@dataclass(frozen=True, kw_only=True)
class Request:
    """An export that was looked at and can be made. `chosen` are all applications asked for,
    `rows` those of them within the period; `whole` is True where nothing was left out."""

    store: Store
    ending: str
    what: str
    chosen: Sequence[ApplicationRow]
    whole: bool
    since: date
    until: date
    columns: tuple[str, ...]
    bom: bool
    notes: bool
    pay: bool
    summary: SummaryOptions | None

    def within(self, day: date) -> bool:
        return self.since <= day <= self.until

    @cached_property
    def rows(self) -> list[ApplicationRow]:
        zone = self.store.now().tzinfo
        return [
            row
            for row in self.chosen
            if self.within(row.applied_on or row.created_at.astimezone(zone).date())
        ]

    @cached_property
    def ids(self) -> list[int]:
        return [row.id for row in self.chosen]


def parts_of(request: Request) -> tuple[Part, ...]:
    """The files of an export. Raises Problem for a column that is not there, and where there
    is nothing to write."""
    if request.ending in PAPER_ENDINGS:
        return _one(_paper(request))
    return _MAKERS[request.ending](request)


def _one(make: Make) -> tuple[Part, ...]:
    return (Part("", make),)


def _paper(request: Request) -> Make:
    found = (application_detail(request.store, row.id) for row in request.rows)
    details = [detail for detail in found if detail is not None]
    paper = summary(details, request.store.today(), request.summary)
    return lambda progress: paper_bytes(paper, request.ending, progress or _nothing)


def _csv(request: Request) -> tuple[Part, ...]:
    sheets = _sheets(request)
    names = [""] + [f"-{sheet.name.lower()}" for sheet in sheets[1:]]
    return tuple(
        Part(name, _csv_of(sheet, bom=request.bom))
        for name, sheet in zip(names, sheets, strict=True)
    )


def _csv_of(sheet: Sheet, *, bom: bool) -> Make:
    return lambda progress: sheet_csv(sheet, bom=bom)


def _xlsx(request: Request) -> tuple[Part, ...]:
    sheets, now = _sheets(request), request.store.now()
    return _one(lambda progress: workbook(sheets, made_at=now, progress=progress))


def _sheets(request: Request) -> list[Sheet]:
    """The table asked for; of everything all of them, those first that are asked for most."""
    wanted = list(_SHEETS) if request.what == "everything" else [request.what]
    sheets = [_SHEETS[what](request) for what in wanted]
    sheets = [sheet.without(notes=not request.notes, pay=not request.pay) for sheet in sheets]
    if request.columns:
        sheets[0] = sheets[0].only(request.columns)
    return sheets


def _applications(request: Request) -> Sheet:
    events = events_of(request.store, [row.id for row in request.rows])
    return applications_sheet(listed(request.store, request.rows), events, notes=request.notes)


def _events(request: Request) -> Sheet:
    found = events_of(request.store, request.ids)
    if not request.notes:
        found = {
            id: [event for event in events if event.event.kind is not EventKind.NOTE]
            for id, events in found.items()
        }
    return events_sheet(request.chosen, found, request.within)


def _offers(request: Request) -> Sheet:
    return offers_sheet(request.chosen, offers_of(request.store, request.ids), request.within)


def _contacts(request: Request) -> Sheet:
    of = contacts_of(request.store, [row.id for row in request.rows])
    known = contacts_with_company(request.store)
    if not request.whole:
        theirs = {person.id for people in of.values() for person in people}
        known = [(person, company) for person, company in known if person.id in theirs]
    return contacts_sheet(known, request.rows, of)


def _requirements(request: Request) -> Sheet:
    ids = [row.id for row in request.rows]
    return requirements_sheet(request.rows, requirements_of(request.store, ids))


_SHEETS: dict[str, Callable[[Request], Sheet]] = {
    "applications": _applications,
    "events": _events,
    "offers": _offers,
    "contacts": _contacts,
    "requirements": _requirements,
}


def _json(request: Request) -> tuple[Part, ...]:
    if request.what in ("applications", "everything"):
        tables, now = snapshot(request.store), request.store.now()
        if request.what == "everything" and request.whole:
            return _one(
                lambda progress: json_bytes(
                    whole_document(tables, made_at=now, program=__version__)
                )
            )
        ids = [row.id for row in request.rows]
        return _one(
            lambda progress: json_bytes(
                part_document(tables, ids, made_at=now, program=__version__)
            )
        )
    made = {
        "format": f"ats-{request.what}",
        "version": 1,
        "made_at": request.store.now().isoformat(),
        "program": __version__,
        request.what: _LISTS[request.what](request),
    }
    return _one(lambda progress: json_bytes(made))


def _event_list(request: Request) -> list[dict[str, Any]]:
    found = events_of(request.store, request.ids)
    return [
        event_json(row, event)
        for row in request.chosen
        for event in found.get(row.id, ())
        if request.within(event.event.on)
    ]


def _offer_list(request: Request) -> list[dict[str, Any]]:
    found = offers_of(request.store, request.ids)
    return [
        {"application": row.id, "title": row.title, "company": row.company, **offer_json(offer)}
        for row in request.chosen
        for offer in found.get(row.id, ())
        if request.within(offer.offer.received_on)
    ]


def _sheet_list(request: Request) -> list[dict[str, Any]]:
    """Rows of a table, each cell under its header in small letters."""
    sheet = _SHEETS[request.what](request)
    names = [header.lower().replace("-", "").replace(" ", "_") for header in sheet.headers]
    return [dict(zip(names, row, strict=True)) for row in sheet.rows]


_LISTS: dict[str, Callable[[Request], list[dict[str, Any]]]] = {
    "events": _event_list,
    "offers": _offer_list,
    "contacts": _sheet_list,
    "requirements": _sheet_list,
}


def _ics(request: Request) -> tuple[Part, ...]:
    """The interviews of the period; without one those from today on that were not called off."""
    store, bounded = request.store, request.since > date.min or request.until < date.max
    found = events_of(store, request.ids)
    interviews = [
        one
        for row in request.chosen
        for one in planned(row, found.get(row.id, ()))
        if request.within(one.event.on)
        and (bounded or one.event.on >= store.today())
        and (bounded or one.interview.result is not InterviewResult.CANCELLED)
    ]
    if not interviews:
        raise Problem("No interview is planned, so there is nothing to write.")
    interviews.sort(key=lambda one: (one.event.on, one.event.at or time.min))
    now = store.now()
    return _one(lambda progress: calendar(interviews, now=now, notes=request.notes))


def _txt(request: Request) -> tuple[Part, ...]:
    stages = {stage.id: stage.position for stage in records(request.store, Stage)}
    items = listed(request.store, request.rows)
    found = flows(items, stages)
    if not found:
        raise Problem("Nothing was applied for yet, so there is no diagram to write.")
    sent = sum(flow.count for flow in found if flow.source == "Applications")
    return _one(lambda progress: sankey(found, len(items) - sent).encode())


_MAKERS: dict[str, Callable[[Request], tuple[Part, ...]]] = {
    ".csv": _csv,
    ".xlsx": _xlsx,
    ".json": _json,
    ".ics": _ics,
    ".txt": _txt,
}


def _nothing(done: float) -> None:
    """Progress that nobody watches."""
