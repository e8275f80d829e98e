"""Says what speaks for and against words being the title of the role, and how likely that makes
them. The weights are learnt, see `training/`; every label is a plain statement."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from ats.reading.lines.vocabulary import DUTY_VERBS, HEADING_WORDS
from ats.reading.names import role_words as lists
from ats.reading.names import title_weights
from ats.reading.names.role_phrases import Phrase, has_noun, is_noun

_WORDS = re.compile(r"[\w+#]+")
_STATE = re.compile(r"(?:, | - | – |\()[A-Z]{2}(?!\w)")


class Around:
    """What of the whole posting the evidence for each phrase needs."""

    def __init__(self, low: str, company: str | None):
        self.low = low
        self.company = company.casefold() if company else None


def features(phrase: Phrase, around: Around) -> set[str]:
    """The evidence for one phrase, each piece by its short label."""
    found = set(phrase.labels)
    words = phrase.words
    low = words.casefold()
    parts = _WORDS.findall(low)
    found.update(_of_nouns(low, parts, "role field" in found or "later role field" in found))
    found.update(_of_form(words, low, parts))
    n = around.low.count(low)
    found.add(f"stands {n if n < 4 else 4} times")
    if phrase.times > 1:
        found.add("found twice" if phrase.times == 2 else "found often")
    found.add(
        "near the top"
        if phrase.span[0] < 200
        else "far down"
        if phrase.span[0] > 1500
        else "in the middle"
    )
    if around.company and around.company in low:
        found.add("is the company" if around.company == low else "with the company")
    return found


def _of_nouns(low: str, parts: list[str], field: bool) -> Iterator[str]:
    last = next((p for p in reversed(parts) if not p.isdigit() and p not in lists.SENIORITY), "")
    if is_noun(last):
        yield "ends with a noun"
        if last.endswith("s") and last not in lists.PLURAL_KEPT and last not in lists.NOUNS:
            yield "plural in a field" if field else "plural"
    elif has_noun(low):
        yield "has a noun"
    else:
        yield "no noun"
    if parts and parts[0] in lists.SENIORITY:
        yield "begins with seniority"
    if parts and parts[0] in DUTY_VERBS and not is_noun(parts[0]):
        yield "begins with a verb"
    if all(part in HEADING_WORDS for part in parts):
        yield "words of headings"


def _of_form(words: str, low: str, parts: list[str]) -> Iterator[str]:
    n = len(parts)
    yield f"words {n if n < 5 else '5-6' if n < 7 else '7-9' if n < 10 else 10}"
    if words.isupper():
        yield "all capitals"
    elif words.islower():
        yield "all small"
    else:
        small = sum(w[0].islower() and len(w) > 3 for w in words.split())
        if small:
            yield "a small word" if small == 1 else "small words"
    if is_sentence(words):
        yield "a sentence"
    if not lists.MODES.isdisjoint(parts) or lists.MODE.search(low):
        yield "mode inside"
    if parts and parts[-1].endswith("s") and lists.SEVERAL.search(words):
        yield "several roles"
    yield from _of_marks(words)


def is_sentence(words: str) -> bool:
    """Whether the words say something, as titles don't; "IT" and "US" say nothing."""
    return (
        "?" in words
        or "!" in words
        or any(w.casefold() in lists.SENTENCE for w in _WORDS.findall(words) if not w.isupper())
    )


def _of_marks(words: str) -> Iterator[str]:
    if _STATE.search(words):
        yield "a state inside"
    if "(" in words:
        yield "brackets inside"
    if ":" in words:
        yield "colon inside"
    if "," in words:
        yield "comma inside"
    if " - " in words or "–" in words or "|" in words:
        yield "dash inside"


def chances(phrases: list[Phrase], around: Around) -> list[tuple[float, Phrase]]:
    """How likely each phrase is the title, the likeliest first. What is missing to 1 is the
    chance that none is."""
    weights = title_weights.WEIGHTS
    scored = [
        (round(sum([weights[x] for x in features(phrase, around) if x in weights]), 6), at)
        for at, phrase in enumerate(phrases)
    ]
    scored.sort(key=lambda one: (-one[0], one[1]))
    none = weights["none"]
    top = max(none, scored[0][0]) if scored else none
    odds = [math.exp(score - top) for score, _ in scored]
    whole = sum(odds) + math.exp(none - top)
    return [(one / whole, phrases[at]) for one, (_, at) in zip(odds, scored, strict=True)]
