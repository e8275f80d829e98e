"""When two titles, companies or links mean the same thing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LEGAL_FORMS = frozenset(
    "inc llc ltd limited gmbh ag ab corp corporation co plc sa sas sarl bv nv oy as pty llp se kg"
    " the".split()
)
# In a title like "Baker (m/w/d)" these say that anybody may apply.
_ANYBODY = frozenset("m w d f x h".split())
_LEVELS = frozenset(
    "i ii iii iv v senior sr junior jr lead principal staff head intern trainee working".split()
)
# What follows a title apart from it: a team, a place, a number.
_APART = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\s[-–—|@]\s.*$")
_TRACKING = re.compile(
    r"utm_.*|.*clid|trk.*|tracking.*|refid|ref|source|src|gh_src|lever-(?:source|origin).*|"
    r"position|pagenum|ebp|originalsubdomain|from|mc_.*",
    re.IGNORECASE,
)
_ONE_JOB = re.compile(r"(?:/jobs/view/(?:[^/?]*-)?|[?&]currentjobid=)(\d{6,})", re.IGNORECASE)
_SHORTEST_MISSPELT = 5


def words(text: str) -> list[str]:
    """The words of a text, without case and compatibility forms."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return re.findall(r"[\w+#]+", text.casefold())


@lru_cache(maxsize=20_000)
def company_key(name: str) -> str:
    """A company's name without its legal form: "Confluent, Inc." is "confluent"."""
    found = words(name)
    return " ".join([word for word in found if word not in _LEGAL_FORMS] or found)


def same_company(a: str, b: str) -> bool:
    return bool(company_key(a)) and company_key(a) == company_key(b)


def same_role(a: str, b: str) -> bool:
    """Whether two titles name the same role: the same words in any order; or so once what one
    of them adds apart, in brackets or behind a dash, is left out; or with one letter of one
    longer word misspelt. Levels ("Senior", "II") and numbers always count."""
    return alike(title_keys(a), title_keys(b))


def same_link(a: str, b: str) -> bool:
    """Whether two links lead to the same page, whatever the scheme, case of the host, "www.",
    the last slash, and what was added to trace the click."""
    return bool(link_key(a)) and link_key(a) == link_key(b)


@lru_cache(maxsize=20_000)
def title_keys(title: str) -> tuple[str, str]:
    """The words of a title in order of the alphabet, with and without what it adds apart."""
    full = words(title)
    added = [word for part in _APART.findall(title) for word in words(part)]
    anybody = [word for word in full if word in _ANYBODY]
    if len(anybody) > 1:
        full = [word for word in full if word not in _ANYBODY]
    key = " ".join(sorted(full))
    if not added or any(word in _LEVELS or word.isdigit() for word in added):
        return key, key
    core = words(_APART.sub(" ", title))
    return key, " ".join(sorted(core)) or key


def alike(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two keys of titles are those of the same role."""
    if not one[0] or not other[0]:
        return False
    if one[0] == other[0] or one[1] == other[0] or one[0] == other[1]:
        return True
    return one_misspelt(one[0].split(), other[0].split())


def link_key(link: str) -> str:
    """What two links to the same page share; "" for what is no link."""
    if not link:
        return ""
    if "linkedin." in link and (job := _ONE_JOB.search(link)):
        return f"linkedin.com/jobs/view/{job[1]}"
    body, _, fragment = link.strip().partition("#")
    body, _, query = body.partition("?")
    _, scheme_ends, place = body.partition("://")
    host, _, path = (place if scheme_ends else body.removeprefix("//")).partition("/")
    if "@" in host and scheme_ends:
        host = host.rpartition("@")[2]
    if "." not in host or "@" in host or "[" in host or len(body.split()) != 1:
        return ""
    key = host.lower().removeprefix("www.")
    path = path.rstrip("/")
    key += f"/{path}" if path else ""
    if query:
        kept = [part for part in query.split("&") if part and not _traces(part)]
        key += "?" + "&".join(sorted(kept)) if kept else ""
    # A page may be a whole site that tells its places behind the sign.
    return f"{key}#{fragment}" if fragment.startswith(("/", "!")) else key


@lru_cache(maxsize=1_000)
def leads_to_one_posting(key: str) -> bool:
    """Whether the key of a link is that of a single page: it has a number, or lies deep. Many
    roles share the link of a company's page of jobs."""
    _, _, path = key.partition("/")
    return path.count("/") >= 2 or any(map(str.isdigit, path))


def _traces(parameter: str) -> bool:
    return _is_tracking(parameter.partition("=")[0])


@lru_cache(maxsize=1_000)
def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None


def one_misspelt(one: list[str], other: list[str]) -> bool:
    """Whether the words are the same but for one letter of one of them."""
    if len(one) != len(other):
        return False
    left = [word for word in one if word not in other]
    right = [word for word in other if word not in one]
    return len(left) == len(right) == 1 and _one_letter_apart(left[0], right[0])


def _one_letter_apart(a: str, b: str) -> bool:
    """Whether a letter is missing, too many, wrong, or two of them are exchanged."""
    if max(len(a), len(b)) < _SHORTEST_MISSPELT or abs(len(a) - len(b)) > 1:
        return False
    if any(map(str.isdigit, a + b)):
        return False
    start = next(
        (n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:])
    )
