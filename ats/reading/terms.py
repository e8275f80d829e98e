"""Finds years of experience, degrees, bonus, equity and teams."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Span, Years
from ats.reading.found import Found, distinct
from ats.reading.keyed import Keyed

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

_BONUS = Keyed(
    r"\bbonus(?:es)?\b(?! (?:points?|if|skills?|qualif|round|you|to have|but|for "
    r"(?:knowledge|experience)|experience|requirements?))|\bboni\b|\bprovision(?:slön)?\b"
    r"|\bcommissions?\b(?= (?:plan|structure|based|eligible|or|and))",
    "bonus|boni|provision|commission",
    before=5,
    after=60,
)
_NOT_BONUS = re.compile(
    r"(?:referral|retention of|as an?|would be an?|is an?|are an?|huge|big|sign.?on"
    r"|signing|added|definite|real|a)\s*$",
    re.I,
)
_NOT_BONUS_AFTER = re.compile(r"^\s*(?:$|:|\n|\(?not required|!)")
_EQUITY = Keyed(
    r"\bstock options?\b|\bequity\b(?!,? (?:and|&|,)? ?(?:inclusion|diversity|justice"
    r"|action|belonging|access))|\bRSUs?\b|\brestricted stock|\bshare options?\b|\bstock "
    r"(?:grants?|awards?|units)\b|\bcompany stock\b|\bESOP\b|\bVSOP\b|\bpersonaloptioner\b"
    r"|\boptions package\b",
    "stock|equity|rsu|share option|esop|vsop|personaloption|options",
    before=15,
    after=40,
)
_NOT_EQUITY = re.compile(
    r"(?:diversity|inclusion|inclusivity|racial|health|social|gender|pay|internal|private"
    r"|justice|public|home|brand|global|DE&I|educational|economic|promoting|advance"
    r"|advancing|housing|in),? (?:and |& |, )?$|diversity, $",
    re.I,
)
_NOT_EQUITY_AFTER = re.compile(
    r"^\W{0,2}(?:firm|markets?|research|capital|investor|derivative|trading|partner|backed"
    r"|funds?|, diversity|and (?:inclusion|diversity|fairness|access|belonging|justice)"
    r"|diversity|in (?:health|access|education)|among|, and inclusion|, inclusion|lens"
    r"|issues|work|purchase)",
    re.I,
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


def find_bonus(text: str) -> Found[bool] | None:
    """True where the posting says that there is a bonus."""
    for match in _BONUS.finditer(text):
        if _NOT_BONUS.search(text[max(0, match.start() - 25) : match.start()]) and not _paid(
            text, match
        ):
            continue
        if _NOT_BONUS_AFTER.match(text[match.end() : match.end() + 20]) and not _paid(text, match):
            continue
        return Found(True, (match.span(),))
    return None


def _paid(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - 80) : match.end() + 50]
    return (
        bool(
            re.search(
                r"annual|salary|compensation|performance|discretionary|eligible|equity|pay\b|package"
                r"|yearly|quarterly|incentive|stock|401",
                near,
                re.I,
            )
        )
        and not re.search(
            r"(?:is|would be|as) an? (?:\w+ )?$",
            text[max(0, match.start() - 25) : match.start()],
            re.I,
        )
        and not re.search(r"referral $", text[max(0, match.start() - 12) : match.start()], re.I)
    )


def find_equity(text: str) -> Found[bool] | None:
    """True where the posting says that there is equity in the company."""
    for match in _EQUITY.finditer(text):
        before, after = (
            text[max(0, match.start() - 25) : match.start()],
            text[match.end() : match.end() + 25],
        )
        if match[0].casefold() == "equity" and (
            _NOT_EQUITY.search(before) or _NOT_EQUITY_AFTER.match(after)
        ):
            continue
        return Found(True, (match.span(),))
    return None


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
