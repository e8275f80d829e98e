"""Reads HTML: lays the visible text out in lines as a browser would, and finds the JSON-LD
JobPosting (schema.org) that boards put into their pages."""

from __future__ import annotations

import html as entities
import json
import re
from dataclasses import dataclass
from typing import Any

_DROPPED = frozenset(
    """script style noscript template svg iframe head select option button textarea nav footer
    form object embed audio video canvas dialog input""".split()
)
_BLOCK = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption
    figure h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section
    summary table tbody td tfoot th thead tr ul br""".split()
)
_SPACED = frozenset("p ul ol h1 h2 h3 h4 h5 h6 table section article".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BOLD = frozenset("b strong".split())
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" ?\n ?")
_GAPS = re.compile(r"\n{3,}")
_CDATA = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->"
    r"|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LD_TYPE = re.compile(r"^\s*application/ld\+json", re.I)
_DEEPEST = 40


def lay_out_html(html: str) -> str:
    """The visible text: block elements end a line, list items begin with "• "."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(html).body
    if root is None:
        return ""
    parts: list[str] = []
    _walk(root, parts)
    text = _SPACES.sub(" ", "".join(parts))
    text = _LINES.sub("\n", text.replace("\r", ""))
    text = re.sub(r"\n+•\s*", "\n• ", text)
    return _GAPS.sub("\n\n", text).strip()


def _walk(root: Any, parts: list[str]) -> None:
    """Goes through the tree with a stack of its own: pages nest deeper than calls may."""
    stack: list[Any] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        tag = node.tag
        if tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))
            continue
        if tag.startswith(("-", "_", "!")) or tag in _DROPPED:
            continue
        before, after = _edges(tag)
        parts.append(before)
        stack.append(after)
        children = []
        child = node.child
        while child is not None:
            children.append(child)
            child = child.next
        stack.extend(reversed(children))


def _edges(tag: str) -> tuple[str, str]:
    if tag == "li":
        return "\n• ", "\n"
    if tag in _SPACED:
        return "\n\n", "\n\n" if tag not in _HEADINGS else "\n"
    if tag == "br":
        return "\n", ""
    return ("\n", "\n") if tag in _BLOCK else ("", "")


@dataclass(frozen=True, slots=True)
class JobPosting:
    """The properties of a schema.org JobPosting, as the page gives them."""

    properties: dict[str, Any]

    def words(self, name: str) -> str:
        """A property as plain words on one line; "" where it is missing."""
        return _words(self.properties.get(name))

    def description(self) -> str:
        """The description as HTML; boards escape it once too often."""
        words = self.properties.get("description")
        if isinstance(words, list):
            words = "\n".join(w for w in words if isinstance(w, str))
        if not isinstance(words, str):
            return ""
        return entities.unescape(words) if "&lt;" in words and "<" not in words else words


def find_job_posting(page: str) -> JobPosting | None:
    """The JobPosting of a page, or of bare JSON; None where there is none."""
    for block in _blocks(page):
        found = _search(_loads(block), 0)
        if found is not None:
            return JobPosting(found)
    return None


def plain_description(words: str) -> str:
    """A description laid out as text, whether it is markup or plain text."""
    return lay_out_html(words) if re.search(r"<\w+[^>]*>", words) else words


def _blocks(page: str) -> list[str]:
    if page.lstrip()[:1] in ("{", "["):
        return [page]
    if "ld+json" not in page.casefold():
        return []
    from selectolax.lexbor import LexborHTMLParser

    scripts = LexborHTMLParser(page).css("script")
    return [s.text(deep=True) for s in scripts if _LD_TYPE.match(s.attributes.get("type") or "")]


def _loads(block: str) -> Any:
    text = block
    for _ in range(2):
        text = _CDATA.sub("", text.strip())
    for attempt in (text, _TRAILING_COMMA.sub("", text), entities.unescape(text)):
        try:
            return json.loads(attempt.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _search(value: Any, depth: int) -> dict[str, Any] | None:
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        children = value
    elif isinstance(value, dict):
        if _is_posting(value):
            return value
        children = [v for v in value.values() if isinstance(v, (dict, list))]
    else:
        return None
    for child in children:
        found = _search(child, depth + 1)
        if found is not None:
            return found
    return None


def _is_posting(value: dict[str, Any]) -> bool:
    kinds = value.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and k.rsplit("/", 1)[-1] == "JobPosting" for k in kinds)


def _words(value: Any) -> str:
    if isinstance(value, str):
        return " ".join(entities.unescape(value).split())
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("value") or value.get("@value"))
    if isinstance(value, list):
        return next((w for w in map(_words, value) if w), "")
    return ""
