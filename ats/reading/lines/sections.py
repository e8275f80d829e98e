"""Gathers lines below their headings, and gives every section the part it plays: by a usual
heading, or by the lines themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ats.reading.lines import cues, foreign_cues
from ats.reading.lines.headings import Role, heading_role, role_of
from ats.reading.lines.inline import split_inline
from ats.reading.lines.layout import Line, sentences
from ats.reading.lines.line_roles import ROLES, shares

__all__ = ["Role", "Section", "cue_role", "role_of", "sections", "split_inline", "voted"]


@dataclass(slots=True)
class Section:
    """Lines below one heading."""

    role: Role
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)


def sections(text: str, lines: list[Line]) -> list[Section]:
    """The lines gathered below their headings; a heading without a known role is told by a vote
    of the lines below it."""
    result = [Section(Role.UNKNOWN)]
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        role = heading_role(line, following)
        if role is not None and (index or role is not Role.UNKNOWN):
            result.append(Section(role, line))
        elif _leaves_list(text, result[-1], line):
            result.append(Section(Role.UNKNOWN, None, [line]))
        else:
            result[-1].lines.append(line)
    _join_subheadings(result)
    listed = {section.role for section in result if _is_list(section)}
    before: Section | None = None
    umbrella = False
    for section in result:
        _settle(text, section, None if umbrella else before, listed)
        umbrella = (umbrella and section.role is Role.MUST) or not section.lines
        before = section
    return result


_LABELLED = re.compile(r"[^\W\d_][\w./' -]{1,28}:\s?\S")
"""A fact behind its label, "Closing date: …", as they stand below the lists."""


def _leaves_list(text: str, section: Section, line: Line) -> bool:
    """Prose after a bulleted list, or after the block right below a heading, belongs to no list
    any more."""
    if line.bullet or not section.lines:
        return False
    if not section.lines[-1].bullet:
        block = section.heading is not None and not section.lines[0].gap
        return block and line.gap and line.text[-1] in ".!" and not _cue(line.text)
    if line.gap and _LABELLED.match(line.text):
        return True
    return (len(line.text) > 220 and len(sentences(text, line.span)) > 1) or (
        line.gap and len(line.text) > 160
    )


def _join_subheadings(result: list[Section]) -> None:
    """A heading not known inside a list of demands or duties, above more of the same, is a
    sub-heading; one directly below a known heading has that heading's role."""
    for before, after in pairwise(result):
        if after.role is Role.UNKNOWN and after.heading and not before.lines and before.heading:
            after.role = before.role
        elif after.role is Role.ROLE and not after.lines and before.role is Role.UNKNOWN:
            continue
        elif before.role is Role.NICE and after.role is Role.MUST and not before.lines:
            after.role = Role.NICE


def _settle(text: str, section: Section, before: Section | None, known: set[Role]) -> None:
    """Gives a section the role that its lines have, where its heading does not tell, or where
    it says the company or the rest and all lines of its list say otherwise. Prose does not
    become what there is a list of, `known`, already."""
    if not section.lines or section.role in _ASKED:
        return
    if section.role is not Role.UNKNOWN:
        bullets = [(line.text, True) for line in section.lines if line.bullet]
        role, share = voted(bullets, before)
        if role and share > _OUTVOTED and len(bullets) > 2:
            section.role = role
        return
    if section.heading is None and not section.lines[0].bullet:
        return
    role, share = voted(_units(text, section.lines), before)
    is_list = _is_list(section)
    if role and share > (_VOTED if is_list else _VOTED_PROSE) and (is_list or role not in known):
        section.role = role


def _is_list(section: Section) -> bool:
    short = sum(1 for line in section.lines if line.bullet or len(line.text) < 120)
    return short >= max(2, 0.5 * len(section.lines))


def _units(text: str, lines: list[Line]) -> list[tuple[str, bool]]:
    """What is counted in a vote: lines of a list, sentences of prose."""
    found = []
    for line in lines:
        if line.bullet or len(line.text) < 120:
            found.append((line.text, line.bullet))
        else:
            found += [(text[a:b], False) for a, b in sentences(text, line.span)]
    return found


_VOTED, _VOTED_PROSE, _OUTVOTED = 0.47, 0.6, 0.75
_WISHED, _WISHED_AFTER = 0.42, 0.2
"""A list is one of wishes from this part of what it asks for on; a list that follows demands
needs less."""
_LINE_ROLES = {
    "must": Role.MUST, "nice": Role.NICE, "duty": Role.DUTY, "benefit": Role.BENEFIT,
    "about": Role.ABOUT, "other": Role.OTHER,
}  # fmt: skip
_ROLE_ORDER = tuple(_LINE_ROLES[name] for name in ROLES)


def voted(
    lines: list[tuple[str, bool]], before: Section | None = None
) -> tuple[Role | None, float]:
    """The role that lines (words, and whether they had a bullet) share most, and their mean share
    of it; demands and wishes are counted together."""
    if not lines:
        return None, 0.0
    sums = [0.0] * len(_ROLE_ORDER)
    for words, bullet in lines:
        for place, share in enumerate(_shares(words, bullet)):
            sums[place] += share
    by_role = {role: total / len(lines) for role, total in zip(_ROLE_ORDER, sums, strict=True)}
    nice = by_role.pop(Role.NICE)
    must = by_role[Role.MUST]
    by_role[Role.MUST] += nice
    best = max(by_role, key=lambda role: by_role[role])
    share = by_role[best]
    after = before is not None and before.role is Role.MUST and len(before.lines) > 1
    if best is Role.MUST and nice > (_WISHED_AFTER if after else _WISHED) * (must + nice):
        best = Role.NICE
    return (best, share) if best in _ASKED else (None, share)


def _shares(line: str, bullet: bool) -> list[float]:
    """The model's shares, and where it is unsure also what the plain cue words say: the model
    knows the trades it was trained on best."""
    found = list(shares(line, bullet))
    foreign = foreign_cues.task(line)
    if (foreign or max(found) < _UNSURE) and (cue := _cue(line)):
        weight = _FOREIGN_WEIGHT if foreign else _CUE_WEIGHT
        found = [share * (1 - weight) for share in found]
        found[_ROLE_ORDER.index(cue)] += weight
    return found


def _cue(line: str) -> Role | None:
    if cues.perk(line):
        return Role.BENEFIT
    if cues.wish(line):
        return Role.NICE
    if cues.demand(line):
        return Role.MUST
    return Role.DUTY if cues.task(line) else None


_UNSURE, _CUE_WEIGHT = 0.75, 0.3
_FOREIGN_WEIGHT = 0.6
"""The model was trained on English above all."""
_ASKED = frozenset({Role.MUST, Role.NICE, Role.DUTY, Role.BENEFIT})


def cue_role(line: str, bullet: bool = True) -> Role | None:
    """The role that a single line's own words suggest."""
    found = _shares(line, bullet)
    best = max(found)
    role = _ROLE_ORDER[found.index(best)]
    if role in (Role.MUST, Role.NICE):
        best = found[0] + found[1]
        role = Role.NICE if cues.wish(line) else Role.MUST
    if role not in _ASKED or best <= _OWN_WORDS:
        return None
    return role if best > _WITHOUT_CUE or role is Role.BENEFIT or _cue(line) else None


_OWN_WORDS, _WITHOUT_CUE = 0.5, 0.85
