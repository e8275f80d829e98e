"""Why a store could not be opened or written, each as a sentence for the person."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ats.domain.problem import Problem


class StoreInUse(Problem):
    def __init__(self) -> None:
        super().__init__("This file is open in another window. Close it there, then try again.")


class StoreDamaged(Problem):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} failed its check. It is kept as it is and nothing was changed. "
            "Open a copy you kept, or start with another folder."
        )


class StoreForeign(Problem):
    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was not made by this program. Nothing was changed.")


class StoreNewer(Problem):
    def __init__(self) -> None:
        super().__init__("Made with a newer version. Nothing was changed. Update to open it.")


class StoreReadOnly(Problem):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Can’t write in {folder}. Nothing was changed. "
            "Choose a folder you may write in, with --data or ATS_DATA."
        )


class DiskFull(Problem):
    def __init__(self) -> None:
        super().__init__(
            "Can’t save: the disk is full. Your text is still here. "
            "Free some space, then try again."
        )


@contextmanager
def plain_problems(path: Path) -> Iterator[None]:
    """Turns SQLite's errors about the file into the sentences above; others pass."""
    try:
        yield
    except sqlite3.Error as error:
        problem = _problem(error, path)
        if problem is None:
            raise
        raise problem from error


def _problem(error: sqlite3.Error, path: Path) -> Problem | None:
    # Extended codes share their low byte with the primary code.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreInUse()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return StoreDamaged(path)
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return StoreReadOnly(path.parent)
        case sqlite3.SQLITE_IOERR:
            return _read_or_write_failed(path)
    return None


def _read_or_write_failed(path: Path) -> Problem:
    """A full disk can come as an I/O error, so the free space decides."""
    import shutil

    if shutil.disk_usage(path.parent).free < 1_000_000:
        return DiskFull()
    return Problem(
        f"Can’t read or write {path}. Nothing finished is lost. Check the disk, then try again."
    )
