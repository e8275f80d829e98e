"""Collects what a posting may call its role: lines, labelled values, fields of headers and phrases
around the nouns that name what a person does, each with what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ats.domain.reading import Span
from ats.reading import role_words as lists
from ats.reading.keyed import lowered
from ats.reading.layout import Line
from ats.reading.vocabulary import DUTY_VERBS

_WORDS = re.compile("[a-zß-öø-ÿ]+")
_TOP = 12
"""Lines from the top that may be the title as they stand."""
_MOST_PHRASES = 60
_PART = re.compile(r"\s+[-–—|•]+\s+|[-–—]\s+|:\s+|\s+@\s+|\s+(?:at|bei|hos)\s+(?=[A-Z])|\s*\|\s*")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?")
_EDGES = ' \t*#_"“”-–—:,;.|/&'
_TAIL = re.compile(
    r"(?:\s+(?:and|for|of|with|&|-|–|/|at|in|to|och|und|et|jobs?|position|role|opening|vacancy)|[,\s;:–/-])+$"
)
_LEVEL = re.compile(
    r"(?:,? ?[-–]? ?(?:I{1,3}|IV|V|[1-5](?:[-/][1-5])?|L\d|GS-?\d{1,2}|Sr\.?|Jr\.?)(?![\w%+]))+"
)
_RIGHT = re.compile(
    r"(?:(?:,? (?:(?:of|and|for|in|with|&|-|–|—|/) )?|/|, | ?- ?)(?:[A-ZÀ-Þ][\w+#./&’'-]*|\([^()\n]{1,40}\)"
    r"|\d[\w.-]*|\.NET)){1,8}"
)
_OPENING = re.compile(r"[(\[*\"“|:]")
_MACHINES = frozenset(
    """sql windows web active foundation application app microsoft file mail proxy linux print game
    cloud report reporting iis media exchange database db unix physical virtual dedicated http api
    build mcp blade tableau git vpn dns rest mysql team directory""".split()
)
"""Before "server", a machine and no person."""
_LEAD_IN = re.compile(
    r"^(?:seeking|hiring|wanted|now hiring|we are hiring|job opening|opening|vacancy|new)\s*[:!-]?\s+(?=[A-Z])",
    re.I,
)


@dataclass(slots=True)
class Phrase:
    """Words that may be the title, and what speaks for and against them."""

    words: str
    span: Span
    labels: set[str] = field(default_factory=set)
    times: int = 0


class Phrases:
    """The phrases of one posting, each spelling once."""

    def __init__(self, text: str):
        self.text = text
        self.low = lowered(text)
        self.found: dict[str, Phrase] = {}

    def add(self, start: int, end: int, *labels: str, plural: bool = False) -> None:
        """Takes the words there, without what hangs on at their ends; a plural as one of them."""
        words = _clean(self.text[start:end])
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


def collect(text: str, lines: list[Line]) -> list[Phrase]:
    """What the posting may call its role."""
    phrases = Phrases(text)
    places = role_nouns(phrases.low)
    _from_lines(phrases, lines)
    _from_labels(phrases, lines)
    _from_text(phrases, lines, places)
    return list(phrases.found.values())


def role_nouns(low: str) -> list[Span]:
    """The places of the nouns that name what a person does."""
    words = set(_WORDS.findall(low))
    present = words & lists.FORMS
    present.update(word for word in words if len(word) > 8 and word.endswith(lists.ENDINGS))
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
    before = _WORDS.findall(low[max(0, at - 20) : at])
    return bool(before) and before[-1] in _MACHINES


def has_noun(words: str) -> bool:
    """Whether one of the words names what a person does."""
    found = _WORDS.findall(words.casefold())
    return any(w in lists.FORMS or (len(w) > 8 and w.endswith(lists.ENDINGS)) for w in found)


def _clean(words: str) -> str:
    words = _LEAD_IN.sub("", words.strip(_EDGES))
    before = None
    while words != before:
        before, words = words, _TAIL.sub("", words).strip(_EDGES)
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].strip(_EDGES)
    if words.count(")") > words.count("("):
        words = words[: words.index(")")].strip(_EDGES)
    return words


def _from_lines(phrases: Phrases, lines: list[Line]) -> None:
    for number, line in enumerate(lines[:_TOP]):
        body = line.text
        if number < 2 and body.count("|") >= 2:
            _from_bars(phrases, line)
            continue
        if line.bullet or (number == 0 and _from_notice(phrases, line)):
            continue
        if not 3 < len(body) <= 100 or body[-1] in ".;!?" or len(body.split()) > 14:
            continue
        if body[0].islower() or (body[-1] == ":" and number > 0):
            continue
        rank = "first line" if number == 0 else "line near the top" if number < 4 else "line"
        labels = [rank, *(["marked line"] if line.marked else [])]
        _variants(phrases, line.start, line.end, *labels)


def _variants(phrases: Phrases, start: int, end: int, *labels: str) -> None:
    """The words as they stand, without brackets, and the parts a dash or a colon makes."""
    text = phrases.text
    phrases.add(start, end, *labels, "whole")
    bracket = _BRACKETS.search(text, start, end)
    if bracket and bracket.start() > start + 3:
        phrases.add(start, bracket.start(), *labels, "before brackets")
    cuts = [start]
    for match in _PART.finditer(text, start, end):
        if match.start() > cuts[-1]:
            _part(phrases, cuts[-1], match.start(), len(cuts), *labels)
            if len(cuts) > 1:
                phrases.add(start, match.start(), *labels, "first parts")
            cuts.append(match.end())
    if len(cuts) > 1:
        _part(phrases, cuts[-1], end, len(cuts), *labels)
    comma = text.find(", ", start, end)
    if comma > start:
        phrases.add(start, comma, *labels, "before a comma")


def _part(phrases: Phrases, start: int, end: int, number: int, *labels: str) -> None:
    noun = has_noun(phrases.text[start:end])
    name = "first part" if number == 1 else "later part"
    phrases.add(start, end, *labels, name + (" with a noun" if noun else " without a noun"))


def _from_bars(phrases: Phrases, line: Line) -> None:
    """The fields of a header with bars; the first is most often the company."""
    at, seen = line.start, False
    for number, part in enumerate(phrases.text[line.start : line.end].split("|")):
        start, end = at, at + len(part)
        at = end + 1
        noun = has_noun(part)
        if lists.SEVERAL.search(part.strip()) and number:
            phrases.add(start, end, "several roles field")
        if not noun:
            continue
        first = "the first field" if number == 0 else "later role field" if seen else "role field"
        seen = seen or number > 0
        phrases.add(start, end, first)
        bracket = _BRACKETS.search(phrases.text, start, end)
        if bracket:
            phrases.add(start, bracket.start(), first, "before brackets")
        cut = start
        for match in re.finditer(r",\s|/|;| and | & | or ", part):
            phrases.add(cut, start + match.start(), first, "piece of a field")
            cut = start + match.end()
        if cut > start:
            phrases.add(cut, end, first, "piece of a field")


_NOTICE = re.compile(
    r"(?P<head>[^—–\n]{6,150}?(?: – [^—–,\n]{3,60}(?:,[^—–\n]{3,60}?)?)?),?\s?[—–](?:\s?(?=[A-Z(])|\s*$)"
)
_REGION = re.compile(
    r"\b(?:County|City|Town|Parish|Board|Department|Dept|Office|State|Borough|Village|Commission|University|Council)\b"
)


def _from_notice(phrases: Phrases, line: Line) -> bool:
    """ "Baker, City Bakery— The bakery ...", the form of notices: the title ends at a comma."""
    if "—" not in line.text and "–" not in line.text:
        return False
    match = _NOTICE.match(phrases.text, line.start, line.end)
    if not match or "," not in match["head"] or not has_noun(match["head"]):
        return False
    commas = [m.start() + match.start() for m in re.finditer(", ", match["head"])]
    for at in commas:
        left = sum(1 for c in commas if c >= at)
        labels = ["notice", f"notice, {min(left, 3)} parts left"]
        rest = phrases.text[at : match.end("head")]
        labels.append(
            "notice, then a region" if _REGION.search(rest.split(",")[1]) else "notice, then other"
        )
        phrases.add(line.start, at, *labels)
    if not commas:
        phrases.add(line.start, match.end("head"), "notice", "whole")
    return bool(commas)


def _from_labels(phrases: Phrases, lines: list[Line]) -> None:
    for number, line in enumerate(lines):
        body = line.text
        if len(body) > 400:
            continue
        match = (
            lists.LABEL.match(phrases.text, line.start, line.end)
            if (":" in body or " - " in body or " – " in body)
            else None
        )
        if match:
            end = match.start("title") + len(lists.NEXT_LABEL.split(match["title"])[0])
            kind = " ".join(match["kind"].casefold().split())
            strong = "title" in kind or "titel" in kind or kind in {"job", "position", "befattning"}
            odd = any(
                w in kind for w in ("official", "business", "corporate", "class", "functional")
            )
            label = "odd label" if odd else "title label" if strong else "other label"
            if end - match.start("title") < 110:
                _variants(phrases, match.start("title"), end, label)
        elif number + 1 < len(lines) and len(body) < 30 and lists.LABEL_ALONE.fullmatch(body):
            below = lines[number + 1]
            if len(below.text) < 100 and not below.bullet:
                _variants(phrases, below.start, below.end, "below a label")


def _from_text(phrases: Phrases, lines: list[Line], places: list[Span]) -> None:
    """Phrases around role nouns, line by line."""
    at, count = 0, 0
    for line in lines:
        while at < len(places) and places[at][0] < line.start:
            at += 1
        last = at
        while last < len(places) and places[last][1] <= line.end:
            last += 1
        for group in _groups(phrases.text, places[at:last]):
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
    context = list(_context(phrases.low, text, line, start, end))
    if not capital and (line.bullet or context[0] in {"amid", "someone else"}):
        return
    labels = context if capital else [label + ", small" for label in context]
    labels.append("in capitals" if capital else "in small letters")
    if line.bullet:
        labels.append("in a bullet")
    if start == noun[0] and words in lists.NO_TITLE:
        labels.append("one plain noun")
    if _is_plural(words):
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


def _is_plural(words: str) -> bool:
    last = _WORDS.findall(words)[-1]
    return last.endswith("s") and last not in lists.NOUNS and last[:-1] in lists.NOUNS


def _left_edge(text: str, least: int, at: int, capital: bool) -> int:
    """Where the phrase that ends with this noun begins."""
    taken, previous = 0, ""
    while at > least and taken < 8:
        if text[at - 1] in "/-":
            pass
        elif text[at - 1] != " ":
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
    # A joining word at the beginning belongs to what stood before.
    while text[at : at + 1] in "&-–/" or text.startswith(("and ", "of ", "or ", "for "), at):
        at = text.find(" ", at) + 1
    return at


def _belongs(token: str, capital: bool, taken: int) -> bool:
    if token[-1] in '.:;!?)”"' and token.casefold() not in {"sr.", "jr.", "asst.", "dept.", ".net"}:
        return False
    low = token.casefold().rstrip(",")
    if token[-1] == ",":
        return False
    if token in {"&", "/", "-", "–"} or (capital and low in {"of", "and", "in", "for"}):
        return taken > 0 or token in {"&", "/"} or low == "and"
    if not token.islower() and any(c.isupper() or c.isdigit() for c in token):
        return low not in lists.PRAISE
    return (
        not capital
        and taken < 3
        and low not in lists.PRAISE
        and not low.endswith(("ly", "ed"))
        and any(c.isalpha() for c in low)
    )


def _context(low: str, text: str, line: Line, start: int, end: int) -> Iterator[str]:
    left = low[max(line.start, start - 90) : start]
    if start == line.start:
        yield "begins a line"
        if end >= line.end - 1:
            yield "is a line"
    elif lists.AS_A.search(left):
        yield "as a"
    elif lists.SEEK.search(left):
        yield "sought"
    elif lists.ROLE_OF.search(left):
        yield "role of"
    elif lists.REPORTS.search(left):
        yield "someone else"
    elif left.endswith(("the ", "this ", "our ")):
        yield "the"
    elif left.endswith((". ", "! ", "? ", ": ")):
        yield "opens a sentence"
    else:
        yield "amid"
    follows = low[end : end + 24]
    word = _WORDS.match(follows.lstrip(" *,"))
    if word and (known := lists.AFTER.get(word[0])):
        yield known
    elif follows[:1] in {",", "."}:
        yield "then " + follows[0]
