"""Finds where and how the work is done: work mode, employment type, places."""

from __future__ import annotations

import re

from ats.domain.application import EmploymentType, WorkMode
from ats.reading.found import Found, distinct
from ats.reading.keyed import Keyed
from ats.reading.layout import Line

_LABELLED = Keyed(
    r"(?:work(?:place|ing)?[ -]?(?:location|mode|model|type|arrangement|site)?|location"
    r"|remote status|workplace|arbetsplats)\s*(?:type)?\s*:\s*[^\n]{0,30}?\b(remote|hybrid"
    r"|on-?site|in[ -]person|in[ -]office|home office)\b",
    "location|mode|model|arrangement|workplace|work|remote status|arbetsplats|type|site",
    before=20,
    after=90,
)
_HYBRID = Keyed(
    r"\bhybrid(?:e|t)?\b(?! (?:cloud|infrastructure|mobile|app|environment|vehicle|it"
    r"|multi|electric|identity|architecture|solution|deployment|integration|search))"
    r"|\b(?:one|two|three|four|[1-4])(?:\s?(?:-|–|to|or)\s?(?:two|three|four"
    r"|[1-5]))?(?:\s?x)? ?(?:days?|x)?(?: (?:a|per|each|/) ?| ?/ ?)(?:week )(?:in|at|from"
    r"|on) (?:the |our |an? )?(?:\w+ )?(?:office|home|site|hq)|days? (?:in|at) (?:the |our "
    r")?office|(?:in|at) (?:the |our )?office .{0,20}days? (?:a|per) week"
    r"|\bpartly remote|partially remote|delvis (?:på )?distans|mobiles arbeiten",
    "hybrid|office|remote|distans|mobiles|week|home",
    before=60,
    after=60,
)
_REMOTE = Keyed(
    r"#LI-Remote|\bfully[ -]remote|\b100 ?% remote|\bremote[- ](?:first|only|position|role"
    r"|job|work(?:ing)?|opportunity|friendly|eligible|within|anywhere|team|company|based"
    r"|us\b|usa\b|option)|\(remote\b|\bremote\)|\bremote(?:ly)? (?:from|in|within|across"
    r"|anywhere|or|-|–)|work (?:remotely|from home|from anywhere)|\bworking from home"
    r"|\bor remote\b|[|,/–-] ?remote\b|^\W*remote\W*$|\bremote ?[|,]|is (?:a )?(?:fully "
    r"|100% )?remote\b|télétravail complet|helt på distans|home.based|telecommut|\bwfh\b"
    r"|location ?: ?remote|\bREMOTE\b|#remote",
    "remote|home|anywhere|télétravail|distans|telecommut|wfh",
    flags=re.I | re.M,
    before=30,
    after=60,
)
_ONSITE = Keyed(
    r"#LI-Onsite|\bon-?site (?:position|role|job|only|work|in\b|at\b|5|five|presence|full)"
    r"|(?:is|are|be|work(?:ing)?) (?:fully |100% )?on-?site\b|[|,(/] ?on-?site\b|\bonsite "
    r"?[|,)]|^\W*on-?site\W*$|\bin[ -]person (?:role|position|at|in\b)|not (?:a )?remote"
    r"|no remote|in[ -]office (?:role|position|5|five)|five days (?:a|per) week in"
    r"|\b(?-i:ONSITE)\b|\bin-office\b",
    "site|in-person|in person|in-office|in office|days",
    flags=re.I | re.M,
    before=40,
    after=60,
)
_ONSITE_WORDS = re.compile(
    r"customers?|clients?|support|visit|gym|cafeteria|meals|lunch|parking|perks|catered"
    r"|childcare|amenities|supplier|interview",
    re.I,
)
_NOT_REMOTE = re.compile(
    r"not (?:a |currently |an? )?(?:fully )?$|no $|non-?$|isn.t (?:a )?$|unable to "
    r".{0,20}$|cannot .{0,15}$",
    re.I,
)
_WORDS_BESIDE = re.compile(
    r"\bremote (?:sensing|teams? members|access|desktop|support|monitoring|control|sites?"
    r"|servers?|areas?|locations|offices|patient|communities|procedure)\b",
    re.I,
)

