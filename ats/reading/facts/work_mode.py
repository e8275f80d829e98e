"""Finds the work mode: remote, hybrid or on site, as the posting states it. Each mention is
weighed by what stands around it; the heaviest one wins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ats.domain.application import WorkMode
from ats.domain.reading import Span
from ats.reading.found import Found
from ats.reading.keyed import Keyed
from ats.reading.late import late

_HEADER = 300
"""Characters in which a posting's header stands."""
_LABELLED, _HEADED, _STATED, _TOLD, _HINTED = 4.0, 3.5, 3.0, 2.0, 1.0
"""What a mention weighs: a label's value; a header's; said of the job itself; said somewhere;
offered beside other things."""

_NUMBER = r"(?:one|two|three|four|five|six|[1-6])"
_MENTION = Keyed(
    r"(?=\b\w|[hr])"  # no way begins otherwise; most places are passed over at once
    rf"(?:(?P<days>\b{_NUMBER}(?: ?(?:-|–|to|or) ?{_NUMBER})?\+?(?: or more)? ?x? ?(?:days?|x)"
    r"(?: ?(?:a|per|each|every|/) ?(?:work ?)?(?:week|wk))?,? (?:(?:in|at|from|on|of|working)[ -])?"
    r"(?:[\w’'-]+ ){0,3}?(?:office|home\b|on-?site\b|site\b|hq\b|in[- ]person\b|remote)"
    rf"|\b(?:in|from)[ -](?:the "
    rf"|our )?(?:\w+ )?office\W[^.\n]{{0,20}}?\b{_NUMBER}[^.\n]{{0,12}}days?\b"
    r"|\boffice on (?:mon|tues|wednes|thurs|fri)days?\b|\bthe rest (?:of the week )?(?:from"
    r"|at) home"
    r"|\b(?:ein|zwei|drei|vier|[1-4])(?: bis \w+)? tagen? (?:pro woche |die woche )?(?:im |in )?"
    r"(?:home-?office|homeoffice|büro|mobil|remote)|\b(?:en|två|tre|fyra|[1-4])(?: (?:till|-) \w+)?"
    r" dagar?(?: i veckan)? (?:på (?:vårt )?kontor|hemifrån|på distans|hemma)"
    r"|\b(?:un|deux|trois|[1-4]) jours?(?: par semaine)? (?:de |en |au )(?:télétravail|bureau)"
    r"|\btélétravail(?: de)? (?:\w+ )?(?:un|deux|trois|[1-4]) jours"
    r"|\b(?:un|dos|tres|[1-4]) días?(?: (?:a la|por) semana)? (?:de |en )(?:teletrabajo|remoto|casa"
    r"|(?:la )?oficina)"
    r"|\b(?:[1-9]\d ?%|half|part) of (?:their|your|the|our) (?:\w+ )?time[^.\n]{0,15}"
    r"(?:office|on-?site|home|remote))"
    r"|(?P<hybrid>(?:hybrid(?:e[srn]?|t|o|arbete|arbeit|jobb)?|híbrid[oa]s?)\b|\bpart(?:ly|ially"
    r"|iellt)[ -]remote"
    r"|\bdelvis (?:på )?distans"
    r"|\bmobiles? arbeiten|\btélétravail partiel|\bhome-?office (?:möglich|tage)\w*)"
    r"|(?P<remote>remote(?:ly)?(?-i:(?![a-z]))|\bremot[oa]\b|\bwfh\b"
    r"|\bwork(?:ing|s)? from (?:home|anywhere)\b"
    r"|\bhome[ -]?based\b|\btelecommut\w+|\btelework\w*|\b(?:100 ?%|full) télétravail"
    r"|\btélétravail (?:complet|total|à 100)|\b(?:på|helt) distans\b|\bdistansarbete\b"
    r"|\bteletrabajo|\bwork at home\b|\bhome ?office\b)"
    r"|(?P<onsite>\bon[ -]?site\b|\bvor ort\b|\bsur place\b|\bsur site\b|\bpå plats\b"
    r"|\bprésentiel\b|\bpresencial\b"
    r"|\boffice[ -](?:based|first)\b)"
    r"|(?P<present>\bin[ -]person\b|\bin[ -]office\b))",
    "hybrid|office|remot|distans|mobile|home|anywhere|wfh|telecommut|télétravail|telework|teletrab"
    "|site|vor ort|sur place|híbrid|dagar|på plats|présentiel|presencial|in-person|in person",
    before=60,
    after=60,
)  # fmt: skip
_WHOLE_WEEK = late(
    r"(?:(?:4|four) ?(?:-|–|to|or) ?)?(?:5|6|five|six) ?(?:days?|x)|(?:in|from)[^.\n]*\b(?:5|6"
    r"|five|six) days",
    re.I,
)
_MODES = {
    "days": WorkMode.HYBRID,
    "hybrid": WorkMode.HYBRID,
    "remote": WorkMode.REMOTE,
    "onsite": WorkMode.ONSITE,
    "present": WorkMode.ONSITE,
}
_RANK = {WorkMode.HYBRID: 0, WorkMode.REMOTE: 1, WorkMode.ONSITE: 2}
_LABEL = late(
    r"(?:\b(?:work(?:place|ing)?|job)?[ -]?(?:location|mode|model|arrangement|workplace|work ?site"
    r"|work (?:type|style|setting|setup)|location type|remote status)s?|\barbetsplats|\barbeitsort"
    r"|\bmodalidad|\bplats|\blieu)\s*(?:type)?\s*\**\s*:\s*\**[^\n]{0,40}$",
    re.I,
)
_OPENS = late(
    r"(?:^|[\n|•(,/·;\[–]|- )\s*[*_]*(?:(?:fully|100 ?%|us|usa|uk|eu|\d+ ?%)[ -])?$", re.I
)
_ENDS = late(r"[*_ \t]*(?:$|[\n|•),/·;(\]–:-]|or\b|in\b|from\b|within\b|only\b|for\b|[A-Z])")
_TAG = late(r"#(?:LI)?[-_ ]?$", re.I)
_NEGATED = late(
    r"(?:\b(?:not|no|non|never|isn.t|aren.t|without|unable to|cannot|can.t)\b[^.\n]{0,20}"
    r"|non-|experience (?:working )?in an? )$",
    re.I,
)
_NOT_REMOTE = late(r"\b(?:not an? |no |sans )(?:fully )?$", re.I)
_OTHER_HYBRID = late(
    r"\W(?:cloud|infrastr|mobile|app|environments? (?:of|with)|vehicle|it\b|multi|electric|ident"
    r"|archit|solution|deploy|integr|search|event|meeting|energy|power|intelligence|data|systems?\b"
    r"|car\b|network|computing|kubernetes|retrieval|team|approach to)",
    re.I,
)
_OTHER_REMOTE = late(
    r"\W(?:sens|access|desktop|support|monitor|control|sites?\b|servers?\b|areas?\b|locations?\b"
    r"|offices\b|patient|communit|procedure|workers?\b|workforce|employees?\b|candidates?\b"
    r"|teammates|colleagues|team members|teams\b|health|interview"
    r"|code|api|call|learning|diagnos|device|install)",
    re.I,
)
_OF_THE_JOB = late(
    r"[ ,/-]{0,3}(?:[\w-]+ ){0,2}?(?:position|role\b|job\b|opportunit|contract|full[ -]?time"
    r"|work schedule|schedule\b|work arrangement|assignment|only\b|5\b|five\b)",
    re.I,
)
_THE_JOB = late(
    r"(?:\b(?:this|the|role|position|job|opportunity|it|are|you|candidate)\W[\w ’']{0,25}"
    r"(?:is|be|are|works?|will|can|may|working)\b[\w ,’'-]{0,25}"
    r"|\b(?:fully|100 ?%|completely|entirely|primarily|permanently|mostly|is|be|are|or|work)"
    r"[ ,-]*(?:an? )?)$",
    re.I,
)
_CULTURE = late(r"[ -]*(?:first|friendly|possible|eligible|options?|company|team|culture)", re.I)
_WHERE = late(r"[ -]*(?:\(|- |– |from |within |across |anywhere|in (?:the )?[A-Z]|, ?(?:US|UK|EU))")
_OF_OTHERS = late(
    r"customer|client|support|visit|gym\b|cafeteria|meals|lunch|parking|perks|catered|childcare"
    r"|amenities|supplier|interview|clinic|daycare|fitness|snack|vendor",
    re.I,
)
_FOR_NOW = late(r"\W{0,2}(?:for now|until|during|due to|while)", re.I)
_LIST = late(r"\W{1,3}(?:and|or|&)?\W{0,2}$", re.I)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A mode named in the text, and how much its place says about this job."""

    mode: WorkMode
    weight: float
    span: Span


def find_work_mode(text: str) -> Found[WorkMode] | None:
    """Remote, hybrid or on site, where the posting says so. Remote also where it is one of the
    ways offered; hybrid before it only where both are said of the job."""
    mentions = [m for m in _mentions(text) if m.weight]
    if not mentions:
        return None
    most = max(m.weight for m in mentions)
    chosen = min((m for m in mentions if m.weight == most), key=lambda m: (_RANK[m.mode], m.span))
    plain = min(most, _STATED)
    first = next(m for m in mentions if m.mode is chosen.mode and m.weight >= plain)
    return Found(chosen.mode, (first.span,))


def _mentions(text: str) -> list[_Mention]:
    found: list[_Mention] = []
    for match in _MENTION.finditer(text):
        group = str(match.lastgroup)
        mode = _mode(text, match, group)
        mention = _Mention(mode, _weight(text, match, group), match.span())
        if found and _listed(text, found[-1], mention):
            mention = _one_choice(text, found, mention)
        found.append(mention)
    return found


def _mode(text: str, match: re.Match[str], group: str) -> WorkMode:
    """ "Not remote" and the whole week in the office are on site."""
    before = text[max(0, match.start() - 12) : match.start()]
    whole = group == "days" and _WHOLE_WEEK.search(match[0])
    refused = group == "remote" and _NOT_REMOTE.search(before)
    return WorkMode.ONSITE if whole or refused else _MODES[group]


def _listed(text: str, before: _Mention, mention: _Mention) -> bool:
    gap = text[before.span[1] : mention.span[0]]
    return len(gap) < 7 and before.mode is not mention.mode and bool(_LIST.match(gap))


def _one_choice(text: str, found: list[_Mention], mention: _Mention) -> _Mention:
    """Of "hybrid remote" the first word tells; "remote, hybrid or on site" in running text says
    what the company has, and beside a label or in a header it offers the choice."""
    before = found[-1]
    if not before.weight or not mention.weight:
        return mention
    if text[before.span[1] : mention.span[0]] == " ":
        return _Mention(mention.mode, 0.0, mention.span)
    if max(before.weight, mention.weight) < _STATED:
        found[-1] = _Mention(before.mode, min(before.weight, _HINTED), before.span)
        return _Mention(mention.mode, min(mention.weight, _HINTED), mention.span)
    if WorkMode.REMOTE in (before.mode, mention.mode):
        remote, other = max(before.weight, mention.weight), 0.0
        found[-1] = _weighed(before, remote if before.mode is WorkMode.REMOTE else other)
        return _weighed(mention, remote if mention.mode is WorkMode.REMOTE else other)
    return mention


def _weighed(mention: _Mention, weight: float) -> _Mention:
    return _Mention(mention.mode, weight, mention.span)


def _weight(text: str, match: re.Match[str], group: str) -> float:
    before = text[max(0, match.start() - 70) : match.start()]
    after = text[match.end() : match.end() + 60]
    if group == "remote" and _NOT_REMOTE.search(before) and not _CULTURE.match(after):
        return _STATED
    if _NEGATED.search(before[-30:]) or _FOR_NOW.match(after):
        return 0.0
    if _other(group, before, after):
        return 0.0
    if _LABEL.search(before) or _TAG.search(before):
        return _LABELLED
    if match.end() < _HEADER and _in_header(text, match, before, after):
        return _HEADED
    if match[0].isupper() and len(match[0]) > 5:
        return _STATED
    return _told(group, before, after, match[0].casefold())


def _in_header(text: str, match: re.Match[str], before: str, after: str) -> bool:
    """Whether the word stands alone, or in a line that is a header by its bars."""
    start = text.rfind("\n", 0, match.start()) + 1
    line = text[start : match.end() + 60].partition("\n")[0]
    return "|" in line or bool(_OPENS.search(before) and _ENDS.match(after))


def _other(group: str, before: str, after: str) -> bool:
    """Whether the word speaks of something else than where the work is done."""
    if group == "hybrid":
        return bool(_OTHER_HYBRID.match(after))
    if group == "remote":
        return bool(_OTHER_REMOTE.match(after))
    return group != "days" and bool(_OF_OTHERS.search(before[-25:] + "\n" + after[:25]))


def _told(group: str, before: str, after: str, words: str) -> float:
    if group == "days":
        return _STATED if re.search(r"week|wk|time", words + after[:12]) else _TOLD
    of_job = bool(_OF_THE_JOB.match(after) or _THE_JOB.search(before))
    if group == "remote":
        return _remote(before, after, words, of_job)
    if group == "hybrid":
        return _STATED if of_job else _TOLD
    if group == "onsite":
        return _STATED if of_job else _TOLD if words.startswith("office") else 0.0
    return _TOLD if _OF_THE_JOB.match(after) else 0.0


def _remote(before: str, after: str, words: str, of_job: bool) -> float:
    if not words.startswith("remot"):
        return _HINTED / 2 if words.startswith("home") and "based" not in words else _TOLD
    if words == "remotely":
        return _TOLD
    if re.match(r"[ -]*work(?:ing)?\b", after) and not of_job:
        return _HINTED
    if _CULTURE.match(after):
        return _TOLD
    alone = _OPENS.search(before) and re.match(r"[*_ \t]*(?:$|\n)", after)
    return _STATED if alone or of_job or _WHERE.match(after) else _HINTED / 2
