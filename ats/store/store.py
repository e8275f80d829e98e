"""The person's data: one SQLite file, one writer, one history."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ats.domain.application import (
    Application,
    ApplicationNotes,
    ApplicationTag,
    NextAction,
    Tag,
)
from ats.domain.company import ApplicationContact, Company, Contact
from ats.domain.document import ApplicationDocument, Document, EvidenceDocument
from ats.domain.evidence import Evidence, EvidenceLink
from ats.domain.importing import ImportBatch, ImportedValue
from ats.domain.offer import Offer, OfferComponent
from ats.domain.posting import Posting, Requirement
from ats.domain.saved_view import SavedView
from ats.domain.stage import Stage
from ats.domain.timeline import Event, EventContact, Interview
from ats.paths import STORE_FILE
from ats.store.bulk import Bulk
from ats.store.journal import Changes, Journal, Step
from ats.store.problems import (
    DiskFull,
    StoreDamaged,
    StoreForeign,
    StoreNewer,
    StoreReadOnly,
    plain_problems,
)
from ats.store.rows import Rows, table_name

if TYPE_CHECKING:
    from sqlite_utils import Database

SCHEMA_VERSION = 5
APPLICATION_ID = 0x61747331  # "ats1"
WAIT_SECONDS = 2.0
LARGEST_LOG = 8_000_000
"""How many bytes SQLite's log may have beside the file once a step is over."""

RECORDS: tuple[type, ...] = (
    Stage, Company, Contact, Application, ApplicationNotes, ApplicationContact, Tag,
    ApplicationTag, NextAction, Posting, Requirement, Evidence, EvidenceLink, Event,
    EventContact, Interview, Offer, OfferComponent, Document, ApplicationDocument,
    EvidenceDocument, ImportBatch, ImportedValue, SavedView,
)  # fmt: skip


def _local_now() -> datetime:
    return datetime.now().astimezone()