_TYPES: list[tuple[EmploymentType, Keyed]] = [
    (
        EmploymentType.INTERNSHIP,
        Keyed(
            r"\binternship\b|\bpraktikplats\b|\bpraktikum\b|^\W*intern\W*$|\bsummer intern\b"
            r"|\b(?-i:INTERNS?)\b|\bintern\b(?= ?[|,)])",
            "intern|praktik",
            flags=re.I | re.M,
            before=30,
            after=60,
        ),
    ),
    (
        EmploymentType.PART_TIME,
        Keyed(
            r"\bpart[ -]?time\b(?! (?:staff|employees|students|or))|\bteilzeit\b|\bdeltid\b|temps "
            r"partiel",
            "part|teilzeit|deltid",
            before=30,
            after=60,
        ),
    ),
    (
        EmploymentType.CONTRACT,
        Keyed(
            r"\b(?:contract|freelance)(?:[ -](?:position|role|to[ -]hire|basis|opportunity|job"
            r"|rate|length|duration|assignment|only|type))|\bon contract\b|(?:\d+|twelve|six"
            r"|three)[- ](?:month|week|year)s?[- ](?:\w+ )?contract\b|\bC2C\b|\b1099\b"
            r"|\bindependent contractor (?:role|position|basis)|\bcontract rate\b|[|(,/] "
            r"?contract(?:or)?\b ?(?=[|),/]|$)|\bfreelancer?s?\b|\bW2\b|type ?: ?contract|\bIR35\b"
            r"|\b(?-i:CONTRACT)\b",
            "contract|freelance|c2c|1099|w2|ir35",
            flags=re.I | re.M,
            before=30,
            after=60,
        ),
    ),
    (
        EmploymentType.TEMPORARY,
        Keyed(
            r"\btemporary (?:position|role|job|assignment|appointment|full|contract|employment)"
            r"|\bfixed[ -]term\b|\bvisstid\w*|\bbefristet|\btype ?: ?temporary|\bseasonal "
            r"(?:position|role|job)|\bvikariat\b|^\W*temporary\W*$",
            "tempor|fixed|visstid|befristet|seasonal|vikariat",
            flags=re.I | re.M,
            before=30,
            after=60,
        ),
    ),
    (
        EmploymentType.FULL_TIME,
        Keyed(
            r"\bfull[ -]{0,3}time\b(?! (?:or|equivalent|experience|employees|staff|student"
            r"|education|enrol))|\bvollzeit\b|\bheltid\b|temps plein|\btillsvidare\w*|\bCDI\b"
            r"|\b100 ?%(?= ?[|,)])|permanent (?:position|role|contract|job|employment)"
            r"|^\W*permanent\W*$",
            "full|vollzeit|heltid|plein|tillsvidare|cdi|100|permanent",
            flags=re.I | re.M,
            before=30,
            after=60,
        ),
    ),
]
_TYPE_LABEL = Keyed(
    r"(?:(?:job|employment|contract|position|work|appointment|schedule)[ -]?(?:type|status"
    r"|basis|schedule)|job status|anställningsform|type of (?:employment|position"
    r"|contract)|hours|schedule|duration|employment)\s*:?\s*\n?[* ]*"
    r"(?P<value>[^\n]{2,60})",
    "type|status|basis|schedule|employment|anställningsform|hours|duration",
    before=20,
    after=80,
)

