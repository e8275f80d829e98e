"""What was imported before."""

from __future__ import annotations

from collections.abc import Collection

from ats.domain.importing import ImportBatch
from ats.store.rows import read
from ats.store.store import Store


def import_batches(store: Store) -> list[ImportBatch]:
    """The files that were imported, the latest first."""
    sql = "select * from import_batch order by imported_at desc, id desc"
    return list(read(store.connection, ImportBatch, sql))


def brought_by(store: Store, batch_ids: Collection[int]) -> frozenset[int]:
    """The applications that these imports created or gave values of the file."""
    among = f"({','.join(str(int(id)) for id in batch_ids)})"
    rows = store.connection.execute(
        f"select id from application where import_batch_id in {among}"
        f" union select application_id from imported_value where import_batch_id in {among}"
    )
    return frozenset(row[0] for row in rows)
