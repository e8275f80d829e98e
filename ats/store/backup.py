"""Copies of the whole store in one file each, checked after writing, and the way back."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from ats.domain.problem import Problem
from ats.paths import STORE_FILE
from ats.store.problems import (
    StoreDamaged,
    StoreForeign,
    StoreNewer,
    StoreReadOnly,
    plain_problems,
)
from ats.store.store import Store, check_header
from ats.whole_file import replacing

_WAL = "-wal"
_BESIDE = ("-journal", _WAL)  # What SQLite may put beside a file.


def back_up(store: Store, path: Path) -> None:
    """Copy the store as it is now to `path`, and look through the whole copy before it takes
    that name. The documents' files are not in it. Raises Problem where it can't be written or
    fails its check; an older file of that name is then as it was."""
    if path.resolve() == store.path.resolve():
        raise Problem("A backup can’t be the store itself. Pick another name.")
    with _sentences(path), replacing(path, *_BESIDE) as new, plain_problems(path):
        with closing(sqlite3.connect(new)) as copy:
            store.connection.backup(copy)
            # One file: the copy would otherwise ask for a log beside it.
            copy.execute("pragma journal_mode = delete")
        check_backup(new)


def check_backup(path: Path) -> None:
    """Look through a whole backup. Raises StoreDamaged, StoreForeign or StoreNewer, or Problem
    where it can't be read; the file stays as it is."""
    try:
        check_header(path)
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t read {path}: {reason}. Nothing was changed.") from error
    try:
        # Not written to, and no log beside it is looked for.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as copy:
            found = copy.execute("pragma integrity_check(1)").fetchone()
            broken = copy.execute("pragma foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise StoreDamaged(path) from error
    if found != ("ok",) or broken is not None:
        raise StoreDamaged(path)


def restore(folder: Path, path: Path, now: datetime) -> Path | None:
    """Put a backup in the place of the store in `folder`; the file that was there is kept, and
    its new name is given, None where there was none.

    Raises Problem for a backup that is damaged, foreign or newer, and where a window has the
    store open; the store is then as it was. A store that is itself damaged is replaced too.
    """
    check_backup(path)
    place = folder / STORE_FILE
    if path.resolve() == place.resolve():
        raise Problem("This file is the store itself. Choose a backup. Nothing was changed.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(folder) from error
    with _sentences(place), replacing(place, *_BESIDE) as new:
        shutil.copyfile(path, new)
        _take_in_log(path.with_name(path.name + _WAL), new)
        check_backup(new)
        return _kept(place, now) if place.exists() else None


def _take_in_log(log: Path, copy: Path) -> None:
    """What was written last stands in the log of a store that was copied while it was open, or
    that nobody closed."""
    if not log.exists():
        return
    shutil.copyfile(log, copy.with_name(copy.name + _WAL))
    with plain_problems(copy), closing(sqlite3.connect(copy)) as opened:
        opened.execute("pragma locking_mode = exclusive")  # No file of shared memory.
        opened.execute("pragma journal_mode = delete")


def _kept(place: Path, now: datetime) -> Path:
    """Give the store of before a name of its own, beside its place."""
    with suppress(StoreDamaged, StoreForeign, StoreNewer):
        # Refused where a window has it open; else its log is written into the file.
        Store.open(place.parent).close()
    name = f"{place.stem}-before-{now:%Y-%m-%d-%H%M%S}{place.suffix}"
    kept = place.with_name(name)
    with _sentences(place):
        if kept.exists():
            raise FileExistsError(0, f"{name} is there already")
        try:
            os.link(place, kept)
        except OSError:  # A file system without hard links.
            _copy_whole(place, kept)
        log = place.with_name(place.name + _WAL)
        if log.exists():  # Only of a store that could not be opened: it must not meet the new one.
            os.replace(log, kept.with_name(kept.name + _WAL))
    return kept


def _copy_whole(file: Path, to: Path) -> None:
    try:
        shutil.copyfile(file, to)
    except BaseException:
        to.unlink(missing_ok=True)
        raise


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t write {path}: {reason}. Nothing was changed.") from error
