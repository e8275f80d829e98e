"""What Qt leaves out of a PDF, added behind its end as an update (ISO 32000-1, 7.5.6): an
outline, the language, and for each glyph the sign that was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

_OBJECT = re.compile(rb"(?<![0-9])(\d+) 0 obj\s")
_TRAILER = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_ROOT = re.compile(rb"/Root (\d+) 0 R")
_SIZE = re.compile(rb"/Size (\d+)")
_KIDS = re.compile(rb"/Kids\s*\[(.*?)\]", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_ENTRY = re.compile(rb"(\d{10}) 00000 n")
_RANGE = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]{4})> (\[[^\]]*\]|<[0-9A-F]+>)", re.IGNORECASE)
_HEX = re.compile(rb"<([0-9A-F]+)>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A heading: `page` counts from 0, `y` is in points from the page's lower edge."""

    level: int
    text: str
    page: int
    y: float


def finished(
    content: bytes,
    *,
    places: Sequence[Place],
    language: str,
    signs: set[str],
    look_alikes: Callable[[list[str]], dict[str, str]],
) -> bytes:
    """A PDF written by Qt, with an outline and its language. `signs` are those that were
    written, `look_alikes` gives for others those they stand for."""
    update = _Update(content)
    update.put(update.root, _catalog(update, language))
    _add_outline(update, places)
    _correct(update, signs, look_alikes)
    return update.bytes()


