"""Where the window of a store can be reached by a second start. No Qt, so that asking is
cheap when nobody is there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_START = "ats-"


def socket_name(store: Path) -> str:
    """The name under which the window of a store listens; the same for every way of writing
    the path."""
    import hashlib  # takes longer to load than all else here

    digest = hashlib.sha256(str(store.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    if sys.platform == "win32":
        return rf"\\.\pipe\{_START}{digest[:24]}"
    return str(Path(_folder(), f"{_START}{digest[:24]}"))


def may_be_listening(store: Path) -> bool:
    """False where surely no window listens. A pipe leaves no file, so there the store's own
    lock has to tell."""
    if sys.platform == "win32":
        return False
    try:
        names = os.listdir(_folder())
    except OSError:
        return False
    return any(name.startswith(_START) for name in names) and Path(socket_name(store)).exists()


def _folder() -> str:
    """The folder of the sockets."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    if given:
        return given
    import tempfile

    return tempfile.gettempdir()


def belongs_to_me(name: str) -> bool:
    """Whether a socket is this person's own: in a folder that all may write to, anybody could
    have put one there. A pipe has no owner to ask for."""
    if sys.platform == "win32":
        return True
    try:
        return os.lstat(name).st_uid == os.getuid()
    except OSError:
        return False
