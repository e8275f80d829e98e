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
    return _same_title(_title_key(a), _title_key(b))


def same_link(a: str, b: str) -> bool:
    """Whether two links lead to the same page, whatever the scheme, case of the host, "www."
    and the last slash."""
    return bool(link_key(a)) and link_key(a) == link_key(b)


class KnownRoles:
    """Roles to look others up in. Looking up compares titles only within a company, so that
    hundreds of roles can be looked up among thousands."""

    def __init__(self) -> None:
        self._count = 0
        self._by_link: dict[str, int] = {}
        self._by_company: dict[str, dict[str, int]] = {}

    def add(self, title: str, company: str, link: str) -> None:
        """Know a role, by its place: the first is 0."""
        place, self._count = self._count, self._count + 1
        if key := link_key(link):
            self._by_link.setdefault(key, place)
        if (key := company_key(company)) and (words := _title_key(title)):
            self._by_company.setdefault(key, {}).setdefault(words, place)

    def place_of(self, title: str, company: str, link: str) -> int | None:
        """The place of the first role that is the same: by its link, or by its company and
        title; None where there is none."""
        found = [place] if (place := self._by_link.get(link_key(link))) is not None else []
        words = _title_key(title)
        for known, place in self._by_company.get(company_key(company), {}).items():
            if _same_title(known, words):
                found.append(place)
                break
        return min(found, default=None)


def _title_key(title: str) -> str:
    return " ".join(sorted(words(title)))


def _same_title(one: str, other: str) -> bool:
    """Whether two keys of titles are the same or almost; the cheap bounds of the ratio first."""
    if not one or not other:
        return False
    if one == other:
        return True
    most = 2 * min(len(one), len(other)) / (len(one) + len(other))
    if most < _ALMOST:
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= _ALMOST and matcher.ratio() >= _ALMOST


def link_key(link: str) -> str:
    """What tells a link from another: "" for what is no web address."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return ""
    if not parts.netloc:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"
