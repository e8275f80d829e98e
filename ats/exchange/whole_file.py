"""Writes a file whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ats.domain.problem import Problem


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` in place of the file, or make it. A crash leaves the old file or the new
    one, never a part. Raises Problem where it can't be written; the old file is then as it
    was."""
    try:
        _replace(path, content)
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(
            f"Couldn’t write {path.name}: {reason}. Nothing was changed. "
            "Close it if it is open elsewhere, or pick another name or folder."
        ) from error


def _replace(path: Path, content: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(0, "there is a folder of that name")
    path = Path(os.path.realpath(path))
    new = path.with_name(f".{path.name[:40]}.{os.getpid()}.new")
    try:
        with new.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            new.chmod(path.stat().st_mode & 0o777)
        os.replace(new, path)
    except BaseException:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
