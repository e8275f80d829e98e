"""Finds the places of work as the posting writes them: after a label, in its header, or in a
sentence about the job; where the company sits only if that is the one place named."""

from __future__ import annotations

import re
from itertools import pairwise

from ats.domain.reading import Span
from ats.reading.facts.places import COUNTRIES, place_at, wide
from ats.reading.facts.told_places import of_company, places_told
from ats.reading.found import Found, distinct
from ats.reading.keyed import Keyed
from ats.reading.late import late
from ats.reading.lines.layout import Line

_MOST = 20
_HEADER_LINES = 6
_HEADER_PART = 90
"""Characters of a header's part that may name a place."""

_LONGEST_PART = 300
_LABEL = Keyed(
    r"(?:(?<=\w )(?=(?-i:Location:))|^|[\n.;•|)>]\s*|\*\*|(?<=[a-z])(?=(?-i:[A-Z]))|\t"
    r"| {2,})(?:(?:job|work|office|position"
    r"|primary|role|duty|posting|main|base|company|assignment|employment|hiring)[ -]?)?"
    r"(?:locations?(?:\(s\))?|city|cities|(?:arbeits|einsatz|dienst)?ort|standorte?"
    r"|lieu(?: de travail)?|plats|arbetsplats|placering(?:sort)?|stationeringsort|locatie"
    r"|place of (?:work|employment)|lugar(?: de trabajo)?|ubicación|locali(?:zación|zação|dad)"
    r"|work ?site|duty station|placement|where|site|land|stad)(?:[ /][\w/]+)?"
    r"(?:\s*\**\s*(?::\s*\**|\n)|(?<=[nN])(?-i:(?=[A-Z]))|(?<=standorte) (?-i:(?=[A-ZÄÖÜ])))"
    r"\s*(?:[-*•]\s)?(?P<value>[^\n]{2,200})"
    r"|\bfollowing (?:locations|hubs|cities|offices|places|sites"
    r"|areas)\s*:\s*(?P<listed>[^\n]{2,200})",
    "location|city:|cities:|city\n|standort|ort:|worksite|work site|site:|where:|where\n"
    "|duty station|place of"
    "|plats:|placering:|placement:|locatie|\nland\n|\nstad\n|following ",
    foreign="lieu|lugar|locali|ubicac",
    before=35,
    after=220,
)
_INWARD = late(r"\s?[-–,.:>/]\s?(?:[A-Z]{2}\s?[-–,.:>/]\s?)?|\s[A-Z]{2}\s-\s")
_VALUE_ENDS = late(r"\s{3,}|\t|\.\s(?=[A-Z])|\.$|(?<=[a-z])(?=[A-Z][a-z]+(?: [A-Z]\w+)?:)")
_MODE_WORDS = (
    r"(?:(?:fully|100 ?%|partly|partially|mostly) )?(?:remote(?:ly)?|hybrid|on-?site|in[- ]?person"
    r"|in[- ]office|wfh|flexible|anywhere|worldwide|global|multiple|various|full[- ]?time|possible"
    r"|preferred|office|onsite only|only|optional|friendly|ok|locations?|hq|area|and|or|und|oder"
    r"|och|eller|et|ou|y|o|in|the|greater|downtown|central|\+?\d+)(?!\w)"
)
_BETWEEN = late(rf"(?:[\s\W_]+|\d{{4,5}}\b|(?<!\w){_MODE_WORDS})", re.I)
_TOKEN = late(r"\S+?(?=[\s,;/()|]|\.[A-Z]|$)|\S")
_FAR = late(
    r"(?:(?:100 ?% |fully )?remote(?:ly)?(?P<mark>\s?\(|\s?[-–—,:/]\s?| in | within | from | across"
    r"| anywhere in | )|anywhere (?:in|within|across) )(?:the |only |within |from "
    r"|in ){0,2}(?=[A-Z])",
    re.I,
)
_FAR_ENDS = late(r"[^()\n]{0,12}\)")
_FAR_AFTER = late(r"\s?\((?:fully |100% )?remote\)", re.I)
_MODE_NEXT = late(r"[\s,/(-]{1,3}(?:on-?site|hybrid|remote|in[- ](?:office|person)|office)\b", re.I)
_HOUSE = late(
    r"[^,|\n]{2,60}\b(?:GmbH|AG|KG|AB|Ltd|LLC|Inc|Pty|plc|SAS?|SL|BV|School|Hospital|Clinic"
    r"|Clinique"
    r"|House|Home|Care|Centre|Center|Residen\w+|EHPAD|College|University|Church|Hotel|Restaurant"
    r"|Nursery|Surgery|Practice|Trust|Council|Bakery|Farm|Works|Klinik\w*|Schule|skola|kommun)"
    r"\.?(?: [\w’'&]+){0,4}(?:, | – | - | · )(?=[A-ZÅÄÖÉ])"
)
_NEXT_LISTED = late(
    r"\s?(?:[,;/&]|\b(?:and|or|und|oder|sowie|och|eller|et|ou|y|o)\b)\s*(?=[A-ZÀ-Þ])"
)
_HOME = late(
    r"\b(?:must|should|need to|have to|required to|candidates?|applicants?|you)\b[^.\n]{0,40}"
    r"\b(?:resid\w+|live|living|based|located|domiciled) (?:in|of|within) (?:the )?$",
    re.I,
)
"""What stands before the country that people must live in."""
_SEATED = late(r"\b(?:offices|headquarter\w*|based|located|founded)\b", re.I)
_BAR = late(r"[^|•·]+")
_REGION, _STATE = late(r", ?\w"), late(r", ?[A-Z]{2}$")


