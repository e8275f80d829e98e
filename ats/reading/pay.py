"""Finds the pay a posting states: ranges, one-sided amounts and single ones, with currency and
period; never turnover, funding, allowances or a bonus."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ats.domain.money import Pay, PayPeriod
from ats.domain.reading import Span
from ats.reading.amounts import Money, find_amounts
from ats.reading.found import Found
from ats.reading.periods import LABELLED, find_period, labelled_period, likely_period, plausible

_JOIN = re.compile(
    r"\s*(?:[\[(][^\])\n]{0,25}[\])]\s*)?(?:(?:/|per |an? |p\.?)\s?(?:hour|hr|h|day|week"
    r"|month|year|yr|annum|a)\b\.?)?\s*"
    r"(?:-|–|—|‒|−|~|to|and|bis|till|à|and up to|up to|through|\.\.\.?"
    r"|to\s+a\s+max\w*(?:\s+of)?|(?:max\w*|high)\s*:?|\.?,?\s*(?:max\w*|maximum)\s*(?:pay"
    r"|salary|rate)?\s*:?)\s*"
    r"(?:maximum of |a maximum of |about )?\s*$",
    re.I,
)
_CUE = re.compile(
    r"salar(?:y|ies)|\bpay(?:s|ing)?\b|compensation|\bwages?\b|\brates?\b|remuneration"
    r"|\bbase\b|\bOTE\b|hiring range|pay.?range|lön\b|gehalt|vergütung|salaire"
    r"|rémunération|salaris|package|starting at|\bearn|\bcomp\b|hourly|per annum|gage"
    r"|stipend of|\brange\b",
    re.I,
)
_REJECT_BEFORE = re.compile(
    r"revenue|raised|funding|\bfund(?:ed|s)?\b|valuation|invest\w*|turnover|\barr\b"
    r"|\bgmv\b|market|assets|budget|transactions?|customers|users|series [a-e]\b|sales of"
    r"|portfolio|loan|mortgage"
    r"|allowance|stipend|reimburse\w*|tuition|insurance|wellness|relocation|sign.?(?:on"
    r"|ing)|referral|bonus(?:es)?(?: of| up to|:)?\s*\W{0,3}$|discount|donat\w*|grants?\b"
    r"|award(?:s|ed)?\b|worth|savings?|deductible|fee\b|fine\b|backed|capital|spend\w*"
    r"|over \$?$",
    re.I,
)
_REJECT_AFTER = re.compile(
    r"^[\s)+*/-]{0,3}(?:(?:in|of|per|a|annual|yearly|monthly|towards?|for|lifetime"
    r"|one.time|quarterly|year|month)\W+){0,3}?"
    r"(?:stipend|allowance|reimburse\w*|bonus(?:es)?|sign.?on|signing|referral|budget"
    r"|credit|revenue|funding|assets|sales|insurance|tuition|learning|education|wellness"
    r"|home.office|equipment|relocation"
    r"|venture|raised|in (?:funding|revenue|sales|assets)|valuation|series|arr\b|gift"
    r"|coverage|company|business|market|donation|professional development|training|ltd"
    r"|equity|options|rsu|fund)",
    re.I,
)
_AND_MORE = re.compile(r"\s+(?:\+|plus\b|and\b)", re.I)
_SENTENCE_EDGE = re.compile(r"[.!?]\s+(?=[A-Z])|\n\s*\n|;\s|•")


@dataclass(frozen=True, slots=True)
class _Offer:
    """One amount, or a range, before its surroundings are looked at."""

    least: Decimal | None
    most: Decimal | None
    currency: str | None
    year: bool
    is_range: bool

    @property
    def size(self) -> Decimal:
        return self.most or self.least or Decimal(0)


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    least: Decimal | None
    most: Decimal | None
    currency: str | None
    period: PayPeriod | None
    score: int


def find_pay(text: str) -> Found[Pay] | None:
    """The pay stated, or None. Several levels of one posting give the lowest least and the
    highest most."""
    candidates = [c for c in _candidates(text, find_amounts(text)) if c.score >= 4]
    if not candidates:
        return None
    best = max(candidates, key=lambda c: (c.score, -c.span[0]))
    same = [c for c in candidates if _same_terms(c, best)]
    least = min((c.least for c in same if c.least is not None), default=None)
    most = max((c.most for c in same if c.most is not None), default=None)
    period = best.period or next(
        (c.period for c in candidates if c.currency == best.currency), None
    )
    currency = best.currency
    if currency == "USD":
        currency = _dollar(text, best.span)
    return Found(Pay.of(least, most, currency, period), tuple(c.span for c in same))


def _same_terms(one: _Candidate, best: _Candidate) -> bool:
    if one is best:
        return True
    if one.currency != best.currency or one.period != best.period or one.score < best.score - 1:
        return False
    ranges = one.least is not None and one.most is not None and one.least < one.most
    return ranges and best.least is not None and best.most is not None and best.least < best.most


def _candidates(text: str, amounts: list[Money]) -> list[_Candidate]:
    found: list[_Candidate] = []
    index = 0
    while index < len(amounts):
        one = amounts[index]
        other = amounts[index + 1] if index + 1 < len(amounts) else None
        if other and _is_range(text, one, other):
            candidate = _range(text, one, other)
            index += 2
        else:
            candidate = _single(text, one)
            index += 1
        if candidate:
            found.append(candidate)
    return found


def _is_range(text: str, one: Money, other: Money) -> bool:
    between = text[one.end : other.start]
    if len(between) > 40 or one.scaled or other.scaled or "\n\n" in between:
        return False
    if not _JOIN.match(between) and not _only_space(one, other, between):
        return False
    return (
        bool(one.currency or other.currency)
        or _spoken_for(text, one)
        or one.thousand
        or other.thousand
    )


def _only_space(one: Money, other: Money, between: str) -> bool:
    return (
        not between.strip()
        and "\n" not in between
        and bool(one.currency and other.currency)
        and one.value < other.value
    )


def _spoken_for(text: str, one: Money) -> bool:
    return bool(_CUE.search(text[max(0, one.start - 60) : one.start]))


def _range(text: str, one: Money, other: Money) -> _Candidate | None:
    if one.scaled or other.scaled or other.value <= 0:
        return None
    if other.thousand and not other.year and not one.thousand and one.value < 1000 <= other.value:
        one = replace(one, value=one.value * 1000)
    if other.year and not one.year:
        one = replace(one, value=one.value * 100_000)
    if one.thousand and not other.thousand and other.value < 1000:
        other = replace(other, value=other.value * 1000)
    if not one.value <= other.value <= one.value * 20 + 1:
        return None
    currency = other.currency if other.currency and not one.currency else one.currency
    if one.currency == "USD" and other.currency in {"CAD", "AUD", "NZD", "SGD"}:
        currency = other.currency
    year = one.year or other.year
    return _judge(
        text, (one.start, other.end), _Offer(one.value, other.value, currency, year, True)
    )


def _single(text: str, one: Money) -> _Candidate | None:
    if one.scaled or one.currency is None or one.value <= 0:
        return None
    before = text[max(0, one.start - 25) : one.start].casefold()
    least: Decimal | None = one.value
    most: Decimal | None = one.value
    if re.search(r"(?:up to|max(?:imum)?(?: of)?:?|bis zu|upp till|jusqu.à)\s*$", before):
        least = None
    elif one.plus or re.search(
        r"(?:from|at least|min(?:imum)?(?: of)?:?|starting (?:at|from)|ab|från|dès|above"
        r"|upwards of)\s*$",
        before,
    ):
        most = None
    return _judge(text, (one.start, one.end), _Offer(least, most, one.currency, one.year, False))


def _judge(text: str, span: Span, offer: _Offer) -> _Candidate | None:
    """Weighs what speaks for pay: a cue, a range, a period, a currency, a place of its own."""
    before, after = _context(text, span)
    if _other_money(after) or _rejected_before(before, offer.is_range):
        return None
    cued = bool(_CUE.search(before)) or bool(_CUE.search(after[:40]))
    if offer.currency is None and not cued:
        return None
    named = PayPeriod.YEAR if offer.year else find_period(before, after)
    fits = named is not None and plausible(offer.size, named)
    period = named if fits else _unnamed_period(text, span, before, offer, cued)
    score = 3 * cued + 2 * offer.is_range + 2 * (named is not None) + (offer.currency is not None)
    score -= named is not None and not fits
    score += 2 * _alone(text, span)
    if period is None or not plausible(offer.size, period):
        score -= 3
    elif score == 3 and offer.currency and offer.size >= 20000:
        score += 1  # a range like $120k-150k beside nothing else
    return _Candidate(span, offer.least, offer.most, offer.currency, period, score)


def _unnamed_period(
    text: str, span: Span, before: str, offer: _Offer, cued: bool
) -> PayPeriod | None:
    near = text[max(0, span[0] - 150) : span[1] + 150]
    if offer.size < 300 and re.search(r"\bhour", near, re.I):
        return PayPeriod.HOUR
    if offer.is_range and LABELLED.search(before):
        return labelled_period(offer.size)
    return likely_period(offer.size, cued or offer.is_range)


def _other_money(after: str) -> bool:
    """Whether the amount is of a bonus, a budget or the like; "£45k + bonus" is pay and more."""
    return bool(_REJECT_AFTER.match(after)) and not _AND_MORE.match(after)


def _rejected_before(before: str, is_range: bool) -> bool:
    near = before[-45:] if is_range else before[-70:]
    rejected = [match.start() for match in _REJECT_BEFORE.finditer(near)]
    cues = [match.start() for match in _CUE.finditer(near)]
    return bool(rejected) and (not cues or cues[-1] < rejected[-1])


def _context(text: str, span: Span) -> tuple[str, str]:
    before = text[max(0, span[0] - 140) : span[0]]
    edges = list(_SENTENCE_EDGE.finditer(before))
    if edges:
        last = before[edges[-1].end() :]
        before = last if len(last) > 25 else before[max(0, edges[-1].start() - 40) :]
    after = text[span[1] : span[1] + 70]
    edge = _SENTENCE_EDGE.search(after)
    return before, after[: edge.start()] if edge else after


def _alone(text: str, span: Span) -> bool:
    """Whether the amounts and their period are all of a line or of a header's field."""
    left = text[max(0, span[0] - 3) : span[0]].strip(" ")
    right = text[span[1] : span[1] + 25]
    return (not left or left[-1] in "|\n") and bool(
        re.match(r"\s*(?:(?:/|per|an?)?\s*[\w.]{1,9})?\s*(?:[|\n+,]|$)", right)
    )


