"""Collects what a posting asks for and offers: requirements, duties, conditions and benefits,
one checkable item each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Span
from ats.reading.found import Found
from ats.reading.items import benefits, clauses, conditions, prose, runons
from ats.reading.keyed import Keyed
from ats.reading.lines import cues
from ats.reading.lines.layout import Line, sentences
from ats.reading.lines.line_roles import ROLES, shares
from ats.reading.lines.sections import Role, Section, cue_role

_LONGEST_ITEM = 600
_KINDS = {
    Role.MUST: RequirementKind.MUST,
    Role.NICE: RequirementKind.NICE,
    Role.DUTY: RequirementKind.DUTY,
}
_MUST, _NICE, _BENEFIT, _ABOUT, _OTHER = (
    ROLES.index(name) for name in ("must", "nice", "benefit", "about", "other")
)
_SURELY, _PERHAPS = 0.75, 0.3
_FEW = 3
_ALTERNATIVE = re.compile(r"^(?:or|and|oder|eller|ou)\b", re.I)
_CONTINUES = re.compile(
    r"^(?:this|these|that|it|they|such|e\.g|for example|examples?|including|other|note)\b", re.I
)
_NOT_AN_ITEM = Keyed(
    r"https?://|www\.|@|click here|^apply\b|^learn more|^read more|^for more|^follow us|^#\w",
    "http|www|@|click|apply|more|follow|#",
)


@dataclass(slots=True)
class Collected:
    """Items and benefits as they stand in the text, repeats and all."""

    items: list[FoundItem] = field(default_factory=list)
    benefits: list[Found[str]] = field(default_factory=list)

    def spans(self) -> list[Span]:
        """Every place that something was read from."""
        given = [span for benefit in self.benefits for span in benefit.spans]
        return [*(item.span for item in self.items), *given]


def collect(text: str, parts: list[Section]) -> Collected:
    """Every item below a heading that says what it is; lists without such a heading are told by
    their own words; prose is read only for what no list holds."""
    collected = Collected()
    for part in parts:
        _collect_section(text, part, collected)
    _collect_prose(text, parts, collected)
    collected.items = conditions.with_conditions(text, parts, collected.items)
    collected.items.sort(key=lambda item: item.span)
    if not collected.benefits:
        collected.benefits = benefits.in_prose(text, parts)
    return collected


def item_text(text: str, span: Span) -> str:
    """The words of a span on one line, without markdown's emphasis."""
    return " ".join(text[span[0] : span[1]].replace("**", "").split())


def _collect_section(text: str, part: Section, collected: Collected) -> None:
    bullets = any(line.bullet for line in part.lines)
    told = part.role in _KINDS or part.role is Role.BENEFIT
    listed = part.role is Role.ROLE and _is_list(part)
    for line in part.lines:
        role = _told_role(part.role, line, bullets) if told else _own_role(part.role, line, listed)
        if role is Role.BENEFIT:
            collected.benefits += benefits.listed(text, part, line)
        elif role in _KINDS:
            alone = not bullets and len(part.lines) <= _FEW
            collected.items += _line_items(text, line, role, alone)


def _told_role(section: Role, line: Line, bullets: bool) -> Role | None:
    """What a line is in a section that tells it; one without a bullet may only lead in."""
    if cues.asks_nothing(line.text):
        return None
    if section is Role.BENEFIT or not line.bullet:
        if section in _KINDS and bullets and _is_intro(line):
            return None
        if _unasked(line.text):
            return None
    return _overruled(section, line)


def _own_role(section: Role, line: Line, listed: bool) -> Role | None:
    """What a line of a list is by its own words, where its section does not tell."""
    if not (line.bullet or listed) or len(line.text) >= 300 or _unasked(line.text):
        return None
    role = cue_role(line.text, line.bullet)
    if section in (Role.ABOUT, Role.OTHER, Role.PAY):
        return role if role in (Role.MUST, Role.NICE) and _asks(line) else None
    return Role.DUTY if role is None and section is Role.ROLE and line.bullet else role


def _unasked(words: str) -> bool:
    """Whether these are a link, an invitation to apply, or legal text."""
    if cues.asks_nothing(words) or cues.legal(words):
        return True
    return len(words) < 160 and bool(_NOT_AN_ITEM.search(words))


def _asks(line: Line) -> bool:
    found = shares(line.text, line.bullet)
    return found[_MUST] + found[_NICE] > _SURELY


