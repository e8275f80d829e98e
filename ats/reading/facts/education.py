"""Finds the levels of education the posting names among what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats.domain.reading import Span
from ats.reading.found import Found
from ats.reading.keyed import accented, lowered
from ats.reading.late import late

_LEVELS: list[tuple[str, re.Pattern[str]]] = [
    (
        "high_school",
        late(
            r"\b[Hh]igh.?[Ss]chool\b(?=.{0,40}(?:diploma|degree|graduat|equivalen|GED|educat|or\b"
            r"|requir"
            r"|level))|HIGH SCHOOL|\bGED\b|\bG\.E\.D\b|\b[Gg]ymnasie(?:utbildning|examen"
            r"|kompetens)\w*"
            r"|\b[Ss]econdary (?:school|education)|\bAbitur\b|\b[Bb]accalauréat\b"
        ),
    ),
    (
        "associate",
        late(
            r"\b[Aa]ssociate[’']?s?(?:[’']s)?(?: of \w+| ?of ?Arts)? ?(?:or|/|,)? ?(?:[Bb]achelor"
            r"|[Dd]egree"
            r"|in [A-Z])|\bAA(?:/AS)? degree|\bA\.A\b|\bAssociate of\b|\bASSOCIATE.?S? DEGREE"
            r"|(?<!\bde )(?<!\bdel )(?<!\bel )(?<![’'])\bA[DS]N\b(?= ?(?:/ ?BSN|,? or\b|\)|degree"
            r"|required|preferred|program|diploma|from\b))|(?<=BSN/)A[DS]N\b|(?<=BSN or )A[DS]N\b"
            r"|\bA\.?A\.?S\.? (?=degree|in [A-Z]|or [Bb])"
        ),
    ),
    (
        "bachelor",
        late(
            r"\b[Bb]achelor|\bBACHELOR|\b[Bb]accalaureate\b|\bB\.?S\.?c?\.?(?=[/,\s)]"
            r"|$)(?! ?(?:meter|detector))"
            r"|\bB\.?A\.?(?=[/,\s]+(?:or |in |degree|[/,BM])|/BS)|\bB\.?Eng\b"
            r"|\bBS[A-Z]{1,2}\b(?!\w)|\bB\.?[Cc]om\b|\bBCA\b|\bBTech\b|\bB\.Tech"
            r"|\bB\.?E\.?(?=/)|[Uu]ndergraduate degree|[Kk]andidatexamen|\b(?:[Ff]our"
            r"|4).year (?:\w+ )?degree"
            r"|\b[Cc]ollege degree\b|\blicence\b(?= (?:en|de|ou))|\b[Gg]rado (?:en|o)\b"
            r"|\b[Dd]iplomatura\b|\b[Ll]icenciatura\b|\b[Gg]raduates? in (?:any|a )"
        ),
    ),
    (
        "master",
        late(
            r"(?<![Ss]crum )(?<!become a )\b[Mm]aster[’']?s?(?:[’']? (?:[Dd]egree|in |of |or "
            r"|level|program)|\b ?(?:/|,|or\b"
            r"|preferred|[Dd]egree))|\bMASTER.?S\b|(?:\b|(?<=[a-z]))M\.?S\.?c?\.?(?=[/,\s)]+(?:or"
            r"|in|and|degree"
            r"|[/(]|Ph|[A-Z][a-z]+ degree))|(?<=[/,] )M\.?S\.?\b(?! )|(?<=/)MS\b|\bMBA\b|\bM\.?Sc\b"
            r"|\bM\.?Eng\b|(?<![Uu]nder)(?<![Uu]nder )(?<!-)\b[Gg]raduate degree"
            r"|[Aa]dvanced [Dd]egree"
            r"|[Mm]asterexamen|masternivå|[Cc]ivilingenjör|\bBac ?\+ ?5|\b[Mm]áster\b|\bMCA\b"
            r"|\bM\.?Tech\b"
        ),
    ),
    (
        "doctorate",
        late(
            r"\b(?:Ph\.?\s?D|PHD|PhD)[’'s.]*(?=\W{0,4}(?:in\b|or\b|and\b|[Dd]egree|preferred"
            r"|required|level"
            r"|is\b|with\b|from\b|a plus|of\b|plus|\Z)|\s?[,/);|+\n]|\.)|\b[Dd]octora(?:te|l)\b"
            r"|\bM\.?D\.? or D\.?O\b|\bMD/DO\b|\bJ\.D\b"
            r"|\bJD\b|\bPharmD\b|\bDNP\b|\bPromotion in\b|\bdoktorsexamen|\bdoktorgrad"
        ),
    ),
]
_DEGREE = late(
    r"\b(?:university|college|academic|technical|relevant|engineering|science|related"
    r"|tertiary|STEM|CS|accounting|advanced)\W(?:\w+ ){0,2}?(?:degree|qualification)s?\b"
    r"|\b[Dd]egrees? (?:in|or equivalent|qualified|level|from|required|preferred)|\b[Aa] degree\b"
    r"|\b(?:[Ss]tudium|Hochschulabschluss|Hochschulstudium|Uniabschluss)\b|[Uu]niversitetsexamen"
    r"|\bakademisk \w*(?:utbildning|examen)|[Hh]ögskole(?:utbildning|examen|ingenjör)\w*"
    r"|[Uu]niversitetsutbildning|\bdiplôme\b|\bBac ?\+ ?[34]|\btitulación universitaria"
    r"|\bingeniería\b"
)
_OWN_DEGREE = late(r"\b[Aa] (?:university |college )?degree (?:in|or|from)\b")
"""A degree of no said level, beside others that say theirs."""
_NO_DEGREE = late(
    r"\b(?:some|370|360|180)[- ]degree|degree of (?:\w+ )?(?:autonomy|independence|accuracy"
    r"|freedom|flexibility|confidence|initiative|ownership)|high degree|reimburse|tuition"
    r"|no degree|mortgage|degree (?:is )?not required|recruit|without an? (?:\w+ )?degree",
    re.I,
)
_STUDY = late(
    r"degree|\bin [A-Z]|\bin (?:a |related|computer|engineering|business|science|\w+)"
    r"|equivalent|[Ee]ducation|[Dd]iploma|required|preferred|,|/|\bor\b|science|examen|[Ss]tudi"
    r"|[Hh]ögskole|[Dd]iplôme|[Cc]ivilingenj|[Gg]ymnas|[Gg]rado|[Ll]icenciat|stream"
)
_WORDS = (
    "degree",
    "bachelor",
    "master",
    "high school",
    "high-school",
    "secondary ",
    "doctora",
    "associate of",
    "associates of",
    "diploma",
    "qualification",
    "graduates in",
    "graduate in",
    "licenciatura",
    "studium",
    "examen",
    "abitur",
)
_FOREIGN_WORDS = (
    "akademisk", "högskole", "universitets", "hochschul", "diplôme", "civilingenj", "gymnasie",
    "baccalaur", "grado ", "diplomatura", "titulación", "ingeniería", "licence",
)  # fmt: skip
_SHORT_FORMS = late(
    r"B\.?[SAE]\b|B\.?S\.?c|B\.?Eng|B\.?Tech|BS[A-Z]{1,2}\b|B\.?Com|MCA\b|BCA\b|M\.?S\b"
    r"|M\.?S\.?c|M\.?Eng|MBA|P[Hh]\.?\s?D"
    r"|A[DS]N\b|A\.?A\.?S\b|J\.?D\b|PharmD|DNP|MD/DO|M\.?D\.? or|A\.?A\b|GED\b|G\.E\.D|Bac ?\+"
)
_AROUND = 300
"""Characters of a sentence that are looked at on either side."""
_LEFT, _RIGHT = 40, 70
"""Characters around a word of learning that may belong to it."""
_ENDS = late(r"\n|(?<=[a-z)]{3})[.!?;] (?=[A-Z•])")
_ABOUT_US = late(
    r"\b(?:founded|our (?:team|founders|staff|people|employees|clients|students)|we have"
    r"|students? (?:in|at|from)"
    r"|school district|high schools\b|our high school|we serve)",
    re.I,
)


def find_education(text: str) -> list[Found[str]]:
    """The levels of education the posting names among what it asks for, preferred ones too,
    lowest first; a degree of no said level is a bachelor's."""
    found: dict[str, list[Span]] = {}
    for sentence, span in _places(text):
        if _NO_DEGREE.search(text, *sentence) or not _STUDY.search(text, *sentence):
            continue
        for level, place in _levels_in(text, *span):
            found.setdefault(level, []).append(place)
    return [Found(level, tuple(found[level][:2])) for level, _ in _LEVELS if level in found]


