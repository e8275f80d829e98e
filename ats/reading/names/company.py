"""Finds the company that offers the role: by label, by header, and by how sentences name it."""

from __future__ import annotations

import re

from ats.domain.reading import Span
from ats.reading.facts.places import known
from ats.reading.found import Found
from ats.reading.late import late
from ats.reading.lines.layout import Line
from ats.reading.lines.vocabulary import ROLE_NOUN
from ats.reading.names.mentions import LEGAL, Name, collect
from ats.reading.names.name_evidence import Surroundings, chances, features, possible
from ats.reading.names.name_words import SPEAKS

LIKELY = 0.3
"""The least chance a name needs: below, no name is better than this one."""

_TOOL = frozenset({"named everywhere", "nothing speaks of it"})
_IN_PASSING = frozenset({"named 1", "nothing speaks of it"})
_PLAIN = frozenset({"one word, named once", "begins with a verb"})
_NO_WORD = frozenset({"of", "capital inside"})
"""A name of several parts behind "of": no word that only happens to begin with a capital."""
_OF_A_HOUSE = frozenset(
    {
        "legal form",
        "organisation word",
        "gives a short form",
        "in an address",
        "first word in an address",
    }
)
"""What makes a name a company's though it is named but once and nothing is said of it."""
_SELDOM = frozenset({"named 1", "named 2"})
_OF_A_COMPANY = frozenset(
    {"at", "join", "about", "heading about", "is seeking", "is equal", "seeks", "then we", "owning"}
)
"""What is said of a company, and seldom of a town."""
_MODE = late(
    r"(?:(?:fully|100 ?%|partly) )?(?:remote|hybrid|on-?site|full[- ]time|part[- ]time|contract"
    r"|permanent|freelance)\b",
    re.I,
)
_SAID = SPEAKS - {"to"}
_LABEL = late(
    r"[*# ]*(?:company(?: name)?|(?:hiring )?organi[sz]ation|employer|agency|hospital|school"
    r"|institution|företag|arbetsgivare|unternehmen|arbeitgeber|firma|entreprise|employeur"
    r"|société|empresa|bedrijf|werkgever|organisatie)[* ]*(?P<colon>:?)[* ]*(?P<name>[^\n|]{0,70})",
    re.I,
)
_SEVERAL_ROLES = late(r"\b(?:roles?|positions?|openings|jobs|engineering|engineers)\b", re.I)
_BESIDE_NAME = late(r"\s*\(?(?:https?://|www\.)\S*(?:\s*\))?|\s*\((?:YC|via)?[^()]{0,80}\)?\s*$")
_PLACE_AFTER = late(rf", (?!{LEGAL})[A-ZÀ-Þ].*$")
_DASHED = late(r"^[^—\n]{3,80}?,\s+(?P<name>[^\s—][^—\n]{2,89}?)(?:\s?[—–]\s|\s[—–])")
_NAME_WORD = r"[A-ZÀ-Þ][\w&’'.-]*"
_ORGANISATION = late(
    rf"(?:{_NAME_WORD},? |(?:and|&|of|for|the|und|für|der) ){{2,8}}"
    rf"(?:Trust|School|Academy|University|College|Council|Hospital|Clinic|Institute)"
    rf"|{_NAME_WORD}(?:,? (?:&|and|und|{_NAME_WORD})){{0,5}},? {LEGAL}"
)
_LABELS_LOOKED_AT = 60


def find_company(text: str, lines: list[Line]) -> Found[str] | None:
    """The company's name as the posting writes it, or None where no name is likely enough."""
    return (
        from_header(text, lines)
        or _labelled(text, lines)
        or _below_title(lines)
        or _likeliest(text, lines)
    )


def from_header(text: str, lines: list[Line]) -> Found[str] | None:
    """The first field of a header with bars, or the name before a notice's dash."""
    for line in lines[:2]:
        found = _barred(text, line) or _dashed(text, line)
        if found:
            return found
    return None


def _barred(text: str, line: Line) -> Found[str] | None:
    """The first field, unless it is the role: it names one and no other field does."""
    first, *others = text[line.start : line.end].split("|")
    name = _PLACE_AFTER.sub("", _BESIDE_NAME.sub("", first).strip("\xa0 -–*("))
    if len(others) < 2 or not name or not 1 < len(first.rstrip()) <= 60:
        return None
    if _MODE.match(name):
        return None
    elsewhere = any(ROLE_NOUN.search(field) or _SEVERAL_ROLES.search(field) for field in others)
    if ROLE_NOUN.search(name) and not elsewhere:
        return None
    at = text.find(name, line.start, line.end)  # -1 where something stood inside the name
    return Found(name, ((at, at + len(name)),)) if at >= 0 else None