def _dollar(text: str, span: Span) -> str:
    """Whose dollar it is, where the posting says so nearby or is plainly from one country."""
    near = text[max(0, span[0] - 60) : span[1] + 40]
    code = re.search(r"\b(USD|CAD|AUD|NZD|SGD|HKD)\b|\b(US|CA|C|AU|A|NZ)\$", near)
    if code:
        return {"US": "USD", "CA": "CAD", "C": "CAD", "AU": "AUD", "A": "AUD", "NZ": "NZD"}.get(
            code[2] or "", code[1] or "USD"
        )
    if not _AMERICAN.search(text) and len(_AUSTRALIAN.findall(text)) > 1:
        return "AUD"
    if not _AMERICAN.search(text) and len(_CANADIAN.findall(text)) > 1:
        return "CAD"
    return "USD"


_AMERICAN = re.compile(
    r"401\s?\(?k|\bUnited States\b|\bU\.?S\.?A?\b|\bUSD\b|\bCalifornia\b|\bNew York\b"
    r"|\bSan Francisco\b"
)
_AUSTRALIAN = re.compile(
    r"\b(?:superannuation|super\b|NSW|Queensland|Sydney|Melbourne|Brisbane|Perth|Gold "
    r"Coast|Canberra|Pty|Australian?)\b"
)
_CANADIAN = re.compile(
    r"\b(?:Ontario|Toronto|Vancouver|Montr[ée]al|Alberta|Calgary|British Columbia|RRSP"
    r"|Canad(?:a|ian))\b"
)