class _Update:
    """Objects to be put in place of those there are, and new ones."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        end = _TRAILER.search(content)
        assert end is not None, "Qt writes a trailer"
        self._trailer, self._before = end[1], int(end[2])
        self.root = int(_found(_ROOT, self._trailer))
        self._size = int(_found(_SIZE, self._trailer))
        self._changed: dict[int, bytes] = {}
        self._places = self._read_places()

    def get(self, number: int) -> bytes:
        """An object between "obj" and "endobj"."""
        start = self._content.index(b"obj", self._places[number]) + 3
        return self._content[start : self._content.index(b"endobj", start)].strip()

    def numbers(self) -> list[int]:
        return list(self._places)

    def put(self, number: int, body: bytes) -> None:
        self._changed[number] = body

    def new(self) -> int:
        self._size += 1
        return self._size - 1

    def bytes(self) -> bytes:
        """The file with the update behind it."""
        parts, at, places = [self._content], len(self._content), {}
        for number, body in sorted(self._changed.items()):
            text = b"%d 0 obj\n%s\nendobj\n" % (number, body)
            places[number] = at
            parts.append(text)
            at += len(text)
        table = b"".join(
            b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items()
        )
        trailer = _SIZE.sub(b"/Size %d" % self._size, self._trailer)
        end = b"trailer\n<<%s/Prev %d\n>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, self._before, at)
        return b"".join([*parts, b"xref\n", table, end])

    def _read_places(self) -> dict[int, int]:
        """Where each object begins, from the table of a file that was written in one go."""
        entries = _ENTRY.findall(self._content, self._before)
        return {number: int(place) for number, place in enumerate(entries, start=1)}


def _catalog(update: _Update, language: str) -> bytes:
    """The catalog without its closing, which the outline adds."""
    body = update.get(update.root)
    more = b"/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n" % language.encode("ascii")
    return body.removesuffix(b">>").rstrip() + b"\n" + more + b">>"


@dataclass(slots=True)
class _Entry:
    number: int
    place: Place | None
    parent: _Entry | None
    under: list[_Entry]


def _add_outline(update: _Update, places: Sequence[Place]) -> None:
    """The headings as a tree. A heading belongs under the last one of a higher level."""
    if len(places) < 2:
        return
    top = _Entry(update.new(), None, None, [])
    entries, open_ones = [], [top]
    for place in places:
        while (last := open_ones[-1].place) is not None and last.level >= place.level:
            open_ones.pop()
        entry = _Entry(update.new(), place, open_ones[-1], [])
        open_ones[-1].under.append(entry)
        open_ones.append(entry)
        entries.append(entry)
    pages = [int(number) for number in _REFERENCE.findall(_found(_KIDS, _pages(update)))]
    for entry in entries:
        update.put(entry.number, _entry(entry, pages))
    update.put(top.number, b"<</Type /Outlines\n%s>>" % _children(top, shown=True))
    catalog = update._changed[update.root].removesuffix(b">>")
    mode = b"/Outlines %d 0 R\n/PageMode /UseOutlines\n>>" % top.number
    update.put(update.root, catalog + mode)


def _pages(update: _Update) -> bytes:
    tree = re.search(rb"/Pages (\d+) 0 R", update.get(update.root))
    assert tree is not None, "a catalog has pages"
    return update.get(int(tree[1]))


def _entry(entry: _Entry, pages: Sequence[int]) -> bytes:
    place, parent = entry.place, entry.parent
    assert place is not None
    assert parent is not None
    at = next(at for at, one in enumerate(parent.under) if one is entry)
    before = b"/Prev %d 0 R\n" % parent.under[at - 1].number if at else b""
    after = b"/Next %d 0 R\n" % parent.under[at + 1].number if at + 1 < len(parent.under) else b""
    where = b"[%d 0 R /XYZ 0 %.2f 0]" % (pages[place.page], place.y)
    return b"<</Title %s\n/Parent %d 0 R\n%s%s/Dest %s\n%s>>" % (
        _text(place.text), parent.number, before, after, where,
        _children(entry, shown=place.level < 2),
    )  # fmt: skip


def _children(entry: _Entry, *, shown: bool) -> bytes:
    """/Count is how many entries beneath are shown, or would be, then with a minus."""
    if not entry.under:
        return b""
    count = _shown(entry) if shown else -len(entry.under)
    return b"/First %d 0 R\n/Last %d 0 R\n/Count %d\n" % (
        entry.under[0].number, entry.under[-1].number, count,
    )  # fmt: skip


def _shown(entry: _Entry) -> int:
    inner = (one for one in entry.under if one.place is not None and one.place.level < 2)
    return len(entry.under) + sum(_shown(one) for one in inner)


def _text(text: str) -> bytes:
    """A text as UTF-16 in hex, in which no sign means anything else."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def _correct(
    update: _Update, signs: set[str], look_alikes: Callable[[list[str]], dict[str, str]]
) -> None:
    """Give glyphs the signs that were written, where Qt noted another that looks the same."""
    maps = {n: body for n in update.numbers() if b"beginbfrange" in (body := update.get(n))}
    wrong = sorted({sign for body in maps.values() for sign in _mapped(body)} - signs - {"\0"})
    instead = look_alikes(wrong) if wrong else {}
    for number, body in maps.items() if instead else ():
        changed = _RANGE.sub(lambda found: _range(found, instead), body)
        start = changed.index(b"stream") + len(b"stream\n")
        length = changed.rindex(b"endstream") - start
        update.put(number, re.sub(rb"/Length \d+", b"/Length %d" % length, changed, count=1))


def _mapped(body: bytes) -> Iterable[str]:
    for found in _RANGE.finditer(body):
        for value in _HEX.findall(found[3]):
            text = bytes.fromhex(value.decode()).decode("utf-16-be", "replace")
            if len(text) == 1:
                yield text


def _range(found: re.Match[bytes], instead: dict[str, str]) -> bytes:
    if found[3].startswith(b"<"):
        return found[0]
    values = _HEX.sub(lambda value: _value(value, instead), found[3])
    return b"<%s> <%s> %s" % (found[1], found[2], values)


def _value(value: re.Match[bytes], instead: dict[str, str]) -> bytes:
    sign = bytes.fromhex(value[1].decode()).decode("utf-16-be", "replace")
    text = instead.get(sign)
    return b"<%s>" % text.encode("utf-16-be").hex().upper().encode() if text else value[0]


def _found(pattern: re.Pattern[bytes], text: bytes) -> bytes:
    found = pattern.search(text)
    assert found is not None, "Qt writes it"
    return found[1]