_PLACE_LABEL = Keyed(
    r"(?:^|[\n.;•|]\s*|\*\*)(?:(?:job|work|office|position|primary|role|duty)[ "
    r"-]?)?(?:locations?|city|ort|standort|lieu|plats|place of "
    r"work)\s*\**\s*:\**\s*(?P<place>[^\n|•;]{2,80})",
    "location|city|ort|standort|lieu|plats|place of",
    before=20,
    after=110,
)
_STATE = (
    r"(?:A[LKZR]|C[AOT]|D[EC]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA"
    r"|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|ON|BC|QC|AB|NSW|VIC|QLD)"
)
_CITY_STATE = re.compile(
    rf"(?P<place>[A-Z][a-zA-Z.’'-]+(?: [A-Z][a-zA-Z.’'-]+){{0,2}}, ?{_STATE})\b"
)
_BASED = re.compile(
    r"\b(?:based|located) (?:in|at|out of) (?:our |the |downtown "
    r")?(?P<place>[A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){0,2}(?:, [A-Z][\w.]+(?: "
    r"[A-Z]\w+)?)?)"
)
_IN_OFFICE = re.compile(
    r"\b(?:in|from|at) (?:our |the )?(?P<place>[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+){0,2}(?:, "
    r"[A-Z][\w.]+)?) (?:office|headquarters|studio|hq)\b"
)
_MODE_ONLY = re.compile(
    r"^(?:fully |100% )?(?:remote|hybrid|onsite|on-site|in person|flexible|anywhere"
    r"|worldwide|various|multiple|home based|n/?a)\W*$",
    re.I,
)
_COUNTRY = re.compile(
    r"\b(?:USA?|U\.S\.A?\.?|United States|UK|United Kingdom|England|Germany|Deutschland"
    r"|France|Spain|Italy|Netherlands|Sweden|Norway|Denmark|Finland|Poland|Portugal"
    r"|Ireland|Switzerland|Austria|Belgium|Canada|Australia|New Zealand|India|Singapore"
    r"|Japan|Brazil|Mexico|Israel|EU|Europe|EMEA|LATAM"
    r"|NYC|SF|San Francisco|Bay Area|New York|London|Berlin|Paris|Amsterdam|Stockholm"
    r"|Toronto|Vancouver|Boston|Seattle|Austin|Chicago|Los Angeles|Munich|Zurich|Zürich"
    r"|Dublin|Barcelona|Madrid|Lisbon|Tokyo|Sydney|Melbourne|Denver|Atlanta|Philadelphia"
    r"|Oslo|Copenhagen|Helsinki|Hamburg|Vienna|Bangalore|Tel Aviv|Palo Alto|Mountain View"
    r"|San Diego|San Jose|Brooklyn|Washington)\b"
)


def find_work_mode(text: str) -> Found[WorkMode] | None:
    """Remote, hybrid or on site, where the posting says so: by its label, else by what its
    header says, else by the words that weigh most."""
    labelled = _LABELLED.search(text)
    if labelled:
        beside = text[labelled.start() : labelled.end() + 25]
        return Found(_labelled_mode(labelled[1], beside), (labelled.span(),))
    matches = {
        WorkMode.HYBRID: _HYBRID.search(text),
        WorkMode.REMOTE: _remote(text),
        WorkMode.ONSITE: _onsite(text),
    }
    said = {mode: match for mode, match in matches.items() if match}
    if not said:
        return None
    early = [mode for mode, match in said.items() if match.start() < _HEADER]
    if WorkMode.REMOTE in early and WorkMode.HYBRID not in said:
        mode = WorkMode.REMOTE
    elif early:
        mode = min(early, key=lambda m: said[m].start())
    else:
        mode = next(iter(said))
    return Found(mode, (said[mode].span(),))


_HEADER = 250
"""Characters in which a posting's header stands."""


def _labelled_mode(word: str, beside: str) -> WorkMode:
    if "hybrid" in beside.casefold():
        return WorkMode.HYBRID
    if word.casefold() in {"remote", "home office"}:
        return WorkMode.REMOTE
    return WorkMode.ONSITE


def _remote(text: str) -> re.Match[str] | None:
    for match in _REMOTE.finditer(text):
        before = text[max(0, match.start() - 30) : match.start() + 1]
        if not _NOT_REMOTE.search(before) and not _WORDS_BESIDE.match(text, _word_start(match)):
            return match
    return None


