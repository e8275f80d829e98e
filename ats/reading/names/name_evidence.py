"""Says what speaks for and against a name being the company that offers the role, and how likely
that makes it. The weights are learnt, see `training/`; every label is a plain statement."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ats.reading.keyed import lowered
from ats.reading.lines.layout import Line
from ats.reading.lines.vocabulary import DUTY_VERBS
from ats.reading.names import name_weights
from ats.reading.names import name_words as lists
from ats.reading.names.mentions import Mention, Name, mention
from ats.reading.names.role_phrases import is_noun, is_plural

_LETTERS = re.compile(r"[A-Z]{2,5}s")
"""People told by letters: "RNs"."""


class Surroundings:
    """What of the whole posting the evidence for each name needs, looked up once."""

    def __init__(self, text: str, lines: list[Line], names: list[Name]):
        self.text = text
        self.low = lowered(text)
        self.below_about = {
            n + 1
            for n, line in enumerate(lines)
            if len(line.text) < 60 and lists.ABOUT_US.fullmatch(line.text)
        }
        self.addresses = _addresses(self.low)
        self.longer: Counter[str] = Counter()
        self.shorter: Counter[str] = Counter()
        times = {name.words: len(name.places) for name in names}
        for words, n in times.items():
            at = words.find(" ")
            while at > 0:
                start = words[:at].rstrip(",")
                if start in times:
                    self.longer[start] += n
                    self.shorter[words] += times[start]
                at = words.find(" ", at + 1)


def _addresses(low: str) -> str:
    """The hosts of the posting's links and e-mails, and the first words of their paths."""
    named = any(mark in low for mark in ("://", "www.", "@"))
    parts = {
        lists.PLAIN.sub("", part)
        for m in (lists.ADDRESS.finditer(low) if named else ())
        for part in m.groups()
        if part
    }
    for match in lists.DOMAIN.finditer(low):
        left = low[max(0, match.start() - 30) : match.start()]
        parts.add(lists.PLAIN.sub("", re.split(r"[\s/@:.(]", left)[-1]))
    return "|".join(sorted(part for part in parts if len(part) > 3))


@lru_cache(maxsize=4096)
def possible(name: str) -> bool:
    """Whether the words can be a company's name at all."""
    low = name.casefold()
    if not 1 < len(name) <= 70 or low in lists.PLACES:
        return False
    words = low.split()
    last = words[-1]
    if _LETTERS.fullmatch(name) or (words[1:2] == ["of"] and is_noun(words[0])):
        return False
    if (is_noun(last) and not is_plural(last)) or (
        len(words) > 1 and is_noun(words[-2]) and lists.RANK.fullmatch(last)
    ):
        return False
    if last not in lists.EMPTY and words[0] not in lists.EMPTY:
        return True
    if len(words) > 2 and last.rstrip(".") in lists.LEGAL_FORMS:
        return True
    return not all(word.strip(".,") in lists.EMPTY for word in words)


def features(name: Name, around: Surroundings) -> set[str]:
    """The evidence for one name, each piece by its short label."""
    times: dict[str, int] = {}
    n = len(name.places)
    bullets = 0
    for place in name.places:
        for context in _of_mention(mention(around.text, place), around):
            times[context] = times.get(context, 0) + 1
        bullets += place.line.bullet
    found = set(times)
    found.update(_of_words(name, around))
    if n > 1:
        found.update(
            f"{c} twice" for c, often in times.items() if often > 1 and c in lists.MAY_REPEAT
        )
    found.add(f"named {n if n < 6 else 6 if n < 10 else 10}")
    if n == 1 and " " not in name.words:
        found.add("one word, named once")
    longer, shorter = around.longer[name.words], around.shorter[name.words]
    if longer:
        found.add("begins longer ones" if longer < n else "mostly in longer ones")
    if shorter:
        found.add("said shorter" if shorter > n else "seldom shorter")
    if bullets == n:
        found.add("only in bullets")
    if lists.SPEAKS.isdisjoint(times):
        found.add("nothing speaks of it")
    found.add(_place(name.places[0].start))
    return found


def _place(start: int) -> str:
    if start < 120:
        return "first near the top"
    if start < 600:
        return "first in the opening"
    return "first late" if start > 2500 else "first in the middle"


def _of_words(name: Name, around: Surroundings) -> list[str]:
    words = name.words
    low = words.lower()
    parts = low.split()
    found = [f"words {min(len(parts), 5)}", *_of_letters(words, parts)]
    found.extend(_of_ends(parts[0], parts[-1], len(parts)))
    if name.short:
        found.append("gives a short form")
    if not lists.EVERYWHERE.isdisjoint(low.split(" and ")):
        found.append("named everywhere")
    if parts[-1] not in lists.NOUNS and not lists.NOUNS.isdisjoint(parts):
        found.append("role noun")
    if low != words and not words.isupper() and f" {low} " in around.text:
        found.append("also in lower case")
    if around.addresses:
        found.append(_addressed(low, parts, around.addresses))
    return found


def _of_ends(first: str, last: str, count: int) -> Iterator[str]:
    if first in lists.STOP:
        yield "begins with a plain word"
    if first in DUTY_VERBS:
        yield "begins with a verb" if count > 1 else "a verb"
    if last in lists.STOP:
        yield "ends with a plain word"
    if last in lists.NOUNS:
        yield "ends with a role noun"


