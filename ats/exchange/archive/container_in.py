"""Reads the archive that `container_out` writes, and trusts none of it.

Nothing is ever unpacked by the name a file gives: members are looked up by names that are
known, so no name can lead out of a folder. What is not expected is refused all the same.
"""

from __future__ import annotations

import hashlib
import re
import stat
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from ats.domain.problem import Problem
from ats.exchange.archive.container_out import (
    FOLDER,
    FORMAT,
    MANIFEST,
    MOST_RATIO,
    SEARCH,
    SMALL,
    Progress,
)
from ats.exchange.archive.document_in import (
    NOT_BROUGHT_IN,
    check_version,
    parsed_json,
    searched,
)
from ats.exchange.archive.plan import Archive, ArchivedFile

MOST_JSON = 1_000_000_000
MOST_FILE = 2_000_000_000
MOST_MEMBERS = 100_000
_BLOCK = 1 << 20
_BROKEN = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)

_DOCUMENT = re.compile(rf"{FOLDER}/([0-9a-f]{{64}})")
_OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\x00")


def read_archive(path: Path, progress: Progress | None = None) -> Archive:
    """Read an archive and compare every checksum. Nothing is written anywhere.

    Raises Problem for what is no archive, is damaged, encrypted or newer, or could do harm.
    """
    with _opened(path) as archive:
        members = _members(archive, path.name)
        listed = _manifest(archive, members, path.name)
        content = _checked_json(archive, members, listed, path.name)
        search, made_at = searched(parsed_json(content, f"{SEARCH} in {path.name}"), path.name)
        del content
        wanted = {document.sha256 for document in search.documents}
        files = [
            ArchivedFile(sha256=entry["sha256"], size=entry["size"])
            for name, entry in listed.items()
            if _DOCUMENT.fullmatch(name) and entry["sha256"] in wanted
        ]
        for done, file in enumerate(files):
            if progress is not None:
                progress(done / len(files))
            for _ in _blocks(archive, members, f"{FOLDER}/{file.sha256}", file, path.name):
                pass
    sha256 = listed[SEARCH]["sha256"]
    return Archive(
        name=path.name, path=path, sha256=sha256, made_at=made_at, search=search, files=tuple(files)
    )


def is_archive(path: Path) -> bool:
    """Whether a file is a .zip that holds what an archive of this program does."""
    try:
        with ZipFile(path) as archive:
            names = {name.rpartition("/")[2] for name in archive.namelist()}
    except (OSError, *_BROKEN):
        return False
    return {MANIFEST, SEARCH} <= names


@contextmanager
def archived_files(archive: Archive) -> Iterator[Callable[[ArchivedFile], Iterator[bytes]]]:
    """A way to read the documents' files, block by block, each checked to its end."""
    path = archive.path
    if path is None:
        yield lambda file: iter(())
        return
    with _opened(path) as opened:
        members = _members(opened, path.name)
        yield lambda file: _blocks(opened, members, f"{FOLDER}/{file.sha256}", file, archive.name)


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(path)
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read {path.name}: {reason}. {NOT_BROUGHT_IN}") from error
    except _BROKEN as error:
        raise Problem(f"{path.name} is damaged or no archive. {NOT_BROUGHT_IN}") from error
    with archive:
        yield archive


def _members(archive: ZipFile, name: str) -> dict[str, ZipInfo]:
    """The members by the names they have in an archive, after all of them were looked at. A
    folder that was put around everything, as when it was packed again, is taken off."""
    infos = archive.infolist()
    if len(infos) > MOST_MEMBERS:
        raise Problem(f"{name} holds too many files to be an archive. {NOT_BROUGHT_IN}")
    for info in infos:
        _refuse_harmful(info, name)
    at = min(
        (info.filename for info in infos if info.filename.rpartition("/")[2] == MANIFEST),
        key=lambda found: (found.count("/"), found),
        default=None,
    )
    if at is None:
        raise Problem(f"{name} is no archive of this program. {NOT_BROUGHT_IN}")
    around = at.removesuffix(MANIFEST)
    members: dict[str, ZipInfo] = {}
    for info in infos:
        own = info.filename.removeprefix(around)
        if not info.filename.startswith(around) or own.endswith("/"):
            continue
        if own in members:
            raise Problem(f"{name} holds two files named {own}. {NOT_BROUGHT_IN}")
        members[own] = info
    return members


