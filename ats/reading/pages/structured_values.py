"""The properties of a schema.org JobPosting as values: boards fill them in many wild ways."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from ats.domain.application import EmploymentType
from ats.domain.money import LARGEST_AMOUNT, Pay, PayPeriod
from ats.reading.late import late
from ats.reading.pages.job_posting import JobPosting
from ats.reading.pay.stated import find_pay

_TYPES = {
    "FULL_TIME": EmploymentType.FULL_TIME,
    "FULLTIME": EmploymentType.FULL_TIME,
    "PERMANENT": EmploymentType.FULL_TIME,
    "REGULAR": EmploymentType.FULL_TIME,
    "PART_TIME": EmploymentType.PART_TIME,
    "PARTTIME": EmploymentType.PART_TIME,
    "CONTRACTOR": EmploymentType.CONTRACT,
    "CONTRACT": EmploymentType.CONTRACT,
    "FREELANCE": EmploymentType.CONTRACT,
    "TEMPORARY": EmploymentType.TEMPORARY,
    "SEASONAL": EmploymentType.TEMPORARY,
    "INTERN": EmploymentType.INTERNSHIP,
    "INTERNSHIP": EmploymentType.INTERNSHIP,
}
_UNITS = {
    "HOUR": PayPeriod.HOUR,
    "HOURLY": PayPeriod.HOUR,
    "HR": PayPeriod.HOUR,
    "DAY": PayPeriod.DAY,
    "DAILY": PayPeriod.DAY,
    "WEEK": PayPeriod.WEEK,
    "WEEKLY": PayPeriod.WEEK,
    "MONTH": PayPeriod.MONTH,
    "MONTHLY": PayPeriod.MONTH,
    "YEAR": PayPeriod.YEAR,
    "YEARLY": PayPeriod.YEAR,
    "ANNUAL": PayPeriod.YEAR,
    "ANNUALLY": PayPeriod.YEAR,
    "ANNUM": PayPeriod.YEAR,
}
_LEVELS = [
    ("doctorate", r"doctor|ph\.?d"),
    ("master", r"master"),
    ("bachelor", r"bachelor"),
    ("associate", r"associate"),
    ("high_school", r"high.?school"),
]
"""Levels as `education.find_education` names them, by what Google's credentialCategory says."""
_SAYS_NOTHING = late(r"(?i)^(?:confidential|undisclosed|unknown|undefined|null|none|n/?a|-+)$")
_DAY = late(r"(\d{4})-(\d{2})-(\d{2})")
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "₹": "INR"}
_MOST_PLACES = 20


def name(posting: JobPosting, key: str) -> str:
    """A title or a company; "" where the box holds no name."""
    words = posting.words(key)
    return "" if _SAYS_NOTHING.match(words) else words


def employment_type(posting: JobPosting, read: EmploymentType | None) -> EmploymentType | None:
    """The kind of employment; where the page offers several, the one the text names, if any."""
    value = posting.properties.get("employmentType")
    listed = value if isinstance(value, list) else re.split(r"[,;|]", str(value or "")[:500])
    kinds = [_TYPES.get(_constant(str(word))) for word in listed]
    named = [kind for kind in kinds if kind]
    return read if read in named else next(iter(named), None)


def _constant(word: str) -> str:
    return re.sub(r"[\s-]+", "_", word.strip()).rsplit("/", 1)[-1].upper()


def locations(posting: JobPosting) -> tuple[str, ...]:
    """The places of work; for remote work, the places the person may be in."""
    places = _listed(posting.properties.get("jobLocation"))
    places += _listed(posting.properties.get("applicantLocationRequirements"))
    found = [words for words in map(_address, places) if words]
    kept = [w for w in dict.fromkeys(found) if not re.fullmatch(r"(?i)remote|anywhere", w)]
    return tuple(kept[:_MOST_PLACES])


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _address(place: Any) -> str:
    if isinstance(place, str):
        return JobPosting({"place": place}).words("place")
    if not isinstance(place, dict):
        return ""
    address = place.get("address")
    if address is None and not any(key.startswith("address") for key in place):
        return JobPosting(place).words("name")
    if isinstance(address, list):
        address = next((a for a in address if a), "")
    if isinstance(address, str):
        return JobPosting({"address": address}).words("address")
    nested = JobPosting(address if isinstance(address, dict) else place)
    parts = [nested.words(n) for n in ("addressLocality", "addressRegion", "addressCountry")]
    return ", ".join(dict.fromkeys(p for p in parts if p))


