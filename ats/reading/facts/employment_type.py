"""Finds the employment type: full time, part time, contract, temporary or internship, as the
posting states it. Each mention is weighed by what stands around it; the heaviest one wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ats.domain.application import EmploymentType
from ats.domain.reading import Span
from ats.reading.found import Found
from ats.reading.keyed import Keyed
from ats.reading.late import late

_HEADER = 300
"""Characters in which a posting's header stands."""
_LABELLED, _STATED, _TOLD, _HINTED = 4.0, 3.0, 2.0, 1.0
"""What a mention weighs: a label's value; said of the job itself; said somewhere; said only of
those who get a benefit."""

_GLUED = r"(?:\b|(?-i:(?<=[a-zA-Z])(?=[A-Z][a-z])))"
"""A word's edge, also where a line break before it was lost ("TypeFull time")."""
_FRENCH = r"(?:\b(?:en|contrat|poste|contract|type) ?:? ?|\(|(?<=\n)|(?<=[|·] ))"
_WHOLE = r"(?-i:(?![a-z]))"
_MENTIONS: dict[str, Keyed] = {
    "full": Keyed(
        rf"{_GLUED}full[ \u00a0\u2010\u2011–-]{{0,3}}time{_WHOLE}|{_GLUED}vollzeit"
        r"|\bheltid|\bfulltids?"
        r"|\btemps (?:plein|complet)\b|\bjornada completa|\btiempo completo|\bvoltijds?\b"
        r"|\btempo (?:integral|inteiro|pieno)|\bper[ií]odo integral",
        "time|vollzeit|heltid|voltijd|jornada|tempo integral",
        foreign="fulltid|temps |tiempo|tempo |odo integral",
        before=9,
        after=20,
    ),
    "part": Keyed(
        rf"{_GLUED}part[ \u00a0\u2010\u2011–-]{{0,3}}time{_WHOLE}|{_GLUED}teilzeit|\bdeltid"
        rf"|\bparttime\b"
        r"|\btemps partiel\b|\bmedia jornada|\bjornada parcial|\btiempo parcial"
        r"|\btempo parcial|\bwerkstudent\w*|\bworking student\b",
        "time|teilzeit|deltid|student",
        foreign="temps partiel|jornada|parcial",
        before=9,
        after=20,
    ),
    "permanent": Keyed(
        rf"{_GLUED}permanent\b|\bunbefristet\w*|\bfestanstellung|\btillsvidare\w*"
        r"|\bfast anställning|\bprovanställning|\bindefinido\b|\bvast contract\b"
        rf"|{_FRENCH}(?-i:CDI)\b|\b(?-i:CDI)(?= (?:à|temps|plein|-|–))",
        "permanent|tillsvidare|cdi",
        foreign="befristet|festanst|anställning|indefinido|vast contract",
        before=12,
        after=30,
    ),
    "contract": Keyed(
        rf"{_GLUED}contract(?:ors?)?{_WHOLE}|\bfreelance[rs]?\b|\b(?-i:C2C)\b|\b1099\b|\bIR35\b"
        r"|\bcorp[ -]to[ -]corp\b|\bfreiberuflich\w*|\bfreie mitarbeit\w*"
        r"|\b(?-i:W-?2)(?= contract| only)",
        "contract|freelance|c2c|corp|1099|ir35|w2|w-2",
        foreign="freiberuf|freie mit",
        before=1,
        after=25,
    ),
    "temporary": Keyed(
        rf"(?<!-){_GLUED}temporary\b|\btemp[- ]to[- ](?:hire|perm\w*)|\bseasonal\b"
        r"|\bfixed[ -]term\b|\b(?-i:FTC)\b|\bvisstid\w*|\bvikariat\w*|\bbefristet\w*"
        rf"|{_FRENCH}(?-i:CDD)\b|\b(?-i:CDD)(?= (?:de|à|\d))|\btidsbegränsad\w*|\btijdelijk\b"
        r"|\bcontrato temporal\b|\btemporário\b|\b(?:maternity|parental)(?: leave)? cover\b"
        r"|\b(?:mission|contrat|poste)s? (?:d[’']|en |de |d’)?intérim\w*"
        r"|\bsommarjobb\w*|\bbehovsanställ\w+|\btimanställ\w+",
        "tempor|temp-to|temp to|seasonal|fixed|ftc|visstid|vikariat|befristet| cover",
        foreign="cdd|intérim|tidsbegr|tijdelijk|contrato|sommarjobb|behovsanst|timanst",
        before=18,
        after=30,
    ),
    "intern": Keyed(
        r"\binterns?\b|\binternships?\b|\b(?:pflicht)?praktikum\b|\bpraktikant\w*|\bstagiaire\b"
        r"|\bpraktikplats\w*|\boffre de stage\b|\balternance\b|\bbecari[oa]\b|\bprácticas\b"
        r"|\bstage\b(?=[^\n]{0,80}\bmois\b)|\bestágio\b|\bestagiári[oa]\b",
        "intern|praktik",
        foreign="stagiaire|stage|alternance|becari|prácticas|estági",
        before=9,
        after=100,
    ),
}
_KINDS = {
    "full": EmploymentType.FULL_TIME,
    "permanent": EmploymentType.FULL_TIME,
    "part": EmploymentType.PART_TIME,
    "contract": EmploymentType.CONTRACT,
    "temporary": EmploymentType.TEMPORARY,
    "intern": EmploymentType.INTERNSHIP,
}
"""The type each group of words tells. A permanent post is full time where no hours are named: of
the five types it is the one a person would pick, and who offers fewer hours says so."""
_LABEL = late(
    r"(?:(?:(?:job|employment|contract|position|work(?:ing)?|appointment|schedule|engagement"
    r"|role)s?[ -]?(?:type|status|basis|schedule|category|class\w*|hours|time)"
    r"|type of (?:employment|position|contract|job)|anställningsform|type de contrat"
    r"|tipo de contrato|vertragsart|anstellungsart|beschäftigungsart"
    r"|full[- ]?time ?/ ?part[- ]?time)[\W]{0,8}"
    r"|(?:\btype|status|hours|schedule|employment|duration|term|omfattning|arbetstid|varaktighet"
    r"|contrat|contrato|arbeitszeit|jornada|contract|position)\s*(?:\*\*)?[:：](?:\*\*)?\s*)"
    r"(?:(?:regular|direct hire|salaried|exempt|yes)\W{1,3})?$",
    re.I,
)
_OF_THE_JOB = late(
    r"[\s,/&(-]{0,3}(?:(?:[\w-]+,? ){0,2}?)(?:position|role\b|job\b|opportunity|employment\b"
    r"(?! (?:history|law|agenc))|employee\b|basis|vacancy|contract\b(?! value)|assignment"
    r"|engagement|appointment|hire\b|team member\b|permanent|temporary|fixed|work ?week"
    r"|anställning|tjänst|stelle|poste?\b|puesto|exempt\b|salaried)",
    re.I,
)
_OPENS = late(r"(?:^|[\n|•(,/·;–\[]|- )\s*[*_]*(?:(?:regular|permanent|remote|onsite)\s)?$", re.I)
_ENDS = late(r"[*_ \t]*(?:$|[\n|•),/·;.(\]]|- )|employees?[*_ \t]*(?:$|\n)")
_NO_TIME = late(
    r"\W{0,2}(?:equivalent|(?:\w+ )?experience|in-office|students?\b|stud(?:y|ies)|education"
    r"|enrol|degree|program\b|mba|college|university|school|faculty|caregiver)",
    re.I,
)
_NO_TIME_BEFORE = late(
    r"(?:\d[\d,+]*|(?:years?|months?)\)?(?:[’']s?)?(?: of)?|of work|% (?:of|av)(?: an?)?"
    r"|\bnot(?: an?)?|equal to|convert to|equivalent (?:of|to))\s*$",
    re.I,
)
_WHO_GETS = late(
    r"\W{0,3}(?:\w+ )?(?:employees\b|team ?members\b|associates\b|workers\b|salar|staff\b|roles\b"
    r"|positions\b|(?:or|and|/)[ /-]*(?:part|full)[ -]?time(?: \w+)? (?:status|employees|staff))",
    re.I,
)
_PAIRED = late(
    r"\W{0,3}(?:or|and|&|/|oder|und|bzw\.?|eller|och|o|y|ou|et|to)?\W{0,3}(?:à |a |på )?$", re.I
)
_OR = late(r"[a-z/&]", re.I)
_OR_FULL = late(
    r"(?:\bfull|\bvoll|\bhel|\bvol)[ -]{0,2}(?:\s?(?:or|and|oder|und|bzw\.?|eller|och|of|en)\s"
    r"|\s?[/&]\s?)-?$",
    re.I,
)
_OR_PART = late(
    r"\s?(?:(?:ou|et|o|y)\s|/\s?)(?:à |a )?(?:temps |jornada |tiempo )?(?:partiel|parcial)\b", re.I
)
"""The other half of "full or part time", "jornada completa o parcial"."""
_FREELANCE_JOB = late(
    r"(?: [\w&/-]+){0,4}? (?:position|role|opportunity|project|assignment|job)\b", re.I
)
_TERM = late(
    r"(?:\d{1,2}\+?|two|three|four|six|nine|twelve|eighteen)(?:\s?[-–]\s?\d+)?[ -]?"
    r"(?:months?|weeks?|years?|mo)[ -](?:\w+[ -])?$",
    re.I,
)
_ON_CONTRACT = late(r"(?:\bon (?:a |an? \w+ )?|\bvia |\bw-?2 |independent |as a )$", re.I)
_CONTRACT_ENDS = late(r"\s*(?:$|[.,;)|\n]|basis|for |to |with |until|through)", re.I)
_MAY_BE = late(r"\W{0,2}(?:is )?(?:possible|option|available|considered|negotiable|möglich)", re.I)
_AMONG_OTHERS = late(r"\b(?:or|and|including)\s$|[a-z], $")
_CONTRACT_JOB = late(
    r"[ -](?:position|role\b|to[ -]hire|to[ -]perm|basis|opportunity|job\b|rate\b|length|duration"
    r"|assignment|only\b|work\b(?! (?:order|with|plan))|type)",
    re.I,
)
_TEMPORARY_JOB = late(
    r"\W?(?:position|role\b|job\b|assignment|appointment|full|part|contract|employment|basis"
    r"|to[ -](?:hire|perm)|opportunity|work\b)",
    re.I,
)
_THIS_INTERNSHIP = late(
    r"\b(?:this|paid|our|summer|spring|fall|winter|month|week|the|offer(?:ing)? an?|is an?)"
    r"(?: [\w-]+){0,2} $",
    re.I,
)
_LEARNED = late(
    r"\W{0,2}(?:experience|or\b|programs? (?:manage|coord)|coordinator|recruit)|s\b", re.I
)
_EITHER = "either"
_SHARE = Keyed(
    r"\b(?:omfattning|pensum|arbeitspensum|sysselsättningsgrad|tjänstgöringsgrad"
    r"|beschäftigungsgrad|anställningsgrad|workload)\s*:?\s*(?:\d{2,3}\s?[-–]\s?)?"
    r"(?P<share>\d{2,3})\s?%",
    "omfattning|pensum|sgrad|workload",
    before=22,
    after=40,
)
_HOURS = Keyed(
    r"\b(?P<hours>3[5-9]|4[0-5])(?:[.,]\d)?(?:\+| or more)?[ -]?(?:hours?|hrs?|timmar|stunden)"
    r"(?: ?(?:per|a|/|each|pro|i|im|di) ?)(?:week|wk|woche|veckan)",
    "week|wk|woche|veckan",
    before=35,
    after=10,
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A kind named in the text, and how much its place says about this job."""

    kind: EmploymentType | None
    """None where two types are offered."""
    weight: float
    span: Span
    plain: bool
    """Said in so many words, not by a contract that never ends."""


def find_employment_type(text: str) -> Found[EmploymentType] | None:
    """Full time, part time, contract, temporary or internship, where the posting says so. A role
    offered "full-time or part-time" has no one type, unless another place says which as plainly;
    of types named apart, full time is the offer and the rest are other ways."""
    mentions = [m for m in _mentions(text) if m.weight]
    most = max((m.weight for m in mentions), default=0.0)
    best = [m for m in mentions if m.weight == most and m.kind]
    if not best:
        return None
    chosen = min(best, key=lambda m: (not _offers_full(m), not m.plain, m.span))
    return Found(chosen.kind, (chosen.span,)) if chosen.kind else None


def _offers_full(mention: _Mention) -> bool:
    return mention.plain and mention.kind is EmploymentType.FULL_TIME


def _mentions(text: str) -> list[_Mention]:
    found: list[_Mention] = []
    title_end = _title_end(text)
    before: tuple[str, _Mention] | None = None
    for group, match in _named(text):
        weight = _weight(text, match, group, title_end)
        kind = _KINDS.get(group)
        if before and _same_statement(text, before[1].span[1], match):
            if _either(text, before, match, group, weight):
                weight, kind = max(weight, before[1].weight), None
                found.pop()
            else:
                weight = _beside(text, before, match, group, weight)
        elif group in _HALVES and _HALVES[group](text, match):
            kind, weight = None, weight or _TOLD
        mention = _Mention(kind, weight, match.span(), group != "permanent")
        found.append(mention)
        before = (group if kind else _EITHER, mention)
    return [*found, *_measured(text)]


def _either(
    text: str, before: tuple[str, _Mention], match: re.Match[str], group: str, weight: float
) -> bool:
    """Whether two names are one offer of either, "full-time or part-time"; "full-time, part-time
    possible" is one of full time, and a header with bars often speaks of several roles."""
    first, mention = before
    full = mention.weight if first == "full" else weight
    if {first, group} != {"full", "part"} or max(full, weight) <= _HINTED or not full:
        return False
    start, end = mention.span[1], match.start()
    if text.find("|", max(text.rfind("\n", 0, start), start - 100, 0), end + 60) >= 0:
        return False
    return bool(_OR.search(text, start, end) or not _MAY_BE.match(text, match.end()))


def _named(text: str) -> list[tuple[str, re.Match[str]]]:
    """The words that name a type, in the text's order."""
    found = [(group, m) for group, words in _MENTIONS.items() for m in words.finditer(text)]
    return sorted(found, key=lambda one: one[1].span())


def _title_end(text: str) -> int:
    """Where the first line ends, if it is one that may be a title."""
    end = text.find("\n", 1)
    return end if 0 < end < 120 else 0


def _same_statement(text: str, end: int, match: re.Match[str]) -> bool:
    gap = text[end : match.start()]
    return len(gap) < 9 and bool(_PAIRED.match(gap)) and "\n\n" not in gap


def _beside(
    text: str, before: tuple[str, _Mention], match: re.Match[str], group: str, weight: float
) -> float:
    """Of "permanent contract" and "full-time, part-time possible" the first word tells; the
    second is part of its statement."""
    first, mention = before
    if first == _EITHER:
        return weight if group in ("full", "part") else 0.0
    if {first, group} == {"full", "part"}:
        return 0.0 if group == "part" else max(weight, mention.weight)
    joined = text[mention.span[1] : match.start()].strip(" -–\u00a0") == ""
    if group == "contract" and joined:
        # "A full-time contractor" is one all the same.
        person = first == "full" and match[0].casefold() in ("contractor", "freelancer")
        return mention.weight + 0.5 if person else 0.0
    return max(weight, mention.weight) if group in ("full", "part") else weight


def _weight(text: str, match: re.Match[str], group: str, title_end: int) -> float:
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 60]
    if _LABEL.search(before):
        return _LABELLED
    alone = bool(_OPENS.search(before) and _ENDS.match(after))
    if alone and (match.end() < _HEADER or _is_line(before, after)):
        return _STATED
    return _WEIGHTS[group](before, after, match.end() <= title_end, match[0].casefold())