def _addressed(low: str, parts: list[str], addresses: str) -> str:
    plain = low if low.isalnum() else lists.PLAIN.sub("", low)
    if len(plain) > 3 and plain in addresses:
        return "in an address"
    if len(parts) == 1:
        return "in no address"
    first = lists.PLAIN.sub("", parts[0])
    if len(first) > 3 and first not in lists.STOP and first in addresses:
        return "first word in an address"
    return "in no address"


def _of_letters(words: str, parts: list[str]) -> Iterator[str]:
    if len(parts) > 1:
        if parts[-1].rstrip(".") in lists.LEGAL_FORMS:
            yield "legal form"
        if "and" in parts or "&" in parts:
            yield "and inside"
    if not lists.ORGANISATIONS.isdisjoint(parts) or lists.ORGANISATION.search(parts[-1]):
        yield "organisation word"
    if words.isupper():
        long = "all capitals" if len(parts) < 4 else "shouted"
        yield long if len(words) > 4 else "short capitals"
    elif len(parts) == 1 and not words[1:].islower() and lists.CAPITAL.search(words, 1):
        yield "capital inside"
    if not words.isalpha() and lists.DIGIT.search(words):
        yield "digit"
    if "." in words:
        yield "dot"


def _of_mention(m: Mention, around: Surroundings) -> list[str]:
    line = m.line
    found: list[str] = []  # lists, as this is asked for every place of every name
    opens = not m.before or m.start == line.start or m.mark[-1:] in lists.ENDS
    if m.end - m.start >= len(line.text) - 2:
        found.append(
            "a line" if m.number > 4 else "a line near the top" if m.number else "the first line"
        )
    if opens:
        found.append("opens a sentence")
        if 0 < m.number < 4 and m.start == line.start and m.follows in {",", "–", "-", "·", "|"}:
            found.append("heads a line below the title")
    if opens or m.before in lists.THE:
        _as_subject(found, m, around)
    elif m.next in lists.BE and m.next_but_one in lists.ARTICLE:
        found.append("is a, amid")
    _before(found, m)
    _after(found, m, opens, around.text)
    if m.start and around.text[m.start - 1].isalpha():
        found.append("half of a word")
    if line.bullet:
        found.append("in a bullet")
    return found


def _before(found: list[str], m: Mention) -> None:
    """What the word before says; a sentence may begin with it."""
    role = lists.BEFORE.get(m.before)
    near = m.start < m.line.start + 9
    if role == "at":
        found.append("at")
        if m.next in lists.WE or near:
            found.append("at, first")
    elif role == "about":
        found.append("heading about" if near and m.end >= m.line.end - 2 else "about")
    elif role == "join" or (role and not m.mark):
        found.append(role)
    if m.before in lists.SKILL:
        found.append("skill")
    if m.mark.endswith("("):
        found.append("in brackets")


def _after(found: list[str], m: Mention, opens: bool, text: str) -> None:
    if m.before in lists.AND:
        found.append("in a list")
    if m.mark == "," and m.before:
        found.append("after a comma")
    elif m.follows == "," and not opens and m.next not in lists.WE:
        found.append("then a comma")
    if m.follows == "," and lists.STATE.match(text, m.end):
        found.append("then a state")
    if m.owning:
        found.append("owning")
    if m.next in lists.WE and m.follows in {"", ","}:
        found.append("then we")
    if m.next in lists.STAFF and not m.follows:
        found.append("then team")


def _as_subject(found: list[str], m: Mention, around: Surroundings) -> None:
    """What the sentence says that the name begins."""
    if m.number in around.below_about and m.start < m.line.start + 5:
        found.append("below about us")
    if around.low.find(" equal ", m.end, m.end + 45) >= 0:
        found.append("is equal")
    if m.follows in {"", ",", ")"}:
        found += _predicate(m.next, m.next_but_one)
    elif m.follows[:1] == ":":
        found.append("a label")
    elif m.follows[:1] in "–—-":
        found.append("then a dash")


def _predicate(verb: str, another: str) -> tuple[str, ...]:
    if verb in lists.BE:
        if another in lists.SEEKS or another in {"currently", "actively", "now"}:
            return ("is seeking",)
        return ("is a",) if another in lists.ARTICLE else ("is",)
    if verb in lists.SEEKS:
        return ("seeks",)
    if verb in lists.VERBS or (verb == "and" and another == "its"):
        return ("verb",)
    return ("perhaps verb",) if lists.VERB.match(verb) else ()


def chances(names: list[Name], around: Surroundings) -> list[tuple[float, Name]]:
    """How likely each name is the company, the likeliest first. What is missing to 1 is the
    chance that none is."""
    weights = name_weights.WEIGHTS
    scored = [
        (round(sum([weights[x] for x in features(name, around) if x in weights]), 6), at)
        for at, name in enumerate(names)
    ]
    scored.sort(key=lambda one: (-one[0], one[1]))
    none = weights["none"]
    top = max(none, scored[0][0]) if scored else none
    odds = [math.exp(score - top) for score, _ in scored]
    whole = sum(odds) + math.exp(none - top)
    return [(one / whole, names[at]) for one, (_, at) in zip(odds, scored, strict=True)]
