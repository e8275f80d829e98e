"""Finds the title of the role where the posting names it, else what it might be called."""

from __future__ import annotations

import re

from ats.domain.reading import Span
from ats.reading.found import Found, distinct
from ats.reading.layout import Line
from ats.reading.sections import role_of
from ats.reading.vocabulary import DUTY_VERBS, ROLE_NOUN

_LABEL = re.compile(
    r"(?:job |position |role |working |functional |official )?(?:title|position|role"
    r"|stelle|befattning|poste|vacancy)\**\s*:\**\s*(?P<title>[^\n|]{3,120})",
    re.I,
)
_NEXT_LABEL = re.compile(r"\s+[A-Z]\w+(?: [A-Z]\w+)?:|\s{3,}")
_CAPITALISED = (
    r"(?:[A-Z][\w+#./&’'-]*|\([A-Z][^)\n]{1,40}\)|[A-Z]\+\+|&|–|-|/|II|III|IV|of|and|for"
    r"|with(?= [A-Z]))"
)
_PHRASE = rf"(?P<title>[A-Z.][\w+#./&’'-]*(?:,? {_CAPITALISED}){{0,8}})"
_SEEKING = re.compile(
    r"(?:seeking|looking for|hiring|recruiting|searching for|search of|in need of|seeks"
    r"|add|need|welcome|currently has an opening for|opening for|opportunity for|söker"
    r"|suchen|cherchons|recherchons|recrutons)"
    r"(?: to (?:hire|add|recruit))?(?: (?!(?:to|who|that|with|join|in|at|for|people"
    r"|of)\b)[a-z][\w-]*,?){0,8}? " + _PHRASE
)
_AS_A = re.compile(
    r"\b(?:[Aa]s|[Ss]om|[Aa]ls|[Bb]e|[Bb]ecome|[Jj]oin (?:us|our team|\w+) as|[Ww]ork as"
    r"|[Tt]itle of|[Rr]ole of|role as|position of|[Tt]he) (?:an? |our (?:new |next )?|the "
    r"|your )?" + _PHRASE
)
_PLURAL = re.compile(
    r"(?:^|[.!?:\n]\s*|[a-z.](?=[A-Z]))(?P<title>[A-Z][a-z]+(?: [a-z]+){0,2}? "
    r"?(?:engineers|developers|designers|managers|analysts|scientists|nurses|bakers"
    r"|technicians|drivers|teachers|consultants|specialists|\w{3,}(?:ers|ists"
    r"|ors)))\s+(?:at|in|on|here)\s+(?=[A-Z])"
)
_DASHED = re.compile(r"^(?P<title>[^—\n]{3,80}?),\s+[^—\n]{3,90}?[—–]\s")
_SMALL = re.compile(
    r"(?:seeking|looking for|hiring|search of) (?:an? )?(?P<title>[a-z][\w/-]*(?: [\w/-]+){0,3})"
)
_NOT_TITLE = re.compile(
    r"^(?:we|our|about|at|the|this|who|what|why|how|join|you|are|is|company|team|job"
    r"|location|salary|department|if|in|as)\b|[?!]|https?:|\b(?:we|you|our|is|are|will)\b",
    re.I,
)
_ENDS_AS_TITLE = re.compile(
    ROLE_NOUN.pattern
    + r"(?:$|\s?[,(/:–—|-]|\s(?:of|for|in|and|&|at|to|I{1,3}\b|IV|V\b|\d|with|[A-Z]?\d|m/w|gn))",
    re.I,
)
_NAMES_ONE = re.compile(
    rf"(?:[A-Z][\w&/-]* ){{1,4}}(?=[A-Z])(?i:{ROLE_NOUN.pattern})(?<!s)(?=$|\W)"
)
"""A verb as the beginning of one person's title, "Support Engineer", and no duty."""
_FOR_ALL = re.compile(r"\((?:[mwfdx]|gn|div)(?:\s?[/|*]\s?(?:[mwfdx]|gn|div)){1,3}\)", re.I)
"""Said after a title only, in German postings: "(m/w/d)"."""
_LEAD_IN = re.compile(r"^(?:seeking|hiring|wanted|now hiring|we are hiring)\s*:?\s+", re.I)
_TAIL = re.compile(
    r"(?:\s+(?:and|for|of|with|&|-|–|/|at|in|to)|[,\s.;:–-])+$|\s+(?:at|who|that|with"
    r"|located|based)\s.*$|\s*\b(?:[Ff]ull.?[Tt]ime|FT|[Rr]emote)\s*$"
)
_PRAISE = re.compile(
    r"^(?:(?:an?|great|good|excellent|exceptional|exceptionally|talented|experienced"
    r"|skilled|passionate|motivated|highly"
    r"|strong|smart|creative|driven|dedicated|our|your|the|next|new|more|additional"
    r"|several|\w+ed) )+",
    re.I,
)
_MODE_WORDS = re.compile(
    r"^(?:remote|onsite|on-site|hybrid|full.?time|part.?time|contract|intern|internship"
    r"|.*\d{2,}k|visa.*|https?:.*)$",
    re.I,
)