def pay(posting: JobPosting) -> Pay:
    """The pay of baseSalary or estimatedSalary: a MonetaryAmount with a QuantitativeValue, with
    plain numbers, or words. Nothing where the amounts are zero."""
    value = posting.properties.get("baseSalary") or posting.properties.get("estimatedSalary")
    value = next((v for v in _listed(value) if v), None)
    if isinstance(value, str):
        found = find_pay(value)
        return found.value if found else _bare(value, posting)
    if not isinstance(value, dict):
        return _bare(value, posting)
    inner = value.get("value")
    inner = next((v for v in inner if v), None) if isinstance(inner, list) else inner
    amounts = inner if isinstance(inner, dict) else value
    least, most = _amount(amounts.get("minValue")), _amount(amounts.get("maxValue"))
    if least is None and most is None:
        least, most = _ends(amounts.get("value") if isinstance(inner, dict) else inner)
    currency = value.get("currency") or amounts.get("currency") or _currency(posting)
    unit = amounts.get("unitText") or value.get("unitText") or amounts.get("unitCode")
    return _pay(least, most, str(currency or ""), str(unit or ""))


def _bare(value: Any, posting: JobPosting) -> Pay:
    least, most = _ends(value)
    return _pay(least, most, _currency(posting), "")


def _currency(posting: JobPosting) -> str:
    return posting.words("salaryCurrency")


def _pay(least: Decimal | None, most: Decimal | None, currency: str, unit: str) -> Pay:
    least, most = least or None, most or None
    if least is None and most is None:
        return Pay()
    if least is not None and most is not None and least > most:
        least, most = most, least
    code = _SIGNS.get(currency.strip(), currency.strip().upper())
    period = _UNITS.get(re.sub(r"^PER_", "", _constant(unit)))
    return Pay.of(least, most, code if re.fullmatch(r"[A-Z]{3}", code) else None, period)


def _ends(value: Any) -> tuple[Decimal | None, Decimal | None]:
    """The ends of a plain value: one number is both, "50000-60000" is two."""
    if isinstance(value, str):
        parts = re.split(r"\s*(?:[-–—]|to)\s*", value.strip())
        if len(parts) == 2:
            return _amount(parts[0]), _amount(parts[1])
    one = _amount(value)
    return one, one


def _amount(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        amount = Decimal(re.sub(r"[,\s$€£₹]", "", str(value)))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount < LARGEST_AMOUNT else None


def months_of_experience(posting: JobPosting) -> int:
    """The months that experienceRequirements asks for, 0 where it gives no number."""
    for value in _listed(posting.properties.get("experienceRequirements")):
        if isinstance(value, dict):
            months = _amount(value.get("monthsOfExperience"))
            if months and months <= 600:
                return int(months)
    return 0


def education(posting: JobPosting) -> tuple[str, ...]:
    """The levels that educationRequirements names as credential categories."""
    values = _listed(posting.properties.get("educationRequirements"))
    words = " ".join(
        JobPosting(v).words("credentialCategory") for v in values if isinstance(v, dict)
    )
    return tuple(level for level, pattern in _LEVELS if re.search(pattern, words, re.I))[::-1]


def reference(posting: JobPosting) -> str:
    """A PropertyValue's value; its name is only whose number it is."""
    identifier = posting.properties.get("identifier")
    if isinstance(identifier, dict):
        return JobPosting(identifier).words("value")
    return posting.words("identifier")


def day(words: str) -> date | None:
    """The day of an ISO date or time; None for another form and for a day that is none."""
    match = _DAY.match(words)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