class Store:
    """One open store. It belongs to the thread that opened it.

    `listeners` are called with the Changes of each finished step, undo and redo, after the
    transaction is done.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, clock: Callable[[], datetime]
    ) -> None:
        self.path = path
        self._log = path.with_name(f"{path.name}-wal")
        self.connection = connection
        self.listeners: list[Callable[[Changes], None]] = []
        self._clock = clock
        self._journal = Journal(
            lambda: self._database, connection, [table_name(kind) for kind in RECORDS], clock
        )

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], datetime] = _local_now) -> Store:
        """Open the store in `folder`, or create it.

        The file is held for this process alone until `close`. Raises StoreInUse,
        StoreDamaged, StoreForeign, StoreNewer, StoreReadOnly or DiskFull; a file that is
        refused is left as it was.
        """
        path = folder / STORE_FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            known = path.exists()
        except OSError as error:
            raise StoreReadOnly(folder) from error
        with plain_problems(path):
            if not known:
                _create(path)
            _refuse_foreign(path)
            connection = _connect(path)
            try:
                _prepare(path, connection)
                store = cls(path, connection, clock)
                store._journal.thin()
            except BaseException:
                connection.close()
                raise
        return store

    def close(self) -> None:
        """Write everything into the one file and let go of it."""
        self.connection.close()

    def now(self) -> datetime:
        """The time, with the local offset."""
        return self._clock()

    def today(self) -> date:
        return self._clock().date()

    @contextmanager
    def step(self, label: str, merge: str | None = None) -> Iterator[Rows]:
        """One transaction, one undo step named `label`, one announcement.

        A step inside a step joins the outer one. Steps in a row with the same `merge` key
        become one undo step. On an exception nothing of the step remains.
        """
        with (
            self._settled(),
            plain_problems(self.path),
            self._journal.step(label, merge) as announced,
        ):
            yield Rows(self._database)
        for changes in announced:
            self._announce(changes)

    @contextmanager
    def in_bulk(self) -> Iterator[Bulk]:
        """Inside a step: a way to add very many new applications and what belongs to them, in
        a fraction of the time. Meanwhile nothing else can be written. On an exception nothing
        of the bulk remains."""
        with plain_problems(self.path), self._journal.bulk() as bulk:
            yield bulk

    @property
    def undo_label(self) -> str | None:
        return self._journal.undo_label

    @property
    def redo_label(self) -> str | None:
        return self._journal.redo_label

    def undo(self) -> Changes | None:
        """Take back the person's last step; None where there is none."""
        with self._settled(), plain_problems(self.path):
            changes = self._journal.undo()
        return self._announce(changes)

    def redo(self) -> Changes | None:
        """Do the last undone step again; None where there is none."""
        with self._settled(), plain_problems(self.path):
            changes = self._journal.redo()
        return self._announce(changes)

    def history(self) -> list[Step]:
        """The steps that are kept, oldest first, undone ones last."""
        return self._journal.steps()

    @cached_property
    def _database(self) -> Database:
        # Loaded with the first write, so that a window can open without waiting for it.
        from sqlite_utils import Database

        return Database(self.connection, execute_plugins=False)

    @contextmanager
    def _settled(self) -> Iterator[None]:
        """Whether it was done or given up: what a large step wrote beside the file goes into
        it, and the room is given back."""
        try:
            yield
        finally:
            if not self.connection.in_transaction and _size(self._log) > LARGEST_LOG:
                # Where that fails, nothing is lost: SQLite reads the log as before.
                with suppress(sqlite3.Error):
                    self.connection.execute("pragma wal_checkpoint(truncate)")

    def _announce(self, changes: Changes | None) -> Changes | None:
        if changes is not None:
            for listener in list(self.listeners):
                listener(changes)
        return changes


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _create(path: Path) -> None:
    """Build a new store beside its place and move it there whole, so that a crash never
    leaves a half-made or empty file to be taken for a store."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        new.unlink(missing_ok=True)
        connection = sqlite3.connect(new, isolation_level=None)
        try:
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            _migrate(connection)
        finally:
            connection.close()
        _put_in_place(new, path)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull from error
        raise StoreReadOnly(path.parent) from error
    finally:
        with suppress(OSError):  # On a read-only disk not even that can be asked for.
            new.unlink(missing_ok=True)


def _put_in_place(new: Path, path: Path) -> None:
    """Give the file its name unless another start of the program was faster."""
    try:
        os.link(new, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            new.rename(path)


def check_header(path: Path) -> None:
    """Look at the file's own header before SQLite touches it (sqlite.org/fileformat.html).
    Raises StoreDamaged, StoreForeign or StoreNewer, and OSError where it can't be read."""
    with path.open("rb") as file:
        header = file.read(100)
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise StoreDamaged(path)
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise StoreForeign(path)
    if int.from_bytes(header[60:64]) > SCHEMA_VERSION:
        raise StoreNewer


def _refuse_foreign(path: Path) -> None:
    try:
        check_header(path)
    except OSError as error:
        raise StoreReadOnly(path.parent) from error
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise StoreReadOnly(path.parent)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        # Held by one process: no shared memory file, and out of reach of the WAL-reset bug
        # of SQLite up to 3.51.2, which needs two connections.
        connection.execute("pragma locking_mode = exclusive")
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = full")
        connection.execute("pragma fullfsync = 1")
        connection.execute("pragma recursive_triggers = on")
        # What large statements put aside stays in memory: files for it cost more than the rows.
        connection.execute("pragma temp_store = memory")
        connection.execute("pragma cache_size = -8000")  # kilobytes; a page is written once then
        connection.execute("begin exclusive")
        connection.execute("commit")
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    (version,) = connection.execute("pragma user_version").fetchone()
    if version > SCHEMA_VERSION:
        raise StoreNewer
    if connection.execute("pragma quick_check(1)").fetchone() != ("ok",):
        raise StoreDamaged(path)
    if version < SCHEMA_VERSION:
        _migrate(connection)
    connection.execute("pragma foreign_keys = on")


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date. Foreign keys stay off meanwhile: the pragma does nothing
    inside a transaction, and a table rebuilt with them on would delete what refers to it."""
    from sqlite_utils import Database

    from ats.store.migrations import migrations

    migrations.apply(Database(connection, execute_plugins=False))
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
