"""When two titles, companies or links mean the same thing."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from urllib.parse import urlsplit

_LEGAL_FORMS = frozenset(
    "inc llc ltd limited gmbh ag ab corp corporation co plc sa sas sarl bv nv oy as pty llp se kg"
    " the".split()
)

_ALMOST = 0.87


def words(text: str) -> list[str]:
    """The words of a text, without case and compatibility forms."""
    return re.findall(r"[\w+#]+", unicodedata.normalize("NFKC", text).casefold())


def company_key(name: str) -> str:
    """A company's name without its legal form: "Confluent, Inc." is "confluent"."""
    kept = [word for word in words(name) if word not in _LEGAL_FORMS]
    return " ".join(kept or words(name))


def same_company(a: str, b: str) -> bool:
    return bool(company_key(a)) and company_key(a) == company_key(b)


def same_role(a: str, b: str) -> bool:
    """Whether two titles name the same role: the same words in any order, or almost the
    same spelling (a difflib ratio of 0.87: one typing mistake in a short title)."""
    left, right = sorted(words(a)), sorted(words(b))
    if not left or not right:
        return False
    if left == right:
        return True
    return SequenceMatcher(None, " ".join(left), " ".join(right)).ratio() >= _ALMOST


def same_link(a: str, b: str) -> bool:
    """Whether two links lead to the same page, whatever the scheme, case of the host, "www."
    and the last slash."""
    return bool(_link_key(a)) and _link_key(a) == _link_key(b)


def _link_key(link: str) -> str:
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    if not parts.netloc:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
