"""Reads a Word document (.docx, ECMA-376) into markup: headings, lists, tables and bold words
stay what they are. Archive and XML come from strangers, so both are bounded."""

from __future__ import annotations

import html
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from ats.domain.problem import Problem
from ats.reading.documents.document import Document, Kind

LARGEST_PART = 12_000_000
"""Bytes of one part of the archive, unpacked. A posting's has some tens of thousands."""

_MOST_PARTS = 3_000
_MOST_ELEMENTS = 600_000
_MARGINS = re.compile(r"word/(header|footer)\d{0,3}\.xml")
_MAIN = re.compile(
    rb'PartName="/([^"]{1,200})"[^>]{0,300}wordprocessingml\.(?:document|template)[^>]{0,40}main\+xml'
)
_BAD = (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError)
_SKIPPED = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "sdtPr", "rt"))
_SPACES = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_OFF = ("0", "false", "off", "none")


def read_word(content: bytes, name: str) -> Document:
    """The text of a .docx as markup. Raises Problem where it is none, is damaged, or has no
    words."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive, name)
            styles = _styles(parts.get("word/styles.xml", b""))
            markup = "\n".join(_Body(styles).markup(part) for part in _ordered(parts))
    except (*_BAD, ElementTree.ParseError) as error:
        raise Problem(f"{name} is damaged: it can’t be opened as a Word document.") from error
    return Document(Kind.HTML, markup)


def _parts(archive: ZipFile, name: str) -> dict[str, bytes]:
    """The parts with words in them, and the styles; the main one is called "main"."""
    names = archive.namelist()
    if any(i.file_size > LARGEST_PART for i in archive.infolist() if i.filename.endswith(".xml")):
        raise Problem(_too_much(name))
    if "[Content_Types].xml" not in names or len(names) > _MOST_PARTS:
        raise Problem(f"{name} is an archive, not a posting. Unpack it first.")
    main = _MAIN.search(_unpacked(archive, "[Content_Types].xml", name))
    if main is None:
        raise Problem(_no_document(names, name))
    wanted = [each for each in names if _MARGINS.fullmatch(each)][:6]
    parts = {each: _unpacked(archive, each, name) for each in wanted}
    if "word/styles.xml" in names:
        parts["word/styles.xml"] = _unpacked(archive, "word/styles.xml", name)
    main_name = main[1].decode("utf-8", "replace")
    if main_name not in names:
        raise BadZipFile
    return parts | {"main": _unpacked(archive, main_name, name)}


def _too_much(name: str) -> str:
    return f"{name} unpacks to more than a posting can hold. Nothing was read."


def _no_document(names: list[str], name: str) -> str:
    if any(each.startswith("xl/") for each in names):
        return f"{name} is a workbook. Save it as CSV and import that."
    return f"{name} isn’t a Word document. Open it, copy the posting and paste it here."


def _unpacked(archive: ZipFile, part: str, name: str) -> bytes:
    """A part's bytes, no more than may be; XML that declares entities is not read."""
    with archive.open(part) as packed:
        content = packed.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise Problem(_too_much(name))
    if b"<!" in content and b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise BadZipFile
    return content


def _ordered(parts: dict[str, bytes]) -> Iterator[bytes]:
    """What stands at the head of the pages, the body, and what stands at the foot."""
    yield from (parts[name] for name in sorted(parts) if name.startswith("word/header"))
    yield parts["main"]
    yield from (parts[name] for name in sorted(parts) if name.startswith("word/footer"))


@dataclass(frozen=True, slots=True)
class _Style:
    heading: bool = False
    listed: bool = False


def _styles(content: bytes) -> dict[str, _Style]:
    """What paragraphs of each style are, by its id; names of the built-in ones are English."""
    found: dict[str, _Style] = {}
    if not content:
        return found
    for element in ElementTree.fromstring(content):
        id = _value(element, "styleId")
        if _tag(element) != "style" or not id:
            continue
        inside = {_tag(each): each for each in element.iter()}
        name = _value(inside["name"]).casefold() if "name" in inside else ""
        based = found.get(_value(inside["basedOn"])) if "basedOn" in inside else None
        found[id] = _Style(
            heading=name.startswith(("heading", "title")) or bool(based and based.heading),
            listed=name.startswith("list ") or "numPr" in inside or bool(based and based.listed),
        )
    return found


