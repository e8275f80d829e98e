"""Which signs a font draws with the same glyph: Qt notes in a PDF only one of them, and it need
not be the one that was written."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from PySide6.QtGui import QRawFont, QTextLayout

from ats.printing.lines import Press


def look_alikes(press: Press, wrong: Iterable[str]) -> dict[str, str]:
    """For signs that stand in the PDF and were never written: those that were written instead.
    What can't be told is left out."""
    found = {sign: text for sign in wrong if (text := _plain(sign, press.signs))}
    rest = [sign for sign in wrong if sign not in found]
    if rest:
        for font in _fonts(press):
            drawn = {_glyph(font, sign): sign for sign in sorted(press.signs, reverse=True)}
            for sign in rest:
                glyph = _glyph(font, sign)
                if glyph and glyph in drawn:
                    found.setdefault(sign, drawn[glyph])
    return found


def _plain(sign: str, written: set[str]) -> str:
    """The text a sign of compatibility stands for (unicode.org/reports/tr15), where all of it
    was written: "ﬁ" is "fi", the Kangxi radical "⽇" is "日"."""
    if sign in "\t\xa0":
        return " " if " " in written else ""
    text = normalize("NFKC", sign)
    return text if text != sign and set(text) <= written else ""


def _glyph(font: QRawFont, sign: str) -> int:
    glyphs = font.glyphIndexesForString(sign)
    return int(glyphs[0]) if len(glyphs) == 1 else 0


def _fonts(press: Press) -> list[QRawFont]:
    """The fonts that were used, those the system put in for missing signs included."""
    found: dict[tuple[str, str], QRawFont] = {}
    text = "".join(sorted(press.signs))
    for style in press.styles:
        layout = QTextLayout(text, style.font(), press.writer)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(1e7)
        layout.endLayout()
        for run in layout.glyphRuns():
            font = run.rawFont()
            found.setdefault((font.familyName(), font.styleName()), font)
    return list(found.values())
