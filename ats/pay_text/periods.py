"""Tells what span of work an amount of pay is for, by the words around it or by its size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ats.domain.money import PayPeriod
from ats.text_patterns import late


@dataclass(frozen=True, slots=True)
class Named:
    """A period that the words name. One that `PayPeriod` lacks is a multiple of one it has:
    an amount for a fortnight is `times` one half of that for a week. `end` tells how many
    characters after the amount the words take; 0 where they stand elsewhere."""

    period: PayPeriod
    times: Decimal = Decimal(1)
    end: int = 0


_HALF = Decimal("0.5")
_WORDS: list[tuple[PayPeriod, int | Decimal, str]] = [
    (
        PayPeriod.HOUR,
        1,
        "hour hours hr hrs h hourly ph timme timmen timma stunde std heure hora uur",
    ),
    (PayPeriod.DAY, 1, "day daily diem d pd tag dag dagen jour día dia diario"),
    (PayPeriod.WEEK, 1, "week weekly wk w pw woche vecka veckan semaine semana"),
    (PayPeriod.WEEK, _HALF, "fortnight fortnightly biweekly bi-weekly"),
    (PayPeriod.MONTH, 2, "semimonthly semi-monthly"),
    (
        PayPeriod.MONTH,
        1,
        "month monthly mo mth m pm pcm monat monatlich mois mensuel mensuels mensuelle mes mês"
        " mensual mensuales månad månaden månadsvis mån måned mnd maand",
    ),
    (
        PayPeriod.YEAR,
        1,
        "year years yearly yr annum annual annually annualized annualised pa a jahr jährlich an"
        " annuel annuels annuelle année año anual anuales år året jaar",
    ),
]  # fmt: skip
_PERIODS = {
    word: Named(period, Decimal(times)) for period, times, words in _WORDS for word in words.split()
}
_FORTNIGHT, _HALF_MONTH = _PERIODS["fortnight"], _PERIODS["semimonthly"]

# "jährlich", "a year", "/h": words that are a period alone, those that need one of "per, a, /"
# before them, and letters that need a stroke.
_ALONE = (
    r"hourly|daily|bi-?weekly|fortnightly|weekly|semi-?monthly|monthly|yearly|annuali[sz]ed"
    r"|annually|annual|jährlich|monatlich|annuels?|annuelle|mensuels?|mensuelle|anuales|anual"
    r"|mensuales|mensual|månadsvis|p\.\s?(?:a|h|d|w|m)\.|p\.?\s?(?:a|h|d|w|m)|pcm|hrs"
)
_NOUN = (
    r"(?:2|two) weeks|other week|hours?|hrs?|days?|diem|weeks?|wk|fortnight|months?|mth|mo|years?"
    r"|yr|annum|stunde|std|tag|woche|monat|jahr|heure|jour|semaine|mois|année|an|hora|día|dia"
    r"|semana|mes|mês|año|timmen?|timma|dagen|dag|veckan?|månaden|månad|mån|måned|mnd|året|år|maand"
    r"|uur|jaar"
)
_PER = (
    r"/|per|an?|each|every|pr\.?|pro|par|por|al|im|in der|i|om|om het|à l['’]|de l['’]|l['’]|a la"
    r"|la|el|kr/|the"
)
_FILLER = (
    r"(?:\(?(?:gross|brutto|bruts?|brutos?|netto|netos?|nets?|base|basic|salary|dollars|plus|usd|eur"
    r"|gbp|cad|aud|sek|en moyenne|ote)[ ,)]*){0,2}"
)
_AFTER = late(
    rf"[ \xa0*_)]{{0,3}}(?:[-–,(]\s?)?{_FILLER}[-–,(]?\s?"
    rf"(?:(?P<alone>{_ALONE})|/?(?:{_PER})\s?(?:the )?(?P<noun>{_NOUN})"
    r"|(?:/|per |p/)\s?(?P<letter>[hdwma]))"
    r"(?-i:(?![a-zà-ÿ0-9]))",
    re.I,
)
_LATER = late(
    r"[^.\n]{0,40}?(?<!paid )\b(?:(?P<alone>annually|hourly|jährlich)"
    r"|(?:per|pro|par|al|im) (?P<noun>hour|day|week|month|year|annum|jahr|monat|stunde|mois|an"
    r"|mes|mês|año|månad|år)|an? (?P<noun2>hour|year)|/ ?(?P<letter>yr|year|hr|hour))\b",
    re.I,
)
_BEFORE = late(
    r"(?P<HOUR>\bhourly|per hour|timlön|stundenlohn|stundensatz|taux horaire|por hora)"
    r"|(?P<DAY>\bdaily|per day|\bday rate|tagessatz|\bTJM\b|taux journalier|tarifa diaria)"
    r"|(?P<FORTNIGHT>\bbi-?weekly|\bfortnightly|per fortnight)|(?P<WEEK>(?<!bi-)\bweekly)"
    r"|(?P<HALF_MONTH>\bsemi-?monthly|twice a month)"
    r"|(?P<MONTH>\bmonthly|per month|månadslön|monats(?:gehalt|lohn|brutto)|mensuel|mensual"
    r"|månadsvis)"
    r"|(?P<YEAR>\bannual|\byearly|per year|per annum|årslön|jahres|annuel|\banual)",
    re.I,
)
_NO_PERIOD = late(r"(?:annual|yearly|monthly|weekly|daily) (?:bonus|leave|review|event)", re.I)


def find_period(before: str, after: str) -> Named | None:
    """The period that the words before or after an amount name."""
    match = _AFTER.match(after)
    if match:
        named = _of_word(match["alone"] or match["noun"] or match["letter"])
        if named:
            return Named(named.period, named.times, match.end())
    later = _LATER.match(after)
    if later:
        return _of_word(later["alone"] or later["noun"] or later["noun2"] or later["letter"])
    return _spoken_before(before)


def period_named(text: str) -> Named | None:
    """The period that a few words name, which are about pay: "per year", "Monthly salary",
    "EUR/h". Of several, the first."""
    found = find_period(text, f" {text}")
    if found:
        return found
    words = re.findall(r"[^\W\d_]+", text.casefold())
    alone = len(words) == 1
    return next((_PERIODS[w] for w in words if w in _PERIODS and (alone or len(w) > 2)), None)


def _of_word(word: str) -> Named | None:
    word = word.casefold()
    if word in {"2 weeks", "two weeks", "other week"}:
        return _FORTNIGHT
    word = re.sub(r"[.\s]", "", word)
    return _PERIODS.get(word) or _PERIODS.get(word.rstrip("s"))


def _spoken_before(before: str) -> Named | None:
    last = None
    for match in _BEFORE.finditer(_NO_PERIOD.sub("", before)):
        last = match.lastgroup
    if last is None:
        return None
    if last == "FORTNIGHT":
        return _FORTNIGHT
    return _HALF_MONTH if last == "HALF_MONTH" else Named(PayPeriod[last])


_CROWNS = frozenset({"SEK", "NOK", "DKK", "kr"})
_YEARLY_FROM = {"JPY": 1_500_000, "INR": 200_000, "PLN": 60_000}
_UNSURE = frozenset("HUF CZK PHP ZAR KRW MXN NGN UAH AED BRL RON TRY HKD CNY ILS".split())
"""Where a month's pay may be as large as a year's elsewhere."""


def likely_period(size: Decimal, currency: str | None, cued: bool) -> PayPeriod | None:
    """Without a word, only amounts that can be nothing else: a salary of 60,000 is for a year;
    one of 35,000 crowns for a month."""
    if not cued or currency in _UNSURE:
        return None
    if currency in _CROWNS:
        return _crowns(size)
    return PayPeriod.YEAR if size >= _YEARLY_FROM.get(currency or "", 15000) else None


def _crowns(size: Decimal) -> PayPeriod | None:
    if 15_000 <= size <= 130_000:
        return PayPeriod.MONTH
    return PayPeriod.YEAR if size >= 200_000 else None


LABELLED = late(
    r"(?:(?:salary|wage|pay|compensation|range)[^.\n]{0,20}:"
    r"|\b(?:pay|wage|salary|compensation) (?:range|rate|band|scale)s?\b"
    r"(?:[^.\n:;]{0,50}?\b(?:is|are|of|from|between))?)\s*$",
    re.I,
)


def labelled_period(size: Decimal) -> PayPeriod | None:
    """A range labelled as salary and nothing more: its size leaves one period only."""
    if size >= 15000:
        return PayPeriod.YEAR
    if 2500 <= size <= 12000:
        return PayPeriod.MONTH
    return PayPeriod.HOUR if 8 <= size <= 150 else None


_BOUNDS = {
    PayPeriod.HOUR: (4, 1000),
    PayPeriod.DAY: (30, 8000),
    PayPeriod.WEEK: (100, 30000),
    PayPeriod.MONTH: (300, 1_500_000),
    PayPeriod.YEAR: (5000, 50_000_000),
}
_SMALL_UNITS = frozenset({"JPY", "INR", "HUF", "KRW", "CZK", "PHP", "NGN"})


def plausible(size: Decimal, period: PayPeriod, currency: str | None = None) -> bool:
    """Whether anybody is paid that much, or that little, for such a time."""
    low, high = _BOUNDS[period]
    return low <= size <= high * (20 if currency in _SMALL_UNITS else 1)
