"""What the applications of an archive share: found in the store or made there, so that each id
of the file has its own here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from ats.commands.stages import add_stage
from ats.domain.application import Tag
from ats.domain.company import Company, Contact
from ats.domain.document import Document, EvidenceDocument
from ats.domain.importing import ImportBatch
from ats.domain.problem import Problem
from ats.domain.saved_view import SavedView
from ats.domain.stage import Stage
from ats.domain.stored_text import same_name_key
from ats.exchange.archive.facts import renumbered
from ats.exchange.archive.plan import ArchiveItem, ArchivePlan, Choice, ItemKind, State
from ats.exchange.archive.search import ArchivedEvidence
from ats.store import Rows, Store


class SharedIds:
    """The id here for each id of the file. Made with the step that brings the archive in."""

    def __init__(
        self, store: Store, rows: Rows, plan: ArchivePlan, chosen: Mapping[int, Choice]
    ) -> None:
        self._store = store
        self._rows = rows
        self._search = plan.archive.search
        self._chosen = chosen
        self._items: dict[ItemKind, list[ArchiveItem]] = {}
        for item in plan.items:
            self._items.setdefault(item.kind, []).append(item)
        self._stages = self._mirrored() if plan.into_empty else self._found_stages()
        self._companies = self._of_companies()
        self._documents = self._each(ItemKind.DOCUMENT, self._search.documents, self._document)
        self._contacts = self._each(ItemKind.CONTACT, self._search.contacts, self._contact)
        self._evidence = self._each(ItemKind.EVIDENCE, self._search.evidence, self._proof)
        self._tags = {tag.name: self._tag(tag) for tag in self._search.tags}
        self._batches = self._of_batches()
        self._each(ItemKind.SAVED_VIEW, self._search.saved_views, self._saved_view)

    def stage(self, id: int) -> int:
        return self._stages[id]

    def company(self, id: int | None) -> int | None:
        return None if id is None else self._known(self._companies, id)

    def contact(self, id: int) -> int:
        return self._known(self._contacts, id)

    def evidence(self, id: int) -> int:
        return self._known(self._evidence, id)

    def document(self, id: int) -> int:
        return self._known(self._documents, id)

    def import_batch(self, id: int | None) -> int | None:
        return None if id is None else self._batches[id]

    def tag(self, name: str) -> int:
        if name not in self._tags:
            self._tags[name] = self._tag(Tag(name=name))
        return self._tags[name]

    @staticmethod
    def _known(ids: dict[int, int | Callable[[], int]], id: int) -> int:
        """The id here. What the person left out comes in after all where something needs it."""
        found = ids[id]
        if not isinstance(found, int):
            found = ids[id] = found()
        return found

    def _mirrored(self) -> dict[int, int]:
        """The stages as the archive has them, in place of those an empty store begins with."""
        here, told = self._rows.all(Stage), self._search.stages
        ids = {}
        for at, stage in enumerate(told):
            if at < len(here):
                self._rows.change(Stage, here[at].id, **_fields(stage))
                ids[stage.id] = here[at].id
            else:
                ids[stage.id] = self._rows.add(stage)
        if told:
            for surplus in here[len(told) :]:
                self._rows.remove(Stage, surplus.id)
        return ids

    def _found_stages(self) -> dict[int, int]:
        here = self._rows.all(Stage)
        ids = {}
        for stage in self._search.stages:
            alike = [
                mine
                for mine in here
                if mine.name.casefold() == stage.name.casefold() and mine.kind is stage.kind
            ]
            alike.sort(key=lambda mine: (mine.archived != stage.archived, mine.archived))
            if not alike:
                alike = [self._made_stage(stage)]
                here += alike
            ids[stage.id] = alike[0].id
        return ids

    def _made_stage(self, stage: Stage) -> Stage:
        """A stage this store has not; one of the same name but another kind is told apart."""
        if stage.archived:
            return replace(stage, id=self._rows.add(stage))
        name, number = stage.name, 2
        while any(
            mine.name.casefold() == name.casefold() and not mine.archived
            for mine in self._rows.all(Stage)
        ):
            name, number = f"{stage.name} ({number})", number + 1
        return self._rows.get(Stage, add_stage(self._store, name, stage.kind))

    def _of_companies(self) -> dict[int, int | Callable[[], int]]:
        """Two companies of a file whose names differ in case only are one company."""
        made: dict[str, int] = {}

        def add(company: Company) -> int:
            key = same_name_key(company.name)
            if key not in made:
                known = self._rows.find(Company, name=company.name)
                made[key] = known.id if known is not None else self._rows.add(company)
            return made[key]

        return self._each(ItemKind.COMPANY, self._search.companies, add)

    def _each(
        self, kind: ItemKind, told: Any, add: Callable[[Any], int]
    ) -> dict[int, int | Callable[[], int]]:
        ids: dict[int, int | Callable[[], int]] = {}
        for item, one in zip(self._items.get(kind, []), told, strict=True):
            record = one.evidence if isinstance(one, ArchivedEvidence) else one
            ids[record.id] = self._one(item, record, one, add)
        return ids

    def _one(
        self, item: ArchiveItem, record: Any, one: Any, add: Callable[[Any], int]
    ) -> int | Callable[[], int]:
        choice = self._chosen[item.number]
        if item.state is State.NEW and choice is Choice.MINE:
            return lambda: add(one)
        if item.state is State.NEW or choice is Choice.BOTH:
            return add(one)
        mine = item.mine or 0
        if self._rows.find(type(record), id=mine) is None:
            raise Problem(f"“{item.title}” was removed meanwhile. Nothing was brought in.")
        if choice is Choice.THEIRS:
            self._take_theirs(mine, record, one)
        return mine

    def _take_theirs(self, mine: int, record: Any, one: Any) -> None:
        match record:
            case Contact():
                record = replace(record, company_id=self.company(record.company_id))
            case SavedView():
                record = self._view(record)
        values = _fields(record)
        if isinstance(record, (Company, SavedView)):
            values.pop("position", None)
            values.pop("name")  # The same but for case; it stays as it is written here.
        self._rows.change(type(record), mine, **values)
        if isinstance(one, ArchivedEvidence):
            for link in self._rows.all(EvidenceDocument, evidence_id=mine):
                self._rows.remove(EvidenceDocument, link.id)
            self._attach(mine, one)

    def _document(self, document: Document) -> int:
        return self._rows.add(document)

    def _contact(self, person: Contact) -> int:
        return self._rows.add(replace(person, company_id=self.company(person.company_id)))

    def _proof(self, one: ArchivedEvidence) -> int:
        id = self._rows.add(one.evidence)
        self._attach(id, one)
        return id

    def _attach(self, evidence: int, one: ArchivedEvidence) -> None:
        for document in dict.fromkeys(self.document(id) for id in one.documents):
            self._rows.add(EvidenceDocument(evidence_id=evidence, document_id=document))

    def _tag(self, tag: Tag) -> int:
        known = self._rows.find(Tag, name=tag.name)
        return known.id if known is not None else self._rows.add(tag)

    def _of_batches(self) -> dict[int, int]:
        """A batch is known by its file and its moment; each here accounts for one there."""
        here: dict[Any, list[int]] = {}
        for batch in self._rows.all(ImportBatch):
            here.setdefault((batch.sha256, batch.imported_at), []).append(batch.id)
        ids = {}
        for batch in self._search.import_batches:
            known = here.get((batch.sha256, batch.imported_at))
            ids[batch.id] = known.pop(0) if known else self._rows.add(batch)
        return ids

    def _saved_view(self, view: SavedView) -> int:
        return self._rows.add(self._view(view))

    def _view(self, view: SavedView) -> SavedView:
        return replace(view, filter=renumbered(view.filter, self._stages, self._batches))


def _fields(record: Any) -> dict[str, Any]:
    return {
        field.name: getattr(record, field.name) for field in fields(record) if field.name != "id"
    }
