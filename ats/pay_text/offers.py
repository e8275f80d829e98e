"""Joins amounts of money to what a posting offers: a range, "from", "up to", or one amount;
"13 x 4.500 €" is a month's pay, thirteen times."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ats.domain.reading import Span
from ats.pay_text.amounts import DOLLAR, Money
from ats.text_patterns import late

_UNIT = (
    r"hour|hr|h|day|week|month|year|yr|annum|a|stunde|std|tag|woche|monat|jahr|timme|timmen|tim|dag"
    r"|dagen|vecka|veckan|månad|månaden|mån|år|året|heure|jour|semaine|mois|an|hora|día|semana|mes"
    r"|año"
)
_PERIOD = (
    rf"(?:(?:/|per |pro |par |por |i |im |die |al |a la |de l['’]|an? |p\.?)\s?(?:{_UNIT})\b\.?"
    r"|p\.a\.|monatlich|jährlich|(?:month|year|week|hour|annual)ly|mensuels?|annuels?|mensuales"
    r"|anuales)"
)
_GROSS = r"(?:gross|brutto|bruts?|brutos?|net|netto|nets|netos?)"
_JOIN = late(
    rf"\s*(?:[\[(][^\])\n]{{0,25}}[\])]\s*)?[*_]{{0,2}}(?:{_GROSS}\s?)?{_PERIOD}?"
    rf"(?:\s{_GROSS})?\s*"
    r"(?:-{1,2}|–|—|‒|−|~|to|bis|till|tot|à|a|al|hasta|até|t\.?o\.?m\.?|,?\s?bis zu"
    r"|,?\s?jusqu['’]à"
    r"|and up to|,?\s?up to|through|\.\.\.?|→|to\s+a\s+max\w*(?:\s+of)?|(?:max\w*|high)\s*:?"
    r"|[.,;/|]?\s*(?:max\w*|maximum|high)\s*(?:pay|salary|rate)?\s*:?)\s*"
    r"(?:maximum of |a maximum of |about |ca\.? )?[*_]{0,2}$",
    re.I,
)
_PROBATION = (
    r"(?:after|once|following|on (?:passing|completion of)|nach(?: der)?|efter|après(?: la)?"
    r"|tras(?: el)?)\s(?:\w+ ){0,3}?(?:probation\w*|probezeit|provanställning\w*"
    r"|période d['’]essai|per[ií]odo de prueba)\b"
)
# "£32k rising to £36k", "30k to start, up to 35k": what is paid now, and later.
_RISES = late(
    rf"[\s,(]{{0,3}}(?:{_GROSS} )?(?:{_PERIOD}|im (?:monat|jahr)|monatlich|jährlich)?[\s,(]{{0,3}}"
    r"(?:and |then ){0,2}"
    r"(?:(?:ris|increas|grow|progress|build)(?:ing|es)|go(?:ing|es) up|(?:an)?steigend|stigande)\b"
    r"[^\n.;\d]{0,25}?\b(?:to|auf|till)\s*(?:up to )?$"
    rf"|\s*{_PERIOD}?\s?(?:(?:to|at the|at|on) start(?:ing)?|starting|initially|on appointment)\s?"
    r"[,;]?\s?(?:and |then |rising |going ){0,2}(?:up )?to\s*$"
    rf"|\s*(?:{_GROSS}\s)?{_PERIOD}?[\s,;(]{{0,3}}(?:and |then |und |och |et |y )?"
    rf"{_PROBATION}[\s:,]{{0,3}}$",
    re.I,
)
# "Minimum pay: $18/hr. Maximum pay: $20/hr", each on a line of its own, or glued.
_MINIMUM = late(r"min(?:imum)?\b\.?[^\n\d]{0,25}\s{0,3}$", re.I)
_MAXIMUM = late(
    rf"\s*{_PERIOD}?[^\n\d]{{0,12}}\s{{0,3}}[^\n\d]{{0,25}}max(?:imum)?\b\.?[^\n\d]{{0,25}}\s{{0,3}}$",
    re.I,
)
_LATER = late(r"\s*[,;(]?\s*(?:then |and |to start,? )?$", re.I)
_IN_TIME = late(rf"\s*{_PERIOD}?\s?{_PROBATION}", re.I)
_SHIFT = (
    r"(?:week)?(?:days?|nights?|evenings?|lates?|ends?|saturdays?|sundays?)(?: (?:shifts?|rate))?"
)
_SHIFT_BETWEEN = late(
    rf"\s*{_PERIOD}?\s?(?:for |on |\()?{_SHIFT}\)?\s*[,;/&]?\s*(?:and |or )?$", re.I
)
_SHIFT_AFTER = late(rf"\s*{_PERIOD}?\s?(?:for |on |\()?{_SHIFT}\b", re.I)
_SHIFTS_APART = Decimal("2.5")
"""A night is not paid so many times a day; what is, adds to the rest or is another thing."""
# "between 40,000 and 50,000" is a range, "50,000 and a 5,000 bonus" is none.
_AND = late(r"\s*(?:and|und|et|y|och|og|en|e)\s*$", re.I)
_BETWEEN = late(
    r"(?:between|zwischen|entre|mellan|mellem|mellom|tussen|range|from|von)\b[^.\n]{0,20}$", re.I
)
_MOST = late(
    r"(?:\b(?:up to(?: an?)?|max(?:imum|imal|\.)?(?: of)?:?|no more than|bis(?: zu)?|upp? till"
    r"|jusqu.à|hasta|tot|until)|<)\s*$",
    re.I,
)
_LEAST = late(
    r"(?:\b(?:from(?: an?)?|at least|min(?:imum|\.)?(?: of)?:?|start(?:ing|s) (?:at|from)"
    r"|ab|från|fra|vanaf|dès|above|upwards of|à partir d[e']|desde|a partir de|mindestens|minst"
    r"|au moins|mínimo"
    r"|mindest(?:gehalt|lohn|entgelt)[^.\n\d]{0,15}:?(?: von)?|lägst)|>)\s*$",
    re.I,
)
_TIMES = r"1[2-6](?:[.,]\d{1,2})?"
_TIMES_BEFORE = late(
    rf"(?<![\d.,]){_TIMES}\s?(?:[x×*]|mal|(?:monats)?gehälter\s(?:à|zu|von|á)"
    r"|monthly (?:salaries|payments) of|mois (?:de|à)|pagas (?:de|a))\s?$",
    re.I,
)
_TIMES_AFTER = late(
    rf"[^.\n\d]{{0,22}}?(?:[x×*]\s?{_TIMES}\b(?:\s?(?:pagas?|mois|months|salaries|monatsgehälter|månader))?"
    rf"|\(?{_TIMES}\s?[x×](?:\s?(?:jährlich|pro jahr|im jahr|p\.a\.|per year|a year))?"
    rf"|(?:,?\s?\(?(?:sur|en|in|over|auf|i|por)\s)?{_TIMES}\s?(?:pagas?\b|mois\b|monatsgehälter\w*"
    r"|monthly (?:salaries|payments)|salaries\b|månadslöner))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """One amount, or a range, before its surroundings are looked at. `span` holds the amounts
    and the words that bound them ("from", "13 x"); `each_month` says that it is one of 13 or 14
    salaries, `spread` that it may be all of them ("sur 13 mois"); `left` and `right` are where
    the amounts beside it end and begin, `joined` is what stands between its two."""

    span: Span
    amounts: Span
    least: Decimal | None
    most: Decimal | None
    currency: str | None
    year: bool
    is_range: bool
    each_month: bool
    spread: bool
    left: int
    right: int
    joined: str = ""

    @property
    def size(self) -> Decimal:
        return self.most or self.least or Decimal(0)


def find_offers(text: str, amounts: list[Money], *, bare: bool = False) -> list[Offer]:
    """The ranges and the single amounts, in order; an amount without a currency is only half
    of one and counts in a range alone. With `bare` the text is known to be about pay, as the
    cell of a column of salaries is, and each amount counts."""
    found: list[Offer] = []
    index, left = 0, 0
    while index < len(amounts):
        one, taken = amounts[index], 1
        other = amounts[index + 1] if index + 1 < len(amounts) else None
        offer = None
        if other and _is_range(text, one, other, bare=bare):
            taken = 2
            offer = _range(text, one, other, (left, _next_money(text, amounts, index + 2)))
        elif (bare or one.currency) and one.value > 0 and not one.scaled:
            offer = _single(text, one, (left, _next_money(text, amounts, index + 1)))
        if offer:
            found.append(offer)
        index += taken
        last = amounts[index - 1]
        left = last.end if _is_money(last) else left
    return found


def _is_money(one: Money) -> bool:
    return bool(one.currency or one.thousand)


def _next_money(text: str, amounts: list[Money], index: int) -> int:
    near = amounts[index : index + 5]
    return next((one.start for one in near if _is_money(one)), len(text))


def _is_range(text: str, one: Money, other: Money, *, bare: bool) -> bool:
    between = text[one.end : other.start]
    if one.value <= other.value and _are_labelled(text, one, between):
        return True
    if len(between) > 45 or one.scaled or other.scaled or "\n\n" in between:
        return False
    if not (
        bare
        or one.currency
        or other.currency
        or one.thousand
        or other.thousand
        or one.value >= 1000
    ):
        return False
    if between.lstrip().startswith(",") and other.value < one.value:
        return False  # "$100,000, up to $20,000 bonus"
    if _JOIN.match(between) or _RISES.match(between) or _by_shift(text, one, other):
        return True
    if _LATER.match(between) and _IN_TIME.match(text, other.end):
        return bool(one.currency) and one.value <= other.value
    if _AND.match(between):
        return bool(_BETWEEN.search(text[max(0, one.start - 40) : one.start]))
    return _only_space(one, other, between)


def _are_labelled(text: str, one: Money, between: str) -> bool:
    low = between.lower()
    return (
        len(between) < 80
        and "max" in low
        and "bonus" not in low
        and bool(_MAXIMUM.fullmatch(between))
        and bool(_MINIMUM.search(text[max(0, one.start - 40) : one.start]))
    )


def _by_shift(text: str, one: Money, other: Money) -> bool:
    """ "$38/hr days, $44/hr nights"; what nights add to days is another thing."""
    return (
        max(one.value, other.value) < _SHIFTS_APART * min(one.value, other.value)
        and bool(_SHIFT_BETWEEN.fullmatch(text, one.end, other.start))
        and bool(_SHIFT_AFTER.match(text, other.end))
    )


def _only_space(one: Money, other: Money, between: str) -> bool:
    return (
        not between.strip()
        and "\n" not in between
        and bool(one.currency and other.currency)
        and one.value < other.value
    )


def _range(text: str, one: Money, other: Money, beside: Span) -> Offer | None:
    one, other = _same_unit(one, other)
    if one.value > other.value and _by_shift(text, one, other):
        one, other = replace(one, value=other.value), replace(other, value=one.value)
    if not 0 <= one.value <= other.value <= one.value * 20 + 100_000 * (one.value == 0):
        return None
    if other.value <= 0:
        return None
    currency = one.currency or other.currency
    if currency == DOLLAR and other.currency:
        currency = other.currency
    least = one.value or None
    return _offer(text, (one, other), (least, other.value), currency, beside)


def _same_unit(one: Money, other: Money) -> tuple[Money, Money]:
    """ "120-150k" are both thousands, "12-18 LPA" both hundred thousands."""
    if other.year and not one.year:
        return replace(one, value=one.value * 100_000), other
    if other.thousand and not one.thousand and one.value < 1000 <= other.value:
        return replace(one, value=one.value * 1000), other
    if not one.currency and one.value * 20 < other.value >= one.value * 1000 > other.value / 20:
        return replace(one, value=one.value * 1000), other  # "55-65.000 EUR"
    if one.thousand and not other.thousand and other.value < 1000:
        return one, replace(other, value=other.value * 1000)
    return one, other


def _single(text: str, one: Money, beside: Span) -> Offer:
    before = text[max(0, one.start - 35) : one.start]
    least: Decimal | None = one.value
    most: Decimal | None = one.value
    if _MOST.search(before):
        least = None
    elif one.plus or _LEAST.search(before):
        most = None
    return _offer(text, (one, one), (least, most), one.currency, beside)


def _offer(
    text: str,
    ends: tuple[Money, Money],
    bounds: tuple[Decimal | None, Decimal | None],
    currency: str | None,
    beside: Span,
) -> Offer:
    first, last = ends
    amounts = (first.start, last.end)
    before = text[max(0, first.start - 35) : first.start]
    times = _TIMES_BEFORE.search(before)
    lead = times or _MOST.search(before) or _LEAST.search(before)
    start = first.start - len(before) + lead.start() if lead else first.start
    is_range = first is not last and bounds[0] is not None
    return Offer(
        (start, last.end),
        amounts,
        *bounds,
        currency,
        first.year or last.year,
        is_range,
        times is not None,
        _TIMES_AFTER.match(text, last.end) is not None,
        min(beside[0], start),
        beside[1],
        text[first.end : last.start],
    )


def salaries_end(text: str, end: int) -> int:
    """Where words like "x 14 pagas" after an amount end; `end` itself where there are none."""
    match = _TIMES_AFTER.match(text, end)
    return match.end() if match else end
