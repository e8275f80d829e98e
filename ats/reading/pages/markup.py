"""Reads HTML: lays the visible text out in lines as a browser would, and takes from the page's
head what names the role and where the page came from."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from typing import Any

from ats.reading.late import late
from ats.reading.pages.oversize import bounded

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
_BULLETS = late(r"\n\n?•\s*")
_GAPS = late(r"\n\n\n+")
_LONGEST_LINE = 20_000
_TAG = late(r"</?\w[^<>]*>")
_BANNERS = (
    ",".join(
        f'[{where}*="{word}" i]'
        for where in ("id", "class")
        for word in ("cookie", "consent", "gdpr")
    )
    + ',[role="dialog"],[role="alertdialog"],[role="navigation"],[role="contentinfo"],[hidden]'
)
_BANNER_TAGS = frozenset("div section aside dialog p span ul li".split())
_SHORTEST_MAIN = 400
_SAVED_FROM = late(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)")
_TITLE_PARTS = late(r"\s+[|–—·»-]+\s+|\s+(?:at|hiring|bei|chez|hos)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page says: the parts of its titles, and its own address."""

    title_parts: tuple[str, ...] = ()
    link: str = ""
    first_heading: str = field(default="")
    """The words of its only h1, "" where there are several or none."""


def parse(html: str) -> Any:
    """The tree of a page or of a piece of one; never fails, whatever the markup."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(bounded(html))


def lay_out_html(html: str) -> str:
    """The visible text: block elements end a line, list items begin with "• "."""
    return lay_out_tree(parse(html))


def lay_out_tree(tree: Any) -> str:
    """The visible text of a parsed page."""
    root = _posting_part(tree)
    if root is None:
        return ""
    parts: list[str] = []
    _walk(root, parts)
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return _BULLETS.sub("\n• ", _GAPS.sub("\n\n", "\n".join(lines))).strip()


def _posting_part(tree: Any) -> Any:
    """The element to lay out: the only <main> of a page that holds its heading, else the body;
    without the banners and dialogs that say what they are."""
    for node in tree.css(_BANNERS):
        if node.tag in _BANNER_TAGS and not node.css_first("h1"):
            node.decompose()
    mains = tree.css("main")
    if len(mains) == 1 and (mains[0].css_first("h1") or not tree.css_first("h1")):
        enough = len(mains[0].text(deep=True)) > _SHORTEST_MAIN
        return mains[0] if enough else tree.body
    return tree.body


def head_of(tree: Any, html: str) -> Head:
    """What the head of a page says about the role shown."""
    titles = [node.text(strip=True) for node in tree.css("head > title")[:1]]
    links = [
        words
        for selector, attribute in (
            ('link[rel="canonical"]', "href"),
            ('meta[property="og:url"]', "content"),
        )
        for words in [_attribute(tree, selector, attribute)]
        if words.startswith(("https://", "http://"))
    ]
    saved = _SAVED_FROM.search(html[:2000])
    titles.append(_attribute(tree, 'meta[property="og:title"]', "content"))
    parts = [p.strip() for t in titles for p in [t, *_TITLE_PARTS.split(t)] if p.strip()]
    headings = tree.css("h1")
    return Head(
        tuple(dict.fromkeys(one_line(p) for p in parts)),
        links[0] if links else saved[1] if saved else "",
        one_line(headings[0].text(deep=True)) if len(headings) == 1 else "",
    )


def plain_description(words: str) -> str:
    """A description laid out as text, whether it is markup or plain text."""
    return lay_out_html(words) if _TAG.search(words) else words


def unescaped(words: str) -> str:
    """Markup that was escaped once or twice too often, as it was meant; other words as they are.
    Boards hand descriptions on from one another and escape them each time."""
    for _ in range(3):
        if "<" in words or "&" not in words or not re.search(r"&(?:amp;)*(?:lt|#60|#x3c);", words):
            break
        words = entities.unescape(words)
    return words


def one_line(words: str) -> str:
    """Words without markup and entities, on one line."""
    words = words[:_LONGEST_LINE]
    for _ in range(2):
        words = entities.unescape(words)
    return " ".join(_TAG.sub(" ", words).split()) if "<" in words else " ".join(words.split())


def _attribute(tree: Any, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() if node is not None else ""


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
            parts.append((node.text_content or "").replace("\n", " "))
            continue
        edges = _EDGES.get(tag, _NO_EDGES)
        if edges is _NO_EDGES and (
            tag is None or tag.startswith(("-", "_", "!")) or tag in _DROPPED
        ):
            continue  # None: a processing instruction
        before, after = edges
        if before:
            parts.append(before)
        if after:
            stack.append(after)
        child = node.last_child
        while child is not None:
            stack.append(child)
            child = child.prev


def _edges(tag: str) -> tuple[str, str]:
    if tag == "li":
        return "\n• ", "\n"
    if tag in _SPACED:
        return "\n\n", "\n\n" if tag not in _HEADINGS else "\n"
    return ("\n", "") if tag == "br" else ("\n", "\n")


_EDGES = {tag: _edges(tag) for tag in _BLOCK}
_NO_EDGES = ("", "")
