"""Tells whose dollar, or whose crown, an amount without a country is: by the words beside it,
then by the countries, places and benefits the posting names."""

from __future__ import annotations

import re
from functools import lru_cache

from ats.domain.reading import Span
from ats.pay_text.amounts import CROWN, DOLLAR
from ats.text_patterns import late

_CODE = late(r"\b(USD|CAD|AUD|NZD|SGD|HKD)\b|\b(US|CA|C|AU|A|NZ)\$")
_BY_SIGN = {"US": "USD", "CA": "CAD", "C": "CAD", "AU": "AUD", "A": "AUD", "NZ": "NZD"}
_NAMED = late(
    r"\b(?:(?P<CAD>Canad(?:a|ian))|(?P<AUD>Australian?)|(?P<NZD>New Zealand)|(?P<SGD>Singapore)"
    r"|(?P<HKD>Hong Kong)|(?P<USD>United States|U\.?S\.?A?(?![\w$])|American))\b"
)
# What says a country for certain weighs 3 (benefits of law, company forms), a place 1.
_MARKS: dict[str, tuple[int, str]] = {
    "USD": (
        1,
        "United States|USA|US|U.S.|California|New York|Texas|Florida|Washington|Massachusetts"
        "|Illinois|Colorado|Virginia|Pennsylvania|Georgia|North Carolina|Ohio|New Jersey"
        "|San Francisco|Seattle|Boston|Chicago|Los Angeles|Denver|Austin|Atlanta|Bay Area",
    ),
    "CAD": (
        1,
        "Canada|Canadian|Ontario|Toronto|Vancouver|Montreal|Montréal|Alberta|Calgary|Ottawa"
        "|British Columbia|Quebec|Québec|Manitoba|Winnipeg|Nova Scotia|Saskatchewan|Edmonton",
    ),
    "AUD": (
        1,
        "Australia|Australian|NSW|VIC|QLD|New South Wales|"
        "Queensland|Sydney|Melbourne|Brisbane|Perth"
        "|Adelaide|Gold Coast|Canberra|Hobart|Tasmania",
    ),
    "NZD": (1, "New Zealand|Aotearoa|Auckland|Wellington|Christchurch"),
    "SGD": (1, "Singapore|Singaporean"),
    "HKD": (1, "Hong Kong|Kowloon"),
    "EUR": (
        1,
        "Deutschland|Germany|Österreich|Austria|France|España|Spain|Ireland|Nederland|Netherlands"
        "|Berlin|Hamburg|München|Köln|Frankfurt|Stuttgart|Wien|Paris|Lyon|Nantes|Lille|Toulouse"
        "|Bordeaux|Madrid|Barcelona|Valencia|Sevilla|Dublin|Amsterdam|Rotterdam|Utrecht",
    ),
    "CHF": (1, "Schweiz|Suisse|Switzerland|Zürich|Zurich|Genève|Geneva|Lausanne|Basel|Bern"),
    "GBP": (1, "United Kingdom|UK|London|England|Scotland|Wales|Manchester|Edinburgh"),
}
_SURE: dict[str, str] = {
    "USD": "401(k)|401k|401K|W-2|W2|E-Verify|SSN",
    "CAD": "RRSP|RRSPs|the province|The province|Province of|provincial",
    "AUD": "superannuation|Superannuation|plus super|of super|Pty|ABN|penalty rates"
    "|weekend loading|casual loading",
    "NZD": "KiwiSaver",
    "SGD": "Singapore PR|CPF",
    "HKD": "",
    "EUR": "CDI|CDD|SARL|URSSAF|Sozialversicherung|Seguridad Social",
    "CHF": "Pensionskasse|AHV",
    "GBP": "HMRC|National Insurance",
}
_HEAD = 500
_DOLLARS = ("CAD", "AUD", "NZD", "SGD", "HKD")


def resolve(currency: str | None, text: str, span: Span) -> str | None:
    """The ISO code of a currency read beside an amount at `span`; a bare dollar is American
    unless the posting is plainly from elsewhere."""
    if currency == DOLLAR:
        return _dollar(text, span)
    return _crown(text) if currency == CROWN else currency


def home_currency(text: str) -> str | None:
    """The currency of the one country the posting is plainly from, for pay that names none."""
    weights = {code: _weight(text, code) for code in _MARKS}
    best = max(weights, key=lambda code: weights[code])
    rest = sum(weights.values()) - weights[best]
    return best if weights[best] >= 3 and rest * 3 <= weights[best] else None


def _dollar(text: str, span: Span) -> str:
    near = text[max(0, span[0] - 60) : span[1] + 40]
    code = _CODE.search(near)
    if code:
        return _BY_SIGN.get(code[2] or "", code[1] or "USD")
    sentence = re.split(r"[.!?]\s|\n", text[max(0, span[0] - 160) : span[0]])[-1]
    named = {match.lastgroup for match in _NAMED.finditer(sentence)}
    if len(named) == 1:
        return named.pop() or "USD"
    weights = {code: _weight(text, code) for code in _DOLLARS}
    best = max(_DOLLARS, key=lambda code: weights[code])
    return best if weights[best] >= 2 and weights[best] > _weight(text, "USD") else "USD"


@lru_cache(maxsize=16)
def _weight(text: str, code: str) -> int:
    worth, words = _MARKS[code]
    total = 0
    for word in words.split("|"):
        total += worth * _count(text, word)
    for word in filter(None, _SURE[code].split("|")):
        total += 3 * (_count(text, word) > 0)
    return total


def _count(text: str, word: str) -> int:
    """How often the word stands there, three times at most; in the head of a posting, where
    its place is, it weighs three."""
    count, at = 0, text.find(word)
    while at >= 0 and count < 3:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            count += 3 if at < _HEAD else 1
        at = text.find(word, end)
    return min(count, 3)


_NORWAY = late(r"\bNOK\b|\bNorge|\bnorsk|\bOslo\b|\bBergen\b|\bNorway|\bNorwegian")
_DENMARK = late(
    r"\bDKK\b|\bDanmark|\bdansk|\bKøbenhavn|\bDenmark|\bDanish|\bpr\. (?:måned|time|år)"
)
_SWEDEN = late(r"\bSEK\b|\bSverige|\bsvensk|\bSweden|\bSwedish|\boch\b|ö|ä")


def _crown(text: str) -> str | None:
    """Swedish where the text is; else Norwegian or Danish where it says so, else unknown."""
    if _SWEDEN.search(text):
        return "SEK"
    norway, denmark = bool(_NORWAY.search(text)), bool(_DENMARK.search(text))
    if norway != denmark:
        return "NOK" if norway else "DKK"
    return None if norway or re.search(r"\bog\b|ø|æ", text) else "SEK"
