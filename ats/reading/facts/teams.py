"""Finds the teams where the hire would sit: after a label, in a list of teams that hire, or where
the posting says which team one joins. Teams one works with are not meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats.domain.reading import Span
from ats.reading.facts.places import known
from ats.reading.found import Found, distinct
from ats.reading.keyed import Keyed, lowered
from ats.reading.late import late

_MOST = 15
_LIST = Keyed(
    r"\bteams,? (?:such as|including|like|e\.g\.?|for example|among them|are|,? "
    r"namely)\s*:?\s+(?P<list>[^.\n!?]{4,400})",
    "teams",
    before=1,
    after=450,
)
_ENOUGH = late(
    r"(?:,?\s*(?:and|&) (?:more|others|many more)|,?\s*etc\.?|,?\s*among others|\.)+\s*$", re.I
)
_LABEL = Keyed(
    r"(?:^|[\n.;|•>]\s*|\*\*)(?:(?:hiring|job|your) )?(?:department|team|division|business unit"
    r"|avdelning(?:ar)?|abteilung|bereich|équipe|departamento|departement)(?: name)?"
    r"\s*\**\s*[:：]\s*\**\s*(?P<value>[^\n|;•]{2,60})",
    "department|team:|team :|team**|division|business unit|avdelning|abteilung|bereich|departement",
    foreign="équipe|departamento",
    before=15,
    after=90,
)
_NOUNS = (" team", " group", " department", " division", " squad")
_NO_NAME_AFTER = late(
    r"s?[ -](?:members?|lead\b|leads\b|leader|player|environment|meeting|culture|spirit|build"
    r"|size|work|mates?\b|events?|settings?|dynamics|discount|sport|of companies)",
    re.I,
)
_JOINS = late(
    r"\b(?:join(?:s|ing)?|on|in|within|inside|into|lead(?:ing)?|manag(?:e|ing)|head(?:ing)?"
    r"|(?:part|members?|heart|centre|center|leader|head) of|to (?=our))"
    r" (?:our|the|its|(?:our |the )?clients?[’']?s?|a|an) (?P<words>[^.,;:!?()\n]{2,80})$",
    re.I,
)
_WITH = late(r"\b(?:with|alongside|between|support|from|across|waiting)\b[\w ,/&-]{0,45}$", re.I)
_HIRES = late(r"\b(?:hir|recruit|grow|open)", re.I)
_PRESENTS = late(
    r"(?:^|[.!?:)]\s*|\n[#* ]*|[a-z](?=[TO]))(?:The|Our) (?P<words>[^.,;:!?()\n]{2,70})$"
)
_PRESENTED = late(
    r"s? (?:is|are|plays?|builds?|drives?|leads?|owns?|designs?|develops?|delivers?|works|has"
    r"|helps?"
    r"|provides?|focuses|supports?|manages?|sits|seeks|at [A-Z]|within|here)\b"
)
_PRESENTED_IN = 2500
"""Characters in which a posting presents the team it hires for."""
_FUNCTIONS = frozenset(
    "application applications software development engineering data platform infrastructure"
    " security"
    " analytics product design research sales marketing support operations finance quality"
    " assurance"
    " science machine learning ml ai web mobile frontend backend front-end back-end full-stack"
    " cloud"
    " network networking systems hardware firmware testing test qa devops reliability site customer"
    " success service services hr people talent recruiting legal compliance risk tax audit"
    " accounting"
    " supply chain logistics procurement manufacturing production maintenance field technical it"
    " information technology business intelligence strategy growth content editorial creative brand"
    " communications payments billing identity search ads monetization integration integrations"
    " database storage compiler robotics vision perception planning controls electrical mechanical"
    " clinical nursing care pharmacy surgery education learning training community partnerships"
    " elections policy programs performance experience user ux ui".split()
)  # fmt: skip
_LINKS = frozenset({"and", "&", "of", "for", "/", "-", "–"})
_NO_TEAM = frozenset(
    "leadership executive management global agile scrum technical project senior great small new"
    " growing diverse dynamic whole entire founding core engineering us uk eu emea apac our the"
    " your"
    " international local national remote world class product best amazing awesome talented"
    " business"
    " people support innovative dedicated passionate english-speaking multi-disciplinary response"
    " interdisciplinary cross-functional".split()
)  # fmt: skip
_INNER = late(r"\b(?:Group|Team|Department|Division|Leadership)\b")
_WORD = late(r"[^\s]+")


def find_teams(text: str, company: str | None = None) -> list[Found[str]]:
    """The teams the role belongs to, as the posting calls them, up to 15; a team that bears the
    company's name is the company."""
    found = [*_listed(text), *_labelled(text)]
    joined = [*_named(text, _JOINS)]
    found += joined or [*_named(text[:_PRESENTED_IN], _PRESENTS)][:1]
    ours = (company or "").casefold()
    return distinct([f for f in found if f.value.casefold() not in (ours, "")])[:_MOST]


