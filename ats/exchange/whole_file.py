"""Writes a file whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from ats.domain.problem import Problem

_OPEN_ELSEWHERE = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of the file, or make it. A crash leaves the old file or the new
    one, never a part. Raises Problem where it can't be written; the old file is then as it
    was."""
    with writing_whole(path) as file:
        file.write(content)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write what is too large to hold; it takes its place where the block ends, and
    vanishes where the block fails. Raises Problem as `write_whole` does."""
    try:
        with _replacing(path) as file:
            yield file
    except OSError as error:
        raise Problem(_sentence(path, error)) from error


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    if path.is_dir():
        raise IsADirectoryError(0, "there is a folder of that name")
    path = Path(os.path.realpath(path))
    new = path.with_name(f".{path.name[:40]}.{os.getpid()}.new")
    try:
        with new.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            new.chmod(path.stat().st_mode & 0o777)
        os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise


def _sentence(path: Path, error: OSError) -> str:
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return f"Couldn’t write {path.name}: it’s open elsewhere. Close it or pick another name."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            f"Couldn’t write {path.name}: the disk is full. Nothing was changed. "
            "Free some space, or pick another folder."
        )
    reason = (error.strerror or "it failed").lower()
    return (
        f"Couldn’t write {path.name}: {reason}. Nothing was changed. "
        "Close it if it is open elsewhere, or pick another name or folder."
    )
