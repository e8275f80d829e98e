"""Collects what may be the title from sentences: the words around each noun that names what a
person does, and what the sentence says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats.domain.reading import Span
from ats.reading.late import late
from ats.reading.lines.layout import Line
from ats.reading.lines.vocabulary import DUTY_VERBS
from ats.reading.names import role_words as lists
from ats.reading.names.role_phrases import WORDS, Phrases, is_plural, role_nouns

_MOST_PHRASES = 60
_LONGEST_ITEM = 200
"""Characters of a list item; what is asked of people there names other people's roles."""
_LEVEL = late(
    r"(?:,? ?[-–]? ?(?:I{1,3}|IV|V|[1-5](?:[-/][1-5])?|L\d|GS-?\d{1,2}|Sr\.?|Jr\.?)(?![\w%+]))+"
)
_RIGHT = late(
    r"(?:(?:,? (?:(?:of|and|for|in|with|&|-|–|—|/) )?|/|, | ?- ?)"
    r"(?:[A-ZÀ-Þ][\w+#./&’'-]*|\([^()\n]{1,40}\)|\d[\w.-]*|\.NET)){1,8}"
)
_SENTENCE_ENDS = (". ", "! ", "? ", ": ")
_JOINTS = ("and ", "of ", "or ", "for ")
_SHORTENED = frozenset({"sr.", "jr.", "asst.", "dept.", ".net"})
_OPENING = re.compile(r"[(\[*\"“|:]")


def from_text(phrases: Phrases, lines: list[Line]) -> None:
    """Phrases around role nouns, line by line."""
    places = role_nouns(phrases.low)
    at, count = 0, 0
    for line in lines:
        while at < len(places) and places[at][0] < line.start:
            at += 1
        last = at
        while last < len(places) and places[last][1] <= line.end:
            last += 1
        item = line.bullet and line.end - line.start < _LONGEST_ITEM
        for group in [] if item else _groups(phrases.text, places[at:last]):
            count += 1
            if count > _MOST_PHRASES:
                return
            _around(phrases, line, group)
        at = last


def _groups(text: str, places: list[Span]) -> Iterator[Span]:
    """Nouns side by side are one phrase: "Engineering Manager Intern"."""
    current: Span | None = None
    for start, end in places:
        if current and text[current[1] : start] in {" ", "/", " / ", "-"}:
            current = (current[0], end)
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current


def _around(phrases: Phrases, line: Line, noun: Span) -> None:
    text = phrases.text
    capital = text[noun[0]].isupper()
    start = _left_edge(text, line.start, noun[0], capital)
    words = text[noun[0] : noun[1]].casefold()
    if not capital and (
        words in lists.SMALL_SKIPPED or (start == noun[0] and words in lists.NO_TITLE)
    ):
        return
    end = noun[1]
    level = _LEVEL.match(text, end, line.end)
    if level:
        end = level.end()
    context = list(_context(phrases.low, line, start, end))
    if not capital and (line.bullet or context[0] in {"amid", "someone else"}):
        return
    labels = context if capital else [label + ", small" for label in context]
    labels.append("in capitals" if capital else "in small letters")
    if line.bullet:
        labels.append("in a bullet")
    if start == noun[0] and words in lists.NO_TITLE:
        labels.append("one plain noun")
    if is_plural(words):
        phrases.add(start, noun[1], "from a plural", *labels, plural=True)
        return
    phrases.add(start, end, "phrase", *labels)
    if capital:
        _longer(phrases, line, start, noun[1], end, labels)


def _longer(
    phrases: Phrases, line: Line, start: int, noun: int, end: int, labels: list[str]
) -> None:
    """What goes on behind the noun: "Engineer, Platform (Payments)"."""
    right = _RIGHT.match(phrases.text, noun, line.end)
    if right and right.end() > end:
        phrases.add(start, right.end(), "longer phrase", *labels)
        bracket = phrases.text.find("(", start, right.end())
        if bracket > noun + 1:
            phrases.add(start, bracket, "phrase", "before brackets", *labels)


def _left_edge(text: str, least: int, at: int, capital: bool) -> int:
    """Where the phrase that ends with this noun begins."""
    noun, taken, previous = at, 0, ""
    while at > least and taken < 8:
        if text[at - 1] not in "/- ":
            break
        gap = at - 1
        space = max(text.rfind(" ", least, gap), text.rfind("\n", least, gap), least - 1)
        token = _OPENING.split(text[space + 1 : gap])[-1]
        skipped = gap - len(token)
        if token[-1:] == "," and previous in {"&", "and"}:
            token = token[:-1]
        if not token or not _belongs(token, capital, taken):
            break
        at, taken, previous = skipped, taken + 1, token
        if skipped > space + 1:
            break
    return _without_joints(text, at, noun)


def _without_joints(text: str, at: int, noun: int) -> int:
    """A joining word at the beginning belongs to what stood before."""
    while at < noun and (text[at] in "&-–/" or text.startswith(_JOINTS, at)):
        at = text.find(" ", at) + 1 or noun
    return min(at, noun)


def _belongs(token: str, capital: bool, taken: int) -> bool:
    low = token.casefold()
    if token[-1] in '.,:;!?)”"' and low not in _SHORTENED:
        return False
    if token in {"&", "/", "-", "–"} or (capital and low in {"of", "and", "in", "for"}):
        return taken > 0 or token in {"&", "/"} or low == "and"
    if not token.islower() and any(c.isupper() or c.isdigit() for c in token):
        return low not in lists.PRAISE
    return (
        not capital
        and taken < 3
        and low not in lists.PRAISE
        and low not in DUTY_VERBS
        and not low.endswith(("ly", "ed"))
        and any(c.isalpha() for c in low)
    )


def _context(low: str, line: Line, start: int, end: int) -> Iterator[str]:
    """What the sentence says of the words: first what stands before them."""
    if start == line.start:
        yield "begins a line"
        if end >= line.end - 1:
            yield "is a line"
    else:
        yield _before(low[max(line.start, start - 80) : start])
    follows = low[end : end + 24]
    word = WORDS.match(follows.lstrip(" *,"))
    if word and (known := lists.AFTER.get(word[0])):
        yield known
    elif follows[:1] in {",", "."}:
        yield "then " + follows[0]


def _before(left: str) -> str:
    if left.endswith(_SENTENCE_ENDS):
        return "opens a sentence"
    left = left[max(left.rfind(mark) for mark in ".!?;") + 1 :]
    words = WORDS.findall(left)
    for name, needed, pattern in lists.BEFORE:
        if (needed is None or not needed.isdisjoint(words)) and pattern.search(left):
            return name
    return "the" if left.endswith(("the ", "this ", "our ")) else "amid"
