"""Tooltips that show words as they are: Qt takes a tooltip that looks like markup for markup,
and would open files it names."""

from __future__ import annotations

from html import escape


def plain(text: str) -> str:
    """The text as a tooltip, line breaks kept; empty for an empty text."""
    if not text:
        return ""
    return f"<span>{escape(text).replace(chr(10), '<br>')}</span>"
