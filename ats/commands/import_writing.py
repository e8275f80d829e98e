"""The writing of an import: applications with all that belongs to them, inside one step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from ats.commands.applications import POSITION_GAP, top_position
from ats.commands.import_stages import StagesOfFile
from ats.commands.import_timeline import add_timeline
from ats.domain.application import Application, ApplicationNotes, ApplicationTag, NextAction, Tag
from ats.domain.company import ApplicationContact, Company, Contact
from ats.domain.importing import ImportedValue
from ats.domain.money import Pay
from ats.domain.posting import Posting
from ats.domain.stored_text import same_name_key
from ats.domain.timeline import Event, EventKind
from ats.exchange.imports.plan import ImportRow
from ats.store import Bulk, Rows, Store

Progress = Callable[[float], None]

_AT_ONCE = 1_000
_AS_IN_THE_ROW = (
    "outcome", "locations", "work_mode", "employment_type", "bonus", "equity", "deadline",
    "posted_on", "reference", "link", "source", "excitement",
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
                added.append(self._write(bulk, new[start : start + _AT_ONCE], places))
                bulk.settle()
            self._progress(1.0)
        # Nobody else gives out ids meanwhile.
        return range(added[0].start, added[-1].stop) if added else range(0)

    def _write(
        self, bulk: Bulk, rows: Sequence[ImportRow], places: Iterator[tuple[int, int]]
    ) -> range:
        """Add some of the applications with all that belongs to them."""
        self._make_names(bulk, rows)
        ids = self._add_applications(bulk, rows, [*islice(places, len(rows))])
        self._add_history(bulk, ids, rows)
        self._add_texts(bulk, ids, rows)
        self._add_links(bulk, ids, rows)
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
        names = dict.fromkeys(row.company for row in rows)
        told = {name: " ".join(name.split()) for name in names if name not in self._company_ids}
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
        emails: dict[tuple[str, int | None], str] = {}
        for row in rows:
            for name, email in row.emails:
                emails.setdefault((name, self._company_ids[row.company]), email)
        ids = bulk.add(
            Contact,
            name=[name for name, _ in missing],
            company_id=[company for _, company in missing],
            email=[emails.get(each, "") for each in missing],
        )
        self._contacts.update(zip(missing, ids, strict=True))

    def _add_applications(
        self, bulk: Bulk, rows: Sequence[ImportRow], places: Sequence[tuple[int, int]]
    ) -> range:
        column = dict(zip(ImportRow._fields, zip(*rows, strict=True), strict=True))
        pay: tuple[Pay, ...] = column["pay"]
        return bulk.add(
            Application,
            title=column["title"],
            company_id=[self._company_ids[name] for name in column["company"]],
            stage_id=[stage for stage, _ in places],
            position=[position for _, position in places],
            pay_least=[each.least for each in pay],
            pay_most=[each.most for each in pay],
            pay_currency=[each.currency for each in pay],
            pay_period=[each.period for each in pay],
            created_at=[self._now] * len(rows),
            import_batch_id=[self._batch_id] * len(rows),
            **{name: column[name] for name in _AS_IN_THE_ROW},
        )

    def _add_history(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        if any(row.happenings for row in rows):
            add_timeline(bulk, ids, rows, self._stages.find, self._now)
        else:
            self._add_moves(bulk, ids, rows)
        numbered = zip(ids, rows, strict=True)
        actions = [(id, row) for id, row in numbered if row.next_action]
        bulk.add(
            NextAction,
            application_id=[id for id, _ in actions],
            text=[row.next_action for _, row in actions],
            due_on=[row.next_action_on for _, row in actions],
            created_at=[self._now] * len(actions),
        )

    def _add_moves(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        find = self._stages.find
        moves = [
            (id, move, move.kind or row.stage_kind)
            for id, row in zip(ids, rows, strict=True)
            for move in row.moves
            if move.on is not None
        ]
        bulk.add(
            Event,
            application_id=[id for id, _, _ in moves],
            kind=[EventKind.STAGE] * len(moves),
            on=[move.on for _, move, _ in moves],
            stage_id=[find(move.stage, kind) for _, move, kind in moves],
            outcome=[move.outcome for _, move, _ in moves],
            note=[move.note for _, move, _ in moves],
            recorded_at=[self._now] * len(moves),
        )

    def _add_texts(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        numbered = [*zip(ids, rows, strict=True)]
        noted = [(id, row.notes) for id, row in numbered if row.notes]
        bulk.add(
            ApplicationNotes,
            application_id=[id for id, _ in noted],
            text=[notes for _, notes in noted],
        )
        posted = [(id, row) for id, row in numbered if row.posting_text or row.posting_html]
        bulk.add(
            Posting,
            application_id=[id for id, _ in posted],
            text=[row.posting_text for _, row in posted],
            html=[row.posting_html for _, row in posted],
            link=[row.link for _, row in posted],
            captured_at=[self._now] * len(posted),
        )
        values = [
            (id, header, value, position)
            for id, row in numbered
            for position, (header, value) in enumerate(row.imported)
        ]
        bulk.add(
            ImportedValue,
            application_id=[id for id, *_ in values],
            import_batch_id=[self._batch_id] * len(values),
            header=[header for _, header, _, _ in values],
            value=[value for _, _, value, _ in values],
            position=[position for *_, position in values],
        )

    def _add_links(self, bulk: Bulk, ids: range, rows: Sequence[ImportRow]) -> None:
        """Tags and contacts, each once."""
        tags = dict.fromkeys(
            (id, self._tag_ids[name])
            for id, row in zip(ids, rows, strict=True)
            for name in row.tags
        )
        bulk.add(ApplicationTag, application_id=_firsts(tags), tag_id=_seconds(tags))
        people = dict.fromkeys(
            (id, self._contacts[name, self._company_ids[row.company]])
            for id, row in zip(ids, rows, strict=True)
            for name in row.contacts
        )
        bulk.add(ApplicationContact, application_id=_firsts(people), contact_id=_seconds(people))


def _add_missing(bulk: Bulk, kind: type, known: dict[str, int], names: Iterable[str]) -> None:
    """Add a record for each name that is not known, and know it."""
    missing: dict[str, str] = {}
    for name in names:
        if name and (key := same_name_key(name)) not in known:
            missing.setdefault(key, name)
    ids = bulk.add(kind, name=[*missing.values()])
    known.update(zip(missing, ids, strict=True))


def _firsts(pairs: Iterable[tuple[int, int]]) -> list[int]:
    return [first for first, _ in pairs]


def _seconds(pairs: Iterable[tuple[int, int]]) -> list[int]:
    return [second for _, second in pairs]
