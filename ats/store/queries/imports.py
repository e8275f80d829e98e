"""What was imported before."""

from __future__ import annotations

from ats.domain.importing import ImportBatch
from ats.store.rows import read
from ats.store.store import Store


def import_batches(store: Store) -> list[ImportBatch]:
    """The files that were imported, the latest first."""
    sql = "select * from import_batch order by imported_at desc, id desc"
    return list(read(store.connection, ImportBatch, sql))
