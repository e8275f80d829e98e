"""Looking after the store as a whole: a copy of it, the way back, and a look for damage."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ats.store import Store, backup, checkup
from ats.store.checkup import Checkup


def back_up(store: Store, path: Path) -> None:
    """Copy the store to a file of its own at `path`, without the documents' files, and check the
    copy. Raises Problem where it can't be written or fails its check; an older file of that name
    is then as it was."""
    backup.back_up(store, path)


def restore(data: Path, path: Path) -> Path | None:
    """Put a backup in the place of the store in the folder `data`, which must not be open. What
    was there is kept; its path, None where nothing was. Raises Problem for a backup that can't be
    used and for a store that is open; nothing is changed then."""
    return backup.restore(data, path, datetime.now().astimezone())


def check(store: Store) -> Checkup:
    """Look through the whole store for damage; nothing is changed."""
    return checkup.check(store)
