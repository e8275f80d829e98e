"""Collects the proper names of a posting and how sentences speak of each: what stands before and
after, at which place, how often. Which of them is the company is decided elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from ats.domain.reading import Span
from ats.reading.late import late
from ats.reading.lines.layout import Line
from ats.reading.lines.vocabulary import GLUED_LEFT, ROLE_NOUNS
from ats.text_patterns import digits_in

_DOMAIN = r"\.(?:com|io|ai|dev|org|net|co|app|gov|tech|energy|health|edu)(?![\w-])"
_REST = rf"[\w&+-]*(?:[’'](?!s\b)\w+)*(?:{_DOMAIN})?"
_WORD = (
    rf"(?:[A-ZÀ-Þ]{_REST}|\d{{1,3}}[A-Z]{_REST}|\d{{1,2}}(?:and|&)[A-Z]\w+|[a-z]{{1,2}}[A-Z]\w+)"
)
LEGAL = (
    r"(?:Inc|INC|LTD|LLC|Ltd|GmbH|AG|AB|SA|S\.A|B\.?V|PLC|plc|Corp|Corporation|LLP|P\.C"
    r"|Pty(?: Ltd)?|Co|Company|Limited|N\.V|SE|KG|Oy|AS|A/S|S\.L|SAS|SARL|SpA|S\.p\.A)"
    r"(?![\w’'&-])\.?"
)
_JOINT = r"(?:&|of(?: the)?|and|for|the|d[eu]|de[sl]|de la|för|für|und|y|et|zu[mr]|van)"
_RUN = re.compile(
    rf"[A-ZÀ-Þ0-9](?:(?<![\w.@/#’'&+-].)|(?<=[\s(][a-z].)|(?<=[\s(][a-z]{{2}}.))"
    rf"(?:(?<=\d)(?:\d{{0,2}}[A-Z]|\d?(?:and|&)[A-Z])|(?<!\d)){_REST}"
    rf"(?:(?:[’']s)? (?:{_JOINT} )?(?={_WORD}){_WORD}"
    rf"(?:, (?={LEGAL}){LEGAL})?|, (?={LEGAL}){LEGAL}){{0,6}}"
)
_SMALL_START = late(r"[a-z]+(?=[A-Z])")
_GOES_ON = re.compile(r"[\w.,-]")
_DOMAIN_END = re.compile(r"\.(?:com|io|ai|dev|org|app)(?<=[a-z].{3})(?![\w/@.-])")
"""What a name without a capital may end with, beside one or two digits."""
_CAMEL = re.compile(r"[a-zß-ÿ]{3}(?=[A-Z][A-Za-z])")
_SOFT = re.compile(r" (?:and|und|y|et|for|of the|of|the) ")
_OWNING = re.compile(r"[’']s ")
_SHORT_FORM = late(r" ?\(([A-Z][\w&]{1,9})\)")
_NEXT = re.compile(
    r"(?:[’']s?(?= )|[®™])*(?: ?\([^)\n]{1,40}\))?([.,:;!?)·|–—-]*)\s*([^\W\d_]*)\s?(\w*)"
)
_GLUED_NOUN = late(
    r"(?i:" + "|".join(sorted(GLUED_LEFT | ROLE_NOUNS, key=len, reverse=True)) + r")(?=[A-Z])"
)
_LEADS = frozenset(
    """the der die das den dem at about join why with from for and in our this here today while when
    as since by of to if because meet on or within through via hos på om vi är till av från bei für
    von über mit wir chez pour rejoignez en sobre una un el la les le nous als is are working life
    welcome become description overview summary position who what how whether although that these
    those its their my your his her another each every all both no not so but also like including
    did does do be being working interested apply note are can may will should must build help
    seeking hiring wanted required preferred drive use using lead manage support contact visit see
    learn read click vår våra hej hola unser unsere notre nos nuestra nuestro come titled under
    us you it serving inside across behind between against near per former ex i genom inom efter mot
    enligt unter nach durch dans sous we’re we're i’m i'm you’re you're you’ll you'll""".split()
)
"""Words that a sentence may begin with before a name."""


_PLACE_LABEL = late(r"(?i)\b(?:locations?|place|office|site|city|campus|ort|standort|plats): $")
_A_NAME = 3
"""So often nobody glues the same words: it is one name, as "CookUnity"."""
_LONGEST_ITEM = 200
"""Characters of a list item; a longer one is a paragraph with a mark before it."""
_MOST_NAMES = 400
_MOST_PLACES = 40
"""Bounds for texts that are no postings."""


@dataclass(slots=True)
class Mention:
    """One place a name stands at, with the words around it in lower case."""

    start: int
    end: int
    line: Line
    number: int
    """The line's number."""
    before: str
    """The word before; "" at the beginning of a sentence or line."""
    mark: str
    """What stands between that word and the name, if more than a space."""
    follows: str
    """The mark after the name."""
    next: str
    next_but_one: str
    owning: bool


class Place(NamedTuple):
    """Where a name stands: its characters, and its line with the line's number."""

    start: int
    end: int
    line: Line
    number: int


@dataclass(slots=True)
class Name:
    """A proper name and all places it stands at."""

    words: str
    places: list[Place] = field(default_factory=list)
    short: str | None = None
    """The short form it gives itself: "Elm and Ashby Care (EAC)"."""

    @property
    def spans(self) -> list[Span]:
        return [(place.start, place.end) for place in self.places]


