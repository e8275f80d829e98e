"""Finds the places of work as the posting writes them: after a label, in its header, or in a
sentence about the job; where the company sits only if that is the one place named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ats.domain.reading import Span
from ats.reading.found import Found, distinct
from ats.reading.keyed import Keyed, accented, lowered
from ats.reading.layout import Line
from ats.reading.places import COUNTRIES, known, place_at, wide

_MOST = 20
_HEADER_LINES = 6
_HEADER_PART = 90
"""Characters of a header's part that may name a place."""

_LONGEST_PART = 300
_LABEL = Keyed(
    r"(?:^|[\n.;•|)>]\s*|\*\*|(?<=[a-z])(?=(?-i:[A-Z]))|\t| {2,})(?:(?:job|work|office|position"
    r"|primary|role|duty|posting|main|base|company|assignment|employment|hiring)[ -]?)?"
    r"(?:locations?(?:\(s\))?|city|cities|(?:arbeits|einsatz|dienst)?ort|standorte?"
    r"|lieu(?: de travail)?|plats|arbetsplats|placering(?:sort)?|stationeringsort|locatie"
    r"|place of (?:work|employment)|lugar(?: de trabajo)?|ubicación|locali(?:zación|zação|dad)"
    r"|work ?site|duty station|placement|land|stad)(?:[ /][\w/]+)?"
    r"(?:\s*\**\s*(?::\s*\**|\n)|(?<=[nN])(?-i:(?=[A-Z])))\s*(?:[-*•]\s)?(?P<value>[^\n]{2,200})"
    r"|\bfollowing (?:locations|hubs|cities|offices|places|sites"
    r"|areas)\s*:\s*(?P<listed>[^\n]{2,200})",
    "location|city:|cities:|city\n|standort|ort:|worksite|work site|duty station|place of"
    "|plats:|placering:|placement:|locatie|\nland\n|\nstad\n|following ",
    foreign="lieu|lugar|locali|ubicac",
    before=35,
    after=220,
)
_INWARD = re.compile(r"\s?[-–,.:>/]\s?(?:[A-Z]{2}\s?[-–,.:>/]\s?)?|\s[A-Z]{2}\s-\s")
_VALUE_ENDS = re.compile(r"\s{3,}|\t|\.\s(?=[A-Z])|\.$|(?<=[a-z])(?=[A-Z][a-z]+(?: [A-Z]\w+)?:)")
_MODE_WORDS = (
    r"(?:(?:fully|100 ?%|partly|partially|mostly) )?(?:remote(?:ly)?|hybrid|on-?site|in[- ]?person"
    r"|in[- ]office|wfh|flexible|anywhere|worldwide|global|multiple|various|full[- ]?time|possible"
    r"|preferred|office|onsite only|only|optional|friendly|ok|locations?|hq|area|and|or|und|oder"
    r"|och|eller|et|ou|y|o|in|the|greater|downtown|central|\+?\d+)(?!\w)"
)
_BETWEEN = re.compile(rf"(?:[\s\W_]+|\d{{4,5}}\b|(?<!\w){_MODE_WORDS})", re.I)
_TOKEN = re.compile(r"\S+?(?=[\s,;/()|]|\.[A-Z]|$)|\S")
_FAR = re.compile(
    r"(?:(?:100 ?% |fully )?remote(?:ly)?(?P<mark>\s?\(|\s?[-–—,:/]\s?| in | within | from | across"
    r"| anywhere in | )|anywhere (?:in|within|across) )(?:the |only |within |from "
    r"|in ){0,2}(?=[A-Z])",
    re.I,
)
_FAR_ENDS = re.compile(r"[^()\n]{0,12}\)")
_FAR_AFTER = re.compile(r"\s?\((?:fully |100% )?remote\)", re.I)
_MODE_NEXT = re.compile(
    r"[\s,/(-]{1,3}(?:on-?site|hybrid|remote|in[- ](?:office|person)|office)\b", re.I
)
_BAR = re.compile(r"[^|•·]+")
_LEAD = re.compile(
    r"(?:(?:our|the|a|downtown|central|beautiful|sunny|city of|greater|lovely|either|one of our"
    r"|vårt)"
    r" ){0,3}(?:(?:office|campus|headquarters|site|hq|studio|kontor|offices) (?:in|at|i) )?"
    r"(?:(?:our|the|downtown|central|beautiful|sunny|city of|greater) ){0,2}",
    re.I,
)
_NEXT = re.compile(
    r"(?:\s?[,;/&]|\s+(?:and|or|och|eller|und|oder|et|ou)\b|\s?,\s(?:and|or))\s*(?:in "
    r"|the )?(?=[A-Z])"
)
_MAY_WORK = re.compile(
    r"\b(?:authori[sz]|right to|eligib|permit|legally|citizen|visa|sponsor|entitled|founded"
    r"|degree)",
    re.I,
)
_ABOUT_JOB = re.compile(
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
_JOB_LEFT = re.compile(
    r"(?:\b(?:roles?|positions?|jobs?|opportunity|opening|vacancy|work(?:ing)?|on-?site|hybrid|us"
    r"|hiring|in-? ?person|team|client|candidates|stelle|kontore?t?|tjänst|arbeta|placering"
    r"|uppdrag) (?:in|i)|\b(?:relocat\w+|commute) to|\bwork from|\bremote(?:ly)? (?:from|within|in)"
    r"|\banywhere (?:in|within)|\barea of) $",
    re.I,
)
_SEAT_LEFT = re.compile(
    r"(?:\b(?P<sat>based|located|situated|stationed|placerad|stationerad|basée?|située|ubicad[oa]"
    r"|belägen)(?: (?:either|primarily|remotely|fully|physically|on-?site|out))?"
    r"|\b(?:office|campus)(?: is)?(?: located)?|\bheart|\bcentre|\bcenter) (?:\w+|à) $",
    re.I,
)
_COMPANY_LEFT = re.compile(r"\b(?:offices|headquartered|headquarters|hq|hubs) in $", re.I)
_TOWN = re.compile(r"\b(?:downtown|central|city of|greater) $", re.I)
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
_OUR = re.compile(
    r"\b(?:in|at|from|to|join|for|out of|of|on|vid|på|i) (?:one of )?(?:our|the|vårt"
    r"|its) (?=[A-ZÅÄÖÉ])"
)
_BASED_ROLE = re.compile(
    r"[- ]based(?:[.,]?\n|\.|\W(?:[\w-]+ ){0,3}?(?:roles?|positions?|jobs?|candidates?|hires?)\b)"
)
_CODE = re.compile(r", ?[A-Z]{2}\b(?!\.)")
_ZIP = re.compile(r",? \d{5}\b")
_STARTS = re.compile(r"(?<![\w.])[A-ZÅÄÖÉ]")


def find_locations(text: str, lines: list[Line]) -> list[Found[str]]:
    """Places as the posting writes them, up to 20. "Remote (US)" is one, "remote" alone is none."""
    spans = _labelled(text) or _header(text, lines)
    if not spans:
        of_job, of_company = _spoken(text)
        spans = of_job or _of_company(text, of_company)
    found = [Found(" ".join(text[a:b].split()), ((a, b),)) for a, b in spans]
    return _once(distinct(found))[:_MOST]


def _once(found: list[Found[str]]) -> list[Found[str]]:
    """Of "Leeds" and "Leeds, UK" the longer one."""
    values = [f.value for f in found]
    return [
        f for f in found if not any(v.startswith((f.value + ",", f.value + " (")) for v in values)
    ]


def _labelled(text: str) -> list[Span]:
    found: list[Span] = []
    for match in _LABEL.finditer(text):
        start, end = match.span("value" if match["value"] else "listed")
        stop = _VALUE_ENDS.search(text, start, end)
        end = stop.start() if stop else end
        places, rest = _scan(text, start, end, limit=4)
        found += _inside_out(text, places) or _new_place(text, start, end, rest)
    return found


def _inside_out(text: str, places: list[Span]) -> list[Span]:
    """ "USA – Texas – Austin" is one place, written from the largest to the smallest."""
    if len(places) < 2 or text[slice(*places[0])] not in COUNTRIES:
        return places
    joined = [text[a[1] : b[0]] for a, b in pairwise(places)]
    if all(_INWARD.fullmatch(gap) for gap in joined) and not wide(text[slice(*places[-1])]):
        return [(places[0][0], places[-1][1])]
    return places


def _new_place(text: str, start: int, end: int, rest: int) -> list[Span]:
    """A label's value that is no place we know, where all of it may be a name."""
    while start < end and (between := _BETWEEN.match(text, start, end)):
        start = between.end()
    place = place_at(text, start, end, new=True)
    if not place or rest > 4:
        return []
    _, after = _scan(text, place[1], end)
    return [] if after else [place]


def _scan(text: str, start: int, end: int, limit: int = 99) -> tuple[list[Span], int]:
    """The places between two points, and how many words there are no place; it stops after more
    than `limit` such words."""
    found: list[Span] = []
    rest, at = 0, start
    while at < end and rest <= limit:
        first = text[at]
        if not first.isalnum():
            at += 1
            continue
        place = _far_place(text, at, end) if first in "rRfF1aA" else None
        if not place and first.isupper():
            place = place_at(text, at, end)
        if place:
            found.append(place)
            at = place[1]
        elif between := _BETWEEN.match(text, at, end):
            at = between.end()
        else:
            token = _TOKEN.match(text, at, end)
            at = token.end() if token else end
            rest += 1
    return found, rest


def _far_place(text: str, at: int, end: int) -> Span | None:
    """ "Remote (US only)", "Remote – Sweden": working from afar, but in one country."""
    far = _FAR.match(text, at, end)
    place = place_at(text, far.end(), end) if far else None
    if not far or not place or not wide(text[slice(*place)]):
        return None
    bracket = "(" in (far["mark"] or "")
    after = _FAR_ENDS.match(text, place[1], end) if bracket else None
    if bracket and not after:
        return None
    after = after or _FAR_AFTER.match(text, place[1], end)
    return (at, after.end() if after else place[1])


def _header(text: str, lines: list[Line]) -> list[Span]:
    found: list[Span] = []
    for number, line in enumerate(lines[:_HEADER_LINES]):
        barred = "|" in line.text
        if not barred and len(line.text) > _HEADER_PART:
            if number == 0:
                found += _with_state(text, line.start, line.start + _HEADER_PART)
            continue
        for part in _BAR.finditer(text, line.start, line.end) if barred else [line]:
            start, end = part.span() if isinstance(part, re.Match) else part.span
            if end - start < _LONGEST_PART and not (barred and start == line.start):
                found += _header_part(text, start, end)
    return found


def _header_part(text: str, start: int, end: int) -> list[Span]:
    places, rest = _scan(text, start, end, limit=6)
    if not rest:
        return places
    if end - start > _HEADER_PART:
        return places if len(places) > 3 * rest else []
    return [p for p in places if _set_off(text, p, start, end)]


def _set_off(text: str, place: Span, start: int, end: int) -> bool:
    """Whether a place beside other words is surely one: it names its region, or stands behind a
    mark or "in" at the end."""
    words = text[slice(*place)]
    if re.search(r", ?\w", words) or "(" in words:
        return True
    before = text[start : place[0]].rstrip()
    if not before.strip("( ") and _MODE_NEXT.match(text, place[1]):
        return True
    return before.endswith(("-", "–", ",", "(", "/", " in", "@")) and not text[
        place[1] : end
    ].strip(" )")


def _with_state(text: str, start: int, end: int) -> list[Span]:
    """Cities with their state in the beginning of a text that lost its line breaks."""
    places, _ = _scan(text, start, min(end, len(text)))
    return [p for p in places if re.search(r", ?[A-Z]{2}$", text[slice(*p)])]


def _spoken(text: str) -> list[list[Span]]:
    """Places in sentences: those about the job, and those about the company."""
    of_job, of_company = _after_links(text)
    of_job += _before_offices(text)
    for place, said_of_job in _before_based(text):
        (of_job if said_of_job else of_company).append(place)
    return [sorted(set(of_job)), of_company]


def _of_company(text: str, found: list[Span]) -> list[Span]:
    """Where the company sits, if it names one place only."""
    found = found or _with_code(text)
    names = {text[slice(*place)] for place in found}
    return found[:1] if len(names) == 1 else []


def _with_code(text: str) -> list[Span]:
    """Cities with a state's code anywhere; those in an address before others."""
    found = [
        (place, bool(_ZIP.match(text, match.end())))
        for match in _CODE.finditer(text)
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
