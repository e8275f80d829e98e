"""Finds the schema.org JobPosting that boards put into their pages: as JSON-LD in its many wild
shapes, as microdata, or as RDFa."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ats.reading.late import late
from ats.reading.pages.markup import one_line, parse, unescaped

_CDATA = late(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->"
    r"|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*$"
)
_TRAILING_COMMA = late(r",(?=\s*[}\]])")
_STRAY_ESCAPE = late(r'\\(?!["\\/bfnrtu])')
_LD_TYPE = late(r"^\s*application/ld\+json", re.I)
_PREFIX = late(r"^(?:https?://(?:www\.)?schema\.org/|schema:)", re.I)
_DEEPEST = 40
_MOST_DIGITS = 100
_MOST_VALUES = 2_000  # one after another
_MOST_NODES = 20_000
"""Elements of a page that are looked through for microdata."""


@dataclass(frozen=True, slots=True)
class JobPosting:
    """The properties of a schema.org JobPosting, as the page gives them. `is_one_of` tells that
    the page is about others as much."""

    properties: dict[str, Any]
    is_one_of: bool = False

    def words(self, name: str) -> str:
        """A property as plain words on one line; "" where it is missing."""
        return _words(self.properties.get(name))

    def markup(self, name: str) -> str:
        """A property as the markup or text it is; "" where it is missing."""
        words = self.properties.get(name)
        if isinstance(words, list):
            words = "\n".join(w for w in words if isinstance(w, str))
        return unescaped(words) if isinstance(words, str) else ""

    def description(self) -> str:
        """The description as HTML or plain text."""
        return self.markup("description")


def find_job_posting(page: str, tree: Any = None) -> JobPosting | None:
    """The JobPosting of a page, or of bare JSON; None where there is none. `tree` is the parsed
    page, where there is one already."""
    found = find_job_postings(page, tree)
    return found[0] if found else None


def find_job_postings(page: str, tree: Any = None) -> list[JobPosting]:
    """The JobPosting a page is about, or the first, and then the others. Copies are left out,
    and on a page that describes its posting those without a description: they are a list of
    links."""
    if page.lstrip("\ufeff \t\r\n")[:1] in ("{", "["):
        return _ordered(_from_json([page]), "", with_bare=True)
    low = page.casefold()
    if "jobposting" not in low:
        return []
    tree = parse(page) if tree is None else tree
    shown = " ".join(node.text(deep=True) for node in tree.css("title, h1")[:5])
    found = _from_json(_scripts(tree)) if "ld+json" in low else []
    if not found and "itemtype" in low:
        found = _from_attributes(tree, "itemtype", "itemprop")
    if not found and "typeof" in low:
        found = _from_attributes(tree, "typeof", "property")
    return _ordered(found, shown, with_bare=False)


def _ordered(found: list[dict[str, Any]], shown: str, *, with_bare: bool) -> list[JobPosting]:
    """The posting the page is about: the one its heading names, else the first described one;
    then the others, `with_bare` those that are not described too."""
    if not found:
        return []
    named = [p for p in found if (title := JobPosting(p).words("title")) and title in shown]
    described = [p for p in found if p.get("description")]
    first = (named or described or found)[0]
    others = {_role(p): p for p in reversed(found if with_bare else described or found)}
    others.pop(_role(first), None)
    rest = [JobPosting(p) for p in reversed(others.values())]
    return [JobPosting(first, is_one_of=bool(rest) and not named), *rest]


def _role(properties: dict[str, Any]) -> tuple[str, str]:
    """What makes a posting the same as another one: title and company."""
    posting = JobPosting(properties)
    return posting.words("title").casefold(), posting.words("hiringOrganization").casefold()


def _scripts(tree: Any) -> list[str]:
    return [
        node.text(deep=True)
        for node in tree.css("script")
        if _LD_TYPE.match(node.attributes.get("type") or "")
    ]


def _from_json(blocks: list[str]) -> list[dict[str, Any]]:
    loaded = [value for block in blocks for value in _loads(block)]
    named: dict[str, dict[str, Any]] = {}
    found: list[dict[str, Any]] = []
    for value in _objects(loaded):
        if isinstance(value.get("@id"), str) and len(value) > 1:
            named.setdefault(value["@id"], value)
        if _is_posting(value):
            found.append({_PREFIX.sub("", key): inner for key, inner in value.items()})
    return [{key: _resolved(inner, named) for key, inner in p.items()} for p in found]


def _resolved(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """A reference to another object of the page, {"@id": …}, as that object."""
    if isinstance(value, dict) and isinstance(value.get("@id"), str):
        return {**named.get(value["@id"], {}), **value}
    return value


def _loads(block: str) -> list[Any]:
    """The values of one script; mended where it is broken in a usual way, none where not."""
    text = block.strip("\ufeff \t\r\n")
    for _ in range(2):
        text = _CDATA.sub("", text.strip())
    text = text.strip().rstrip(";")
    if values := _values(text):
        return values
    mended = _TRAILING_COMMA.sub("", _STRAY_ESCAPE.sub(r"\\\\", text))
    return _values(mended) or _values(entities.unescape(mended))


def _values(text: str) -> list[Any]:
    """JSON values one after another; [] where the text is something else."""
    decoder = json.JSONDecoder(strict=False, parse_int=_whole_number)
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < _MOST_VALUES:
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return values if values and isinstance(values[0], (dict, list)) else []
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def _whole_number(digits: str) -> int | None:
    """A number; None for one of more digits than any value has."""
    return int(digits) if len(digits) < _MOST_DIGITS else None


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every JSON object inside a value, outer ones first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, (dict, list)):
                yield from _objects(inner, depth + 1)


def _is_posting(value: dict[str, Any]) -> bool:
    kinds = value.get("@type", value.get("type"))
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and _PREFIX.sub("", k).lower() == "jobposting" for k in kinds)


def _from_attributes(tree: Any, kind: str, name: str) -> list[dict[str, Any]]:
    """Postings written into the elements themselves; `kind` is the attribute that names a type,
    `name` the one that names a property."""
    roots = [
        node for node in tree.css(f"[{kind}]") if _names_posting(node.attributes.get(kind) or "")
    ]
    return [_properties(root, kind, name, 0) for root in roots[:20]]


def _names_posting(kinds: str) -> bool:
    return any(_PREFIX.sub("", k).lower() == "jobposting" for k in kinds.split())


def _properties(scope: Any, kind: str, name: str, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    stack = list(scope.iter(include_text=False))[::-1]
    seen = 0
    while stack and seen < _MOST_NODES:
        node = stack.pop()
        seen += 1
        attributes = node.attributes
        nested = kind in attributes and depth < _DEEPEST
        for prefixed in (attributes.get(name) or "").split():
            key = _PREFIX.sub("", prefixed)
            value = _properties(node, kind, name, depth + 1) if nested else _value(node, key)
            found[key] = [*_listed(found[key]), value] if key in found else value
        if not nested:
            stack.extend(list(node.iter(include_text=False))[::-1])
    return found


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_ATTRIBUTES = ("content", "datetime", "href", "src", "value")
"""Where an element carries its value when not in its text, in order."""


def _value(node: Any, key: str) -> str:
    attributes = node.attributes
    for attribute in _ATTRIBUTES:
        if attributes.get(attribute) and (attribute != "href" or "url" in key.lower()):
            return str(attributes[attribute])
    if key == "description":
        return str(node.inner_html or "")
    return str(node.text(deep=True))


def _words(value: Any) -> str:
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("value") or value.get("@value"))
    if isinstance(value, list):
        return next((w for w in map(_words, value) if w), "")
    return ""
