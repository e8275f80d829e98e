"""What the clipboard or a drop holds: words, a piece of a page, files, a picture or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from ats.gui.capture.sources import ENDINGS, LARGEST, Source, too_large

EMPTY = "There’s no text on the clipboard. Copy the posting, then try again."
PICTURE = (
    "That’s a picture, and the words in it can’t be read. Copy the posting as text, then try again."
)
_MOST_FILES = 500
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
    if "\0" in text[:10_000]:
        return Pasted(problem="That isn’t text. Copy the posting’s words, then try again.")
    if text.strip() or _says_something(html):
        return Pasted((Source(text=text, html=html),))
    return Pasted(problem=PICTURE if mime.hasImage() else EMPTY)


def postings_from_files(paths: list[Path]) -> Pasted:
    """The files that can hold a posting, those of a folder in order of their names; a sentence
    about the first that can't."""
    wanted: list[Source] = []
    refused: list[Path] = []
    for path in paths:
        if path.is_dir():
            wanted += [Source(path=inside) for inside in _inside(path)]
        elif path.suffix.lower() in ENDINGS:
            wanted.append(Source(path=path))
        else:
            refused.append(path)
    if refused:
        return Pasted(tuple(wanted[:_MOST_FILES]), _cannot_read(refused))
    if not wanted:
        return Pasted(problem="There are no .txt, .md, .html or .json files in that folder.")
    return Pasted(tuple(wanted[:_MOST_FILES]))


def _inside(folder: Path) -> list[Path]:
    try:
        files = [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return []
    return sorted(path for path in files if path.suffix.lower() in ENDINGS)


def _cannot_read(refused: list[Path]) -> str:
    name = f"“{refused[0].name}”"
    if len(refused) > 1:
        name += f" and {len(refused) - 1} more"
    return (
        f"Can’t read {name}: postings come as .txt, .md, .html or .json. "
        "Open it, copy the posting and paste it here."
    )


def _says_something(html: str) -> bool:
    """Whether markup holds anything but tags; a copied picture comes as a lone tag."""
    return bool(re.sub(r"<[^>]*>|&nbsp;|\s", "", html[:100_000]))
