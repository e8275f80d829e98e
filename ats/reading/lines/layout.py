"""Lays pasted text out in lines again: real line breaks, bullets in the middle of a line, and
headings and sentences that lost the break between them ("servicesWhat You Will Do:• Build").
Lines are only places in the text; the text itself is never changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ats.domain.reading import Span
from ats.reading.lines import breaks
from ats.reading.lines.vocabulary import COMPOUNDS, GLUED_LEFT, STARTERS
from ats.reading.remembered import remembered

_BULLETS = "•●▪◦‣○■□➢➤►▶✓✔✅❖⁃∙\uf0b7\uf0a7"
_LINE_BULLET = re.compile(
    rf"\s*(?:[{_BULLETS}·*\-–—+‧・»›→⇒]{{1,2}}(?:\s+|(?=[^\W\d_]))|[{_BULLETS}・]\s*"
    r"|\(?\d{1,2}[.)]\s+|\(?[a-hivx]{1,3}\)\s+|[a-h]\.\s+(?=[A-Z])|o\s+(?=[A-Z]))"
)
_EMOJI = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]+[\ufe0f\u200d]*\\s*")
_MID_BULLETS = "•●▪◦‣○■➢➤►▶✓✔✅❖∙\uf0b7\uf0a7"
_MID_BULLET = re.compile(rf"[{_MID_BULLETS}]")
_NOTHING_LOST = frozenset(".!?" + _MID_BULLETS)
"""Behind such a mark the space is only a space, or the cut is made anyway."""
_MID_DASH = re.compile(r"(?<=[\w.;:,)!?%])\s+(?=(?:[-*–]|\*\*)\s+[A-Z0-9])")
_GLUED_MARK = re.compile(r"[*–-](?<=[^\s(/*\-–].)\s(?=[\"“(]?[^\W_])")
_GLUED_HASHES = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.!?:;)>…]))\s?(?=#{1,4}\s+[^\W\d_])")
_SENTENCE_GLUE = re.compile(r"[.!?…;:)](?:(?<![:)])[\"”’)]?(?=[\"“]?[A-Z])|(?<=[:)])(?=[A-Z]))")
_EDGES = re.compile(r", [A-Z]{2}(?=[A-Z][a-z]{2})|/(?:hour|hr|day|week|month|year|yr)(?=[A-Z])")
"""Places as in "Gladwin, ORFull-time" and "$25/hourAbout"."""
_NEVER_LAST = frozenset(
    """the a an of and or with to in for at by from on as our your is are der die das und
    im mit für le la les de du des et en och på av i y el""".split()
)
"""No line ends with one of these words."""
_CAMEL = re.compile(r"[A-Z0-9](?<=[a-zß-ÿ].)")
_YEARS = re.compile(r"\d{1,2}\s?(?:\+|-|–|to\s)?\s?\d{0,2}\+?\s+years|401\s?\(?[kK]")
_RUN_ON = 200
"""Characters: a shorter piece is taken as one line."""
_SHORT = 30
_LEAST_MARKS = 3
"""So many marks in one line are bullets."""
_ALL_IN_ONE, _RARE_GLUE = 1000, 500
"""Characters: a longer line has lost its breaks; to nothing, where glued words are not rare."""
_SURE, _LIKELY = 1.5, 0.5
_NO_GLUE, _LIKELY_GLUE, _LIKELY_NAME, _SURE_GLUE = -1.5, 1.0, 2.0, 3.5
_MANY, _EASED = 4, 1.0
_WORD_EDGE = re.compile(r"[^\w’']|[\d_]")
_WORD_RIGHT = re.compile(r"[A-Z][^\W\d_]*(?:[’'][a-z]{1,3})?")
_UPPER_WORDS = {"BS", "MS", "BA", "BSC", "MSC", "PHD", "MBA", "SQL", "AWS", "EEO", "US", "UK"}
_BEFORE = 20  # characters before a sentence that tell whether it begins there
_LEFT_ENDINGS = ("s", "ing", "ion", "ence", "ent", "ed", "ity", "ance", "ally", "field")
_ABBREVIATIONS = {
    "e.g", "i.e", "eg", "ie", "inc", "ltd", "co", "corp", "dr", "mr", "mrs", "ms", "vs", "st",
    "approx", "no", "sr", "jr", "min", "max", "incl", "dept", "est", "u.s", "u.k", "bl.a", "t.ex",
    "z.b", "d.h", "ca", "nr", "ph.d", "m.s", "b.s", "b.a", "m.a", "p.c", "jan", "feb", "aug",
    "sept", "oct", "nov", "dec", "fla", "calif", "mass", "ave", "ste", "cf",
}  # fmt: skip
_SENTENCE_END = re.compile(
    r"[.!?…。！？](?:(?<=[。！？])(?=\S)"
    r"|(?<![。！？])[.!?…]*[\"”’)\]*]*\s+(?=[\"“(*]*[A-ZÀ-ÞА-Я0-9]))"
)
_OPENING_MARKS = re.compile(r"[#*_\s>]+")
_CLOSING_MARKS = "*_ \t"
_LAST_TOKEN = re.compile(r"[\w.&'’)]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the posting: its place, its words, and what stood around it."""

    start: int
    end: int
    text: str
    bullet: bool = False
    gap: bool = False
    """An empty line stands above it."""
    marked: bool = False
    """Markdown says that it is a heading, or all of it is bold."""

    @property
    def span(self) -> Span:
        return (self.start, self.end)