def _is_line(before: str, after: str) -> bool:
    return before.rstrip(" *_•-")[-1:] in ("", "\n") and after.lstrip(" *_.")[:1] in ("", "\n")


def _time(before: str, after: str, in_title: bool, word: str) -> float:
    if _NO_TIME.match(after) or _NO_TIME_BEFORE.search(before):
        return 0.0
    if _WHO_GETS.match(after):
        return _HINTED
    if in_title or word.startswith(("vollzeit", "teilzeit", "werkstudent")):
        return _STATED
    return _STATED if _OF_THE_JOB.match(after) else _TOLD


def _part(before: str, after: str, in_title: bool, word: str) -> float:
    if _MAY_BE.match(after):
        return 0.0
    weight = _time(before, after, in_title, word)
    if weight < _TOLD:
        return 0.0
    if _AMONG_OTHERS.search(before):
        return 0.0
    return weight if weight > _TOLD or re.search(r"\b(?:is|be|this)\s$", before) else _HINTED / 2


def _permanent(before: str, after: str, _in_title: bool, word: str) -> float:
    if re.search(r"\b(?:not|non|no|kein\w*|inte)[ -](?:an? )?$", before, re.I):
        return 0.0
    if word == "permanent":
        return _STATED if _OF_THE_JOB.match(after) and "resident" not in after[:12] else 0.0
    return _STATED


