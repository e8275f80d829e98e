"""Takes the values of a schema.org JobPosting over a reading of its text: what the page states as
data is surer than what its words suggest, except where it cannot be right. The value that gave
way is kept beside the one that leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.money import Pay
from ats.domain.reading import Alternative, Reading, Span, Years
from ats.pay_text.periods import plausible
from ats.reading.pages import structured_values as values
from ats.reading.pages.job_posting import JobPosting
from ats.reading.pages.markup import plain_description

_ANSWER_NAMES = {"pay": "salary", "posted_on": "posted", "years": "years_experience"}
_SECTIONS = {
    "responsibilities": "Responsibilities",
    "qualifications": "Qualifications",
    "skills": "Skills",
    "experienceRequirements": "Experience required",
    "educationRequirements": "Education required",
    "jobBenefits": "Benefits",
}
"""Properties that may hold a whole section of the posting, and the heading each is read under."""
_SHORTEST_SECTION = 40


def described(posting: JobPosting) -> str:
    """The posting's description laid out as text, with the sections it keeps beside it."""
    text = plain_description(posting.description())
    for name, heading in _SECTIONS.items():
        section = plain_description(posting.markup(name)).strip()
        if len(section) >= _SHORTEST_SECTION and section[:_SHORTEST_SECTION] not in text:
            text = f"{text}\n\n{heading}\n{section}"
    return text.strip()


def with_posting(reading: Reading, posting: JobPosting, today: date | None) -> Reading:
    """The reading, its fields replaced where the JobPosting has them; `alternatives` gains what
    was replaced, and what the page states but cannot be right."""
    stated = _stated(reading, posting)
    right = {field: value for field, value in stated.items() if value}
    wrong = _wrong(right, today)
    leading = {
        field: value
        for field, value in right.items()
        if field not in wrong and value != getattr(reading, field)
    }
    if "pay" in leading:
        leading["pay"] = _completed(leading["pay"], reading.pay)
    if right.get("title"):
        leading["title_suggestions"] = ()
    return replace(
        reading,
        **leading,
        spans=_spans(reading, leading),
        alternatives=(*reading.alternatives, *_given_way(reading, leading, right, wrong)),
    )


def _stated(reading: Reading, posting: JobPosting) -> dict[str, Any]:
    """What the page states as data, by field of the reading; empty where it says nothing."""
    remote = "TELECOMMUTE" in posting.words("jobLocationType").upper()
    months = values.months_of_experience(posting)
    link = posting.words("url")
    return {
        "title": values.name(posting, "title"),
        "company": values.name(posting, "hiringOrganization"),
        "locations": values.locations(posting),
        "pay": values.pay(posting),
        "employment_type": values.employment_type(posting, reading.employment_type),
        "work_mode": WorkMode.REMOTE
        if remote and reading.work_mode is not WorkMode.HYBRID
        else None,
        "years": Years(months // 12) if months and not reading.years else None,
        "education": () if reading.education else values.education(posting),
        "posted_on": values.day(posting.words("datePosted")),
        "deadline": values.day(posting.words("validThrough")),
        "reference": values.reference(posting),
        "link": link if link.startswith(("http://", "https://")) else "",
    }


def _wrong(stated: dict[str, Any], today: date | None) -> set[str]:
    """The fields whose data cannot be right: pay out of all proportion to its period, a posting
    from the future, a deadline that has passed or that only fills the box."""
    wrong: set[str] = set()
    pay: Pay = stated.get("pay", Pay())
    sizes = [a for a in (pay.least_amount, pay.most_amount) if a is not None]
    if pay.period and not all(plausible(size, pay.period) for size in sizes):
        wrong.add("pay")
    posted, deadline = stated.get("posted_on"), stated.get("deadline")
    if posted and today and posted > today + timedelta(days=1):
        wrong.add("posted_on")
    if deadline:
        start = max(filter(None, (posted, today)), default=deadline)
        if deadline < start or deadline > start + timedelta(days=3 * 366):
            wrong.add("deadline")
    return wrong


def _completed(pay: Pay, read: Pay) -> Pay:
    """Pay without its currency or period, with those of the text where the amounts agree."""
    if pay.currency and pay.period:
        return pay
    same = (pay.least_amount, pay.most_amount) == (read.least_amount, read.most_amount)
    if same:
        return Pay.of(
            pay.least_amount,
            pay.most_amount,
            pay.currency or read.currency,
            pay.period or read.period,
        )
    return pay


def _given_way(
    reading: Reading, leading: dict[str, Any], right: dict[str, Any], wrong: set[str]
) -> list[Alternative]:
    """The text's values that the page's data replaced, and the data that was not believed."""
    kept: list[Alternative] = []
    for field in leading:
        before = getattr(reading, field)
        for value in before if isinstance(before, tuple) else (before,):
            name = _ANSWER_NAMES.get(field, field)
            if value and name != "title_suggestions":
                places = reading.spans.get(name, ())
                kept.append(Alternative(name, _shown(value), places[0] if places else None))
    kept += [
        Alternative(_ANSWER_NAMES.get(field, field), _shown(right[field]))
        for field in sorted(wrong)
        if right[field] != getattr(reading, field)
    ]
    return [one for one in kept if one.words]


def _shown(value: object) -> str:
    from ats.domain import words as worded  # half of the domain, for few pages

    if isinstance(value, Pay):
        return worded.pay_long(value)
    if isinstance(value, WorkMode):
        return worded.work_mode_name(value)
    if isinstance(value, EmploymentType):
        return worded.employment_name(value)
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else ""


def _spans(reading: Reading, leading: dict[str, Any]) -> dict[str, tuple[Span, ...]]:
    spans = dict(reading.spans)
    for field, value in leading.items():
        words = value if isinstance(value, tuple) else (_words_of(value),)
        places = (_place(reading.text, word) for word in words)
        spans[_ANSWER_NAMES.get(field, field)] = tuple(p for p in places if p)
    return {field: places for field, places in spans.items() if places}


def _words_of(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    plain = isinstance(value, str) and not isinstance(value, (WorkMode, EmploymentType))
    return str(value) if plain else ""


def _place(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return (at, at + len(words)) if at >= 0 else None
