"""Tells money that is no pay: turnover, funding, budgets, allowances, bonuses, fees."""

from __future__ import annotations

import re

from ats.reading.late import late

PAY_WORD = late(
    r"salar(?:y|ies)|\bpay(?:s|ing|rate)?\b|compensation|\bwages?\b|\brates?\b|remuneration"
    r"|renumeration|\bbas(?:e|ic)\b|\bote\b|on.target|hiring range|pay.?range|package|starting at"
    r"|\bearn|\bcomp\b|hourly|per annum|\brange\b|\bctc\b|superannuation|\+ super\b"
    r"|l[öø]nn?\b|lön |gehalt|gehälter|vergütung|lohn\b|entgelt|tagessatz|stundensatz"
    r"|brutto|verdienst|verdienen|wir zahlen|salaire|rémunération|\bbruts?\b|\btjm\b|\bgages?\b"
    r"|salaris|salari[oa]|sueldo|retribuci|remuneraci|\bbrutos?\b|stipendio|wynagrodzenie|vencimento"
)
"""Words of pay; for text in lower case, as are those of other money: many times faster."""
_BEFORE = late(
    r"revenue|raised|funding|\bfund(?:ed|s)?\b|valuation|invest\w*|turnover|\barr\b"
    r"|\bgmv\b|market|assets|\bbudgets?\b|transactions?|customers|\busers\b|series [a-e]\b|sales of"
    r"|portfolio|\bloan|mortgage|book of business|quota|\bdeals?\b|\bp&l\b|pipeline|\bcosts?\b"
    r"|allowance|stipend|reimburse\w*|tuition|insurance|wellness|relocation|sign.?(?:on"
    r"|ing)|referral|bonus(?:es)?(?: of| up to|:)?\s*\W{0,3}$|discount|donat\w*|grants?\b"
    r"|award(?:s|ed)?\b|worth|savings?\b|deductible"
    r"|(?<!consulting )(?<!consultancy )(?<!daily )\bfees?\b|\bfine\b|backed|capital|spend\w*"
    r"|incentive target|variable|commission of|differential|additional (?:up to )?$|gift|perks?\b"
    r"|over \$?$|(?:\+|\bplus)(?: an?)?(?: extra)?\s*$"
    r"|umsatz|förder|zuschuss|prämie|gutschein|finanzierung|\bwert\b|kosten|gebühr|weiterbildung"
    r"|chiffre d.affaires|levée|\bprimes?\b|tickets?\b|indemnité|mutuelle|remboursement"
    r"|omsät\w*|omsätter|bidrag|friskvård|ersättning för|bonus på|värd"
    r"|factura\w*|ayuda|formación|ingresos|financiación|inversión|cheque|dietas"
)
_AFTER = late(
    r"^[ \t\xa0)+*/-]{0,3}(?:(?:in|of|per|a|an|annual|yearly|monthly|towards?|for|lifetime"
    r"|one.time|quarterly|year|month|pro|im|par|al|an|för|de|für|i)\W+){0,3}?"
    r"(?P<word>stipend|allowance|reimburse\w*|bonus(?:es)?|sign.?on|signing|referral|budget"
    r"|credit|revenue|funding|assets|sales|insurance|tuition|learning|education|wellness"
    r"|home.office|equipment|relocation|variable|commission\b|differential|deductible"
    r"|venture|raised|in (?:funding|revenue|sales|assets)|valuation|series|arr\b|gift"
    r"|coverage|company|business|market|donation|professional development|training|ltd"
    r"|equity|options|rsu|fund|voucher"
    r"|umsatz|zuschuss|prämie|gutschein|förderung|bonus|kapital|investition"
    r"|chiffre|prime|levée|budget|friskvård|bidrag|omsättning|formación|facturación|ayuda)",
    re.I,
)
_BUDGET = late(r"\bbudgets?\b")
_BY_TIME = late(r"\s?(?:/|per |an? )\s?(?:hour|hr|h|day|d)\b", re.I)
_AND_MORE = late(r"\s+(?:\+|plus\b|and\b)", re.I)


def says_other(before: str, after: str, *, is_range: bool) -> bool:
    """Whether the words around an amount make it something else than pay. A pay word nearer
    to the amount than theirs keeps it pay: "funded by …, salary 40,000"."""
    return _after(after, is_range and bool(PAY_WORD.search(before.lower()))) or _before(
        before, after, is_range
    )


def _after(after: str, plain: bool) -> bool:
    """ "$500 stipend", but not "£45k + bonus", which is pay and more; nor, where the amounts are
    `plain` pay, a "Bonus" that begins the next line of a posting without line breaks."""
    match = _AFTER.match(after)
    if match is None or _AND_MORE.match(after):
        return False
    return not (plain and match["word"][0].isupper())


def _before(before: str, after: str, is_range: bool) -> bool:
    near = (before[-45:] if is_range else before[-70:]).lower()
    if _BY_TIME.match(after):  # "our budget for this contract is $75/hr" is what is paid
        near = _BUDGET.sub("", near)
    last = max((match.start() for match in _BEFORE.finditer(near)), default=-1)
    cue = max((match.start() for match in PAY_WORD.finditer(near)), default=-1)
    return last > cue