def _overruled(role: Role, line: Line) -> Role | None:
    """A line of a list stays what its heading says, unless its words are surely another thing's."""
    found = shares(line.text, line.bullet)
    if found[_BENEFIT] > _SURELY and role is not Role.BENEFIT:
        return Role.BENEFIT
    rest = found[_ABOUT] + found[_OTHER]
    if rest > _SURELY and not cues.demand(line.text):
        return None
    if rest > _PERHAPS and line.bullet and _unasked(line.text):
        return None
    return role


def _is_list(part: Section) -> bool:
    """Whether lines without bullets are a list: most are short and tell a duty or a demand."""
    short = [
        line for line in part.lines if len(line.text) < 200 and cue_role(line.text, line.bullet)
    ]
    return len(short) > 3 and len(short) > 0.6 * len(part.lines)


def _is_intro(line: Line) -> bool:
    return (
        line.text.endswith(":")
        or len(line.text) > 200
        or (line.text.endswith(".") and not cues.demand(line.text))
    )


def _line_items(text: str, line: Line, role: Role, alone: bool) -> list[FoundItem]:
    """The items of one line; one that stands `alone`, in no list, may name several in a row."""
    if line.text.endswith(":") and len(line.text) < 100:
        return []
    parts = runons.pieces(text, line, role)
    spans = [span for part in parts for span in _split_item(text, part, role)]
    if not line.bullet and len(spans) > 2:
        spans = [s for s in spans if _worth(text[s[0] : s[1]], role)]
    if alone:
        cut = clauses.duties if role is Role.DUTY else clauses.demands
        spans = [each for span in spans for each in cut(text, span)]
    if role is Role.MUST:
        spans = [each for span in spans for each in clauses.demand_and_wish(text, span)]
    found = []
    for span in spans:
        words = item_text(text, span)
        if cues.asks_nothing(words) or (not line.bullet and _unasked(words)):
            continue
        if len(words) > _LONGEST_ITEM or not cues.has_words(words, 1 if line.bullet else 2):
            continue
        found.append(FoundItem(words, _kind(words, role), span))
    return found


def _worth(sentence: str, role: Role) -> bool:
    return (
        cues.task(sentence) if role is Role.DUTY else cues.demand(sentence) or cues.wish(sentence)
    )


def _split_item(text: str, part: Span, role: Role) -> list[Span]:
    """Two sentences become two items where each has its own thing to check."""
    parts = sentences(text, part)
    if len(parts) < 2:
        return [part]
    spans = [parts[0]]
    for span in parts[1:]:
        words = text[span[0] : span[1]]
        if _stands_alone(words, role):
            spans.append(span)
        elif len(parts) < 4 or _CONTINUES.match(words):
            spans[-1] = (spans[-1][0], span[1])
        else:
            break  # prose that lost its line break before it
    return spans


def _stands_alone(words: str, role: Role) -> bool:
    if _CONTINUES.match(words) or _ALTERNATIVE.match(words) or not cues.has_words(words, 4):
        return False
    if role is Role.DUTY:
        return cues.task(words)
    return cues.demand(words) or cues.wish(words)


def _kind(words: str, role: Role) -> RequirementKind:
    if role is Role.DUTY:
        if cues.plain_demand(words) and cues.demand(words):
            return RequirementKind.NICE if cues.wish(words) else RequirementKind.MUST
        return RequirementKind.DUTY
    if cues.wish(words):
        return RequirementKind.NICE
    if role is Role.NICE and cues.firm(words):
        return RequirementKind.MUST
    return _KINDS[role]


def _collect_prose(text: str, parts: list[Section], collected: Collected) -> None:
    """Sentences of the running text, where no list said what is asked or what is to do."""
    has_duty = any(item.kind is RequirementKind.DUTY for item in collected.items)
    asked = sum(1 for item in collected.items if item.kind is not RequirementKind.DUTY)
    taken = sorted(item.span for item in collected.items)
    found: list[FoundItem] = []
    for span, _ in prose.demands(text, parts, asked >= _FEW):
        if not _overlaps(taken, span):
            for each in clauses.demand_and_wish(text, span):
                kind = _kind(text[slice(*each)], Role.MUST)
                found.append(FoundItem(item_text(text, each), kind, each))
    taken = sorted([*taken, *(item.span for item in found)])
    if not has_duty:
        for span, _ in prose.duties(text, parts):
            if not _overlaps(taken, span):
                found.append(FoundItem(item_text(text, span), RequirementKind.DUTY, span))
    collected.items += found


def _overlaps(taken: list[Span], span: Span) -> bool:
    """Whether a span meets one of those taken, which are sorted and part from each other."""
    before = bisect_right(taken, (span[1], 0)) - 1
    return before >= 0 and span[0] < taken[before][1]
