"""Words that may be the title of the role: how they are kept, and the nouns they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ats.domain.reading import Span
from ats.reading.keyed import Letters, lowered
from ats.reading.names import role_words as lists

WORDS = re.compile("[a-zß-öø-ÿ]+")
_EDGES = ' \t*#_"“”-–—:,;.|/&'
_TAIL = re.compile(
    r"(?:\s+(?:and|for|of|with|&|-|–|/|at|in|to|och|und|et|till|für|pour|para|jobs?|position|role|opening|vacancy)"
    r"|[,\s;:–/-])+$"
)
_LEAD_IN = re.compile(
    r"^(?:seeking|hiring|wanted|now hiring|we are hiring|job opening|opening|vacancy|new)"
    r"\s*[:!-]?\s+(?=[A-Z])",
    re.I,
)
_ABOUT = re.compile(r"about (?:the|this|our) (?=[A-Z])", re.I)
"""Before a role, the heading of what is said about it."""
_GLUED = re.compile(r"^(?:[A-Z]{0,4}[-_]?\d{4,}|As|Title)(?=[A-Z][a-z])")
"""A number or a small word that lost the space behind it."""
_SHORT_NOUN = 8
"""Letters; a word that is made of two is longer."""
_MACHINES = frozenset(
    """sql windows web active foundation application app microsoft file mail proxy linux print game
    cloud report reporting iis media exchange database db unix physical virtual dedicated http api
    build mcp blade tableau git vpn dns rest mysql team directory""".split()
)
"""Before "server", a machine and no person."""


@dataclass(slots=True)
class Phrase:
    """Words that may be the title, and what speaks for and against them."""

    words: str
    span: Span
    labels: set[str] = field(default_factory=set)
    times: int = 0


class Phrases:
    """The phrases of one posting, each spelling once whatever its case."""

    def __init__(self, text: str, company: str | None = None):
        self.text = text
        self.company = company
        self.low = lowered(text)
        self.found: dict[str, Phrase] = {}

    def add(self, start: int, end: int, *labels: str, plural: bool = False) -> None:
        """Takes the words there, without what hangs on at their ends; a plural as one of them."""
        words = _clean(self.text[start:end])
        about = _ABOUT.match(words)
        if about and has_noun(words[about.end() :]):
            words = words[about.end() :]
        if not 2 < len(words) < 130:
            return
        at = self.text.find(words, start, end)
        if plural:
            words = words[:-1]
        start = at if at >= 0 else start
        key = " ".join(words.casefold().split())
        phrase = self.found.get(key)
        if phrase is None:
            phrase = self.found[key] = Phrase(words, (start, start + len(words)))
        elif phrase.words[-1].isupper() < words[-1].isupper() or (
            phrase.words[:1].islower() and words[:1].isupper()
        ):
            phrase.words, phrase.span = words, (start, start + len(words))
        phrase.labels.update(labels)
        phrase.times += 1


_LETTERS = Letters(WORDS.pattern)


def role_nouns(low: str) -> list[Span]:
    """The places of the nouns that name what a person does."""
    words = set(_LETTERS.words(low))  # as `WORDS` finds, whose letters are all in Latin-1
    present = words & lists.FORMS
    present.update(word for word in words if len(word) > _SHORT_NOUN and _is_compound(word))
    places = []
    for noun in present:
        at = low.find(noun)
        while at >= 0:
            end = at + len(noun)
            if noun in {"server", "servers"} and _is_machine(low, at):
                pass
            elif not (low[at - 1 : at].isalpha() or low[end : end + 1].isalpha()):
                places.append((at, end))
            at = low.find(noun, end)
    return sorted(places)


def _is_machine(low: str, at: int) -> bool:
    before = WORDS.findall(low[max(0, at - 20) : at])
    return bool(before) and before[-1] in _MACHINES


def has_noun(words: str) -> bool:
    """Whether one of the words names what a person does, or says whom the role is for."""
    if ("/" in words or "(" in words) and lists.FOR_ALL.search(words):
        return True
    found = WORDS.findall(words.casefold())
    return any(map(is_noun, found))


def is_noun(word: str) -> bool:
    """Whether a word, in small letters, names what a person does."""
    return word in lists.FORMS or _is_compound(word)


def is_plural(words: str) -> bool:
    """Whether the words end with several people: "Bakers"."""
    found = WORDS.findall(words.casefold())
    last = found[-1] if found else ""
    return last.endswith("s") and last not in lists.NOUNS and last[:-1] in lists.NOUNS


def _is_compound(word: str) -> bool:
    """ "Projektleiter", "systemutvecklare": role names of other languages are one word."""
    return len(word) > _SHORT_NOUN and word[-3:] in lists.LAST and word.endswith(lists.ENDINGS)


def _clean(words: str) -> str:
    words = _GLUED.sub("", _LEAD_IN.sub("", words.strip(_EDGES)))
    before = None
    while words != before:
        before, words = words, _TAIL.sub("", words).strip(_EDGES)
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].strip(_EDGES)
    if words.count(")") > words.count("("):
        words = words[: words.index(")")].strip(_EDGES)
    return words