def _dashed(text: str, line: Line) -> Found[str] | None:
    words = text[line.start : line.end]
    match = _DASHED.match(words) if "—" in words or "–" in words else None
    if not match or not ROLE_NOUN.search(match[0][: match.start("name")]):
        return None
    name = match["name"].strip()
    at = line.start + match.start("name")
    if not name[:1].isupper() or name.count("(") != name.count(")") or not possible(name):
        return None
    return Found(name, ((at, at + len(name)),))


def _labelled(text: str, lines: list[Line]) -> Found[str] | None:
    """ "Company: Elm and Ashby"; the label may stand alone, above the name."""
    for number, line in enumerate(lines[:_LABELS_LOOKED_AT]):
        match = _LABEL.match(text, line.start, line.end) if len(line.text) < 100 else None
        if match is None:
            continue
        name = match["name"].strip(" *\t")
        at = text.index(name, match.start("name"))
        if not name and number + 1 < len(lines):
            # Its place is known; a wrapped line is not to be found in the text by its words.
            name, at = lines[number + 1].text, lines[number + 1].start
        elif not match["colon"]:
            continue
        if (
            name[:1].isupper()
            and len(name.split()) <= 8
            and name[-1] not in ".!?"
            and possible(name)
        ):
            return Found(name, ((at, at + len(name)),))
    return None


def _below_title(lines: list[Line]) -> Found[str] | None:
    """A line near the top that is nothing but the name of an organisation."""
    for line in lines[1:5]:
        if len(line.text) <= 70 and _ORGANISATION.fullmatch(line.text) and possible(line.text):
            return Found(line.text, (line.span,))
    return None


def _likeliest(text: str, lines: list[Line]) -> Found[str] | None:
    names = collect(text, lines, possible)
    around = Surroundings(text, lines, names)
    ranked = _without_words(chances(names, around), around)
    if not ranked or _with_forms(ranked) < LIKELY:
        return None
    evidence = features(ranked[0][1], around)
    if evidence >= _TOOL or _unsure(ranked[0][1], evidence):
        return None
    name = _in_full(ranked[0][1], names)
    return Found(name.words, _places(name))


def _without_words(
    ranked: list[tuple[float, Name]], around: Surroundings
) -> list[tuple[float, Name]]:
    """The names without the verbs and the abbreviations that lead them; their chance goes to all
    others and to none."""
    while ranked and _is_word(features(ranked[0][1], around)):
        rest = 1 - ranked[0][0]
        ranked = [(chance / rest, name) for chance, name in ranked[1:]] if rest > 0 else []
    return ranked


def _is_word(evidence: set[str]) -> bool:
    """Whether it is a verb that sentences begin with, "Provide", or an abbreviation that nothing
    is said of, "PDF"."""
    if not evidence.isdisjoint(_OF_A_HOUSE):
        return False
    if "a verb" in evidence:
        return evidence.isdisjoint(_OF_A_COMPANY)
    return "short capitals" in evidence and evidence.isdisjoint(_SAID)


def _unsure(best: Name, evidence: set[str]) -> bool:
    """Whether it is a name in passing, or a place that is not clearly a company, too."""
    if evidence >= _IN_PASSING and evidence.isdisjoint(_OF_A_HOUSE):
        return not (evidence.isdisjoint(_PLAIN) or evidence >= _NO_WORD)
    if not known(best.words) or not evidence.isdisjoint(_OF_A_HOUSE):
        return False
    return not evidence.isdisjoint(_SELDOM) or evidence.isdisjoint(_OF_A_COMPANY)


def _with_forms(ranked: list[tuple[float, Name]]) -> float:
    """The chance of the likeliest name, its longer and shorter forms taken together."""
    best = f" {ranked[0][1].words} "
    return sum(
        chance for chance, name in ranked if f" {name.words} " in best or best in f" {name.words} "
    )


def _in_full(best: Name, names: list[Name]) -> Name:
    """The name with its legal form or other words, where it mostly stands so."""
    longer = [
        name
        for name in names
        if (
            name.words.startswith((best.words + " ", best.words + ", "))
            or name.words.endswith(" " + best.words)
        )
        and not ROLE_NOUN.search(name.words)
        and 2 * len(name.places) > len(best.places)
    ]
    return max(longer, key=lambda name: len(name.places), default=best)


def _places(name: Name) -> tuple[Span, ...]:
    return tuple(name.spans[:3])
