"""Where the window of a store can be reached by a second start. No Qt, so that asking is
cheap when nobody is there."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path


def socket_name(store: Path) -> str:
    """The name under which the window of a store listens; the same for every way of writing
    the path."""
    digest = hashlib.sha256(str(store.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    if sys.platform == "win32":
        return rf"\\.\pipe\ats-{digest[:24]}"
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return str(Path(folder, f"ats-{digest[:24]}"))


def may_be_listening(store: Path) -> bool:
    """False where surely no window listens. A pipe leaves no file, so there the store's own
    lock has to tell."""
    return sys.platform != "win32" and Path(socket_name(store)).exists()


def belongs_to_me(name: str) -> bool:
    """Whether a socket is this person's own: in a folder that all may write to, anybody could
    have put one there. A pipe has no owner to ask for."""
    if sys.platform == "win32":
        return True
    try:
        return os.lstat(name).st_uid == os.getuid()
    except OSError:
        return False