def _contract(before: str, after: str, in_title: bool, word: str) -> float:
    if word.startswith(("c2c", "corp", "ir35", "frei", "w2", "w-2")):
        return _TOLD
    if word == "1099":
        return 0.0 if re.search(r"form $", before, re.I) else _TOLD
    if in_title and not re.match(r"\s*(?:\w+ )?(?:manag|admin|special|negot|law)", after, re.I):
        return _STATED
    if word.startswith(("contractor", "freelancer")):
        return _STATED if _ON_CONTRACT.search(before) or _CONTRACT_JOB.match(after) else 0.0
    if _TERM.search(before):
        return _STATED + 0.5
    if word == "freelance" and _FREELANCE_JOB.match(after):
        return _STATED
    on_contract = _ON_CONTRACT.search(before) and _CONTRACT_ENDS.match(after)
    return _STATED if on_contract or _CONTRACT_JOB.match(after) else 0.0


def _temporary(_before: str, after: str, in_title: bool, word: str) -> float:
    if word in ("temporary", "seasonal"):
        return _STATED if in_title or _TEMPORARY_JOB.match(after) else 0.0
    return _TOLD if word.startswith("tidsbegr") else _STATED


def _intern(before: str, after: str, in_title: bool, word: str) -> float:
    if _LEARNED.match(after):
        return 0.0
    if in_title:
        return _LABELLED + 1
    if word == "internship":
        return _TOLD + 0.5 if _THIS_INTERNSHIP.search(before) else 0.0
    return 0.0 if word.startswith("intern") or word == "prácticas" else _STATED


_HALVES: dict[str, Callable[[str, re.Match[str]], object]] = {
    "full": lambda text, match: _OR_PART.match(text, match.end()),
    "part": lambda text, match: _OR_FULL.search(text[max(0, match.start() - 14) : match.start()]),
}
"""How to tell that a name is but half of an offer, "full or part time"."""
_WEIGHTS = {
    "full": _time,
    "part": _part,
    "permanent": _permanent,
    "further notice": lambda *_: _STATED,
    "contract": _contract,
    "temporary": _temporary,
    "intern": _intern,
}


def _measured(text: str) -> list[_Mention]:
    """Full or part time told in numbers: a share of full time, or hours a week."""
    found = []
    for match in _SHARE.finditer(text):
        full = int(match["share"]) >= 90
        kind = EmploymentType.FULL_TIME if full else EmploymentType.PART_TIME
        found.append(_Mention(kind, _STATED, match.span(), True))
    hours = _HOURS.search(text)
    if hours:
        found.append(_Mention(EmploymentType.FULL_TIME, _HINTED, hours.span(), True))
    return found
