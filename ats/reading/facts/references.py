"""Finds the posting's reference number and its link."""

from __future__ import annotations

import re

from ats.reading.found import Found
from ats.reading.late import late
from ats.text_patterns import digits_in

_TOKEN_CHARS = late(r"[\w./-]*$")
_TOKEN = late(r"[A-Za-z0-9ÅÄÖÜ][\w./-]*\w")
_GLUED = late(r"(?<=\d)(?=[A-ZÅÄÖÜ][a-zåäöü])")
_LABEL = late(
    r"(?:\b(?:job|position|requisition|req|vacancy|posting|announcement|role|opening|vacante)[ .-]?"
    r"(?:id|no|number|nr|code|ref(?:erence)?|requisition|req)?(?: ?(?:id|no|number|nr))?\.?"
    r"\s?\**\s?[#:：]\s?\**\s?#?\s?"
    r"|\b(?:job|position|requisition|vacancy|posting|announcement|stellenausschreibung|stellen"
    r"|offre|oferta|annons)[ -]?(?:id|no|nr|number|code|n[°º])\.?\s?[:#]?\s?"
    r"|\b(?:reference|ref|réf|référence|referenz|referens|referencia|kennziffer|chiffre|req"
    r"|requisition|diarienummer|dnr|referenznummer|stellennummer)\.?(?: ?(?:id|no|number|nr|code"
    r"|nummer|n[°º]))?\.?\s?\**\s?[#:：]?\s?\**\s?|\bquote )$",
    re.I,
)
_BARE = late(r"(?:JR-?\d{4,8}|REQ-?\d{3,9}|R-\d{5,8}|R\d{7,8})$")
_BRACKETED = late(r"\((?P<ref>[A-Z]{1,6}-\d{2,}(?:-\d+)*)\)")
_TITLE = 200
"""Characters in which a title, with a number in brackets, stands."""
_NO_NUMBER = late(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:19|20)\d\d|\d{1,2}")
_LINK = late(r"https?://[^\s<>\"'|)\]]+")
_APPLY = late(
    r"(?:apply(?: now| here| online| at| via| directly)?|application|ansök\w*|to apply|job "
    r"(?:posting|description|link)|link|details|more info\w*|bewirb\w*|bewerb\w*|postul\w*)\W{0,5}"
    r"(?:[\w ]{0,30}?)\W{0,4}$",
    re.I,
)
_JOB_PATH = late(
    r"jobs?(?:[./-]|$)|career|greenhouse|lever\.co|ashbyhq|workable|apply|position|vacan|opening"
    r"|recruit|join\.",
    re.I,
)
_OTHER_PAGE = late(
    r"eeo\b|privacy|policy|policies|resume|benefits?\b|accommodation|/faq|/blog|notice|/life\b"
    r"|linkedin\.com/company|youtu\.?be|twitter\.com|facebook\.com|instagram\.com",
    re.I,
)


def find_reference(text: str) -> Found[str] | None:
    """The posting's own number at the company: what stands behind its label, in brackets behind
    the title, or has the look of one."""
    bare = _BRACKETED.search(text, 0, _TITLE)
    found = bare.span("ref") if bare else None
    done = 0
    for start, end in digits_in(text):
        if start < done:
            continue
        token = _TOKEN.match(text, _left_edge(text, max(done, start - 20), start))
        done = token.end() if token else end
        glued = _GLUED.search(text, token.start(), token.end()) if token else None
        token = _TOKEN.match(text, token.start(), glued.start()) if token and glued else token
        if not token or len(token[0]) > _LONGEST or _NO_NUMBER.fullmatch(token[0]):
            continue
        if _LABEL.search(text[max(0, token.start() - 45) : token.start()]):
            return Found(token[0], (token.span(),))
        if not found and _BARE.match(token[0]):
            found = token.span()
    return Found(text[slice(*found)], (found,)) if found else None


def _left_edge(text: str, least: int, at: int) -> int:
    """Where the token begins that these digits stand in."""
    if at and not (text[at - 1].isalnum() or text[at - 1] in "_./-\n"):
        return at
    left = _TOKEN_CHARS.search(text, least, at)
    return left.start() if left else at


_LONGEST = 26


def find_link(text: str) -> Found[str] | None:
    """The address to apply at, or of the posting; a company's home page is neither."""
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?*")
        if _OTHER_PAGE.search(address):
            continue
        before = text[max(0, match.start() - 60) : match.start()]
        path = re.sub(r"https?://[^/]+/?", "", address)
        if (path and _JOB_PATH.search(address)) or (path and _APPLY.search(before)):
            return Found(address, ((match.start(), match.start() + len(address)),))
    return None
