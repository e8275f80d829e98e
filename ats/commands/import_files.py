"""Which files hold applications to import, and which hold postings: what a file is decides, and
its name only where that is enough."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ats.commands.archiving import own_archive
from ats.domain.problem import Problem
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.json_in import tables_of_json
from ats.exchange.imports.text_in import text_in

TABLES = (".csv", ".tsv", ".xlsx")
"""Endings of files that are tables."""
ENDINGS = (*TABLES, ".txt", ".json", ".zip")
"""Endings of files that can be imported."""

_HEAD = 64 * 1024
_MOST_JSON = 64 * 1024 * 1024
_DELIMITERS = "\t;,"


def holds_applications(path: Path) -> bool:
    """Whether a file is one to import: a table, a board of another program, an archive or an
    export of this one. False for what can't be read: who opens it is told why."""
    ending = path.suffix.lower()
    try:
        if ending in TABLES:
            return True
        if ending == ".zip":
            return own_archive(path) or _has_tables(path)
        if ending == ".json":
            return path.stat().st_size <= _MOST_JSON and (own_archive(path) or _is_board(path))
        return ending == ".txt" and _is_named_table(path)
    except (OSError, ValueError, Problem):
        return False


def is_table(text: str) -> bool:
    """Whether a text is a table: two lines or more, and most with as many tabs, commas or
    semicolons as the first."""
    lines = [line for line in text[:_HEAD].splitlines() if line.strip()][:50]
    if len(lines) < 2:
        return False
    for sign in _DELIMITERS:
        count = lines[0].count(sign)
        alike = sum(line.count(sign) == count for line in lines)
        if count and (alike * 5 >= len(lines) * 4 or (sign == "\t" and alike > 1)):
            return True
    return False


def _has_tables(path: Path) -> bool:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
    except (BadZipFile, NotImplementedError):
        return False
    return any(Path(name).suffix.lower() in (*TABLES, ".txt", ".json") for name in names)


def _is_board(path: Path) -> bool:
    """Whether JSON is what another program kept, and no posting for search engines."""
    content = path.read_bytes()
    return b"JobPosting" not in content and bool(tables_of_json(_text(content, path), path.name))


def _is_named_table(path: Path) -> bool:
    """Whether words are a table with a column for role titles or companies."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    text = _text(_whole_lines(head) if len(head) == _HEAD else head, path)
    if not is_table(text):
        return False
    mapping = read_import(text.encode(), path.name).mapping
    return not {"title", "company", "company_and_title"}.isdisjoint(mapping.values())


def _text(content: bytes, path: Path) -> str:
    return text_in(content, path.name).text


def _whole_lines(head: bytes) -> bytes:
    """The start of a file up to the end of its last line, where two bytes may be one letter."""
    cut = head.rfind(b"\n")
    return head[: cut - cut % 2] if cut > 1 else head
