"""Finds the posted date and the deadline, each beside its cue only; a date alone says nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ats.reading.facts.days import DATE, Calendar, days_in, read_day, start_of
from ats.reading.found import Found
from ats.reading.keyed import Keyed
from ats.reading.late import late

_WEEKDAY = (
    r"(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\b"
    r"|mån\w*|tis\w*|ons\w*|tors\w*|fre\w*|lör\w*|sön\w*|mon?tag|dienstag|mittwoch|donnerstag"
    r"|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes"
    r"|miércoles|jueves|viernes|sábado|domingo)\W{1,3})?"
)
_CLOCK = (
    r"(?:(?:at )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|noon|h|uhr|kl)?,?\s+(?:on )?(?=[a-z]{3}))?"
)
_LEAD_IN = _WEEKDAY + r"(?:the |den |dem |le |el (?:día )?)?" + DATE
# What is said to be sent in by a day: "applications …", "bewirb dich …", "din ansökan …".
_SENT = (
    r"\b(?:apply|applications?|submi\w+|send|envía\w*|enviar\w*|envoyez|adresser|skicka|schick\w*|applying|candidacy|bew[ei]rb\w*|unterlagen|candidatures?"
    r"|postulez|postuler|dossiers?|ansök\w*|sök|candidaturas?|solicitud\w*|inscri\w+|presentación"
    r"|plazo)\b"
)
_FORM = r"(?:m|mme|mr|mrs|ms|dr|sr|sra|hr|fr|prof)"
_BY = (
    r"(?:(?:on or )?before|by|until|till|through|no later than|prior to|latest"
    r"|bis(?: spätestens)?(?: zum| am)?|spätestens(?: bis)?(?: zum| am)?"
    r"|avant le|jusqu['’]au|au plus tard(?: le)?|senast|före|till och med|t\.o\.m\.?|tom"
    r"|hasta(?: el)?|antes del?)"
)
_DEADLINE = late(
    r"(?:deadline|clos(?:ing|es|e)(?: date| on)?|valid through|open until|final date"
    r"|last (?:application )?(?:day|date)(?: to apply| of application)?|job ends|expir(?:es|y date)"
    r"|accepted (?:at least )?(?:until|through|till)|due (?:date|by)|period.{0,30}?to"
    r"|bewerbungs(?:frist|schluss|ende)|einsendeschluss|date limite|clôture|date de fin"
    r"|sista (?:ansöknings)?dag(?:en)?|senast(?: den)?|fecha (?:límite|de cierre)|cierre"
    rf"|sluitingsdatum|no later than|{_SENT}(?:[^.\n]|\b{_FORM}\.){{0,80}}?\b{_BY})"
    r"(?: (?:is|date|for applications?|to apply|for this (?:role|position)|on|are|of|by|will|be"
    r"|den|att ansöka|är|application|dag|of this posting|de|la|candidatures?|dépôt|des|endet|ist|am"
    r"|zum|inscripción|presentación|solicitudes|candidaturas|el|para)\b){0,4}\W{0,6}"
    + _CLOCK
    + _LEAD_IN,
    re.I,
)
_BY_THEN = late(
    r"\b(?:bis(?: spätestens)?(?: zum| am)?|senast|avant le|jusqu['’]au|hasta el)\W{1,2}"
    + _LEAD_IN
    + r"(?=[^.\n]{0,80}\b(?:bew[ei]rb|unterlagen|online|ansök|candidat|postul|solicitud))",
    re.I,
)
# "Start no later than 1 September", "befristet bis zum 31.12.": days of the work, not of applying.
_OF_WORK = late(
    r"\b(?:start\w*|begin\w*|commenc\w+|join\w*|graduat\w+|complet\w+|employed|contract|born"
    r"|vaccinated|befristet|vertrag|eintritt|tillträde|börja\w*|anställning\w*|contrat|cdd|poste"
    r"|contrato|duration|position runs|runs|job is)\b[^.\n]{0,40}$",
    re.I,
)
_POSTED = late(
    r"(?:posted(?: on| date)?|date posted|posting date|publi(?:shed|cerad|ziert|ée?|cado)(?: on)?"
    r"|job posted|open(?:s|ing|ed)(?: date| on)?|publication date|listed|veröffentlicht(?: am)?"
    r"|online seit|ausgeschrieben am|mise? en ligne|date de publication|fecha de publicación"
    r"|publiceringsdatum)(?: (?:le|el|am|den|since|seit))?[^\w\n]{0,4}\s?"
    r"(?:(?:vor|il y a|hace|för) \d{1,2} \w+(?: sedan)? \(|\w+day\W{1,3})?" + DATE,
    re.I,
)
_UNITS = {
    **dict.fromkeys("minute minuten minuter minutes minutos hour hours stunde stunden heure heures"
                    " timme timmar hora horas".split(), 0),
    **dict.fromkeys("day days tag tagen tage jour jours dag dagar día días".split(), 1),
    **dict.fromkeys("week weeks woche wochen semaine semaines vecka veckor semana"
                    " semanas".split(), 7),
    **dict.fromkeys("month months monat monaten mois månad månader mes meses".split(), 30),
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_COUNT = r"(?P<count>\d{1,3}|an?|one|einem|einer|une?|en|ett)"
_AGO = Keyed(
    r"(?:\b(?:posted|published|reposted|listed|veröffentlicht|online|gepostet|publiée?|publicerad"
    r"|publicado)\W{0,3}|(?:^|[\n|·•])\s*)"
    rf"(?:(?P<just>today\b|just now\b|heute\b|aujourd['’]hui\b|idag\b|hoy\b)"
    r"|(?P<yesterday>yesterday\b|gestern\b|hier\b|igår\b|ayer\b)"
    rf"|(?:(?:vor|il y a|hace|för) )?{_COUNT} (?P<unit>{_UNIT})\b(?P<ago> (?:ago|sedan)\b)?)",
    "posted|publi|listed|veröff|online| ago|vor |il y a|hace |för ",
    before=25,
    after=45,
)


def find_deadline(text: str, today: date | None) -> Found[date] | None:
    """The last day to apply, where the date is whole or `today` tells its year."""
    calendar = Calendar(text, today, ahead=True)
    return _beside(_DEADLINE, calendar) or _beside(_BY_THEN, calendar)


def find_posted(text: str, today: date | None) -> Found[date] | None:
    """The day the posting was published; "3 days ago" needs `today`."""
    found = _beside(_POSTED, Calendar(text, today, ahead=False))
    return found or (_ago(text, today) if today else None)


def _beside(cue: re.Pattern[str], calendar: Calendar) -> Found[date] | None:
    """The first day that stands beside the cue. Days are few: the cue is looked for near them
    only."""
    text = calendar.text
    for start, end in days_in(text):
        for match in cue.finditer(text, max(0, start - _REACH), end + _REACH // 2):
            if calendar.ahead and _OF_WORK.search(text[max(0, match.start() - 60) : match.start()]):
                continue
            day = read_day(match, calendar)
            if day:
                return Found(day, ((start_of(match), match.end()),))
    return None


_REACH = 190
"""How far, in characters, a cue may begin before its day."""


def _ago(text: str, today: date) -> Found[date] | None:
    """ "Posted 3 days ago"; without "posted" only in the head of a posting, in a field of its
    own. "30+ days ago" is no day."""
    for match in _AGO.finditer(text):
        cued = match[0][0].isalpha()
        spoken = bool(match["ago"]) or re.search(r"\b(?:vor|il y a|hace) ", match[0], re.I)
        if (match["unit"] and not spoken) or (not cued and (match.start() > _HEAD or not spoken)):
            continue
        start = match.start() + len(match[0]) - len(match[0].lstrip("\n|·• "))
        return Found(_before(today, match), ((start, match.end()),))
    return None


_HEAD = 800


def _before(today: date, match: re.Match[str]) -> date:
    if match["just"]:
        return today
    if match["yesterday"]:
        return today - timedelta(days=1)
    count = int(match["count"]) if match["count"].isdigit() else 1
    return today - timedelta(days=count * _UNITS[match["unit"].casefold()])
