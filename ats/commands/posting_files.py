"""Reads the postings that files hold: one, several, or those of a folder. The window and the
command line both come here."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.reading.documents import (
    ENDINGS,
    LARGEST,
    Document,
    no_words,
    open_document,
    other_postings,
    read_document,
    too_large,
)

_CLOSED = (".zip", ".rar", ".7z", ".doc", ".rtf", ".odt")
"""Endings of files in which a posting may be that can't be read: they are named, not passed by."""

MOST_FILES = 1_000
"""Files that are read at one time."""

_OPENING = threading.Lock()
"""The library for PDF keeps what it does in one place and must not be entered twice."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file with the postings that were read from it, or with the sentence that tells why none
    was."""

    path: Path
    readings: tuple[Reading, ...]
    problem: str = ""


def read_bytes(content: bytes, name: str, today: date | None) -> Reading:
    """Reads the posting in the bytes of a file, the one it is about where it holds several;
    `name` is "" for what has none. Raises Problem, with one sentence that names the file, where
    it can't."""
    return read_opened(_open(content, name), name, today)


def read_file(path: Path, today: date | None) -> Reading:
    """Reads the posting in a file, the one it is about where it holds several. Raises Problem
    where it can't."""
    return read_bytes(file_content(path), path.name, today)


def read_each(content: bytes, name: str, today: date | None) -> tuple[Reading, ...]:
    """Reads every posting in the bytes of a file, the one it is about first. Raises Problem as
    `read_bytes`."""
    document = _open(content, name)
    first = read_opened(document, name, today)
    return (first, *(read_document(each, today=today) for each in others(document, name)))


def open_file(path: Path) -> Document:
    """What is in a file. Raises Problem where it can't be read."""
    return _open(file_content(path), path.name)


def read_opened(document: Document, name: str, today: date | None) -> Reading:
    """Reads what was opened. Raises Problem where there are no words in it."""
    reading = read_document(document, today=today)
    if not reading.text.strip():
        raise Problem(no_words(document, _named(name)))
    return reading


def others(document: Document, name: str) -> tuple[Document, ...]:
    """The other postings that a document holds as data. Raises Problem where they are too
    many."""
    found = other_postings(document)
    if len(found) >= MOST_FILES:
        count = f"{len(found) + 1:,} postings"
        raise Problem(f"{_named(name)} holds {count}. At most {MOST_FILES:,} can be read at once.")
    return found


def _open(content: bytes, name: str) -> Document:
    with _OPENING:
        return open_document(content, name)


def _named(name: str) -> str:
    return f"“{name}”" if name else "Standard input"


def file_content(path: Path) -> bytes:
    """The bytes of a file. Raises Problem where it is larger than a posting can be, can't be
    opened, or is no file but something that may never end, such as a pipe."""
    try:
        known = path.stat()
        if known.st_size > LARGEST:
            raise Problem(too_large(f"“{path.name}”"))
        if not (S_ISREG(known.st_mode) or S_ISDIR(known.st_mode)):
            raise Problem(f"“{path.name}” isn’t a file.")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = ((error.strerror if isinstance(error, OSError) else "") or "it failed").lower()
        raise Problem(f"Couldn’t read “{path.name}”: {reason}.") from error


def posting_files(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and for a folder those in it whose ending says that they can hold a
    posting, if only one that can't be read, in order of their names; folders inside it are left
    alone. A file that is named twice comes once. Raises Problem for a folder without any, and
    where they are too many."""
    found: dict[Path, None] = {}
    for path in paths:
        if is_folder(path):
            inside = _inside(path)
            if not inside:
                raise Problem(no_postings(path.name or str(path)))
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    if len(found) > MOST_FILES:
        raise Problem(too_many(len(found)))
    return list(found)


def is_folder(path: Path) -> bool:
    """Whether a path leads to a folder; False also where nobody can tell, as for a name that is
    too long for a file."""
    try:
        return path.is_dir()
    except OSError:
        return False


def too_many(count: int) -> str:
    """The sentence about more files than are read at one time."""
    return f"{count:,} files are more than can be read at one time. Choose at most {MOST_FILES:,}."


def no_postings(folder: str) -> str:
    """The sentence about a folder without files that can hold a posting."""
    return (
        f"There are no postings in “{folder}”: "
        f"they come as {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}."
    )


def read_files(
    paths: Iterable[Path], today: date | None, tell: Callable[[ReadFile], None] | None = None
) -> list[ReadFile]:
    """Reads files one after the other; `tell` gets each as it is done."""
    found = []
    for path in paths:
        try:
            one = ReadFile(path, read_each(file_content(path), path.name, today))
        except Problem as problem:
            one = ReadFile(path, (), str(problem))
        found.append(one)
        if tell is not None:
            tell(one)
    return found


def _inside(folder: Path) -> list[Path]:
    try:
        files = [path for path in folder.iterdir() if path.suffix.lower() in (*ENDINGS, *_CLOSED)]
        return sorted(
            (path for path in files if path.is_file() and not path.name.startswith(".")),
            key=lambda path: (path.name.casefold(), path.name),
        )
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read “{folder.name}”: {reason}.") from error
