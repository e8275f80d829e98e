"""Takes the values of a JSON-LD JobPosting (schema.org) over a reading of its text: what the
page states as data is surer than what its words suggest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.money import LARGEST_AMOUNT, Pay, PayPeriod
from ats.domain.reading import Reading, Span
from ats.reading.markup import JobPosting

_TYPES = {
    "FULL_TIME": EmploymentType.FULL_TIME,
    "FULLTIME": EmploymentType.FULL_TIME,
    "PERMANENT": EmploymentType.FULL_TIME,
    "PART_TIME": EmploymentType.PART_TIME,
    "PARTTIME": EmploymentType.PART_TIME,
    "CONTRACTOR": EmploymentType.CONTRACT,
    "CONTRACT": EmploymentType.CONTRACT,
    "FREELANCE": EmploymentType.CONTRACT,
    "TEMPORARY": EmploymentType.TEMPORARY,
    "INTERN": EmploymentType.INTERNSHIP,
    "INTERNSHIP": EmploymentType.INTERNSHIP,
}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def with_posting(reading: Reading, posting: JobPosting) -> Reading:
    """The reading, its fields replaced where the JobPosting has them."""
    changed = {
        field: value
        for field, value in _values(reading, posting).items()
        if value and value != getattr(reading, field)
    }
    spans = dict(reading.spans)
    for field, value in changed.items():
        places = [p for p in (_place(reading.text, w) for w in _words_of(value)) if p]
        spans[_ANSWER_NAMES.get(field, field)] = tuple(places)
    if posting.words("title"):
        changed["title_suggestions"] = ()
        spans.pop("title_suggestions", None)
    spans = {field: places for field, places in spans.items() if places}
    return replace(reading, **changed, spans=spans)


def _values(reading: Reading, posting: JobPosting) -> dict[str, Any]:
    remote = "TELECOMMUTE" in posting.words("jobLocationType").upper()
    link = posting.words("url")
    salary = posting.properties.get("baseSalary") or posting.properties.get("estimatedSalary")
    return {
        "title": posting.words("title"),
        "company": posting.words("hiringOrganization"),
        "locations": _locations(posting),
        "pay": _pay(salary),
        "employment_type": _employment_type(posting),
        "work_mode": WorkMode.REMOTE
        if remote and reading.work_mode is not WorkMode.HYBRID
        else None,
        "posted_on": _date(posting.words("datePosted")),
        "deadline": _date(posting.words("validThrough")),
        "reference": _reference(posting),
        "link": link if link.startswith(("http://", "https://")) else "",
    }


_ANSWER_NAMES = {"pay": "salary", "posted_on": "posted"}


def _words_of(value: object) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(v for v in value if isinstance(v, str))
    if isinstance(value, date):
        return (value.isoformat(),)
    return (
        (value,)
        if isinstance(value, str) and not isinstance(value, (WorkMode, EmploymentType))
        else ()
    )


def _place(text: str, words: str) -> Span | None:
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 and words else None


def _employment_type(posting: JobPosting) -> EmploymentType | None:
    value = posting.properties.get("employmentType")
    for word in value if isinstance(value, list) else re.split(r"[,;|]", str(value or "")):
        kind = _TYPES.get(re.sub(r"[\s-]+", "_", str(word).strip()).rsplit("/", 1)[-1].upper())
        if kind:
            return kind
    return None


def _locations(posting: JobPosting) -> tuple[str, ...]:
    value = posting.properties.get("jobLocation")
    places = value if isinstance(value, list) else [value]
    found: list[str] = []
    for place in places:
        words = _address(place)
        if words and words not in found and not re.fullmatch(r"(?i)remote|anywhere", words):
            found.append(words)
    return tuple(found[:20])


def _address(place: Any) -> str:
    if isinstance(place, str):
        return " ".join(place.split())
    if not isinstance(place, dict):
        return ""
    address = place.get("address", place)
    if isinstance(address, str):
        return " ".join(address.split())
    if not isinstance(address, dict):
        return ""
    nested = JobPosting(address)
    parts = [nested.words(n) for n in ("addressLocality", "addressRegion", "addressCountry")]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def _pay(value: Any) -> Pay:
    """MonetaryAmount, with a QuantitativeValue or a plain number."""
    if isinstance(value, list):
        value = next((v for v in value if isinstance(v, dict)), None)
    if not isinstance(value, dict):
        return Pay()
    inner = value.get("value")
    amounts = inner if isinstance(inner, dict) else value
    least, most = _amount(amounts.get("minValue")), _amount(amounts.get("maxValue"))
    single = _amount(amounts.get("value") if isinstance(inner, dict) else inner)
    if least is None and most is None:
        least = most = single
    currency = str(value.get("currency") or amounts.get("currency") or "").strip().upper()
    unit = str(amounts.get("unitText") or value.get("unitText") or "").strip().lower()
    if (least is None and most is None) or (least == 0 and most in (0, None)):
        return Pay()
    period = PayPeriod(unit) if unit in set(PayPeriod) else None
    return Pay.of(least, most, currency if re.fullmatch(r"[A-Z]{3}", currency) else None, period)


def _amount(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        amount = Decimal(re.sub(r"[,\s$€£]", "", str(value)))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount < LARGEST_AMOUNT else None


def _reference(posting: JobPosting) -> str:
    """A PropertyValue's value; its name is only whose number it is."""
    identifier = posting.properties.get("identifier")
    if isinstance(identifier, dict):
        return JobPosting(identifier).words("value")
    return posting.words("identifier")


def _date(words: str) -> date | None:
    match = _DAY.match(words)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
