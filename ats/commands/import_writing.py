"""The writing of an import: applications with all that belongs to them, inside one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ats.commands.applications import POSITION_GAP, top_position
from ats.commands.import_stages import StagesOfFile
from ats.commands.import_timeline import add_timeline
from ats.domain.application import Application, ApplicationNotes, ApplicationTag, NextAction, Tag
from ats.domain.company import ApplicationContact, Company, Contact
from ats.domain.importing import ImportedValue
from ats.domain.posting import Posting
from ats.domain.stored_text import same_name_key
from ats.domain.timeline import Event, EventKind
from ats.exchange.imports.plan import ImportRow
from ats.store import Bulk, Rows, Store

Progress = Callable[[float], None]

# Written together, so that what belongs to an application is near when the index reads it.
_AT_ONCE = 1_000

_APPLICATION = (
    "title", "company_id", "stage_id", "outcome", "position", "locations", "work_mode",
    "employment_type", "pay_least", "pay_most", "pay_currency", "pay_period", "bonus", "equity",
    "deadline", "posted_on", "reference", "link", "source", "excitement", "created_at",
    "import_batch_id",
)  # fmt: skip
_EVENT = ("application_id", "kind", "on", "stage_id", "outcome", "note", "recorded_at")
_ACTION = ("application_id", "text", "due_on", "created_at")
_POSTING = ("application_id", "text", "html", "link", "captured_at")
_VALUE = ("application_id", "import_batch_id", "header", "value", "position")


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
        self._company_ids: dict[str, int | None] = {"": None}
        self._companies = {same_name_key(each.name): each.id for each in rows.all(Company)}
        self._tag_ids: dict[str, int] = {}
        self._tags = {same_name_key(each.name): each.id for each in rows.all(Tag)}
        people = reversed(rows.all(Contact))
        self._contacts = {(each.name, each.company_id): each.id for each in people}

    def create(self, new: Sequence[ImportRow]) -> range:
        """Add the applications, first row on top of its column; their ids."""
        self._stages.find_all_of(new)
        places = self._places(new)
        added: list[range] = []
        with self._store.in_bulk() as bulk:
            for start in range(0, len(new), _AT_ONCE):
                self._progress(start / len(new))
                rows = new[start : start + _AT_ONCE]
                added.append(self._write(bulk, rows, places))
            self._progress(1.0)
        # Nobody else gives out ids meanwhile.
        return range(added[0].start, added[-1].stop) if added else range(0)

    def _write(
        self, bulk: Bulk, rows: Sequence[ImportRow], places: Iterator[tuple[int, int]]
    ) -> range:
        """Add some of the applications with all that belongs to them."""
        self._make_names(bulk, rows)
        # No zip with the places: it would take one too many.
        applications = [self._application(row, next(places)) for row in rows]
        ids = bulk.add(Application, _APPLICATION, applications)
        self._add_history(bulk, ids, rows)
        self._add_texts(bulk, ids, rows)
        self._add_links(bulk, ids, rows)
        bulk.index()
        return ids

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

    def _make_names(self, bulk: Bulk, rows: Sequence[ImportRow]) -> None:
        """Add the companies, tags and contacts that are not there yet."""
        names = {row.company for row in rows} - self._company_ids.keys()
        told = {name: " ".join(name.split()) for row in rows if (name := row.company) in names}
        _add_missing(bulk, Company, self._companies, told.values())
        for name, one_line in told.items():
            self._company_ids[name] = self._companies.get(same_name_key(one_line))
        tags = {tag: None for row in rows for tag in row.tags if tag not in self._tag_ids}
        _add_missing(bulk, Tag, self._tags, tags)
        self._tag_ids.update((tag, self._tags[same_name_key(tag)]) for tag in tags)
        people = dict.fromkeys(
            (name, self._company_ids[row.company]) for row in rows for name in row.contacts
        )
        missing = [each for each in people if each not in self._contacts]
        ids = bulk.add(Contact, ("name", "company_id"), missing)
        self._contacts.update(zip(missing, ids, strict=True))

    def _application(self, row: ImportRow, place: tuple[int, int]) -> tuple[Any, ...]:
        pay = row.pay
        return (
            row.title, self._company_ids[row.company], place[0], row.outcome, place[1],
            row.locations, row.work_mode, row.employment_type, pay.least, pay.most,
            pay.currency, pay.period, row.bonus, row.equity, row.deadline, row.posted_on,
            row.reference, row.link, row.source, row.excitement, self._now,
            self._batch_id,
        )  # fmt: skip

    def _add_history(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        find, now = self._stages.find, self._now
        if any(row.happenings for row in rows):
            add_timeline(bulk, ids, rows, find, now)
        else:
            self._add_moves(bulk, ids, rows)
        actions = [
            (id, row.next_action, row.next_action_on, now)
            for id, row in zip(ids, rows, strict=True)
            if row.next_action
        ]
        bulk.add(NextAction, _ACTION, actions)

    def _add_moves(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        find, now = self._stages.find, self._now
        events = [
            (id, EventKind.STAGE, move.on, find(move.stage, move.kind or row.stage_kind),
             move.outcome, move.note, now)
            for id, row in zip(ids, rows, strict=True)
            for move in row.moves
            if move.on is not None
        ]  # fmt: skip
        bulk.add(Event, _EVENT, events)

    def _add_texts(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        numbered = list(zip(ids, rows, strict=True))
        notes = [(id, row.notes) for id, row in numbered if row.notes]
        postings = [
            (id, row.posting_text, row.posting_html, row.link, self._now)
            for id, row in numbered
            if row.posting_text or row.posting_html
        ]
        values = [
            (id, self._batch_id, header, value, position)
            for id, row in numbered
            for position, (header, value) in enumerate(row.imported)
        ]
        bulk.add(ApplicationNotes, ("application_id", "text"), notes)
        bulk.add(Posting, _POSTING, postings)
        bulk.add(ImportedValue, _VALUE, values)

    def _add_links(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        """Tags and contacts, each once."""
        tags = dict.fromkeys(
            (id, self._tag_ids[name])
            for id, row in zip(ids, rows, strict=True)
            for name in row.tags
        )
        people = dict.fromkeys(
            (id, self._contacts[name, self._company_ids[row.company]])
            for id, row in zip(ids, rows, strict=True)
            for name in row.contacts
        )
        bulk.add(ApplicationTag, ("application_id", "tag_id"), tags)
        bulk.add(ApplicationContact, ("application_id", "contact_id"), people)


def _add_missing(bulk: Bulk, kind: type, known: dict[str, int], names: Iterable[str]) -> None:
    """Add a record for each name that is not known, and know it."""
    missing: dict[str, str] = {}
    for name in names:
        if name and (key := same_name_key(name)) not in known:
            missing.setdefault(key, name)
    ids = bulk.add(kind, ("name",), [(name,) for name in missing.values()])
    known.update(zip(missing, ids, strict=True))
