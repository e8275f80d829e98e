"""What the clipboard or a drop holds: words, a piece of a page, files, a picture or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from ats.commands.posting_files import MOST_FILES, posting_files, too_many
from ats.domain.problem import Problem
from ats.gui.capture.sources import Source
from ats.reading.documents import LARGEST, too_large

EMPTY = "There’s no text on the clipboard. Copy the posting, then try again."
PICTURE = (
    "That’s a picture, and the words in it can’t be read. Copy the posting as text, then try again."
)
_MOST_TOLD = 2  # sentences about folders that are shown at one time
_LINK = re.compile(r"\s*https?://\S+\s*")


@dataclass(frozen=True, slots=True)
class Pasted:
    """The postings to read, and a sentence about what could not be taken."""

    sources: tuple[Source, ...] = ()
    problem: str = ""


def posting_from_mime(mime: QMimeData) -> Pasted:
    """What to read from a clipboard or a drop. Nothing is opened or fetched here."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return postings_from_files(files)
    text = mime.text() if mime.hasText() else ""
    html = mime.html() if mime.hasHtml() else ""
    if _LINK.fullmatch(text):
        html = ""
    if max(len(text), len(html)) > LARGEST:
        return Pasted(problem=too_large("What you copied"))
    if not _is_text(text[:10_000]):
        return Pasted(problem="That isn’t text. Copy the posting’s words, then try again.")
    if text.strip() or _says_something(html):
        return Pasted((Source(text=text, html=html),))
    return Pasted(problem=PICTURE if mime.hasImage() else EMPTY)


def postings_from_files(paths: Sequence[Path]) -> Pasted:
    """The files, and the postings of folders in order of their names. What a file holds is told
    when it is read. A folder that can't be taken does not keep the others out."""
    found: dict[Path, None] = {}
    problems = []
    for path in paths:
        try:
            found.update(dict.fromkeys(posting_files([path])))
        except Problem as problem:
            problems.append(str(problem))
    if len(found) > MOST_FILES:
        return Pasted(problem=too_many(len(found)))
    return Pasted(tuple(Source(path=path) for path in found), " ".join(problems[:_MOST_TOLD]))


def _is_text(text: str) -> bool:
    """Whether these are words, and not the bytes of a program or a picture."""
    strange = sum(not (char.isprintable() or char.isspace()) for char in text)
    return "\0" not in text and strange * 10 <= len(text)


def _says_something(html: str) -> bool:
    """Whether markup holds anything but tags; a copied picture comes as a lone tag."""
    return bool(re.sub(r"<[^>]*>|&nbsp;|\s", "", html[:100_000]))
