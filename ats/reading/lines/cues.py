"""Words inside a line that tell a demand from a wish, a duty or a benefit."""

from __future__ import annotations

import re

from ats.reading.keyed import Keyed
from ats.reading.lines import foreign_cues
from ats.reading.lines.vocabulary import DUTY_VERBS
from ats.reading.remembered import remembered

_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_TASK_LEAD = re.compile(
    r"(?:you(?:\W?ll| will| would| are going to)|(?:your|the) (?:main |key "
    r")?(?:responsibilit|role|work|tasks?)|as an? .{3,50}, you"
    r"|in this (?:role|position)|responsible for|responsibility for)"
)
_DEMAND = re.compile(
    r"\b(?:experience[ds]?|experiences|knowledge|understanding|familiar(?:ity)?"
    r"|proficien\w+|ability to|able to|abilities"
    r"|skill(?:s|ed|set)?|degree|diploma|bachelor\W?s?|master\W?s|ph\.?d|background in"
    r"|track record|expertise|fluen\w+"
    r"|certifi\w+|comfortable|passion(?:ate)?|self-\w+|years|competen\w+|willing\w*|must\b|aptitude"
    r"|license|mindset|attitude|demonstrated|proven|strong|excellent|solid|eager|curious"
    r"|motivated|required"
    r"|erfarenhet|kunskap|vana|utbildning|kompetens|erfahrung|kenntnisse|abgeschlossen\w*"
    r"|studium|expérience|maîtrise|connaissance\w*"
    r"|ervaring|kennis|attention to detail|grasp|appreciation of|eye for|interest in"
    r"|organi[sz]ed|detail.oriented"
    r"|problem.solv\w+|team player|gpa|thinker|learner|communicator|acumen)\b"
)
_DEMAND_LEAD = re.compile(
    r"(?:\W*(?:an? |the |at least |minimum (?:of )?|over |more than )?(?:\d{1,2}\s?\+?"
    r"|\d{1,2}\s?(?:-|–|to)\s?\d{1,2}\+?|\w+\s\(\d+\))"
    r"\+?\s*(?:or more )?(?:years|yrs|months)"
    r"|\W*(?:an? |the |your )?(?:\w+[- ,/&]+){0,5}?(?:experience|knowledge|understanding"
    r"|familiarity|familiar|proficiency|proficient|ability"
    r"|skills?|degree|diploma|background|track record|expertise|fluency|fluent"
    r"|certification|passion|comfortable|competence"
    r"|aptitude|attitude|mindset|willingness|willing|desire|commitment|interest|mastery"
    r"|command|bs|ba|bsc|ms|msc|phd|bachelor\W?s?|master\W?s?)\b)"
)
_WISH = Keyed(
    r"\b(?:prefer(?:red|ably|ence)|(?:is|are|would be|be|as) (?:an? )?(?:big |huge |strong "
    r"|definite |added |real )?(?:plus|bonus|advantage|asset|benefit|merit)"
    r"|a (?:big |huge |strong |definite )?plus\b|^bonus:"
    r"|(?:would|will) be nice|nice to have|nice-to-have|desir(?:ed"
    r"|able)|advantageous|beneficial|bonus points|bonus if|ideally|not required"
    r"|helpful|appreciated|an advantage|welcome(?:d)?\b|good to have|great to have"
    r"|meriterande|merit om|är (?:det )?(?:ett )?plus|önskvärt|vi ser gärna|von vorteil"
    r"|wünschenswert|idealerweise|gern gesehen|(?:un|ist ein) (?:atout|plus)\b|pluspunt"
    r"|(?:est|sont|serait|seraient) (?:un |vivement |fortement )?(?:souhaité|apprécié|atout)\w*"
    r"|souhaité(?:e?s?)?\b|idéalement|se valorar[áa]|valorable|deseable|idealmente|ser[áa] un plus"
    r"|desejável|diferencial|een pré\b)",
    "prefer|plus|bonus|advantage|asset|benefi|merit|nice|desir|ideal|not required|helpful"
    "|appreciate|welcome|to have|önskvärt|gärna|vorteil|wünsch|gern ges|atout|souhait|appréci"
    "|idéal|valora|deseab|desej|diferenc|pré",
)
_MUST = re.compile(
    r"\(required\)|\bis required\b|\bare required\b|\bmandatory\b|\bmust have\b|:\s*required\b"
    r"|zwingend|erforderlich|\bär ett krav|obligato(?:ire|rio)|impératif|imprescindible"
)
_PERK = Keyed(
    r"\b(?:401\s?\(?k\)?|paid (?:time off|holidays?|vacation|leave|parental|sick)|\bpto\b"
    r"|health insurance|dental|vision (?:insurance|coverage|plan)"
    r"|medical,|life insurance|parental leave|stock options|equity|annual bonus|pension"
    r"|gym|lunch(?:es)?|snacks|wellness|flexible (?:hours|working|schedule|time)"
    r"|home office (?:stipend|budget|setup)|stipend|reimburse\w*|tuition|unlimited (?:pto"
    r"|vacation|time|paid)|competitive (?:salary|pay|compensation)"
    r"|generous|employee discount|free (?:\w+ )?(?:lunch|food|coffee|parking)|friskvård\w*"
    r"|tjänstepension|health ?care (?:plan|coverage|benefit)s?"
    r"|days? (?:of )?(?:annual leave|holiday|vacation)|commuter|company (?:laptop|car)"
    r"|learning budget|relocation (?:assistance|package|support))\b",
    "401|paid|pto|insurance|dental|vision|medical|leave|stock|equity|bonus|pension|gym"
    "|lunch|snack|wellness|flexible|home office|stipend|reimburse|tuition|unlimited"
    "|competitive|generous|discount|free|friskv|health|days|commuter|company |budget"
    "|relocation",
)
_LEGAL = Keyed(
    r"without regard|regardless of|accommodation|equal opportunity|equal employment"
    r"|protected (?:by|status|class|veteran)|discriminat|fair chance|sexual orientation"
    r"|consistent with (?:federal|applicable)|privacy|e-verify|scam|phishing|never ask",
    "regard|accommodation|equal|protected|discriminat|fair chance|sexual|consistent"
    "|privacy|e-verify|scam|phishing|never ask",
)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|easter|christmas|summer"
    r"|autumn|spring|term"
)
_ASKS_NOTHING = re.compile(
    r"\W*(?:(?:required|needed|wanted|to start|starting) (?:(?:from|for|by|on|to start)\s)?"
    rf"(?:an? |the |early |mid |late )?(?:\d|asap\b|as soon as\b|immediate|{_MONTH})"
    r"|(?:wanted|vacancy|now hiring|gesucht|se busca)\s?[:!–-]"
    r"|interviews?(?:\s?:| (?:will be|are|is|to be)(?: held)?) ?(?:w/c|week|on\b|in\b|to be"
    rf"|tb[ac]\b|the \d|\d|\w+day\b|{_MONTH})"
    r"|(?:interview|closing|start|starting|application|shortlisting) "
    r"(?:date|deadline|day|period|window|closing date)s?(?:\s?:| (?:is|are|will be)\b)"
    r"|(?:deadline|apply by|posted|date posted|job id|reference|ref|bewerbungsfrist"
    r"|bewerbungsschluss|sista ansökningsdag|date limite|fecha límite)\s?:"
    r"|see how you compare\b|(?:over )?\d+\+? (?:applicants|people clicked))",
    re.I,
)
_APPOINTS = Keyed(
    r"^\W*(?:the |our )?(?:[\w’'-]+ ){1,6}?(?:wish|wishes|seek|seeks|hope|hopes|looking"
    r"|would like|seeking|pleased) to (?:appoint|recruit|employ|hire)\b",
    " to appoint| to recruit| to employ| to hire",
)
"""How a line begins that tells when, or that somebody is looked for, and not what is asked."""
_SO_MANY_WORDS = tuple(re.compile(rf"\W*+(?:\w++\W++){{{more}}}\w") for more in range(4))
"""One word, two words, three words, four words."""
_KEPT = 1024
"""Answers that are remembered: a line is asked about more than once."""


