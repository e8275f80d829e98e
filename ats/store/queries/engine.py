"""What the store runs on."""

from __future__ import annotations

from ats.store.store import Store


def sqlite_version(store: Store) -> str:
    """The version of SQLite in use, for example "3.46.1"."""
    (version,) = store.connection.execute("select sqlite_version()").fetchone()
    return str(version)
