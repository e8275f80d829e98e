"""Tells headings from text, and gives every line the part it plays: a duty, a demand, a benefit.
Headings are recognised by their words where they are usual ones, and by their shape and by the
lines below them where they are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import pairwise

from ats.reading import cues
from ats.reading.layout import Line, sentences, trimmed
from ats.reading.line_roles import ROLES, shares
from ats.reading.vocabulary import HEADING_WORDS


class Role(Enum):
    """What a section of a posting is about."""

    ABOUT = "the company"
    ROLE = "the role in prose"
    DUTY = "what you will do"
    MUST = "must have"
    NICE = "nice to have"
    BENEFIT = "benefits"
    PAY = "pay"
    OTHER = "law, how to apply, and the rest"
    UNKNOWN = "a heading not known"


@dataclass(slots=True)
class Section:
    """Lines below one heading."""

    role: Role
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)


_YOU = r"you\W{0,2}(?:ll|will|would|might|re|are|can|ve|d)?"
_ROLE_PATTERNS: list[tuple[Role, str]] = [
    (
        Role.OTHER,
        r"equal|\beeo\b|diversity|inclusion|privacy|disclaimer|accommodation|physical"
        r"|how to apply|to apply|application|next steps|(?:hiring|interview|recruitment) process"
        r"|interested\?|ready to apply|\bcontact|notice|\bfraud|sponsorship|tech(?:nology)? "
        r"stack|our stack"
        r"|ansök|bewerb|postuler|work(?:ing)? environment|questions",
    ),
    (
        Role.BENEFIT,
        r"benefit|perk|what (?:we|\w+) (?:can )?offer|we offer|what you\W{0,2}(?:ll|will)? "
        r"(?:get|receive|enjoy|gain)|in it for you|we provide|total rewards|why (?:join|work"
        r"|you)|our offer"
        r"|förmåner|vi erbjuder|wir bieten|nous offrons|bieden wij|reasons to",
    ),
    (Role.PAY, r"^salary|compensation|pay (?:range|transparen|rate)|remuneration|^pay$|base pay"),
    (
        Role.NICE,
        r"nice.to.ha|prefer|bonus|plus(?:es)?\b|desir|even better|advantage|extra credit"
        r"|optional"
        r"|beneficial|good to have|ideally|icing|stand out|merit|vorteil|atout|souhait|pluspunt"
        r"|additional (?:qualif|skill|experience)|recommended|be great if|also (?:love|like)"
        r"|not required",
    ),
    (
        Role.DUTY,
        r"responsib|essential (?:job )?(?:function|dut)|dut(?:y|ies)\b|\btasks?\b|day.to.day"
        rf"|what {_YOU} (?:do\b|be (?:doing|working|responsible)|work on|own|build|tackle|spend"
        rf"|accomplish|achieve)"
        r"|accountabilit|(?:key|main|core) (?:objective|activit|function|deliverable)|your "
        r"(?:role|mission|impact|work|job|tasks|day)"
        rf"|^{_YOU} ?:?$|in this (?:role|position|job)|the work|how you|arbetsuppgift|aufgaben"
        rf"|^(?:vos |tes )?missions"
        r"|day in the life|what the job|job functions?|we (?:will )?expect you to|you get to"
        r"|what you do"
        r"|as an? .{3,40} you|dina? (?:uppgifter|roll)|job duties|will include|scope of|what "
        r"you\W{0,2}re doing",
    ),
    (
        Role.ROLE,
        r"(?:about|the) (?:the |this )?(?:role|job|position|opportunity|assignment)\b|job "
        r"(?:description|summary"
        r"|purpose|overview|details)|^description|(?:role|position) (?:summary|overview"
        r"|description|purpose)"
        r"|^(?:summary|overview|role|purpose)\b|^the gig|om rollen|om tjänsten|le poste|a "
        r"brief overview|stellenbeschreibung",
    ),
    (
        Role.MUST,
        r"requirement|required|qualif|must.have|skills?\b|experience\b|education|credential"
        r"|minimum|basic"
        r"|essential|mandatory|competenc|knowledge|eligib|ideal candidate|perfect candidate|"
        rf"what {_YOU} (?:bring|need|have|should|possess)|{_YOU} (?:have|bring|need|possess"
        rf"|should|must)\b|who {_YOU}|about you\b"
        r"|what we.{0,8} (?:look|need|expect|want|seek)|look(?:ing)? for|we(?:.d)? (?:would "
        r")?(?:love|need|want)|what it takes"
        r"|your (?:profile|background|skill|experience|qualif|talent)|^you(?: are|.re)\b|to "
        r"(?:succeed|be successful|thrive)"
        r"|person specification|the (?:person|candidate)|is this you|profil|anforderung|krav\b"
        r"|kvalifikation|kompetens"
        r"|vi söker|compétences|candidate|criteria|attributes|are you|good fit|wat vragen"
        r"|certific|licen[sc]|expectation",
    ),
    (
        Role.ABOUT,
        r"about|who we are|our (?:mission|vision|value|culture|story|team|company|customer)"
        r"|company|the team"
        r"|culture|why|meet |come as you are|what we do|join|mission|values|om oss|über uns|à "
        r"propos",
    ),
]
_ROLES = [(role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _ROLE_PATTERNS]
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]{1,3})?")
_LEAD = re.compile(r"([^:\n.!?]{2,60}?)\s*:(?:\s+|(?=[A-Z•]))")
_INLINE = re.compile(
    r"(?:(?<=[.!?:;)])|(?<=[a-z0-9]))\s(?=(?:Key |Main "
    r"|DUTIES AND |Primary |Minimum |Basic |Preferred "
    r"|Required |Desired |Additional "
    r"|Essential |Job |Core |Your |Our |Position |Role )?"
    r"(?:Responsibilities|Qualifications|Requirements|Benefits|Duties|Nice [Tt]o [Hh]ave"
    r"|About (?:[Tt]he [Rr]ole|[Yy]ou|[Uu]s|[Tt]he [Jj]ob|[Tt]he [Tt]eam)"
    r"|What [Yy]ou(?:’|'|\s)?(?:[Ww]ill|ll|re|ve|d)? ?(?:[Dd]o|[Bb]ring|[Nn]eed|[Hh]ave"
    r"|[Bb]e)\b|What [Ww]e(?:’|'|\s)?(?:[Oo]ffer|re|[Aa]re)\b"
    r"|Who [Yy]ou [Aa]re|Who [Ww]e [Aa]re|Why [Jj]oin|Perks|RESPONSIBILITIES"
    r"|QUALIFICATIONS|REQUIREMENTS|BENEFITS)\b(?=\s*:|\s*$|\s+[A-Z0-9•*-]))"
)


def role_of(heading: str) -> Role | None:
    """The part that the lines below a heading play, or None where its words do not say."""
    text = heading.strip(" :*#").replace("’", "'")
    for role, pattern in _ROLES:
        if pattern.search(text):
            return role
    return None


def split_inline(text: str, lines: list[Line]) -> list[Line]:
    """Puts usual headings that stand inside a line, or before a colon in it, on their own line."""
    result: list[Line] = []
    for line in lines:
        for part in _cut_inline(text, line):
            result.extend(_cut_lead(text, part))
    return result


def sections(text: str, lines: list[Line]) -> list[Section]:
    """The lines gathered below their headings; a heading without a known role is told by a vote
    of the lines below it."""
    result = [Section(Role.UNKNOWN)]
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        role = _heading_role(line, following)
        if role is not None:
            result.append(Section(role, line))
        elif _leaves_list(text, result[-1], line):
            result.append(Section(Role.UNKNOWN, None, [line]))
        else:
            result[-1].lines.append(line)
    _join_subheadings(result)
    before = None
    for section in result:
        _settle(section, before)
        before = section
    return result


def _cut_inline(text: str, line: Line) -> list[Line]:
    cuts = [m.end() for m in _INLINE.finditer(text, line.start, line.end)]
    if line.bullet or len(line.text) > 60:
        cuts += _trailing_heading(text, line)
    places = [line.start, *sorted(set(cuts)), line.end]
    spans = [trimmed(text, a, b) for a, b in pairwise(places)]
    return [
        replace(
            line,
            start=a,
            end=b,
            text=text[a:b],
            bullet=line.bullet and index == 0,
            gap=line.gap and index == 0,
        )
        for index, (a, b) in enumerate(spans)
        if a < b
    ]


def _trailing_heading(text: str, line: Line) -> list[int]:
    """A last "sentence" without an end that is a heading: "... processes. What you need"."""
    ends = sentences(text, line.span)
    if len(ends) < 2 or line.text[-1] in ".!;,":
        return []
    last = text[ends[-1][0] : ends[-1][1]]
    return [ends[-1][0]] if len(last) < 60 and usual(last) and role_of(last) else []


def _cut_lead(text: str, line: Line) -> list[Line]:
    """ "Requirements: 5 years of baking" is a heading and a line."""
    match = _LEAD.match(text, line.start, line.end)
    if not match or match.end() >= line.end or not usual(match[1]):
        return _cut_glued_heading(text, line)
    role = role_of(match[1])
    if role is None or role is Role.PAY or (line.bullet and role not in (Role.NICE, Role.MUST)):
        return [line]
    if line.bullet:
        return [line]
    head = Line(
        line.start, match.end(1) + 1, text[line.start : match.end(1) + 1], False, line.gap, True
    )
    start, end = trimmed(text, match.end(), line.end)
    return [head, *_cut_lead(text, Line(start, end, text[start:end]))] if start < end else [head]


_GLUED_HEADING = re.compile(
    r"(?:Key |Job |Minimum |Basic |Preferred |Required )?(?:Responsibilities"
    r"|Qualifications|Requirements|Duties"
    r"|What You(?:’|'| )?(?:ll|Will) (?:Do|Bring|Need|Have)|What We(?:’|'| )?(?:re|Are) "
    r"Looking For|Who You Are"
    r"|Nice [Tt]o [Hh]ave|Benefits|Essential (?:Job )?Functions|Education|Knowledge"
    r"|(?:DUTIES AND )?RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS)\s+(?=[A-Z0-9•])"
)


def _cut_glued_heading(text: str, line: Line) -> list[Line]:
    match = None if line.bullet else _GLUED_HEADING.match(text, line.start, line.end)
    if not match:
        return [line]
    cut = line.start + len(match[0].rstrip())
    rest = trimmed(text, cut, line.end)
    if usual(text[rest[0] : rest[1]]) or len(line.text) < 50:
        return [line]
    head = Line(line.start, cut, text[line.start : cut], False, line.gap, True)
    return [head, Line(*rest, text[rest[0] : rest[1]])]


def usual(heading: str) -> bool:
    """Whether it is made of the words that headings are made of."""
    words = _WORD.findall(heading.casefold())
    if not words or len(words) > 10:
        return False
    known = sum(1 for word in words if word in HEADING_WORDS or word.split("'")[0] in HEADING_WORDS)
    return known >= 0.75 * len(words)


def _heading_role(line: Line, following: Line | None) -> Role | None:
    body = line.text
    if len(body) > 90 or body[-1] in ".,;!" or "@" in body or "http" in body:
        return None
    words = _WORD.findall(body)
    if not words or len(words) > 12:
        return None
    colon = body.endswith(":")
    if line.bullet and not (colon and following and following.bullet):
        return None
    shaped = colon or line.marked or _shouts(words) or (body.endswith("?") and len(words) < 8)
    if usual(body) or (shaped and len(words) < 10):
        role = role_of(body)
        if role is not None:
            return role
    if len(words) < 10 and (shaped or (_title_case(words) and _stands_above(line, following))):
        return Role.UNKNOWN
    if following and following.bullet and not line.bullet and len(words) < 10:
        return role_of(body) or Role.UNKNOWN
    return None


def _shouts(words: list[str]) -> bool:
    return all(w.isupper() for w in words) and sum(map(len, words)) > 5 and len(words) < 9


def _title_case(words: list[str]) -> bool:
    long = [w for w in words if len(w) > 3]
    return (
        1 < len(words) < 8
        and bool(long)
        and all(w[0].isupper() for w in long)
        and words[0][0].isupper()
    )


def _stands_above(line: Line, following: Line | None) -> bool:
    if following is None or cues.demand(line.text):
        return False
    return following.bullet or len(following.text) > 120 or (line.gap and not following.gap)


def _leaves_list(text: str, section: Section, line: Line) -> bool:
    """Prose after a bulleted list belongs to no list any more."""
    if line.bullet or not section.lines or not section.lines[-1].bullet:
        return False
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


def _settle(section: Section, before: Section | None) -> None:
    """Gives a section without a telling heading the role that its lines have."""
    if section.role is not Role.UNKNOWN or not section.lines:
        return
    if section.heading is None and not section.lines[0].bullet:
        return
    listed = [line for line in section.lines if line.bullet or len(line.text) < 220]
    role, share = voted(listed)
    if role and share > _VOTED and len(listed) >= max(2, 0.5 * len(section.lines)):
        after_must = before is not None and before.role is Role.MUST and len(before.lines) > 1
        section.role = Role.NICE if role is Role.MUST and after_must else role


_VOTED = 0.45
_LINE_ROLES = {
    "must": Role.MUST, "nice": Role.NICE, "duty": Role.DUTY, "benefit": Role.BENEFIT,
    "about": Role.ABOUT, "other": Role.OTHER,
}  # fmt: skip
_ROLE_ORDER = tuple(_LINE_ROLES[name] for name in ROLES)


def voted(lines: list[Line]) -> tuple[Role | None, float]:
    """The role that the lines share most, and their mean share of it; demands and wishes are
    counted together."""
    if not lines:
        return None, 0.0
    sums = [0.0] * len(_ROLE_ORDER)
    for line in lines:
        for place, share in enumerate(shares(line.text, line.bullet)):
            sums[place] += share
    by_role = {role: total / len(lines) for role, total in zip(_ROLE_ORDER, sums, strict=True)}
    nice = by_role.pop(Role.NICE)
    must = by_role[Role.MUST]
    by_role[Role.MUST] += nice
    best = max(by_role, key=lambda role: by_role[role])
    share = by_role[best]
    if best is Role.MUST and nice > 1.5 * must:
        best = Role.NICE
    return (best, share) if best in _ASKED else (None, share)


_ASKED = frozenset({Role.MUST, Role.NICE, Role.DUTY, Role.BENEFIT})


def cue_role(line: str, bullet: bool = True) -> Role | None:
    """The role that a single line's own words suggest."""
    found = shares(line, bullet)
    best = max(found)
    role = _ROLE_ORDER[found.index(best)]
    if role in (Role.MUST, Role.NICE):
        best = found[0] + found[1]
        role = Role.NICE if cues.wish(line) else Role.MUST
    return role if role in _ASKED and best > _OWN_WORDS else None


_OWN_WORDS = 0.5
