"""Finds the years of experience the role asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Span, Years
from ats.reading.found import Found
from ats.reading.keyed import Keyed
from ats.reading.late import late

_NUMBERS = {
    word: number
    for number, words in {
        1: "one einem", 2: "two zwei två deux dos", 3: "three drei tre trois tres",
        4: "four vier fyra quatre cuatro", 5: "five fünf fem cinq cinco", 6: "six sechs sex seis",
        7: "seven sieben sju sept siete", 8: "eight acht åtta huit ocho", 9: "nine neun nio neuf",
        10: "ten zehn tio dix diez", 12: "twelve", 15: "fifteen", 20: "twenty",
    }.items()
    for word in words.split()
}  # fmt: skip
_COUNT = r"(?:\d{1,2}|\b(?:" + "|".join(_NUMBERS) + r")\b)"
_YEARS = Keyed(
    rf"(?=\d|\b\w)(?<![\d.,$€£/-])(?P<least>{_COUNT})\s?(?:\(\d{{1,2}}\)\s?)?(?P<plus>\+|plus)?\s?\**\s?"
    rf"(?:(?:-|–|—|to|or|till|bis|à|a)\s?(?P<most>{_COUNT})\s?(?:\(\d{{1,2}}\)\s?)?\+?\s?)?"
    r"(?:or more |full |calendar |\+ |solid |relevant )?"
    r"(?:years?|yrs?|års?|jahren?|ans|años?|anos?|jaar)\b(?P<after>[^.\n]{0,90})",
    "year|yrs|yr |yr.|jahr",
    foreign="år| ans|año|anos|jaar",
    before=45,
    after=110,
)
_NOT_ASKED = late(
    r"^\W{0,3}(?:old|ago|of age|in (?:business|a row)|history|from now|later|anniversary"
    r"|warranty|term\b|contract|vesting|in the making|gammal|alt\b|or older)|cliff",
    re.I,
)
_ASKED = late(
    r"experien\w*|exp\b|background|work\w*\b|in a |in an |as an? |industry|professional"
    r"|erfarenhet|erfahrung|expérience|experiencia|ervaring|\w+ing\b|hands|required|preferred"
    r"|of \w+|in \w+|with",
    re.I,
)
_EXPERIENCE = late(r"experien|erfaren|erfahr|expérien|ervaring", re.I)
_NOT_BEFORE = late(
    r"(?:[$£€]\s?[\d.,]+\w* over|\b(?:last|past|previous|next|every|after|within|in|depuis"
    r"|senaste|since|under|per)"
    r"(?: the| den| de)?|(?:licen[sc]e|permis|körkort|führerschein)\b[^.\n]{0,25}) (?:plus de )?$",
    re.I,
)
_LEAST = late(
    r"(?:\b(?:at least|minimum(?: of)?|min\.?|minst|mindestens|au moins|minimum de|mínimo(?: de)?"
    r"|al menos|más de|plus de|mer än|mehr als|more than)|(?:^-?|\n-?|[•●▪◦*–👉]|(?<=[a-z])-"
    r"|\n-))\s*$",
    re.I,
)
_GIVEN = late(
    r"warranty|paid|leave|vacation|sabbatical|vesting|bonus|service|contract|funding|history"
    r"|of age|garanti|semester",
    re.I,
)
_A_YEAR = Keyed(
    r"\b(?:a|one|un|d['’]un|ein|ett) (?:years?|an|año|jahr|år) (?:or more|of (?:\w+ )?experience"
    r"|d['’]expérience|erfahrung|de experiencia|erfarenhet)|expérience d['’]un an\b",
    "a year or|one year|a year of|un año|ein jahr|ett år",
    foreign="un an",
    before=25,
    after=40,
)
_LABELLED = late(r"experien\w*(?: (?:required|level|needed))?\W{1,6}$", re.I)
_BOAST = late(
    r"\b(?:we|our|has|have been|founded|for (?:over|more than|nearly)|company|firm|team)\b[^.\n]*$",
    re.I,
)
_OF_PERSON = late(
    r"\b(?:you|candidate|must|should|require|look(?:ing)? for|need|someone|imagine|ideal|want)",
    re.I,
)
_GENERAL = late(
    r"\W{0,3}(?:of )?(?:[\w-]+,? ){0,3}?(?:(?:professional|work|working|industry|relevant|related"
    r"|overall|total|career)\W(?:[\w/-]+,? ){0,4}?experience\b|experience (?:in total|overall)"
    r"|(?:experience )?as an? [a-z])",
    re.I,
)
"""The experience the whole role asks for, "professional experience", "as a joiner"."""
_OF_TOOL = late(
    r"\W{0,3}(?:of )?(?:[a-z-]+ ){0,2}?(?:(?:in|with|of|using|on) )?(?:[a-z-]+ )?(?:the )?[A-Z]"
)
"""Years with one thing that has a name, "in SQL", "of React experience"."""
_BY_DEGREE = late(r"degree|bachelor|master|ph\.?d|diploma|education|\blevel\b|^or\b|\bOR\b", re.I)
"""Other ways to the same demand, or other grades of the role."""
_MOST_ASKED = 25


def find_years(text: str, items: Sequence[FoundItem]) -> Found[Years] | None:
    """The least years of experience the role asks for: the first demand that names a number; of
    alternatives ("5 years, or 3 with a degree") the smallest. Where the first is of one tool, or
    of one thing, and a longer time is asked in general, that counts."""
    matches = [m for m in _YEARS.finditer(text) if _asks(text, m)]
    wanted = [i for i in items if i.kind in (RequirementKind.MUST, RequirementKind.CONDITION)]
    for item in [*wanted, *(i for i in items if i.kind is RequirementKind.NICE)]:
        found = _years_in(text, item.span, matches)
        if found:
            return _in_general(text, item, found, wanted, matches)
    for match in matches:
        if _told_of_person(text, match):
            return _as_years([match])
    one = _A_YEAR.search(text)
    return Found(Years(1, None), (one.span(),)) if one else None


def _years_in(text: str, span: Span, matches: list[re.Match[str]]) -> Found[Years] | None:
    inside = [m for m in matches if span[0] <= m.start() and m.start("after") <= span[1]]
    if not inside:
        return None
    alternatives = [inside[0]]
    for match in inside[1:]:
        if re.search(r"\bor\b", text[alternatives[-1].start() : match.start()], re.I):
            alternatives.append(match)
    return _as_years(alternatives)


def _in_general(
    text: str,
    first: FoundItem,
    found: Found[Years],
    wanted: list[FoundItem],
    matches: list[re.Match[str]],
) -> Found[Years]:
    """What was found first, or the longer time that another demand asks for in general."""
    behind = found.spans[0][1]
    if (
        len(matches) < 2
        or _BY_DEGREE.search(first.text)
        or _GENERAL.match(text, behind, first.span[1])
    ):
        return found
    of_tool = _OF_TOOL.match(text, behind, first.span[1])
    for item in wanted:
        other = _years_in(text, item.span, matches)
        if not other or _BY_DEGREE.search(item.text) or not _longer(other.value, found.value):
            continue
        behind = other.spans[0][1]
        plain = of_tool and not _OF_TOOL.match(text, behind, item.span[1])
        if plain or _GENERAL.match(text, behind, item.span[1]):
            return other
    return found


def _longer(one: Years, other: Years) -> bool:
    return (one.least or 0) > (other.least or 0)


def _as_years(matches: list[re.Match[str]]) -> Found[Years]:
    match = min(matches, key=lambda m: _number(m["least"]))
    least, most = _number(match["least"]), _number(match["most"]) if match["most"] else None
    if most is not None and most <= least:
        most = None
    return Found(Years(least, most), ((match.start(), match.start("after")),))


def _asks(text: str, match: re.Match[str]) -> bool:
    after = match["after"]
    before = text[max(0, match.start() - 40) : match.start()]
    if _NOT_ASKED.search(after[:25]) or _NOT_BEFORE.search(before):
        return False
    if _number(match["least"]) > _MOST_ASKED:
        return False
    told = _ASKED.search(after) or _LABELLED.search(before) or _LEAST.search(before)
    return bool(told) or len(after.strip()) < 12


def _told_of_person(text: str, match: re.Match[str]) -> bool:
    """Whether years named outside every list are asked of the person, not the company's own."""
    before = text[max(0, match.start() - 40) : match.start()]
    if _BOAST.search(before) and not _OF_PERSON.search(before):
        return False
    if _EXPERIENCE.search(match["after"]) or _LABELLED.search(before):
        return True
    return bool(_LEAST.search(before)) and not _GIVEN.search(match["after"])


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.casefold()]
