"""Finds what a posting offers: the lines of a list of benefits, and the members of lists in
prose ("we offer dental insurance, paid leave and lunch"), one benefit each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ats.domain.reading import Span
from ats.reading.found import Found
from ats.reading.lines import cues
from ats.reading.lines.layout import Line, sentences, trimmed
from ats.reading.lines.line_roles import ROLES, shares
from ats.reading.lines.sections import Section

_BENEFIT = ROLES.index("benefit")
_LONGEST = 300
_LONGEST_CLAUSE = 150
_TERMS_OF_WORK = re.compile(
    r"(?:job type|pay|salary|schedule|location|work location|contact|posted|job id"
    r"|reference|hours)\b.{0,12}:",
    re.I,
)
_LEAD = re.compile(
    r"(?:\binclud(?:es?|ing|ed)|\bsuch as|\boffer(?:s|ing|ed)?(?: you)?"
    r"|\bprovid(?:es?|ing)(?: you)?"
    r"|\bwith (?=access to)|\beligible (?:for|to (?:participate in|receive|enroll in|earn))"
    r"|\b(?:receive|enjoy|entitled to|consists? of|comprised of|(?:have )?access to|get)"
    r"|\bbenefits (?:like|are)|\bwir bieten(?: dir| ihnen)?|\bvi erbjuder|\bnous (?:vous )?offrons"
    r"|\bofrecemos|:)\s*(?:but (?:are |is )?not limited to)?[:,]?\s+",
    re.I,
)
_COMMA = re.compile(
    r"\s*[,;]\s+(?:(?:and|or|plus|as well as|und|och|et|y)\s+(?:also\s+)?)?"
    r"|\s+(?:as well as|plus)\s+"
)
_LAST_AND = re.compile(r"\s+(?:and|und|och|et|y|&)\s+(?=\S)")
_SHARED_NOUN = re.compile(
    r"(?:insurance|coverage|plans?|benefits?|care|leave|days|savings|support|bonus(?:es)?)\b", re.I
)
_NO_BENEFIT = re.compile(
    r"(?:and |much |many |lots |so much )*(?:more|others?|etc|many others)\b\W*$"
    r"|(?:moreover|however|therefore|additionally|in addition)\W*$",
    re.I,
)
_TAIL = re.compile(
    r"\s*[,;]?\s*(?:and|&)?\s*(?:much |so much |many )?(?:more|others|etc)?[.!;:]*\s*$"
)
_PHRASE = re.compile(
    r"(?:\ban? (?:wide |generous |broad |full )?(?:range of )?(?:\w+ "
    r"){0,2}?)?\b(?:(?:annual|yearly|quarterly|performance) (?:\w+ )?bonus"
    r"|equity package|stock options|employee benefits)\b",
    re.I,
)


_DENIED = re.compile(
    r"\W*(?:there (?:are|is) |we (?:pay|offer|have) )?"
    r"(?:no|without(?: an?)?|keine?n?|ohne|inga|ingen|sin|pas de)\s"
    r"(?:(?:annual|yearly|performance|extra|other|further) ){0,2}"
    r"(?:bonus(?:es)?|benefits|pension|equity|stock options|commissions?|prämien?|boni|primes?)\b"
    r"(?! (?:cap|limit|ceiling))",
    re.I,
)
_NEXT_FACT = re.compile(
    r"(?<=\S)[.;,|]?\s+(?:[|·–-]\s+)?"
    r"(?=(?:Shifts?|Shift pattern|Hours|Working hours|Schedule|Location|Start date|Job type"
    r"|Job Type|Pay|Salary|Contact|Reference|Closing date|Deadline)\s?:)"
)
_DENIAL = 24
"""Characters before a benefit that may deny it."""


def _given(text: str, found: list[Found[str]]) -> list[Found[str]]:
    """Those that are not denied ("no bonuses")."""
    return [one for one in found if not _is_denied(text, *one.spans[0])]


def _is_denied(text: str, start: int, end: int) -> bool:
    if _DENIED.match(text, start, end):
        return True
    ahead = text[max(0, start - _DENIAL) : start]
    at = max(ahead.rfind(f"{word} ") for word in ("no", "No", "without", "Without"))
    match = _DENIED.match(text, start - len(ahead) + at, end) if at >= 0 else None
    return match is not None and match.end() > start


def listed(text: str, part: Section, line: Line) -> list[Found[str]]:
    """The benefits in one line below a heading of benefits."""
    return _given(text, _listed(text, part, _without_next_fact(text, line)))


def _without_next_fact(text: str, line: Line) -> Line:
    """The line up to another fact that stands behind it: "Sign-on bonus: 500 Shift: nights"."""
    match = _NEXT_FACT.search(text, line.start, line.end) if ":" in line.text else None
    if match is None or text.find(":", line.start, match.start()) < 0:
        return line
    return replace(line, end=match.start(), text=text[line.start : match.start()])


def _listed(text: str, part: Section, line: Line) -> list[Found[str]]:
    if line.bullet and len(line.text) < _LONGEST:
        return [_found(text, line.span)]
    if _TERMS_OF_WORK.match(line.text) or (line.text.endswith(":") and len(line.text) < 150):
        return []
    if len(line.text) < 80 and line.text[-1] not in ".!:?":
        return [_found(text, line.span)]
    bullets = any(each.bullet for each in part.lines)
    if bullets and not line.bullet and not cues.perk(line.text):
        return []
    if not bullets and _is_list(part) and len(line.text) < _LONGEST:
        return [_found(text, line.span)]
    return [one for span in sentences(text, line.span) for one in _of_sentence(text, span)]


def _is_list(part: Section) -> bool:
    """Whether lines without bullets are a list all the same: several, most of them short."""
    short = sum(1 for line in part.lines if len(line.text) < 160)
    return short > 2 and short > 0.6 * len(part.lines)


def in_prose(text: str, parts: list[Section]) -> list[Found[str]]:
    """The benefits named in running text outside such lists."""
    found: list[Found[str]] = []
    for part in parts:
        for line in part.lines:
            if "benefits" not in line.text and not cues.perk(line.text):
                continue
            for span in sentences(text, line.span):
                words = text[span[0] : span[1]]
                if cues.legal(words):
                    continue
                lead = _LEAD.search(words)
                if lead and cues.perk(words[lead.end() :]) and shares(words)[_BENEFIT] > 0.4:
                    found += _of_sentence(text, span)
                else:
                    found += [_found(text, each.span()) for each in _PHRASE.finditer(text, *span)]
    return _given(text, found)


def _of_sentence(text: str, span: Span) -> Iterator[Found[str]]:
    """The members of the list in a sentence, or the sentence where it names one thing."""
    start, end = span
    words = text[start:end]
    if not cues.perk(words) and shares(words)[_BENEFIT] < 0.5:
        return
    lead = _last_lead(words)
    members = _members(text, start + lead, end)
    if len(members) == 1 and not lead:
        if end - start < _LONGEST:
            yield _found(text, span)
        return
    for a, b in members:
        clause = text[a:b]
        if 2 < b - a < _LONGEST_CLAUSE and not _NO_BENEFIT.match(clause) and _offered(clause):
            yield _found(text, (a, b))


def _offered(clause: str) -> bool:
    return cues.perk(clause) or shares(clause)[_BENEFIT] > 0.3


def _last_lead(words: str) -> int:
    """Where the list begins: behind the last "including" or "we offer" before its first perk."""
    begins = 0
    first = cues.first_perk(words)
    for match in _LEAD.finditer(words):
        if begins and match.end() > first:
            break
        begins = match.end()
    return begins


def _members(text: str, start: int, end: int) -> list[Span]:
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail else end
    cuts, at = [], start
    for match in _COMMA.finditer(text, start, end):
        if text.count("(", at, match.start()) == text.count(")", at, match.start()):
            cuts.append((at, match.start()))
            at = match.end()
    cuts.append((at, end))
    if len(cuts) > 1 or cues.perk(text[start:end]):
        cuts[-1:] = _parted(text, cuts[-1])
    return [trimmed(text, a, b) for a, b in _shared(text, cuts) if text[a:b].strip()]


def _parted(text: str, span: Span) -> list[Span]:
    """The last member cut at its "and", where both sides name a benefit of their own."""
    for match in _LAST_AND.finditer(text, *span):
        left, right = text[span[0] : match.start()], text[match.end() : span[1]]
        if len(left.split()) > 1 and _offered(left) and cues.perk(right):
            return [(span[0], match.start()), (match.end(), span[1])]
    return [span]


def _shared(text: str, spans: list[Span]) -> list[Span]:
    """Joins "medical, dental and vision insurance" again: short members before a shared noun."""
    result: list[Span] = []
    pending: Span | None = None
    for a, b in spans:
        words = text[a:b]
        if len(words.split()) <= 2 and not _SHARED_NOUN.search(words):
            pending = (pending[0] if pending else a, b)
            continue
        if pending and _SHARED_NOUN.search(words) and len(words.split()) <= 5:
            result.append((pending[0], b))
        else:
            result += [pending] if pending else []
            result.append((a, b))
        pending = None
    return [*result, pending] if pending else result


def _found(text: str, span: Span) -> Found[str]:
    words = " ".join(text[span[0] : span[1]].replace("**", "").split())
    return Found(words, (span,))