def collect(text: str, lines: list[Line], possible: Callable[[str], bool]) -> list[Name]:
    """The names of the posting, in order, that are `possible`."""
    names: dict[str, Name | None] = {}
    _small_names(text, lines, names)
    numbered = list(enumerate(lines))
    # What stands in lists is looked at last: it counts only for names known from sentences.
    numbered.sort(key=lambda one: _is_item(one[1]))
    for number, line in numbered:
        item = _is_item(line)
        for match in _RUN.finditer(text, line.start, line.end):
            if names.get(match[0], match) is None:
                continue
            for start, end in _parts(text, line.start, *match.span()):
                words = text[start:end]
                if words not in names:
                    most = item or len(names) > _MOST_NAMES
                    names[words] = Name(words) if not most and possible(words) else None
                name = names[words]
                if name is not None:
                    _add(name, text, Place(start, end, line, number))
    return _with_short_forms({w: name for w, name in names.items() if name and name.places})


def _is_item(line: Line) -> bool:
    return line.bullet and line.end - line.start < _LONGEST_ITEM


def _small_names(text: str, lines: list[Line], names: dict[str, Name | None]) -> None:
    """Names in small letters that a digit or a domain gives away."""
    domains = (match.span() for match in _DOMAIN_END.finditer(text))
    for mark, end in chain(_ending_digits(text), domains):
        start = mark
        while start and text[start - 1].islower():
            start -= 1
        if mark - start < 2 or text[start - 1 : start] not in {"", " ", "\n", "("}:
            continue
        number = bisect_right(lines, start, key=lambda line: line.start) - 1
        if number >= 0 and end <= lines[number].end:
            name = names.setdefault(text[start:end], Name(text[start:end]))
            if name:
                _add(name, text, Place(start, end, lines[number], number))


def _ending_digits(text: str) -> Iterator[Span]:
    """One or two digits that a word in small letters ends with."""
    for start, end in digits_in(text):
        if (
            end - start < 3
            and "a" <= text[start - 1 : start] <= "z"
            and not _GOES_ON.match(text, end)
        ):
            yield start, end


def _add(name: Name, text: str, place: Place) -> None:
    start, end = place.start, place.end
    if len(name.places) >= _MOST_PLACES or (
        text[start - 2 : start] == ": " and _PLACE_LABEL.search(text[max(0, start - 14) : start])
    ):
        return
    name.places.append(place)
    if name.short is None and text.startswith((" (", "("), end):
        name.short = _short_form(text, name.words, end)


def _parts(text: str, least: int, start: int, end: int) -> list[Span]:
    """The run without the words a sentence begins with, and the names it may be made of."""
    run = text[start:end]
    if run[1:].islower() and " " not in run and not text[start - 1 : start].isalpha():
        return [(start, end)] if run.lower() not in _LEADS else []
    small = start
    while small > least and text[small - 1].islower():
        small -= 1
    if text[small:start] not in _LEADS:
        start = small  # "eBay": the run was found at its capital
    begin = start
    start, end = _without_leads(text, start, end)
    if start >= end:
        return []
    found = [(start, end)]
    if " " in run:
        soft = _SOFT.search(text, start, end)
        if soft:
            found.append((start, soft.start()))
            found.append(_without_leads(text, soft.end(), end))
        owning = _OWNING.search(text, start, end)
        if owning:
            found.append((start, owning.start()))
    found.extend(_halves(text, start, end, whole=start > begin))
    return [span for span in found if span[0] < span[1]]


def _halves(text: str, start: int, end: int, *, whole: bool) -> Iterator[Span]:
    """What may have been glued: the name inside a word, or the word a cut went through."""
    camel = _CAMEL.search(text, start, end)
    if camel:
        yield camel.end(), end
    if start and not whole and text[start - 1].isalpha():
        cut = start
        while start and text[start - 1].isalnum():
            start -= 1
        left = text[start:cut]
        if left[0].isupper() or (len(left) < 4 and left not in _LEADS):
            yield start, end


def _without_leads(text: str, start: int, end: int) -> Span:
    while True:
        space = text.find(" ", start, end)
        word = text[start : space if space >= 0 else end]
        if word.casefold() in _LEADS:
            if space < 0:
                return (end, end)
            start = space + 1
            continue
        glued = None if word.istitle() else _GLUED_NOUN.match(word) or _SMALL_START.match(word)
        if (
            not glued
            or text.count(word) >= _A_NAME
            or (glued[0].islower() and glued[0] not in _LEADS)
        ):
            return (start, end)
        start += glued.end()


def mention(text: str, place: Place) -> Mention:
    """The place with what stands around it."""
    start, end, line, number = place
    before, mark = "", ""
    if start > line.start:
        left = text[max(line.start, start - 24) : start]
        at = len(left)
        while at and not (left[at - 1].isalnum() or left[at - 1] in "’'"):
            at -= 1
        before = left[left.rfind(" ", 0, at) + 1 : at].casefold()
        mark = left[at:].strip()
    after = _NEXT.match(text, end, min(line.end, end + 80))
    follows, word, another = after.groups() if after else ("", "", "")
    owning = text.startswith(("’s", "'s", "’ ", "' "), end)
    return Mention(
        start, end, line, number, before, mark, follows, word.casefold(), another.casefold(), owning
    )


def _short_form(text: str, words: str, end: int) -> str | None:
    match = _SHORT_FORM.match(text, end, end + 14)
    if match and match[1] != words and match[1][0] == words[0]:
        return match[1]
    return None


def _with_short_forms(names: dict[str, Name]) -> list[Name]:
    """What is said of a short form is said of the name."""
    for name in list(names.values()):
        short = names.get(name.short) if name.short else None
        if short and short is not name:
            name.places.extend(short.places)
            names.pop(short.words)
    for name in names.values():
        name.places.sort(key=lambda place: place.start)
    return list(names.values())
