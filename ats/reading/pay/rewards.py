"""Finds what a posting offers beside pay: a bonus, and equity in the company."""

from __future__ import annotations

import re

from ats.reading.found import Found
from ats.reading.keyed import Keyed
from ats.reading.late import late

_BONUS = Keyed(
    r"\bbonus(?:es)?\b(?! (?:points?|if|skills?|qualif|round|you|to have|but|for "
    r"(?:knowledge|experience)|experience|requirements?))|\bboni\b"
    r"|\bprovisions\w+|(?:\+|och|und|plus|samt|eller) provision\b"
    r"|\bcommissions?\b(?= (?:plan|structure|based|eligible|or|and))"
    r"|(?:\buncapped|\bplus|\+|\bearn) commissions?\b"
    r"|\b(?:annual|short.term|performance|cash|sales|variable|management) incentives?\b"
    r"(?! (?:trips?|travel))"
    r"|\bincentive (?:compensation|pay|plan|program|scheme)\w*"
    r"|\bvariable (?:pay|compensation|vergütung|remuneration|cash)\b"
    r"|\b(?:fixe|fijo|fix) ?(?:\+|et|und|y|más) ?variable\b|\bretribución variable\b"
    r"|\brémunération variable\b|\berfolgsbeteiligung\b|\bprime (?:annuelle|d['’]intéressement"
    r"|sur objectifs|de performance|variable)\b|\bleistungsprämie\b|\btantieme\b"
    r"|\b(?:weihnachts|urlaubs)geld\b|\b(?:jahres)?sonderzahlung\w*|\b(?:jahres|anwesenheits"
    r"|erfolgs|leistungs)?prämien?\b|\bprimes? (?:de fin d['’]année|de vacances|trimestrielle"
    r"|mensuelle|exceptionnelle)|\bbonos?\b (?:por|de|anual|mensual|trimestral|según)",
    "bonus|boni|bono|weihnachtsg|urlaubsg|sonderzahl|primes |provision|commission|"
    "incentive|variable|erfolgsbet|prime |prämie|tantieme",
    before=32,
    after=60,
)
_NOT_BONUS = late(
    r"(?:referral|retention of|as an?|would be an?|is an?|are an?|huge|big|sign.?on"
    r"|signing|added|definite|real|a)\s*$",
    re.I,
)
_NOT_BONUS_AFTER = late(r"^\s*(?:$|:|\n|\(?not required|!)")
_PAID = late(
    r"annual|salary|compensation|performance|discretionary|eligible|equity|pay\b|package"
    r"|yearly|quarterly|incentive|stock|401|variable element",
    re.I,
)
_NO_PAY = late(r"(?:is|would be|(?<!such )as) an? (?:\w+ )?$|referral $", re.I)
_DENIED = late(
    r"(?:\bnot|n['’]t) (?:be |currently )?(?:eligible|entitled|offer(?:ed)?|paid|pay|come with"
    r"|include|provide|carry|have)\b[^.\n]{0,50}$"
    r"|(?:\bno|\bwithout(?: an?)?|\bkeine?n?|\bohne|\bingen|\butan|\bsin|\bpas de|\bsans)"
    r" (?:(?:annual|yearly|monthly|quarterly|performance|cash|sales|such|other|extra|additional"
    r"|jährlichen?|anual) ){0,2}$",
    re.I,
)
_DENIED_BEHIND = late(
    r"(?: (?:plan|scheme|payments?))?(?: (?:is|are|will be)(?: currently)?(?: not|n['’]t) "
    r"(?:offered|paid|available|included|provided|part|given)|\s?:\s?(?:no|none|n/a|not)\b)",
    re.I,
)
_EQUITY = Keyed(
    r"\bstock options?\b|\bequity\b(?!,? (?:and|&|,)? ?(?:inclusion|diversity|justice"
    r"|action|belonging|access))|\bRSUs?\b|\brestricted stock|\bshare options?\b|\bstock "
    r"(?:grants?|awards?|units)\b|\bcompany stock\b|\bESOP\b|\bVSOP\b|\bpersonaloptioner\b"
    r"|\boptions package\b|\b(?:super|salary|pay|bonus),? (?:and|plus|&|\+) options\b"
    r"|\bBSPCE\b|\baktienoptionen\b|\bmitarbeiterbeteiligung\b"
    r"|\bvirtuelle anteile"
    r"|\bactions gratuites\b|\bplan de acciones\b"
    r"|\+ ?0?\.\d+ ?%? ?[-–] ?\d(?:\.\d+)? ?%",
    "stock|equity|rsu|share option|esop|vsop|personaloption|options|bspce|beteiligung|anteile"
    "|actions g|acciones|%",
    before=20,
    after=40,
)
_NOT_EQUITY = late(
    r"(?:diversity|inclusion|inclusivity|racial|health|social|gender|pay|internal|private"
    r"|justice|public|home|brand|global|DE&I|educational|economic|promoting|advance"
    r"|advancing|housing|in),? (?:and |& |, )?$|diversity, $",
    re.I,
)
_NOT_EQUITY_AFTER = late(
    r"^\W{0,2}(?:firm|markets?|research|capital|investor|derivative|trading|partner|backed"
    r"|funds?|, diversity|and (?:inclusion|diversity|fairness|access|belonging|justice)"
    r"|diversity|in (?:health|access|education)|among|, and inclusion|, inclusion|lens"
    r"|issues|work|purchase)",
    re.I,
)


def find_bonus(text: str) -> Found[bool] | None:
    """True where the posting says that there is a bonus."""
    for match in _BONUS.finditer(text):
        ahead = text[max(0, match.start() - 80) : match.start()]
        if _DENIED.search(ahead) or _DENIED_BEHIND.match(text, match.end()):
            continue
        behind = text[match.end() : match.end() + 20]
        doubtful = _NOT_BONUS.search(ahead) or _NOT_BONUS_AFTER.match(behind)
        heading = match[0].casefold().startswith("bon")
        if not (heading and doubtful) or _paid(text, match):
            return Found(True, (match.span(),))
    return None


def _paid(text: str, match: re.Match[str]) -> bool:
    near = text[max(0, match.start() - 80) : match.end() + 50]
    ahead = text[max(0, match.start() - 25) : match.start()]
    return bool(_PAID.search(near)) and not _NO_PAY.search(ahead)


def find_equity(text: str) -> Found[bool] | None:
    """True where the posting says that there is equity in the company."""
    for match in _EQUITY.finditer(text):
        before, after = (
            text[max(0, match.start() - 25) : match.start()],
            text[match.end() : match.end() + 25],
        )
        if _DENIED.search(text[max(0, match.start() - 80) : match.start()]):
            continue
        if match[0].casefold() == "equity" and (
            _NOT_EQUITY.search(before) or _NOT_EQUITY_AFTER.match(after)
        ):
            continue
        return Found(True, (match.span(),))
    return None
