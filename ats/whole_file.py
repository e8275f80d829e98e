"""Writes files whole or not at all: beside their places, synced, and only then put there."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from ats.domain.problem import Problem

_OPEN_ELSEWHERE = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation
_WINDOWS = os.name == "nt"
_NUMBERS = count(1)


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
    with _sentences(path), replacing(path) as new, new.open("wb") as file:
        yield file


def write_all_whole(files: Iterable[tuple[Path, bytes]]) -> None:
    """Write several files as `write_whole` does: all of them, or none. Each is made when the one
    before it was written, and the first takes its place when the last was. Raises Problem where
    one can't be written; the old files are then as they were."""
    with ExitStack() as made:
        written: list[_New] = []
        for path, content in files:
            with _sentences(path):
                new = made.enter_context(_beside(path))
                new.path.write_bytes(content)
                _settle(new)
            written.append(new)
        _take_places(written)


@contextmanager
def replacing(path: Path, *endings: str) -> Iterator[Path]:
    """The path of a new, empty file beside `path`, for what writes to a path itself; it takes
    its place where the block ends, and vanishes where the block fails, with files of its name and
    one of `endings`. Raises OSError where it can't be made or put there; the old file is then as
    it was."""
    with _beside(path, *endings) as new:
        yield new.path
        _settle(new)
        _put(new.path, new.place)


@dataclass(frozen=True, slots=True)
class _New:
    """A new file at `path`, meant for `place`."""

    path: Path
    place: Path


@contextmanager
def _beside(path: Path, *endings: str) -> Iterator[_New]:
    if path.is_dir():
        raise IsADirectoryError(0, "there is a folder of that name")
    # What a link leads to is replaced, and not the link.
    place = Path(os.path.realpath(path))
    new = _named_like(place, "new", _make_empty)
    try:
        yield _New(new, place)
    finally:
        for ending in ("", *endings):
            _remove(new.with_name(new.name + ending))


def _settle(new: _New) -> None:
    """What it holds is on the disk, and it may be read by whom the older one might."""
    with new.path.open("rb+") as file:
        os.fsync(file.fileno())
    if new.place.exists():
        new.path.chmod(new.place.stat().st_mode & 0o777)


def _take_places(files: Sequence[_New]) -> None:
    """All of them, or none: where one can't, the older files are put back."""
    replaced: list[tuple[Path, Path | None]] = []
    try:
        for new in files:
            with _sentences(new.place):
                older = _kept(new.place) if new is not files[-1] else None
                try:
                    _put(new.path, new.place)
                except OSError:
                    _remove(older)
                    raise
            replaced.append((new.place, older))
    except BaseException:
        _put_back(replaced)
        raise
    for _, older in replaced:
        _remove(older)


def _put_back(replaced: Sequence[tuple[Path, Path | None]]) -> None:
    left = []
    for place, older in replaced:
        try:
            if older is None:
                place.unlink()
            else:
                _put(older, place)
        except OSError:
            left.append(f"{place.name} is new" + (f", and was {older.name}" if older else ""))
    if left:
        raise Problem(f"Only some of the files could be written: {'; '.join(left)}.")


def _put(path: Path, place: Path) -> None:
    """Put a file in the place of another, also where that one is marked as read-only, which
    Windows refuses: the mark is taken off, and is on what is there afterwards."""
    try:
        os.replace(path, place)
    except PermissionError:
        if not place.exists() or (mode := place.stat().st_mode) & stat.S_IWRITE:
            raise
        place.chmod(mode | stat.S_IWRITE)
        try:
            os.replace(path, place)
        finally:
            place.chmod(mode)


def _kept(place: Path) -> Path | None:
    """The same file once more under another name, so that it outlives being replaced."""
    if not place.exists():
        return None
    # On Windows a second name can't be taken off again while the file is open elsewhere.
    if not _WINDOWS:
        with suppress(OSError):  # A file system without hard links.
            return _named_like(place, "older", lambda older: os.link(place, older))
    import shutil

    older = _named_like(place, "older", _make_empty)
    try:
        shutil.copy2(place, older)
    except BaseException:
        _remove(older)
        raise
    return older


def _named_like(place: Path, what: str, make: Callable[[Path], object]) -> Path:
    """Make a file under a name that nothing else has, not even what a crash of an earlier process
    with this number left; whole names may be as long as names can be. `make` raises
    FileExistsError where there is one."""
    while True:
        new = place.with_name(f".{place.name[:40]}.{os.getpid()}-{next(_NUMBERS)}.{what}")
        with suppress(FileExistsError):
            make(new)
            return new


def _make_empty(path: Path) -> None:
    path.open("xb").close()


def _remove(path: Path | None) -> None:
    if path is None:
        return
    with suppress(OSError):
        try:
            path.unlink(missing_ok=True)
        except PermissionError:  # Windows, where it is marked as read-only.
            path.chmod(path.stat().st_mode | stat.S_IWRITE)
            path.unlink()


@contextmanager
def _sentences(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Problem(_sentence(path, error)) from error


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
