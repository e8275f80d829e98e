"""Finds places named in sentences: those about the job, and where the company sits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ats.domain.reading import Span
from ats.reading.facts.places import known, place_at
from ats.reading.keyed import accented, lowered
from ats.reading.late import late

_MOST = 20
_MOST_CODES = 300
"""A table of codes is no posting; what comes after so many is not looked at."""
_LEAD = late(
    r"(?:(?:our|the|a|downtown|central|beautiful|sunny|city of|greater|lovely|either|one of our"
    r"|vårt)"
    r" ){0,3}(?:(?:office|campus|headquarters|site|hq|studio|kontor|offices) (?:in|at|i) )?"
    r"(?:(?:our|the|downtown|central|beautiful|sunny|city of|greater) ){0,2}",
    re.I,
)
_NEXT = late(
    r"(?:\s?[,;/&]|\s+(?:and|or|och|eller|und|oder|et|ou)\b|\s?,\s(?:and|or))\s*(?:in "
    r"|the )?(?=[A-Z])"
)
_MAY_WORK = late(
    r"\b(?:authori[sz]|right to|eligib|permit|legally|citizen|visa|sponsor|entitled|founded"
    r"|degree)",
    re.I,
)
_ABOUT_JOB = late(
    r"\b(?:position|role|job|opportunity|internship|opening|vacancy|candidates?|you|hires?|this is"
    r"|post|assignment|tjänst\w*|anställning\w*|stelle|poste|puesto|vacante|engineer|developer"
    r"|manager|analyst|designer|we.re looking|we are looking|seeking|hiring|join)\b",
    re.I,
)
_LINKS = (
    " in ",
    " at ",
    " from ",
    " of ",
    " to ",
    " on ",
    " near ",
    " within ",
    " i ",
    " à ",
    " en ",
)
"""Words before a place."""
_JOB_LEFT = late(
    r"(?:\b(?:roles?|positions?|jobs?|opportunity|opening|vacancy|work(?:ing)?|on-?site|hybrid|us"
    r"|hiring|in-? ?person|team|client|candidates|stelle|kontore?t?|tjänst|arbeta|placering"
    r"|uppdrag) (?:in|i)|\b(?:relocat\w+|commute) to|\bwork from|\bremote(?:ly)? (?:from|within|in)"
    r"|\banywhere (?:in|within)|\barea of) $",
    re.I,
)
_SEAT_LEFT = late(
    r"(?:\b(?P<sat>based|located|situated|stationed|placerad|stationerad|basée?|située|ubicad[oa]"
    r"|belägen)(?: (?:either|primarily|remotely|fully|physically|on-?site|out))?"
    r"|\b(?:office|campus)(?: is)?(?: located)?|\bheart|\bcentre|\bcenter) (?:\w+|à) $",
    re.I,
)
_COMPANY_LEFT = late(r"\b(?:offices|headquartered|headquarters|hq|hubs) in $", re.I)
_TOWN = late(r"\b(?:downtown|central|city of|greater) $", re.I)
_OFFICE = (
    " office",
    " campus",
    " headquarters",
    " studio",
    " hq",
    " hub",
    " kontor",
    " location",
    " area",
)
_OUR = late(
    r"\b(?:in|at|from|to|join|for|out of|of|on|vid|på|i) (?:one of )?(?:our|the|vårt"
    r"|its) (?=[A-ZÅÄÖÉ])"
)
_BASED_ROLE = late(
    r"[- ]based(?:[.,]?\n|\.|\W(?:[\w-]+ ){0,3}?(?:roles?|positions?|jobs?|candidates?|hires?)\b)"
)
_CODE = late(r", ?[A-Z]{2}\b(?!\.)")
_ZIP = late(r",? \d{5}\b")
_STARTS = late(r"(?<![\w.])[A-ZÅÄÖÉ]")


def places_told(text: str) -> list[list[Span]]:
    """Places in sentences: those about the job, and those about the company."""
    of_job, of_company = _after_links(text)
    of_job += _before_offices(text)
    for place, said_of_job in _before_based(text):
        (of_job if said_of_job else of_company).append(place)
    return [sorted(set(of_job)), of_company]


def of_company(text: str, found: list[Span]) -> list[Span]:
    """Where the company sits, if it names one place only."""
    found = found or _with_code(text)
    names = {text[slice(*place)] for place in found}
    return found[:1] if len(names) == 1 else []


def _with_code(text: str) -> list[Span]:
    """Cities with a state's code anywhere; those in an address before others."""
    found = [
        (place, bool(_ZIP.match(text, match.end())))
        for match in islice(_CODE.finditer(text), _MOST_CODES)
        for place in _ending_at(text, match.end())
    ]
    return [place for place, zipped in found if zipped] or [place for place, _ in found]


