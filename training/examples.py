"""Turns labelled postings into examples: lines with the part they play, and places where a line
does or does not end. A line is labelled by its posting's own lists, or by a usual heading above."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from ats.reading.lines import breaks
from ats.reading.lines import sections as section_rules
from ats.reading.lines.headings import Role, role_of, usual
from ats.reading.lines.layout import Line, lay_out, sentences
from ats.reading.lines.line_roles import ROLES
from ats.reading.lines.sections import Section, sections, split_inline
from ats.reading.pages import markup

_LISTS = {
    "requirements": "must",
    "requirements_nice": "nice",
    "responsibilities": "duty",
    "benefits": "benefit",
    "google_qualifications": "must",
}
_HEADED = {
    Role.MUST: "must", Role.NICE: "nice", Role.DUTY: "duty", Role.BENEFIT: "benefit",
    Role.ABOUT: "about", Role.OTHER: "other", Role.PAY: "other",
}  # fmt: skip
_WORD = re.compile(r"\w+")


class Example(NamedTuple):
    """A line, whether it had a bullet, its role, how far the label is trusted, its employer."""

    line: str
    bullet: bool
    role: str
    trust: float
    group: str


def lay_aside_models() -> None:
    """Lets the reader lay postings out by its rules alone, so that a model never depends on the
    one before it."""
    even = tuple(1 / len(ROLES) for _ in ROLES)
    breaks.score = lambda _text, _at, _after: 0.0  # type: ignore[assignment]
    section_rules.shares = lambda _line, _bullet=False: even  # type: ignore[assignment]


def records(folder: Path) -> Iterator[dict[str, Any]]:
    """Every labelled posting of the folder's .jsonl files, in order."""
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.open(encoding="utf-8"):
            record = json.loads(line)
            if record.get("labels") and (record.get("text") or record.get("html")):
                yield record


def half(record: dict[str, Any]) -> int:
    """0 or 1, the same for ever."""
    return zlib.crc32(record["id"].encode()) % 2


def words_of(record: dict[str, Any]) -> str:
    """The posting as text with its lines whole."""
    html = record.get("html")
    return markup.lay_out_html(html) if html else record["text"]


def group_of(record: dict[str, Any]) -> str:
    """The employer where one is named, so that its own words do not count as many."""
    return str(record["labels"].get("company") or record.get("group") or record["id"]).casefold()


def examples(record: dict[str, Any]) -> Iterator[Example]:
    """The lines of one posting whose part is known."""
    text = words_of(record)
    parts = sections(text, split_inline(text, lay_out(text)))
    labels, group = _labels(record), group_of(record)
    google = bool(record["labels"].get("google_qualifications"))
    for part in parts:
        yield from _of_part(text, part, labels, google, group)
        if part.heading:
            yield Example(part.heading.text, False, "other", 0.1, group)
    if len(parts) > 3 and not parts[0].heading:
        for line in parts[0].lines:
            for words in _single(text, line):
                if _key(words) not in labels:
                    yield Example(words, line.bullet, "about", 0.2, group)


def _of_part(
    text: str, part: Section, labels: dict[tuple[str, ...], str], google: bool, group: str
) -> Iterator[Example]:
    """Labels made by machine, `google`, are trusted less and tell nothing of other lines."""
    headed = _headed(part)
    bullets = any(line.bullet for line in part.lines)
    for line in part.lines:
        for words in _single(text, line):
            role = labels.get(_key(words))
            listed = line.bullet or (not bullets and len(words) < 160)
            if role:
                yield Example(words, line.bullet, role, 0.7 if google else 1.0, group)
            elif headed in ("about", "other") or (
                headed and listed and not (google and headed == "must")
            ):
                yield Example(words, line.bullet, headed, 0.5, group)


def _labels(record: dict[str, Any]) -> dict[tuple[str, ...], str]:
    found = {}
    for name, role in _LISTS.items():
        for item in record["labels"].get(name) or ():
            found[_key(item)] = role
    return found


def _single(text: str, line: Line) -> list[str]:
    if line.bullet or len(line.text) < 160:
        return [line.text]
    return [text[a:b] for a, b in sentences(text, line.span)]


def _headed(part: Section) -> str | None:
    if part.heading is None or not usual(part.heading.text):
        return None
    return _HEADED.get(role) if (role := role_of(part.heading.text)) else None


def _key(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.casefold()))
