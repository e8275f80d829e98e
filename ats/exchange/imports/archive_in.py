"""Opens a .zip in memory: a workbook is one by its parts, and an archive may hold tables.
Nothing is ever written out, so a path inside an archive means nothing but a name."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import replace
from pathlib import PurePosixPath
from typing import IO

from ats.domain.problem import Problem
from ats.exchange.imports.plan import Answers
from ats.exchange.imports.raw_table import Progress, RawTable, RawTables, UnreadFile

MOST_UNPACKED = 256 * 1024 * 1024
"""Bytes that the parts which are read may take up unpacked, all together."""

_MOST_PARTS = 5_000
_MOST_TABLES = 100
_ENDINGS = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".xlsx", ".ods")
_PIECE = 1 << 20


class _Room:
    """How many bytes may still be unpacked."""

    def __init__(self) -> None:
        self.left = MOST_UNPACKED


class Archive:
    """The parts of a .zip, read with a limit to what they unpack to, together with what they
    are `within`. Raises Problem where it is damaged, protected, or unpacks to too much."""

    def __init__(self, content: bytes, name: str, within: Archive | None = None) -> None:
        self._name = name
        self._room: _Room = within._room if within is not None else _Room()
        self._read: set[str] = set()
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            named = (part for part in self._zip.infolist() if part.filename)
            self.parts = [part for part in named if not part.filename.endswith("/")]
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Problem(f"{name} is damaged. Nothing was imported.") from error
        if len(self.parts) > _MOST_PARTS:
            raise Problem(f"{name} holds too many files. Nothing was imported.")

    def __contains__(self, path: str) -> bool:
        return any(part.filename == path for part in self.parts)

    def names(self) -> list[str]:
        return [part.filename for part in self.parts]

    def read(self, path: str, called: str = "") -> bytes:
        """The bytes of a part, however it is packed. What the archive says of its size is not
        relied on. `called` names the part in a sentence, "" where the archive is meant."""
        called = called or self._name
        part = next(part for part in self.parts if part.filename == path)
        if part.flag_bits & 0x1:
            raise Problem(
                f"{called} is protected by a password. Save it without one, then retry. "
                "Nothing was imported."
            )
        if part.file_size > self._room.left and path not in self._read:
            self._refuse()
        try:
            with self._zip.open(part) as file:
                found = self._limited(file)
        except (
            zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError,
            OSError,
        ) as error:  # fmt: skip
            raise Problem(f"{called} is damaged. Nothing was imported.") from error
        if path not in self._read:
            self._read.add(path)
            self._room.left -= len(found)
        if self._room.left < 0:
            self._refuse()
        return found

    def text(self, path: str) -> str:
        """The text of a part in UTF-8."""
        return self.read(path).decode("utf-8", errors="replace")

    def _limited(self, file: IO[bytes]) -> bytes:
        """What a part unpacks to, not more than is left. A part read again counts once."""
        found = bytearray()
        while piece := file.read(_PIECE):
            found += piece
            if len(found) > MOST_UNPACKED:
                self._refuse()
        return bytes(found)

    @property
    def is_too_much(self) -> bool:
        """Whether it was refused because it unpacks to too much."""
        return self._room.left < 0

    def _refuse(self) -> None:
        self._room.left = -1
        raise Problem(f"{self._name} unpacks to too much. Nothing was imported.")


def tables_of_archive(content: bytes, name: str, answers: Answers, progress: Progress) -> RawTables:
    """The tables of a workbook, or those of the files in an archive."""
    from ats.exchange.imports.workbook_in import is_workbook, tables_of_workbook

    archive = Archive(content, name)
    names = archive.names()
    if is_workbook(names):
        return RawTables(tables_of_workbook(content, archive, name, progress))
    if any(each.startswith(("word/", "ppt/")) for each in names):
        raise Problem(f"{name} is a document, not a table. Nothing was imported.")
    return _tables_of_files(archive, name, answers, progress)


def _tables_of_files(
    archive: Archive, name: str, answers: Answers, progress: Progress
) -> RawTables:
    """The tables of the files that could be any. A file that can't be read is named and left out
    where another can."""
    paths = [path for path in archive.names() if _may_hold_tables(path)]
    tables: list[RawTable] = []
    unread: list[UnreadFile] = []
    first: Problem | None = None
    for at, path in enumerate(paths[:_MOST_TABLES]):
        progress(at / len(paths))
        try:
            tables += _tables_of(archive, path, name, answers)
        except Problem as problem:
            if archive.is_too_much:
                raise
            first = first or problem
            unread.append(UnreadFile(name=_short(path), reason=_without_end(str(problem))))
    for path in paths[_MOST_TABLES:]:
        why = f"{_short(path)} is beyond the first {_MOST_TABLES} files. Import it alone."
        unread.append(UnreadFile(name=_short(path), reason=why))
    if not tables and first is not None:
        raise first
    if not tables:
        raise Problem(f"{name} holds no table of applications. Nothing was imported.")
    return RawTables(tables, tuple(unread))


def _tables_of(archive: Archive, path: str, name: str, answers: Answers) -> list[RawTable]:
    from ats.exchange.imports.tables_in import tables_of_text
    from ats.exchange.imports.workbook_in import is_workbook, tables_of_workbook

    short = _short(path)
    content = archive.read(path, f"{short} in {name}")
    if content.startswith(b"PK\x03\x04"):
        inner = Archive(content, short, within=archive)
        if not is_workbook(inner.names()):
            raise Problem(f"{short} is an archive in an archive. Import it alone.")
        found = tables_of_workbook(content, inner, short, _quiet)
    else:
        found = tables_of_text(content, short, answers, _quiet).tables
    return [
        replace(table, name=f"{short}: {table.name}" if table.name else short) for table in found
    ]


def _short(path: str) -> str:
    """The name of a file without its folders."""
    return PurePosixPath(path.replace("\\", "/")).name


def _without_end(sentence: str) -> str:
    """What is said of a file, where another is imported all the same."""
    return sentence.removesuffix(" Nothing was imported.").removesuffix(" Nothing was read.")


def _may_hold_tables(path: str) -> bool:
    hidden = path.startswith("__MACOSX/") or PurePosixPath(path).name.startswith(".")
    return path.lower().endswith(_ENDINGS) and not hidden


def _quiet(share: float) -> None:
    """One file of several: the archive tells how far it is."""