def lay_out(text: str) -> list[Line]:
    """The lines of the text, in order; empty ones are left out."""
    lines: list[Line] = []
    cuts, capitals = _sure_cuts(text), [match.start() for match in _CAMEL.finditer(text)]
    gap = True
    after = 0
    for words, whole in zip(text.splitlines(), text.splitlines(keepends=True), strict=True):
        start, end = after, after + len(words)
        after += len(whole)
        if not words or words.isspace():
            gap = True
            continue
        inside = _within(cuts, start, end)
        for left, right in _pieces(text, (start, end), inside, _within(capitals, start, end)):
            line = _line(text, left, right, gap and left == start)
            if line:
                lines.append(line)
        gap = False
    return _without_emoji(lines)


def _without_emoji(lines: list[Line]) -> list[Line]:
    """Takes emoji from the beginnings of lines; where neighbours have them, too, they are
    bullets."""
    marks = [_EMOJI.match(line.text) if line.text[0] > "\u25ff" else None for line in lines]
    if not any(marks):
        return lines
    for at, (line, mark) in enumerate(zip(list(lines), marks, strict=True)):
        if mark and mark.end() < len(line.text):
            above = at > 0 and marks[at - 1] and not line.gap
            below = at + 1 < len(lines) and marks[at + 1] and not lines[at + 1].gap
            start = line.start + mark.end()
            bullet = line.bullet or bool(above or below)
            lines[at] = replace(line, start=start, text=line.text[mark.end() :], bullet=bullet)
    return lines


def sentences(text: str, span: Span) -> list[Span]:
    """The sentences inside a span; an abbreviation or an initial does not end one."""
    start, end = span
    first = max(0, start - _BEFORE)
    found = _sentences(text[first : end + 1], start - first, end - first)
    return [(first + a, first + b) for a, b in found]


@remembered(512)
def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    cuts = [
        match.end()
        for match in _SENTENCE_END.finditer(text, start, end)
        if _ends_sentence(text, match.start(), match.end(), match[0])
    ]
    cuts = [start, *cuts, end]
    return tuple(trimmed(text, a, b) for a, b in pairwise(cuts) if text[a:b].strip())


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end)


def _ends_sentence(text: str, at: int, after: int, mark: str) -> bool:
    if mark[0] != "." or mark.startswith(".."):
        return mark[:3] != "..." or text[after : after + 1].isupper()
    left = _LAST_TOKEN.search(text[max(0, at - 14) : at])
    token = left[0].casefold().strip("()") if left else ""
    if token in _ABBREVIATIONS or (len(token) == 1 and token.isalpha()):
        return False
    return not (token.isdigit() and text[max(0, at - len(token) - 1) : at - len(token)] in "\n")