def _listed(text: str) -> Iterator[Found[str]]:
    for match in _LIST.finditer(text):
        before = text[max(0, match.start() - 60) : match.start()]
        if _WITH.search(before) and not _HIRES.search(before):
            continue
        yield from _team_list(text, match.span("list"))


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


def _labelled(text: str) -> Iterator[Found[str]]:
    for match in _LABEL.finditer(text):
        start, end = match.span("value")
        value = re.split(r"\s{2,}|\.\s|(?<=[a-z])(?=[A-Z])", text[start:end])[0].strip(" *.,-–")
        if value[:1].isupper() and len(value.split()) < 7 and not _is_sentence(value):
            start = text.find(value, start, end)
            yield Found(value, ((start, start + len(value)),))


def _is_sentence(value: str) -> bool:
    return bool(re.search(r"\b(?:you|we|is|are|will|your|our|must|the)\b", value, re.I))


def _named(text: str, lead: re.Pattern[str]) -> Iterator[Found[str]]:
    """Names before "team": "on the Payments Platform team"."""
    for at in _places(text):
        noun = text.find(" ", at + 1) if text.find(" ", at + 1) > 0 else len(text)
        if _NO_NAME_AFTER.match(text, at + 5):
            continue
        if lead is _PRESENTS and not _PRESENTED.match(text, noun - (text[noun - 1] == "s")):
            continue
        left = max(0, at - 110)
        match = lead.search(text[left:at])
        if not match or (lead is _JOINS and _WITH.search(text[left : left + match.start()])):
            continue
        start, words = left + match.start("words"), match["words"]
        name = _name(words, lowered_too=lead is _JOINS)
        if name and not (text[at + 1] == "G" and not _has_function(words[slice(*name)])):
            a, b = start + name[0], start + name[1]
            yield Found(" ".join(text[a:b].split()), ((a, b),))


def _places(text: str) -> list[int]:
    low = lowered(text)
    found = []
    for noun in _NOUNS:
        at = low.find(noun)
        while at >= 0:
            found.append(at)
            at = low.find(noun, at + 1)
    return sorted(found)


def _has_function(name: str) -> bool:
    return any(word in _FUNCTIONS for word in name.casefold().split())


def _name(words: str, *, lowered_too: bool) -> Span | None:
    """The name among the last words before "team": from its first capital on, or, all in small
    letters, the words that name a function."""
    tokens = [(m.start(), m[0]) for m in _WORD.finditer(words)]
    while tokens and tokens[0][1].casefold() in ("our", "the"):
        tokens.pop(0)
    first = next((i for i, (_, word) in enumerate(tokens) if word != word.lower()), None)
    if first is not None:
        kept = tokens[first:]
        if any(not _fits(word) for _, word in kept) or first > 4:
            return None
    else:
        kept = _function_words(tokens) if lowered_too else []
    while kept and kept[0][1].casefold() in _LINKS:
        kept = kept[1:]
    if not kept or len(kept) > 7:
        return None
    name = words[kept[0][0] :].rstrip()
    if (
        _INNER.search(name)
        or name.casefold() in _NO_TEAM
        or known(name.removesuffix("-based"))
        or len(name) < 2
    ):
        return None
    return (kept[0][0], kept[0][0] + len(name))


def _fits(word: str) -> bool:
    return word != word.lower() or word in _LINKS or word in _FUNCTIONS or not word[0].isalpha()


def _function_words(tokens: list[tuple[int, str]]) -> list[tuple[int, str]]:
    kept: list[tuple[int, str]] = []
    for token in reversed(tokens):
        if token[1] not in _FUNCTIONS and token[1] not in _LINKS:
            break
        kept.insert(0, token)
    return kept if len(tokens) - len(kept) < 4 else []
