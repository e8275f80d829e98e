"""The writing of an import: applications with all that belongs to them, inside one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any

from ats.commands.applications import POSITION_GAP, top_position
from ats.commands.import_stages import StagesOfFile
from ats.domain.application import Application, ApplicationNotes, ApplicationTag, NextAction, Tag
from ats.domain.company import ApplicationContact, Company, Contact
from ats.domain.importing import ImportedValue
from ats.domain.posting import Posting
from ats.domain.timeline import Event, EventKind
from ats.exchange.imports.plan import ImportRow
from ats.store import Bulk, Rows, Store, same_name_key

CellsOf = Callable[[ImportRow], Iterable[tuple[Any, ...]]]
Progress = Callable[[float], None]

# How much of the time has passed when the applications, then what belongs to them, are in.
_APPLICATIONS_DONE, _BELONGINGS_DONE = 0.25, 0.65
_TOLD_EVERY = 500

_COLUMNS = (
    "title", "company_id", "stage_id", "outcome", "position", "locations", "work_mode",
    "employment_type", "pay_least", "pay_most", "pay_currency", "pay_period", "bonus", "equity",
    "deadline", "posted_on", "reference", "link", "source", "excitement", "created_at",
    "import_batch_id",
)  # fmt: skip


class ImportWriting:
    """Creates applications from rows of a file. `batch_id` is the import they belong to."""

    def __init__(
        self, store: Store, rows: Rows, stages: StagesOfFile, batch_id: int, progress: Progress
    ) -> None:
        self._store = store
        self._rows = rows
        self._stages = stages
        self._batch_id = batch_id
        self._progress = progress
        self._now = store.now()
        self._companies: dict[Hashable, int] = {}
        self._tags: dict[Hashable, int] = {}
        self._contacts: dict[Hashable, int] = {}

    def create(self, new: Sequence[ImportRow]) -> range:
        """Add the applications, first row on top of its column; their ids."""
        self._stages.find_all_of(new)
        places = self._places(new)
        with self._store.in_bulk() as bulk:
            self._make_names(bulk, new)
            told = self._told(new, 0.0, _APPLICATIONS_DONE)
            ids = bulk.add(Application, _COLUMNS, map(self._application, told, places))
            self._add_belongings(bulk, ids, new)
            left = 1 - _BELONGINGS_DONE
            bulk.index(lambda share: self._progress(_BELONGINGS_DONE + left * share))
        return ids

    def _told(self, rows: Sequence[ImportRow], start: float, end: float) -> Iterator[ImportRow]:
        """The rows, telling now and then how many are done."""
        for number, row in enumerate(rows):
            if number % _TOLD_EVERY == 0:
                self._progress(start + (end - start) * number / len(rows))
            yield row

    def _places(self, new: Sequence[ImportRow]) -> Iterator[tuple[int, int]]:
        """Stage and position of each application."""
        find = self._stages.find
        stages = [find(row.stage, row.stage_kind, present=True) for row in new]
        tops = {
            stage: top_position(self._rows, stage) - POSITION_GAP * (count - 1)
            for stage, count in Counter(stages).items()
        }
        for stage in stages:
            yield stage, tops[stage]
            tops[stage] += POSITION_GAP

    def _application(self, row: ImportRow, place: tuple[int, int]) -> tuple[Any, ...]:
        pay = row.pay
        return (
            row.title, self._company_of(row), place[0], row.outcome, place[1],
            row.locations, row.work_mode, row.employment_type, pay.least, pay.most,
            pay.currency, pay.period, row.bonus, row.equity, row.deadline, row.posted_on,
            row.reference, row.link, row.source, row.excitement, self._now,
            self._batch_id,
        )  # fmt: skip

    def _make_names(self, bulk: Bulk, new: Sequence[ImportRow]) -> None:
        """Add the companies, tags and contacts that are not there yet."""
        self._companies = {same_name_key(each.name): each.id for each in self._rows.all(Company)}
        self._tags = {same_name_key(each.name): each.id for each in self._rows.all(Tag)}
        people = self._rows.all(Contact)
        self._contacts = {(each.name, each.company_id): each.id for each in reversed(people)}
        names = (_one_line(row.company) for row in new)
        _add_missing(bulk, Company, self._companies, names)
        _add_missing(bulk, Tag, self._tags, (tag for row in new for tag in row.tags))
        missing = dict.fromkeys(
            (name, self._company_of(row)) for row in new for name in row.contacts
        )
        found = [each for each in missing if each not in self._contacts]
        ids = bulk.add(Contact, ("name", "company_id"), found)
        self._contacts.update(zip(found, ids, strict=True))

    def _company_of(self, row: ImportRow) -> int | None:
        return self._companies.get(same_name_key(_one_line(row.company)))

    def _add_belongings(self, bulk: Bulk, ids: range, new: Sequence[ImportRow]) -> None:
        """What belongs to the applications, kind by kind."""
        of_event = ("kind", "on", "stage_id", "outcome", "note", "recorded_at")
        parts: tuple[tuple[type, tuple[str, ...], CellsOf], ...] = (
            (Event, of_event, self._events),
            (ApplicationNotes, ("text",), _notes),
            (ApplicationTag, ("tag_id",), self._tag_ids),
            (ApplicationContact, ("contact_id",), self._contact_ids),
            (NextAction, ("text", "due_on", "created_at"), self._actions),
            (Posting, ("text", "html", "link", "captured_at"), self._postings),
            (ImportedValue, ("import_batch_id", "header", "value", "position"), self._values),
        )
        share = (_BELONGINGS_DONE - _APPLICATIONS_DONE) / len(parts)
        for number, (kind, names, cells_of) in enumerate(parts):
            start = _APPLICATIONS_DONE + share * number
            rows = zip(ids, self._told(new, start, start + share), strict=True)
            bulk.add(
                kind,
                ("application_id", *names),
                ((id, *cells) for id, row in rows for cells in cells_of(row)),
            )

    def _events(self, row: ImportRow) -> Iterator[tuple[Any, ...]]:
        for move in row.moves:
            if move.on is not None:
                stage = self._stages.find(move.stage, move.kind or row.stage_kind)
                yield (EventKind.STAGE, move.on, stage, move.outcome, move.note, self._now)

    def _tag_ids(self, row: ImportRow) -> Iterable[tuple[int]]:
        return dict.fromkeys((self._tags[same_name_key(name)],) for name in row.tags)

    def _contact_ids(self, row: ImportRow) -> Iterable[tuple[int]]:
        company = self._company_of(row) if row.contacts else None
        return dict.fromkeys((self._contacts[name, company],) for name in row.contacts)

    def _actions(self, row: ImportRow) -> list[tuple[Any, ...]]:
        return [(row.next_action, row.next_action_on, self._now)] if row.next_action else []

    def _postings(self, row: ImportRow) -> list[tuple[Any, ...]]:
        if not row.posting_text and not row.posting_html:
            return []
        return [(row.posting_text, row.posting_html, row.link, self._now)]

    def _values(self, row: ImportRow) -> Iterator[tuple[Any, ...]]:
        for position, (header, value) in enumerate(row.imported):
            yield (self._batch_id, header, value, position)


def _notes(row: ImportRow) -> list[tuple[str]]:
    return [(row.notes,)] if row.notes else []


def _add_missing(bulk: Bulk, kind: type, known: dict[Hashable, int], names: Iterable[str]) -> None:
    """Add a record for each name that is not known, and know it."""
    missing: dict[Hashable, str] = {}
    for name in names:
        if name and (key := same_name_key(name)) not in known:
            missing.setdefault(key, name)
    ids = bulk.add(kind, ("name",), ((name,) for name in missing.values()))
    known.update(zip(missing, ids, strict=True))


def _one_line(name: str) -> str:
    return " ".join(name.split())