def _sure_cuts(text: str) -> list[int]:
    """Where lines end without a line break: at bullets, and where sentences were glued."""
    cuts = [] if text.isascii() else [match.start() for match in _MID_BULLET.finditer(text)]
    cuts += [
        match.end()
        for match in _SENTENCE_GLUE.finditer(text)
        if _is_sentence_glue(text, match.start(), match.end())
    ]
    cuts += [match.end() for match in _EDGES.finditer(text)]
    return sorted(cuts)


def _within(places: list[int], start: int, end: int) -> list[int]:
    return places[bisect_left(places, start) : bisect_left(places, end)] if places else places


def _pieces(text: str, span: Span, sure: list[int], capitals: list[int]) -> list[Span]:
    """Cuts one physical line at its `sure` places, and where more words were glued together:
    at one of the `capitals` inside words, or in a long line anywhere."""
    start, end = span
    if end - start <= _RUN_ON and not sure and not capitals:
        return [span]
    cuts = {start, end, *sure}
    if end - start > _RUN_ON:
        cuts.update(_mid_dashes(text, start, end))
        cuts.update(_glued_marks(text, start, end))
    if capitals:
        cuts.update(_word_glue(text, end - start, capitals))
    if end - start > _RUN_ON:
        glued = sum(1 for cut in cuts if start < cut < end and not text[cut - 1].isspace())
        least = _ALL_IN_ONE if end - start < 0.7 * len(text) else _RUN_ON
        spaced = end - start > max(least, _RARE_GLUE * glued)
        cuts.update(_lost_breaks(text, sorted(cuts), spaced))
    return list(pairwise(sorted(cuts)))


def _mid_dashes(text: str, start: int, end: int) -> list[int]:
    """Dashes that were bullets, three of them at least: "a kiln - Fire pots - Glaze them"."""
    if sum(text.count(mark, start, end) for mark in "-–*") < _LEAST_MARKS:
        return []
    found = [match.end() for match in _MID_DASH.finditer(text, start, end)]
    return found if len(found) >= _LEAST_MARKS else []


def _glued_marks(text: str, start: int, end: int) -> Iterator[int]:
    """Bullets and markdown's headings that were glued to the words before: "clay* A wheel"."""
    found: dict[str, list[int]] = {}
    for match in _GLUED_MARK.finditer(text, start, end):
        found.setdefault(text[match.start()], []).append(match.start())
    for places in found.values():
        if len(places) >= _LEAST_MARKS:
            yield from places
    if text.find("#", start, end) >= 0:
        yield from (match.end() for match in _GLUED_HASHES.finditer(text, start, end))


def _lost_breaks(text: str, cuts: list[int], spaced: bool) -> Iterator[int]:
    """Where a break was turned into a space; in the long pieces only, unless the line is one
    that all breaks were turned into spaces in."""
    least, shortest = (_LIKELY, _SHORT) if spaced else (_SURE, _RUN_ON)
    for left, right in pairwise(cuts):
        if right - left < shortest:
            continue
        for at, after in breaks.spaces(text, left, right):
            if text[at - 1] in _NOTHING_LOST or _goes_on(text, at):
                continue
            if breaks.score(text, at, after) > least:
                yield after


def _goes_on(text: str, at: int) -> bool:
    """Whether the last word in front of a place, one that is not the first, ends no line."""
    near = text[max(0, at - 8) : at]
    word = near.split()[-1]
    return len(word) < len(near) and word.lower() in _NEVER_LAST


def _word_glue(text: str, length: int, capitals: list[int]) -> list[int]:
    """The `capitals` inside a word at which a line began; where many are sure in a line of this
    length, the rest needs less."""
    places = []
    for at in capitals:
        parts = _glued_words(text, at)
        if parts:
            places.append((at, *parts, breaks.score(text, at, at)))
    found = [at for at, left, right, odds in places if _reads_glued(text, left, right, odds)]
    if len(found) >= _MANY and length < _RARE_GLUE * len(found):
        eased = [(at, left, right, odds + _EASED) for at, left, right, odds in places]
        found = [at for at, left, right, odds in eased if _reads_glued(text, left, right, odds)]
    return found


