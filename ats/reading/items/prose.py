"""Finds what running text asks for and what it says there is to do, sentence by sentence, where
no list said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats.domain.reading import Span
from ats.reading.items import clauses
from ats.reading.keyed import Keyed
from ats.reading.lines import cues
from ats.reading.lines.layout import sentences, trimmed
from ats.reading.lines.line_roles import ROLES, shares
from ats.reading.lines.sections import Role, Section

_MUST, _NICE, _DUTY = (ROLES.index(name) for name in ("must", "nice", "duty"))
_LIKELY, _SURE = 0.5, 0.62
_SHORTEST, _LONGEST = 20, 400
_READ = (Role.UNKNOWN, Role.ROLE, Role.ABOUT, Role.MUST, Role.NICE, Role.OTHER)
_ASKS = re.compile(
    r"\b(?:must|requir\w+|need(?:s|ed)?|should|candidates?|applicants?|you have|you are|you.re"
    r"|you.ll (?:have|need)|your|looking for|seeking|ideal\w*|successful|in need of|experience)\b"
)
_DOES = re.compile(
    r"\b(?:you.?ll|you (?:will|would|may|can|get)|your (?:role|job|task|work|responsib\w+|main)"
    r"|responsib\w+|duties|tasks|this (?:role|position|job)|the (?:role|position|job)"
    r"|(?:you|he|she|candidate|employee|incumbent|person) (?:will|is))\b"
)
_GIVES = re.compile(
    r"you(?:\W?ll| will) (?:also |likely )?"
    r"(?:be (?:amazed|eligible|rewarded|paid|part of)|find|receive"
    r"|get|love|enjoy|join|earn|have (?:access|the (?:opportunity|chance)))",
    re.I,
)
_OURS = re.compile(
    r"(?:We|Our|We’re|We're|Us)\b(?!.{0,40}\b(?:look|seek|need|requir|expect|want|ask))"
)
_INVITES = Keyed(
    r"https?:|www\.|@|\bclick\b|^(?:please |to )?apply\b|^follow\b|^to learn more",
    "http|www.|@|click|apply|follow|to learn more",
)
_MONEY = re.compile(r"[£$€]\s?\d")
_SEEKS = re.compile(
    r"^.{0,120}?\b(?:looking for|seeking|searching for|in need of|looking to (?:hire|add))\s+"
    r"(?=\S.{25,}\b(?:who|with|experience\w*|skill\w*|passion\w*|knowledge|able)\b)",
    re.I,
)


def demands(text: str, parts: list[Section], listed: bool) -> Iterator[tuple[Span, str]]:
    """Sentences that ask something of the person. Where a list was found already, `listed`, only
    those that surely do."""
    least = _SURE if listed else _LIKELY
    for span, words in _sentences(text, parts, listed):
        if _OURS.match(words) or (listed and not _ASKS.search(words.lower())):
            continue
        found = shares(words)
        if found[_MUST] + found[_NICE] < least or _beside(words):
            continue
        lead = None if listed else _SEEKS.match(words)
        start, end = trimmed(text, span[0] + (lead.end() if lead else 0), span[1])
        if listed:
            yield (start, end), text[start:end]
            continue
        for a, b in clauses.demands(text, (start, end)):
            yield (a, b), text[a:b]


def duties(text: str, parts: list[Section]) -> Iterator[tuple[Span, str]]:
    """Sentences that tell what there is to do."""
    for span, words in _sentences(text, parts, False):
        if _OURS.match(words) or _GIVES.match(words):
            continue
        likely = shares(words)[_DUTY]
        if likely <= _LIKELY or _beside(words):
            continue
        if likely > _SURE or _DOES.search(words.lower()):
            for a, b in clauses.duties(text, span):
                yield (a, b), text[a:b]


def _sentences(text: str, parts: list[Section], listed: bool) -> Iterator[tuple[Span, str]]:
    for part in parts:
        if part.role not in _READ or (listed and part.role in (Role.MUST, Role.NICE)):
            continue
        for line in part.lines:
            if line.bullet and part.role not in (Role.UNKNOWN, Role.ROLE):
                continue
            for span in sentences(text, line.span):
                words = " ".join(text[span[0] : span[1]].split())
                if _SHORTEST < len(words) < _LONGEST:
                    yield span, words


def _beside(words: str) -> bool:
    """Whether a sentence is a question, a date, an invitation to apply or legal text."""
    return (
        words.endswith("?")
        or bool(_MONEY.search(words))
        or bool(_INVITES.search(words))
        or cues.asks_nothing(words)
        or cues.legal(words)
    )