def find_title(
    text: str, lines: list[Line], company: str | None
) -> tuple[Found[str] | None, list[Found[str]]]:
    """The title and, where the posting names none, suggestions for it."""
    title = _headed(text, lines, company) or _sought(text, company)
    suggestions = [] if title else _suggestions(text, company)
    return title, suggestions


def _headed(text: str, lines: list[Line], company: str | None) -> Found[str] | None:
    """A title at the top, after a label, or in a header with bars."""
    for line in lines[:3]:
        found = _barred(text, line) or _dashed(text, line)
        if found:
            return found
    for line in lines:
        labelled = _labelled(text, line)
        if labelled:
            return labelled
    for line in lines[:12]:
        if _is_title_line(line, company):
            words = _clean(line.text)
            if words:
                return Found(words, (_place(text, line.start, words),))
    return None


def _labelled(text: str, line: Line) -> Found[str] | None:
    match = _LABEL.match(text, line.start, line.end)
    if not match:
        return None
    words = _clean(_NEXT_LABEL.split(match["title"])[0])
    if not words or not words[0].isupper() or _NOT_TITLE.search(words) or len(words.split()) > 10:
        return None
    return (
        Found(words, (_place(text, match.start("title"), words),))
        if ROLE_NOUN.search(words)
        else None
    )


def _is_title_line(line: Line, company: str | None) -> bool:
    body = line.text
    if line.bullet or not 4 < len(body) < 90 or body[-1] in ".:;!?" or len(body.split()) > 11:
        return False
    if (
        _NOT_TITLE.search(body)
        or (company and body.casefold() == company.casefold())
        or "|" in body
    ):
        return False
    if not (_ENDS_AS_TITLE.search(body) or _FOR_ALL.search(body)) or not (
        body[0].isupper() or body[0].isdigit() or body[0] == "."
    ):
        return False
    first = body.split()[0].casefold()
    if first in DUTY_VERBS and not ROLE_NOUN.fullmatch(first) and not _NAMES_ONE.match(body):
        return False
    small = [w for w in re.findall(r"[^\W\d_]+", body) if w[0].islower() and len(w) > 3]
    return len(small) <= 1 and not (
        role_of(body) and body.casefold() in {"experience", "team lead"}
    )


def _barred(text: str, line: Line) -> Found[str] | None:
    if line.text.count("|") < 2:
        return None
    at = line.start
    fields = []
    for part in re.split(r"\|", text[line.start : line.end]):
        fields.append((part, at))
        at += len(part) + 1
    # The first field is most often the company, so the role is looked for there last.
    named = [
        (p, a)
        for p, a in [*fields[1:], fields[0]]
        if ROLE_NOUN.search(p) and not _MODE_WORDS.match(p.strip()) and len(p) < 100
    ]
    if not named:
        return None
    words = named[0][0].strip()
    return Found(words, (_place(text, named[0][1], words),)) if words else None


