"""Takes the letters of a PDF with their places out of PDFium; what they say together is told in
`pdf_lines`. PDFium draws nothing, runs no script and opens nothing else here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_float, create_string_buffer
from dataclasses import dataclass
from itertools import groupby
from math import pi
from operator import itemgetter
from typing import Any, NamedTuple

from ats.domain.problem import Problem

MOST_PAGES = 60
MOST_LETTERS = 60_000
"""A posting has three pages and some thousand letters, the longest seen half as many as
this. What comes after this is not read."""

_MOST_DRAWINGS = 5_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_HYPHEN = "\x02"  # PDFium's sign for a hyphen at the end of a line
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "fj", "ffj", "ft", "st", "ct", "tt", "ti", "tf", "th")
_ASKEW = 0.12  # quarter turns; words drawn across a page are no part of its lines
_SAMPLE = 400  # letters that tell how the page is turned


class Letter(NamedTuple):
    """A sign at its place, in points from the lower left corner of the page. `base` is the
    height of the line it stands on, `size` that of its font."""

    sign: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


_PLACE = itemgetter(1, 2, 3)


class Dot(NamedTuple):
    """A small drawn shape that may be the bullet of a list."""

    left: float
    right: float
    middle: float
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    letters: list[Letter]
    dots: list[Dot]
    height: float
    blank: bool = False
    """Whether nothing is drawn on it."""


def pages_of(content: bytes, name: str) -> list[Page]:
    """The pages of a PDF. Raises Problem where it is damaged or wants a password."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        if _is_locked(content):
            raise Problem(
                f"{name} is protected by a password. Open it, copy the posting and paste it here."
            ) from error
        raise Problem(f"{name} is damaged: it can’t be opened as a PDF.") from error
    try:
        return _pages(document)
    finally:
        document.close()


def _is_locked(content: bytes) -> bool:
    """Whether a file that can't be opened wants a password. PDFium keeps its last reason where
    it has no new one, so another one comes first."""
    from pypdfium2 import PdfDocument, PdfiumError

    reason = None
    for attempt in (b"", content):
        try:
            PdfDocument(attempt).close()
        except PdfiumError as error:
            reason = error.err_code
    return reason == _PASSWORD


def _pages(document: Any) -> list[Page]:
    from pypdfium2 import PdfiumError
    from pypdfium2.raw import FPDFPage_CountObjects

    pages: list[Page] = []
    left = MOST_LETTERS
    for index in range(min(len(document), MOST_PAGES)):
        try:
            page = document[index]
        except PdfiumError:
            continue  # a damaged page among good ones
        try:
            letters = _letters(page, left)
            blank = not letters and not FPDFPage_CountObjects(page.raw)
            pages.append(Page(letters, _dots(page.raw), page.get_height(), blank))
        finally:
            page.close()
        left -= len(letters)
        if left <= 0:
            break
    return pages


def _letters(page: Any, most: int) -> list[Letter]:
    from pypdfium2 import raw

    text = raw.FPDFText_LoadPage(page.raw)
    if not text:
        return []
    try:
        size = page.get_size() if page.get_rotation() % 180 == 0 else page.get_size()[::-1]
        return _paired(list(_level_letters(_Text(text, size), most)))
    finally:
        raw.FPDFText_ClosePage(text)


