"""Which links may be opened: web pages and mail addresses, nothing that runs or reads a file."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_SCHEMES = ("http", "https", "mailto")
_BARE = re.compile(r"[\w-]+(\.[\w-]+)*\.[a-z]{2,}([/?#]\S*)?", re.IGNORECASE)


def openable(link: str) -> QUrl | None:
    """The address to open for a link; None for one that leads anywhere but to a web page or a
    mail. A name such as "example.org/jobs" is taken for a web page."""
    text = link.strip()
    url = QUrl(f"https://{text}" if _BARE.fullmatch(text) else text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return None
    if url.scheme().lower() != "mailto" and not url.host():
        return None
    return url


def open_link(link: str) -> None:
    """Hand a link to the desktop, where it may be opened."""
    url = openable(link)
    if url is not None:
        QDesktopServices.openUrl(url)
