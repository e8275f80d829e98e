"""Finds the company that offers the role: by label, by header, and by how sentences name it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from ats.domain.reading import Span
from ats.reading.found import Found
from ats.reading.keyed import Keyed
from ats.reading.layout import Line
from ats.reading.vocabulary import GLUED_LEFT, ROLE_NOUN

_WORD = r"(?:[A-Z0-9][\w&’'+-]*(?:\.(?:com|io|ai|dev|org|net|co|app))?|[a-z]{1,3}[A-Z][\w-]*)"
_LEGAL = (
    r"(?:,? (?:Inc|LLC|Ltd|GmbH|AG|AB|SA|S\.A|B\.?V|PLC|plc|Corp|Corporation|LLP|P\.C|Pty "
    r"Ltd|Co|Company|Limited|N\.V|SE|KG|Oy|AS|A/S)\b\.?)"
)
_NAME = rf"(?P<name>{_WORD}(?:(?: | & | of | and | the )(?={_WORD}){_WORD}){{0,5}}{_LEGAL}?)[®™]?"
_VERBS = (
    r"(?:is|was) (?:an? |the |one |now |currently |actively |proud|looking|seeking|hiring"
    r"|recruiting|pioneering|building|committed|on a|transforming|revolutioni|redefining"
    r"|changing|growing|expanding|dedicated|searching|leading|backed|home|part of|one of)"
    r"|(?:är|ist|est|is) (?:ett?|en|eine?|une?|ingen|Sveriges|in \d{4}|het|de)\b"
    r"|(?:söker|erbjuder|sucht|bietet|recherche|propose)\b"
    r"|(?:seeks|offers|provides|builds|helps|delivers|specializes|develops|believes"
    r"|designs|creates|requires|enables|makes|empowers|has been|exists|combines|brings"
    r"|operates|welcomes|values|was founded)\b"
)
_SURE = 9
"""What a name weighs that stands as one: after a label, or on a line below the title."""
_PATTERNS: list[tuple[int, re.Pattern[str] | Keyed]] = [
    (
        _SURE,
        re.compile(
            r"(?:^|\n)[*# ]*(?:[Cc]ompany(?: [Nn]ame)?|[Ee]mployer|[Oo]rgani[sz]ation|Hiring "
            r"[Oo]rgani[sz]ation|[Ff]öretag|[Uu]nternehmen)[* ]*:[* ]*(?P<name>[^\n|]{2,70})"
        ),
    ),
    (
        4,
        re.compile(
            rf"(?:^|[.!?\n:*—]\s*|(?<=[a-z)])(?=[A-Z]))(?:At|Here at|Hos|På|Bei|Chez) {_NAME},? "
            rf"(?=we|får|står|driver|är|kommer|ser|arbetar|jobbar|you|our|the|every|it|vi|wir|nous"
            rf"|I\b)"
        ),
    ),
    (
        4,
        re.compile(
            rf"\b(?:at|join|with|joining|of|within|by|hos|bei|chez|Join|Why|Life at|Working at"
            rf"|About|from) {_NAME}(?=,? (?:we|you|our)\b)"
        ),
    ),
    (
        4,
        re.compile(
            rf"(?:^|[.!?\n:*—•]\s*|(?<=[a-z.!?)])(?=[A-Z]))(?:The )?{_NAME},?(?: "
            rf"\([^)\n]{{1,40}}\),?)?(?:, [^.\n]{{3,80}}?,)? (?:{_VERBS})"
        ),
    ),
    (
        3,
        re.compile(
            rf"(?:^|\n|[.!?:]\s*|(?<=[a-z]))[*# ]*(?:About|Why|Join|Working at|Life at|Über|Om|Who "
            rf"is) {_NAME}[*: ]*(?=\n|$|[A-Z])"
        ),
    ),
    (
        3,
        re.compile(
            rf"(?<![\w])(?:at|joining|join|Join|with|to|for|on behalf of|by|of) {_NAME}(?=[.,;!?’']"
            rf"|\s+(?:is|as|in|on|to|are|and|will|has|work|for)\b)"
        ),
    ),
    (
        4,
        Keyed(
            rf"{_NAME},?(?: \([^)\n]{{1,40}}\),?)? (?:is|are) (?:proud to be |committed to |an? "
            rf")?(?:[Ee]qual|EOE|EEO|committed to (?:equal|providing|creat|build|divers))",
            "equal|eoe|eeo|committed",
            flags=0,
            after=40,
        ),
    ),
    (
        2,
        Keyed(
            rf"(?<![\w]){_NAME}[’']s (?:mission|products?|platform|team|vision|culture|goal"
            rf"|customers|commitment|success|growth|values|benefits|new|services|first)",
            "’s |'s ",
            flags=0,
            before=60,
            after=20,
        ),
    ),
]
_STOP = frozenset(
    """we you our the this that it they he she who what why how when where there here if in at on
    as for to and or job role position company team work about join us all candidates
    candidate applicants applicant employees employee experience skills knowledge ability
    responsibilities requirements qualifications benefits salary location remote hybrid
    equal opportunity employment description summary overview please apply click bachelor
    bachelors master masters degree must strong excellent proven your my his her their its
    any each every no not new some today monday tuesday wednesday thursday friday saturday
    sunday january february march april may june july august september october november
    december english german french spanish swedish usa us uk eu europe america united
    states canada australia london paris berlin aws azure gcp kafka python java javascript
    sql linux windows docker kubernetes office excel git github tableau hr it ai ml ceo
    cto vp covid covid-19 com full-time part-time contract senior junior lead principal
    staff head eeo eoe ada state federal government engineering product design marketing
    sales finance legal operations data analytics science technology security support
    success customer customers people talent human resources clients client department
    university college school college math computer mathematics stem both one two note
    success while since however therefore although our mission fortune inc llc ltd
    internet cloud web mobile software hardware business health healthcare city county
    interested founded backed headquartered based located description ideal responsible
    reporting working duties vi du som för har ni hos wir sie ich als nous vous je il elle
    let us platform fully competitive""".split()
)
_WIDELY_NAMED = frozenset(
    "Google Microsoft Amazon Salesforce Oracle Apple Facebook LinkedIn Netflix IoT CMS".split()
)
"""Named in many postings as a product or a customer: needs more to be the company."""
_MOST_NAMES = 100
_LEAD = re.compile(
    r"^(?:(?:The|Der|Die|Das|At|About|Join|Why|With|From|For|And|In|Our|This|Here|Description|Position"
    r"|Overview|Summary|Today|While|When|As|Since|By|Of|To|If|Because) )+"
)
_ORGANISATION = re.compile(
    rf"(?:[A-ZÀ-Þ][\w&’'.-]*,? |(?:and|&|of|for|the|und|für|der) ){{2,8}}"
    rf"(?:Trust|School|Academy|University|College|Council|Hospital|Clinic|Institute)"
    rf"|{_WORD}(?:,? (?:&|and|und|{_WORD})){{0,5}}{_LEGAL}"
)
_GLUED = re.compile(r"(?:.* )?(?i:" + "|".join(GLUED_LEFT) + r")(?=[A-Z])")
_BESIDE_NAME = re.compile(
    r"\s*\(?(?:https?://|www\.)\S*(?:\s*\))?|\s*\((?:YC|via)?[^()]{0,80}\)?\s*$"
)
_DASHED = re.compile(r"^[^—\n]{3,80}?,\s+(?P<name>[^—\n]{3,90}?)(?:\s?[—–]\s|\s[—–])")


def find_company(text: str, lines: list[Line]) -> Found[str] | None:
    """The company's name as the posting writes it, or None where nothing names it twice or
    plainly once."""
    headed = _from_header(text, lines)
    if headed:
        return headed
    scores: dict[str, int] = defaultdict(int)
    spans: dict[str, list[Span]] = defaultdict(list)
    head = text[:60000]
    for weight, pattern in _PATTERNS:
        for match in pattern.finditer(head):
            name, start = _clean(match["name"].rstrip("®™"), match.start("name"))
            if not _could_be(name, weight):
                continue
            scores[name] += weight + (2 if start < 400 else 0)
            spans[name].append((start, start + len(name)))
    for name, start in _below_title(lines):
        if _could_be(name, _SURE):
            scores[name] += _SURE
            spans[name].append((start, start + len(name)))
    return _best(head, scores, spans)


def _best(head: str, scores: dict[str, int], spans: dict[str, list[Span]]) -> Found[str] | None:
    if not scores:
        return None
    likely = sorted(scores, key=lambda n: -scores[n])[:_MOST_NAMES]
    scores = {name: scores[name] + min(6, head.count(name) - 1) for name in likely}
    for name, longer in permutations(likely, 2):
        if longer.startswith(name + " "):
            whole = head.count(longer) * 2 >= head.count(name)
            scores[longer if whole else name] += min(scores[longer], scores[name]) // 2 + 1
    name = max(scores, key=lambda n: (scores[n], -spans[n][0][0]))
    if len(name.split()) == 1 and head.count(name) < 2 and scores[name] < 9:
        return None
    if scores[name] < (10 if name in _WIDELY_NAMED else 5):
        return None
    places = sorted(set(spans[name]))[:3]
    return Found(name, tuple(places))


def _from_header(text: str, lines: list[Line]) -> Found[str] | None:
    """The first field of a header with bars, or the name before a notice's dash."""
    for line in lines[:2]:
        found = _barred(text, line) or _dashed(text, line)
        if found:
            return found
    return None


