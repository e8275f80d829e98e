"""Finds the pay a posting states: ranges, one-sided amounts and single ones, with currency and
period; never turnover, funding, allowances or a bonus. Of several, the base leads over what may
be earned with it, and the general one over those of single places; the others are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ats.domain.money import Pay, PayPeriod
from ats.domain.reading import Alternative, Span
from ats.pay_text import currencies
from ats.pay_text.amounts import find_amounts
from ats.pay_text.offers import Offer, find_offers, salaries_end
from ats.pay_text.periods import (
    LABELLED,
    Named,
    find_period,
    labelled_period,
    likely_period,
    plausible,
)
from ats.reading.found import Found
from ats.reading.late import late
from ats.reading.pay import grades
from ats.reading.pay.other_money import PAY_WORD, says_other

_SENTENCE_EDGE = late(r"[.!?]\s+(?=[A-ZÅÄÖÜ])|\n\s*\n|;\s|•")
_MORE_THAN_BASE = late(
    r"\bOTE\b|(?:on.)?target (?:total )?(?:earnings|compensation|cash)"
    r"|\btotal (?:\w+ ){0,3}?(?:comp\b|compensation|earnings|cash|remuneration|rewards?)",
    re.I,
)
_MORE_AFTER = late(r"[ (]{0,2}(?:OTE\b|on.target|total comp)", re.I)
_BASE = late(r"\bbase\b|\bbasic\b|\bfix(?:um|e|ed)\b|grundgehalt|grundlön|salario base", re.I)
_PLACE = late(
    r"\b(?:based|residents?|located|locations?|metro|area|office|hubs?|zone|geo\w*|standort)\b"
    r"|\b(?:[Ii]n|[Ff]or) (?:the )?[A-Z][a-z]+|, [A-Z]{2}\b"
    r"|\b(?:US|USA|UK|EU|Canada|Europe)\b[^.\n]{0,25}:?\s*$"
)
_GENERAL = late(r"\b(?:all(?: other)?|most|any|national|other|remaining) (?:\w+ )?\w+|nation", re.I)
_LEVEL = late(
    r"\b(?:level|grade|band|tier|step|class|stufe|nivå|niveau)\s?(?:[IVX]+|[A-Z]?\d+)\b"
    r"|\b[LE]\d\b|\b(?:I|II|III|IV|V)\W{0,4}$",
    re.I,
)
_SENIORITY = late(r"\W*(?:junior|mid|senior|entry|intermediate)(?:[- ](?:level|range))?\W*", re.I)
_GRADE_BEFORE = late(r"\b(?:GS|NH|NF)-\d{1,2}(?:/\d{1,2})?\s?[(:,–-]{0,2}\s?$")


@dataclass(frozen=True, slots=True)
class StatedPay:
    """The pay that leads, and what else was stated as pay."""

    lead: Found[Pay] | None
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """An offer that may be the pay. `span` are its words, `at` is where they begin without a
    grade or "OTE", `ahead` what stands before it, and `converted` says that its pay is of
    another period than its words (a fortnight's for a week)."""

    span: Span
    pay: Pay
    score: int
    is_range: bool
    more_than_base: bool
    converted: bool
    at: int
    ahead: str

    @property
    def terms(self) -> tuple[str | None, PayPeriod | None]:
        return self.pay.currency, self.pay.period


def find_pay(text: str) -> Found[Pay] | None:
    """The pay stated, or None."""
    return find_stated_pay(text).lead


def find_stated_pay(text: str) -> StatedPay:
    """The pay stated and its alternatives. Levels of one post ("Level 1", "Level 2") give the
    lowest least and the highest most; ranges of other places are kept beside the general one.
    A grade that names no amount ("GS-12") is kept in its words alone."""
    offers = find_offers(text, find_amounts(text))
    weighed = [_weigh(text, offer) for offer in offers]
    candidates = [c for c in weighed if c is not None]
    if not candidates:
        return StatedPay(None, grades.find_grades(text))
    lead = _leading(candidates)
    levels = _levels(candidates, lead)
    pay = _merged(levels, _with_period(lead.pay, candidates))
    same = [c.span for c in candidates if c in levels or c.pay == lead.pay]
    return StatedPay(Found(pay, tuple(same)), _others(text, candidates, pay))


def _leading(candidates: list[_Candidate]) -> _Candidate:
    base = [c for c in candidates if not c.more_than_base] or candidates
    best = max(base, key=lambda c: (c.score, -c.span[0]))
    if not best.is_range:
        return best
    alike = [c for c in base if c.is_range and c.terms == best.terms and c.score >= best.score - 2]
    return next((c for c in alike if not _of_a_place(c.ahead)), alike[0])


def _of_a_place(ahead: str) -> bool:
    near = ahead[-90:]
    return bool(_PLACE.search(near)) and not _GENERAL.search(near)


def _levels(candidates: list[_Candidate], lead: _Candidate) -> list[_Candidate]:
    if not (lead.is_range and _of_a_level(lead.ahead)):
        return [lead]
    return [c for c in candidates if c.is_range and c.terms == lead.terms and _of_a_level(c.ahead)]


def _of_a_level(ahead: str) -> bool:
    line = ahead[ahead.rfind("\n") + 1 :]
    return bool(_LEVEL.search(ahead[-60:])) or bool(_SENIORITY.fullmatch(line[-40:]))


def _merged(levels: list[_Candidate], pay: Pay) -> Pay:
    if len(levels) < 2:
        return pay
    least = [c.pay.least for c in levels if c.pay.least is not None]
    most = [c.pay.most for c in levels if c.pay.most is not None]
    return Pay(min(least, default=None), max(most, default=None), pay.currency, pay.period)


def _with_period(pay: Pay, candidates: list[_Candidate]) -> Pay:
    if pay.period:
        return pay
    period = next((c.pay.period for c in candidates if c.pay.currency == pay.currency), None)
    return Pay(pay.least, pay.most, pay.currency, period)


def _others(text: str, candidates: list[_Candidate], pay: Pay) -> tuple[Alternative, ...]:
    """What was stated besides, each once, in its own words."""
    said = {(pay.least, pay.most, pay.currency, False)}
    found: list[Alternative] = []
    for one in candidates:
        key = (one.pay.least, one.pay.most, one.pay.currency, one.converted)
        if key not in said:
            said.add(key)
            span = (min(one.span[0], one.at - _label(one.ahead)), one.span[1])
            found.append(Alternative("salary", " ".join(text[slice(*span)].split()), span))
    return tuple(found)


def _label(ahead: str) -> int:
    """How long the words are that name what an amount is for: "Canadian employees: "."""
    match = re.search(r"[^\n.;:•|()<>]{2,60}(?:\([^()\n]{1,30}\))?: ?$", ahead)
    return len(match[0].lstrip(" -*–")) if match else 0


def _weigh(text: str, offer: Offer) -> _Candidate | None:
    """Weighs what speaks for pay: a cue, a range, a period, a currency, a place of its own."""
    before, after = _context(text, offer)
    if says_other(before, after, is_range=offer.is_range):
        return None
    cued = any(PAY_WORD.search(words.lower()) for words in (before, after[:40]))
    if offer.currency is None and not (cued and offer.is_range):
        return None
    alone = _alone(text, offer.span)
    named = _named_period(offer, before, after)
    fits = named is not None and plausible(offer.size * named.times, named.period, offer.currency)
    period = named.period if named and fits else _unnamed_period(text, offer, before, cued, alone)
    score = 3 * cued + 2 * offer.is_range + (offer.currency is not None) + 2 * alone
    score += 2 * (named is not None) - (named is not None and not fits)
    score += bool(fits and named and named.period in (PayPeriod.HOUR, PayPeriod.DAY))
    score += 2 * (offer.each_month or offer.spread)
    if period is None:
        score -= 3
    elif score == 3 and offer.currency and period is PayPeriod.YEAR and offer.size >= 20000:
        score += 1  # a range like $120k-150k beside nothing else
    if score < 4:
        return None
    times = named.times if named and fits else Decimal(1)
    return _candidate(text, offer, (period, times), score, named.end if named else 0)


def _candidate(
    text: str, offer: Offer, spell: tuple[PayPeriod | None, Decimal], score: int, words: int
) -> _Candidate:
    period, times = spell
    currency = currencies.resolve(offer.currency, text, offer.amounts)
    if currency is None:
        currency = currencies.home_currency(text)
    ahead = text[max(offer.left, offer.span[0] - 120) : offer.span[0]]
    end = salaries_end(text, offer.span[1] + words)
    behind = text[end : min(end + 25, max(end, offer.right))]
    more = _more_than_base(ahead, behind)
    if more and (match := _MORE_AFTER.match(behind)):
        end += match.end()
    return _Candidate(
        (_words_start(offer.span[0], ahead), end),
        Pay.of(_times(offer.least, times), _times(offer.most, times), currency, period),
        score,
        offer.is_range,
        more,
        times != 1,
        offer.span[0],
        ahead,
    )


def _times(amount: Decimal | None, times: Decimal) -> Decimal | None:
    return None if amount is None else amount * times


def _more_than_base(ahead: str, behind: str) -> bool:
    """Whether the words beside the amount make it base and more ("OTE")."""
    if _MORE_AFTER.match(behind):
        return True
    found = [match.start() for match in _MORE_THAN_BASE.finditer(ahead[-80:])]
    base = [match.start() for match in _BASE.finditer(ahead[-80:])]
    return bool(found) and (not base or base[-1] < found[-1]) and not _BASE.match(behind.strip())


def _words_start(start: int, ahead: str) -> int:
    """Where the amount's own words begin: "OTE", or the grade it belongs to."""
    match = _GRADE_BEFORE.search(ahead) or re.search(r"\bOTE:?\s(?:(?:of|is)\s)?$", ahead)
    return start - len(ahead) + match.start() if match else start


def _named_period(offer: Offer, before: str, after: str) -> Named | None:
    if offer.year:
        direct = find_period("", after)
        return Named(PayPeriod.YEAR, end=direct.end if direct else 0)
    named = find_period(before, after)
    if offer.each_month:
        return Named(PayPeriod.MONTH, end=named.end if named else 0)
    if offer.spread and not (named and named.end):
        return Named(PayPeriod.MONTH if offer.size < 12000 else PayPeriod.YEAR)
    if named is None and offer.joined:
        inside = find_period("", offer.joined)
        return Named(inside.period, inside.times) if inside else None
    return named


def _unnamed_period(
    text: str, offer: Offer, before: str, cued: bool, alone: bool
) -> PayPeriod | None:
    near = text[max(0, offer.span[0] - 150) : offer.span[1] + 150]
    if offer.size < 300 and re.search(r"\bhour", near, re.I):
        return PayPeriod.HOUR
    if offer.is_range and offer.currency != "kr" and LABELLED.search(before):
        found = labelled_period(offer.size)
        return found if found and plausible(offer.size, found) else None
    period = likely_period(offer.size, offer.currency, cued or offer.is_range or alone)
    return period if period and plausible(offer.size, period, offer.currency) else None


def _context(text: str, offer: Offer) -> tuple[str, str]:
    start, end = offer.span[0], offer.amounts[1]
    before = text[max(0, start - 140) : start]
    edges = list(_SENTENCE_EDGE.finditer(before))
    if edges:
        last = before[edges[-1].end() :]
        before = last if len(last) > 25 else before[max(0, edges[-1].start() - 40) :]
    after = text[end : end + 70]
    edge = _SENTENCE_EDGE.search(after)
    return before, after[: edge.start()] if edge else after


def _alone(text: str, span: Span) -> bool:
    """Whether the amounts and their period are all of a line or of a header's field."""
    left = text[max(0, span[0] - 3) : span[0]].strip(" ")
    right = text[span[1] : span[1] + 25]
    return (not left or left[-1] in "|\n") and bool(
        re.match(r"\s*(?:(?:/|per|an?)?\s*[\w.]{1,9})?\s*(?:[|\n+,]|$)", right)
    )
