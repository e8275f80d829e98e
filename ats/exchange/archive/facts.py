"""What is known of the things in an archive, told without ids, so that the same thing in two
stores can be compared and what differs can be shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ats.domain import words
from ats.domain.application import Application
from ats.domain.company import Company, Contact
from ats.domain.document import ApplicationDocument, Document
from ats.domain.saved_view import SavedView
from ats.domain.stage import StageKind
from ats.domain.stored_text import same_name_key
from ats.domain.timeline import Interview
from ats.exchange.archive.plan import Difference
from ats.exchange.archive.search import (
    ArchivedApplication,
    ArchivedEvent,
    ArchivedEvidence,
    ArchivedOffer,
    ArchivedRequirement,
    ArchivedSearch,
)

_SHOWN = 3
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Fact:
    """`value` is compared, `shown` is read."""

    value: Any
    shown: str


Facts = Mapping[str, Fact | tuple[Fact, ...]]
"""By the name of a field as screens have it; a list of things is a tuple."""


def values_of(facts: Facts) -> tuple[Any, ...]:
    """What two sets of facts have in common where they say the same; it can be hashed."""
    return tuple(_value(fact) for fact in facts.values())


def _value(fact: Fact | tuple[Fact, ...]) -> Any:
    return fact.value if isinstance(fact, Fact) else tuple(one.value for one in fact)


def differences(mine: Facts, theirs: Facts) -> tuple[Difference, ...]:
    """Every field in which they differ; of lists only what the other has not."""
    found = []
    for what, my_fact in mine.items():
        their_fact = theirs[what]
        if _value(my_fact) == _value(their_fact):
            continue
        if isinstance(my_fact, tuple) and isinstance(their_fact, tuple):
            found.append(_difference(what, _only(my_fact, their_fact), _only(their_fact, my_fact)))
        elif isinstance(my_fact, Fact) and isinstance(their_fact, Fact):
            found.append(_difference(what, my_fact.shown, their_fact.shown))
    return tuple(found)


def _difference(what: str, mine: str, theirs: str) -> Difference:
    if mine == theirs:
        mine, theirs = f"{mine} (not the same)".strip(), f"{theirs} (not the same)".strip()
    return Difference(what=what, mine=mine, theirs=theirs)


def _only(these: tuple[Fact, ...], those: tuple[Fact, ...]) -> str:
    """What only these hold, the first few by name."""
    left = Counter(one.value for one in those)
    only = []
    for one in these:
        if left[one.value] > 0:
            left[one.value] -= 1
        else:
            only.append(one.shown)
    told = "; ".join(only[:_SHOWN])
    return told + (f"; and {len(only) - _SHOWN} more" if len(only) > _SHOWN else "")


class Telling:
    """Tells the facts of one search. `today` decides how days read."""

    def __init__(self, search: ArchivedSearch, today: date) -> None:
        self._today = today
        self._companies = {company.id: company.name for company in search.companies}
        self._stages = {stage.id: stage for stage in search.stages}
        self._contacts = {person.id: person for person in search.contacts}
        self._evidence = {item.evidence.id: item.evidence for item in search.evidence}
        self._batches = {
            batch.id: f"{batch.sha256} {batch.imported_at.isoformat()}"
            for batch in search.import_batches
        }
        self._documents = {document.id: document for document in search.documents}

    def company_of(self, application: Application) -> str:
        return self._companies.get(application.company_id or 0, "")

    def stage_of(self, application: Application) -> str:
        return self._stages[application.stage_id].name

    def stage_kind(self, id: int | None) -> StageKind | None:
        return None if id is None else self._stages[id].kind

    def application(self, one: ArchivedApplication) -> Facts:
        """All that the person sees of an application; not when it was recorded, and not its
        place on the board."""
        return {**self._fields(one.application), **self._belongings(one)}

    def _fields(self, its: Application) -> Facts:
        return {
            "Title": _text(its.title),
            "Company": _company(self.company_of(its)),
            "Stage": self._stage(its.stage_id),
            "Outcome": _named(its.outcome, words.outcome_name),
            "Places": _texts(its.locations),
            "Work mode": _named(its.work_mode, words.work_mode_name),
            "Employment": _named(its.employment_type, words.employment_name),
            "Pay": Fact(
                (its.pay_least, its.pay_most, its.pay_currency, its.pay_period),
                words.pay_long(its.pay),
            ),
            "Bonus": _flag(its.bonus),
            "Equity": _flag(its.equity),
            "Deadline": self._day(its.deadline),
            "Posted": self._day(its.posted_on),
            "Reference": _text(its.reference),
            "Link": _text(its.link),
            "Source": _text(its.source),
            "Excitement": Fact(its.excitement, str(its.excitement or "")),
            "In the Trash": _flag(its.trashed_at is not None),
        }

    def _belongings(self, one: ArchivedApplication) -> Facts:
        return {
            "Notes": _text(one.notes or ""),
            "Tags": tuple(sorted(_texts(one.tags), key=lambda tag: str(tag.value))),
            "People": tuple(self._person(id) for id in one.contacts),
            "Next actions": tuple(
                Fact((action.text, action.due_on, action.done_at is None), action.text)
                for action in one.next_actions
            ),
            "Posting": tuple(
                Fact((posting.text, posting.html, posting.link), _short(posting.text))
                for posting in one.postings
            ),
            "Requirements": tuple(self._requirement(item) for item in one.requirements),
            "History": tuple(
                sorted((self._event(event) for event in one.events), key=lambda fact: fact.shown)
            ),
            "Offers": tuple(self._offer(offer) for offer in one.offers),
            "Documents": tuple(self._sent(sent) for sent in one.documents),
            "Imported fields": tuple(
                Fact((value.header, value.value), _short(f"{value.header}: {value.value}"))
                for value in one.imported
            ),
        }

    def company(self, one: Company) -> Facts:
        return {"Website": _text(one.website), "Notes": _text(one.notes)}

    def contact(self, one: Contact) -> Facts:
        company = self._companies.get(one.company_id or 0, "")
        return {
            "Name": _text(one.name),
            "Company": _company(company),
            "Role": _text(one.role),
            "E-mail": _text(one.email),
            "Phone": _text(one.phone),
            "Link": _text(one.link),
            "Notes": _text(one.notes),
        }

    def evidence(self, one: ArchivedEvidence) -> Facts:
        item = one.evidence
        return {
            "Title": _text(item.title),
            "Place": _text(item.place),
            "Period": _text(item.period),
            "Story": _text(item.story),
            "Documents": tuple(self._file(id) for id in one.documents),
        }

    def document(self, one: Document) -> Facts:
        return {
            "Name": _text(one.name),
            "Kind": _named(one.kind, words.document_kind_name),
            "Content": _text(one.sha256),
            "Note": _text(one.note),
        }

    def saved_view(self, one: SavedView) -> Facts:
        """Stages and imports are told by what they are, because another store numbers them
        otherwise."""
        names = {id: stage.name.casefold() for id, stage in self._stages.items()}
        asked = renumbered(one.filter, names, self._batches)
        looks = (asked, one.sort, one.descending, one.columns)
        return {"Name": _text(one.name), "What it shows": Fact(looks, one.name)}

    def _requirement(self, one: ArchivedRequirement) -> Fact:
        item = one.requirement
        proofs = tuple(self._proof(id).value for id in one.evidence)
        values = _values(item, "id", "application_id", "posting_id", "position")
        return Fact((*values, proofs), _short(item.text))

    def _sent(self, sent: ApplicationDocument) -> Fact:
        file = self._file(sent.document_id)
        return Fact((file.value, sent.sent_on, sent.note), file.shown)

    def _stage(self, id: int | None) -> Fact:
        if id is None:
            return Fact(None, "")
        stage = self._stages[id]
        return Fact((stage.name.casefold(), stage.kind), stage.name)

    def _person(self, id: int) -> Fact:
        person = self._contacts[id]
        company = _company(self._companies.get(person.company_id or 0, ""))
        return Fact((person.name, company.value), person.name)

    def _proof(self, id: int) -> Fact:
        item = self._evidence[id]
        return Fact((item.title, item.place, item.period), item.title)

    def _file(self, id: int) -> Fact:
        document = self._documents[id]
        return Fact((document.sha256, document.name), document.name)

    def _event(self, one: ArchivedEvent) -> Fact:
        event = one.event
        what = self._stage(event.stage_id).shown or event.title or event.note
        interview = _values(one.interview, "id", "event_id") if one.interview else None
        return Fact(
            (
                *_values(event, "id", "application_id", "stage_id", "recorded_at"),
                self._stage(event.stage_id).value,
                interview,
                tuple(self._person(id).value for id in one.contacts),
            ),
            f"{event.on} {_short(what) or words.event_kind_name(event.kind)}{_how(one.interview)}",
        )

    def _offer(self, one: ArchivedOffer) -> Fact:
        parts = tuple(_values(part, "id", "offer_id") for part in one.components)
        offer = one.offer
        return Fact(
            (*_values(offer, "id", "application_id"), parts),
            f"{words.offer_version_name(offer.version)}, {offer.received_on}",
        )

    def _day(self, on: date | None) -> Fact:
        return Fact(on, words.day_long(on, self._today) if on else "")


def renumbered(
    filter: str, stages: Mapping[int, Any], imports: Mapping[int, Any] | None = None
) -> str:
    """A saved view's filter in which each stage is told as `stages` tells it, and each import
    as `imports` does."""
    asked = json.loads(filter)
    if not isinstance(asked, dict):
        return filter
    told = {
        name: [known.get(id, id) if isinstance(id, int) else id for id in asked[name]]
        for name, known in (("stages", stages), ("imports", imports or {}))
        if isinstance(asked.get(name), list)
    }
    if all(told[name] == asked[name] for name in told):
        return filter
    return json.dumps({**asked, **told}, ensure_ascii=False)


def _how(interview: Interview | None) -> str:
    return f" ({words.interview_result_name(interview.result).lower()})" if interview else ""


def _company(name: str) -> Fact:
    return Fact(same_name_key(name), name)


def _text(text: str) -> Fact:
    return Fact(text, _short(text))


def _texts(items: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(_text(item) for item in items)


def _named(value: Any, name: Callable[[Any], str]) -> Fact:
    return Fact(value, name(value) if value is not None else "")


def _flag(value: bool) -> Fact:
    return Fact(value, "Yes" if value else "No")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def _values(record: Any, *without: str) -> tuple[Any, ...]:
    names = (name for name in record.__dataclass_fields__ if name not in without)
    return tuple(getattr(record, name) for name in names)