def _hits(text: str, words: tuple[str, ...]) -> Iterator[int]:
    """Where the words end in the text."""
    low = lowered(text)
    for word in words:
        if not word.isascii() and not accented(low):
            continue
        at = low.find(word)
        while at >= 0:
            yield at + len(word)
            at = low.find(word, at + 1)


def _after_links(text: str) -> tuple[list[Span], list[Span]]:
    """Places behind "in", "at", "from": of the job, and of the company."""
    of_job: list[Span] = []
    of_company: list[Span] = []
    for at in _hits(text, _LINKS):
        first = text[at : at + 1]
        start = at if first.isupper() or first not in "odctbsglavk" else _lead_end(text, at)
        if not text[start : start + 1].isupper():
            continue
        told, new = _told_of(text, at, start)
        if told is not None:
            (of_job if told else of_company).extend(_chain(text, start, new=new))
    return of_job, of_company


def _lead_end(text: str, at: int) -> int:
    lead = _LEAD.match(text, at)
    return lead.end() if lead else at


def _told_of(text: str, at: int, start: int) -> tuple[bool | None, bool]:
    """Whether the words before a place speak of the job (True), of the company (False) or of
    neither, and whether any name there is a place."""
    left = text[max(0, at - 35) : at]
    seat = _SEAT_LEFT.search(left)
    if not seat and not _JOB_LEFT.search(left):
        if _COMPANY_LEFT.search(left):
            return False, False
        if not _TOWN.search(text[at:start]):
            return None, False
    before = _sentence_before(text, at)
    if _MAY_WORK.search(before):
        return None, False
    if _JOB_LEFT.search(left):
        return True, False
    of_job = bool(_ABOUT_JOB.search(before)) or before.lower().startswith(("based", "located"))
    return of_job, of_job and bool(seat and seat["sat"])


def _sentence_before(text: str, at: int) -> str:
    before = text[max(0, at - 130) : at]
    return re.split(r"[.!?]\s|\n", before)[-1]


def _chain(text: str, at: int, *, new: bool = False) -> Iterator[Span]:
    """The places listed from here: "Oslo, Bergen or Malmö"."""
    at = _lead_end(text, at)
    for _ in range(_MOST):
        place = place_at(text, at, min(len(text), at + 80), new=new)
        if not place:
            return
        yield place
        new = False
        following = _NEXT.match(text, place[1])
        if not following:
            return
        at = following.end()


def _before_offices(text: str) -> Iterator[Span]:
    """ "in our Leeds office", "from the Oslo or Bergen studio"."""
    for end in _hits(text, _OFFICE):
        at = text.rfind(" ", 0, end)
        our = [m.end() for m in _OUR.finditer(text, max(0, at - 60), at)]
        if not our:
            continue
        places = list(_chain(text[: at + 1], our[-1]))
        if places and places[-1][1] >= at - 1:
            yield from places


def _before_based(text: str) -> Iterator[tuple[Span, bool]]:
    """ "for a Leeds-based role", "a Leeds-based company"; whether it is said of the job."""
    for end in _hits(text, ("-based", " based")):
        at = end - len("-based")
        if not text[at - 1].isalpha() and text[at - 1] != ".":
            continue
        of_job = bool(_BASED_ROLE.match(text, at)) or "For " in text[max(0, at - 40) : at]
        for place in _ending_at(text, at):
            yield place, of_job


def _ending_at(text: str, at: int) -> Iterator[Span]:
    for start in _STARTS.finditer(text, max(0, at - 40), at):
        place = place_at(text, start.start(), at)
        if (
            place
            and place[1] >= at - 1
            and (known(text[slice(*place)]) or "," in text[slice(*place)])
        ):
            yield place
            return