def _refuse_harmful(info: ZipInfo, name: str) -> None:
    # The name as it stands in the file: zipfile cuts it at NUL and turns backslashes round.
    if _OUTSIDE.search(info.orig_filename) or _OUTSIDE.search(info.filename):
        raise Problem(f"{name} holds a file that would lie outside its folder. {NOT_BROUGHT_IN}")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Problem(f"{name} holds a link to another file. {NOT_BROUGHT_IN}")
    if info.flag_bits & 0x1:
        raise Problem(f"{name} is encrypted. {NOT_BROUGHT_IN} Unpack it and pack it without.")
    if info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        raise Problem(f"{name} unpacks to too much. {NOT_BROUGHT_IN}")


def _manifest(
    archive: ZipFile, members: Mapping[str, ZipInfo], name: str
) -> dict[str, dict[str, Any]]:
    """The files archive.json lists, by their path."""
    told = parsed_json(_read(archive, members, MANIFEST, SMALL, name), f"{MANIFEST} in {name}")
    if not isinstance(told, Mapping) or told.get("format") != FORMAT:
        raise Problem(f"{name} is no archive of this program. {NOT_BROUGHT_IN}")
    check_version(told, name)
    listed: dict[str, dict[str, Any]] = {}
    files = told.get("files")
    for entry in files if isinstance(files, list) else ():
        known = entry if isinstance(entry, dict) else {}
        path, sha256, size = (known.get(key) for key in ("path", "sha256", "size"))
        if (
            not (isinstance(path, str) and isinstance(sha256, str) and isinstance(size, int))
            or not re.fullmatch("[0-9a-f]{64}", sha256)
            or (path != SEARCH and path != f"{FOLDER}/{sha256}")
        ):
            raise Problem(f"{MANIFEST} in {name} can’t be understood. {NOT_BROUGHT_IN}")
        listed[path] = {"sha256": sha256, "size": size}
    if SEARCH not in listed:
        raise Problem(f"{MANIFEST} in {name} doesn’t list {SEARCH}. {NOT_BROUGHT_IN}")
    return listed


def _checked_json(
    archive: ZipFile,
    members: Mapping[str, ZipInfo],
    listed: Mapping[str, Mapping[str, Any]],
    name: str,
) -> bytes:
    content = _read(archive, members, SEARCH, MOST_JSON, name)
    if hashlib.sha256(content).hexdigest() != listed[SEARCH]["sha256"]:
        raise _damaged(SEARCH, name)
    return content


def _read(
    archive: ZipFile, members: Mapping[str, ZipInfo], path: str, most: int, name: str
) -> bytes:
    info = _member(members, path, name)
    if info.file_size > most:
        raise Problem(f"{path} in {name} is too large to be read. {NOT_BROUGHT_IN}")
    try:
        return archive.read(info)
    except (OSError, *_BROKEN) as error:
        raise _damaged(path, name) from error


def _blocks(
    archive: ZipFile, members: Mapping[str, ZipInfo], path: str, file: ArchivedFile, name: str
) -> Iterator[bytes]:
    """A document's bytes; at their end its checksum is compared."""
    info = _member(members, path, name)
    if info.file_size != file.size or info.file_size > MOST_FILE:
        raise _damaged(path, name)
    hashed = hashlib.sha256()
    try:
        member: IO[bytes]
        with archive.open(info) as member:
            while block := member.read(_BLOCK):
                hashed.update(block)
                yield block
    except (OSError, *_BROKEN) as error:
        raise _damaged(path, name) from error
    if hashed.hexdigest() != file.sha256:
        raise _damaged(path, name)


def _member(members: Mapping[str, ZipInfo], path: str, name: str) -> ZipInfo:
    if path not in members:
        raise Problem(f"{path} is missing in {name}. {NOT_BROUGHT_IN}")
    return members[path]


def _damaged(path: str, name: str) -> Problem:
    return Problem(f"{path} in {name} is damaged: its checksum is wrong. {NOT_BROUGHT_IN}")