def _word_start(match: re.Match[str]) -> int:
    return match.start() + max(0, match[0].lower().find("remote"))


def _onsite(text: str) -> re.Match[str] | None:
    for match in _ONSITE.finditer(text):
        if not _ONSITE_WORDS.search(text[max(0, match.start() - 25) : match.end() + 25]):
            return match
    return None


def find_employment_type(text: str) -> Found[EmploymentType] | None:
    """Full time, part time, contract, temporary or internship, where the posting says so."""
    for label in _TYPE_LABEL.finditer(text):
        for kind, pattern in _TYPES:
            match = pattern.search(label["value"])
            if match or re.match(kind.value.replace("_", "[ -]?"), label["value"].strip(), re.I):
                return Found(kind, (label.span("value"),))
    head = [(m.start(), kind, m) for kind, p in _TYPES for m in [p.search(text)] if m]
    if not head:
        return None
    early = [h for h in head if h[0] < 300]
    pick = _full_first(early) if early else head[0]
    return Found(pick[1], (pick[2].span(),))


def _full_first(
    found: list[tuple[int, EmploymentType, re.Match[str]]],
) -> tuple[int, EmploymentType, re.Match[str]]:
    """Where a header offers several, full time is the offer and the rest are other ways."""
    for one in found:
        if one[1] is EmploymentType.FULL_TIME:
            return one
    return found[0]


def find_locations(text: str, lines: list[Line]) -> list[Found[str]]:
    """Places as the posting writes them: after a label, in a header, or after "based in"."""
    found = _labelled_places(text) or _header_places(text, lines) or _spoken_places(text)
    return distinct(found)[:8]


def _labelled_places(text: str) -> list[Found[str]]:
    found = []
    for match in _PLACE_LABEL.finditer(text):
        start = match.start("place")
        place = re.split(r"\s{2,}|\.\s|(?<=[a-z])(?=[A-Z][a-z]+:)", match["place"])[0].strip(
            " *.,-–"
        )
        if place and len(place.split()) < 9 and place[:1].isupper() and not _MODE_ONLY.match(place):
            found.append(_found(text, place, start))
    return found


def _header_places(text: str, lines: list[Line]) -> list[Found[str]]:
    found = []
    for line in lines[:6]:
        if len(line.text) > 260 or (line.text.endswith(".") and "|" not in line.text):
            continue
        at = line.start
        for part in re.split(r"\|", line.text) if "|" in line.text else [line.text]:
            place = part.strip(" *-–")
            if _CITY_STATE.search(place) and len(place) < 60:
                found += [
                    Found(m["place"], ((at + m.start(), at + m.end()),))
                    for m in _CITY_STATE.finditer(part)
                ]
            elif (
                "|" in line.text
                and _COUNTRY.search(place)
                and len(place) < 60
                and place[:1].isalpha()
            ):
                found.append(_found(text, _without_mode(place), at))
            at += len(part) + 1
    return [f for f in found if f.value and not _MODE_ONLY.match(f.value)]


def _without_mode(place: str) -> str:
    return re.sub(
        r"^(?:onsite|on-site|hybrid|remote)(?: (?:in|or|from))?[ :,-]+(?=[A-Z(])|[ "
        r",/-]+(?:onsite|on-site|hybrid)$",
        "",
        place,
        flags=re.I,
    ).strip(" ()")


def _spoken_places(text: str) -> list[Found[str]]:
    found = []
    for pattern in (_BASED, _IN_OFFICE):
        for match in pattern.finditer(text):
            known = _COUNTRY.search(match["place"]) or ", " in match["place"]
            found += [Found(match["place"].rstrip("."), (match.span("place"),))] if known else []
    return found[:3]


def _found(text: str, place: str, near: int) -> Found[str]:
    at = text.find(place, near, near + len(place) + 100)
    return Found(place, ((at, at + len(place)),) if at >= 0 else ())