def _barred(text: str, line: Line) -> Found[str] | None:
    """The first field, unless it is the role: it names one and no other field does."""
    first, *others = text[line.start : line.end].split("|")
    name = _BESIDE_NAME.sub("", first).strip(" -–*(")
    if len(others) < 2 or not name or "\n" in first or not 1 < len(first.rstrip()) <= 60:
        return None
    if ROLE_NOUN.fullmatch(name.split()[-1]):
        return None
    if ROLE_NOUN.search(name) and not any(ROLE_NOUN.search(field) for field in others):
        return None
    at = text.index(name, line.start)
    return Found(name, ((at, at + len(name)),))


def _dashed(text: str, line: Line) -> Found[str] | None:
    match = _DASHED.match(text[line.start : line.end])
    if not match or not ROLE_NOUN.search(match[0][: match.start("name")]):
        return None
    name = match["name"].strip()
    at = line.start + match.start("name")
    return Found(name, ((at, at + len(name)),))


def _below_title(lines: list[Line]) -> Iterator[tuple[str, int]]:
    """Lines near the top that are nothing but the name of an organisation, and their places."""
    for line in lines[1:5]:
        if len(line.text) <= 70 and _ORGANISATION.fullmatch(line.text):
            yield line.text, line.start


def _clean(name: str, start: int) -> tuple[str, int]:
    lead = _LEAD.match(name)
    if lead and lead.end() < len(name):
        start += lead.end()
        name = name[lead.end() :]
    glued = _GLUED.match(name)
    if glued:
        return _clean(name[glued.end() :], start + glued.end())
    stripped = re.sub(r"[’']s?$|[\s,;:*.]+$", "", name)
    if re.search(r"\b(?:Inc|Ltd|Corp|Co|P\.C)$", stripped):
        stripped = name[: len(stripped) + 1].rstrip(" ,;:*")
    return stripped, start


def _could_be(name: str, weight: int) -> bool:
    words = name.split()
    if not name or len(name) > 70 or not any(c.isalpha() for c in name):
        return False
    if len(words) == 1 and (words[0].casefold().strip(".") in _STOP or len(name) < 2):
        return False
    if all(w.casefold() in _STOP for w in words) or words[0].casefold() in {
        "we",
        "you",
        "who",
        "what",
        "if",
        "how",
        "it",
        "job",
    }:
        return False
    first = re.split("[’']", words[0].casefold())[0]
    if first in {"you", "we", "it", "they", "that", "who", "what"} or (
        " of " in name and ROLE_NOUN.fullmatch(first)
    ):
        return False
    if name[0].isdigit() and not re.search(r"[A-Za-z]{2}", name):
        return False
    return weight >= _SURE or not ROLE_NOUN.search(words[-1])
