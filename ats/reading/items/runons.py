"""Cuts lists that lost their line breaks and their bullets: "Strong writing skills Ability to
plan Knowledge of herbs". Only the words that items begin with tell where one ends."""

from __future__ import annotations

import re
from itertools import pairwise

from ats.domain.reading import Span
from ats.reading.lines.layout import Line, trimmed
from ats.reading.lines.sections import Role
from ats.reading.lines.vocabulary import DUTY_VERBS

_SHORTEST = 200
"""A line of fewer characters is taken as one item."""
_DEMAND_START = re.compile(
    r"(?<=[\w.)%;,])\s+(?=(?:\d{1,2}\+? ?(?:(?:-|–|to) ?\d{1,2}\+? )?years"
    r"|(?:Strong|Excellent|Ability|Able|Experienced?|Knowledge|Proficient|Proficiency|Familiar"
    r"|Familiarity|Understanding|Working|Bachelor[’']?s?|Master[’']?s?|Demonstrated|Proven|Solid"
    r"|Deep|Hands-on|Must|Self-\w+|Good|Degree|Minimum|Previous|Prior|Advanced|Expert|Expertise"
    r"|Fluent|Fluency|Skilled|Great|Effective|Outstanding|Comfortable|Passion|Passionate|Highly"
    r"|Detail-oriented|Track record|Basic|Extensive|Creative|Willing|Willingness|In-depth"
    r"|Exceptional|Superior|Certification|Valid|Exposure|Interest|Background|Competent"
    r"|Well-versed|Attention to|Commitment|Desire|Team player|PhD|BS|BA)\s+[\w(+]))"
)
_DUTY_START = re.compile(r"(?<=[a-z.)%;,])\s+(?=([A-Z][a-z]+)(?:,|\s+(?:and\s+)?[a-z]))")


def pieces(text: str, line: Line, role: Role) -> list[Span]:
    """The items of a run-on line, or the line itself where it is not one."""
    if line.bullet or line.end - line.start < _SHORTEST:
        return [line.span]
    if role is Role.DUTY:
        starts = [
            match.end()
            for match in _DUTY_START.finditer(text, line.start, line.end)
            if match[1].casefold() in DUTY_VERBS
        ]
    else:
        starts = [match.end() for match in _DEMAND_START.finditer(text, line.start, line.end)]
    if len(starts) < 2:
        return [line.span]
    spans = [trimmed(text, a, b) for a, b in pairwise([line.start, *starts, line.end])]
    return [(a, b) for a, b in spans if a < b]
