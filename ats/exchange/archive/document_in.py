"""Reads the JSON document of a search back into records, checking all of it before any of it
is used."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from ats.domain.application import Application, NextAction, Tag
from ats.domain.company import Company, Contact
from ats.domain.document import ApplicationDocument, Document
from ats.domain.evidence import Evidence
from ats.domain.importing import ImportBatch, ImportedValue
from ats.domain.offer import Offer, OfferComponent
from ats.domain.posting import Posting, Requirement
from ats.domain.problem import Problem
from ats.domain.saved_view import SavedView
from ats.domain.stage import Stage
from ats.domain.stored_text import storable
from ats.domain.timeline import Event, Interview
from ats.exchange.archive.document import FORMAT, VERSION
from ats.exchange.archive.records import record_of
from ats.exchange.archive.search import (
    ArchivedApplication,
    ArchivedEvent,
    ArchivedEvidence,
    ArchivedOffer,
    ArchivedRequirement,
    ArchivedSearch,
)

Made = TypeVar("Made")

NOT_BROUGHT_IN = "Nothing was brought in."


def parsed_json(content: bytes, name: str) -> Any:
    """What JSON bytes say. Raises Problem where they are none."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Problem(f"{name} is damaged or no JSON. {NOT_BROUGHT_IN}") from None


def is_document(value: Any) -> bool:
    """Whether JSON is, or says that it is, a search that this program wrote."""
    return isinstance(value, Mapping) and value.get("format") == FORMAT


def says_own(value: Any) -> bool:
    """Whether JSON says that this program wrote it, be it a search or a list."""
    told = value.get("format") if isinstance(value, Mapping) else None
    return isinstance(told, str) and (told == FORMAT or told.startswith(f"{FORMAT}-"))


def searched(value: Any, name: str) -> tuple[ArchivedSearch, datetime]:
    """The search a document holds, and when it was made. Raises Problem for a newer version
    and for whatever could not be stored as it stands."""
    if says_own(value) and value["format"] != FORMAT:
        what = value["format"].removeprefix(f"{FORMAT}-")
        raise Problem(
            f"{name} lists {what} only, not applications. {NOT_BROUGHT_IN} "
            "Choose an export of applications or an archive."
        )
    if not is_document(value):
        raise Problem(f"{name} isn’t an export of this program. {NOT_BROUGHT_IN}")
    check_version(value, name)
    try:
        made = datetime.fromisoformat(str(value.get("made_at", "")))
    except ValueError:
        made = datetime.fromtimestamp(0, UTC)
    try:
        return _Reading(value).search(), made
    except Problem as problem:
        raise Problem(f"{name} can’t be used: {_lower(str(problem))} {NOT_BROUGHT_IN}") from None


def check_version(value: Mapping[str, Any], name: str) -> None:
    """Raises Problem for a version this program does not know."""
    version = value.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise Problem(f"{name} doesn’t say which version it has. {NOT_BROUGHT_IN}")
    if version > VERSION:
        raise Problem(f"{name} was made with a newer version. {NOT_BROUGHT_IN} Update to open it.")


