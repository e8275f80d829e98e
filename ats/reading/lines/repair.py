"""Repairs text whose characters were read with the wrong encoding ("weâ€™re"), or that still has
its markup's tags and entities. What is looked through is the repaired text; places in it are
turned back into places in the text as pasted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from ats.domain.reading import Reading, Span

_CP1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_FOLLOWING = f"[\u0080-\u00bf{_CP1252}]"
_MISREAD = re.compile(
    f"[\u00c2-\u00c6\u00c8-\u00cc\u00ce\u00cf]{_FOLLOWING}|[\u00e0-\u00ef]{_FOLLOWING}{{2}}"
    f"|\u00f0{_FOLLOWING}{{3}}"
)
_SIGNS = ("â€", "Ã", "Â", "ðŸ", "Å", "Ä", "â‚", "ï¿", "â„")
_LEAST = 2
"""So many misread characters are no chance."""
_TAG = re.compile(
    r"</?(?:p|ul|ol|li|br|div|h[1-6]|strong|b|em|i|u|span|a|table|tbody|tr|td|section)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.I,
)
_BLOCK_TAG = re.compile(r"</(?:p|li|ul|div|h[1-6])>|<br ?/?>", re.I)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
_INLINE_TAGS = {"strong", "b", "em", "i", "u", "span", "a"}
_TAG_NAME = re.compile(r"\w+")

Replaced = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each piece of a repaired text begins there and in the text as pasted."""

    repaired: list[int]
    pasted: list[int]
    kept: list[bool]

    def back(self, span: Span) -> Span:
        """The place of a span of the repaired text in the text as pasted."""
        return self._at(span[0], False), self._at(span[1], True)

    def _at(self, place: int, end: bool) -> int:
        if end:
            piece = bisect_right(self.repaired, place - 1) - 1
            if not self.kept[piece]:
                return self.pasted[piece + 1]
        else:
            piece = bisect_right(self.repaired, place) - 1
            if not self.kept[piece]:
                return self.pasted[piece]
        return self.pasted[piece] + place - self.repaired[piece]


def repaired(text: str) -> tuple[str, list[Offsets]]:
    """The text with what was misread or left over put right, and the ways back; none where
    nothing was wrong."""
    ways: list[Offsets] = []
    for find in (_tags, _misread, _misread):
        replacements = find(text)
        if replacements:
            text, offsets = _apply(text, replacements)
            ways.append(offsets)
    return text, ways


def put_back(reading: Reading, ways: list[Offsets]) -> Reading:
    """The reading of a repaired text with its places turned into those of the text as pasted."""
    back = _way_back(ways)
    return replace(
        reading,
        items=tuple(replace(item, span=back(item.span)) for item in reading.items),
        repeats=tuple(map(back, reading.repeats)),
        unsorted=tuple(map(back, reading.unsorted)),
        alternatives=tuple(_moved(each, back) for each in reading.alternatives),
        spans={name: tuple(map(back, places)) for name, places in reading.spans.items()},
    )


def _moved(alternative: Any, back: Callable[[Span], Span]) -> Any:
    span = alternative.span
    return replace(alternative, span=back(span)) if span else alternative


def _way_back(ways: list[Offsets]) -> Callable[[Span], Span]:
    def back(span: Span) -> Span:
        for offsets in reversed(ways):
            span = offsets.back(span)
        return span

    return back


def _misread(text: str) -> list[Replaced]:
    if not any(sign in text for sign in _SIGNS):
        return []
    found = []
    for match in _MISREAD.finditer(text):
        right = _reread(match[0])
        if right:
            found.append((match.start(), match.end(), right))
    return found if len(found) >= _LEAST or "â€" in text else []


def _reread(marks: str) -> str:
    """The character that was meant, or nothing where these are no bytes of one."""
    try:
        raw = b"".join(
            mark.encode("cp1252") if mark in _CP1252 else mark.encode("latin-1") for mark in marks
        )
        right = raw.decode("utf-8")
    except UnicodeError:
        return ""
    return right if _readable(right) else ""


def _readable(words: str) -> bool:
    return words.isprintable() or words == "\xa0"


def _tags(text: str) -> list[Replaced]:
    if "<" not in text and "&" not in text:
        return []
    found: list[Replaced] = []
    tagged = len(_BLOCK_TAG.findall(text)) >= _LEAST
    if tagged:
        found += [(match.start(), match.end(), _instead(match[0])) for match in _TAG.finditer(text)]
    entities = [
        (match.start(), match.end(), words)
        for match in _ENTITY.finditer(text)
        if _readable(words := unescape(match[0])) and words != match[0]
    ]
    if tagged or len(entities) >= _LEAST:
        found += entities
    return sorted(found)


def _instead(tag: str) -> str:
    name = _TAG_NAME.search(tag)
    word = name[0].lower() if name else ""
    if word in _INLINE_TAGS:
        return ""
    return "\n• " if word == "li" and not tag.startswith("</") else "\n"


def _apply(text: str, replacements: list[Replaced]) -> tuple[str, Offsets]:
    parts: list[str] = []
    offsets = Offsets([], [], [])
    at = size = 0
    for start, end, words in [*replacements, (len(text), len(text), "")]:
        for piece, place, kept in ((text[at:start], at, True), (words, start, False)):
            offsets.repaired.append(size)
            offsets.pasted.append(place)
            offsets.kept.append(kept)
            parts.append(piece)
            size += len(piece)
        at = end
    offsets.repaired.append(size)
    offsets.pasted.append(len(text))
    offsets.kept.append(True)
    return "".join(parts), offsets