@remembered(_KEPT)
def task(line: str) -> bool:
    """Whether the line tells something to do: it begins with a verb, or with "you will"."""
    first = _FIRST.search(line[:40])
    if first and first[0].casefold() in DUTY_VERBS:
        return True
    return bool(_TASK_LEAD.match(line.lower())) or foreign_cues.task(line)


@remembered(_KEPT)
def demand(line: str) -> bool:
    """Whether the line asks something of the person."""
    low = line[:220].lower()
    if _DEMAND_LEAD.match(low[:90]):
        return True
    if task(line):
        return False
    return bool(_DEMAND.search(low)) or foreign_cues.demand(line[:220])


def plain_demand(line: str) -> bool:
    """Whether the line begins as a demand does, so that no heading is needed to know it."""
    return bool(_DEMAND_LEAD.match(line[:90].lower())) and not task(line)


@remembered(_KEPT)
def wish(line: str) -> bool:
    """Whether the line asks for something that would only be welcome."""
    return bool(_WISH.search(line))


def firm(line: str) -> bool:
    """Whether the line itself says that it is required."""
    return bool(_MUST.search(line.lower()))


@remembered(_KEPT)
def perk(line: str) -> bool:
    """Whether the line names something the company gives."""
    return bool(_PERK.search(line)) or foreign_cues.perk(line)


def first_perk(line: str) -> int:
    """Where the first thing named that a company gives stands; the line's length without one."""
    match = _PERK.search(line)
    return match.start() if match else len(line)


@remembered(_KEPT)
def legal(line: str) -> bool:
    """Whether the line is the usual legal text, which asks nothing of the person."""
    return bool(_LEGAL.search(line))


@remembered(_KEPT)
def asks_nothing(line: str) -> bool:
    """Whether the line tells only a date of the hiring, or that somebody is looked for."""
    match = _ASKS_NOTHING.match(line) or _APPOINTS.search(line)
    return match is not None and not _asked_too(line[match.end() :])


def _asked_too(rest: str) -> bool:
    return bool(_DEMAND.search(rest.lower())) or bool(_PERK.search(rest))


def has_words(text: str, least: int) -> bool:
    """Whether there are so many words, one to four."""
    return _SO_MANY_WORDS[least - 1].match(text) is not None