class _Reading:
    """One document on its way in. What is shared is read first, so that references to it can
    be checked."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._value = value
        self._known: dict[type, set[int]] = {}

    def search(self) -> ArchivedSearch:
        stages = self._shared("stages", Stage)
        companies = self._shared("companies", Company)
        documents = self._shared("documents", Document)
        contacts = self._shared("contacts", Contact)
        for person in contacts:
            self._refers(Company, [person.company_id], f"The contact “{person.name}”")
        evidence = tuple(
            ArchivedEvidence(evidence=item, documents=self._ids(told, "documents", Document))
            for item, told in zip(
                self._shared("evidence", Evidence), _list(self._value, "evidence"), strict=True
            )
        )
        batches = self._shared("import_batches", ImportBatch)
        return ArchivedSearch(
            stages=stages,
            companies=companies,
            contacts=contacts,
            tags=tuple(Tag(name=name) for name in _texts(self._value, "tags")),
            evidence=evidence,
            documents=documents,
            import_batches=batches,
            saved_views=self._shared("saved_views", SavedView),
            applications=self._applications(),
        )

    def _shared(self, name: str, kind: type[Made]) -> tuple[Made, ...]:
        """The records of a list others refer to by their ids."""
        found: list[Any] = []
        ids = self._known.setdefault(kind, set())
        for at, told in _numbered(self._value, name):
            record: Any = record_of(kind, told, f"Number {at} of its {name.replace('_', ' ')}")
            if record.id in ids:
                raise Problem(f"Two of its {name.replace('_', ' ')} have the id {record.id}.")
            ids.add(record.id)
            found.append(record)
        return tuple(found)

    def _applications(self) -> tuple[ArchivedApplication, ...]:
        found, ids = [], set()
        for at, told in _numbered(self._value, "applications"):
            one = self._application(told, f"Application {at}")
            if one.application.id in ids:
                raise Problem(f"Two of its applications have the id {one.application.id}.")
            ids.add(one.application.id)
            found.append(one)
        return tuple(found)

    def _application(self, told: Any, where: str) -> ArchivedApplication:
        application = record_of(Application, told, where)
        self._refers(Stage, [application.stage_id], where)
        self._refers(Company, [application.company_id], where)
        self._refers(ImportBatch, [application.import_batch_id], where)
        postings = tuple(self._of(Posting, told, "postings", where))
        actions = tuple(self._of(NextAction, told, "next_actions", where))
        if sum(action.done_at is None for action in actions) > 1:
            raise Problem(f"{where} has two next actions.")
        notes = told.get("notes")
        if not (notes is None or isinstance(notes, str)):
            raise Problem(f"{where} has “notes” that can’t be read.")
        return ArchivedApplication(
            application=application,
            notes=None if notes is None else storable(notes),
            contacts=self._ids(told, "contacts", Contact),
            tags=tuple(dict.fromkeys(_texts(told, "tags"))),
            next_actions=actions,
            postings=postings,
            requirements=self._requirements(told, where, {posting.id for posting in postings}),
            events=self._each(told, "events", where, self._event),
            offers=self._each(told, "offers", where, self._offer),
            documents=self._each(told, "documents", where, self._sent),
            imported=self._each(told, "imported", where, self._imported),
        )

    def _of(self, kind: type[Made], told: Any, name: str, where: str) -> Iterable[Made]:
        """Records of an application that nothing else refers to, or only within it."""
        has_id = kind is Posting
        for at, one in _numbered(told, name):
            given: dict[str, Any] = {"application_id": 0} | ({} if has_id else {"id": 0})
            yield record_of(kind, one, f"{where}, number {at} of its {_said(name)},", **given)

    def _each(
        self, told: Any, name: str, where: str, read: Callable[[Any, str], Made]
    ) -> tuple[Made, ...]:
        return tuple(
            read(one, f"{where}, number {at} of its {_said(name)},")
            for at, one in _numbered(told, name)
        )

    def _requirements(
        self, told: Any, where: str, postings: set[int]
    ) -> tuple[ArchivedRequirement, ...]:
        found = []
        for one, item in zip(
            _list(told, "requirements"), self._of(Requirement, told, "requirements", where),
            strict=True,
        ):  # fmt: skip
            if item.posting_id is not None and item.posting_id not in postings:
                raise Problem(f"{where} refers to a posting that isn’t there.")
            evidence = self._ids(one, "evidence", Evidence)
            found.append(ArchivedRequirement(requirement=item, evidence=evidence))
        return tuple(found)

    def _event(self, told: Any, where: str) -> ArchivedEvent:
        event = record_of(Event, told, where, id=0, application_id=0)
        self._refers(Stage, [event.stage_id], where)
        interview = told.get("interview")
        return ArchivedEvent(
            event=event,
            interview=None
            if interview is None
            else record_of(Interview, interview, where, id=0, event_id=0),
            contacts=self._ids(told, "contacts", Contact),
        )

    def _offer(self, told: Any, where: str) -> ArchivedOffer:
        return ArchivedOffer(
            offer=record_of(Offer, told, where, id=0, application_id=0),
            components=tuple(
                record_of(OfferComponent, part, where, id=0, offer_id=0)
                for part in _list(told, "components")
            ),
        )

    def _sent(self, told: Any, where: str) -> ApplicationDocument:
        sent = record_of(ApplicationDocument, told, where, id=0, application_id=0)
        self._refers(Document, [sent.document_id], where)
        return sent

    def _imported(self, told: Any, where: str) -> ImportedValue:
        value = record_of(ImportedValue, told, where, id=0, application_id=0)
        self._refers(ImportBatch, [value.import_batch_id], where)
        return value

    def _ids(self, told: Any, name: str, kind: type) -> tuple[int, ...]:
        """A list of ids, each once."""
        ids = _list(told, name)
        if any(isinstance(id, bool) or not isinstance(id, int) for id in ids):
            raise Problem(f"It has “{name}” that can’t be read.")
        self._refers(kind, ids, "It")
        return tuple(dict.fromkeys(ids))

    def _refers(self, kind: type, ids: Sequence[int | None], where: str) -> None:
        if any(id is not None and id not in self._known[kind] for id in ids):
            raise Problem(f"{where} refers to a {_said(kind.__name__).lower()} that isn’t there.")


def _numbered(told: Any, name: str) -> Iterable[tuple[int, Any]]:
    return enumerate(_list(told, name), 1)


def _list(told: Any, name: str) -> list[Any]:
    """A list of the document; one that is not there is empty."""
    if not isinstance(told, Mapping):
        raise Problem(f"A list of “{name}” isn’t written as it should be.")
    found = told.get(name, [])
    if not isinstance(found, list):
        raise Problem(f"Its “{name}” is no list.")
    return found


def _texts(told: Any, name: str) -> list[str]:
    found = _list(told, name)
    if not all(isinstance(text, str) for text in found):
        raise Problem(f"Its “{name}” can’t be read.")
    return [storable(text) for text in found]


def _said(name: str) -> str:
    return "".join(
        f" {sign}" if sign.isupper() else sign for sign in name.replace("_", " ")
    ).strip()


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _no_number(word: str) -> Any:
    raise ValueError(word)