def _places(text: str) -> Iterator[tuple[Span, Span]]:
    """The sentences with a word of learning in them, but for those that tell of the company, and
    the part of each that names it."""
    named = _named(text)
    done = 0
    for number, at in enumerate(named):
        if at < done:
            continue
        start = max(text.rfind("\n", 0, at) + 1, at - _AROUND, done)
        opening = [m.end() for m in _ENDS.finditer(text, start, at)]
        start = opening[-1] if opening else start
        stop = _ENDS.search(text, at, at + _AROUND)
        done = stop.start() if stop else min(len(text), at + _AROUND)
        if not _ABOUT_US.search(text, start, done):
            last = max(other for other in named[number:] if other < done)
            yield (start, done), (max(start, at - _LEFT), min(done, last + _RIGHT))


def _named(text: str) -> list[int]:
    """Where a degree or a school is named."""
    low = lowered(text)
    found = [m.start() for m in _SHORT_FORMS.finditer(text) if _begins_word(text, m)]
    for word in (*_WORDS, *(_FOREIGN_WORDS if accented(low) else ())):
        at = low.find(word)
        while at >= 0:
            found.append(at)
            at = low.find(word, at + len(word))
    return sorted(found)


def _begins_word(text: str, match: re.Match[str]) -> bool:
    """Told apart here, as a pattern that begins with a word's edge is slow to search with."""
    at = match.start()
    return not text[at - 1 : at].isalnum() or match[0].startswith("M.S")


def _levels_in(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    found = []
    for level, pattern in _LEVELS:
        match = pattern.search(text, start, end)
        if match:
            found.append((level, match.span()))
    if not any(level == "bachelor" for level, _ in found) and (
        own := _OWN_DEGREE.search(text, start, end)
    ):
        found.append(("bachelor", own.span()))
    if not found and (plain := _DEGREE.search(text, start, end)):
        found.append(("bachelor", plain.span()))
    return found
