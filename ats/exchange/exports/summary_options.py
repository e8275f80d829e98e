"""What goes into a summary, and what is left out of it before anything is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

from ats.domain.company import Contact
from ats.domain.money import from_minor
from ats.domain.overview import ApplicationDetail, EventDetail
from ats.domain.timeline import EventKind, Interview
from ats.exchange.exports.paper import PaperSize


class Section(StrEnum):
    """The parts of a summary, in their order. `LIST` is one line for each application; the
    others belong to an application."""

    LIST = "list"
    FACTS = "facts"
    NOTES = "notes"
    REQUIREMENTS = "requirements"
    INTERVIEWS = "interviews"
    OFFERS = "offers"
    HISTORY = "history"
    IMPORTED = "imported"
    POSTING = "posting"


USUAL = frozenset(Section) - {Section.POSTING}


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryOptions:
    """`notes` False leaves out what the person wrote for themselves, `pay` False every amount,
    `names` False who and where: companies, people, their links and addresses, and the own name.
    Then the posting and imported columns, which may hold any of it, are left out as well.
    `name` is the own name and `audience` whom the summary is for; both stand on the first
    page."""

    sections: frozenset[Section] = USUAL
    notes: bool = True
    pay: bool = True
    names: bool = True
    name: str = ""
    audience: str = ""
    size: PaperSize | None = None

    def shows(self, section: Section) -> bool:
        if section in (Section.POSTING, Section.IMPORTED) and not (
            self.notes and self.pay and self.names
        ):
            return False
        return section in self.sections and (self.notes or section is not Section.NOTES)


Change = Callable[[str], str]

NO_NAME, NO_AMOUNT = "[name]", "[amount]"

_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
_PEOPLE = re.compile(r"[,;/&\n()]|\band\b|\bund\b")
_CODES = (
    "USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|ILS|ZAR|BRL|MXN|SGD|HKD|KRW"
)
_NUMBER = r"\d[\d.,'’\u00a0\u202f]*(?:\s?[kK]\b)?"
_MONEY = re.compile(
    rf"(?:[$€£¥₹₪₩₴₦₱]|\b(?:{_CODES})\b)\s?{_NUMBER}(?:\s?(?:[–—-]|to|bis)\s?{_NUMBER})?"
    rf"|{_NUMBER}(?:\s?(?:[–—-]|to|bis)\s?{_NUMBER})?\s?(?:[€£¥₹₪₩₴]|(?:{_CODES})\b)"
)


def left_out(
    details: Sequence[ApplicationDetail], options: SummaryOptions
) -> list[ApplicationDetail]:
    """The applications without what the options leave out. A company becomes “Company 1” and
    so on, in its order of appearance, so that what belongs together can still be told."""
    found = list(details)
    if not options.notes:
        found = [_without_notes(detail) for detail in found]
    if not options.pay:
        found = [_without_pay(detail) for detail in found]
    if not options.names:
        found = _without_names(found, options.name)
    return found


def _without_notes(detail: ApplicationDetail) -> ApplicationDetail:
    return replace(
        detail,
        notes="",
        requirements=tuple(
            replace(item, requirement=replace(item.requirement, note="", plan="", talking_point=""))
            for item in detail.requirements
        ),
        events=tuple(
            replace(event, event=replace(event.event, note=""), interview=_bare(event.interview))
            for event in detail.events
            if event.event.kind is not EventKind.NOTE
        ),
        offers=tuple(
            replace(
                offer,
                offer=replace(offer.offer, note=""),
                components=tuple(replace(part, note="") for part in offer.components),
            )
            for offer in detail.offers
        ),
        contacts=tuple(replace(contact, notes="") for contact in detail.contacts),
        documents=tuple(replace(document, note="") for document in detail.documents),
        imported=(),
        posting=None,
    )


def _bare(interview: Interview | None) -> Interview | None:
    if interview is None:
        return None
    return replace(interview, preparation="", questions="", went="")


def _without_pay(detail: ApplicationDetail) -> ApplicationDetail:
    known = _forms_of_amounts(detail)
    amounts = _any_of(known) if known else None

    def change(text: str) -> str:
        text = _MONEY.sub(NO_AMOUNT, text)
        return amounts.sub(NO_AMOUNT, text) if amounts else text

    row = replace(detail.row, pay_least=None, pay_most=None, bonus=False, equity=False)
    bare = replace(detail, row=row, offers=(), imported=(), posting=None)
    return _with_texts(bare, change)


def _forms_of_amounts(detail: ApplicationDetail) -> set[str]:
    """The amounts that are kept with an application, as people write them."""
    pay = detail.row.pay
    amounts = [amount for amount in (pay.least_amount, pay.most_amount) if amount]
    amounts += [
        from_minor(part.amount, offer.offer.currency)
        for offer in detail.offers
        for part in offer.components
        if part.amount
    ]
    return {form for amount in amounts for form in _forms(amount) if amount >= 1000}


def _forms(amount: Decimal) -> Iterator[str]:
    whole = int(amount)
    yield str(whole)
    for sign in ",.’' \u00a0\u202f":
        yield f"{whole:,}".replace(",", sign)
    if whole % 1000 == 0:
        yield from (f"{whole // 1000}{sign}" for sign in ("k", "K", " k"))


def _without_names(details: Sequence[ApplicationDetail], own: str) -> list[ApplicationDetail]:
    companies = dict.fromkeys(name for d in details if (name := d.row.company.strip()))
    alias = {name.casefold(): f"Company {n}" for n, name in enumerate(companies, start=1)}
    people = dict.fromkeys(name for detail in details for name in _people(detail))
    if own.strip():
        people[own.strip()] = None
    whole = _any_of([*companies, *people], re.IGNORECASE) if companies or people else None
    parts = [part for name in people for part in name.split() if len(part.strip(".")) > 2]
    part = _any_of(parts) if parts else None

    def change(text: str) -> str:
        text = _ADDRESS.sub(NO_NAME, text)
        if whole:
            text = whole.sub(lambda found: alias.get(found[0].casefold(), NO_NAME), text)
        return part.sub(NO_NAME, text) if part else text

    return [_nameless(detail, change) for detail in details]


def _nameless(detail: ApplicationDetail, change: Change) -> ApplicationDetail:
    bare = replace(
        detail,
        row=replace(detail.row, link="", reference=""),
        contacts=(),
        documents=(),
        imported=(),
        posting=None,
        events=tuple(_unpeopled(event) for event in detail.events),
    )
    return _with_texts(bare, change)


def _unpeopled(event: EventDetail) -> EventDetail:
    if event.interview is None:
        return event
    return replace(event, interview=replace(event.interview, people="", place=""))


def _people(detail: ApplicationDetail) -> Iterator[str]:
    yield from (contact.name.strip() for contact in detail.contacts if contact.name.strip())
    for event in detail.events:
        if event.interview is not None:
            parts = (part.strip() for part in _PEOPLE.split(event.interview.people))
            yield from (part for part in parts if len(part) > 2)


def _any_of(words: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """Any of the words where it stands alone; the longest first, so that none is left half."""
    longest = sorted(set(words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", flags)


def _with_texts(detail: ApplicationDetail, change: Change) -> ApplicationDetail:
    """An application with every text in it changed, also in the records inside it."""
    changed = _changed(detail, change)
    assert isinstance(changed, ApplicationDetail)
    return changed


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        texts = {item.name: _changed(getattr(value, item.name), change) for item in fields(value)}
        return replace(value, **texts)
    return value


def contact_line(contact: Contact) -> str:
    """A person on one line: "Ines Okafor, Head of planning"."""
    return ", ".join(part for part in (contact.name, contact.role) if part.strip())
