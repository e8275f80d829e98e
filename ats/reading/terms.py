"""Finds years of experience, degrees, bonus, equity and teams."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Span, Years
from ats.reading.found import Found, distinct

_NUMBERS = dict(
    zip(
        "one two three four five six seven eight nine ten twelve fifteen".split(),
        [*range(1, 11), 12, 15],
        strict=True,
    )
)
_COUNT = r"(?:\d{1,2}|" + "|".join(_NUMBERS) + r")"
_YEARS = re.compile(
    rf"(?<![\w.$])(?P<least>{_COUNT})\s?(?:\(\d{{1,2}}\)\s?)?(?P<plus>\+"
    rf"|plus)?\s?\**\s?(?:(?:-|–|—|to|or|till"
    rf"|bis)\s?(?P<most>{_COUNT})\s?(?:\(\d{{1,2}}\)\s?)?\+?\s?)?"
    r"(?:or more |full |calendar |\+ )?(?:years?|yrs?|års?|jahren?|ans"
    r"|jaar)\b(?P<after>[^.\n]{0,90})",
    re.I,
)
_NOT_ASKED = re.compile(
    r"^\W{0,3}(?:old|ago|of age|in (?:business|a row)|history|from now|later|anniversary"
    r"|warranty|term|contract|vesting|in the making)|cliff",
    re.I,
)
_ASKED = re.compile(
    r"experien\w*|exp\b|background|working|work(?:ed)?\b|in a |in an |as an? |industry"
    r"|professional|erfarenhet|erfahrung|expérience|ervaring|designing|building|developing"
    r"|hands|required|of \w+|in \w+|with",
    re.I,
)
_LEVELS: list[tuple[str, re.Pattern[str]]] = [
    (
        "high_school",
        re.compile(r"\bhigh.?school\b|\bGED\b|gymnasie\w*|secondary (?:school|education)"),
    ),
    (
        "associate",
        re.compile(
            r"\b[Aa]ssociate\W?s?(?: of \w+| ?of ?Arts)? ?(?:[Dd]egree|in [A-Z])|\bAA degree"
            r"|\bA\.A\b|\bAssociate of\b"
        ),
    ),
    (
        "bachelor",
        re.compile(
            r"\b[Bb]achelor|\bBACHELOR|\bB\.?S\.?c?\.?(?=[/,\s)]|$)(?! ?(?:meter|detector))"
            r"|\bB\.?A\.?(?=[/,\s]+(?:or |in |degree|[/,BM])|/BS)|\bB\.?Eng\b|\bBTech\b|\bB\.Tech"
            r"|[Uu]ndergraduate degree|kandidatexamen|[Ff]our.year (?:college )?degree|4.year "
            r"(?:college )?degree"
        ),
    ),
    (
        "master",
        re.compile(
            r"\b[Mm]aster[’']?s?(?:[’']? (?:[Dd]egree|in |of |or |level|program)|\b ?(?:/|,|or\b"
            r"|preferred|[Dd]egree))|\bMASTER.?S\b|\bM\.?S\.?c?\.?(?=[/,\s)]+(?:or|in|and|degree|,"
            r"|[/(]|Ph|[A-Z][a-z]+ degree))|(?<=[/,] )M\.?S\.?\b|(?<=/)MS\b|\bMBA\b|\bM\.?Sc\b"
            r"|\bM\.?Eng\b|[Gg]raduate degree|[Aa]dvanced degree|masterexamen|civilingenjör"
        ),
    ),
    (
        "doctorate",
        re.compile(
            r"\bPh\.?\s?D\b|\bPHD\b|\bdoctora\w+|\bDoctora\w+|\bM\.?D\.? or D\.?O\b|\bJ\.D\b"
            r"|\bJD\b|\bPharmD\b|\bDNP\b"
        ),
    ),
]
_DEGREE = re.compile(
    r"\b(?:university|college|academic|technical|relevant|engineering|science|related"
    r"|tertiary|STEM|CS|accounting)\W(?:\w+ ){0,2}?degree\b|\bdegree (?:in|or equivalent"
    r"|qualified|level|from)|\b[Aa] degree\b|\bDegree in|\b[Ss]tudium\b|\bakademisk "
    r"\w*(?:utbildning|examen)|högskole\w*|universitetsutbildning|\bdiplôme|\bBac ?\+ "
    r"?[345]"
)
_NO_DEGREE = re.compile(
    r"\b(?:some|370|360)[- ]degree|degree of (?:\w+ )?(?:autonomy|independence|accuracy"
    r"|freedom|flexibility|confidence|initiative)|high degree|reimburse|tuition|no degree"
    r"|mortgage",
    re.I,
)
_STUDY = re.compile(
    r"degree|\bin [A-Z]|\bin (?:a |related|computer|engineering|business|science|\w+)"
    r"|equivalent|[Ee]ducation|diploma|required|preferred|,|/|\bor\b|science"
)

_TEAMS = re.compile(
    r"\bteams?,? (?:such as|including|like|e\.g\.?|for example|among them|are|,? "
    r"namely)\s*:?\s+(?P<list>[^.\n!?]{4,400})"
    r"|\b(?:join|within|on|in|of|part of|for|leads?|joining) (?:our|the|its) "
    r"(?P<one>(?:[A-Z][\w&/’'-]*|&|and)(?: (?:[A-Z][\w&/’'-]*|&|and|of|for)){0,5}) "
    r"(?:[Tt]eam|[Gg]roup|[Dd]epartment|[Dd]ivision)\b"
)
_ENOUGH = re.compile(
    r"(?:,?\s*(?:and|&) (?:more|others|many more)|,?\s*etc\.?|,?\s*among others|\.)+\s*$", re.I
)


def find_years(text: str, items: Sequence[FoundItem]) -> Found[Years] | None:
    """The least years of experience the role asks for: the first demand that names a number."""
    wanted = [i for i in items if i.kind in (RequirementKind.MUST, RequirementKind.CONDITION)]
    for item in [*wanted, *(i for i in items if i.kind is RequirementKind.NICE)]:
        found = _years_in(text, item.span)
        if found:
            return found
    for match in _YEARS.finditer(text):
        if (
            _asks(match)
            and re.search(r"experien|erfaren|erfahr", match["after"], re.I)
            and not _boasts(text, match)
        ):
            return _as_years([match])
    return None


def _years_in(text: str, span: Span) -> Found[Years] | None:
    matches = [m for m in _YEARS.finditer(text, *span) if _asks(m)]
    if not matches:
        return None
    alternatives = [matches[0]]
    for match in matches[1:]:
        if re.search(r"\bor\b", text[alternatives[-1].start() : match.start()], re.I):
            alternatives.append(match)
    return _as_years(alternatives)


def _as_years(matches: list[re.Match[str]]) -> Found[Years]:
    match = min(matches, key=lambda m: _number(m["least"]))
    least, most = _number(match["least"]), _number(match["most"]) if match["most"] else None
    if most is not None and most <= least:
        most = None
    end = match.start("after")
    return Found(Years(least, most), ((match.start(), end),))


def _asks(match: re.Match[str]) -> bool:
    return (
        not _NOT_ASKED.search(match["after"][:25])
        and _number(match["least"]) <= 25
        and (bool(_ASKED.search(match["after"])) or len(match["after"].strip()) < 12)
    )


def _boasts(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(
        re.search(
            r"\b(?:we|our|has|have been|founded|for (?:over|more than|nearly)|company)\b[^.]*$",
            before,
            re.I,
        )
    ) and not re.search(r"(?:you|candidate|must|should)", before, re.I)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.casefold()]


def find_education(text: str, items: Sequence[FoundItem]) -> list[Found[str]]:
    """The levels of education the posting names among what it asks for, lowest first."""
    spans = [i.span for i in items if i.kind is not RequirementKind.DUTY]
    found: dict[str, list[Span]] = {}
    for start, end in spans:
        words = text[start:end]
        if _NO_DEGREE.search(words):
            continue
        for level, pattern in _LEVELS:
            match = pattern.search(words)
            if match and _STUDY.search(words):
                found.setdefault(level, []).append((start + match.start(), start + match.end()))
        plain = _DEGREE.search(words)
        if plain and not any(p.search(words) for _, p in _LEVELS):
            found.setdefault("bachelor", []).append((start + plain.start(), start + plain.end()))
    return [Found(level, tuple(found[level][:2])) for level, _ in _LEVELS if level in found]


def find_teams(text: str) -> list[Found[str]]:
    """The teams the role belongs to or works with, as the posting calls them."""
    found: list[Found[str]] = []
    for match in _TEAMS.finditer(text):
        if match["one"]:
            name = re.sub(r"^(?:and|of) | (?:and|of|for)$", "", match["one"])
            if len(name) > 2 and name.casefold() not in {
                "leadership",
                "executive",
                "management",
                "global",
            }:
                found.append(Found(name, (match.span("one"),)))
        else:
            found += _team_list(text, match.span("list"))
    return distinct(found)[:15]


def _team_list(text: str, span: Span) -> list[Found[str]]:
    found, at = [], span[0]
    words = _ENOUGH.sub("", text[span[0] : span[1]])
    for part in re.split(r",|\band\b|;", words):
        name = part.strip()
        if name and name[0].isupper() and len(name.split()) < 6:
            start = text.find(name, at, span[1])
            found.append(Found(name, ((start, start + len(name)),)))
            at = start + len(name)
    return found if len(found) > 1 else []
