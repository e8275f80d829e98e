"""How highlighted words look: a ground for each kind and a thin line beneath most, so that kinds
differ in more than their colour."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from ats.gui.capture.marks import MarkKind
from ats.gui.theme import theme

_Line = QTextCharFormat.UnderlineStyle
# Kinds with the same line have grounds that are told apart in every kind of colour vision.
_LINES = {
    MarkKind.NICE: _Line.DashUnderline,
    MarkKind.NAME: _Line.DashUnderline,
    MarkKind.DUTY: _Line.DotLine,
    MarkKind.BENEFIT: _Line.DotLine,
    MarkKind.PAY: _Line.DashDotLine,
    MarkKind.DETAIL: _Line.DashDotLine,
}
_PLAIN = (MarkKind.MUST, MarkKind.CONDITION)
"""Kinds that have a ground alone, where grounds are seen."""
_SOFT = 0.75  # of a line's colour


def mark_look(kind: MarkKind) -> QTextCharFormat:
    """The look of words of a kind."""
    look = QTextCharFormat()
    if kind is MarkKind.REPEAT:
        look.setFontStrikeOut(True)
        look.setForeground(theme().colour("muted"))
        return look
    look.setForeground(theme().colour("text"))
    if kind is MarkKind.UNSORTED:
        look.setUnderlineStyle(_Line.WaveUnderline)
        look.setUnderlineColor(theme().colour("warn"))
        return look
    role = kind.name.lower()
    look.setBackground(theme().colour(f"mark_{role}"))
    line = QColor(theme().colour(f"line_{role}"))
    if theme().high_contrast:
        look.setUnderlineStyle(_Line.SingleUnderline if kind in _PLAIN else _LINES[kind])
    elif kind not in _PLAIN:
        look.setUnderlineStyle(_LINES[kind])
        line.setAlphaF(_SOFT)
    look.setUnderlineColor(line)
    return look


def heading_look() -> QTextCharFormat:
    """The look of a heading of the posting."""
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(theme().colour("text"))
    return look


def pointed_look(*, current: bool) -> QTextCharFormat:
    """The look of the words a field came from: the place the person is at, and the others."""
    look = QTextCharFormat()
    look.setUnderlineStyle(_Line.SingleUnderline)
    look.setUnderlineColor(theme().colour("accent"))
    look.setFontUnderline(True)
    if current:
        look.setBackground(theme().colour("accent"))
        look.setForeground(theme().colour("on_accent"))
    else:
        look.setBackground(theme().colour("selected"))
        look.setForeground(theme().colour("text"))
    return look
