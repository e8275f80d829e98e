"""Takes from the head of a saved page what its body leaves open: the title of the role, the
company, and the address it was saved from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ats.domain.reading import Reading, Span
from ats.reading.lines.vocabulary import ROLE_NOUN
from ats.reading.pages.markup import Head

_LONGEST_TITLE = 110


def with_head(reading: Reading, head: Head) -> Reading:
    """The reading; where it found no title, the part of the page's title that the page repeats
    as its heading or in its text, and where it found no link, the page's own address."""
    found: dict[str, Any] = {}
    spans = dict(reading.spans)
    title = None if reading.title else _title(reading, head)
    if title:
        found |= {"title": title[0], "title_suggestions": ()}
        spans["title"] = (title[1],)
        spans.pop("title_suggestions", None)
    if head.link and not reading.link and _names_a_posting(head.link):
        found["link"] = head.link
    return replace(reading, **found, spans=spans) if found else reading


def _title(reading: Reading, head: Head) -> tuple[str, Span] | None:
    heading = head.first_heading
    candidates = [p for p in head.title_parts if p != reading.company]
    if heading and any(heading in part for part in candidates):
        candidates.insert(0, heading)
    for words in sorted(candidates, key=lambda p: p != heading):
        at = reading.text.find(words)
        named = words == heading or ROLE_NOUN.search(words)
        if at >= 0 and named and len(words) <= _LONGEST_TITLE:
            return words, (at, at + len(words))
    return None


def _names_a_posting(link: str) -> bool:
    """Whether an address leads further than a board's front page."""
    return link.split("://", 1)[-1].strip("/").count("/") >= 1
