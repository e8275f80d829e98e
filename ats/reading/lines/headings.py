"""Tells headings from text, and what the lines below a heading are about: by its words where
they are usual ones, by its shape where they are not."""

from __future__ import annotations

import re
from enum import Enum

from ats.reading.lines import cues
from ats.reading.lines.layout import Line
from ats.reading.lines.vocabulary import FOREIGN_HEADING_WORDS, FOREIGN_HEADINGS, HEADING_WORDS
from ats.reading.remembered import remembered


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


_YOU = r"you\W{0,2}(?:ll|will|would|might|re|are|can|ve|d)?"
_ROLE_PATTERNS: list[tuple[Role, str]] = [
    (
        Role.OTHER,
        r"equal|\beeo\b|diversity|inclusion|privacy|disclaimer|accommodation|physical"
        r"|how to apply|to apply|application|next steps|(?:hiring|interview|recruitment) process"
        r"|interested\?|ready to apply|\bcontact|notice|\bfraud|sponsorship|tech(?:nology)? "
        r"stack|our stack"
        r"|work(?:ing)? environment|questions",
    ),
    (
        Role.BENEFIT,
        r"benefit|perk|what (?:we|\w+) (?:can )?offer|we (?:offer|give)"
        r"|what you\W{0,2}(?:ll|will)? (?:get\b(?! up| to)|receive|enjoy|gain)"
        r"|in it for you|we provide|total rewards|why (?:join|work"
        r"|you)|our offer"
        r"|reasons to|^(?:the |our |your )?package\b|in return|goodies"
        r"|what you can expect from us|we.ve got you",
    ),
    (Role.PAY, r"^salary|compensation|pay (?:range|transparen|rate)|remuneration|^pay$|base pay"),
    (
        Role.NICE,
        r"nice.to.ha|prefer|^bonus\b|bonus (?:points?|skills?|qualif|experience|if)"
        r"|plus(?:es)?\b|desir|even better|advantage|extra credit"
        r"|optional"
        r"|beneficial|(?:good|great|love|cool|awesome|helpful|useful) to (?:have|see)|ideally"
        r"|icing|cherry on|brownie points|stand out|stands? you out|set you apart|impress us"
        r"|additional (?:qualif|skill|experience)|recommended|be great if|also (?:love|like)"
        r"|not required",
    ),
    (
        Role.DUTY,
        r"responsib|essential (?:job )?(?:function|dut)|dut(?:y|ies)\b|\btasks?\b|day.to.day"
        rf"|what {_YOU} (?:do\b|be (?:doing|working|responsible)|work on|own|build|tackle|spend"
        rf"|accomplish|achieve|get up to|get to)"
        r"|accountabilit|(?:key|main|core) (?:objective|activit|function|deliverable)|your "
        r"(?:role|mission|impact|work|job|tasks|day)"
        rf"|^{_YOU} ?:?$|in this (?:role|position|job)|the work|how you"
        r"|day in the life|what the job|job (?:functions?|role)|we (?:will )?expect you to"
        r"|you get to"
        r"|what you do"
        r"|as an? .{3,40} you|job duties|will include|scope of|what "
        r"you\W{0,2}re doing",
    ),
    (
        Role.ROLE,
        r"(?:about|the) (?:the |this )?(?:role|job|position|opportunity|assignment)\b|job "
        r"(?:description|summary"
        r"|purpose|overview|details)|^description|(?:role|position) (?:summary|overview"
        r"|description|purpose)"
        r"|^(?:summary|overview|role|purpose)\b|^the gig|a brief overview",
    ),
    (
        Role.MUST,
        r"requirement|required|qualif|must.have|skills?\b|experience\b|education|credential"
        r"|minimum|basic"
        r"|essential|mandatory|competenc|knowledge|eligib|ideal candidate|perfect candidate|"
        rf"what {_YOU} (?:bring|need|have|should|possess)|{_YOU} (?:have|bring|need|possess"
        rf"|should|must)\b|who {_YOU}|about you\b"
        r"|what we.{0,8} (?:look|need|expect|want|seek|ask)|look(?:ing)? for|we(?:.d)? (?:would "
        r")?(?:love|need|want)|what it takes"
        r"|your (?:profile|background|skill|experience|qualif|talent)|^you(?: are|.re)\b|to "
        r"(?:succeed|be successful|thrive)"
        r"|person specification|the (?:person|candidate)|is this you|profile"
        r"|candidate|criteria|attributes|are you|good fit"
        r"|certific|licen[sc]|expectation",
    ),
    (
        Role.ABOUT,
        r"about|who we are|our (?:mission|vision|value|culture|story|team|company|customer)"
        r"|company|the team"
        r"|culture|why|meet |come as you are|what we do|join|mission|values",
    ),
]
_ROLES = [
    (role, re.compile("|".join(filter(None, (words, FOREIGN_HEADINGS.get(role.name))))))
    for role, words in _ROLE_PATTERNS
]
_KNOWN = HEADING_WORDS | FOREIGN_HEADING_WORDS
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]{1,3})?")


@remembered(512)
def role_of(heading: str) -> Role | None:
    """The part that the lines below a heading play, or None where its words do not say."""
    text = heading.strip(" :*#").replace("’", "'").lower()
    for role, pattern in _ROLES:
        if pattern.search(text):
            return role
    return None


@remembered(512)
def usual(heading: str) -> bool:
    """Whether it is made of the words that headings are made of."""
    words = _WORD.findall(heading.casefold())
    if not words or len(words) > 10:
        return False
    known = sum(1 for word in words if word in _KNOWN or word.split("'")[0] in _KNOWN)
    return known >= 0.75 * len(words)


_LONGEST = 90
_YEARS = re.compile(
    r"(?:at least |minimum (?:of )?|over )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|ten)"
    r"(?:\s?[-–]\s?\d{1,2})?\+?\s(?:or more )?(?:years?|yrs|jahre|ans|år|años)\b",
    re.I,
)
"""A demand, however short the line and whatever stands below it."""


def heading_role(line: Line, following: Line | None) -> Role | None:
    body = line.text
    if len(body) > _LONGEST or body[-1] in ".,;!" or "@" in body or "http" in body:
        return None
    words = _WORD.findall(body)
    if body[-1] == ":" and following and following.bullet and not line.bullet:
        return role_of(body) or (Role.NICE if cues.wish(body) else Role.UNKNOWN)
    if not words or len(words) > 12 or _YEARS.match(body):
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
    if following and _alone_above(line, following, words):
        return role_of(body) or Role.UNKNOWN
    return None


def _alone_above(line: Line, following: Line, words: list[str]) -> bool:
    """Whether a short line has an empty line above and longer text directly below."""
    return (
        line.gap
        and not following.gap
        and len(words) < 9
        and len(following.text) > max(30, 1.3 * len(line.text))
        and not cues.demand(line.text)
    )


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
