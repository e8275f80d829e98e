"""Reads one posting: lays its text out, then asks each finder for its field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Reading, Span
from ats.domain.stored_text import storable
from ats.reading import language
from ats.reading.facts import (
    dates,
    education,
    employment_type,
    locations,
    references,
    teams,
    work_mode,
    years,
)
from ats.reading.found import Found, distinct
from ats.reading.items import repeats, unsorted
from ats.reading.items.collected import collect, item_text
from ats.reading.lines import repair, sections
from ats.reading.lines.layout import Line, lay_out
from ats.reading.names import company, title
from ats.reading.pages import markup, page_head, structured
from ats.reading.pages.job_posting import JobPosting, find_job_posting
from ats.reading.pay import rewards
from ats.reading.pay.stated import find_stated_pay

DEEPEST = 100_000
"""Characters that are looked through for values. The longest posting seen has a third of that;
what comes after is kept in `Reading.text` and can be searched, but is no posting any more."""

_SHORTEST_DESCRIPTION = 200
"""Characters from which a description is worth more than the words shown around it."""

_HIDDEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_RUNS = re.compile(r"[A-Za-z0-9+/_=&'’-]{100,}|\s{100,}|([^\w\s])\1{40,}")
_OTHER_JOBS = re.compile(
    r"^[ \t•*#]{0,4}(?:similar (?:jobs|roles|positions|openings|vacancies)|people also viewed"
    r"|(?:more|other|related|recommended) (?:jobs|openings|vacancies|positions)"
    r"|jobs you (?:may|might)(?: also)? (?:like|be interested in)|ähnliche (?:jobs|stellen)"
    r"|offres similaires|liknande (?:jobb|annonser)|ofertas similares)(?: [^\n]{1,60})?$",
    re.I | re.M,
)
_SHORTEST_POSTING = 60
_LISTS = {
    RequirementKind.MUST: "requirements", RequirementKind.NICE: "requirements",
    RequirementKind.DUTY: "responsibilities", RequirementKind.CONDITION: "conditions",
}  # fmt: skip


def read_text(text: str, *, today: date | None = None) -> Reading:
    """Reads a posting pasted as text. `today` gives dates without a year, and "3 days ago",
    their day; without it they stay unknown."""
    text = _safe(text)
    return _plain_names(_read(text, _readable(text), today, None))


def read_html(html: str, *, today: date | None = None) -> Reading:
    """Reads a page or a piece of one. Its JobPosting (JSON-LD, microdata or RDFa), where there is
    one, gives the fields it has; the words of the page give the rest."""
    html = _safe(html)
    tree = markup.parse(html)
    posting = find_job_posting(html, tree)
    text = markup.lay_out_tree(tree)
    told = structured.described(posting) if posting else ""
    worth = len(told) >= min(_SHORTEST_DESCRIPTION, len(text))
    if posting and worth and (posting.is_one_of or not _holds(text, told)):
        text = _headed(posting, told)
    reading = _read(text, _readable(text), today, html)
    if posting:
        reading = structured.with_posting(reading, posting, today)
    return _plain_names(page_head.with_head(reading, markup.head_of(tree, html)))


def read_json_ld(text: str, *, today: date | None = None) -> Reading:
    """Reads a JSON-LD JobPosting: bare JSON, or a page that carries one. A page without one is
    read as a page, other words as text."""
    text = _safe(text)
    posting = find_job_posting(text)
    if posting is None:
        return read_html(text, today=today) if "<" in text else read_text(text, today=today)
    words = _headed(posting, structured.described(posting))
    reading = _read(words, _readable(words), today, text if "<" in text else None)
    return _plain_names(structured.with_posting(reading, posting, today))


def _safe(text: str) -> str:
    """The text without characters that no store and no file can hold."""
    return text if text.isascii() and "\0" not in text else storable(text)


def _plain_names(reading: Reading) -> Reading:
    """The reading with names that hide nothing: signs that turn the order of letters, or that
    nobody sees, are no part of a name."""
    names = (reading.title, reading.company, *reading.title_suggestions, *reading.locations)
    if not any(_HIDDEN.search(name) for name in names if name):
        return reading
    return replace(
        reading,
        title=_shown(reading.title or "") or None,
        company=_shown(reading.company or "") or None,
        title_suggestions=_all_shown(reading.title_suggestions),
        locations=_all_shown(reading.locations),
    )


def _all_shown(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_shown, names))))


def _shown(name: str) -> str:
    return " ".join(_HIDDEN.sub("", name).split())


def _readable(text: str) -> str:
    """The part that is looked through, every character at its place; runs that are no words
    (encoded files, rulers, empty pages) are blotted out, as patterns are slow on them. The list
    of other jobs that boards put below a posting is left out."""
    text = text[:DEEPEST]
    others = _OTHER_JOBS.search(text, _SHORTEST_POSTING)
    text = text[: others.start()] if others else text
    if not _has_runs(text):
        return text
    return _RUNS.sub(lambda match: "\ufffd" * len(match[0]), text)


def _has_runs(text: str) -> bool:
    """Whether it may have such runs: a hundred blanks hold fifty from a multiple of fifty on, all
    else stands inside a long word."""
    words = text.split()
    longest = max(map(len, words), default=0)
    if longest > 40 and any(_RUNS.search(word) for word in words if len(word) > 40):
        return True
    return any(text[at : at + 50].isspace() for at in range(0, len(text), 50))


def _headed(posting: JobPosting, described: str) -> str:
    lines = [posting.words("title"), posting.words("hiringOrganization")]
    return "\n".join([*filter(None, lines), "", described]).strip()


def _holds(text: str, described: str) -> bool:
    """Whether the page shows the description itself."""

    def plain(words: str) -> str:
        return " ".join(re.findall(r"\w+", words))

    return plain(described[:400])[:200] in plain(text)


def _read(text: str, head: str, today: date | None, html: str | None) -> Reading:
    """`head` is what is looked through, once it is repaired, `text` what is kept."""
    fixed, ways = repair.repaired(head)
    reading = _find(text, fixed, today, html)
    return _as_written(repair.put_back(reading, ways) if ways else reading)


def _find(text: str, head: str, today: date | None, html: str | None) -> Reading:
    """Asks every finder for what `head` says."""
    lines = sections.split_inline(head, lay_out(head))
    parts = sections.sections(head, lines)
    collected = collect(head, parts)
    wanted, repeated = repeats.merge_repeats(head, collected.items)
    single = _single_values(head, lines, wanted, today)
    stated = find_stated_pay(head)
    single["pay"] = stated.lead
    company_name = single["company"].value if single["company"] else None
    many = _many_values(head, lines, company_name)
    many["benefits"] = distinct(collected.benefits)
    single["title"], many["title_suggestions"] = title.find_title(head, lines, company_name)
    fields: dict[str, Any] = {name: one.value for name, one in single.items() if one}
    fields |= {name: tuple(one.value for one in found) for name, found in many.items()}
    spans = {_ANSWER_NAMES.get(name, name): one.spans for name, one in single.items() if one}
    spans |= {name: tuple(s for one in found for s in one.spans) for name, found in many.items()}
    spans |= _item_spans(wanted)
    return Reading(
        text=text,
        html=html,
        items=tuple(wanted),
        repeats=tuple(repeated),
        alternatives=stated.others,
        language=language.language_of(head),
        unsorted=tuple(unsorted.unsorted(head, parts, [*collected.spans(), *repeated])),
        spans={name: places for name, places in spans.items() if places},
        **fields,
    )


def _as_written(reading: Reading) -> Reading:
    """The items in the words of the text, where a run in them was blotted out."""
    if not any("\ufffd" in item.text for item in reading.items):
        return reading
    written = [
        replace(item, text=item_text(reading.text, item.span)) if "\ufffd" in item.text else item
        for item in reading.items
    ]
    return replace(reading, items=tuple(written))


_ANSWER_NAMES = {"pay": "salary", "years": "years_experience", "posted_on": "posted"}
"""Where the answer calls a field of `Reading` otherwise."""


def _single_values(
    head: str, lines: list[Line], wanted: list[FoundItem], today: date | None
) -> dict[str, Found[Any] | None]:
    return {
        "company": company.find_company(head, lines),
        "work_mode": work_mode.find_work_mode(head),
        "employment_type": employment_type.find_employment_type(head),
        "bonus": rewards.find_bonus(head),
        "equity": rewards.find_equity(head),
        "years": years.find_years(head, wanted),
        "posted_on": dates.find_posted(head, today),
        "deadline": dates.find_deadline(head, today),
        "reference": references.find_reference(head),
        "link": references.find_link(head),
    }


def _many_values(
    head: str, lines: list[Line], company_name: str | None
) -> dict[str, list[Found[str]]]:
    return {
        "locations": locations.find_locations(head, lines),
        "education": education.find_education(head),
        "teams": teams.find_teams(head, company_name),
    }


def _item_spans(found: list[FoundItem]) -> dict[str, tuple[Span, ...]]:
    places: dict[str, list[Span]] = {}
    for item in found:
        places.setdefault(_LISTS[item.kind], []).append(item.span)
    return {name: tuple(spans) for name, spans in places.items()}