def _is_sentence_glue(text: str, at: int, after: int) -> bool:
    left = text[max(0, at - 25) : at]
    right = _WORD_RIGHT.match(text, after + (text[after : after + 1] in '"“'), after + 30)
    if not right or right[0].casefold() in {"js", "net", "io", "com", "ai", "org"}:
        return False
    token = re.split(r"[\s(]", left)[-1]
    if "www" in token or "@" in token or "/" in token or "_" in token:
        return False
    if text[at] == ":":
        return right[0] in STARTERS and token[-3:].isalpha()
    follower = text[right.end() : right.end() + 1]
    if follower in {".", "@", "_"} and text[at] == ".":
        return False
    if text[at] == ")":
        return len(right[0]) > 2
    word = re.split(r"\W", left.rstrip('"”’)%'))[-1]
    return len(word) >= 2 and (word[-1].islower() or word[-1].isdigit() or len(word) > 3)


def _glued_words(text: str, at: int) -> tuple[str, str] | None:
    """The words before and after a place inside a word, where they may be two."""
    left = _WORD_EDGE.split(text[max(0, at - 30) : at])[-1].lstrip("’'")
    if not left:
        return None
    if text[at].isdigit():
        return (left, "") if len(left) >= 3 and _YEARS.match(text, at) else None
    right_match = _WORD_RIGHT.match(text, at, at + 30)
    if not right_match or not left[-1].islower():
        return None
    right = right_match[0]
    before = text[max(0, at - len(left) - 1) : at - len(left)]
    heading = before == "." and left[0].isupper() and left.casefold() in GLUED_LEFT
    if (before and before in "./_@#-" and not heading) or (left + right).casefold() in COMPOUNDS:
        return None
    return left, right


def _reads_glued(text: str, left: str, right: str, odds: float) -> bool:
    """Whether a word ends and another begins here, rather than a name like GitHub going on."""
    if not right:
        return True
    if odds > (_LIKELY_NAME if left[0].isupper() else _LIKELY_GLUE):
        return odds > _SURE_GLUE or not _stands_again(text, left + right)
    return odds > _NO_GLUE and _reads_as_two(left, right)


def _stands_again(text: str, word: str) -> bool:
    """A word with a capital inside that occurs more than once is rather a name."""
    first = text.find(word)
    return text.find(word, first + 1) >= 0


def _reads_as_two(left: str, right: str) -> bool:
    if right.isupper() and len(right) > 1:
        return right in _UPPER_WORDS and len(left) > 4 and left.endswith(_LEFT_ENDINGS)
    if left[0].isupper():
        if left.casefold() in GLUED_LEFT:
            return len(right) > 2 or right in STARTERS
        return len(left) > 2 and right in STARTERS
    if len(right) < 3:
        return right in STARTERS and len(left) > 2
    return len(left) > 2


def _line(text: str, start: int, end: int, gap: bool) -> Line | None:
    """One line without its bullet and without markdown's marks; None where no word is left."""
    start, end = trimmed(text, start, end)
    if "A" <= text[start : start + 1] <= "Z":
        words = text[start:end].rstrip(_CLOSING_MARKS)
        return Line(start, start + len(words), words, False, gap)
    bullet = None if text.startswith("**", start) else _LINE_BULLET.match(text, start, end)
    start, end = trimmed(text, bullet.end() if bullet else start, end)
    marked = _marked(text[start:end])
    opening = _OPENING_MARKS.match(text, start, end)
    if opening:
        start = opening.end()
    words = text[start:end].rstrip(_CLOSING_MARKS)
    if not any(map(str.isalnum, words)):
        return None
    return Line(start, start + len(words), words, bullet is not None, gap, marked)


def _marked(body: str) -> bool:
    bold = len(body) > 4 and body.startswith("**") and body.rstrip(":").endswith("**")
    return body.startswith("#") or bold
