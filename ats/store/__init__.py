"""Everything remembered. The only package that knows SQLite.

Others use what is named here and the questions in `ats.store.queries`.
"""

from ats.paths import STORE_FILE
from ats.store.bulk import Bulk
from ats.store.journal import Changes, Step
from ats.store.problems import (
    DiskFull,
    StoreDamaged,
    StoreForeign,
    StoreInUse,
    StoreNewer,
    StoreReadOnly,
)
from ats.store.rows import Rows
from ats.store.store import Store

__all__ = [
    "STORE_FILE",
    "Bulk",
    "Changes",
    "DiskFull",
    "Rows",
    "Step",
    "Store",
    "StoreDamaged",
    "StoreForeign",
    "StoreInUse",
    "StoreNewer",
    "StoreReadOnly",
]
