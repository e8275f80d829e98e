"""What is tracked as the bytes of a file, in the format its ending names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum

from ats.commands.papers import PAPER_ENDINGS, paper_bytes
from ats.domain.evidence import Evidence
from ats.domain.overview import ApplicationDetail, ApplicationRow
from ats.domain.problem import Problem
from ats.domain.saved_view import ApplicationFilter
from ats.exchange.exports.csv_out import applications_csv, events_csv, offers_csv
from ats.exchange.exports.json_out import (
    event_json,
    json_bytes,
    library_json,
    offer_json,
    shown_json,
)
from ats.exchange.exports.paper import Paper
from ats.exchange.exports.summary import summary
from ats.exchange.exports.summary_options import SummaryOptions
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.listing import listed
from ats.store.queries.records import records


class ExportKind(StrEnum):
    """What of the applications goes out."""

    APPLICATIONS = "applications"
    EVENTS = "events"
    OFFERS = "offers"
    EVERYTHING = "everything"


ENDINGS = (".csv", ".json", ".md", ".html", ".pdf")


def exported(
    store: Store,
    ending: str,
    what: ExportKind = ExportKind.APPLICATIONS,
    rows: Sequence[ApplicationRow] | None = None,
    *,
    since: date | None = None,
    until: date | None = None,
    options: SummaryOptions | None = None,
) -> bytes:
    """The bytes of an export of these applications, in their order; of all where None.

    `ending` is one of ENDINGS. `since` and `until` bound the day of an event, the day an
    offer came, and for applications the day of applying, or of adding where not applied.
    `options` say what goes into a summary. Raises Problem for an ending that is not known or
    can't hold that.
    """
    write = _WRITERS.get((ending.lower(), what))
    if write is None:
        raise _refused(ending.lower(), what)
    chosen = applications(store) if rows is None else list(rows)
    bounds = (since or date.min, until or date.max)
    return write(_Export(store, ending.lower(), chosen, bounds, options))


def applications_to_export(store: Store, words: str = "") -> list[ApplicationRow]:
    """The applications that match words, in the order of the board; all for no words."""
    return applications(store, ApplicationFilter(words=words))


class _Export:
    """One export under way: what was chosen, and the period."""

    def __init__(
        self,
        store: Store,
        ending: str,
        rows: Sequence[ApplicationRow],
        bounds: tuple[date, date],
        options: SummaryOptions | None,
    ) -> None:
        self.store = store
        self.ending = ending
        self.all_rows = rows
        self.options = options
        self._since, self._until = bounds

    def within(self, day: date) -> bool:
        return self._since <= day <= self._until

    @property
    def rows(self) -> list[ApplicationRow]:
        zone = self.store.now().tzinfo
        return [
            row
            for row in self.all_rows
            if self.within(row.applied_on or row.created_at.astimezone(zone).date())
        ]

    def details(self, rows: Sequence[ApplicationRow]) -> list[ApplicationDetail]:
        found = (application_detail(self.store, row.id) for row in rows)
        return [detail for detail in found if detail is not None]

    def paper(self) -> Paper:
        return summary(self.details(self.rows), self.store.today(), self.options)


def _applications_csv(export: _Export) -> bytes:
    return applications_csv(listed(export.store, export.rows))


def _applications_json(export: _Export) -> bytes:
    return json_bytes([shown_json(detail) for detail in export.details(export.rows)])


def _everything_json(export: _Export) -> bytes:
    evidence = records(export.store, Evidence)
    return json_bytes(library_json(export.details(export.rows), evidence))


def _summary(export: _Export) -> bytes:
    return paper_bytes(export.paper(), export.ending)


def _events_csv(export: _Export) -> bytes:
    return events_csv(export.details(export.all_rows), export.within)


def _events_json(export: _Export) -> bytes:
    return json_bytes(
        [
            event_json(detail.row, event)
            for detail in export.details(export.all_rows)
            for event in detail.events
            if export.within(event.event.on)
        ]
    )


def _offers_csv(export: _Export) -> bytes:
    return offers_csv(export.details(export.all_rows), export.within)


def _offers_json(export: _Export) -> bytes:
    return json_bytes(
        [
            {"application": detail.id, "title": detail.row.title, **offer_json(offer)}
            for detail in export.details(export.all_rows)
            for offer in detail.offers
            if export.within(offer.offer.received_on)
        ]
    )


_WRITERS: dict[tuple[str, ExportKind], Callable[[_Export], bytes]] = {
    (".csv", ExportKind.APPLICATIONS): _applications_csv,
    (".csv", ExportKind.EVENTS): _events_csv,
    (".csv", ExportKind.OFFERS): _offers_csv,
    (".json", ExportKind.APPLICATIONS): _applications_json,
    (".json", ExportKind.EVENTS): _events_json,
    (".json", ExportKind.OFFERS): _offers_json,
    (".json", ExportKind.EVERYTHING): _everything_json,
    **{(ending, ExportKind.APPLICATIONS): _summary for ending in PAPER_ENDINGS},
    **{(ending, ExportKind.EVERYTHING): _summary for ending in PAPER_ENDINGS},
}


def _refused(ending: str, what: ExportKind) -> Problem:
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS[:-1]) + f" and {ENDINGS[-1]}"
        named = f"“{ending}”" if ending else "no ending"
        return Problem(f"Can’t export to a file with {named}. The endings known are {known}.")
    others = " or ".join(other for other, kind in _WRITERS if kind is what)
    return Problem(f"A {ending} file can’t hold {what}. Use {others}.")
