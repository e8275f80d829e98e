"""Finds the conditions a posting sets beside skills: right to work, clearance, vaccination, checks,
travel, language, on call, shifts, relocation, physical demands, age."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Span
from ats.reading.keyed import Keyed, accented, lowered
from ats.reading.lines import cues
from ats.reading.lines.layout import Line, sentences, trimmed
from ats.reading.lines.sections import Role, Section

_LONGEST = 420
_LONGEST_DEMAND = 260
"""A longer demand that also touches a condition stays a demand."""
_SHORTEST = 12

_TONGUE = (
    r"(?:(?-i:English|German|French|Spanish|Dutch|Swedish|Mandarin|Cantonese|Chinese|Japanese"
    r"|Korean|Danish|Norwegian|Finnish|Polish|Italian|Portuguese|Russian|Arabic|Hebrew|Hindi"
    r"|Turkish|Czech|Hungarian|Greek|Ukrainian|Romanian|Vietnamese|Thai|Tamil|Telugu|Malayalam"
    r"|Gujarati|Marathi|Bengali|Punjabi|Urdu|Kannada|Catalan|Tagalog|ENGLISH)|english)"
)
_NAMED = re.compile(
    r"(?:English|German|French|Spanish|Dutch|Swedish|Mandarin|Cantonese|Chinese|Japanese|Korean"
    r"|Danish|Norwegian|Finnish|Polish|Italian|Portuguese|Russian|Arabic|Hebrew|Hindi|Turkish"
    r"|Czech|Hungarian|Greek|Ukrainian|Romanian|Vietnamese|Thai|Tamil|Telugu|Malayalam|Gujarati"
    r"|Marathi|Bengali|Punjabi|Urdu|Kannada|Catalan|Tagalog|ENGLISH|Deutsch|Englisch)"
)
_NAMED_SMALL = ("english", "svenska", "engelska", "anglais")
_NAMED_ACCENTED = ("français", "inglés", "español")
_ASKED_TONGUE = re.compile(
    rf"\b(?:fluen\w+|proficien\w+|native|professional level|(?:excellent )?command|good level"
    rf"|mastery|business[- ]level|full professional)\b[^.\n]{{0,30}}\b{_TONGUE}\b"
    rf"|\b{_TONGUE}\b[^.\n]{{0,25}}\b(?:fluen\w+|proficien\w+|native|speak\w*|skills"
    r"|is required|is a must|required|[bc][12]\b|level\b|written|spoken)"
    rf"|\b(?:written|spoken|speak\w*|bilingual|verbal|conversational"
    rf")\b[^.\n]{{0,25}}\b{_TONGUE}\b"
    rf"|\bknowledge of {_TONGUE}(?= ?(?:$|[.,;\n]|is\b|language|required|preferred))"
    r"|(?:flytande|obehindrat|tala och skriva|talar och skriver|kunskaper i|behärskar|god[ta]?)"
    r"\b[^.\n]{0,30}\b(?:svenska|engelska)|(?:svenska|engelska)\b[^.\n]{0,25}(?:i tal|obehindrat"
    r"|flytande|krav)"
    r"|(?:deutsch|englisch)(?:kenntnisse|\s?(?:\(|-|–)?\s?(?:[bc][12]|fließend|verhandlungss"
    r"|muttersp))|(?:fließend|sehr gute[sn]?|gute[sn]?|verhandlungssicher\w*|sicher\w*)\b"
    r"[^.\n]{0,25}\b(?:deutsch|englisch)|\b(?:anglais|français|allemand)\b[^.\n]{0,25}(?:courant"
    r"|oblig|lu, |maîtris|professionnel|natif)|maîtrise (?:de |du )[^.\n]{0,20}(?:anglais|français"
    r"|allemand)|\b(?:inglés|español|alemán)\b[^.\n]{0,25}(?:alto|avanzado|fluido|nativo"
    r"|[bc][12]\b)"
    r"|nivel (?:alto |avanzado )?de (?:inglés|español)",
    re.I,
)
_BEFORE_TONGUE, _AFTER_TONGUE = 55, 60
_RULES = (
    Keyed(
        r"\b(?:(?:visas?|h-?1-?b)\b[^.\n]{0,60}\b(?:not|unable|cannot|no|available|provide"
        r"|offer\w*|without|require\w*|support\w*|transfers?|now or|future|sponsor\w*)"
        r"|(?:work(?:ing)?|valid|requires?) (?:an? )?(?:\w+ )?visa"
        r"|(?:not|unable|cannot|can.t|no|without|don.t|won.t|able to|will|can)\b[^.\n]{0,50}"
        r"\bsponsor|(?:now or in the future|immigration|employment|h-?1-?b|visa)[^.\n]{0,30}"
        r"\bsponsor\w*|sponsor\w*[^.\n]{0,40}\b(?:not|unable|available|provided|offered|visas?"
        r"|now or))",
        "visa|h1b|h-1b|sponsor",
        before=65,
        after=75,
    ),
    Keyed(
        r"\b(?:(?:authori[sz]ed|authori[sz]ation|eligible|eligibility|right|permits?|permitted"
        r"|entitled|legally able) to (?:live and |legally )?work\b"
        r"|work (?:authori[sz]ation|permits?|eligibility)|right-to-work"
        r"|u\.?s\.? (?:citizen\w*|persons?\b|national)|us citizen\w*|citizenship"
        r"|united states citizen\w*|citizens? or|green card|\bitar\b"
        r"|export (?:control|regulation)s?|svensk medborgare|arbetstillstånd|uppehållstillstånd"
        r"|arbeitserlaubnis|arbeitsbewilligung|permis de travail|permiso de trabajo)",
        "to work|to live and work|work auth|work permit|work eligib|right-to-work|legally work"
        "|citizen|u.s. person|us person|u.s. national|green card|itar|export |arbeitserlaub"
        "|arbeitsbewill"
        "|permis de trav|permiso de|medborgare",
        foreign="tillstånd",
        before=25,
        after=40,
    ),
    Keyed(
        r"\b(?:vaccinat\w+|security clearance|(?:active|hold|obtain|secret|public trust|ts/sci|sc"
        r"|dv|nv1|dod)\b[^.\n]{0,40}\bclearance\b|clearance\b[^.\n]{0,30}\b(?:required|level"
        r"|active|obtain|hold|ability)|masernimpf\w*|impfnachweis\w*|drug and alcohol"
        r"|criminal (?:record|history|background)|credit check"
        r"|background (?:checks?|investigation|screening|verification)|fingerprint\w*"
        r"|(?:drug|substance)[- ](?:test|screen|free)\w*|enhanced dbs"
        r"|pre-employment (?:check|screen|medical)"
        r"|(?:dbs|police|working with children) (?:check|clearance|disclosure)"
        r"|bakgrundskontroll\w*|registerutdrag|belastningsregist\w*|säkerhetspröv\w*"
        r"|säkerhetsskydd\w*"
        r"|säkerhetsklass\w*|führungszeugnis\w*|sicherheitsüberprüf\w*)",
        "vaccinat|clearance|criminal |credit check|background |fingerprint|drug|substance"
        "|pre-employment|dbs|police |children check|bakgrund|registerutdrag"
        "|belastningsreg|impfnach"
        "|masernimpf",
        foreign="säkerhets|führungszeug|sicherheits",
        before=55,
        after=45,
    ),
    Keyed(
        r"\b(?:(?:willing(?:ness)?|ability|able|required|available|expected|need(?:ed)?|prepared)"
        r" to (?:\w+ )?travel|travel(?:ling|ing)? (?:up to|is |will be |may |might |required"
        r"|requirements?|expected|approximately|of up|as needed|within|between"
        r"|to (?:client|customer|other|our|company|conference|site|job))"
        r"|travel\W{1,4}(?:up to |approx\w* )?\d+ ?%|travel[^.\n]{0,25}\d+ ?%"
        r"|(?:\d+ ?% )(?:of )?(?:\w+ ){0,2}travel|(?:occasional|periodic|frequent|some|regular"
        r"|extensive|minimal|international|domestic|overnight) (?:\w+ )?travel\b"
        r"(?! (?:insurance|agen|compan|indust|tech|brand|discount|experience|perk))"
        r"|reser i tjänsten|resor (?:i tjänsten|förekommer)|tjänsteresor|reisebereit\w*"
        r"|bereitschaft zu(?:m|r)? (?:\w*reise|montage)\w*"
        r"|déplacements\b)",
        "travel",
        foreign="resor|reser |reisebereit|bereitschaft zu|déplacements",
        before=35,
        after=50,
    ),
    Keyed(
        r"\b(?:on[- ]call\b|beredskap\w*|rufbereitschaft|extended hours|shift work|skiftarbete"
        r"|(?<!for the )(?<!lead the )(?<!manage the )(?:night|evening|rotating|weekend|overnight"
        r"|swing|graveyard|split|holiday)s? shifts?"
        r"|(?:nights?|weekends?|evenings?|overtime|holidays?)\b[^.\n]{0,30}\b(?:required"
        r"|as needed|necessary|available|may be|on occasion)"
        r"|(?:work|available|availability)(?: \w+){0,3} (?:nights|evenings|weekends|overtime"
        r"|holidays)|24/7 (?:on|support rota|shift)|schichtdienst|rotating schedule"
        r"|open availability|bereitschaft zu(?:m|r)? (?:\w*dienst|schicht|wochenend)\w*"
        r"|disponibilidad para (?:trabajar|viajar|turnos)|week-ends?\b|travail de nuit)",
        "on call|on-call|extended hours|shift|night|weekend|evening|overtime|holidays|24/7|skift"
        "|rotating|availability|disponibilidad|week-end|travail de nuit"
        "|schicht|bereitschaft|beredskap|rufbereit",
        before=45,
        after=50,
    ),
    Keyed(
        r"\b(?:(?:driving|standing|sitting|walking) for (?:long|extended|prolonged)"
        r"|extreme (?:weather|temperatures)"
        r"|must (?:be (?:physically )?(?:based|located)|reside|live|currently (?:live|reside)"
        r"|be (?:a )?resident)|required to (?:reside|live)|commut(?:ing|able) distance"
        r"|(?:willing|able|required|ready|must|need|prepared) (?:to )?relocate"
        r"|relocation (?:to (?-i:[A-Z])|is required|required)|able to start\b|available to start"
        r"|must start)",
        " for long| for extended| for prolonged"
        "|extreme |must be|reside|must live|must currently|to live|distance|relocat|to start"
        "|must start",
        before=25,
        after=35,
    ),
    Keyed(
        r"\b(?:(?:must|able to|ability to|required to|capable of|may|frequently|occasionally)"
        r"(?: be able to)? (?:bend|lift|squat|stand\b|carry|kneel|climb|crouch|stoop|sit for|push"
        r"|walk for)\w*|port de charges|lyfta\b|lift(?:ing)? (?:up to |and carry |\w+ )?\d+"
        r"|\d+ (?:lbs?|pounds|kg)\b[^.\n]{0,12}(?:lift|carry)"
        r"|(?:at least|minimum|must be|over) (?:of )?(?:16|18|19|20|21|25)"
        r"(?: or (?:older|over)| years (?:old|of age)|\+? to apply|\.)"
        r"|(?:18|21) years (?:of age|old)"
        r"|fyllt (?:18|20))",
        "lift|lyfta|port de charges| bend| squat| stand | carry| kneel| climb| crouch|stoop"
        "| sit for| push| walk for"
        "|lbs|pounds| 16| 18| 21| 20| 25",
        before=35,
        after=35,
    ),
)
_LEGAL_TOO = re.compile(
    r"relevant to this position|^(?:learn|read) more"
    r"|^.{0,60}\bhere\.$|conviction|conditional (?:job )?offer"
    r"|submit your|on-call (?:health|tool)|accommodat|privacy|click here|do not discriminate"
    r"|equal opportunit"
    r"|arrest (?:and|or) conviction|e-verify|travel (?:insurance|stipend|perks|discount|benefit)"
    r"|^\W*(?:paid|pto|generous|unlimited)\b|in accordance with (?:applicable|local)",
    re.I,
)
_BINDING = re.compile(
    r"visa|sponsor|clearance|background|vaccin|authori[sz]|citizen|right to work"
    r"|\bmust\b|may require",
    re.I,
)
_CHECKED = re.compile(r"background (?:check|investigation|screening) that", re.I)
_BEFORE_CLAUSE = re.compile(
    r"(?:^(?:please note(?: that)?|note|nb)\W\s?|\b(?:with|but|and)\s(?=(?:\w+ ){0,2}travel\b)"
    r"|\band\s(?=(?:requires?|must|is required|are required)\b))",
    re.I,
)


def with_conditions(text: str, parts: list[Section], items: list[FoundItem]) -> list[FoundItem]:
    """The items, those that set a condition told as such, and the other sentences that set one:
    a condition wins over the list it stands in."""
    places = _places(text)
    if not places:
        return items
    told = [one for item in items for one in _as_conditions(text, item, places)]
    return told + _elsewhere(text, parts, told, [start for start, _ in places])


def _places(text: str) -> list[tuple[int, bool]]:
    """Where conditions are worded, and whether it is a language that is asked."""
    found = [(m.start(), False) for rule in _RULES for m in rule.finditer(text)]
    return sorted(found + [(at, True) for at in _tongues(text)])


def _tongues(text: str) -> set[int]:
    """Where a language is asked for."""
    low = lowered(text)
    named = [m.start() for m in _NAMED.finditer(text)]
    for word in (*_NAMED_SMALL, *(_NAMED_ACCENTED if accented(low) else ())):
        named += _everywhere(low, word)
    found: set[int] = set()
    start = end = 0
    for at in sorted(named):
        if at - _BEFORE_TONGUE > end:
            found |= {m.start() for m in _ASKED_TONGUE.finditer(text, start, end)}
            start = at - _BEFORE_TONGUE
        end = at + _AFTER_TONGUE
    return found | {m.start() for m in _ASKED_TONGUE.finditer(text, start, end)}


def _everywhere(low: str, word: str) -> Iterator[int]:
    at = low.find(word)
    while at >= 0:
        yield at
        at = low.find(word, at + len(word))


def _as_conditions(text: str, item: FoundItem, places: list[tuple[int, bool]]) -> list[FoundItem]:
    """The item as it is, or, where it sets conditions, one item for each of them."""
    start, end = item.span
    inside = [p for p in places[bisect_left(places, (start, False)) :] if p[0] < end]
    if not inside or len(item.text) >= _longest(item.text) or _LEGAL_TOO.search(item.text):
        return [item]
    if item.kind is RequirementKind.NICE and all(language for _, language in inside):
        return [item]
    starts = [at for at, _ in inside]
    parts = sentences(text, item.span)
    parts = [p for p in parts if not _LEGAL_TOO.search(text[slice(*p)])] or parts
    if not all(any(a <= at < b for at in starts) for a, b in parts):
        parts = [item.span]
    spans = [clause for part in parts for clause in _clauses(text, part, starts)]
    if len(spans) == 1:
        return [FoundItem(item.text, RequirementKind.CONDITION, item.span)]
    return [FoundItem(_words(text, s), RequirementKind.CONDITION, s) for s in spans]


def _longest(words: str) -> int:
    """Export rules are always long."""
    return _LONGEST if "export" in words.casefold() else _LONGEST_DEMAND


def _elsewhere(
    text: str, parts: list[Section], items: list[FoundItem], places: list[int]
) -> list[FoundItem]:
    taken = sorted(item.span for item in items)
    found: list[FoundItem] = []
    lines = sorted(((line, part.role) for part in parts for line in part.lines), key=_start)
    starts = [line.start for line, _ in lines]
    done = -1
    for at in places:
        number = bisect_right(starts, at) - 1
        if at < done or number < 0 or at >= lines[number][0].end:
            continue
        line, role = lines[number]
        span = _sentence(text, line, at)
        done = span[1]
        words = _words(text, span)
        if _overlaps(span, taken) or not _sets_one(words, role):
            continue
        found += [
            FoundItem(_words(text, s), RequirementKind.CONDITION, s)
            for s in _clauses(text, span, places)
        ]
    return found


def _start(line: tuple[Line, Role]) -> int:
    return line[0].start


def _words(text: str, span: Span) -> str:
    return " ".join(text[slice(*span)].replace("**", "").split())


def _sentence(text: str, line: Line, at: int) -> Span:
    for start, end in sentences(text, line.span):
        if start <= at < end:
            left, right = text.rfind("|", start, at), text.find("|", at, end)
            return trimmed(text, left + 1 if left >= 0 else start, right if right >= 0 else end)
    return line.span


def _overlaps(span: Span, taken: list[Span]) -> bool:
    before = bisect_right(taken, (span[0], span[1])) - 1
    near = taken[max(0, before) : before + 2]
    return any(a < span[1] and span[0] < b for a, b in near)


def _sets_one(words: str, role: Role) -> bool:
    if role is Role.BENEFIT and not _BINDING.search(words):
        return False
    if words.endswith(":") and not _CHECKED.search(words):
        return False
    if cues.legal(words) or _LEGAL_TOO.search(words):
        return False
    return _SHORTEST < len(words) < _LONGEST and not words.endswith("?")


def _clauses(text: str, span: Span, places: list[int]) -> list[Span]:
    """The parts of a sentence that set a condition, without what else it tells."""
    cuts = [m.end() for m in _BEFORE_CLAUSE.finditer(text[slice(*span)])]
    bounds = [span[0], *(span[0] + cut for cut in cuts), span[1]]
    found = []
    for start, end in pairwise(bounds):
        a, b = trimmed(text, start, end)
        if any(start <= at < end for at in places) and len(text[a:b]) > _SHORTEST:
            found.append((a, b))
    return found or [span]
