"""How highlighted words look: a ground and a line beneath for each kind, so that kinds differ
in more than their colour."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat

from ats.gui.capture.marks import MarkKind
from ats.gui.theme import theme

_Line = QTextCharFormat.UnderlineStyle
# Kinds with the same line have grounds that are told apart in every kind of colour vision.
_LINES = {
    MarkKind.MUST: _Line.SingleUnderline,
    MarkKind.CONDITION: _Line.SingleUnderline,
    MarkKind.NICE: _Line.DashUnderline,
    MarkKind.NAME: _Line.DashUnderline,
    MarkKind.DUTY: _Line.DotLine,
    MarkKind.BENEFIT: _Line.DotLine,
    MarkKind.PAY: _Line.DashDotLine,
    MarkKind.DETAIL: _Line.DashDotLine,
}


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
    look.setUnderlineStyle(_LINES[kind])
    look.setUnderlineColor(theme().colour(f"line_{role}"))
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