class _Text:
    """What PDFium knows about the letters of a page, asked for by their number. Places are as
    the page is read: landscape pages are often written sideways."""

    def __init__(self, text: Any, size: tuple[float, float]) -> None:
        from pypdfium2 import raw

        self._raw, self._text = raw, text
        self.count = int(raw.FPDFText_CountChars(text))
        self._box, self._x, self._y = raw.FS_RECTF(), c_double(), c_double()
        self._box_at = byref(self._box)
        self._x_at, self._y_at = byref(self._x), byref(self._y)
        self._unicode, self._angle = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharAngle
        self._loose_box, self._origin = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin
        self._width, self._height = size
        self._turn = self._usual_turn()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        sideways = self._turn % 2 == 1
        return (self._height, self._width) if sideways else (self._width, self._height)

    def sign(self, at: int) -> str:
        """The sign; "" where PDFium made it up, for a space or a line end it supposes."""
        code = self._unicode(self._text, at)
        if 32 < code < 127:  # what it makes up are blanks
            return chr(code)
        sign = _sign(code)
        return "" if sign and self._raw.FPDFText_IsGenerated(self._text, at) == 1 else sign

    def place(self, at: int) -> tuple[float, float, float, float] | None:
        """Left, right, base and height; None for what stands askew or has no place."""
        text, box = self._text, self._box
        angle = self._angle(text, at)
        turn = 0 if angle == 0 else _turn(angle)
        if (
            turn != self._turn
            or not self._loose_box(text, at, self._box_at)
            or not self._origin(text, at, self._x_at, self._y_at)
        ):
            return None
        if self._turn == 0:
            return (box.left, box.right, self._y.value, box.top - box.bottom)
        if self._turn == 2:
            width, base = self._width, self._height - self._y.value
            return (width - box.right, width - box.left, base, box.top - box.bottom)
        if self._turn == 3:
            return (box.bottom, box.top, self._width - self._x.value, box.right - box.left)
        height = self._height
        return (height - box.top, height - box.bottom, self._x.value, box.right - box.left)

    def is_bold(self, at: int) -> bool:
        buffer = create_string_buffer(200)
        self._raw.FPDFText_GetFontInfo(self._text, at, buffer, len(buffer), None)
        name = buffer.value.decode("latin-1").casefold()
        named = any(word in name for word in ("bold", "black", "heavy"))
        return named or self._raw.FPDFText_GetFontWeight(self._text, at) >= 600

    def _usual_turn(self) -> int:
        turns = Counter(
            _turn(self._angle(self._text, at)) for at in range(min(self.count, _SAMPLE))
        )
        turns.pop(None, None)
        return max(turns, key=lambda turn: turns[turn]) or 0 if turns else 0


def _level_letters(text: _Text, most: int) -> Iterator[Letter]:
    """The letters that stand on the page. Fonts are asked for once a word, as that takes time."""
    width, height = text.size
    bold, word = False, None
    for at in range(min(text.count, most)):
        sign = text.sign(at)
        place = text.place(at) if sign else None
        if place is None:
            word = None
            continue
        left, right, base, size = place
        if not (0 <= base <= height and -1 <= left <= width and 0 < size < 1000):
            continue
        if sign.isspace():
            word = None
        elif word != (base, size):
            word, bold = (base, size), text.is_bold(at)
        yield Letter(sign, left, right, base, size, bold)


def _turn(angle: float) -> int | None:
    """Quarter turns to the right, 0 to 3, of an angle in radians; None for one in between. PDFium
    gives -1 where it knows none: such a sign is level."""
    quarters = angle / (pi / 2) if angle >= 0 else 0.0
    nearest = round(quarters)
    return nearest % 4 if abs(quarters - nearest) < _ASKEW else None


def _sign(code: int) -> str:
    """The character for a code of PDFium; "" for what is none."""
    if code == ord(_HYPHEN):
        return "-"
    if code in (0, 0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return ""
    sign = chr(code)
    return sign if code >= 32 and sign not in "\x7f\ufeff\u200b" else ""


def _paired(letters: list[Letter]) -> list[Letter]:
    """Signs that came as two UTF-16 halves as one, lone halves left out; and the letters of a
    ligature, which all have its place, side by side."""
    found: list[Letter] = []
    for _, same in groupby(letters, key=_PLACE):
        together = list(same)
        if len(together) == 1 and not "\ud800" <= together[0].sign <= "\udfff":
            found += together
            continue
        signs = "".join(letter.sign for letter in together)
        signs = signs.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
        if len(signs) > 1 and signs not in _LIGATURES:
            signs = signs[:1]  # drawn more than once
        found += _side_by_side(signs, together[0])
    return found


def _side_by_side(signs: str, at: Letter) -> Iterator[Letter]:
    width = (at.right - at.left) / len(signs) if signs else 0
    for place, sign in enumerate(signs):
        left = at.left + place * width
        yield at._replace(sign=sign, left=left, right=left + width)


def _dots(page: Any) -> list[Dot]:
    """Small, about square shapes: browsers draw the bullets of a list instead of writing them."""
    from pypdfium2 import raw

    found = []
    left, bottom, right, top = (c_float() for _ in range(4))
    for at in range(min(raw.FPDFPage_CountObjects(page), _MOST_DRAWINGS)):
        drawn = raw.FPDFPage_GetObject(page, at)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH:
            continue
        if not raw.FPDFPageObj_GetBounds(
            drawn, byref(left), byref(bottom), byref(right), byref(top)
        ):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        if 1 <= width <= 9 and 1 <= height <= 9 and 0.7 <= width / height <= 1.4:
            middle = (top.value + bottom.value) / 2
            found.append(Dot(left.value, right.value, middle, height))
    return found