def _dashed(text: str, line: Line) -> Found[str] | None:
    """ "Baker, City Bakery— The bakery ...", the form of notices."""
    match = _DASHED.match(text[line.start : line.end])
    if not match or not ROLE_NOUN.search(match["title"]):
        return None
    words = match["title"].strip()
    return Found(words, (_place(text, line.start, words),))


def _sought(text: str, company: str | None) -> Found[str] | None:
    head = text[:30000]
    for match in _SEEKING.finditer(head):
        found = _phrase(text, match, company)
        if found:
            return found
    for match in _AS_A.finditer(head):
        found = _phrase(text, match, company)
        if found and len(found.value.split()) > 1 and not match[0].startswith(("The ", "the ")):
            return found
    return _described(text, head, company)


def _described(text: str, head: str, company: str | None) -> Found[str] | None:
    """ "The Line Cook prepares ...": an article, a title and a verb."""
    for match in re.finditer(
        r"(?:^|[.!?\n]\s*|[a-z*](?=The ))(?:The|This|Our) "
        + _PHRASE
        + r"(?= (?:will|is|plays|provides|works|reports|supports|leads|serves|position|role"
        r"|manages)\b)",
        head,
    ):
        found = _phrase(text, match, company)
        if found and len(found.value.split()) > 1:
            return found
    return None


def _phrase(text: str, match: re.Match[str], company: str | None) -> Found[str] | None:
    words = _clean(match["title"])
    noun = list(ROLE_NOUN.finditer(words)) if words else []
    if not words or not noun or (company and words == company):
        return None
    if (
        words[-1] == "s"
        and noun[-1].end() == len(words)
        and noun[-1][0].casefold().endswith("s")
        and noun[-1][0].casefold() not in {"sales", "devops"}
    ):
        return None  # a plural is no title, but a suggestion
    if len(words.split()) == 1 and words.casefold() in {
        "lead",
        "head",
        "partner",
        "associate",
        "president",
        "owner",
        "agent",
        "guide",
        "expert",
        "professor",
        "executive",
        "dev",
        "vp",
        "ceo",
        "cto",
    }:
        return None
    return Found(words, (_place(text, match.start("title"), words),))


def _suggestions(text: str, company: str | None) -> list[Found[str]]:
    found: list[Found[str]] = []
    for match in _PLURAL.finditer(text[:30000]):
        words = _singular(match["title"].strip())
        if ROLE_NOUN.search(words):
            found.append(Found(words, (match.span("title"),)))
    for match in [*_SEEKING.finditer(text[:30000]), *_SMALL.finditer(text[:30000])]:
        words = _PRAISE.sub("", _clean(match["title"]))
        noun = list(ROLE_NOUN.finditer(words))
        if noun and len(words) < 60 and noun[-1].start() > 0:
            words = words[: noun[-1].end()]
            found.append(Found(_singular(words), (_place(text, match.start("title"), words),)))
    return [one for one in distinct(found) if not company or one.value != company][:5]


def _singular(words: str) -> str:
    """ "Backend engineers" as "Backend Engineer"."""
    last = words.rsplit(maxsplit=1)[-1]
    if (
        last.endswith("s")
        and not last.endswith("ss")
        and last.casefold() not in {"sales", "devops"}
    ):
        words = words[:-1]
    return " ".join(
        w[:1].upper() + w[1:] if len(w) > 3 or i == 0 else w for i, w in enumerate(words.split())
    )


def _clean(words: str) -> str:
    words = _LEAD_IN.sub("", words.strip(' *#_\t"“”-–'))
    before = None
    while words != before:
        before, words = words, _TAIL.sub("", words).strip(" *")
    if words.count("(") > words.count(")"):
        words = words[: words.rindex("(")].strip()
    return words if len(words) > 2 else ""


def _place(text: str, near: int, words: str) -> Span:
    at = text.find(words, near, near + len(words) + 400)
    return (at, at + len(words)) if at >= 0 else (near, min(len(text), near + len(words)))