@dataclass(slots=True)
class _Paragraph:
    heading: bool = False
    listed: bool = False
    words: list[tuple[str, bool]] = field(default_factory=list)
    """Words and whether they are bold."""


class _Body:
    """Goes through one part element by element and writes its markup."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self._written: list[str] = []
        self._open: list[_Paragraph] = []
        self._skipped = 0
        self._in_run = self._bold = self._hidden = self._in_list = False

    def markup(self, content: bytes) -> str:
        events = ElementTree.iterparse(io.BytesIO(content), ("start", "end"))
        for count, (event, element) in enumerate(events):
            if count > _MOST_ELEMENTS:
                break
            tag = _tag(element)
            if tag in _SKIPPED:
                self._skipped += 1 if event == "start" else -1
            elif not self._skipped:
                if event == "start":
                    self._start(tag, element)
                else:
                    self._end(tag, element)
            if event == "end":
                element.clear()
        self._close_list()
        return "".join(self._written)

    def _start(self, tag: str, element: ElementTree.Element) -> None:
        if tag == "p":
            self._open.append(_Paragraph())
        elif tag == "r":
            self._in_run, self._bold, self._hidden = True, False, False
        elif tag in ("tbl", "tr", "tc"):
            self._close_list()
            self._written.append({"tbl": "<table>", "tr": "<tr>", "tc": "<td>"}[tag])
        elif self._open:
            self._property(tag, element)

    def _property(self, tag: str, element: ElementTree.Element) -> None:
        paragraph = self._open[-1]
        if self._in_run:
            self._bold = self._bold or (tag == "b" and _is_on(element))
            self._hidden = self._hidden or (tag == "vanish" and _is_on(element))
        elif tag == "pStyle":
            style = self._styles.get(_value(element), _Style())
            paragraph.heading, paragraph.listed = style.heading, style.listed
        elif tag == "numId":
            paragraph.listed = _value(element) != "0"
        elif tag == "outlineLvl":
            paragraph.heading = _value(element) in "012345678"

    def _end(self, tag: str, element: ElementTree.Element) -> None:
        if tag == "p" and self._open:
            self._write(self._open.pop())
        elif tag == "r":
            self._in_run = False
        elif tag in ("tbl", "tr", "tc"):
            self._close_list()
            self._written.append({"tbl": "</table>", "tr": "</tr>", "tc": "</td>"}[tag])
        elif self._open and self._in_run and not self._hidden:
            words = (element.text or "") if tag == "t" else _SPACES.get(tag, "")
            if tag == "sym":
                words = "• " if not self._open[-1].words else ""
            if words:
                self._open[-1].words.append((words, self._bold))

    def _write(self, paragraph: _Paragraph) -> None:
        if not "".join(words for words, _ in paragraph.words).strip():
            return
        listed = paragraph.listed and not paragraph.heading
        if listed != self._in_list:
            self._written.append("<ul>" if listed else "</ul>")
            self._in_list = listed
        tag = "h2" if paragraph.heading else "li" if listed else "p"
        self._written.append(f"<{tag}>{_inline(paragraph.words)}</{tag}>\n")

    def _close_list(self) -> None:
        if self._in_list:
            self._written.append("</ul>")
            self._in_list = False


def _inline(words: list[tuple[str, bool]]) -> str:
    """Runs of bold and other words as markup."""
    parts: list[str] = []
    was_bold = False
    for text, bold in words:
        if bold != was_bold and text.strip():
            parts.append("<strong>" if bold else "</strong>")
            was_bold = bold
        parts.append(html.escape(text, quote=False).replace("\n", "<br>"))
    return "".join(parts) + ("</strong>" if was_bold else "")


def _tag(element: ElementTree.Element) -> str:
    """The name without its namespace: there are two, for the same words."""
    return element.tag.rpartition("}")[2]


def _value(element: ElementTree.Element, name: str = "val") -> str:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")


def _is_on(element: ElementTree.Element) -> bool:
    return _value(element).casefold() not in _OFF
