"""Finds the posting's reference number and its link."""

from __future__ import annotations

import re

from ats.reading.found import Found

_NUMBER = re.compile(
    r"[#:：]\s?\**\s?#?\s?(?P<ref>[A-Za-z]{0,6}[-_ ]?\d[\w./-]{1,20}\d|[A-Z]{1,5}[-_]?\d{2,12}"
    r"|\d{3,12})\b"
)
_LABEL = re.compile(
    r"\b(?:job|position|requisition|req|vacancy|posting|reference|ref|announcement|role|opening"
    r"|stellen|kennziffer|referenz|referens|diarie|référence|referencia)[ .-]?(?:id|no|number|nr"
    r"|code|ref(?:erence)?|requisition|req|nummer|numéro|número)?(?: ?(?:id|no|number|nr))?"
    r"\.?\s?\**$",
    re.I,
)
_BARE = re.compile(r"(?:JR-?\d{4,8}|REQ-?\d{3,9}|R-\d{5,8}|R\d{7,8})\b")
_LINK = re.compile(r"https?://[^\s<>\"'|)\]]+")
_APPLY = re.compile(
    r"(?:apply(?: now| here| online| at| via| directly)?|application|ansök\w*|to apply|job "
    r"(?:posting|description|link)|link|details|more info\w*|bewirb\w*|bewerb\w*|postul\w*)\W{0,5}"
    r"(?:[\w ]{0,30}?)\W{0,4}$",
    re.I,
)
_JOB_PATH = re.compile(
    r"jobs?[./-]|career|greenhouse|lever\.co|ashbyhq|workable|apply|position|vacan|opening"
    r"|recruit|join\.",
    re.I,
)
_OTHER_PAGE = re.compile(
    r"eeo\b|privacy|policy|policies|resume|benefits?\b|accommodation|/faq|/blog|notice|/life\b"
    r"|linkedin\.com/company|youtu\.?be|twitter\.com|facebook\.com|instagram\.com",
    re.I,
)
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}")


def find_reference(text: str) -> Found[str] | None:
    """The posting's own number at the company."""
    for match in _NUMBER.finditer(text):
        if _DATE.fullmatch(match["ref"]):
            continue
        if _LABEL.search(text[max(0, match.start() - 40) : match.start()]):
            return Found(match["ref"].strip(), (match.span("ref"),))
    for match in _BARE.finditer(text):
        if not text[max(0, match.start() - 1) : match.start()].isalnum():
            return Found(match[0], (match.span(),))
    return None


def find_link(text: str) -> Found[str] | None:
    """The address to apply at, or of the posting; a company's home page is neither."""
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?*")
        before = text[max(0, match.start() - 60) : match.start()]
        path = re.sub(r"https?://[^/]+/?", "", address)
        if _OTHER_PAGE.search(address):
            continue
        if (path and _JOB_PATH.search(address)) or (path and _APPLY.search(before)):
            return Found(address, ((match.start(), match.start() + len(address)),))
    return None