def find_locations(text: str, lines: list[Line]) -> list[Found[str]]:
    """Places as the posting writes them, up to 20. "Remote (US)" is one, "remote" alone is none."""
    spans = _labelled(text) or _header(text, lines)
    if not spans:
        of_job, told_of_company = places_told(text)
        spans = of_job or of_company(text, told_of_company)
    spans = _without_homes(text, spans)
    found = [Found(" ".join(text[a:b].split()), ((a, b),)) for a, b in spans]
    return _once(distinct(found))[:_MOST]


def _without_homes(text: str, spans: list[Span]) -> list[Span]:
    """The places without the country applicants must live in, where a town is named, too."""
    if len(spans) < 2:
        return spans
    places = [
        (a, b) for a, b in spans if not (wide(text[a:b]) and _HOME.search(text[max(0, a - 70) : a]))
    ]
    return places if any(not wide(text[a:b]) for a, b in places) else spans


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
        listed = _listed(text, start, end) if rest and places else []
        found += listed or _inside_out(text, places) or _new_place(text, start, end, rest)
    return found


def _listed(text: str, start: int, end: int) -> list[Span]:
    """The places of a list that is all of a label's value, also those we do not know."""
    found: list[Span] = []
    while start < end and (place := place_at(text, start, end, new=True)):
        found.append(place)
        following = _NEXT_LISTED.match(text, place[1], end)
        if not following:
            break
        start = following.end()
    whole = bool(found) and not text[found[-1][1] : end].strip(" .*")
    return found if whole and len(found) > 1 else []


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
        barred = "|" in line.text or "·" in line.text
        if not barred and len(line.text) > _HEADER_PART:
            if number == 0:
                found += _with_state(text, line.start, line.start + _HEADER_PART)
            continue
        for part in _BAR.finditer(text, line.start, line.end) if barred else [line]:
            start, end = part.span() if isinstance(part, re.Match) else part.span
            named = number == 0 and barred and start == line.start
            if end - start < _LONGEST_PART and not named:
                found += _header_part(text, start, end) or _behind_house(text, start, end)
    return found


def _header_part(text: str, start: int, end: int) -> list[Span]:
    places, rest = _scan(text, start, end, limit=6)
    if not rest:
        return places
    if end - start > _HEADER_PART:
        return places if len(places) > 3 * rest else []
    return [p for p in places if _set_off(text, p, start, end)]


def _behind_house(text: str, start: int, end: int) -> list[Span]:
    """The town behind the name of a house: "Alder Works Ltd, Little Snoring"."""
    house = _HOUSE.match(text, start, end)
    place = place_at(text, house.end(), end, new=True) if house else None
    return [place] if place and not text[place[1] : end].strip(" .*") else []


def _set_off(text: str, place: Span, start: int, end: int) -> bool:
    """Whether a place beside other words is surely one: it names its region, or stands behind a
    mark or "in" at the end."""
    words = text[slice(*place)]
    if _REGION.search(words) or "(" in words:
        return True
    before = text[start : place[0]].rstrip()
    if not before.strip("( ") and _MODE_NEXT.match(text, place[1]):
        return True
    after = text[place[1] : end].lstrip(" )")
    ends = not after or (after[0] in ".!" and not _SEATED.search(before))
    return ends and before.endswith(("-", "–", ",", "(", "/", " in", " i", " à", " en", "@"))


def _with_state(text: str, start: int, end: int) -> list[Span]:
    """Cities with their state in the beginning of a text that lost its line breaks."""
    places, _ = _scan(text, start, min(end, len(text)))
    return [p for p in places if _STATE.search(text[slice(*p)])]
