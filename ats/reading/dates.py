"""Finds the posted date, the deadline, the reference number and the link, each beside its cue
only; a date alone says nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ats.reading.found import Found
from ats.reading.keyed import Keyed

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan januari januar janvier",
            "february feb februari februar février",
            "march mar mars märz maart",
            "april apr avril",
            "may maj mai mei",
            "june jun juni juin",
            "july jul juli juillet",
            "august aug augusti août augustus",
            "september sept sep septembre",
            "october oct oktober okt octobre",
            "november nov novembre",
            "december dec dezember dez décembre",
        ],
        start=1,
    )
    for name in names.split()
}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = (
    r"(?:(?P<iso>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})"
    rf"|(?P<dmy>\d{{1,2}}(?:st|nd|rd|th|:?e|\.)?\s+(?:of\s+)?(?:{_NAME})\.?,?(?:\s+\d{{4}})?)"
    rf"|(?P<mdy>(?:{_NAME})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?)"
    r"|(?P<num>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}))(?!\d)"
)
_DEADLINE = Keyed(
    r"(?:deadline|clos(?:ing|es|e)(?: date| on)?|apply (?:by|before|no later than|latest)"
    r"|applications? (?:close[sd]?|due|by|deadline|must be (?:received|submitted)|(?:will "
    r"be|are) accepted (?:until|through)|period.{0,30}?to)|valid through|last (?:day|date) "
    r"to apply|open until|applications until|no later than|before|sista "
    r"(?:ansöknings)?dag(?:en)?|ansök (?:senast|före)|senast(?: den)?|bewerbungsfrist|date "
    r"limite|sluitingsdatum|job ends)"
    r"(?: (?:is|date|for applications?|to apply|for this (?:role|position)|on|are|of|by"
    r"|den|att ansöka|är|application|dag|of this posting)){0,3}\W{0,6}(?:(?:(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day|mån\w*|tis\w*|ons\w*|tors\w*|fre\w*)\W{1,3})?(?:the "
    r")?" + _DATE,
    "deadline|clos|apply|application|valid|last da|until|no later|before|sista|ansök"
    "|senast|bewerb|limite|sluit|job ends",
    before=20,
    after=150,
)
_POSTED = Keyed(
    r"(?:posted(?: on| date)?|date posted|posting date|publi(?:shed|cerad|ziert|é)(?: on)?"
    r"|job posted|open(?:s|ing|ed)(?: date| on)?|publication date"
    r"|listed)\W{0,4}(?:\w+day\W{1,3})?" + _DATE,
    "post|publi|opening|opened|open|listed",
    before=20,
    after=100,
)
_AGO = Keyed(
    r"\b(?:posted|published|reposted|listed)\W{0,3}(?:(?P<just>today|just now)"
    r"|(?P<yesterday>yesterday)|(?P<count>\d{1,3}|an?|one) (?P<unit>hour|day|week|month)s? "
    r"ago)",
    "posted|published|listed",
    before=5,
)
_REFERENCE = Keyed(
    r"\b(?:job|position|requisition|req|vacancy|posting|reference|ref|announcement|role"
    r"|opening)[ .]?(?:id|no|number|nr|code|ref(?:erence)?|requisition|req)?(?: ?(?:id|no"
    r"|number|nr))?\.?\s?(?:#|:|：)\s?#?\s?(?P<ref>[A-Z]{0,6}[-_ ]?\d[\w./-]{1,20}\d"
    r"|[A-Z]{1,5}[-_]?\d{2,12}|\d{3,12})\b",
    "job|position|req|vacancy|posting|ref|announcement|role|opening",
    before=10,
    after=70,
)
_BARE_REFERENCE = re.compile(r"\b(?P<ref>JR-?\d{4,8}|REQ-?\d{3,9}|R-\d{5,8}|R\d{7,8})\b")
_LINK = re.compile(r"https?://[^\s<>\"'|)\]]+")
_APPLY = re.compile(
    r"(?:apply(?: now| here| online| at| via| directly)?|application|ansök\w*|to apply|job "
    r"(?:posting|description|link)|link|details|more info\w*)\W{0,5}(?:[\w "
    r"]{0,30}?)\W{0,4}$",
    re.I,
)
_JOB_PATH = re.compile(
    r"jobs?[./-]|career|greenhouse|lever\.co|ashbyhq|workable|apply|position|vacan|opening"
    r"|recruit|join\.",
    re.I,
)


def find_deadline(text: str, today: date | None) -> Found[date] | None:
    """The last day to apply, where the date is whole or `today` tells its year."""
    return _beside(_DEADLINE, text, today, future=True)


def find_posted(text: str, today: date | None) -> Found[date] | None:
    """The day the posting was published; "3 days ago" needs `today`."""
    found = _beside(_POSTED, text, today, future=False)
    if found or today is None:
        return found
    match = _AGO.search(text)
    return Found(_before(today, match), (match.span(),)) if match else None


def find_reference(text: str) -> Found[str] | None:
    """The posting's own number at the company."""
    match = _REFERENCE.search(text) or _BARE_REFERENCE.search(text)
    return Found(match["ref"].strip(), (match.span("ref"),)) if match else None


def find_link(text: str) -> Found[str] | None:
    """The address to apply at, or of the posting; a company's home page is neither."""
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?*")
        before = text[max(0, match.start() - 60) : match.start()]
        path = re.sub(r"https?://[^/]+/?", "", address)
        if (path and _JOB_PATH.search(address)) or (path and _APPLY.search(before)):
            return Found(address, ((match.start(), match.start() + len(address)),))
    return None


def _beside(cue: Keyed, text: str, today: date | None, *, future: bool) -> Found[date] | None:
    for match in cue.finditer(text):
        day = _day(match, today, future)
        if day:
            start = next(match.start(name) for name in ("iso", "dmy", "mdy", "num") if match[name])
            return Found(day, ((start, match.end()),))
    return None


def _day(match: re.Match[str], today: date | None, future: bool) -> date | None:
    if match["iso"]:
        year, month, day = map(int, re.split(r"[-/.]", match["iso"]))
        return _date(year, month, day)
    if match["num"]:
        return _numeric(match["num"])
    words = match["dmy"] or match["mdy"]
    name = re.search(rf"{_NAME}", words, re.I)
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if not name or not numbers:
        return None
    month = _MONTHS[name[0].casefold()]
    if len(numbers) > 1:
        return _date(numbers[1], month, numbers[0])
    return _nearest(month, numbers[0], today, future) if today else None


def _numeric(words: str) -> date | None:
    """01/12/2026 may be two days: only a date that can be read one way is read."""
    first, second, year = map(int, re.split(r"[/.-]", words))
    if first > 12 or "." in words:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 or first == second else None


def _nearest(month: int, day: int, today: date, future: bool) -> date | None:
    found = _date(today.year, month, day)
    if found and future and found < today - timedelta(days=60):
        return _date(today.year + 1, month, day)
    if found and not future and found > today:
        return _date(today.year - 1, month, day)
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def _before(today: date, match: re.Match[str]) -> date:
    if match["just"]:
        return today
    if match["yesterday"]:
        return today - timedelta(days=1)
    count = int(match["count"]) if match["count"].isdigit() else 1
    days = {"hour": 0, "day": 1, "week": 7, "month": 30}[match["unit"].casefold()]
    return today - timedelta(days=count * days)
