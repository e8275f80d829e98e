"""Writes the archive, a .zip: search.json, the documents' files under the hash of what is in
them, and archive.json, which lists both with their checksums."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from ats.domain.problem import Problem

FORMAT = "ats-archive"
VERSION = 1
MANIFEST = "archive.json"
SEARCH = "search.json"
FOLDER = "documents"

_ABOUT = (
    "A job search kept with ats. search.json holds it; the folder documents holds the files, "
    "each named by its SHA-256."
)
_BLOCK = 1 << 20

SMALL = 10_000_000
MOST_RATIO = 200
"""What is larger than SMALL and unpacks to more than that many times its size is refused."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What went into an archive; `missing` are hashes of documents whose file is gone."""

    files: int
    missing: tuple[str, ...]


def write_archive(
    out: BinaryIO,
    search: bytes,
    files: Iterable[tuple[str, Path]],
    *,
    made_at: datetime,
    program: str,
    progress: Progress | None = None,
) -> Written:
    """Write an archive to an open file: `search` is the JSON document, `files` the hash and
    place of each document's file. A file that is gone, or is not what its hash says, is left
    out and named. `progress` gets 0 to 1 and may raise to stop."""
    wanted = list(dict(files).items())
    listed = [_entry(SEARCH, hashlib.sha256(search).hexdigest(), len(search))]
    missing = []
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(_info(SEARCH, made_at, _packing(search)), search)
        for done, (sha256, path) in enumerate(wanted):
            if progress is not None:
                progress(done / len(wanted))
            size = _sound_size(path, sha256)
            if size is None:
                missing.append(sha256)
                continue
            listed.append(_entry(f"{FOLDER}/{sha256}", sha256, size))
            _copy(archive, path, sha256, size, made_at)
        manifest = {
            "format": FORMAT,
            "version": VERSION,
            "made_at": made_at.isoformat(),
            "program": program,
            "about": _ABOUT,
            "files": listed,
            "missing": missing,
        }
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        archive.writestr(_info(MANIFEST, made_at, ZIP_STORED), text.encode())
    return Written(files=len(listed) - 1, missing=tuple(missing))


def _copy(archive: ZipFile, path: Path, sha256: str, size: int, made_at: datetime) -> None:
    # As it is: what people send is packed already.
    info = _info(f"{FOLDER}/{sha256}", made_at, ZIP_STORED)
    info.file_size = size
    hashed = hashlib.sha256()
    with path.open("rb") as file, archive.open(info, "w") as member:
        while block := file.read(_BLOCK):
            hashed.update(block)
            member.write(block)
    if hashed.hexdigest() != sha256:
        raise Problem(f"{path} changed while it was read. No archive was written. Try again.")


def _entry(path: str, sha256: str, size: int) -> dict[str, Any]:
    return {"path": path, "sha256": sha256, "size": size}


def _packing(search: bytes) -> int:
    """Packed, unless it repeats itself so much that it would look like a bomb to a reader."""
    if len(search) <= SMALL:
        return ZIP_DEFLATED
    most = MOST_RATIO // 2 * len(zlib.compress(search, 1))
    return ZIP_DEFLATED if len(search) < most else ZIP_STORED


def _info(name: str, made_at: datetime, compression: int) -> ZipInfo:
    year = min(max(made_at.year, 1980), 2107)  # All that a .zip can say.
    info = ZipInfo(name, (year, *made_at.timetuple()[1:6]))
    info.compress_type = compression
    info.external_attr = 0o644 << 16
    return info


def _sound_size(path: Path, sha256: str) -> int | None:
    """The size of a file that is there and whole, else None."""
    hashed, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                hashed.update(block)
                size += len(block)
    except OSError:
        return None
    return size if hashed.hexdigest() == sha256 else None
